"""Finds the persons in the text of a byline, without words of authorship, positions, places and dates.

Whether a text is a byline at all is decided in `authors`.
"""

import re
from functools import lru_cache

from tuinews.extract.article.authors.authorship import authorless
from tuinews.extract.article.authors.byline_words import AGENCY, COMPANY, DEGREE, MONTHS, NOBODY, OFFICE, PLACES
from tuinews.extract.article.authors.not_authors import is_no_author
from tuinews.extract.dates import is_only_a_date
from tuinews.extract.page.letters import FIGURE as _FIGURE
from tuinews.extract.page.letters import WIDE
from tuinews.extract.page.patterns import words
from tuinews.folding import strip_diacritics
from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass

LONGEST_NAME = 60
"""Letters of a person's name; longer is a sentence."""

MOST_NAMES = 12
"""Names of one byline; longer ones are lists of a team."""

LEAST_WORDS, MOST_WORDS = 2, 6
"""Words of a person's name: one is a pen name or a label, more than six with a capital are a sentence."""

LONGEST_DEGREE = 14
"""Letters of a degree after a name."""

LONGEST_OFFICE = 40
"""Letters of a line with a position alone."""

_WITH = words("with avec mit con com met med cùng und and et e y")
"""Those of `_BESIDE_AN_AGENCY`."""

_ICONS = late_pattern("[\ue000-\uf8ff\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\u200d]*")
"""Pictures as letters, which stand before each part of a line: "👤 Jane Doe 📅 3 May"."""

_IN_BRACKETS = late_pattern(r"(?<=\w)\s*\([^()\d]{2,50}\)(?=\s*(?:$|[,;|–-]))")
_BESIDE_AN_AGENCY = late_pattern(
    rf"\s+(?:with|avec|mit|con|com|met|med|cùng|und|and|et|e|y)\s+(?:l['’]|la\s)?(?:{AGENCY})s?$", re.IGNORECASE
)
_FROM_AN_AGENCY = late_pattern(rf"\s+(?-i:Theo)\s+(?:(?:{AGENCY})s?|(?-i:[A-ZĐ]{{3,}})\b.*)$", re.IGNORECASE)
"""Whose news a Vietnamese retold, in the line below the name."""

_SPLIT = late_pattern(
    r"\s*(?:[,;&\n·•●∙■▪◆、，]|\+(?!\W*$)|/(?=\s|[^\W\d_]{3})|\s(?:and|und|et|y|e|i|og|och|en|và|ve|dan)\s|\s\|\s)"
    r"\s*(?:(?:and|und|et|with|mit)\s)?"
)
_DATE_BEHIND = rf"\b(?:{MONTHS})\.?,?\s*\d.*$|\s+\d.*$|\d{{1,4}}[./-]\d{{1,2}}[./-]\d.*$"
_BEHIND = late_pattern(
    r"\s+[|•●∙■▪◆·—–»›>/]\s*.*$|\s+-\s.*$|[•●■▪◆|].*$|\s*[(\[].*$"
    r"|\s*\b(?:updated|published|posted|last\s|aktualisiert|veröffentlicht|publié|publicado|cập\snhật|vào\s|lúc\s|reviewed|fact"
    r"|edited|photo|foto|under\s|view\s|follow)\b.*$"
    r"|\s+for\s+(?:the\s+)?(?=[A-Z]).*$|\s+(?-i:para|pour)\s+(?:el|la|le|les)?\s*(?-i:[A-ZÀ-Ý]).*$"
    r"|\s*(?:기자|특파원)(?:\s.*)?$|,?\s+(?-i:is|was|for|in|at|on|im|gegen|under|sagt|says|writes|of\sthe)\s.*$"
    r"|,?\s+(?-i:who|lives|works|covers|loves)\s.*$|\s+(?:source|quelle|fuente|fonte|nguồn|источник|джерело)\s*:.*$"
    r"|,?\s+(?:vor|am|le|el|il|het|den|um|kl)\s+(?:[^\W\d]{2,10}[.,]?\s+)?\d.*$"
    rf"|\s*{_DATE_BEHIND}|\s*@.*$|\s*https?:.*$|\s*www\..*$|\s*\S+@\S+.*$",
    re.IGNORECASE,
)
_BEHIND_WORDS = words(
    """
    updated published posted last aktualisiert veröffentlicht publié publicado cập vào lúc reviewed fact edited
    photo foto under view follow for is was in at on im gegen sagt says writes of
    who lives works covers loves para pour 기자 특파원
    """
)
"""The words with which it begins in a part that is made of letters and blanks alone."""

_TOUCHED = late_pattern(r"(?<=[a-zß-ÿ])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d)")
_THEN_OTHERS = late_pattern(
    r"[.\s|,;/–-]+(?:and )?(?:(?:medically |fact[- ])?"
    r"(?:reviewed|edited|checked|photographed|illustrated|styled|translated)(?: from(?: the)? \w+)? by"
    r"|(?:photo(?:graph)?s?(?:graphy)?|pictures?|illustrations?) by|editing by"
    r"|tradu(?:it|cido|zido|zione|cción|ção)\b.{0,20}?\s(?:par|por|di|de)\s"
    r"|(?:aus dem \w+ (?:übersetzt )?|übersetzt )von|übersetzung(?: von)?\s*:|vertaling\s*:|перевод\w*\s*:"
    r"|(?<=\s)(?:thực hiện|ghi|dịch|lược dịch|lược ghi|tổng hợp|biên soạn|sưu tầm)$"
    r"|(?:foto|photo|bild|ảnh|đồ họa|thiết kế|video|clip|kỹ thuật)s?\s*:).*$",
    re.IGNORECASE,
)
_GLUED_INITIAL = late_pattern(r"(?<=\b[A-Z]\.)(?=[A-Z][a-zß-ÿ]{2})")
_INITIAL_LAST = late_pattern(r"\b\w\.[\s,;|\"]*$")
_STOP = late_pattern(r"(?<=[a-zß-ỹđ]{3})\.$")
_DASH = late_pattern(r"\s+[-–—]\s+|\s*/\s*")
_PLACE_AND_DAY = late_pattern(
    r"[^,\d]{2,30},\s*(?:ngày|tháng)\s+\d[\d\s./-]*(?:(?:tháng|năm)\s+\d[\d./-]*\s*)*", re.IGNORECASE
)
_SYLLABLES = late_pattern(
    r"(?:(?:ngh?|nh|gh?|gi|kh|ph|th|tr|ch|qu|[bcdhklmnpqrstvxy])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?(?:\s+|$))+"
)
"""Vietnamese words without their marks: one syllable each."""

_BUREAU = late_pattern(r"[A-ZĐ]{2,7}(?:[-\s]|$)")
_INITIALS = late_pattern(r"(?:[A-ZĐ][a-zđ]?\.){1,3}\s?[A-ZĐÀ-Ỹ]\w{0,6}")
"""Initials and a name as Vietnamese papers sign with: "T.Đ.T", "V.HÙNG"."""

_PLACE = late_pattern(rf"^(?:{PLACES})$", re.IGNORECASE)
_MONTH = late_pattern(rf"^(?:{MONTHS})$", re.IGNORECASE)
_DOUBLE = late_pattern(r"([^\W\d_][^-–|/,]*?)\s+[-–]\s+([A-ZÀ-ÖØ-ÞŁŚŻŹĆ][a-zà-ÿąćęłńóśźż]{2,})")
_DEGREE = late_pattern(rf"^(?:{DEGREE})(?:\s+[A-Z]{{2,5}}®?)*$")
_AGENCY = late_pattern(rf"^(?:the )?(?:{AGENCY})$", re.IGNORECASE)
_OFFICE = late_pattern(rf"(?:^|\s)(?:{OFFICE})\b.*$", re.IGNORECASE)
_OFFICE_LINE = late_pattern(rf"(?:[\w-]+ ){{0,2}}(?:{OFFICE})(?:[ ,]+[\w-]+){{0,3}}", re.IGNORECASE)
_OFFICE_FIRST = late_pattern(rf"^(?:{OFFICE})\b.*$", re.IGNORECASE)
_OF_AN_OFFICE = late_pattern(r"\s(?:of|at)\s|\sde\s")
"""What joins an office to where it is held, behind which no other name stands."""

_NO_PARTICLES = frozenset(
    ("bis", "nach", "to", "auf", "für", "for", "with", "mit", "into", "and", "und", "et", "och", "og")
)
"""Small words of a way or a span, "Von Amrum bis Föhr", which no name has."""

_ELIDED = late_pattern(r"(?:d|l|dell|dall)['’][^\W\d_a-zß-ÿ]")
"""The beginning of a last word of a name with its particle: "Jean-Karl de La Tour d’Auvernay"."""

_SURNAMES = late_pattern(r"(\w{2,}(?:\s[\w’'-]+)+\s[yei])\s([A-ZÀ-Ý][a-zà-ÿ’'-]+)(?=\s*(?:$|[,;|(]))")
"""A name whose two surnames a word joins, as in Spanish and Portuguese: "Maria dos Santos e Silva"."""

_BETWEEN_SURNAMES = frozenset(("y", "e", "i"))

_NEXT_SENTENCE = late_pattern(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])")
_SMALL_WORD = late_pattern(r"\s(?=([^\W\d_]{1,5}\s+(?:[^\W\d_]{1,5}\s+)?)\S.*\d)")
"""One or two words before a day: "on Monday, 4 May", "pada Senin, 4 Mei", "vào lúc 8:15"."""

SIGNS = frozenset('?!@#<>{}[]="“”:')
"""Characters that no person's name has."""

_JOINED = "\x1f"
"""Stands for a blank that parts no names."""

_EDGES = " \t:·*\"'“”„–—-|,;"
_WIDE_NAME = late_pattern("^[\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3々·・\\s]{2,12}$")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a text of a byline has: its persons, all its parts, and the whole text."""

    persons: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    whole: str = ""

    @property
    def complete(self) -> bool:
        """Whether all its parts are persons."""
        return len(self.persons) == len(self.parts)


@lru_cache(maxsize=4_000)
def byline_of(text: str) -> Byline:
    """The persons and parts of a byline; `text` is without its words of authorship. A date line has none."""
    placed = _PLACE_AND_DAY.match(text)
    if placed is not None:
        text = text[placed.end() :].strip(_EDGES)
        if not is_person(text):
            return Byline()
    written = _as_printed(text)
    text = _less_others(written)
    parts, dated = _parts_of(text)
    if dated and not parts:
        return Byline()
    several = len(parts) > 1
    persons = [part for part in parts if is_person(part) or (several and is_initials(part))]
    spelt = [tuple(_as_written(part, written) for part in some[:MOST_NAMES]) for some in (persons, parts)]
    return Byline(spelt[0], spelt[1], text.replace(_JOINED, " "))


def _as_printed(text: str) -> str:
    """A byline without the pictures and the brackets that its paper sets in it and around it."""
    text = less_brackets(text if text.isascii() else _ICONS.sub(" | ", text))
    return text[1:-1] if text[:1] == "(" and text.find(")") == len(text) - 1 else text


def _less_others(text: str) -> str:
    """A byline without who else is named, the day and the sentence behind it, with commas between its persons."""
    text = _each_by_dash(_GLUED_INITIAL.sub(" ", _THEN_OTHERS.sub("", _TOUCHED.sub(" | ", text))))
    text = _less_other_sentence(_less_day_behind(text))
    text = text if _BETWEEN_SURNAMES.isdisjoint(text.split()) else _SURNAMES.sub(_joined_surnames, text)
    stop = "." not in text or _INITIAL_LAST.search(text) is None
    return text.strip(_EDGES + "." if stop else _EDGES)


def _parts_of(text: str) -> tuple[list[str], bool]:
    """The parts of a byline without their offices, agencies and days; and whether one was a day."""
    parts: list[str] = []
    dated = False
    for place, raw in enumerate(_SPLIT.split(text)[: 2 * MOST_NAMES]):
        part = raw.strip(_EDGES).replace(_JOINED, " ")
        if parts and _is_degree(part):
            parts[-1] += ", " + part
            continue
        part = _without_what_follows(_less_agency(authorless(part))).strip(_EDGES)
        if place and _OFFICE_FIRST.match(part):
            if _OF_AN_OFFICE.search(part):
                break
            continue
        if place and (_AGENCY.match(part) or _is_bureau(part)):
            continue
        bare = _OFFICE.sub("", part).strip(" ,-")
        part = _without_stop(bare if " " in bare else part)
        if is_only_a_date(part):
            dated = True
        elif any(map(str.isalpha, part)):
            parts.append(part)
    return parts, dated


def is_initials(name: str) -> bool:
    """Whether a name is initials and a syllable, as a Vietnamese signs: "T.Đ.T", "V.HÙNG"."""
    return _INITIALS.fullmatch(name) is not None


def _as_written(name: str, text: str) -> str:
    """A name without the blank behind its initial, where a Vietnamese is written so in the text: "N.Phú"."""
    glued = name.replace(". ", ".") if ". " in name and not name.isascii() else name
    return glued if glued in text and is_initials(glued) else name


def _is_degree(part: str) -> bool:
    """Whether a part is the degree of the person before it, and no Vietnamese in capitals: "THU DUNG"."""
    degree = len(part) <= LONGEST_DEGREE and _DEGREE.match(part) is not None and not _AGENCY.match(part)
    return degree and not (" " in part and _is_vietnamese(part))


def _less_day_behind(text: str) -> str:
    """A byline without the day that a small word joins to it: "Bayu Pratama pada Senin, 4 Mei"."""
    if _FIGURE.search(text) is not None:
        for found in _SMALL_WORD.finditer(text):
            one, *more = found[1].split()
            small = one.islower() and (not more or more[0].islower())
            if one.islower() and is_only_a_date(text[found.end() + len(found[1] if small else one) :]):
                return text[: found.start()]
    return text


def _less_other_sentence(text: str) -> str:
    """A byline without the sentence behind it: "Gino Verga. Pubblicato il 14 aprile"."""
    found = _NEXT_SENTENCE.search(text) if ". " in text else None
    return text[: found.start()] if found and is_person(_SPLIT.split(text[: found.start()])[-1]) else text


def _joined_surnames(found: re.Match[str]) -> str:
    """The surnames of one person as one word for `_SPLIT`; no placeholder or agency is a surname."""
    one, other = found.groups()
    if NOBODY.match(other) or _AGENCY.match(other):
        return found[0]
    return f"{one[:-2]}{_JOINED}{one[-1]}{_JOINED}{other}"


def _less_agency(part: str) -> str:
    """A name without the agency that a word joins to it: "Léa Marin avec AFP"."""
    words_of = part.split()
    if "Theo" in words_of[1:]:
        part = _FROM_AN_AGENCY.sub("", part)
    return part if _WITH.isdisjoint(words_of) else _BESIDE_AN_AGENCY.sub("", part)


def less_brackets(text: str) -> str:
    """A byline without what stands in brackets behind a name: "Léa Marin (Rome, envoyée spéciale)"."""
    return _IN_BRACKETS.sub("", text) if "(" in text else text


def _without_what_follows(part: str) -> str:
    """A part of a byline without what stands behind the name: a date, a mail address, "for the Post"."""
    if part.replace(" ", "").isalpha() and _BEHIND_WORDS.isdisjoint(part.lower().split()):
        return part
    return _BEHIND.sub("", part)


def is_place_and_day(text: str) -> bool:
    """Whether a text is the place and the day below a letter or a report: "Vĩnh Long, ngày 6/3/2026"."""
    return _PLACE_AND_DAY.match(text) is not None


def _each_by_dash(text: str) -> str:
    """A text with commas for the dashes and bars between Vietnamese persons: "Giang Nam - Hoàng Phúc".

    In other languages a place, an office or the paper follows the dash, or the second part of a double name.
    """
    if text.isascii():
        return text
    names = [name.strip(_EDGES + ".") for name in _DASH.split(text)]
    if len(names) > 1 and _is_of_agency(names[-1]):
        names.pop()
    persons = [is_vietnamese_person(name) or is_initials(name) for name in names]
    return ", ".join(names) if len(names) > 1 and all(persons) else text


def _is_of_agency(name: str) -> bool:
    """Whether what stands behind the last slash is for whom they write: "Thu Hòa/VOV.VN"."""
    return _is_bureau(name) or _AGENCY.match(name) is not None or is_no_author(name)


def is_vietnamese_person(name: str) -> bool:
    """Whether a text is a person's name of Vietnamese syllables, and no place or office of an agency."""
    return is_person(name) and _is_vietnamese(name) and not _PLACE.match(name) and not _is_bureau(name)


def is_place(text: str) -> bool:
    """Whether a text is the name of a place in Vietnam, as it stands before a lead."""
    return _PLACE.match(text) is not None


def _is_vietnamese(name: str) -> bool:
    return _SYLLABLES.fullmatch(strip_diacritics(name.lower().replace("đ", "d"))) is not None


def double_name(text: str) -> str:
    """A name with its second surname behind a dash with blanks: "Kalina Kopus - Gruszka"; "" for any other text.

    To be asked only of a text that is a name as a whole, since an office or a place may stand there as well.
    """
    found = _DOUBLE.fullmatch(text.strip(_EDGES))
    if found is None or not is_person(found[1]) or _PLACE.match(found[2]):
        return ""
    behind = found[2]
    if any(one.match(behind) for one in (NOBODY, _AGENCY, _OFFICE_FIRST, _MONTH)) or COMPANY.search(behind):
        return ""
    return found[0]


def _is_bureau(part: str) -> bool:
    """Whether a text is the short name of an agency with its office: "VOV-Tây Bắc", "TTXVN"."""
    return _BUREAU.match(part) is not None and not part.isupper()


def _without_stop(name: str) -> str:
    """A name without the full stop behind it, which an initial or "Jr." keeps."""
    return _STOP.sub("", name)


@lru_cache(maxsize=4_000)
def is_person(text: str) -> bool:
    """Whether a text may be a person's name, with or without degrees: two to six words, or a few ideographs."""
    name = text.split(",", 1)[0]
    if not 1 < len(name) <= LONGEST_NAME or name.endswith(("..", "…")):
        return False
    if not name.isascii() and WIDE.search(name):
        return _WIDE_NAME.match(name) is not None and not NOBODY.match(name)
    words = name.split()
    small = sum(word[:1].islower() for word in words)
    if small and not _NO_PARTICLES.isdisjoint(words):
        return False
    if (
        not LEAST_WORDS <= len(words) <= MOST_WORDS + small
        or not SIGNS.isdisjoint(name)
        or any(map(str.isdigit, name))
    ):
        return False
    return (
        words[0][:1].isupper()
        and (words[-1][:1].isupper() or _ELIDED.match(words[-1]) is not None)
        and small <= len(words) // 2
        and not NOBODY.match(name)
        and not COMPANY.search(name)
    )


@lru_cache(maxsize=4_000)
def is_office(text: str) -> bool:
    """Whether a short text is a position and nothing else: "Chief Economist", "Redakteurin Lokales"."""
    return 5 < len(text) <= LONGEST_OFFICE and text[0].isupper() and _OFFICE_LINE.fullmatch(text) is not None


@lru_cache(maxsize=4_000)
def is_agency(text: str) -> bool:
    """Whether a text is the name of an agency or of a paper."""
    return _AGENCY.match(text) is not None
