"""An article that is fetched again and was changed: what it said before, and the words that were changed."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.document import Mark
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.typeset.changes.signs import with_signs

OWN = "<p>Bão số {n} đi vào đất liền lúc rạng sáng, gió giật cấp {wind} ở ven biển, mưa kéo dài nhiều giờ.</p>" * 4
BOX = "<p>Đăng ký nhận bản tin mỗi sáng của tòa soạn chúng tôi để không bỏ lỡ tin quan trọng.</p>"


def page(number: int, wind: int, box: str = BOX) -> str:
    text = OWN.format(n=number, wind=wind)
    return f"<html><body><article><h1>Bão {number}</h1>{text}{box}</article></body></html>"


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = await Library.open(tmp_path, Settings(articles_per_source=0))
    yield opened
    await opened.close()


@pytest.fixture
def paper(host: Any, make_reply: Any, make_feed: Any) -> Any:
    """A host whose feed has six articles, all with the same box for a newsletter."""
    host.answers["/rss"] = make_reply(make_feed([(f"Bão {n}", f"{host.url}/{n}") for n in range(6)]))

    def put(number: int, text: str) -> None:
        host.answers[f"/{number}"] = make_reply(text, Content_Type="text/html; charset=utf-8")

    host.put = put
    for number in range(6):
        put(number, page(number, 10 + number))
    return host


async def test_words_that_were_changed_are_told_and_no_box_that_moved(library: Library, paper: Any) -> None:
    source = (await library.add(f"{paper.url}/rss")).source
    ids = [row.id for row in await library.rows(await library.entry_ids(View(source_id=source.id)))]
    for entry_id in ids:
        await library.open_article(entry_id)
    one = next(row for row in await library.rows(ids) if row.url == f"{paper.url}/3")
    assert await library.changes(one.id) is None

    paper.put(3, page(3, 13, box=""))
    same = await library.fetch_again(one.id)
    assert (same.changed, same.times_changed) == (None, 0)

    paper.put(3, page(3, 15))
    changed = await library.fetch_again(one.id)

    assert changed.changed is not None
    assert changed.times_changed == 1
    found = await library.changes(one.id, 7)
    assert found is not None
    assert (found.back, found.versions, found.replaced) == (1, 1, changed.changed)
    assert "gió giật cấp [-13-]{+15+} ở ven biển" in with_signs(found.article).text
    assert "bản tin" not in found.article.text
    marked = [span.text for block in found.article.document.blocks for span in block.spans if span.marks]  # type: ignore[union-attr]
    assert {text.strip() for text in marked} == {"13", "15"}
    assert Mark.DELETED in found.article.document.blocks[0].spans[1].marks  # type: ignore[union-attr]
