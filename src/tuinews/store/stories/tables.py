"""The tables of stories, and the triggers that keep which entry stands for one in the lists of all."""

FOLDED = -1
"""The number in `tally` under which is counted what the lists of all leave out, since another entry tells it."""

STORY_TABLES = ("story_member", "story_apart")
"""The tables that cannot be made anew."""

_FOLD = """update status set folded = not folded where entry_id in
    (select entry_id from story_member where story = {story}) and folded <> (entry_id is not
    (select m.entry_id from story_member m join status s on s.entry_id = m.entry_id
    where m.story = {story} and s.shown = 1 order by s.read, s.sort_key desc, s.entry_id desc limit 1));"""
"""One entry of a story stands for it in the lists of all: the newest that is shown, an unread one first."""

STORIES = f"""
alter table status add column folded integer not null default 0;
create table story_member (
    entry_id integer primary key references entry (id) on delete cascade,
    story integer not null
);
create index story_members on story_member (story, entry_id);
create table story_apart (
    id integer primary key,
    entry_id integer not null references entry (id) on delete cascade,
    other_id integer not null references entry (id) on delete cascade,
    unique (entry_id, other_id)
);
create index story_apart_other on story_apart (other_id);
create table likeness (
    key integer not null,
    entry_id integer not null,
    moment real not null,
    primary key (key, entry_id)
) without rowid;
create index status_stories_all on status (shown, folded, sort_key) where shown = 1 and folded = 0;
create index status_stories_unread on status (shown, folded, read, sort_key)
    where shown = 1 and folded = 0 and read = 0;
create trigger story_joined after insert on story_member begin
    {_FOLD.format(story="new.story")}
end;
create trigger story_left after delete on story_member begin
    update status set folded = 0 where entry_id = old.entry_id and folded = 1;
    {_FOLD.format(story="old.story")}
end;
create trigger story_counted after update of shown, read, folded on status
when (new.shown and new.folded, new.read) <> (old.shown and old.folded, old.read) begin
    update tally set total = total + (new.shown and new.folded) - (old.shown and old.folded),
    unread = unread + (new.shown and new.folded and not new.read) - (old.shown and old.folded and not old.read)
    where source_id = {FOLDED};
end;
create trigger story_gone after delete on status when old.shown and old.folded begin
    update tally set total = total - 1, unread = unread - (old.read = 0) where source_id = {FOLDED};
end;
create trigger story_status after update of shown, read on status
when exists (select 1 from story_member where entry_id = new.entry_id) begin
    {_FOLD.format(story="(select story from story_member where entry_id = new.entry_id)")}
end;
"""
"""Which entries tell the same story, and which were set apart by hand (docs/decisions/0018-stories.md). Triggers
keep `folded`, so that no list has to ask. `similarity` has the keys of what is new, to find what is like it."""

COUNT_FOLDED = f"""
insert into tally (source_id, total, unread)
    select {FOLDED}, count(*), coalesce(sum(read = 0), 0) from status where shown = 1 and folded = 1;
"""
"""Fills the row of `tally` that counts what is folded away."""

FOLD_ANEW = """
update status set folded = coalesce((select status.entry_id is not
    (select o.entry_id from story_member o join status s on s.entry_id = o.entry_id
    where o.story = m.story and s.shown = 1 order by s.read, s.sort_key desc, s.entry_id desc limit 1)
    from story_member m where m.entry_id = status.entry_id), 0)
    where folded = 1 or entry_id in (select entry_id from story_member);
"""
"""Says of each entry anew whether another stands for its story, where rows came in without the triggers."""

STORY_PLACES = f"""
drop trigger story_status;
create trigger story_status after update of shown, read, sort_key on status
when exists (select 1 from story_member where entry_id = new.entry_id) begin
    {_FOLD.format(story="(select story from story_member where entry_id = new.entry_id)")}
end;
{FOLD_ANEW}
"""
"""A date that is restated moves an entry in the list: another one may be the newest of its story then."""
