//! Somebody who has a page open is asked again and again whether she may; who may not any more hears nothing.

use access::{may, sessions};
use dispatch::Tail;
use kernel::activity::Activity;
use kernel::ids::{PersonId, SpaceId};
use kernel::{Result, limits};
use page::{Asking, By};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{MissedTickBehavior, interval};

use crate::documents::document::DocumentId;
use crate::{Parts, place};

pub(crate) struct Watched {
    pub parts: Parts,
    pub asking: Asking,
    pub document: DocumentId,
    /// Whether she might write when the socket was opened.
    pub may_write: bool,
}

impl Watched {
    /// Returns when she may not be there any longer, or not as she was: at once when something happened that
    /// may be the cause, and within [`limits::REACH_LOST_MAX`] in any case.
    pub async fn until_lost(&self) {
        let mut clock = interval(limits::REACH_LOST_MAX);
        clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = Tail::listen(&self.parts.tail);
        loop {
            tokio::select! {
                _ = clock.tick() => {}
                activity = heard.recv() => match activity {
                    Ok(activity) if !self.matters(&activity) => continue,
                    Ok(_) | Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => {
                        clock.tick().await;
                    }
                },
            }
            match self.stands().await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => {
                    tracing::warn!(?error, "it could not be asked who may be here; asked again soon")
                }
            }
        }
    }

    fn matters(&self, activity: &Activity) -> bool {
        let deed = &activity.deed;
        let kinds = [Some(&deed.object), deed.target.as_ref()];
        let of_people = |kind: &str| kind == PersonId::KIND || kind == SpaceId::KIND;
        kinds.into_iter().flatten().any(|it| of_people(&it.kind) || it.id == self.document.uuid())
    }

    async fn stands(&self) -> Result<bool> {
        let mut reader = self.parts.database.read().await?;
        let person = &self.asking.person;
        if person.is_somebody() {
            let session = match self.asking.by {
                By::Cookie(session) => Some(session),
                By::Token | By::Nothing => None,
            };
            let now = self.parts.database.now();
            if !sessions::stands(&mut reader, person.id, session, now).await? {
                return Ok(false);
            }
        }
        match may::read(&mut reader, person, &self.document.into()).await {
            Ok(seen) => Ok(place::may_write(&seen) == self.may_write),
            Err(kernel::Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }
}
