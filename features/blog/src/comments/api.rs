//! Comments on articles, for programs.

use api::Json;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Anyone, Path, SignedIn};
use serde::Deserialize;
use serde_json::json;
use visitors::checks::Trap;

use super::comment::{Approve, Draft, State};
use super::write::{Sent, say, write};
use super::{rules, store};
use crate::Parts;
use crate::articles::article::Public;
use crate::articles::{editors, find};
use crate::public::store as public;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/articles/{id}/comments", Who::Everybody, list)
        .post("/api/v1/articles/{id}/comments", Who::Everybody, send)
        .put("/api/v1/articles/{id}/comments", Who::Writers, rule)
        .done()
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    body: String,
    #[serde(default)]
    website: String,
    reply_to: Option<Uuid>,
    #[serde(default)]
    follow: bool,
    #[serde(default)]
    work: String,
}

async fn public_by(parts: &Parts, id: Uuid) -> Result<Public> {
    let mut reader = parts.database.read().await?;
    public::by_id(&mut reader, id).await?.ok_or(Error::NotFound)
}

/// What everybody reads, oldest first; never an address.
async fn list(Shared(parts): Shared<Parts>, Anyone(_): Anyone, Path(id): Path<Uuid>) -> Answer {
    let article = public_by(&parts, id).await?;
    let mut reader = parts.database.read().await?;
    let all = store::shown(&mut reader, article.id).await?;
    let shown = all.iter().filter(|it| it.state == State::Shown);
    let items = shown.map(|it| {
        json!({
            "id": it.id, "name": it.name, "website": it.website, "body_html": it.html,
            "reply_to": it.reply_to, "at": api::time(it.made_at), "ours": it.person_id.is_some(),
            "url": it.url(),
        })
    });
    Ok(Json(api::List::whole(items.collect::<Vec<_>>())).into_response())
}

async fn send(
    Shared(parts): Shared<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    Json(wanted): Json<Wanted>,
) -> Answer {
    let article = public_by(&parts, id).await?;
    if asking.person.role.is_colleague() && asking.person.is_somebody() {
        let id = say(&parts, &asking.person, &article, wanted.reply_to, &wanted.body).await?;
        let body = json!({ "id": id, "state": State::Shown.code() });
        return Ok((StatusCode::CREATED, Json(body)).into_response());
    }
    let answer = match wanted.work.as_str() {
        "" => visitors::work_answer(&headers),
        answer => answer,
    };
    if let Err(refusal) = parts.visitors.doors.pass(asking.address, answer, asking.now)? {
        return Ok(refusal.problem(&asking.voice()));
    }
    let draft = Draft::parse(&wanted.name, &wanted.website, &wanted.body)?;
    let sent = Sent {
        email: &wanted.email,
        draft,
        reply_to: wanted.reply_to,
        follows: wanted.follow,
        trap: Trap::default(),
        slowly: false,
        locale: asking.locale,
    };
    let taken = write(&parts, &article, sent).await?;
    let receipt = parts.gate.absolute(&taken.receipt);
    // Whether the address is known here is nobody's business but hers who has it.
    let body = json!({ "id": taken.id, "state": "received", "receipt_url": receipt });
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

/// Nothing for as everywhere in the blog.
#[derive(Deserialize)]
struct Rule {
    approve: Option<String>,
    days: Option<i64>,
}

async fn rule(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Json(rule): Json<Rule>,
) -> Answer {
    let approve = rule.approve.as_deref().unwrap_or(Approve::default().code());
    let days = rule.days.unwrap_or(0);
    rules::parse(approve, &days.to_string())?;
    let mut tx = parts.database.begin().await?;
    let article = find::change(&mut tx, &asking.person, id).await?;
    // Whoever looks at comments says which ones need it.
    editors::must_be_editor(&mut tx, &asking.person).await?;
    store::put_rule(&mut tx, article.id, rule.approve.as_deref(), rule.days).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
