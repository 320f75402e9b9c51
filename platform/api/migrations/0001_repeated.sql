-- The answer to a request that came with an Idempotency-Key; null while the first still runs.
create table repeated (
  person_id $UUID  not null references person (id),
  key       text   not null,
  request   text   not null,
  status    bigint,
  kind      text,
  body      text,
  at        $TIME  not null,
  primary key (person_id, key)
);
create index repeated_by_time on repeated (at);
