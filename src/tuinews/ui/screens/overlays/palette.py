"""The palette: every command, every source and every article by its name."""

import re
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from tuinews.folding import fold
from tuinews.language import _
from tuinews.model.entry_row import EntryRow
from tuinews.model.source import Source
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import View
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import LINK_ID, CommandGroup, Scope, shown_keys
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.entries.row_form import title_lines
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.fields.line_input import LineInput
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.widgets.said import Said
from tuinews.ui.words import overlays

_MOVES = {"up": Motion.UP, "down": Motion.DOWN, "pageup": Motion.PAGE_UP, "pagedown": Motion.PAGE_DOWN}
_SHOWN = 200
"""Rows that are offered."""

_ARTICLES_AFTER = 0.15
"""Seconds of rest in typing after which articles are looked for."""
_LINES = 4
"""Lines that the keys have at most (`styles/overlays.tcss`)."""
_WORD = re.compile(r"\w+")


ArticlesNamed = Callable[[str], Awaitable[Sequence[EntryRow]]]
"""The articles whose titles have the words that were typed."""


class PaletteScreen(Sheet[str | View | int | None], inherit_bindings=False):
    """Type a few letters, press Enter; gives a command's id, the view of a source or the id of an entry."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close")]

    def __init__(
        self, keymap: Keymap, sources: Sequence[Source], views: Sequence[SavedView], articles: ArticlesNamed
    ) -> None:
        super().__init__()
        self._articles_named = articles
        self._articles: tuple[Choice, ...] = ()
        self._rest: Timer | None = None
        scopes = (Scope.SCREEN, Scope.EVERYWHERE)
        commands = [c for c in keymap.commands if c.scope in scopes and c.id not in ("palette", LINK_ID)]
        # Nobody types to move: what moves comes last.
        commands.sort(key=lambda command: command.group is CommandGroup.MOVING)
        self._all = [Choice(command.id, command.words, shown_keys(command.each)) for command in commands]
        self._all += [Choice(View(saved_id=view.id), view.name, view.query) for view in views]
        self._all += [Choice(View(source_id=source.id), source.title, source.folder or "") for source in sources]

    def compose(self) -> ComposeResult:
        """An input, what it finds, and the keys."""
        with Vertical(classes="sheet"):
            yield LineInput(placeholder=_(overlays.PALETTE_PLACEHOLDER), compact=True)
            yield Choices(id="palette")
            yield Said(_(overlays.PALETTE_KEYS), id="said", markup=False)

    def on_mount(self) -> None:
        """Offer everything."""
        if is_empty(self):
            return
        choices = self.query_one(Choices)
        choices.can_focus = False
        choices.offer(self._all[:_SHOWN])
        self.query_one(Input).focus()
        self.call_after_refresh(self._say_whole)

    def on_resize(self) -> None:
        """Say whole what is cut at another width."""
        self.call_after_refresh(self._say_whole)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while typing."""
        if event.key in _MOVES:
            event.stop()
            self.query_one(Choices).move(_MOVES[event.key])

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        typed = event.value.strip()
        self._articles = tuple(holding(typed, self._articles)) if typed else ()
        self.query_one(Choices).offer(self._found(typed))
        self._say_whole()
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_ARTICLES_AFTER, lambda: self._find_articles(typed))

    def _find_articles(self, typed: str) -> None:
        begin_worker(self, partial(self._articles_found, typed), group="articles", exclusive=True)

    async def _articles_found(self, typed: str) -> None:
        rows = await self._articles_named(typed)
        self._articles = tuple(Choice(row.id, row.title, row.source_title) for row in rows)
        self.query_one(Choices).renew(self._found(typed))
        self._say_whole()

    @on(Choices.Moved)
    def _say_whole(self) -> None:
        """Say the words under the cursor in the place of the keys where the row has no room for them.

        In as many lines as the keys have: a list that grows and shrinks under the cursor cannot be read.
        """
        said, keys = self.query_one("#said", Static), _(overlays.PALETTE_KEYS)
        lines = len(title_lines(keys, said.size.width, _LINES, 0).lines) if said.size.width else 1
        words = title_lines(self.query_one(Choices).cut_words, max(1, said.size.width), lines, 0).lines
        shown = [*words, *[""] * (lines - len(words))]
        said.update("\n".join(shown) if any(words) else keys)

    @on(Input.Submitted)
    def _choose(self) -> None:
        self.query_one(Choices).choose()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        if isinstance(message.value, str | View | int):
            close(self, message.value)

    def action_close(self) -> None:
        """Go back, nothing chosen."""
        close(self, None)

    def _found(self, typed: str) -> list[Choice]:
        """What is named so, the best first, with articles at the end; a row that says so where nothing is."""
        articles = [Choice(None, _(overlays.ARTICLES)), *self._articles] if self._articles else []
        found = named_so(typed, self._all, or_abbreviated=not articles) if typed else self._all
        return [*found[:_SHOWN], *articles] or [Choice(None, _(overlays.NOTHING_MATCHES))]


def named_so(typed: str, choices: Sequence[Choice], *, or_abbreviated: bool = True) -> list[Choice]:
    """The choices whose words or id hold what is typed, the best first.

    Whole words come before beginnings of words, and those before any other part; of each, what begins so comes
    first. Where nothing holds it, letters left out of one word are forgiven (`vnxp`: VnExpress), and the first
    letters of words are enough (`tt`).
    """
    found = holding(typed, choices)
    if found or not or_abbreviated:
        return found
    needle = _plain(typed)
    return [choice for choice in choices if _abbreviates(needle, _named(choice))]


def holding(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices whose words or id hold what is typed, whole or by beginnings of words, the best first.

    What is an id, or begins one, means that command, as in vim: `:q` quits.
    """
    needle = _plain(typed)
    ranked: list[tuple[int, Choice]] = []
    for choice in choices:
        rank = _rank(needle, _named(choice))
        if rank is not None:
            ranked.append((_rank_of_id(needle, _plain(_id(choice)), rank), choice))
    return [choice for _rank_of_it, choice in sorted(ranked, key=lambda pair: pair[0])]


def _named(choice: Choice) -> str:
    return _plain(f"{choice.words} {_id(choice)}")


def _id(choice: Choice) -> str:
    return choice.value if isinstance(choice.value, str) else ""


def _plain(text: str) -> str:
    """The text in which a name is looked for: an id, too, is typed as it is written or as its words."""
    return fold(" ".join(text.replace("_", " ").split()))


def _rank(needle: str, text: str) -> int | None:
    """How well `text` holds `needle`, 0 the best, a step better where it begins so; None if it does not."""
    words, wanted = _WORD.findall(text), _WORD.findall(needle)
    further_on = not text.startswith(needle)
    if wanted and all(word in words for word in wanted):
        return further_on
    if wanted and all(any(word.startswith(part) for word in words) for part in wanted):
        return 2 + further_on
    return 4 if needle in text else None


def _rank_of_id(needle: str, command_id: str, rank: int) -> int:
    if not command_id or not command_id.startswith(needle.rstrip("!")):
        return rank
    return -2 if command_id == needle else min(rank, -1 if len(command_id.split()) == 1 else rank)


def _abbreviates(needle: str, text: str) -> bool:
    words = _WORD.findall(text)
    if "".join(word[0] for word in words).startswith(needle):
        return True
    return any(word[0] == needle[0] and _in_order(needle, word) for word in words)


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
