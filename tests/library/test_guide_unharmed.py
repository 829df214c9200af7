"""The guide edition from its site on a socket through parse, store and typeset."""

from datetime import datetime
from pathlib import Path

from tuinews.demo.edition import edition
from tuinews.demo.site import VIETNAM, DemoSite
from tuinews.library.library import Library
from tuinews.settings import Settings
from tuinews.typeset.typeset import typeset

NOW = datetime(2026, 9, 3, 10, 30, tzinfo=VIETNAM)


async def test_what_was_written_is_what_is_read_after_a_restart(tmp_path: Path) -> None:
    with DemoSite(now=NOW) as site:
        written = [guide.article for guide in edition(site.url)]
        library = await Library.open(tmp_path, Settings())
        ids = [(await library.read_address(article.url or "")).entry_id for article in written]
        await library.close()
    library = await Library.open(tmp_path, Settings())
    for number, truth in zip(ids, written, strict=True):
        kept = await library.article(number)
        assert kept is not None
        assert kept.article.document == truth.document
        for width in (30, 80):
            assert typeset(kept.article, width).lines == typeset(truth, width).lines
    await library.close()
