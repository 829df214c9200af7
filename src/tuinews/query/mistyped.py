"""Fields whose names were mistyped: they are searched for as words, so it is told where nothing was found."""

from importlib import import_module

from tuinews.errors import QueryError
from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.query.fields import FIELDS
from tuinews.query.tokens import readable

_NAMED = late_pattern(r"(?:^|(?<=[\s(-]))([^\W\d_]{3,})(?=:(?!//)\S)")
"""A name with something behind its colon, at the beginning of a word; no address."""

_NEAR = 0.7
"""How alike a field must be to what was typed (`difflib`, 0 to 1) to be offered instead."""


def mistyped(typed: str) -> QueryError | None:
    """The first name in a query that is no field and is near one, with its column and what was meant.

    It is told, not raised: a word may be meant.
    """
    for match in _NAMED.finditer(readable(typed)):
        name = match[1].lower()
        near = () if name in FIELDS else import_module("difflib").get_close_matches(name, FIELDS, 1, _NEAR)
        if near:
            why = _("{name} is no field of a search", name=f"{match[1]}:")
            return QueryError(match[1], match.start(1), why, _("did you mean {name}?", name=f"{near[0]}:"))
    return None


def mistyped_field(typed: str) -> str:
    """What to say of such a name, without its place; "" where there is none."""
    error = mistyped(typed)
    return f"{error.why}; {error.do}" if error else ""
