//! The mark of the answer, for pages and programs.

use axum::extract::State;
use axum::response::Response;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Form, Path, SignedIn, see_other};
use serde::Deserialize;

use super::mark::mark;
use crate::Parts;
use crate::posts::api::answer;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/posts/{id}/answer", Who::Writers, mark_on_the_page)
        .post("/api/v1/posts/{id}/answer", Who::Writers, mark_by_a_program)
        .done()
}

#[derive(Deserialize)]
struct Sent {
    /// Empty to take the mark away.
    #[serde(default)]
    comment_id: String,
}

impl Sent {
    fn comment(&self) -> Result<Option<Uuid>> {
        let wrong = |_| Error::invalid("comment_id", "posts-no-comment-of-it");
        Some(&self.comment_id).filter(|it| !it.is_empty()).map(|it| it.parse().map_err(wrong)).transpose()
    }
}

async fn mark_on_the_page(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(sent): Form<Sent>,
) -> Answer {
    mark(&parts, &asking.person, id, sent.comment()?).await?;
    Ok(see_other(&format!("/posts/{id}")))
}

#[derive(Deserialize)]
struct Marked {
    comment_id: Option<Uuid>,
}

async fn mark_by_a_program(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    api::Json(marked): api::Json<Marked>,
) -> Answer<Response> {
    mark(&parts, &asking.person, id, marked.comment_id).await?;
    answer(&mut parts.database.read().await?, &asking, id).await
}
