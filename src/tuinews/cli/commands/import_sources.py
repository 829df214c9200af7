"""`tuinews import`: the sources of another reader, and the articles that were saved in another program."""

import argparse
import sys
from pathlib import Path
from typing import Any

from tuinews.cli.output import is_yes, print_json, print_lines, report
from tuinews.cli.session import with_library
from tuinews.cli.words import imports
from tuinews.cli.words import lists as messages
from tuinews.errors import without_secrets
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.library.saved.export_files import Exported, export_in_file, export_in_stream
from tuinews.model.saved.articles import ImportedArticles, SavedArticles
from tuinews.model.source_list import ImportedSources
from tuinews.subscriptions.reading import parse_own_list, parse_source_list
from tuinews.subscriptions.subscription_list import SubscriptionList
from tuinews.text import clean_line

_MOST_NAMED = 20
"""Articles without an address that are named one by one."""


def run(arguments: argparse.Namespace) -> int:
    """Add the sources of FILE, or the articles in it; a large list of sources asks first."""
    exported = _exported(arguments)
    if isinstance(exported, SavedArticles):
        return _articles(arguments, exported)
    return _sources(arguments, exported)


def _articles(arguments: argparse.Namespace, found: SavedArticles) -> int:
    done = with_library(arguments, lambda library: _import_articles(library, found, dry_run=arguments.dry_run))
    left_out = [one for one in found.articles if not one.url]
    for one in left_out[:_MOST_NAMED]:
        report(messages.skipped(clean_line(one.title, 100) or _(imports.UNTITLED), _(imports.NO_WEB_ADDRESS)))
    if done.is_cut:
        report(imports.breaks_off(arguments.file))
    if arguments.json:
        print_json(_articles_as_json(done))
    else:
        words = imports.would_import_articles if arguments.dry_run else imports.imported_articles
        print_lines([words(done)])
    if not (done.new or done.known):
        return 1
    return 3 if left_out or done.is_cut else 0


async def _import_articles(library: Library, found: SavedArticles, *, dry_run: bool) -> ImportedArticles:
    return await (library.preview_articles(found) if dry_run else library.import_articles(found))


def _articles_as_json(done: ImportedArticles) -> dict[str, Any]:
    return {
        "program": done.program.value,
        "articles": done.total,
        "new": done.new,
        "known": done.known,
        "without_address": done.without_address,
        "texts": done.texts,
        "cut": done.is_cut,
        "source": done.source_id,
    }


def _sources(arguments: argparse.Namespace, sources: SubscriptionList) -> int:
    if sources.asks_first and not (arguments.yes or arguments.dry_run or _agreed(len(sources.sources))):
        report(messages.asks_first(arguments.file, len(sources.sources)))
        return 1
    imported = with_library(arguments, lambda library: _import(library, sources, dry_run=arguments.dry_run))
    for one in imported.skipped:
        report(messages.skipped(without_secrets(clean_line(one.url, 200)), one.why))
    if arguments.json:
        print_json(_as_json(imported))
    else:
        words = messages.would_import if arguments.dry_run else messages.imported
        print_lines([words(len(imported.added), len(imported.known), len(imported.skipped))])
        if imported.views:
            print_lines([messages.views_of_list(imported.views)])
        if imported.options:
            print_lines([messages.options_of_list(imported.options)])
    return (
        1
        if imported.skipped and not (imported.added or imported.known or imported.views)
        else 3
        if imported.skipped
        else 0
    )


def _exported(arguments: argparse.Namespace) -> Exported:
    name: str = arguments.file
    parse = parse_own_list if arguments.with_commands else parse_source_list
    if name == "-":
        return export_in_stream(sys.stdin.buffer, "stdin", parse)
    if name.lower().startswith(("http://", "https://")):
        return with_library(arguments, lambda library: library.list_at(name))
    return export_in_file(Path(name), parse)


def _agreed(count: int) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(messages.add_all(count), end="", file=sys.stderr, flush=True)
    return is_yes(sys.stdin.readline())


async def _import(library: Library, sources: SubscriptionList, *, dry_run: bool) -> ImportedSources:
    return await (library.preview_import(sources) if dry_run else library.import_sources(sources))


def _as_json(imported: ImportedSources) -> dict[str, Any]:
    skipped = [{"url": one.url, "why": one.why} for one in imported.skipped]
    return {
        "added": len(imported.added),
        "known": len(imported.known),
        "skipped": skipped,
        "views": list(imported.views),
        "options": imported.options,
    }
