"""newsboat's `urls` file, of which a plain list of addresses is the simplest kind.

newsboat.org/releases/2.36/docs/newsboat.html#_urls_configuration_file
"""

import re
from collections.abc import Iterator

from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.model.source_list import SkippedSource
from tuinews.model.standing.queries import SavedView
from tuinews.query.newsboat import translated
from tuinews.subscriptions.listed import listed_source, listed_view
from tuinews.subscriptions.subscription_list import ListedSource
from tuinews.subscriptions.tables import of_table
from tuinews.text import clean_line

_WORD = late_pattern(r"\"((?:[^\"\\]|\\.)*)\"|(\S+)")
_BULLET = late_pattern(r"(?:[-*•]|\d{1,4}[.)])\s+")
_NAMED = late_pattern(
    r"\[(?P<link>[^\]\[]*)\]\((?P<url>https?://[^\s()]+)\).*"
    r"|\"?(?P<url2>https?://(?:[^\s\"?]+?|[^\s\"]+?(?=\"?\s*[;,][\s\"])))\"?\s*[;,]\s*\"?(?P<title>[^\"\s:/][^\":]*)\"?"
    r"|(?P<name>[^\"\s#!~][^\":/|=]*?)[\s:;,-]+(?P<url3>https?://\S+)"
    r"|(?:xml|feed|rss|html)?_?(?:url|link|address)\s*[=:]\s*(?P<mark>[\"'])(?P<url4>https?://[^\s\"']+)(?P=mark)"
)
"""An address and its name as other programs list them: a link of Markdown, fields with commas, the name first."""

_ITS_OWN = ("exec:", "filter:", "query:", "|", '"exec:', '"filter:', '"query:')
_OTHER_SYNTAX = ("(", "'(", "*", "<http", "[[", ";", "//", "feed ", "feeds", "}", ")", '("')
"""How lines begin that are no addresses: those of Lisp (elfeed), of Org, of shell functions (sfeed)."""

_KEY = late_pattern(r"(?:xml|feed|rss|html)?_?(?:url|link|feed|address|source)", re.IGNORECASE)
_HEADING = late_pattern(r"\s*+(?:\*++[^.:]*+(?::\w++)*+:?\s*+|-?\s*+[\w ]++[:=][^.:/]*+)")
"""Lines of an outline or of YAML that name what follows."""

_ANY_ADDRESS = late_pattern(r"(?:https?|feed)://[^\s\"'<>()\[\]]+")
_ORG_LINK = late_pattern(r"\[\[[^\]\[]+\]\[([^\]\[]+)\]\]")
_QUOTED = late_pattern(r"\"([^\"]+)\"")


LONGEST_LINE = 20_000
"""Characters of a line that are read."""


def of_lines(text: str) -> Iterator[ListedSource | SavedView | SkippedSource]:
    """newsboat's `urls`, of which a plain list is the simplest kind: an address, tags, "~title", # comments; else
    a table, or lines of another program with an address in each.
    """
    lines = text.splitlines()
    is_newsboats = any(line.lstrip().lower().startswith(_ITS_OWN) for line in lines)
    table = None if is_newsboats else of_table(lines)
    if table is not None:
        yield from table
        return
    for line in lines:
        if not _HEADING.fullmatch(line):
            yield from _of_line(_BULLET.sub("", line.strip(), count=1))


def _of_line(line: str) -> Iterator[ListedSource | SavedView | SkippedSource]:
    """What one line names: nothing where it is a comment."""
    if not line or line.startswith("#"):
        return
    if line.startswith(_OTHER_SYNTAX):
        yield from _in_other_syntax(line[:LONGEST_LINE])
        return
    named = _NAMED.fullmatch(line[:LONGEST_LINE])
    if named:
        url = named["url"] or named["url2"] or named["url3"] or named["url4"]
        title = named["title"] or named["name"] or named["link"]
        yield listed_source(url, None if _KEY.fullmatch(title or "") else title, None, None)
        return
    words = [_unquoted(found) for found in _WORD.finditer(line[:LONGEST_LINE])]
    if words and words[0].lower().startswith("query:"):
        yield _of_newsboat_query(words[0])
    elif words:
        yield _of_words(line, words)


def _of_words(line: str, words: list[str]) -> ListedSource | SkippedSource:
    """The source of a line as newsboat has it: an address or a command, "~title", tags, "!" for a hidden one."""
    # An unquoted command has blanks of its own; it is shown whole.
    written = line if line.lower().startswith(("exec:", "filter:", "|")) else words[0]
    title = next((word[1:] for word in words[1:] if word.startswith("~")), None)
    tags = [word for word in words[1:] if not word.startswith(("~", "!", "#"))]
    return listed_source(written, title, clean_line(tags[0], 100) if tags else None, None)


def _in_other_syntax(line: str) -> Iterator[ListedSource | SkippedSource]:
    """The address in a line of a script or an outline: Lisp, Org, shell; one that is commented out is none."""
    found = _ANY_ADDRESS.search(line)
    if found is None or line.startswith((";", "//")):
        return
    linked = _ORG_LINK.search(line)
    quoted = [text for text in _QUOTED.findall(line) if not _ANY_ADDRESS.match(text)]
    title = linked[1] if linked else next(iter(quoted), None)
    yield listed_source(found[0], title, None, None)


def _of_newsboat_query(written: str) -> SavedView | SkippedSource:
    """The view of newsboat's `query:NAME:EXPRESSION`, with its expression in our language."""
    name, _colon, expression = written.partition(":")[2].partition(":")
    try:
        return listed_view(name, translated(expression))
    except ValueError:
        return SkippedSource(clean_line(written, 500), _("this filter of newsboat has no counterpart here"))


def _unquoted(found: re.Match[str]) -> str:
    return re.sub(r"\\(.)", r"\1", found[1]) if found[2] is None else found[2]
