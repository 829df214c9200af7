"""The settings: where they lie, and which are in force."""

from pathlib import Path

from tuinews.settings import TABLE, Settings
from tuinews.text import clean_line
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.text_screen import TextScreen
from tuinews.ui.widgets.text_page import TextPageLine


class SettingsScreen(TextScreen):
    """The settings, over the reading screen."""

    def __init__(self, keymap: Keymap, settings: Settings, file: Path | None) -> None:
        super().__init__(keymap, "Settings", settings_lines(settings, file))


def settings_lines(settings: Settings, file: Path | None) -> list[TextPageLine]:
    """The place of the file, then a heading a setting with what it is for."""
    lines: list[TextPageLine] = [(), ((f" {_place(file)}", "words"),)]
    for name, setting in TABLE.items():
        value = getattr(settings, name)
        shown = f"{len(value)} set" if isinstance(value, dict) or hasattr(value, "items") else _toml(value)
        lines += [(), ((f" {name} = {clean_line(shown, 80)}", "key"),), ((f"   {setting.words}", "words"),)]
        lines.append(((f"   Value: {setting.expected}.", "words"),))
    return [*lines, ()]


def _place(file: Path | None) -> str:
    if file is None:
        return "There is no file of settings here; these are the defaults."
    if file.exists():
        return f"They lie in {clean_line(file, 1000)} and are read at the start."
    return f"There is no file of settings yet. It would lie in {clean_line(file, 1000)} and be read at the start."


def _toml(value: object) -> str:
    return (
        str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)
    )
