-- Since when somebody is called by name: whoever is called by an edit is told of it, and nobody twice.
alter table comment_mention add column at $TIME not null default 0;
