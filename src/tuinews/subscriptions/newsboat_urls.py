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
from tuinews.text import clean_line

_WORD = late_pattern(r"\"((?:[^\"\\]|\\.)*)\"|(\S+)")
_BULLET = late_pattern(r"(?:[-*•]|\d{1,4}[.)])\s+")
_NAMED = late_pattern(
    r"\[(?P<link>[^\]\[]*)\]\((?P<url>https?://[^\s()]+)\).*"
    r"|\"?(?P<url2>https?://[^\s\"]+?)\"?\s*[;,]\s*\"?(?P<title>[^\"\s:/][^\":]*)\"?"
    r"|(?P<name>[^\"\s#!~][^\":/|]*?)[\s:;,-]+(?P<url3>https?://\S+)"
)
"""An address and its name as other programs list them: a link of Markdown, fields with commas, the name first."""


def of_lines(text: str) -> Iterator[ListedSource | SavedView | SkippedSource]:
    """newsboat's `urls`, of which a plain list is the simplest kind: an address, tags, "~title", # comments."""
    for line in text.splitlines():
        line = _BULLET.sub("", line.strip(), count=1)
        if not line or line.startswith("#"):
            continue
        named = _NAMED.fullmatch(line[:20_000])
        if named:
            url = named["url"] or named["url2"] or named["url3"]
            yield listed_source(url, named["title"] or named["name"] or named["link"], None, None)
            continue
        words = [_unquoted(found) for found in _WORD.finditer(line[:20_000])]
        if not words:
            continue
        # An unquoted command has blanks of its own; it is shown whole.
        written = line if line.lower().startswith(("exec:", "filter:", "|")) else words[0]
        if words[0].lower().startswith("query:"):
            yield _of_newsboat_query(words[0])
            continue
        title = next((word[1:] for word in words[1:] if word.startswith("~")), None)
        tags = [word for word in words[1:] if not word.startswith(("~", "!", "#"))]
        yield listed_source(written, title, clean_line(tags[0], 100) if tags else None, None)


def _of_newsboat_query(written: str) -> SavedView | SkippedSource:
    """The view of newsboat's `query:NAME:EXPRESSION`, with its expression in our language."""
    name, _colon, expression = written.partition(":")[2].partition(":")
    try:
        return listed_view(name, translated(expression))
    except ValueError:
        return SkippedSource(clean_line(written, 500), _("this filter of newsboat has no counterpart here"))


def _unquoted(found: re.Match[str]) -> str:
    return re.sub(r"\\(.)", r"\1", found[1]) if found[2] is None else found[2]
