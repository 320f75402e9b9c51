create table person (
  id             $UUID  primary key,
  name           text   not null,
  role           text   not null check (role in ('admin', 'member', 'guest', 'customer', 'visitor')),
  -- In lower case; null for who has no account.
  email          text   unique,
  -- ISO 639-1; null for the company's language.
  language       text,
  -- SHA-256 of the picture in the blob store.
  picture        text,
  made_at        $TIME  not null default 0,
  deactivated_at $TIME
);

-- Nobody in particular: everybody without an account. Hence one join serves them, too.
insert into person (id, name, role) values ($NOBODY, '', 'visitor');

-- What holds for the whole house: the company's name, its language, keys that it made for itself.
create table setting (
  name  text primary key,
  value text not null
);

-- Signed in with a browser. Known by the SHA-256 of the cookie; there is no time of the last visit.
create table session (
  id         $UUID primary key,
  secret     text  not null unique,
  person_id  $UUID not null references person (id),
  device     text  not null,
  made_at    $TIME not null,
  ends_at    $TIME not null
);
create index session_by_person on session (person_id);

-- Signed in with a program.
create table token (
  id        $UUID primary key,
  secret    text  not null unique,
  person_id $UUID not null references person (id),
  name      text  not null,
  made_at   $TIME not null
);
create index token_by_person on token (person_id);

-- Who may read a thing. The audience of a space has the id of the space.
create table audience (
  id   $UUID primary key,
  kind text  not null check (kind in ('web', 'company', 'space', 'organisation', 'people', 'receipt'))
);
insert into audience (id, kind) values ($WEB, 'web'), ($COMPANY, 'company');

-- The left column of the design's table of visibilities. What it is called stands in `thing`. Two keys, so that
-- things follow the one, and a change of either waits for whoever becomes a member at that moment.
create table space (
  id          $UUID primary key references audience (id),
  visibility  text  not null check (visibility in ('public', 'internal', 'private', 'customers')),
  audience_id $UUID not null references audience (id) generated always as
    (case visibility when 'public' then $WEB when 'internal' then $COMPANY else id end) stored,
  unique (id, audience_id),
  unique (id, visibility)
);

create table membership (
  space_id  $UUID not null references space (id),
  person_id $UUID not null references person (id),
  level     text  not null check (level in ('reader', 'writer', 'owner')),
  primary key (person_id, space_id)
);
create index membership_by_space on membership (space_id);

-- Who reads what: the rest of the table. A member of an open space reaches its own audience as well, which
-- is then empty: its things are everybody's, or the company's.
create view reach as
select id as person_id, $WEB as audience_id from person
union all
select id, $COMPANY from person where role in ('member', 'admin')
union all
select person_id, space_id from membership;

-- Who may know of whom: colleagues of all, everybody of those in the same space.
create view knows as
select me.id as person_id, other.id as other_id
from person as me cross join person as other
where me.role in ('member', 'admin') and other.role <> 'visitor'
union
select mine.person_id, theirs.person_id
from membership as mine join membership as theirs on theirs.space_id = mine.space_id;

-- The audience is that of the space, and follows it: no statement can write another.
create table thing (
  kind        text  not null,
  id          $UUID not null,
  audience_id $UUID not null references audience (id),
  space_id    $UUID,
  title       text  not null,
  url         text  not null,
  owner_id    $UUID not null references person (id),
  removed_at  $TIME,
  primary key (kind, id),
  unique (audience_id, kind, id),
  foreign key (space_id, audience_id) references space (id, audience_id) on update cascade
);
create index thing_by_space on thing (space_id, audience_id);
