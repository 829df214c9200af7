"""`screen_once.py PROGRAM`: start it in a pseudo-terminal, wait for its screen, quit it by its key.

On the standard library alone, because it runs in an environment that holds the wheel and nothing else.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

DEADLINE = 60.0
MARK = b"tuinews"


def main(program: str) -> int:
    """0 when the screen came up and `Q` ended it with status 0."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execv(program, [program])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    end = time.monotonic() + DEADLINE
    seen = b""
    asked = False
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if ready:
            try:
                chunk = os.read(terminal, 1 << 16)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
        elif MARK in seen and not asked:
            os.write(terminal, b"Q")
            asked = True
    _, status = os.waitpid(child, 0) if asked else (0, 1)
    print(f"the screen drew {len(seen)} bytes and ended with status {os.waitstatus_to_exitcode(status)}")
    return 0 if asked and status == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
