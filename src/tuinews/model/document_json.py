"""Documents to and from the JSON form of the contract (`blocks`), used by the store and by `--json` alike.

A block is an object: its `type` is the name of its class, its other keys are its fields in their order. A field
with a default is left out where it has no value or its default, but for those that are `ALWAYS_WRITTEN`. Reading
is lenient with what is missing and strict with what is there: an unknown block type raises ValueError.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, get_args, get_origin, get_type_hints

from tuinews.model.document import ALWAYS_WRITTEN, Block, Document, Mark, Span, Spans
from tuinews.quick_dataclass import dataclass

Json = dict[str, Any]


def document_to_json(document: Document) -> list[Json]:
    """The blocks as plain JSON values."""
    return [_block_to_json(block) for block in document.blocks]


def document_from_json(blocks: list[Json]) -> Document:
    """The document that `document_to_json` wrote; raises ValueError for what it did not write."""
    return Document(tuple(_block_from_json(block) for block in blocks))


@dataclass(frozen=True, slots=True)
class _Form:
    """How a value of one type is written as JSON and read again."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Key:
    """A field of a block: its name, its default, whether it may be left out, and the form of its value."""

    name: str
    default: Any
    may_be_missing: bool
    form: _Form


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of block: its name in JSON, how one is made, and its keys."""

    name: str
    make: Callable[..., Block]
    keys: tuple[_Key, ...]


def _spans_to_json(spans: Spans) -> list[Json]:
    written: list[Json] = []
    for span in spans:
        one: Json = {"text": span.text}
        if span.marks:
            one["marks"] = [mark.value for mark in span.marks]
        if span.href:
            one["href"] = span.href
        written.append(one)
    return written


def _spans_from_json(spans: list[Json]) -> Spans:
    return tuple(Span(s["text"], tuple(Mark(m) for m in s.get("marks", ())), s.get("href")) for s in spans)


def _block_to_json(block: Block) -> Json:
    kind = _KINDS.get(type(block))
    if kind is None:
        raise TypeError(f"no JSON form of {type(block).__name__}")
    written: Json = {"type": kind.name}
    for key in kind.keys:
        value = getattr(block, key.name)
        if not (key.may_be_missing and (value in _NO_VALUE or value == key.default)):
            written[key.name] = key.form.write(value)
    return written


def _block_from_json(block: Json) -> Block:
    kind = _NAMED.get(block.get("type", ""))
    if kind is None:
        raise ValueError(f"unknown block type {block.get('type')!r}")
    return kind.make(**{key.name: _value(block, key) for key in kind.keys})


def _value(block: Json, key: _Key) -> Any:
    """What the JSON of a block says of a key, else its default; ValueError where it has none."""
    if key.name in block:
        return key.form.read(block[key.name])
    if key.default is MISSING:
        raise ValueError(f"a block of type {block['type']!r} without {key.name!r}")
    return key.default


_AS_IT_IS = _Form(lambda value: value, lambda value: value)
_NO_VALUE = (None, "", ())


def _form_of(hint: Any) -> _Form:
    """The form of what a field is declared to hold; raises TypeError for what has none."""
    if hint == Spans:
        return _Form(_spans_to_json, _spans_from_json)
    if hint == Block:
        return _Form(_block_to_json, _block_from_json)
    if get_origin(hint) is tuple:
        part = _form_of(get_args(hint)[0])
        return _Form(
            lambda values: [part.write(value) for value in values],
            lambda values: tuple(part.read(value) for value in values),
        )
    if set(get_args(hint) or (hint,)) <= {str, int, bool, type(None)}:
        return _AS_IT_IS
    raise TypeError(f"no JSON form of {hint}")


def _key(each: "Field[Any]", hint: Any) -> _Key:
    """A field without a default may be missing all the same where it holds any number of things."""
    may_be_missing = each.default is not MISSING and each.metadata != ALWAYS_WRITTEN
    default = () if each.default is MISSING and get_origin(hint) is tuple else each.default
    return _Key(each.name, default, may_be_missing, _form_of(hint))


def _kind(of: type[Block]) -> _Kind:
    hints = get_type_hints(of)
    return _Kind(of.__name__.lower(), of, tuple(_key(each, hints[each.name]) for each in fields(of)))


_KINDS: Mapping[type, _Kind] = {of: _kind(of) for of in get_args(Block)}
_NAMED: Mapping[str, _Kind] = {kind.name: kind for kind in _KINDS.values()}
