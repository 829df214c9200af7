"""What the screen that adds sources offers for what is typed: addresses, a file, sources of the catalogue."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from tuinews.address import masked, tidy
from tuinews.catalogue import CatalogueSource
from tuinews.errors import TuinewsError
from tuinews.folding import fold
from tuinews.language import _, language_name
from tuinews.library.mail.mailboxes import typed_mailbox
from tuinews.model.discovery import Added, Candidate
from tuinews.model.saved.articles import SavedArticles
from tuinews.opml import SubscriptionList
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.ui.widgets.choices import Choice
from tuinews.ui.words import adding
from tuinews.ui.words.servers import accounts

_SCHEME = re.compile(r"(?:feed:)?(?:https?|feed)://|feed:|www\.", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+([a-z]{2,})(?::\d+)?(?=[/?#]|$)", re.IGNORECASE)
_FILES = frozenset(
    (
        "asp",
        "aspx",
        "atom",
        "cgi",
        "htm",
        "html",
        "json",
        "jsp",
        "php",
        "rdf",
        "rss",
        "shtml",
        "txt",
        "xhtml",
        "xml",
    )
)
"""Endings of a file's name, where a host would have its top domain."""

_SCHEME_INSIDE = re.compile(r"(?:[^\x00-\x7f]|[(\[{<\"':|])(?=(?:https?|feed)://|www\.)", re.IGNORECASE)
"""What stands before an address within a word: a mark, or a letter of a script that sets no blanks."""

_SET_AROUND = re.compile(
    '[<>"\u201c-\u201f\u00ab\u00bb\u2039\u203a\u3001-\u3002\u3008-\u3011\uff08\uff09\uff0c\u060c\u061b]'
)
"""Quotes, brackets and stops that are in no address as they are."""

_ACCOUNTS = ("account", "server", "sync", "freshrss", "miniflux", "reader", "tt-rss", "nextcloud", "fever")
"""What somebody types who looks for an account; their own language finds it by the words of the row."""

_LEAST_LETTERS = 3
"""Letters of what is typed by which the row of accounts is found."""

_BRACKETS = {")": "(", "]": "[", "}": "{"}

_WHOLE_HOST = re.compile(r"[^/]*//(?:[^/?#]*\.[^/?#.]+|localhost|\[[^/]*\])(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AccountOffer:
    """Sign in to a server that keeps one's reading; `address` is what was typed, where that is one."""

    address: str = ""


@dataclass(frozen=True, slots=True)
class AddressOffer:
    """Look at an address and add what it is."""

    address: str


@dataclass(frozen=True, slots=True)
class AddressesOffer:
    """Look at several addresses, one after the other."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileOffer:
    """Add the sources of a list in a file."""

    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class ListOffer:
    """Add the sources of a list that was read."""

    sources: SubscriptionList


@dataclass(frozen=True, slots=True, eq=False)
class ArticlesOffer:
    """Bring the saved articles of a file that was read."""

    articles: SavedArticles


@dataclass(frozen=True, slots=True)
class GuessOffer:
    """Add a page by the best guess at its list."""

    address: str


@dataclass(frozen=True, slots=True)
class ReadOffer:
    """Read a page as an article."""

    address: str


@dataclass(frozen=True, slots=True)
class SiteListOffer:
    """Add the list of the site of an article at an address."""

    address: str


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


def other_rows(added: Added) -> list[Choice]:
    """The rows of what else was found at an address."""
    return [Choice(AddressOffer(o.url), adding.add(o.title), adding.articles(o.entries)) for o in added.others]


def listed_rows(listed: Candidate) -> list[Choice]:
    """The rows for a list of articles that a link leads to."""
    add = Choice(AddressOffer(listed.url), adding.add(listed.title), adding.articles(listed.entries))
    if not listed.kind.traits.is_web_page:
        return [add]
    return [add, Choice(ReadOffer(listed.url), _(adding.READ_AS_ARTICLE), masked(listed.url))]


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


def existing_file(typed: str) -> Path | None:
    """The file that is typed, where there is one; `~` and pasted quotes are understood."""
    text = typed.strip().strip("\"'").removeprefix("file://")
    if not text:
        return None
    try:
        path = Path(text).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def typed_addresses(text: str) -> list[str]:
    """The addresses of a line: all its words where each is one, else those that begin as an address does."""
    words = text.split()
    bare = [_bare(word, is_alone=len(words) == 1) for word in words]
    found = [tidy(word) for word in bare]
    if None in found:
        found = [tidy(word) for word in bare if _SCHEME.match(word)]
    return list(dict.fromkeys(address for address in found if address is not None))


def _bare(word: str, *, is_alone: bool) -> str:
    """The address in a word of a text, without what the text sets around it: quotes, brackets, a full stop.

    A word that is alone was meant as it is, its last full stop too.
    """
    word = word.lstrip("\ufeff<([{\"'")
    start = _SCHEME_INSIDE.search(word)
    address = word[start.end() :] if start and not _SCHEME.match(word) else word
    if not _SCHEME.match(address):
        return word
    address = _SET_AROUND.split(address, maxsplit=1)[0]
    ends = ",;" if is_alone else ",;.:!?'’…"
    while address[-1:] and (address[-1] in ends or _closes_nothing(address)):
        address = address[:-1]
    return address


def _closes_nothing(address: str) -> bool:
    """Whether the bracket at an address's end was opened before it; one that it opens itself is its own."""
    opening = _BRACKETS.get(address[-1])
    return opening is not None and address.count(opening) < address.count(address[-1])


def joined_lines(text: str) -> list[str]:
    """The lines of a pasted text without blank ones, an address that was broken over lines put together again."""
    found: list[str] = []
    for line in text.splitlines():
        part = line.strip().strip("<>").strip()
        if found and part and _goes_on(found[-1], part):
            found[-1] += part
        elif part:
            found.append(part)
    return found


def _goes_on(before: str, line: str) -> bool:
    """Whether `line` is the rest of the address `before`: that of a terminal or a letter that broke it."""
    if not _SCHEME.match(before) or _SCHEME.match(line) or " " in before or len(line.split()) != 1:
        return False
    host = _HOST.match(line)
    return host is None or host[1].lower() in _FILES or not _WHOLE_HOST.match(before)


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
