"""Lists of sources in files and streams, whatever their charset.

Imported at its first use: it brings the guessing of charsets with it, which the first paint must not wait for.
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from tuinews.charset import decode
from tuinews.errors import SourceListError, system_reason
from tuinews.language import _
from tuinews.library.decoding import file_bytes, stream_bytes
from tuinews.subscriptions.reading import parse_source_list
from tuinews.subscriptions.subscription_list import SubscriptionList

Parse = Callable[[str], SubscriptionList]
"""How a list is read: `parse_source_list`, or `parse_own_list` where its user vouches for it."""


def list_in_file(path: Path, parse: Parse = parse_source_list) -> SubscriptionList:
    """The sources that a file names, whatever its charset.

    Raises SourceListError, and ExtractError where it is too large. It may take seconds, so
    that a screen asks `Library.list_in_file`.
    """
    try:
        return parse(decode(file_bytes(path)))
    except OSError as error:
        raise _unreadable(path.name or str(path), error) from error


def list_in_stream(stream: BinaryIO, where: str, parse: Parse = parse_source_list) -> SubscriptionList:
    """The sources that a stream names, as `list_in_file`; errors name it `where`."""
    try:
        return parse(decode(stream_bytes(stream, where)))
    except OSError as error:
        raise _unreadable(where, error) from error


def _unreadable(where: str, error: OSError) -> SourceListError:
    return SourceListError(where, system_reason(error), _("give the name of a file that exists"))
