"""Steps with their numbers in elements of their own."""

import pytest

from tuinews.extract.article.body.lists import step_lines
from tuinews.extract.page.lines import page_lines_of
from tuinews.extract.page.tree import parse

STEPS = (
    "Soak the beans in cold water for a night and drain them.",
    "Cook them with the onion until they are soft, an hour or so.",
    "Stir in the oil and the lemon, and serve them while they are warm.",
)


def found(numbers: tuple[str, ...], chance: float, link: str = "") -> list[str]:
    items = "".join(
        f"<div class=i><span>{number}</span><div>{f'<a href=/x>{text}</a>' if link else text}</div></div>"
        for number, text in zip(numbers, STEPS, strict=True)
    )
    root = parse(f"<body><h2>How to prepare</h2>{items}<p>Enjoy.</p></body>").root
    assert root is not None
    lines = page_lines_of(root)
    return [lines.lines[place].text for place in sorted(step_lines(lines, [chance] * len(lines.lines)))]


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("01", "02", "03"), ("Step 1", "Step 2", "Step 3")])
def test_what_is_counted_line_by_line_is_a_series_of_steps(numbers: tuple[str, ...]) -> None:
    assert found(numbers, 0.4) == list(STEPS)


@pytest.mark.parametrize(
    ("numbers", "chance", "link"),
    [
        (("1", "2", "4"), 0.4, ""),
        (("1", "2", "3"), 0.2, ""),
        (("1", "2", "3"), 0.4, "linked"),
        (("7", "8", "9"), 0.4, ""),
    ],
)
def test_other_numbers_count_nothing(numbers: tuple[str, ...], chance: float, link: str) -> None:
    assert found(numbers, chance, link) == []
