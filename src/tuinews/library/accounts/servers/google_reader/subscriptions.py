"""The subscriptions and labels of the Google Reader API, out of their JSON."""

import html
from typing import Any

from tuinews.address import join
from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.library.accounts.servers.plain_signs import plain_signs
from tuinews.library.sources.edits import DEEPEST, LONGEST_NAME
from tuinews.model.accounts.server_state import ServerSource
from tuinews.text import clean_line

_LABEL = "/label/"


def subscriptions(host: str, value: Any) -> list[ServerSource]:
    """All subscriptions. Raises FetchError if that is no list of them; one without an address is left out."""
    listed = value.get("subscriptions") if isinstance(value, dict) else None
    if not isinstance(listed, list):
        raise FetchError(host, _("the answer is not a list of subscriptions"), _("try again later"))
    found = (_subscription(one) for one in listed if isinstance(one, dict))
    return [one for one in found if one is not None]


def label_names(value: Any) -> list[str]:
    """The names of all labels that are not said to be folders."""
    listed = value.get("tags") if isinstance(value, dict) else None
    tags = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    names = [_label(one.get("id")) for one in tags if one.get("type") != "folder"]
    return [name for name in dict.fromkeys(names) if name]


def _subscription(one: dict[str, Any]) -> ServerSource | None:
    stream, url = one.get("id"), one.get("url")
    if not isinstance(stream, str) or not stream:
        return None
    # Only this one: `?a=1&copy=2` has no sign of copyright in it.
    address = join(None, url.replace("&amp;", "&") if isinstance(url, str) else stream.removeprefix("feed/"))
    if address is None:
        return None
    title = clean_line(plain_signs(html.unescape(str(one.get("title") or ""))), LONGEST_NAME) or address
    return ServerSource(stream, address, title, _folder(one.get("categories")))


def _folder(categories: Any) -> str | None:
    """The first folder of a subscription, as folders are called here."""
    for one in categories if isinstance(categories, list) else []:
        label = one.get("label") or _label(one.get("id")) if isinstance(one, dict) else None
        parts = [clean_line(html.unescape(part), LONGEST_NAME) for part in str(label or "").split("/")]
        path = "/".join([part for part in parts if part][: DEEPEST - 1])
        if path:
            return path
    return None


def _label(stream: Any) -> str:
    return stream.partition(_LABEL)[2] if isinstance(stream, str) else ""
