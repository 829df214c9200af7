"""An article as plain text for a terminal or a pipe."""

from tuinews.model.article import Article
from tuinews.typeset.typeset import Options, typeset


def to_text(article: Article, width: int = 80) -> str:
    """`article` as the reader shows it, in lines of at most `width` cells, its links listed at the end."""
    page = typeset(article, width, Options(measure=width))
    lines = [line.text.rstrip() for line in page.lines]
    if page.links:
        lines += ["", *(f"[{number}] {href}" for number, href in enumerate(page.links, 1))]
    return "\n".join(lines) + "\n"
