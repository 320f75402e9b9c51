-- The newest of one kind, for who wants to see posts or documents alone.
create index feed_entry_by_kind on feed_entry (audience_id, kind, position);
