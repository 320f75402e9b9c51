//! The queue, for programs.

use api::{Json, List, Listing};
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Locale;
use kernel::ids::Uuid;
use page::{Answer, Path, Query, SignedIn};
use serde::Deserialize;
use serde_json::{Value, json};

use super::store::{self, Report, Tab};
use super::{decide, web};
use crate::Parts;
use crate::articles::editors;
use crate::comments::comment::{Comment, RemarkId};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/moderation", Who::Colleagues, list)
        .post("/api/v1/moderation/{id}/approve", Who::Colleagues, approve)
        .post("/api/v1/moderation/{id}/reject", Who::Colleagues, reject)
        .post("/api/v1/moderation/{id}/undo", Who::Colleagues, undo)
        .done()
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    state: String,
    #[serde(flatten)]
    listing: Listing,
}

async fn list(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    editors::must_be_editor(&mut reader, &asking.person).await?;
    let limit = asked.listing.limit()?;
    let after: Option<Uuid> = asked.listing.after()?;
    let all = match web::tab(&asked.state) {
        Tab::Decided => store::decided(&mut reader).await?,
        tab => store::waiting(&mut reader, tab, after, limit + 1).await?,
    };
    let ids: Vec<Uuid> = all.iter().map(|it| it.id).collect();
    let reports = store::open_reports(&mut reader, &ids).await?;
    let all = List::cut(all, limit, |it| it.id.to_string());
    let items = all.items.iter().map(|it| shape(it, &reports, asking.locale)).collect();
    Ok(Json(List::<Value> { items, next: all.next }).into_response())
}

/// Never with an address.
fn shape(it: &Comment, reports: &[Report], locale: Locale) -> Value {
    let reasons: Vec<Value> = it
        .why()
        .iter()
        .map(|why| json!({ "sign": why.sign, "weight": why.weight, "text": locale.say(&why.says()) }))
        .collect();
    let reported: Vec<Value> = reports
        .iter()
        .filter(|report| report.comment_id == it.id)
        .map(|report| json!({ "reason": report.reason, "law": report.law, "at": api::time(report.at) }))
        .collect();
    json!({
        "id": it.id, "kind": RemarkId::KIND, "state": it.state.code(), "name": it.name,
        "website": it.website, "body": it.body, "body_html": it.html, "at": api::time(it.made_at),
        "article": { "id": it.article_id, "title": it.title, "url": format!("/blog/{}", it.slug) },
        "reasons": reasons, "reports": reported, "decision": it.decision, "since": api::time(it.state_at),
        "seen": it.mark(),
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Decision {
    reason: String,
    /// Advertising; if it is not said, what has no reason is.
    spam: Option<bool>,
    /// The field of that name of what was looked at; whoever leaves it out does not mind.
    seen: Option<String>,
}

async fn approve(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Json(decision): Json<Decision>,
) -> Answer {
    decide::approve(&parts, &asking.person, id, &decision.reason, decision.seen.as_deref()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn reject(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Json(decision): Json<Decision>,
) -> Answer {
    let spam = decision.spam.unwrap_or(decision.reason.trim().is_empty());
    decide::reject(&parts, &asking.person, id, &decision.reason, spam).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn undo(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    decide::undo(&parts, &asking.person, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
