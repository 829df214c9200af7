"""Players of other sites as frames: elements that a script makes into one, and the older `object` and `embed`.

Each names what it shows by an address, or by the number that a site gives its films. Whether a frame belongs to
the article is decided where blocks are made (`blocks.figures`), as for those that the page has itself.
"""

from collections.abc import Mapping
from urllib.parse import quote

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.nodes import outermost
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import attribute

MOST = 100
"""Players of one page that are made plain."""

_YOUTUBE = "https://www.youtube.com/embed/{}"
_NUMBERED: Mapping[str, tuple[str, str]] = {
    "lite-youtube": ("videoid", _YOUTUBE),
    "youtube-video": ("video-id", _YOUTUBE),
    "amp-youtube": ("data-videoid", _YOUTUBE),
    "lite-vimeo": ("videoid", "https://player.vimeo.com/video/{}"),
    "amp-vimeo": ("data-videoid", "https://player.vimeo.com/video/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/embed/video/{}"),
}
"""The attribute of each element that has the number of a film, and the address of its frame."""

_ADDRESSED: Mapping[str, str] = {
    "amp-iframe": "src",
    "amp-video": "src",
    "amp-audio": "src",
    "amp-video-iframe": "src",
    "object": "data",
    "embed": "src",
}
"""The attribute of each element that has the address of what it shows."""

_BY_ACCOUNT = frozenset(("video-js", "amp-brightcove"))
_BRIGHTCOVE = "https://players.brightcove.net/{}/{}_default/index.html?videoId={}"
_MADE_OF = (
    ("[data-src]", (".rll-youtube-player[data-src]", "[type=VideoStream][data-src]")),
    ("[data-youtube-id], [data-yt-id]", ("[data-youtube-id]", "[data-yt-id]")),
    ("[class*=wistia_async_]", ("[class*=wistia_async_]",)),
)
"""Elements without a name of their own that are made into players, each behind what tells that there are none: a
search of all markup for one of these signs takes twice as long as a selector."""


def plain_players(elements: PageElements) -> None:
    """Makes an `iframe` of each such element that tells what it shows."""
    named = outermost(elements.of(*_NUMBERED, *_ADDRESSED, *_BY_ACCOUNT))[:MOST]
    made = [(node, _address(node, node.tag or "")) for node in named]
    tree = elements.tree
    for sign, selectors in _MADE_OF:
        for selector in selectors if tree.css_first(sign) is not None else ():
            made.extend((node, _address_beside(node)) for node in outermost(tree.css(selector))[:MOST])
    changed = False
    for node, address in made:
        if address and not _is_shown_beside(node, address):
            changed = True
            _put_frame(elements, node, address)
    if changed:
        elements.changed()


def _put_frame(elements: PageElements, node: LexborNode, address: str) -> None:
    """A drawing is put as the picture that it is."""
    is_picture = attribute(node, "type").startswith("image/")
    frame = elements.tree.create_node("img" if is_picture else "iframe")
    frame.attrs["src"] = address
    for name in ("title", "width", "height"):
        value = node.attributes.get(name) or (name == "title" and node.attributes.get("playlabel"))
        if value:
            frame.attrs[name] = value
    node.replace_with(frame)


def _address(node: LexborNode, tag: str) -> str:
    if tag in _BY_ACCOUNT:
        account, film = attribute(node, "data-account"), attribute(node, "data-video-id")
        player = attribute(node, "data-player") or attribute(node, "data-player-id") or "default"
        return _BRIGHTCOVE.format(quote(account), quote(player), quote(film)) if account and film else ""
    numbered = _NUMBERED.get(tag)
    if numbered is not None:
        number = attribute(node, numbered[0])
        return numbered[1].format(quote(number)) if number else ""
    return attribute(node, _ADDRESSED[tag]) or _source_inside(node)


def _source_inside(node: LexborNode) -> str:
    """The address that an element inside has: of an older player, or of a film in several formats."""
    looks: tuple[tuple[str, str], ...] = (
        ("embed[src]", "src"),
        ("source[src]", "src"),
        ("param[name=movie]", "value"),
    )
    return next(
        (address for selector, name in looks if (address := attribute(node.css_first(selector), name))), ""
    )


def _address_beside(node: LexborNode) -> str:
    """The address of a player that has no element of its own."""
    number = attribute(node, "data-youtube-id") or attribute(node, "data-yt-id")
    if number:
        return _YOUTUBE.format(quote(number))
    names = attribute(node, "class").split()
    wistia = next((name.removeprefix("wistia_async_") for name in names if name.startswith("wistia_async_")), "")
    return f"https://fast.wistia.net/embed/iframe/{quote(wistia)}" if wistia else attribute(node, "data-src")


def _is_shown_beside(node: LexborNode, address: str) -> bool:
    """Whether what stands in an element is its frame already."""
    return any(frame.attrs.get("src") == address for frame in node.css("iframe"))


__all__ = ["plain_players"]
