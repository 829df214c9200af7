"""Links of a record that are no article of their own: "read more" with the title, an age, an advertisement."""

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, TITLES, Story, page, page_of, stories

MORE = {"en": "Read more", "vi": "Xem thêm", "ru": "Читать далее", "ar": "اقرأ المزيد", "ja": "続きを読む"}
LABEL = {"en": "Sponsored", "vi": "Quảng cáo", "ru": "Реклама", "ar": "إعلان", "ja": "広告"}


@pytest.mark.parametrize("lang", TITLES)
def test_read_more_with_the_title_is_no_part_of_the_summary(lang: str) -> None:
    def shape(story: Story) -> str:
        more = f'<a class="more-link" href="{story.path}">{MORE[lang]} <span>“{story.title}”</span> →</a>'
        head = f'<h2><a href="{story.path}">{story.title}</a></h2>'
        return f"<article>{head}<p>{story.summary} {more}</p></article>"

    entries = extract_listing(page_of(shape, lang), f"{SITE}/world/").entries
    assert [(entry.title, entry.summary) for entry in entries] == [(s.title, s.summary) for s in stories(lang)]


@pytest.mark.parametrize("lang", TITLES)
def test_an_advertisement_that_leads_elsewhere_is_no_article(lang: str) -> None:
    def card(address: str, title: str, label: str = "") -> str:
        head = f'{label}<h3><a href="{address}">{title}</a></h3>'
        return f"<article>{head}<p>Words about it, and some more of them.</p></article>"

    label = f"<span>{LABEL[lang]}</span>"
    cards = [card(story.path, story.title) for story in stories(lang)]
    cards.insert(
        2, card("https://shop.example/offer-of-the-spring-12345", "New windows for your house this spring", label)
    )
    cards.insert(4, card("/world/our-own-offer-12345.html", "A weekend by the sea for our readers", label))
    found = extract_listing(page("".join(cards), lang), f"{SITE}/world/").entries
    assert [entry.title for entry in found if entry.url and "shop.example" in entry.url] == []
    assert len(found) == len(cards) - 1


def test_an_age_is_not_the_headline_of_a_submission() -> None:
    rows = "".join(
        f'<tr><td><a href="https://o{n}.example/story">{title}</a></td></tr>'
        f'<tr><td>{n} points by <a href="user?id=x">x</a> '
        f'<a href="item?id=40000{n}">{n + 2} hours ago</a> | '
        f'<a href="item?id=40000{n}">{n + 3} comments</a></td></tr>'
        for n, title in enumerate(TITLES["en"])
    )
    entries = extract_listing(page(f"<table>{rows}</table>", "en"), f"{SITE}/news").entries
    assert [entry.title for entry in entries] == list(TITLES["en"])


def test_a_note_without_a_title_begins_with_its_words() -> None:
    notes = "".join(
        f'<div class="h-entry"><div class="e-content"><p>{s.title}. {s.summary}</p></div>'
        f'<p><a class="u-url" href="/notes/{s.number}"><time datetime="2026-03-0{s.number + 1}">'
        f"March {s.number + 1}, 2026</time></a></p></div>"
        for s in stories("en")
    )
    entries = extract_listing(page(f'<div class="h-feed">{notes}</div>', "en"), f"{SITE}/notes").entries
    assert [entry.title for entry in entries] == [f"{s.title}. {s.summary}" for s in stories("en")]
    assert [entry.published.date for entry in entries if entry.published] == [f"2026-03-0{n}" for n in range(1, 7)]


@pytest.mark.parametrize("span", ["<span class='sr-only'>{}</span>", "<span>{}</span>", "<em>“{}”</em>"])
@pytest.mark.parametrize("lang", TITLES)
def test_a_button_that_names_its_article_is_called_as_that(lang: str, span: str) -> None:
    def card(story: Story) -> str:
        more = f'<a class="btn" href="{story.path}">{MORE[lang]} {span.format(story.title)}</a>'
        return f'<div class="b"><p><b>{story.title}</b></p><p>{story.summary}</p>{more}</div>'

    entries = extract_listing(page_of(card, lang), f"{SITE}/world/").entries
    assert [(entry.title, entry.summary) for entry in entries] == [(s.title, s.summary) for s in stories(lang)]
