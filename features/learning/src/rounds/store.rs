//! All SQL about rounds.

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

use crate::script::questions::QUESTIONS_MAX;

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Round {
    pub id: Uuid,
    pub chapter_id: Uuid,
    pub game: String,
    pub course_id: Uuid,
    pub passed_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
}

/// A question that can be dealt.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Dealable {
    pub id: Uuid,
    pub cluster: Option<String>,
}

/// An item with the text of its question.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Item {
    pub question_id: Uuid,
    /// JSON of [`Shuffle`](super::shuffle::Shuffle).
    pub shuffle: String,
    /// JSON of what was given and was wrong.
    pub tried: String,
    pub done_at: Option<i64>,
    /// JSON of the question, in the language, else in the original.
    pub body: String,
}

pub(crate) async fn dealable(from: &mut impl Reads, chapter: Uuid) -> Result<Vec<Dealable>> {
    let max = i64::try_from(QUESTIONS_MAX).unwrap_or(i64::MAX);
    fetch_all!(
        from,
        Dealable,
        "select id, cluster from question where chapter_id = $1 and removed_at is null
         order by position limit $2",
        [chapter, max]
    )
}

/// The round of a chapter that she has not finished; the newest, should there be two.
pub(crate) async fn unfinished(from: &mut impl Reads, person: Uuid, chapter: Uuid) -> Result<Option<Uuid>> {
    let row: Option<(Uuid,)> = fetch_optional!(
        from,
        (Uuid,),
        "select id from round where person_id = $1 and chapter_id = $2 and passed_at is null
         order by dealt_at desc, id desc limit 1",
        [person, chapter]
    )?;
    Ok(row.map(|it| it.0))
}

/// A round, if it is hers.
pub(crate) async fn find(from: &mut impl Reads, person: Uuid, round: Uuid) -> Result<Option<Round>> {
    fetch_optional!(
        from,
        Round,
        "select round.id, round.chapter_id, chapter.game, chapter.course_id, round.passed_at,
             course.withdrawn_at
         from round join chapter on chapter.id = round.chapter_id join course on course.id = chapter.course_id
         where round.id = $1 and round.person_id = $2",
        [round, person]
    )
}

/// Keeps others who answer in the same round waiting until this transaction ends.
pub(crate) async fn lock(tx: &mut Tx, round: Uuid) -> Result<()> {
    execute!(tx, "update round set dealt_at = dealt_at where id = $1", [round])
}

pub(crate) async fn items(from: &mut impl Reads, round: Uuid, language: &str) -> Result<Vec<Item>> {
    some_items(from, round, None, language).await
}

async fn some_items(
    from: &mut impl Reads,
    round: Uuid,
    only: Option<Uuid>,
    language: &str,
) -> Result<Vec<Item>> {
    fetch_all!(
        from,
        Item,
        "select round_item.question_id, round_item.shuffle, round_item.tried,
             round_item.done_at, coalesce(mine.body, (select min(body) from question_text
                 where question_text.question_id = round_item.question_id)) as body
         from round_item left join question_text as mine
             on mine.question_id = round_item.question_id and mine.language = $2
         where round_item.round_id = $1 and round_item.question_id = coalesce($3, round_item.question_id)
         order by round_item.position limit 500",
        [round, language, only]
    )
}

/// One of them.
pub(crate) async fn item(
    from: &mut impl Reads,
    round: Uuid,
    question: Uuid,
    language: &str,
) -> Result<Option<Item>> {
    Ok(some_items(from, round, Some(question), language).await?.pop())
}

/// The texts of these questions, one statement each: a round has few.
pub(crate) async fn body(from: &mut impl Reads, question: Uuid) -> Result<Option<String>> {
    let row: Option<(String,)> = fetch_optional!(
        from,
        (String,),
        "select body from question_text where question_id = $1 order by language limit 1",
        [question]
    )?;
    Ok(row.map(|it| it.0))
}

pub(crate) async fn insert(tx: &mut Tx, round: Uuid, person: Uuid, chapter: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into round (id, person_id, chapter_id, dealt_at) values ($1, $2, $3, $4)",
        [round, person, chapter, at]
    )
}

pub(crate) async fn insert_item(
    tx: &mut Tx,
    round: Uuid,
    question: Uuid,
    position: i64,
    shuffle: &str,
) -> Result<()> {
    execute!(
        tx,
        "insert into round_item (round_id, question_id, position, shuffle, tried)
         values ($1, $2, $3, $4, '[]')",
        [round, question, position, shuffle]
    )
}

/// What came of an answer.
pub(crate) struct Outcome<'a> {
    pub first: Option<&'a str>,
    /// JSON of what was given first.
    pub first_given: &'a str,
    /// JSON.
    pub tried: &'a str,
    pub done: bool,
}

/// The first answer stays the first, from the moment at which it is right or wrong.
pub(crate) async fn note(tx: &mut Tx, round: Uuid, question: Uuid, outcome: &Outcome<'_>) -> Result<()> {
    let at = outcome.done.then(|| tx.at().micros());
    execute!(
        tx,
        "update round_item set first = coalesce(first, $3),
             first_given = case when first is null then $4 else first_given end,
             tried = $5, done_at = coalesce(done_at, $6)
         where round_id = $1 and question_id = $2",
        [round, question, outcome.first, outcome.first_given, outcome.tried, at]
    )
}

/// Items not answered rightly yet.
pub(crate) async fn left(from: &mut impl Reads, round: Uuid) -> Result<i64> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from round_item where round_id = $1 and done_at is null",
        [round]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

pub(crate) async fn pass(tx: &mut Tx, round: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(tx, "update round set passed_at = coalesce(passed_at, $2) where id = $1", [round, at])
}
