"""Write the pages that the program knows best: `python docs/generate.py`. A stale one fails the suite."""

import sys
from collections.abc import Callable
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

[Tiếng Việt](keys.vi.md)

Each key means the same thing everywhere. The arrows, PgUp, PgDn, Home and End always work, and so does the mouse:
a click selects and previews, a second click opens, the wheel scrolls, and a click on a link opens it. Click a hint
in the last line to press its key; click beside a sheet, or on the words that say how to close it, to close it;
drag the lines between panes.

Every key can be changed in [settings.toml](settings.md), by the id of its command: `keys.star = "S"`. Separate
several keys with commas, put a space between two that are pressed one after the other (`keys.top = "g g"`), and
write `keys.remove = ""` for none. The usual spellings all work: `Ctrl+F`, `Ctrl-f`, `<C-f>`, `^F`; `PageDown`,
`PgDn`, `NPage`; `/` or `slash`. If something is not a key, or two commands share one, the default is used, and the
start of the screen (`:notices` shows it again) and every command name the line. `keys.preset = "newsboat"`,
`"vim"` or `"google-reader"` starts from the keys of that program; your own replace them. Commands without a key
are in the palette, by name: `:import`.

A number before a key that moves says how many times, or to which row: `5j`, `5J`, `5n` (the fifth unread article,
without opening those before it), `5Space`, `5}}`, `5]`, `50G`. `5m`, `5s` and `5T` act on that many rows of the
list, and `5u` undoes five steps. The number is shown in the last line while you type it; `Esc`, a click or a key
without a meaning cancels it. In an article, digits are also the number of a link: if no key follows, that link
opens after a second, and its address is shown until then. In the lists, `1` to `4` choose what is listed, so a
number has to begin with `5` to `9` there. With the keys of vim, all ten digits are numbers everywhere and wait for
their key as long as it takes: a link is `7` and `Enter` (`yy` copies it, `gx` opens the browser), and `ga`, `gu`,
`gs` and `go` choose what is listed.

{markdown("Key | Id | What it does").rstrip()}
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

`settings.toml` is in the configuration directory of the platform (Linux: `~/.config/tuinews/`, macOS:
`~/Library/Application Support/tuinews/`, Windows: `%LOCALAPPDATA%\\tuinews\\`), or where `--config` or
`TUINEWS_CONFIG` says. You need not have one. A mistake in it never keeps tuinews from starting: the default is
used, and the screen and every command name the line and the nearest known name (`:notices` shows this again).
`tuinews config validate` checks the file for a script, `tuinews config show` prints every value in force and where
it comes from, and `tuinews config schema` prints a JSON Schema for editors.

`E` on the screen shows and changes all of them, grouped by what they do; the line below the list gives the name
used here. A change takes effect at once and is written to the file, whose comments are kept. Symbolic links are
followed; a read-only file is left alone, and you are told so.

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

A repair that is set for one source (`W` on the screen, or `tuinews repair`, see [commands](commands.md)) takes
precedence over those in the settings. A selector that matches nothing on a page changes nothing there. Articles
that are already saved change when they are fetched again (`F`).

`t` on the screen tries the themes. `theme = "auto"` is dark or light, like the terminal's own background:
the terminal is asked for it (OSC 11), and `COLORFGBG` decides until it has answered. Textual's themes keep their
own backgrounds and accents; every text colour is adjusted until its contrast is 4.5:1, as in our own themes.

Your own style sheets go beside `settings.toml`: every `*.tcss` file there
([Textual CSS](https://textual.textualize.io/guide/CSS/)) is applied after ours, in the order of their names, and
read again when it changes. A mistake in one is reported with its line, and the last version without one stays in
force. The folder `styles` shows what can be styled; the colours of the theme are `$paper`, `$ink`, `$soft`,
`$accent-ink` and so on:

```css
EntryList > .entry-list--unread {{ color: $link-ink; }}
Reader {{ background: $margin; }}
```

`NO_COLOR` in the environment chooses the theme `ansi`, which sets no colours of its own; so does a terminal with
sixteen colours or fewer (`TERM` without `256color`, and no `COLORTERM`). Inside GNU screen there are at most 256.

The library is in the data directory of the platform (Linux: `~/.local/share/tuinews/`), or where `--data-dir` or
`TUINEWS_DATA_DIR` says.
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

[Tiếng Việt](linear.vi.md)

`tuinews --linear` has no screen: you type a command on a line and get lines back. Texts are paged in a terminal
and come whole in a pipe. It is for people who listen to the screen, for terminals that can do nothing else
(`TERM=dumb`), and for scripts (`echo unread | tuinews --linear`). Everything that the screen can do with an
article, a source or the library has a word here.

Lists are numbered, and a number refers to the list you heard last: `open 3`, or just the number. Several numbers
work with marks, stars, tags and downloads (`star 2 5-8`). Enter alone continues. `help` lists all words, `help
WORD` explains one, `help HEADING` those under a heading. In Vietnamese the words also have Vietnamese names, which
need no diacritics (`mo 3`); the English ones work in every language. The first letters of a word are enough if no
other word begins with them; the words of every day win over the rest (`n` is `next`).

An article that several sources tell is one line, with `+4` after its title; `story N` lists the others. Marking
one marks them all. Ctrl-C stops an answer that takes long; at the prompt it ends the program.

{table}
"""


def vietnamese_keys_page() -> str:
    """docs/keys.vi.md, from the same table."""
    table = _in("vi", lambda: markdown("Phím | Mã lệnh | Việc"))
    return f"""{_NOTE}

# Phím

[English](keys.md)

Mỗi phím một nghĩa, ở đâu cũng vậy. Mũi tên, PgUp, PgDn, Home và End lúc nào cũng dùng được; chuột cũng thế: bấm
để chọn và xem trước, bấm lần nữa để mở, lăn để cuộn, bấm vào liên kết để mở liên kết. Bấm vào gợi ý ở dòng cuối
cũng như bấm phím của nó; bấm ra ngoài một bảng, hoặc vào chữ cho biết cách đóng, thì đóng bảng; đường kẻ giữa hai
khung kéo được.

Phím nào cũng đổi được, theo mã lệnh, trong [settings.toml](settings.md) hoặc bằng `E` trên màn hình: `keys.star
= "S"`; nhiều phím thì cách nhau bằng dấu phẩy, hai phím bấm liên tiếp thì cách nhau bằng dấu cách (`keys.top =
"g g"`), bỏ phím thì để trống (`keys.remove = ""`). Các cách viết quen thuộc đều hiểu: `Ctrl+F`, `Ctrl-f`,
`<C-f>`, `^F`; `PageDown`, `PgDn`, `NPage`; `/` hoặc `slash`. Phím không có thật, hoặc hai lệnh trùng một phím,
được nêu kèm số dòng khi khởi động (`:notices` cho xem lại) và ở mọi lệnh; phím mặc định vẫn giữ. `keys.preset =
"newsboat"`, `"vim"` hoặc `"google-reader"` lấy bộ phím của chương trình ấy làm gốc, phím đặt riêng được ưu
tiên. Lệnh không có phím thì tìm theo tên trong ô lệnh: `:import`.

Số gõ trước phím di chuyển là số lần, hoặc số hàng cần đến: `5j`, `5J`, `5n` (bài chưa đọc thứ năm, không mở các
bài trước nó), `5Space`, `5}}`, `5]`, `50G`; `5m`, `5s`, `5T` là ngần ấy hàng trong danh sách, `5u` hoàn tác năm
bước. Số đang gõ hiện ở dòng cuối; bấm `Esc`, bấm chuột hay bấm phím không có nghĩa thì bỏ. Trong bài, các chữ
số ấy cũng là số của liên kết: chỉ gõ số thì một giây sau liên kết mở ra, trong lúc chờ hiện địa chỉ. Trong danh
sách, `1` đến `4` chọn xem những bài nào, nên ở đó số phải bắt đầu bằng `5` đến `9`. Với bộ phím của vim, cả
mười chữ số ở đâu cũng là số và chờ phím đi sau, lâu mấy cũng được: mở liên kết thì gõ `7` rồi `Enter` (`yy`
chép địa chỉ, `gx` mở trình duyệt), còn chọn xem những bài nào là `ga`, `gu`, `gs`, `go`.

{table.rstrip()}
"""


def vietnamese_linear_page() -> str:
    """docs/linear.vi.md, from the same table."""
    table = _in("vi", _vietnamese_words)
    return f"""{_NOTE}

# Trò chuyện

[English](linear.md)

`tuinews --linear` không có màn hình: mỗi lệnh là một từ trên một dòng, mỗi câu trả lời là vài dòng; trong
terminal, bài hiện từng màn hình một, còn qua ống thì hiện hết. Cách này dành cho người nghe chữ thay vì nhìn,
cho terminal không vẽ được gì (`TERM=dumb`) và cho script (`echo unread | tuinews --linear`). Việc gì màn hình
làm được với bài, nguồn hay thư viện thì ở đây cũng có lệnh.

Danh sách có đánh số, và con số chỉ điều vừa nghe gần nhất: `mở 3`, hoặc chỉ gõ số. Đánh dấu, gắn sao, gắn thẻ
và tải về nhận nhiều số (`gắn sao 2 5-8`). Chỉ bấm Enter là đọc tiếp. `trợ giúp` đọc mọi lệnh, `trợ giúp LỆNH`
một lệnh, `trợ giúp ĐỀ MỤC` các lệnh dưới một đề mục. Gõ không dấu cũng được (`mo 3`), và tên tiếng Anh thì ngôn
ngữ nào cũng hiểu. Chỉ cần mấy chữ đầu nếu không lệnh nào khác bắt đầu như thế.

Tin mà nhiều nguồn cùng đăng chỉ là một dòng, sau tiêu đề có `+4`; `cùng tin N` liệt kê các bài kia. Đánh dấu
một bài là đánh dấu cả nhóm. Ctrl-C ngắt câu trả lời quá dài; ở dấu nhắc thì thoát chương trình.

{table}
"""


def _vietnamese_words() -> str:
    parts: list[str] = []
    for group in GROUPS:
        parts.append(f"## {_(group.heading)}\n\n| lệnh | tiếng Anh | việc |\n|---|---|---|")
        for word in group.words:
            more = f". {_(word.more)}" if word.more else ""
            parts.append(f"| `{_(word.name)}` | `{word.id}` | {_(word.about)}{more} |")
        parts.append("")
    return "\n".join(parts).rstrip()


def _spoken(language: str, name: str) -> str:
    return _in(language, lambda: _(name))


def _in(language: str, make: Callable[[], str]) -> str:
    choose(language)
    try:
        return make()
    finally:
        choose(LANGUAGES[0])


PAGES = {
    "keys.md": keys_page,
    "keys.vi.md": vietnamese_keys_page,
    "settings.md": settings_page,
    "linear.md": linear_page,
    "linear.vi.md": vietnamese_linear_page,
}


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
