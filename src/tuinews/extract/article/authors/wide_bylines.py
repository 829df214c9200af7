"""Bylines in ideographs: the words before a name there, and the names behind them."""

import re

from tuinews.extract.dates import is_only_a_date
from tuinews.late import late_pattern

LONGEST_WIDE_BYLINE, LONGEST_REPORTER = 24, 60
"""Letters of a byline in ideographs, and of one in Hangul with the address of the reporter."""

_W = "\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_WIDE_NAME = rf"[{_W}·]{{2,4}}(?![{_W}]{{0,2}}\s*[:：])"
_WIDE_NAMES = rf"(?P<n>{_WIDE_NAME}(?:[\s、，,]+{_WIDE_NAME})*)"
_REPORTS = "报道|報導|報道"
_WIDE_END = rf"(?=[^{_W}\u3040-\u309f]|{_REPORTS}|$)"
WIDE_BYLINE = late_pattern(
    rf"(?:(?:作\s*者|撰文|撰稿人?|(?<![{_W}])(?:[图圖]?文|글)|執筆|著者|기자)\s*[:：/／︱｜・]"
    r"|(?P<bare>(?:记\s*者|記者|通讯员)(?!\s*[:：/／]))|(?:记\s*者|記者|通讯员)\s*[:：/／])\s*"
    rf"{_WIDE_NAMES}{_WIDE_END}"
)
_LABELS = frozenset(("记者", "記者", "通讯员", "通訊員", "摄影", "攝影", "编辑", "編輯", "实习生", "實習生"))
"""What may stand between two names: "记者 王小梅 通讯员 李强"."""

_SENTENCE = late_pattern("[。！？]")
_OF_A_REPORT = late_pattern(rf"\s*(?:[）)】／/]|{_REPORTS})")
"""What follows the name of a reporter inside a text; in "the reporter has learned" a verb follows."""

_OFFICE = "(?:선임|수습|인턴|전문|객원|사진|문화|경제|정치|사회)?기자|특파원|논설위원|앵커|편집위원|통신원"
REPORTER_BEHIND = late_pattern(
    rf"(?:^|(?<=[=\])】〉>/|｜·])\s?|^.{{2,12}}\s)(?P<n>[\uac00-\ud7a3]{{2,4}}(?:\s?[,·、]\s?[\uac00-\ud7a3]{{2,4}})*)"
    rf"\s*(?:{_OFFICE})(?:\s*[=(\[（|]?\s*[\w.+-]+@[\w.-]+[)\]）]?)?[\]】〉>)]?\s*(?:입력|구독|기자 페이지)?$"
)
"""A Korean name before "reporter", with or without an address, as a whole short line: "한지우 기자 a@b.kr"."""

REPORTER_AHEAD = late_pattern(
    rf"[(\[【][^)\]】]{{2,24}}[)\]】]\s*(?P<n>[\uac00-\ud7a3]{{2,4}}(?:\s?[,·、]\s?[\uac00-\ud7a3]{{2,4}})*)\s*(?:{_OFFICE})\s*="
)
"""What Korean agencies set before a text: "(서울=연합뉴스) 한지우 기자 = …"."""

WIDE_EDITOR = late_pattern(rf"(?:责任编辑|責任編輯|责编|编辑|編輯)\s*[:：]?\s*{_WIDE_NAMES}")
SIGNED_IN_BRACKETS = late_pattern(
    rf"(?:[【（]|^\()(?P<n>[{_W}々]{{2,5}}(?:[、・,，]\s?[{_W}々]{{2,5}}){{0,3}})[】）)]$"
)
"""A name alone in brackets, as Japanese papers sign: 【小林遥】."""

_BRACKETS = {"【": "】", "（": "）", "(": ")"}

_NO_NAMES = late_pattern(
    "共同|時事|写真|終わり|おわり|敬称略|連載|続く|つづく|編集部|抜粋|以上|[前後]編|訳|記者|新華|中央社|通信|新聞|放送|社$|版$"
)

WIDE_SIGNATURE = late_pattern(
    rf"[（(【]\s*(?:本报|本网|新华社)?(?:记者|作者|通讯员|责任编辑|编辑)\s*[:：]?\s*{_WIDE_NAMES}"
    r"\s*[^）)】]{0,12}[）)】]?\s*$"
)


_GLUED_DAY = r"(?:19|20)\d\d\s?(?:年|년|[./-])\s?\d{1,2}\s?(?:月|월|[./-])\s?\d{1,2}"
_GLUED_NAME = rf"(?![\u30a0-\u30ff]+(?:\d|$))[{_W}々]{{1,5}}(?:[ \u3000][{_W}々]{{1,4}})?"
_BESIDE_DAY = late_pattern(
    rf"(?P<n>{_GLUED_NAME})\s?{_GLUED_DAY}\s?[日일]?(?:\s[\d:：時分시분 ]{{1,12}})?"
    rf"|{_GLUED_DAY}\s?[日일]?\s?(?:\d{{1,2}}[:：]\d\d\s?)?(?P<m>{_GLUED_NAME})"
)
"""A name in ideographs or Hangul before or behind a day, as two elements without a blank between them are read."""

_LEAST_BESIDE_DAY = 3
"""Signs of such a name: of two it is as often a section or a town."""

_ENDS_NO_NAME = late_pattern(
    "[部面版局社会會報聞信送市県縣省都府区區町駅站祭展戦賞号回話年日前後界網网台院校所店館内外者]$"
)
"""The last signs of offices, places and sections."""


_NO_NAMES_BESIDE_DAY = (
    *(*_LABELS, "作者", "著者", "編集", "新华", "通讯", "社"),
    *(
        "작성",
        "등록",
        "글쓴",
        "입력",
        "수정",
        "승인",
        "게시",
        "발행",
        "관리자",
        "편집",
        "조회",
        "기사",
        "뉴스",
        "신문",
    ),
)
"""What labels and agencies have in such a place, and names have not."""


def beside_wide_day(text: str) -> str:
    """The name in a line that has nothing but the day besides, with no sign between: "山田太郎2026年11月30日"."""
    found = _BESIDE_DAY.fullmatch(text) if len(text) <= LONGEST_WIDE_BYLINE else None
    name = (found["n"] or found["m"]).strip() if found else ""
    signs = name.replace(" ", "").replace("\u3000", "")
    if len(signs) < _LEAST_BESIDE_DAY or _NO_NAMES.search(name) or _ENDS_NO_NAME.search(name):
        return ""
    return "" if any(label in name for label in _NO_NAMES_BESIDE_DAY) or is_only_a_date(text) else name


def signed_in_brackets(text: str) -> tuple[str, ...]:
    """The names in brackets at the end of a text; () where what stands there is none."""
    found = SIGNED_IN_BRACKETS.search(text)
    return () if found is None or _NO_NAMES.search(found["n"]) else wide_names(found)


def is_wide_byline(text: str) -> bool:
    """Whether a short Chinese or Japanese line names a writer or editor, with a word such as 作者 or 责任编辑."""
    if len(text) <= LONGEST_REPORTER and REPORTER_BEHIND.search(text):
        return True
    closing = _BRACKETS.get(text[:1])
    if closing and text.find(closing) == len(text) - 1 and signed_in_brackets(text):
        return True
    return len(text) <= LONGEST_WIDE_BYLINE and any(
        pattern.search(text) for pattern in (WIDE_BYLINE, WIDE_EDITOR, WIDE_SIGNATURE)
    )


def wide_names(found: re.Match[str]) -> tuple[str, ...]:
    """The names that one of the patterns found."""
    return tuple(name for name in re.split(r"[\s、，,·・]+", found["n"]) if name not in _LABELS)


def is_subject(text: str, found: re.Match[str]) -> bool:
    """Whether "reporter" is the subject of a sentence and no name follows: "记者获悉，…"."""
    bare = found.groupdict().get("bare")
    return bool(bare and _SENTENCE.search(text) and not _OF_A_REPORT.match(text, found.end()))
