"""What every room's tests may use: the embedded site on a real socket of this machine."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tuinews.demo.site import DemoSite

SITE_NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""The moment of the site's masthead and of its relative dates."""


@pytest.fixture
def site() -> Iterator[DemoSite]:
    """The demo site, serving until the test ends."""
    with DemoSite(now=SITE_NOW) as serving:
        yield serving
