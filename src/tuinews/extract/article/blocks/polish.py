"""The last look at a document: bold paragraphs that are sub-heads, pictures and captions that come twice."""

import re
from collections.abc import Set
from dataclasses import replace

from tuinews.extract.article.blocks.list_items import joined_clauses
from tuinews.model.document import Block, Figure, Footnote, Heading, Mark, Paragraph, Rule, Spans, plain

LONGEST_HEADING = 120
"""Characters; a longer bold paragraph is a bold paragraph."""

_ASKED_FOR = re.compile(r"(?:^|&)(?:url|src|image|img|u|source)=([^&]+)")
"""Which picture a program is asked for that makes it smaller: `/_next/image?url=…&w=640`."""

_ENDS_A_SENTENCE = re.compile(r"[.!:;,…。！：；，»”\"]\s*$")


def polished(blocks: list[Block], terms: Set[str]) -> tuple[Block, ...]:
    """The blocks with bold sub-heads as headings, each picture and each caption once, no rule at an end.

    `terms` are the texts of terms in definition lists: bold, and no sub-heads.
    """
    tidy = _without_doubles(joined_clauses(blocks) if terms else blocks)
    level = min((block.level for block in tidy if isinstance(block, Heading)), default=1)
    result = [
        Heading(min(level + 1, 6), _without_strong(block.spans))
        if isinstance(block, Paragraph)
        and not block.indent
        and plain(block.spans) not in terms
        and _is_subhead(block, tidy[place + 1 : place + 3])
        else block
        for place, block in enumerate(tidy)
    ]
    end = len(result)
    while end and isinstance(result[end - 1], Rule | Footnote):
        end -= 1
    result[end:] = [block for block in result[end:] if not isinstance(block, Rule)]
    while result and isinstance(result[0], Rule):
        result.pop(0)
    return tuple(result)


def _is_subhead(block: Paragraph, following: list[Block]) -> bool:
    """A short line, bold as a whole, no sentence, and a paragraph (or a picture, then one) after it."""
    text = plain(block.spans)
    if not 2 < len(text) <= LONGEST_HEADING or "\n" in text or _ENDS_A_SENTENCE.search(text):
        return False
    if not all(Mark.STRONG in span.marks or not span.text.strip() for span in block.spans):
        return False
    if any(span.href for span in block.spans):
        return False
    after = [b for b in following if not isinstance(b, Figure)]
    return bool(after) and isinstance(after[0], Paragraph) and len(plain(after[0].spans)) > len(text)


def _without_strong(spans: Spans) -> Spans:
    return tuple(replace(s, marks=tuple(m for m in s.marks if m is not Mark.STRONG)) for s in spans)


def _without_doubles(blocks: list[Block]) -> list[Block]:
    pictures: set[str] = set()
    captions: set[str] = set()
    tidy: list[Block] = []
    for block in blocks:
        if isinstance(block, Rule) and tidy and isinstance(tidy[-1], Rule):
            continue
        if isinstance(block, Figure):
            address, caption = _identity(block.url), plain(block.caption)
            if (not caption and not address) or (address in pictures and (not caption or caption in captions)):
                continue
            if address:
                pictures.add(address)
            if caption and caption in captions:
                block = replace(block, caption=())
            captions.add(caption)
            if block.alt and block.alt == caption:
                block = replace(block, alt=None)
        tidy.append(block)
    return tidy


def _identity(url: str) -> str:
    """The address of a picture without its size; whole where a program is asked for the picture of its query."""
    path, _, query = url.partition("?")
    if not query or "." in path.rpartition("/")[2]:
        return path
    asked = _ASKED_FOR.search(query)
    return f"{path}?{asked[1]}" if asked else url
