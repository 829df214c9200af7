"""The way in: `tuinews` and `python -m tuinews`."""

import sys

from tuinews.cli import process
from tuinews.cli.main import run


def main() -> None:
    """Run the command line and leave with its exit status."""
    process.prepare()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
