//! The pages of authors: which courses there are, and one of them with its files, faults and versions.

use std::collections::BTreeMap;

use access::{CompanyRole, Named, people};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Flaw, Locale, Result, line};
use page::{Answer, Asking, Colleague, Form, Html, Path, Shell, Spot, Voice, see_other, toast, with_status};
use serde::Deserialize;

use super::files::{Group, groups};
use super::store::{self, Draft, Line, Version};
use super::{author, draft, starter, write};
use crate::Parts;
use crate::exchange::api::TITLE_MAX_CHARS;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/authors", Who::Colleagues, list)
        .post("/learn/authors", Who::Colleagues, begin)
        .get("/learn/authors/{id}", Who::Colleagues, show)
        .post("/learn/authors/{id}/copy", Who::Colleagues, copy)
        .post("/learn/authors/{id}/chapters", Who::Colleagues, add_chapter)
        .post("/learn/authors/{id}/languages", Who::Colleagues, add_language)
        .done()
}

/// What was sent and refused, to be shown again.
#[derive(Default)]
pub(crate) struct Refused {
    pub title: String,
    pub title_fault: Option<String>,
    /// The name of the file, and what is wrong with it.
    pub file: String,
    pub file_fault: Option<String>,
    pub flaws: Vec<Flaw>,
}

#[derive(Template)]
#[template(path = "authoring/list.html")]
struct ListPage {
    v: Voice,
    shell: Shell,
    lines: Vec<Line>,
    refused: Refused,
}

/// The list, with what was refused beside its form.
pub(crate) async fn list_page(
    parts: &Parts,
    asking: &Asking,
    refused: Refused,
) -> Result<impl Template + use<>> {
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, asking, Spot::Learn).await?;
    let is_admin = asking.person.role == CompanyRole::Admin;
    let lines = store::list(&mut reader, asking.locale, asking.person.id.uuid(), is_admin).await?;
    Ok(ListPage { v: asking.voice(), shell, lines, refused })
}

async fn list(State(parts): State<Parts>, Colleague(asking): Colleague) -> Answer {
    Ok(Html(list_page(&parts, &asking, Refused::default()).await?).into_response())
}

#[derive(Deserialize)]
struct Begun {
    #[serde(default)]
    title: String,
}

/// A course of a few lines that can be played at once.
async fn begin(State(parts): State<Parts>, Colleague(asking): Colleague, Form(sent): Form<Begun>) -> Answer {
    let title = match line::parse("title", &sent.title, TITLE_MAX_CHARS) {
        Ok(title) => title,
        Err(Error::Invalid { message, .. }) => {
            let title_fault = Some(asking.locale.say(&message));
            let refused = Refused { title: sent.title, title_fault, ..Refused::default() };
            let page = list_page(&parts, &asking, refused).await?;
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
        Err(error) => return Err(error.into()),
    };
    let key = draft::key(&title);
    let files = starter::course(&key, &title, asking.locale);
    let id = write::begin(&parts, &asking.person, &key, &files).await?;
    let answer = see_other(&format!("/learn/authors/{id}"));
    Ok(toast(answer, &asking.locale.t("learning-author-begun")))
}

#[derive(Template)]
#[template(path = "authoring/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    course: Draft,
    title: String,
    groups: Vec<Group>,
    languages: Vec<Locale>,
    /// Languages that could be added.
    more: Vec<Locale>,
    /// What is wrong, by file.
    faults: Vec<(String, Vec<Flaw>)>,
    is_changed: bool,
    versions: Vec<(Version, Option<Named>)>,
    asides: Vec<(Version, Option<Named>)>,
    games: Vec<&'static str>,
    /// What was typed for a new chapter, and what is wrong with it.
    chapter: NewChapter,
    chapter_fault: Option<String>,
}

/// The title of the draft in the reader's language, else in any.
pub(crate) fn title(files: &crate::script::Files, key: &str, locale: Locale) -> String {
    let abouts = draft::abouts(files);
    let mine = abouts.iter().find(|(code, ..)| *code == locale.code());
    mine.or(abouts.first()).map_or_else(|| key.to_owned(), |(_, title, _)| title.clone())
}

async fn with_names(
    from: &mut impl database::Reads,
    versions: Vec<Version>,
) -> Result<Vec<(Version, Option<Named>)>> {
    let ids: Vec<Uuid> = versions.iter().map(|it| it.by_id).collect();
    let named = people::named(from, &ids).await?;
    let of = |id: Uuid| named.iter().find(|it| it.id == id && !it.name.is_empty()).cloned();
    Ok(versions.into_iter().map(|it| (it.clone(), of(it.by_id))).collect())
}

async fn page(
    parts: &Parts,
    asking: &Asking,
    id: Uuid,
    (chapter, chapter_fault): (NewChapter, Option<String>),
) -> Result<Show> {
    let mut reader = parts.database.read().await?;
    let course = author::seen(&mut reader, &asking.person, id).await?;
    let shell = Shell::load(&mut reader, asking, Spot::Learn).await?;
    let versions = store::versions(&mut reader, id).await?;
    let versions = with_names(&mut reader, versions).await?;
    let asides = store::asides(&mut reader, id).await?;
    let asides = with_names(&mut reader, asides).await?;
    let published = crate::courses::store::published_files(&mut reader, id).await?;
    drop(reader);
    let files = author::files(&course.files)?;
    let read = draft::read(&files, &course.key, &parts.known.known());
    let mut faults: BTreeMap<String, Vec<Flaw>> = BTreeMap::new();
    for flaw in read.err().map(|it| it.0).unwrap_or_default() {
        faults.entry(flaw.file.clone()).or_default().push(flaw);
    }
    let languages = draft::manifest(&files).map(|it| it.languages).unwrap_or_default();
    Ok(Show {
        v: asking.voice(),
        shell,
        title: title(&files, &course.key, asking.locale),
        groups: groups(&files, &languages, &faults, asking.locale),
        more: Locale::ALL.into_iter().filter(|it| !languages.contains(it)).collect(),
        languages,
        faults: faults.into_iter().collect(),
        is_changed: published.map(|it| author::files(&it)).transpose()?.as_ref() != Some(&files),
        course,
        versions,
        asides,
        games: starter::GAMES.to_vec(),
        chapter,
        chapter_fault,
    })
}

async fn show(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    Ok(Html(page(&parts, &asking, id, (NewChapter::default(), None)).await?).into_response())
}

/// The same files as a course of one's own, from what learners have; else from the draft.
async fn copy(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let course = author::seen(&mut reader, &asking.person, id).await?;
    let published = crate::courses::store::published_files(&mut reader, id).await?;
    drop(reader);
    let files = author::files(&published.unwrap_or(course.files))?;
    let key = draft::key(&title(&files, &course.key, asking.locale));
    let files = draft::with_key(files, &key, &asking.locale.t("learning-author-copy-note"));
    let copied = write::begin(&parts, &asking.person, &key, &files).await?;
    let answer = see_other(&format!("/learn/authors/{copied}"));
    Ok(toast(answer, &asking.locale.t("learning-author-copied")))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct NewChapter {
    key: String,
    title: String,
    game: String,
}

async fn add_chapter(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(sent): Form<NewChapter>,
) -> Answer {
    let added = async {
        let title = line::parse("title", &sent.title, TITLE_MAX_CHARS)?;
        let key = if sent.key.trim().is_empty() { draft::slug(&title) } else { sent.key.clone() };
        let to = |files| draft::with_chapter(files, &key, &sent.game, &title);
        write::change(&parts, &asking.person, id, to).await
    };
    match added.await {
        Ok(()) => {
            let answer = see_other(&format!("/learn/authors/{id}"));
            Ok(toast(answer, &asking.locale.t("learning-author-chapter-added")))
        }
        Err(Error::Invalid { message, .. }) => {
            let fault = Some(asking.locale.say(&message));
            let page = page(&parts, &asking, id, (sent, fault)).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Deserialize)]
struct NewLanguage {
    language: String,
}

async fn add_language(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(sent): Form<NewLanguage>,
) -> Answer {
    let unknown = || Error::invalid("language", "learning-author-language-unknown");
    let language = Locale::parse(&sent.language).ok_or_else(unknown)?;
    write::change(&parts, &asking.person, id, |files| draft::with_language(files, language)).await?;
    let answer = see_other(&format!("/learn/authors/{id}"));
    Ok(toast(answer, &asking.locale.t("learning-author-language-added")))
}
