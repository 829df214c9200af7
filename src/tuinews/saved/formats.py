"""What an export is, by what stands in it, and its articles."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from tuinews.charset import decode
from tuinews.errors import SourceListError
from tuinews.language import _, number
from tuinews.model.saved.articles import SavedArticle, SavedArticles, SavedHighlight, SavingProgram
from tuinews.saved import (
    bookmarks,
    fields,
    instapaper,
    omnivore,
    other_programs,
    pocket,
    readeck,
    starred_items,
    wallabag,
)
from tuinews.saved.bundle import BEGINNING, Bundle
from tuinews.saved.json_items import CutShortError, JsonItem, cut_in_line, in_sequence, items, objects_in, whole
from tuinews.saved.links import ExportedLink, links
from tuinews.saved.tables import columns, rows

LARGEST_TEXT = 300_000_000
"""Bytes of an export that is not a zip."""

MOST_ARTICLES = 500_000
"""Articles of an export that are read."""

_LOOKED_AT = 5
"""Items of a list that are looked at to see whose it is."""

_ROWS_LOOKED_AT = 50
"""Rows of a table of no known program that are looked at."""

_HEAD = 4000
"""Characters at the beginning of a file by which its format is told."""
_NETSCAPE = re.compile(r"<!DOCTYPE\s+NETSCAPE-Bookmark", re.IGNORECASE)
_TITLE = re.compile(r"<title>\s*(pocket export|instapaper)", re.IGNORECASE)
_LIST_ID = re.compile(r'"id"\s*:\s*"([^"]*)"')

ReadItem = Callable[[JsonItem], SavedArticle | None]


def saved_articles(file: BinaryIO, where: str) -> SavedArticles | None:
    """The articles of an export, None if it is none of those that are known here.

    Raises SourceListError, which names `where`, for one that is too large or holds no article, and OSError.
    """
    beginning = file.read(len(BEGINNING))
    file.seek(0)
    if beginning == BEGINNING:
        found = _of_bundle(Bundle(file, where))
        if found is None:
            raise SourceListError(
                where, _("this is neither OPML nor a list of addresses"), _("choose another file")
            )
    else:
        body = file.read(LARGEST_TEXT + 1)
        if len(body) > LARGEST_TEXT:
            size = LARGEST_TEXT // 1_000_000
            raise SourceListError(where, _("it is larger than {size} MB", size=size), _("export it in parts"))
        text = decode(body)
        found = of_text(text)
        if found is None and text.lstrip("\ufeff \r\n\t")[:1] in ("[", "{"):
            cut = cut_in_line(text)
            if cut is not None:
                why = _(
                    "it is cut short: the JSON ends in line {line}, in the middle of a value", line=number(cut)
                )
                raise SourceListError(where, why, _("export it again"))
            why = _("it is JSON, but not of any program that tuinews knows")
            raise SourceListError(where, why, _("export it as OPML, CSV or HTML"))
    if found is None:
        return None
    if not found.articles:
        raise SourceListError(where, _("it holds no articles"), _("export it again"))
    return found


def of_text(text: str) -> SavedArticles | None:
    """The articles of an export that is one text; None if it is none of those that are known here."""
    text = text.removeprefix("\ufeff")
    head = text[:_HEAD].lstrip()
    if head[:1] in ("[", "{"):
        return _of_json(text)
    if head[:1] == "<":
        return _of_html(text, head)
    return _of_table(text)


def _of_table(text: str) -> SavedArticles | None:
    named = frozenset(columns(text))
    for program, known, read in _TABLES:
        if named >= known:
            return SavedArticles(program, tuple(read(row) for row in islice(rows(text), MOST_ARTICLES)))
    if other_programs.is_table(tuple(named), list(islice(rows(text), _ROWS_LOOKED_AT))):
        found = tuple(other_programs.of_item(row) for row in islice(rows(text), MOST_ARTICLES))
        return SavedArticles(SavingProgram.BOOKMARKS, found)
    return None


_TABLES = (
    (SavingProgram.INSTAPAPER, instapaper.COLUMNS, instapaper.of_row),
    (SavingProgram.POCKET, pocket.COLUMNS, pocket.of_row),
    (SavingProgram.BOOKMARKS, bookmarks.RAINDROP_COLUMNS, bookmarks.of_row),
    (SavingProgram.WALLABAG, wallabag.COLUMNS, wallabag.of_row),
    (SavingProgram.READECK, readeck.COLUMNS, readeck.of_row),
)


def _of_html(text: str, head: str) -> SavedArticles | None:
    read: Callable[[ExportedLink], SavedArticle]
    if _NETSCAPE.search(head):
        program, read = SavingProgram.BOOKMARKS, bookmarks.of_link
    elif titled := _TITLE.search(head):
        is_pocket = titled[1].lower().startswith("pocket")
        program = SavingProgram.POCKET if is_pocket else SavingProgram.INSTAPAPER
        read = pocket.of_link if is_pocket else instapaper.of_link
    else:
        return None
    return SavedArticles(program, tuple(map(read, islice(links(text), MOST_ARTICLES))))


def _of_json(text: str) -> SavedArticles | None:
    looked_at = _beginning(text)
    for item in looked_at:
        known = _reader_of(item, text[:_HEAD])
        if known is not None:
            program, read = known
            return _read_all(program, text, read)
    if other_programs.are_items(looked_at):
        return _read_all(SavingProgram.BOOKMARKS, text, other_programs.of_item)
    return _of_browser(text) or _of_objects(text) or _of_others(text)


def _beginning(text: str) -> list[JsonItem]:
    """The first items of a list, as many as there are where it breaks off."""
    found: list[JsonItem] = []
    with suppress(CutShortError):
        found.extend(islice(items(text), _LOOKED_AT))
    return found


_READERS: tuple[tuple[SavingProgram, Callable[[JsonItem], bool], ReadItem], ...] = (
    (SavingProgram.OMNIVORE, omnivore.is_item, omnivore.of_item),
    (SavingProgram.WALLABAG, wallabag.is_item, wallabag.of_item),
    (SavingProgram.POCKET, pocket.is_item, pocket.of_item),
    (SavingProgram.BOOKMARKS, bookmarks.is_item, bookmarks.of_item),
    (SavingProgram.READECK, readeck.is_item, readeck.of_item),
)
"""Programs, by what tells their items, and how they are read."""


def _reader_of(item: JsonItem, head: str) -> tuple[SavingProgram, ReadItem] | None:
    for program, is_item, of_item in _READERS:
        if is_item(item):
            return program, of_item
    if starred_items.is_item(item):
        program = starred_items.program_of(item, head)
        is_of_stars = starred_items.is_of_stars(head)
        return program, lambda one: starred_items.of_item(one, program, is_of_stars=is_of_stars)
    return None


def _read_all(program: SavingProgram, text: str, read: ReadItem) -> SavedArticles:
    articles: list[SavedArticle] = []
    is_cut = False
    try:
        for item in items(text):
            article = read(item)
            if article is not None:
                articles.append(article)
            if len(articles) >= MOST_ARTICLES:
                break
    except CutShortError:
        is_cut = True
    return SavedArticles(program, tuple(articles), is_cut)


def _of_browser(text: str) -> SavedArticles | None:
    """What Chrome and Firefox keep or write of themselves."""
    found = whole(text)
    if bookmarks.is_chrome(found):
        return SavedArticles(SavingProgram.BOOKMARKS, tuple(bookmarks.of_chrome(found)))
    if bookmarks.is_firefox(found):
        return SavedArticles(SavingProgram.BOOKMARKS, tuple(bookmarks.of_firefox(found)))
    return None


def _of_objects(text: str) -> SavedArticles | None:
    """What is no list: one article, one a line, articles by their numbers, answers of an interface."""
    program: SavingProgram | None = None
    articles: list[SavedArticle] = []
    for item in chain.from_iterable(map(objects_in, in_sequence(text))):
        known = _reader_of(item, text[:_HEAD])
        if known is None or known[0] is not (program or known[0]):
            continue
        program = known[0]
        article = known[1](item)
        if article is not None:
            articles.append(article)
        if len(articles) >= MOST_ARTICLES:
            break
    return SavedArticles(program, tuple(articles)) if program else None


def _of_others(text: str) -> SavedArticles | None:
    """The saved articles among the objects of a program that is not known, however deep they lie."""
    found = [
        one for one in chain.from_iterable(map(objects_in, in_sequence(text))) if other_programs.has_address(one)
    ]
    if not other_programs.are_items(found):
        return None
    articles = tuple(other_programs.of_item(one) for one in found[:MOST_ARTICLES] if other_programs.is_item(one))
    return SavedArticles(SavingProgram.BOOKMARKS, articles)


def _of_bundle(bundle: Bundle) -> SavedArticles | None:
    """The articles of all the files of a zip that are exports of one program."""
    program: SavingProgram | None = None
    articles: list[SavedArticle] = []
    marked: dict[str, tuple[SavedHighlight, ...]] = {}
    is_cut = False
    for found in _parts(bundle, marked):
        program = program or found.program
        if found.program is program:
            articles += found.articles
            is_cut = is_cut or found.is_cut
        if len(articles) > MOST_ARTICLES:
            break
    if program is None:
        return None
    whole_ones = (_with_highlights(one, marked) for one in articles[:MOST_ARTICLES])
    return SavedArticles(program, tuple(whole_ones), is_cut)


def _parts(bundle: Bundle, marked: dict[str, tuple[SavedHighlight, ...]]) -> Iterator[SavedArticles]:
    """What each file holds; what was highlighted, which Pocket has in files of its own, goes into `marked`."""
    is_found = False
    for name in sorted(bundle.names, key=lambda one: (_rank(one), one)):
        if _rank(name) > _PAGES or (is_found and _rank(name) == _PAGES):
            continue
        text = bundle.text(name) or ""
        found = _told(bundle, name, text) if text else None
        if found is not None:
            is_found = True
            yield found
        elif name.endswith(".json"):
            marked |= _annotated(text)


_PAGES = 2
"""The rank of saved pages among the files of an archive, which are read where there is nothing better."""

_OTHERS = 9
"""The rank of files that are not read."""


def _rank(name: str) -> int:
    """In which order the files of a zip are looked at: tables and JSON before pages, which may be articles."""
    ending = name.rpartition(".")[2].lower()
    return {"json": 0, "csv": 1, "html": _PAGES, "htm": _PAGES}.get(ending, _OTHERS)


def _told(bundle: Bundle, name: str, text: str) -> SavedArticles | None:
    folder = name.rpartition("/")[0]
    found = of_text(text)
    if found is None:
        return None
    if found.program is SavingProgram.OMNIVORE:
        return _read_all(found.program, text, lambda item: _with_files(bundle, folder, item))
    if found.program is SavingProgram.READECK and len(found.articles) == 1:
        page = bundle.text(f"{folder}/index.html" if folder else "index.html")
        return replace(found, articles=(replace(found.articles[0], html=fields.html(page)),)) if page else found
    of_list = _LIST_ID.search(text, 0, _HEAD)
    if found.program is SavingProgram.FRESHRSS and of_list and not of_list[1].endswith("/starred"):
        return None  # the articles of its feeds, which it exports too
    return found


def _with_files(bundle: Bundle, folder: str, item: JsonItem) -> SavedArticle | None:
    slug = fields.text(item.get("slug"))
    beside = f"{folder}/" if folder else ""
    html, markdown = f"{beside}content/{slug}.html", f"{beside}highlights/{slug}.md"
    return omnivore.of_item(item, bundle.text(html), bundle.text(markdown))


def _annotated(text: str) -> dict[str, tuple[SavedHighlight, ...]]:
    found: dict[str, tuple[SavedHighlight, ...]] = {}
    with suppress(CutShortError):
        for item in items(text):
            if pocket.is_annotated(item):
                url, quotes = pocket.of_annotated(item)
                found[url or ""] = quotes
    return found


def _with_highlights(one: SavedArticle, marked: dict[str, tuple[SavedHighlight, ...]]) -> SavedArticle:
    quotes = marked.get(one.url or "", ())
    return replace(one, highlights=(*one.highlights, *quotes)) if quotes and one.url else one
