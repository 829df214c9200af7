"""Which blocks of code belong to a text: those between its lines, and the one directly after the last."""

import pytest

from tuinews.extract.article.article import extract_article
from tuinews.extract.article.body.corrected.corrections import corrected
from tuinews.extract.page.lines import page_lines_of
from tuinews.extract.page.tree import parse
from tuinews.model.document import Code

FIRST = "The harbour reopened on Monday morning, and the first ferry left at six."
LAST = "Engineers had worked through the nights to repair the pier in the bay."


def kept_of(markup: str) -> list[str]:
    """The lines that stay or come, where only paragraphs are likely."""
    root = parse(f"<body>{markup}</body>").root
    assert root is not None
    lines = page_lines_of(root)
    likely = [0.9 if lines.tag[line.element] == "p" else 0.01 for line in lines.lines]
    kept = [place for place, chance in enumerate(likely) if chance > 0.5]
    return [lines.lines[place].text for place in corrected(lines, kept, likely)]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        (f"<main><p>{FIRST}</p><div><div><pre>ls -l</pre></div></div><p>{LAST}</p></main>", True),
        (f"<main><p>{FIRST}</p><p>{LAST}</p><div><div><pre>ls -l</pre></div></div></main>", True),
        (f"<main><p>{FIRST}</p><p>{LAST}</p></main><div><pre>ls -l</pre></div>", False),
        (f"<main><p>{FIRST}</p><form><pre>ls -l</pre></form><p>{LAST}</p></main>", False),
        (f'<main><p>{FIRST}</p><div class="comments"><pre>ls -l</pre></div><p>{LAST}</p></main>', False),
        (f"<main><p>{FIRST}</p><div hidden><pre>ls -l</pre></div><p>{LAST}</p></main>", True),
    ],
)
def test_a_block_of_code_inside_the_text_is_text(markup: str, found: bool) -> None:
    assert ("ls -l" in kept_of(markup)) is found


def test_a_hidden_copy_of_a_block_of_code_is_none() -> None:
    markup = f"<main><p>{FIRST}</p><pre>ls -l</pre><pre hidden>ls -l</pre><p>{LAST}</p></main>"
    assert kept_of(markup).count("ls -l") == 1


def test_code_of_a_vietnamese_page_stays_with_its_lines() -> None:
    prose = [
        "Cảng cũ của thành phố mở cửa trở lại vào sáng thứ Hai, sau hai năm sửa chữa liên tục.",
        "Các kỹ sư đã làm việc suốt nhiều đêm để gia cố cầu tàu, nơi sóng đánh mạnh nhất trong vịnh.",
        "Chuyến phà đầu tiên rời bến lúc sáu giờ, chở theo hơn hai trăm hành khách và mười chiếc xe tải.",
    ]
    code = (
        '<figure class="highlight python"><table><tr><td class="gutter"><pre>1\n2\n</pre></td><td class="code">'
        "<pre>def tau(gio):\n    return gio % 12\n</pre></td></tr></table></figure>"
    )
    html = (
        '<html lang="vi"><body><nav><a href="/">Trang chủ</a></nav><article><h1>Bến cảng mở lại</h1>'
        f"<div class='noi-dung'><p>{prose[0]}</p><p>{prose[1]}</p>{code}<p>{prose[2]}</p></div></article>"
    )
    blocks = extract_article(html, "https://ben.example/bai").document.blocks
    assert [block for block in blocks if isinstance(block, Code)] == [
        Code("def tau(gio):\n    return gio % 12", "python")
    ]
