"""The program in a real terminal of a Vietnamese system, and its language changed by keys."""

from pathlib import Path
from typing import Any


def test_a_vietnamese_system_has_a_vietnamese_screen(open_terminal: Any) -> None:
    terminal = open_terminal(LC_ALL=None, LANG="vi_VN.UTF-8", PYTHONUTF8="1", size=(80, 24))
    terminal.wait_for("Tất cả các bài")
    terminal.wait_for("Enter mở   Space đọc tiếp   / tìm")
    terminal.send("?")
    terminal.wait_for("Phím tắt")
    terminal.wait_for("xuống một dòng")


def test_the_language_changes_at_once_and_stays_for_the_next_start(
    open_terminal: Any, environ: dict[str, str]
) -> None:
    terminal = open_terminal(size=(80, 24))
    terminal.wait_for("All articles")
    terminal.send(":tieng viet\r")
    terminal.wait_for("Đã chuyển sang tiếng Việt")
    terminal.wait_for("Tất cả các bài")
    file = Path(environ["XDG_CONFIG_HOME"]) / "tuinews" / "settings.toml"
    terminal.until(file.exists, "the settings are written")
    again = open_terminal(size=(80, 24))
    again.wait_for("Tất cả các bài")
