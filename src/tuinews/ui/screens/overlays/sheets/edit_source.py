"""The settings of a source in one sheet: its name, its folder, its options, and why it failed where it did."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from tuinews.address import masked
from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.model.source import Source
from tuinews.model.sources.options import OPTIONS, with_option
from tuinews.text import clean_line
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.sheets.field_sheet import FieldSheet, SheetField
from tuinews.ui.words import overlays
from tuinews.ui.words.sources import source_sheet


class EditSourceScreen(FieldSheet):
    """Asks for all that can be set of a source."""

    def __init__(self, source: Source, folders: Sequence[str], keymap: Keymap) -> None:
        super().__init__(dict(_fields(source, folders)))
        self._source, self._keymap = source, keymap

    @property
    def heading(self) -> tuple[str, str]:
        """That it is a source, and its address."""
        return _(overlays.EDIT_TITLE), clean_line(masked(self._source.url), 60)

    @property
    def trouble(self) -> str:
        """Why it failed."""
        if self._source.error is None:
            return ""
        return source_sheet.trouble(self._source, datetime.now(UTC), self._keymap)

    def problem(self, key: str, text: str) -> str:
        """Why a value is none, "" where it is one."""
        if key == "title":
            return "" if clean_line(text) else _(overlays.NAME_EMPTY)
        if key == "folder":
            return ""
        try:
            with_option(self._source.options, key, text)
        except TuinewsError as error:
            return source_sheet.wrong(key, error.why)
        return ""


def _fields(source: Source, folders: Sequence[str]) -> Iterator[tuple[str, SheetField]]:
    """What is so now, in the order of the fields."""
    yield "title", SheetField(*_words("title"), clean_line(source.title))
    label, help_words = _words("folder")
    help_words = source_sheet.with_folders(help_words, folders)
    yield "folder", SheetField(label, help_words, clean_line(source.folder))
    for key, option in OPTIONS.items():
        value = option.write(getattr(source.options, key))
        empty = source_sheet.if_empty(key)
        yield key, SheetField(*_words(key), value, option.choices, source_sheet.choice, if_empty=empty)


def _words(key: str) -> tuple[str, str]:
    return _(source_sheet.LABELS[key]), _(source_sheet.HELP[key])
