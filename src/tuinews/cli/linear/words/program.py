"""The words of the program itself: help, settings, what is kept, the end."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("The program"),
    (
        Word(
            N_("help"),
            N_("lists these commands; help WORD says more about one"),
            everyday=True,
        ),
        Word(N_("guide"), N_("opens the guide, which needs no network")),
        Word(N_("settings"), N_("lists the settings and their values")),
        Word(N_("setting"), N_("NAME VALUE: changes a setting; without a value says what it is for")),
        Word(N_("language"), N_("LANGUAGE: speaks English (en) or Vietnamese (vi) from now on")),
        Word(N_("pack"), N_("HOURS: saves enough unread articles for that many hours without a network")),
        Word(N_("clean"), N_("says which articles need not be kept any longer; clean now removes them")),
        Word(N_("messages"), N_("repeats what was said about the library at the start")),
        Word(N_("quit"), N_("ends"), everyday=True),
    ),
)

PROMPT = N_("tuinews> ")
HINT = N_("help lists the commands.")
FEWER_LETTERS = N_("The first letters of a command are enough if no other command begins with them.")
NO_NOTICES = N_("There are no messages.")
HOURS_WANTED = N_("How many hours? As in: pack 6")
SETTING_WANTED = N_("Which setting? settings lists them all.")
IN_THE_FILE = N_("Change this one in the settings file:")
AT_NEXT_START = N_("It takes effect at the next start.")
PACKING = N_("Packing…")
STOPPED = N_("Stopped.")


def more_lines(count: int) -> str:
    """The text goes on."""
    return ngettext("1 more line; Enter continues.", "{count} more lines; Enter continues.", count)


def unknown(word: str) -> str:
    """No command is called so."""
    return _("There is no command “{word}”; help lists them.", word=word)


def several(word: str, names: str) -> str:
    """More than one command begins so."""
    return _("“{word}” could be {names}.", word=word, names=names)


def out_of_range(count: int) -> str:
    """There is no such number."""
    return ngettext("There is only number 1.", "The numbers go from 1 to {count}.", count)


def about(word: str, what: str) -> str:
    """What a command does, as `help` says it: a sentence, or where it has arguments these, and what it does."""
    arguments, colon, _does = what.partition(": ")
    return f"{word} {what}." if colon and arguments.isupper() else _("{word} {what}.", word=word, what=what)


def also(names: str) -> str:
    """Other words for a command."""
    return _("Also called: {names}", names=names)


def fields(names: str) -> str:
    """The fields of a query."""
    return _("The fields are {names}", names=names)


def no_setting(name: str, near: str) -> str:
    """No setting is called so."""
    said = _("There is no setting “{name}”; settings lists them all.", name=name)
    return said + (" " + _("(did you mean {name}?)", name=near) if near else "")


def must_be(expected: str) -> str:
    """What a setting may be."""
    return _("It must be {expected}.", expected=expected)


def is_now(name: str, value: str) -> str:
    """A setting has another value."""
    return _("{name} is {value} now.", name=name, value=value)
