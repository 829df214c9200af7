"""Tells what a site repeats from its articles, by the lines that several of them have.

Pure and without a parser, since a library reads kept articles by it. The reasons are in
docs/decisions/0009-repeated-lines.md.
"""

from tuinews.extract.recurring.leaving_out import Shortened, shortened
from tuinews.extract.recurring.memory import article_key, lines_of, remember

__all__ = ["Shortened", "article_key", "lines_of", "remember", "shortened"]
