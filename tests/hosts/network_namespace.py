"""A network without interfaces, in which no request can leave this computer."""

import shutil
import subprocess


def words_without_network() -> list[str] | None:
    """The words before a command that give it such a network, None where the kernel allows none."""
    unshare = shutil.which("unshare")
    for options in ("-n", "-rn") if unshare else ():
        words = [str(unshare), options]
        if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
            return words
    return None
