//! Two buttons on the page of a task: open the practice space, and set it anew.

use axum::extract::State;
use axum::http::StatusCode;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, Colleague, Path, see_other, toast};

use super::set;
use crate::Parts;
use crate::courses::web::found;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/learn/chapters/{id}/practice", Who::Oneself, open)
        .post("/learn/chapters/{id}/practice/reset", Who::Oneself, reset)
        .post("/api/v1/chapters/{id}/task/reset", Who::Oneself, reset_by_program)
        .done()
}

async fn open(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    found(&parts, &asking, id).await?;
    let space = set::set(&parts, &asking.person, id, asking.locale, false).await?;
    Ok(see_other(&format!("/spaces/{space}")))
}

async fn reset(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    found(&parts, &asking, id).await?;
    set::set(&parts, &asking.person, id, asking.locale, true).await?;
    let back = see_other(&format!("/learn/chapters/{id}/task"));
    Ok(toast(back, &asking.locale.t("learning-practice-is-reset")))
}

async fn reset_by_program(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
) -> Answer<StatusCode> {
    found(&parts, &asking, id).await?;
    set::set(&parts, &asking.person, id, asking.locale, true).await?;
    Ok(StatusCode::NO_CONTENT)
}
