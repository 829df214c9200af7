"""What the settings screen says."""

from tuinews.errors import TuinewsError
from tuinews.language import N_, _
from tuinews.text import clean_line

TITLE = N_("Settings")
HELP = N_("← → change · Enter type a value · d default · Esc closes")
SCREEN_READER_HELP = N_("? what it is for · ← → change · Enter type a value · d default · Esc closes")
KEYS = N_("Keys")
REPAIRS = N_("Site repairs")
NO_FILE = N_("There is no settings file here; changes are lost when you quit.")
AT_ONCE = N_("Takes effect at once.")
AT_NEXT_START = N_("Takes effect at the next start.")
NO_KEY = N_("no key")
NO_PRESET = N_("none")
YES = N_("yes")
NO = N_("no")
PRESET_NAME = N_("Based on")
PRESET = N_("The keys of another program to start from; those below replace them.")
KEYS_OF = N_("Keys separated by commas, two in a row by a space (g g); empty for no key.")
REPAIR = N_("Change this in the file, or for one source by the key that keeps another version of a text.")


def explained(words: str, expected: str, default: str) -> str:
    """What a setting is for, its bounds and its default."""
    return _("{words} Value: {expected}. Default: {default}.", words=words, expected=expected, default=default)


def not_saved(error: TuinewsError) -> str:
    """What was changed holds, but the file could not be written."""
    why = "; ".join(part for part in (error.why, error.remedy) if part)
    return _("Not saved, so it lasts for this session only: {why}", why=clean_line(why, 400))


def refused(expected: str) -> str:
    """What was typed is out of bounds."""
    return _("It must be {expected}.", expected=expected)
