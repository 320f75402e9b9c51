//! All SQL about articles as those inside see them, and about what is let out.

use access::Person;
use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result, limits};

use super::article::{Article, Tag};
use super::release::Release;

/// What is set when a page becomes an article.
pub(crate) struct Fresh<'a> {
    pub id: Uuid,
    pub page_id: Uuid,
    pub slug: &'a str,
    pub language: &'a str,
    pub teaser: &'a str,
    pub group_id: Uuid,
    pub made_by: PersonId,
}

/// Errors: `Conflict` if the page is one already, or its group has one in this language.
pub(crate) async fn insert(tx: &mut Tx, fresh: &Fresh<'_>) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into article (id, page_id, slug, language, teaser, picture_alt, group_id, state, made_by,
           changed_at)
         values ($1, $2, $3, $4, $5, '', $6, 'draft', $7, $8)",
        [
            fresh.id,
            fresh.page_id,
            fresh.slug,
            fresh.language,
            fresh.teaser,
            fresh.group_id,
            fresh.made_by.uuid(),
            at
        ]
    )
}

/// Whether an article has this address or had it.
pub(crate) async fn is_taken(from: &mut impl Reads, slug: &str, but: Uuid) -> Result<bool> {
    let found = fetch_optional!(
        from,
        (Uuid,),
        "select id from article where slug = $1 and id <> $2
         union all select article_id from article_slug where slug = $1 and article_id <> $2 limit 1",
        [slug, but]
    )?;
    Ok(found.is_some())
}

/// Who may know of it, whoever holds it has to find out.
pub(crate) async fn find(from: &mut impl Reads, id: Uuid) -> Result<Article> {
    let found = fetch_optional!(
        from,
        Article,
        "select article.*, thing.title from article
         join thing on thing.kind = 'document' and thing.id = article.page_id
         where article.id = $1",
        [id]
    )?;
    found.ok_or(Error::NotFound)
}

pub(crate) async fn of_page(from: &mut impl Reads, page_id: Uuid) -> Result<Option<Uuid>> {
    let found = fetch_optional!(from, (Uuid,), "select id from article where page_id = $1", [page_id])?;
    Ok(found.map(|(id,)| id))
}

/// All that this person may know of: what is yet to come first, then the newest.
pub(crate) async fn all(from: &mut impl Reads, person: &Person) -> Result<Vec<Article>> {
    fetch_all!(
        from,
        Article,
        "select article.*, thing.title from article
         join thing on thing.kind = 'document' and thing.id = article.page_id and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         order by case article.state
             when 'waiting' then 0 when 'scheduled' then 1 when 'draft' then 2 else 3 end,
           coalesce(article.published_at, article.changed_at) desc, article.id desc
         limit cast($2 as bigint)",
        [person.id.uuid(), limits::LIST_LENGTH_MAX_ROWS]
    )
}

/// The other articles that say the same, of any state.
pub(crate) async fn translations(from: &mut impl Reads, article: &Article) -> Result<Vec<Article>> {
    fetch_all!(
        from,
        Article,
        "select article.*, thing.title from article
         join thing on thing.kind = 'document' and thing.id = article.page_id and thing.removed_at is null
         where article.group_id = $1 and article.id <> $2 limit 10",
        [article.group_id, article.id]
    )
}

/// Errors: `Conflict` if its group has one in this language.
pub(crate) async fn update(tx: &mut Tx, article: &Article) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update article set slug = $2, language = $3, teaser = $4, picture = $5, picture_alt = $6,
           group_id = $7, state = $8, publish_at = $9, published_at = $10, asked_by = $11, changed_at = $12
         where id = $1",
        [
            article.id,
            &article.slug,
            &article.language,
            &article.teaser,
            &article.picture,
            &article.picture_alt,
            article.group_id,
            article.state,
            article.publish_at,
            article.published_at,
            article.asked_by,
            at
        ]
    )
}

/// It becomes public if it is still its time; answers whether it did.
pub(crate) async fn publish_if_due(tx: &mut Tx, id: Uuid, now: Time) -> Result<bool> {
    let done = execute_and_count!(
        tx,
        "update article set state = 'published', published_at = coalesce(published_at, publish_at),
           publish_at = null, changed_at = $2
         where id = $1 and state = 'scheduled' and publish_at <= $2",
        [id, now.micros()]
    )?;
    Ok(done == 1)
}

/// From now on it leads to the address that the article has.
pub(crate) async fn keep_slug(tx: &mut Tx, article: Uuid, old: &str, new: &str) -> Result<()> {
    execute!(tx, "delete from article_slug where slug = $1", [new])?;
    execute!(
        tx,
        "insert into article_slug (slug, article_id) values ($1, $2)
         on conflict (slug) do update set article_id = excluded.article_id",
        [old, article]
    )
}

pub(crate) async fn put_tags(tx: &mut Tx, article: Uuid, tags: &[Tag]) -> Result<()> {
    execute!(tx, "delete from article_tag where article_id = $1", [article])?;
    for (place, tag) in (0_i64..).zip(tags) {
        execute!(
            tx,
            "insert into article_tag (article_id, place, key, tag) values ($1, $2, $3, $4)",
            [article, place, &tag.key, &tag.tag]
        )?;
    }
    Ok(())
}

pub(crate) async fn tags(from: &mut impl Reads, article: Uuid) -> Result<Vec<Tag>> {
    fetch_all!(
        from,
        Tag,
        "select key, tag from article_tag where article_id = $1 order by place limit 100",
        [article]
    )
}

pub(crate) async fn put_authors(tx: &mut Tx, article: Uuid, people: &[Uuid]) -> Result<()> {
    execute!(tx, "delete from article_author where article_id = $1", [article])?;
    for (place, person) in (0_i64..).zip(people) {
        execute!(
            tx,
            "insert into article_author (article_id, place, person_id) values ($1, $2, $3)",
            [article, place, *person]
        )?;
    }
    Ok(())
}

pub(crate) async fn authors(from: &mut impl Reads, article: Uuid) -> Result<Vec<Uuid>> {
    let rows = fetch_all!(
        from,
        (Uuid,),
        "select person_id from article_author where article_id = $1 order by place limit 100",
        [article]
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(crate) async fn put_release(tx: &mut Tx, article: &Article, release: &Release) -> Result<()> {
    let (id, at) = (article.id, tx.at().micros());
    let sought = format!("{} {} {}", release.title, article.teaser, release.text).to_lowercase();
    execute!(
        tx,
        "insert into article_release (article_id, title, html, words, sought, at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (article_id) do update set title = excluded.title, html = excluded.html,
           words = excluded.words, sought = excluded.sought, at = excluded.at",
        [id, &release.title, &release.html, release.words, sought.replace('\0', " "), at]
    )?;
    execute!(tx, "delete from article_picture where article_id = $1", [id])?;
    for blob in &release.pictures {
        execute!(
            tx,
            "insert into article_picture (article_id, blob) values ($1, $2) on conflict do nothing",
            [id, blob]
        )?;
    }
    Ok(())
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Frozen {
    pub title: String,
    pub html: String,
    pub words: i64,
}

impl Frozen {
    /// Of what everybody would read: who agrees names what she has seen.
    pub fn mark(&self) -> String {
        access::digest(&format!("{}\0{}", self.title, self.html))
    }
}

pub(crate) async fn release(from: &mut impl Reads, article: Uuid) -> Result<Option<Frozen>> {
    fetch_optional!(
        from,
        Frozen,
        "select title, html, words from article_release where article_id = $1",
        [article]
    )
}

/// Hashes of all pictures that articles name, each once, in order.
pub(crate) async fn blobs(from: &mut impl Reads, after: &str, limit: i64) -> Result<Vec<String>> {
    let rows = fetch_all!(
        from,
        (String,),
        "select picture from article where picture > $1
         union select blob from article_picture where blob > $1
         order by 1 limit $2",
        [after, limit]
    )?;
    Ok(rows.into_iter().map(|(blob,)| blob).collect())
}
