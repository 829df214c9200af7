"""Summaries that a machine made, with the note that says so."""

import re
from collections.abc import Iterator

from tuinews.extract.article.body.interruptions.boxes import Boxes, is_paragraph
from tuinews.extract.page.patterns import words
from tuinews.late import late_pattern

_MACHINE = (
    r"(?:A\.?I\.?|[Aa]rtificial [Ii]ntelligence|[Mm]achine learning|[Cc]hat\s?GPT|GPT|Gemini|Claude|KI|"
    r"[Kk]ünstliche\w* Intelligenz|"
    r"I\.?A\.?|intelligence artificielle|inteligencia artificial|intelligenza artificiale|inteligência artificial|"
    r"kunstmatige intelligentie|kunstig intelligens|artificiell intelligens|tekoäly\w*|sztuczn\w+ inteligencj\w+|"
    r"uměl\w+ inteligenc\w+|mesterséges intelligenci\w+|inteligenț\w+ artificial\w+|ИИ|"
    r"искусственн\w+ интеллект\w*|"
    r"штучн\w+ інтелект\w*|yapay zek\w+|trí tuệ nhân tạo|kecerdasan buatan|人工智能|人工知能|生成AI|인공지능|"
    r"الذكاء الاصطناعي|בינה מלאכותית|هوش مصنوعی|ปัญญาประดิษฐ์|कृत्रिम बुद्धिमत्ता)"
)
_MADE = (
    r"(?:generat\w*|summari[sz]\w*|summary|created?|produced?|written|key points|generiert\w*|erstellt|"
    r"zusammenfass\w*|"
    r"zusammengefasst|généré\w*|résum\w*|synthèse|généré|resum\w*|generad\w*|elaborad\w*|riassunt\w*|generat\w*|"
    r"gerad\w*|"
    r"samenvatting|gegenereerd|samengevat|sammendrag|sammanfatt\w*|oppsummer\w*|opsummer\w*|generer\w*|"
    r"tiivistelmä|"
    r"streszczeni\w+|podsumowani\w+|wygenerowan\w*|shrnutí|vygenerov\w*|összefoglal\w*|rezumat\w*|generat\w*|"
    r"создан\w*|сгенерирован\w*|кратк\w+|пересказ\w*|підсумок|özet\w*|oluşturul\w*|tóm tắt|tạo bởi|ringkasan|摘要|"
    r"总结|"
    r"要約|요약|ملخص|تلخيص|תקציר|סיכום|خلاصه|สรุป|सारांश)"
)
_ALONE = (
    r"(?<![^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])",
    r"(?![^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])",
)
"""No letter before, or behind, but those of scripts without blanks: "AIによって"."""

_NOTE = late_pattern(
    rf"{_ALONE[0]}(?:{_MACHINE}){_ALONE[1]}.{{0,30}}?(?i:{_MADE})"
    rf"|(?i:{_MADE}).{{0,40}}?{_ALONE[0]}(?:{_MACHINE}){_ALONE[1]}",
    re.DOTALL,
)
_ABOUT = late_pattern(
    r"\b(?:this|these|summary|summari[sz]ed|key (?:points|takeaways)|highlights|dies\w*|zusammen\w*|ce|cet|"
    r"cette|résumé|"
    r"est[ea]|resumen|resumo|quest[oa]|riassunto|dez\w|deze|dit|samenvatting|denne|dette|detta|sammendrag|"
    r"sammanfattning|"
    r"tämä\w*|t[eo]n?|podsumowanie|streszczenie|toto|tento|shrnutí|ez|acest\w*|rezumat\w*|bu|özet\w*|ini|"
    r"ringkasan)\b",
    re.IGNORECASE,
)
"""What a note says of the text beside it, in languages that are written in Latin letters."""

_WORDS = words(
    """
    AI KI IA A.I I.A GPT Gemini Claude ntellig nteligen ИИ нтеллект нтелект ekoäly esterséges apay ecerdasan 人工
    生成AI 인공 الاصطناعي מלאכותית مصنوعی ปัญญาประดิษฐ์ कृत्रिम achine nhân
    """
)
"""Parts of words of which each note has one; looked for first, since that is quicker."""

LONGEST_NOTE = 250
"""Letters of the note."""

FEW_MORE = 2
"""Lines that an outer box may add (a heading, a button) and be the same box."""

_OUTER = frozenset(("article", "main", "body"))


def machine_summaries(boxes: Boxes) -> Iterator[int]:
    """The lines of boxes with a summary and the note that a machine made it."""
    found = [word for word in _WORDS if word in boxes.text]
    if not found:
        return
    for place in boxes.odd:
        line = boxes.page_lines.lines[place]
        if is_machine_note(line.text):
            box = _box_of(boxes, line.element)
            if box is not None:
                yield from boxes.places(box)


def is_machine_note(text: str) -> bool:
    """Whether a line is the note that a machine made the summary beside it."""
    if len(text) > LONGEST_NOTE or not any(word in text for word in _WORDS):
        return False
    found = _NOTE.search(text)
    return found is not None and (_ABOUT.search(text) is not None or not text.isascii())


def _box_of(boxes: Boxes, element: int) -> int | None:
    """The smallest box with more than the note, and what only adds a heading or a button to it."""
    page_lines = boxes.page_lines
    while boxes.is_small(element) and len(boxes.places(element)) < 2:
        element = page_lines.parent[element]
    if not boxes.is_small(element) or page_lines.tag[element] in _OUTER or boxes.has_prose_beside(element):
        return None
    while (
        boxes.is_small(above := page_lines.parent[element])
        and len(boxes.places(above)) <= len(boxes.places(element)) + FEW_MORE
        and sum(map(is_paragraph, boxes.lines(above))) == sum(map(is_paragraph, boxes.lines(element)))
    ):
        element = above
    return element
