//! The page on which an author speaks the lines of a chapter.

use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, Words};
use page::{Answer, Asking, Colleague, Form, Html, Path, Query, Shell, Spot, Voice, see_other, toast};
use serde::Deserialize;

use super::record::{self, Spoken, too_large_words, writable};
use super::recording::{RECORDING_MAX_BYTES, Recording, words_of};
use super::{serve, store};
use crate::Parts;
use crate::courses::course::{Chapter, Course};
use crate::courses::store as courses;
use crate::script::Scene;
use crate::talks::api::scenes;

/// Around the file in its form.
const FORM_MAX_BYTES: usize = 64 * 1024;

pub(crate) fn routes(parts: Parts) -> Routes {
    let mut recording =
        Routes::with(parts.clone()).post("/learn/authors/{id}/voices", Who::Colleagues, take).done();
    recording.router = recording.router.layer(DefaultBodyLimit::max(RECORDING_MAX_BYTES + FORM_MAX_BYTES));
    Routes::with(parts)
        .get("/learn/authors/{id}/voices", Who::Colleagues, show)
        .post("/learn/authors/{id}/voices/remove", Who::Colleagues, remove)
        .get("/learn/recordings/{id}", Who::Colleagues, serve::serve)
        .done()
        .merge(recording)
}

/// Which lines; else those of the first chapter, in the reader's language.
#[derive(Clone, Debug, Default, Deserialize)]
struct Place {
    chapter: Option<Uuid>,
    language: Option<String>,
}

impl Place {
    fn url(&self, course: Uuid) -> String {
        let chapter = self.chapter.map_or(String::new(), |it| format!("&chapter={it}"));
        let language = self.language.as_deref().and_then(Locale::parse).unwrap_or_default().code();
        format!("/learn/authors/{course}/voices?language={language}{chapter}")
    }
}

/// A line and its voice.
struct Line {
    scene: Scene,
    words: String,
    recording: Option<Recording>,
}

#[derive(Template)]
#[template(path = "recordings/voices.html")]
struct Voices {
    v: Voice,
    shell: Shell,
    course: Course,
    languages: Vec<Locale>,
    language: Locale,
    chapters: Vec<Chapter>,
    chapter: Option<Chapter>,
    lines: Vec<Line>,
    /// Whose line reads differently by now.
    stray: Vec<Recording>,
    /// The words of the line that could not be taken, and why.
    problem: Option<(String, String)>,
}

impl Voices {
    fn spoken(&self) -> i64 {
        i64::try_from(self.lines.iter().filter(|it| it.recording.is_some()).count()).unwrap_or(0)
    }

    fn fault(&self, line: &Line) -> Option<&str> {
        self.problem.as_ref().filter(|(words, _)| *words == line.words).map(|it| it.1.as_str())
    }

    /// What went wrong with none of the lines that are there.
    fn lost(&self) -> Option<&str> {
        let fault = self.problem.as_ref()?;
        let is_here = self.lines.iter().any(|it| it.words == fault.0);
        (!is_here).then_some(fault.1.as_str())
    }

    fn is_chosen(&self, it: &Chapter) -> bool {
        self.chapter.as_ref().is_some_and(|chosen| chosen.id == it.id)
    }

    fn is_spoken(&self, it: &Locale) -> bool {
        self.language == *it
    }

    fn name_of(&self, language: &Locale) -> String {
        self.v.t(match language {
            Locale::De => "learning-voices-german",
            Locale::En => "learning-voices-english",
        })
    }

    async fn load(parts: &Parts, asking: &Asking, course: Uuid, place: &Place) -> Result<Self> {
        let mut reader = parts.database.read().await?;
        let course = writable(&mut reader, asking, course).await?;
        let languages = courses::languages(&mut reader, course.id).await?;
        let languages: Vec<Locale> = languages.iter().filter_map(|it| Locale::parse(it)).collect();
        let wanted = place.language.as_deref().and_then(Locale::parse).unwrap_or(asking.locale);
        let found = languages.iter().find(|it| **it == wanted).or(languages.first());
        let language = found.copied().unwrap_or(wanted);
        let person = asking.person.id.uuid();
        let chapters = courses::chapters(&mut reader, course.id, language, person).await?;
        let chosen = chapters.iter().find(|it| Some(it.id) == place.chapter).or(chapters.first());
        let chapter = chosen.cloned();
        let (mut lines, mut recordings) = (Vec::new(), Vec::new());
        if let Some(chapter) = &chapter
            && let Some(text) = courses::text(&mut reader, chapter.id, language).await?
        {
            recordings = store::of_chapter(&mut reader, chapter.id, language.code()).await?;
            for scene in scenes(&text)? {
                let words = words_of(&scene);
                let recording = recordings.iter().find(|it| it.words == words).cloned();
                lines.push(Line { scene, words, recording });
            }
        }
        recordings.retain(|it| !lines.iter().any(|line| line.words == it.words));
        let shell = Shell::load(&mut reader, asking, Spot::Learn).await?;
        let (v, stray, problem) = (asking.voice(), recordings, None);
        Ok(Self { v, shell, course, languages, language, chapters, chapter, lines, stray, problem })
    }
}

async fn show(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Query(place): Query<Place>,
) -> Answer {
    Ok(Html(Voices::load(&parts, &asking, id, &place).await?).into_response())
}

/// What was sent.
#[derive(Default)]
struct Sent {
    place: Place,
    words: String,
    sound: Vec<u8>,
}

impl Sent {
    /// Fills it as far as it could be read; the words say what is wrong.
    async fn read(&mut self, form: &mut Multipart) -> Result<(), Words> {
        let unreadable = |error: MultipartError| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => too_large_words(),
            _ => Words::new("learning-voices-broke-off"),
        };
        while let Some(part) = form.next_field().await.map_err(unreadable)? {
            match part.name() {
                Some("chapter") => self.place.chapter = part.text().await.map_err(unreadable)?.parse().ok(),
                Some("language") => self.place.language = Some(part.text().await.map_err(unreadable)?),
                Some("words") => self.words = part.text().await.map_err(unreadable)?,
                Some("sound") => self.sound = part.bytes().await.map_err(unreadable)?.to_vec(),
                _ => {}
            }
        }
        Ok(())
    }
}

async fn take(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    mut form: Multipart,
) -> Answer {
    let mut sent = Sent::default();
    let words = match sent.read(&mut form).await {
        Ok(()) => match take_one(&parts, &asking, id, &mut sent).await {
            Ok(()) => {
                let back = format!("{}#line-{}", sent.place.url(id), sent.words);
                return Ok(toast(see_other(&back), &asking.voice().t("learning-voices-taken")));
            }
            Err(Error::Invalid { message, .. } | Error::TooLarge(message) | Error::Conflict(message)) => {
                message
            }
            Err(error) => return Err(error.into()),
        },
        Err(words) => words,
    };
    let mut page = Voices::load(&parts, &asking, id, &sent.place).await?;
    page.problem = Some((sent.words, asking.voice().say(&words)));
    Ok(page::with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
}

async fn take_one(parts: &Parts, asking: &Asking, course: Uuid, sent: &mut Sent) -> Result<()> {
    let line = Spoken {
        chapter: sent.place.chapter.ok_or(Error::NotFound)?,
        locale: sent.place.language.as_deref().and_then(Locale::parse).ok_or(Error::NotFound)?,
        words: sent.words.clone(),
    };
    record::record(parts, asking, course, &line, std::mem::take(&mut sent.sound)).await
}

#[derive(Deserialize)]
struct Removed {
    recording: Uuid,
    chapter: Option<Uuid>,
    language: Option<String>,
}

async fn remove(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(removed): Form<Removed>,
) -> Answer {
    record::silence(&parts, &asking, id, removed.recording).await?;
    let place = Place { chapter: removed.chapter, language: removed.language };
    Ok(toast(see_other(&place.url(id)), &asking.voice().t("learning-voices-removed")))
}
