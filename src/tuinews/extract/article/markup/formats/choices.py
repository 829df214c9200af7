"""The answers of a quiz, which stand in the labels of its controls: brought to lists behind their questions.

What asks the reader something for the site (a filter, consent, a poll, whether a page helped) has such controls,
too. A quiz asks more than one question, and each ends as one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.nodes import outermost, remove
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.names import holds_comments
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.tree import attribute
from tuinews.quick_dataclass import dataclass

LEAST_ANSWERS, LEAST_QUESTIONS = 2, 2
"""Answers of a question, and questions of a quiz; a poll has one."""

LEAST_ASKED, LONGEST_ASKED = 10, 400
"""Letters of a question."""

LONGEST_ANSWER = 300
"""Letters of an answer."""

MOST_ANSWERS = 1_000
"""Answers of one page that are looked at."""

_CHOICES = frozenset(("radio", "checkbox"))
_OUTSIDE = frozenset(("nav", "aside", "footer", "dialog", "menu"))
_SENDS = "input[type=email], input[type=search], input[type=password], input[type=tel], textarea"
_ASKS = re.compile(r"(?:[?？؟]|_{2,}|…|\.{3})[\s\"”»)]*$")


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer that one can choose: its words, and the radio button or the box beside them."""

    label: LexborNode
    control: LexborNode


def plain_choices(elements: PageElements) -> None:
    """Makes lists of the answers of a quiz, and plain blocks of the form and the fieldsets around them."""
    questions = [group for group in _groups(elements) if len(group) >= LEAST_ANSWERS and _is_asked(group)]
    by_form = defaultdict[int, list[list[_Answer]]](list)
    forms: dict[int, LexborNode] = {}
    for group in questions:
        form = _above(group[0].label, "form")
        if form is not None:
            forms[form.mem_id] = form
        by_form[form.mem_id if form is not None else 0].append(group)
    for one, groups in by_form.items():
        form = forms.get(one)
        if len(groups) >= LEAST_QUESTIONS and (form is None or form.css_first(_SENDS) is None):
            _as_text(elements, groups, form)


def _as_text(elements: PageElements, questions: list[list[_Answer]], form: LexborNode | None) -> None:
    """The outer elements come last: a tree is given copies of what is put elsewhere in it."""
    fields = [field for group in questions if (field := _above(group[0].label, "fieldset")) is not None]
    for group in questions:
        _as_list(elements, group)
    for field in outermost(fields):
        for legend in field.css("legend"):
            _renamed(elements, legend, "p")
        _renamed(elements, field, "div")
    if form is not None:
        _renamed(elements, form, "div")
    elements.changed()


def _groups(elements: PageElements) -> Iterator[list[_Answer]]:
    """The labels of the controls of one name, or of one list."""
    labels = elements.of("label")[:MOST_ANSWERS]
    if len(labels) < LEAST_ANSWERS:
        return
    controls = [node for node in elements.of("input") if attribute(node, "type").lower() in _CHOICES]
    by_id = {node.id: node for node in controls if node.id}
    groups = defaultdict[str, list[_Answer]](list)
    for label in labels:
        control = _control_of(label, by_id)
        text = label.text(deep=True).strip()
        if control is not None and 0 < len(text) <= LONGEST_ANSWER and not _is_outside(label):
            groups[_group_of(label, control)].append(_Answer(label, control))
    yield from groups.values()


def _control_of(label: LexborNode, by_id: Mapping[str, LexborNode]) -> LexborNode | None:
    """The radio button or the box that a label names."""
    named = by_id.get(attribute(label, "for"))
    if named is not None:
        return named
    inner = label.css_first("input")
    return inner if inner is not None and attribute(inner, "type").lower() in _CHOICES else None


def _group_of(label: LexborNode, control: LexborNode) -> str:
    """What tells one question from the others: its fieldset or its list, else the name of its controls."""
    box = _above(label, "fieldset", "ul", "ol")
    if box is not None:
        return str(box.mem_id)
    return "name " + attribute(control, "name")


def _above(node: LexborNode, *tags: str) -> LexborNode | None:
    above = node.parent
    while above is not None and above.tag not in tags:
        above = above.parent
    return above


def _is_outside(node: LexborNode) -> bool:
    """Whether something stands beside an article, by its element or by the name of one around it."""
    above = node.parent
    while above is not None and above.tag not in ("article", "main", "body"):
        name = attribute(above, "class")
        if above.tag in _OUTSIDE or (name and (BESIDE_NAME.matches(name) or holds_comments(name))):
            return True
        above = above.parent
    return False


def _is_asked(group: list[_Answer]) -> bool:
    """Whether a question stands directly before these answers."""
    text = _before(group[0].label)
    return LEAST_ASKED <= len(text) <= LONGEST_ASKED and _ASKS.search(text) is not None


def _before(node: LexborNode) -> str:
    """The nearest text before an element."""
    here: LexborNode | None = node
    while here is not None and here.tag != "body":
        before = here.prev
        while before is not None:
            if (before.tag or "-")[0] != "!" and before.tag not in ("-comment", "input", "script", "style"):
                text = " ".join(before.text(deep=True).split())
                if text:
                    return text
            before = before.prev
        here = here.parent
    return ""


def _as_list(elements: PageElements, answers: list[_Answer]) -> None:
    """The answers without their controls; items of their own stay what they are."""
    remove(elements, [answer.control for answer in answers])
    group = [answer.label for answer in answers]
    if all(one.parent is not None and one.parent.tag == "li" for one in group):
        for label in group:
            label.unwrap()
        return
    choices = elements.tree.create_node("ul")
    for label in group:
        item = elements.tree.create_node("li")
        for child in list(label.iter(include_text=True)):
            item.insert_child(child)
        choices.insert_child(item)
    group[0].replace_with(choices)
    remove(elements, group[1:])


def _renamed(elements: PageElements, node: LexborNode, tag: str) -> None:
    block = elements.tree.create_node(tag)
    if name := attribute(node, "class"):
        block.attrs["class"] = name
    for child in list(node.iter(include_text=True)):
        block.insert_child(child)
    node.replace_with(block)
