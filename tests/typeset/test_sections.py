"""From heading to heading, and from post to post."""

from tuinews.model.article import Article
from tuinews.model.document import Document, Heading, Paragraph, Span
from tuinews.typeset.pieces import Line, section_beside
from tuinews.typeset.typeset import typeset


def lines_of(*blocks: Heading | Paragraph, width: int = 30) -> tuple[Line, ...]:
    return typeset(Article(None, "Title", Document(blocks)), width).lines


def heading(text: str, *, level: int = 2, post: bool = False) -> Heading:
    return Heading(level, (Span(text),), post)


TEXT = Paragraph((Span("Some words of the text. " * 5),))


def steps(lines: tuple[Line, ...], direction: int) -> list[str]:
    """The texts of the lines that are stepped to, from one end to the other."""
    found = []
    place = section_beside(lines, 0 if direction > 0 else len(lines), direction)
    while place is not None:
        found.append(lines[place].text)
        place = section_beside(lines, place, direction)
    return found


def test_the_steps_are_the_headings_of_every_level() -> None:
    lines = lines_of(TEXT, heading("One"), TEXT, heading("Two", level=4), TEXT)
    assert steps(lines, 1) == ["One", "Two"]
    assert steps(lines, -1) == ["Two", "One", "Title"]


def test_in_a_thread_they_are_the_posts_alone() -> None:
    lines = lines_of(heading("Nora", post=True), TEXT, heading("Advice"), TEXT, heading("Otto", post=True), TEXT)
    assert steps(lines, 1) == ["Nora", "Otto"]


def test_a_heading_of_two_lines_is_one_step() -> None:
    lines = lines_of(TEXT, heading("A heading that takes more than one of these short lines"), TEXT)
    assert len(steps(lines, 1)) == 1


def test_without_headings_there_is_nowhere_to_step() -> None:
    assert section_beside(lines_of(TEXT, TEXT), 3, 1) is None
    assert section_beside(lines_of(TEXT, TEXT), 3, -1) is None
