-- A space that was closed: nobody is in it, so that nobody reaches what lies there. How it was before is kept
-- here, until one of its owners opens it again.
create table closed_space (
  space_id   $UUID primary key references space (id),
  visibility text  not null,
  closed_at  $TIME not null
);

create table closed_membership (
  space_id  $UUID not null references closed_space (space_id) on delete cascade,
  person_id $UUID not null references person (id),
  level     text  not null,
  primary key (person_id, space_id)
);
create index closed_membership_by_space on closed_membership (space_id);
