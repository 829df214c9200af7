"""Tables within each other, as mails and old pages lay themselves out: each is looked at once."""

from typing import Any

from tuinews.extract.article.markup.items import paired_pictures
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import parse

PICTURES = "<tr><td><img src=a.jpg></td><td><img src=b.jpg></td></tr><tr><td>The pier</td><td>The ferry</td></tr>"


def paired(html: str) -> str:
    """A page in which tables of pictures are figures."""
    elements = PageElements(parse(html))
    paired_pictures(elements)
    return str(elements.tree.html)


def test_the_innermost_table_of_pictures_is_figures() -> None:
    html = paired(f"<table><tr><td><table>{PICTURES}</table></td></tr></table>")
    assert html.count("<figure>") == 2
    assert '<img src="b.jpg"><figcaption>The ferry</figcaption>' in html


def test_a_table_that_holds_others_is_none_of_pictures() -> None:
    holding = PICTURES.replace("<img src=a.jpg>", f"<table>{PICTURES}</table>")
    assert paired(f"<table>{holding}</table>").count("<figure>") == 2
    assert "<figure>" not in paired(f"<table>{PICTURES * 21}</table>")


def test_twice_as_many_within_each_other_are_twice_the_work(grows_evenly: Any) -> None:
    grows_evenly(paired, lambda count: "<table><tr><td>" * count, 1_200)
