"""The tables, why they are cut so, and the steps from one version to the next.

`entry` holds what listings say, wide rows that are read sixty at a time. `status` holds what a list is made of
(place, read, starred, kept), rows so narrow that 100,000 are few pages; each filter has a partial index of its
own (with the columns of its condition, or SQLite would look each row up), so that a list is one walk along it.
`listed` says which source lists which entry, by which identity: one article in two sources is one entry. It
repeats the narrow columns (a trigger keeps them), so that the lists of a source and of a folder are walks along
an index too. The reasons are in docs/decisions/0008-store.md.
"""

from tuinews.store.accounts.tables import ACCOUNTS
from tuinews.store.lists.tally_schema import COUNT_ANEW, TALLY
from tuinews.store.stories.tables import COUNT_FOLDED, STORIES, STORY_PLACES

WORDS = """create virtual table words using fts5 (
    body, title, summary, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2"
)"""
"""The body stands first since each word of another column costs two bytes more in each text that has it: a quarter
of the index. Libraries of before have it last, until they are written anew; everything names the columns."""

_VERSION_1 = f"""
create table source (
    id integer primary key autoincrement,
    kind text not null,
    title text not null,
    url text not null unique,
    canonical text not null,
    site_url text,
    typed_url text,
    folder text,
    repair_body text,
    repair_drop text,
    etag text,
    last_modified text,
    last_refresh real,
    next_refresh real,
    error text,
    gone integer not null default 0,
    removed_at real,
    removed_day integer
);
create index source_canonical on source (canonical);

create table entry (
    id integer primary key autoincrement,
    source_id integer not null references source (id),
    canonical text unique,
    url text,
    title text not null,
    summary text,
    authors text not null default '[]',
    published text,
    precision text,
    earliest text,
    first_seen real not null,
    image text,
    lang text,
    comments text,
    enclosures text not null default '[]'
);
create index entry_source on entry (source_id);

create table status (
    entry_id integer primary key references entry (id) on delete cascade,
    sort_key real not null,
    read integer not null default 0 check (read in (0, 1)),
    starred integer not null default 0 check (starred in (0, 1)),
    kept integer not null default 0 check (kept in (0, 1)),
    complete integer not null default 0 check (complete in (0, 1)),
    shown integer not null default 1 check (shown in (0, 1)),
    position integer not null default 0
);
create index status_all on status (shown, sort_key) where shown = 1;
create index status_unread on status (shown, read, sort_key) where shown = 1 and read = 0;
create index status_starred on status (starred, sort_key) where starred = 1;
create index status_offline on status (shown, kept, sort_key) where shown = 1 and kept = 1;

create table listed (
    id integer primary key,
    source_id integer not null references source (id) on delete cascade,
    entry_id integer not null references entry (id) on delete cascade,
    identity text not null,
    sort_key real not null,
    read integer not null default 0,
    starred integer not null default 0,
    kept integer not null default 0
);
create unique index listed_entry on listed (entry_id, source_id);
create unique index listed_identity on listed (source_id, identity);
create index listed_source on listed (source_id, sort_key, entry_id, read, starred, kept);
create index listed_order on listed (sort_key, entry_id, source_id, read, starred, kept);
create trigger status_listed after update of sort_key, read, starred, kept on status begin
    update listed set sort_key = new.sort_key, read = new.read, starred = new.starred, kept = new.kept
    where entry_id = new.entry_id;
end;

create table article (
    entry_id integer primary key references entry (id) on delete cascade,
    url text,
    title text not null,
    authors text not null default '[]',
    published text,
    precision text,
    earliest text,
    lead text,
    lang text,
    site text,
    next_page text,
    confidence real not null,
    kind text not null,
    blocks blob not null,
    text text not null,
    fetched real not null,
    changed real,
    canonical text
);
create index article_canonical on article (canonical);
create table feed_content (
    entry_id integer primary key references entry (id) on delete cascade,
    html blob not null
);
create table pause (host text primary key, until real not null);
create table state (key text primary key, value text not null);

{WORDS};
create virtual table marked_words using fts5 (
    marked, content='', columnsize=0, detail=none, tokenize="unicode61 remove_diacritics 0"
);
"""

_OWN_TEXTS = """
alter table feed_content add column examined integer not null default 0;
create index feed_content_unexamined on feed_content (entry_id) where examined = 0;
alter table article add column awaits_page integer not null default 0;
"""
"""A feed's own text that is a whole article is kept as one; its page is still to be asked for."""

_SOURCE_KEYS = """
alter table source rename column canonical to key;
update source set key = source_key(url);
"""
"""Renamed rather than made anew, index and all: the pages of every library must lie at the same places, or a new
one's first page would not fit an old one's (`first_page`)."""

_PAGE_KIND = "alter table article add column page_kind text not null default 'article';"
"""What kind of page an article was read from; those kept before count as articles until they are read again."""

_ARTICLE_LINES = """
create table article_lines (
    entry_id integer primary key references entry (id) on delete cascade,
    source_id integer not null,
    lines blob not null,
    short_lines blob not null,
    letters integer not null
);
create index article_lines_source on article_lines (source_id, entry_id);
"""
"""What is remembered of the articles of a source (docs/decisions/0009-repeated-lines.md): made from those that are
kept, and made anew from them where it is missing."""

ENTRY_ADDRESSES = """
update or ignore entry set canonical = article_address(url) where canonical is not null
    and (url like '%sess%' or url like '%sid=%' or url like '%s=%' or url like '%/(s(%');
update or ignore entry set canonical = article_address(url)
    where canonical is null and (url like '%#/%' or url like '%#!%');
"""
"""Sessions are no part of an article's address any more, and what a script reads as a path is: so what is known
stays known."""

_SOURCE_OPTIONS = """
alter table source add column options text;
alter table source add column hidden integer not null default 0;
"""
"""What a person set for a source: JSON by the names of `model.sources.options`; `hidden`, by which queries choose,
apart."""

_PICTURES = """
create table picture (
    address text primary key,
    file text,
    width integer,
    height integer,
    bytes integer,
    error text,
    fetched real not null
);
create index picture_file on picture (file);
create table article_picture (
    entry_id integer not null references entry (id) on delete cascade,
    address text not null,
    unique (entry_id, address)
);
create index article_picture_address on article_picture (address);
"""
"""The pictures of articles, which are files beside the library (docs/decisions/0011-pictures.md)."""

_CHANGES = """
create table change (
    id integer primary key autoincrement,
    session text not null,
    done_at real not null,
    undone integer not null,
    step blob not null
);
"""
"""What was done by hand in the last day, so that it can be taken back; `step` is JSON, compressed."""

_ARTICLE_LENGTH = "create index article_length on article (length(cast(text as blob)));"
"""The order of reading time is a walk along it: the bytes of a text are nearly its minutes in any language."""

_STANDING_QUERIES = """
create table standing_query (
    id integer primary key autoincrement,
    kind text not null,
    query text not null,
    options text not null
);
"""
"""Queries that are kept: saved views. `options` is JSON (`model.standing.queries_json`)."""

_MUTES = """
alter table status add column muted integer not null default 0;
create index status_muted on status (entry_id) where muted > 0;
"""
"""What a mute finds is marked, and `shown` no longer; its index has few entries, so that lists ask it for each."""

_TAGS = """
create table tag (
    entry_id integer not null references entry (id) on delete cascade,
    name text not null,
    unique (entry_id, name)
);
create index tag_name on tag (name, entry_id);
"""
"""Tags by their names; a name is there as long as an entry has it."""

_RETENTION = """
alter table status add column since real;
create table retired (
    id integer primary key,
    source_id integer not null references source (id) on delete cascade,
    identity integer not null,
    address integer,
    title integer,
    published real,
    read integer not null,
    unique (source_id, identity)
);
create index retired_address on retired (address) where address is not null;
create table last_listing (
    source_id integer primary key references source (id) on delete cascade,
    entries blob not null
);
"""
"""How long entries are kept (docs/decisions/0020-retention.md): `since` is when one came, was marked or was last
being read; `retired` is what is remembered of those that went, as numbers; `last_listing` what is listed today."""
_ANNOTATIONS = """
create table note (
    entry_id integer primary key references entry (id) on delete cascade,
    text text not null,
    changed real not null
);
create table highlight (
    id integer primary key autoincrement,
    entry_id integer not null references entry (id) on delete cascade,
    exact text not null,
    prefix text not null,
    suffix text not null,
    position integer not null,
    made real not null
);
create index highlight_entry on highlight (entry_id);
"""
"""What a person wrote to articles, and passages of them by their words (docs/decisions/0019-annotations.md)."""

_DOWNLOADS = """
create table download (
    id integer primary key autoincrement,
    entry_id integer not null,
    address text not null unique,
    title text not null,
    state text not null default 'waiting',
    added real not null,
    file text,
    received integer not null default 0,
    total integer,
    validator text,
    media_type text,
    error text not null default '',
    claim text
);
"""
"""Files that go with entries, wanted or here. Each stays in the list when its entry is gone: the file is there."""

_FAILING_SINCE = """
alter table source add column failing_since real;
update source set failing_since = last_refresh where error is not null;
"""
"""When a source first failed after it last went well: those that fail already are taken to have begun then."""
_REVISIONS = """
create table revision (
    entry_id integer not null references entry (id) on delete cascade,
    number integer not null,
    title text not null,
    lead text,
    blocks blob not null,
    fetched real not null,
    replaced real not null,
    unique (entry_id, number)
);
alter table entry add column former_title text;
"""
"""What articles said before they were changed, and what listings called them (docs/decisions/0024-edits.md)."""

_FEW = """
create index entry_enclosed on entry (id) where enclosures <> '[]';
create index entry_pictured on entry (id) where image is not null;
create index entry_lang on entry (lang collate nocase) where lang is not null;
create index article_lang on article (lang collate nocase);
create index article_kind on article (page_kind);
"""
"""What some entries have and most have not: so a search knows how few they are (`store.search.candidates`)."""

TEXTS_INTO_BLOCKS = """
update article set length = length(cast(text as blob)), words = length(text) - length(replace(text, ' ', '')) + 1,
    blocks = with_text(blocks, text), text = '' where text <> '';
"""
"""The texts of articles as older versions kept them: beside their blocks, in which the same words stand."""

_ONE_TEXT = f"""
drop index article_length;
alter table article add column length integer not null default 0;
alter table article add column words integer not null default 0;
{TEXTS_INTO_BLOCKS}
create index article_length on article (length);
create index article_words on article (words);
"""
"""The column `text` stays, empty: what was kept in it took more than all else of an article. Words are counted by
their blanks; a text of a script without any counts as few."""

INTERLEAVED = """
update article set blocks = with_text(blocks, article_text(blocks)) where length > 8000;
"""
"""Long texts are written piece by piece between the pieces of their blocks (`codec`): beyond 32 KB the same words
were compressed twice."""

_SPELT_ANEW = ""
"""No table is other: what stands in the index is written otherwise (`store.search.spelt_anew`)."""

_PICTURES_ONCE = """
create table article_picture_anew (
    entry_id integer not null references entry (id) on delete cascade,
    address text not null
);
insert into article_picture_anew (entry_id, address)
    select entry_id, address from article_picture order by entry_id;
drop table article_picture;
alter table article_picture_anew rename to article_picture;
create index article_picture_entry on article_picture (entry_id);
create index article_picture_address on article_picture (address);
"""
"""Without an index of both columns, which had each address a third time: 5 bytes for each 100 of real texts."""

_PAYWALLED = "alter table article add column paywalled integer not null default 0;"

WORDS_COUNTED = "update article set words = word_count(article_text(blocks)) where words * 15 < length;"
"""Words of scripts without blanks: a text of theirs counted as one. Others have a blank at least each 15 bytes."""

MIGRATIONS: tuple[str, ...] = (
    _VERSION_1,
    _OWN_TEXTS,
    _SOURCE_KEYS,
    _PAGE_KIND,
    _ARTICLE_LINES,
    ENTRY_ADDRESSES + "update source set key = source_key(url);\n",
    _SOURCE_OPTIONS,
    _PICTURES,
    _CHANGES,
    _ARTICLE_LENGTH,
    _STANDING_QUERIES,
    _MUTES,
    _TAGS,
    TALLY + COUNT_ANEW,
    _RETENTION,
    ACCOUNTS,
    _ANNOTATIONS,
    _DOWNLOADS,
    _FAILING_SINCE,
    _REVISIONS,
    STORIES + COUNT_FOLDED,
    _FEW,
    _ONE_TEXT,
    STORY_PLACES,
    INTERLEAVED,
    _SPELT_ANEW,
    _PAYWALLED,
    _PICTURES_ONCE,
    WORDS_COUNTED,
)
"""Step n leads from version n to n + 1; a step that was released is never edited."""
