"""The bounds of the selection: each page lies just on one side of one of them (see `links/selection.py`)."""

from tuinews.extract.listing import extract_listing

SITE = "https://post.example"
TITLES = (
    "The bridge at Garwick is closed for the winter",
    "Herring prices fall for the third week running",
    "Mayor Tilda Brone resigns over the long tunnel",
    "School of Osk opens all its doors to sailors",
    "Council delays its vote on the night ferry again",
    "Old mill at Osk to become a library of maps",
)
SUMMARY = "<p>What the harbour was told of it on Monday morning, in more words than a title has.</p>"


def urls(body: str, path: str = "/") -> list[str]:
    """The paths of what is listed on a page."""
    entries = extract_listing(f"<body>{body}</body>", SITE + path).entries
    return [(entry.url or "").removeprefix(SITE) for entry in entries]


def headings(count: int, first: int = 0) -> str:
    """Headings and nothing else, with the numbers of articles: clear, but no stream."""
    return "".join(f'<h3><a href="/{91000 + n}">{TITLES[n]}</a></h3>' for n in range(first, first + count))


def rich(count: int, folder: str = "/news/2026/03/01") -> str:
    """Records with everything, and addresses of folders and slugs."""
    return "".join(
        f'<li class="card"><img src="/a.jpg"><h3><a href="{folder}/the-story-of-the-day-{n}">{TITLES[n]}</a></h3>'
        f'<time datetime="2026-03-0{n + 1}">x</time>{SUMMARY}</li>'
        for n in range(count)
    )


def test_bare_links_as_long_as_headlines_pass_the_threshold_beside_headings() -> None:
    bare = "".join(f'<p><a href="/x/story-of-{n}">{TITLES[n][:40]}</a></p>' for n in range(3, 6))
    assert len(urls(headings(3) + f"<div>{bare}</div>")) == 6


def test_far_below_the_main_list_bare_links_are_left_out() -> None:
    bare = "".join(f'<p><a href="/{n}7777">{TITLES[n]}</a></p>' for n in range(4))
    assert urls(f"<ul>{rich(4)}</ul><div>{bare}</div>") == [
        f"/news/2026/03/01/the-story-of-the-day-{n}" for n in range(4)
    ]


def test_two_strong_headings_do_not_hide_a_weak_list() -> None:
    leads = "".join(f'<h2><a href="/lead{n}">{TITLES[n]}</a></h2>{SUMMARY}' for n in range(2))
    weak = "".join(f'<i><a href="/w{n}">{TITLES[n][:24]}</a></i><br>' for n in range(6))
    assert len(urls(f"<div>{leads}</div><div>{weak}</div>")) == 8


def test_the_better_of_two_places_gives_the_headline() -> None:
    ticker = '<div><a href="/91000">Garwick bridge: what we know</a></div>'
    found = extract_listing(f"<body>{ticker}{headings(5)}</body>", SITE + "/").entries
    assert [entry.title for entry in found] == list(TITLES[:5])


def test_of_bare_links_alike_one_with_the_address_of_no_article_is_left_out() -> None:
    slugs = "".join(f'<li><a href="/a-story-of-the-day-{n}/">{TITLES[n][:32]}</a></li>' for n in range(3))
    service = '<li><a href="/shop">Buy our paper from Monday on</a></li>'
    assert "/shop" not in urls(headings(6) + f"<ul>{slugs}{service}</ul>", "/news")


def test_of_two_bare_links_the_own_address_counts_more() -> None:
    pair = f'<li><a href="/the-long-story-of-a-day">{TITLES[3]}</a></li>'
    service = '<li><a href="/shop">Buy the printed paper from Monday on</a></li>'
    found = urls(headings(3) + f"<ul>{pair}{service}</ul>")
    assert "/the-long-story-of-a-day" in found
    assert "/shop" not in found


def test_the_guess_at_a_page_without_a_list_is_no_list_of_topics() -> None:
    topics = "".join(f'<h3><a href="/tag/topic-{n}">{TITLES[n]}</a></h3>' for n in range(3))
    assert urls(topics + '<p><a href="/a">Here</a> <a href="/b">There</a></p>', "/x") == ["/a", "/b"]


def with_author(count: int, author: str) -> str:
    return "".join(
        f'<div class="c"><h3><a href="/{91000 + n}">{TITLES[n]}</a></h3>{author}{SUMMARY}</div>'
        for n in range(count)
    )


AUTHOR = '<h3><a href="/who/tilda-brone-of-garwick-19710">Tilda Brone of Garwick, at sea, and her cat</a></h3>'
"""Set as a headline is, with the address of an article."""


def test_an_author_beside_three_articles_is_no_article() -> None:
    assert urls(with_author(3, AUTHOR), "/news") == ["/91000", "/91001", "/91002"]


def test_an_author_deep_in_its_card_is_none_either() -> None:
    deep = f"<div><div><div><div>{AUTHOR}</div></div></div></div>"
    assert urls(with_author(4, deep), "/news") == [f"/{91000 + n}" for n in range(4)]


def test_an_author_beside_several_links_to_one_article_is_none_either() -> None:
    cards = "".join(
        f'<div><h3><a href="/{91000 + n}">{TITLES[n]}</a></h3><p><a href="/{91000 + n}">In short, {n}</a>'
        f' <a href="/{91000 + n}">and at length, {n}</a></p>{AUTHOR}</div>'
        for n in range(4)
    )
    assert urls(cards, "/news") == [f"/{91000 + n}" for n in range(4)]


def test_an_article_at_two_places_beside_others_stays() -> None:
    pair = '<div><h3><a href="/91000">{}</a></h3><h3><a href="/{}">{}</a></h3></div>'
    body = pair.format(TITLES[0], 91001, TITLES[1]) + pair.format(TITLES[0], 91002, TITLES[2])
    assert urls(body) == ["/91000", "/91001", "/91002"]


SIDE = f'<div class="sidebar">{headings(3, first=3)}</div>'


def leads(count: int) -> str:
    return "".join(f'<h2><a href="/8100{n}">{TITLES[n]}</a></h2>{SUMMARY}' for n in range(count))


def test_three_lead_stories_of_a_front_page_are_no_stream() -> None:
    assert len(urls(f"<div>{leads(3)}</div>{SIDE}")) == 6


def test_six_records_of_a_front_page_are_a_stream() -> None:
    assert urls(f"<div>{leads(6)}</div>{SIDE}") == [f"/8100{n}" for n in range(6)]


def test_the_name_of_a_folder_of_articles_is_no_article() -> None:
    photos = "".join(f'<td><a href="/photo/{91000 + n}">{TITLES[n]}</a></td>' for n in range(4))
    table = f'<table><tr><td colspan="4"><a href="/photo/">Photos</a></td></tr><tr>{photos}</tr></table>'
    assert urls(table) == [f"/photo/{91000 + n}" for n in range(4)]


def test_an_article_whose_parts_lie_below_it_stays() -> None:
    parts = "".join(f'<h3><a href="/storm-2026/{91000 + n}">{TITLES[n]}</a></h3>' for n in range(3))
    assert urls(f'<h3><a href="/storm-2026">{TITLES[5]}</a></h3>{parts}')[0] == "/storm-2026"
