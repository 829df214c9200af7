"""Commands in Vietnamese: the system's language, or the one that the settings name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuinews.cli import main

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def speak_english_afterwards(speak: Callable[[str], str]) -> None:
    """Leave the language of the other tests as it was."""


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"LC_ALL": "vi_VN.UTF-8"}, "Chưa có nguồn tin nào. Hãy thêm: tuinews add https://tuoitre.vn\n"),
        ({"LC_ALL": "", "LANG": "en_US.UTF-8", "LANGUAGE": "fr:vi"}, "Chưa có nguồn tin nào."),
        ({"LC_ALL": "en_GB.UTF-8"}, "No sources yet. Add one: tuinews add https://tuoitre.vn\n"),
        ({"LC_ALL": "C", "LANGUAGE": "vi"}, "No sources yet."),
    ],
)
def test_the_systems_language_is_spoken(
    tuinews: Run, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], said: str
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert tuinews("sources").out.startswith(said)


@pytest.mark.parametrize(("language", "said"), [("vi", "Chưa có nguồn tin nào."), ("en", "No sources yet.")])
def test_the_settings_come_before_the_system(
    tuinews: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8" if language == "en" else "en_US.UTF-8")
    (tmp_path / "settings.toml").write_text(f'language = "{language}"\n')
    assert tuinews("sources").out.startswith(said)


@pytest.mark.parametrize("form", ["--config={}", "--config {}"])
def test_the_help_speaks_the_language_of_the_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('language = "vi"\n')
    with pytest.raises(SystemExit) as end:
        main.run([*form.format(file).split(), "add", "--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("cách dùng: tuinews add")
    assert "thêm nguồn tin theo địa chỉ" in said
    assert "show this help" not in said


def test_what_is_wrong_is_said_in_it(
    tuinews: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    done = tuinews("read", "7", "--offline")
    assert (done.status, done.err) == (1, "tuinews: bài 7: không có trong thư viện; xem: tuinews list\n")
    (tmp_path / "settings.toml").write_text('language = "vi"\ncolour = 1\n')
    assert "dòng 2: colour: không có cài đặt này" in tuinews("list").err
    with pytest.raises(SystemExit):
        main.run(["mark", "read", "x"])
    assert "lỗi: tham số ID: phải là số, từ 0 trở lên" in capsys.readouterr().err


def test_json_has_the_same_names_in_every_language(tuinews: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert tuinews("sources", "--json").json == []
    assert set(tuinews("refresh", "--json").json) >= {"sources", "failed", "new_entries", "seconds"}
