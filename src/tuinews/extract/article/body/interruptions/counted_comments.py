"""Comments of readers below the text, told by their heading: "3 comments", "Bình luận (12)".

For pages whose elements have no names, or names that say nothing.
"""

import re

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import HEADINGS
from tuinews.late import late_pattern

_WORD = (
    r"(?:(?:reader |readers[’'] |user )?comments?|(?:leser)?kommentare?n?|comentarios?|comentários?|"
    r"commentaires?|commenti?|"
    r"reacties?|kommentar(?:er|ia)?|kommentti\w*|komentarz[ey]?\w*|komentář\w*|komentár\w*|hozzászólás\w*|comentarii?|"
    r"σχόλι\w+|комментари\w+|коментар\w*|yorum(?:lar)?|komentar|bình luận|ý kiến(?: bạn đọc)?|コメント|评论|評論|"
    r"留言|댓글|"
    r"join the (?:conversation|discussion)|leser(?:stimmen|meinungen)|vos réactions|ý kiến độc giả|"
    r"(?:ال)?تعليق(?:ات)?|תגובות|نظرات?|टिप्पणि\w+|ความคิดเห็น)"
)
_COUNT = r"[(\[]?\s*\d[\d.,]*\s*[件条條개]?\s*[)\]]?"
_COUNTED = late_pattern(rf"\W*(?:{_COUNT}\W{{0,2}}{_WORD}|{_WORD}\W{{0,3}}{_COUNT})\W*", re.IGNORECASE)
_CALLED = late_pattern(rf"\W*{_WORD}\W*", re.IGNORECASE)
_ANSWER = late_pattern(
    r"\W*(?:reply|antworten|responder|répondre|rispondi|reageer|beantwoorden|svar[ae]?|vastaa|odpowiedz|odpovědět|válasz|"
    r"răspunde|ответить|відповісти|yanıtla|balas|trả lời|返信|回复|回覆|답글|رد|השב|ตอบกลับ)"
    r"(?:\W{1,3}(?:like|share|report|flag|gefällt mir|teilen|melden|j’aime|partager|me gusta|compartir|thích"
    r"|chia sẻ|báo cáo|\d+)){0,4}\W*",
    re.IGNORECASE,
)
"""What one is asked to click to answer a comment."""

ENOUGH = 200
"""Letters before such a heading that are an article; fewer are a headline and a lead above a counter."""

LONGEST = 40
"""Letters of the heading."""

LEAST_LEFT = 0.5
"""Share of the text before a line that is no heading by its tag, and may be a counter above the text."""


def without_counted_comments(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without those under a heading that counts comments, if enough stands before it."""
    if not kept:
        return kept
    for place in range(kept[0], kept[-1] + 1):
        line = page_lines.lines[place]
        if line.size > LONGEST or not _heads_comments(page_lines, place):
            continue
        below = _below(page_lines, place)
        left = [one for one in kept if one not in below]
        before = sum(page_lines.lines[one].size for one in left if one < place)
        whole = sum(page_lines.lines[one].size for one in kept)
        called = page_lines.tag[line.element] in HEADINGS
        if before >= ENOUGH and (called or (not line.linked and before >= LEAST_LEFT * whole)):
            return left
    return kept


def counts_comments(page_lines: PageLines, place: int) -> bool:
    """Whether a line is a heading that counts comments: "3 comments"."""
    line = page_lines.lines[place]
    if line.size > LONGEST or page_lines.tag[line.element] not in HEADINGS:
        return False
    return any(map(str.isdigit, line.text)) and _COUNTED.fullmatch(line.text) is not None


def _heads_comments(page_lines: PageLines, place: int) -> bool:
    """Whether a line counts comments, or is a heading that calls them so above what one can answer."""
    line = page_lines.lines[place]
    if any(map(str.isdigit, line.text)):
        return _COUNTED.fullmatch(line.text) is not None
    if page_lines.tag[line.element] not in HEADINGS or not _CALLED.fullmatch(line.text):
        return False
    box = page_lines.node[max(page_lines.parent[line.element], 0)]
    if box.css_first("textarea") is not None:
        return True
    below = _below(page_lines, place)
    return any(_ANSWER.fullmatch(one.text) for one in page_lines.lines[below.start : below.stop])


def _below(page_lines: PageLines, place: int) -> range:
    """A heading and what it heads: all of its box, or what follows in the box of the text up to the next one."""
    heading = page_lines.lines[place].element
    box = heading
    while page_lines.last[box] == place + 1 and page_lines.parent[box] >= 0:
        box = page_lines.parent[box]
    stop = page_lines.last[box]
    if page_lines.first[box] == place or page_lines.tag[heading] not in HEADINGS:
        return range(place, stop)
    alike = (
        one
        for one in range(place + 1, stop)
        if page_lines.tag[page_lines.lines[one].element] == page_lines.tag[heading]
    )
    return range(place, next(alike, stop))
