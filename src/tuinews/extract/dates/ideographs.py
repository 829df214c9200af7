"""Numbers of dates in ideographs, brought to figures: 二〇二六年三月五日, 民國一一五年三月二十日."""

import re

_DIGITS = "〇一二三四五六七八九"
_YEAR = "[〇零○O0一二三四五六七八九]"
_ONE_SPELLING = str.maketrans(
    {"零": "〇", "○": "〇", "O": "〇", "0": "〇", "元": "一", "廿": "二十", "卅": "三十"}
)
_SMALL = "[元一二三四五六七八九十廿卅]"
_DATE = re.compile(
    rf"(?:({_YEAR}{{4}}|(?<=[和成國国]){_SMALL}{{1,3}}|(?<=[國国]){_YEAR}{{3}})年\s?)?"
    rf"({_SMALL}{{1,3}})月(?:\s?(?:({_SMALL}{{1,3}})([日号號])))?"
)


def with_figures(text: str) -> str:
    """The text with the years, months and days that are written in ideographs in figures."""
    return _DATE.sub(_in_figures, text) if "月" in text else text


def _in_figures(found: re.Match[str]) -> str:
    year, month, day, sign = found.groups()
    if year is None and day is None:
        return found[0]
    try:
        written = f"{_number(year)}年" if year else ""
        return f"{written}{_number(month)}月" + (f"{_number(day)}{sign}" if day else "")
    except ValueError:
        return found[0]


def _number(signs: str) -> int:
    """The number of signs that are digits one by one, or count tens: 二〇二六, 十五, 二十, 廿五.

    Raises ValueError for signs that are neither.
    """
    signs = signs.translate(_ONE_SPELLING)
    if "十" not in signs:
        return int("".join(str(_DIGITS.index(sign)) for sign in signs))
    tens, _, ones = signs.partition("十")
    return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)
