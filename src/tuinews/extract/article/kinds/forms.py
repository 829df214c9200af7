"""What form a text has, told by the text itself and by what its page declares: a review, an interview, a
transcript, a poem, an obituary."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from tuinews.extract.page.structured import Node, Structured
from tuinews.late import late_pattern
from tuinews.model.article import PageKind
from tuinews.model.document import Block, Document, Heading, Mark, Paragraph, plain

LEAST_QUESTIONS, QUESTION_SHARE = 3, 0.2
"""Questions set apart (bold or slanted), and their share of the paragraphs, from which a text is an
interview."""

LEAST_TURNS, TURN_SHARE, MOST_SPEAKERS = 8, 0.6, 12
"""Paragraphs that begin with a speaker's name and a colon, their share, and how many speakers a transcript has; so
many paragraphs, at least, stand between two headings of it."""

NAMED_SHARE, USUAL_TURN = 0.8, 40
"""Share of the turns whose label is a name of two words or in capitals ("Price:" is none), and how many letters
are usually said: lists of facts have shorter ones."""

LEAST_VERSES, VERSE_SHARE, LONGEST_VERSE = 8, 0.85, 70
"""Lines that a break ends, their share of the text, and the length of a usual one, from which a text is a poem."""

_QUESTION_END = late_pattern(r"[?？؟\u037e]['\"”’»\s]*$")
_LABEL = late_pattern(r"^\s*([^\s:：][^:：\n]{0,38}[^\s:：]|[^\s:：]{1,2})\s*[:：]\s*\S")
_ASKED = late_pattern(
    r"^\s*(?:q|question|frage|pregunta|domanda|pergunta|vraag|вопрос|hỏi|pv|phóng viên|問|问|質問|질문|"
    r"سؤال|fråga|spørsmål|spørgsmål|pytanie|soru)\s*(?:\d+\s*)?[.:：]",
    re.IGNORECASE,
)
_LIFE = late_pattern(r"[(\[]\D{0,12}(1[89]\d\d)\s*[-–—‒~]\s*\D{0,12}(19\d\d|20\d\d)\s*[)\]]")
_OBITUARY = late_pattern(
    r"obituar|nachruf|n[eé]crolog|obituario|necrologi|некролог|cáo phó|tin buồn|訃報|讣告|부고|"
    r"dødsfall|minneord|nekrolog|vefat|وفيات",
    re.IGNORECASE,
)
_DIED = late_pattern(
    r"\b(?:has )?died (?:\w+ ){0,3}(?:at the age of|aged|age) \d{2,3}\b"
    r"|\b(?:has died,? (?:aged|at)|dies at) \d{2,3}\b"
    r"|ist im Alter von \d{2,3} Jahren (?:gestorben|verstorben)|est mort[e]? à l[’']âge de \d{2,3} ans"
    r"|(?:falleció|murió|ha muerto) a los \d{2,3} años|qua đời ở tuổi \d{2,3}|hưởng thọ \d{2,3}",
    re.IGNORECASE,
)
"""What is said of somebody who died, in the title or at the beginning."""

_YEARS = late_pattern(r"(1[89]\d\d)\s?[-–—]\s?((?:19|20)\d\d)$")
"""A life at the end of a title."""

_OF_TRANSCRIPT = late_pattern(
    r"©|copyright|transcri(?:pt|zion|pci|ção|cao)|transkript|trascrizion|расшифровк|стенограмм|bản ghi|gỡ băng"
    r"|文字起こし|文字稿|逐字稿|녹취",
    re.IGNORECASE,
)
"""What speaks of a transcript, below its last turn."""

_RATED = late_pattern(r"reviewRating|aggregateRating|itemReviewed", re.IGNORECASE)


def form_of(
    document: Document, title: str, lead: str | None, page: Structured, headings: Collection[str]
) -> PageKind | None:
    """The form of a text, None for a text as any other; `headings` are those that the page has as such, since
    short bold paragraphs are headings of a document too."""
    if _is_review(page):
        return PageKind.REVIEW
    if _is_poem(document.blocks):
        return PageKind.POEM
    said = [plain(block.spans).strip() for block in document.blocks if isinstance(block, Paragraph)]
    said = [text for text in said if text]
    if _is_interview(document.blocks, said, headings):
        return PageKind.INTERVIEW
    parts = sum(isinstance(block, Heading) for block in document.blocks)
    if parts * LEAST_TURNS <= len(said) and _is_transcript(said):
        return PageKind.TRANSCRIPT
    return PageKind.OBITUARY if _is_obituary(title, lead or (said[0] if said else ""), page) else None


def _is_review(page: Structured) -> bool:
    """Whether the page says that it reviews something and how it rates it."""
    return any("Review" in _types(node) and _RATED.search(" ".join(node)) for node in page.nodes) or any(
        "Review" in _types(inner) for node in page.articles for inner in _inner(node.get("review"))
    )


def _types(node: Node) -> list[str]:
    value = node.get("@type")
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]


def _inner(value: object) -> list[Node]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _is_interview(blocks: Sequence[Block], said: list[str], headings: Collection[str]) -> bool:
    """Whether questions that are set apart are answered, one after the other."""
    asked = sum(bool(_ASKED.match(text)) for text in said)
    texts = [block for block in blocks if isinstance(block, Paragraph | Heading)]
    are_questions = [_is_question(block, headings) for block in texts]
    answered = sum(
        is_question and isinstance(after, Paragraph) and not is_too
        for is_question, (_, after), is_too in zip(are_questions, pairwise(texts), are_questions[1:], strict=False)
    )
    questions = max(asked, answered)
    return questions >= LEAST_QUESTIONS and questions >= QUESTION_SHARE * len(said)


def _is_question(block: Paragraph | Heading, headings: Collection[str]) -> bool:
    """Whether it is a question that is set apart; the page's own headings belong to lists of questions and
    answers."""
    text = plain(block.spans).strip()
    if not _QUESTION_END.search(text):
        return False
    if isinstance(block, Heading):
        return text not in headings
    words = [span for span in block.spans if span.text.strip()]
    return bool(words) and all(Mark.STRONG in span.marks or Mark.EMPHASIS in span.marks for span in words)


def _is_transcript(said: list[str]) -> bool:
    """Whether speakers take turns: a few names, each several times, before most paragraphs, and much is said."""
    labelled = [(match[1], len(text) - match.end()) for text in said if (match := _LABEL.match(text))]
    names = {label.casefold() for label, _ in labelled}
    turns = [(_speaker(label, names), size) for label, size in labelled]
    counts = Counter(label.casefold() for label, _ in turns)
    spoken = [(label, size) for label, size in turns if counts[label.casefold()] > 1]
    speakers = {label.casefold() for label, _ in spoken}
    if not 2 <= len(speakers) <= MOST_SPEAKERS or len(spoken) < max(LEAST_TURNS, TURN_SHARE * len(said)):
        return False
    named = sum(label.isupper() or " " in label for label, _ in spoken)
    usual = sorted(size for _, size in spoken)[len(spoken) // 2]
    return named >= NAMED_SHARE * len(spoken) and usual >= USUAL_TURN


def without_disclaimers(document: Document) -> Document:
    """A transcript without what is said of itself below its last turn: whose it is, how it was made."""
    blocks = document.blocks
    turns = [
        place
        for place, block in enumerate(blocks)
        if isinstance(block, Paragraph) and _LABEL.match(plain(block.spans).strip())
    ]
    end = turns[-1] + 1 if turns else len(blocks)
    told = (
        place
        for place in range(end, len(blocks))
        if _OF_TRANSCRIPT.search(" ".join(Document((blocks[place],)).lines)) is not None
    )
    return Document(blocks[: next(told, len(blocks))])


def _speaker(label: str, names: Collection[str]) -> str:
    """Who speaks: a full name with a role is the surname that the other turns have ("JO FIELD, HOST", "FIELD")."""
    name = label.partition(",")[0].split()
    last = name[-1] if name else label
    return last if last.casefold() in names else label


def _is_poem(blocks: Sequence[Block]) -> bool:
    """Whether most of the text is short lines that breaks end."""
    if any(span.href for block in blocks if isinstance(block, Paragraph) for span in block.spans):
        return False
    verses = [line for block in blocks for line in _verses(block)]
    if len(verses) < LEAST_VERSES:
        return False
    letters = sum(len(line) for line in Document(tuple(blocks)).lines) or 1
    if sum(map(len, verses)) < VERSE_SHARE * letters:
        return False
    return sorted(map(len, verses))[len(verses) // 2] <= LONGEST_VERSE


def _verses(block: Block) -> Iterator[str]:
    lines = plain(block.spans).split("\n") if isinstance(block, Paragraph) else []
    return iter([line for line in lines if line.strip()] if len(lines) > 2 else [])


def _is_obituary(title: str, opening: str, page: Structured) -> bool:
    """Whether a life from year to year stands in the title or the opening, or the page is filed so."""
    filed = " ".join((page.meta("article:section", "section", "og:type"), page.links.get("canonical", ""), title))
    life = _LIFE.search(f"{title}\n{opening[:400]}")
    lived = life is not None and 15 <= int(life[2]) - int(life[1]) <= 115
    years = _YEARS.search(title)
    if years is not None and 15 <= int(years[2]) - int(years[1]) <= 115 and _DIED.search(opening):
        return True
    return bool(_OBITUARY.search(filed)) or (lived and life is not None and _LIFE.search(title) is not None)
