"""The words of sources: added, arranged, refreshed, taken in and given out; and of accounts."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("Sources"),
    (
        Word(
            N_("sources"),
            N_("lists the sources, numbered; sources unread: those with unread articles"),
            everyday=True,
        ),
        Word(N_("source"), N_("N: lists the articles of a source"), everyday=True),
        Word(N_("add"), N_("ADDRESS: adds a source"), everyday=True),
        Word(N_("remove"), N_("N: removes a source"), everyday=True),
        Word(N_("rename"), N_("N NAME: gives a source another name")),
        Word(
            N_("move"),
            N_("N FOLDER: puts a source into a folder, A/B is B inside A; move N - takes it out"),
        ),
        Word(
            N_("rename folder"),
            N_("N NAME: gives a folder another name, by its number in folders"),
        ),
        Word(
            N_("set"),
            N_("N KEY=VALUE: sets how a source is fetched and kept; set N alone says what can be set"),
        ),
        Word(N_("refresh"), N_("fetches what is new; refresh N: of one source"), everyday=True),
        Word(N_("older"), N_("N: fetches older articles of a source; without a number, of the listed one")),
        Word(N_("failures"), N_("lists the sources that fail, and why")),
        Word(
            N_("catalogue"),
            N_("WORDS: lists known sources whose names, topics or languages have them"),
        ),
        Word(
            N_("take"),
            N_("N: adds a source of the catalogue, by its number there; several numbers work too"),
        ),
        Word(N_("import"), N_("FILE: takes in a list of sources, or articles that were saved elsewhere")),
        Word(
            N_("export"),
            N_("FILE: writes the sources as OPML, or to a name that ends in .md your articles"),
        ),
        Word(N_("accounts"), N_("lists the accounts on servers, numbered")),
        Word(
            N_("account"),
            N_("ADDRESS USER: signs in to a server; the next line is the password"),
            N_("Behind the user may stand what the server speaks: google-reader, tt-rss, fever, nextcloud-news."),
        ),
        Word(N_("sync"), N_("brings the accounts into step with their servers; sync N: one of them")),
        Word(
            N_("remove account"),
            N_("N: forgets an account; it is asked what becomes of its sources"),
        ),
    ),
)

NUMBER_WANTED = N_("A number is wanted, as in: open 3")
ADDRESS_WANTED = N_("Which address? As in: add https://tuoitre.vn")
REFRESHING = N_("Refreshing…")
NAME_WANTED = N_("Which name? As in: rename 2 Morning paper")
FOLDER_WANTED = N_("Which folder? As in: move 2 News")
FILE_WANTED = N_("Which file? As in: import ~/feeds.opml")
NONE_FAILS = N_("No source fails.")
NO_OLDER = N_("There are no older articles.")
WHICH_SOURCE = N_("Of which source? As in: older 2")
NOT_IN_CATALOGUE = N_("Nothing in the catalogue has these words.")
FILE_EXISTS = N_("There is such a file already; choose another name.")
ACCOUNT_WANTED = N_("An address and a user are wanted, as in: account https://rss.example.org lan")
WHICH_PASSWORD = N_("Password (it is not kept): ")
NO_PASSWORD = N_("No password was given, so nobody signed in.")
NO_ACCOUNTS = N_("There are no accounts; account ADDRESS USER adds one.")
LOCAL_ONES = N_("Keep its sources as local ones? yes or no: ")
WHAT_STAYS = N_("Nothing was removed: answer yes or no.")
AS_IN_SETTINGS = N_("as in the settings")


def unread_of(unread: int, total: int) -> str:
    """How many articles of a source are unread."""
    return _("{unread} of {total} unread", unread=unread, total=total)


def removed(title: str) -> str:
    """A source is gone."""
    return _("{title} is removed; undo brings it back.", title=title)


def renamed(title: str) -> str:
    """A source or folder has another name."""
    return _("It is called {title} now; undo takes it back.", title=title)


def moved(folder: str) -> str:
    """A source is in a folder."""
    return (
        _("It is in {folder} now; undo takes it back.", folder=folder) if folder else _("It is in no folder now.")
    )


def is_set(key: str, value: str) -> str:
    """An option of a source was set."""
    return _("{key} is {value} now; undo takes it back.", key=key, value=value or _(AS_IN_SETTINGS))


def option_line(key: str, value: str, about: str) -> str:
    """An option of a source: its name, what it is, what it is for."""
    return f"{key}={value}. {about}"


def older_came(count: int) -> str:
    """Older articles were fetched."""
    return ngettext("1 older article came.", "{count} older articles came.", count)


def took(count: int) -> str:
    """Sources of the catalogue were added."""
    return ngettext("1 source added; refresh fetches it.", "{count} sources added; refresh fetches them.", count)


def exported(path: str) -> str:
    """A file was written."""
    return _("Written to {path}.", path=path)


def add_all(count: int) -> str:
    """Asks before a long list."""
    return _("These are {count} sources. Add them all? yes or no: ", count=count)
