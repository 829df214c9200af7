"""The way in: `tuinews` and `python -m tuinews`."""

import gc
import sys
from importlib import import_module

from tuinews.cli import process


def main() -> None:
    """Run the command line and leave with its exit status."""
    # Imports make no garbage, and looking for it took an eighth of a start; `run` and `show` allow it again.
    gc.disable()
    process.prepare()
    # Imported with the signals in order already: one that comes meanwhile is answered as at any other time.
    sys.exit(import_module("tuinews.cli.main").run(sys.argv[1:]))


if __name__ == "__main__":
    main()
