"""What the help says: the keys, and every sign that stands in a list."""

from types import MappingProxyType

from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.help import help_lines
from tuinews.ui.widgets.entries import entry_row


def test_every_sign_of_a_row_is_explained() -> None:
    said = ["".join(text for text, _ in line).split() for line in help_lines(Keymap(MappingProxyType({})))]
    explained = {words[0] for words in said if words}
    signs = (
        entry_row.KEPT,
        entry_row.UNREAD,
        entry_row.NEW,
        entry_row.STAR,
        entry_row.ANNOTATED,
        entry_row.RETITLED,
    )
    assert explained >= {*signs, "+4"}
