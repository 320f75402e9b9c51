-- Made from the log and the contents of things alone: may be emptied and made again at any time.
create table search_entry (
  id         $SERIAL,
  kind       text  not null,
  object_id  $UUID not null,
  -- The thing whose readers find it; null for a person.
  about_kind text,
  about_id   $UUID,
  family     text  not null,
  title      text  not null,
  body       text  not null,
  author_id  $UUID,
  at         $TIME not null,
  unique (kind, object_id)
);
create index search_entry_by_thing on search_entry (about_kind, about_id);

-- The analysed words. The rowid is the entry's id.
-- only sqlite
create virtual table search_words using fts5(words, content='', contentless_delete=1, tokenize='ascii');
-- end
-- only postgres
alter table search_entry add column words tsvector;
create index search_entry_by_words on search_entry using gin (words);
-- end
