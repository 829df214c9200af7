"""A front page of many zones, whose records have different shapes and whose addresses say little."""

from collections.abc import Callable, Iterator
from itertools import count
from urllib.parse import urljoin

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, TITLES, page

ADDRESSES: dict[str, Callable[[str, int], str]] = {
    "number": lambda section, number: f"/{section}/the-story-{71000 + number}.html",
    "slug": lambda section, number: f"/{section}/about-the-story-{number}",
    "folder": lambda section, number: f"/article/{1000 + number}",
    "query": lambda section, number: f"/news.php?nid={5000 + number}",
    "subdomain": lambda section, number: f"https://{section}.post.example/the-story-{7000 + number}",
    "word": lambda section, number: f"/{section}/story{number:03}",
}
SECTIONS = ("world", "sport", "culture", "business", "tech", "health")


class Front:
    """Makes the zones of a page in one language, and knows which articles they list."""

    def __init__(self, lang: str, address: Callable[[str, int], str]) -> None:
        self.listed: dict[str, str] = {}
        self._address = address
        self._titles = self._all_titles(lang)

    @staticmethod
    def _all_titles(lang: str) -> Iterator[str]:
        for number in count():
            yield from (f"{title} {number}" if number else title for title in TITLES[lang])

    def story(self, section: str) -> tuple[str, str]:
        path = self._address(section, len(self.listed))
        title = self.listed[urljoin(SITE, path)] = next(self._titles)
        return path, title

    def lead(self, section: str, shape: int) -> str:
        path, title = self.story(section)
        picture = f'<a href="{path}"><img src="a.jpg" alt=""></a>'
        text = "<p>What the harbour was told of it on Monday morning, in more words than a title has.</p>"
        return (
            f'<article class="lead">{picture}<h2><a href="{path}">{title}</a></h2>{text}</article>',
            f'<div class="bx">{picture}<a class="ttl" href="{path}">{title}</a>{text}</div>',
            f'<div class="u1"><a href="{path}"><img src="a.jpg"><p class="u3">{title}</p>{text}</a></div>',
            f'<table><tr><td>{picture}</td><td><a href="{path}"><b>{title}</b></a><br>{text}</td></tr></table>',
        )[shape % 4]

    def lines(self, section: str, shape: int) -> str:
        stories = [self.story(section) for _ in range(3)]
        return "".join(
            (
                f'<ul><li><a href="{path}">{title}</a></li></ul>',
                f'<div class="o"><a href="{path}" title="{title}">{title}</a></div>',
                f'<p>- <a href="{path}">{title}</a></p>',
                f'<div><a href="{path}"><span class="k1">{title}</span></a></div>',
            )[shape % 4]
            for path, title in stories
        )

    def strip(self, section: str, shape: int) -> str:
        stories = [self.story(section) for _ in range(4)]
        return '<div class="carousel">{}</div>'.format(
            "".join(
                (
                    f'<div><a href="{path}"><img src="p.jpg" alt=""></a><a href="{path}">{title}</a></div>',
                    f'<div class="s"><a href="{path}"><img src="p.jpg"><div class="cap">{title}</div></a></div>',
                    f'<figure><img src="p.jpg"><figcaption><a href="{path}">{title}</a></figcaption></figure>',
                    f'<div class="w"><a href="{path}" aria-label="{title}"></a><p class="wt">{title}</p></div>',
                )[shape % 4]
                for path, title in stories
            )
        )

    def html(self, lang: str, shape: int) -> str:
        zones = [self.lead("world", shape), self.lines("world", shape + 1)]
        for place, section in enumerate(SECTIONS):
            head = f'<div class="cat"><a href="/{section}/">{section.capitalize()}</a></div>'
            inside = self.lead(section, shape + place) + self.lines(section, shape + place)
            zones.append(f'<section class="{section} widget">{head}{inside}</section>')
        zones += [
            '<p class="zh"><a href="/photo/">Photos</a></p>',
            self.strip("photo", shape),
            "<h2>Stories</h2>",
            self.strip("stories", shape + 1),
        ]
        return page("".join(zones), lang)


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("shape", range(4))
def test_every_zone_of_a_front_page_is_listed(lang: str, address: str, shape: int) -> None:
    front = Front(lang, ADDRESSES[address])
    found = extract_listing(front.html(lang, shape), SITE + "/").entries
    assert {entry.url: entry.title for entry in found} == front.listed


SERVICES = (
    "Subscribe to the evening newsletter",
    "Advertise with the Harbour Post",
    "Terms of use for all readers",
)


@pytest.mark.parametrize("address", ["number", "slug", "query", "subdomain"])
def test_services_and_topics_with_addresses_of_their_own_are_no_zone(address: str) -> None:
    front = Front("en", ADDRESSES[address])
    services = "".join(f'<li><a href="/about/us/{n}.php">{title}</a></li>' for n, title in enumerate(SERVICES))
    topics = "".join(
        f'<li><a href="/event/the-tide-{8000 + n}.html"># Storm tide in year {n}</a></li>' for n in range(4)
    )
    more = f"<ul>{services}</ul><ul class='t'>{topics}</ul>"
    html = front.html("en", 0).replace("<main>", f"<main>{more}")
    assert {entry.url for entry in extract_listing(html, SITE + "/").entries} == set(front.listed)
