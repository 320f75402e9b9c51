-- Where a feed reader finds what one person sees. The address is known by its SHA-256 alone, and works until
-- she takes it back.
create table feed_address (
  id        $UUID primary key,
  secret    text  not null unique,
  person_id $UUID not null references person (id),
  -- Null for all that she sees.
  space_id  $UUID references space (id),
  made_at   $TIME not null
);
create index feed_address_by_person on feed_address (person_id, made_at);
