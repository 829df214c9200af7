"""`dataclass` as the standard library has it, but made in a tenth of the time.

The standard one compiles up to six functions for each class as it is defined: 0.7 ms a class on Python 3.11, and
some 200 classes are there when the first row stands on the screen. Here `__init__` is compiled when the first
instance is made, and the rest are closures over the names of the fields. What `fields`, `replace`, `asdict`,
`copy` and `pickle` do with a class is the same (docs/decisions/0002-start.md).
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    # To a type checker it is the standard one.
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, eq=True, order=False, slots=False, kw_only=False):
        """The decorator; its parameters are those of the standard one. What has an order is left to that."""

        def made(cls: type) -> type:
            if order:
                return dataclasses.dataclass(cls, frozen=frozen, order=True, slots=slots, kw_only=kw_only)
            bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            _give_methods(bare, frozen, eq)
            return bare

        return made if cls is None else made(cls)


_UNSET: Any = object()


def _give_methods(cls: type, frozen: bool, eq: bool) -> None:
    """Give a class the methods that it has not itself."""
    own = vars(cls)
    methods: dict[str, Any] = {"__init__": _late_init(cls), "__repr__": _repr(cls)}
    if eq:
        methods["__eq__"] = _equal(cls)
        if own.get("__hash__") is None:  # a class that says what is equal has None there
            cls.__hash__ = _hash(cls) if frozen else None  # type: ignore[assignment]
    for name, method in methods.items():
        if name not in own:
            setattr(cls, name, method)
    if frozen:
        _freeze(cls)


def _late_init(cls: type) -> Callable[..., None]:
    """An `__init__` that puts the real one in its place when it is called."""

    def __init__(self: object, *args: object, **kwargs: object) -> None:
        real = _init(cls)
        cls.__init__ = real  # type: ignore[misc]
        real(self, *args, **kwargs)

    return __init__


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


def _repr(cls: type) -> Callable[[object], str]:
    names = [field.name for field in dataclasses.fields(cls) if field.repr]

    @recursive_repr()
    def __repr__(self: object) -> str:
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({values})"

    return __repr__


def _equal(cls: type) -> Callable[[object, object], bool]:
    values = _values([field.name for field in dataclasses.fields(cls) if field.compare])

    def __eq__(self: object, other: object) -> bool:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    return __eq__


def _hash(cls: type) -> Callable[[object], int]:
    fields = dataclasses.fields(cls)
    values = _values([one.name for one in fields if (one.compare if one.hash is None else one.hash)])

    def __hash__(self: object) -> int:
        return hash(values(self))

    return __hash__


def _freeze(cls: Any) -> None:
    """Refuse assignments, and have `copy` and `pickle` know a way round that."""
    names = [field.name for field in dataclasses.fields(cls)]

    def __setattr__(self: object, name: str, value: object) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: object, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    def __getstate__(self: object) -> list[object]:
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: list[object]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    for method in (__setattr__, __delattr__, __getstate__, __setstate__):
        setattr(cls, method.__name__, method)
