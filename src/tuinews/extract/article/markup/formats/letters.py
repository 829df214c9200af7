"""Mails in the archive of a list: their header (RFC 5322) as what a page declares, their text as paragraphs.

Archives set a mail as preformatted text under its header, or with it: Pipermail, Hypermail, MHonArc, public-inbox,
MARC. Around it stand links to other mails and how they are sorted, which are none of it.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.article.markup.formats.prose_in_pre import blocks_of_prose
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import elements_beside
from tuinews.text import clean_line

LETTER = "text-of-a-mail"
"""The class of the element with the text of such a mail, which no page uses."""

LEAST_FIELDS = 2
"""Fields of a header from which lines are one, the sender among them."""

MOST_LINES, MOST_ELEMENTS = 30, 400
"""Lines of a text among which its header is, and elements of a page among which the header is looked for."""

LONGEST_FIELD, LONGEST_NAME = 400, 80
"""Letters of one field of a header, and of the name of a sender."""

_SIGNS = ("<!--beginarticle-->", "<!--X-Body-of-Message-->", '<!-- body="start"', 'content="hypermail')
"""What the programs write where a mail begins, or call themselves."""

_FIELD = re.compile(
    r"^\W{0,2}(From|Date|Subject|To|Cc|Message-ID|Sent|Reply-To|In-Reply-To|List)\s*:\s*(\S.*)?$", re.I
)
_GONE = re.compile(r"\n-{8,} next part -{8,}\n.*", re.DOTALL)
"""What Mailman sets in the place of an attachment."""

_LINKS = re.compile(r"(?:\s*\[[^\[\]]{2,30}\])+\s*")
"""A line of links to other mails at the end of the text."""

_ADDRESS = re.compile(r"\s*[<(\[][^<>()\[\]]*(?:@| at )[^<>()\[\]]*[>)\]]\s*|\S+@\S+")
_IN_BRACKETS = re.compile(r"^\S+@\S+\s+\(([^()]+)\)\s*$")
_LINES = ("li", "tr", "p", "dt", "div")


def plain_letters(elements: PageElements, html: str) -> None:
    """Makes paragraphs of the mail that is the text of a page, and declares who wrote it, when and about what."""
    is_archive = any(sign in html for sign in _SIGNS)
    found = [(pre, _header_in(pre.text(deep=True))) for pre in elements.of("pre")]
    headed = next(((pre, header) for pre, header in found if header), None)
    if headed is None and not is_archive:
        return
    if headed is not None:
        pre, header = headed
        text = _behind_header(pre.text(deep=True))
    else:
        pre = max(elements.of("pre"), key=lambda one: len(one.text(deep=True)))
        header, text = _header_above(elements, pre), pre.text(deep=True)
    made = LexborHTMLParser(f"<div>{blocks_of_prose(_GONE.sub('', text))}</div>", is_fragment=False).css_first(
        "div"
    )
    box = elements.tree.create_node("div")
    box.attrs["class"] = LETTER
    for child in list(made.iter(include_text=True)) if made is not None else ():
        box.insert_child(child)
    _declare(elements.tree, pre, header)
    pre.replace_with(box)
    elements.changed()


def _header_in(text: str) -> Mapping[str, str]:
    """The fields of the header that a text begins with, {} where it begins with none."""
    fields = dict(_fields(text.split("\n", MOST_LINES)[:MOST_LINES]))
    return fields if "from" in fields and len(fields) > LEAST_FIELDS else {}


def _fields(lines: list[str]) -> Iterator[tuple[str, str]]:
    begun = False
    for line in lines:
        field = _FIELD.match(line.strip()[:LONGEST_FIELD])
        if field is not None:
            begun = True
            yield field[1].casefold(), field[2] or ""
        elif begun and not line.strip():
            return


def _behind_header(text: str) -> str:
    lines, begun = text.split("\n"), False
    for place, line in enumerate(lines):
        begun = begun or _FIELD.match(line.strip()[:LONGEST_FIELD]) is not None
        if begun and not line.strip():
            while lines and (not lines[-1].strip() or _LINKS.fullmatch(lines[-1])):
                lines.pop()
            return "\n".join(lines[place + 1 :])
    return text


def _header_above(elements: PageElements, pre: LexborNode) -> Mapping[str, str]:
    """The header in the elements before a mail; that of Pipermail is a bold name, an address and a day."""
    texts = (
        clean_line(node.text(deep=True), LONGEST_FIELD)
        for node in islice(elements.of(*_LINES), MOST_ELEMENTS)
        if node.css_first("li, tr, p, div, pre") is None
    )
    fields = dict(_fields([text for text in texts if text]))
    if "from" in fields:
        return fields
    for name in elements.of("b", "strong"):
        link = next(elements_beside(name, "next"), None)
        if link is not None and link.tag == "a" and (link.attributes.get("href") or "").startswith("mailto:"):
            day = next((one for one in elements_beside(link, "next") if one.tag in ("i", "em")), None)
            return {"from": name.text(deep=True), "date": day.text(deep=True) if day is not None else ""}
    return {}


def _declare(tree: LexborHTMLParser, mail: LexborNode, header: Mapping[str, str]) -> None:
    """Writes the sender and the day into the head of a page that declares none, and the subject above the mail."""
    head = tree.head
    for name, value in (
        ("author", _name_in(header.get("from", ""))),
        ("date", header.get("date", "").partition("\t")[0]),
    ):
        if value and head is not None and tree.css_first(f"meta[name={name} i]") is None:
            meta = tree.create_node("meta")
            meta.attrs["name"], meta.attrs["content"] = name, value
            head.insert_child(meta)
    if (subject := clean_line(header.get("subject", ""), LONGEST_FIELD)) and tree.css_first("h1") is None:
        heading = tree.create_node("h1")
        heading.insert_child(subject)
        mail.insert_before(heading)


def _name_in(sender: str) -> str:
    """The name of a sender, without the address."""
    sender = clean_line(sender, LONGEST_FIELD)
    bracketed = _IN_BRACKETS.match(sender)
    name = bracketed[1] if bracketed else _ADDRESS.sub(" ", sender).strip(" \"'<>()[]")
    name = name.partition("<")[0].strip(" \"'")
    return name if len(name) <= LONGEST_NAME else ""
