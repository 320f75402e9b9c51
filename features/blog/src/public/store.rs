//! All SQL about what everybody may read. The view `article_public` says what that is; here nobody is
//! asked who she is.

use database::{Reads, fetch_all, fetch_optional, id_list};
use kernel::Result;
use kernel::ids::Uuid;

use crate::articles::article::Public;

/// A line of a list: without its text.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Line {
    pub id: Uuid,
    pub slug: String,
    pub language: String,
    pub title: String,
    pub teaser: String,
    pub group_id: Uuid,
    pub published_at: i64,
    pub words: i64,
    pub at: i64,
}

impl Line {
    pub fn minutes(&self) -> i64 {
        crate::articles::article::minutes(self.words)
    }
}

/// What is looked for; empty texts and the whole of time for everything.
#[derive(Clone, Debug)]
pub(crate) struct Sought {
    pub from: i64,
    pub until: i64,
    /// Key of a tag.
    pub tag: String,
    /// For `like`, with `\` before `%` and `_`.
    pub words: String,
}

pub(crate) async fn lines(
    from: &mut impl Reads,
    sought: &Sought,
    limit: i64,
    offset: i64,
) -> Result<Vec<Line>> {
    fetch_all!(
        from,
        Line,
        "select id, slug, language, title, teaser, group_id, published_at, words, at from article_public
         where published_at >= $1 and published_at < $2
           and (cast($3 as text) = '' or exists (select 1 from article_tag
             where article_tag.article_id = article_public.id and article_tag.key = $3))
           and sought like $4 escape '\\'
         order by published_at desc, id desc limit cast($5 as bigint) offset cast($6 as bigint)",
        [sought.from, sought.until, &sought.tag, &sought.words, limit, offset]
    )
}

/// The newest with their texts, for feeds.
pub(crate) async fn newest(from: &mut impl Reads, limit: i64) -> Result<Vec<Public>> {
    fetch_all!(
        from,
        Public,
        "select id, slug, language, teaser, picture, picture_alt, group_id, published_at, title,
           html, words, at
         from article_public order by published_at desc, id desc limit cast($1 as bigint)",
        [limit]
    )
}

pub(crate) async fn by_slug(from: &mut impl Reads, slug: &str) -> Result<Option<Public>> {
    fetch_optional!(
        from,
        Public,
        "select id, slug, language, teaser, picture, picture_alt, group_id, published_at, title,
           html, words, at
         from article_public where slug = $1",
        [slug]
    )
}

pub(crate) async fn by_id(from: &mut impl Reads, id: Uuid) -> Result<Option<Public>> {
    fetch_optional!(
        from,
        Public,
        "select id, slug, language, teaser, picture, picture_alt, group_id, published_at, title,
           html, words, at
         from article_public where id = $1",
        [id]
    )
}

/// Where an address of before leads to.
pub(crate) async fn moved(from: &mut impl Reads, old: &str) -> Result<Option<String>> {
    let row = fetch_optional!(
        from,
        (String,),
        "select article_public.slug from article_slug
         join article_public on article_public.id = article_slug.article_id
         where article_slug.slug = $1",
        [old]
    )?;
    Ok(row.map(|(slug,)| slug))
}

/// The same in other languages.
pub(crate) async fn translations(from: &mut impl Reads, group: Uuid) -> Result<Vec<Line>> {
    fetch_all!(
        from,
        Line,
        "select id, slug, language, title, teaser, group_id, published_at, words, at from article_public
         where group_id = $1 order by language limit 10",
        [group]
    )
}

/// The newest in the same language that share a tag.
pub(crate) async fn related(
    from: &mut impl Reads,
    id: Uuid,
    language: &str,
    limit: i64,
) -> Result<Vec<Line>> {
    fetch_all!(
        from,
        Line,
        "select id, slug, language, title, teaser, group_id, published_at, words, at from article_public
         where id <> $1 and language = $2 and exists (select 1 from article_tag as theirs
           join article_tag as ours on ours.key = theirs.key and ours.article_id = $1
           where theirs.article_id = article_public.id)
         order by published_at desc, id desc limit cast($3 as bigint)",
        [id, language, limit]
    )
}

/// When something was published, newest first.
pub(crate) async fn times(from: &mut impl Reads, limit: i64) -> Result<Vec<i64>> {
    let rows = fetch_all!(
        from,
        (i64,),
        "select published_at from article_public order by published_at desc limit cast($1 as bigint)",
        [limit]
    )?;
    Ok(rows.into_iter().map(|(at,)| at).collect())
}

/// A tag and on how many articles it stands.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Counted {
    pub key: String,
    pub tag: String,
    pub articles: i64,
}

pub(crate) async fn tags(from: &mut impl Reads, limit: i64) -> Result<Vec<Counted>> {
    fetch_all!(
        from,
        Counted,
        "select article_tag.key, min(article_tag.tag) as tag, count(*) as articles from article_tag
         join article_public on article_public.id = article_tag.article_id
         group by article_tag.key order by count(*) desc, article_tag.key limit cast($1 as bigint)",
        [limit]
    )
}

/// Which article has which author, in their order.
pub(crate) async fn authors(from: &mut impl Reads, ids: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>> {
    fetch_all!(
        from,
        (Uuid, Uuid),
        sqlite: "select article_id, person_id from article_author
                 where article_id in (select unhex(value) from json_each($1)) order by place limit 2000",
        postgres: "select article_id, person_id from article_author
                   where article_id in
                     (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))
                   order by place limit 2000",
        [id_list(ids)]
    )
}

/// Whether an article has this picture. Also one that is not public yet: only who was shown it knows its
/// hash.
pub(crate) async fn shows(from: &mut impl Reads, hash: &str) -> Result<bool> {
    let found = fetch_optional!(
        from,
        (Uuid,),
        "select thing.id from (
             select page_id from article where picture = $1 and state <> 'withdrawn'
             union all
             select article.page_id from article_picture
             join article on article.id = article_picture.article_id
             where article_picture.blob = $1 and article.state <> 'withdrawn') as shown
         join thing on thing.kind = 'document' and thing.id = shown.page_id and thing.removed_at is null
         where not exists (select 1 from closed_space where closed_space.space_id = thing.space_id)
         limit 1",
        [hash]
    )?;
    Ok(found.is_some())
}
