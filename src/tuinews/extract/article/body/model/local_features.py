"""The features of a line by itself, by which the first pass judges."""

import math

from tuinews.extract.article.body.model.element_features import ElementFeatures
from tuinews.extract.article.body.model.features import Row
from tuinews.extract.article.body.model.lexicon import Lexicon
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.late import late_pattern

_WIDE = late_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WIDE_COUNTS = 2.5
"""Letters of an alphabet that say as much as one of these."""

_ENDS = frozenset(".!?…。！？:;»”\"')।؟’」』：；")
_SHORT = 120
"""Letters of a line whose words are looked up; a longer one is recognized by its length."""

TAGS = {
    "p": 0.0,
    "div": 1.0,
    "li": 2.0,
    "td": 3.0,
    "h1": 4.0,
    "h2": 5.0,
    "h3": 6.0,
    "h4": 7.0,
    "h5": 7.0,
    "h6": 7.0,
    "blockquote": 8.0,
    "figcaption": 9.0,
    "th": 10.0,
    "dd": 11.0,
    "dt": 11.0,
    "section": 12.0,
    "article": 13.0,
    "pre": 14.0,
}
"""A number for each tag of a line; any other is 15. The model knows them, their order means nothing."""


def local_features(page_lines: PageLines, elements: ElementFeatures, lexicon: Lexicon) -> list[Row]:
    """The `LOCAL` features of every line."""
    return [_row(line, page_lines.tag[line.element], elements, lexicon) for line in page_lines.lines]


def _row(line: PageLine, tag: str, elements: ElementFeatures, lexicon: Lexicon) -> Row:
    """The features of a line in an element of this tag, in the order of `LOCAL`."""
    text, size, element = line.text, line.size, line.element
    wide = 0.0 if text.isascii() else float(_WIDE.search(text[:60]) is not None)
    mean, lowest = lexicon.line_scores(text) if size <= _SHORT else (0.0, 0.0)
    inner = lexicon.name_range(line.own)[0] if line.own else 0.0
    stops = text.count(". ") + text.count(", ")
    if wide:
        stops += text.count("。") + text.count("，") + text.count("、")
    return [
        math.log2(size * (_WIDE_COUNTS if wide else 1.0) + 1.0),
        line.linked / size if line.linked < size else 1.0,
        1.0 if text[-1] in _ENDS else 0.0,
        float(stops),
        elements.own[element],
        elements.low[element],
        elements.sum[element],
        mean,
        lowest,
        float(line.links),
        line.bold / size,
        float(line.pictures),
        0.0 if inner == math.inf else inner,
        TAGS.get(tag, 15.0),
        wide,
    ]
