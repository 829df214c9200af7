"""Pages without an article: the shell of an application, whose scripts show the text, and menus alone.

What is read of them (a menu, a notice that scripts are needed) is no short article, and whoever opens such a page
is told so.
"""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.letters import ENDS
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait
from tuinews.folding import key_of

LONGEST_NOTICE = 250
"""Letters of what a shell says in place of its text."""

PROSE, WIDE_PROSE, LEAST_HEADLINE = 40, 15, 25
"""Letters from which an unlinked line with the end of a sentence is prose, in ASCII and in other scripts, and
letters from which a link is a headline."""

LONGEST_HEADLINE = 150
"""Letters of a headline; a longer one says all that there is, as where somebody shares a link."""

LINKED, MOST_LINKS = 0.8, 0.8
"""Share of linked letters from which a line is a link, and share of such letters from which a page is a menu."""

LEAST_HEADLINES = 4
"""Links with the length of headlines from which a page is a list of articles."""

_SCRIPTS = re.compile(r"java\s?script|джаваскрипт|جافا\s?سكريبت", re.IGNORECASE)
_WANTED = re.compile(
    r"enabl|turn(?:ed)? (?:it )?o(?:n|ff)|disabl|requir|needs? |activ|aktiv|ativ|attiv|habilit|включ|отключ|увімк|"
    r"有効|無効|启用|啟用|사용|bật|włącz|zapn|povol|etkin|تمكين|تفعيل|สคริปต์|เปิดใช้",
    re.IGNORECASE,
)
"""What a notice says of scripts."""

_ROOTS = (
    "#root, #app, #__next, #__nuxt, #svelte, #___gatsby, #react-root, #main-app, app-root, [ng-app], ion-app, "
    "#mount, [data-reactroot], #application"
)
_NOTICES = "noscript"
_HOLDERS = frozenset(("article", "main"))


def is_without_text(
    page_lines: PageLines, tree: LexborHTMLParser, text: str, *, shows_media: bool = False
) -> bool:
    """Whether no line of a page is prose, it is a shell or a menu, and `text` is all that could be read of it.

    A page that shows a picture or a film under its headline is no menu.
    """
    if len(text) >= LONGEST_NOTICE:
        return False
    lines = page_lines.lines
    if any(_is_prose(line) for line in lines):
        return False
    if _is_notice(text) or _is_shell(tree):
        return True
    if shows_media:
        return False
    links = [line for line in lines if line.linked >= LINKED * line.size]
    letters = sum(line.size for line in links)
    headlines = sum(line.size >= LEAST_HEADLINE for line in links)
    return not text and headlines < LEAST_HEADLINES and letters >= MOST_LINKS * sum(line.size for line in lines)


def is_list(page_lines: PageLines, text: str) -> bool:
    """Whether a page lists articles below its headline, of a section or of an author, and `text` says no more than
    what it is; a picture may stand above.

    Behind a heading of its own such a list is of other articles, and so it is outside of the headline's `article`.
    """
    if page_lines.h1 < 0 or len(text) >= PROSE:
        return False
    element = page_lines.lines[page_lines.h1].element
    while element > 0 and page_lines.tag[element] not in _HOLDERS:
        element = page_lines.parent[element]
    headlines = 0
    for line in page_lines.lines[page_lines.h1 + 1 : page_lines.last[element]]:
        is_link = line.linked >= LINKED * line.size
        if page_lines.traits[line.element] & Trait.HEADING and not is_link:
            break
        headlines += is_link and line.size >= LEAST_HEADLINE
    return headlines >= LEAST_HEADLINES


def is_headline_alone(page_lines: PageLines, titles: Iterable[str], text: str) -> bool:
    """Whether `text` is nothing but the headline of a page, by one of its `titles`, and short links around it.

    Who opens such a page finds the article nowhere. A paragraph that says the same as the title is a text.
    """
    named = {key_of(title) for title in titles if title}
    lines = page_lines.lines
    links = {line.text for line in lines if line.linked >= LINKED * line.size and line.size < LEAST_HEADLINE}
    headings = [bool(page_lines.traits[line.element] & Trait.HEADING) for line in lines]
    plain = {line.text for line, heading in zip(lines, headings, strict=True) if not heading}
    short = (line.text for line in lines if line.size <= LONGEST_HEADLINE and line.text not in plain)
    own = {text for text in short if key_of(text) in named}
    parts = text.split("\n")
    return any(part in own for part in parts) and all(part in own or part in links for part in parts)


def _is_prose(line: PageLine) -> bool:
    least = PROSE if line.text.isascii() else WIDE_PROSE
    return (
        line.size >= least
        and line.text[-1] in ENDS
        and 2 * line.linked < line.size
        and not (line.size < LONGEST_NOTICE and _is_notice(line.text))
    )


def _is_notice(text: str) -> bool:
    return _SCRIPTS.search(text) is not None and _WANTED.search(text) is not None


def _is_shell(tree: LexborHTMLParser) -> bool:
    """Whether the element is empty that an application fills, or the page tells what it lacks without scripts."""
    if any(not node.text(deep=True).strip() for node in tree.css(_ROOTS)):
        return True
    return any(_is_notice(node.text(deep=True)) for node in tree.css(_NOTICES))
