"""Second links of a record, which are no articles of their own, and what they must not take from the first."""

from datetime import UTC, datetime

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Listing

from .stories import SITE, SUMMARIES, TITLES

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)

SECOND = {
    "a transcript": '<a href="/ep/{n}/transcript">Transcript</a>',
    "notes elsewhere": '<a href="https://notes.example/{n}">Show notes</a>',
    "a sign": '<a href="/2026/11/{n}/">∞</a>',
    "an empty one": '<a href="/tap/{n}/nghe" class="play"></a>',
    "in another language": '<a href="/ep/{n}/text">文字起こし</a>',
}
FIRST = {
    "in a heading": "<h3>{link}</h3>",
    "in a line": "<p class='line'>{link}</p>",
    "in a heading behind a number": "<span>#{n}</span><h2>{link}</h2>",
}


def listing(body: str, lang: str = "en") -> Listing:
    html = f'<html lang="{lang}"><head><title>News</title></head><body><main>{body}</main></body></html>'
    return extract_listing(html, f"{SITE}/news/", now=NOW)


@pytest.mark.parametrize("lang", ["en", "vi", "ja"])
@pytest.mark.parametrize("first", FIRST.values(), ids=FIRST)
@pytest.mark.parametrize("second", SECOND.values(), ids=SECOND)
def test_a_second_link_without_words_does_not_take_the_summary_for_its_title(
    second: str, first: str, lang: str
) -> None:
    found = listing(
        "".join(
            "<div class='record'>"
            + first.format(link=f'<a href="https://other{n}.example/post/{n}">{title}</a>', n=n)
            + f"<div class='told'><p>{n} {SUMMARIES[lang]}</p></div>"
            + f"{second.format(n=n)}<p>2026-11-{28 - n}</p></div>"
            for n, title in enumerate(TITLES[lang])
        ),
        lang,
    )
    assert [entry.title for entry in found.entries] == list(TITLES[lang])
    assert [entry.url for entry in found.entries] == [f"https://other{n}.example/post/{n}" for n in range(6)]


@pytest.mark.parametrize("sign", [">>", "»", "►", "→"])
@pytest.mark.parametrize("is_inside", [True, False])
def test_a_link_that_a_sign_leads_to_is_no_part_of_the_summary(sign: str, is_inside: bool) -> None:
    def related(n: int) -> str:
        words = f"The older news about it, told a week ago, number {n}"
        link = f'<a href="/older-{n}-77.html">{f"{sign} " if is_inside else ""}{words}</a>'
        return link if is_inside else f"{sign} {link}"

    found = listing(
        "".join(
            f'<div><h3><a href="/{n}-550{n}.html">{title}</a></h3><p>{n} {SUMMARIES["en"]} {related(n)}</p></div>'
            for n, title in enumerate(TITLES["en"])
        )
    )
    summaries = [entry.summary for entry in found.entries if entry.title in TITLES["en"]]
    assert summaries == [f"{n} {SUMMARIES['en']}" for n in range(6)]


def test_an_arrow_between_two_names_stays_in_a_summary() -> None:
    found = listing(
        "".join(
            f'<div><h3><a href="/{n}-550{n}.html">{title}</a></h3>'
            f'<p>{TITLES["vi"][n]}: from Osk → <a href="/places/garwick">Garwick</a> goes by night.</p></div>'
            for n, title in enumerate(TITLES["en"])
        )
    )
    assert [entry.summary for entry in found.entries] == [
        f"{TITLES['vi'][n]}: from Osk → Garwick goes by night." for n in range(6)
    ]


@pytest.mark.parametrize(
    "stamp", ["<small>2026-11-{day}</small>", "<time>2026-11-{day}</time>", "<span>({day}/11/2026)</span>"]
)
def test_a_day_in_an_element_of_its_own_is_no_part_of_a_version(stamp: str) -> None:
    found = listing(
        "".join(f"<h2 id='v{n}'>2.{n}.0 {stamp.format(day=28 - n)}</h2><p>Mended.</p>" for n in range(5))
    )
    assert [entry.title for entry in found.entries] == [f"2.{n}.0" for n in range(5)]


PERMANENT = {
    "a day": '<a href="/2026/11/{day}/{n}/">Nov {day}, 2026</a>',
    "a day and a sign": '<a href="/2026/11/{day}/{n}/">2026-11-{day} ∞</a>',
    "an element with a day": '<a href="/2026/11/{day}/{n}/"><time>{day}/11/2026</time></a>',
}


@pytest.mark.parametrize("lang", ["en", "vi", "ja"])
@pytest.mark.parametrize("has_heading", [True, False])
@pytest.mark.parametrize("link", PERMANENT.values(), ids=PERMANENT)
def test_a_post_whose_day_alone_leads_to_it_is_called_by_its_heading_or_its_words(
    link: str, lang: str, has_heading: bool
) -> None:
    said = [f"{title}. {SUMMARIES[lang][:40]}" for title in TITLES[lang]]
    found = listing(
        "".join(
            "<article>"
            + (f"<h3>{title}</h3>" if has_heading else "")
            + f"<p>{said[n]}</p>{link.format(day=28 - n, n=n)}</article>"
            for n, title in enumerate(TITLES[lang])
        ),
        lang,
    )
    assert [entry.title for entry in found.entries] == (list(TITLES[lang]) if has_heading else said)
    assert [entry.url for entry in found.entries] == [f"{SITE}/2026/11/{28 - n}/{n}/" for n in range(6)]
    assert [entry.published.date[:10] for entry in found.entries if entry.published] == [
        f"2026-11-{28 - n}" for n in range(6)
    ]


@pytest.mark.parametrize("around", ["<li>{}</li>", "<section><h2>November {n}</h2><p>{}</p></section>"])
def test_issues_of_a_day_keep_the_day_as_their_name(around: str) -> None:
    days = [f"{28 - n} November 2026" for n in range(8)]
    found = listing(
        "".join(around.format(f'<a href="/issues/2026-11-{28 - n}">{day}</a>', n=n) for n, day in enumerate(days))
    )
    assert [entry.title for entry in found.entries] == days


@pytest.mark.parametrize("control", ["[ thread ]", "[Sujet]", "[tác giả]"])
def test_a_control_in_brackets_among_headlines_is_none(control: str) -> None:
    lines = "".join(f'<li><a href="00{n}.html">{title}</a></li>' for n, title in enumerate(TITLES["en"]))
    found = listing(f'<ul><li><b>Sorted by:</b> <a href="other.html">{control}</a></li></ul><ul>{lines}</ul>')
    assert [entry.title for entry in found.entries] == list(TITLES["en"])


@pytest.mark.parametrize("number", ["Số: {n}/2026/QĐ-UBND", "Case C-{n}/26", "№ {n}", "第{n}号"])
def test_a_number_above_what_it_is_about_is_no_title(number: str) -> None:
    found = listing(
        "".join(
            f'<div><p><a href="/docs/{n}">{number.format(n=120 + n)}</a></p><p><a href="/docs/{n}">{title}</a></p>'
            f"<p>{28 - n}/11/2026</p></div>"
            for n, title in enumerate(TITLES["vi"])
        ),
        "vi",
    )
    assert [entry.title for entry in found.entries] == list(TITLES["vi"])


@pytest.mark.parametrize("kicker", ["<span>Traffic</span> ", "<em>Traffic:</em> ", "<span>Traffic</span>"])
def test_the_title_of_a_link_tells_its_headline_from_the_words_before_it(kicker: str) -> None:
    found = listing(
        "".join(
            f'<article><h2><a href="/n/{n}" title="{title}">{kicker}<span>{title}</span></a></h2></article>'
            for n, title in enumerate(TITLES["en"])
        )
    )
    assert [entry.title for entry in found.entries] == list(TITLES["en"])


def test_a_notice_beside_versions_is_none_and_what_is_not_yet_released_is() -> None:
    parts = "".join(f"<h2 id='v{n}'>2.{9 - n}.0 (2026-11-{28 - n})</h2><p>Mended.</p>" for n in range(6))
    found = listing(
        "<section><div id='consent'><h2>We value your privacy</h2><p>We use cookies.</p></div></section>"
        f"<h2 id='next'>Unreleased</h2><p>Mended.</p>{parts}"
    )
    assert [entry.title for entry in found.entries][:2] == ["Unreleased", "2.9.0 (2026-11-28)"]


def test_a_count_behind_a_short_heading_does_not_take_what_it_is_about() -> None:
    names = ("night-ferry", "herring-prices", "bridge-watch", "map-library", "lake-levels", "sail-school")
    found = listing(
        "".join(
            f'<li><h3><a href="/quay/{name}">{name}</a></h3><p>{n} {SUMMARIES["en"]}</p>'
            f'<a href="/quay/{name}/stars">{n * 9 + 1}</a> <time datetime="2026-11-{28 - n}">x</time></li>'
            for n, name in enumerate(names)
        )
    )
    assert [entry.title for entry in found.entries] == list(names)
