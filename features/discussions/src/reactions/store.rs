//! All SQL about reactions.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional, id_list};
use kernel::Result;
use kernel::ids::{PersonId, ThingId, Uuid};

/// Different emoji of one comment or thing, and of all in one talk.
const COUNTED_MAX_ROWS: i64 = 5_000;

/// Names behind the reactions of one talk; more are only counted.
const NAMES_MAX_ROWS: i64 = 2_000;

/// How often one emoji stands beside something.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Count {
    pub about_id: Uuid,
    pub emoji: String,
    pub count: i64,
    /// 1 if it is also from whoever looks.
    pub mine: i64,
}

/// In the order in which each emoji came first.
pub(crate) async fn counts(
    from: &mut impl Reads,
    kind: &str,
    ids: &[Uuid],
    me: PersonId,
) -> Result<Vec<Count>> {
    fetch_all!(
        from,
        Count,
        sqlite: "select about_id, emoji, count(*) as count,
             max(case when person_id = $3 then 1 else 0 end) as mine
           from reaction where about_kind = $1 and about_id in (select unhex(value) from json_each($2))
           group by about_id, emoji order by min(at), emoji limit $4",
        postgres: "select about_id, emoji, count(*) as count,
             cast(max(case when person_id = $3 then 1 else 0 end) as bigint) as mine
           from reaction where about_kind = $1 and about_id in
             (select cast(value as uuid) from json_array_elements_text(cast($2 as json)))
           group by about_id, emoji order by min(at), emoji limit $4",
        [kind, id_list(ids), me.uuid(), COUNTED_MAX_ROWS]
    )
}

/// Who is behind them: the thing, the emoji, the name.
pub(crate) async fn names(
    from: &mut impl Reads,
    kind: &str,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, String, String)>> {
    fetch_all!(
        from,
        (Uuid, String, String),
        sqlite: "select reaction.about_id, reaction.emoji, person.name
           from reaction join person on person.id = reaction.person_id
           where reaction.about_kind = $1 and reaction.about_id in (select unhex(value) from json_each($2))
           order by reaction.at, person.name limit $3",
        postgres: "select reaction.about_id, reaction.emoji, person.name
           from reaction join person on person.id = reaction.person_id
           where reaction.about_kind = $1 and reaction.about_id in
             (select cast(value as uuid) from json_array_elements_text(cast($2 as json)))
           order by reaction.at, person.name limit $3",
        [kind, id_list(ids), NAMES_MAX_ROWS]
    )
}

/// How many different emoji stand there.
pub(crate) async fn count_kinds(from: &mut impl Reads, about: &ThingId) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(distinct emoji) from reaction where about_kind = $1 and about_id = $2",
        [&*about.kind, about.id]
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

pub(crate) async fn find(
    from: &mut impl Reads,
    about: &ThingId,
    person: PersonId,
    emoji: &str,
) -> Result<Option<Uuid>> {
    let row = fetch_optional!(
        from,
        (Uuid,),
        "select id from reaction where about_kind = $1 and about_id = $2 and emoji = $3 and person_id = $4",
        [&*about.kind, about.id, emoji, person.uuid()]
    )?;
    Ok(row.map(|(id,)| id))
}

/// Answers whether it is new.
pub(crate) async fn put(
    tx: &mut Tx,
    id: Uuid,
    about: &ThingId,
    person: PersonId,
    emoji: &str,
) -> Result<bool> {
    let at = tx.at().micros();
    let put = execute_and_count!(
        tx,
        "insert into reaction (id, about_kind, about_id, person_id, emoji, at)
         values ($1, $2, $3, $4, $5, $6) on conflict (about_kind, about_id, emoji, person_id) do nothing",
        [id, &*about.kind, about.id, person.uuid(), emoji, at]
    )?;
    Ok(put == 1)
}

pub(crate) async fn remove(tx: &mut Tx, id: Uuid) -> Result<()> {
    execute!(tx, "delete from reaction where id = $1", [id])
}

/// All of them, because what they were about is gone.
pub(crate) async fn forget(tx: &mut Tx, about: &ThingId) -> Result<()> {
    execute!(tx, "delete from reaction where about_kind = $1 and about_id = $2", [&*about.kind, about.id])
}
