//! A round through all colleagues: who is to hear something today gets one mail, however many courses wait.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use access::{people, sessions, settings};
use async_trait::async_trait;
use database::Tx;
use dispatch::{Outcome, Worker, jobs};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use mail::Address;

use super::letter::{self, Line};
use super::stage;
use super::store::{self, Pending};
use crate::assignments::assignment::day_of;
use crate::courses::store as courses;
use crate::{Parts, reminders};

/// People of one transaction.
const BATCH_MAX_PEOPLE: i64 = 100;

pub(crate) struct Reminding(pub Parts);

#[async_trait]
impl Worker for Reminding {
    fn kind(&self) -> &'static str {
        reminders::KIND
    }

    /// The payload is the last person of the batch before, or nothing.
    async fn work(&self, key: &str, payload: &str) -> Outcome {
        match self.remind(key, payload).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Again(error.to_string()),
        }
    }
}

impl Reminding {
    /// A batch, its mails, and the job for the next batch or the next morning are one transaction.
    async fn remind(&self, key: &str, payload: &str) -> Result<()> {
        let after: Uuid =
            if payload.is_empty() { Uuid::nil() } else { payload.parse().map_err(Error::unexpected)? };
        let zone = &self.0.gate.zone;
        let mut tx = self.0.database.begin().await?;
        let batch = store::people_after(&mut tx, after, BATCH_MAX_PEOPLE).await?;
        if let Some(last) = batch.last().copied() {
            self.remind_batch(&mut tx, after, last).await?;
        }
        let is_full = i64::try_from(batch.len()).unwrap_or(0) == BATCH_MAX_PEOPLE;
        match batch.last().filter(|_| is_full) {
            Some(last) => {
                let at = tx.at();
                jobs::queue(&mut tx, reminders::KIND, key, &last.to_string(), at).await?;
            }
            None if key.starts_with(reminders::MORNING) && store::any_runs(&mut tx).await? => {
                reminders::queue_morning(&mut tx, zone).await?;
            }
            None => {}
        }
        tx.commit().await
    }

    async fn remind_batch(&self, tx: &mut Tx, after: Uuid, last: Uuid) -> Result<()> {
        let zone = &self.0.gate.zone;
        let today = day_of(tx.at().micros(), zone);
        // In the order of their ids, so that two rounds at once wait for each other instead of both for ever.
        let mut waiting: BTreeMap<Uuid, Vec<(Pending, i64)>> = BTreeMap::new();
        for it in store::pending(tx, after, last).await? {
            let stage = stage::of(day_of(it.made_at, zone), day_of(it.due_at, zone), today);
            if it.stage.is_none_or(|reached| stage > reached) {
                waiting.entry(it.person_id).or_default().push((it, stage));
            }
        }
        let mut titles = HashMap::new();
        for (person, open) in waiting {
            self.write_to(tx, person, open, &today.to_string(), &mut titles).await?;
        }
        Ok(())
    }

    /// One mail about all that waits, unless she has had one today: then it waits for tomorrow.
    async fn write_to(
        &self,
        tx: &mut Tx,
        id: Uuid,
        open: Vec<(Pending, i64)>,
        today: &str,
        titles: &mut HashMap<(Uuid, &'static str), String>,
    ) -> Result<()> {
        let now = tx.at();
        let Some(person) = people::by_id(tx, id.into()).await? else { return Ok(()) };
        let Some(email) = people::email_of(tx, person.id).await? else { return Ok(()) };
        if !sessions::stands(tx, person.id, None, now).await? || !store::claim_day(tx, id, today).await? {
            return Ok(());
        }
        let locale = match person.language {
            Some(chosen) => chosen,
            None => settings::language(tx).await?,
        };
        let mut lines: Vec<Line> = Vec::new();
        for (it, stage) in open {
            store::put(tx, it.assignment_id, id, stage).await?;
            // Assigned twice, it is told once, with the day that comes first; mandatory if one of them is.
            if let Some(before) = lines.iter_mut().find(|line| line.it.course_id == it.course_id) {
                before.it.mandatory |= it.mandatory;
                continue;
            }
            let key = (it.course_id, locale.code());
            let title = match titles.entry(key) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(place) => {
                    let found = courses::find(tx, it.course_id, locale).await?.ok_or(Error::NotFound)?;
                    place.insert(found.title).clone()
                }
            };
            let stage = if it.stage.is_none() && stage < stage::DUE { stage::START } else { stage };
            lines.push(Line { it, stage, title });
        }
        let key = settings::signing_key(tx).await?;
        let to = Address { name: person.name.clone(), email };
        let message = letter::write(&self.0.gate, locale, now, &key, to, person.id, &lines);
        let text = serde_json::to_string(&message).map_err(Error::unexpected)?;
        jobs::queue(tx, "mail", &format!("reminder/{id}/{today}"), &text, now).await
    }
}
