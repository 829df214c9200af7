"""Files of other programs: lists of sources and saved articles, told apart by what stands in them.

Imported at its first use: it brings the guessing of charsets with it, which the first paint must not wait for.
"""

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from tuinews.charset import decode
from tuinews.errors import SourceListError, system_reason
from tuinews.language import _
from tuinews.library.decoding import stream_bytes
from tuinews.library.sources.list_files import Parse, list_in_stream
from tuinews.model.saved.articles import SavedArticles
from tuinews.saved.formats import saved_articles
from tuinews.subscriptions.reading import parse_source_list
from tuinews.subscriptions.subscription_list import SubscriptionList

Exported = SubscriptionList | SavedArticles
"""What a file of another program holds."""


def export_in_file(path: Path, parse: Parse = parse_source_list) -> Exported:
    """The saved articles, or else the sources, that a file holds; `parse` is how a list of sources is read.

    Raises SourceListError, and ExtractError where a list is too large. It may take seconds.
    """
    where = path.name or str(path)
    try:
        with path.open("rb") as file:
            if not file.seekable() or not path.is_file():
                return list_in_stream(file, where, parse)
            return _held(file, where, lambda: list_in_stream(file, where, parse))
    except OSError as error:
        why = system_reason(error)
        raise SourceListError(where, why, _("give the name of a file that exists")) from error


def export_in_stream(stream: BinaryIO, where: str, parse: Parse) -> Exported:
    """What a stream holds, as `export_in_file`; errors name it `where`."""
    body = stream_bytes(stream, where)
    return _held(io.BytesIO(body), where, lambda: parse(decode(body)))


def _held(file: BinaryIO, where: str, listed: Callable[[], SubscriptionList]) -> Exported:
    """The saved articles of a file, else its sources; in JSON of no known program there may be some, too."""
    try:
        found = saved_articles(file, where)
    except SourceListError:
        file.seek(0)
        with suppress(SourceListError):
            in_json = listed()
            if in_json.sources:
                return in_json
        raise
    file.seek(0)
    return found or listed()
