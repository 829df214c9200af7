"""An app under a pilot, what its screen shows, and what leaves it."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from fake_library import FakeLibrary
from painting import Painting
from prompt_pilot import PromptPilot, settle
from rich.style import Style
from textual import events
from textual.widgets import Input

from tuinews.ui.app import TuinewsApp
from tuinews.ui.screens.reading import ReadingScreen


class Browser:
    """Stands in for what leaves the program."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.copied: list[str] = []
        self.works = True
        self.written: Callable[[str], str | None] = lambda text: text

    def edit(self, text: str, name: str) -> str | None:
        return self.written(text)

    def browse(self, address: str) -> bool:
        self.opened.append(address)
        return self.works

    def run(self, arguments: Sequence[str], text: str) -> bool:
        self.copied.append(text)
        return True


class Seen:
    """An app under a pilot, and what its screen shows."""

    def __init__(self, app: TuinewsApp, library: FakeLibrary, browser: Browser, painting: Painting) -> None:
        self.app, self.pilot, self.library, self.browser = app, PromptPilot(app), library, browser
        self._painting = painting

    @property
    def state(self) -> ReadingScreen:
        state = self.app.screen_stack[0]
        assert isinstance(state, ReadingScreen)
        return state

    @property
    def text(self) -> str:
        return self._painting.text(self.app.screen)

    @property
    def status(self) -> str:
        return self.text.splitlines()[-1]

    def line(self, words: str) -> str:
        """The first line that holds `words`; AssertionError where none does."""
        return self._lines_from(words)[0]

    def after(self, words: str) -> str:
        """The line under the first that holds `words`: the second of a row's two."""
        return self._lines_from(words)[1]

    def _lines_from(self, words: str) -> list[str]:
        lines = self.text.splitlines()
        first = next((n for n, line in enumerate(lines) if words in line), None)
        assert first is not None, f"no {words}\n{self.text}"
        return lines[first:]

    @contextmanager
    def case(self, name: object) -> Iterator[None]:
        """One of several cases on one app, which starts with an empty status line; a failure says which it was."""
        self.state.say("")
        try:
            yield
        except AssertionError as error:
            error.add_note(f"in the case {name!r}")
            raise

    async def settle(self) -> None:
        """Wait until all that can be done now is done: what is left waits for a moment, a thread or a gate."""
        await settle(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys, each when all that the one before it did is done."""
        for key in keys:
            self.app.simulate_key(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type into the input that has the focus."""
        await self.until(lambda: isinstance(self.app.focused, Input), "an input")
        for character in text:
            self.app.post_message(events.Key(character, character))
        await self.settle()
        typed = self.app.focused
        await self.until(lambda: isinstance(typed, Input) and typed.value.endswith(text), text)

    async def paste(self, text: str, words: str) -> None:
        """Paste into the input that has the focus, and wait for `words`."""
        await self.until(lambda: isinstance(self.app.focused, Input), "an input")
        self.app.post_message(events.Paste(text))
        await self.wait_for(words)

    def styled(self, selector: str) -> list[tuple[str, Style]]:
        """The runs of text of a widget with their styles."""
        widget = self.app.screen.query_one(selector)
        strips = [widget.render_line(y) for y in range(widget.size.height)]
        return [(segment.text, segment.style or Style()) for strip in strips for segment in strip]

    async def wheel_down(self, selector: str) -> None:
        """Turn the wheel over a widget."""
        widget = self.app.screen.query_one(selector)
        x, y = widget.region.x + 3, widget.region.y + 3
        self.app.post_message(events.MouseScrollDown(None, x, y, 0, 1, 0, False, False, False, x, y))
        await self.settle()

    async def wait_for(self, words: str) -> None:
        await self.until(lambda: words in self.text, words)

    def raise_fault(self) -> None:
        """Raise what ended the app, if anything did: of its screen nothing is left to be looked at."""
        if self.app._exception is not None:
            raise self.app._exception

    async def until(self, so: Callable[[], object], what: object = "") -> None:
        for _ in range(3000):
            await self.settle()
            self.raise_fault()
            if so():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"never so: {what}\n{self.text}")
