"""What programs of forums write into the text of a post: who changed it when, attachments, previews of links."""

import re

from selectolax.lexbor import LexborNode

from tuinews.late import late_pattern
from tuinews.text import clean_line

LONGEST_NOTE = 160
"""Letters of such a note."""

MOST_NOTES = 20
"""Notes of one post that are looked at, the last ones; each may cost as much as the post is long."""

_HEIGHT = 4
"""Elements around a text that may be the note."""

_CHANGED = (
    r"(?:(?:this |the )?(?:post|message|answer|comment|topic|thread) (?:was |has been )?)?"
    r"(?:last )?(?:edited|modified)"
)
_WHEN = r"(?: time)?[:,]? ?(?:by|on|at|\d|\(|yesterday|today|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)"
_OTHERS = (
    r"(?:zuletzt )?(?:bearbeitet|geändert) |dernière (?:édition|modification)|(?:ce message a été )?modifié |"
    r"(?:última edición|última edição|editado) |ultima modifica|laatst (?:bewerkt|gewijzigd)|ostatnio edytowane|"
    r"(?:последний раз )?(?:отредактировано|изменено|редактировалось)|(?:chỉnh sửa|sửa|sửa đổi) (?:lần )?cuối|"
    r"(?:本帖|此帖)?最后由|最后编辑|最終編集|"
    r"attachments?:? ?\d|view attachment \d|attached (?:files|images|thumbnails)\b"
)
"""The first words of such notes, in the languages that programs of forums are translated into most."""

_BEGINS = late_pattern(rf"\W*(?:{_CHANGED}\b|{_OTHERS})", re.IGNORECASE)
_NOTE = late_pattern(rf"\W*(?:{_CHANGED}{_WHEN}|{_OTHERS}).*", re.IGNORECASE)
_DIGIT = late_pattern(r"\d")
_CARD = late_pattern(
    r"(?:^|\s)(?:bbCodeBlock--unfurl|js-unfurl|onebox|ipsRichEmbed|link-?preview(?:-?card)?|url-?preview|unfurl)(?=$|\s)"
)
_TITLES = "h3 a, h4 a, a.title, a[class*=title], [class*=title] a"


def begins_note(text: str) -> bool:
    """Whether a text has the first words of such a note."""
    return _BEGINS.match(text) is not None


def note_around(text: LexborNode, body: LexborNode) -> LexborNode | None:
    """The element in `body` that is such a note, and begins with this text; None where there is none."""
    found, above = None, text.parent
    for _ in range(_HEIGHT):
        if above is None or above.mem_id == body.mem_id:
            break
        words = clean_line(above.text(deep=True), LONGEST_NOTE + 1)
        if len(words) > LONGEST_NOTE or not _NOTE.fullmatch(words):
            break
        found, above = (above if _DIGIT.search(words) else found), above.parent
    return found


def title_of_card(node: LexborNode, name: str) -> LexborNode | None:
    """The link with the title in the preview of a page that a post leads to; None for another element."""
    if _CARD.search(name) is None:
        return None
    return node.css_first(_TITLES) or next((link for link in node.css("a") if link.text(deep=True).strip()), None)
