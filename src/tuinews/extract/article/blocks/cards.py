"""Cards: a picture and a title that lead to another article, set between the paragraphs of this one.

A picture of the article itself may be a link too: to its own larger file, to a gallery, to another site. A card
leads to another page of the same site and is small, or has nothing but the title of that page beside it.
"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tuinews.address import join
from tuinews.extract.page.tree import attribute, elements_beside
from tuinews.late import late_pattern
from tuinews.model.document import Figure, Spans

THUMBNAIL = 200
"""Pixels; a linked picture that says it is no wider is a card's."""

_NEAR = 3
"""Elements above and beside a picture among which the words of its card are looked for."""
_FILE = late_pattern(r"\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?|pdf|mp4)$", re.IGNORECASE)
_GALLERY = late_pattern(
    r"(?:^|[/_.-])(?:galler\w*|galer\w*|photos?|photo-\w+|slideshow|diaporama|images?|fotos?|fotostrecke|bild(?:er)?|bilder\w+"
    r"|pictures?|media|album|attachment|wp-content|file|datei|fichier|anh|hinh-anh|ficheiro|файл|ファイル)(?=$|[:/_.-])",
    re.IGNORECASE,
)


def is_card(image: LexborNode, figure: Figure, base: str | None) -> bool:
    """Whether a picture leads to another article: it is a thumbnail, or beside it stands that article's title."""
    link = _link_around(image)
    if link is None or not leads_elsewhere(attribute(link, "href"), base):
        return False
    box = link.parent
    around = box.parent if box is not None else None
    if any("gallery" in attribute(one, "class") for one in (box, around)):
        return False
    if figure.width is not None and figure.width <= THUMBNAIL:
        return True
    if link.text(deep=True).strip():
        return True
    href = attribute(link, "href")
    return any(_is_title(beside, href) for beside in _beside(link))


def is_title_of_another(spans: Spans, base: str | None) -> bool:
    """Whether a caption is a link to another article of the site, and nothing else."""
    return bool(spans) and all(
        span.href and leads_elsewhere(span.href, base) for span in spans if not span.text.isspace()
    )


def leads_elsewhere(href: str, base: str | None) -> bool:
    """Whether an address is that of another page of the same site, and not of a picture or a gallery."""
    address = join(base, href) if base else None
    if address is None or base is None:
        return False
    here, there = urlsplit(base), urlsplit(address)
    same = here.netloc.removeprefix("www.") == there.netloc.removeprefix("www.")
    path = there.path.rstrip("/")
    other = bool(path) and (path, there.query) != (here.path.rstrip("/"), here.query)
    return same and other and not _FILE.search(path) and not _GALLERY.search(path)


def _link_around(image: LexborNode) -> LexborNode | None:
    node = image.parent
    for _ in range(_NEAR):
        if node is None or node.tag == "a":
            return node
        node = node.parent
    return None


def _beside(link: LexborNode) -> Iterator[LexborNode]:
    """The elements after and before a link, and those around an element that holds the link alone."""
    box = link
    for _ in range(2):
        yield from islice(elements_beside(box, "next"), _NEAR)
        yield from islice(elements_beside(box, "prev"), _NEAR)
        if box.parent is None or box.parent.text(deep=True).strip():
            return
        box = box.parent


def _is_title(node: LexborNode, href: str) -> bool:
    """Whether an element holds a link to `href` with text, and no other text to speak of."""
    link = node if node.tag == "a" else node.css_first("a[href]")
    if link is None or attribute(link, "href") != href:
        return False
    text, whole = link.text(deep=True).strip(), node.text(deep=True).strip()
    return bool(text) and len(whole) <= 2 * len(text) + 20
