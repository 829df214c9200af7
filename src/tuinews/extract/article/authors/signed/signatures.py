"""Signatures: short lines above or below the text that say who wrote it, and are no text themselves.

Vietnamese papers sign with what was done ("Tin, ảnh: Xuân Hoàng"), with initials ("B.T") or with no name at all
("Nhóm phóng viên", "PV"); an invitation to follow the paper may stand behind.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from tuinews.extract.article.authors.authorship import authorless, begins_with_authorship
from tuinews.extract.article.authors.byline_look import (
    DASHES,
    is_attribution,
    is_italic,
    is_right_aligned,
    is_vietnamese_signature,
    level_of,
)
from tuinews.extract.article.authors.line_mentions import beside_a_date, byline_beside_day, is_above_its_day
from tuinews.extract.article.authors.not_authors import is_no_author, is_sentence
from tuinews.extract.article.authors.persons import byline_of, is_place_and_day
from tuinews.extract.article.authors.signed.biographies import without_biography_above, without_biography_below
from tuinews.extract.article.authors.wide_bylines import is_wide_byline
from tuinews.extract.page.letters import CASED, WIDE
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import HEADINGS
from tuinews.folding import key_of
from tuinews.late import late_pattern

LONGEST = 80
"""Letters of a signature; two names with what each did have fewer."""

AT_THE_TOP, AT_THE_END = 3, 4
"""Kept lines at either end among which a signature is looked for: a lead above, an invitation below."""

LONGEST_UNCASED = 40
"""Letters of a signature in a script without capitals, where a name is told by nothing but its label."""

LONGEST_INVITATION = 250
"""Letters of a line behind a signature that may invite; longer ones are text."""

_LABELLED = late_pattern(
    r"[\s*(–-]*(?:tin|bài|ảnh|nội dung|thực hiện|tác giả|bài viết|nguồn(?: tin)?|theo|tổng hợp"
    r"|biên tập|biên dịch|lược dịch|đồ họa|thiết kế)"
    r"(?:\s*(?:,|và|&|-|–|/)\s*(?:tin|bài|ảnh|video|clip|đồ họa|thiết kế)){0,3}\s*[:：]",
    re.IGNORECASE,
)
_OF_A_SOURCE = late_pattern(
    r"[\W_]*(?i:tổng hợp|sưu tầm|t\.?/?h|s\.?t)[\W_]*"
    r"|[\W_]*(?i:theo|nguồn|tổng hợp từ)"
    r"(?:[\W_]*|\s*[:：]?\s+(?!\d{1,2}\s)[\"“'(]?[A-ZĐÀ-Ỹ0-9][^,;]{1,50}(?<![.:?!…]))"
)
"""Whose a reprinted text is, without a label of its own: "Theo Tuổi Trẻ", "(Theo TTXVN)", or the label alone; or
that it was put together from several: "(Tổng hợp)"."""

_NAMELESS = late_pattern(
    r"[\W_]*((?:nhóm\s+)?(?:phóng viên|p\.?v\.?|ctv|cộng tác viên|bạn đọc|biên tập viên)(?:\s*-\s*ctv)?"
    r"|(?-i:[A-ZĐ]\.\s?[A-ZĐ](?:\.\s?[A-ZĐ])?|[A-ZĐ][a-zđ]?\.\s?[A-ZĐÀ-Ỹ][a-zà-ỹ]{1,6}))"
    r"(?:\s*\((?:tổng hợp|t\.?/?h\.?|lược dịch|ghi)\)|\s+tổng hợp)?[\W_]*",
    re.IGNORECASE,
)
_SOURCE_NAME = NamePattern(
    r"(?:^|[\s_-])(?:source|nguon(?:-?tin)?|signature|sign|tac-?gia|but-?danh)(?=$|[\s_-])",
    *("source", "nguon", "sign", "gia", "danh"),
)
"""Class names of what says whose a text is, beside those of authors."""

_TEAM_AND_DAY = late_pattern(
    r"((?:nhóm )?(?:phóng viên|pv|p\.v)(?: [a-zà-ỹđ]+){0,3})\s+[|–-]\s+(?=.{0,24}\d)", re.IGNORECASE
)
"""A team without a name before the day of publication."""

_PEN_NAME_AND_DAY = late_pattern(r"\w{3,20}\W{1,5}(?:on |am |le |el |vào |ngày )?\D{0,12}\d.{3,24}")
"""A pen name before a day, which counts if the alternative of a portrait is the same."""

_ONE_WORD = late_pattern(r"[A-ZĐÀ-ỸĂÂÊÔƠƯ][a-zđà-ỹăâêôơư]{1,7}")
"""A pen name of one syllable, in an element named as author."""

_INVITES = late_pattern(
    r"[\W_]*(?:(?:kính )?mời (?:bạn|quý|độc|các|xem)|xem thêm|đọc thêm|theo dõi|>>|bạn đọc (?:có thể|quan tâm)"
    r"|read (?:more|also|next)|follow us|sign up|subscribe)",
    re.IGNORECASE,
)


def unsigned(page_lines: PageLines, kept: list[int], names: Callable[[], Iterable[str]]) -> list[int]:
    """The kept lines without signatures at either end, and without what invites behind the last.

    `names` gives those of the authors as far as the page declares them: such a name alone signs.
    """
    if len(kept) < 2:
        return kept
    kept = without_biography_above(page_lines, without_biography_below(page_lines, kept, names))
    short = any(page_lines.lines[place].size <= LONGEST for place in kept[:AT_THE_TOP])
    keys = {key_of(name) for name in names()} if short else set[str]()
    found = {
        place
        for place in kept[:AT_THE_TOP]
        if key_of(authorless(page_lines.lines[place].text)) in keys
        or _is_signature(page_lines, place, at_the_end=False)
    }
    behind: set[int] = set()
    for place in reversed(kept[-AT_THE_END:]):
        if _is_signature(page_lines, place, at_the_end=True):
            found |= behind | {place}
        elif not _invites(page_lines.lines[place]):
            if page_lines.lines[place].text[0] == "*":
                continue  # a note to the text, which may stand below the signature
            break
        behind.add(place)
    return [place for place in kept if place not in found] or kept


def nameless_signature(page_lines: PageLines, places: Sequence[int], end: int) -> str:
    """The initials or the team that sign among these lines: "B.T", "Nhóm phóng viên"; "" if none does.

    `end` is the last line of the text: directly behind it they sign without being set apart.
    """
    for place in places:
        line = page_lines.lines[place]
        team = _TEAM_AND_DAY.match(line.text) if line.size <= LONGEST else None
        if team:
            return team[1]
        portrayed = line.parts[0].strip() if line.parts else ""
        if (
            portrayed in page_lines.alts
            and _PEN_NAME_AND_DAY.fullmatch(line.apart)
            and not is_no_author(portrayed)
        ):
            return portrayed
        found = _NAMELESS.fullmatch(line.text) if line.size <= LONGEST else None
        if found and (place == end + 1 or _is_apart(page_lines, line)):
            return found[1].strip()
        if (
            level_of(page_lines, line) == "class"
            and _ONE_WORD.fullmatch(line.text)
            and not is_no_author(line.text)
        ):
            return line.text
    return ""


def _is_signature(page_lines: PageLines, place: int, *, at_the_end: bool) -> bool:
    """Whether a line signs. A name alone does it in an element named as author, and set apart at the end."""
    line = page_lines.lines[place]
    if byline_beside_day(line.text):
        return True
    if line.size > LONGEST or page_lines.tag[line.element] in HEADINGS or is_sentence(line.text):
        return False
    if is_attribution(page_lines, place):
        return False
    if _LABELLED.match(line.text):
        return True
    if at_the_end and (is_wide_byline(line.text) or _is_uncased_byline(line)) and _is_apart(page_lines, line):
        return True
    if is_vietnamese_signature(line.text) and beside_a_date(page_lines.lines, place):
        return True
    if not at_the_end and _signs_above_its_day(page_lines, place):
        return True
    if at_the_end and (is_vietnamese_signature(line.text) or _OF_A_SOURCE.fullmatch(line.text)):
        return True
    if at_the_end and _NAMELESS.fullmatch(line.text):
        return True
    called, apart = bool(level_of(page_lines, line)), _is_apart(page_lines, line)
    if apart and (_NAMELESS.fullmatch(line.text) or is_place_and_day(line.text)):
        return True
    byline = byline_of(authorless(line.text))
    if not (byline.persons and byline.complete) or WIDE.search(line.text) or line.text[-1] in ".:?!":
        return False
    led = begins_with_authorship(line.text)
    return called or (at_the_end and (apart or led)) or (apart and led)


def _is_uncased_byline(line: PageLine) -> bool:
    """Whether a line has words of authorship and few others, in a script without capitals."""
    if line.size > LONGEST_UNCASED or line.text[-1] in ".:?!،؟।" or CASED.search(line.text) is not None:
        return False
    return begins_with_authorship(line.text)


def _signs_above_its_day(page_lines: PageLines, place: int) -> bool:
    """Whether a line directly below the headline is names alone, above the line of the day: "Jane Doe | Post"."""
    text = page_lines.lines[place].text
    if text[-1] in ".:?!…" or not is_above_its_day(page_lines, place):
        return False
    byline = byline_of(text)
    return byline.complete and bool(byline.persons)


def _is_apart(page_lines: PageLines, line: PageLine) -> bool:
    """Whether a line is set apart as signatures are: right-aligned, bold, or in an element named as author."""
    return (
        line.is_bold
        or line.text[0] in DASHES
        or is_right_aligned(page_lines, line)
        or is_italic(page_lines, line)
        or bool(level_of(page_lines, line))
        or _SOURCE_NAME.matches(page_lines.names[line.element])
    )


def _invites(line: PageLine) -> bool:
    return line.size <= LONGEST_INVITATION and _INVITES.match(line.text) is not None
