"""Pictures of AMP pages as pictures: `amp-img` and `amp-anim` show what `img` does, with its attributes.

What looks for the picture of a caption, or above a text, then needs to know one element alone.
"""

from tuinews.extract.article.markup.nodes import outermost
from tuinews.extract.page.elements import PageElements

_SET = ("src", "srcset", "alt", "width", "height", "class", "data-src")

MOST = 200
"""Pictures of one page that are made plain."""


def plain_pictures(elements: PageElements) -> None:
    """Makes an `img` of each such element, with what it has inside for browsers that know it not left out."""
    found = elements.of("amp-img", "amp-anim")
    for node in outermost(found)[:MOST]:
        image = elements.tree.create_node("img")
        for name in _SET:
            value = node.attributes.get(name)
            if value is not None:
                image.attrs[name] = value
        node.replace_with(image)
    if found:
        elements.changed()
