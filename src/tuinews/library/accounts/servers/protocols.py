"""Which class speaks which protocol: one more protocol is one more line."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.library.accounts.server import AccountServer, Ask, PasswordOf
from tuinews.library.accounts.servers.fever import Fever
from tuinews.library.accounts.servers.google_reader.client import GoogleReader
from tuinews.library.accounts.servers.nextcloud_news import NextcloudNews
from tuinews.library.accounts.servers.tt_rss import TinyTinyRss
from tuinews.model.accounts.account import ServerKind

PROTOCOLS: Mapping[ServerKind, Callable[[Ask, str, str, PasswordOf], AccountServer]] = MappingProxyType(
    {
        ServerKind.GOOGLE_READER: GoogleReader,
        ServerKind.TT_RSS: TinyTinyRss,
        ServerKind.FEVER: Fever,
        ServerKind.NEXTCLOUD_NEWS: NextcloudNews,
    }
)
"""What makes a server of each kind, from how it is asked, its address, the user and where the password is."""


def server_of(kind: ServerKind, ask: Ask, address: str, user: str, password: PasswordOf) -> AccountServer:
    """The server of an account. Raises TuinewsError for a kind that is not spoken."""
    make = PROTOCOLS.get(kind)
    if make is None:
        raise TuinewsError(kind.value, _("this version does not speak it"), _("update tuinews"))
    return make(ask, address, user, password)
