-- Somebody without an account. Her address stands here and nowhere else, so that erasing it is one place; the
-- names that she gave stay with her texts.
create table visitor (
  id           $UUID  primary key,
  -- In lower case; null once it was erased.
  email        text   unique,
  language     text   not null,
  confirmed_at $TIME,
  -- How much of what she wrote was let through.
  approved     bigint not null default 0,
  made_at      $TIME  not null,
  erased_at    $TIME
);

-- Links by which an address is confirmed, known by the SHA-256 of their secret.
create table visitor_confirmation (
  secret     text  primary key,
  visitor_id $UUID not null references visitor (id) on delete cascade,
  ends_at    $TIME not null,
  used_at    $TIME
);
create index visitor_confirmation_by_visitor on visitor_confirmation (visitor_id);

-- Mails that asked an address. The address is sealed: the count outlives the visitor, her address does not.
create table visitor_letter (
  address text  not null,
  at      $TIME not null
);
create index visitor_letter_by_address on visitor_letter (address, at);

-- Sealed addresses whose owners said that it was not them: they hear nothing until then.
create table visitor_quiet (
  address text  primary key,
  until   $TIME not null
);

-- Links that show a visitor what she wrote: all of it, or one piece alone.
create table visitor_receipt (
  secret     text  primary key,
  visitor_id $UUID not null references visitor (id) on delete cascade,
  about_kind text,
  about_id   $UUID,
  made_at    $TIME not null
);
create index visitor_receipt_by_visitor on visitor_receipt (visitor_id, made_at);

-- Texts that were seen, as digests, to know the same one again.
create table visitor_text (
  digest text   not null,
  at     $TIME  not null
);
create index visitor_text_by_digest on visitor_text (digest, at);

-- In how many texts a word stood that were let through, and in how many that were refused. The row of the empty
-- word counts the texts.
create table visitor_word (
  word text   primary key,
  good bigint not null default 0,
  bad  bigint not null default 0
);
