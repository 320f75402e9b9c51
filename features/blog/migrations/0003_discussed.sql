-- A reader's comment that colleagues talk about, on the page behind the article.
create table article_comment_discussed (
  comment_id $UUID  primary key references article_comment (id) on delete cascade,
  -- What was said about it inside.
  said_id    $UUID  not null,
  at         $TIME  not null
);
