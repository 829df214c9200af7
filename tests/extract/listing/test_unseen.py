"""Lists that a browser shows and a parser does not: in shadow roots, and for readers without scripts."""

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, TITLES, Story, page, stories


def card(s: Story) -> str:
    return f'<div><h3><a href="{s.path}">{s.title}</a></h3><p>{s.summary}</p></div>'


def whole_list(records: str) -> str:
    return f'<news-list><template shadowrootmode="open"><div>{records}</div></template></news-list>'


def each_card(records: str) -> str:
    inside = records.replace("<div>", '<x-card><template shadowroot="open"><div>').replace(
        "</div>", "</div></template></x-card>"
    )
    return f"<section>{inside}</section>"


def without_scripts(records: str) -> str:
    return f'<div id="app"></div><script src="/app.js"></script><noscript>{records}</noscript>'


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [whole_list, each_card, without_scripts])
def test_the_list_is_seen(lang: str, shape: object) -> None:
    assert callable(shape)
    found = extract_listing(page(shape("".join(map(card, stories(lang)))), lang), SITE + "/news")
    assert [(e.title, e.url, e.summary) for e in found.entries] == [
        (s.title, s.url, s.summary) for s in stories(lang)
    ]
    assert found.confidence >= 0.5


def test_pictures_for_readers_without_scripts_add_nothing() -> None:
    records = "".join(
        card(s) + f'<noscript><a href="/x{s.number}"><img src="a.jpg"></a></noscript>' for s in stories("en")
    )
    assert len(extract_listing(page(records, "en"), SITE + "/news").entries) == 6


def test_a_template_is_no_part_of_the_page() -> None:
    records = "".join(map(card, stories("en")))
    hidden = f"<template>{records.replace('/world/', '/draft/')}</template>"
    assert len(extract_listing(page(records + hidden, "en"), SITE + "/news").entries) == 6
