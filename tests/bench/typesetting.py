"""How long typesetting takes: `python tests/bench/typesetting.py`. Best of seven, in milliseconds.

To hold: 15 ms for an article of 3,000 words, 100 ms for 100 KB of text.
"""

import random
import time

from tuinews.demo.edition import edition
from tuinews.model.article import Article
from tuinews.model.document import Code, Document, Paragraph, Span, Table
from tuinews.typeset.page.find import find
from tuinews.typeset.typeset import typeset

SYLLABLES = (
    "thực",
    "hiện",
    "chủ",
    "trương",
    "bình",
    "đẳng",
    "giới",
    "vì",
    "sự",
    "tiến",
    "bộ",
    "phụ",
    "nữ",
    "tỉnh",
)


def words(count: int, chance: random.Random) -> Document:
    """Paragraphs of 60 words, one link in each."""
    paragraphs = []
    for _ in range(count // 60):
        text = " ".join(chance.choice(SYLLABLES) for _ in range(60))
        paragraphs.append(
            Paragraph((Span(text[:50]), Span(text[50:70], (), "https://a.example/1"), Span(text[70:])))
        )
    return Document(tuple(paragraphs))


def documents() -> dict[str, Document]:
    """What is measured, by name."""
    chance = random.Random(1)
    chinese = "".join(
        chr(chance.randint(0x4E00, 0x9000)) if chance.random() > 0.1 else "，" for _ in range(33_000)
    )
    rows = tuple(tuple((Span(chance.choice(SYLLABLES) * 3),) for _ in range(5)) for _ in range(200))
    essay = max(edition(), key=lambda guide: len(guide.article.text))
    return {
        "the guide's essay": essay.article.document,
        "3,000 words": words(3000, chance),
        "100 KB of Vietnamese": words(18_000, chance),
        "100 KB of Chinese": Document(
            tuple(Paragraph((Span(chinese[i : i + 200]),)) for i in range(0, 33_000, 200))
        ),
        "one word of 100 KB": Document((Paragraph((Span("a" * 100_000),)),)),
        "300 lines of Python": Document((Code("x = call('a')  # b\n" * 300, "python"),)),
        "a table of 200 rows": Document((Table(tuple((Span("h"),) for _ in range(5)), rows),)),
    }


def best(article: Article, width: int) -> float:
    """The fastest of seven runs, in milliseconds."""
    times = []
    for _ in range(7):
        start = time.perf_counter()
        typeset(article, width)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def main() -> None:
    """Print one line a document."""
    for name, document in documents().items():
        article = Article(None, "Title", document)
        print(f"{name:24} {best(article, 80):7.2f} ms at 80 cells, {best(article, 40):7.2f} ms at 40")
    page = typeset(Article(None, "Title", words(18_000, random.Random(2))), 80)
    start = time.perf_counter()
    matches = find(page.lines, "binh dang")
    print(f"find in 100 KB           {(time.perf_counter() - start) * 1000:7.2f} ms, {len(matches)} matches")


if __name__ == "__main__":
    main()
