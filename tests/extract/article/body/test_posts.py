"""Comments and further posts: text of others, from the letters on that make a text."""

import pytest

from tuinews.extract.article.body.body import core_of
from tuinews.extract.article.body.posts import first_post_only, without_comments
from tuinews.extract.page.lines import PageLines, page_lines_of
from tuinews.extract.page.tree import parse


def lines_of(markup: str) -> PageLines:
    root = parse(f"<body>{markup}</body>").root
    assert root is not None
    return page_lines_of(root)


def letters(count: int) -> str:
    return "".join("word "[place % 5] for place in range(count - 1)) + "."


@pytest.mark.parametrize(("size", "left"), [(180, 4), (220, 1)])
def test_comments_go_where_enough_is_left(size: int, left: int) -> None:
    comments = "".join(f"<p>{letters(100)}</p>" for _ in range(3))
    lines = lines_of(f'<p>{letters(size)}</p><div class="comments">{comments}</div>')
    assert len(without_comments(lines, [0, 1, 2, 3])) == left


def test_a_section_on_comments_between_paragraphs_is_text() -> None:
    lines = lines_of(
        f'<p>{letters(300)}</p><section id="comments"><p>{letters(100)}</p></section><p>{letters(300)}</p>'
    )
    assert without_comments(lines, [0, 1, 2]) == [0, 1, 2]


@pytest.mark.parametrize(("size", "between", "left"), [(120, 0, 1), (80, 0, 2), (120, 5, 1), (120, 9, 2)])
def test_of_several_posts_the_first_is_the_article(size: int, between: int, left: int) -> None:
    meta = "<p>Harbour</p>" * between
    post = f'<h2>A title</h2>{meta}<div class="post"><p>{letters(size)}</p></div>'
    lines = lines_of(post.replace("A title", "One") + post.replace("A title", "Two"))
    text = [place for place, line in enumerate(lines.lines) if line.size == size]
    assert len(first_post_only(lines, text)) == left


@pytest.mark.parametrize(("paragraphs", "longest"), [(2, True), (5, False)])
def test_a_line_without_end_is_not_the_densest_element(paragraphs: int, longest: bool) -> None:
    lines = lines_of(
        f'<div id="a">{letters(5000)}</div><div id="b">' + f"<p>{letters(200)}</p>" * paragraphs + "</div>"
    )
    core = core_of(lines, [0.9 if line.size == 200 or line.size == 5000 else 0.0 for line in lines.lines])
    both = lines.names[core]
    assert both == ""
    unlikely = lines_of(
        f'<div id="a">{letters(5000)}</div><p>{letters(900)}</p><div id="b">'
        + f"<p>{letters(200)}</p>" * paragraphs
        + "</div>"
    )
    core = core_of(unlikely, [0.0 if line.size == 900 else 0.9 for line in unlikely.lines])
    assert unlikely.names[core] == (" #a" if longest else " #b")
