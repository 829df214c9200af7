"""An expression of the query language as a condition of SQL on the status `s` of an entry."""

from tuinews.folding import UNSPACED, fold
from tuinews.model.source import SourceKind
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
from tuinews.query.hits import PREFIX_LENGTH
from tuinews.quick_dataclass import dataclass
from tuinews.store.search.match_queries import match_query_of, prefix_query
from tuinews.store.tables.key_values import LAST_SEEN


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL, and the values of its places."""

    sql: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class EntrySpan:
    """The entries whose numbers are from `first` to `last`, to which words are looked for alone."""

    first: int
    last: int

    @property
    def ends(self) -> tuple[int, int]:
        """Both, as values of SQL's `between`."""
        return self.first, self.last


_STATES = {
    EntryState.UNREAD: "s.read = 0",
    EntryState.READ: "s.read = 1",
    EntryState.STARRED: "s.starred = 1",
    EntryState.OFFLINE: "s.kept = 1",
    EntryState.MUTED: "s.muted > 0",
    EntryState.NEW: f"s.entry_id > {LAST_SEEN}",
    EntryState.SAVED: (
        "exists (select 1 from listed l join source o on o.id = l.source_id "
        f"where l.entry_id = s.entry_id and o.kind = '{SourceKind.PAGES.value}')"
    ),
}
_HAVING = {
    Attachment.PICTURE: (
        "(exists (select 1 from entry e where e.id = s.entry_id and e.image is not null)"
        " or exists (select 1 from article_picture p where p.entry_id = s.entry_id))"
    ),
    Attachment.AUDIO: "exists (select 1 from entry e where e.id = s.entry_id and e.enclosures like '%audio/%')",
    Attachment.VIDEO: "exists (select 1 from entry e where e.id = s.entry_id and e.enclosures like '%video/%')",
    Attachment.TAG: "s.entry_id in (select entry_id from tag)",
    Attachment.NOTE: "s.entry_id in (select entry_id from note)",
    Attachment.HIGHLIGHT: "s.entry_id in (select entry_id from highlight)",
}
_ENTRY = "exists (select 1 from entry e where e.id = s.entry_id and {})"
_ARTICLE = "exists (select 1 from article a where a.entry_id = s.entry_id and {})"
_SOURCE = (
    "exists (select 1 from listed l join source o on o.id = l.source_id "
    "where l.entry_id = s.entry_id and o.removed_at is null and {})"
)


def condition_of(expression: Expression, span: EntrySpan | None = None) -> Condition:
    """The condition that an entry meets which the expression finds; `span` are all that are asked about."""
    match expression:
        case And(inner):
            return _joined(inner, " and ", span)
        case Or(inner):
            return _joined(inner, " or ", span)
        case Not(inner):
            one = condition_of(inner, span)
            return Condition(f"not ({one.sql})", one.values)
        case Term():
            return _found(match_query_of(expression), span)
        case Is(state):
            return Condition(_STATES[state])
        case Has(what):
            return Condition(_HAVING[what])
        case Published(since, until):
            limits = (("s.sort_key >= ?", since), ("s.sort_key < ?", until))
            return _limited(limits)
        case Length(least, most):
            long = _limited((("a.words >= ?", least), ("a.words <= ?", most)))
            return Condition(_ARTICLE.format(long.sql), long.values)
        case FieldMatch(name, value):
            return _called(name, value)


def typed_condition(expression: Expression) -> Condition:
    """The condition of a piece that stands alone: the word behind a field may be one that is being typed."""
    if isinstance(expression, Term):
        return _found(prefix_query(expression), None)
    return condition_of(expression)


def _joined(inner: tuple[Expression, ...], word: str, span: EntrySpan | None) -> Condition:
    found = [condition_of(one, span) for one in inner]
    sql = word.join(f"({one.sql})" for one in found)
    return Condition(sql, tuple(value for one in found for value in one.values))


def _limited(limits: tuple[tuple[str, float | None], ...]) -> Condition:
    stated = [(sql, value) for sql, value in limits if value is not None]
    return Condition(" and ".join(sql for sql, _ in stated) or "1", tuple(value for _, value in stated))


def _found(match_query: str, span: EntrySpan | None) -> Condition:
    if span is not None:
        within = "select rowid from words where words match ? and rowid between ? and ?"
        return Condition(f"s.entry_id in ({within})", (match_query, *span.ends))
    return Condition("s.entry_id in (select rowid from words where words match ?)", (match_query,))


def author_match_query(value: str) -> str | None:
    """The FTS5 match query that all entries answer to whose author is called so; None where that says little."""
    if UNSPACED.search(value) or sum(sign.isalnum() for sign in value) < PREFIX_LENGTH or not value[-1].isalnum():
        return None
    return prefix_query(Term(value, place=TextPlace.TEXT))


def condition_of_source(name: NamedField, value: str) -> Condition:
    """What SQL asks of a source `o` that is called so (`source:`), or is in a folder that is (`folder:`).

    A number that is a source's is that source alone: a mute of the first must not hide what is called "VTV1".
    """
    if name is NamedField.SOURCE:
        by_id = int(value) if value.isascii() and value.isdigit() and len(value) < 15 else -1
        named = "not exists (select 1 from source n where n.id = ?) and folded(o.title) like ? escape '\\'"
        return Condition(f"(o.id = ? or ({named}))", (by_id, by_id, _within(value)))
    folder = _escaped(fold(value.strip("/")))
    return Condition("'/' || folded(o.folder) || '/' like ? escape '\\'", (f"%/{folder}/%",))


def _within(value: str) -> str:
    """A pattern for what has a value in it."""
    return f"%{_escaped(fold(value))}%"


def _called(name: NamedField, value: str) -> Condition:
    """What is called so; capitals and marks make no difference."""
    within = _within(value)
    if name is NamedField.AUTHOR:
        return Condition(_ENTRY.format("begins_word(e.authors, ?)"), (fold(value),))
    if name in (NamedField.SOURCE, NamedField.FOLDER):
        of = condition_of_source(name, value)
        return Condition(_SOURCE.format(of.sql), of.values)
    if name is NamedField.SITE:
        return Condition(_ENTRY.format("is_at_host(e.url, ?)"), (value.lower().removeprefix("www."),))
    if name is NamedField.TAG:
        tagged = "select entry_id from tag where folded(name) = ?"
        return Condition(f"s.entry_id in ({tagged})", (fold(value),))
    if name is NamedField.NOTE:
        return Condition(
            "s.entry_id in (select entry_id from note where folded(text) like ? escape '\\')", (within,)
        )
    if name is NamedField.HIGHLIGHT:
        said = "select entry_id from highlight where folded(exact) like ? escape '\\'"
        return Condition(f"s.entry_id in ({said})", (within,))
    if name is NamedField.ID:
        spans = [(first, last or first) for first, _sign, last in (one.partition("-") for one in value.split(","))]
        sql = " or ".join(["s.entry_id between ? and ?"] * len(spans))
        return Condition(f"({sql})", tuple(end for span in spans for end in sorted(map(int, span))))
    if name is NamedField.ADDRESS:
        return Condition(_ENTRY.format("e.url like ? escape '\\'"), (f"%{_escaped(value)}%",))
    if name is NamedField.LANG:
        said = "coalesce(nullif(e.lang, ''), (select a.lang from article a where a.entry_id = e.id))"
        return Condition(_ENTRY.format(f"lower({said}) like ? escape '\\'"), (f"{_escaped(value.lower())}%",))
    return Condition(_ARTICLE.format("a.page_kind = ?"), (value,))


def _escaped(text: str) -> str:
    """Text for LIKE, in which `%` and `_` are signs as any other."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
