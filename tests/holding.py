"""Another process that writes to a library: `python holding.py LIBRARY` takes the lock, says so, and gives it back
when its stdin ends.
"""

import sqlite3
import sys


def main() -> None:
    """Hold the lock until nobody wants it any more."""
    sql = sqlite3.connect(sys.argv[1], isolation_level=None)
    sql.execute("begin immediate")
    print("held", flush=True)
    sys.stdin.read()
    sql.execute("rollback")
    sql.close()


if __name__ == "__main__":
    main()
