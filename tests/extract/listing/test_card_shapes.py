"""Cards whose link has no words, posts whose headline is no link, second links of a card, what is no summary."""

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, TITLES, Shape, Story, page, page_of, stories

READING = {
    "en": "4 min read",
    "vi": "4 phút đọc",
    "ru": "4 мин чтения",
    "ar": "4 دقائق قراءة",
    "ja": "読了時間 4 分",
}
FOLLOWERS = {
    "en": "12.{}K Followers",
    "vi": "12,{} N người theo dõi",
    "ru": "12,{} тыс. подписчиков",
    "ar": "12.{} ألف متابع",
    "ja": "フォロワー 1.{}万人",
}
MORE = {"en": "Full story", "vi": "Xem chi tiết", "ru": "Читать далее", "ar": "اقرأ المزيد", "ja": "続きを読む"}
COMMENTS = {
    "en": "{} comments",
    "vi": "{} bình luận",
    "ru": "{} комментариев",
    "ar": "{} تعليق",
    "ja": "コメント{}件",
}
SECOND = {"en": "Transcript", "vi": "Bản ghi", "ru": "Стенограмма", "ar": "النص الكامل", "ja": "書き起こし"}


def empty_with_label(s: Story) -> str:
    link = f'<a class="d2" href="{s.path}" aria-label="{s.title}"></a>'
    head = f"<div><span>Live</span><h3>{s.title}</h3></div>"
    return f'<li><div class="d1">{link}{head}<div>{s.summary}</div></div></li>'


def empty_beside_span(s: Story) -> str:
    picture = f'<div class="p"><a href="{s.path}"></a><img src="a.jpg"></div>'
    return f'<div class="card">{picture}<div><span class="q">{s.title}</span><p>{s.summary}</p></div></div>'


def icon_below(s: Story) -> str:
    link = f'<a href="{s.path}" aria-label="{MORE[s.lang]}: {s.title}"><svg></svg></a>'
    return f"<section><div><h2>{s.title}</h2></div><p>{s.summary}</p>{link}</section>"


def picture_in_cell(s: Story) -> str:
    picture = f'<td><a href="{s.path}" title=""><img src="a.jpg" alt=""></a></td>'
    return f"<table><tr>{picture}<td><strong>{s.title}</strong><br>{s.summary}</td></tr></table>"


def bold_and_more(s: Story) -> str:
    return f'<p><b>{s.title}</b><br>{s.summary} <a href="{s.path}">{MORE[s.lang]}</a></p>'


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize(
    "shape", [empty_with_label, empty_beside_span, icon_below, picture_in_cell, bold_and_more]
)
def test_a_link_without_words_has_the_headline_beside_it(shape: Shape, lang: str) -> None:
    found = extract_listing(page_of(shape, lang), SITE + "/news").entries
    assert [(e.title, e.url, e.summary) for e in found] == [(s.title, s.url, s.summary) for s in stories(lang)]


def body(s: Story) -> str:
    link = '<a href="https://report.example/{}-{}">report</a>'
    return "".join(f"<p>{s.summary} {s.summary} {link.format(s.number, part)}</p>" for part in range(2))


def post_in_boxes(s: Story) -> str:
    links = f'<a href="{s.path}">{MORE[s.lang]}</a> (<a href="{s.path}#c">{COMMENTS[s.lang].format(s.number)}</a>)'
    return f'<div class="Headline">{s.title}</div><div class="Blurb">{body(s)}<p>{links}</p></div>'


def post_with_footer(s: Story) -> str:
    links = f'<a href="{s.path}">{MORE[s.lang]}</a> | <a href="{s.path}#c">{COMMENTS[s.lang].format(s.number)}</a>'
    return f'<div class="post"><h2>{s.title}</h2><div>{body(s)}</div><div class="f">{links}</div></div>'


def flat_post(s: Story) -> str:
    return f'<h3>{s.title}</h3>{body(s)}<p><a href="{s.path}">{COMMENTS[s.lang].format(s.number)}</a></p>'


FEATURES = "<div><b>{}</b><ul>{}</ul></div>"


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [post_in_boxes, post_with_footer, flat_post])
def test_full_posts_beside_linked_features(shape: Shape, lang: str) -> None:
    features = "".join(f'<li><a href="/features/f-{s.number}">{s.title[::-1]}</a></li>' for s in stories(lang)[:4])
    html = page(FEATURES.format("Features", features) + "".join(map(shape, stories(lang))), lang)
    found = {entry.url: entry.title for entry in extract_listing(html, SITE + "/").entries}
    assert [found.get(s.url) for s in stories(lang)] == [s.title for s in stories(lang)]
    assert not [url for url in found if "report.example" in (url or "")]


def other_path(s: Story) -> str:
    return f"/other/{s.number}-story-{5000 + s.number}"


def in_list(s: Story) -> str:
    links = (
        f'<a href="/listen/{s.number}">0:4{s.number}</a></li><li><a href="{other_path(s)}">{SECOND[s.lang]}</a>'
    )
    head = f'<h2><a href="{s.path}">{s.title}</a></h2><p>{s.summary}</p>'
    return f"<article>{head}<ul><li>{links}</li></ul></article>"


def in_heading(s: Story) -> str:
    other = f'<h3 class="audio-title"><a href="{other_path(s)}">{SECOND[s.lang]}</a></h3>'
    return (
        f'<div class="ep"><h2 class="title"><a href="{s.path}">{s.title}</a></h2><p>{s.summary}</p>{other}</div>'
    )


def with_title_again(s: Story) -> str:
    other = f'<a href="{other_path(s)}">{SECOND[s.lang]}: {s.title}</a>'
    return f'<div class="ep"><h3><a href="{s.path}">{s.title}</a></h3><p>{s.summary}</p>{other}</div>'


def in_brackets(s: Story) -> str:
    other = f'<a href="{other_path(s)}">{COMMENTS[s.lang].format(s.number + 9)}</a>'
    return f'<ul><li><a href="{s.path}">{s.title}</a> ({other})</li></ul>'


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [in_list, in_heading, with_title_again, in_brackets])
def test_a_second_link_of_a_card_is_no_second_article(shape: Shape, lang: str) -> None:
    found = extract_listing(page_of(shape, lang), SITE + "/news").entries
    assert [(e.title, e.url) for e in found] == [(s.title, s.url) for s in stories(lang)]


def reading_time(s: Story) -> str:
    line = f"<div><span>Tilda Brone {s.number}</span> <span>{READING[s.lang]}</span></div>"
    return f'<div class="c"><h3><a href="{s.path}">{s.title}</a></h3>{line}</div>'


def followers(s: Story) -> str:
    line = f"{READING[s.lang]} · {FOLLOWERS[s.lang].format(s.number)}"
    return f'<article><h2><a href="{s.path}">{s.title}</a></h2><p>{line}</p></article>'


def label(s: Story) -> str:
    line = f'<span class="desc">{READING[s.lang]} · {MORE[s.lang]}</span>'
    return f'<table><tr><td><b><a href="{s.path}">{s.title}</a></b><br>{line}</td></tr></table>'


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [reading_time, followers, label])
def test_reading_time_and_counts_are_no_summary(shape: Shape, lang: str) -> None:
    found = extract_listing(page_of(shape, lang), SITE + "/news").entries
    assert [(e.title, e.summary) for e in found] == [(s.title, None) for s in stories(lang)]


@pytest.mark.parametrize("lang", TITLES)
def test_the_summary_is_found_between_them(lang: str) -> None:
    def shape(s: Story) -> str:
        who = f"<p>{FOLLOWERS[lang].format(s.number)}</p>"
        head = f'<h2><a href="{s.path}">{s.title}</a></h2>'
        return f"<article>{who}{head}<p>{s.summary}</p><p>{READING[lang]}</p></article>"

    found = extract_listing(page_of(shape, lang), SITE + "/news").entries
    assert [e.summary for e in found] == [s.summary for s in stories(lang)]


def test_words_for_screen_readers_behind_a_headline_are_none_of_it() -> None:
    cards = "".join(
        f'<div class="t"><a href="/lokal/{n}-artikel-40{n}.html"><span class="vh">{title} weiterlesen</span></a>'
        f"<div>{title}</div></div>"
        for n, title in enumerate(TITLES["en"][:4])
    )
    found = extract_listing(f"<html lang=de><body><h1>Lokales</h1>{cards}", SITE + "/lokal").entries
    assert [entry.title for entry in found] == list(TITLES["en"][:4])
