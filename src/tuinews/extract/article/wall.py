"""Pages that came in place of an article, answered 200: a check for robots, a sign-in, a notice of maintenance.

Told without words first. A listing named an article, and what came is short and has no word of its title: not in
the page's title, not in its headings, not in its text; or it has the title, and below it nothing of what the
listing says. What walls say of themselves names the kind. Where no listing told what to expect, a page is a wall
only if it says so and is built so.
"""

from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from tuinews.errors import WallError
from tuinews.extract.article.wall_words import JAVASCRIPT, SENTENCE, WORDS
from tuinews.extract.page.patterns import words
from tuinews.folding import strip_diacritics
from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.model.page import ExpectedArticle, Wall
from tuinews.quick_dataclass import dataclass

LONGEST = 2_000
"""Letters from which a text is an article whatever its title is: link logs give titles of their own to what they
link to. Checks for robots and sign-ins have a tenth; texts about consent reach it."""

LONGEST_NAMELESS = 600
"""Letters from which a page whose title nobody told in advance is an article."""

LONGEST_NOTICE, LEAST_OF_NOTICE = 250, 0.5
"""Letters of a page that says that it is not there, and the share of its headline that says so."""

LONG_WORD = 5
"""Letters from which a word is taken alone, by its beginning, since its end changes with its case; shorter ones
count in pairs, as Vietnamese syllables must."""

LEAST_TOLD = 6
"""Words or pairs that a summary must have before a text that has none of them is another."""

_SHORTEST_WORD = 3
"""Letters of a word of a title that says little."""

_BY_CHANCE = 6
"""Pairs of signs of which one may stand in any text of the same script."""

LEAST_COMMON = 5
"""Words or pairs that a summary and a text must share before the text is the article under another title."""

LEAST_SAID = 2
"""Words or pairs that a title must have before it can be missed."""

_UNSPACED = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
)
"""Scripts that set no blanks between words, and Hangul, whose words change their ends. Hiragana is left out: it is
in every sentence."""

_RUN = late_pattern(f"[{_UNSPACED}]+")
_WORD = late_pattern(r"[^\W_]+")
_ROBOT_MARKS = words(
    """
    challenge-platform cf-chl cf_chl cf-turnstile g-recaptcha h-captcha hcaptcha px-captcha captcha-delivery
    anubis datadome _incapsula_ awswaf ddos-guard geetest perimeterx
    """
)
_AKAMAI = late_pattern(r"akamai.{0,20}challenge")


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as it is shown: its titles and headings, all its lines, and its markup."""

    titles: tuple[str, ...]
    lines: tuple[str, ...]
    tree: LexborHTMLParser
    html: str


def check_wall(page: ShownPage, text: str, expected: ExpectedArticle | None, url: str | None) -> None:
    """Raises WallError where a page is none that was asked for; `text` is what was taken for its
    article, and is shorter than `LONGEST`.
    """
    said = "\n".join(page.titles)
    wanted = _said(expected.title) - _said(expected.source) if expected else frozenset[str]()
    if len(wanted) < LEAST_SAID:
        if not _calls_itself_one(page, said, text) and not _is_of_others(expected, said, text):
            return
    elif (wanted & _said(f"{said}\n{text}") or _is_told(expected, text)) and not _is_under_title(
        wanted, text, expected
    ):
        return
    shown = "\n".join(page.lines)
    wall = wall_built(page) or wall_worded(said) or wall_worded(shown)
    raise WallError(url or _("page"), wall or (Wall.SCRIPT if JAVASCRIPT.search(shown) else Wall.OTHER), text)


def check_notice(headline: str, text: str, url: str | None) -> None:
    """Raises WallError where the headline of a page of a few words says little else than that the page is not
    there, or that the site is down; it may show a picture. To be asked of pages that nobody signed or dated.
    """
    if len(text) > LONGEST_NOTICE:
        return
    for wall in (Wall.GONE, Wall.MAINTENANCE):
        said = sum(len(found[0]) for found in WORDS[wall].finditer(headline))
        if said and said >= LEAST_OF_NOTICE * len(headline):
            raise WallError(url or _("page"), wall, text)


def _calls_itself_one(page: ShownPage, said: str, text: str) -> bool:
    """Whether a short page is built as a wall, and says that it is that one."""
    wall = wall_built(page) if len(text) < LONGEST_NAMELESS else None
    return wall is not None and WORDS[wall].search(f"{said}\n{text}") is not None


def is_called(expected: ExpectedArticle, title: str) -> bool:
    """Whether a title has anything of that which a listing gave, or that says too little to tell."""
    wanted = _said(expected.title) - _said(expected.source)
    return len(wanted) < LEAST_SAID or bool(wanted & _said(title))


def _is_told(expected: ExpectedArticle | None, text: str) -> bool:
    """Whether a text under another title has what the listing says of the article."""
    return expected is not None and len(_said(expected.summary) & _said(text)) >= LEAST_COMMON


def _is_under_title(wanted: frozenset[str], text: str, expected: ExpectedArticle | None) -> bool:
    """Whether a short text under the right title is none of it: it has no word of the title, and none of what the
    listing says of the article, which says enough to tell.
    """
    if expected is None or len(text) >= LONGEST_NAMELESS or not text.strip():
        return False
    told, said = _said(expected.summary), _said(text)
    return len(told) >= LEAST_TOLD and not _shares(wanted, said) and not _shares(told, said)


def _is_of_others(expected: ExpectedArticle | None, said: str, text: str) -> bool:
    """Whether a short page has nothing of what a listing says of an article whose title alone says too little: no
    word of its title, however short, and none of its summary, which says enough to tell.
    """
    if expected is None or len(text) >= LONGEST_NAMELESS or not text.strip():
        return False
    told, there = _said(expected.summary) - _said(expected.source), f"{said}\n{text}"
    title = {word for word in _words_of(expected.title) if len(word) >= _SHORTEST_WORD}
    return len(told) >= LEAST_TOLD and title.isdisjoint(_words_of(there)) and not _shares(told, _said(there))


def _words_of(text: str) -> list[str]:
    return _WORD.findall(strip_diacritics(text.casefold()))


def _shares(told: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a text has something of what is told, and more than pairs of signs that meet by chance."""
    pairs = sum(len(one) == len("市議") and _RUN.fullmatch(one) is not None for one in told)
    return len(told & said) > pairs // _BY_CHANCE


def wall_built(page: ShownPage) -> Wall | None:
    """The kind of a wall that its scripts or its form tell."""
    small = page.html.lower()
    if any(mark in small for mark in _ROBOT_MARKS) or _AKAMAI.search(small):
        return Wall.ROBOTS
    return Wall.SIGN_IN if page.tree.css_first("input[type=password]") is not None else None


def wall_worded(text: str) -> Wall | None:
    """The kind of a wall that its words tell. Cookies that are wanted in one breath with scripts are no question
    for consent."""
    wall = next((wall for wall, words in WORDS.items() if words.search(text)), None)
    return Wall.SCRIPT if wall is Wall.CONSENT and _wants_scripts(text) else wall


def _wants_scripts(text: str) -> bool:
    """Whether every sentence on cookies and consent names JavaScript too."""
    named = [line for line in SENTENCE.findall(text) if WORDS[Wall.CONSENT].search(line)]
    return bool(named) and all(map(JAVASCRIPT.search, named))


def _said(text: str) -> frozenset[str]:
    """What a text says, as it is compared: long words by their beginning, pairs of words, pairs of signs."""
    folded = strip_diacritics(text.casefold())
    found: set[str] = set()
    for run in _RUN.findall(folded):
        found.update(run[place : place + 2] for place in range(len(run) - 1))
    for line in _RUN.sub("\n", folded).split("\n"):
        words = _WORD.findall(line)
        found.update(word[:LONG_WORD] for word in words if len(word) >= LONG_WORD)
        found.update(f"{one} {other}" for one, other in pairwise(words))
    return frozenset(found)
