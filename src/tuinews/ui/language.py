"""The user's language, as the environment tells it, and the names of languages in themselves."""

import locale
import os
from collections.abc import Mapping

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


def user_language(environ: Mapping[str, str] = os.environ) -> str:
    """A two-letter code: LC_ALL over LC_MESSAGES over LANG (POSIX, 8.2), else what the system says, else "en"."""
    stated = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if not stated:
        stated = locale.getlocale()[0] or ""
    code = stated.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return code if len(code) == 2 and code.isalpha() else "en"


def language_name(code: str) -> str:
    """The language's own name for itself, or its code."""
    return _NAMES.get(code, code)
