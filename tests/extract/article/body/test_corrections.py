"""What structure corrects in the choice of the line model: each case is near a threshold of its own."""

import pytest

from tuinews.extract.article.body.corrected.corrections import corrected
from tuinews.extract.page.lines import page_lines_of
from tuinews.extract.page.tree import parse

PROSE = "The harbour reopened on Monday morning, and the first ferry left at six."
OTHER = "Engineers had worked through the nights to repair the pier in the bay."


def kept_of(markup: str, chances: dict[str, float], *, keep: float = 0.5) -> list[str]:
    """The lines that stay or come, where each has the probability of its text (0.9 by default)."""
    root = parse(f"<body><main>{markup}</main></body>").root
    assert root is not None
    lines = page_lines_of(root)
    likely = [chances.get(line.text, 0.9) for line in lines.lines]
    kept = [place for place, chance in enumerate(likely) if chance > keep]
    return [lines.lines[place].text for place in corrected(lines, kept, likely)]


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(("chance", "found"), [(0.05, False), (0.15, True)])
def test_a_paragraph_between_paragraphs_is_one_of_them(chance: float, found: bool) -> None:
    assert (OTHER in kept_of(p(PROSE, OTHER, PROSE), {OTHER: chance})) is found


@pytest.mark.parametrize(("chance", "found"), [(0.15, False), (0.3, True)])
def test_a_paragraph_after_the_last_needs_more_to_be_one(chance: float, found: bool) -> None:
    assert (OTHER in kept_of(p(PROSE, PROSE, OTHER), {OTHER: chance})) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pier is closed until the autumn.", False),
        ("The pier is closed until the autumn comes.", True),
        ("The pier is closed until the autumn comes", False),
    ],
)
def test_prose_is_a_line_of_forty_letters_that_ends_as_a_sentence(text: str, found: bool) -> None:
    assert (text in kept_of(p(PROSE, text, PROSE), {text: 0.2})) is found


@pytest.mark.parametrize(("linked", "found"), [(15, True), (30, False)])
def test_a_paragraph_that_is_a_link_is_no_prose(linked: int, found: bool) -> None:
    markup = f'<p>{PROSE}</p><p><a href="/a">{OTHER[:linked]}</a>{OTHER[linked:]}</p><p>{PROSE}</p>'
    assert (OTHER in kept_of(markup, {OTHER: 0.2})) is found


@pytest.mark.parametrize(("chance", "found"), [(0.15, False), (0.35, True)])
def test_a_heading_above_kept_text_is_a_subhead(chance: float, found: bool) -> None:
    page = f"<p>{OTHER}</p><div><h2>The pier</h2></div><p>{PROSE}</p>"
    assert ("The pier" in kept_of(page, {"The pier": chance})) is found


def test_a_heading_beside_paragraphs_of_the_text_is_a_subhead_however_unlikely() -> None:
    assert "The pier" in kept_of(f"<p>{OTHER}</p><h2>The pier</h2><p>{PROSE}</p>", {"The pier": 0.05})
    other = f"<p>{OTHER}</p><h2>The pier</h2><div><p>{PROSE}</p></div>"
    assert "The pier" not in kept_of(other, {"The pier": 0.05})


@pytest.mark.parametrize(("visible", "shown_alone"), [(1, False), (2, True)])
def test_hidden_lines_are_no_text_unless_most_of_it_is_hidden(visible: int, shown_alone: bool) -> None:
    markup = p(*[PROSE] * visible) + f'<div style="display:none">{p(OTHER)}</div>'
    assert (OTHER not in kept_of(markup, {})) is shown_alone


@pytest.mark.parametrize(("chance", "found"), [(0.7, False), (0.9, True)])
def test_a_doubtful_line_in_a_box_of_related_articles_is_none(chance: float, found: bool) -> None:
    title = "A night train will link the harbours"
    markup = f'<p>{PROSE}</p><p class="related">{title}</p><p>{PROSE}</p>'
    assert (title in kept_of(markup, {title: chance})) is found


@pytest.mark.parametrize(("lines", "found"), [(3, True), (4, False)])
def test_a_table_of_data_has_few_lines_in_a_cell_and_all_its_cells(lines: int, found: bool) -> None:
    cell = "<br><br>".join(f"Part {number}" for number in range(lines))
    table = f"<table><tr><td>{cell}</td><td>Monday</td></tr><tr><td>Ferry</td><td>Pier</td></tr></table>"
    assert ("Pier" in kept_of(p(PROSE) + table + p(PROSE), {"Pier": 0.01})) is found


@pytest.mark.parametrize(("letters", "is_caption"), [(390, True), (420, False)])
def test_a_paragraph_is_no_caption_whatever_its_class(letters: int, is_caption: bool) -> None:
    text = ("word " * 100)[: letters - 1] + "."
    assert (text not in kept_of(f'<p>{PROSE}</p><p class="caption">{text}</p><p>{PROSE}</p>', {})) is is_caption


@pytest.mark.parametrize(("chance", "found"), [(0.15, False), (0.3, True)])
def test_a_list_between_paragraphs_is_text_if_it_is_likely_enough(chance: float, found: bool) -> None:
    items = {"Bread and salt": chance, "Two lanterns": chance, "Menu": 0.01}
    markup = f"<p>{PROSE}</p><div>Menu</div><ul><li>Bread and salt</li><li>Two lanterns</li></ul><p>{PROSE}</p>"
    assert ("Two lanterns" in kept_of(markup, items)) is found


@pytest.mark.parametrize(("chance", "found"), [(0.05, False), (0.15, True)])
def test_a_list_of_which_most_is_kept_is_kept_whole(chance: float, found: bool) -> None:
    markup = f"<p>{PROSE}</p><ul><li>Bread</li><li>Salt</li><li>Lanterns</li></ul><p>{PROSE}</p>"
    assert ("Lanterns" in kept_of(markup, {"Lanterns": chance})) is found


@pytest.mark.parametrize(("between", "is_byline"), [(2, True), (7, False)])
def test_a_byline_is_near_the_headline(between: int, is_byline: bool) -> None:
    rest = p(*["Share"] * between)
    lines = kept_of(f"<h1>Harbour reopens</h1>{rest}<p>By Jane Doe</p>{p(PROSE, PROSE)}", {"Share": 0.01})
    assert ("By Jane Doe" not in lines) is is_byline
    assert "Harbour reopens" not in lines


@pytest.mark.parametrize(("bold", "is_signature"), [("<b>Jane Doe</b>", True), ("<b>Jane</b> Doe", False)])
def test_a_bold_name_at_the_end_is_a_signature(bold: str, is_signature: bool) -> None:
    assert ("Jane Doe" not in kept_of(p(PROSE, PROSE, bold), {})) is is_signature


@pytest.mark.parametrize(("answer", "found"), [("It was built in 1911.", True), ("1911", False)])
def test_a_likely_heading_above_a_short_answer_stays(answer: str, *, found: bool) -> None:
    asked = f"{p(PROSE)}<div><h4>How old is the pier?</h4><div>{p(answer)}</div></div>{p(OTHER)}"
    assert ("How old is the pier?" in kept_of(asked, {"How old is the pier?": 0.4})) is found
