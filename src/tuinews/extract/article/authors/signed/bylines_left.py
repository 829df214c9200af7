"""Leaves out of an article the lines that say nothing but who signed it: no word told them before they were read.

A name alone, or beside its day, looks like text until the authors are known.
"""

import re
from collections.abc import Sequence

from tuinews.extract.article.authors.authorship import is_authorship, other_work
from tuinews.extract.dates import is_only_a_date
from tuinews.model.document import Document, Paragraph, plain

LONGEST_SIGNED = 100
"""Letters of a line that only signs."""

FIRST_BLOCKS, LAST_BLOCKS = 2, 2
"""Blocks at the beginning and at the end of an article among which such lines are."""

_PARTS = re.compile(r"\s+[-–—|•·/]\s+|\s*[|•·,;()]\s*|\.\s+")
_JOINS = frozenset(("and", "und", "et", "y", "e", "och", "og", "en", "và", "i", "a", "oraz", "&"))


def without_bylines(document: Document, authors: Sequence[str]) -> Document:
    """The document without the paragraphs at its beginning and end that only name its authors."""
    blocks = document.blocks
    if not authors or len(blocks) <= FIRST_BLOCKS + LAST_BLOCKS:
        return document
    first, last = blocks[:FIRST_BLOCKS], blocks[-LAST_BLOCKS:]
    signed = [one for one in (*first, *last) if isinstance(one, Paragraph) and _only_signs(one, authors)]
    if not signed:
        return document
    ends = (tuple(one for one in part if one not in signed) for part in (first, last))
    return Document((*next(ends), *blocks[FIRST_BLOCKS:-LAST_BLOCKS], *next(ends)))


def _only_signs(block: Paragraph, authors: Sequence[str]) -> bool:
    return is_signature(plain(block.spans), authors)


def is_signature(text: str, authors: Sequence[str]) -> bool:
    """Whether a text has the names of all these authors, and beside them no more than their day and "by"."""
    if not authors or len(text) > LONGEST_SIGNED or text.rstrip()[-1:] in ":?":
        return False
    rest = text
    for name in authors:
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest, re.IGNORECASE)
        if found is None:
            return False
        rest = f"{rest[: found.start()]} | {rest[found.end() :]}"
    parts = (part.strip(" .-–—") for part in _PARTS.split(rest))
    return all(_says_nothing(part) for part in parts)


def _says_nothing(part: str) -> bool:
    told = any(map(str.isalpha, part))
    return (
        not told
        or part.lower() in _JOINS
        or is_authorship(part)
        or is_authorship(part.rstrip(" :："))
        or bool(other_work(part))
        or is_only_a_date(part)
    )
