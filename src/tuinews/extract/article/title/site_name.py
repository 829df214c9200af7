"""A title without the site's name, which is before the first separator or after the last."""

import re
from functools import lru_cache

from tuinews.folding import key_of
from tuinews.late import late_pattern

_SEPARATOR = late_pattern(
    r"\s+[|–—‒\-·•»«›‹~/]+\s+|\s*[|｜]\s*|\s*_\s*(?=[^_]{1,20}$)|\s+:{2}\s+"
    "|[-–—:：](?=[\u3400-\u9fff]{2,10}$)"
)
_LAST_SEPARATOR = late_pattern(r"\s+[|–—‒\-·•~/:]+$")
_SIGNS_BEHIND = late_pattern(r"(?:\s+[|–—·•»~/:-]+\s+[^\w\s()\[\]?!.…\"'”’»]+)+$")
"""A separator with nothing but signs behind it."""

_COLON = late_pattern(r"(?<=[^\s:])\s?:\s+(?=[^:]+$)")
_FIRST_COLON = late_pattern(r"^[^:]{3,60}?\s?:\s+")
_BAR = late_pattern(r"[|｜»]")
_QUOTE = late_pattern(r"[«»‹›]")

PART = 0.75
"""The share of its votes that a source gives to its title without what may be the site's name: less than the
whole."""

WHOLE = 1.1
"""The same if it certainly is (a name of the site, or behind a bar): more than the whole."""

_PAPER = late_pattern("[㐀-鿿゠-ヿ]+(?:[网網]|[日晚早时時]?[报報]|新[闻聞]|ニュース|[频頻]道)")
"""The name of a paper or of its section behind a separator: 新华网, 人民日报, 朝日新聞, 读书频道."""

TWICE = 1.15
"""The same without two names of the site."""

TAIL, HEAD = 0.6, 0.4
"""A tail shorter than this share of the rest, and a head shorter than this share of the whole, may be the site's
name."""

LEAST_TITLE = 7
"""Letters above which the rest is a title and not a section, in an alphabet."""

LEAST_INITIALS = 3
"""Letters of a host that are the initials of a name."""

LEAST_NAME, TIMES_AS_LONG = 4, 2.5
"""A part that contains a name of the site counts as that name ("The Coast Post Online") if the name has more
letters than this and the part not that many times as many; otherwise a headline that mentions the paper would be
taken off."""


def without_last_separator(text: str) -> str:
    """The text without a separator at its end, which templates leave if a name is missing, and signs behind it."""
    return _SIGNS_BEHIND.sub("", _LAST_SEPARATOR.sub("", text)) or text


def variants(text: str, sites: set[str]) -> list[tuple[str, float]]:
    """The text without what is before its first or after its last separators, each with its share of the votes."""
    cuts = _cuts(text)
    found = []
    colon = _COLON.search(text)
    if colon and key_of(text[colon.end() :]) in sites:
        found.append((text[: colon.start()], WHOLE))
    before = _FIRST_COLON.match(text)
    if before and key_of(before[0]) in sites:
        found.append((text[before.end() :], WHOLE))
    for cut in reversed(cuts[-2:]):
        head, tail = text[: cut.start()].strip(), text[cut.end() :]
        sure = _is_site(tail, sites) or (_BAR.search(cut[0]) and len(tail) < len(head))
        if sure or len(tail) < TAIL * len(head):
            found.append((head, WHOLE if sure else PART))
    if cuts:
        head, tail = text[: cuts[0].start()], text[cuts[0].end() :].strip()
        sure = _is_site(head, sites)
        if sure or len(head) < HEAD * len(text):
            found.append((tail, WHOLE if sure else PART))
    found += [one for text, share in found if share == WHOLE for one in _again(text, sites)]
    plain = [(_SIGNS_BEHIND.sub("", text), share) for text, share in found]
    return [(text, share) for text, share in plain if len(text) > LEAST_TITLE or not text.isascii()]


def _again(text: str, sites: set[str]) -> list[tuple[str, float]]:
    """A text from which a name of the site was taken, without the next: "Site | site.example - Headline"."""
    cuts = _cuts(text)
    if not cuts:
        return []
    head, tail = text[: cuts[0].start()].strip(), text[cuts[-1].end() :].strip()
    found = [(text[: cuts[-1].start()].strip(), TWICE)] if _is_exactly_site(tail, sites) else []
    return [*found, (text[cuts[0].end() :].strip(), TWICE)] if _is_exactly_site(head, sites) else found


def _is_exactly_site(text: str, sites: set[str]) -> bool:
    return key_of(text.removeprefix("www.")) in sites or _PAPER.fullmatch(text) is not None


def beginnings(text: str) -> list[str]:
    """What a text has before each of its separators."""
    return [text[: cut.start()].strip() for cut in _cuts(text)]


def parts_of(text: str) -> list[str]:
    """What a text has between its separators; none where it has no separator."""
    cuts = _cuts(text)
    starts, stops = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text)]
    return [text[start:stop].strip() for start, stop in zip(starts, stops, strict=True)] if cuts else []


def endings(text: str) -> list[str]:
    """What a text has behind each of its separators."""
    return [text[cut.end() :].strip() for cut in _cuts(text)]


def less_first_colon(text: str) -> str:
    """What a text has behind its first colon; "" without one."""
    colon = _FIRST_COLON.match(text)
    return text[colon.end() :] if colon else ""


def less_site(text: str, sites: set[str]) -> str:
    """The text up to the site's name."""
    colon = _COLON.search(text)
    if colon and key_of(text[colon.end() :]) in sites:
        return text[: colon.start()]
    return next((text[: cut.start()] for cut in _cuts(text)[-2:] if _is_site(text[cut.end() :], sites)), text)


@lru_cache(maxsize=2_000)
def _cuts(text: str) -> tuple[re.Match[str], ...]:
    """The separators of a text; angular quotation marks are none."""
    quotes = all(sign in text for sign in "«»") or all(sign in text for sign in "‹›")
    return tuple(cut for cut in _SEPARATOR.finditer(text) if not (quotes and _QUOTE.search(cut[0])))


def _initials(text: str) -> str:
    """The first letters of the words with capitals, which the host of a body often is: osha.gov, who.int."""
    letters = "".join(word[0] for word in text.split() if word[0].isupper()).lower()
    return letters if len(letters) >= LEAST_INITIALS else "-"


def _is_site(text: str, sites: set[str]) -> bool:
    key = key_of(text)
    if _initials(text) in sites or _PAPER.fullmatch(text.strip()):
        return True
    return any(
        key == site or (len(site) > LEAST_NAME and site in key and len(key) < TIMES_AS_LONG * len(site))
        for site in sites
    )
