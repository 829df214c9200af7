"""What the settings screen says."""

from tuinews.errors import TuinewsError
from tuinews.language import N_, _
from tuinews.text import clean_line

TITLE = N_("Settings")
HELP = N_("← → change · Enter type a value · d default · Esc closes")
SCREEN_READER_HELP = N_("? what it is for · ← → change · Enter type a value · d default · Esc closes")
KEYS = N_("Keys")
REPAIRS = N_("Repairs of sites")
NO_FILE = N_("There is no settings file here; what is changed is forgotten at the end.")
AT_ONCE = N_("In force at once.")
AT_NEXT_START = N_("In force at the next start.")
NO_KEY = N_("no key")
NO_PRESET = N_("none")
YES = N_("yes")
NO = N_("no")
PRESET_NAME = N_("As those of")
PRESET = N_("Keys of another program to begin with; those below are set over them.")
KEYS_OF = N_("Keys with commas between them, two after one another with a blank (g g); nothing for no key.")
REPAIR = N_("This is changed in the file, or for one source by the key that keeps another version of a text.")


def explained(words: str, expected: str, default: str) -> str:
    """What a setting is for, its bounds and its default."""
    return _("{words} Value: {expected}. Default: {default}.", words=words, expected=expected, default=default)


def not_saved(error: TuinewsError) -> str:
    """What was changed holds, but the file could not be written."""
    why = "; ".join(part for part in (error.why, error.remedy) if part)
    return _("Not saved, so it ends with this session: {why}", why=clean_line(why, 400))


def refused(expected: str) -> str:
    """What was typed is out of bounds."""
    return _("It must be {expected}.", expected=expected)
