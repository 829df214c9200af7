"""Galleries: pages whose text is the captions of their pictures, in their order."""

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait

LEAST_PICTURES = 4
"""Pictures with a caption from which a page is a gallery; an article may have three."""

LEAST_SHARE = 1.0
"""Letters of the captions for each letter of the text beside them."""

LONGEST_TITLE_LINK = 0.5
"""Share of linked letters from which the line under a picture is the title of another article."""

_OUTSIDE = int(Trait.NAVIGATION | Trait.UNSHOWN)
_CAPTION = int(Trait.CAPTION)


def gallery_captions(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The lines of the captions, [] where the page is no gallery; `kept` are the lines that look like a text."""
    figures = page_lines.index.tagged("figure")
    if len(figures) < LEAST_PICTURES:
        return []
    captions: dict[int, None] = {}
    pictures = 0
    for element in figures:
        if page_lines.traits[element] & _OUTSIDE:
            continue
        places = range(page_lines.first[element], page_lines.last[element])
        own = [place for place in places if _is_called(page_lines, place)]
        if (
            own
            and not _is_of_another(page_lines, places)
            and page_lines.node[element].css_first("img") is not None
        ):
            pictures += 1
            captions.update(dict.fromkeys(own))
    size = sum(page_lines.lines[place].size for place in captions)
    beside = sum(page_lines.lines[place].size for place in kept if place not in captions)
    return list(captions) if pictures >= LEAST_PICTURES and size >= LEAST_SHARE * beside else []


def _is_called(page_lines: PageLines, place: int) -> bool:
    """Whether a line of a figure is a caption by its tag or its name."""
    line = page_lines.lines[place]
    name = page_lines.names[line.element]
    return bool(page_lines.traits[line.element] & _CAPTION) or name in page_lines.index.captions


def _is_of_another(page_lines: PageLines, places: range) -> bool:
    """Whether a figure leads to another article: most of its words are a link, or it stands among comments."""
    lines = [page_lines.lines[place] for place in places]
    linked, size = sum(line.linked for line in lines), sum(line.size for line in lines)
    if linked > LONGEST_TITLE_LINK * size:
        return True
    return any(page_lines.names[line.element] in page_lines.index.comments for line in lines)
