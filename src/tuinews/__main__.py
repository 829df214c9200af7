"""The way in: `tuinews` and `python -m tuinews`."""

import sys
from importlib import import_module

from tuinews.cli import process


def main() -> None:
    """Run the command line and leave with its exit status."""
    process.prepare()
    # Imported with the signals in order already: one that comes meanwhile is answered as at any other time.
    sys.exit(import_module("tuinews.cli.main").run(sys.argv[1:]))


if __name__ == "__main__":
    main()
