"""What the screen that adds sources says."""

from tuinews.address import masked
from tuinews.model.discovery import Added
from tuinews.text import clean_line
from tuinews.ui.words.en.grammar import counted, plural, sentence

TITLE = "Add a source"
PLACEHOLDER = "An address, a file, or a name from the catalogue"
HELP = "Enter adds · ↑ ↓ select · Tab marks several · Esc closes"
HELP_FOR_LISTS = "Type a file's name (OPML, newsboat, or one address per line), or paste the list itself"
MARKED = "Marked"
NO_OFFER = "This is neither an address nor a file, and nothing in the catalogue matches"
READING_PASTE = "Reading the pasted text…"
NOT_A_LIST = "The pasted text is neither an address nor a list of sources"
TOO_LONG = "The pasted text is too long; save it to a file and type the file's name"
JOINED = "The pasted lines were joined into one address"
SITE_OR_FEED = "site or feed"
LIST_FILE = "OPML or a list of addresses"
ADD_GUESS = "Add the best guess at its list"
READ_AS_ARTICLE = "Read it as an article"


# Offers


def add(name: str) -> str:
    """Offers an address or a source."""
    return f"Add {name}"


def add_all(count: int) -> str:
    """Offers several addresses at once."""
    return f"Add these {count} addresses"


def import_from(file: str) -> str:
    """Offers the sources of a file."""
    return f"Import sources from {file}"


def articles(count: int) -> str:
    """How much a source lists."""
    return counted(count, "article")


# While it works


def checking(address: str) -> str:
    """An address is fetched to see what it is."""
    return f"Checking {masked(address)}…"


def reading(file: str) -> str:
    """A list is read from a file."""
    return f"Reading {file}…"


# What came of it


def no_list_but_guess(why: str) -> str:
    """No list of articles stands out on a page, and there is a guess at one."""
    return f"{sentence(why)} Enter adds the best guess; a category page or a feed would be a safer choice"


def no_list(why: str) -> str:
    """No list of articles stands out on a page."""
    return f"{sentence(why)} Enter reads it as an article; to add a source, try a category page or a feed"


def saved_as_article(title: str) -> str:
    """A page was read as an article."""
    return f"Saved under Pages: {clean_line(title, 200)}"


def added_one(added: Added) -> str:
    """What came of an address: its name, what it is, how much it lists."""
    title, kind = clean_line(added.source.title), added.source.kind.traits.found_as
    if added.known:
        return f"{title} is already in the library"
    if not added.entries:
        return f"{title} added ({kind}), but it lists no articles at the moment"
    return f"{title} added: {kind}, {counted(added.entries, 'article')}"


def added_with_others(added: Added) -> str:
    """Heads what else was found at an address."""
    return f"{added_one(added)}. Also found there; Esc leaves these out:"


def added_several(count: int, known: int = 0, skipped: int = 0) -> str:
    """How many sources were added, were there before, and could not be added."""
    parts = [plural(count, "1 source added", f"{count:,} sources added")]
    parts += [f"{known:,} already in the library"] if known else []
    parts += [f"{skipped:,} skipped"] if skipped else []
    return ", ".join(parts)


def no_sources_in(file: str) -> str:
    """A file that was read and has no source in it."""
    return f"{clean_line(file, 60)} contains no sources"


def add_list(count: int) -> str:
    """The row that adds a list."""
    return plural(count, "Add the source of the list", f"Add all {count:,} sources of the list")


def asks_for_list(count: int) -> str:
    """The question before a list is added."""
    return plural(
        count,
        "The list contains 1 source. Enter adds it, Esc cancels.",
        f"The list contains {count:,} sources. Enter adds them all, Esc cancels.",
    )


# Marked sources


def marked(count: int) -> str:
    """How many sources are marked, while Enter means them."""
    return plural(count, "1 source marked; Enter adds it", f"{count} sources marked; Enter adds them")


def selected_before_marked(name: str, count: int) -> str:
    """Enter adds the source under the cursor, not the marked ones."""
    return plural(
        count, f"Enter adds {name}; 1 source stays marked", f"Enter adds {name}; {count} sources stay marked"
    )


def row_before_marked(count: int) -> str:
    """Enter takes the row under the cursor, not the marked sources."""
    return plural(
        count,
        "Enter adds the selected row; 1 source stays marked",
        f"Enter adds the selected row; {count} sources stay marked",
    )


def still_marked(count: int) -> str:
    """How many are marked after something else was added, while Enter means them."""
    return plural(
        count,
        "1 source is still marked; Enter adds it",
        f"{count} sources are still marked; Enter adds them",
    )
