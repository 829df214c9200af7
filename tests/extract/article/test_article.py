"""The straight line: a page in, an article out."""

from datetime import datetime

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.article import extract_article

PAGE = """<!doctype html><html lang="en"><head><title>Harbour reopens after storm - The Coast Post</title>
<meta property="og:site_name" content="The Coast Post">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour reopens after storm",
"datePublished": "2024-03-05T08:30:00+01:00", "author": {"@type": "Person", "name": "Ada Lind"}}</script></head>
<body>
<header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>
<article><h1>Harbour reopens after storm</h1>
<p class="standfirst">Ferries sail again from Monday, three weeks after the pier was damaged by heavy seas.</p>
<div class="article-body">
<p>The harbour reopened on Monday morning, and the first ferry left at six with forty passengers on board.</p>
<p>Engineers had worked through the nights to repair the pier, which lost two of its piles in the storm.</p>
<figure><img src="/img/pier.jpg" alt="The pier"><figcaption>The pier on Sunday.</figcaption></figure>
<p>“We are glad to be back,” said the captain, who has sailed the route for twenty years.</p>
<p>The council will decide in April whether a new pier is to be built beside the old one.</p>
</div></article>
<footer><p>© The Coast Post. All rights reserved.</p></footer></body></html>"""


def test_a_plain_page_gives_its_article_and_nothing_else() -> None:
    article = extract_article(PAGE, "https://coast.example/news/harbour")
    assert article.title == "Harbour reopens after storm"
    assert article.authors == ("Ada Lind",)
    assert article.published is not None
    assert article.published.latest == datetime.fromisoformat("2024-03-05T08:30:00+01:00")
    assert article.lead == "Ferries sail again from Monday, three weeks after the pier was damaged by heavy seas."
    assert article.text.splitlines()[1].startswith("The harbour reopened")
    assert article.text.splitlines()[-1].endswith("beside the old one.")
    assert article.document.captions == ["The pier on Sunday."]
    assert article.document.figures[0].url == "https://coast.example/img/pier.jpg"
    assert (article.lang, article.site) == ("en", "The Coast Post")


@pytest.mark.parametrize("html", ["", "<html></html>", "<p> </p>", "<script>1</script>"])
def test_a_page_without_text_is_said_to_be_none(html: str) -> None:
    with pytest.raises(ExtractError):
        extract_article(html, "https://coast.example/")
