//! Setting the stage for a task: the spaces, the documents in them, and what was said about them.

use access::{Level, Person, Visibility, spaces};
use database::Tx;
use feature::Said;
use kernel::ids::{SpaceId, ThingId, Uuid};
use kernel::{Error, Locale, Result};

use super::{cast, store};
use crate::Parts;
use crate::courses::store as courses;
use crate::progress;
use crate::script::task::{Practice, Task};

/// Everything that the task needs and that is not there; answers the space to go to. With `anew` what was
/// laid out before is laid out once more; the old stays where it is and counts no longer.
///
/// Errors: `NotFound` for a chapter that is not there, `Forbidden` for who is no colleague.
pub(crate) async fn set(
    parts: &Parts,
    person: &Person,
    chapter: Uuid,
    locale: Locale,
    anew: bool,
) -> Result<Uuid> {
    let mut tx = parts.database.begin().await?;
    let course = courses::course_of(&mut tx, chapter).await?.ok_or(Error::NotFound)?;
    let text = courses::text(&mut tx, chapter, locale).await?.ok_or(Error::NotFound)?;
    let task: Task = serde_json::from_str(&text.task).map_err(Error::unexpected)?;
    let practice: std::collections::BTreeMap<String, String> =
        serde_json::from_str(&text.practice).map_err(Error::unexpected)?;
    progress::store::begin(&mut tx, person.id.uuid(), course, chapter).await?;
    if anew {
        store::forget_things(&mut tx, person.id.uuid(), chapter).await?;
    }
    let mut stage = Stage { parts, person, locale, tx };
    let home = stage.space("private", Visibility::Private).await?;
    let outside = match task.practice.iter().any(is_outside) {
        true => stage.space("customers", Visibility::Customers).await?,
        false => home,
    };
    let there = store::things(&mut stage.tx, person.id.uuid(), chapter).await?;
    let laid = |file: &str| there.iter().any(|(it, _)| it == file);
    for step in &task.practice {
        let (file, who, space) = match step {
            Practice::File { file } => (file, "Nele", home),
            Practice::Page { file } => (file, "Bert", home),
            Practice::FileThere { file } => (file, "Nele", outside),
            _ => continue,
        };
        if laid(file) {
            continue;
        }
        let words = practice.get(file).map_or("", String::as_str);
        let thing = stage.lay(who, SpaceId::from(space), words).await?;
        store::put_thing(&mut stage.tx, person.id.uuid(), chapter, file, &thing).await?;
        stage.talk_about(&task, file, &thing).await?;
    }
    stage.tx.commit().await?;
    Ok(home)
}

fn is_outside(step: &Practice) -> bool {
    matches!(step, Practice::Customers | Practice::FileThere { .. })
}

struct Stage<'a> {
    parts: &'a Parts,
    person: &'a Person,
    locale: Locale,
    tx: Tx,
}

impl Stage<'_> {
    async fn space(&mut self, kind: &str, visibility: Visibility) -> Result<Uuid> {
        if let Some(space) = store::space(&mut self.tx, self.person.id.uuid(), kind).await? {
            return Ok(space);
        }
        let key = match visibility {
            Visibility::Customers => "learning-practice-space-customers",
            _ => "learning-practice-space",
        };
        let space = spaces::open(&mut self.tx, self.person, &self.locale.t(key), visibility).await?;
        let cast: &[(&str, Level)] = match visibility {
            Visibility::Customers => &[("Nele", Level::Writer), ("customer", Level::Reader)],
            _ => &[("Nele", Level::Writer), ("Bert", Level::Writer)],
        };
        for (name, level) in cast {
            let player = cast::player(&mut self.tx, name).await?;
            spaces::admit(&mut self.tx, self.person, space, &player, *level).await?;
        }
        store::put_space(&mut self.tx, self.person.id.uuid(), kind, space.uuid()).await?;
        Ok(space.uuid())
    }

    /// The first line is the title.
    async fn lay(&mut self, who: &str, space: SpaceId, words: &str) -> Result<ThingId> {
        let (title, markdown) = words.trim().split_once('\n').unwrap_or((words, ""));
        let title = title.trim_start_matches('#').trim();
        let player = cast::player(&mut self.tx, who).await?;
        let pages = &self.parts.capabilities.pages;
        pages.make(&mut self.tx, &player, space, title, markdown.trim()).await
    }

    async fn talk_about(&mut self, task: &Task, laid: &str, thing: &ThingId) -> Result<()> {
        for step in &task.practice {
            let Practice::On { who, file, passage, words } = step else { continue };
            if file == laid {
                let player = cast::player(&mut self.tx, who).await?;
                let said = Said { body: words, quote: Some(passage), reply_to: None };
                self.parts.capabilities.talk.say(&mut self.tx, &player, thing, said).await?;
            }
        }
        Ok(())
    }
}
