//! What dealing and grading ask of the database, and nothing else: the statements of the product in their
//! order, each pair of reading and writing in one transaction that is on the disk when it ends.

use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::types::Uuid;
use sqlx::{Row, Sqlite};

use crate::Done;
use crate::schooling::{DEALT, School};

const COURSE: &str = "select course.id, course.owner_id, course_text.title, course_text.about,
        course.published_at, course.withdrawn_at
    from course join course_text on course_text.course_id = course.id
        and course_text.language = coalesce(
            (select language from course_text where course_id = course.id and language = $2),
            (select language from course_text where course_id = course.id and position = 0))
    where course.id = $1";

const CHAPTERS: &str = "select chapter.id, chapter.position, chapter.game, chapter.deal,
        chapter_text.title, learner.started_at, learner.scene, learner.seen_at, learner.passed_at,
        learner.task
    from chapter
    join course_text as original on original.course_id = chapter.course_id and original.position = 0
    join chapter_text on chapter_text.chapter_id = chapter.id and chapter_text.language = coalesce(
        (select language from chapter_text where chapter_id = chapter.id and language = $2),
        original.language)
    left join learner_chapter as learner
        on learner.chapter_id = chapter.id and learner.person_id = $3
    where chapter.course_id = $1 and chapter.removed_at is null
    order by chapter.position limit 40";

const ROUND: &str = "select round.id, round.chapter_id, chapter.game, chapter.course_id, round.passed_at,
        course.withdrawn_at
    from round join chapter on chapter.id = round.chapter_id join course on course.id = chapter.course_id
    where round.id = $1 and round.person_id = $2";

const ITEMS: &str = "select round_item.question_id, round_item.shuffle, round_item.tried,
        round_item.done_at, coalesce(mine.body, (select min(body) from question_text
            where question_text.question_id = round_item.question_id)) as body
    from round_item left join question_text as mine
        on mine.question_id = round_item.question_id and mine.language = $2
    where round_item.round_id = $1 and round_item.question_id = coalesce($3, round_item.question_id)
    order by round_item.position limit 500";

const LANGUAGE: &str = "en";

type Query<'q> = sqlx::query::Query<'q, Sqlite, SqliteArguments>;

fn query(sql: &'static str) -> Query<'static> {
    sqlx::query(sql)
}

impl School {
    async fn run(&mut self, query: Query<'_>) -> Done {
        query.execute(&mut self.raw).await?;
        Ok(())
    }

    async fn rows(&mut self, query: Query<'_>) -> Done<Vec<SqliteRow>> {
        Ok(query.fetch_all(&mut self.raw).await?)
    }

    /// Answers the round and its questions.
    pub async fn deal(&mut self, chapter: Uuid) -> Done<(Uuid, Vec<Uuid>)> {
        let (ana, round) = (self.ana, self.fresh());
        self.run(query("begin immediate")).await?;
        let of = "select course_id from chapter where id = $1 and removed_at is null";
        let course: Uuid = self.rows(query(of).bind(chapter)).await?.first().ok_or("no course")?.get(0);
        self.rows(query(COURSE).bind(course).bind(LANGUAGE)).await?;
        self.rows(query(CHAPTERS).bind(course).bind(LANGUAGE).bind(ana)).await?;
        let begin = "insert into learner_course (person_id, course_id, started_at) values ($1, $2, 1)
            on conflict (person_id, course_id) do nothing";
        self.run(query(begin).bind(ana).bind(course)).await?;
        let begin = "insert into learner_chapter (person_id, chapter_id, started_at) values ($1, $2, 1)
            on conflict (person_id, chapter_id) do nothing";
        self.run(query(begin).bind(ana).bind(chapter)).await?;
        let unfinished = "select id from round where person_id = $1 and chapter_id = $2
            and passed_at is null order by dealt_at desc, id desc limit 1";
        self.rows(query(unfinished).bind(ana).bind(chapter)).await?;
        let dealable = "select id, cluster from question where chapter_id = $1 and removed_at is null
            order by position limit 500";
        let questions = self.rows(query(dealable).bind(chapter)).await?;
        let questions: Vec<Uuid> = questions.iter().take(DEALT).map(|it| it.get(0)).collect();
        let insert = "insert into round (id, person_id, chapter_id, dealt_at) values ($1, $2, $3, 1)";
        self.run(query(insert).bind(round).bind(ana).bind(chapter)).await?;
        for (position, question) in (0_i64..).zip(&questions) {
            let body = "select body from question_text where question_id = $1 order by language limit 1";
            self.rows(query(body).bind(*question)).await?;
            let item = "insert into round_item (round_id, question_id, position, shuffle, tried)
                values ($1, $2, $3, $4, '[]')";
            let shuffle = r#"{"options":[2,0,3,1],"targets":[]}"#;
            self.run(query(item).bind(round).bind(*question).bind(position).bind(shuffle)).await?;
        }
        let id = self.fresh();
        let told = "insert into activity (id, at, actor_id, verb, object_kind, object_id, target_kind,
            target_id) values ($1, 1, $2, 'began', 'round', $3, 'chapter', $4)";
        self.run(query(told).bind(id).bind(ana).bind(round).bind(chapter)).await?;
        self.run(query("commit")).await?;
        self.rows(query(ROUND).bind(round).bind(ana)).await?;
        self.rows(query(ITEMS).bind(round).bind(LANGUAGE).bind(None::<Uuid>)).await?;
        Ok((round, questions))
    }

    /// A first wrong answer, or the right one: the statements are the same.
    pub async fn grade(&mut self, round: Uuid, question: Uuid) -> Done {
        let ana = self.ana;
        self.run(query("begin immediate")).await?;
        self.rows(query(ROUND).bind(round).bind(ana)).await?;
        self.run(query("update round set dealt_at = dealt_at where id = $1").bind(round)).await?;
        self.rows(query(ITEMS).bind(round).bind(LANGUAGE).bind(Some(question))).await?;
        let note = "update round_item set first = coalesce(first, $3),
                first_given = coalesce(first_given, $4), tried = $5, done_at = coalesce(done_at, $6)
            where round_id = $1 and question_id = $2";
        let note = query(note).bind(round).bind(question).bind("wrong").bind("[1]").bind("[]");
        self.run(note.bind(None::<i64>)).await?;
        let left = "select count(*) from round_item where round_id = $1 and done_at is null";
        self.rows(query(left).bind(round)).await?;
        self.run(query("commit")).await
    }
}
