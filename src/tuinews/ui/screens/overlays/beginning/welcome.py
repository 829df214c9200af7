"""The welcome to an empty library: the three things that one needs, each with its key."""

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from textual.binding import BindingType

from tuinews.language import _
from tuinews.ui.screens.overlays.adding.add_source import AddSourceScreen, ImportScreen
from tuinews.ui.screens.overlays.beginning.starters import StartersScreen
from tuinews.ui.screens.overlays.beginning.ways_screen import WaysScreen
from tuinews.ui.widgets.fields.choices import Choice
from tuinews.ui.words import overlays


class StartOption(StrEnum):
    """The ways to begin; the values are their keys."""

    STARTERS = "s"
    ADDRESS = "a"
    HELP = "?"


class WelcomeScreen(WaysScreen, inherit_bindings=True):
    """Offers the ways to begin. `c` and `i` go straight on to what `a` offers too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("s", "way('s')"),
        ("a,c,slash", "way('a')"),
        ("i", "import"),
    ]

    @property
    def words(self) -> tuple[str, str]:
        """What the program is, and the keys."""
        return _(overlays.WELCOME), _(overlays.WELCOME_HELP)

    @property
    def choices(self) -> Sequence[Choice]:
        """The three ways to begin."""
        said = {
            StartOption.STARTERS: _(overlays.STARTERS),
            StartOption.ADDRESS: _(overlays.ADD_OWN),
            StartOption.HELP: _(overlays.EVERY_KEY),
        }
        return [Choice(way, words, key=way.value) for way, words in said.items()]

    def action_way(self, key: str) -> None:
        """Take a choice by its key."""
        self.take(StartOption(key))

    def action_import(self) -> None:
        """Bring a list of sources from another program."""
        self.app.push_screen(ImportScreen(self.library), self.came)

    def take(self, way: object) -> None:
        """Begin in the way that was chosen."""
        if way is StartOption.STARTERS:
            self.app.push_screen(StartersScreen(self.library, self.guide, self.keymap), self.came)
        elif way is StartOption.ADDRESS:
            self.app.push_screen(AddSourceScreen(self.library), self.came)
        elif way is StartOption.HELP:
            self.action_help()
