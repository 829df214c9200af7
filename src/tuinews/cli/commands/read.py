"""`tuinews read`: one article, printed."""

import argparse
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tuinews.address import masked_password, tidy
from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.remedies import with_remedy
from tuinews.cli.session import identifier, with_library
from tuinews.cli.words import articles as messages
from tuinews.errors import ExtractError, FetchError, NotFoundError, StoreError, is_offline
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.annotations.highlights import Highlight
from tuinews.model.annotations.highlights_json import highlight_to_json
from tuinews.model.article import REST_IS_PAID, Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.document_json import document_to_json
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import KeptArticle, Revision, RevisionDiff
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.changes.signs import with_signs
from tuinews.typeset.digest import note_markdown
from tuinews.typeset.enclosures import unique, with_enclosures
from tuinews.typeset.html import to_html
from tuinews.typeset.markdown import to_markdown
from tuinews.typeset.plain import to_text

_WIDEST = 80
"""Columns of a printed line at most, unless others are asked for."""

_SAVED_PAGES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
"""How the files are called in which browsers save pages; no domain ends so."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """An article with its row and its files, and the exit status so far."""

    kept: KeptArticle
    row: EntryRow
    files: Sequence[Enclosure]
    highlights: Sequence[Highlight]
    here: Mapping[str, Path]
    status: int
    changes: RevisionDiff | None = None
    revisions: Sequence[Revision] = ()


def run(arguments: argparse.Namespace) -> int:
    """Print the article of an id, an address or a file in the format asked for."""
    opened = with_library(arguments, lambda library: _opened(library, arguments))
    if arguments.changes and opened.changes is None:
        report(_(messages.NEVER_CHANGED))
        return 1
    opened = replace(opened, kept=_wanted(opened, is_whole=arguments.whole))
    if arguments.format == "json":
        _print_json(opened, with_revisions=arguments.changes)
    elif arguments.format == "markdown":
        _write_markdown(opened)
    elif arguments.format == "html":
        sys.stdout.write(to_html(_with_files(opened)))
    else:
        _print_text(opened, arguments.width or min(_WIDEST, shutil.get_terminal_size().columns))
    return opened.status


def _wanted(opened: _Opened, *, is_whole: bool) -> KeptArticle:
    """The article as it was asked for: what was changed in it, else all of it, else without repeated lines."""
    kept = opened.kept
    if is_whole and kept.whole is not None:
        kept = replace(kept, article=kept.whole, left_out=0)
    if opened.changes is not None:
        kept = replace(kept, article=opened.changes.article)
    return replace(kept, article=_without_password(kept.article))


def _with_files(opened: _Opened) -> Article:
    """The article with the files that go with it below its text."""
    return with_enclosures(opened.kept.article, opened.files, opened.here)


def _print_json(opened: _Opened, *, with_revisions: bool) -> None:
    printed = article_to_json(opened.kept, opened.row, opened.files, opened.here) | _annotations(opened)
    print_json(printed | (_revisions(opened) if with_revisions else {}))


def _write_markdown(opened: _Opened) -> None:
    sys.stdout.write(to_markdown(_with_files(opened)))
    if opened.row.note:
        sys.stdout.write(f"\n---\n\n{note_markdown(opened.row.note)}\n")


def _print_text(opened: _Opened, width: int) -> None:
    """Print the article in lines of `width` columns, and the note on it below."""
    print_lines([to_text(with_signs(_with_files(opened)), width).rstrip("\n")])
    if opened.row.note:
        note = Document(tuple(Paragraph((Span(line),)) for line in opened.row.note.split("\n")))
        print_lines(["", _(messages.YOUR_NOTE), to_text(Article(None, "", note), width).rstrip("\n")])
    if opened.kept.article.paywalled:
        report(_(REST_IS_PAID))
    if opened.kept.left_out:
        report(messages.left_out(opened.kept.left_out))


async def _opened(library: Library, arguments: argparse.Namespace) -> _Opened:
    kept = await _article(library, arguments)
    status = 0
    try:
        # What its source says of it in one sentence is not the article, which stays unread.
        is_had = kept.page_error is None or kept.awaits_page
        if is_had and not (arguments.keep_unread or arguments.changes):
            await library.note_opened(kept.entry_id)
    except StoreError as error:
        # What is kept can be read although there is no room to mark it read.
        report(with_remedy(error))
        status = 3
    row, files = await library.entry(kept.entry_id), await library.enclosures(kept.entry_id)
    here = await library.downloads.files([file.url for file in files])
    opened = _Opened(kept, row, files, await library.annotations.highlights(row.id), here, status)
    if not arguments.changes:
        return opened
    return replace(opened, changes=await library.changes(row.id), revisions=await library.revisions(row.id))


async def _article(library: Library, arguments: argparse.Namespace) -> KeptArticle:
    name = identifier(arguments.what)
    if arguments.entry is not None:
        row = await library.entry(identifier(arguments.entry))
        return await library.keep_page(row.id, Path(arguments.what))
    if isinstance(name, str) and _is_file(name):
        return await library.read_file(Path(name))
    if isinstance(name, str) and not arguments.offline:
        return await library.read_address(name)
    row = await library.entry(name)
    if not arguments.offline:
        return await _opened_or_previewed(library, row)
    kept = await library.article(row.id)
    if kept is None:
        raise NotFoundError(_("article {id}", id=row.id), _(messages.NOT_SAVED), _(messages.READ_ONLINE))
    return kept


async def _opened_or_previewed(library: Library, row: EntryRow) -> KeptArticle:
    """The article, or what its source says of it where its page is refused or another came; the reason is told."""
    try:
        kept = await library.open_article(row.id)
    except (FetchError, ExtractError) as error:
        own = await library.preview(row.id)
        if is_offline(error) or not own.text:
            raise
        kept = KeptArticle(row.id, own, datetime.now(UTC), page_error=error)
    if kept.page_error is not None:
        report(with_remedy(kept.page_error))
    return kept


def _without_password(article: Article) -> Article:
    """The article as it is printed; an address that was typed with a password is kept so, to be read again."""
    return replace(article, url=masked_password(article.url)) if article.url else article


def _is_file(name: str) -> bool:
    """Whether `name` is a file: an address is never tried as a path, a bare word may be either."""
    if not name.strip() or "://" in name:
        return False
    is_called_so = name.lower().endswith(_SAVED_PAGES) and "/" not in name
    return os.path.isfile(name) or is_called_so or tidy(name) is None


def _annotations(opened: _Opened) -> dict[str, Any]:
    """What was written and marked by hand."""
    marked = [highlight_to_json(one) for one in opened.highlights]
    return {"tags": list(opened.row.tags), "note": opened.row.note or None, "highlights": marked}


def _revisions(opened: _Opened) -> dict[str, Any]:
    """The versions that the article had before, the newest first."""
    return {
        "revisions": [
            {
                "number": one.number,
                "title": one.title,
                "fetched": one.fetched.isoformat(timespec="seconds"),
                "replaced": one.replaced.isoformat(timespec="seconds"),
                "text": "\n".join(([one.lead] if one.lead else []) + one.document.lines),
            }
            for one in opened.revisions
        ]
    }


def article_to_json(
    kept: KeptArticle, row: EntryRow, files: Sequence[Enclosure], here: Mapping[str, Path]
) -> dict[str, Any]:
    """The article object of the contract; `here` are its files that are on this computer, by their addresses."""
    article, when = kept.article, kept.article.published
    return {
        "id": kept.entry_id,
        "url": article.url,
        "title": article.title,
        "author": list(article.authors),
        "date": when.stated if when else None,
        "earliest": when.earliest_date if when else None,
        "precision": when.precision.value if when else None,
        "lead": article.lead,
        "lang": article.lang,
        "site": article.site,
        "kind": article.page_kind.value,
        "paywalled": article.paywalled,
        "source": row.source_id,
        "source_title": row.source_title,
        "blocks": document_to_json(article.document),
        "text": article.text,
        "left_out": kept.left_out,
        "enclosures": [_file_to_json(file, here.get(file.url)) for file in unique(files)],
        "fetched": kept.fetched.isoformat(timespec="seconds"),
        "changed": kept.changed.isoformat(timespec="seconds") if kept.changed else None,
        "times_changed": kept.times_changed,
    }


def _file_to_json(file: Enclosure, here: Path | None) -> dict[str, Any]:
    return {"url": file.url, "type": file.type, "length": file.length, "file": str(here) if here else None}
