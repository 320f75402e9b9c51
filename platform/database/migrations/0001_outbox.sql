-- The log: ids only. Only `outbox.rs` writes here; it inserts, and nothing but erasing a person changes a row.
create table activity (
  position    $SERIAL,
  id          $UUID not null unique,
  actor_id    $UUID not null,
  verb        text  not null,
  object_kind text  not null,
  object_id   $UUID not null,
  target_kind text,
  target_id   $UUID,
  at          $TIME not null,
  check ((target_kind is null) = (target_id is null))
);
create index activity_by_actor on activity (actor_id);
create index activity_by_target on activity (target_kind, target_id, position);
create index activity_by_object on activity (object_kind, object_id, position);
