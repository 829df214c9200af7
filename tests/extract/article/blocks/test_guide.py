"""Each page of the guide edition, as its site serves it, against what its author wrote."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from tuinews.demo.edition import GuideArticle, edition
from tuinews.demo.site import VIETNAM, DemoSite
from tuinews.extract.article import extract_article
from tuinews.model.document_json import document_to_json

NOW = datetime(2026, 9, 3, 10, 30, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with DemoSite(now=NOW) as site:
        yield site


@pytest.mark.parametrize("written", edition(), ids=lambda guide: guide.path)
def test_a_page_gives_back_what_was_written(site: DemoSite, written: GuideArticle) -> None:
    truth = next(guide.article for guide in edition(site.url) if guide.path == written.path)
    page = site.resource(written.path)
    assert page is not None
    found = extract_article(page.body.decode(), truth.url, now=NOW)
    assert document_to_json(found.document) == document_to_json(truth.document)
    assert (found.title, found.authors, found.published) == (truth.title, truth.authors, truth.published)
    assert (found.lead, found.lang, found.site) == (truth.lead, truth.lang, truth.site)
