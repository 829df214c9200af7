"""Addresses: join, tidy, canonical, and what makes two of them one source.

Only http and https ever leave here; everything else that a page links to (javascript:, data:, file:) is None.
"""

import re
import unicodedata
from importlib import import_module
from types import ModuleType
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

from tuinews.late import late_pattern

MAX_LENGTH = 4096
"""Characters of an address; a longer one is refused (browsers and servers stop at 2,000 to 8,000)."""

_TRACKING = late_pattern(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|hpt|iref|xtor|at_\w+|itm_\w+|cmpid|"
    r"cmp|intcid|ncid|ocid|ref_src|ref_url|smid|smtyp|spm|wt_mc|rss|feature|gi|guccounter|guce_\w+|icid|"
    r"zarsrc|vgo_ee|pk_\w+|mtm_\w+|_hs\w+|oly_\w+|s_cid|partner)$",
    re.IGNORECASE,
)
_SESSION = late_pattern(
    r"(?:jsessionid|phpsessid|aspsessionid\w*|session_?id|sess_?id|cftoken|oscsid|zenid|xtcsid)=[^&]*"
    r"|(?:sid|s)=[0-9a-f]{20,}|sid=(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{6,}",
    re.IGNORECASE,
)
"""Parameters that say who asks, anew at every visit. `sid=12` numbers a story; a session's has letters."""

_SESSION_IN_PATH = late_pattern(r";(?:jsessionid|phpsessid|sid)=[^/;?]*|/\(S\([0-9a-z]{20,}\)\)", re.IGNORECASE)
_CAMPAIGN = late_pattern(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl)(?:=|$)", re.IGNORECASE
)
"""Parameters that say by which link somebody came; no site answers them with another list."""

MASK = "•••"
"""Stands for what is secret."""

_USER = late_pattern(r"(?<=//)[^\s/?#]*@|(?<=//)[^\s/?#@:]*:(?!\d{0,5}(?:[/?#]|\Z))[^\s@]*@")
"""User and password, with the @ behind them; the password may hold an @, and one that was not escaped a slash."""

_PARAMETER = late_pattern(r"([?&;])([^=&;#\s]+)=([^&#\s]*)")
_SECRET_NAME = late_pattern(
    r"(?:.*[_.\-\[])?(?:(?:access|api|app|auth|client|feed|id|private|refresh|rss|secret|secure|user)?(?:token|key)|"
    r"auth|authorization|credentials?|jwt|pass|passcode|passphrase|passwd|password|pwd|secret|sig|signature)\]?",
    re.IGNORECASE,
)
"""Names of parameters that open something to whoever has them; `X-Amz-Signature`, `access_token`, `apiKey`."""

_FOLLOWED = late_pattern(r"(?:feed|rss|pcast|itpc|podcast|view-source):{1,2}(?://)?", re.IGNORECASE)
_TYPED_HOST = late_pattern(
    r"(?P<name>[^\s:@]+\.[^\s:.@]+\.?|localhost|\[[0-9A-Fa-f:]+\]|[\w-]+(?=:\d))(?::(?P<port>\d{1,5}))?",
    re.IGNORECASE,
)
_AT_HOME = late_pattern(
    r"localhost|\[.*\]|[\d.]+|[^.]+|.*\.(?:local|lan|home|internal|localhost)\.?", re.IGNORECASE
)
_UNESCAPED_PASSWORD = late_pattern(
    r"(?<=://)([^\s/?#@:]+:)(?!\d{0,5}(?:[/?#]|\Z))([^\s@]*[/?#][^\s@]*)(?=@[^\s@]+\Z)"
)
_ESCAPE = late_pattern(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = late_pattern(r"[A-Za-z0-9._~-]")
_PLAIN_ADDRESS = late_pattern(
    r"https?://[a-z0-9.-]*[a-z0-9](?:/[\w/.~%&=+,:@-]*+(?:\?[\w/.~%&=+,:@-]++)?)?", re.ASCII
)
"""What comes out of `join` as it went in; eight of ten links, and splitting and joining one costs 15 µs."""

_PLAIN_ARTICLE = late_pattern(r"https?://([a-z0-9.-]*[a-z0-9])((?:/[\w.~=+,:@&!$'*-]*+)*+)", re.ASCII)
"""An address of which only the host and a slash at its end can say nothing; splitting one costs 10 µs."""

_PLAIN_PATH = late_pattern(r"(?:/[\w~%&=+,:@-][\w.~%&=+,:@-]*+)++/?(?:\?[\w/.~%&=+,:@-]++)?", re.ASCII)
"""A path that comes out behind the host of a plain base as it went in."""

_PLAIN_HOST = late_pattern(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
"""What a host begins with that says nothing of which it is."""

_AMP_PATH = late_pattern(r"/amp/?$|[./]amp(?=\.html?$)", re.IGNORECASE)
_NAME_OF_A_HOST = late_pattern(r"(?:[\w-]+\.)*[\w-]+\.?|[0-9a-f]*:[0-9a-f:.]+", re.ASCII | re.IGNORECASE)
"""What a host can be called that somebody typed; a line of a program has brackets and quotes in its place."""

OUTSIDE = (
    "".join(map(chr, (*range(0x21), 0x7F, 0xA0, *range(0x200B, 0x2010), *range(0x2028, 0x202F)))) + "\u2060\ufeff"
)
"""What is taken off an address at both ends: controls and blanks (WHATWG URL, 4.4), and what is not seen where it
was copied from, such as the signs that say in which direction it is written."""

_PRINTED = late_pattern(r"[\x21-\x7e]+")
_UNSAFE_SPACE = late_pattern("[\x00-\x20\x7f-\xa0\u200b\ufeff]+")
_SPACES = late_pattern("[\t-\r \x85\xa0\u200b\ufeff]+")
"""What stands for a blank; other controls are encoded as they are (WHATWG URL, 4.4)."""
_FORBIDDEN_IN_HOST = late_pattern("[\x00-\x20\x7f#%/:<>?@\\[\\\\\\]^`{|}]")
_SAFE_IN_PATH = "/%:@!$&[]'()*+,;=~-._"
_SAFE_IN_USER = "%:!$&'()*+,;=~-._"
_SAFE_IN_QUERY = _SAFE_IN_PATH + "?[]|"


def join(base: str | None, href: str | None) -> str | None:
    """`href` as an absolute http(s) address against `base`, or None if it is none.

    White space that pages print into addresses is taken out as browsers do (WHATWG URL, 4.4).
    """
    if not href or len(href) > MAX_LENGTH:
        return None
    if _PLAIN_ADDRESS.fullmatch(href):
        return href
    if base is not None and _PLAIN_PATH.fullmatch(href) and _PLAIN_ADDRESS.fullmatch(base):
        return base[: base.find("/", len("https://")) if base.count("/") > 2 else len(base)] + href
    href = href.strip(OUTSIDE).replace("\n", "").replace("\r", "").replace("\t", "")
    href = with_slashes(href) if "\\" in href else href
    try:
        joined = urljoin(base, href) if base else href
        parts = urlsplit(joined)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        _ = parts.port
    except ValueError:
        return None
    if not _PRINTED.fullmatch(joined):
        return _encoded(parts)
    # HTTP:// is http:// (RFC 3986, 3.1), and whoever asks what an address is asks for that.
    return parts.scheme + joined[len(parts.scheme) :]


def with_slashes(address: str) -> str:
    """An address whose slashes were written as Windows has them, which browsers take for the same (WHATWG URL,
    4.4), or escaped as in JSON. In a query a backslash is itself.
    """
    query = re.search(r"[?#]|\Z", address)
    end = query.start() if query else len(address)
    return re.sub(r"\\/?", "/", address[:end]) + address[end:].replace("\\/", "/")


def tidy(typed: str) -> str | None:
    """What a person typed or pasted, as an http(s) address: `tuoitre.vn` becomes `https://tuoitre.vn/`.

    Schemes that mean "follow this feed" are taken off. A machine at home, a number, and a port that is not one of
    https get http. None if no address can be made of it.
    """
    text = typed.strip(OUTSIDE).strip("<>\"'").strip(OUTSIDE)
    scheme = _FOLLOWED.match(text)
    if scheme:
        text = text[scheme.end() :]
    text = text.removeprefix("//")
    if not text or any(c.isspace() for c in text):
        return None
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", text):
        host = _TYPED_HOST.fullmatch(re.split(r"[/?#]", text, maxsplit=1)[0])
        if host is None:
            return None
        plain = _AT_HOME.fullmatch(host["name"]) or host["port"] not in (None, "443", "8443")
        text = ("http://" if plain else "https://") + text
    # A sign in a password that ends a host elsewhere; nobody's host is called so, with a port that is none.
    text = _UNESCAPED_PASSWORD.sub(lambda found: found[1] + quote(found[2], safe="%"), text, count=1)
    address = join(None, text)
    if address is None:
        return None
    parts = urlsplit(address)
    if not _NAME_OF_A_HOST.fullmatch(parts.hostname or ""):
        return None
    return urlunsplit(parts._replace(path=parts.path or "/"))


def canonical(url: str) -> str:
    """What makes an address an article's own, so that a listing and a feed of one site give it once.

    https for http, no `www.`, `m.` or `amp.` host, no default port, parameters of tracking and of sessions off
    (the rest stays: a query can be the identity, `?id=123`), no trailing slash, percent-encoding undone, and no
    fragment but one that a script reads as a path (`#/news/1`, `#!news/1`). Not an address to fetch: an identity.
    """
    plain = _PLAIN_ARTICLE.fullmatch(url)
    if plain and not _AMP_PATH.search(plain[2]):
        return f"https://{_PLAIN_HOST.sub('', plain[1])}{plain[2].rstrip('/') or '/'}"
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        port = parts.port
    except ValueError:
        return url
    host = _PLAIN_HOST.sub("", host)
    if port and port not in (80, 443):
        host = f"{host}:{port}"
    path = _SESSION_IN_PATH.sub("", unicodedata.normalize("NFC", unquote(parts.path)))
    path = _AMP_PATH.sub("", path).rstrip("/") or "/"
    pairs = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(k, v)]
    query = urlencode(sorted(pairs), errors="replace") if pairs else ""
    fragment = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    return urlunsplit(("https", host, path, query, fragment))


def source_key(url: str) -> str:
    """What makes an address a source's own: two spellings of one address have one key, two addresses two.

    Much less is left out than for an article (`canonical`): `/` and `/?rss=1`, `m.` and the bare host list
    different things. The same are http and https, a host in any case, with `www.` or with a final dot, the default
    port, a final slash, a fragment, the order of parameters, escapes that stand for a plain letter (RFC 3986,
    6.2.2), and parameters of campaigns and sessions. User and password stay, since a key in them can be what tells
    two feeds apart. Not an address to fetch. What is not a http(s) address is its own key.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not host:
        return url
    host = re.sub(r"^www\.(?=[^.]+\.)", "", ascii_host(host) or host)
    if port and port != (443 if parts.scheme == "https" else 80):
        host = f"{host}:{port}"
    user, at, _ = parts.netloc.rpartition("@")
    kept = [pair for pair in parts.query.split("&") if pair and not _CAMPAIGN.match(pair)]
    pairs = [_plainly_escaped(pair) for pair in kept if not _SESSION.fullmatch(pair)]
    query = "&".join(sorted((pair.removesuffix("=") for pair in pairs), key=lambda pair: pair.partition("=")[0]))
    path = _SESSION_IN_PATH.sub("", _plainly_escaped(parts.path)).rstrip("/") or "/"
    return urlunsplit(("https", user + at + host, path, query, ""))


def ascii_host(host: str) -> str | None:
    """A host as DNS has it, None if it is none: UTS 46 without its transitional rules, as browsers do.

    So `faß.de` is xn--fa-hia.de, and not fass.de, which is another host. Names in ASCII stay, in lower case,
    whatever they are: an underscore and two hyphens are in use. Emoji are no letters to IDNA 2008, but registries
    sell them (url.spec.whatwg.org, 3.3). An IPv6 address comes in brackets.
    """
    if ":" in host:
        return f"[{host}]" if host.isascii() else None
    if host.isascii():
        return None if _UNSAFE_SPACE.search(host) else host.lower()
    idna = import_module("idna")  # 8 ms, for the few addresses that need it
    try:
        name: str = idna.uts46_remap(host, std3_rules=False, transitional=False)
        labels = [label if label.isascii() else _ascii_label(idna, label) for label in name.split(".")]
    except UnicodeError:
        return None
    below = labels[:-1] if len(labels) > 1 and not labels[-1] else labels  # a final dot is DNS's own
    usable = all(0 < len(label) < 64 for label in below)
    return ".".join(labels) if usable and not _FORBIDDEN_IN_HOST.search(name) else None


def _ascii_label(idna: ModuleType, label: str) -> str:
    """Raises UnicodeError if `label` can be no part of a host."""
    try:
        return str(idna.alabel(label), "ascii")
    except idna.InvalidCodepoint:
        return "xn--" + label.encode("punycode").decode("ascii")


def host_of(url: str) -> str:
    """The host of an address in lower case, without `www.`; "" if there is none."""
    try:
        return (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


def name_of(url: str) -> str:
    """An address as the name of what has none yet: without user, password and query, which may hold a key."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def masked(url: str) -> str:
    """An address as people may see it: its password, and what stands in parameters that are keys, as `•••`.

    Ids name a source for scripts; the whole address goes to its own host, and into an export that asks for it.
    """
    return _PARAMETER.sub(_masked_parameter, masked_password(url))


def masked_password(url: str) -> str:
    """An address with its password as `•••`; the user alone is one where nothing else is (`https://TOKEN@host/`)."""
    return _USER.sub(lambda found: _user(found[0], MASK), url, count=1)


def without_secrets(url: str) -> str:
    """An address without what `masked` masks: it names the place, but may open nothing."""
    bare = _USER.sub(lambda found: _user(found[0], ""), url, count=1)
    before, mark, query = bare.partition("?")
    query, fragment_mark, fragment = query.partition("#")
    kept = "&".join(pair for pair in query.split("&") if not _is_secret(pair.partition("=")[0]))
    return before + (mark + kept if kept else "") + fragment_mark + fragment


def signed_in(url: str, typed: str | None) -> str:
    """`url` with the user and password of the address that was `typed`, where both are of one origin."""
    try:
        parts, by = urlsplit(url), urlsplit(typed or "")
        user, at, _ = by.netloc.rpartition("@")
    except ValueError:
        return url
    if not at or "@" in parts.netloc or parts.scheme != by.scheme or not same_origin(url, typed or ""):
        return url
    return urlunsplit(parts._replace(netloc=user + at + parts.netloc))


def same_origin(one: str, other: str) -> bool:
    """Whether two addresses have the same host and port, scheme aside (the address policy of `web`)."""
    try:
        a, b = urlsplit(one), urlsplit(other)
        return a.hostname == b.hostname and _port(a) == _port(b)
    except ValueError:
        return False


def _user(found: str, mask: str) -> str:
    """User and password, as `user:password@`, with `mask` in the place of what is secret."""
    user, _, password = found.removesuffix("@").partition(":")
    if not user or password in ("", "x-oauth-basic"):
        user = ""
    shown = ":".join(part for part in (user, mask) if part)
    return f"{shown}@" if shown else ""


def _masked_parameter(found: re.Match[str]) -> str:
    before, name, value = found.groups()
    return f"{before}{name}={MASK}" if value and _is_secret(name) else found[0]


def _is_secret(name: str) -> bool:
    return _SECRET_NAME.fullmatch(unquote(name)) is not None


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _is_tracking(key: str, value: str) -> bool:
    return bool(_TRACKING.match(key) or _SESSION.fullmatch(f"{key}={value}")) or (
        key in ("amp", "outputType") and value in ("", "1", "true", "amp")
    )


def _encoded(parts: SplitResult) -> str | None:
    """The address in ASCII: the host by IDNA, the rest percent-encoded as UTF-8 (RFC 3987, 3.1)."""
    host = ascii_host(parts.hostname or "")
    if host is None:
        return None
    if parts.port:
        host = f"{host}:{parts.port}"
    user, at, _ = parts.netloc.rpartition("@")
    host = quote(user, safe=_SAFE_IN_USER, errors="replace") + at + host
    path = quote(_SPACES.sub("%20", parts.path), safe=_SAFE_IN_PATH, errors="replace")
    query = quote(_SPACES.sub("%20", parts.query), safe=_SAFE_IN_QUERY, errors="replace")
    fragment = quote(parts.fragment, safe=_SAFE_IN_QUERY, errors="replace")
    return urlunsplit((parts.scheme, host, path, query, fragment))


def _plainly_escaped(text: str) -> str:
    """Escaped where it must be, in one manner: `%7e` is `~`, `%c4` is `%C4`, `đ` is `%C4%91`."""

    def plain(escape: re.Match[str]) -> str:
        character = chr(int(escape[1], 16))
        return character if _UNRESERVED.match(character) else escape[0].upper()

    return quote(_ESCAPE.sub(plain, text), safe=_SAFE_IN_QUERY, errors="replace")
