"""What the names of containers say of the place of a list."""

import pytest

from tuinews.extract.listing.links.page_zones import ASIDE, FURNISHED, MENU, SIDEBAR, WIDGET, penalties
from tuinews.extract.listing.outline import outline_of
from tuinews.extract.page.tree import parse

REST = "<p>text</p>" * 20


@pytest.mark.parametrize(
    ("opening", "penalty"),
    [
        ("<nav>", MENU),
        ('<div role="navigation">', MENU),
        ("<footer>", MENU),
        ("<article><footer>", 0.0),
        ('<div class="main-menu">', FURNISHED),
        ('<div id="siteFooter">', FURNISHED),
        ('<ul class="tags">', FURNISHED),
        ('<div class="post tag-boats category-menu-plan">', FURNISHED),
        ('<div class="post tag-boats">', 0.0),
        ('<div class="card card--side-by-side">', 0.0),
        ('<div class="desktop:stacked">', 0.0),
        ('<div class="search-results">', 0.0),
        ("<aside>", ASIDE),
        ('<aside class="widget">', WIDGET),
        ('<div class="sidebar-left">', SIDEBAR),
        ('<div class="most-read">', SIDEBAR),
        ('<div class="widget"><div class="sidebar">', SIDEBAR),
        ('<div class="content">', 0.0),
    ],
)
def test_names_of_containers(opening: str, penalty: float) -> None:
    outline = outline_of(parse(f"{REST}{opening}<a href=x>here</a></div>{REST}"))
    link = next(node.index for node in outline.nodes if node.tag == "a")
    assert penalties(outline)[link] == penalty


def test_a_name_round_the_whole_page_says_nothing() -> None:
    outline = outline_of(parse(f'<div class="menu-open">{REST}<a href=x>here</a></div>'))
    assert set(penalties(outline)) == {0.0}
