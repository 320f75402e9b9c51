//! The database of a house in which many have learned much.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::types::Uuid;
use sqlx::{ConnectOptions, SqliteConnection};

use crate::Done;

const QUESTIONS: usize = 100_000;
const LEARNERS: usize = 10_000;
const QUESTIONS_PER_CHAPTER: usize = 20;
const CHAPTERS_PER_COURSE: usize = 6;

/// Questions of one round.
pub const DEALT: usize = 8;

/// The option of each question that is right.
pub const RIGHT: &str = "Whoever is last.";

pub struct School {
    pub raw: SqliteConnection,
    /// Who plays.
    pub ana: Uuid,
    next: u128,
    pub questions: usize,
    pub learners: usize,
    /// One of each course: the only one that is open from the start.
    pub first_chapters: Vec<Uuid>,
}

impl School {
    pub async fn open(file: &Path) -> Done<Self> {
        let options = SqliteConnectOptions::new().filename(file);
        let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
        let mut raw = options.busy_timeout(std::time::Duration::from_secs(30)).connect().await?;
        let ana: (Uuid,) =
            sqlx::query_as("select id from person where role = 'admin' limit 1").fetch_one(&mut raw).await?;
        Ok(Self { raw, ana: ana.0, next: 1 << 64, questions: 0, learners: 0, first_chapters: Vec::new() })
    }

    pub fn fresh(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    /// Copies the one question of this course.
    pub async fn fill(&mut self, course: Uuid, smaller: usize) -> Done {
        (self.questions, self.learners) = (QUESTIONS / smaller, LEARNERS / smaller);
        sqlx::query("begin immediate").execute(&mut self.raw).await?;
        let (mut chapters, mut made) = (Vec::new(), 0);
        while made < self.questions {
            let copy = self.copy_course(course).await?;
            for position in 0..CHAPTERS_PER_COURSE {
                let chapter = self.copy_chapter(course, copy, position).await?;
                let mut questions = Vec::new();
                for place in 0..QUESTIONS_PER_CHAPTER {
                    questions.push(self.copy_question(course, chapter, place).await?);
                }
                made += QUESTIONS_PER_CHAPTER;
                if position == 0 {
                    self.first_chapters.push(chapter);
                }
                chapters.push((copy, chapter, questions));
            }
        }
        for (number, it) in (0..self.learners).zip(chapters.iter().cycle()) {
            self.add_learner(number, it).await?;
        }
        sqlx::query("commit").execute(&mut self.raw).await?;
        Ok(())
    }

    async fn copy_course(&mut self, of: Uuid) -> Done<Uuid> {
        let id = self.fresh();
        sqlx::query(
            "insert into course (id, key, owner_id, made_at, draft, published_at)
             select $1, $2, owner_id, made_at, draft, published_at from course where id = $3",
        )
        .bind(id)
        .bind(id.to_string())
        .bind(of)
        .execute(&mut self.raw)
        .await?;
        sqlx::query(
            "insert into course_text (course_id, language, position, title, about)
             select $1, language, position, title, about from course_text where course_id = $2",
        )
        .bind(id)
        .bind(of)
        .execute(&mut self.raw)
        .await?;
        Ok(id)
    }

    async fn copy_chapter(&mut self, of: Uuid, course: Uuid, position: usize) -> Done<Uuid> {
        let id = self.fresh();
        sqlx::query(
            "insert into chapter (id, course_id, key, position, game, deal)
             select $1, $2, $3, $4, game, $5 from chapter where course_id = $6",
        )
        .bind(id)
        .bind(course)
        .bind(format!("chapter-{position}"))
        .bind(i64::try_from(position)?)
        .bind(i64::try_from(DEALT)?)
        .bind(of)
        .execute(&mut self.raw)
        .await?;
        sqlx::query(
            "insert into chapter_text (chapter_id, language, title, scenes, task, summary, practice)
             select $1, language, title, scenes, task, summary, practice from chapter_text
             where chapter_id = (select id from chapter where course_id = $2)",
        )
        .bind(id)
        .bind(of)
        .execute(&mut self.raw)
        .await?;
        Ok(id)
    }

    async fn copy_question(&mut self, of: Uuid, chapter: Uuid, place: usize) -> Done<Uuid> {
        let id = self.fresh();
        sqlx::query(
            "insert into question (id, chapter_id, key, position, kind)
             select $1, $2, $3, $4, kind from question
             where chapter_id = (select id from chapter where course_id = $5)",
        )
        .bind(id)
        .bind(chapter)
        .bind(format!("q{place}"))
        .bind(i64::try_from(place)?)
        .bind(of)
        .execute(&mut self.raw)
        .await?;
        sqlx::query(
            "insert into question_text (question_id, language, body)
             select $1, language, body from question_text where question_id =
                 (select id from question where chapter_id = (select id from chapter where course_id = $2))",
        )
        .bind(id)
        .bind(of)
        .execute(&mut self.raw)
        .await?;
        Ok(id)
    }

    /// Somebody who has passed one chapter.
    async fn add_learner(
        &mut self,
        number: usize,
        (course, chapter, questions): &(Uuid, Uuid, Vec<Uuid>),
    ) -> Done {
        let (id, round) = (self.fresh(), self.fresh());
        sqlx::query("insert into person (id, name, role) values ($1, $2, 'member')")
            .bind(id)
            .bind(format!("Learner {number}"))
            .execute(&mut self.raw)
            .await?;
        sqlx::query("insert into learner_course (person_id, course_id, started_at) values ($1, $2, 1)")
            .bind(id)
            .bind(course)
            .execute(&mut self.raw)
            .await?;
        sqlx::query(
            "insert into learner_chapter (person_id, chapter_id, started_at, seen_at, passed_at)
             values ($1, $2, 1, 1, 1)",
        )
        .bind(id)
        .bind(chapter)
        .execute(&mut self.raw)
        .await?;
        sqlx::query(
            "insert into round (id, person_id, chapter_id, dealt_at, passed_at) values ($1, $2, $3, 1, 1)",
        )
        .bind(round)
        .bind(id)
        .bind(chapter)
        .execute(&mut self.raw)
        .await?;
        for (place, question) in questions.iter().take(DEALT).enumerate() {
            sqlx::query(
                "insert into round_item
                     (round_id, question_id, position, shuffle, first, first_given, tried, done_at)
                 values ($1, $2, $3, '{}', 'right', '[0]', '[]', 1)",
            )
            .bind(round)
            .bind(question)
            .bind(i64::try_from(place)?)
            .execute(&mut self.raw)
            .await?;
        }
        Ok(())
    }
}
