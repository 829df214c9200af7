"""What is printed once and written twice: the reading above an ideograph, a formula for eyes and for programs."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.nodes import outermost, remove
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import attribute

_FORMULAS = ".katex, .mwe-math-element, mjx-container, .MathJax, .MathJax_Display, math"
FORMULAS = ("math", "mjx-container")
"""Elements that are formulas wherever they stand."""

_NAMES = ("katex", "MathJax", "mwe-math")
_STYLE = re.compile(r"^\{?\\(?:displaystyle|textstyle)\s*(.*?)\}?$", re.DOTALL)


def without_readings(elements: PageElements) -> None:
    """Takes the readings of ruby annotations out: in a terminal they would stand behind their word."""
    if elements.of("rt"):
        remove(elements, elements.tree.css("ruby rt, ruby rp, ruby rtc"))


def formulas_once(elements: PageElements) -> None:
    """Makes of each formula its source in TeX, where the page has it; its parts stand there twice or thrice."""
    if not (elements.of(*FORMULAS) or _names_a_formula(elements.inline_names())):
        return
    tree = elements.tree
    for node in outermost(tree.css(_FORMULAS)):
        source = _source(node)
        if source:
            node.replace_with(source)
    remove(elements, tree.css(".MathJax_Preview, .MJX_Assistive_MathML"))
    elements.changed()


def _names_a_formula(names: str) -> bool:
    """Whether one of these class names is that of a formula, as every one has that a script has set."""
    return any(word in names for word in _NAMES)


def _source(node: LexborNode) -> str:
    annotation = node.css_first("annotation[encoding*=tex]")
    if annotation is not None:
        return _plain(annotation.text(deep=True))
    math = node if node.tag == "math" else node.css_first("math")
    stated = attribute(math, "alttext") or attribute(node, "data-latex") or attribute(node, "data-tex")
    if stated:
        return _plain(stated)
    script = node.next
    if script is not None and script.tag == "script" and attribute(script, "type").startswith("math/tex"):
        return _plain(script.text(deep=True) or script.text_content or "")
    return ""


def _plain(source: str) -> str:
    styled = _STYLE.match(source.strip())
    return " ".join((styled[1] if styled else source).split())
