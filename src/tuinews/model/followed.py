"""Where a link of an article leads."""

from dataclasses import dataclass

from tuinews.model.discovery import Candidate
from tuinews.model.kept_article import KeptArticle


@dataclass(frozen=True, slots=True)
class Followed:
    """What a link leads to: an article, which is kept now, a list of articles, or a page that is both.

    At least one of the two is there; `listed` is what could be added as a source.
    """

    kept: KeptArticle | None = None
    listed: Candidate | None = None
