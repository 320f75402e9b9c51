-- The cursor of each reactor and, in the same row, the lease of the process that runs it.
create table reactor (
  name       text   primary key,
  position   bigint not null,
  holder_id  $UUID  not null,
  held_until $TIME  not null
);

create table stuck (
  reactor  text   not null,
  position bigint not null,
  error    text   not null,
  at       $TIME  not null,
  primary key (reactor, position)
);

-- Work to be done outside of a transaction: a mail to send, a file to read. Done means removed.
create table job (
  id         $UUID  primary key,
  kind       text   not null,
  -- The same kind and key stands here once: what is queued again while it waits is done once.
  key        text   not null,
  payload    text   not null,
  due_at     $TIME  not null,
  attempts   bigint not null default 0,
  held_until $TIME  not null default 0,
  -- Set when it was given up; then it waits for the admin.
  failure    text,
  unique (kind, key)
);
create index job_by_due on job (kind, due_at);
