"""The guide edition: the articles of the embedded site, as they truly are.

Each is a file of `articles/`: a head of `name: value` lines, a blank line, then the body in the markup of
`markup.py`. What a reader makes of the served page can be held against `GuideArticle.article`.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from tuinews.demo.markup import parse_blocks
from tuinews.model.article import Article
from tuinews.model.document import Document
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass

SITE = "Bản tin tuinews"
"""The name of the embedded site."""
ENGLISH_SITE = "The Bulletin"
"""The name of its English edition."""

_ARTICLES = Path(__file__).parent / "articles"
_TRANSLATED = Path(__file__).parent / "guide"
"""The same in the other language: the site does not list them, but has them where others link to them."""


@dataclass(frozen=True, slots=True)
class GuideArticle:
    """An article of the guide with what its site says of it elsewhere.

    `path` is its path on the site, `section` the name of its section, `picture` the file name of the picture
    that stands for it in lists.
    """

    article: Article
    path: str
    section: str
    picture: str

    @property
    def summary(self) -> str:
        """What lists say of it: its lead."""
        return self.article.lead or ""

    @property
    def published(self) -> datetime:
        """The moment it came out, with its offset."""
        assert self.article.published
        return self.article.published.latest


def edition(base: str = "http://127.0.0.1/") -> tuple[GuideArticle, ...]:
    """The guide's articles, newest first, with addresses on the site at `base`.

    `base` need not be an address on the web: in the library, where no site answers, it is `tuinews:guide`, and
    what links from article to article is then no web address.
    """
    return _newest_first(_in_folder(_ARTICLES, base))


def translations(base: str) -> tuple[GuideArticle, ...]:
    """The articles that the site does not list."""
    return _newest_first(_in_folder(_TRANSLATED, base))


def guide_articles(lang: str, base: str) -> tuple[GuideArticle, ...]:
    """The guide in one language, English where it has none in `lang`, newest first."""
    every = (*edition(base), *translations(base))
    own = [one for one in every if one.article.lang == lang]
    return _newest_first(own or [one for one in every if one.article.lang == "en"])


@lru_cache(maxsize=4)
def _in_folder(folder: Path, base: str) -> tuple[GuideArticle, ...]:
    """The articles of a folder; a site asks for both folders several times as it begins."""
    return tuple(_read(file.read_text(encoding="utf-8"), file.stem, base) for file in sorted(folder.glob("*.md")))


def _newest_first(found: Iterable[GuideArticle]) -> tuple[GuideArticle, ...]:
    return tuple(sorted(found, key=lambda one: one.published, reverse=True))


def _read(text: str, slug: str, base: str) -> GuideArticle:
    head, body = text.split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in head.split("\n"))
    path = f"/huong-dan/{slug}.html"
    root = base.rstrip("/")
    url = f"{root}{path}"
    article = Article(
        url=url,
        title=fields["title"],
        document=Document(parse_blocks(body, root)),
        authors=tuple(fields["author"].split(", ")),
        published=When(datetime.fromisoformat(fields["date"])),
        lead=fields["lead"],
        lang=fields["lang"],
        site=ENGLISH_SITE if fields["lang"] == "en" else SITE,
    )
    return GuideArticle(article, path, fields["section"], fields["picture"])
