"""A saved view in one sheet: its name, its query, its order, its icon and its place."""

from collections.abc import Iterator

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.library.standing.edits import changed_view
from tuinews.model.standing.queries import SavedView, ViewOrder
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.sheets.field_sheet import FieldSheet, SheetField
from tuinews.ui.words.standing import views as words


class EditViewScreen(FieldSheet):
    """Asks for all that can be set of a saved view."""

    def __init__(self, view: SavedView) -> None:
        super().__init__(dict(_fields(view)))
        self._view = view

    @property
    def heading(self) -> tuple[str, str]:
        """That it is a view, and its name."""
        return _(words.EDIT_TITLE), clean_line(self._view.name, 60)

    def problem(self, key: str, text: str) -> str:
        """Why a value is none, "" where it is one."""
        try:
            changed_view(self._view, {key: text})
        except TuinewsError as error:
            why = error.why + (f"; {error.do}" if error.do else "")
            return f"{_(words.LABELS[key])}: {why}"
        return ""


_CHOICES: dict[str, tuple[str, ...]] = {"order": tuple(ViewOrder), "notify": ("no", "yes")}


def _fields(view: SavedView) -> Iterator[tuple[str, SheetField]]:
    for key, label in words.LABELS.items():
        value = clean_line(str(getattr(view, key)))
        if key == "notify":
            value = "yes" if view.notify else "no"
        choices = _CHOICES.get(key, ())
        yield key, SheetField(_(label), _(words.HELP[key]), value, choices, _)
