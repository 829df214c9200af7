"""The words of a headline without the kickers, counts, dates and bullets in the same element."""

import re

from tuinews.extract.listing.links.headlines.headline_parts import more_before, parts_beside
from tuinews.extract.listing.links.links import width
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.patterns import LABEL, TITLE

_QUOTED = re.compile(r"[“„«\"「]([^“”„«»\"「」]+)[”“»\"」]")
_LABEL_NODES = 8
"""Nodes of an element that may be a date and nothing else: a few `span`s with numbers."""

_LEAST_TITLE = 15
"""Letters that are enough for a title when its labels are taken off, however long these are; otherwise more than
half of the text must stay, since a class called "date" or "more" may be around the title itself."""

_BULLET = re.compile(r"^(?:(?:[•·▪■►▶●○◦»›→⇒>]+|\[[^\w\s\]]{1,3}\])\s*|[-–—]\s+)+(?=\S)")
"""A bullet, an arrow to a related article, a marker such as "[$]"."""

_LEFT_BEFORE = re.compile(r"^[:：|–—-]\s+")
"""What stood between a kicker and the headline: "Bergland: …"."""

_BULLET_BEHIND = re.compile(r"(?<=\S)(?:\s*(?:>>+|[¶🔗])|\s+[»→⇒§#])$")
_CLOCK = re.compile(r"^\d{1,2}\s?[:hg]\s?\d\d['’ʼ]?\s*(?:[|•·/–—-]+|:(?=\s))\s*(?=\S)")
"""The time at which an item of a news feed was written: "19:21 |"."""

_MEDIUM = re.compile(
    r"^(?:vid[eé]os?|vídeos?|wideo|видео|відео|فيديو|ویدیو|動画|视频|視頻|影片|동영상|วิดีโอ|βίντεο|audio|аудио|صوت|"
    r"phóng sự ảnh|hình ảnh|galler(?:y|ies))\s?[,،、]\s*(?=\S)",
    re.IGNORECASE,
)
"""What is read aloud of a picture's kind before a headline; behind a colon it is a word of the headline itself."""

_DURATION = re.compile(r"[,،、]\s*\D{2,20}\s?\d{1,3}[,:.]\d\d$")
_STAMP = re.compile(r"[\s(\[]*\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?(?:[\s,|-]*\d{1,2}:\d\d(?::\d\d)?)?[\s)\]]*$")
_STAMP_BEHIND = re.compile(
    r"(?<=\S)\s*[(\[]\s*\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?:[\s,|-]*\d{1,2}:\d\d)?\s*[)\]]$"
)


_READ_ON = re.compile(
    r"(?<=\S{3})\s*[-–:|]?\s*(?:weiter ?lesen|mehr erfahren|read (?:more|article|on|full story)|continue reading"
    r"|lire (?:la suite|plus|l['’]article)|leer más|seguir leyendo|leggi (?:tutto|di più)|ler mais"
    r"|lees (?:meer|verder)|l[äe]s mer|læs mere|czytaj (?:dalej|więcej)|читать (?:далее|дальше)|đọc (?:tiếp|thêm)"
    r"|xem (?:tiếp|thêm|chi tiết)|続きを読む|阅读全文|더 보기|اقرأ المزيد|อ่านต่อ)\s*[.…»›→]*$",
    re.IGNORECASE,
)
"""What a link over a whole card says behind the headline, for screen readers."""


def without_labels(outline: Outline, index: int) -> str:
    """The text of a headline without the kickers, counts and times inside its element."""
    more = more_before(outline, index)
    if more is not None:
        return _bare(outline.text_between(index, outline.nodes[index].end, {more})).strip(' “”"«»„:–-')
    labels = {
        n.index for n in outline.nodes[index + 1 : outline.nodes[index].end] if n.tag and _is_label(outline, n)
    }
    labels |= parts_beside(outline, index)
    whole = outline.text(index)
    if not labels:
        return _bare(whole)
    text = _LEFT_BEFORE.sub("", outline.text_between(index, outline.nodes[index].end, labels))
    return _bare(text if 2 * width(text) > width(whole) or width(text) >= _LEAST_TITLE else whole)


def _is_label(outline: Outline, node: Node) -> bool:
    if TITLE.search(node.names):
        return False
    if node.tag in ("time", "small", "sup") or LABEL.search(node.names):
        return True
    return node.end - node.index <= _LABEL_NODES and bool(_STAMP.match(outline.text(node.index)))


def _bare(title: str) -> str:
    """A headline without bullets, a time or a medium before it, and without a date in brackets after it."""
    plain = _CLOCK.sub("", _BULLET.sub("", title))
    spoken = _MEDIUM.sub("", plain)
    if spoken != plain:
        spoken = _DURATION.sub("", spoken)
    told = _BULLET_BEHIND.sub("", _STAMP_BEHIND.sub("", spoken))
    short = _READ_ON.sub("", told)
    return short if width(short) >= _LEAST_TITLE else told
