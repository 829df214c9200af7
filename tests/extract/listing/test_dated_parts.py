"""Pages that tell their news themselves, under headings with a day."""

from datetime import UTC, datetime

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Listing

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
HERE = "https://a.example/changes"
HEADINGS = {
    "a version and its day": "<h2 id='v{n}'>2.{n}.0 (2026-11-{day})</h2>",
    "in words": "<section id='v{n}'><h2>Version 2.{n}.0 – {day} November 2026</h2></section>",
    "keep a changelog": "<h3 id='v{n}'>[2.{n}.0] - 2026-11-{day}</h3>",
    "vi": "<h2><a name='v{n}'></a>Bản 2.{n} — {day}/11/2026</h2>",
    "ja": "<h2 id='v{n}'>2026年11月{day}日 更新 2.{n}</h2>",
    "th": "<h2 id='v{n}'>รุ่น 2.{n} ({day} พ.ย. 2569)</h2>",
}


def listing(parts: str) -> Listing:
    menu = "<nav><a href='/'>Home</a></nav>"
    foot = "<footer><a href='/contact'>Contact us here</a></footer>"
    html = f"<html><head><title>Changes</title></head><body>{menu}<h1>Changes</h1>{parts}{foot}</body></html>"
    return extract_listing(html, HERE, now=NOW)


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
def test_each_part_is_an_entry_of_its_day(heading: str) -> None:
    found = listing(
        "".join(
            heading.format(n=n, day=30 - n) + f"<ul><li>A slip number {n} was mended.</li><li>More.</li></ul>"
            for n in range(6)
        )
    )
    assert [(entry.url, entry.published.date if entry.published else None) for entry in found.entries] == [
        (f"{HERE}#v{n}", f"2026-11-{30 - n}") for n in range(6)
    ]
    assert found.entries[1].summary == "A slip number 1 was mended. More."
    assert found.confidence >= 0.5


def test_parts_without_days_are_those_of_an_article() -> None:
    found = listing("".join(f"<h2 id='v{n}'>Part {n} of it</h2><p>Words of it.</p>" for n in range(5)))
    assert not any("#v" in (entry.url or "") for entry in found.entries)
