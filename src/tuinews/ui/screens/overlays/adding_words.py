"""What the screen that adds sources says: whole sentences, each in one place."""

from tuinews.address import masked
from tuinews.errors import NoListError
from tuinews.model.discovery import Added
from tuinews.text import clean_line
from tuinews.ui.wording import many

HELP = "Enter adds · ↑ ↓ choose · Tab marks several · Esc closes"
HELP_FOR_LISTS = "Type or paste the name of a file (OPML, newsboat, one address a line), or the list itself"
TITLE = "Add a source"
PLACEHOLDER = "An address, a file, or a name"
NOTHING = "This is neither an address nor a file, and the catalogue has no such name"
NOTHING_PASTED = "What was pasted is neither an address nor a list of sources"
TOO_LONG = "What was pasted is too long; save it and give the name of its file"
JOINED = "The lines that were pasted were put together as one address"
UNDER_THE_CURSOR = "what the cursor is on"


def no_list(error: NoListError) -> str:
    """No list of articles stands out on a page."""
    why = error.why[:1].upper() + error.why[1:]
    if error.guess:
        return f"{why}. Enter takes the guess; a category page or a feed would be surer"
    return f"{why}. Enter reads it as an article; a category page or a feed can be added"


def kept_as_article(title: str) -> str:
    """A page was read as an article."""
    return f"Kept among the pages: {clean_line(title, 200)}"


def looking(address: str) -> str:
    """While an address is looked at."""
    return f"Looking at {masked(address)}…"


def added_one(added: Added) -> str:
    """What came of an address: its name, what it is, how much it lists."""
    title = clean_line(added.source.title)
    if added.known:
        return f"{title} is in the library already"
    what = added.source.kind.traits.found_as
    if not added.entries:
        return f"{title} is added ({what}), but no articles are listed there now"
    return f"{title} is added: {what}, {many(added.entries, 'article')}"


def added_with_others(added: Added) -> str:
    """What came of an address that has more to offer."""
    return f"{added_one(added)}. Also found there (Esc is enough):"


def added_several(count: int, known: int = 0) -> str:
    """How many sources came, and how many were there before."""
    if known:
        return f"{many(count, 'source')} added, {known} known already"
    return f"{many(count, 'source')} added"


def marked(count: int) -> str:
    """How many sources are marked, while Enter means them."""
    return "1 source marked; Enter adds it" if count == 1 else f"{count} sources marked; Enter adds them"


def cursor_before_marked(name: str, count: int) -> str:
    """What Enter adds while it does not mean the marked ones."""
    if count == 1:
        return f"Enter adds {name}; 1 source stays marked"
    return f"Enter adds {name}; {count} sources stay marked"


def still_marked(count: int) -> str:
    """How many are marked after something else was added, while Enter means them."""
    if count == 1:
        return "1 source is still marked; Enter adds it"
    return f"{count} sources are still marked; Enter adds them"


def names_none(name: str) -> str:
    """A file that was read and has no source in it."""
    return f"{clean_line(name, 60)} names no sources"


def asks_for_list(count: int) -> str:
    """The question before a list is added."""
    if count == 1:
        return "It names 1 source. Enter adds it, Esc does not."
    return f"It names {count:,} sources. Enter adds them all, Esc none."
