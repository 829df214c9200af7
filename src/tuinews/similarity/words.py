"""What an entry says, as words that can be compared: folded, so that marks and capitals make no difference.

A specific is a name or a number: what tells the report of one match, quake or fixing from that of another, which
is written in the same words.
"""

import re
from functools import lru_cache
from itertools import islice

from tuinews.folding import CJK, cjk_bigrams, fold
from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass
from tuinews.similarity.event_kinds import happenings

MOST_WORDS = 100
"""Words of a text that are looked at: what happened stands at its beginning."""

_LONGEST_TEXT = 4_000
"""Letters of a text whose words are read."""

_TITLE_CASE = 0.6
"""Share of capitals from which a line is written in title case, and its capitals say nothing of names."""
_SHORT = 4
"""Words of a line that may all be a name."""

_WORD_OR_BREAK = late_pattern(
    r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?\d*|[.!?:…\n|\"“‘(]|\s[-–—]\s",
)
"""A word, or what stands between two sentences; a capital behind it says nothing."""
_DATELINE = late_pattern(r"^(?:\([^()]{1,40}\)|[^.!?()]{2,40}(?:\([^()]{1,40}\))?)\s*[-–—]\s+")
"""What agencies put before a text: HANOI, March 3 (Wire) -"""

_ASIDE = late_pattern(
    r"\b(?:why|how|who is|who was|explained|explainer|opinion|analysis|editorial|obituary|photos|in pictures|"
    r"video|review|hands-on|in the hand|preview|quiz|interview|things to know|to know about|what .{1,60} means?|"
    r"vi sao|tai sao|ly do|the nao|la ai|bao nhieu|goc nhin|binh luan|nhan dinh|phan tich|hoi dap|phong van|"
    r"chan dung|chum anh|tren tay|to appeal|reacts?|reactions?|khang cao|phan ung|"
    r"blamed|to blame|causes? of|caused|nguyen nhan|"
    r"guide to|beginner'?s guide|(?:the|\d+) best|best .{1,60} (?:of|in|for) 20\d\d|tips|trends|"
    r"recounts?|remembers?|ke (?:chuyen|lai|ve|phut|khoanh khac)|nho lai|tam su|trai long|"
    r"tributes?|condolences|mourns?|mourning|vigils?|chia buon|tiec thuong|thuong tiec|tuong niem|thap nen|"
    r"threatens? to|vows? to|condemns?|praises?|criticis(?:es?|ed)|"
    r"standings|league table|fixtures|bang xep hang|lich thi dau|"
    r"thuong nong|len an|chi trich|hoan nghenh|doa kien|ca ngoi|"
    r"live ?blog|live updates|live ?ticker|truc tiep|en direct|en vivo|in diretta)\b|^live\b|[-–—:|] live\b|"
    r"\blive[:|]|[:-] ['\"]?(?:i|we|my|toi|chung toi)\b|\?['\"]?\s*$"
)
"""What a title says that is not a report: a question, an opinion, a guide, pictures, the cause, what somebody says
of himself, tells of it or does about it, who mourns, what goes on."""

_AFTERMATH = late_pattern(r"(?:after|following|amid|sau(?: khi)?|giữa) ([^,:]{2,60}),\s", re.IGNORECASE)
"""A phrase of time that stands before all else of a title; where it follows ("Dozens hurt after quake"), it is
what is told."""

_OFTEN = (
    "a about after again against all also an and are as at be been before but by can could did do for from had "
    "has have he her his how i if in into is it its more most new no not of off on one or our out over said say "
    "says she so some than that the their them then there these they this to under up was we were what when which "
    "who will with would you your "
    "và của là có được cho từ đến khi sẽ đã đang bị với một những các này đó về tại theo trong ra vào ở thì mà "
    "cũng còn hơn để như lại trên dưới sau trước vì nên rất qua"
)
_STOPWORDS = frozenset(_OFTEN.split())
"""Words that say nothing of what is told."""

_IN_WORDS = "two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(_IN_WORDS.split(), start=2)}
"""English numbers that one writes in words and another in digits; Vietnamese ones mean too much without marks."""


_DAY = late_pattern(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/(?:20)?\d\d)?")
"""A day and a month, as Vietnamese and many others write them."""


@dataclass(frozen=True, slots=True)
class ContentWords:
    """The content words of a text in their order, and which of them are names and numbers."""

    ordered: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    capitals: frozenset[str] = frozenset()
    """Words whose capital says nothing, at the beginning of a sentence or in a title in title case."""
    happenings: frozenset[int] = frozenset()
    """What kinds of things it tells of (`likeness.happenings`)."""


NO_WORDS = ContentWords((), frozenset(), frozenset())


def words_of(text: str) -> ContentWords:
    """The words of a text, as far as they are looked at."""
    ordered: list[str] = []
    names: set[str] = set()
    numbers: set[str] = set()
    capitals: set[str] = set()
    told: set[int] = set()
    sentence: list[str] = []
    for found in (*islice(_WORD_OR_BREAK.findall(text[:_LONGEST_TEXT]), 2 * MOST_WORDS), "."):
        if found[0].isalnum():
            sentence.append(found)
        elif sentence:
            _read_sentence(sentence, ordered, names, numbers, capitals)
            told.update(happenings(sentence))
            sentence = []
    return ContentWords(
        tuple(ordered[:MOST_WORDS]), frozenset(names), frozenset(numbers), frozenset(capitals), frozenset(told)
    )


def without_dateline(text: str) -> str:
    """A text without the place, day and agency that stand before it."""
    return _DATELINE.sub("", text, count=1)


def is_year(number: str) -> bool:
    """Whether a number is a year of these two centuries."""
    return len(number) == len("2026") and number.isdecimal() and number.startswith(("19", "20"))


def is_day(number: str) -> bool:
    """Whether a number is a day as it is printed: 15/9, 15/9/2026."""
    return _DAY.fullmatch(number) is not None


def is_aside(title: str) -> bool:
    """Whether a title says that it is not a report, but tells why, how and who, or what somebody thinks."""
    return _ASIDE.search(fold(title)) is not None or _is_aftermath(title)


def _is_aftermath(title: str) -> bool:
    """Whether a title begins with what happened before what it tells: "After the flood, …", "Sau bão …"."""
    begun = _AFTERMATH.match(title)
    return begun is not None and any(happenings(begun[1].split()))


def _read_sentence(
    sentence: list[str], ordered: list[str], names: set[str], numbers: set[str], capitals: set[str]
) -> None:
    """Take over the words of a sentence."""
    is_name = [word[0].isupper() for word in sentence]
    if len(sentence) > _SHORT and sum(is_name) > _TITLE_CASE * len(sentence):
        is_name = [False] * len(sentence)
    elif is_name and not any(is_name[1:2]):
        is_name[0] = False
    for written, named in zip(sentence, is_name, strict=True):
        is_letter = named and len(written) == 1 and written != "I"  # of a name: hepatitis A, group B
        for word in (fold(written),) if is_letter else _content(written):
            ordered.append(word)
            if word[0].isdigit():
                numbers.add(word)
            elif written[0].isupper():
                (names if named else capitals).add(word)


@lru_cache(maxsize=20_000)
def _content(written: str) -> tuple[str, ...]:
    """A word as it is compared; nothing of one that says nothing, and of a run of Chinese its pairs."""
    folded = fold(written).removesuffix("'s")
    if written.lower() in _STOPWORDS:  # with its marks: Đà of Đà Nẵng is no đã
        return ()
    if not folded.isascii() and CJK.match(folded):
        return tuple(cjk_bigrams(folded))
    return (_NUMBER_WORDS.get(folded, folded),)
