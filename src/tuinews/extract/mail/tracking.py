"""What is taken out of a newsletter before anybody reads it: pictures that only say that somebody did.

A picture of one pixel, and one whose address is that of a known counter, is never asked for, whatever the settings
say of pictures. The text for previews, which mails hide at their top, goes too.
"""

import re

_PICTURE = re.compile(r"<img\b((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.IGNORECASE)
_SIZE = re.compile(
    r"(?:^|[\s;\"'])(?:max-)?(?:width|height)\s*[=:]\s*[\"']?\s*(\d{1,4})(?!\s*%|\d)", re.IGNORECASE
)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|\shidden\b", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE)
_COUNTER = re.compile(
    r"[/.]list-manage\.com/track/|/wf/open\b|/track(?:ing)?/open\b|/open(?:\.php|\.aspx|\.gif)?\?|/trk/open"
    r"|mandrillapp\.com/track/|/eotrx\.|eotrx\.substackcdn\.com|[/.]substack\.com/o/|/e/eo\b|/e2t/[a-z]?o/"
    r"|cmail\d*\.com/t/|createsend\d*\.com/t/.*\bo\.gif|convertkit-mail\d*\.com/o/|/v1/o/|/ss/o/|/e/o/"
    r"|pstmrk\.it/open|emltrk\.com|mailtrack\.io|doubleclick\.net|google-analytics\.com|[/.](?:pixel|beacon)\b"
    r"|/(?:pixel|beacon|spacer|blank|clear|transparent|1x1|o)\.(?:gif|png)|/pixels?[/?]",
    re.IGNORECASE,
)
"""Addresses by which the programs that send newsletters count who opened one."""

_HIDDEN = re.compile(
    r"<(div|span|td|p)\b[^<>]*\bstyle\s*=\s*(?:\"[^\"<>]*display\s*:\s*none[^\"<>]*\"|'[^'<>]*display\s*:\s*none[^'<>]*')"
    r"[^<>]*>[^<]*</\1\s*>",
    re.IGNORECASE,
)
_OTHER_ADDRESSES = re.compile(
    r"<source\b[^<>]*>|\s(?:srcset|data-[\w-]*src(?:set)?|data-original)\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+)",
    re.IGNORECASE,
)
"""Where a picture may have a second address, which would be taken in the place of the one that was looked at."""

_LEAST = 3
"""Pixels below which a picture shows nothing."""


def without_tracking(html: str) -> str:
    """A mail's HTML without pictures that count its readers, and without the text that it hides."""
    shown = _OTHER_ADDRESSES.sub("", _HIDDEN.sub("", html))
    return _PICTURE.sub(lambda found: "" if _counts(found[1]) else found[0], shown)


def _counts(attributes: str) -> bool:
    source = _SOURCE.search(attributes)
    address = next((one for one in source.groups() if one), "") if source else ""
    if not address.lower().startswith(("http://", "https://")):
        return True
    rest = _SOURCE.sub("", attributes)
    is_tiny = any(int(size) < _LEAST for size in _SIZE.findall(rest))
    return is_tiny or _UNSEEN.search(rest) is not None or _COUNTER.search(address) is not None
