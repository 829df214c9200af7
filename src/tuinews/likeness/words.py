"""What an entry says, as words that can be compared: folded, so that marks and capitals make no difference.

A specific is a name or a number: what tells the report of one match, quake or fixing from that of another, which
is written in the same words.
"""

import re
from functools import lru_cache
from itertools import islice

from tuinews.folding import CJK, cjk_bigrams, fold
from tuinews.quick_dataclass import dataclass

MOST_WORDS = 100
"""Words of a text that are looked at: what happened stands at its beginning."""

_LONGEST_TEXT = 4_000
_TITLE_CASE = 0.6
"""Share of capitals from which a line is written in title case, and its capitals say nothing of names."""
_SHORT = 4
"""Words of a line that may all be a name."""

_WORD_OR_BREAK = re.compile(
    r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?\d*|[.!?:…\n|\"“‘(]|\s[-–—]\s",
)
"""A word, or what stands between two sentences; a capital behind it says nothing."""
_DATELINE = re.compile(r"^(?:\([^()]{1,40}\)|[^.!?()]{2,40}(?:\([^()]{1,40}\))?)\s*[-–—]\s+")
"""What agencies put before a text: HANOI, March 3 (Wire) -"""

_ASIDE = re.compile(
    r"\b(?:why|how|who is|who was|explained|explainer|opinion|analysis|editorial|obituary|photos|in pictures|"
    r"video|review|hands-on|preview|quiz|vi sao|tai sao|ly do|the nao|la ai|goc nhin|binh luan|nhan dinh|"
    r"phan tich|hoi dap|chan dung|chum anh|tren tay|to appeal|reacts?|reactions?|khang cao|phan ung|"
    r"live ?blog|live updates|live ?ticker|truc tiep|en direct|en vivo|in diretta)\b|^live\b|[-–—:|] live\b|"
    r"\blive[:|]"
)
"""What a title says that is no report: a question, an opinion, pictures, what somebody does about it, what
goes on."""

_OFTEN = (
    "a about after again against all also an and are as at be been before but by can could did do for from had "
    "has have he her his how i if in into is it its more most new no not of off on one or our out over said say "
    "says she so some than that the their them then there these they this to under up was we were what when which "
    "who will with would you your "
    # Vietnamese, without marks as all of it is.
    "va cua la co duoc cho tu den khi se da dang bi voi mot nhung cac nay do ve tai theo trong ra vao o thi ma "
    "cung con hon de nhu lai tren duoi sau truoc vi nen rat qua"
)
_STOPWORDS = frozenset(_OFTEN.split())
"""Words that say nothing of what is told."""

_IN_WORDS = "two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(_IN_WORDS.split(), start=2)}
"""English numbers that one writes in words and another in digits; Vietnamese ones mean too much without marks."""


@dataclass(frozen=True, slots=True)
class ContentWords:
    """The content words of a text in their order, and which of them are names and numbers."""

    ordered: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]


NO_WORDS = ContentWords((), frozenset(), frozenset())


def words_of(text: str) -> ContentWords:
    """The words of a text, as far as they are looked at."""
    ordered: list[str] = []
    names: set[str] = set()
    numbers: set[str] = set()
    sentence: list[str] = []
    for found in islice(_WORD_OR_BREAK.findall(text[:_LONGEST_TEXT]), 2 * MOST_WORDS):
        if found[0].isalnum():
            sentence.append(found)
        elif sentence:
            _read_sentence(sentence, ordered, names, numbers)
            sentence = []
    _read_sentence(sentence, ordered, names, numbers)
    return ContentWords(tuple(ordered[:MOST_WORDS]), frozenset(names), frozenset(numbers))


def without_dateline(text: str) -> str:
    """A text without the place, day and agency that stand before it."""
    return _DATELINE.sub("", text, count=1)


def is_aside(title: str) -> bool:
    """Whether a title says that it is no report, but tells why, how and who, or what somebody thinks."""
    return _ASIDE.search(fold(title)) is not None


def _read_sentence(sentence: list[str], ordered: list[str], names: set[str], numbers: set[str]) -> None:
    """Take over the words of a sentence."""
    capitals = [word[0].isupper() for word in sentence]
    if len(sentence) > _SHORT and sum(capitals) > _TITLE_CASE * len(sentence):
        capitals = [False] * len(sentence)
    elif capitals and not any(capitals[1:2]):
        capitals[0] = False
    for written, capital in zip(sentence, capitals, strict=True):
        is_letter = capital and len(written) == 1 and written != "I"  # of a name: hepatitis A, group B
        for word in (fold(written),) if is_letter else _content(written):
            ordered.append(word)
            if word[0].isdigit():
                numbers.add(word)
            elif capital:
                names.add(word)


@lru_cache(maxsize=20_000)
def _content(written: str) -> tuple[str, ...]:
    """A word as it is compared; nothing of one that says nothing, and of a run of Chinese its pairs."""
    folded = fold(written).removesuffix("'s")
    if folded in _STOPWORDS:
        return ()
    if not folded.isascii() and CJK.match(folded):
        return tuple(cjk_bigrams(folded))
    return (_NUMBER_WORDS.get(folded, folded),)
