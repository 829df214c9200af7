"""The values of a feed's text elements: what is markup, what is text, and what its links are relative to."""

import base64
import binascii
import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from tuinews.address import with_slashes
from tuinews.extract.feed.elements import Element, decode_entities, joined_surrogates
from tuinews.extract.mojibake import mended_value
from tuinews.late import late_pattern

MAX_VALUE = 5_000_000
"""Characters of one title, summary or content."""

_TEXT_TYPES = frozenset(("text", "text/plain", "plain"))
XHTML = "xhtml"
"""The type of what is markup by its own tags, in which "&lt;" is a sign and no tag."""

_XHTML_TYPES = frozenset((XHTML, "application/xhtml+xml"))
_ABSOLUTE = ("http://", "https://")
_BASE64 = late_pattern(r"[A-Za-z0-9+/\s]+={0,2}\s*")
_NO_CONTENT = late_pattern(r"<(script|style|applet)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_OF_PROGRAMS = late_pattern(r"[;{}=]")
_CLOSED = late_pattern(r"</\w+\s*>\Z")
_ESCAPED_TWICE = late_pattern(
    r"\s*+&lt;(p|div|span|a|img|h[1-6]|ul|ol|table|figure|blockquote|section|article)(?:\s[^<>]*?)?/?&gt;",
    re.IGNORECASE,
)
"""How HTML begins that is escaped once more: nobody shows a whole text as its source."""

_XHTML_DIV = late_pattern(r"<div(?:\s[^<>]*)?>(.*)</div>", re.DOTALL | re.IGNORECASE)
_DIV = late_pattern(r"<(/?)div\b[^<>]*?(/?)>", re.IGNORECASE)
# Only "=" is looked for in the whole text, which is quick, then the end of the name before it ("ref" of "href").
_RELATIVE = late_pattern(
    r"=(?<=(?:ref|ef |src|rc |ite|ter|und|ion|esc|ase|ata|map|sid|ile|set)=)"
    r"\s*+[\"']?\s*+(?!https?:|mailto:|data:|[\"'#\s])",
    re.IGNORECASE,
)
_TAG = late_pattern(r"<[A-Za-z][^<>]*>")
_LINK = late_pattern(
    r"(\s(?:href|(?:data-)?src|cite|poster|background|action|longdesc|codebase|data|usemap|classid|profile)\s*+=\s*+)"
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.IGNORECASE,
)
_SRCSET = late_pattern(r"(\s(?:data-|image)?srcset\s*+=\s*+)(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_BETWEEN = late_pattern(r"[\s,]*+")
_RUN = late_pattern(r"\S++")
_HOST_ALONE = late_pattern(r"www\.[\w-]+(?:\.[\w-]+)+(?=[/?#:]|\Z)", re.IGNORECASE)
_SLASH_LOST = late_pattern(r"(https?)(?::/?|//)(?=[\w-]+(?:\.[\w-]+)+(?:[/?#:]|\Z))", re.IGNORECASE)
_C1_BYTES = late_pattern(b"\xc2[\x80-\x9f]")
_C1 = late_pattern("[\x80-\x9f]")
_SCHEMES = {
    "http", "https", "ftp", "mailto", "file", "gopher", "news", "nntp", "imap", "magnet", "rtsp", "sftp", "svn",
    "telnet", "tel", "sms", "xmpp", "irc", "ircs", "git", "feed", "itms", "callto", "skype", "sip", "sips",
}  # fmt: skip


class Value(NamedTuple):
    """A text of a feed. `type` is "html", "text", or None where neither the feed nor its format says which."""

    text: str
    type: str | None = None


def value_of(element: Element, base: str | None, default: str | None) -> Value:
    """The value of an Atom text construct or its like; `default` is the type where the element names none.

    Links within markup are made absolute against `base`; scripts, style sheets and comments are left out.
    """
    if not element.tag and not element.markup and default != XHTML:
        text = mended_value(element.text[:MAX_VALUE])
        if default == "html" and "<" not in text and _ESCAPED_TWICE.match(text):
            text = decode_entities(text)
        return Value(text if default == "text" or "<" not in text else cleaned(text, base), default)
    stated = (element.get("type") or default or "").lower()
    mode = (element.get("mode") or "").lower()
    encoded = mode == "base64" or _is_binary(stated)
    kind = "text" if stated in _TEXT_TYPES else "html" if stated else None
    if stated in _XHTML_TYPES and not encoded:
        return Value(cleaned(mended_value(_without_div(element)), base), "html")
    if element.markup and not encoded:
        markup = mended_value(_without_div(element))
        if "<" in markup:
            return Value(cleaned(markup, base), "html")
        # TypePad wraps escaped markup in a div that is not escaped
        text = decode_entities(markup)
    else:
        text = mended_value(element.text[:MAX_VALUE])
    text = _from_base64(text) if encoded else text
    return Value(text if kind == "text" else cleaned(text, base), kind)


def windows_signs(text: str) -> str:
    """`text` with the signs of windows-1252 for the C1 controls that nobody means."""
    # As bytes, the search has a first byte to look for, and is ten times quicker.
    if not _C1_BYTES.search(text.encode("utf-8", "surrogatepass")):
        return text
    return _C1.sub(lambda m: m[0].encode("latin-1").decode("cp1252", "ignore") or m[0], text)


def resolve(base: str | None, uri: str) -> str:
    """`uri` against `base`, or as it is where that makes no address."""
    if "\\" in uri:
        uri = with_slashes(uri)
    if uri.startswith(_ABSOLUTE):
        return uri
    uri = _with_host(base, uri)
    try:
        return urljoin(base, uri) if base else uri
    except ValueError:
        return uri


def _with_host(base: str | None, uri: str) -> str:
    """`www.site.example/1`, `http:/site.example/1`, and the feed's own host without a scheme, with what was left
    out: nobody means a folder so called.
    """
    if _HOST_ALONE.match(uri) or _is_own_host(base, uri):
        return f"{'http' if base and base.startswith('http:') else 'https'}://{uri}"
    return _SLASH_LOST.sub(r"\1://", uri, count=1) if uri[:4].lower() == "http" else uri


def _is_own_host(base: str | None, uri: str) -> bool:
    """Whether a path begins with the name of the host that it is relative to."""
    first = uri.partition("/")[0]
    if not base or "." not in first or ":" in first:
        return False
    host = base.partition("//")[2].partition("/")[0].lower()
    return first.lower().removeprefix("www.") == host.removeprefix("www.")


def safe_base(base: str | None, uri: str) -> str | None:
    """The address that a nested `xml:base` makes; `base` itself where it would leave the schemes of feeds."""
    joined = resolve(base, uri.strip())
    try:
        return joined if urlsplit(joined).scheme in _SCHEMES or not base else base
    except ValueError:
        return base


def _is_binary(stated: str) -> bool:
    """Atom 1.0 (4.1.3.3): a media type that is neither text nor XML is Base64."""
    return "/" in stated and not stated.startswith("text/") and not stated.endswith(("+xml", "/xml"))


def _from_base64(text: str) -> str:
    if not _BASE64.fullmatch(text):
        return text
    try:
        return base64.b64decode("".join(text.split()) + "==").decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return text


def _without_div(element: Element) -> str:
    """The markup within; the `div` that Atom (3.1.1.3) wraps around XHTML is not part of it."""
    markup = element.inner[:MAX_VALUE]
    whole = _XHTML_DIV.fullmatch(markup)
    if whole is None:
        return markup
    depth = 0
    for found in _DIV.finditer(whole[1]):
        depth += -1 if found[1] else 0 if found[2] else 1
        if depth < 0:
            return markup
    return whole[1].strip()


def cleaned(markup: str, base: str | None) -> str:
    """Markup without scripts, style sheets and comments, its links absolute against `base`."""
    markup = joined_surrogates(markup) if "&#" in markup else markup
    if "<" not in markup:
        return markup
    markup = _without_comments(_NO_CONTENT.sub(_left_of_script, markup))
    if base and (_RELATIVE.search(markup) or "srcset" in markup):
        markup = _TAG.sub(_resolver(base), markup)
    return markup.strip()


def _left_of_script(found: re.Match[str]) -> str:
    """Nothing of a script; what no tag closes and is no program either speaks of one ("The <script> tag")."""
    return "" if _CLOSED.search(found[0]) or _OF_PROGRAMS.search(found[0]) else found[0]


def _without_comments(markup: str) -> str:
    """A comment that nothing closes ends at the next ">", so that it does not swallow the text."""
    parts: list[str] = []
    position, closed = 0, True
    while (start := markup.find("<!--", position)) >= 0:
        parts.append(markup[position:start])
        end = markup.find("-->", start + 4) if closed else -1
        closed = end >= 0
        end = end if closed else markup.find(">", start + 4) - 2
        position = end + 3 if end >= 0 else len(markup)
    return "".join([*parts, markup[position:]]) if parts else markup


def _resolver(base: str) -> Callable[[re.Match[str]], str]:
    def link(found: re.Match[str]) -> str:
        value = (found[2] or found[3] or found[4] or "").strip()
        if value.startswith("#") or not value:
            return found[0]
        address = resolve(base, value).replace('"', "%22")
        return f'{found[1]}"{address}"'

    def candidates(found: re.Match[str]) -> str:
        return f'{found[1]}"{_resolved_srcset(base, found[2] if found[2] is not None else found[3])}"'

    return lambda tag: _SRCSET.sub(candidates, _LINK.sub(link, tag[0]))


def _resolved_srcset(base: str, value: str) -> str:
    """The addresses of a srcset (html.spec.whatwg.org, 4.8.4.2.1) absolute.

    One may hold commas, but ends at a blank, and behind it stands its descriptor up to the next comma.
    """
    parts: list[str] = []
    position = 0
    while address := _RUN.match(value, start := _after(_BETWEEN, value, position)):
        url = address[0].rstrip(",")
        end = start + len(url)
        comma = end if len(url) < len(address[0]) else value.find(",", end)
        parts += [value[position:start], resolve(base, url).replace('"', "%22")]
        position = comma + 1 if comma >= 0 else len(value)
        parts.append(value[end:position])
    return "".join([*parts, value[position:]])


def _after(pattern: re.Pattern[str], value: str, position: int) -> int:
    found = pattern.match(value, position)
    return found.end() if found else position
