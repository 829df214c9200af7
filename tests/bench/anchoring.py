"""How many highlights are found again in texts that were changed: `python tests/bench/anchoring.py`.

Each sentence of the guide's articles, in both of its languages, is highlighted once. Then the text is changed: the
sentence is taken away (it must be lost), a sixth of its words are others, its neighbours are others, or all of the
article is set in another way (it must be found where it stands).
"""

import random
import re
import time
from collections import Counter
from collections.abc import Callable

from tuinews.anchoring import AnchorText
from tuinews.demo.edition import edition

WORDS = [
    "một",
    "hai",
    "the",
    "river",
    "sông",
    "of",
    "market",
    "chợ",
    "news",
    "mưa",
    "rain",
    "người",
    "people",
    "under",
    "trên",
    "đường",
]
LEAST = 20


def main() -> None:
    """Print, for each change, how many were found rightly, wrongly, and not at all."""
    random.seed(7)
    counts: dict[str, Counter[str]] = {name: Counter() for name in CHANGES}
    spent = 0.0
    for one in edition():
        sentences = [s for s in re.split(r"(?<=[.!?])\s+", one.article.text) if len(s) >= LEAST]
        text = " ".join(sentences)
        for number, sentence in enumerate(sentences):
            at = text.index(sentence)
            quotation = AnchorText(text).quote(at, at + len(sentence))
            if quotation is None:
                continue
            for name, change in CHANGES.items():
                changed, expected = change(sentences, number)
                started = time.perf_counter()
                found = AnchorText(changed).find(quotation)
                spent += time.perf_counter() - started
                said = changed[found.start : found.end] if found else ""
                counts[name]["lost" if found is None else "right" if _alike(said, expected) else "wrong"] += 1
    for name, counted in counts.items():
        print(f"{name:22} right {counted['right']:4}  wrong {counted['wrong']:4}  lost {counted['lost']:4}")
    print(f"{spent * 1000 / sum(counted.total() for counted in counts.values()):.1f} ms a look")


def _alike(said: str, expected: str) -> bool:
    """Whether two passages are one, but for a word or two at their ends."""
    return bool(expected) and abs(len(said) - len(expected)) <= 12 and (said in expected or expected in said)


def _removed(sentences: list[str], number: int) -> tuple[str, str]:
    return " ".join(sentences[:number] + sentences[number + 1 :]), ""


def _edited(sentences: list[str], number: int) -> tuple[str, str]:
    words = sentences[number].split()
    for place in random.sample(range(len(words)), max(1, len(words) // 6)):
        words[place] = random.choice(WORDS)
    edited = " ".join(words)
    return " ".join([*sentences[:number], edited, *sentences[number + 1 :]]), edited


def _among_others(sentences: list[str], number: int) -> tuple[str, str]:
    others = [" ".join(random.choices(WORDS, k=12)) + "." for _ in sentences]
    others[number] = sentences[number]
    return " ".join(others), sentences[number]


def _set_anew(sentences: list[str], number: int) -> tuple[str, str]:
    return "\n\n".join(["Another lead.", *sentences]), sentences[number]


CHANGES: dict[str, Callable[[list[str], int], tuple[str, str]]] = {
    "taken away": _removed,
    "a sixth of its words": _edited,
    "all beside it": _among_others,
    "set in another way": _set_anew,
}

if __name__ == "__main__":
    main()
