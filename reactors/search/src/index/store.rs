//! All SQL that writes the index.

use database::{Conn, Tx, execute, execute_and_count, fetch_optional};
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::{PersonId, ThingId, Uuid};

pub(crate) struct Entry {
    pub kind: String,
    pub object_id: Uuid,
    pub about: Option<ThingId>,
    pub family: &'static str,
    pub title: String,
    pub body: String,
    pub author: Option<PersonId>,
    pub at: Time,
    /// Nobody in particular did it: a file was read, which makes it no newer.
    pub by_itself: bool,
}

/// Answers whether the entry stands there already and reads the same; then only its time is new, and not even
/// that if nobody did it.
pub(crate) async fn touch(tx: &mut Tx, entry: &Entry) -> Result<bool> {
    let touched = execute_and_count!(
        tx,
        "update search_entry set at = case when $8 = 1 then at else $7 end
         where kind = $1 and object_id = $2 and family = $3 and title = $4 and body = $5
           and author_id is not distinct from $6",
        [
            &entry.kind,
            entry.object_id,
            entry.family,
            &entry.title,
            &entry.body,
            entry.author.map(PersonId::uuid),
            entry.at.micros(),
            i64::from(entry.by_itself)
        ]
    )?;
    Ok(touched == 1)
}

/// Writes the entry anew, and the words it is found by, separated by blanks.
pub(crate) async fn put(tx: &mut Tx, entry: &Entry, words: &str) -> Result<()> {
    let about = entry.about.as_ref();
    let row = fetch_optional!(
        tx,
        (i64,),
        "insert into search_entry
           (kind, object_id, about_kind, about_id, family, title, body, author_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (kind, object_id) do update set about_kind = excluded.about_kind,
           about_id = excluded.about_id, family = excluded.family, title = excluded.title,
           body = excluded.body, author_id = excluded.author_id,
           at = case when $10 = 1 then search_entry.at else excluded.at end
         returning id",
        [
            &entry.kind,
            entry.object_id,
            about.map(|it| it.kind.to_string()),
            about.map(|it| it.id),
            entry.family,
            &entry.title,
            &entry.body,
            entry.author.map(PersonId::uuid),
            entry.at.micros(),
            i64::from(entry.by_itself)
        ]
    )?;
    let Some((id,)) = row else { return Ok(()) };
    if matches!(tx.writing()?, Conn::Lite(_)) {
        execute!(tx, "delete from search_words where rowid = $1", [id])?;
        execute!(tx, "insert into search_words (rowid, words) values ($1, $2)", [id, words])
    } else {
        execute!(
            tx,
            "update search_entry set words = array_to_tsvector(string_to_array($2, ' ')) where id = $1",
            [id, words]
        )
    }
}

pub(crate) async fn remove(tx: &mut Tx, kind: &str, id: Uuid) -> Result<()> {
    if matches!(tx.writing()?, Conn::Lite(_)) {
        execute!(
            tx,
            "delete from search_words where rowid in
             (select id from search_entry where kind = $1 and object_id = $2)",
            [kind, id]
        )?;
    }
    execute!(tx, "delete from search_entry where kind = $1 and object_id = $2", [kind, id])
}

pub(crate) async fn clear(tx: &mut Tx) -> Result<()> {
    if matches!(tx.writing()?, Conn::Lite(_)) {
        execute!(tx, "delete from search_words", [])?;
    }
    execute!(tx, "delete from search_entry", [])
}
