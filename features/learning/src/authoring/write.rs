//! What authors do to a draft. Saving never asks whether it is good: a draft may be wrong for as long as it
//! takes, and it is checked before it is published.

use access::Person;
use database::Tx;
use kernel::ids::Uuid;
use kernel::{Error, Result, Words};

use super::store::Draft;
use super::{author, draft, store};
use crate::Parts;
use crate::courses::course::CourseId;
use crate::courses::store as courses;
use crate::script::Files;

/// A text that is sent, and the tag of the one that it was made from; nothing for a new file.
pub(crate) struct Change<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub base: &'a str,
}

/// What became of it.
pub(crate) enum Saved {
    /// It lies there.
    Yes,
    /// Somebody else's text lies there instead: this one.
    Other(String),
}

/// A new course with these files; answers its id.
///
/// Errors: `TooLarge`.
pub(crate) async fn begin(parts: &Parts, person: &Person, key: &str, files: &Files) -> Result<Uuid> {
    draft::must_fit(files)?;
    let mut tx = parts.database.begin().await?;
    let id = CourseId::fresh().uuid();
    let json = author::json(files)?;
    courses::insert(&mut tx, id, key, person.id.uuid(), &json).await?;
    store::save(&mut tx, id, &json, person.id.uuid()).await?;
    show_title(&mut tx, id, files).await?;
    tx.commit().await?;
    Ok(id)
}

/// Until it is published, a course is listed under the title of its draft.
async fn show_title(tx: &mut Tx, course: Uuid, files: &Files) -> Result<()> {
    let abouts = draft::abouts(files);
    if abouts.is_empty() {
        return Ok(());
    }
    courses::forget_titles(tx, course).await?;
    for (position, (language, title, about)) in (0..).zip(&abouts) {
        courses::put_text(tx, course, language, position, (title, about)).await?;
    }
    Ok(())
}

async fn keep(tx: &mut Tx, draft: &Draft, files: &Files, person: &Person) -> Result<()> {
    draft::must_fit(files)?;
    store::save(tx, draft.id, &author::json(files)?, person.id.uuid()).await?;
    if draft.published_at.is_none() {
        show_title(tx, draft.id, files).await?;
    }
    Ok(())
}

/// Saves one file. If somebody else saved it meanwhile, nothing is changed and both texts are there to be
/// looked at.
///
/// Errors: `Invalid`, `TooLarge`, those of [`author::written`].
pub(crate) async fn save(parts: &Parts, person: &Person, course: Uuid, change: Change<'_>) -> Result<Saved> {
    let (path, text) = (draft::path(change.path)?, draft::text(change.text)?);
    let mut tx = parts.database.begin().await?;
    let (draft, mut files) = author::written(&mut tx, person, course).await?;
    let there = files.get(&path);
    let tag = there.map(|it| draft::tag(it)).unwrap_or_default();
    if there == Some(&text) {
        return Ok(Saved::Yes);
    }
    if tag != change.base {
        return Ok(Saved::Other(there.cloned().unwrap_or_default()));
    }
    files.insert(path, text);
    keep(&mut tx, &draft, &files, person).await?;
    tx.commit().await?;
    Ok(Saved::Yes)
}

/// Errors: `NotFound` for a file that is not there, `Invalid` on `path` for a name that is taken or odd.
pub(crate) async fn rename(
    parts: &Parts,
    person: &Person,
    course: Uuid,
    (from, to): (&str, &str),
) -> Result<String> {
    let to = draft::path(to)?;
    let mut tx = parts.database.begin().await?;
    let (draft, mut files) = author::written(&mut tx, person, course).await?;
    if from == "course.toml" {
        return Err(Error::invalid("path", "learning-author-plan-stays"));
    }
    if files.contains_key(&to) {
        return Err(Error::invalid("path", Words::new("learning-author-path-taken").with("path", to)));
    }
    let text = files.remove(from).ok_or(Error::NotFound)?;
    files.insert(to.clone(), text);
    keep(&mut tx, &draft, &files, person).await?;
    tx.commit().await?;
    Ok(to)
}

/// Takes a file out; the draft as it was is put aside.
///
/// Errors: `NotFound` for a file that is not there, `Invalid` for the plan, which a course cannot be without.
pub(crate) async fn remove(parts: &Parts, person: &Person, course: Uuid, path: &str) -> Result<()> {
    if path == "course.toml" {
        return Err(Error::invalid("path", "learning-author-plan-stays"));
    }
    change(parts, person, course, |mut files| {
        files.remove(path).ok_or(Error::NotFound)?;
        Ok(files)
    })
    .await
}

/// Makes other files of all of them; the draft as it was is put aside, unless it was published like that.
///
/// Errors: those of `to` and of [`author::written`].
pub(crate) async fn change(
    parts: &Parts,
    person: &Person,
    course: Uuid,
    to: impl FnOnce(Files) -> Result<Files>,
) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    let (draft, files) = author::written(&mut tx, person, course).await?;
    let changed = to(files.clone())?;
    let published = courses::published_files(&mut tx, course).await?;
    let published = published.map(|it| author::files(&it)).transpose()?;
    if published.as_ref() != Some(&files) && changed != files {
        let by = draft.draft_by_id.unwrap_or(draft.owner_id);
        store::put_aside(&mut tx, course, &draft.files, by).await?;
    }
    keep(&mut tx, &draft, &changed, person).await?;
    tx.commit().await
}

/// What was published once, or was put aside, becomes the draft again.
///
/// Errors: `NotFound` for a number that there is not.
pub(crate) async fn restore(
    parts: &Parts,
    person: &Person,
    course: Uuid,
    number: i64,
    is_aside: bool,
) -> Result<()> {
    let mut reader = parts.database.read().await?;
    author::seen(&mut reader, person, course).await?;
    let json = match is_aside {
        true => store::aside(&mut reader, course, number).await?,
        false => store::version(&mut reader, course, number).await?,
    };
    drop(reader);
    let older = author::files(&json.ok_or(Error::NotFound)?)?;
    change(parts, person, course, |_| Ok(older)).await
}
