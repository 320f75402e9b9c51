//! Dealing a round: questions at random, options shuffled, a round that was begun goes on.

use access::Person;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result};
use rand::seq::SliceRandom;

use super::shuffle::Shuffle;
use super::store::{self, Dealable};
use crate::Parts;
use crate::courses::course::{self, ChapterId, State};
use crate::courses::store as courses;
use crate::progress;
use crate::script::Question;

kernel::typed_id!(
    /// One play of a game.
    RoundId, "round"
);

/// The round of this chapter that she has begun, or a new one; answers its id.
///
/// Errors: `NotFound` for a chapter she may not know of, `Forbidden` while it is locked, `Conflict` if its
/// course was withdrawn.
pub(crate) async fn deal(parts: &Parts, person: &Person, chapter: Uuid, locale: Locale) -> Result<Uuid> {
    if !person.role.is_colleague() {
        return Err(Error::NotFound);
    }
    let mut tx = parts.database.begin().await?;
    let id = courses::course_of(&mut tx, chapter).await?.ok_or(Error::NotFound)?;
    let course = courses::find(&mut tx, id, locale).await?.ok_or(Error::NotFound)?;
    if course.published_at.is_none() {
        return Err(Error::NotFound);
    }
    if course.withdrawn_at.is_some() {
        return Err(Error::conflict("learning-withdrawn"));
    }
    let chapters = courses::chapters(&mut tx, id, locale, person.id.uuid()).await?;
    let at = chapters.iter().position(|it| it.id == chapter).ok_or(Error::NotFound)?;
    if course::states(&chapters).get(at) == Some(&State::Locked) {
        return Err(Error::forbidden("learning-locked"));
    }
    progress::store::begin(&mut tx, person.id.uuid(), id, chapter).await?;
    if let Some(round) = store::unfinished(&mut tx, person.id.uuid(), chapter).await? {
        tx.commit().await?;
        return Ok(round);
    }
    let wanted = chapters.get(at).map_or(0, |it| it.deal);
    let chosen = choose(store::dealable(&mut tx, chapter).await?, usize::try_from(wanted).unwrap_or(0));
    let round = RoundId::fresh().uuid();
    store::insert(&mut tx, round, person.id.uuid(), chapter).await?;
    for (position, question) in (0..).zip(chosen) {
        let body = store::body(&mut tx, question).await?.unwrap_or_default();
        let body: Question = serde_json::from_str(&body).map_err(Error::unexpected)?;
        let shuffle = serde_json::to_string(&Shuffle::of(&body)).map_err(Error::unexpected)?;
        store::insert_item(&mut tx, round, question, position, &shuffle).await?;
    }
    tx.record(kernel::activity::Deed {
        actor: person.id,
        verb: super::answer::BEGAN,
        object: RoundId::from(round).into(),
        target: Some(ChapterId::from(chapter).into()),
    });
    tx.commit().await?;
    Ok(round)
}

/// Some of them at random, in a random order; those of one cluster stay together, in theirs.
pub(crate) fn choose(all: Vec<Dealable>, wanted: usize) -> Vec<Uuid> {
    let mut clusters: Vec<Vec<Dealable>> = Vec::new();
    for question in all {
        match clusters.iter_mut().find(|it| question.cluster.is_some() && it[0].cluster == question.cluster) {
            Some(cluster) => cluster.push(question),
            None => clusters.push(vec![question]),
        }
    }
    clusters.shuffle(&mut rand::rng());
    let mut chosen = Vec::new();
    for cluster in clusters {
        if chosen.len() >= wanted {
            break;
        }
        chosen.extend(cluster.into_iter().map(|it| it.id));
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::{Dealable, Uuid, choose};

    #[test]
    fn a_conversation_stays_together_and_in_order() {
        let question = |n: u128, cluster: Option<&str>| Dealable {
            id: Uuid::from_u128(n),
            cluster: cluster.map(str::to_owned),
        };
        for _ in 0..50 {
            let all = vec![
                question(1, Some("a")),
                question(2, Some("a")),
                question(3, Some("b")),
                question(4, Some("b")),
                question(5, None),
            ];
            let chosen: Vec<u128> = choose(all, 3).iter().map(|it| it.as_u128()).collect();
            assert!((3..=4).contains(&chosen.len()), "{chosen:?}");
            for pair in [[1, 2], [3, 4]] {
                let first = chosen.iter().position(|it| *it == pair[0]);
                let second = chosen.iter().position(|it| *it == pair[1]);
                assert_eq!(first.map(|it| it + 1), second, "{chosen:?}");
            }
        }
    }
}
