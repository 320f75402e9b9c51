-- The public face of a page. What the page is called and where it lies stands in `thing`.
create table article (
  id           $UUID primary key,
  page_id      $UUID not null unique,
  -- The last part of its address.
  slug         text  not null unique,
  language     text  not null check (language in ('de', 'en')),
  teaser       text  not null,
  -- SHA-256 of the lead picture in the blob store.
  picture      text,
  picture_alt  text  not null,
  -- Articles that say the same in different languages share it.
  group_id     $UUID not null,
  state        text  not null check (state in ('draft', 'waiting', 'scheduled', 'published', 'withdrawn')),
  -- When it shall be public; null for at once.
  publish_at   $TIME,
  -- When it became public for the first time.
  published_at $TIME,
  -- Who asked for it to be public.
  asked_by     $UUID references person (id),
  made_by      $UUID not null references person (id),
  changed_at   $TIME not null,
  unique (group_id, language)
);
create index article_by_time on article (published_at);
create index article_by_picture on article (picture);

-- The page as it was let out: what is written later is inside the house until it is published again.
create table article_release (
  article_id $UUID  primary key references article (id),
  title      text   not null,
  html       text   not null,
  words      bigint not null,
  -- Title, teaser and text in lower case, for the search.
  sought     text   not null,
  at         $TIME  not null
);

create table article_tag (
  article_id $UUID  not null references article (id),
  place      bigint not null,
  -- As it stands in addresses.
  key        text   not null,
  tag        text   not null,
  primary key (article_id, key)
);
create index article_tag_by_key on article_tag (key);

create table article_author (
  article_id $UUID  not null references article (id),
  place      bigint not null,
  person_id  $UUID  not null references person (id),
  primary key (article_id, person_id)
);

-- Addresses that it had before; they lead to the one it has.
create table article_slug (
  slug       text  primary key,
  article_id $UUID not null references article (id)
);

-- Pictures of the released text, which everybody may see.
create table article_picture (
  article_id $UUID not null references article (id),
  blob       text  not null,
  primary key (article_id, blob)
);
create index article_picture_by_blob on article_picture (blob);

-- What everybody may read: published, and its page not thrown away.
create view article_public as
select article.id, article.page_id, article.slug, article.language, article.teaser, article.picture,
  article.picture_alt, article.group_id, article.published_at, article_release.title, article_release.html,
  article_release.words, article_release.sought, article_release.at
from article
join article_release on article_release.article_id = article.id
join thing on thing.kind = 'document' and thing.id = article.page_id and thing.removed_at is null
where article.state = 'published'
  and not exists (select 1 from closed_space where closed_space.space_id = thing.space_id);
