"""Posts that stand twice: their beginning as a preview, and the whole text, which a click shows in its place."""

from collections.abc import Sequence

from tuinews.model.document import Block, Document

LEAST_PREVIEW = 40
"""Letters of a preview; shorter ones may be the same words said twice."""

_CUT = " \t\n….[]()"


def without_preview(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a post without a preview of it: the same blocks before them, the last one cut where it is."""
    texts = ["\n".join(Document((block,)).lines) for block in blocks]
    for length in range(1, len(texts) // 2 + 1):
        if texts[:length] == texts[length : 2 * length]:
            is_preview = length > 1 or len(texts) == 2
        else:
            *same, last = texts[:length]
            is_preview = same == texts[length : 2 * length - 1] and _is_cut(last, texts[2 * length - 1])
        if is_preview and sum(map(len, texts[:length])) >= LEAST_PREVIEW:
            return blocks[length:]
    return blocks


def _is_cut(preview: str, whole: str) -> bool:
    """Whether a block is the beginning of another, with or without an ellipsis."""
    beginning = preview.rstrip(_CUT)
    return bool(beginning) and whole.startswith(beginning)
