//! A course that was read becomes what people learn from; whoever has begun goes on where she was.

use database::Tx;
use kernel::activity::{Deed, Verb};
use kernel::ids::{PersonId, ThingId, Uuid};
use kernel::{Error, Result};
use serde::Serialize;

use super::course::CourseId;
use super::store::{self, Text};
use crate::authoring::store as authoring;
use crate::script::{Chapter, ChapterText, Course, Files};

pub(crate) const PUBLISHED: Verb = Verb::new("published");

/// Puts it into the course of the same key, or makes one; answers its id.
///
/// Errors: `Conflict` if the key is that of a course of somebody else, or of the product.
pub(crate) async fn publish(
    tx: &mut Tx,
    course: &Course,
    files: &Files,
    by: PersonId,
    may_replace: bool,
) -> Result<Uuid> {
    let written = json(files)?;
    let id = match store::id_of_key(tx, &course.manifest.key).await? {
        // What the product brings is replaced by its next version, and everything written into it would be
        // lost.
        Some((_, owner)) if owner == PersonId::NOBODY.uuid() && by != PersonId::NOBODY => {
            return Err(Error::conflict("learning-author-bundled-key"));
        }
        Some((_, owner)) if owner != by.uuid() && !may_replace => {
            return Err(Error::conflict("learning-key-taken"));
        }
        Some((id, _)) => {
            put_aside(tx, id, files).await?;
            store::set_draft(tx, id, &written).await?;
            id
        }
        None => {
            let id = CourseId::fresh().uuid();
            store::insert(tx, id, &course.manifest.key, by.uuid(), &written).await?;
            id
        }
    };
    store::add_version(tx, id, &written, by.uuid()).await?;
    // A newer version of the product does not bring back what the house has withdrawn.
    if by != PersonId::NOBODY {
        authoring::bring_back(tx, id).await?;
    }
    store::forget_texts(tx, id).await?;
    store::remove_chapters(tx, id).await?;
    for (position, language) in (0..).zip(&course.manifest.languages) {
        if let Some((title, about)) = course.about.get(language.code()) {
            store::put_text(tx, id, language.code(), position, (title, about)).await?;
        }
    }
    for (position, chapter) in (0..).zip(&course.chapters) {
        put_chapter(tx, id, position, chapter).await?;
    }
    let object = ThingId::from(CourseId::from(id));
    tx.record(Deed { actor: by, verb: PUBLISHED, object, target: None });
    Ok(id)
}

/// A draft that was never published is kept when another one comes in its place.
async fn put_aside(tx: &mut Tx, course: Uuid, files: &Files) -> Result<()> {
    let Some(draft) = authoring::find(tx, course).await? else { return Ok(()) };
    let published = store::published_files(tx, course).await?;
    let same = |it: &str| serde_json::from_str::<Files>(it).is_ok_and(|it| it == *files);
    if published.as_ref() != Some(&draft.files) && !same(&draft.files) {
        let by = draft.draft_by_id.unwrap_or(draft.owner_id);
        authoring::put_aside(tx, course, &draft.files, by).await?;
    }
    Ok(())
}

async fn put_chapter(tx: &mut Tx, course: Uuid, position: i64, chapter: &Chapter) -> Result<()> {
    let deal = i64::try_from(chapter.plan.deal).unwrap_or(i64::MAX);
    let id = store::put_chapter(tx, course, &chapter.plan.key, position, (&chapter.plan.game, deal)).await?;
    for (language, text) in &chapter.texts {
        store::put_chapter_text(tx, id, &text_of(language, text)?).await?;
    }
    let Some(first) = chapter.texts.values().next() else { return Ok(()) };
    for (at, (position, question)) in (0..).zip(&first.questions).enumerate() {
        let kind = (question.kind.word(), question.group.as_deref());
        let question = store::put_question(tx, id, &question.key, position, kind).await?;
        for (language, text) in &chapter.texts {
            if let Some(same) = text.questions.get(at) {
                store::put_question_text(tx, question, language, &json(same)?).await?;
            }
        }
    }
    Ok(())
}

fn text_of(language: &str, text: &ChapterText) -> Result<Text> {
    Ok(Text {
        language: language.to_owned(),
        title: text.title.clone(),
        scenes: json(&text.scenes)?,
        task: json(&text.task)?,
        summary: text.summary.clone(),
        practice: json(&text.practice)?,
    })
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::unexpected)
}
