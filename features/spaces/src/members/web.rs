//! The page of members: who is in a space, and finding who is not.

use access::{Named, Seen, people, spaces};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use database::Reader;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Result, limits};
use page::{Answer, Anyone, Asking, Html, Path, Query, Shell, Spot, Voice, with_status};
use serde::Deserialize;

use super::store::{self, Member};
use crate::Parts;
use crate::fault::Fault;
use crate::seen::seen;
use crate::spaces::{Head, Tab};

/// A name that fits more people than these has to be typed on.
const FOUND_MAX: i64 = 8;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/spaces/{id}/members", Who::Readers, show).done()
}

#[derive(Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    q: String,
}

/// Somebody who could be taken in.
struct Candidate {
    person: Named,
    /// A space of this kind can hold her.
    fits: bool,
}

#[derive(Template)]
#[template(path = "members/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    head: Head,
    me: Uuid,
    members: Vec<Member>,
    /// Those that are not shown, because the list would become too long.
    more: i64,
    q: String,
    found: Vec<Candidate>,
    fault: Fault,
}

impl Show {
    /// Whose space it is, and oneself, is not offered to be taken out here: one leaves.
    fn is_me(&self, member: &Member) -> bool {
        member.person.id == self.me
    }

    fn said(&self, level: &access::Level) -> String {
        self.v.t(match level {
            access::Level::Owner => "spaces-level-owner",
            access::Level::Writer => "spaces-level-writer",
            access::Level::Reader => "spaces-level-reader",
        })
    }
}

async fn show(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let page = load(&mut reader, &asking, id, wanted, Fault::default()).await?;
    Ok(Html(page).into_response())
}

/// The page with what could not be done.
pub(crate) async fn again(parts: &Parts, asking: &Asking, id: Uuid, fault: Fault) -> Result<Response> {
    let mut reader = parts.database.read().await?;
    let page = load(&mut reader, asking, id, Wanted::default(), fault).await?;
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
}

async fn load(reader: &mut Reader, asking: &Asking, id: Uuid, wanted: Wanted, fault: Fault) -> Result<Show> {
    let (v, space) = (asking.voice(), seen(reader, asking, id).await?);
    let head = Head::of(reader, asking, &v, &space, Tab::Members).await?;
    let shell = Shell::load(reader, asking, Spot::Space(id)).await?;
    let members = store::by_level(reader, &asking.person, &space, limits::LIST_LENGTH_MAX_ROWS).await?;
    let q: String = wanted.q.trim().chars().take(limits::QUERY_LENGTH_MAX_CHARS).collect();
    let found = if head.owns && !q.is_empty() { find(reader, asking, &space, &q).await? } else { Vec::new() };
    let more = head.space.members - i64::try_from(members.len()).unwrap_or(0);
    Ok(Show { v, shell, head, me: asking.person.id.uuid(), members, more, q, found, fault })
}

/// By a whole address, else by the beginning of a name.
async fn find(reader: &mut Reader, asking: &Asking, space: &Seen, q: &str) -> Result<Vec<Candidate>> {
    let found = if q.contains('@') {
        let person = people::by_email(reader, q).await?;
        let known = match person {
            Some(person) => people::known(reader, &asking.person, person.id).await.ok(),
            None => None,
        };
        known.into_iter().collect()
    } else {
        store::others(reader, &asking.person, space, q, FOUND_MAX).await?
    };
    let fits = |person: &Named| spaces::can_hold(space.visibility, person.role);
    Ok(found.into_iter().map(|person| Candidate { fits: fits(&person), person }).collect())
}
