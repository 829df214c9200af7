"""Which line is the lead: by the name of its element or by the page's description, within lengths."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.extract.article.lead import lead_of
from tuinews.extract.page.lines import page_lines_of
from tuinews.extract.page.patterns import LEAD_NAME
from tuinews.extract.page.tree import parse

TEXT = "<p>The harbour reopened on Monday morning, and the first ferry left at six.</p>" * 3
LINE = "Ferries sail again from Monday, three weeks after the storm."


def lead(between: str, *, description: str = "", chance: float = 0.5, first: str = TEXT) -> str | None:
    """The text of the lead on a page with these lines between headline and text, each as likely as `chance`."""
    root = parse(f"<body><h1>Harbour reopens</h1>{between}<main>{first}</main></body>").root
    assert root is not None
    lines = page_lines_of(root)
    kept = [place for place, line in enumerate(lines.lines) if lines.tag[lines.parent[line.element]] == "main"]
    place = lead_of(
        lines, kept, [1.0 if place in kept else chance for place in range(len(lines.lines))], description
    )
    return None if place is None else lines.lines[place].text


def letters(count: int) -> str:
    return ("word " * count)[: count - 1] + "."


@pytest.mark.parametrize(("count", "found"), [(25, False), (30, True), (900, True), (950, False)])
def test_a_lead_by_its_name_is_a_sentence_and_no_article(count: int, found: bool) -> None:
    text = letters(count)
    assert lead(f'<p class="standfirst">{text}</p>') == (text if found else None)


@pytest.mark.parametrize(("count", "found"), [(35, False), (40, True), (900, True), (950, False)])
def test_a_lead_by_the_description_is_a_sentence_and_no_article(count: int, found: bool) -> None:
    text = letters(count)
    assert lead(f"<p>{text}</p>", description=text) == (text if found else None)


@pytest.mark.parametrize(("same", "found"), [(50, False), (60, True), (80, True)])
def test_a_description_that_is_cut_off_is_that_of_the_lead(same: int, found: bool) -> None:
    text = "".join(chr(ord("a") + place % 26) for place in range(100))
    description = text[:same] + "…" if found else text[:same] + "zzzzzzzzzzzzzzz"
    assert lead(f"<p>{text}</p>", description=description) == (text if found else None)


@pytest.mark.parametrize(("chance", "found"), [(0.1, False), (0.2, True)])
def test_a_line_that_is_surely_no_text_is_no_lead(chance: float, found: bool) -> None:
    assert lead(f'<p class="summary">{LINE}</p>', chance=chance) == (LINE if found else None)


@pytest.mark.parametrize(("chance", "found"), [(0.01, False), (0.05, True)])
def test_a_line_that_is_surely_called_a_lead_needs_less(chance: float, found: bool) -> None:
    assert lead(f'<p class="sapo">{LINE}</p>', chance=chance) == (LINE if found else None)
    assert lead(f'<p class="description">{LINE}</p>', chance=chance) == (LINE if found else None)


def test_a_hidden_line_is_no_lead_of_a_text_that_is_shown() -> None:
    assert lead(f'<p class="sapo" hidden>{LINE}</p>') is None


@pytest.mark.parametrize(
    ("line", "description"),
    [
        (f"(Bến Sông) - {LINE}", LINE),
        (f"BSO - {LINE}", f"(Bến Sông) - {LINE}"),
        (f"Hà Giang{LINE}", LINE),
    ],
)
def test_a_description_is_that_of_the_lead_with_or_without_the_paper(line: str, description: str) -> None:
    assert lead(f"<p>{line}</p>", description=description) == line


@pytest.mark.parametrize("prefix", ["(Bến Sông) - ", "(Bensong.vn) – ", "TTO - ", "BENSONG.VN - "])
def test_a_first_line_with_the_name_of_the_paper_is_the_lead(prefix: str) -> None:
    assert lead("", first=f"<p>{prefix}{LINE}</p>{TEXT}") == prefix + LINE


@pytest.mark.parametrize("start", ["Hà Nội - ", "(See the map) ", "A - ", ""])
def test_a_first_line_with_another_word_before_a_dash_is_none(start: str) -> None:
    assert lead("", first=f"<p>{start}{LINE}</p>{TEXT}") is None


def test_a_sentence_in_the_header_of_the_article_is_the_lead() -> None:
    text = LINE + " The harbour office says so."
    head = "<header><h1>Harbour reopens</h1><div><span>{}</span></div></header>"
    page = f"<article>{head}<main>{TEXT}</main></article>"
    for line, found in ((text, text), ("By Jane Doe", None), (f'<a href="/more">{text}</a>', None)):
        root = parse(page.format(line)).root
        assert root is not None
        lines = page_lines_of(root)
        kept = [place for place, one in enumerate(lines.lines) if "ferry" in one.text]
        place = lead_of(lines, kept, [0.05] * len(lines.lines), "")
        assert (None if place is None else lines.lines[place].text) == found


@pytest.mark.parametrize(("linked", "found"), [(20, True), (30, False)])
def test_a_list_of_links_is_no_lead(linked: int, found: bool) -> None:
    text = f'<a href="/a">{LINE[:linked]}</a>{LINE[linked:]}'
    assert lead(f'<p class="sapo">{text}</p>') == (LINE if found else None)


@pytest.mark.parametrize(("between", "found"), [(9, True), (14, False)])
def test_a_lead_is_near_the_text(between: int, found: bool) -> None:
    rest = "<p>Share</p>" * between
    assert lead(f'<p class="sapo">{LINE}</p>{rest}') == (LINE if found else None)


@pytest.mark.parametrize(("before", "found"), [(0, True), (1, True), (2, False)])
def test_a_lead_in_the_text_is_at_its_beginning(before: int, found: bool) -> None:
    first = "<p>A place and a day.</p>" * before + f'<p class="sapo">{LINE}</p>{TEXT}'
    assert lead("", first=first) == (LINE if found else None)


@pytest.mark.parametrize(
    ("opening", "found"), [('<div class="sapo"><div>', True), ('<div class="sapo"><div><div>', False)]
)
def test_the_name_of_a_lead_is_that_of_its_element_or_the_next(opening: str, found: bool) -> None:
    assert lead(f"<p>Share</p>{opening}{LINE}</div></div></div>") == (LINE if found else None)


@pytest.mark.parametrize(
    ("name", "found"), [("field--type-text-with-summary", False), ("article-summary", True), ("c-lid", True)]
)
def test_a_body_that_may_have_a_summary_is_none(name: str, found: bool) -> None:
    assert (LEAD_NAME.search(name) is not None) is found


@pytest.mark.parametrize("tag", ["h2", "h3"])
@pytest.mark.parametrize("behind", ["<div>By Nora Field</div>", "<time>18 September 2025</time>"])
def test_a_long_heading_between_headline_and_byline_is_the_lead(tag: str, behind: str) -> None:
    lead = "Islanders no longer sleep on the mainland; the union asks how long a shift will be"
    text = "".join(
        f"<p>{n}. The boat across the sound will run at night from October, after three winters of waiting.</p>"
        for n in range(5)
    )
    head = f"<h1>A night boat for the islands</h1><{tag} class='sc-1'>{lead}</{tag}>{behind}"
    article = extract_article(f"<html><body><div>{head}</div><div>{text}</div></body></html>")
    assert article.lead is not None
    assert article.text.split("\n")[0] == lead
    sections = f"<html><body><div>{head}</div><div>{text}<{tag}>Noise</{tag}>{text}</div></body></html>"
    assert extract_article(sections).lead is None


def test_the_note_of_a_machine_in_a_summary_is_no_lead() -> None:
    note = "This summary was generated by AI and checked by an editor of the paper."
    assert lead(f'<div class="summary"><p>{note}</p></div>') is None
    assert lead(f'<div class="summary"><p>{LINE}</p></div>') == LINE


@pytest.mark.parametrize(("inside", "found"), [("h2", False), ("h3", True)])
def test_a_second_headline_is_the_lead_unless_the_text_has_its_like(inside: str, found: bool) -> None:
    links = "".join(f"<li><a href='/n/{n}'>Another pier is sold for one pound, and {n}</a></li>" for n in range(5))
    html = (
        f"<html lang=en><title>Harbour reopens</title><body><main><article><h1>Harbour reopens</h1><h2>{LINE}</h2>"
        f"<div class=byline>By Ann Bell, 7 March 2026</div><div>{TEXT}<{inside}>The pier</{inside}>{TEXT}</div>"
        f"</article></main><div class=related><h2>You may like</h2><ul>{links}</ul></div></body></html>"
    )
    assert (extract_article(html, "https://x.example/harbour").lead == LINE) is found


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("<p>The pier holds until October, and nobody knows what comes after</p>", True),
        ("<p>水は十月までもつが、その先は誰にも分からないという</p>", True),
        ("<p>The pier holds until October</p>", False),
        ('<p><a href="/x">The pier holds until October, and nobody knows what comes after</a></p>', False),
        ("<p>By Ada Holm, who has seen the pier and the ferries since the spring</p>", False),
        ("<p>Live from the bay: Harbour reopens, and all ferries sail as before</p>", False),
        ('<p><img src="/1.jpg">The pier in October, before the first ferry had left it</p>', False),
    ],
)
def test_a_line_directly_below_the_headline_is_a_lead_without_a_stop(between: str, *, found: bool) -> None:
    assert (lead(between, chance=0.2) is not None) is found
