"""What the conversation says, and the words that it understands."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.language import N_, _, ngettext

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "help": N_("help"),
        "list": N_("list"),
        "unread": N_("unread"),
        "starred": N_("starred"),
        "saved": N_("saved"),
        "sources": N_("sources"),
        "source": N_("source"),
        "open": N_("open"),
        "more": N_("more"),
        "next": N_("next"),
        "previous": N_("previous"),
        "again": N_("again"),
        "links": N_("links"),
        "link": N_("link"),
        "mark": N_("mark"),
        "star": N_("star"),
        "note": N_("note"),
        "highlight": N_("highlight"),
        "highlights": N_("highlights"),
        "unhighlight": N_("unhighlight"),
        "search": N_("search"),
        "add": N_("add"),
        "remove": N_("remove"),
        "refresh": N_("refresh"),
        "undo": N_("undo"),
        "where": N_("where"),
        "quit": N_("quit"),
    }
)
"""The word of each command; English ones are understood in every language."""

ABOUT: Mapping[str, str] = MappingProxyType(
    {
        "help": N_("says these commands"),
        "list": N_("lists all articles, the newest first"),
        "unread": N_("lists the unread ones"),
        "starred": N_("lists the starred ones"),
        "saved": N_("lists the ones saved for offline reading"),
        "sources": N_("lists the sources, numbered"),
        "source": N_("N: lists the articles of a source"),
        "open": N_("N: opens an article by its number in the list; a number alone does so too"),
        "more": N_("goes on in the text or the list; so does Enter alone"),
        "next": N_("opens the next article of the list"),
        "previous": N_("opens the previous one"),
        "again": N_("says the open article again, from its beginning"),
        "links": N_("lists the links of the open article"),
        "link": N_("N: opens a link as an article"),
        "mark": N_("N: marks an article as read or unread; without a number, the open one"),
        "star": N_("N: stars an article, or takes its star; without a number, the open one"),
        "note": N_("TEXT: writes a note to the open article; without TEXT says it, note - removes it"),
        "highlight": N_("WORDS: highlights a passage of the open article"),
        "highlights": N_("lists the highlighted passages of all articles, numbered"),
        "unhighlight": N_("N: takes a highlight away, by its number in highlights"),
        "search": N_("WORDS: lists the articles in which they are"),
        "add": N_("ADDRESS: adds a source"),
        "remove": N_("N: removes a source"),
        "refresh": N_("fetches what is new"),
        "undo": N_("takes back the last mark, star or removal"),
        "where": N_("says which list and which article this is"),
        "quit": N_("ends"),
    }
)

LISTS: Mapping[str, str] = MappingProxyType(
    {"list": N_("All articles"), "unread": N_("unread"), "starred": N_("starred"), "saved": N_("saved")}
)
"""What is listed by the commands that list."""

PROMPT = N_("tuinews> ")
HINT = N_("help lists the commands.")
FEWER_LETTERS = N_("The first letters of a command are enough where no other begins so.")
NO_MORE = N_("There is no more.")
NONE_OPEN = N_("No article is open; open N opens one.")
NO_LINKS = N_("This article has no links.")
NUMBER_WANTED = N_("A number is wanted, as in: open 3")
WORDS_WANTED = N_("What is to be searched for? As in: search storm")
ADDRESS_WANTED = N_("Which address? As in: add https://tuoitre.vn")
NO_SOURCES = N_("No sources yet; add ADDRESS adds one.")
NOTHING_LISTED = N_("Nothing is listed.")
NOTHING_TO_UNDO = N_("There is nothing to undo.")
END_OF_LIST = N_("This is the last one.")
TOP_OF_LIST = N_("This is the first one.")
END_OF_ARTICLE = N_("End of the article.")
REFRESHING = N_("Refreshing…")
FETCHING = N_("Fetching…")
ALL = N_("All articles")
NO_NOTE = N_("It has no note.")
NOTE_SAVED = N_("The note is saved.")
NOTE_GONE = N_("The note is gone.")
PASSAGE_WANTED = N_("Which passage? As in: highlight the river rose")
HIGHLIGHTED = N_("Highlighted.")
HIGHLIGHT_GONE = N_("The highlight is gone.")
NO_HIGHLIGHTS = N_("Nothing is highlighted yet.")
UNREAD = N_("unread")
STARRED = N_("starred")
SAVED = N_("saved")
MARKED_READ = N_("Marked as read.")
MARKED_UNREAD = N_("Marked as unread.")
IS_STARRED = N_("Starred.")
IS_UNSTARRED = N_("The star is gone.")


def command_names() -> tuple[str, ...]:
    """The commands by their English names, in the order in which help says them."""
    return tuple(ABOUT)


def spoken_names(name: str) -> tuple[str, str]:
    """The words by which a command is called: the English one, and that of the language."""
    return name, _(NAMES[name])


def headed(title: str, count: int) -> str:
    """Over a list: what it lists, and how many."""
    return f"{title}: " + ngettext("1 article", "{count} articles", count)


def found(query: str) -> str:
    """What a list of hits is called."""
    return _("Search for “{query}”", query=query)


def more_lines(count: int) -> str:
    """The text goes on."""
    return ngettext("1 more line; Enter goes on.", "{count} more lines; Enter goes on.", count)


def more_articles(count: int) -> str:
    """The list goes on."""
    return ngettext("1 more article; Enter goes on.", "{count} more articles; Enter goes on.", count)


def unknown(word: str) -> str:
    """No command is called so."""
    return _("There is no command “{word}”; help lists them.", word=word)


def several(word: str, names: str) -> str:
    """More than one command begins so."""
    return _("“{word}” may be {names}.", word=word, names=names)


def out_of_range(count: int) -> str:
    """There is no such number."""
    return ngettext("There is only number 1.", "The numbers go from 1 to {count}.", count)


def removed(title: str) -> str:
    """A source is gone."""
    return _("{title} is removed; undo brings it back.", title=title)


def note(text: str) -> str:
    """What was written to an article."""
    return _("Note: {text}", text=text)


def highlights_here(count: int) -> str:
    """How many passages of an article are highlighted."""
    return ngettext("1 passage is highlighted.", "{count} passages are highlighted.", count)


def unread_of(unread: int, total: int) -> str:
    """How many articles of a source are unread."""
    return _("{unread} of {total} unread", unread=unread, total=total)


def article_number(number: int, count: int, title: str) -> str:
    """Which article of a list is open."""
    return _("Number {number} of {count}: {title}", number=number, count=count, title=title)
