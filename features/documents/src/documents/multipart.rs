//! A form with a file in it, in any order of its fields.

use access::Person;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::request::Parts as Head;
use blobs::Stored;
use futures_util::StreamExt;
use kernel::{Error, Result};

use super::document::DocumentId;
use super::receive::{self, Incoming};
use super::upload;
use crate::Parts;
use crate::versions::replace;

/// A form has a handful; more is a mistake or an attack.
const FIELDS_MAX: usize = 32;

/// Longer than any title, path or id.
const FIELD_MAX_BYTES: usize = 16 * 1024;

/// What came in a form.
#[derive(Default)]
pub(crate) struct Sent {
    fields: Vec<(String, String)>,
    pub file: Option<(Stored, String)>,
}

impl Sent {
    /// The value of the field, unless it is empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value.as_str()).filter(|it| !it.trim().is_empty())
    }

    /// Errors: `Invalid` on the field `file`.
    pub fn take_file(&mut self) -> Result<(Stored, String)> {
        self.file.take().ok_or_else(|| Error::invalid("file", "documents-file-missing"))
    }
}

/// What the file shall be; decides who may send it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Goal {
    NewDocument,
    NewVersionOf(DocumentId),
}

impl Goal {
    /// Asked before the bytes of the file are taken in, with the fields that came by then.
    async fn must_be_allowed(self, parts: &Parts, person: &Person, sent: &Sent) -> Result<()> {
        match self {
            Goal::NewDocument => upload::may_upload(parts, person, sent).await,
            Goal::NewVersionOf(document) => replace::may_replace(parts, person, document).await,
        }
    }
}

/// Reads the form; whose file is refused is not stored.
///
/// Errors: those of the goal; `NotAccepted` for what is no such form, `Invalid`, `TooLarge`, `Full`. The
/// rest of the body has been read on a little then.
pub(crate) async fn read(parts: &Parts, person: &Person, goal: Goal, request: Request) -> Result<Sent> {
    let (head, body) = request.into_parts();
    let incoming = Incoming::new(body);
    let outcome = read_form(parts, person, goal, head, incoming.clone()).await;
    if outcome.is_err() {
        incoming.read_on().await;
    }
    outcome
}

async fn read_form(
    parts: &Parts,
    person: &Person,
    goal: Goal,
    head: Head,
    incoming: Incoming,
) -> Result<Sent> {
    let request = Request::from_parts(head, axum::body::Body::from_stream(incoming));
    let form = Multipart::from_request(request, &()).await;
    let mut form = form.map_err(|_| Error::NotAccepted("documents-not-a-form".into()))?;
    let mut sent = Sent::default();
    for _ in 0..FIELDS_MAX {
        let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? else {
            return Ok(sent);
        };
        let name = field.name().unwrap_or_default().to_owned();
        if name != "file" {
            let value = text(field).await?;
            sent.fields.push((name, value));
        } else if sent.file.is_none() && field.file_name().is_some_and(|it| !it.is_empty()) {
            goal.must_be_allowed(parts, person, &sent).await?;
            let file_name = super::name::file_name(field.file_name().unwrap_or_default())?;
            let stored = receive::store(parts, field).await?;
            sent.file = Some((stored, file_name));
        }
    }
    Err(Error::invalid("form", "documents-form-unreadable"))
}

async fn text(mut field: Field<'_>) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.next().await {
        bytes.extend_from_slice(&chunk.map_err(|error| unreadable(&error))?);
        if bytes.len() > FIELD_MAX_BYTES {
            return Err(Error::invalid("form", "documents-form-unreadable"));
        }
    }
    String::from_utf8(bytes).map_err(|_| Error::invalid("form", "documents-form-unreadable"))
}

fn unreadable(error: &MultipartError) -> Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => receive::refused(blobs::PutError::TooLarge),
        _ => Error::invalid("form", "documents-form-unreadable"),
    }
}
