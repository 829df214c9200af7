"""The embedded site on a socket, once for this folder."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from tuinews.demo.site import VIETNAM, DemoSite

NOW = datetime(2026, 9, 3, 10, 30, tzinfo=VIETNAM)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def demo_site() -> Iterator[DemoSite]:
    """For tests that only read it; a test that publishes or closes makes its own."""
    with DemoSite(now=NOW) as site:
        yield site
