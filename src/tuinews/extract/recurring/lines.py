"""The lines of a document that may stand in another one too, each with the number of its text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b

from tuinews.folding import CJK
from tuinews.model.document import Blocks, Document, Heading, List, Mark, Paragraph, every_block
from tuinews.quick_dataclass import dataclass

LEAST_LETTERS = 25
"""Letters of a line that is told from others by its words alone: five words. Two articles that have a shorter one
in common may both have meant it."""

LEAST_SHORT = 10
"""Letters of a line that counts where many articles have it: two words."""

_WORDS = re.compile(r"\w+")
_NO_LETTER = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a document, or a whole list of it.

    `number` is that of its text, `letters` its length; `may_go` tells the lines of plain paragraphs and lists from
    those that are only compared (quotes, code, tables).
    """

    number: int
    letters: int
    may_go: bool
    is_list: bool = False

    @property
    def is_long(self) -> bool:
        """Whether its words alone tell it from others."""
        return self.letters >= LEAST_LETTERS

    @property
    def is_short(self) -> bool:
        """Whether it takes many articles to tell it from others."""
        return LEAST_SHORT <= self.letters < LEAST_LETTERS


def lines_in(document: Document) -> Iterator[TextLine]:
    """The lines of a document in page order, without headings and captions; a list is one line."""
    for block in document.blocks:
        match block:
            case Paragraph():
                is_bold = _is_bold(block)
                for line in (_line(text, may_go=not block.indent) for text in block.own_lines):
                    # A few bold words are a heading in all but name.
                    yield replace(line, may_go=False) if is_bold and not line.is_long else line
            case List():
                yield replace(_line(text_of(block), may_go=True), is_list=True)
            case Heading():
                pass
            case _:
                yield from (_line(text, may_go=False) for text in _own_lines((block,)))


def text_of(block: List) -> str:
    """The text of a whole list in one line."""
    return " ".join(_own_lines((block,)))


@lru_cache(maxsize=2048)
def number_of(text: str) -> int:
    """The number of a text, word for word: 63 bits (what SQLite calls an integer) of BLAKE2b.

    Capitals, blanks and signs aside: one page of a site has straight quotes, the next one curly ones.
    """
    folded = " ".join(_WORDS.findall(text.casefold())) or text
    return int.from_bytes(blake2b(folded.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1


@lru_cache(maxsize=2048)
def _letters_of(text: str) -> int:
    # A character of Chinese, Japanese or Korean says as much as two letters or more.
    wide = 0 if text.isascii() else sum(len(run) for run in CJK.findall(text))
    return len(_NO_LETTER.sub("", text)) + wide


def _line(text: str, *, may_go: bool) -> TextLine:
    return TextLine(number_of(text), _letters_of(text), may_go)


def _own_lines(blocks: Blocks) -> Iterator[str]:
    for block in every_block(blocks):
        yield from block.own_lines


def _is_bold(paragraph: Paragraph) -> bool:
    return all(Mark.STRONG in span.marks for span in paragraph.spans if span.text.strip())
