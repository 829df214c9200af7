"""From what was typed to an expression.

    query      := sequence { "OR" sequence }
    sequence   := { [ "AND" ] [ "-" ] piece }
    piece      := words | "phrase" | field ":" value | field ":(" query ")" | "(" query ")"

What is being typed is not a mistake: an open quote or bracket reaches to the end, an `OR` with nothing behind it
and a lone minus are left out. A field before a bracket is that of every word in it. A mistake is told with its
column and with what was meant."""

from dataclasses import replace
from datetime import datetime
from importlib import import_module

from tuinews.errors import QueryError
from tuinews.language import _
from tuinews.query.expression import And, Expression, Not, Or, Term
from tuinews.query.fields import FIELDS, FieldValue
from tuinews.query.tokens import Sign, Token, column_in, tokens

MOST_PIECES = 32
"""Pieces of a query that are read."""

DEEPEST = 20
"""Brackets within each other."""

_NAMES = frozenset(FIELDS)


def parse(typed: str, now: datetime | None = None) -> Expression | None:
    """The expression that was typed, None if it has neither a letter nor a digit.

    `now` is the moment from which ages are counted, by default this one, in the zone of this computer. Raises
    QueryError.
    """
    reader = _Reader(list(tokens(typed, _NAMES)), now or datetime.now().astimezone())
    try:
        found = reader.query()
        if reader.token is not None:
            raise QueryError(typed, reader.token.column, _("this bracket closes nothing"))
    except QueryError as error:
        error.column = column_in(typed, error.column)
        raise
    return found


def first_unread(typed: str) -> int | None:
    """The column of the first piece of a query left out because there are too many; None: it is read whole.

    Raises QueryError.
    """
    reader = _Reader(list(tokens(typed, _NAMES)), datetime.now().astimezone())
    reader.query()
    return reader.left_out


class _Reader:
    """Reads tokens from left to right; one of a hundred pieces is left out, never misread."""

    def __init__(self, read: list[Token], now: datetime) -> None:
        self._tokens, self._place, self._now = read, 0, now
        self._pieces = self._depth = 0
        self._name = ""
        self.left_out: int | None = None

    @property
    def token(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def query(self) -> Expression | None:
        found = [self._sequence()]
        while self.token is not None and self.token.sign is Sign.OR:
            self._place += 1
            found.append(self._sequence())
        given = tuple(one for one in found if one is not None)
        return Or(given) if len(given) > 1 else next(iter(given), None)

    def _sequence(self) -> Expression | None:
        found: list[Expression] = []
        while self.token is not None and self.token.sign not in (Sign.OR, Sign.CLOSE):
            column = self.token.column
            piece = self._piece()
            if piece is not None and self._pieces < MOST_PIECES:
                self._pieces += 1
                found.append(piece)
            elif piece is not None and self.left_out is None:
                self.left_out = column
        return And(tuple(found)) if len(found) > 1 else next(iter(found), None)

    def _piece(self) -> Expression | None:
        token = self._tokens[self._place]
        self._place += 1
        if token.sign is Sign.NOT:
            has_piece = self.token is not None and self.token.sign not in (Sign.OR, Sign.CLOSE)
            inner = self._piece() if has_piece else None
            if isinstance(inner, Not):
                return inner.inner
            return Not(inner) if inner is not None else None
        if token.sign is Sign.OPEN:
            return self._bracket(token)
        if token.sign is Sign.FIELD:
            return self._field(token)
        if self._name:
            return self._value(replace(token, name=self._name), token.column)
        is_said = any(sign.isalnum() for sign in token.text)
        return Term(token.text, token.quoted) if is_said else None

    def _bracket(self, token: Token) -> Expression | None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError("(", token.column, _("more than {most} brackets within each other", most=DEEPEST))
        inner = self.query()
        if self.token is not None:
            self._place += 1
        self._depth -= 1
        return inner

    def _field(self, token: Token) -> Expression:
        if token.text.strip() or token.quoted or self.token is None:
            return self._value(token, token.column + len(token.name) + 1)
        behind = self.token
        if behind.sign is Sign.OPEN:
            self._place += 1
            outer, self._name = self._name, token.name
            found = self._bracket(behind)
            self._name = outer
            if found is not None:
                return found
        elif behind.sign is Sign.WORDS:
            self._place += 1
            return self._value(replace(behind, name=token.name), behind.column)
        return self._value(token, token.column)

    def _value(self, token: Token, column: int) -> Expression:
        """What a field's name and the text of its token find, with as many of the next words as belong to it."""
        field = FIELDS[token.name]
        if not token.text.strip():
            raise QueryError(f"{token.name}:", token.column, _said_after(token.name))
        for more in range(0 if token.quoted else field.most_words - 1, -1, -1):
            behind = self._tokens[self._place : self._place + more]
            if len(behind) < more or any(one.sign is not Sign.WORDS or one.quoted for one in behind):
                continue
            text = " ".join((token.text.strip(), *(one.text for one in behind)))
            try:
                found = field.read(FieldValue(text, token.quoted, self._now))
            except (ValueError, OverflowError):
                continue
            self._place += more
            return found
        raise QueryError(token.text, column, _said_after(token.name), _meant(token))


def _said_after(name: str) -> str:
    field = FIELDS[name]
    choices = ", ".join(field.choices)
    if choices:
        return _("after {field} there must be one of {choices}", field=f"{name}:", choices=choices)
    return _("after {field} there must be {expected}", field=f"{name}:", expected=_(field.expected))


def _meant(token: Token) -> str:
    near = import_module("difflib").get_close_matches(token.text.lower(), FIELDS[token.name].choices, 1)
    return _("did you mean {name}?", name=f"{token.name}:{near[0]}") if near else ""
