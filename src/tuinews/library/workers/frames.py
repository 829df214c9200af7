"""Where an error was raised, for the log, also in another process; none of its words, which may hold secrets."""

from traceback import format_tb

_ELSEWHERE = "frames_elsewhere"


def frames_of(error: BaseException) -> str:
    """The frames of an error, of those that a group holds, and of the process that it came from."""
    parts = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    own = "".join(format_tb(error.__traceback__))
    return "".join([own, *map(frames_of, parts), vars(error).get(_ELSEWHERE, "")])


def keep_frames(error: BaseException) -> None:
    """Have an error that goes to another process keep its frames, which a pickle leaves out."""
    vars(error)[_ELSEWHERE] = frames_of(error)
