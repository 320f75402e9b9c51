-- What people write to each other without a document. The row of a post that waits for its time has no `thing`
-- yet: nobody but its author knows of it.
create table post (
  id         $UUID primary key,
  kind       text  not null check (kind in ('post', 'question', 'announcement', 'praise')),
  author_id  $UUID not null references person (id),
  space_id   $UUID not null references space (id),
  -- Markdown; a mention is `@[Name](person/ID)`. Empty once it was removed.
  body       text  not null,
  -- When it could first be read; of one that waits, when it was written.
  at         $TIME not null,
  edited_at  $TIME,
  removed_at $TIME,
  publish_at $TIME,
  pinned_at  $TIME,
  -- The comment that answers a question; whoever keeps the talk knows it.
  answer_id  $UUID,
  -- Until when an announcement should have been read.
  read_by    $TIME,
  check (body <> '' or removed_at is not null)
);
create index post_by_space on post (space_id, at, id);
create index post_pinned on post (space_id, pinned_at) where pinned_at is not null;
create index post_waiting on post (author_id, publish_at) where publish_at is not null;
create index post_must_read on post (space_id, at) where kind = 'announcement' and removed_at is null;

-- What a post said before it was edited at that time.
create table post_revision (
  post_id $UUID not null references post (id),
  at      $TIME not null,
  body    text  not null,
  primary key (post_id, at)
);

-- Those called by name who could read it when it was written, and since when.
create table post_mention (
  post_id   $UUID not null references post (id),
  person_id $UUID not null references person (id),
  at        $TIME not null,
  primary key (post_id, person_id)
);
create index post_mention_by_person on post_mention (person_id, post_id);

create table poll (
  post_id   $UUID  primary key references post (id),
  multiple  bigint not null,
  -- Whether all see who is behind a vote.
  named     bigint not null,
  closes_at $TIME
);

create table poll_option (
  id       $UUID  primary key,
  post_id  $UUID  not null references poll (post_id),
  position bigint not null,
  text     text   not null,
  unique (post_id, position),
  unique (post_id, text)
);

-- There is no time: it would tell who was there when.
create table poll_vote (
  post_id   $UUID not null references poll (post_id),
  person_id $UUID not null references person (id),
  option_id $UUID not null references poll_option (id),
  primary key (post_id, person_id, option_id)
);
create index poll_vote_by_option on poll_vote (option_id);

-- Who said that she has read it. No time here either.
create table post_confirmation (
  post_id   $UUID not null references post (id),
  person_id $UUID not null references person (id),
  primary key (post_id, person_id)
);
