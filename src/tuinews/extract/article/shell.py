"""Pages without an article: the shell of an application, whose scripts show the text, and menus alone.

What is read of them (a menu, a notice that scripts are needed) is no short article, and whoever opens such a page
is told so.
"""

import re

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.letters import ENDS
from tuinews.extract.page.lines import PageLine, PageLines

LONGEST_NOTICE = 250
"""Letters of what a shell says in place of its text."""

PROSE, WIDE_PROSE, LEAST_HEADLINE = 40, 15, 25
"""Letters from which an unlinked line with the end of a sentence is prose, in ASCII and in other scripts, and
letters from which a link is a headline."""

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


def is_without_text(page_lines: PageLines, tree: LexborHTMLParser, text: str) -> bool:
    """Whether no line of a page is prose, it is a shell or a menu, and `text` is all that could be read of it."""
    if len(text) >= LONGEST_NOTICE:
        return False
    lines = page_lines.lines
    if any(_is_prose(line) for line in lines):
        return False
    if _is_notice(text) or _is_shell(tree):
        return True
    links = [line for line in lines if line.linked >= LINKED * line.size]
    letters = sum(line.size for line in links)
    headlines = sum(line.size >= LEAST_HEADLINE for line in links)
    return not text and headlines < LEAST_HEADLINES and letters >= MOST_LINKS * sum(line.size for line in lines)


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
