"""The least that a Textual app can be: a word on the screen. What our start is compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """Says READY."""

    def compose(self) -> ComposeResult:
        """One word."""
        yield Static("READY")


if __name__ == "__main__":
    EmptyApp().run()
