"""Lists in the data of a page whose markup is a shell: in every way that programs write it there."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Listing

from .stories import SITE, TITLES, Story, stories

Json = dict[str, Any]
MENU = [
    {"title": "World", "url": "/world"},
    {"title": "Sport", "url": "/sport"},
    {"title": "Life", "url": "/life"},
]


def listing(script: str, lang: str) -> Listing:
    menu = '<nav><a href="/about">About us</a> <a href="/contact">Contact</a></nav>'
    page = f'<html lang="{lang}"><body>{menu}<div id="app">Loading…</div>{script}</body></html>'
    return extract_listing(page, SITE + "/")


def plain(s: Story) -> Json:
    return {"headline": s.title, "url": s.path, "summary": s.summary, "publishedAt": f"2026-03-0{s.number + 1}"}


def wordpress(s: Story) -> Json:
    excerpt = {"rendered": f"<p>{s.summary} &hellip;</p>".replace(" &hellip;", "")}
    return {
        "title": {"rendered": s.title},
        "link": s.url,
        "excerpt": excerpt,
        "date": f"2026-03-0{s.number + 1}T09:00:00",
    }


def basic(s: Story) -> Json:
    texts = {"headlines": {"basic": s.title}, "description": {"basic": s.summary}}
    return texts | {"canonical_url": s.path, "display_date": f"2026-03-0{s.number + 1}T09:00:00Z"}


def node(s: Story) -> Json:
    return {
        "cursor": "x",
        "node": {"title": s.title, "path": s.path, "dek": s.summary, "pub_date": f"2026-03-0{s.number + 1}"},
    }


def attributes(s: Story) -> Json:
    inner = {
        "title": s.title,
        "permalink": s.path,
        "teaser": s.summary,
        "first_published_at": f"2026-03-0{s.number + 1}",
    }
    return {"id": s.number, "type": "story", "attributes": inner}


def epoch(s: Story) -> Json:
    stamp = 1772355600 + s.number * 86400
    return {
        "kind": "t3",
        "data": {"title": s.title, "url": s.url, "abstract": s.summary, "created_utc": float(stamp)},
    }


OBJECTS: tuple[Callable[[Story], Json], ...] = (plain, wordpress, basic, node, attributes, epoch)


def next_data(value: Json) -> str:
    text = json.dumps({"props": {"pageProps": value}})
    return f'<script id="__NEXT_DATA__" type="application/json">{text}</script>'


def window_state(value: Json) -> str:
    return f"<script>window.__STATE__ = {json.dumps(value)}; window.start();</script>"


def parsed_string(value: Json) -> str:
    return f"<script>var state=JSON.parse({json.dumps(json.dumps(value))});</script>"


def pushes(value: Json) -> str:
    row = "1:" + json.dumps(["$", "main", None, value]) + "\n"
    half = len(row) // 2
    parts = "".join(
        f"<script>self.__next_f.push([1,{json.dumps(part)}])</script>" for part in (row[:half], row[half:])
    )
    return f"<script>(self.__next_f=self.__next_f||[]).push([0])</script>{parts}"


def page_attribute(value: Json) -> str:
    text = json.dumps(value).replace("&", "&amp;").replace('"', "&quot;")
    return f'<div id="page" data-page="{text}"></div>'


def tagged(value: object) -> list[object]:
    if isinstance(value, dict):
        return [0, {key: tagged(inner) for key, inner in value.items()}]
    return [1, [tagged(inner) for inner in value]] if isinstance(value, list) else [0, value]


def island(value: Json) -> str:
    text = json.dumps(tagged(value)[1]).replace("&", "&amp;").replace('"', "&quot;")
    return f'<astro-island uid="1" props="{text}" client="only"></astro-island>'


WAYS = (next_data, window_state, parsed_string, pushes, page_attribute, island)


def is_right(found: Listing, lang: str) -> None:
    assert [(e.title, e.url, e.summary) for e in found.entries] == [
        (s.title, s.url, s.summary) for s in stories(lang)
    ]
    dates = [entry.published.date[:10] if entry.published else "" for entry in found.entries]
    assert dates == [f"2026-03-0{number + 1}" for number in range(6)]
    assert found.confidence >= 0.5


@pytest.mark.parametrize("lang", ["en", "vi", "ja"])
@pytest.mark.parametrize("written", WAYS)
@pytest.mark.parametrize("shape", OBJECTS)
def test_the_list_is_found_beside_menus(
    lang: str, written: Callable[[Json], str], shape: Callable[[Story], Json]
) -> None:
    value = {"menu": MENU, "page": {"feed": {"items": [shape(s) for s in stories(lang)]}, "footer": MENU}}
    is_right(listing(written(value), lang), lang)


@pytest.mark.parametrize("lang", TITLES)
def test_zones_with_the_same_fields_are_one_list_and_the_most_read_is_none(lang: str) -> None:
    told = [plain(s) for s in stories(lang)]
    other = [
        {**one, "headline": one["headline"][::-1], "url": f"/other/{n}-of-the-day"} for n, one in enumerate(told)
    ]
    zones = [{"name": "World", "items": told[:3]}, {"name": "Sport", "items": told[3:]}]
    is_right(listing(window_state({"mostRead": other, "zones": zones}), lang), lang)


def test_a_list_called_popular_is_read_where_there_is_no_other() -> None:
    is_right(listing(window_state({"popular": [plain(s) for s in stories("en")]}), "en"), "en")


@pytest.mark.parametrize("lang", ["en", "vi", "ru"])
def test_the_members_of_a_cache_are_a_list(lang: str) -> None:
    cache = {f"Article:{s.number}": {"__typename": "Article", **plain(s)} for s in stories(lang)}
    is_right(listing(window_state({"apollo": {"ROOT_QUERY": {"n": 1}, **cache}}), lang), lang)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_references_to_a_cache_give_the_order(lang: str) -> None:
    cache = {f"Article:{s.number}": plain(s) for s in reversed(stories(lang))}
    order = [{"__ref": f"Article:{s.number}"} for s in stories(lang)]
    is_right(listing(window_state({"cache": cache, "list": {"items": order}}), lang), lang)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("envelope", [True, False])
def test_the_item_list_of_schema_org(lang: str, envelope: bool) -> None:
    items: list[Json] = []
    for s in stories(lang):
        date = f"2026-03-0{s.number + 1}T08:00:00+07:00"
        article = {"@type": "NewsArticle", "headline": s.title, "description": s.summary, "datePublished": date}
        inner = {**article, "@id": s.url} if envelope else {**article, "mainEntityOfPage": {"@id": s.url}}
        items.append({"@type": "ListItem", "position": s.number + 1, "item": inner} if envelope else inner)
    value = {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": items}
    is_right(listing(f'<script type="application/ld+json">{json.dumps(value)}</script>', lang), lang)


def test_the_publisher_of_an_article_is_not_its_title() -> None:
    told = [
        {**plain(s), "source": {"name": "The Lantern", "url": "https://lantern.example"}} for s in stories("en")
    ]
    is_right(listing(window_state({"items": told}), "en"), "en")


def test_names_and_pictures() -> None:
    told = [
        {**plain(s), "credits": {"by": [{"name": "Tilda Brone"}, {"name": "Osk"}]}, "image": [{"url": "/a.jpg"}]}
        for s in stories("en")
    ]
    first = listing(window_state({"items": told}), "en").entries[0]
    assert first.authors == ("Tilda Brone", "Osk")
    assert first.image == SITE + "/a.jpg"


def test_pictures_and_topics_are_no_articles() -> None:
    more = [
        {**plain(s), "url": path}
        for s, path in zip(stories("en"), ("/a/harbour.jpg", "/tag/harbour", "/author/tilda"), strict=False)
    ]
    is_right(listing(window_state({"items": more + [plain(s) for s in stories("en")]}), "en"), "en")


def test_the_related_articles_in_the_data_of_an_article_are_no_list() -> None:
    head = '<meta property="article:published_time" content="2026-03-09T08:00:00Z">'
    told = window_state({"items": [plain(s) for s in stories("en")]})
    article = f"<h1>The bridge over the river is closed for a year</h1><p>{stories('en')[0].summary}</p>"
    page = f"<html><head>{head}</head><body>{article}{told}</body></html>"
    assert extract_listing(page, SITE + "/bridge").confidence < 0.5
