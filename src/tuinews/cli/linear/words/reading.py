"""The words of reading: articles are opened, one after the other, and links in them followed."""

from datetime import datetime

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, current, ngettext
from tuinews.model.when import When
from tuinews.typeset.dates import full_date

WORDS = WordGroup(
    N_("Reading"),
    (
        Word(
            N_("open"),
            N_("N: opens an article by its number in the list; so does a number alone"),
            N_("It continues where you stopped; again says it from the beginning."),
            everyday=True,
        ),
        Word(N_("next"), N_("opens the next article of the list"), everyday=True),
        Word(N_("previous"), N_("opens the previous one"), everyday=True),
        Word(N_("next unread"), N_("opens the next unread article of the list")),
        Word(N_("again"), N_("says the open article again, from the beginning"), everyday=True),
        Word(N_("links"), N_("lists the links of the open article"), everyday=True),
        Word(
            N_("link"),
            N_("N: opens a link as an article"),
            N_("back returns to the article. If a link leads to a list, you are told how to add it."),
            everyday=True,
        ),
        Word(N_("forward"), N_("goes forward again to the article you came back from")),
        Word(N_("fetch"), N_("fetches the open article again")),
        Word(N_("whole"), N_("says the open article with the lines that its site repeats")),
        Word(
            N_("changes"),
            N_(
                "says what has changed in the open article since it was saved; changes 2: since the "
                "version before that"
            ),
        ),
        Word(N_("versions"), N_("lists the versions of the text of the open article, numbered")),
        Word(N_("version"), N_("N: chooses another version of the text, and keeps it")),
        Word(N_("always"), N_("reads all articles of the source like the version that you chose")),
        Word(N_("page"), N_("FILE: takes the text from a page that a browser saved")),
        Word(N_("address"), N_("says the address of the open article; address N: that of a link")),
        Word(N_("browser"), N_("opens the article in the browser; browser N: a link")),
        Word(
            N_("copy"),
            N_("copies the title and link of the open article; copy markdown and copy text copy it in that form"),
        ),
    ),
)

NONE_OPEN = N_("No article is open; open N opens one.")
NO_LINKS = N_("This article has no links.")
END_OF_LIST = N_("This is the last one.")
TOP_OF_LIST = N_("This is the first one.")
END_OF_ARTICLE = N_("End of the article.")
FETCHING = N_("Fetching…")
GOES_ON = N_("It continues where you stopped; again starts from the beginning.")
NO_UNREAD_BEHIND = N_("There is no unread article after this one.")
NOTHING_AHEAD = N_("You are at the newest one already.")
NEVER_CHANGED = N_("There is no earlier version of this article: it has not changed since it was saved.")
NOTHING_LEFT_OUT = N_("Nothing is left out of this article.")
LOOKING = N_("Looking for other versions of the text…")
ADDED = N_("[added: {words}]")
GONE = N_("[gone: {words}]")
BY_RULE = N_("by the rule for this source")
VERSIONS = {
    "extracted": N_("extracted from the page"),
    "feed": N_("the feed's own text"),
    "candidate": N_("the next best guess at the text"),
    "whole_page": N_("the whole page"),
}
NO_VERSION_TAKEN = N_("Choose a version first: versions lists them, version N chooses one.")
NOT_FOR_SOURCE = N_("This text cannot be identified on other pages, so the version applies to this article only.")
FILE_WANTED = N_("Which file? As in: page article.html")
NO_ADDRESS = N_("This article has no address.")
IN_BROWSER = N_("Opening it in the browser.")
NO_BROWSER = N_("No browser could be started. The address is:")
COPIED = N_("Copied.")
NOT_COPIED = N_("No clipboard program was found. The text is:")


def other_versions_missing(why: str) -> str:
    """Why there are no more versions of a text."""
    return _("nothing more from the page: {why}", why=why)


def version_line(number: int, name: str, words: int) -> str:
    """A version of the text: what it is, and how long."""
    return f"{number}. {name}, " + ngettext("1 word", "{count} words", words)


def changed_since(replaced: datetime, back: int, versions: int) -> str:
    """Since which version the changes are."""
    return _(
        "What has changed since {at}, version {back} of {versions} back:",
        at=full_date(When(replaced.astimezone()), current()),
        back=back,
        versions=versions,
    )


def was_changed(times: int) -> str:
    """How often the text of an article was changed."""
    return ngettext(
        "Its text has changed 1 time; changes says how.",
        "Its text has changed {count} times; changes says how.",
        times,
    )


def left_out(count: int) -> str:
    """Lines that a site repeats are left out."""
    return ngettext(
        "1 line that this site repeats is left out; whole says it.",
        "{count} lines that this site repeats are left out; whole says them.",
        count,
    )


def leads_to_list(title: str, address: str) -> str:
    """A link leads to a list of articles."""
    return _("This is a list of articles, {title}; add {address} adds it.", title=title, address=address)


def read_by_rule(source: str) -> str:
    """All articles of a source are read as one version from now on."""
    return _("From now on, {source} is read this way; undo takes it back.", source=source)
