create table course (
  id           $UUID primary key,
  -- By which a newer version knows it again.
  key          text  not null unique,
  owner_id     $UUID not null references person (id),
  made_at      $TIME not null,
  -- The files that its authors are working on, as JSON: path to text.
  draft        text  not null,
  published_at $TIME,
  withdrawn_at $TIME
);

-- What was published, one after the other.
create table course_version (
  course_id $UUID  not null references course (id),
  number    bigint not null,
  files     text   not null,
  by_id     $UUID  not null references person (id),
  at        $TIME  not null,
  primary key (course_id, number)
);

create table course_text (
  course_id $UUID  not null references course (id),
  language  text   not null,
  position  bigint not null,
  title     text   not null,
  about     text   not null,
  primary key (course_id, language)
);

-- Chapters and questions are known again by their keys, so that nobody's progress is lost with a new version.
create table chapter (
  id         $UUID  primary key,
  course_id  $UUID  not null references course (id),
  key        text   not null,
  position   bigint not null,
  game       text   not null,
  deal       bigint not null,
  removed_at $TIME,
  unique (course_id, key)
);

create table chapter_text (
  chapter_id $UUID not null references chapter (id),
  language   text  not null,
  title      text  not null,
  scenes     text  not null,
  task       text  not null,
  summary    text  not null,
  practice   text  not null,
  primary key (chapter_id, language)
);

create table question (
  id         $UUID  primary key,
  chapter_id $UUID  not null references chapter (id),
  key        text   not null,
  position   bigint not null,
  kind       text   not null,
  -- Dealt together with its neighbours of the same word.
  cluster    text,
  removed_at $TIME,
  unique (chapter_id, key)
);

create table question_text (
  question_id $UUID not null references question (id),
  language    text  not null,
  body        text  not null,
  primary key (question_id, language)
);

-- How far somebody is. Seen by herself; others see only what `assignments` counts.
create table learner_chapter (
  person_id   $UUID  not null references person (id),
  chapter_id  $UUID  not null references chapter (id),
  started_at  $TIME  not null,
  -- Where the talk goes on.
  scene       bigint not null default 0,
  seen_at     $TIME,
  passed_at   $TIME,
  task        text check (task in ('done', 'skipped')),
  task_reason text,
  task_at     $TIME,
  primary key (person_id, chapter_id)
);
create index learner_by_chapter on learner_chapter (chapter_id);

create table learner_course (
  person_id  $UUID not null references person (id),
  course_id  $UUID not null references course (id),
  started_at $TIME not null,
  passed_at  $TIME,
  -- By which the certificate can be checked by anybody who was given it.
  code       text unique,
  primary key (person_id, course_id)
);
create index learner_by_course on learner_course (course_id);

create table round (
  id         $UUID primary key,
  person_id  $UUID not null references person (id),
  chapter_id $UUID not null references chapter (id),
  dealt_at   $TIME not null,
  passed_at  $TIME
);
create index round_by_person on round (person_id, chapter_id);

create table round_item (
  round_id    $UUID  not null references round (id),
  question_id $UUID  not null references question (id),
  position    bigint not null,
  -- The order in which options and targets were dealt, as JSON.
  shuffle     text   not null,
  -- 'right' or 'wrong', as soon as it can be told, and the options first chosen, as JSON.
  first       text check (first in ('right', 'wrong')),
  first_given text,
  -- What was given and was wrong, as JSON.
  tried       text   not null,
  done_at     $TIME,
  primary key (round_id, question_id)
);
create index round_item_by_question on round_item (question_id);

create table assignment (
  id         $UUID  primary key,
  course_id  $UUID  not null references course (id),
  kind       text   not null check (kind in ('everyone', 'space', 'people')),
  space_id   $UUID  references space (id),
  by_id      $UUID  not null references person (id),
  made_at    $TIME  not null,
  due_at     $TIME  not null,
  mandatory  bigint not null,
  ended_at   $TIME
);
create index assignment_by_course on assignment (course_id);

create table assignment_person (
  assignment_id $UUID not null references assignment (id),
  person_id     $UUID not null references person (id),
  primary key (assignment_id, person_id)
);

-- To whom a course is assigned now, by the one rule there is for it: colleagues with an account, whoever they
-- are at the time.
create view assigned as
select assignment.id as assignment_id, person.id as person_id
from assignment cross join person
where assignment.ended_at is null and person.role in ('member', 'admin') and person.deactivated_at is null
  and (assignment.kind = 'everyone'
    or assignment.kind = 'space' and exists (select 1 from membership
      where membership.space_id = assignment.space_id and membership.person_id = person.id)
    or exists (select 1 from assignment_person
      where assignment_person.assignment_id = assignment.id and assignment_person.person_id = person.id));

-- How far somebody was reminded of it, and whether she wants no more of that.
create table reminder (
  assignment_id $UUID  not null references assignment (id),
  person_id     $UUID  not null references person (id),
  stage         bigint not null,
  stopped_at    $TIME,
  primary key (assignment_id, person_id)
);

-- The day in the company's zone on which somebody was reminded last: of a day there is one mail.
create table reminder_day (
  person_id $UUID primary key references person (id),
  day       text  not null
);

-- Who looked at names; shown to those who were named.
create table standing_look (
  id            $UUID primary key,
  assignment_id $UUID not null references assignment (id),
  by_id         $UUID not null references person (id),
  at            $TIME not null
);
create index standing_look_by_assignment on standing_look (assignment_id, at);

create table standing_named (
  look_id   $UUID not null references standing_look (id),
  person_id $UUID not null references person (id),
  primary key (person_id, look_id)
);

-- The spaces in which somebody practises, and who plays the colleagues there.
create table practice_space (
  person_id $UUID not null references person (id),
  kind      text  not null check (kind in ('private', 'customers')),
  space_id  $UUID not null references space (id),
  made_at   $TIME not null,
  primary key (person_id, kind)
);
create index practice_by_space on practice_space (space_id);

create table practice_colleague (
  name      text  primary key,
  person_id $UUID not null references person (id)
);

-- What was laid there for a task.
create table practice_thing (
  person_id  $UUID not null references person (id),
  chapter_id $UUID not null references chapter (id),
  file       text  not null,
  kind       text  not null,
  thing_id   $UUID not null,
  primary key (person_id, chapter_id, file)
);
create index practice_by_thing on practice_thing (thing_id);

-- What the practice colleagues answered to: nothing is answered twice, and a page that is written in once.
create table practice_answer (
  object_id $UUID primary key,
  person_id $UUID not null references person (id)
);
create index practice_answer_by_person on practice_answer (person_id);

-- A line of a talk that somebody spoke. Known by its words, as a digest: it stays with them in a new version,
-- and is never heard with others.
create table recording (
  id         $UUID  primary key,
  chapter_id $UUID  not null references chapter (id),
  language   text   not null,
  words      text   not null,
  -- SHA-256 of the sound in the blob store.
  blob       text   not null,
  media_type text   not null,
  size       bigint not null,
  at         $TIME  not null,
  unique (chapter_id, language, words)
);
create index recording_by_blob on recording (blob);
