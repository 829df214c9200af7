"""What a value of the settings may be: checked, offered to choose from, and said as JSON Schema.

JSON Schema: draft 2020-12, https://json-schema.org/draft/2020-12/json-schema-validation
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from tuinews.quick_dataclass import dataclass


class Bounds(Protocol):
    """What the value of a setting may be."""

    def holds(self, value: object) -> bool:
        """Whether `value`, as TOML has it, is within the bounds."""

    def schema(self) -> dict[str, Any]:
        """The bounds as a JSON Schema."""

    @property
    def choices(self) -> Sequence[object]:
        """Every value there is, where they are few; else nothing."""


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number from `low` to `high`, both included; a screen changes it by `step`."""

    low: int
    high: int
    step: int = 1

    @property
    def choices(self) -> Sequence[object]:
        """Too many to choose from."""
        return ()

    def holds(self, value: object) -> bool:
        """Whether it is a whole number in reach; true and false are none."""
        return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high

    def schema(self) -> dict[str, Any]:
        """An integer with its ends."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def choices(self) -> Sequence[object]:
        """The words that may be chosen."""
        return self.words

    def holds(self, value: object) -> bool:
        """Whether it is one of them."""
        return isinstance(value, str) and value in self.words

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    @property
    def choices(self) -> Sequence[object]:
        """Yes and no, as the settings file has them."""
        return (False, True)

    def holds(self, value: object) -> bool:
        """Whether it is true or false."""
        return isinstance(value, bool)

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Text:
    """A text of at most `longest` characters."""

    longest: int = 1000

    @property
    def choices(self) -> Sequence[object]:
        """Too many to choose from."""
        return ()

    def holds(self, value: object) -> bool:
        """Whether it is a text, and not too long."""
        return isinstance(value, str) and len(value) <= self.longest

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string", "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Fields:
    """A table with at least one of these fields, each a text that is not blank, and with no other."""

    names: tuple[str, ...]

    @property
    def choices(self) -> Sequence[object]:
        """Too many to choose from."""
        return ()

    def holds(self, value: object) -> bool:
        """Whether it is such a table."""
        return (
            isinstance(value, Mapping)
            and bool(value)
            and value.keys() <= set(self.names)
            and all(isinstance(text, str) and text.strip() for text in value.values())
        )

    def schema(self) -> dict[str, Any]:
        """An object of strings."""
        return {
            "type": "object",
            "properties": {name: {"type": "string", "pattern": r"\S"} for name in self.names},
            "additionalProperties": False,
            "minProperties": 1,
        }


@dataclass(frozen=True, slots=True)
class Entries:
    """A table of any names, each of whose values is within the bounds `each`; every one is judged by itself."""

    each: Bounds

    @property
    def choices(self) -> Sequence[object]:
        """Too many to choose from."""
        return ()

    def holds(self, value: object) -> bool:
        """Whether it is a table."""
        return isinstance(value, Mapping)

    def schema(self) -> dict[str, Any]:
        """An object whose properties are all alike."""
        return {"type": "object", "additionalProperties": self.each.schema()}
