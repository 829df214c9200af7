"""A page that a browser saved, dropped on the terminal."""

from pathlib import Path
from typing import Any

import pytest
from textual import events

from tuinews.ui.screens.commands.reader.saved_page import dropped_path


@pytest.mark.parametrize(
    ("pasted", "path"),
    [
        ("/a/a.html", "/a/a.html"),
        (" /a/a.html \n", "/a/a.html"),
        ("/a/Tin\\ m\u1edbi\\ \\(1\\).html", "/a/Tin m\u1edbi (1).html"),
        ("/a/two words.html", "/a/two words.html"),
        ("'/a/Tin m\u1edbi.html'", "/a/Tin m\u1edbi.html"),
        ('"/a/a b.html"', "/a/a b.html"),
        ("file:///a/Tin%20m%E1%BB%9Bi.html", "/a/Tin m\u1edbi.html"),
        ("file://localhost/a/a.html", "/a/a.html"),
        ("/a/it's.html", "/a/it's.html"),
        ("https://example.org/", None),
        ("two words", None),
        ("a/b.html", None),
        ("/a/a.html\n/a/b.html", None),
        ("/" + "x" * 5000, None),
        ("/a/\x1b[31m", None),
        ("'", None),
        ("", None),
    ],
)
def test_what_terminals_paste_for_a_file_is_its_path(pasted: str, path: str | None) -> None:
    assert dropped_path(pasted) == (None if path is None else Path(path))


async def test_a_dropped_page_is_the_text_of_the_article_under_the_cursor(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    saved = tmp_path / "Tin m\u1edbi.html"
    saved.write_text("The page that my browser saved.")
    async with open_app(library) as seen:
        seen.app.post_message(events.Paste("words that are no path"))
        seen.app.post_message(events.Paste(f"{tmp_path}/none.html"))
        await seen.wait_for("none.html: there is no such file")
        seen.app.post_message(events.Paste(str(saved).replace(" ", "\\ ")))
        await seen.wait_for("The page that my browser saved.")
        await seen.wait_for("Tin m\u1edbi.html is now the text of")
