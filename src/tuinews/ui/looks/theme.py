"""The colours of the screen, by what they are for; the style sheets name no others.

A `$variable` of one style sheet is not seen in another, so that all that is shared is here. `dark` and `light`
are our own; `ansi` uses the terminal's sixteen colours, and serves NO_COLOR too: there the same differences show
by weight, dimness and reverse video (https://no-color.org).

What people read has a contrast of 4.5:1 at least with what it stands on, signs have 3:1 (WCAG 2.2, 1.4.3 and
1.4.11), in true colour and as rich brings it down to 256; `tests/ui/looks/test_contrast.py` measures it. A grey
with a saturation of 15 % and more becomes a colour there, so that the cursor's row keeps under it. Of the sixteen
colours those alone are used that can be read on black and on white, in xterm's palette and in the VGA's.
"""

from types import MappingProxyType

from textual.theme import BUILTIN_THEMES, Theme

_DARK = MappingProxyType(
    {
        "paper": "#15171c",
        "margin": "#1a1d23",
        "line": "#2b2f38",
        "ink": "#d3d6dc",
        "strong": "#f2f3f5",
        "soft": "#a8afbb",
        "faint": "#979eaa",
        "accent-ink": "#e3a857",
        "link-ink": "#82aee0",
        "kept-ink": "#7fb08a",
        "failed-ink": "#ea857d",
        "cursor": "#30343c",
        "cursor-away": "#252830",
        "cursor-ink": "#ffffff",
        "code-paper": "#1d2027",
        "code-key": "#c696d8",
        "code-text": "#9dbf86",
        "code-number": "#d6a36c",
        "code-name": "#82aee0",
        "highlight": "#36332c",
        "match": "#5c4a1e",
        "match-here": "#e3a857",
        "match-ink": "#ffffff",
        "match-here-ink": "#15171c",
        "cursor-look": "none",
        "soft-look": "none",
        "match-look": "none",
        "highlight-look": "underline",
    }
)
_LIGHT = MappingProxyType(
    {
        "paper": "#fbfaf7",
        "margin": "#f3f1ec",
        "line": "#dcd8d0",
        "ink": "#2b2d31",
        "strong": "#0f1012",
        "soft": "#4f535b",
        "faint": "#5a5e66",
        "accent-ink": "#824a00",
        "link-ink": "#1d5fa6",
        "kept-ink": "#22662f",
        "failed-ink": "#b3261e",
        "cursor": "#dbe5f3",
        "cursor-away": "#e8e6e0",
        "cursor-ink": "#0f1012",
        "code-paper": "#f0eee8",
        "code-key": "#8a3fa0",
        "code-text": "#41702a",
        "code-number": "#95530f",
        "code-name": "#1d5fa6",
        "highlight": "#fff2b8",
        "match": "#f6e3b4",
        "match-here": "#e0a030",
        "match-ink": "#0f1012",
        "match-here-ink": "#0f1012",
        "cursor-look": "none",
        "soft-look": "none",
        "match-look": "none",
        "highlight-look": "underline",
    }
)
_ANSI = MappingProxyType(
    {
        **BUILTIN_THEMES["ansi-dark"].variables,
        "paper": "ansi_default",
        "margin": "ansi_default",
        "line": "ansi_bright_black",
        "ink": "ansi_default",
        "strong": "ansi_default",
        "soft": "ansi_default",
        "faint": "ansi_default",
        "accent-ink": "ansi_magenta",
        "link-ink": "ansi_bright_blue",
        "kept-ink": "ansi_default",
        "failed-ink": "ansi_bright_red",
        "cursor": "ansi_default",
        "cursor-away": "ansi_default",
        "cursor-ink": "ansi_default",
        "code-paper": "ansi_default",
        "code-key": "ansi_magenta",
        "code-text": "ansi_default",
        "code-number": "ansi_default",
        "code-name": "ansi_bright_blue",
        "highlight": "ansi_default",
        "match": "ansi_default",
        "match-here": "ansi_default",
        "match-ink": "ansi_default",
        "match-here-ink": "ansi_default",
        "cursor-look": "reverse",
        "soft-look": "dim",
        "match-look": "reverse",
        "highlight-look": "bold underline",
    }
)


def _theme(name: str, colours: MappingProxyType[str, str], *, dark: bool, ansi: bool = False) -> Theme:
    return Theme(
        name=f"tuinews-{name}",
        primary=colours["link-ink"],
        accent=colours["accent-ink"],
        warning=colours["accent-ink"],
        error=colours["failed-ink"],
        success=colours["kept-ink"],
        foreground=colours["ink"],
        background=colours["paper"],
        surface=colours["paper"],
        panel=colours["margin"],
        dark=dark,
        ansi=ansi,
        variables=dict(colours),
    )


THEMES = (
    _theme("dark", _DARK, dark=True),
    _theme("light", _LIGHT, dark=False),
    _theme("ansi", _ANSI, dark=True, ansi=True),
)
DARK, ANSI = "tuinews-dark", "tuinews-ansi"
OWN_NAMES = frozenset(theme.name for theme in THEMES)

DEFAULT_VARIABLES: dict[str, str] = dict(_DARK)
"""What the variables are before a theme of ours is in force."""


OWN = frozenset(("dark", "light", "ansi"))
"""The settings that name a theme of ours."""


def theme_name(setting: str, *, no_color: bool, few: bool, light: bool) -> str:
    """The theme for a setting: `auto`, one of ours, or one of Textual's by its own name.

    NO_COLOR and a terminal of `few` colours decide over it: brought down to sixteen colours, the cursor's row of
    ours is the colour of its own text. `light` says that the terminal's paper is.
    """
    if no_color or few:
        return "tuinews-ansi"
    if setting == "auto":
        return "tuinews-light" if light else "tuinews-dark"
    return f"tuinews-{setting}" if setting in OWN else setting
