-- How somebody proves who she is; nobody has to have a password.
create table credential (
  person_id     $UUID primary key references person (id),
  -- In the PHC string format, argon2id.
  password_hash text  not null
);

-- A link that was sent, known by the digest of its secret.
create table sign_in_link (
  secret    text   primary key,
  person_id $UUID  not null references person (id),
  kind      text   not null check (kind in ('sign_in', 'reset', 'invitation')),
  ends_at   $TIME  not null,
  -- 1 for the sample company, whose links work as often as anybody likes.
  reusable  bigint not null
);
create index sign_in_link_by_person on sign_in_link (person_id);

create table profile (
  person_id $UUID  primary key references person (id),
  what_i_do text   not null,
  -- Where she is, as she set it by hand: office, home, out, or nothing. Forgotten after the day.
  today     text   not null check (today in ('', 'office', 'home', 'out')),
  today_day bigint not null
);
