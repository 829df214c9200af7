"""Live blogs as several programs write them: each entry under its time, and no cards of other articles."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article, PageKind
from tuinews.model.document import Heading, plain

TEXTS = (
    "The first car of the new line left the depot at five past nine and stopped at the fish market.",
    "Engineers found the reason under the quay: a wall of oak piles that no map of the city showed.",
    "Those who stayed have learnt to live with the fences, and the baker sells through a window.",
    "Nobody was hurt.",
)
TIMES = ("11:05", "10:35", "10:05", "09:30")

ENTRIES = {
    "named": '<div class="live-post" id="p{n}"><time datetime="2025-04-14T{time}:00+02:00">{time}</time>'
    '<span class="live-author">Jonas Berg</span><h3>Step {n}</h3><p>{text}</p><ul class="share"><li>Copy</li>'
    '</ul></div>',
    "block, element": '<article class="liveblog__entry"><header><span class="liveblog__time">{time}</span>'
    '</header>'
    "<h2>Step {n}</h2><div><p>{text}</p></div></article>",
    "ticker": '<li class="ticker-entry"><p class="ticker-time">{time} Uhr</p><h3>Step {n}</h3><p>{text}</p></li>',
    "microdata": '<div class="update" itemprop="liveBlogUpdate"><p class="date"><time '
    'datetime="2025-04-14T{time}">'
    "{n} hours ago</time></p><h3>Step {n}</h3><p>{text}</p></div>",
    "declared": '<section class="k1"><time datetime="2025-04-14T{time}">{time}</time><h3>Step {n}</h3>'
    '<p>{text}</p>'
    "</section>",
}  # fmt: skip
DECLARED = (
    '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Harbour tram: first '
    'run"}</script>'
)
CARDS = (
    '<div class="related"><div class="live-teaser"><time>12:00</time><h3><a href="/n/1">Ferry strike goes '
    "on</a></h3></div>"
    '<div class="live-teaser"><time>12:10</time><h3><a href="/n/2">Parking tax explained</a></h3></div></div>'
)


def page(name: str) -> str:
    entries = "".join(
        ENTRIES[name].format(n=n, time=time, text=text)
        for n, (time, text) in enumerate(zip(TIMES, TEXTS, strict=True), 1)
    )
    head = f"<title>Harbour tram: first run</title>{DECLARED if name == 'declared' else ''}"
    return (
        f"<html lang='en'><head>{head}</head><body><main><h1>Harbour tram: first run</h1>"
        f"<p>{TEXTS[0]} This is all that we know so far, and we go on.</p>"
        f"<div>{entries}</div>{CARDS}</main></body></html>"
    )


def times(article: Article) -> list[str]:
    return [plain(block.spans) for block in article.document.blocks if isinstance(block, Heading) and block.post]


@pytest.mark.parametrize("name", ENTRIES)
def test_each_entry_stands_under_its_time(name: str) -> None:
    article = extract_article(page(name), "https://gazette.example/live")

    assert article.page_kind is PageKind.LIVE
    assert [next(time for time in TIMES if time in heading) for heading in times(article)] == list(TIMES)
    lines = article.text.splitlines()
    assert [line for line in lines if line in TEXTS] == list(TEXTS)
    assert [line for line in lines if line.startswith("Step")] == ["Step 1", "Step 2", "Step 3", "Step 4"]
    assert "all that we know so far" in lines[0]
    for noise in ("Ferry", "Parking", "Copy"):
        assert noise not in article.text


def test_who_wrote_an_entry_stands_in_its_heading() -> None:
    assert times(extract_article(page("named")))[0] == "11:05 · Jonas Berg"


def test_articles_with_their_times_are_no_live_blog() -> None:
    paragraphs = "".join(f"<p>{text} It was said at 11:05, and again.</p>" for text in TEXTS)
    cards = "".join(
        f'<div class="card"><time>{time}</time><h3><a href="/{time}">Other</a></h3></div>' for time in TIMES
    )

    article = extract_article(f"<body><article><h1>Tram</h1>{paragraphs}</article><div>{cards}</div></body>")

    assert article.page_kind is PageKind.ARTICLE
    assert not times(article)


@pytest.mark.parametrize("more", [" And more of it.", ""])
def test_comments_with_times_are_no_live_blog(more: str) -> None:
    paragraphs = "".join(f"<p>{text}{more}</p>" for text in (TEXTS if more else TEXTS[-1:]))
    comments = "".join(
        f'<div class="comment live-post"><time>{time}</time><p>{text}</p></div>'
        for time, text in zip(TIMES, TEXTS, strict=True)
    )

    html = f"<body><article><h1>Tram</h1>{paragraphs}</article><div class='comments'>{comments}</div></body>"
    assert extract_article(html).page_kind is PageKind.ARTICLE


def test_a_title_that_says_live_is_enough_for_entries_with_their_times() -> None:
    entries = "".join(
        f"<section class='e'><div class='when'><time datetime='2025-10-01T2{n}:05:00+02:00'>2{n}:05</time></div>"
        f"<h3>Report {n} from the boat</h3>"
        f"<p>{n}. The boat left the pier, and the fog came down on the sound.</p></section>"
        for n in range(3)
    )
    html = f"""<html><head><title>Night boat: the first run, live</title></head><body>
    <h1>Night boat: the first run, live</h1>
    <p>Follow the first crossing of the night boat with us.</p><div>{entries}</div></body></html>"""
    assert extract_article(html).page_kind is PageKind.LIVE
    other = html.replace(", live", "")
    assert extract_article(other).page_kind is PageKind.ARTICLE
