"""Days told by a weekday alone, times below them, headlines in two elements, plain tables, documents."""

from datetime import UTC, datetime

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Entry

from .stories import SITE, TITLES, page, stories

SUNDAY_EVENING = datetime(2026, 3, 8, 13, tzinfo=UTC)
WEEKDAYS = {
    "en": ("Sunday", "Friday", "Monday"),
    "vi": ("Chủ Nhật", "Thứ Sáu", "Thứ Hai"),
    "ru": ("Воскресенье", "Пятница", "Понедельник"),
    "ar": ("الأحد", "الجمعة", "الاثنين"),
    "ja": ("日曜日", "金曜日", "月曜日"),
}
CLOCKS = ("18:05", "7:40", "10h20", "8:00", "19:30", "9:15")
DAYS = ("2026-03-08", "2026-03-06", "2026-03-02")


def entries(html: str, path: str = "/news") -> tuple[Entry, ...]:
    return extract_listing(html, SITE + path, now=SUNDAY_EVENING).entries


def dates(html: str) -> list[str]:
    return [entry.published.date[:16] if entry.published else "" for entry in entries(html)]


def under(headings: tuple[str, ...], lang: str, heading: str, clocks: tuple[str, ...] = ()) -> str:
    told = stories(lang)
    each = len(told) // len(headings)
    lines = [
        f"<div>{f'<span>{clocks[s.number]}</span> ' if clocks else ''}<a href='{s.path}'>{s.title}</a></div>"
        for s in told
    ]
    parts = (
        heading.format(name) + "".join(lines[each * at : each * (at + 1)]) for at, name in enumerate(headings)
    )
    return page("".join(parts), lang)


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<p>{}</p>", "<div class='d'><b>{}</b></div>"])
def test_a_weekday_alone_is_the_last_such_day(lang: str, heading: str) -> None:
    wanted = [day for day in DAYS for _ in range(2)]
    assert dates(under(WEEKDAYS[lang], lang, heading)) == wanted
    timed = [f"{day}T{clock.replace('h', ':').zfill(5)}" for day, clock in zip(wanted, CLOCKS, strict=True)]
    assert dates(under(WEEKDAYS[lang], lang, heading, CLOCKS)) == timed


@pytest.mark.parametrize("lang", TITLES)
def test_the_days_of_a_programme_to_come_are_none(lang: str) -> None:
    assert dates(under(WEEKDAYS[lang][::-1], lang, "<h2>{}</h2>")) == [""] * 6


def test_times_below_the_only_day_are_of_it() -> None:
    html = under(("Chủ nhật, ngày 8 tháng 3 năm 2026",), "vi", "<h2>{}</h2>", CLOCKS)
    assert dates(html) == [f"2026-03-08T{clock.replace('h', ':').zfill(5)}" for clock in CLOCKS]


def test_how_long_a_film_is_says_nothing_of_its_time() -> None:
    films = "".join(
        f"<div><a href='{s.path}'><img src='a.jpg'><i>0{s.number}:45</i></a>"
        f"<h3><a href='{s.path}'>{s.title}</a></h3></div>"
        for s in stories("en")
    )
    assert dates(page(f"<h2>8 March 2026</h2>{films}", "en")) == [""] * 6


def halves(title: str) -> tuple[str, str]:
    words = title.split()
    return (" ".join(words[:3]), " ".join(words[3:])) if len(words) > 1 else (title[:7], title[7:])


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("between", ["", "<br>", " "])
def test_two_elements_alike_are_lines_of_one_headline(lang: str, between: str) -> None:
    space = "" if lang == "ja" else " "
    shown = "".join(
        f"<article><h2><span>{first}</span>{between}<span>{space}{rest}</span></h2>"
        f"<a href='{s.path}'>→</a></article>"
        for s in stories(lang)
        for first, rest in [halves(s.title)]
    )
    said = [entry.title.replace(" ", "") for entry in entries(page(shown, lang))]
    assert said == [s.title.replace(" ", "") for s in stories(lang)]


def test_day_month_and_year_may_each_have_a_line() -> None:
    boxes = "".join(
        f"<li><div>0{s.number + 1}<br>03<br>2026</div><h4><a href='{s.path}'>{s.title}</a></h4></li>"
        for s in stories("vi")
    )
    assert dates(page(f"<ul>{boxes}</ul>", "vi")) == [f"2026-03-0{number}" for number in range(1, 7)]


SNIPPETS = (
    "Ghe hàng bông thưa dần trên sông.",
    "Thương lái vẫn đứng đợi ngoài chợ.",
    "Bến mới chỉ mở vào buổi sáng sớm.",
    "Học trò qua đò không mất tiền vé.",
    "Cả xóm góp tre dựng lại nhà máy.",
    "Bản đồ cổ được treo kín bốn vách.",
)


def test_a_short_snippet_of_a_search_begins_with_its_day() -> None:
    found = "".join(
        f"<div><a href='{s.path}'>{s.title}</a><div>0{s.number + 1}/03/2026 - {SNIPPETS[s.number]}</div></div>"
        for s in stories("vi")
    )
    listed = entries(page(found, "vi"))
    assert [one.published and one.published.date for one in listed] == [f"2026-03-0{n}" for n in range(1, 7)]
    assert tuple(one.summary for one in listed) == SNIPPETS


def test_the_columns_of_a_table_without_classes_are_apart() -> None:
    def row(number: int, title: str) -> str:
        return (
            f"<tr><td>{number}.</td><td><a href='vote?id={number}'></a></td><td><span>"
            f"<a href='https://{'abcdef'[number]}.example/post'>{title}</a></span></td></tr>"
            f"<tr><td colspan=2></td><td><span>12 points by <a href='user?id=bob{number}'>bob{number}</a> "
            f"<i title='2026-03-08T0{number}:00:00'><a href='item?id=40{number}'>{9 - number} hours ago</a></i> "
            f"| <a href='hide?id={number}'>hide</a></span></td></tr>"
        )

    menu = " | ".join(
        f"<a href='{word}'>{word}</a>" for word in ("new", "past", "comments", "ask", "show", "jobs")
    )
    rows = "".join(row(s.number, s.title) for s in stories("en"))
    board = f"<table><tr><td><img src=y.svg></td><td><span>{menu}</span></td></tr></table><table>{rows}</table>"
    html = f"<html lang=en><head><title>Board</title></head><body><center>{board}</center></body></html>"
    assert [(one.title, one.url) for one in entries(html)] == [
        (s.title, f"https://{'abcdef'[s.number]}.example/post") for s in stories("en")
    ]
    assert dates(html) == [f"2026-03-08T0{number}:00" for number in range(6)]


@pytest.mark.parametrize(
    "shape",
    [
        "<li><a href='/tb/{n}.pdf'>Thông báo: {title}</a> <span>(1{n}/02/2026)</span></li>",
        "<tr><td>{n}2/2026/QĐ</td><td>Thông báo: {title}</td><td>1{n}/02/2026</td>"
        "<td><a href='/tb/{n}.pdf'>Tải về</a></td></tr>",
    ],
)
def test_documents_are_the_list_of_a_page_that_has_no_other(shape: str) -> None:
    rows = "".join(shape.format(n=s.number, title=s.title) for s in stories("vi"))
    listed = entries(page(f"<table>{rows}</table>" if "<td>" in shape else f"<ul>{rows}</ul>", "vi"))
    assert [(one.title, one.url) for one in listed] == [
        (f"Thông báo: {s.title}", f"{SITE}/tb/{s.number}.pdf") for s in stories("vi")
    ]
    assert [one.published and one.published.date for one in listed] == [f"2026-02-1{n}" for n in range(6)]


@pytest.mark.parametrize("heading", ["Việc làm", "Stellenmarkt", "求人情報", "Jobs", "Вакансии"])
def test_jobs_in_the_shape_of_news_are_none(heading: str) -> None:
    news = "".join(f"<div class=z><h3><a href='{s.path}'>{s.title}</a></h3></div>" for s in stories("vi"))
    works = ("Kế toán tổng hợp", "Lập trình viên", "Lái xe bằng C", "Bán hàng")
    jobs = "".join(f"<div class=z><h3><a href='/viec/{n}'>{work}</a></h3></div>" for n, work in enumerate(works))
    html = page(f"<section><h2>Xã hội</h2>{news}</section><section><h2>{heading}</h2>{jobs}</section>", "vi")
    assert [one.title for one in entries(html, "/")] == [s.title for s in stories("vi")]


def test_what_stands_below_the_name_of_the_page_is_no_summary() -> None:
    items = "".join(
        f"<div><div><a href='{s.path}'>{s.title}</a></div><div>{s.number + 1} tuần trước</div></div>"
        for s in stories("vi")
    )
    html = page(f"<p>Chủ đề: bến cảng, đời sống của người đi biển miền Tây</p>{items}", "vi")
    assert {one.summary for one in entries(html)} == {None}


def listed(shape: str, lang: str = "vi", before: str = "", path: str = "/news") -> list[Entry]:
    items = "".join(
        shape.format(n=s.number, day=8 - s.number, title=s.title, path=s.path, said=SNIPPETS[s.number])
        for s in stories(lang)
    )
    return list(entries(page(before + items, lang), path))


RECORDS = {
    "a place that a style sets apart": (
        "<div><h3><a href='{path}'>{title}</a></h3><p><span class='stamp'>Cà Mau</span>{said}</p></div>",
        [f"Cà Mau {said}" for said in SNIPPETS],
    ),
    "a source and an age behind it": (
        "<dl><dt><a href='{path}'>{title}</a></dt><dd><span class='lede'>{said}</span>"
        "<span class='w'>Báo Bến</span><span class='date'>{n} giờ trước</span></dd></dl>",
        list(SNIPPETS),
    ),
    "a dash in its line": (
        "<p><b>{day}/3/2026</b> – <a href='{path}'>{title}</a> – {said} Ai cũng mong trời yên biển lặng.</p>",
        [f"{said} Ai cũng mong trời yên biển lặng." for said in SNIPPETS],
    ),
}


@pytest.mark.parametrize("shape", RECORDS)
def test_a_summary_is_without_what_stands_around_it(shape: str) -> None:
    markup, wanted = RECORDS[shape]
    assert [one.summary for one in listed(markup)] == wanted


DATED = {
    "<div><i>0{day}</i><i>Tháng 03</i><a href='{path}'>{title}</a><p>{said}</p></div>": "2026-03-0{day}",
    "<div><b>{day}</b> <small>Th3</small><h3><a href='{path}'>{title}</a></h3></div>": "2026-03-0{day}",
    "<p><a href='{path}'>Số {day} - ngày 0{day}/3/2026</a></p>": "2026-03-0{day}",
}


@pytest.mark.parametrize("shape", DATED)
def test_a_day_beside_its_month_or_in_the_name_of_an_issue_is_the_date(shape: str) -> None:
    wanted = [DATED[shape].format(day=8 - number) for number in range(6)]
    assert [one.published and one.published.date for one in listed(shape)] == wanted


def test_a_time_in_a_card_is_of_the_only_day_above() -> None:
    cards = listed("<a href='{path}'><h3>{title}</h3><time>1{n}:05</time></a>", before="<h2>8/3/2026</h2>")
    assert [one.published and one.published.date[:16] for one in cards] == [
        f"2026-03-08T1{n}:05" for n in range(6)
    ]


def test_what_sets_a_kicker_apart_goes_with_it() -> None:
    kicker = "<span class='kick x-label'>Bến cảng</span><i>: </i>"
    shape = f"<h2><a href='{{path}}'>{kicker}<span class='h'>{{title}}</span></a></h2>"
    assert [one.title for one in listed(shape)] == [s.title for s in stories("vi")]


def test_messages_of_a_channel_lead_to_its_own_host() -> None:
    messages = "".join(
        f"<div><a href='https://t.me/ben'>Bến</a><div class='text'>{s.title}</div><span>1.2K</span>"
        f"<a href='https://t.me/ben/{100 + s.number}'><time datetime='2026-03-0{s.number + 1}T09:00:00Z'>"
        "9:00</time></a></div>"
        for s in stories("vi")
    )
    found = extract_listing(page(messages, "vi"), "https://t.me/s/ben", now=SUNDAY_EVENING).entries
    assert [(one.title, one.url) for one in found] == [
        (s.title, f"https://t.me/ben/{100 + s.number}") for s in stories("vi")
    ]


LINED = (
    "<h2><a href='{path}'><span class='l1'>{a}</span><span class='l2'>{b}</span></a></h2>",
    "<h2><span><a href='{path}'>{a}</a></span> <span><a href='{path}'>{b}</a></span></h2>",
    "<a href='{path}'><h2><span class='l1'>{a}</span><br/><span class='l2'>{b}</span></h2></a>",
)


@pytest.mark.parametrize("shape", LINED)
def test_the_lines_of_a_headline_may_have_classes_and_links_of_their_own(shape: str) -> None:
    items = "".join(
        "<article>" + shape.format(path=s.path, a=halves(s.title)[0], b=halves(s.title)[1]) + "</article>"
        for s in stories("vi")
    )
    assert [one.title for one in entries(page(items, "vi"))] == [s.title for s in stories("vi")]


def test_a_headline_cut_in_brackets_is_made_whole() -> None:
    items = "".join(
        f"<li><h4><a href='{s.path}' title='{s.title}'>{s.title[:20]} [...]</a></h4></li>" for s in stories("vi")
    )
    assert [one.title for one in entries(page(f"<ul>{items}</ul>", "vi"))] == [s.title for s in stories("vi")]


def test_what_a_search_engine_shows_begins_with_its_day() -> None:
    shape = (
        "<div><a href='{path}'>{title}</a><i>bao.example{path}</i><span>{day} thg 3, 2026 ... {said}</span></div>"
    )
    assert [one.published and one.published.date for one in listed(shape)] == [
        f"2026-03-0{8 - n}" for n in range(6)
    ]


EVENING = datetime(2026, 11, 29, 18, tzinfo=UTC)
COMING = ("29 Nov", "5 Dec", "9 Dec", "24 Dec", "2 Jan", "16 Jan")
WRITTEN = (
    "<li><span>{day}</span> <a href='{path}'>{title}</a></li>",
    "<div><h3><a href='{path}'>{title}</a></h3><p class='when'>{day}, 7:00 pm</p></div>",
)


def told(days: tuple[str, ...], shape: str) -> list[str]:
    rows = "".join(
        shape.format(day=when, path=s.path, title=s.title) for when, s in zip(days, stories("en"), strict=True)
    )
    found = extract_listing(page(f"<ul>{rows}</ul>", "en"), SITE + "/events", now=EVENING).entries
    return [entry.published.date[:10] if entry.published else "" for entry in found]


@pytest.mark.parametrize("shape", WRITTEN)
@pytest.mark.parametrize("first", [0, 1])
def test_days_without_a_year_that_go_on_into_the_future_are_of_events(shape: str, first: int) -> None:
    days = (*COMING[first:], *(("30 Jan",) if first else ()))
    assert [day for day in told(days, shape) if day > "2026-11-29"] == []
    assert [day for day in told(days, shape) if day and day < "2026-11-29"] == []


@pytest.mark.parametrize("shape", WRITTEN)
def test_days_without_a_year_that_go_back_are_of_the_past(shape: str) -> None:
    past = ("16 Jan", "2 Jan", "24 Dec", "9 Dec", "5 Dec", "3 Dec")
    assert told(past, shape) == [
        "2026-01-16", "2026-01-02", "2025-12-24", "2025-12-09", "2025-12-05", "2025-12-03",
    ]  # fmt: skip
