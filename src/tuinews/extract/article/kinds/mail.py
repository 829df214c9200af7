"""Newsletters as mail: set in tables inside tables, with lines for the reader of mail above and below the text."""

import re

from tuinews.extract.article.markup.formats.letters import LETTER
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait
from tuinews.late import late_pattern

_SIGNS = (
    "x-apple-disable-message-reformatting",
    "urn:schemas-microsoft-com:office:office",
    "<!--[if mso",
    "<!--[if gte mso",
    ".ExternalClass",
    "mso-table-lspace",
    "mso-line-height-rule",
    'class="preheader"',
)
"""What only markup for programs of mail has."""

_UNSUBSCRIBE = late_pattern(
    r"unsubscribe|list-manage\.com|opt-?out|désabonner|désinscrire|abmelden|abbestellen|darse de baja|"
    r"cancelar (?:la )?suscripci|disiscri|afmelden|отписаться|hủy đăng ký|退订|退訂|配信停止|수신거부",
)
"""For markup in small letters: a search that ignores case takes three times as long."""

_FOR_READERS = late_pattern(
    r"\b(?:view|read|open|see)(?: \w+){0,4} (?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|web|website|"
    r"online)\b|"
    r"\b(?:view|read) (?:it )?online\b|\bunsubscribe\b|\bmanage (?:your )?(?:preferences|subscription)|\bemail "
    r"preferences\b|"
    r"\bupdate (?:your )?(?:profile|preferences)|\byou(?:'re| are)? (?:received|receiving|got) this\b|"
    r"\bforwarded (?:this|to you)|\bwas this (?:e-?mail|newsletter) forwarded|\badd us to your address book|"
    r"im browser (?:ansehen|öffnen|lesen|anzeigen)|newsletter abbestellen|\babmelden\b|"
    r"(?:voir|lire|afficher)(?: \w+){0,4} (?:dans|sur) (?:votre |le )?navigateur|version en ligne|se désabonner|"
    r"se désinscrire|"
    r"ver(?: \w+){0,4} en (?:el |tu )?navegador|darse de baja|visualizza (?:\w+ ){0,3}(?:nel|sul) browser|"
    r"disiscriviti|"
    r"bekijk(?: \w+){0,4} in (?:je |uw )?browser|afmelden|открыть в браузере|отписаться|"
    r"xem (?:\w+ ){0,3}(?:trên|trong) trình duyệt|hủy đăng ký|在浏览器中|退订|ブラウザで|配信停止|수신거부",
    re.IGNORECASE,
)
"""Lines for the reader of a mail: another place to read it, and how to get no more."""

LONGEST_FOR_READERS = 240
"""Letters of such a line; a longer one is a paragraph that has these words."""

LONGEST_END, LEAST_LEFT = 900, 2
"""Letters of the paragraph below a mail with a way to get no more, and lines that a mail has above it."""

_WHOSE = late_pattern(
    r"\W*(?:copyright\b|©|our mailing address|you are receiving|you(?:'|’)re receiving"
    r"|this (?:e-?mail|newsletter) was sent|vous recevez|sie erhalten|recibes este|bạn nhận được"
    r"|want to change how you receive)",
    re.IGNORECASE,
)

_UNSEEN = int(Trait.HIDDEN)

LEAST_TABLES = 3
"""Tables inside each other around most of the text; an old page of articles sets it in one or two."""

HEAD_LENGTH = 20_000
"""Characters of the beginning of the markup that are looked at for the signs of mail."""


def is_mail(page_lines: PageLines, kept: list[int], html: str) -> bool:
    """Whether a page is a mail: made for programs of mail or set in many tables, with a way to get no more."""
    head = html[:HEAD_LENGTH]
    if not any(sign in head for sign in _SIGNS) and not _is_in_tables(page_lines, kept):
        return False
    return _UNSUBSCRIBE.search(html.lower()) is not None


def letter_lines(page_lines: PageLines) -> list[int]:
    """The lines of the mail that an archive of a list shows; [] on any other page."""
    boxes = page_lines.index.called(lambda name: name.strip() == LETTER)
    return [place for box in boxes for place in range(page_lines.first[box], page_lines.last[box])]


def mail_lines(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The lines from the first of the text to its last, without those for the reader of the mail.

    A mail has no column beside its text: names, figures and short items between paragraphs are its own.
    """
    lines = page_lines.lines
    whole = range(kept[0], kept[-1] + 1) if kept else range(0)
    text = set(kept)
    said = [
        place
        for place in whole
        if place in text or not page_lines.traits[lines[place].element] & _UNSEEN
        if lines[place].size > LONGEST_FOR_READERS or not _FOR_READERS.search(lines[place].text)
    ]
    while len(said) > LEAST_LEFT and _is_of_its_end(lines[said[-1]]):
        said.pop()
    return said


def _is_of_its_end(line: PageLine) -> bool:
    """Whether the last line of a mail says whose it is, where they live, or how to get no more."""
    if line.size > LONGEST_END:
        return False
    leaves = line.links > 0 and _FOR_READERS.search(line.text) is not None
    return leaves or (line.size <= LONGEST_FOR_READERS and _WHOSE.match(line.text) is not None)


def _is_in_tables(page_lines: PageLines, kept: list[int]) -> bool:
    """Whether most of the text lies in tables inside tables."""
    if len(page_lines.index.tagged("table")) < LEAST_TABLES:
        return False
    whole = inside = 0
    for place in kept:
        line = page_lines.lines[place]
        whole += line.size
        inside += line.size if _tables_around(page_lines, line.element) >= LEAST_TABLES else 0
    return whole > 0 and 2 * inside > whole


def _tables_around(page_lines: PageLines, element: int) -> int:
    count = 0
    while element >= 0:
        count += page_lines.tag[element] == "table"
        element = page_lines.parent[element]
    return count
