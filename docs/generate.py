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

One meaning a key, everywhere. The arrows, PgUp, PgDn, Home and End always work, and so does the mouse: a click
selects and previews, a second click opens, the wheel scrolls, a click on a link opens it. A hint in the last line
is clicked as its key is pressed; a click beside a sheet, or on the words that say how it closes, closes it; the
lines between panes are dragged.

Every key can be changed by its id in [settings.toml](settings.md): `keys.star = "S"`, several with commas, two
that are pressed one after the other with a blank (`keys.top = "g g"`), none with `keys.remove = ""`. The usual
spellings are understood: `Ctrl+F`, `Ctrl-f`, `<C-f>`, `^F`; `PageDown`, `PgDn`, `NPage`; `/` or `slash`. What is
no key, and two commands on one key, are named with their line at the start (`:notices` shows it again) and by
every command; the default is used. `keys.preset = "newsboat"`, `"vim"` or `"google-reader"` begins with the keys of
that program, which one's own are set over. A command without a key is found by its name in the palette: `:import`.

A number before a key that moves says how often, or to which row: `5j`, `5J`, `5n` (the fifth unread article,
without opening those before it), `5Space`, `5}}`, `5]`, `50G`; `5m`, `5s` and `5T` mean so many rows of the
list, `5u` takes five steps back. It stands in the last line while it is typed; `Esc`, a key that means nothing
and a click give it up. In an article the same digits are the number of a link: alone, that link opens after a
second, and its address is shown until then. In the lists `1` to `4` mean what is listed, so that a number
begins with `5` to `9` there. In the keys of vim all ten digits are numbers everywhere, which wait for their key
however long: a link is `7` and `Enter` (`yy` copies it, `gx` opens the browser), and what is listed is `ga`,
`gu`, `gs`, `go`.

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

`settings.toml` lies in the configuration directory of the platform (Linux: `~/.config/tuinews/`, macOS:
`~/Library/Application Support/tuinews/`, Windows: `%LOCALAPPDATA%\\tuinews\\`), or where `--config` or
`TUINEWS_CONFIG` says. There need not be one. What is not understood
keeps nothing from starting: the default is used, and the screen and every command say the line and the nearest name
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

[Tiếng Việt](linear.vi.md)

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
