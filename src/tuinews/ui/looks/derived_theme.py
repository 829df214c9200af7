"""Textual's own themes with the colours that our sheets ask for, each moved until it can be read.

Imported when such a theme is chosen. What Textual's theme says is taken where it can be: its paper, its ink and
its accents; a text that it would show too faintly is brought towards white or black.
"""

from dataclasses import replace

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tuinews.ui.looks.contrast import RGB, TEXT, blend, hex_of, readable, told_from

_CURSOR, _CURSOR_AWAY = 1.35, 1.15
"""The contrast of the cursor's row with the paper around it, while its pane has the keys and while it has not."""
_MATCH = 1.6
"""The contrast of what was found with the paper around it."""
_MUCH = 7.0
"""The contrast of a text that is read for long (WCAG 2.2, 1.4.6)."""
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)
_PLAIN_LOOKS = {"cursor-look": "none", "soft-look": "none", "match-look": "none", "highlight-look": "underline"}


def derived(name: str) -> Theme | None:
    """Textual's theme of that name with our variables, None if there is none."""
    theme = BUILTIN_THEMES.get(name)
    return replace(theme, variables={**theme.variables, **_variables(theme)}) if theme else None


def _variables(theme: Theme) -> dict[str, str]:
    """The colours that our sheets ask for, by the names that they have there."""
    colours = _ThemeColours(theme)
    return colours.papers() | colours.inks() | colours.code() | colours.matches() | _PLAIN_LOOKS


class _ThemeColours:
    """A theme's colours with the papers that are mixed of them, on which its inks are to be read."""

    def __init__(self, theme: Theme) -> None:
        self._colours = theme.to_color_system().generate()
        self._is_dark = theme.dark
        self._paper, self._ink = self._rgb("background"), self._rgb("foreground")
        self._margin = blend(self._paper, self._ink, 0.04)
        self._cursor = told_from(self._margin, self._ink, _CURSOR)
        self._away = told_from(self._margin, self._ink, _CURSOR_AWAY)
        self._code_paper = blend(self._paper, self._ink, 0.06)
        self._papers = (self._paper, self._margin, self._cursor, self._away)
        self._accent = readable(self._rgb("accent"), self._papers, TEXT)

    def papers(self) -> dict[str, str]:
        """What stands behind a text, and the lines between the panes."""
        return {
            "paper": hex_of(self._paper),
            "margin": hex_of(self._margin),
            "line": hex_of(blend(self._paper, self._ink, 0.2)),
            "cursor": hex_of(self._cursor),
            "cursor-away": hex_of(self._away),
            "code-paper": hex_of(self._code_paper),
            "highlight": hex_of(self._away),
        }

    def inks(self) -> dict[str, str]:
        """The colours of text, which are read on each of the papers."""
        every = (*self._papers, self._code_paper)
        faint, soft = blend(self._ink, self._paper, 0.35), blend(self._ink, self._paper, 0.2)
        return {
            "ink": hex_of(readable(self._ink, every, _MUCH)),
            "strong": self._on_papers(blend(self._ink, _WHITE if self._is_dark else _BLACK, 0.5), _MUCH),
            "soft": hex_of(readable(soft, every, TEXT)),
            "faint": self._on_papers(faint),
            "accent-ink": hex_of(self._accent),
            "link-ink": self._on_papers(self._rgb("primary")),
            "kept-ink": self._on_papers(self._rgb("success")),
            "failed-ink": self._on_papers(self._rgb("error")),
            "cursor-ink": hex_of(readable(self._ink, (self._cursor,), _MUCH)),
        }

    def code(self) -> dict[str, str]:
        """The colours of programs that are quoted."""
        variables = {"key": "accent", "text": "success", "number": "warning", "name": "primary"}
        papers = (self._code_paper, self._away)
        return {
            f"code-{name}": hex_of(readable(self._rgb(variable), papers, TEXT))
            for name, variable in variables.items()
        }

    def matches(self) -> dict[str, str]:
        """What a search or a find has found, and the one of it that is gone to."""
        match = told_from(self._paper, self._accent, _MATCH)
        ink_here = readable(_BLACK if self._is_dark else _WHITE, (self._accent,), TEXT)
        return {
            "match": hex_of(match),
            "match-ink": hex_of(readable(self._ink, (match,), TEXT)),
            "match-here": hex_of(self._accent),
            "match-here-ink": hex_of(ink_here),
        }

    def _rgb(self, variable: str) -> RGB:
        colour = Color.parse(self._colours[variable])
        return colour.r, colour.g, colour.b

    def _on_papers(self, colour: RGB, contrast: float = TEXT) -> str:
        return hex_of(readable(colour, self._papers, contrast))
