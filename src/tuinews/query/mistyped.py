"""Fields whose names were mistyped: they are searched for as words, so it is told where nothing was found."""

from importlib import import_module

from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.query.fields import FIELDS
from tuinews.query.tokens import readable

_NAMED = late_pattern(r"(?:^|(?<=[\s(-]))([^\W\d_]{3,})(?=:(?!//)\S)")
"""A name with something behind its colon, at the beginning of a word; no address."""

_NEAR = 0.7


def mistyped_field(typed: str) -> str:
    """What to say of the first name in a query that is no field and is near one; "" where there is none."""
    for match in _NAMED.finditer(readable(typed)):
        name = match[1].lower()
        near = () if name in FIELDS else import_module("difflib").get_close_matches(name, FIELDS, 1, _NEAR)
        if near:
            names = {"name": f"{match[1]}:", "near": f"{near[0]}:"}
            return _("{name} is no field of a search; did you mean {near}?", **names)
    return ""
