"""Marks of a thread around its posts: what the page is called, where it lies, and what its answers are called.

They allow what is not safe to say of other pages: that what is named like a comment is a post, and that the text
before the comments is the first one.
"""

import re
from itertools import islice
from urllib.parse import urlsplit

from tuinews.extract.page.lines import PageLines

LEAST_ANSWERS = 2
"""Lines that begin with "Re:" from which a page is a thread."""

LEAST_SUBJECT, LONGEST_SUBJECT = 12, 200
"""Letters of a subject that are compared, and letters of a line with the subject of a post."""

_ANSWER = "Re:"

_FOLDER = re.compile(
    r"/(?:forums?|threads?|topics?|discussions?|boards?|community|communities|questions?|answers?|showthread|viewtopic|"
    r"dien-dan|chu-de|thao-luan|hoi-dap|foren|themen|thema|foro|foros|sujet|sujets|tema|temas|discussioni|fragen?)"
    r"(?=[/.?]|$)|/t/[^/]+/\d+|/r/[^/]+/comments/|/(?:show)?(?:thread|topic)[-_.=]?\d|"
    r"/(?:issues|merge_requests|pulls?)/\d+|/archives/list/[^/]+/(?:thread|message)/|^/g/[^/]+/c/[^/]+",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"(?:^|\.)(?:forums?|foren|foro|boards?|community|discuss|discourse|talk|diendan|ask|answers?|questions?)\."
    r"|forums?\.\w+$|boards?\.\w+$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:^|[\s_#-])(?:forum[-_]?(?:thread|topic|post)|node-forum|(?:thread|topic)[-_]?(?:full|comments|replies)|"
    r"(?:thread|topic|discussion)[-_]?(?:view|page|content|body|posts?|list))"
    r"(?=$|[\s_-])|(?:Thread|Topic|Discussion)(?:View|Page|Board)",
)

_STEMS = ("hread", "opic", "iscussion", "orum")
"""Parts of words, of which each such name has one."""


def marks_of_thread(page_lines: PageLines, title: str, url: str | None, *, least: int) -> int:
    """How many say "thread": the address of a page, the names of its elements, the subjects of its answers.

    `title` is what the page calls itself, for the subjects; fewer marks than `least` are none.
    """
    marks = _lies_in_forum(url) + _has_answers(page_lines, title)
    if marks + 1 < least:
        return 0
    marks += _is_called_thread(page_lines)
    return marks if marks >= least else 0


def _lies_in_forum(url: str | None) -> bool:
    if not url:
        return False
    parts = urlsplit(url)
    return _FOLDER.search(parts.path) is not None or _HOST.search(parts.netloc) is not None


def _is_called_thread(page_lines: PageLines) -> bool:
    names = page_lines.index.joined
    return any(stem in names for stem in _STEMS) and _NAME.search(names) is not None


def _has_answers(page_lines: PageLines, title: str) -> bool:
    """Whether posts begin with "Re:" and the title of the page; comments answer one another by other subjects."""
    subjects = (
        line.text.removeprefix(_ANSWER).strip()[:LEAST_SUBJECT].casefold()
        for line in page_lines.lines
        if line.size <= LONGEST_SUBJECT and line.text.startswith(_ANSWER)
    )
    whole = title.casefold()
    answers = (subject for subject in subjects if subject and subject in whole)
    return len(list(islice(answers, LEAST_ANSWERS))) == LEAST_ANSWERS
