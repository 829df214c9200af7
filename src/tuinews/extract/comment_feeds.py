"""Feeds of comments among those that a page announces: told by structure, since every language has own words."""

import re
from collections.abc import Iterable
from itertools import takewhile
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.tree import attribute
from tuinews.model.discovery import Candidate

_ADDRESS = re.compile(r"/comments?(?:[/.]|$)|[?&](?:feed=comments|withcomments=1)", re.IGNORECASE)
_WORDS = re.compile(
    r"comments?\b|comment(?:aires|arios|ários|arii|i)\b|bình luận|k[ao]mm?ent[aá]|komentar|коммент|комент"
    r"|reacties|yorumlar|hozzászólás|σχόλια|תגובות|التعليقات|تعليقات|دیدگاه|ความเห็น|ความคิดเห็น|टिप्पणि|コメント|评论|評論"
    r"|回應|댓글",
    re.IGNORECASE,
)
_OWN_FEED = re.compile(r"(?P<page>.*)/(?:feed|rss|atom)(?:/(?:rss2?|atom|rdf))?/?")
_ONE_POST = re.compile(r"\b(?:single|single-post|post-template[\w-]*|postid-\d+)\b")
_SHORTEST_PHRASE = 4
"""Letters of words that may mean "comments"."""


def without_comments(found: Iterable[Candidate], tree: LexborHTMLParser, url: str) -> list[Candidate]:
    """The feeds of `found` that are none of comments; `tree` is the page at `url` that announces them.

    A site names its feed of all comments by an address that is the same everywhere; what ends with the same words
    as its title is one too. And a feed of one post, below its own address, can only list what is said of it.
    """
    candidates = list(found)
    phrase = _phrase(candidates)
    kept = [one for one in candidates if not _is_named_so(one, phrase)]
    others = [one for one in kept if not _is_of_page(one, url)]
    return others if others and _is_one_post(tree) else kept


def _is_named_so(feed: Candidate, phrase: str) -> bool:
    if _is_at_comments(feed) or _WORDS.search(feed.title):
        return True
    return phrase != "" and feed.title.endswith(phrase)


def _is_at_comments(feed: Candidate) -> bool:
    parts = urlsplit(feed.url)
    return _ADDRESS.search(f"{parts.path}?{parts.query}") is not None


def _phrase(feeds: list[Candidate]) -> str:
    """How the site says "comments", by the title of its feed of them; empty where that does not tell."""
    comments = [one.title for one in feeds if one.title and _is_at_comments(one)]
    others = [one.title for one in feeds if one.title and not _is_at_comments(one)]
    if not comments or not others:
        return ""
    pairs = zip(comments[0], others[0], strict=False)
    words = comments[0][sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) :].strip()
    return words if len(words) >= _SHORTEST_PHRASE and not others[0].endswith(words) else ""


def _is_of_page(feed: Candidate, url: str) -> bool:
    """Whether a feed lies below the very page, which is not the front page."""
    page, own = urlsplit(url), urlsplit(feed.url)
    numbers = parse_qs(own.query)
    if page.query and any(
        numbers.get(name) == parse_qs(page.query).get(name) for name in ("p", "page_id") if name in numbers
    ):
        return True
    below = _OWN_FEED.fullmatch(own.path)
    return below is not None and page.path.strip("/") != "" and below["page"].strip("/") == page.path.strip("/")


def _is_one_post(tree: LexborHTMLParser) -> bool:
    """Whether a page is one article, and no list of them."""
    if attribute(tree.css_first('meta[property="og:type"]'), "content").lower() == "article":
        return True
    if _ONE_POST.search(attribute(tree.body, "class")):
        return True
    articles = tree.css("article")
    return len(articles) == 1 and articles[0].css_first("h1") is not None
