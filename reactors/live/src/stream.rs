//! One browser listens.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use access::sessions;
use axum::extract;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;
use kernel::activity::Activity;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result, limits};
use page::{Answer, By, SignedIn};
use serde_json::json;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::{Parts, store};

#[derive(Clone)]
pub(crate) struct State {
    parts: Parts,
    /// How many streams each person has.
    open: Arc<Mutex<HashMap<PersonId, usize>>>,
}

impl State {
    pub fn new(parts: Parts) -> Self {
        Self { parts, open: Arc::default() }
    }

    /// Errors: `Conflict` above [`limits::CONNECTIONS_PER_PERSON_MAX`].
    fn take_place(&self, person: PersonId) -> Result<Seat> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(person).or_insert(0);
        if *count >= limits::CONNECTIONS_PER_PERSON_MAX {
            return Err(Error::conflict("live-too-many"));
        }
        *count += 1;
        Ok(Seat { person, open: Arc::clone(&self.open) })
    }
}

/// Given back when the stream ends, however it ends.
struct Seat {
    person: PersonId,
    open: Arc<Mutex<HashMap<PersonId, usize>>>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.person) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                open.remove(&self.person);
            }
        }
    }
}

struct Listener {
    parts: Parts,
    seat: Seat,
    session: Option<Uuid>,
    activities: Receiver<Arc<Activity>>,
    nudges: Receiver<PersonId>,
    tick: Interval,
    said_hello: bool,
    ended: bool,
}

pub(crate) async fn open(
    extract::State(state): extract::State<State>,
    SignedIn(asking): SignedIn,
) -> Answer<Response> {
    let mut tick = interval(limits::REACH_LOST_MAX);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let listener = Listener {
        seat: state.take_place(asking.person.id)?,
        session: match asking.by {
            By::Cookie(session) => Some(session),
            By::Token | By::Nothing => None,
        },
        activities: state.parts.tail.listen(),
        nudges: state.parts.nudges.listen(),
        parts: state.parts,
        tick,
        said_hello: false,
        ended: false,
    };
    let events = unfold(listener, |mut listener| async {
        let event = listener.next().await?;
        Some((Ok::<_, Infallible>(event), listener))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()).into_response())
}

/// Returns when the server stops, or when nobody is left who could stop it.
async fn stopped(stopping: &mut watch::Receiver<bool>) {
    let _stopped_or_gone = stopping.wait_for(|it| *it).await.is_ok();
}

impl Listener {
    /// What the browser hears next; `None` ends the stream, and the browser comes back by itself.
    async fn next(&mut self) -> Option<Event> {
        if !std::mem::replace(&mut self.said_hello, true) {
            return Some(Event::default().event("hello").data("{}"));
        }
        while !self.ended {
            tokio::select! {
                heard = self.activities.recv() => match heard {
                    Ok(activity) => {
                        if let Some(event) = self.tell(&activity).await {
                            return Some(event);
                        }
                    }
                    // Some were missed: the browser comes back and looks at everything anew.
                    Err(RecvError::Lagged(_) | RecvError::Closed) => self.ended = true,
                },
                nudged = self.nudges.recv() => {
                    if nudged.is_ok_and(|person| person == self.seat.person) {
                        return Some(Event::default().event("bell").data("{}"));
                    }
                }
                _ = self.tick.tick() => {
                    if !self.still_stands().await {
                        self.ended = true;
                        return Some(Event::default().event("bye").data("{}"));
                    }
                }
                () = stopped(&mut self.parts.stopping) => self.ended = true,
            }
        }
        None
    }

    async fn tell(&self, activity: &Activity) -> Option<Event> {
        let about = activity.deed.about();
        let mut reader = self.parts.database.read().await.ok()?;
        let space = store::space_of(&mut reader, self.seat.person, about).await.ok()??;
        let data = json!({
            "about": about.to_string(),
            "kind": activity.deed.object.kind,
            "verb": activity.deed.verb.0,
            "space": space,
            "actor": activity.deed.actor.uuid(),
        });
        Some(Event::default().event("changed").data(data.to_string()))
    }

    /// A database that does not answer for a moment is no reason to sign anybody out.
    async fn still_stands(&self) -> bool {
        let Ok(mut reader) = self.parts.database.read().await else { return true };
        let now = self.parts.database.now();
        sessions::stands(&mut reader, self.seat.person, self.session, now).await.unwrap_or(true)
    }
}
