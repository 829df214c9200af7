"""The words of lists: what is listed, in which order, and where one is."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("Lists"),
    (
        Word(N_("list"), N_("lists all articles, the newest first"), everyday=True),
        Word(N_("unread"), N_("lists the unread ones"), everyday=True),
        Word(N_("starred"), N_("lists the starred ones"), everyday=True),
        Word(N_("saved"), N_("lists the ones saved for offline reading"), everyday=True),
        Word(N_("new"), N_("lists what has come since the last session")),
        Word(
            N_("search"),
            N_("WORDS: lists the articles that contain them"),
            N_("Fields, -not, OR, quotes and brackets work: search title:storm is:unread -source:2."),
            everyday=True,
        ),
        Word(
            N_("story"),
            N_("N: lists the others that tell the same story; +4 after a title says how many there are"),
            N_("Without a number, those of the open article. back goes back to the list before."),
        ),
        Word(N_("folders"), N_("lists the folders, numbered")),
        Word(N_("folder"), N_("N: lists the articles of a folder, by its number in folders or its name")),
        Word(N_("tags"), N_("lists the tags, numbered")),
        Word(
            N_("tagged"),
            N_("TAG: lists the articles that have a tag, by its number in tags or its name"),
        ),
        Word(N_("muted"), N_("lists the articles that are muted")),
        Word(
            N_("order"),
            N_("ORDER: orders lists by newest, oldest, source or time, which is the time that reading takes"),
        ),
        Word(N_("more"), N_("continues the text or the list; so does Enter alone"), everyday=True),
        Word(
            N_("back"),
            N_("goes back to the previous article if you followed a link, otherwise to the previous list"),
        ),
        Word(N_("where"), N_("says which list and which article you are in"), everyday=True),
    ),
)

ALL = N_("All articles")
NEW_ONES = N_("New since the last session")
MUTED_ONES = N_("Muted articles")
THIS_STORY = N_("The same story")
NO_MORE = N_("There is nothing more.")
NO_LIST_BEFORE = N_("There is nothing before this.")
NO_SOURCES = N_("No sources yet; add ADDRESS adds one, catalogue lists some, guide opens the guide.")
NOTHING_LISTED = N_("Nothing is listed.")
WORDS_WANTED = N_("What should be searched for? As in: search storm")
NO_FOLDERS = N_("There are no folders; move N FOLDER puts a source into one.")
NO_SUCH_FOLDER = N_("There is no such folder; folders lists them.")
NO_TAGS = N_("There are no tags; tag NAME tags the open article.")
NO_SUCH_TAG = N_("There is no such tag; tags lists them.")
TOLD_BY_NO_OTHER = N_("No other article tells this story.")
UNREAD = N_("unread")
NEW = N_("new")
STARRED = N_("starred")
SAVED = N_("saved")
RETITLED = N_("title changed")
WITH_NOTE = N_("with a note")
UNTITLED = N_("without a title")

ORDERS = {
    "newest": N_("newest"),
    "oldest": N_("oldest"),
    "source": N_("by source"),
    "reading_time": N_("by reading time"),
}
"""How lists are ordered."""


def headed(title: str, count: int) -> str:
    """Over a list: what it lists, and how many."""
    return f"{title}: " + ngettext("1 article", "{count} articles", count)


def found(query: str) -> str:
    """What a list of hits is called."""
    return _("Search for “{query}”", query=query)


def tagged(tag: str) -> str:
    """What a list of what has a tag is called."""
    return _("Tagged “{tag}”", tag=tag)


def in_folder(folder: str) -> str:
    """What the list of a folder is called."""
    return _("Folder “{folder}”", folder=folder)


def more_articles(count: int) -> str:
    """The list goes on."""
    return ngettext("1 more article; Enter continues.", "{count} more articles; Enter continues.", count)


def muted_here(count: int) -> str:
    """How many articles a list leaves out."""
    return ngettext("1 is muted; muted lists it.", "{count} are muted; muted lists them.", count)


def wrong_order() -> str:
    """Which orders there are."""
    return _("The orders are: {names}", names=", ".join(_(name) for name in ORDERS.values()))


def ordered(order: str) -> str:
    """How lists are ordered from now on."""
    return _("Order: {order}", order=_(ORDERS[order]))


def mistaken(column: int, at: str, why: str) -> str:
    """A query that cannot be read, with the place: letters are counted from 1."""
    return _("At letter {column}, “{at}”: {why}", column=column + 1, at=at, why=why)


def article_number(number: int, count: int, title: str) -> str:
    """Which article of a list is open."""
    return _("Number {number} of {count}: {title}", number=number, count=count, title=title)
