//! The practice colleagues answer: to what somebody says or makes in her practice space, and nowhere else.

use async_trait::async_trait;
use database::{Migration, Tx};
use dispatch::Reactor;
use feature::Said;
use kernel::activity::Activity;
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Locale, Result};

use super::{cast, store};
use crate::Parts;
use crate::courses::store as courses;
use crate::script::task::{Practice as Step, Task};

/// The reactor.
pub struct Practice(pub Parts);

#[async_trait]
impl Reactor for Practice {
    fn name(&self) -> &'static str {
        "practice"
    }

    fn migrations(&self) -> &'static [Migration] {
        &[]
    }

    async fn react(&self, tx: &mut Tx, activity: &Activity) -> Result<()> {
        let (deed, person) = (&activity.deed, activity.deed.actor);
        if !is_answered(&deed.object.kind, &deed.verb.0) {
            return Ok(());
        }
        let thing = deed.about().clone();
        if !store::lies_in_practice(tx, person.uuid(), &thing).await? {
            return Ok(());
        }
        let Some(chapter) = store::chapter_of(tx, person.uuid(), thing.id).await? else { return Ok(()) };
        let Some(person) = access::people::by_id(tx, person).await? else { return Ok(()) };
        let locale = match person.language {
            Some(locale) => locale,
            None => access::settings::language(tx).await?,
        };
        let Some(task) = task(tx, chapter, locale).await? else { return Ok(()) };
        let Some(turn) = store::begin_answer(tx, person.id.uuid(), deed.object.id).await? else {
            return Ok(());
        };
        let reply_to = (deed.object.kind == "comment").then_some(deed.object.id);
        self.answer(tx, &task, &thing, turn, reply_to).await
    }
}

/// What is said, brought or written, not a page that was only begun; an answer of theirs is by somebody who
/// practises nothing.
fn is_answered(kind: &str, verb: &str) -> bool {
    match kind {
        "comment" => matches!(verb, "wrote" | "asked"),
        "document" => matches!(verb, "uploaded" | "edited"),
        "version" => verb == "replaced",
        _ => false,
    }
}

async fn task(tx: &mut Tx, chapter: Uuid, locale: Locale) -> Result<Option<Task>> {
    let Some(text) = courses::text(tx, chapter, locale).await? else { return Ok(None) };
    serde_json::from_str(&text.task).map(Some).map_err(Error::unexpected)
}

impl Practice {
    async fn answer(
        &self,
        tx: &mut Tx,
        task: &Task,
        thing: &ThingId,
        turn: i64,
        reply_to: Option<Uuid>,
    ) -> Result<()> {
        let talk = &self.0.capabilities.talk;
        let lines = task.practice.iter().filter_map(|it| match it {
            Step::Answers { who, words } => Some((who, words)),
            _ => None,
        });
        let lines: Vec<_> = lines.collect();
        let turn = usize::try_from(turn).unwrap_or(0).checked_rem(lines.len());
        if let Some((who, words)) = turn.and_then(|it| lines.get(it)) {
            let player = cast::player(tx, who).await?;
            let said = Said { body: words, quote: None, reply_to };
            talk.say(tx, &player, thing, said).await?;
        }
        for step in &task.practice {
            if let Step::Reacts { who, emoji } = step {
                let player = cast::player(tx, who).await?;
                talk.react(tx, &player, thing, emoji).await?;
            }
        }
        Ok(())
    }
}
