"""`dataclass` as the standard library has it, but made in a tenth of the time.

The standard one compiles up to six functions for each class as it is defined: 0.7 ms a class on Python 3.11, and
some 200 classes are there when the first row stands on the screen. Here `__init__` is compiled when a class has
more than a few instances, and the rest look at the names of the fields. What `fields`, `replace`, `asdict`, `copy`
and `pickle` do with a class is the same (docs/decisions/0002-start.md).
"""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter, ge, gt, le, lt
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # To a type checker it is the standard one.
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, eq=True, order=False, slots=False, kw_only=False):
        """The decorator; its parameters are those of the standard one."""

        def made(cls: type) -> type:
            # Without a docstring the standard one asks `inspect` for a signature: as long as ten modules take.
            cls.__doc__ = cls.__doc__ or cls.__name__
            bare = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(cls)
            own_init = vars(bare).get("__init__")
            made = _with_methods(bare, _methods(bare, frozen, eq, order), slots)
            if own_init is None:
                made.__init__ = _late_init(made)
            return made

        return made if cls is None else made(cls)


_Fields = tuple[dataclasses.Field[Any], ...]

_UNSET: Any = object()

_FEW = 3
"""Instances of a class for which its `__init__` is not compiled; half of the classes of a start have no more."""


def _methods(cls: type, frozen: bool, eq: bool, order: bool) -> dict[str, Any]:
    """The methods that a class is to have, less `__init__` and those that it has itself."""
    own, fields = vars(cls), dataclasses.fields(cls)
    methods: dict[str, Any] = {"__repr__": __repr__}
    if eq:
        methods["__eq__"] = _equal(fields)
    if order:
        methods |= {f"__{compare.__name__}__": _compared(fields, compare) for compare in (lt, le, gt, ge)}
    methods = {name: method for name, method in methods.items() if name not in own}
    if eq and own.get("__hash__") is None:  # a class that says what is equal has None there
        methods["__hash__"] = _hash(fields) if frozen else None
    return methods | _FROZEN if frozen else methods


def _with_methods(cls: type, methods: Mapping[str, Any], slots: bool) -> type:
    """A class with these methods: for fields in slots a new one, since those of a class cannot change."""
    if not slots:
        for name, method in methods.items():
            setattr(cls, name, method)
        return cls
    names = [field.name for field in dataclasses.fields(cls)]
    inherited = {slot for base in cls.__mro__[1:-1] for slot in vars(base).get("__slots__", ())}
    left_out = {"__dict__", "__weakref__", *names}
    namespace: dict[str, Any] = {name: value for name, value in vars(cls).items() if name not in left_out}
    namespace.update(methods, __qualname__=cls.__qualname__)
    namespace["__slots__"] = tuple(name for name in names if name not in inherited)
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def _late_init(cls: type) -> Callable[..., None]:
    """An `__init__` that fills the first few instances by itself, and then puts a compiled one in its place."""
    left = _FEW

    def __init__(self: object, *args: object, **kwargs: object) -> None:
        nonlocal left
        left -= 1
        if left < 0 or not _filled(self, dataclasses.fields(cls), args, kwargs):
            real = _init(cls)
            cls.__init__ = real  # type: ignore[misc]
            real(self, *args, **kwargs)
        elif hasattr(cls, "__post_init__"):
            self.__post_init__()  # type: ignore[attr-defined]

    return __init__


def _filled(self: object, fields: _Fields, args: tuple[object, ...], kwargs: dict[str, object]) -> bool:
    """Give an instance its values; False where they are not those that its class takes."""
    by_place = [field.name for field in fields if not field.kw_only]
    values = dict(zip(by_place, args, strict=False))
    if len(args) > len(by_place) or not values.keys().isdisjoint(kwargs):
        return False
    values |= kwargs
    for field in fields:
        value = values.pop(field.name, field.default)
        if value is dataclasses.MISSING:
            if field.default_factory is dataclasses.MISSING:
                return False
            value = field.default_factory()
        object.__setattr__(self, field.name, value)
    return not values


def _init(cls: type) -> Callable[..., None]:
    """Compile the `__init__` of a class: each field goes into its slot, which a frozen class cannot refuse."""
    parts: dict[str, Any] = {"_unset": _UNSET, "_set": object.__setattr__}
    by_place: list[str] = []
    by_keyword: list[str] = []
    body: list[str] = []
    for field in dataclasses.fields(cls):
        name, parameter, value = field.name, field.name, field.name
        if field.default is not dataclasses.MISSING:
            parts[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            parts[f"_make_{name}"] = field.default_factory
            parameter, value = f"{name}=_unset", f"_make_{name}() if {name} is _unset else {name}"
        (by_keyword if field.kw_only else by_place).append(parameter)
        slot = getattr(cls, name, None)
        if isinstance(slot, MemberDescriptorType):
            parts[f"_set_{name}"] = slot.__set__
            body.append(f"_set_{name}(self, {value})")
        else:
            body.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ["self", *by_place, *(["*", *by_keyword] if by_keyword else [])]
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(body or ["pass"]), parts)
    init: Callable[..., None] = parts["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _values(names: list[str]) -> Callable[[object], object]:
    """What reads the values of these fields."""
    return attrgetter(*names) if names else lambda _: ()


@recursive_repr()
def __repr__(self: Any) -> str:
    shown = [field.name for field in dataclasses.fields(self) if field.repr]
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{self.__class__.__qualname__}({values})"


def _equal(fields: _Fields) -> Callable[[object, object], bool]:
    values = _values([field.name for field in fields if field.compare])

    def __eq__(self: object, other: object) -> bool:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    return __eq__


def _compared(fields: _Fields, compare: Callable[[Any, Any], bool]) -> Callable[[object, object], Any]:
    values = _values([field.name for field in fields if field.compare])

    def compared(self: object, other: object) -> Any:
        if other.__class__ is self.__class__:
            return compare(values(self), values(other))
        return NotImplemented

    return compared


def _hash(fields: _Fields) -> Callable[[object], int]:
    values = _values([one.name for one in fields if (one.compare if one.hash is None else one.hash)])

    def __hash__(self: object) -> int:
        return hash(values(self))

    return __hash__


def _is_fixed(instance: Any, name: str) -> bool:
    """Whether a frozen class refuses to change an attribute; one that only inherits from it may have others."""
    return "__dataclass_fields__" in vars(type(instance)) or name in instance.__dataclass_fields__


def __setattr__(self: object, name: str, value: object) -> None:
    if _is_fixed(self, name):
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
    object.__setattr__(self, name, value)


def __delattr__(self: object, name: str) -> None:
    if _is_fixed(self, name):
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
    object.__delattr__(self, name)


@cache
def _state_of(cls: type) -> Callable[[object], object]:
    """What gives the values of all fields of a class: looked up once, since entries are sent by thousands."""
    names = [field.name for field in dataclasses.fields(cls)]
    values = _values(names)
    return values if len(names) != 1 else lambda instance: (values(instance),)


@cache
def _setters_of(cls: type) -> tuple[Callable[[object, object], None], ...]:
    """What sets each field of an instance, which a frozen class cannot refuse."""
    return tuple(_setter(cls, field.name) for field in dataclasses.fields(cls))


def _setter(cls: type, name: str) -> Callable[[object, object], None]:
    slot = getattr(cls, name, None)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda instance, value: object.__setattr__(instance, name, value)


def __getstate__(self: Any) -> object:
    return _state_of(self.__class__)(self)


def __setstate__(self: Any, state: Any) -> None:
    for set_value, value in zip(_setters_of(self.__class__), state, strict=True):
        set_value(self, value)


_FROZEN: dict[str, Any] = {one.__name__: one for one in (__setattr__, __delattr__, __getstate__, __setstate__)}
"""What a frozen class refuses, and how `copy` and `pickle` get round that; the same for all."""
