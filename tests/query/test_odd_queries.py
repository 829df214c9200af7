"""Queries as people type them, in English and Vietnamese: each with what is meant by it, in a short notation.

`a & b` both, `(a | b)` one of them, `!a` not, `“a b”` a phrase, `title~a` a word in a place, `name=a` a field,
`2..5` words, `[from,until)` days before now, `@7` a mistake told at column 7, `` nothing to look for.
"""

from datetime import datetime, timedelta, timezone

import pytest

from tuinews.errors import QueryError
from tuinews.query.completion import completions
from tuinews.query.expression import And, Expression, FieldMatch, Has, Is, Length, Not, Or, Published, Term
from tuinews.query.mistyped import mistyped_field
from tuinews.query.parser import parse

NOW = datetime(2026, 11, 29, 10, 30, tzinfo=timezone(timedelta(hours=7)))  # a Sunday
MIDNIGHT = NOW.replace(hour=0, minute=0)

QUOTES_AND_BRACKETS = {
    '"giá vàng': "“giá vàng”",
    'giá "vàng miếng': "giá & “vàng miếng”",
    '"a b" "c': "“a b” & “c”",
    '"a b""c d"': "“a b” & “c d”",
    '""': "",
    '" "': "",
    '"': "",
    'a "" b': "a & b",
    "“giá vàng”": "“giá vàng”",
    "“giá vàng": "“giá vàng”",
    "„giá vàng“": "“giá vàng”",
    "«giá vàng»": "“giá vàng”",
    "＂giá vàng＂": "“giá vàng”",
    "title:“giá vàng”": "title~“giá vàng”",
    "title:«giá vàng": "title~“giá vàng”",
    "“mưa lũ” -“Yên Bái”": "“mưa lũ” & !“Yên Bái”",
    'source:"Tuổi Trẻ': "source=Tuổi Trẻ",
    'the"quick fox"jumps': "the & “quick fox” & jumps",
    '"cầu"OR"sông"': "(“cầu” | “sông”)",
    "cầu OR(sông)": "(cầu | sông)",
    "cầu OR (sông": "(cầu | sông)",
    "(cầu OR sông)bão": "(cầu | sông) & bão",
    "((cầu) sông": "cầu & sông",
    "（cầu OR sông） bão": "(cầu | sông) & bão",
    "()": "",
    "( )": "",
    "-()": "",
    "cầu )": "@4",
    "cầu ) sông": "@4",
    ":)": "@1",
    "Giá vàng (sáng 1/7)": "Giá & vàng & sáng & 1/7",
    "f(x) g(y)": "f(x) & g(y)",
    "[cầu]": "[cầu]",
    "title:(cầu sông)": "title~cầu & title~sông",
    "title:(cầu OR sông)": "(title~cầu | title~sông)",
    'title:("cầu mới" -sông)': "title~“cầu mới” & !title~sông",
    "-title:(cầu sông)": "!(title~cầu & title~sông)",
    "source:(tuổi OR vnexpress) bão": "(source=tuổi | source=vnexpress) & bão",
    "is:(unread OR starred)": "(is=unread | is=starred)",
    "is:(unread OR stared)": "@14",
    "title:()": "@0",
    "title:(title:cầu)": "title~cầu",
}
SIGNS = {
    "cầu – sông": "cầu & sông",
    "cầu -sông": "cầu & !sông",
    "cầu –sông": "cầu & !sông",
    "cầu −sông": "cầu & !sông",
    "cầu －sông": "cầu & !sông",
    "cầu —sông": "cầu & —sông",
    "--cầu": "cầu",
    "-": "",
    "- cầu": "cầu",
    "covid-19": "covid-19",
    "U-23": "U-23",
    "anh-pháp": "anh-pháp",
    "-covid-19": "!covid-19",
    "cầu AND sông": "cầu & sông",
    "cầu AND": "cầu",
    "AND": "",
    "AND -cầu": "!cầu",
    "(cầu AND sông) OR bão": "((cầu & sông) | bão)",
    "cầu and sông": "cầu & and & sông",
    "cầu && sông": "cầu & sông",
    "cầu & sông": "cầu & sông",
    "cầu | sông": "(cầu | sông)",
    "cầu || sông": "(cầu | sông)",
    "cầu|sông": "cầu|sông",
    "cầu or sông": "cầu & or & sông",
    "cầu Or sông": "cầu & Or & sông",
    "OR": "",
    "OR OR": "",
    "OR cầu OR": "cầu",
    "cầu OR -sông": "(cầu | !sông)",
    "-OR cầu": "cầu",
    "+cầu +sông": "+cầu & +sông",
    "vàng,bạc": "vàng & bạc",
    "Hà Nội,Đà Nẵng": "Hà & Nội & Đà & Nẵng",
    "vàng;bạc": "vàng & bạc",
    "vàng, bạc": "vàng & bạc",
    "1,200 tỷ": "1,200 & tỷ",
    "1.200,5": "1.200,5",
    "東京、大阪": "東京 & 大阪",
    "東京　大阪": "東京 & 大阪",
    "東京 -大阪": "東京 & !大阪",
    "title：東京": "title~東京",
    "is：unread": "is=unread",
    "giá\u00a0vàng": "giá & vàng",
    "giá\u200b vàng": "giá & vàng",
    "cập\u00adnhật": "cậpnhật",
    "\ufeffgiá vàng": "giá & vàng",
}
WORDS = {
    "don't": "don't",
    "O’Brien": "O’Brien",
    "'giá vàng'": "'giá & vàng'",
    "l'été": "l'été",
    "AT&T": "AT&T",
    "C++": "C++",
    "24/7": "24/7",
    "10:30": "10:30",
    "50%": "50%",
    "#kinhte": "#kinhte",
    "-#kinhte": "!#kinhte",
    "@an.nguyen": "@an.nguyen",
    "an@bao.vn": "an@bao.vn",
    "U.S.": "U.S.",
    "🔥": "",
    "🔥 bão": "bão",
    "...": "",
    "?": "",
    "bão?": "bão?",
    "đa nẵng": "đa & nẵng",
    "Re:Invent": "Re:Invent",
    "http://a.example/b": "http://a.example/b",
    "-https://a.example/b": "!https://a.example/b",
    "www.bao.vn/tin-1.html": "www.bao.vn/tin-1.html",
    "C:\\Users": "C:\\Users",
    "giờ:phút": "giờ:phút",
}
FIELDS = {
    "title: storm": "title~storm",
    "title:  storm dike": "title~storm & dike",
    'title: "giá vàng"': "title~“giá vàng”",
    "is: unread": "is=unread",
    "author: nguyen -bão": "author=nguyen & !bão",
    "title: -storm": "@0",
    "title: OR storm": "@0",
    "title:": "@0",
    "bão title:": "@4",
    "title: ": "@0",
    "title: is:unread": "@0",
    "IS:Unread": "is=unread",
    "Title:Bão": "title~Bão",
    "tag:#kinhte": "tag=kinhte",
    "tag:kinhte": "tag=kinhte",
    "site:https://www.bao.vn/": "site=bao.vn",
    "site:www.bao.vn": "site=bao.vn",
    "site:bao.vn/kinh-te": "site=bao.vn",
    "site:*.bao.vn": "site=bao.vn",
    "site:BAO.vn": "site=bao.vn",
    "site://": "@5",
    "lang:VI": "lang=vi",
    "lang:vi-VN": "lang=vi-vn",
    "is:unred": "@3",
    "cầu -is:unred": "@8",
    "has:pic": "@4",
    "is:unread,starred": "@3",
    "e\u0302 is:unred": "@6",
    "id:a": "@3",
    "source:": "@0",
    '-author:""': "@1",
}
NUMBERS = {
    "words:1,000": "1000..",
    "words:>1.000": "1001..",
    "words:1 000": "1000..",
    "words:>1k": "@6",
    "words:500..900": "500..900",
    "words:500–900": "500..900",
    "words: >500": "501..",
    "words:> 500": "501..",
    "words:≥500": "500..",
    "words:≤500": "..500",
    "words:500+": "500..",
    "words:900-500": "500..900",
    "words:1,5": "@6",
    "words:-5": "@6",
}
DATES = {
    "after:2026-3-1": "[273,)",
    "after:2026/03/01": "[273,)",
    "after:2026.03.01": "[273,)",
    "after:1/3/2026": "[273,)",
    "after:01-03-2026": "[273,)",
    "after:3/2026": "[273,)",
    "after:20260301": "[273,)",
    "before:2026-03": "[,273)",
    "after:31/2/2026": "@6",
    "after:2026-13": "@6",
    "after:1/3": "@6",
    "after:soon": "@6",
    "after:today": "[0,)",
    "after:Today": "[0,)",
    "after:hôm nay": "[0,)",
    "after:hôm qua bão": "[1,) & bão",
    'after:"hôm qua"': "[1,)",
    "before:tomorrow": "[,-1)",
    "before:ngày mai": "[,-1)",
    "after:monday": "[6,)",
    "after:sunday": "[0,)",
    "after:thứ hai": "[6,)",
    "after:chủ nhật": "[0,)",
    "after:this week": "[6,)",
    "after:tuần này": "[6,)",
    "after:last week": "[13,)",
    "before:tuần trước": "[,13)",
    "after:this month": "[28,)",
    "after:tháng trước": "[59,)",
    "after:this year": "[332,)",
    "after:năm nay": "[332,)",
    "before:năm ngoái": "[,697)",
    "after:hôm kia": "[2,)",
    "after:2026-03-01..2026-03-05": "@6",
    "age:3d": "[3ago,)",
    "age:3days": "[3ago,)",
    "age:3 days": "[3ago,)",
    "age:3 fortnights": "[42ago,)",
    "age:2 quý": "[180ago,)",
    "age:>1 decade bão": "[,3650ago) & bão",
    "age:3 ngày bão": "[3ago,) & bão",
    "age:2tuần": "[14ago,)",
    "age:>1 tháng": "[,30ago)",
    "age:<= 2w": "[14ago,)",
    "age:1d-3d": "[3ago,1ago)",
    "age:1..2 weeks": "@4",
    "age:3 bão": "[3ago,) & bão",
    "age:năm": "@4",
    "age:-3d": "@4",
}
EVERY = QUOTES_AND_BRACKETS | SIGNS | WORDS | FIELDS | NUMBERS | DATES


def notation(found: Expression | None) -> str:
    """An expression in the notation of this file."""
    match found:
        case None:
            return ""
        case Term(text, quoted, place):
            return ("" if place == "anywhere" else f"{place}~") + (f"“{text}”" if quoted else text)
        case Is(state):
            return f"is={state}"
        case Has(what):
            return f"has={what}"
        case FieldMatch(name, value):
            return f"{name}={value}"
        case Not(inner):
            return f"!({notation(inner)})" if isinstance(inner, And) else f"!{notation(inner)}"
        case And(inner):
            return " & ".join(map(notation, inner))
        case Or(inner):
            return (
                f"({' | '.join(f'({notation(one)})' if isinstance(one, And) else notation(one) for one in inner)})"
            )
        case Length(least, most):
            return f"{'' if least is None else least}..{'' if most is None else most}"
        case Published(since, until):
            return f"[{_days(since)},{_days(until)})"
    raise AssertionError(found)


def _days(moment: float | None) -> str:
    if moment is None:
        return ""
    midnights, since = (MIDNIGHT.timestamp() - moment) / 86400, (NOW.timestamp() - moment) / 86400
    return f"{midnights:.0f}" if midnights == round(midnights) else f"{since:.0f}ago"


def read(typed: str) -> str:
    """What is meant by it, or where the mistake is."""
    try:
        return notation(parse(typed, NOW))
    except QueryError as error:
        return f"@{error.column}"


@pytest.mark.parametrize("typed", EVERY)
def test_what_people_type_is_read_as_they_mean_it(typed: str) -> None:
    assert read(typed) == EVERY[typed]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("intitle:bão", "title:"),
        ("from:an", "author:"),
        ("feed:tuoi", "source:"),
        ("domain:bao.vn", "site:"),
        ("since:2026", "after:"),
        ("until:2026", "before:"),
        ("date:2026-03-01", "after:"),
        ("label:x", "tag:"),
        ("language:vi", "lang:"),
        ("inurl:x", "url:"),
        ("nguồn:tuoi", "source:"),
        ("nhãn:x", "tag:"),
        ("cầu or sông", "OR"),
        ("cầu hoặc sông", "OR"),
        ("cầu NOT sông", "-sông"),
    ],
)
def test_what_other_programs_say_is_told_with_what_is_said_here(typed: str, meant: str) -> None:
    assert mistyped_field(typed).endswith(f"did you mean {meant}?")


@pytest.mark.parametrize("typed", ["or", "cầu or", "orsông", "hoặc", "NOT", '"cầu or sông"', '"NOT sông"'])
def test_a_word_that_joins_nothing_is_a_word(typed: str) -> None:
    assert mistyped_field(typed) == ""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("source:“tu", ['source:"Tuổi Trẻ"']),
        ("source: tu", ['source: "Tuổi Trẻ"']),
        ("is: un", ["is: unread"]),
        ("title:(source:tu", ['title:(source:"Tuổi Trẻ"']),
        ("is:(unread OR st", ["is:(unread OR starred"]),
        ("tag:#ki", ["tag:kinhte"]),
        ("–is:un", ["–is:unread"]),
        ("is：un", ["is：unread"]),
    ],
)
def test_how_odd_ones_go_on(typed: str, offered: list[str]) -> None:
    assert completions(typed, {"source": ("Tuổi Trẻ", "VnExpress"), "tag": ("kinhte",)}) == offered
