"""Boxes between the lines of a text that only what they are called shows to be none of it.

A player that reads the article aloud names its voices; a list of others stands under "Có thể bạn quan tâm".
"""

import re

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import NamePattern
from tuinews.late import late_pattern

HEIGHT = 3
"""Elements around a line whose names tell what its box is."""

PROSE = 60
"""Letters from which a line is no label of a player."""

LONGEST_HEADING = 40
"""Letters of the heading of a list of other articles."""

LONGEST_NOTICE = 250
"""Letters of what a paper says of itself; longer lines are text."""

LINKED = 0.8
"""Share of linked letters from which a line is a link."""

_PLAYER = NamePattern(
    r"(?:^|[\s_-])(?:audio-?(?:player|box|wrap\w*|bar|article)|(?:box|detail|article|news)-?audio"
    r"|(?:tts|podcast)-?player|read-?speaker|nghe-?bai|doc-?bai)(?=$|[\s_-])",
    *("audio", "player", "speaker", "bai"),
)
_OTHERS = late_pattern(
    r"\W*(?:có thể bạn quan tâm|(?:tin|bài)(?: bài| viết)? (?:liên quan|cùng (?:chuyên mục|chủ đề)|khác)"
    r"|các tin khác"
    r"|(?:đọc|xem) (?:thêm|nhiều|tiếp)|mời (?:bạn|quý vị|độc giả) (?:đọc|xem)|đừng bỏ lỡ|cùng chuyên mục"
    r"|tin nổi bật|related(?: (?:articles|stories|news|topics|posts))?|recommended(?: (?:articles|stories))?"
    r"|read (?:more|also|next)|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|more (?:on this story|like this)"
    r"|most (?:read|popular))\W*",
    re.IGNORECASE,
)


_NOTICE = late_pattern(
    r"\W*(?:theo dõi .{3,60} trên (?:google|facebook|zalo|tiktok|youtube|fanpage|mạng xã hội)"
    r"|mời (?:bạn đọc|bạn|độc giả|quý độc giả|quý vị|quý bạn đọc) (?:đón xem|đón đọc|theo dõi|tham khảo"
    r"|xem (?:video|clip))"
    r"|bạn đang đọc (?:bài viết|bài|tin)|mọi (?:ý kiến|thông tin|thắc mắc).{0,30} (?:xin gửi|liên hệ)|xem thêm\s*:"
    r"|(?:©|bản quyền).{0,60}(?:cấm sao chép|bảo lưu)|đánh giá bài viết|click để đánh giá)"
    r"|\W*(?:quảng cáo|advertisement|chia sẻ|lưu(?: bài)?|nhận xét|in (?:ra|bài viết|trang)|gửi bình luận|báo lỗi"
    r"|sao chép liên kết|copy link|lên đầu(?: trang| top)?|a a a|bình luận(?:\s*[:(]\s*\d+\)?)?)\W*$",
    re.IGNORECASE,
)
"""How lines of Vietnamese papers begin that speak of the paper and not of the subject."""


_SPEAKER = NamePattern(r"quote[-_]?(?:author|name|by|source)|star-?name-?caption", "quote", "star")


def box_lines(page_lines: PageLines, kept: list[int]) -> set[int]:
    """The kept lines of players and of lists of other articles, and what the paper says of itself."""
    notices = {
        place
        for place in kept
        if page_lines.lines[place].size <= LONGEST_NOTICE and _NOTICE.match(page_lines.lines[place].text)
    }
    speakers = {place for place in kept if _is_of_speaker(page_lines, place)}
    return notices | speakers | _of_players(page_lines, kept) | _of_lists(page_lines, kept)


def _is_of_speaker(page_lines: PageLines, place: int) -> bool:
    """Whether a line in the box of a quotation names who said it."""
    line = page_lines.lines[place]
    return line.size < PROSE and _SPEAKER.matches(f"{page_lines.names[line.element]} {line.own}")


def _of_players(page_lines: PageLines, kept: list[int]) -> set[int]:
    return {
        place
        for place in kept
        if page_lines.lines[place].size < PROSE and _is_in_player(page_lines, page_lines.lines[place].element)
    }


def _is_in_player(page_lines: PageLines, element: int) -> bool:
    for _ in range(HEIGHT):
        if element <= 0:
            return False
        if page_lines.names[element] and _PLAYER.matches(page_lines.names[element]):
            inside = page_lines.lines[page_lines.first[element] : page_lines.last[element]]
            return all(line.size < PROSE for line in inside)
        element = page_lines.parent[element]
    return False


def _of_lists(page_lines: PageLines, kept: list[int]) -> set[int]:
    """The links that follow a heading which calls them other articles, and what repeats it behind them."""
    text, found = set(kept), set[int]()
    for heading in range(kept[0], kept[-1]) if kept else ():
        line = page_lines.lines[heading]
        if line.size > LONGEST_HEADING or not _OTHERS.fullmatch(line.text):
            continue
        place = heading + 1
        while place < len(page_lines.lines) and _is_link(page_lines, place):
            place += 1
        if place > heading + 1:
            behind = page_lines.lines[place].text if place < len(page_lines.lines) else ""
            ends = line.text.strip() in behind and len(behind) <= 2 * LONGEST_HEADING
            found.update(range(heading, place + ends))
    return found & text


def _is_link(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    return line.linked >= LINKED * line.size
