"""Dataclasses that are made quickly do what those of the standard library do."""

import copy
import dataclasses
import pickle

import pytest

from tuinews import quick_dataclass


@quick_dataclass.dataclass(frozen=True, slots=True)
class Point:
    """Two numbers, and what is said of them."""

    x: int
    y: int = 2
    tags: list[str] = dataclasses.field(default_factory=list, compare=False)
    note: str = dataclasses.field(default="", kw_only=True, repr=False)


@quick_dataclass.dataclass(frozen=True, slots=True)
class Point3(Point):
    """A point in space."""

    z: int = 0


@quick_dataclass.dataclass(frozen=True, slots=True)
class One:
    """One value."""

    value: str | None


@quick_dataclass.dataclass(frozen=True, slots=True)
class Nothing:
    """No value."""


@quick_dataclass.dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """Equal to nothing else."""

    value: int


@quick_dataclass.dataclass(frozen=True, slots=True, order=True)
class Place:
    """What comes before another, whatever is said of it."""

    line: int
    column: int
    note: str = dataclasses.field(default="", compare=False)


@quick_dataclass.dataclass(slots=True)
class Counter:
    """What changes."""

    count: int = 0
    double: int = 0

    def __post_init__(self) -> None:
        self.double = 2 * self.count


def test_values_come_by_place_by_keyword_and_by_default() -> None:
    for _ in range(5):  # the first few are filled, the others made by what was compiled
        _values_come()


def _values_come() -> None:
    assert (Point(1).x, Point(1).y, Point(1).tags, Point(1).note) == (1, 2, [], "")
    assert Point(1, y=3, note="n") == Point(1, 3, ["not", "compared"], note="n")
    assert Point(1).tags is not Point(1).tags
    assert (Point3(1, 2, z=3).z, Point3(1).x) == (3, 1)
    assert Counter(3).double == 6


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [((), {}), ((1, 2, [], "note"), {}), ((1,), {"unknown": 1}), ((1,), {"x": 1}), ((), {"y": 1})],
)
def test_wrong_arguments_are_refused(args: tuple[int, ...], kwargs: dict[str, int]) -> None:
    @quick_dataclass.dataclass(frozen=True, slots=True)
    class Fresh(Point):
        """One that has no instance yet."""

    for _ in range(2):  # the first __init__, and the one that takes its place
        with pytest.raises(TypeError, match="argument"):
            Fresh(*args, **kwargs)  # type: ignore[arg-type]
    assert Fresh(1, note="n").note == "n"


def test_many_instances_are_alike_and_the_first_few_need_no_compiler() -> None:
    @quick_dataclass.dataclass
    class Noted:
        first: int
        rest: list[int] = dataclasses.field(default_factory=list)

        def __post_init__(self) -> None:
            self.rest.append(self.first)

    @quick_dataclass.dataclass
    class Own:
        value: int

        def __init__(self) -> None:
            self.value = 7

    late = Noted.__init__
    assert [(Noted(n).rest, Noted.__init__ is late) for n in range(4)] == [
        ([0], True),
        ([1], True),
        ([2], True),
        ([3], False),
    ]
    assert (Own().value, Noted.__doc__) == (7, "Noted")


def test_what_has_an_order_is_sorted_by_its_values() -> None:
    first, second, third = Place(1, 2), Place(1, 3), Place(2, 0)
    assert sorted([third, first, second]) == [first, second, third]
    assert (first < second, first <= Place(1, 2, "other"), third > second) == (True, True, True)
    assert (second < first, second <= Place(1, 2, "other"), second >= third) == (False, False, False)
    with pytest.raises(TypeError, match="not supported"):
        _ = first < (1, 3)  # type: ignore[operator]
    with pytest.raises(TypeError, match="not supported"):
        _ = One("a") < One("b")  # type: ignore[operator]


def test_equal_values_are_equal_and_have_one_hash() -> None:
    assert Point(1) == Point(1, tags=["other"])
    assert hash(Point(1)) == hash(Point(1, tags=["other"]))
    assert Point(1) != Point(2)
    assert Point(1) != Point3(1)
    assert One("a") == One("a")
    assert One("a") != One("b")
    assert Nothing() == Nothing()
    assert len({One("a"), One("a"), One("b"), Nothing(), Nothing()}) == 3
    same = Itself(1)
    assert same == same
    assert Itself(1) != Itself(1)
    assert Counter(1) == Counter(1)
    with pytest.raises(TypeError):
        hash(Counter(1))


def test_frozen_values_stay() -> None:
    point = Point3(1)
    for name in ("x", "z", "unknown"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(point, name, 5)
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(point, name)
    assert not hasattr(point, "__dict__")

    class Wider(Point):
        """Not a dataclass itself."""

    wider = Wider(1)
    wider.width = 3  # type: ignore[attr-defined]
    del wider.width  # type: ignore[attr-defined]
    with pytest.raises(dataclasses.FrozenInstanceError):
        wider.x = 3  # type: ignore[misc]
    counter = Counter(1)
    counter.count = 4
    assert counter.count == 4
    with pytest.raises(AttributeError):
        counter.unknown = 1  # type: ignore[attr-defined]


def test_they_say_what_they_are() -> None:
    assert repr(Point(1, note="not shown")) == "Point(x=1, y=2, tags=[])"
    assert repr(Nothing()) == "Nothing()"


@pytest.mark.parametrize(
    "value", [Point(1, 3, ["a"], note="n"), Point3(1, z=4), One("a"), One(None), Nothing(), Counter(2)]
)
def test_they_are_copied_pickled_and_replaced(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert dataclasses.replace(value) == value  # type: ignore[type-var]


def test_the_standard_library_knows_their_fields() -> None:
    assert [field.name for field in dataclasses.fields(Point3)] == ["x", "y", "tags", "note", "z"]
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 2, "tags": [], "note": ""}
    assert dataclasses.replace(Point(1, 3), x=5) == Point(5, 3)
    match Point(1, 3):
        case Point(1, y):
            assert y == 3
