"""When garbage is collected: not while the program is imported, and again before a command does its work."""

import subprocess
import sys
from pathlib import Path

_RECORDED = """
import gc, sys
enabled = {}
sys.addaudithook(lambda event, found: event == "import" and enabled.setdefault(found[0], gc.isenabled()))
sys.argv[1:] = ["--data-dir", sys.argv[1], "list"]
from tuinews.__main__ import main
try:
    main()
except SystemExit as ended:
    print(ended.code, enabled["tuinews.cli.arguments"], enabled["sqlite3"], gc.isenabled())
"""


def test_none_is_while_a_command_is_imported_and_it_is_again_afterwards(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RECORDED, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.splitlines()[-1] == "0 False False True", done.stderr
