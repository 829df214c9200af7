"""Records that are lines of one text, and words beside a headline that are none of it."""

from datetime import date, datetime, timedelta

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Entry

from .stories import SITE, TITLES, Shape, Story, page_of, stories

NOW = datetime.fromisoformat("2026-11-29T12:00:00+00:00")


def day(s: Story) -> date:
    return date(2026, 11, 27) - timedelta(days=2 * s.number)


def entries(body: str, lang: str = "en", url: str = SITE + "/news") -> list[Entry]:
    html = f'<html lang="{lang}"><head><meta charset="utf-8"></head><body>{body}</body></html>'
    return list(extract_listing(html, url, now=NOW).entries)


def days(found: list[Entry]) -> list[str]:
    return [entry.published.date[:10] if entry.published else "" for entry in found]


def linked(s: Story) -> str:
    return f'<a href="{s.path}">{s.title}</a>'


def day_before(s: Story) -> str:
    return f"<font size=2>{day(s).isoformat()}</font> - {linked(s)}"


def day_behind(s: Story) -> str:
    return f"{linked(s)} <i>({day(s).isoformat()})</i>"


def day_above(s: Story) -> str:
    return f"<small>{day(s).isoformat()}</small><br>{linked(s)}<br>"


def day_below(s: Story) -> str:
    return f"{linked(s)}<br><small>{day(s).isoformat()}</small><br>"


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("line", [day_before, day_behind, day_above, day_below])
@pytest.mark.parametrize(
    "around", ["<p>{}</p>", "<p>{}</p><p><i>Page last updated 2026-11-28</i></p>", "<td>{}</td>"]
)
def test_the_day_of_a_line_is_that_of_its_headline(lang: str, line: Shape, around: str) -> None:
    body = "<h2>News</h2>" + around.format("<br>\n".join(map(line, stories(lang))))
    found = entries(body, lang)
    assert [e.title for e in found] == [s.title for s in stories(lang)]
    assert days(found) == [day(s).isoformat() for s in stories(lang)]


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("copies", [1, 2, 3])
def test_what_a_slider_shows_several_times_is_told_by_the_list(lang: str, copies: int) -> None:
    slides = "".join(
        f'<div class="item"><a href="{s.path}"><img src="/x.jpg"><h2>{s.title}</h2></a></div>'
        for s in stories(lang) * copies
    )
    rows = "".join(
        f"<div class='row'><span>{day(s).isoformat()}</span><p>{linked(s)}</p><p>{s.summary}</p></div>"
        for s in stories(lang)
    )
    found = entries(f"<div>{slides}</div><div>{rows}</div>", lang)
    assert [(e.title, d, e.summary) for e, d in zip(found, days(found), strict=True)] == [
        (s.title, day(s).isoformat(), s.summary) for s in stories(lang)
    ]


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shown", ["28 november 2026", "28 Kasım 2026", "2026-11-28", "28. mraskyn"])
def test_a_time_beside_the_summary_in_a_card_is_none_of_it(lang: str, shown: str) -> None:
    body = "".join(
        f'<li><a href="{s.path}"><span>{s.title}</span><time datetime="{day(s).isoformat()}">{shown}</time>'
        f"<span>{s.summary}</span></a></li>"
        for s in stories(lang)
    )
    assert [e.summary for e in entries(f"<ul>{body}</ul>", lang)] == [s.summary for s in stories(lang)]


@pytest.mark.parametrize("form", ["{:02}: ", "{:02} : ", "{} – ", "{}. ", "{}, ", "{}／"])
def test_the_number_of_a_day_under_its_month_may_have_any_sign_behind_it(form: str) -> None:
    every = stories("en")
    parts = (("November 2026", every[:3]), ("October 2026", every[3:]))
    body = "".join(
        f"<h2>{month}</h2><ul>"
        + "".join(f"<li>{form.format(20 - s.number)}{linked(s)} <span>({s.number % 3})</span></li>" for s in some)
        + "</ul>"
        for month, some in parts
    )
    wanted = [f"2026-{11 if s.number < 3 else 10}-{20 - s.number:02}" for s in every]
    assert days(entries(body)) == wanted


@pytest.mark.parametrize("sign", ["#", "¶", "§", "🔗", "∞", "[#]"])
def test_the_sign_of_an_anchor_is_no_word_of_a_heading(sign: str) -> None:
    body = "".join(
        f'<h2 id="v{n}"><a href="#v{n}">{sign}</a>2.{n}.0 (2026-11-{20 - n})</h2><p>Mends it.</p>'
        for n in range(4)
    )
    assert [e.title for e in entries(body)] == [f"2.{n}.0 (2026-11-{20 - n})" for n in range(4)]


FILES = (
    "Descargar (PDF, 1,{n} MB)",
    "Download PDF",
    "PDF (14{n} KB)",
    "Télécharger le fichier (PDF - 1,{n} Mo)",
    "Herunterladen",
    "Tải về (.docx, 32{n} KB)",
    "Скачать PDF (1,{n} МБ)",
    "ダウンロード(PDF:1.{n}MB)",
    "pdf",
)


@pytest.mark.parametrize("label", FILES)
@pytest.mark.parametrize("lang", TITLES)
def test_a_document_is_called_as_what_stands_beside_its_button(lang: str, label: str) -> None:
    body = "".join(
        f"<li><strong>{s.title}</strong><br>{day(s).isoformat()}<br>"
        f'<a href="/docs/notice-{s.number}.pdf">{label.format(n=s.number)}</a></li>'
        for s in stories(lang)
    )
    assert [e.title for e in entries(f"<ul>{body}</ul>", lang)] == [s.title for s in stories(lang)]


def labelled(lang: str, marks: dict[int, str]) -> str:
    return page_of(
        lambda s: (
            f'<div class="item"><a class="thumb" href="{s.path}"><img src="/x.jpg"></a>'
            f'<a href="{s.path}">{marks.get(s.number, "")}{s.title}</a></div>'
        ),
        lang,
    )


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize(
    "mark", ["<span class=x>Emagazine</span> ", "<i class=q>Video</i> ", "<b class=t1>Longform</b> "]
)
def test_a_mark_that_several_headlines_begin_with_is_none_of_their_words(lang: str, mark: str) -> None:
    body = labelled(lang, {0: mark, 2: mark, 5: mark})
    assert [e.title for e in entries(body, lang)] == [s.title for s in stories(lang)]


def test_a_word_that_a_single_headline_sets_off_stays() -> None:
    body = labelled("en", {1: "<i class=ship>Nautilus</i> "})
    assert entries(body)[1].title == "Nautilus " + stories("en")[1].title


def test_the_days_below_a_single_month_are_of_it() -> None:
    lines = "".join(f"<li>{20 - s.number}: {linked(s)}</li>" for s in stories("en"))
    found = entries(f"<h2>November 2026</h2><ul>{lines}</ul>")
    assert days(found) == [f"2026-11-{20 - s.number}" for s in stories("en")]
    counts = "".join(f"<li>{s.number % 2 + 1}: {linked(s)}</li>" for s in stories("en"))
    assert days(entries(f"<h2>November 2026</h2><ul>{counts}</ul>")) == [""] * 6


@pytest.mark.parametrize("path", ["/", "/news"])
@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize(
    "stamp", ["<span>{}</span>", "<time>{}</time>", "<div><b>{}</b></div>", "<i></i><p>{}</p>"]
)
def test_the_news_of_a_ticker_are_those_of_its_day(lang: str, stamp: str, path: str) -> None:
    told = "".join(
        f"<div class='entry' id='e{s.number}'>{stamp.format(f'{18 - s.number}:05')}<h3>{s.title}</h3>"
        f"<p>{s.summary}</p></div>"
        for s in stories(lang)
    )
    menu = "".join(f'<a href="/{word}">{word}</a>' for word in ("news", "sport", "weather", "opinion"))
    body = f"<nav>{menu}</nav><h1>Ticker</h1><p class='day'>2026-11-28</p><div>{told}</div>"
    found = entries(body, lang, SITE + path)
    assert [(e.title, e.url) for e in found] == [(s.title, f"{SITE}{path}#e{s.number}") for s in stories(lang)]
    assert [e.published and e.published.date[:16] for e in found] == [f"2026-11-28T{18 - n}:05" for n in range(6)]


@pytest.mark.parametrize("lang", TITLES)
def test_a_mark_that_several_headlines_end_with_is_none_of_their_words(lang: str) -> None:
    kinds = ("note", "essay", "note", "essay", "note", "essay")
    rows = "".join(
        f'<a class="group" href="{s.path}"><span class="n">{day(s).isoformat()}</span>'
        f'<span class="t">{s.title}</span><span class="k">{kinds[s.number]}</span></a>'
        for s in stories(lang)
    )
    assert [e.title for e in entries(f"<main>{rows}</main>", lang)] == [s.title for s in stories(lang)]


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("form", ["{} ({})", "{} [{}].", "{}（{}）"])
@pytest.mark.parametrize("shape", ["<p><b>{link}</b> — {said}</p>", "<div><h3>{link}</h3><p>{said}</p></div>"])
def test_a_summary_that_ends_with_its_day_in_brackets_is_of_that_day(lang: str, form: str, shape: str) -> None:
    body = "".join(
        shape.format(link=linked(s), said=form.format(s.summary, day(s).isoformat())) for s in stories(lang)
    )
    found = entries(f"<h1>Brief</h1>{body}", lang)
    assert days(found) == [day(s).isoformat() for s in stories(lang)]
    assert [e.summary for e in found] == [s.summary for s in stories(lang)]


def test_a_year_in_brackets_at_the_end_of_a_summary_is_a_word_of_it() -> None:
    body = "".join(f"<div><h3>{linked(s)}</h3><p>{s.summary} (2019)</p></div>" for s in stories("en"))
    assert [e.summary for e in entries(f"<h1>Brief</h1>{body}")] == [f"{s.summary} (2019)" for s in stories("en")]


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("stamp", ["<span class=date>{}</span>", "<time>{}</time>", "<b class='post-time'>{}</b>"])
@pytest.mark.parametrize("sign", [" (BQN) - ", " ", "“"])
def test_a_stamp_at_the_head_of_a_summary_is_none_of_its_words(lang: str, stamp: str, sign: str) -> None:
    body = "".join(
        f"<li><h3>{linked(s)}</h3><p class='sapo'>{stamp.format(f'{day(s):%d/%m/%Y} 0{s.number}:45')}{sign}"
        f"{s.summary}</p></li>"
        for s in stories(lang)
    )
    found = entries(f"<ul>{body}</ul>", lang)
    assert [e.summary for e in found] == [f"{sign}{s.summary}".strip() for s in stories(lang)]
    assert days(found) == [day(s).isoformat() for s in stories(lang)]


def test_a_day_with_which_a_sentence_begins_stays_in_it() -> None:
    said = [f"was the day on which {s.summary[: 60 + 4 * s.number].lower()}" for s in stories("en")]
    body = "".join(
        f"<li><h3>{linked(s)}</h3><p><time>3 March 2026</time> {said[s.number]}</p></li>" for s in stories("en")
    )
    assert [e.summary for e in entries(f"<ul>{body}</ul>")] == [f"3 March 2026 {words}".strip() for words in said]
