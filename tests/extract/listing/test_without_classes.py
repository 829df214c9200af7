"""Pages without a single class, whose menus, topics and labels have the markup of their headlines."""

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, TITLES, stories

NAMES = {
    "en": ("World", "Sport", "Culture", "Health", "Science", "Weather"),
    "vi": ("Thế giới", "Thể thao", "Văn hóa", "Sức khỏe", "Khoa học", "Thời tiết"),
    "ru": ("Мир", "Спорт", "Культура", "Здоровье", "Наука", "Погода"),
    "ar": ("العالم", "رياضة", "ثقافة", "صحة", "علوم", "طقس"),
    "ja": ("国際", "スポーツ", "文化", "健康", "科学", "天気"),
}

Rows = list[tuple[str, str]]


def lists(rows: Rows) -> str:
    return "<ul>" + "".join(f'<li><a href="{path}">{title}</a></li>' for path, title in rows) + "</ul>"


def boxes(rows: Rows) -> str:
    return "<div>" + "".join(f'<div><a href="{path}">{title}</a></div>' for path, title in rows) + "</div>"


def cells(rows: Rows) -> str:
    inside = "".join(f'<tr><td><a href="{path}">{title}</a></td></tr>' for path, title in rows)
    return f"<table>{inside}</table>"


def menu(lang: str) -> Rows:
    return [(f"/section{number}", name) for number, name in enumerate(NAMES[lang])]


def news(lang: str) -> Rows:
    return [(s.path, s.title) for s in stories(lang)]


def found(body: str, lang: str) -> Rows:
    entries = extract_listing(f'<html lang="{lang}"><body>{body}</body></html>', SITE + "/").entries
    return [((entry.url or "").removeprefix(SITE), entry.title) for entry in entries]


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [lists, boxes, cells])
def test_a_menu_with_the_markup_of_the_list_is_left_out(lang: str, shape: object) -> None:
    assert callable(shape)
    assert found(shape(menu(lang)) + shape(news(lang)), lang) == news(lang)
    assert found(shape(news(lang)[:3]) + shape(menu(lang)) + shape(news(lang)[3:]), lang) == news(lang)


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [lists, boxes, cells])
def test_a_list_of_short_titles_among_longer_ones_stays(lang: str, shape: object) -> None:
    assert callable(shape)
    short = [(f"/world/story-{72000 + n}.html", f"{name} {n}") for n, name in enumerate(NAMES[lang])]
    assert found(shape(news(lang)) + shape(short), lang) == news(lang) + short


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [lists, boxes, cells])
def test_topics_are_no_articles(lang: str, shape: object) -> None:
    assert callable(shape)
    topics = [(f"/event/the-tide-{8000 + n}.html", "# " + title[::-1]) for n, (_, title) in enumerate(news(lang))]
    assert found(f"<p>{shape(topics)}</p>" + f"<div>{shape(news(lang))}</div>", lang) == news(lang)


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("label", ["9 ảnh", "Video", "12 photos", "写真 9", "Ещё"])
def test_of_two_links_alike_the_longer_is_the_headline(lang: str, label: str) -> None:
    cards = "".join(
        f'<div><p><a href="{path}">{label}</a></p><p><a href="{path}">{title}</a></p></div>'
        for path, title in news(lang)
    )
    assert found(cards, lang) == news(lang)


def test_a_sign_alone_is_no_headline() -> None:
    arrows = '<div><a href="/next-page-of-all-the-news-20260301">❯</a></div>'
    assert found(boxes(news("en")) + arrows, "en") == news("en")


def test_a_menu_of_files_is_apart_from_articles_that_a_number_in_the_query_tells() -> None:
    files = [(f"/trang{number}.aspx", name) for number, name in enumerate(NAMES["vi"])]
    articles = [(f"/chitiet.aspx?id={500 + number}", title) for number, (_, title) in enumerate(news("vi"))]
    assert found(cells(files) + cells(articles), "vi") == articles


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("sign", ["{}", "[ {} ]", "{}:"])
def test_a_line_of_several_names_is_a_menu_among_lines_of_one_headline_each(lang: str, sign: str) -> None:
    letters = [(f"/list/2026/0{n + 1200}.html", title) for n, (_, title) in enumerate(news(lang))]
    ways = " ".join(
        f'<a href="/list/2026/by{n}.html">{sign.format(name)}</a>' for n, name in enumerate(NAMES[lang][:3])
    )
    rows = "".join(f'<li><a href="{path}">{title}</a> <i>Kim Lee</i></li>' for path, title in letters)
    assert found(f"<ul><li><b>*</b> {ways}</li></ul><ul>{rows}</ul>", lang) == letters
    assert found(f"<ul><li><b>*</b> {ways}</li>{rows}</ul>", lang) == letters
