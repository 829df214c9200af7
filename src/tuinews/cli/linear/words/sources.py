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
        Word(N_("refresh"), N_("fetches new articles; refresh N: those of one source"), everyday=True),
        Word(N_("older"), N_("N: fetches older articles of a source; without a number, of the listed one")),
        Word(N_("failures"), N_("lists the sources that fail, and why")),
        Word(
            N_("catalogue"),
            N_("WORDS: lists known sources with these words in their name, topic or language"),
        ),
        Word(
            N_("take"),
            N_("N: adds a source from the catalogue, by its number there; several numbers work too"),
        ),
        Word(N_("import"), N_("FILE: imports a list of sources, or articles that were saved elsewhere")),
        Word(
            N_("export"),
            N_("FILE: writes the sources as OPML, or your articles if the name ends in .md"),
        ),
        Word(N_("accounts"), N_("lists the accounts on servers, numbered")),
        Word(
            N_("account"),
            N_("ADDRESS USER: signs in to a server; the next line is the password"),
            N_("After the user you can name the protocol: google-reader, tt-rss, fever, nextcloud-news."),
        ),
        Word(N_("sync"), N_("syncs the accounts with their servers; sync N: one of them")),
        Word(
            N_("remove account"),
            N_("N: forgets an account; you are asked what happens to its sources"),
        ),
    ),
)

NUMBER_WANTED = N_("Which number? As in: open 3")
ADDRESS_WANTED = N_("Which address? As in: add https://tuoitre.vn")
REFRESHING = N_("Refreshing…")
NAME_WANTED = N_("Which name? As in: rename 2 Morning paper")
FOLDER_WANTED = N_("Which folder? As in: move 2 News")
FILE_WANTED = N_("Which file? As in: import ~/feeds.opml")
NONE_UNREAD = N_("No source has unread articles.")
NONE_FAILS = N_("No source fails.")
NO_OLDER = N_("There are no older articles.")
WHICH_SOURCE = N_("Of which source? As in: older 2")
NOT_IN_CATALOGUE = N_("Nothing in the catalogue has these words.")
FILE_EXISTS = N_("There is already a file of that name; choose another.")
ACCOUNT_WANTED = N_("Which address and user? As in: account https://rss.example.org lan")
WHICH_PASSWORD = N_("Password (it is not saved): ")
NO_PASSWORD = N_("No password was given, so you were not signed in.")
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
        _("It is in {folder} now; undo takes it back.", folder=folder)
        if folder
        else _("It is in no folder any more.")
    )


def is_set(key: str, value: str) -> str:
    """An option of a source was set."""
    return _("{key} is {value} now; undo takes it back.", key=key, value=value or _(AS_IN_SETTINGS))


def option_line(key: str, value: str, about: str) -> str:
    """An option of a source: its name, what it is, what it is for."""
    return f"{key}={value}. {about}"


def older_came(count: int) -> str:
    """Older articles were fetched."""
    return ngettext("1 older article was fetched.", "{count} older articles were fetched.", count)


def took(count: int) -> str:
    """Sources of the catalogue were added."""
    return ngettext("1 source added; refresh fetches it.", "{count} sources added; refresh fetches them.", count)


def exported(path: str) -> str:
    """A file was written."""
    return _("Written to {path}.", path=path)


def add_all(count: int) -> str:
    """Asks before a long list."""
    return _("There are {count} sources. Add them all? yes or no: ", count=count)
