//! An answer is graded, noted, and perhaps the round is through.

use access::Person;
use feature::games::{Given, Verdict};
use kernel::activity::{Deed, Verb};
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Locale, Result};

use super::deal::RoundId;
use super::store::{self, Outcome};
use super::{grade, offer};
use crate::Parts;
use crate::authoring::trial;
use crate::courses::course::ChapterId;
use crate::progress;
use crate::talks::api::scenes;

pub(crate) const BEGAN: Verb = Verb::new("began");
pub(crate) const PASSED: Verb = Verb::new("passed");

/// Mistakes kept to be shown again, per item.
const TRIED_MAX: usize = 24;

/// Errors: `NotFound` for a round or an item that is not hers, `Invalid` for an answer that does not fit,
/// `Conflict` if the course was withdrawn.
pub(crate) async fn answer(
    parts: &Parts,
    person: &Person,
    round: Uuid,
    given: &Given,
    locale: Locale,
) -> Result<Verdict> {
    let question: Uuid = given.item_id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = parts.database.begin().await?;
    let Some(round) = store::find(&mut tx, person.id.uuid(), round).await? else {
        drop(tx);
        return trial::answer(parts, person, round, given, locale).await;
    };
    if round.withdrawn_at.is_some() {
        return Err(Error::conflict("learning-withdrawn"));
    }
    store::lock(&mut tx, round.id).await?;
    let item = store::item(&mut tx, round.id, question, locale.code()).await?.ok_or(Error::NotFound)?;
    let (body, shuffle, mut tried) = offer::read(&item)?;
    let graded = grade::grade(&body, &shuffle, given, locale)?;
    if item.done_at.is_none() {
        // What only lacks something is neither right nor wrong yet: a gallery sends hit by hit.
        let first = match (graded.correct, graded.is_wrong()) {
            (true, _) => Some("right"),
            (_, true) => Some("wrong"),
            _ => None,
        };
        for one in &graded.tried {
            if !tried.contains(one) && tried.len() < TRIED_MAX {
                tried.push(one.clone());
            }
        }
        let chosen: Vec<usize> =
            graded.right.iter().chain(&graded.wrong).filter_map(|it| shuffle.option(it)).collect();
        let outcome = Outcome {
            first,
            first_given: &serde_json::to_string(&chosen).map_err(Error::unexpected)?,
            tried: &serde_json::to_string(&tried).map_err(Error::unexpected)?,
            done: graded.correct,
        };
        store::note(&mut tx, round.id, question, &outcome).await?;
    }
    let left = store::left(&mut tx, round.id).await?;
    if left == 0 && round.passed_at.is_none() {
        store::pass(&mut tx, round.id).await?;
        progress::store::set_passed(&mut tx, person.id.uuid(), round.chapter_id).await?;
        let object = ThingId::from(RoundId::from(round.id));
        let target = Some(ThingId::from(ChapterId::from(round.chapter_id)));
        tx.record(Deed { actor: person.id, verb: PASSED, object, target });
        progress::advance::advance(&mut tx, person.id, round.course_id).await?;
    }
    let scene = match &body.see {
        Some(label) => scene_of(&mut tx, round.chapter_id, locale, label).await?,
        None => None,
    };
    tx.commit().await?;
    Ok(Verdict {
        correct: graded.correct,
        feedback: graded.feedback,
        left,
        passed: left == 0,
        right: graded.right,
        wrong: graded.wrong,
        scene,
    })
}

/// The number of the scene with this label, from 1.
async fn scene_of(
    from: &mut impl database::Reads,
    chapter: Uuid,
    locale: Locale,
    label: &str,
) -> Result<Option<usize>> {
    let Some(text) = crate::courses::store::text(from, chapter, locale).await? else { return Ok(None) };
    let scenes = scenes(&text)?;
    Ok(scenes.iter().position(|it| it.label.as_deref() == Some(label)).map(|it| it + 1))
}
