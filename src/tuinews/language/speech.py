"""What is said, in the language that was chosen."""

import io
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from tuinews.language.environment import user_languages
from tuinews.language.signs import signed
from tuinews.late import late_imports
from tuinews.quick_dataclass import dataclass

with late_imports(__name__):
    from gettext import GNUTranslations

LANGUAGES = ("en", "vi")
"""What the program speaks, by two-letter codes. English is in the sources and has no catalogue."""

_CATALOGUES = Path(__file__).parent / "catalogues"
_COMMA_LANGUAGES = frozenset(("vi",))
"""Languages that write 1.234,5 where English writes 1,234.5."""


class _English:
    """The catalogue of the language that is in the sources."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, one: str, many: str, count: int) -> str:
        return one if count == 1 else many


@dataclass(frozen=True, slots=True)
class _Speech:
    code: str
    catalogue: _English | GNUTranslations
    is_stated: bool


_speech: _Speech | None = None


class TranslatedText(str):
    """A sentence with what it was made of, so that it can be said in another language later (`retranslation`).

    `message` has the `values` in its places; `many` and `amount` are those of a message with a plural, else None.
    """

    __slots__ = ("amount", "many", "message", "values")
    message: str
    values: Mapping[str, object]
    many: str | None
    amount: int | None

    @classmethod
    def of(
        cls,
        text: str,
        message: str,
        values: Mapping[str, object],
        many: str | None = None,
        amount: int | None = None,
    ) -> "TranslatedText":
        """`text`, which was made of these."""
        said = cls(text)
        said.message, said.values, said.many, said.amount = message, values, many, amount
        return said


def choose(code: str | None = None, liked: Iterable[str] | None = None) -> str:
    """Speak the language of `code` from now on, else the user's own; returns the code of the one that is spoken.

    `liked` are the user's languages, by default those of the environment.
    """
    global _speech
    spoken = negotiated(code, liked)
    _speech = _Speech(spoken, _catalogue(spoken), is_stated=code == spoken)
    return spoken


def negotiated(code: str | None, liked: Iterable[str] | None = None) -> str:
    """The language that would be spoken: `code`, else the first of `liked` that there is, else English."""
    wanted = [code] if code in LANGUAGES else user_languages() if liked is None else liked
    return next((one for one in wanted if one in LANGUAGES), "en")


def own_language() -> str:
    """The language whose newspapers come first: the one that was asked for, else the user's best liked."""
    return current() if _spoken().is_stated else user_languages()[0]


def current() -> str:
    """The code of the language that is spoken."""
    return _spoken().code


def _(message: str, /, **values: object) -> str:
    """`message` in the chosen language, with `values` in its places (`{title}`)."""
    text = signed(_spoken().catalogue.gettext(message)) if message else ""
    return TranslatedText.of(text.format(**values), message, values) if values else text


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """The form of a message for `count`, which stands in it as `{count}`, with `values` in its other places."""
    text = signed(_spoken().catalogue.ngettext(one, many, count)).format(count=number(count), **values)
    return TranslatedText.of(text, one, values, many, count)


def N_(message: str) -> str:
    """`message` as it stands: it only marks what `_` will be given later."""
    return message


def number(value: int) -> str:
    """A whole number with its thousands apart: 1,234 in English, 1.234 in Vietnamese."""
    return f"{value:,}".replace(",", ".") if current() in _COMMA_LANGUAGES else f"{value:,}"


def decimal(value: float) -> str:
    """A number with one place behind its point, or its comma."""
    return f"{value:.1f}".replace(".", "," if current() in _COMMA_LANGUAGES else ".")


def size_in_words(length: int) -> str:
    """A length in bytes as people say it, a thousand to the next unit; what is less than one kilobyte is one."""
    if length >= 1_000_000_000:
        return _("{size} GB", size=decimal(length / 1_000_000_000))
    if length >= 1_000_000:
        return _("{size} MB", size=decimal(length / 1_000_000))
    return _("{size} kB", size=max(min(length, 1), round(length / 1000)))


def message_of(text: str, code: str) -> str:
    """The message of which `text` is the translation into the language of `code`; `text` where it is none."""
    return _messages(code).get(text, text) if code in LANGUAGES and code != "en" else text


@cache
def _messages(code: str) -> dict[str, str]:
    """The messages of a language's catalogue, by their translations. The standard library has no public way."""
    known: dict[object, str] = getattr(_catalogue(code), "_catalog", {})
    return {said: message for message, said in known.items() if isinstance(message, str) and message}


def _spoken() -> _Speech:
    if _speech is None:
        choose()
    assert _speech is not None
    return _speech


@cache
def _catalogue(code: str) -> _English | GNUTranslations:
    """The catalogue of a language, read once: from its source (.po) where that is at hand, else compiled (.mo)."""
    if code == "en":
        return _English()
    source = _CATALOGUES / f"{code}.po"
    if source.exists():
        # Only where the program runs from its sources.
        from tuinews.language.po import compiled, read_po  # noqa: PLC0415

        return GNUTranslations(io.BytesIO(compiled(read_po(source.read_text("utf-8")))))
    with (_CATALOGUES / f"{code}.mo").open("rb") as file:
        return GNUTranslations(file)
