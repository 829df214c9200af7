"""Modules and patterns that are made when they are first used."""

import re
import sys
from pathlib import Path

import pytest

from tuinews.late import late, late_pattern


def test_a_module_is_imported_when_one_of_its_functions_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lateroom").mkdir()
    (tmp_path / "lateroom" / "doubling.py").write_text("def twice(n, *, more=0):\n    return 2 * n + more\n")
    monkeypatch.syspath_prepend(tmp_path)
    doubling, missing = late("lateroom", "doubling", "missing")
    twice = doubling.twice
    assert "lateroom.doubling" not in sys.modules
    assert twice(3, more=1) == 7
    assert "lateroom.doubling" in sys.modules
    assert doubling.twice is twice
    with pytest.raises(ModuleNotFoundError):
        missing.anything()
    with pytest.raises(AttributeError):
        doubling.thrice(1)
    assert not hasattr(doubling, "__wrapped__")


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    broken = late_pattern("(")
    with pytest.raises(re.error):
        broken.search("")
    words = late_pattern("[a-z]+", re.IGNORECASE)
    assert words.findall("Một two") == ["M", "t", "two"]
    assert words.sub("-", "a b") == "- -"
    assert words.pattern == "[a-z]+"
