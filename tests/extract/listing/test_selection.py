"""Which groups of links are chosen beside each other: how far a group may be below the best."""

from tuinews.extract.listing import extract_listing

WORDS = ("council", "harbour", "bridge", "winter", "market", "ferry", "storm", "school", "garden", "museum")


def title(number: int) -> str:
    return " ".join(WORDS[(number * 3 + place) % 10] for place in range(6)).capitalize() + f" {number}"


def link(number: int, section: str) -> str:
    slug = title(number).lower().replace(" ", "-")
    return f'<a href="/{section}/2024/05/{slug}-{10000 + number}">{title(number)}</a>'


def rich(number: int) -> str:
    date = f'<time datetime="2024-05-{number % 28 + 1:02}">{number % 28 + 1} May</time>'
    summary = "What the town was told of it on Monday, in some more words than a title has."
    return f'<li class="card"><img src="/{number}.jpg"><h3>{link(number, "news")}</h3>{date}<p>{summary}</p></li>'


def urls(body: str, url: str = "https://post.example/") -> list[str]:
    return [entry.url or "" for entry in extract_listing(f"<body>{body}</body>", url).entries]


def zone() -> str:
    return "".join(f"<h4>{link(number, 'news')}</h4>" for number in range(10, 14))


RICH = f'<ul class="main">{"".join(map(rich, range(4)))}</ul>'
ZONE = f'<div class="zone">{zone()}</div>'
SERVICES = "".join(
    f'<p class="s"><a href="/news/{word}">{title(number)}</a></p>' for number, word in enumerate(WORDS[:4], 20)
)


def test_beside_a_rich_list_a_zone_of_headlines_stays_and_bare_links_go() -> None:
    found = urls(RICH + ZONE + SERVICES)
    assert len([url for url in found if "/2024/" in url]) == 8
    assert not [url for url in found if "/2024/" not in url]


def test_without_it_the_zone_is_the_list() -> None:
    assert len(urls(ZONE)) == 4
