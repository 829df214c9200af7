"""The user's language, as the environment and the settings tell it, and the names of languages in themselves."""

import locale
import os
import re
from collections.abc import Mapping
from pathlib import Path

_NAMES = {
    "vi": "Tiếng Việt",
    "en": "English",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
    "id": "Bahasa Indonesia",
    "ja": "日本語",
    "ko": "한국어",
    "zh": "中文",
}


def user_languages(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Two-letter codes, the best liked first: those of LANGUAGE (gettext), then the one of the locale.

    The locale is LC_ALL over LC_MESSAGES over LANG (POSIX, 8.2), else what the system says. C and POSIX mean plain
    English, whatever LANGUAGE says, as they do for GNU gettext (its manual, 2.3).
    """
    stated = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if stated.partition(".")[0] in ("C", "POSIX"):
        return ("en",)
    listed = [*environ.get("LANGUAGE", "").split(":"), stated or locale.getlocale()[0] or ""]
    return tuple(dict.fromkeys(code for one in listed if (code := _code(one)))) or ("en",)


_ENGLISH_NAMES = {"vietnamese": "vi", "english": "en", "french": "fr", "german": "de", "spanish": "es"}
"""Windows' own names of locales begin with these ("Vietnamese_Vietnam")."""


def _code(stated: str) -> str:
    code = stated.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    code = _ENGLISH_NAMES.get(code, code)
    return code if len(code) == 2 and code.isalpha() else ""


def stated_language(path: Path) -> str | None:
    """The language that the file at `path` asks for, None if it asks for none.

    It is looked for before anything is said, so that what is wrong with it is said in it too; `settings` judges.
    """
    try:
        head = re.split(r"^\s*\[", path.read_text("utf-8", "replace"), maxsplit=1, flags=re.MULTILINE)[0]
    except OSError:
        return None
    found = re.search(r"^\s*language\s*=\s*[\"'](\w+)[\"']", head, re.MULTILINE)
    return found[1] if found else None


def language_name(code: str) -> str:
    """The language's own name for itself, or its code."""
    return _NAMES.get(code, code)
