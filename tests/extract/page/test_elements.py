"""The elements of a page by their tags: what is found, and that it is found anew after a change."""

from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import parse

PAGE = """<html><body><p>One <a href="#a" class="x">link</a></p><nav><a>Two</a></nav>
<template><a>Not on the page</a></template><p>Three</p></body></html>"""


def _elements() -> PageElements:
    return PageElements(parse(PAGE))


def test_elements_of_a_tag_are_found_in_page_order() -> None:
    assert [node.text(deep=True) for node in _elements().of("p")] == ["One link", "Three"]


def test_elements_of_several_tags_come_tag_after_tag() -> None:
    assert [node.tag for node in _elements().of("nav", "p", "xmp")] == ["nav", "p", "p"]


def test_what_stands_in_a_template_is_not_on_the_page() -> None:
    assert [node.text(deep=True) for node in _elements().of("a")] == ["link", "Two"]


def test_an_element_without_attributes_has_none() -> None:
    assert [dict(attributes) for _, attributes in _elements().attributed("a")] == [
        {"href": "#a", "class": "x"},
        {},
    ]


def test_what_was_taken_out_is_gone_once_the_change_is_told() -> None:
    elements = _elements()
    assert len(elements.of("a")) == len(elements.attributed("a")) == 2
    elements.of("nav")[0].decompose()
    elements.changed()
    assert [node.text(deep=True) for node in elements.of("a")] == ["link"]
    assert [attributes["class"] for _, attributes in elements.attributed("a")] == ["x"]


def test_what_was_removed_is_not_given_again_nor_what_was_in_it() -> None:
    elements = _elements()
    assert len(elements.attributed("a")) == 2
    (nav,) = elements.of("nav")
    elements.removed(nav)
    nav.decompose()
    assert elements.of("nav") == []
    assert [node.text(deep=True) for node in elements.of("a")] == ["link"]
    assert [attributes["class"] for _, attributes in elements.attributed("a")] == ["x"]


def test_what_was_in_an_unwrapped_element_stays() -> None:
    elements = _elements()
    (nav,) = elements.of("nav")
    elements.unwrapped(nav)
    nav.unwrap()
    assert elements.of("nav") == []
    assert [node.text(deep=True) for node in elements.of("a")] == ["link", "Two"]
