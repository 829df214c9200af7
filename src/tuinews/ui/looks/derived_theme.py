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
_PLAIN_LOOKS = {"cursor-look": "none", "soft-look": "none", "match-look": "none", "highlight-look": "underline"}


def derived(name: str) -> Theme | None:
    """Textual's theme of that name with our variables, None where there is none."""
    theme = BUILTIN_THEMES.get(name)
    return replace(theme, variables={**theme.variables, **_variables(theme)}) if theme else None


def _variables(theme: Theme) -> dict[str, str]:
    colours = theme.to_color_system().generate()

    def rgb(variable: str) -> RGB:
        colour = Color.parse(colours[variable])
        return colour.r, colour.g, colour.b

    paper, ink = rgb("background"), rgb("foreground")
    margin = blend(paper, ink, 0.04)
    cursor, away = told_from(margin, ink, _CURSOR), told_from(margin, ink, _CURSOR_AWAY)
    code_paper = blend(paper, ink, 0.06)
    papers = (paper, margin, cursor, away)
    accent = readable(rgb("accent"), papers, TEXT)
    match, match_here = told_from(paper, accent, 1.6), accent

    def on_papers(colour: RGB, wanted: float = TEXT) -> str:
        return hex_of(readable(colour, papers, wanted))

    def on_code(variable: str) -> str:
        return hex_of(readable(rgb(variable), (code_paper, away), TEXT))

    black_or_white = (0, 0, 0) if theme.dark else (255, 255, 255)
    found = {
        "paper": hex_of(paper),
        "margin": hex_of(margin),
        "line": hex_of(blend(paper, ink, 0.2)),
        "ink": hex_of(readable(ink, (*papers, code_paper), 7.0)),
        "strong": on_papers(blend(ink, (255, 255, 255) if theme.dark else (0, 0, 0), 0.5), 7.0),
        "soft": hex_of(readable(blend(ink, paper, 0.2), (*papers, code_paper), TEXT)),
        "faint": on_papers(blend(ink, paper, 0.35)),
        "accent-ink": hex_of(accent),
        "link-ink": on_papers(rgb("primary")),
        "kept-ink": on_papers(rgb("success")),
        "failed-ink": on_papers(rgb("error")),
        "cursor": hex_of(cursor),
        "cursor-away": hex_of(away),
        "cursor-ink": hex_of(readable(ink, (cursor,), 7.0)),
        "code-paper": hex_of(code_paper),
        "code-key": on_code("accent"),
        "code-text": on_code("success"),
        "code-number": on_code("warning"),
        "code-name": on_code("primary"),
        "highlight": hex_of(away),
        "match": hex_of(match),
        "match-ink": hex_of(readable(ink, (match,), TEXT)),
        "match-here": hex_of(match_here),
        "match-here-ink": hex_of(readable(black_or_white, (match_here,), TEXT)),
    }
    return found | _PLAIN_LOOKS
