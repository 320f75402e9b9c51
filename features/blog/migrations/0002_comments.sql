-- What readers say about an article. The address of a visitor stands in `visitor` and nowhere here.
create table article_comment (
  id           $UUID  primary key,
  article_id   $UUID  not null references article (id),
  -- Who wrote it: a visitor, or a colleague. Neither once it was erased.
  visitor_id   $UUID  references visitor (id),
  person_id    $UUID  references person (id),
  -- A comment that answers none.
  reply_to     $UUID  references article_comment (id),
  name         text   not null,
  website      text   not null,
  body         text   not null,
  html         text   not null,
  state        text   not null
    check (state in ('unconfirmed', 'waiting', 'shown', 'refused', 'withdrawn')),
  -- Why it was held, as JSON.
  reasons      text   not null,
  -- 1 if its author wants a mail when somebody answers.
  follows      bigint not null,
  made_at      $TIME  not null,
  -- Since when it is in this state.
  state_at     $TIME  not null,
  decided_by   $UUID  references person (id),
  -- What its author reads about the decision.
  decision     text   not null default '',
  -- What the filter learnt of it: `good`, `bad` or nothing.
  learnt       text   not null default ''
);
create index article_comment_by_article on article_comment (article_id, state, made_at);
create index article_comment_by_state on article_comment (state, state_at);
create index article_comment_by_visitor on article_comment (visitor_id);
create index article_comment_by_reply on article_comment (reply_to);

-- Somebody thinks that a comment should not stand there.
create table article_report (
  id          $UUID  primary key,
  comment_id  $UUID  not null references article_comment (id) on delete cascade,
  -- Whom to tell what was decided, if she said so.
  visitor_id  $UUID  references visitor (id),
  reason      text   not null,
  law         text   not null,
  language    text   not null,
  at          $TIME  not null,
  decided_at  $TIME
);
create index article_report_by_comment on article_report (comment_id);
create index article_report_open on article_report (decided_at, at);

-- What differs for one article from what holds for the blog.
create table article_comment_rule (
  article_id $UUID  primary key references article (id),
  -- Which comments are looked at first: `all`, `first`, `none`; null as everywhere.
  approve    text   check (approve in ('all', 'first', 'none')),
  -- Days after which nothing is taken any more; 0 for never; null as everywhere.
  days       bigint
);

-- Each with the article below which it stands, and what that is called inside.
create view article_comment_placed as
select article_comment.*, article.page_id, article.slug, article.language, thing.title
from article_comment
join article on article.id = article_comment.article_id
join thing on thing.kind = 'document' and thing.id = article.page_id;
