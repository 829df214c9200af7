"""Which lines are captions: by their element, or by the alt text that they repeat."""

import pytest

from tuinews.extract.article.body.captions import caption_nodes, is_caption
from tuinews.extract.page.lines import PageLines, page_lines_of
from tuinews.extract.page.tree import parse


def lines_of(markup: str) -> PageLines:
    root = parse(f"<body>{markup}</body>").root
    assert root is not None
    return page_lines_of(root)


@pytest.mark.parametrize(
    ("alt", "linked", "found"),
    [
        ("The old pier on Sunday morning", 0, True),
        ("The old pier on Sunday morning", 20, True),
        ("The old pier on Sunday morning", 26, False),
        ("The old pier", 0, False),
        ("The old pier on Sunday", 0, True),
    ],
)
def test_a_line_that_repeats_an_alt_text_is_a_caption(alt: str, linked: int, found: bool) -> None:
    text = f'<a href="/a">{alt[:linked]}</a>{alt[linked:]}' if linked else alt
    lines = lines_of(f'<main><div><img src="a.jpg" alt="{alt}"><p>{text}</p></div></main>')
    assert is_caption(lines, 0) is found


@pytest.mark.parametrize(("depth", "found"), [(2, True), (3, False)])
def test_the_name_of_a_caption_is_near_its_line(depth: int, found: bool) -> None:
    lines = lines_of('<div class="caption">' + "<div>" * depth + "The pier</div>")
    assert is_caption(lines, 0) is found


@pytest.mark.parametrize(("between", "found"), [(28, True), (32, False)])
def test_a_caption_belongs_to_a_text_near_it(between: int, found: bool) -> None:
    lines = lines_of('<p class="caption">The pier</p>' + "<p>Other</p>" * between + "<p>The text.</p>")
    assert bool(caption_nodes(lines, [between + 1])) is found


def test_a_caption_on_a_page_without_boxes_is_one() -> None:
    lines = lines_of('<img src="a.jpg" alt="The old pier on Sunday morning"><p>The old pier on Sunday morning</p>')
    assert is_caption(lines, 0)
