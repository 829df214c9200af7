"""What is declared is used: no dependency without an import, no extra that changes nothing."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
IMPORTED_AS = {"faust-cchardet": "cchardet", "pillow": "PIL"}


def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)["project"]
    return found


@pytest.mark.parametrize("requirement", project()["dependencies"])
def test_each_dependency_is_imported_and_has_its_reason(requirement: str) -> None:
    match = re.match(r"[\w-]+", requirement)
    assert match is not None
    name = match[0]
    module = IMPORTED_AS.get(name, name)
    sources = (path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    wanted = re.compile(rf"^\s*(?:import|from) {module}\b|import_module\(\"{module}", re.MULTILINE)
    assert any(wanted.search(text) for text in sources)
    assert name in (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text("utf-8")


def test_an_extra_is_used_and_tried() -> None:
    """One that the program does not use, and its tests do not try, promises what nobody keeps."""
    extras = project()["optional-dependencies"]
    assert set(extras) == {"zstd", "keyring", "dev"}
    assert set(extras["zstd"]) < set(extras["dev"]), "its tests run wherever the suite does"
    # The keyring of a desktop is none that a suite may write to: its tests bring a module of that name.
    assert 'import_module("keyring")' in (ROOT / "src/tuinews/library/accounts/passwords.py").read_text("utf-8")
    assert "keyring" in (ROOT / "tests/library/accounts/test_passwords.py").read_text("utf-8")
    assert '"backports.zstd"' in (ROOT / "src/tuinews/web/coding/codings.py").read_text("utf-8")
