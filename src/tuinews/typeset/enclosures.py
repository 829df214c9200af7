"""The files that go with an article (episodes, films), as lines below it: what each is, its address, its
length."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from tuinews.language import N_, _, size_in_words
from tuinews.late import late_pattern
from tuinews.model.article import Article
from tuinews.model.document import Block, Document, Paragraph, Span, Spans, with_spans
from tuinews.model.entry import Enclosure
from tuinews.text import clean_line

_KINDS = {"audio": N_("Audio"), "video": N_("Video"), "image": N_("Picture")}
_PICTURE = late_pattern(r"\.(?:jpe?g|png|webp|gif|avif)$", re.IGNORECASE)
_SOUND = late_pattern(r"\.(?:mp3|m4a|ogg|opus|aac|flac|wav)$", re.IGNORECASE)
_FILM = late_pattern(r"\.(?:mp4|m4v|webm|mkv|mov)$", re.IGNORECASE)
_LONGEST_ADDRESS = 300
"""Characters of an address, and of the name of a file, that are shown."""


def with_enclosures(article: Article, enclosures: Sequence[Enclosure], here: Mapping[str, Path] = {}) -> Article:
    """The article with a line for each file that it does not show or link to already, or that is `here`: on this
    computer, by its address.
    """
    shown = {figure.url for figure in article.document.figures} | _links(article.document)
    lines: list[Block] = [
        _line(enclosure, here.get(enclosure.url))
        for enclosure in downloadable(enclosures)
        if enclosure.url not in shown or enclosure.url in here
    ]
    return replace(article, document=Document((*article.document.blocks, *lines))) if lines else article


def unique(enclosures: Sequence[Enclosure]) -> list[Enclosure]:
    """Each file once, by its address."""
    return list({enclosure.url: enclosure for enclosure in reversed(enclosures)}.values())[::-1]


def downloadable(enclosures: Sequence[Enclosure]) -> list[Enclosure]:
    """The files that are worth having: episodes, films, documents; pictures of feeds repeat the article's own."""
    return [enclosure for enclosure in unique(enclosures) if not _is_picture(enclosure)]


def kind_of(enclosure: Enclosure) -> str:
    """`audio`, `video`, `image`, or "" for any other file, by its type, else by its name."""
    family = (enclosure.type or "").partition("/")[0].lower()
    if family in _KINDS:
        return family
    path = urlsplit(enclosure.url).path
    found = (
        kind for kind, name in (("audio", _SOUND), ("video", _FILM), ("image", _PICTURE)) if name.search(path)
    )
    return next(found, "")


def _is_picture(enclosure: Enclosure) -> bool:
    """Whether it is a picture: those of feeds repeat the article's own."""
    return kind_of(enclosure) == "image"


def _line(enclosure: Enclosure, file: Path | None) -> Paragraph:
    kind = _(_KINDS.get(kind_of(enclosure), N_("File")))
    address = Span(clean_line(enclosure.url, _LONGEST_ADDRESS), href=enclosure.url)
    size = (Span(f", {size_in_words(enclosure.length)}"),) if enclosure.length and enclosure.length > 0 else ()
    saved = (Span(", " + _("saved as {file}", file=clean_line(file, _LONGEST_ADDRESS))),) if file else ()
    return Paragraph((Span(f"{kind}: "), address, *size, *saved))


def _links(document: Document) -> set[str]:
    found: set[str] = set()

    def noted(spans: Spans) -> Spans:
        found.update(span.href for span in spans if span.href)
        return spans

    for block in document.blocks:
        with_spans(block, noted)
    return found
