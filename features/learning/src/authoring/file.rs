//! One file of a draft: written as text, checked while it is written, and its questions tried out.

use access::{Named, people};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Flaw, Locale, Result};
use page::{Answer, Asking, Colleague, Form, Html, Path, Query, Shell, Spot, Voice};
use page::{see_other, toast, with_status};
use serde::Deserialize;

use super::faults::Faults;
use super::store::Draft;
use super::trial::{self, Wanted};
use super::write::{Change, Saved};
use super::{author, draft, workshop, write};
use crate::Parts;
use crate::script::fault::Faults as Found;
use crate::script::{Files, questions};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/authors/{id}/file", Who::Colleagues, show)
        .post("/learn/authors/{id}/file", Who::Colleagues, save)
        .post("/learn/authors/{id}/check", Who::Colleagues, check)
        .post("/learn/authors/{id}/try", Who::Colleagues, try_out)
        .post("/learn/authors/{id}/rename", Who::Colleagues, rename)
        .post("/learn/authors/{id}/remove", Who::Colleagues, remove)
        .done()
}

/// What somebody else saved while this was written.
struct Other {
    text: String,
    by: Option<Named>,
    at: i64,
}

/// A question that can be tried out.
struct Asked {
    key: String,
    prompt: String,
}

#[derive(Template)]
#[template(path = "authoring/file.html")]
struct Show {
    v: Voice,
    shell: Shell,
    course: Draft,
    title: String,
    path: String,
    text: String,
    /// The tag of the text that this one was made from; nothing for a new file.
    base: String,
    is_new: bool,
    faults: Faults,
    /// The same file in other languages.
    twins: Vec<(Locale, String)>,
    questions: Vec<Asked>,
    other: Option<Other>,
    /// Why the text was not taken, or the file not renamed.
    refused: Option<String>,
    /// Why a question cannot be played yet.
    unplayable: Vec<Flaw>,
}

impl Show {
    fn is_talk(&self) -> bool {
        self.path.ends_with("/talk.txt")
    }

    fn is_questions(&self) -> bool {
        trial::place(&self.path).is_some()
    }

    fn lines(&self) -> usize {
        self.text.lines().count().clamp(14, 30)
    }

    /// The key of the text that says how such a file is written.
    fn help(&self) -> &'static str {
        match self.path.rsplit('/').next().unwrap_or_default() {
            "course.toml" => "learning-author-help-plan",
            "course.md" => "learning-author-help-course",
            "talk.txt" => "learning-author-help-talk",
            "questions.txt" => "learning-author-help-questions",
            "task.md" => "learning-author-help-task",
            "summary.md" => "learning-author-help-summary",
            _ => "learning-author-help-practice",
        }
    }

    /// What the browser says on its own.
    fn texts(&self) -> String {
        let said = ["unsaved", "saved", "away"];
        let texts = said.iter().map(|it| (*it, self.v.t(&format!("learning-author-state-{it}"))));
        serde_json::Value::from_iter(texts).to_string()
    }

    /// Of the draft in the browser; it begins with the person, because two may share one.
    fn key(&self) -> String {
        format!("{}/course-file/{}/{}", self.shell.person.id, self.course.id, self.path)
    }
}

/// What the page shows beyond what is saved.
#[derive(Default)]
struct Shown {
    text: Option<String>,
    base: Option<String>,
    other: Option<String>,
    refused: Option<String>,
    unplayable: Vec<Flaw>,
}

async fn page(parts: &Parts, asking: &Asking, id: Uuid, path: &str, shown: Shown) -> Result<Show> {
    let path = draft::path(path).map_err(|_| Error::NotFound)?;
    let mut reader = parts.database.read().await?;
    let course = author::seen(&mut reader, &asking.person, id).await?;
    let shell = Shell::load(&mut reader, asking, Spot::Learn).await?;
    let by: Vec<Uuid> = course.draft_by_id.into_iter().collect();
    let by = people::named(&mut reader, &by).await?.pop().filter(|it| !it.name.is_empty());
    drop(reader);
    let mut files = author::files(&course.files)?;
    let saved = files.get(&path).cloned();
    let base = shown.base.unwrap_or_else(|| saved.as_deref().map(draft::tag).unwrap_or_default());
    let text = shown.text.or_else(|| saved.clone()).unwrap_or_default();
    if saved.is_some() || !text.is_empty() {
        files.insert(path.clone(), text.clone());
    }
    let v = asking.voice();
    let flaws = draft::read(&files, &course.key, &parts.known.known()).err().map(|it| it.0);
    let languages = draft::manifest(&files).map(|it| it.languages).unwrap_or_default();
    let other = shown.other.map(|text| Other { text, by, at: course.draft_at.unwrap_or_default() });
    Ok(Show {
        faults: Faults::of(&v, id, &path, flaws.unwrap_or_default()),
        title: workshop::title(&files, &course.key, asking.locale),
        twins: twins(&path, &languages),
        questions: asked(&path, &text),
        is_new: saved.is_none(),
        other,
        refused: shown.refused,
        unplayable: shown.unplayable,
        v,
        shell,
        course,
        path,
        text,
        base,
    })
}

fn twins(path: &str, languages: &[Locale]) -> Vec<(Locale, String)> {
    let Some((mine, rest)) = path.split_once('/') else { return Vec::new() };
    if !languages.iter().any(|it| it.code() == mine) {
        return Vec::new();
    }
    let others = languages.iter().filter(|it| it.code() != mine);
    others.map(|it| (*it, format!("{}/{rest}", it.code()))).collect()
}

fn asked(path: &str, text: &str) -> Vec<Asked> {
    if trial::place(path).is_none() {
        return Vec::new();
    }
    let all = questions::parse(path, text, &mut Found::default());
    all.into_iter().map(|it| Asked { key: it.key, prompt: it.prompt }).collect()
}

#[derive(Deserialize)]
struct Which {
    path: String,
}

async fn show(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Query(which): Query<Which>,
) -> Answer {
    // A new file is asked for by its name; an odd one is answered in words.
    if let Err(Error::Invalid { message, .. }) = draft::path(&which.path) {
        let answer = see_other(&format!("/learn/authors/{id}"));
        return Ok(toast(answer, &asking.locale.say(&message)));
    }
    Ok(Html(page(&parts, &asking, id, &which.path, Shown::default()).await?).into_response())
}

#[derive(Deserialize)]
struct Sent {
    path: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    base: String,
}

fn address(id: Uuid, path: &str) -> String {
    format!("/learn/authors/{id}/file?path={}", page::encoded(path))
}

async fn save(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(sent): Form<Sent>,
) -> Answer {
    let change = Change { path: &sent.path, text: &sent.text, base: &sent.base };
    let (status, shown) = match write::save(&parts, &asking.person, id, change).await {
        Ok(Saved::Yes) => {
            let answer = see_other(&address(id, &sent.path));
            return Ok(toast(answer, &asking.locale.t("learning-author-saved")));
        }
        Ok(Saved::Other(other)) => {
            // Whoever saves now has both texts before her.
            let base = Some(draft::tag(&other));
            let text = Some(draft::text(&sent.text)?);
            (StatusCode::CONFLICT, Shown { text, base, other: Some(other), ..Shown::default() })
        }
        Err(Error::Invalid { message, .. }) => {
            let refused = Some(asking.locale.say(&message));
            let (text, base) = (Some(sent.text.clone()), Some(sent.base.clone()));
            (StatusCode::UNPROCESSABLE_ENTITY, Shown { text, base, refused, ..Shown::default() })
        }
        Err(error) => return Err(error.into()),
    };
    Ok(with_status(status, page(&parts, &asking, id, &sent.path, shown).await?))
}

#[derive(Template)]
#[template(path = "authoring/_faults.html")]
struct Checked {
    v: Voice,
    faults: Faults,
}

/// The whole course with this text in it; nothing is saved.
async fn check(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(sent): Form<Sent>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let course = author::seen(&mut reader, &asking.person, id).await?;
    drop(reader);
    let path = draft::path(&sent.path)?;
    let mut files: Files = author::files(&course.files)?;
    files.insert(path.clone(), draft::text(&sent.text)?);
    let flaws = draft::read(&files, &course.key, &parts.known.known()).err().map(|it| it.0);
    let v = asking.voice();
    let faults = Faults::of(&v, id, &path, flaws.unwrap_or_default());
    Ok(Html(Checked { v, faults }).into_response())
}

#[derive(Deserialize)]
struct Wish {
    path: String,
    /// What stands in the field now; without a script nothing, and what is saved is played.
    #[serde(default)]
    text: String,
    #[serde(default)]
    base: String,
    #[serde(default)]
    question: String,
}

async fn try_out(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(wish): Form<Wish>,
) -> Answer {
    let unsaved = Some(wish.text.as_str()).filter(|it| !it.is_empty());
    let wanted = Wanted { path: &wish.path, text: unsaved, question: &wish.question };
    match trial::deal(&parts, &asking.person, id, wanted).await {
        Ok(round) => Ok(see_other(&format!("/play/{round}"))),
        Err(Error::Flawed(unplayable)) => {
            let text = unsaved.map(draft::text).transpose()?;
            let base = text.as_ref().map(|_| wish.base.clone());
            let shown = Shown { text, base, unplayable, ..Shown::default() };
            let page = page(&parts, &asking, id, &wish.path, shown).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Deserialize)]
struct Renamed {
    path: String,
    to: String,
}

async fn rename(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(sent): Form<Renamed>,
) -> Answer {
    match write::rename(&parts, &asking.person, id, (&sent.path, &sent.to)).await {
        Ok(path) => {
            let answer = see_other(&address(id, &path));
            Ok(toast(answer, &asking.locale.t("learning-author-renamed")))
        }
        Err(Error::Invalid { message, .. }) => {
            let shown = Shown { refused: Some(asking.locale.say(&message)), ..Shown::default() };
            let page = page(&parts, &asking, id, &sent.path, shown).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

async fn remove(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(sent): Form<Which>,
) -> Answer {
    write::remove(&parts, &asking.person, id, &sent.path).await?;
    let answer = see_other(&format!("/learn/authors/{id}"));
    Ok(toast(answer, &asking.locale.t("learning-author-removed")))
}
