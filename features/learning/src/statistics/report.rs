//! What the first tries say about the questions of a course, question by question. No names come in.

use database::Reads;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result};

use super::question::{self, Share};
use super::store::{self, First};
use crate::script::{Kind, Question};

/// One question and how it did.
pub(crate) struct Told {
    pub id: Uuid,
    pub chapter_id: Uuid,
    pub prompt: String,
    /// What is said or written in it, where the prompt is the same for many.
    pub says: Option<String>,
    /// Nothing while there are fewer than five people.
    pub share: Option<Share>,
    /// Wrong options and how many chose them at first, the most chosen first; empty where none is chosen.
    pub wrong: Vec<(String, i64)>,
}

impl Told {
    /// Wrong options that nobody chose at first: they teach nothing.
    pub fn never(&self) -> impl Iterator<Item = &str> {
        self.wrong.iter().filter(|(_, people)| *people == 0).map(|(text, _)| text.as_str())
    }
}

/// In the order of the course.
pub(crate) async fn report(from: &mut impl Reads, course: Uuid, locale: Locale) -> Result<Vec<Told>> {
    let tries = store::first_tries(from, course).await?;
    let mut told = Vec::new();
    for asked in store::questions(from, course, locale.code()).await? {
        let body: Question = serde_json::from_str(&asked.body).map_err(Error::unexpected)?;
        let mine: Vec<&First> = tries.iter().filter(|it| it.question_id == asked.id).collect();
        told.push(tell((asked.id, asked.chapter_id), &body, &mine));
    }
    Ok(told)
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn tell((id, chapter_id): (Uuid, Uuid), body: &Question, tries: &[&First]) -> Told {
    let right = tries.iter().filter(|it| it.first == "right").count();
    let share = question::share(number(right), number(tries.len()));
    let chosen: Vec<usize> = tries
        .iter()
        .flat_map(|it| serde_json::from_str::<Vec<usize>>(&it.chosen).unwrap_or_default())
        .collect();
    let times = |at: usize| number(chosen.iter().filter(|it| **it == at).count());
    let mut wrong: Vec<(String, i64)> = match share {
        Some(_) if body.kind.chooses() => {
            let wrong = body.options.iter().enumerate().filter(|(_, it)| !it.right);
            wrong.map(|(at, it)| (it.text.clone(), times(at))).collect()
        }
        _ => Vec::new(),
    };
    wrong.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    let letter = body.options.first().filter(|_| body.kind == Kind::Sort).map(|it| it.text.clone());
    let says = body.says.clone().or(letter);
    Told { id, chapter_id, prompt: body.prompt.clone(), says, share, wrong }
}
