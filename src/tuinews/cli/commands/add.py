"""`tuinews add`: from an address to a source."""

import argparse
import sys
from typing import Any

from tuinews.address import masked
from tuinews.cli.commands.refresh import watching
from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.remedies import with_remedy
from tuinews.cli.session import with_library
from tuinews.cli.words import sources as messages
from tuinews.errors import FetchError, NoListError, TuinewsError
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.discovery import AddedSource, Candidate
from tuinews.model.source import SourceKind
from tuinews.text import clean_line


def run(arguments: argparse.Namespace) -> int:
    """Add each address, and keep its newest articles; one that fails does not stop the others."""
    return with_library(arguments, lambda library: _add_all(library, arguments))


async def _add_all(library: Library, arguments: argparse.Namespace) -> int:
    kind = None if arguments.kind == "auto" else SourceKind(arguments.kind)
    answers: list[dict[str, Any]] = []
    for url in arguments.urls:
        try:
            added = await library.add(
                url,
                title=arguments.title,
                folder=arguments.folder,
                kind=kind,
                options=dict(arguments.options),
            )
        except TuinewsError as error:
            line = with_remedy(error)
            if isinstance(error, NoListError) and kind is None:
                line += messages.or_as_article(clean_line(masked(url)))
            if isinstance(error, FetchError):
                line += messages.what_may_open(error.status)
            report(line)
            answers.append(
                {"url": masked(url), "id": None, "kind": None, "title": None, "entries": 0, "error": line}
            )
            continue
        answers.append(_as_json(url, added))
        if not arguments.json:
            print_lines(_as_lines(url, added))
    with watching(sys.stderr.isatty() and not arguments.json) as progress:
        await library.keep_added(arguments.articles, progress)
    if arguments.json:
        print_json(answers)
    failed = sum(answer["error"] is not None for answer in answers)
    return 0 if not failed else 1 if failed == len(answers) else 3


def _as_json(url: str, added: AddedSource) -> dict[str, Any]:
    source = added.source
    kind = source.kind.value
    return {
        "url": masked(url),
        "id": source.id,
        "kind": kind,
        "title": source.title,
        "entries": added.entries,
        "error": None,
        "known": added.known,
        "renamed": added.renamed,
        "moved": added.moved,
        "folder": source.folder,
        "source_url": masked(source.url),
        "article": added.article,
        "others": [_other_as_json(other) for other in added.others],
    }


def _other_as_json(other: Candidate) -> dict[str, Any]:
    return {
        "url": masked(other.url),
        "kind": other.kind.value,
        "title": other.title,
        "entries": other.entries,
    }


def _as_lines(typed: str, added: AddedSource) -> list[str]:
    source = added.source
    notes = ", ".join(_notes(added))
    lines = [messages.added(source.kind.value, clean_line(source.title), added.entries)]
    if notes:
        lines[0] += f"  ({notes})"
    if added.article is not None:
        lines.append(messages.is_article(clean_line(added.article, 60), clean_line(masked(typed))))
    for other in added.others:
        title, url = clean_line(other.title, 60), clean_line(masked(other.url))
        lines.append(messages.also_found(other.kind.value, title, other.entries, url))
    return lines


def _notes(added: AddedSource) -> list[str]:
    """What became of a source that was known already."""
    source = added.source
    notes = [_(messages.KNOWN)] if added.known else []
    if added.renamed and added.before is not None:
        notes.append(messages.renamed_from(clean_line(added.before.title, 60)))
    if added.moved:
        folder = source.folder
        notes.append(messages.moved_to(clean_line(folder, 60)) if folder else _(messages.MOVED_OUT))
    return notes
