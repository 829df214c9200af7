"""Listings: pages of many shapes, written by hand, each beside what a person sees on it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Entry, Listing

PAGES = sorted((Path(__file__).parent / "listings").glob("*.html"))


def listing_of(page: Path) -> tuple[Listing, dict[str, Any]]:
    wanted = json.loads(page.with_suffix(".json").read_text("utf-8"))
    now = datetime.fromisoformat(wanted["now"]) if "now" in wanted else None
    return extract_listing(page.read_text("utf-8"), wanted["url"], now=now), wanted


def seen(entry: Entry, wanted: dict[str, Any]) -> dict[str, Any]:
    """What the entry says in the fields that the golden item states."""
    said = {
        "title": entry.title,
        "url": entry.url,
        "date": entry.published.date[: len(wanted.get("date") or "")] if entry.published else None,
        "summary": entry.summary,
    }
    return {name: said[name] for name in wanted}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_of_this_shape(page: Path) -> None:
    listing, wanted = listing_of(page)
    assert (listing.confidence < 0.5) is wanted.get("low", False)
    if not wanted["items"]:
        return
    assert [entry.url for entry in listing.entries] == [item["url"] for item in wanted["items"]]
    pairs = zip(listing.entries, wanted["items"], strict=True)
    assert [seen(entry, item) for entry, item in pairs] == wanted["items"]
    assert listing.next_page == wanted.get("next_page")


def test_nothing_at_all() -> None:
    assert extract_listing("", "https://a.example/").entries == ()
    assert extract_listing("", "https://a.example/").confidence == 0.0


def test_a_page_without_a_list_gives_its_best_guess() -> None:
    page = '<nav><a href="/about">About us</a> <a href="/contact">Contact</a></nav><p>Nothing to see here.</p>'
    listing = extract_listing(page, "https://a.example/")
    assert listing.entries
    assert listing.confidence < 0.5


def listed(*links: tuple[str, str]) -> list[str | None]:
    page = "".join(f'<h2><a href="{href}">{title}</a></h2><p>And what it is about.</p>' for href, title in links)
    return [entry.url for entry in extract_listing(page, "https://a.example/").entries]


def test_each_article_once_wherever_its_links_stand() -> None:
    again = ("/2024/the-bridge-is-closed?section=top", "The bridge is closed, says the council")
    urls = listed(
        ("/2024/the-bridge-is-closed?section=asia", "The bridge is closed"),
        ("/2024/the-ferry-is-late", "The ferry is late again this week"),
        again,
        ("https://www.a.example/2024/the-ferry-is-late/#comments", "The ferry is late again this week"),
        ("/2024/the-market-is-open?utm_source=x", "The market is open until midnight"),
    )
    assert urls == [
        "https://a.example/2024/the-bridge-is-closed?section=asia",
        "https://a.example/2024/the-ferry-is-late",
        "https://a.example/2024/the-market-is-open?utm_source=x",
    ]


def test_a_query_can_be_the_identity() -> None:
    urls = listed(*((f"/story.php?id={i}", "Notice to all our readers") for i in range(4)))
    assert urls == [f"https://a.example/story.php?id={i}" for i in range(4)]
