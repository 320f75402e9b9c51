//! Trying questions out in their game while they are written: a round that stands apart, counts nowhere, and
//! is gone after a day.

use std::time::Duration;

use access::Person;
use database::Reads;
use feature::games::{Deal, Given, Trial, Verdict};
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, Words};
use serde::{Deserialize, Serialize};

use super::{author, draft, forget, store};
use crate::Parts;
use crate::rounds::shuffle::Shuffle;
use crate::rounds::store::{Dealable, Item};
use crate::rounds::{deal, grade, offer};
use crate::script::fault::Faults;
use crate::script::{Files, Question, manifest::Plan, questions, talk};

pub(crate) const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// Which question, in which text; it need not have been saved.
pub(crate) struct Wanted<'a> {
    pub path: &'a str,
    /// Nothing for what lies in the draft.
    pub text: Option<&'a str>,
    /// The key of a question; nothing for a round of all.
    pub question: &'a str,
}

#[derive(Serialize, Deserialize)]
struct State {
    course: Uuid,
    path: String,
    /// Of the first question, to come back to.
    line: usize,
    game: String,
    items: Vec<Part>,
}

#[derive(Serialize, Deserialize)]
struct Part {
    id: Uuid,
    body: String,
    shuffle: String,
    tried: String,
    done: bool,
}

impl Part {
    fn of(question: &Question) -> Result<Self> {
        Ok(Self {
            id: Uuid::now_v7(),
            body: serde_json::to_string(question).map_err(Error::unexpected)?,
            shuffle: serde_json::to_string(&Shuffle::of(question)).map_err(Error::unexpected)?,
            tried: "[]".to_owned(),
            done: false,
        })
    }

    fn item(&self) -> Item {
        Item {
            question_id: self.id,
            shuffle: self.shuffle.clone(),
            tried: self.tried.clone(),
            done_at: self.done.then_some(0),
            body: self.body.clone(),
        }
    }
}

/// Language and chapter of a file of questions: `de/warum/questions.txt`.
pub(crate) fn place(path: &str) -> Option<(&str, &str)> {
    path.strip_suffix("/questions.txt")?.split_once('/')
}

/// Deals what is wanted; answers the id of the round.
///
/// Errors: `NotFound`, `Flawed` if what is wanted cannot be played yet.
pub(crate) async fn deal(parts: &Parts, person: &Person, course: Uuid, wanted: Wanted<'_>) -> Result<Uuid> {
    let mut reader = parts.database.read().await?;
    let draft = author::seen(&mut reader, person, course).await?;
    drop(reader);
    let files = author::files(&draft.files)?;
    let (plan, chosen) = choose(&files, &wanted, &parts.known.known())?;
    let state = State {
        course,
        path: wanted.path.to_owned(),
        line: chosen.iter().map(|it| it.line).min().unwrap_or(1),
        game: plan.game,
        items: chosen.iter().map(Part::of).collect::<Result<_>>()?,
    };
    let state = serde_json::to_string(&state).map_err(Error::unexpected)?;
    let id = Uuid::now_v7();
    let mut tx = parts.database.begin().await?;
    forget::forget(&mut tx).await?;
    store::put_trial(&mut tx, id, person.id.uuid(), course, &state).await?;
    forget::queue(&mut tx).await?;
    tx.commit().await?;
    Ok(id)
}

/// The questions that are wanted, if they are good; mistakes elsewhere in the file do not matter.
fn choose(files: &Files, wanted: &Wanted<'_>, known: &feature::Known) -> Result<(Plan, Vec<Question>)> {
    let (_, chapter) = place(wanted.path).ok_or(Error::NotFound)?;
    let plan = draft::manifest(files).and_then(|it| it.chapters.into_iter().find(|it| it.key == chapter));
    let flaw = |file: &str, line, words: Words| {
        let mut faults = Faults::default();
        faults.add(file, line, words);
        Error::from(faults)
    };
    let plan = plan.ok_or_else(|| flaw("course.toml", 1, Words::new("learning-author-plan-lacks")))?;
    let text = match wanted.text {
        Some(text) => draft::text(text)?,
        None => files.get(wanted.path).cloned().ok_or(Error::NotFound)?,
    };
    let mut faults = Faults::default();
    let all = questions::parse(wanted.path, &text, &mut faults);
    let chosen: Vec<Question> = match all.iter().find(|it| it.key == wanted.question) {
        Some(one) => {
            let together = |it: &&Question| it.key == one.key || it.group.is_some() && it.group == one.group;
            all.iter().filter(together).cloned().collect()
        }
        None if wanted.question.is_empty() => some(&all, plan.deal),
        None => return Err(flaw(wanted.path, 1, Words::new("learning-author-no-such-question"))),
    };
    let ends = |line: usize| all.iter().map(|it| it.line).find(|it| *it > line).unwrap_or(usize::MAX);
    faults.0.retain(|it| chosen.iter().any(|one| one.line <= it.line && it.line < ends(one.line)));
    for question in &chosen {
        if known.plays(&plan.game, question.kind.word()) != Some(true) {
            let words = Words::new("learning-script-game-kind").with("game", plan.game.clone());
            faults.add(wanted.path, question.line, words.with("kind", question.kind.word().to_owned()));
        }
    }
    if chosen.is_empty() {
        faults.add(wanted.path, 1, "learning-script-no-question");
    }
    if faults.is_empty() { Ok((plan, chosen)) } else { Err(faults.into()) }
}

/// As many as a real round has, at random.
fn some(all: &[Question], wanted: usize) -> Vec<Question> {
    let dealable = (0..)
        .zip(all)
        .map(|(at, it): (u128, _)| Dealable { id: Uuid::from_u128(at), cluster: it.group.clone() });
    let chosen = deal::choose(dealable.collect(), wanted);
    chosen.iter().filter_map(|it| all.get(usize::try_from(it.as_u128()).ok()?).cloned()).collect()
}

/// Errors: `NotFound` for a trial of somebody else, and for one that was made before `after`.
async fn find(from: &mut impl Reads, person: &Person, id: Uuid, after: i64) -> Result<State> {
    let state = store::trial(from, person.id.uuid(), id, after).await?;
    serde_json::from_str(&state.ok_or(Error::NotFound)?).map_err(Error::unexpected)
}

/// The trial as a round; the same errors.
pub(crate) async fn dealt(from: &mut impl Reads, person: &Person, id: Uuid) -> Result<Deal> {
    // How old it is matters when it is answered; it is shown for as long as it lies there.
    let state = find(from, person, id, 0).await?;
    let course = format!("/learn/authors/{}", state.course);
    let query = page::encoded(&state.path);
    Ok(Deal {
        id,
        chapter_id: Uuid::nil(),
        passed: state.items.iter().all(|it| it.done),
        items: state.items.iter().map(|it| offer::item(&it.item())).collect::<Result<_>>()?,
        game: state.game,
        trial: Some(Trial {
            file: format!("{course}/file?path={query}#line-{}", state.line),
            talk: format!("{course}/talk?path={query}"),
            course,
        }),
    })
}

/// Grades as a real round does. Nothing of it is told to anybody.
///
/// Errors: `NotFound`, `Invalid` for an answer that does not fit.
pub(crate) async fn answer(
    parts: &Parts,
    person: &Person,
    id: Uuid,
    given: &Given,
    locale: Locale,
) -> Result<Verdict> {
    let mut tx = parts.database.begin().await?;
    store::lock_trial(&mut tx, id).await?;
    let after = tx.at().micros() - i64::try_from(KEPT.as_micros()).unwrap_or(i64::MAX);
    let mut state = find(&mut tx, person, id, after).await?;
    let draft = author::seen(&mut tx, person, state.course).await?;
    let asked = state.items.iter_mut().find(|it| it.id.to_string() == given.item_id);
    let part = asked.ok_or(Error::NotFound)?;
    let (question, shuffle, mut tried) = offer::read(&part.item())?;
    let graded = grade::grade(&question, &shuffle, given, locale)?;
    if !part.done {
        for one in &graded.tried {
            if !tried.contains(one) {
                tried.push(one.clone());
            }
        }
        part.tried = serde_json::to_string(&tried).map_err(Error::unexpected)?;
        part.done = graded.correct;
    }
    let left = i64::try_from(state.items.iter().filter(|it| !it.done).count()).unwrap_or(0);
    store::set_trial(&mut tx, id, &serde_json::to_string(&state).map_err(Error::unexpected)?).await?;
    tx.commit().await?;
    Ok(Verdict {
        correct: graded.correct,
        feedback: graded.feedback,
        left,
        passed: left == 0,
        right: graded.right,
        wrong: graded.wrong,
        scene: scene(&author::files(&draft.files)?, &state.path, question.see.as_deref()),
    })
}

/// The number of the scene with this label in the talk of the draft, from 1.
fn scene(files: &Files, path: &str, label: Option<&str>) -> Option<usize> {
    let (language, chapter) = place(path)?;
    let file = format!("{language}/{chapter}/talk.txt");
    let (_, scenes) = talk::parse(&file, files.get(&file)?, &mut Faults::default());
    scenes.iter().position(|it| it.label.as_deref() == label && label.is_some()).map(|it| it + 1)
}
