"""Pictures in data as figures of HTML, with their captions."""

from collections.abc import Mapping
from html import escape

from tuinews.extract.page.data.content_keys import Node
from tuinews.extract.page.data.prose import plain
from tuinews.extract.page.data.references import References

_ADDRESSES = (
    "url",
    "src",
    "originalUrl",
    "original_url",
    "imageUrl",
    "image_url",
    "href",
    "source_url",
    "mediaItemUrl",
    "contentUrl",
    "permalink",
)
_CAPTIONS = ("caption", "captionText", "legend", "description", "subtitle")
_CREDITS = ("credit", "credits", "copyright", "attribution", "photographer", "source")
_ALTS = ("alt", "altText", "alt_text", "alternativeText", "title")
_HOLDERS = (
    "image",
    "file",
    "asset",
    "media",
    "data",
    "attrs",
    "attributes",
    "fields",
    "model",
    "target",
    "picture",
    "photo",
    "imageData",
    "crop",
    "original",
    "src",
    "value",
    "props",
)
DEPTH = 5
"""Objects around the address of a picture: `data.target.fields.file.url`."""


def figure_of(block: Node, references: References) -> str:
    """The picture of a block as a figure, "" where it has no address."""
    address = _found(block, _ADDRESSES, references, DEPTH)
    if not address.startswith(("http", "/")):
        return ""
    caption = plain(_found(block, _CAPTIONS, references, DEPTH))
    credit = plain(_found(block, _CREDITS, references, 2))
    alt = plain(_found(block, _ALTS, references, DEPTH))
    said = escape(caption, quote=False)
    if credit and credit not in caption:
        said += f' <span class="credit">{escape(credit, quote=False)}</span>'
    below = f"<figcaption>{said.strip()}</figcaption>" if said else ""
    return f'<figure><img src="{escape(address)}" alt="{escape(alt)}">{below}</figure>'


def _found(block: object, names: tuple[str, ...], references: References, depth: int) -> str:
    """The first string under one of these names, here or in what holds the picture."""
    block = references.follow(block)
    if not isinstance(block, Mapping) or depth < 0:
        return ""
    for name in names:
        value = references.follow(block.get(name))
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, Mapping) and isinstance(
            text := value.get("text") or value.get("url") or value.get("html"), str
        ):
            return text
    return next((text for name in _HOLDERS if (text := _found(block.get(name), names, references, depth - 1))), "")
