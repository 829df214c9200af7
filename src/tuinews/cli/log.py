"""The log in the state directory: what went wrong unexpectedly, with no address, header or text of a user's."""

from datetime import UTC, datetime
from pathlib import Path

from tuinews.language import _
from tuinews.library.workers.frames import frames_of
from tuinews.paths import close_to_others, make_private_file, make_private_folder, places

_MAX_BYTES = 1_000_000
"""Size from which the log is begun anew."""


def record(error: BaseException, data_dir: str | None = None) -> Path:
    """Append the traceback of `error`, without its message (an address may hold a secret), to the log."""
    path = places(data_dir).log_file
    text = f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__name__}\n{frames_of(error)}\n"
    try:
        make_private_folder(path.parent)
        make_private_file(path)
        close_to_others([path.parent, path])
        mode = "w" if path.exists() and path.stat().st_size > _MAX_BYTES else "a"
        with path.open(mode, encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return Path(_("(nowhere: the log could not be written)"))
    return path
