"""Generated listings: k records of one shape, whatever stands round them, give k entries."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tuinews.extract.listing import extract_listing

SITE = "https://gen.example"
WORDS = ["harbour", "council", "bridge", "storm", "ferry", "market", "clinic", "school", "library", "orchestra"]
WORDS += ["tunnel", "lantern", "herring", "winter", "garden", "railway", "mayor", "budget", "strike", "festival"]
WORDS += ["island", "wreck", "signal", "museum", "printer", "bakery", "chapel", "meadow", "river", "quarry"]
VIETNAMESE = ["cầu", "cảng", "hội", "đồng", "bão", "phà", "chợ", "phòng", "khám", "trường", "thư", "viện", "đảo"]


@dataclass(frozen=True)
class Item:
    title: str
    url: str
    summary: str
    day: int

    @property
    def link(self) -> str:
        return f'<a href="{self.url}">{self.title}</a>'


def heading_card(item: Item) -> str:
    return (
        f'<div class="c"><h3>{item.link}</h3><span class="d">{item.day}/05/2023</span><p>{item.summary}</p></div>'
    )


def article_with_picture(item: Item) -> str:
    picture = f'<a href="{item.url}"><img src="/i.jpg" alt="{item.title}"></a>'
    return f"<article>{picture}<h2>{item.link}</h2><time datetime='2023-05-{item.day:02}'>x</time></article>"


def whole_card(item: Item) -> str:
    text = f"<div><h4>{item.title}</h4><p>{item.summary}</p></div>"
    return f'<a class="k" href="{item.url}"><img src="/i.jpg">{text}</a>'


def list_item(item: Item) -> str:
    return f"<li><span>{item.day}/05/2023</span> {item.link}</li>"


def flat_heading(item: Item) -> str:
    return f"<h2>{item.link}</h2><p>{item.summary}</p>"


def headline_and_more(item: Item) -> str:
    return f'<div class="p"><h3>{item.title}</h3><p>{item.summary}</p><a href="{item.url}">Read more</a></div>'


def table_row(item: Item) -> str:
    return f"<table><tr><td>{item.day}/05/2023</td><td>{item.link}</td></tr></table>"


SHAPES = (heading_card, article_with_picture, whole_card, list_item, flat_heading, headline_and_more, table_row)
"""Each makes the markup of one record."""


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    words = draw(st.sampled_from((WORDS, VIETNAMESE)))
    count = draw(st.integers(3, 30))
    titles = draw(
        st.lists(
            st.lists(st.sampled_from(words), min_size=5, max_size=9).map(lambda w: " ".join(w).capitalize()),
            min_size=count,
            max_size=count,
            unique=True,
        )
    )
    dated = draw(st.booleans())
    made: list[Item] = []
    for number, title in enumerate(titles):
        slug = "-".join(WORDS[(number * 7 + i) % len(WORDS)] for i in range(4))
        path = f"/2023/05/{slug}-{1000 + number}.html" if dated else f"/{slug}-{1000 + number}"
        made.append(Item(title, SITE + path, " ".join(words[:12]) + f" {number}.", number % 28 + 1))
    return made


@st.composite
def noise(draw: st.DrawFn) -> tuple[str, str]:
    """What stands before and behind the list."""
    sections = WORDS[: draw(st.integers(0, 25))]
    menu = "".join(f'<li><a href="/{word}/">{word.capitalize()}</a></li>' for word in sections)
    before = draw(
        st.sampled_from((f"<nav><ul>{menu}</ul></nav>", f'<div class="main-menu"><ul>{menu}</ul></div>'))
    )
    tags = "".join(f'<a href="/tag/{word}">{word}</a> ' for word in WORDS[: draw(st.integers(0, 30))])
    pages = '<div class="pagination"><span>1</span><a href="?page=2">2</a><a href="?page=3">3</a></div>'
    footer = '<footer><a href="/about">About us</a> <a href="/privacy">How we use your personal data</a></footer>'
    behind = (pages if draw(st.booleans()) else "") + f'<div class="tagcloud">{tags}</div>' + footer
    return before, behind


@given(items(), noise(), st.sampled_from(SHAPES))
@settings(max_examples=60)
def test_k_records_give_k_entries(listed: list[Item], around: tuple[str, str], shape: object) -> None:
    assert callable(shape)
    before, behind = around
    records = "".join(shape(item) for item in listed)
    html = f"<html><body>{before}<div id='list'>{records}</div>{behind}</body></html>"
    listing = extract_listing(html, SITE + "/news")
    assert [entry.url for entry in listing.entries] == [item.url for item in listed]
    assert [entry.title for entry in listing.entries] == [item.title for item in listed]
    assert listing.confidence >= 0.5


@given(st.text(max_size=300), st.text(max_size=60))
@settings(max_examples=100)
def test_any_text_gives_a_listing(text: str, url: str) -> None:
    listing = extract_listing(f"<a href='{text}'>{text}</a>{text}", url)
    assert 0.0 <= listing.confidence <= 1.0
