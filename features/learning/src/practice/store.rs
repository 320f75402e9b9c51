//! All SQL about practice spaces, who plays in them, and what was laid there.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::{ThingId, Uuid};

pub(crate) async fn space(from: &mut impl Reads, person: Uuid, kind: &str) -> Result<Option<Uuid>> {
    let row: Option<(Uuid,)> = fetch_optional!(
        from,
        (Uuid,),
        "select practice_space.space_id from practice_space
         join membership on membership.space_id = practice_space.space_id
             and membership.person_id = practice_space.person_id
         where practice_space.person_id = $1 and practice_space.kind = $2",
        [person, kind]
    )?;
    Ok(row.map(|it| it.0))
}

pub(crate) async fn put_space(tx: &mut Tx, person: Uuid, kind: &str, space: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into practice_space (person_id, kind, space_id, made_at) values ($1, $2, $3, $4)
         on conflict (person_id, kind) do update set space_id = $3, made_at = $4",
        [person, kind, space, at]
    )
}

pub(crate) async fn player(from: &mut impl Reads, name: &str) -> Result<Option<Uuid>> {
    let row: Option<(Uuid,)> =
        fetch_optional!(from, (Uuid,), "select person_id from practice_colleague where name = $1", [name])?;
    Ok(row.map(|it| it.0))
}

/// Somebody without an address and without a way to sign in.
pub(crate) async fn put_player(tx: &mut Tx, name: &str, shown: &str, role: &str) -> Result<Uuid> {
    let (id, at) = (Uuid::now_v7(), tx.at().micros());
    execute!(
        tx,
        "insert into person (id, name, role, made_at) values ($1, $2, $3, $4)",
        [id, shown, role, at]
    )?;
    execute!(tx, "insert into practice_colleague (name, person_id) values ($1, $2)", [name, id])?;
    Ok(id)
}

pub(crate) async fn put_thing(
    tx: &mut Tx,
    person: Uuid,
    chapter: Uuid,
    file: &str,
    thing: &ThingId,
) -> Result<()> {
    execute!(
        tx,
        "insert into practice_thing (person_id, chapter_id, file, kind, thing_id) values ($1, $2, $3, $4, $5)
         on conflict (person_id, chapter_id, file) do update set kind = $4, thing_id = $5",
        [person, chapter, file, thing.kind.as_ref(), thing.id]
    )
}

/// What was laid out for a chapter and is still there.
pub(crate) async fn things(
    from: &mut impl Reads,
    person: Uuid,
    chapter: Uuid,
) -> Result<Vec<(String, Uuid)>> {
    fetch_all!(
        from,
        (String, Uuid),
        "select practice_thing.file, practice_thing.thing_id from practice_thing
         join thing on thing.kind = practice_thing.kind and thing.id = practice_thing.thing_id
             and thing.removed_at is null
         where practice_thing.person_id = $1 and practice_thing.chapter_id = $2 limit 40",
        [person, chapter]
    )
}

pub(crate) async fn forget_things(tx: &mut Tx, person: Uuid, chapter: Uuid) -> Result<()> {
    execute!(tx, "delete from practice_thing where person_id = $1 and chapter_id = $2", [person, chapter])
}

/// Whether this thing lies in a practice space of this person.
pub(crate) async fn lies_in_practice(from: &mut impl Reads, person: Uuid, thing: &ThingId) -> Result<bool> {
    let row: Option<(Uuid,)> = fetch_optional!(
        from,
        (Uuid,),
        "select practice_space.space_id from practice_space
         join thing on thing.space_id = practice_space.space_id
         where practice_space.person_id = $1 and thing.kind = $2 and thing.id = $3",
        [person, thing.kind.as_ref(), thing.id]
    )?;
    Ok(row.is_some())
}

/// The chapter that she practises: that of the thing, else the last one begun.
pub(crate) async fn chapter_of(from: &mut impl Reads, person: Uuid, thing: Uuid) -> Result<Option<Uuid>> {
    let row: Option<(Uuid,)> = fetch_optional!(
        from,
        (Uuid,),
        "select learner.chapter_id from learner_chapter as learner
         left join practice_thing on practice_thing.person_id = learner.person_id
             and practice_thing.chapter_id = learner.chapter_id and practice_thing.thing_id = $2
         where learner.person_id = $1
         order by case when practice_thing.thing_id is null then 1 else 0 end,
             case when learner.task is null then 0 else 1 end, learner.started_at desc limit 1",
        [person, thing]
    )?;
    Ok(row.map(|it| it.0))
}

/// Answers whether nobody answered to this before, and how often she was answered until now. So the log can
/// be read again without anything being said twice.
pub(crate) async fn begin_answer(tx: &mut Tx, person: Uuid, object: Uuid) -> Result<Option<i64>> {
    let noted = execute_and_count!(
        tx,
        "insert into practice_answer (object_id, person_id) values ($1, $2)
         on conflict (object_id) do nothing",
        [object, person]
    )?;
    if noted == 0 {
        return Ok(None);
    }
    let row: Option<(i64,)> =
        fetch_optional!(tx, (i64,), "select count(*) from practice_answer where person_id = $1", [person])?;
    Ok(row.map(|it| it.0 - 1))
}
