//! The pages behind the links of the mail. Mail scanners open links: so nothing happens until a button is
//! pressed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, Html, Path, Shell, Spot, Voice, see_other, with_status};

use super::answer;
use crate::Visitors;

pub(crate) fn routes(visitors: Visitors) -> Routes {
    Routes::with(visitors)
        .get("/visitors/confirm/{secret}", Who::LinkHolders, show)
        .post("/visitors/confirm/{secret}", Who::LinkHolders, confirm)
        .get("/visitors/not-me/{secret}", Who::LinkHolders, show_other)
        .post("/visitors/not-me/{secret}", Who::LinkHolders, disown)
        .done()
}

/// Which words stand there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Asks,
    AsksNotMe,
    /// The link was used, or is too old.
    Over,
    Disowned,
}

#[derive(Template)]
#[template(path = "confirmation/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    stage: Stage,
    secret: String,
}

impl Show {
    fn word(&self) -> &'static str {
        match self.stage {
            Stage::Asks => "confirm",
            Stage::AsksNotMe => "not-me",
            Stage::Over => "over",
            Stage::Disowned => "disowned",
        }
    }

    fn asks(&self) -> bool {
        matches!(self.stage, Stage::Asks | Stage::AsksNotMe)
    }

    fn heading(&self) -> String {
        self.v.t(&format!("visitors-{}-heading", self.word()))
    }

    fn more(&self) -> String {
        let key = format!("visitors-{}-more", self.word());
        self.v.t1(&key, "company", self.shell.company.as_str())
    }

    fn button(&self) -> String {
        self.v.t(if self.stage == Stage::Asks { "visitors-confirm-button" } else { "visitors-not-me-button" })
    }
}

async fn page(visitors: &Visitors, asking: &Asking, stage: Stage, secret: String) -> Result<Response> {
    let mut reader = visitors.database.read().await?;
    let shell = Shell::load(&mut reader, asking, Spot::Nowhere).await?;
    let page = Show { v: asking.voice(), shell, stage, secret };
    let status = if stage == Stage::Over { StatusCode::NOT_FOUND } else { StatusCode::OK };
    Ok(if status == StatusCode::OK { Html(page).into_response() } else { with_status(status, page) })
}

async fn look(visitors: &Visitors, asking: &Asking, secret: String, stage: Stage) -> Answer {
    let mut reader = visitors.database.read().await?;
    let found = answer::look(&mut reader, &secret, asking.now).await;
    drop(reader);
    let stage = match found {
        Ok(_) => stage,
        Err(Error::NotFound) => Stage::Over,
        Err(error) => return Err(error.into()),
    };
    Ok(page(visitors, asking, stage, secret).await?)
}

async fn show(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
) -> Answer {
    look(&visitors, &asking, secret, Stage::Asks).await
}

async fn show_other(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
) -> Answer {
    look(&visitors, &asking, secret, Stage::AsksNotMe).await
}

async fn confirm(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
) -> Answer {
    match answer::confirm(&visitors, &secret).await {
        Ok(receipt) => Ok(see_other(&receipt)),
        Err(Error::NotFound) => Ok(page(&visitors, &asking, Stage::Over, secret).await?),
        Err(error) => Err(error.into()),
    }
}

async fn disown(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
) -> Answer {
    let stage = match answer::disown(&visitors, &secret).await {
        Ok(()) => Stage::Disowned,
        Err(Error::NotFound) => Stage::Over,
        Err(error) => return Err(error.into()),
    };
    Ok(page(&visitors, &asking, stage, secret).await?)
}
