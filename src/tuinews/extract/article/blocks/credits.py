"""Who made a picture: named in an element of its own, in a line below the caption, or at the caption's end."""

import re

from tuinews.late import late_pattern
from tuinews.text import clean_line

LONGEST_CREDIT = 80
"""Letters of a credit; longer lines tell something of the picture too."""

MOST_WORDS = 12
"""Words of a credit: names, an agency, how it was provided."""

_LABELS = (
    r"(?:(?:hình )?ảnh(?: minh h[oọ]ạ?)?|photo(?:graph(?:y|s|ie)?|s)?|pictures?|images?|illustrations?"
    r"|credits?|cr[ée]dits?"
    r"|fotos?|fotograf(?:ie|ía|ia|i)?|fotoğraf|fot\.|bild(?:quelle|er)?|imagen|immagine|copyright|source|quelle"
    r"|fuente|nguồn|đồ h[oọ]ạ?|фото|zdjęcie|zdj\.|kuva(?:aja)?|φωτο(?:γραφία)?|dok\.|写真(?:提供)?|撮影|提供"
    r"|图片来源|图片|图|摄影|圖"
    r"|사진(?:제공)?|صورة|الصورة|تصوير|عکس|צילום|फोटो|छवि|ภาพ(?:โดย|จาก)?)"
)
_LEADING = late_pattern(
    rf"{_LABELS}"
    r"(?:[ -](?:credits?|photos?|images?|source|by|courtesy(?: of)?|von|par|de|di|crédit))*\s*[:：/=|]\s*"
    r"|(?:photo(?:graph)?|image|picture|illustration)s? (?:by|courtesy of)\s+|[©Ⓒ]\s*|\(c\)\s*"
    r"|(?:nguồn (?:hình )?ảnh|image (?:source|copyright)|cr[ée]dito,? foto|fuente de la imagen"
    r"|crédit photo|sumber gambar)\s*[,:]\s*|credit\s?\.{3}\s*"
    r"|(?:foto|fot|fotograf\w*) (?=[A-ZÀ-Ý])|reuters\s?/\s?",
    re.IGNORECASE,
)
"""What stands before the name of who made a picture."""

_LABELLED = late_pattern(
    r"\s*(?:nguồn (?:hình )?ảnh|image (?:source|copyright)|cr[ée]dito,? foto|fuente de la imagen|crédit photo"
    r"|sumber gambar)\s*[,:]",
    re.IGNORECASE,
)
"""The label of a credit before a caption, as the BBC prints it for screen readers."""

_APART = late_pattern(r"[\s.。!！?？…|,;、＝=(（\[/〈<–—-]$")
"""What stands between a caption and the credit at its end; ideographs need no sign."""

_MADE_BEHIND = late_pattern(
    r"(?:^|[.。＝=/\s　（(])([^\W\d_][^\s。.、，＝=/（(]{1,11}?)\s?(?:撮影|摄影|摄|攝)[）)]?$"
)
"""A name before what its owner did, as Chinese and Japanese captions end: "李木 摄"."""

_CLOSES = ")）]〉>"
_BEFORE_NAME = frozenset("@“\"'")


def clean_credit(credit: str) -> str:
    """Who made a picture, without the word that says so ("Ảnh: Minh An"), once, and without brackets around it."""
    text = clean_line(credit).strip()
    if text[:1] in "([（" and text[-1:] in ")]）":
        text = text[1:-1].strip()
    found = _LEADING.match(text)
    return text[found.end() :].strip() or text if found else text


def begins_as_credit(text: str) -> bool:
    """Whether a line begins with the word that stands before the name of who made a picture."""
    return _LEADING.match(text) is not None


def is_labelled_credit(text: str) -> bool:
    """Whether a line is a credit by its label for screen readers: "Image source, Minh An"."""
    return len(text) <= LONGEST_CREDIT and _LABELLED.match(text) is not None


def credit_within(caption: str) -> str:
    """Who made a picture, named at the end of its caption: "… hôm 5/3. Ảnh: Minh An"; "" where nobody is named."""
    text = clean_line(caption).rstrip()
    start = max(0, len(text) - LONGEST_CREDIT - 40)
    credit = ""
    for found in _LEADING.finditer(text, start):
        if found.start() and not _stands_apart(text, found):
            continue
        name = _without_stop(text[found.end() :])
        if _is_name(name) and (found.start() or not name[0].islower()):
            credit = name
            break
    behind = _MADE_BEHIND.search(text, start) if not credit else None
    return behind[1] if behind is not None else credit


def _stands_apart(text: str, found: re.Match[str]) -> bool:
    """Whether a word is no part of the sentence before it: a sign is between, or it begins anew in capitals."""
    before = text[: found.start()]
    return _APART.search(before.rstrip()) is not None or not (before[-1:].isalnum() or found[0][:1].islower())


def _without_stop(name: str) -> str:
    """The name at the end without the bracket and the stop that close the caption."""
    name = name.strip()
    if name.endswith(".") and not name[-3:-2].isspace() and name[-3:-2] != ".":
        name = name[:-1].rstrip()
    while name[-1:] in _CLOSES and name[-1:] and not any(sign in name for sign in "([（〈<"):
        name = name[:-1].rstrip()
    return name


def _is_name(name: str) -> bool:
    """Whether this may name people or agencies: few words, and no sentence behind."""
    if (
        not 1 < len(name) <= LONGEST_CREDIT
        or name.count(" ") >= MOST_WORDS
        or re.search(r"[^\W\d_]{3}[.!?] ", name)
    ):
        return False
    return name[0] in _BEFORE_NAME or name[0].isalpha()
