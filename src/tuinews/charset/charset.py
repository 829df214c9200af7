"""Bytes to text, whatever the page says of itself.

The order is the web's (WHATWG Encoding, and HTML 13.2.3.2): byte order mark, HTTP header, XML declaration or
meta, then detection; labels mean what browsers take them for (latin1 is windows-1252, gb2312 is GB18030). Two
things are stricter than in a browser, because a reader has nobody to pick another charset from a menu: text that
is valid UTF-8 is UTF-8 even where the page claims another charset, and a few bad bytes do not make a page of
UTF-8 something else. Where the server says another charset than the document, the bytes decide, and what many
servers say of everything (ISO-8859-1) is believed last.
"""

import codecs
import re
import unicodedata
from functools import partial

import cchardet

from tuinews.charset.alphabets import likelier
from tuinews.charset.claims import is_not_western
from tuinews.charset.double_bytes import double_byte_codec
from tuinews.charset.stray_bytes import with_stray_letters
from tuinews.charset.vietnamese_fonts import in_unicode
from tuinews.late import late_pattern

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EBCDIC_XML = b"\x4c\x6f\xa7\x94\x93"
"""`<?xml` in every EBCDIC code page (XML 1.0, appendix F)."""

_HEAD = 4096
"""Bytes of a page, and letters of a header, among which an encoding is stated (1,024 in WHATWG HTML, 13.2.3.2)."""

_SAMPLE = 65_536
"""Bytes or letters from which an encoding is judged."""

_HTTP_CHARSET = late_pattern(r"charset\s*+=\s*+[\"']?\s*+([^\s\"';,]{1,40})", re.IGNORECASE)
_XML_ENCODING = late_pattern(rb"\s*<\?xml[^>]{0,200}?\sencoding\s*+=\s*+[\"']\s*+([\w.:+-]{1,40})", re.IGNORECASE)
_META_CHARSET = late_pattern(rb"<meta[^>]{0,300}?charset\s*+=\s*+[\"']?\s*+([\w.:+-]{1,40})", re.IGNORECASE)

_WINDOWS = late_pattern(r"(?:windows|win|x-cp|cp|ms)-?(125\d|874|932|936|949|950)")
_ISO_8859 = late_pattern(r"iso-?8859-?(\d{1,2})(?:-[ie]|:\d{4})?")
_WHATWG = {
    "cp1252": "ms-ansi ascii us-ascii latin1 latin-1 l1 cp819 ibm819 iso-ir-100 csisolatin1 iso8859-1"
    " ansi-x3.4-1968",
    "cp1250": "ms-ee",
    "cp1251": "ms-cyrl",
    "cp1253": "ms-greek",
    "cp1255": "ms-hebr",
    "cp1256": "ms-arab",
    "cp1257": "winbaltrim",
    "cp1254": "ms-turk latin5 l5 iso-ir-148 csisolatin5 iso8859-9",
    "cp874": "tis-620 tis620 dos-874 iso8859-11",
    "gb18030": "gb2312 gb-2312 gb-2312-80 gbk x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 euc-cn cp936",
    "cp949": "euc-kr cseuckr korean ks-c-5601 ks-c-5601-1987 ks-c-5601-1989 ksc5601 ksc-5601 iso-ir-149 uhc",
    "cp932": "shift-jis sjis x-sjis ms-kanji csshiftjis windows-31j ms932",
    "euc_jis_2004": "euc-jp eucjp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp_ext": "iso-2022-jp csiso2022jp",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950",
    "iso8859-8": "visual logical csiso88598i",
    "koi8-r": "koi koi8 cskoi8r",
    "koi8-u": "koi8-ru",
    "mac-roman": "mac macintosh x-mac-roman csmacintosh",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "utf-8": "utf8 utf-8 unicode-1-1-utf-8 x-unicode20utf8 utf-8-sig",
}
_CODECS = {label: codec for codec, labels in _WHATWG.items() for label in labels.split()}
_OF_DOS = late_pattern(r"cp(?:437|7\d\d|8(?!66|74)\d\d)")
"""Code pages of DOS that the web does not know."""

_MULTIBYTE = frozenset({"gb18030", "cp949", "cp932", "euc_jis_2004", "big5hkscs"})
_TOLD_WELL = frozenset({"cp874", "iso8859-11", "koi8-r", "koi8-u"})
"""Charsets of a single byte that are told well, and whose small letters stand where frequent ideographs do."""

_ISO_2022_JP = late_pattern(rb"\x1b\$[@B]")
_NOT_TEXT = late_pattern(r"utf-?7|utf-?16|utf-?32|ucs|unicode-?(?:esc|int)|raw|idna|punycode|undefined|mbcs|oem")
_C1 = late_pattern(rb"[\x80-\x9f]")
_WINDOWS_OF = {"iso8859-2": "cp1250", "iso8859-7": "cp1253", "iso8859-8": "cp1255", "iso8859-6": "cp1256"}
_CP1250_LETTERS = late_pattern(rb"[\x8a\x8c-\x8f\x9a\x9c-\x9f]")
"""Š, ś, ť, ž, ź and their like in windows-1250; controls in ISO-8859-2."""

_LATIN_2_LETTERS = late_pattern(rb"[\xa1\xa6\xa9\xac\xae\xb1\xb6]")
"""Ą, Ś, Š, Ź, Ž, ą, ś in ISO-8859-2; signs in windows-1250."""

_THREE_BYTES = late_pattern("[\u0800-\U0010ffff]")
"""What takes three bytes of UTF-8 or more: pairs of a double-byte charset may look like two, never like three."""

_FREQUENT_LEAD = b"\xe2"
"""The first of the three bytes of quotes and dashes, which a page of any language has: found at once."""

_CP1252_GAPS = late_pattern("[\x80-\x9f]")


def decode(body: bytes, content_type: str | None = None) -> str:
    """`body` as text, without NUL. `content_type` is the HTTP header's value where there is one; never raises."""
    marked = _marked(body)
    text = in_unicode(_unmarked(body, content_type) if marked is None else marked)
    # In bytes a NUL is looked for twenty times as fast, and no charset without a mark makes one of anything else.
    return text if marked is None and b"\0" not in body else text.replace("\0", "")


def _marked(body: bytes) -> str | None:
    """What a byte order mark, the place of the NULs or an EBCDIC declaration tells."""
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace")
    if body.startswith(_EBCDIC_XML):
        declared = _XML_ENCODING.match(body[:200].decode("cp037").encode("latin-1", "replace"))
        label = declared[1].decode("ascii", "replace") if declared else "cp037"
        return _with(body, label if label.lower().startswith(("cp", "ibm", "ebcdic")) else "cp037")
    wide = _wide_codec(body[:512])
    return body.decode(wide, "replace") if wide else None


def _wide_codec(head: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the NULs of its markup stand in the same places."""
    if len(head) < 4 or head.count(0) < max(2, len(head) * 0.05):  # one stray NUL is litter
        return None
    nuls = [head[i::4].count(0) for i in range(4)]
    quarter = len(head) // 4 * 0.6
    if min(nuls[:3]) > quarter:
        return "utf-32-be"
    if min(nuls[1:]) > quarter:
        return "utf-32-le"
    even, odd = nuls[0] + nuls[2], nuls[1] + nuls[3]
    if min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _unmarked(body: bytes, content_type: str | None) -> str:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(body, _known(body, content_type))
    if _FREQUENT_LEAD in body or _THREE_BYTES.search(text):
        return text
    known = _known(body, content_type)
    if body.isascii():
        return _seven_bit(body, known) or text
    if known and known[0] in _MULTIBYTE:
        strict = _strict(body, known[0])
        return text if strict is None else strict
    return text


def _known(body: bytes, content_type: str | None) -> list[str]:
    """The codecs that are declared, as far as there are such."""
    return [codec for codec in map(_codec, _declared(body, content_type)) if codec]


def _seven_bit(body: bytes, known: list[str]) -> str | None:
    """A charset that is all ASCII: ISO-2022 switches by ESC, HZ (only where declared) by a tilde."""
    if not known:
        return _with(body, "iso2022_jp_ext") if _ISO_2022_JP.search(body) else None
    return _with(body, known[0]) if known[0] == "hz" or known[0].startswith("iso2022") else None


def _not_utf8(body: bytes, known: list[str]) -> str:
    western = _with(body, "cp1252")
    if in_unicode(western) != western:
        return western
    loose = body.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    good = sum(1 for c in loose[:_SAMPLE] if c > "\x7f") - loose[:_SAMPLE].count("\ufffd")
    # Quotes and dashes of three bytes are no accident where UTF-8 is declared, few as they may be.
    is_declared = "utf-8" in known and good > bad and _THREE_BYTES.search(loose.replace("\ufffd", ""))
    if good > 3 * bad or is_declared:
        return with_stray_letters(body, loose)
    if set(known) - {"utf-8"} == {"cp1252"} and is_not_western(body):
        # What servers and templates say where nobody told them; a browser that believes them shows litter.
        known = [_detected(body) or "cp1252"]
    for codec in _likeliest(body, known):
        if codec != "utf-8":
            strict = _strict(body, codec)
            if strict is not None:
                return strict
    for codec in known:
        if codec in _MULTIBYTE:
            # A cut or damaged character is not a reason to doubt the page's own word.
            text = _with(body, codec)
            if not _is_litter(text, 20):
                return text
    text = _with(body, _detected(body) or next((c for c in known if c != "utf-8"), "cp1252"))
    return western if _is_litter(text, 2) else text


def _is_litter(text: str, share: int) -> bool:
    """Whether more than one in `share` of the characters beyond ASCII stands for what could not be read."""
    bad = text.count("\ufffd")
    return bad > 0 and bad * share >= sum(1 for c in text[:_SAMPLE] if c > "\x7f")


def _likeliest(body: bytes, known: list[str]) -> list[str]:
    """The declared codecs: first what the bytes look like, last what servers say where nobody told them."""
    if len(set(known) - {"utf-8"}) < 2:
        return known
    detected = _detected(body)
    return sorted(known, key=lambda codec: (codec != detected, codec == "cp1252"))


def _declared(body: bytes, content_type: str | None) -> list[str]:
    """The labels of the HTTP header, the XML declaration and the meta element, in this order."""
    head = body[:_HEAD]
    http = _HTTP_CHARSET.search(content_type[:_HEAD]) if content_type else None
    found = [] if http is None else [http[1]]
    for pattern in (_XML_ENCODING.match, _META_CHARSET.search):
        declared = pattern(head)
        if declared:
            found.append(declared[1].decode("ascii", "replace"))
    return found


def _detected(body: bytes) -> str | None:
    """What the bytes look like, judged from the first that is not ASCII; None if nobody can say."""
    first = next((i for i in range(0, len(body), 256) if not body[i : i + 256].isascii()), 0)
    sample = body[first : first + _SAMPLE]
    found = cchardet.detect(sample)
    codec = _codec(found["encoding"] or "")
    told = None if codec in _TOLD_WELL else double_byte_codec(sample)
    if told is not None:
        return told
    if codec is None or (found["confidence"] or 0) < 0.2:
        return None
    if _OF_DOS.fullmatch(codec):
        return None  # what a handful of letters of any charset looks like, and no page of the web is in
    # Windows has letters where ISO has controls; a page has no controls.
    if _C1.search(sample):
        codec = _WINDOWS_OF.get(codec, codec)
    elif codec == "cp1250":
        codec = "iso8859-2"
    is_settled = codec in _MULTIBYTE or codec in ("cp1252", "utf-8")
    return codec if is_settled else likelier(codec, partial(_with, sample))


def _codec(label: str) -> str | None:
    """Python's codec for a label of the web; None for what is unknown, or no charset of bytes at all."""
    name = label.strip().lower().replace("_", "-")
    windows = _WINDOWS.fullmatch(name)
    iso = _ISO_8859.fullmatch(name)
    name = f"cp{windows[1]}" if windows else f"iso8859-{iso[1]}" if iso else name
    if name in _CODECS:
        return _CODECS[name]
    if _NOT_TEXT.match(name):
        return None
    try:
        info = codecs.lookup(name)
        return info.name if isinstance(b"a".decode(info.name, "replace"), str) else None
    except (LookupError, ValueError, TypeError):
        return None


def _euro(error: UnicodeError) -> tuple[str, int]:
    """0x80 is the euro sign in GBK (encoding.spec.whatwg.org, 10.2.1); Python's codecs know none."""
    if isinstance(error, UnicodeDecodeError) and error.object[error.start] == 0x80:
        return "€", error.start + 1
    raise error


def _euro_or_mark(error: UnicodeError) -> tuple[str, int]:
    try:
        return _euro(error)
    except UnicodeError:
        return ("\ufffd", error.end) if isinstance(error, UnicodeDecodeError) else ("\ufffd", 0)


codecs.register_error("tuinews.euro", _euro)
codecs.register_error("tuinews.euro_or_mark", _euro_or_mark)


def _strict(body: bytes, codec: str) -> str | None:
    if codec == "iso8859-2" and len(_CP1250_LETTERS.findall(body)) > len(_LATIN_2_LETTERS.findall(body)):
        codec = "cp1250"
    try:
        return _composed(body.decode(codec, "tuinews.euro" if codec == "gb18030" else "strict"), codec)
    except UnicodeError:
        return _with(body, codec) if codec == "cp1252" else None


def _with(body: bytes, codec: str) -> str:
    if codec == "cp1252":
        # WHATWG leaves no gap in windows-1252: the five bytes without a sign are C1 controls.
        text = body.decode("latin-1")
        return _CP1252_GAPS.sub(_cp1252_sign, text)
    try:
        errors = "tuinews.euro_or_mark" if codec == "gb18030" else "replace"
        return _composed(body.decode(codec, errors), codec)
    except (LookupError, UnicodeError):
        return body.decode("latin-1")


def _composed(text: str, codec: str) -> str:
    """windows-1258 writes Vietnamese tones as marks of their own; everyone else writes whole letters."""
    return unicodedata.normalize("NFC", text) if codec == "cp1258" else text


def _cp1252_sign(match: re.Match[str]) -> str:
    return match[0].encode("latin-1").decode("cp1252", "ignore") or match[0]
