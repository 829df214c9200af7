"""The rows that are offered for what is typed: addresses, a file, sources of the catalogue, accounts."""

from collections.abc import Collection, Sequence

from tuinews.address import masked
from tuinews.catalogue import CatalogueSource
from tuinews.errors import TuinewsError
from tuinews.folding import fold
from tuinews.language import _, language_name
from tuinews.library.mail.mailboxes import typed_mailbox
from tuinews.model.discovery import AddedSource, Candidate
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.adding.offers import (
    AccountOffer,
    AddressesOffer,
    AddressOffer,
    FileOffer,
    GuessOffer,
    ReadOffer,
    SiteListOffer,
)
from tuinews.ui.screens.overlays.adding.typed_addresses import existing_file, typed_addresses
from tuinews.ui.widgets.fields.choices import Choice
from tuinews.ui.words.servers import accounts
from tuinews.ui.words.sources import adding

_ACCOUNTS = ("account", "server", "sync", "freshrss", "miniflux", "reader", "tt-rss", "nextcloud", "fever")
"""What somebody types who looks for an account; their own language finds it by the words of the row."""

_LEAST_LETTERS = 3
"""Letters of what is typed by which the row of accounts is found."""


def offers(
    typed: str, catalogue: Sequence[CatalogueSource], marked: Collection[object] = frozenset()
) -> list[Choice]:
    """The rows for what is typed; the whole catalogue where nothing is. Sources that are marked stay in them."""
    text = typed.strip()
    rows: list[Choice] = []
    path, mailbox = existing_file(text), typed_mailbox(text)
    if mailbox is not None:
        rows.append(Choice(AddressOffer(str(mailbox)), adding.add(mailbox.name), _(adding.MAILBOX)))
    elif path is not None:
        rows.append(Choice(FileOffer(path), adding.import_from(path.name), _(adding.LIST_FILE)))
    else:
        rows += _address_rows(typed_addresses(text))
    rows += _catalogue_rows(text, catalogue)
    rows += _account_rows(text)
    shown = [row.value for row in rows]
    return rows + marked_rows([one for one in catalogue if one in marked and one not in shown])


def marked_rows(marked: Sequence[CatalogueSource]) -> list[Choice]:
    """The rows of marked sources that what is typed leaves out."""
    return [Choice(None, _(adding.MARKED)), *map(_catalogue_row, marked)] if marked else []


def article_rows(address: str, title: str, listed: Candidate) -> list[Choice]:
    """The rows for the address of an article: to save it, which was typed, or to add its site's list."""
    return [
        Choice(ReadOffer(address), _(adding.SAVE_ARTICLE), clean_line(title, 200)),
        Choice(SiteListOffer(address), adding.add_list_of(listed.title), adding.articles(listed.entries)),
    ]


def instead_rows(address: str, guess: int) -> list[Choice]:
    """The rows for a page on which no list of articles stands out: the guess at one of `guess`, the article."""
    rows = [Choice(GuessOffer(address), _(adding.ADD_GUESS), adding.articles(guess))] if guess else []
    return [*rows, Choice(ReadOffer(address), _(adding.READ_AS_ARTICLE), masked(address))]


def again_row(address: str, error: TuinewsError) -> Choice:
    """The row of an address that failed, to try it again."""
    return Choice(AddressOffer(address), adding.add(masked(address)), error.why)


def other_rows(added: AddedSource) -> list[Choice]:
    """The rows of what else was found at an address."""
    return [Choice(AddressOffer(o.url), adding.add(o.title), adding.articles(o.entries)) for o in added.others]


def listed_rows(listed: Candidate) -> list[Choice]:
    """The rows for a list of articles that a link leads to."""
    add = Choice(AddressOffer(listed.url), adding.add(listed.title), adding.articles(listed.entries))
    if not listed.kind.traits.is_web_page:
        return [add]
    return [add, Choice(ReadOffer(listed.url), _(adding.READ_AS_ARTICLE), masked(listed.url))]


def _address_rows(addresses: Sequence[str]) -> list[Choice]:
    rows = [Choice(AddressOffer(one), adding.add(masked(one)), _(adding.SITE_OR_FEED)) for one in addresses]
    if len(rows) > 1:
        rows.insert(0, Choice(AddressesOffer(tuple(addresses)), adding.add_all(len(addresses))))
    return rows


def _account_rows(text: str) -> list[Choice]:
    """The row of accounts, behind the others: where nothing is typed, or what somebody types who looks for it."""
    words = fold(f"{_(accounts.OFFER)} {_(accounts.OFFER_NOTE)}")
    needle = fold(text)
    addresses = typed_addresses(text)
    is_named = any(name in needle for name in _ACCOUNTS)
    if needle and not is_named and (len(needle) < _LEAST_LETTERS or needle not in words):
        return []
    address = addresses[0] if len(addresses) == 1 and "." in text else ""
    return [Choice(AccountOffer(address), _(accounts.OFFER), _(accounts.OFFER_NOTE))]


def _catalogue_rows(text: str, catalogue: Sequence[CatalogueSource]) -> list[Choice]:
    rows: list[Choice] = []
    heading = ""
    needle = fold(text)
    for source in catalogue:
        words = f"{source.name} {source.site} {_(source.topic)} {language_name(source.lang)}"
        if needle and needle not in fold(words):
            continue
        group = f"{language_name(source.lang)} · {_(source.topic)}"
        if group != heading:
            rows.append(Choice(None, group))
            heading = group
        rows.append(_catalogue_row(source))
    return rows


def _catalogue_row(source: CatalogueSource) -> Choice:
    return Choice(source, clean_line(source.name), source.site.partition("://")[2])
