"""The next article, which a theme appends below the first."""

import pytest

from tuinews.extract.article import extract_article

PROSE = [
    "The choir of the upper valley sang in the market hall on Friday, and nobody went home before midnight.",
    "It had learnt the songs in a school without heating, where the singers kept their coats and gloves on.",
    "The conductor, a baker, had set all rehearsals for four in the morning, when his ovens were hot at last.",
    "Next year the choir will travel to the coast, if the bus that was promised comes over the pass in time.",
]
NEXT = [
    "The break room above the depot had been a store for umbrellas since the strike, and nobody had a key to it.",
    "Drivers found the key in an umbrella, and the coffee machine still works, says the one who dared to try it.",
]


def text(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def lines_of(inside: str, behind: str = "") -> list[str]:
    html = (
        "<html lang=en><head><title>A song in the hall</title></head><body><main><article>"
        f"<h1>A song in the hall</h1><div>{text(PROSE)}{inside}</div></article>{behind}</main></body></html>"
    )
    return extract_article(html, "https://valley.example/a-song").text.split("\n")


TITLE = '<h2><a href="/next">Drivers get their break room back</a></h2>'


@pytest.mark.parametrize(
    ("inside", "behind"),
    [
        ("", f"<article>{TITLE}{text(NEXT)}</article>"),
        (f'<div class="alm-single-post"><div>{TITLE}{text(NEXT)}</div></div>', ""),
        ("", f'<div class="next-article" data-url="/next"><article>{TITLE}{text(NEXT)}</article></div>'),
        ("", f"<hr><article><h1>Drivers get their break room back</h1>{text(NEXT)}</article>"),
        (f"<div><div>Up next</div><h1>Drivers get their break room back</h1>{text(NEXT)}</div>", ""),
        (f"<div><h1>Drivers get their break room back</h1><div>By Sue Hall</div>{text(NEXT)}</div>", ""),
    ],
)
def test_a_next_article_is_none_of_the_first(inside: str, behind: str) -> None:
    assert lines_of(inside, behind) == PROSE


@pytest.mark.parametrize("box", ["div", "article", "section"])
def test_a_digest_keeps_what_stands_under_its_linked_headings(box: str) -> None:
    items = f"<{box}>{TITLE}{text(NEXT)}</{box}>"
    assert lines_of(items)[-2:] == NEXT


def test_a_signed_heading_behind_the_article_begins_another() -> None:
    first = "".join(
        f"<p>{n}. The boat across the sound runs at night from October, after three winters.</p>" for n in range(6)
    )
    other = "".join(
        f"<p>{n}. The sound froze in 1987, and people drove across it in lorries with coal and bread.</p>"
        for n in range(4)
    )
    html = f"""<html><body><main><article><h1>A night boat for the islands</h1>{first}</article><div><section>
    <h2>The winter that froze the sound</h2><p>By Ivar Holm</p>{other}</section></div></main></body></html>"""
    assert "1987" not in extract_article(html).text


@pytest.mark.parametrize(("name", "found"), [("story", False), ("", True)])
def test_boxes_of_one_name_with_a_headline_each_are_articles(name: str, found: bool) -> None:
    boxes = "".join(
        f'<div class="{name}"><h1>{title}</h1><div>{text(lines)}</div></div>'
        for title, lines in (("A song in the hall", PROSE * 2), ("Drivers get their break room back", NEXT * 2))
    )
    html = f"<html lang=en><head><title>A song in the hall</title></head><body><main>{boxes}</main></body></html>"
    assert (NEXT[0] in extract_article(html, "https://valley.example/a-song").text) is found


def test_a_signed_heading_within_the_article_is_one_of_it() -> None:
    books = "".join(
        f"<h2>The harbour in winter, part {n}</h2><p>By Ivar Holm</p>"
        f"<p>{n}. A book of the sound, with maps and a list of all boats that crossed it.</p>"
        for n in range(4)
    )
    before = f"<h1>Books of the sound</h1><p>{'What we read in winter. ' * 20}</p>"
    html = f"<html><body><article>{before}{books}</article></body></html>"
    assert "part 3" in extract_article(html).text


def test_a_next_article_inside_the_first_is_told_by_its_tag_and_link() -> None:
    more = [*NEXT, "She made one for each driver, and wrote the names on the cups with a pen for glass."]
    assert lines_of(f"</div><article>{TITLE}{text(NEXT)}</article><div>") == PROSE
    listed = "".join(f"<article>{TITLE}{text(more)}</article>" for _ in range(3))
    assert lines_of(f"</div>{listed}<div>")[: len(PROSE)] == PROSE
