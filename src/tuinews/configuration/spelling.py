"""Values as a settings file has them (TOML 1.0)."""

import json
import re
from collections.abc import Mapping


def spelled(value: object) -> str:
    """A value as TOML writes it: a text, a number, true or false, a table of them on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        fields = ", ".join(f"{spelled_name(str(name))} = {spelled(one)}" for name, one in value.items())
        return "{ " + fields + " }" if fields else "{}"
    if isinstance(value, str):
        # The escapes of a basic string are those of JSON (https://toml.io/en/v1.0.0#string), DEL apart.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return str(value)


def spelled_name(name: str) -> str:
    """A name as TOML writes it: bare where it may be, else in quotes."""
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else spelled(name)
