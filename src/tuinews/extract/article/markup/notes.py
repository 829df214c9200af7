"""Notes that stand in `aside` and are of the text: boxes of documentation ("Note", "Warning"), and footnotes.

`aside` is beside the text as a rule; here it becomes a plain block, so that its lines are read where they stand,
and so does a `footer` above the text.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.article.blocks.footnotes import NOTE_ID
from tuinews.extract.article.markup.nodes import class_of, outermost
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import attribute, elements_beside
from tuinews.late import late_pattern

_BOX = late_pattern(
    r"(?:^|[\s_-])(?:note|warning|tip|caution|danger|important|hint|admonition|callout|notecard|starlight-aside)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_WORDS = late_pattern(
    r"\W*(?:note|notes|warning|tip|tips|caution|danger|important|hint|info|hinweis|achtung|warnung|tipp|wichtig|vorsicht|"
    r"remarque|attention|avertissement|astuce|conseil|nota|aviso|advertencia|consejo|importante|precaución|atención|"
    r"attenzione|suggerimento|avvertenza|dica|atenção|cuidado|opmerking|waarschuwing|belangrijk|merk|advarsel|viktig|"
    r"obs|varning|viktigt|anmärkning|bemærk|vigtigt|huomio|varoitus|vinkki|uwaga|wskazówka|ostrzeżenie|ważne|poznámka|"
    r"upozornění|varování|megjegyzés|figyelem|notă|atenție|σημείωση|προσοχή|примечание|внимание|предупреждение|совет|"
    r"важно|примітка|увага|попередження|порада|not|uyarı|ipucu|dikkat|önemli|lưu ý|chú ý|ghi chú|cảnh báo|mẹo|"
    r"catatan|peringatan|หมายเหตุ|คำเตือน|ข้อควรระวัง|เคล็ดลับ|注|注意|注記|メモ|警告|ヒント|重要|提示|备注|備註|참고|주의|"
    r"경고|팁|ملاحظة|تنبيه|تحذير|نصيحة|مهم|הערה|אזהרה|שים לב|नोट|चेतावनी|توجه|نکته|هشدار)\W*",
    re.IGNORECASE,
)
"""What a note is headed with, in languages that documentation is written in."""

LONGEST_WORD = 40
"""Letters before the colon behind such a word, with the blanks of the markup."""

LONGEST_CALL_OUT = 600
"""Letters of a note that only a drawn sign tells from what stands beside a text."""

LONGEST_ABOVE, LEAST_BELOW = 300, 400
"""Letters of a `footer` above a text with what stands before it, and of the text."""

MOST_FOOTERS = 20
"""Children of one article that are such a `footer`; it has one, and one of its own at its end."""

_HEADS = "h2, h3, h4, h5, h6, p, strong, b, span, div"
_INLINE = "strong, b"
_SHOWN = "img, picture, video, iframe, table, pre, blockquote, figcaption"
"""What a figure holds that is none but a note."""

_REFERS = ("data-definition", "data-footnote", "data-note", "aria-describedby", "aria-controls")
"""Attributes by which a mark that a script opens names its note."""


def plain_notes(elements: PageElements) -> None:
    """Makes `<div>` of `<aside>` where it is a note of the text."""
    tree = elements.tree
    beside: Counter[int] = Counter()
    for footer in elements.of("footer"):
        above = footer.parent
        if above is None or above.tag != "article":
            continue
        beside[above.mem_id] += 1
        if beside[above.mem_id] <= MOST_FOOTERS and _is_above_the_text(footer):
            _as_block(elements, footer)
    for figure, attributes in elements.attributed("figure"):
        if _BOX.search(attributes.get("class") or "") and figure.css_first(_SHOWN) is None:
            _as_block(elements, figure)
    marks: dict[str, LexborNode] | None = None
    for aside in outermost(elements.of("aside")):
        identity = aside.id or ""
        if NOTE_ID.match(identity):
            marks = _marks(tree) if marks is None else marks
            if identity in marks:
                marks[identity].attrs["href"] = "#" + identity
                _as_block(elements, aside)
        elif (
            attribute(aside, "role") == "note"
            or _BOX.search(class_of(aside))
            or _is_headed(aside)
            or _is_called_out(aside)
        ):
            _as_block(elements, aside)


def _is_above_the_text(footer: LexborNode) -> bool:
    """Whether a `footer` of an article stands above its text, with byline and date, as Drupal sets it."""
    return (
        len(footer.text(deep=True).strip()) <= LONGEST_ABOVE
        and not _has_letters(elements_beside(footer, "prev"), LONGEST_ABOVE + 1)
        and _has_letters(elements_beside(footer, "next"), LEAST_BELOW)
    )


def _has_letters(nodes: Iterable[LexborNode], least: int) -> bool:
    """Whether so many letters stand in these elements."""
    for node in nodes:
        least -= len(node.text(deep=True).strip())
        if least <= 0:
            return True
    return False


def _is_headed(aside: LexborNode) -> bool:
    """Whether the label of an `aside`, or the first words in it, say that it is a note."""
    if _WORDS.fullmatch(attribute(aside, "aria-label")):
        return True
    first = aside.css_first(_HEADS)
    while first is not None and (inner := first.css_first(_INLINE)) is not None and inner.mem_id != first.mem_id:
        first = inner
    if first is not None and _WORDS.fullmatch(first.text(deep=True)) is not None:
        return True
    word, colon, said = aside.text(deep=True).partition("：" if "：" in aside.text(deep=True) else ":")
    return bool(colon and said.strip()) and len(word) < LONGEST_WORD and _WORDS.fullmatch(word) is not None


def _is_called_out(aside: LexborNode) -> bool:
    """Whether an `aside` without a name is text behind a drawn sign, beside a paragraph: Notion's notes."""
    if aside.attributes or aside.css_first("a, h2, h3, h4, ul, ol, form, img") is not None:
        return False
    text = aside.text(deep=True).strip()
    sign = text[:1] and unicodedata.category(text[0]) == "So"
    if not sign or len(text) > LONGEST_CALL_OUT:
        return False
    around = (next(elements_beside(aside, step), None) for step in ("prev", "next"))
    return any(one is not None and one.tag == "p" for one in around)


def _marks(tree: LexborHTMLParser) -> dict[str, LexborNode]:
    """The links that refer to a note, by its id."""
    found: dict[str, LexborNode] = {}
    for link in tree.css("a[href^='#']"):
        names = [attribute(link, "href")[1:], *(attribute(link, name) for name in _REFERS)]
        for name in names:
            if NOTE_ID.match(name):
                found.setdefault(name.removeprefix("#"), link)
    return found


def _as_block(elements: PageElements, aside: LexborNode) -> None:
    block = elements.tree.create_node("div")
    for name in ("id", "class"):
        if value := attribute(aside, name):
            block.attrs[name] = value
    child = aside.child
    while child is not None:
        block.insert_child(child)
        child = child.next
    aside.replace_with(block)
    elements.changed()
