"""Boxes that their names or their figures show to be none of the text: facts beside it, the numbers of a chart."""

from collections.abc import Iterator

from tuinews.extract.article.body.interruptions.boxes import Boxes, is_paragraph
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import Trait

_FACTS = NamePattern(
    r"(?:^|[\s_-])(?:facts?-?(?:box|sheet)|fakta-?(?:box|boks|ruta|rute|laatikko)?|faktenkasten|infokasten|"
    r"info-?boks|"
    r"encadre|recuadro|despiece|kaderstuk|ramka|explainer-?box|hatnote|dablink)(?=$|[\s_-])",
    *("fact", "fakt", "info", "encadre", "recuadro", "despiece", "kaderstuk", "ramka", "explainer"),
    *("hatnote", "dablink"),
)
_OFFERS = NamePattern(
    r"(?:^|[\s_-])(?:newsletter|paywall)(?:[-_]?(?:sign-?up|box|block|promo|form|module|embed|container|wrapper|cta|wall))?"
    r"(?=$|[\s_-])",
    *("newsletter", "paywall"),
)
"""Names of boxes that offer a subscription."""

_FIGURE = int(Trait.FIGURE)
_SET = "table, pre, blockquote, code"

HEIGHT = 8
"""Elements around a line among which its figure is looked for."""


def named_boxes(boxes: Boxes) -> Iterator[int]:
    """The lines of boxes with the name of a box of facts, or of one that offers a subscription."""
    for element in boxes.page_lines.index.matching(_FACTS):
        if boxes.is_small(element):
            yield from boxes.places(element)
    for element in boxes.page_lines.index.matching(_OFFERS):
        if boxes.is_small(element) and _is_offer(boxes, element):
            yield from boxes.places(element)


def _is_offer(boxes: Boxes, element: int) -> bool:
    """Whether a box that is called so holds more than paragraphs: on some sites each of a text is called so."""
    node = boxes.page_lines.node[element]
    if "paywall" in boxes.page_lines.names[element].lower() and any(map(is_paragraph, boxes.lines(element))):
        return False
    return node.tag != "p" and node.css_first("a, form, input, button, h2, h3, h4, h5") is not None


def figure_lines(boxes: Boxes) -> Iterator[int]:
    """The kept lines of figures that are no sentences: years and numbers of a chart."""
    page_lines = boxes.page_lines
    for place in boxes.kept:
        line = page_lines.lines[place]
        if page_lines.traits[line.element] & _FIGURE and not is_paragraph(line) and _is_drawn(boxes, line.element):
            yield place


def _is_drawn(boxes: Boxes, element: int) -> bool:
    """Whether the figure around an element sets no table, code or quotation."""
    page_lines = boxes.page_lines
    for _ in range(HEIGHT):
        if element < 0:
            return False
        if page_lines.tag[element] == "figure":
            return page_lines.node[element].css_first(_SET) is None
        element = page_lines.parent[element]
    return False
