//! All SQL about first tries. Declared as an evaluation.

use database::{Reads, fetch_all};
use kernel::Result;
use kernel::ids::Uuid;

/// The first try of one person at one question: nobody's name comes along.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct First {
    pub question_id: Uuid,
    pub first: String,
    /// JSON: positions of the options first chosen.
    pub chosen: String,
}

const TRIES_MAX_ROWS: i64 = 200_000;

/// Of each person the first try at each question of the course that stands in it now.
pub(crate) async fn first_tries(from: &mut impl Reads, course: Uuid) -> Result<Vec<First>> {
    fetch_all!(
        from,
        First,
        "select question_id, first, chosen from (
             select round_item.question_id, round_item.first,
                 coalesce(round_item.first_given, '[]') as chosen,
                 row_number() over (partition by round.person_id, round_item.question_id
                     order by round.dealt_at, round.id) as try
             from round_item join round on round.id = round_item.round_id
             join question on question.id = round_item.question_id and question.removed_at is null
             join chapter on chapter.id = question.chapter_id and chapter.removed_at is null
             where chapter.course_id = $1 and round_item.first is not null) as tries
         where try = 1 limit $2",
        [course, TRIES_MAX_ROWS]
    )
}

/// A question of the course, in the language, else in any.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Asked {
    pub id: Uuid,
    pub chapter_id: Uuid,
    /// JSON.
    pub body: String,
}

pub(crate) async fn questions(from: &mut impl Reads, course: Uuid, language: &str) -> Result<Vec<Asked>> {
    fetch_all!(
        from,
        Asked,
        "select question.id, question.chapter_id, coalesce(mine.body, (select min(body)
             from question_text where question_text.question_id = question.id)) as body
         from question join chapter on chapter.id = question.chapter_id
         left join question_text as mine on mine.question_id = question.id and mine.language = $2
         where chapter.course_id = $1 and chapter.removed_at is null and question.removed_at is null
         order by chapter.position, question.position limit 2000",
        [course, language]
    )
}
