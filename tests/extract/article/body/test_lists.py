"""Which lists and series of headings belong to a text: by their place in it, and by what leads to them."""

import pytest

from tuinews.extract.article.article import extract_article
from tuinews.extract.article.body.corrected.corrections import corrected
from tuinews.extract.page.lines import page_lines_of
from tuinews.extract.page.tree import parse

FIRST = "The harbour reopened on Monday morning, and the first ferry left at six."
LAST = "Engineers had worked through the nights to repair the pier in the bay."
LINKS = "<ul><li><a href='/x'>Python</a></li><li><a href='/y'>Rust</a></li></ul>"
TITLES = (
    "<ul><li><a href='/x'>Ferry strike enters its second week in the bay</a></li>"
    "<li><a href='/y'>How the fish market was saved by its own traders</a></li></ul>"
)
PLAIN = "<ul><li>Cheaper tickets</li><li>Two more ferries at night</li></ul>"


def kept_of(markup: str, chances: dict[str, float] | None = None) -> list[str]:
    """The lines that stay or come, where only paragraphs are likely."""
    root = parse(f"<body>{markup}</body>").root
    assert root is not None
    lines = page_lines_of(root)
    likely = [
        (chances or {}).get(line.text, 0.9 if lines.tag[line.element] == "p" else 0.02) for line in lines.lines
    ]
    kept = [place for place, chance in enumerate(likely) if chance > 0.5]
    return [lines.lines[place].text for place in corrected(lines, kept, likely)]


@pytest.mark.parametrize(
    ("markup", "item", "found"),
    [
        (f"<main><p>{FIRST}</p><p>There are samples in:</p>{LINKS}<p>{LAST}</p></main>", "Python", True),
        (f"<main><p>{FIRST}</p>{LINKS}<p>{LAST}</p></main>", "Python", False),
        (
            f"<main><p>{FIRST}</p><p>There is more to say:</p>{TITLES}<p>{LAST}</p></main>",
            "Ferry strike enters its second week in the bay",
            False,
        ),
        (f"<main><p>{FIRST}</p>{PLAIN}<p>{LAST}</p></main>", "Cheaper tickets", True),
        (f"<main><p>{FIRST}</p><p>{LAST}</p></main>{PLAIN}", "Cheaper tickets", False),
        (f"<main><p>{FIRST}</p><nav>{PLAIN}</nav><p>{LAST}</p></main>", "Cheaper tickets", False),
        (
            f"<main><p>{FIRST}</p>{PLAIN.replace('<ul>', '<ul class=related>')}<p>{LAST}</p></main>",
            "Cheaper tickets",
            False,
        ),
        (f"<main><p>{FIRST}</p><p>Có ba điều đổi mới：</p>{PLAIN}</main>", "Cheaper tickets", True),
    ],
)
def test_a_list_belongs_to_a_text_by_its_place(markup: str, item: str, found: bool) -> None:
    assert (item in kept_of(markup)) is found


def test_the_paragraph_that_leads_to_a_list_stays_with_it() -> None:
    markup = f"<main><p>{FIRST}</p><p class=tags>Each job has tags:</p>{PLAIN}<p>{LAST}</p></main>"
    chances = {"Each job has tags:": 0.3, "Cheaper tickets": 0.9, "Two more ferries at night": 0.9}
    assert kept_of(markup, chances)[1] == "Each job has tags:"


def test_a_table_of_which_some_is_kept_is_kept_whole_among_paragraphs() -> None:
    rows = "".join(f"<tr><td>{day}</td><td><ul><li>{day} 10 to 8</li></ul></td></tr>" for day in ("Mon", "Tue"))
    markup = f"<main><p>{FIRST}</p><table>{rows}</table><p>{LAST}</p></main>"
    assert kept_of(markup, {"Mon": 0.9})[1:-1] == ["Mon", "Mon 10 to 8", "Tue", "Tue 10 to 8"]
    assert "Tue" in kept_of(markup)
    assert "Tue" not in kept_of(markup.replace("<table>", "<table class=widget>"))
    assert "Tue" not in kept_of(markup.replace("</p><table>", "</p><h4>The shop</h4><table>"))


@pytest.mark.parametrize(("name", "found"), [("step", True), ("step-{}", True), ("related", False)])
def test_a_series_of_headings_is_kept_to_its_end(name: str, found: bool) -> None:
    steps = [f"{number}. A dog who swept the quay number {number}" for number in range(1, 6)]
    boxes = "".join(
        f'<div class="{name.format(step[0])}"><h2>{step}</h2><figure><img src="/{step}.jpg"></figure></div>'
        for step in steps
    )
    kept = kept_of(f"<main><p>{FIRST}</p>{boxes}</main>", {steps[0]: 0.9, steps[1]: 0.9})
    assert (steps[4] in kept) is found


@pytest.mark.parametrize(
    "wrap", ["<div>{}</div>", "<section><span>{}</span></section>", "<div><b>{}</b></div>", "{}"]
)
def test_items_in_a_block_of_their_own_are_items(wrap: str) -> None:
    prose = [
        "Cảng cũ của thành phố mở cửa trở lại vào sáng thứ Hai, sau hai năm sửa chữa liên tục.",
        "Các kỹ sư đã làm việc suốt nhiều đêm để gia cố cầu tàu, nơi sóng đánh mạnh nhất trong vịnh.",
        "Chuyến phà đầu tiên rời bến lúc sáu giờ, chở theo hơn hai trăm hành khách và mười chiếc xe tải.",
    ]
    items = ["Vé rẻ hơn một phần ba", "Thêm hai chuyến đêm", "Xe đạp được lên phà"]
    inner = "".join(f"<li>{wrap.format(item)}</li>" for item in items)
    html = (
        f'<html lang="vi"><body><article><h1>Bến cảng mở lại</h1><div><p>{prose[0]}</p><p>{prose[1]}</p>'
        f"<ul>{inner}</ul><p>{prose[2]}</p></div></article></body></html>"
    )
    assert extract_article(html).document.lines == [*prose[:2], *items, prose[2]]


@pytest.mark.parametrize(
    "leading",
    ["時刻表は次のページで確認できる。", "Die folgenden Seiten sagen mehr.", "Xem các trang dưới đây."],
)
def test_a_sentence_that_says_what_follows_leads_to_a_list_of_links(leading: str) -> None:
    line = "The engineers counted every pile under the quay, and found twelve hundred of them."
    prose = "".join(f"<p>{n}. {line}</p>" for n in range(5))
    items = "".join(f'<li><a href="/t/{n}">Page {n}</a></li>' for n in range(3))
    body = f"<article><h1>Piles under the quay</h1>{prose}<p>{leading}</p><ul>{items}</ul>{prose}"
    html = f"<html lang=en><title>Piles</title><body>{body}"
    lines = extract_article(html, "https://quay.example/piles").document.lines
    assert lines[lines.index(leading) + 1 :][:3] == ["Page 0", "Page 1", "Page 2"]


TOLD = (
    "<li><a href='/x'>The ferry to the north</a> came back first at six</li>"
    "<li><a href='/y'>The fish market of the bay</a> and its traders were next</li>"
)


@pytest.mark.parametrize(
    ("leading", "items", "found"),
    [
        ("<p>Three things happened on that day:</p>", TOLD, True),
        ("<p>Ba điều đã xảy ra trong ngày hôm đó:</p>", TOLD, True),
        ("<h4>You may be interested in the following:</h4>", TOLD, False),
        ("<p>On this page you will find this:</p>", TOLD.replace("/x", "#x"), False),
    ],
)
def test_sentences_with_links_behind_a_colon_are_text(leading: str, items: str, found: bool) -> None:
    markup = f"<main><p>{FIRST}</p>{leading}<ul>{items}</ul><p>{LAST}</p></main>"
    likely = {"The ferry to the north came back first at six": 0.3, "You may be interested in the following:": 0.9}
    assert ("The ferry to the north came back first at six" in kept_of(markup, likely)) is found
