"""The rule that is made of a choice: selectors with names that hold on the next page, for just what was chosen."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuinews.extract.article import article_candidates, extract_article
from tuinews.extract.article.selectors.selector_builder import is_given, selector_of, selector_rule_for
from tuinews.extract.page.lines import page_lines_of
from tuinews.extract.page.tree import parse
from tuinews.model.article import SelectorRule


def text(about: str, count: int = 4) -> str:
    return "".join(
        f"<p>Sentence {n} about {about}, long enough to be read as a line of text.</p>" for n in range(count)
    )


@pytest.mark.parametrize(
    "name", ["story", "article-body", "articleBody", "c-entry__text", "mainContent", "bodyURL"]
)
def test_a_name_that_a_person_gave(name: str) -> None:
    assert is_given(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "css-x",
        "body2",
        "story-12",
        "loyGrr",
        "sc-bdVaJa",
        "Body_text__GvXib",
        "x__Kjxdw",
        "is-open",
        "-x",
        "a:b",
    ],
)
def test_a_name_that_a_program_gave_or_that_says_a_state(name: str) -> None:
    assert not is_given(name)


@pytest.mark.parametrize(
    ("html", "selector"),
    [
        ("<div class='story' title=here><p>a</p></div><div>b</div>", "div.story"),
        ("<div class='story big-story' id=text title=here>a</div><div class=story>b</div>", "div#text"),
        ("<div class='col story' title=here>a</div><div class=col>b</div><p class=story>", "div.story"),
        ("<div class='col story' title=here>a</div><div class=col>b</div><div class=story>", "div.col.story"),
        ("<article title=here>a</article>", "article"),
        (
            "<div class=side><div>b</div></div><div class=text><div class=x1 title=here>a</div></div>",
            "div.text > div",
        ),
        ("<p class=box>b</p><section class=text><div><p class=box title=here>a</p></div>", "section.text p.box"),
        ("<d%v class=box title=here>a</d%v>", ".box"),
        ("<div class=text><fb:post title=here>a</fb:post></div>", None),
        ("<a[b class=text><div title=here>a</div></a[b>", ".text > div"),
        ("<div class=m1><div class=x1 title=here>a</div></div>", None),
        ("<div class=loyGrr title=here>a</div>", None),
    ],
)
def test_the_shortest_that_matches_the_box_alone(html: str, selector: str | None) -> None:
    tree = parse(html)
    assert selector_of(tree, tree.css("[title=here]")[0]) == selector


_NAMES = st.sampled_from(["story", "box", "col", "lead-text", "x1", "loyGrr", "main", ""])
_TAGS = st.sampled_from(["div", "section", "article", "p", "ul"])
_LEAF = st.sampled_from(["<p>Some words here.</p>", "text", "<br>", "<span class=box>in a line</span>"])
_TREES = st.recursive(
    _LEAF,
    lambda inner: st.builds(
        lambda tag, one, other, own, children: (
            f'<{tag} class="{one} {other}" id="{own}">{"".join(children)}</{tag}>'
        ),
        _TAGS,
        _NAMES,
        _NAMES,
        _NAMES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(max_examples=60)
@given(st.lists(_TREES, max_size=5).map("".join))
def test_a_selector_matches_its_element_and_no_other(html: str) -> None:
    tree = parse(html)
    for node in tree.css("div, section, article, ul"):
        selector = selector_of(tree, node)
        if selector is not None:
            assert [found.mem_id for found in tree.css(selector)] == [node.mem_id]
            assert "x1" not in selector
            assert "loyGrr" not in selector


@settings(max_examples=60)
@given(st.lists(_TREES, max_size=5).map("".join), st.sets(st.integers(0, 12), min_size=1))
def test_a_rule_never_drops_what_was_chosen(html: str, chosen: set[int]) -> None:
    tree = parse(html)
    assert tree.body is not None
    flow = page_lines_of(tree.body)
    lines = {place for place in chosen if place < len(flow.lines)}
    rule = selector_rule_for(tree, flow, lines)
    if rule is not None and rule.drop:
        gone = {node.mem_id for found in tree.css(rule.drop) for node in found.traverse(include_text=True)}
        assert not any(node in gone for place in lines for node in flow.lines[place].nodes)


def test_what_stands_in_the_box_besides_is_dropped_by_its_names() -> None:
    html = (
        f"<div class='story x9'>{text('the river')}<div class='promo'>{text('offers', 1)}</div>"
        f"<div class='promo'>{text('sales', 1)}</div><div class=x7>{text('no name', 1)}</div>"
        f"{text('the sea')}</div>"
        f"<div class=side>{text('the side')}</div>"
    )
    tree = parse(html)
    assert tree.body is not None
    flow = page_lines_of(tree.body)
    chosen = [n for n, line in enumerate(flow.lines) if "river" in line.text or "sea" in line.text]
    assert selector_rule_for(tree, flow, chosen) == SelectorRule("div.story", "div.promo")


def page(day: str) -> str:
    return (
        f"<html><head><title>News of {day}</title></head><body><article class=story><h1>News of {day}</h1>"
        f"{text(day, 9)}</article><div class='opinion x{len(day)}'>{text('opinions of ' + day, 7)}</div>"
    )


def test_a_page_of_more_elements_than_people_write_costs_little() -> None:
    html = "<div class='a b c d'>" * 390 + "<div class='a b c d'><p>x</p></div>" * 9000 + text("the sea")
    start = time.process_time()
    article_candidates(html)
    assert time.process_time() - start < 6.0


def test_many_lines_of_one_name_of_which_some_are_chosen_cost_little() -> None:
    lines = "".join(f'<p class="a b c d e f">{"a word " * (9 if n % 2 else 2)}</p>' for n in range(1_600))
    tree = parse(f"<body><div class=story>{lines}</div></body>")
    flow = page_lines_of(tree.css("body")[0])
    start = time.process_time()
    rule = selector_rule_for(tree, flow, [place for place, line in enumerate(flow.lines) if line.size > 40])
    assert rule == SelectorRule("div.story")
    assert time.process_time() - start < 5.0


def test_every_way_but_the_first_is_what_its_rule_gives() -> None:
    first, *others, whole = article_candidates(page("Monday"))
    assert first.selector_rule is None
    for way in others:
        assert (
            way.selector_rule is None
            or extract_article(page("Monday"), selector_rule=way.selector_rule).text == way.text
        )
    assert whole.selector_rule == SelectorRule("body")


def test_a_rule_gives_the_same_box_of_the_next_page() -> None:
    tree = parse(page("Monday"))
    assert tree.body is not None
    flow = page_lines_of(tree.body)
    rule = selector_rule_for(tree, flow, [n for n, line in enumerate(flow.lines) if "opinions" in line.text])
    assert rule == SelectorRule("div.opinion")
    assert extract_article(page("Thursday"), selector_rule=rule).text.count("about opinions of Thursday") == 7
    assert "about Thursday" not in extract_article(page("Thursday"), selector_rule=rule).text
