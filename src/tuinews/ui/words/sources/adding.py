"""What the screen that adds sources says."""

from tuinews.address import masked
from tuinews.language import N_, _, ngettext, number
from tuinews.model.discovery import AddedSource
from tuinews.model.saved.articles import ImportedArticles
from tuinews.text import clean_line
from tuinews.ui.words.grammar import sentence

TITLE = N_("Add a source")
PLACEHOLDER = N_("Address, file, name, “account”")
HELP = N_("Enter adds · ↑ ↓ select · Tab marks several · Esc closes")
HELP_FOR_LISTS = N_("Type a file's name (OPML, newsboat, addresses, Pocket and the like), or paste the list")
MARKED = N_("Marked")
NO_OFFER = N_("This is neither an address nor a file, and nothing in the catalogue matches")
READING_PASTE = N_("Reading the pasted text…")
NOT_A_LIST = N_("The pasted text is neither an address nor a list of sources")
TOO_LONG = N_("The pasted text is too long; save it to a file and type the file's name")
JOINED = N_("The pasted lines were joined into one address")
SITE_OR_FEED = N_("site or feed")
MAILBOX = N_("newsletters in a mailbox, which is left unchanged")
LIST_FILE = N_("a list of sources, or saved articles")
ADD_GUESS = N_("Add the best guess at its list")
READ_AS_ARTICLE = N_("Read it as an article")
SAVE_ARTICLE = N_("Save this article")
IS_ARTICLE = N_("This address is an article; Enter saves it under Pages, or choose its site's list")


# Offers


def leads_to_list(count: int) -> str:
    """Where a link leads, and what can be done about it."""
    return ngettext(
        "This link leads to a list with 1 article; Enter adds it as a source, Esc goes back",
        "This link leads to a list of {count} articles; Enter adds it as a source, Esc goes back",
        count,
    )


def add(name: str) -> str:
    """Offers an address or a source."""
    return _("Add {name}", name=name)


def add_list_of(site: str) -> str:
    """Offers the list of the site that an article stands on."""
    return _("Add the list of its site: {name}", name=clean_line(site, 100))


def add_all(count: int) -> str:
    """Offers several addresses at once."""
    return _("Add these {count} addresses", count=count)


def import_from(file: str) -> str:
    """Offers the sources of a file."""
    return _("Import from {file}", file=file)


def articles(count: int) -> str:
    """How much a source lists."""
    return ngettext("1 article", "{count} articles", count)


# While it works


def checking(address: str) -> str:
    """An address is fetched to see what it is."""
    return _("Checking {address}…", address=masked(address))


def reading(file: str) -> str:
    """A list is read from a file."""
    return _("Reading {file}…", file=file)


# What came of it


def no_list_but_guess(why: str) -> str:
    """No list of articles stands out on a page, and there is a guess at one."""
    return _(
        "{why} Enter adds the best guess; a category page or a feed would be a safer choice", why=sentence(why)
    )


def no_list(why: str) -> str:
    """No list of articles stands out on a page."""
    return _(
        "{why} Enter reads it as an article; to add a source, try a category page or a feed", why=sentence(why)
    )


def saved_as_article(title: str) -> str:
    """A page was read as an article."""
    return _("Saved under Pages: {title}", title=clean_line(title, 200))


def added_one(added: AddedSource) -> str:
    """What came of an address: its name, what it is, how much it lists."""
    title, kind = clean_line(added.source.title), _(added.source.kind.traits.found_as)
    if added.known:
        return _("{title} is already in the library", title=title)
    if not added.entries:
        return _("{title} added ({kind}), but it lists no articles at the moment", title=title, kind=kind)
    return ngettext(
        "{title} added: {kind}, 1 article",
        "{title} added: {kind}, {count} articles",
        added.entries,
        title=title,
        kind=kind,
    )


def added_with_others(added: AddedSource) -> str:
    """Heads what else was found at an address."""
    return _("{added}. Also found there; Esc leaves these out:", added=added_one(added))


def added_several(count: int, known: int = 0, skipped: int = 0) -> str:
    """How many sources were added, were there before, and could not be added."""
    parts = [ngettext("1 source added", "{count} sources added", count)]
    parts += [_("{known} already in the library", known=number(known))] if known else []
    parts += [_("{skipped} skipped", skipped=number(skipped))] if skipped else []
    return ", ".join(parts)


def no_sources_in(file: str) -> str:
    """A file that was read and has no source in it."""
    return _("{file} contains no sources", file=clean_line(file, 60))


def add_list(count: int) -> str:
    """The row that adds a list."""
    return ngettext("Add the source of the list", "Add all {count} sources of the list", count)


def asks_for_list(count: int) -> str:
    """The question before a list is added."""
    return ngettext(
        "The list contains 1 source. Enter adds it, Esc cancels.",
        "The list contains {count} sources. Enter adds them all, Esc cancels.",
        count,
    )


# Saved articles


def import_articles(count: int) -> str:
    """The row that imports saved articles."""
    return ngettext("Import the new article", "Import the {count} new articles", count)


def take_marks_again() -> str:
    """The row that imports saved articles all of which are known."""
    return _("Take over their tags, stars and read marks")


def importing(program: str, done: int, total: int) -> str:
    """How many saved articles are imported."""
    return _(
        "Importing from {program}: {done} of {total}", program=_(program), done=number(done), total=number(total)
    )


def asks_for_articles(would: ImportedArticles) -> str:
    """The question before saved articles are imported: `312 articles from Pocket: 290 new, 20 known…`."""
    return _("{counted}. Enter imports them, without fetching anything; Esc cancels.", counted=counted(would))


def counted(done: ImportedArticles) -> str:
    """How many articles an export holds, and what becomes of them."""
    what = ngettext(
        "1 article from {program}", "{count} articles from {program}", done.total, program=_(done.program.value)
    )
    parts = [
        _("{count} new", count=number(done.new)),
        _("{count} known", count=number(done.known)),
        _("{count} without an address", count=number(done.without_address)) if done.without_address else "",
        _("the file is cut short") if done.is_cut else "",
    ]
    return f"{what}: {', '.join(part for part in parts if part)}"


# Marked sources


def marked(count: int) -> str:
    """How many sources are marked, while Enter means them."""
    return ngettext("1 source marked; Enter adds it", "{count} sources marked; Enter adds them", count)


def selected_before_marked(name: str, count: int) -> str:
    """Enter adds the source under the cursor, not the marked ones."""
    return ngettext(
        "Enter adds {name}; 1 source stays marked",
        "Enter adds {name}; {count} sources stay marked",
        count,
        name=name,
    )


def row_before_marked(count: int) -> str:
    """Enter takes the row under the cursor, not the marked sources."""
    return ngettext(
        "Enter adds the selected row; 1 source stays marked",
        "Enter adds the selected row; {count} sources stay marked",
        count,
    )


def still_marked(count: int) -> str:
    """How many are marked after something else was added, while Enter means them."""
    return ngettext(
        "1 source is still marked; Enter adds it", "{count} sources are still marked; Enter adds them", count
    )
