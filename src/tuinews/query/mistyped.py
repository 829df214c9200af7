"""What was mistyped, or said as other programs say it, and is searched as words: told where nothing was found."""

from importlib import import_module

from tuinews.errors import QueryError
from tuinews.folding import fold
from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.query.fields import FIELDS
from tuinews.query.moments import AGE_UNITS
from tuinews.query.tokens import Sign, column_in, readable, tokens

_NAMED = late_pattern(r"(?:^|(?<=[\s(-]))([^\W\d_]{3,})(?=:(?!//)\S)")
"""A name with something behind its colon, at the beginning of a word; no address."""

_NEAR = 0.7
"""How alike a field must be to what was typed (`difflib`, 0 to 1) to be offered instead."""


_OTHER_PROGRAMS = {
    name: field
    for field, names in (
        ("title", "intitle subject headline"),
        ("text", "intext body content"),
        ("author", "from byline writer tacgia"),
        ("source", "feed channel newspaper nguồn báo"),
        ("site", "domain host website trang"),
        ("url", "inurl link address"),
        ("after", "since newer date ngày từ"),
        ("before", "until older đến"),
        ("tag", "label category nhãn thẻ"),
        ("lang", "language tiếng"),
        ("folder", "inbox category directory"),
        ("kind", "type"),
        ("words", "length size"),
    )
    for name in names.split()
}
"""How other programs, and Vietnamese, call the fields."""

_JOINING = ("or", "hoặc")
"""Words that are typed for `OR`."""


def mistyped(typed: str) -> QueryError | None:
    """The first name that is near a field, or word that was meant as a sign, with its column and what was meant.

    It is told, not raised: a word may be meant.
    """
    for match in _NAMED.finditer(readable(typed)):
        name = match[1].lower()
        if name in FIELDS:
            continue
        close = import_module("difflib").get_close_matches(name, FIELDS, 1, _NEAR)
        near = _OTHER_PROGRAMS.get(name) or next(iter(close), None)
        if near:
            why = _("{name} is not a search field", name=f"{match[1]}:")
            return QueryError(
                match[1], column_in(typed, match.start(1)), why, _("did you mean {name}?", name=f"{near}:")
            )
    return _mistyped_sign(typed)


def _mistyped_sign(typed: str) -> QueryError | None:
    """A word that stands where a sign was meant: `or` between two, `NOT` before one, a unit behind `age:3`."""
    read = list(tokens(typed, frozenset(FIELDS)))
    for number, token in enumerate(read):
        if token.sign is not Sign.WORDS or token.quoted:
            continue
        meant, is_last = "", number + 1 == len(read)
        if token.text == "NOT" and not is_last and read[number + 1].sign is Sign.WORDS:
            meant = f"-{read[number + 1].text}"
        elif token.text.lower() in _JOINING and number and not is_last:
            meant = "OR"
        elif number and read[number - 1].name == "age":
            meant = _age_meant(read[number - 1].text, token.text)
        if meant:
            why = _("{word} is searched for as a word", word=token.text)
            return QueryError(
                token.text, column_in(typed, token.column), why, _("did you mean {name}?", name=meant)
            )
    return None


def _age_meant(age: str, word: str) -> str:
    """The age that was meant where the word behind its bare number is near a unit; "" where it is none, or not."""
    if not age.lstrip("<>=").isdecimal() or fold(word) in AGE_UNITS:
        return ""
    near = import_module("difflib").get_close_matches(fold(word), AGE_UNITS, 1, _NEAR)
    return f"age:{age} {near[0]}" if near and len(near[0]) > 1 else ""


def mistyped_field(typed: str) -> str:
    """What to say of such a name, without its place; "" if there is none."""
    error = mistyped(typed)
    return f"{error.why}; {error.do}" if error else ""
