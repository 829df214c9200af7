"""The numbers of lists: their table, and the triggers that keep them (docs/decisions/0008-store.md)."""

TALLY = """
alter table listed add column muted integer not null default 0;
update listed set muted = 1 where entry_id in (select entry_id from status where muted > 0);
drop trigger status_listed;
create trigger status_listed after update of sort_key, read, starred, kept, muted on status begin
    update listed set sort_key = new.sort_key, read = new.read, starred = new.starred, kept = new.kept,
    muted = new.muted where entry_id = new.entry_id;
end;
create table tally (
    source_id integer primary key,
    total integer not null default 0,
    unread integer not null default 0,
    starred integer not null default 0,
    offline integer not null default 0
);
create trigger tally_source after insert on source begin
    insert into tally (source_id) values (new.id);
end;
create trigger tally_source_gone after delete on source begin
    delete from tally where source_id = old.id;
end;
create trigger tally_status after insert on status begin
    update tally set total = total + new.shown, unread = unread + (new.shown > new.read),
    starred = starred + new.starred, offline = offline + (new.shown and new.kept) where source_id = 0;
end;
create trigger tally_status_gone after delete on status begin
    update tally set total = total - old.shown, unread = unread - (old.shown > old.read),
    starred = starred - old.starred, offline = offline - (old.shown and old.kept) where source_id = 0;
end;
create trigger tally_status_change after update of shown, read, starred, kept on status
when (new.shown, new.read, new.starred, new.kept) <> (old.shown, old.read, old.starred, old.kept) begin
    update tally set total = total + new.shown - old.shown,
    unread = unread + (new.shown > new.read) - (old.shown > old.read),
    starred = starred + new.starred - old.starred,
    offline = offline + (new.shown and new.kept) - (old.shown and old.kept) where source_id = 0;
end;
create trigger tally_listed after insert on listed begin
    update tally set total = total + (new.muted = 0), unread = unread + (new.muted + new.read = 0),
    starred = starred + new.starred, offline = offline + (new.muted < new.kept) where source_id = new.source_id;
end;
create trigger tally_listed_gone after delete on listed begin
    update tally set total = total - (old.muted = 0), unread = unread - (old.muted + old.read = 0),
    starred = starred - old.starred, offline = offline - (old.muted < old.kept) where source_id = old.source_id;
end;
create trigger tally_listed_change after update of read, starred, kept, muted on listed
when (new.read, new.starred, new.kept, new.muted) <> (old.read, old.starred, old.kept, old.muted) begin
    update tally set total = total + (new.muted = 0) - (old.muted = 0),
    unread = unread + (new.muted + new.read = 0) - (old.muted + old.read = 0),
    starred = starred + new.starred - old.starred,
    offline = offline + (new.muted < new.kept) - (old.muted < old.kept) where source_id = new.source_id;
end;
"""
"""How much each list holds, kept by triggers: row 0 for the lists of all, one more for each source."""

COUNT_ANEW = """
delete from tally;
insert into tally select 0, coalesce(sum(shown), 0), coalesce(sum(shown > read), 0), coalesce(sum(starred), 0),
    coalesce(sum(shown and kept), 0) from status;
insert into tally select o.id, count(l.id) - coalesce(sum(l.muted), 0), coalesce(sum(l.muted + l.read = 0), 0),
    coalesce(sum(l.starred), 0), coalesce(sum(l.muted < l.kept), 0)
    from source o left join listed l on l.source_id = o.id group by o.id;
"""
"""Fills `tally` from what it counts."""
