"""Write the pages that the program knows best: `python docs/generate.py`. A stale one fails the suite."""

import sys
from pathlib import Path

from tuinews.cli.linear.words.table import GROUPS
from tuinews.configuration.spelling import spelled
from tuinews.language import LANGUAGES, _, choose
from tuinews.settings import TABLE, Settings
from tuinews.ui.keys import markdown

DOCS = Path(__file__).parent
_NOTE = "<!-- Made by docs/generate.py from the program; change it there. -->"


def keys_page() -> str:
    """docs/keys.md, from the one table of keys."""
    return f"""{_NOTE}

# Keys

One meaning a key, everywhere. The arrows, PgUp, PgDn, Home and End always work, and so does the mouse: a click
selects and previews, a second click opens, the wheel scrolls, a click on a link opens it. A hint in the last line
is clicked as its key is pressed; a click beside a sheet, or on the words that say how it closes, closes it; the
lines between panes are dragged.

Every key can be changed by its id in [settings.toml](settings.md): `keys.star = "S"`, several with commas, two
that are pressed one after the other with a blank (`keys.top = "g g"`), none with `keys.remove = ""`. The usual
spellings are understood: `Ctrl+F`, `Ctrl-f`, `<C-f>`, `^F`; `PageDown`, `PgDn`, `NPage`; `/` or `slash`. What is
no key, and two commands on one key, are named with their line at the start (`:notices` shows it again) and by
every command; the default stays. `keys.preset = "newsboat"`, `"vim"` or `"google-reader"` begins with the keys of
that program, which one's own are set over. A command without a key is found by its name in the palette: `:import`.

{markdown().rstrip()}
"""


def settings_page() -> str:
    """docs/settings.md, from the table of settings."""
    rows = [
        f"| `{name}` | `{spelled(getattr(Settings(), name))}` | {setting.words} | {setting.expected} |"
        for name, setting in TABLE.items()
    ]
    table = "\n".join(rows)
    return f"""{_NOTE}

# Settings

`settings.toml` lies in the configuration directory of the platform (Linux: `~/.config/tuinews/`, macOS:
`~/Library/Application Support/tuinews/`, Windows: `%LOCALAPPDATA%\\tuinews\\`), or where `--config` or
`TUINEWS_CONFIG` says. There need not be one. What is not understood
keeps nothing from starting: the default stays, and the screen and every command say the line and the nearest name
(`:notices` shows it again). `tuinews config validate` says it for a script, `tuinews config show` says every value
in force and where it comes from, and `tuinews config schema` is a JSON Schema for editors.

`E` on the screen shows and changes them all, under headings and by what they do; the name that each has here is
said below the list. What is changed there is in force at once and written to the file,
every comment kept; a link is followed, and a file that is read-only is left alone and said to be so.

| setting | default | what | value |
|---|---|---|---|
{table}

An example:

```toml
refresh_minutes = 60
theme = "light"

[keys]
star = "S"
next_article = "J,Ctrl+N"
remove = ""                 # no key

[repairs."news.example.org"]
body = "div.story"
drop = "aside, p.promo"
```

A repair that is set for one source (`W` on the screen, or `tuinews repair`, see [commands](commands.md)) comes
before those of the settings. A selector that matches nothing on a page changes nothing there. Articles that are
kept already change when they are fetched again (`F`).

`t` on the screen tries the themes. `theme = "auto"` is dark or light as the terminal's own paper is: it is asked
for it (OSC 11), and `COLORFGBG` is gone by until it has answered. Textual's themes have their own papers and
accents, every text of them moved until its contrast is 4.5:1, as in ours.

Style sheets of your own lie beside `settings.toml`: every `*.tcss` there
([Textual CSS](https://textual.textualize.io/guide/CSS/)) comes after ours, in the order of their names, and is
read anew when it changes. A fault in one is said with its line, and what it said before stays. What there is to
style is in the folder `styles`; the colours of the theme are `$paper`, `$ink`, `$soft`, `$accent-ink` and so on:

```css
EntryList > .entry-list--unread {{ color: $link-ink; }}
Reader {{ background: $margin; }}
```

`NO_COLOR` in the environment chooses the theme `ansi`, which sets no colours of its own; so does a terminal of
sixteen colours or fewer (`TERM` without `256color`, and no `COLORTERM`). Inside GNU screen there are 256 at most.

Where the library lies: the data directory of the platform (Linux: `~/.local/share/tuinews/`), or `--data-dir`,
`TUINEWS_DATA_DIR`.
"""


def linear_page() -> str:
    """docs/linear.md, from the one table of the conversation's words."""
    parts: list[str] = []
    for group in GROUPS:
        parts.append(f"## {group.heading}\n\n| word | in Vietnamese | what it does |\n|---|---|---|")
        for word in group.words:
            more = f". {word.more}" if word.more else ""
            parts.append(
                f"| `{word.id}` | `{_spoken('vi', word.name)}` | {word.about}{more} |".replace(" |. ", ". ")
            )
        parts.append("")
    table = "\n".join(parts).rstrip()
    return f"""{_NOTE}

# The conversation

`tuinews --linear` has no screen: a command is a word and a line, an answer is lines, texts come by the screenful
in a terminal and whole in a pipe. It is for those who hear what is written, for terminals that can do nothing
(`TERM=dumb`), and for scripts (`echo unread | tuinews --linear`). Everything that the screen can do with an
article, a source or the library has a word here.

Lists are numbered, and a number means what was said last: `open 3`, or the number alone. Several numbers work
with marks, stars, tags and downloads (`star 2 5-8`). Enter alone goes on. `help` says all words, `help WORD` one
of them, `help HEADING` those of a heading. In Vietnamese the words have Vietnamese names too, which need no
marks (`mo 3`); the English ones are understood in every language. The first letters are enough where no other
word begins so; what is said every day goes before the rest (`n` is `next`).

An article that several sources tell is one line, with `+4` behind its title; `story N` lists the others. A mark
of one is a mark of all. Ctrl-C ends an answer that takes long, and at the prompt the program.

{table}
"""


def _spoken(language: str, name: str) -> str:
    choose(language)
    try:
        return _(name)
    finally:
        choose(LANGUAGES[0])


PAGES = {"keys.md": keys_page, "settings.md": settings_page, "linear.md": linear_page}


def main() -> int:
    """Write every page that changed and name it."""
    for name, make in PAGES.items():
        path = DOCS / name
        text = make()
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(f"wrote {name}")  # noqa: T201 - a script for the command line
    return 0


if __name__ == "__main__":
    sys.exit(main())
