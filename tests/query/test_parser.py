"""What was typed becomes an expression; mistakes say where they are and what was meant."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.errors import QueryError
from tuinews.query.completion import completions
from tuinews.query.expression import (
    And,
    Attachment,
    EntryState,
    Expression,
    FieldMatch,
    Has,
    Is,
    Length,
    NamedField,
    Not,
    Or,
    Published,
    Term,
    TextPlace,
)
from tuinews.query.parser import parse

NOW = datetime(2026, 11, 29, 10, 30, tzinfo=timezone(timedelta(hours=7)))


def day(year: int, month: int = 1, number: int = 1) -> float:
    return datetime(year, month, number, tzinfo=NOW.tzinfo).timestamp()


def ago(**time: float) -> float:
    return (NOW - timedelta(**time)).timestamp()


A, B, C = Term("a"), Term("b"), Term("c")
QUERIES: list[tuple[str, Expression | None]] = [
    ("da nang", And((Term("da"), Term("nang")))),
    ('"đà nẵng"', Term("đà nẵng", quoted=True)),
    ('"còn đang gõ', Term("còn đang gõ", quoted=True)),
    ("covid-19", Term("covid-19")),
    ("a -b", And((A, Not(B)))),
    ('-"b c"', Not(Term("b c", quoted=True))),
    ("a - b", And((A, B))),
    ("a OR b c", Or((A, And((B, C))))),
    ("a or b", And((A, Term("or"), B))),
    ("(a OR b) c", And((Or((A, B)), C))),
    ("-(a b)", Not(And((A, B)))),
    ("a (b", And((A, B))),
    ("a OR", A),
    ("OR a", A),
    ("a OR OR b", Or((A, B))),
    ("()", None),
    ("a -", A),
    ("f(x)", Term("f(x)")),
    ("10:30", Term("10:30")),
    ("https://a.example/b?c=d", Term("https://a.example/b?c=d")),
    ("memo:this", Term("memo:this")),
    ("...", None),
    ("", None),
    ("title:sông", Term("sông", place=TextPlace.TITLE)),
    ('TITLE:"sông Hương" a', And((Term("sông Hương", quoted=True, place=TextPlace.TITLE), A))),
    ("is:unread -is:Starred", And((Is(EntryState.UNREAD), Not(Is(EntryState.STARRED))))),
    ("has:audio", Has(Attachment.AUDIO)),
    (
        'author:"Nguyễn An" source:7',
        And((FieldMatch(NamedField.AUTHOR, "Nguyễn An"), FieldMatch(NamedField.SOURCE, "7"))),
    ),
    ("kind:thread lang:vi", And((FieldMatch(NamedField.KIND, "thread"), FieldMatch(NamedField.LANG, "vi")))),
    ("after:2026-11-24", Published(since=day(2026, 11, 24))),
    ("before:2026-11", Published(until=day(2026, 11))),
    ("before:2026", Published(until=day(2026))),
    ("after:yesterday", Published(since=day(2026, 11, 28))),
    ('after:"hôm nay"', Published(since=day(2026, 11, 29))),
    ("age:3d", Published(since=ago(days=3))),
    ("age:<12h", Published(since=ago(hours=12))),
    ("age:>2w", Published(until=ago(weeks=2))),
    ("age:5", Published(since=ago(days=5))),
    ("words:>2000", Length(least=2001)),
    ("words:<300", Length(most=299)),
    ("words:<=300", Length(most=300)),
    ("words:500-900", Length(500, 900)),
    ("words:500", Length(least=500)),
]


@pytest.mark.parametrize(("typed", "found"), QUERIES, ids=[typed or "nothing" for typed, _ in QUERIES])
def test_what_was_typed_is_read(typed: str, found: Expression | None) -> None:
    assert parse(typed, NOW) == found


@pytest.mark.parametrize(
    ("typed", "column", "says"),
    [
        ("a )b", 2, "closes nothing"),
        ("a is:unred", 5, "one of unread, read, starred.*did you mean is:unread"),
        ("is:", 0, "after is: there must be one of"),
        ("author:", 0, "after author: there must be an author's name"),
        ('author:" "', 0, "after author: there must be"),
        ("before:soon", 7, "after before: there must be a day such as"),
        ("before:2026-13-01", 7, "after before: there must be"),
        ("age:x", 4, "after age: there must be an age such as"),
        ("age:9999y", 4, "after age: there must be"),
        ("words:many", 6, "a number such as"),
        ("has:pictures", 4, "did you mean has:picture"),
        ("(" * 30 + "a", 20, "more than 20 brackets"),
    ],
)
def test_a_mistake_says_where_it_is_and_what_is_meant(typed: str, column: int, says: str) -> None:
    with pytest.raises(QueryError, match=says) as caught:
        parse(typed, NOW)
    assert caught.value.column == column


@given(st.text(alphabet='ab ()-:"OR<>=1\u0111 \x00is:unread', max_size=80))
def test_whatever_is_typed_is_read_or_told(typed: str) -> None:
    column = 0
    try:
        parse(typed, datetime(2026, 1, 1, tzinfo=UTC))
    except QueryError as error:
        column = error.column
    assert 0 <= column <= len(typed)


VALUES = {"source": ("Tuổi Trẻ", "VnExpress", "Trẻ"), "folder": ("Báo/Việt",)}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("is:", ["is:unread", "is:read", "is:starred", "is:offline", "is:saved", "is:muted", "is:new"]),
        ("a is:st", ["a is:starred"]),
        ("-is:un", ["-is:unread"]),
        ("a t", ["a title:", "a text:", "a tag:"]),
        ("(so", ["(source:"]),
        ("source:tre", ["source:Trẻ", 'source:"Tuổi Trẻ"']),
        ('source:"tu', ['source:"Tuổi Trẻ"']),
        ("folder:", ["folder:Báo/Việt"]),
        ("http://a", []),
        ("", []),
        ("a ", []),
    ],
)
def test_how_it_can_go_on(typed: str, offered: list[str]) -> None:
    assert completions(typed, VALUES) == offered
