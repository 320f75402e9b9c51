//! A round as it is shown: everything but what is right.

use feature::games::{Choice, Deal, Item, Target, Tried};
use kernel::{Error, Locale, Result};

use super::shuffle::Shuffle;
use super::store::{self, Round};
use crate::script::{Kind, Question};

pub(crate) async fn offer(from: &mut impl database::Reads, round: &Round, locale: Locale) -> Result<Deal> {
    let items = store::items(from, round.id, locale.code()).await?;
    Ok(Deal {
        id: round.id,
        chapter_id: round.chapter_id,
        game: round.game.clone(),
        items: items.iter().map(item).collect::<Result<_>>()?,
        passed: round.passed_at.is_some(),
        trial: None,
    })
}

/// The question of an item, and the order in which its options were dealt.
pub(crate) fn read(item: &store::Item) -> Result<(Question, Shuffle, Vec<Tried>)> {
    let question = serde_json::from_str(&item.body).map_err(Error::unexpected)?;
    let shuffle = serde_json::from_str(&item.shuffle).map_err(Error::unexpected)?;
    let tried = serde_json::from_str(&item.tried).map_err(Error::unexpected)?;
    Ok((question, shuffle, tried))
}

pub(crate) fn item(item: &store::Item) -> Result<Item> {
    let (question, shuffle, tried) = read(item)?;
    let options = shuffle.options.iter().enumerate().filter_map(|(place, at)| {
        let text = question.options.get(*at)?.text.clone();
        Some(Choice { id: Shuffle::option_id(place), text })
    });
    let targets = shuffle.targets.iter().enumerate().filter_map(|(place, at)| {
        let target = question.targets.get(*at)?.clone();
        Some(Target { id: Shuffle::target_id(place), text: target.text, wall: target.wall })
    });
    Ok(Item {
        id: item.question_id,
        kind: question.kind.word().to_owned(),
        count: if question.kind == Kind::Cloze { 1 } else { question.count() },
        options: options.collect(),
        targets: targets.collect(),
        prompt: question.prompt,
        who: question.who,
        mood: question.mood,
        says: question.says,
        group: question.group,
        hint: question.hint,
        done: item.done_at.is_some(),
        tried,
    })
}
