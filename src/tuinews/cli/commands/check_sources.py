"""`tuinews check-sources`: probe sources and say what they give, without keeping anything."""

import argparse
import asyncio
from typing import Any

from tuinews.address import masked
from tuinews.catalogue import catalogue
from tuinews.cli.output import print_json, print_lines
from tuinews.cli.session import with_library
from tuinews.cli.words import sources as messages
from tuinews.errors import TuinewsError
from tuinews.library.library import Library
from tuinews.model.discovery import Probe
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

LENGTH_OF_A_DAY = len("2026-12-31")
"""Characters of a date that people are shown; the time of the newest article is for `--json`."""


@dataclass(frozen=True, slots=True)
class _Probed:
    """One address and what it gave, or why it gave nothing."""

    name: str
    url: str
    probe: Probe | None
    error: str | None


def run(arguments: argparse.Namespace) -> int:
    """Probe the catalogue, the library's own sources, or the given addresses."""
    probed = with_library(arguments, lambda library: _probe_all(library, arguments))
    if arguments.json:
        print_json([_as_json(one) for one in probed])
    else:
        print_lines(map(_as_line, probed))
    failed = sum(one.error is not None for one in probed)
    return 0 if not failed else 1 if failed == len(probed) else 3


async def _probe_all(library: Library, arguments: argparse.Namespace) -> list[_Probed]:
    if arguments.urls:
        wanted = [(masked(url), url) for url in arguments.urls]
    elif arguments.mine:
        mine = [source for source in await library.sources() if source.kind.traits.is_followed]
        wanted = [(source.title, source.url) for source in mine if not source.kind.traits.is_on_disk]
    else:
        wanted = [(one.name, one.feed or one.site) for one in catalogue()]
    return list(await asyncio.gather(*(_probe(library, name, url) for name, url in wanted)))


async def _probe(library: Library, name: str, url: str) -> _Probed:
    try:
        return _Probed(name, url, await library.probe(url), None)
    except TuinewsError as error:
        return _Probed(name, url, None, error.why)


def _as_json(one: _Probed) -> dict[str, Any]:
    probe = one.probe
    return {
        "name": one.name,
        "url": masked(one.url),
        "kind": probe.kind.value if probe else None,
        "entries": probe.entries if probe else 0,
        "newest": probe.newest.date if probe and probe.newest else None,
        "error": one.error,
    }


def _as_line(one: _Probed) -> str:
    head = f"{clean_line(one.name, 28):<28}"
    if one.probe is None:
        return messages.check_failed(head, clean_line(one.error))
    newest = one.probe.newest.date[:LENGTH_OF_A_DAY] if one.probe.newest else None
    return messages.checked(head, one.probe.kind.value, one.probe.entries, newest)
