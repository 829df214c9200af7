"""What is at an address where a server with an account was expected, and what to do with it."""

import re

from tuinews.errors import FetchError, Remedy
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.library.accounts.server import Ask
from tuinews.model.accounts.account import ServerKind
from tuinews.text import clean_line, unescaped
from tuinews.web.api_requests import ApiAnswer, ApiRequest

with late_imports(__name__):
    from tuinews.extract import discover

PROTOCOL_NAMES = {
    ServerKind.GOOGLE_READER: "Google Reader",
    ServerKind.TT_RSS: "Tiny Tiny RSS",
    ServerKind.FEVER: "Fever",
    ServerKind.NEXTCLOUD_NEWS: "Nextcloud News",
}
"""What the protocols are called, in every language."""

_SAYS_ENOUGH = (301, 302, 303, 307, 308, 401, 403, 429, 503)
"""Statuses of a server that is there: it is elsewhere, the password is refused, a pause, an interface that is
switched off.
"""

_SNIFFED = 100_000
"""Characters of an answer that are looked at, to tell what was found instead of the interface."""
_TITLE = re.compile(r"<title\b[^>]*>([^<]{1,500})", re.IGNORECASE)


async def no_interface(ask: Ask, kind: ServerKind, address: str, error: FetchError) -> FetchError:
    """The error of a sign-in that failed with `error`, with what is at the address in place of an interface.

    One request is made, without the password. Where the server itself was not reached, `error` says it all.
    """
    if error.status in _SAYS_ENOUGH or error.offline or error.unknown_name:
        return error
    try:
        answer = await ask(ApiRequest.get(address))
    except FetchError as other:
        if other.status is None:
            return error
        found, what_to_do = other.why, _check(kind)
    else:
        found, what_to_do = _found(answer, kind)
    why = _("there is no {protocol} API at this address: {found}", protocol=PROTOCOL_NAMES[kind], found=found)
    return FetchError(address, why, what_to_do, status=error.status)


def _found(answer: ApiAnswer, kind: ServerKind) -> tuple[str, str]:
    """What an answer is, and what to do."""
    if not answer.is_success:
        return answer.refusal().why, _check(kind)
    text = answer.text[:_SNIFFED]
    if discover.kind_of(text, answer.headers.get("content-type")).traits.is_web_page:
        title = _TITLE.search(text)
        if title and title[1].strip():
            return _("it is a web page, “{title}”", title=clean_line(unescaped(title[1]), 60)), _check(kind)
        return _("it is a web page") if answer.is_page else _("it is something else"), _check(kind)
    return _("it is a feed"), Remedy.ADD_SOURCE


def _check(kind: ServerKind) -> str:
    if kind is ServerKind.GOOGLE_READER:
        return _(
            "check the address (FreshRSS shows it under Settings, Profile) and the kind of server; a "
            "site or a feed needs no account: add it as a source (tuinews add)"
        )
    return _(
        "check the address and the kind of server; a site or a feed needs no account: add it as a source "
        "(tuinews add)"
    )
