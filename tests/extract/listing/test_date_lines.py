"""When an article came, and who wrote it, in every place of a card: no headline, and no part of its summary."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, Story, page, page_of, stories

LINES = {
    "en": [
        *("March {d}, 2026 at 9:15 am", "By Ann Lee on March {d}, 2026", "March {d}, 2026 | By Ann Lee"),
        *("News · Mar {d}, 2026 · 5 min", "Published March {d}, 2026", "{d} Mar 2026"),
    ],
    "vi": [
        *("0{d}/03/2026 09:15", "09:15 | 0{d}/03/2026", "Thứ Năm, 0{d}/03/2026, 09:15 (GMT+7)"),
        "Ngày {d} tháng 3 năm 2026",
    ],
    "ru": ["{d} марта 2026, 09:15", "{d} марта 2026 года", "09:15, {d} марта 2026"],
    "ar": ["الأربعاء {d} مارس 2026", "{d} مارس، 2026"],
    "ja": ["2026年3月{d}日 9時15分", "2026.03.0{d}"],
}
CASES = [(lang, line) for lang, lines in LINES.items() for line in lines]


def spans(story: Story, line: str) -> str:
    said = f"<span>{line}</span><span>{story.title}</span><span>{story.summary}</span>"
    return f'<a class="css-1ab" href="{story.path}">{said}</a>'


def small(story: Story, line: str) -> str:
    link = f'<strong><a href="{story.path}">{story.title}</a></strong>'
    return f"<li><small>{line}</small>{link} {story.summary}</li>"


def behind(story: Story, line: str) -> str:
    return f'<div><a href="{story.path}">{story.title}</a><div>{story.summary}</div><div>{line}</div></div>'


@pytest.mark.parametrize("shape", [spans, small, behind])
@pytest.mark.parametrize(("lang", "line"), CASES)
def test_a_line_with_a_date_is_a_date(lang: str, line: str, shape: Callable[[Story, str], str]) -> None:
    around = "<ul>{}</ul>" if shape is small else "<div>{}</div>"
    records = "".join(shape(story, line.format(d=story.number + 1)) for story in stories(lang))
    entries = extract_listing(page(records, lang, around), f"{SITE}/world/").entries
    assert [(e.title, e.summary) for e in entries] == [(s.title, s.summary) for s in stories(lang)]
    assert [e.published.date[:10] for e in entries if e.published] == [f"2026-03-0{n}" for n in range(1, 7)]


def test_a_headline_that_begins_as_a_byline_is_one() -> None:
    titles = (
        "Por qué el tren nocturno va lleno",
        "Por fin abre el observatorio",
        "Por la noche cierran tres puentes",
    )
    cards = "".join(
        f'<a class="c" href="/n/{n}-story"><span>{n + 1} de marzo de 2026</span><span>{title}</span>'
        f"<span>La decisión llegó tras un largo debate de vecinos y comerciantes, hace {n + 3} semanas.</span></a>"
        for n, title in enumerate(titles)
    )
    entries = extract_listing(page(cards, "es"), f"{SITE}/world/").entries
    assert tuple(entry.title for entry in entries) == titles


def test_words_before_a_headline_in_its_sentence_stay_its_summary() -> None:
    items = "".join(
        f'<li>In the harbour <a href="{s.path}">{s.title}</a>, which nobody had been told of before Monday.</li>'
        for s in stories("en")
    )
    entries = extract_listing(page(items, "en", "<ul>{}</ul>"), f"{SITE}/world/").entries
    assert all(entry.summary is None or entry.summary.startswith("In the harbour") for entry in entries)


@pytest.mark.parametrize("tag", ["span", "div", "p"])
@pytest.mark.parametrize(
    "behind",
    ["<span>Ann Lee</span>", "<time>5 March 2026</time>", "<span>12 comments</span>", "<i>Town</i> · <b>Sea</b>"],
)
def test_what_stands_on_another_line_of_a_card_is_no_part_of_its_headline(tag: str, behind: str) -> None:
    def card(story: Story) -> str:
        said = f"<div><{tag}>{story.title}</{tag}><div>{behind}</div></div>"
        return f'<li><a class="_1a2b3" href="{story.path}"><div><img src="a.jpg"></div>{said}</a></li>'

    for lang in ("en", "ja", "ar"):
        entries = extract_listing(page_of(card, lang), f"{SITE}/world/").entries
        assert [entry.title for entry in entries] == [story.title for story in stories(lang)]


def test_a_headline_in_two_pieces_on_one_line_is_whole() -> None:
    def card(story: Story) -> str:
        words = story.title.split()
        pieces = f"<span>{' '.join(words[:1])}</span> <span>{' '.join(words[1:])}</span>"
        return f'<li><a class="_1a2b3" href="{story.path}"><img src="a.jpg">{pieces}</a></li>'

    entries = extract_listing(page_of(card, "en"), f"{SITE}/world/").entries
    assert [entry.title for entry in entries] == [story.title for story in stories("en")]


@pytest.mark.parametrize(
    ("shown", "date"), [("2h", "2026-11-29T10:00"), ("3d", "2026-11-26"), ("5m", None), ("4k", None)]
)
def test_the_shortest_age_stands_alone_in_its_element(shown: str, date: str | None) -> None:
    records = "".join(f'<li><a href="{s.path}">{s.title}</a> <small>{shown}</small></li>' for s in stories("en"))
    now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    entries = extract_listing(page(records, "en", "<ul>{}</ul>"), f"{SITE}/world/", now=now).entries
    assert {e.published.date[:16] if e.published else None for e in entries} == {date}
