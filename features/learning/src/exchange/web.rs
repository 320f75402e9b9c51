//! A course from a file, for its author: it becomes a draft, or nothing of it is taken.

use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::StatusCode;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, Words, line};
use page::{Answer, Asking, Colleague, see_other, toast, with_status};

use super::api::TITLE_MAX_CHARS;
use super::read::{self, Format};
use crate::Parts;
use crate::authoring::workshop::{Refused, list_page};
use crate::authoring::{store, write};
use crate::courses::store as courses;
use crate::script::{Course, Files};

/// Packed texts; a course of plain texts is far smaller.
const UPLOAD_MAX_BYTES: usize = 8 * 1024 * 1024;

/// Around the file in its form.
const FORM_MAX_BYTES: usize = 64 * 1024;

pub(crate) fn routes(parts: Parts) -> Routes {
    let mut taking = Routes::with(parts).post("/learn/authors/import", Who::Colleagues, import).done();
    taking.router = taking.router.layer(DefaultBodyLimit::max(UPLOAD_MAX_BYTES + FORM_MAX_BYTES));
    taking
}

/// What came in the form.
#[derive(Default)]
struct Sent {
    name: String,
    bytes: Vec<u8>,
    title: String,
    format: String,
}

async fn read_form(form: &mut Multipart) -> Result<Sent> {
    let unreadable = |error: MultipartError| match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge("learning-zip-large".into()),
        _ => Error::invalid("file", "learning-import-form"),
    };
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        match field.name() {
            Some("file") => {
                sent.name = field.file_name().unwrap_or_default().chars().take(TITLE_MAX_CHARS).collect();
                sent.bytes = field.bytes().await.map_err(unreadable)?.to_vec();
            }
            Some("title") => sent.title = field.text().await.map_err(unreadable)?,
            Some("format") => sent.format = field.text().await.map_err(unreadable)?,
            _ => {}
        }
    }
    Ok(sent)
}

/// The files of a course without a mistake, and its key.
fn files(parts: &Parts, sent: &Sent, locale: Locale) -> Result<(Files, String)> {
    if sent.bytes.is_empty() {
        return Err(Error::invalid("file", "learning-import-no-file"));
    }
    let format = Format::of(&sent.format).unwrap_or_else(|| Format::guess(&sent.bytes));
    let stem = sent.name.rsplit_once('.').map_or(sent.name.as_str(), |(stem, _)| stem);
    let title = if sent.title.trim().is_empty() { stem } else { &sent.title };
    let title = match format {
        Format::Zip => String::new(),
        _ => line::parse("title", title, TITLE_MAX_CHARS)?,
    };
    let fresh = format!("course-{}", Uuid::now_v7().simple());
    let files = read::files(format, &sent.bytes, &fresh, &title, locale)?;
    let known = parts.known.known();
    let course = Course::read(&files, &|game, kind| known.plays(game, kind.word())).map_err(Error::from)?;
    Ok((files, course.manifest.key))
}

/// Into the draft of the course with this key, if it is hers, else into a new one; answers its id.
async fn take(parts: &Parts, asking: &Asking, files: Files, key: &str) -> Result<Uuid> {
    let mut reader = parts.database.read().await?;
    let there = courses::id_of_key(&mut reader, key).await?;
    let there = match there {
        Some((id, _)) => store::find(&mut reader, id).await?,
        None => None,
    };
    drop(reader);
    let Some(draft) = there else { return write::begin(parts, &asking.person, key, &files).await };
    let is_admin = asking.person.role == access::CompanyRole::Admin;
    if draft.is_bundled() {
        return Err(Error::conflict("learning-author-bundled-key"));
    }
    if draft.owner_id != asking.person.id.uuid() && !is_admin {
        return Err(Error::conflict("learning-key-taken"));
    }
    write::change(parts, &asking.person, draft.id, |_| Ok(files)).await?;
    Ok(draft.id)
}

async fn import(State(parts): State<Parts>, Colleague(asking): Colleague, mut form: Multipart) -> Answer {
    let sent = match read_form(&mut form).await {
        Ok(sent) => sent,
        Err(error) => return refused(&parts, &asking, String::new(), error).await,
    };
    let taken = match files(&parts, &sent, asking.locale) {
        Ok((files, key)) => take(&parts, &asking, files, &key).await,
        Err(error) => Err(error),
    };
    match taken {
        Ok(id) => {
            let answer = see_other(&format!("/learn/authors/{id}"));
            Ok(toast(answer, &asking.locale.t("learning-author-imported")))
        }
        Err(error) => refused(&parts, &asking, sent.name, error).await,
    }
}

/// The list again, with what is wrong beside the form.
async fn refused(parts: &Parts, asking: &Asking, file: String, error: Error) -> Answer {
    let said = |words: &Words| Some(asking.locale.say(words));
    let (file_fault, flaws) = match error {
        Error::Invalid { message, .. } => (said(&message), Vec::new()),
        Error::Conflict(words) | Error::TooLarge(words) => (said(&words), Vec::new()),
        Error::Flawed(flaws) => (Some(asking.locale.t("learning-import-refused")), flaws),
        error => return Err(error.into()),
    };
    let refused = Refused { file, file_fault, flaws, ..Refused::default() };
    let page = list_page(parts, asking, refused).await?;
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
}
