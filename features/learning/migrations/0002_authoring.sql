-- Who worked at the draft last: whoever saves at the same time learns whose text lies there.
alter table course add column draft_by_id $UUID references person (id);
alter table course add column draft_at $TIME;

-- Drafts put aside before they were replaced; the oldest are forgotten.
create table course_aside (
  course_id $UUID  not null references course (id),
  number    bigint not null,
  files     text   not null,
  by_id     $UUID  not null references person (id),
  at        $TIME  not null,
  primary key (course_id, number)
);

-- Rounds in which an author tries a question out. They stand apart from `round`, so that nothing counts them.
create table course_trial (
  id        $UUID primary key,
  person_id $UUID not null references person (id),
  course_id $UUID not null references course (id),
  made_at   $TIME not null,
  -- JSON: the questions as they were written then, how they were dealt, what was answered.
  state     text  not null
);
create index course_trial_by_time on course_trial (made_at);
