-- Who had to do with a thing; made from the log.
create table involved (
  person_id $UUID not null references person (id),
  kind      text  not null,
  id        $UUID not null,
  primary key (kind, id, person_id)
);

-- One entry per person and thing: what happened last, and how much since she looked.
create table notification (
  person_id       $UUID  not null references person (id),
  kind            text   not null,
  id              $UUID  not null,
  position        bigint not null,
  -- Activities since it was read.
  news            bigint not null,
  called          bigint not null,
  at              $TIME  not null,
  read_at         $TIME,
  -- Up to which activity a mail has told.
  mailed_position bigint not null default 0,
  primary key (person_id, kind, id)
);
create index notification_by_position on notification (person_id, position);

-- What somebody wants to be told of a thing, or of all that lies in a space.
create table notification_level (
  person_id $UUID not null references person (id),
  kind      text  not null,
  id        $UUID not null,
  level     text  not null check (level in ('all', 'concerns', 'nothing')),
  primary key (kind, id, person_id)
);

-- When mails come; who is not here gets them in bundles.
create table notification_choice (
  person_id $UUID primary key references person (id),
  mail      text  not null check (mail in ('at_once', 'bundle', 'daily', 'none'))
);
