"""The pages that are made from the program are the program's, and no page points into nothing."""

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)")


def _pages() -> dict[str, Callable[[], str]]:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    pages: dict[str, Callable[[], str]] = module.PAGES
    return pages


@pytest.mark.usefixtures("speak")
@pytest.mark.parametrize("name", ["keys.md", "keys.vi.md", "settings.md", "linear.md", "linear.vi.md"])
def test_a_made_page_is_current(name: str) -> None:
    assert (ROOT / "docs" / name).read_text("utf-8") == _pages()[name](), "run: python docs/generate.py"


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda p: p.name
)
def test_no_link_leads_into_nothing(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert broken == []


def test_the_version_is_in_the_changelog() -> None:
    from tuinews import __version__

    assert f"## {__version__}" in (ROOT / "docs" / "changelog.md").read_text("utf-8")
