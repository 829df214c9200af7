"""A title less the site's name: its separators, and what may be taken off before the first or behind the last."""

import re

_SEPARATOR = re.compile(r"\s+[|–—‒\-·•»«›‹~/]+\s+|\s*[|｜]\s*|\s*_\s*(?=[^_]{1,20}$)|\s+:{2}\s+")
_LAST_SEPARATOR = re.compile(r"\s+[|–—‒\-·•~/:]+$")
_BAR = re.compile(r"[|｜»]")
_QUOTE = re.compile(r"[«»‹›]")
_NO_LETTER = re.compile(r"[\W_]+")

PART = 0.75
"""What a source counts for what is left of it when something is taken off that may be the site's name."""

WHOLE = 1.1
"""The same where it surely is: it is the site's name, or stands behind a bar."""


def key_of(text: str) -> str:
    """A text as it is compared with another: letters and digits alone, in one case."""
    return _NO_LETTER.sub("", text).casefold()


def without_last_separator(text: str) -> str:
    """The text without a separator that nothing follows, as templates leave it where a name is missing."""
    return _LAST_SEPARATOR.sub("", text)


def variants(text: str, sites: set[str]) -> list[tuple[str, float]]:
    """The text less what stands before its first or behind its last separator, and what each is worth."""
    cuts = _cuts(text)
    found = []
    for cut in reversed(cuts[-2:]):
        head, tail = text[: cut.start()].strip(), text[cut.end() :]
        sure = _is_site(tail, sites) or (_BAR.search(cut[0]) and len(tail) < len(head))
        if sure or len(tail) < 0.6 * len(head):
            found.append((head, WHOLE if sure else PART))
    if cuts:
        head, tail = text[: cuts[0].start()], text[cuts[0].end() :].strip()
        sure = _is_site(head, sites)
        if sure or len(head) < 0.4 * len(text):
            found.append((tail, WHOLE if sure else PART))
    return [(text, share) for text, share in found if len(text) > 7 or not text.isascii()]


def less_site(text: str, sites: set[str]) -> str:
    """The text up to the site's name."""
    return next((text[: cut.start()] for cut in _cuts(text)[-2:] if _is_site(text[cut.end() :], sites)), text)


def _cuts(text: str) -> list[re.Match[str]]:
    """The separators of a text; angular quotation marks are none."""
    quotes = "«" in text or "‹" in text
    return [cut for cut in _SEPARATOR.finditer(text) if not (quotes and _QUOTE.search(cut[0]))]


def _is_site(text: str, sites: set[str]) -> bool:
    key = key_of(text)
    return any(key == site or (len(site) > 4 and site in key and len(key) < 2.5 * len(site)) for site in sites)
