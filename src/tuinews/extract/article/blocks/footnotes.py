"""Footnotes: references in the text find their note, whatever the page calls them."""

import re

from tuinews.late import late_pattern
from tuinews.model.document import Block, Footnote, Span, Spans, with_spans
from tuinews.text import clean_line

NOTE_ID = late_pattern(
    r"^(?:user-content-)?_?(?:fn|ftn|foot-?note|end-?note|notes?(?![a-z])|nota(?![a-z])|edn|cite_note|sdfootnote"
    r"|fu(?:ss|ß)note|anm(?![a-z])|anmerkung|voetnoot|fotnot|przypis|chu-?thich)",
    re.IGNORECASE,
)
"""What the id of a footnote begins with (Markdown, Word, MediaWiki, LibreOffice and others)."""

_BACK_ID = late_pattern(
    r"^(?:user-content-)?_?(?:[a-z]*note[a-z]*|fn|ftn|edn|cite)[-_:.]?(?:ref|back)|note\d*anc$", re.I
)
_WAY_BACK = late_pattern(r"^[\s\u21a9\u21b5\u2191^\ufe0e\ufe0f]+$")
_NUMBER_FIRST = late_pattern(r"[\[(]?(\d{1,3}|[*†‡§])(?:[\])]\s*[.:]?|[.:)])\s+(?=\S)")
"""How a note begins that has its number in its text, in brackets or before a stop."""

_BRACKETS = "[](){} \xa0"


def note_key(identity: str) -> str:
    """What the address of a reference and the id of its note share.

    Word refers to `_ftn1` inside the element `ftn1`, LibreOffice to `sdfootnote1sym` inside `sdfootnote1`.
    """
    return identity.removeprefix("_").removesuffix("sym")


class Notes:
    """The notes of one document: asked for each link inside the page and for each element with an id."""

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}

    def __bool__(self) -> bool:
        """Whether the text has referred to any note yet."""
        return bool(self._labels)

    def reference(self, href: str, text: str) -> str | None:
        """The address of a link to a place in the page: `#fn-LABEL` for a reference, None for any other."""
        target, label = href[1:], clean_line(text.strip(_BRACKETS), 12)
        if not label or len(label) > 6 or not NOTE_ID.match(target):
            return None
        return f"#fn-{self._labels.setdefault(note_key(target), label)}"

    def is_note(self, identity: str | None) -> bool:
        """Whether an element with this id is a note that the text refers to."""
        return identity is not None and note_key(identity) in self._labels

    def label(self, identity: str | None) -> str:
        """The label of a note, as its reference prints it."""
        return self._labels.get(note_key(identity or ""), "")

    @staticmethod
    def is_way_back(text: str) -> bool:
        """Whether the text of a link is an arrow back to the reference."""
        return bool(_WAY_BACK.match(text))

    @staticmethod
    def leads_back(href: str) -> bool:
        """Whether a link inside a note leads to what is called a reference."""
        return bool(_BACK_ID.search(href[1:]))

    def linked(self, blocks: list[Block]) -> list[Block]:
        """The blocks without links to notes that never came."""
        if not self._labels:
            return blocks
        found = {f"#fn-{block.label}" for block in blocks if isinstance(block, Footnote)}
        return [
            with_spans(block, lambda spans: _joined([_span(span, found) for span in spans])) for block in blocks
        ]


def without_label(spans: Spans, label: str) -> Spans:
    """The words of a note without the number that its reference prints: "[1] The deed …", "1. The deed …"."""
    first = spans[0].text if spans else ""
    found = _NUMBER_FIRST.match(first)
    if found is None or found[1] != label or found.end() == len(first):
        return spans
    return (Span(first[found.end() :], spans[0].marks, spans[0].href), *spans[1:])


def _span(span: Span, found: set[str]) -> Span:
    gone = span.href is not None and span.href.startswith("#fn-") and span.href not in found
    return Span(span.text, span.marks) if gone else span


def _joined(spans: list[Span]) -> Spans:
    """Neighbours of one look as one, now that a link between them may be gone."""
    joined: list[Span] = []
    for span in spans:
        if joined and (joined[-1].marks, joined[-1].href) == (span.marks, span.href):
            span = Span(joined.pop().text + span.text, span.marks, span.href)
        joined.append(span)
    return tuple(joined)
