"""The settings: where they are stored, and which are in force."""

from pathlib import Path

from tuinews.configuration.spelling import spelled
from tuinews.language import _
from tuinews.settings import TABLE, Settings
from tuinews.text import clean_line
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.text_screen import TextScreen
from tuinews.ui.widgets.text_page import TextPageLine
from tuinews.ui.words import overlays


class SettingsScreen(TextScreen):
    """The settings, over the reading screen."""

    def __init__(self, keymap: Keymap, settings: Settings, file: Path | None) -> None:
        super().__init__(keymap, _(overlays.SETTINGS_TITLE), settings_lines(settings, file))


def settings_lines(settings: Settings, file: Path | None) -> list[TextPageLine]:
    """The place of the file, then a heading a setting with what it is for."""
    lines: list[TextPageLine] = [(), ((f" {_place(file)}", "words"),)]
    for name, setting in TABLE.items():
        value = getattr(settings, name)
        shown = (
            overlays.entries_set(len(value))
            if isinstance(value, dict) or hasattr(value, "items")
            else spelled(value)
        )
        lines += [(), ((f" {name} = {clean_line(shown, 80)}", "key"),), ((f"   {_(setting.words)}", "words"),)]
        lines.append(((f"   {overlays.expects(_(setting.expected))}", "words"),))
    return [*lines, ()]


def _place(file: Path | None) -> str:
    if file is None:
        return _(overlays.NO_SETTINGS_FILE)
    if file.exists():
        return overlays.settings_file(file)
    return overlays.future_settings_file(file)
