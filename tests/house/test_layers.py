"""The rules of the house hold: floors, wings, one owner for each dependency, what may be imported when."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_contracts_of_the_floors_are_kept() -> None:
    done = _run(sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


NOT_FOR_FEEDS = (
    "tuinews.extract.article.article",
    "tuinews.extract.listing.listing",
    "tuinews.extract.dates.vocabulary.vocabulary",
)
"""What a refresh of feeds whose dates are as usual does not need: 220 modules, and 0.4 s of processor."""


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("tuinews.library.library", ("textual", "rich", "httpx", "selectolax", "cchardet", "PIL")),
        ("tuinews.ui.app", ("httpx", "selectolax", "PIL", "tuinews.web", "tuinews.extract", "pygments.lexers")),
        ("tuinews.cli.commands.screen", ("argparse", "textual")),
        ("tuinews.cli.main", ("argparse", "textual", "sqlite3", "httpx", "selectolax", "asyncio", "PIL")),
        ("tuinews.extract.article", ("httpx", "sqlite3", "textual", "asyncio")),
        ("tuinews.library.online", ("rich", "pygments", *NOT_FOR_FEEDS)),
        ("tuinews.library.listings", NOT_FOR_FEEDS),
    ],
)
def test_importing_does_not_bring(module: str, unwanted: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print([m for m in {unwanted!r} if m in sys.modules])"
    done = _run(sys.executable, "-c", code)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_no_file_of_the_program_is_too_long_to_live_in() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): count
        for path in (ROOT / "src").rglob("*.py")
        if (count := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


MOST_MODULES = 190
"""Our own modules that the screen may import before the first row: with each, every start takes half a millisecond
longer. What is not needed for the row is imported late (docs/decisions/0002-start.md)."""


def test_the_screen_starts_with_few_modules_and_without_what_the_keys_do() -> None:
    code = "import sys, tuinews.cli.commands.screen, tuinews.ui.app; print(*sys.modules)"
    modules = [one for one in _run(sys.executable, "-c", code).stdout.split() if one.startswith("tuinews")]
    assert "tuinews.ui.screens.reading" in modules
    assert len(modules) <= MOST_MODULES, len(modules)
    late = ("entries.marking", "reader.copying", "program.overlays", "sources")
    assert not {f"tuinews.ui.screens.commands.{name}" for name in late}.intersection(modules)
