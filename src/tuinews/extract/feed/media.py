"""The files and the picture of an entry: enclosures, Media RSS, iTunes."""

import re
from collections.abc import Callable, Sequence

from tuinews.extract.feed.elements import Element
from tuinews.extract.feed.links import relation
from tuinews.extract.feed.values import resolve
from tuinews.model.entry import Enclosure

ByName = dict[str, list[Element]]
"""The children of an entry by their names, those of a `media:group` beside its own."""

BaseOf = Callable[[Element], str | None]
"""What the addresses of an element are relative to."""

_MEDIA = ("media:content", "media:thumbnail")
_FILES = (
    *(".mp3", ".m4a", ".m4b", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".weba"),
    *(".mp4", ".m4v", ".webm", ".mov", ".mkv", ".avi", ".ogv", ".mpg", ".mpeg", ".3gp"),
)
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".jxl")
_PLAYED = ("audio/", "video/")
_THOUSANDS = re.compile(r"[.,\s](?=\d{3}(?!\d))")
_LONGEST = 2000
"""Characters of an address."""

_USUAL_WIDTHS = {"media:thumbnail": 120, "enclosure": 300}
_USUAL_WIDTH = 500
"""Pixels that a picture is wide which says nothing of it: a thumbnail is small."""


def files(by_name: ByName, base_of: BaseOf) -> tuple[Enclosure, ...]:
    """The files of an entry, each once: enclosures (those of RSS 1.0 too: purl.oclc.org/net/rss_2.0/enc), links of
    that kind, the sound and film of Media RSS.
    """
    elements = [*by_name.get("enclosure", ()), *by_name.get("enc:enclosure", ())]
    elements += [link for link in by_name.get("link", ()) if link.tag and _is_enclosure(link)]
    if "media:content" in by_name:
        elements += _played(by_name)
    found: dict[str, Enclosure] = {}
    for element in elements:
        url = element.get("url") or element.get("uri") or element.get("href") or element.get("rdf:resource")
        url = url or _as_text(element)
        address = resolve(base_of(element), url) if url else ""
        if address and address not in found:
            size = _number(element.get("length") or element.get("filesize") or element.get("enc:length"))
            found[address] = Enclosure(address, element.get("type") or element.get("enc:type") or None, size)
    return tuple(found.values()) or _alternate(by_name.get("podcast:alternateenclosure", ()), base_of)


def file_at(link: str | None) -> tuple[Enclosure, ...]:
    """The file that an entry without any leads to in place of a page: an episode listed by its address."""
    is_file = link is not None and link.partition("?")[0].lower().endswith(_FILES)
    return (Enclosure(link),) if link is not None and is_file else ()


def _alternate(forms: Sequence[Element], base_of: BaseOf) -> tuple[Enclosure, ...]:
    """The file of an episode that has it in several forms and as none of its own: the default one, else the first
    (github.com/Podcastindex-org/podcast-namespace, "alternateEnclosure").
    """
    for form in sorted(forms, key=lambda one: one.get("default") != "true"):
        source = form.child("podcast:source")
        uri = source.get("uri") if source is not None else None
        if uri:
            return (Enclosure(resolve(base_of(form), uri), form.get("type") or None, _number(form.get("length"))),)
    return ()


def _is_enclosure(link: Element) -> bool:
    return relation(link) == "enclosure"


def picture(by_name: ByName, base_of: BaseOf) -> str | None:
    """The largest picture that Media RSS or an enclosure gives, else iTunes', RSS's."""
    found = [e for name in _MEDIA if name in by_name for e in by_name[name] if _is_picture(e)]
    found += [e for e in by_name.get("enclosure", ()) if _is_picture_file(e)]
    found.sort(key=_width, reverse=True)
    for element in (*found, *by_name.get("itunes:image", ()), *by_name.get("image", ())):
        inner = element.child("url")
        url = element.get("url") or element.get("href") or (inner.text if inner else element.text)
        if url and not url.startswith("data:"):
            return resolve(base_of(element), url)
    return None


def _played(by_name: ByName) -> list[Element]:
    """The sound and film of Media RSS (www.rssboard.org/media-rss); of a group, which is one in several forms, the
    one that is named the default, else the first.
    """
    groups = by_name.get("media:group", ())
    grouped = [[e for e in group.children if _is_played(e)] for group in groups]
    chosen = [next((e for e in forms if e.get("isdefault") == "true"), forms[0]) for forms in grouped if forms]
    own = [e for e in by_name.get("media:content", ()) if e.parent not in groups and _is_played(e)]
    return own + chosen


def _is_played(element: Element) -> bool:
    if element.name != "media:content":
        return False
    kind, path = (element.get("type") or "").lower(), (element.get("url") or "").lower().partition("?")[0]
    if kind:
        return kind.startswith(_PLAYED)
    return element.get("medium") in ("audio", "video") or path.endswith(_FILES)


def _as_text(element: Element) -> str | None:
    """The address of an enclosure that has it between its tags."""
    text = element.text if element.name == "enclosure" else ""
    return text if text and len(text) < _LONGEST and not any(map(str.isspace, text)) else None


def _number(text: str | None) -> int | None:
    """A number of bytes, also with marks between its thousands."""
    digits = _THOUSANDS.sub("", text or "")
    return int(digits) if digits.isdecimal() and len(digits) < 19 else None


def _width(element: Element) -> int:
    width = (element.get("width") or "").removesuffix("px")
    return int(width) if width.isdecimal() and len(width) < 6 else _USUAL_WIDTHS.get(element.name, _USUAL_WIDTH)


def _is_picture(element: Element) -> bool:
    if element.name == "media:thumbnail":
        return True
    return element.get("medium") == "image" or _is_picture_file(element)


def _is_picture_file(element: Element) -> bool:
    """By its type, else by how its address ends."""
    kind, path = element.get("type") or "", (element.get("url") or "").lower().partition("?")[0]
    return kind.startswith("image/") or (not kind.startswith(_PLAYED) and path.endswith(_PICTURES))
