"""The language of an article: the declared one, unless its letters belong to another."""

import re

from tuinews.extract.page.structured import Structured, string_of
from tuinews.late import late_pattern

_TAG = late_pattern(r"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2,4}))?")
_SCRIPTS = (
    ("ja", late_pattern("[\u3040-\u30ff]")),
    ("ko", late_pattern("[\uac00-\ud7a3]")),
    ("zh", late_pattern("[\u4e00-\u9fff]")),
    ("th", late_pattern("[\u0e01-\u0e5b]")),
    ("he", late_pattern("[\u05d0-\u05ea]")),
    ("ar", late_pattern("[\u0621-\u064a]")),
    ("hi", late_pattern("[\u0904-\u0939]")),
    ("el", late_pattern("[\u0391-\u03c9]")),
    ("ru", late_pattern("[\u0410-\u044f]")),
    ("vi", late_pattern("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưă]", re.IGNORECASE)),
)
_SAME_SCRIPT = {
    "ru": {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"},
    "ar": {"ar", "fa", "ur", "ps", "ckb", "ug"},
    "hi": {"hi", "mr", "ne", "sa"},
    "he": {"he", "iw", "yi"},
    "zh": {"zh", "ja"},
}
_FREQUENT_WORDS = {
    "en": "the and of to in that for with was is",
    "de": "der die und das ist nicht den von mit auf",
    "fr": "les des est dans une pour que qui sur pas",
    "es": "los las del que por una con para como más",
    "pt": "não uma dos das com para mais foi são pelo",
    "it": "che della per una con non del sono gli più",
    "nl": "het een van dat niet zijn voor met aan ook",
    "sv": "och att det som för är på med inte har",
    "no": "og det som til er på med ikke har av",
    "da": "og det der til er på med ikke har af",
    "pl": "nie się jest na że to do jak oraz przez",
    "tr": "ve bir bu için ile olarak daha çok gibi olan",
    "id": "yang dan dengan untuk dari dalam tidak pada ini itu",
    "fi": "ja on ei että oli se hän mutta ovat myös",
    "cs": "a že se na je jako pro jsou při také",
    "hu": "a az és hogy nem egy is volt csak már",
    "ro": "și care pentru din este nu mai sunt cu fost",
}
_FREQUENT = {lang: frozenset(words.split()) for lang, words in _FREQUENT_WORDS.items()}

SHARE, LEAST_SHARE = 0.2, 0.06
"""Share of the letters that must be of one script to decide; less for kana and for Vietnamese letters, since these
are mixed with ideographs and with plain Latin letters (about a fifth of the letters of a Vietnamese text)."""

SAMPLE, LEAST_LETTERS = 1200, 40
"""Characters of the text that are looked at, a few paragraphs, and letters under which they prove nothing."""

LEAST_WORDS, ONE_WORD_IN = 2, 20
"""A language is found by its frequent words if more than two and one word in twenty are among them. Each list has
about ten, which make up a sixth of a news text."""


def language_of(page: Structured, text: str) -> str | None:
    """The BCP 47 tag of an article's language; None if it is neither declared nor recognized."""
    declared = _declared(page)
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < LEAST_LETTERS:
        return declared
    foreign = len(sample) - len(sample.encode("ascii", "ignore"))
    by_script = _by_script(sample, letters) if foreign > LEAST_SHARE * letters else None
    if by_script is not None:
        primary = (declared or "").split("-")[0]
        return declared if primary in _SAME_SCRIPT.get(by_script, {by_script}) else by_script
    return declared or _by_words(sample)


def _declared(page: Structured) -> str | None:
    values = [page.lang, page.meta("og:locale", "content-language", "language", "dc.language", "inlanguage")]
    values += [string_of(node.get("inLanguage")) for node in page.articles]
    for value in values:
        match = _TAG.match(value.strip())
        if match and match[1].lower() not in ("und", "mul", "zxx"):
            return match[1].lower() + (
                f"-{match[2].upper() if len(match[2]) == 2 else match[2].title()}" if match[2] else ""
            )
    return None


def _by_script(sample: str, letters: int) -> str | None:
    for lang, script in _SCRIPTS:
        share = len(script.findall(sample)) / letters
        if share > (LEAST_SHARE if lang in ("ja", "vi") else SHARE):
            return lang
    return None


def _by_words(sample: str) -> str | None:
    words = re.findall(r"\w+", sample.lower())
    counts = {lang: sum(word in frequent for word in words) for lang, frequent in _FREQUENT.items()}
    best = max(counts, key=lambda lang: counts[lang])
    return best if counts[best] > max(LEAST_WORDS, len(words) // ONE_WORD_IN) else None
