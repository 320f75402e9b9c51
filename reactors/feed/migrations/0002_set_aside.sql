-- What somebody has put off, or is done with although it still waits. Hers alone, and not made from the log.
create table set_aside (
  person_id $UUID not null references person (id),
  kind      text  not null,
  id        $UUID not null,
  -- When it waits again; null for never.
  until     $TIME,
  primary key (person_id, kind, id)
);
