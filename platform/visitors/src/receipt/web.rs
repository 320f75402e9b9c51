//! The page under the secret link: all that a visitor wrote, and what she does with it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_DISPOSITION;
use axum::response::IntoResponse;
use database::Reads;
use feature::{Piece, Receipts, Routes, Standing, Who};
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, Form, Html, Path, Shell, Spot, Voice, see_other, with_status};
use serde::Deserialize;
use serde_json::json;

use super::{ask, erase, open, pieces};
use crate::Visitors;

pub(crate) fn routes(visitors: Visitors) -> Routes {
    Routes::with(visitors)
        .get("/receipts", Who::Everybody, door)
        .post("/receipts", Who::Everybody, ask_for_link)
        .get("/receipts/{secret}", Who::LinkHolders, show)
        .post("/receipts/{secret}/change", Who::LinkHolders, change)
        .post("/receipts/{secret}/withdraw", Who::LinkHolders, withdraw)
        .post("/receipts/{secret}/follow", Who::LinkHolders, follow)
        .get("/receipts/{secret}/export", Who::LinkHolders, export)
        .post("/receipts/{secret}/erase", Who::LinkHolders, erase_all)
        .get("/receipts/{secret}/stop/{kind}/{id}", Who::LinkHolders, show_stop)
        .post("/receipts/{secret}/stop/{kind}/{id}", Who::LinkHolders, stop)
        .done()
}

/// The way in for who lost her link, and the words when something is over.
#[derive(Template)]
#[template(path = "receipt/door.html")]
struct Door {
    v: Voice,
    shell: Shell,
    /// Which words stand there: `ask`, `sent`, `erased`, `stop`, `stopped`.
    word: &'static str,
    email: String,
    problem: String,
    /// Where the button posts to.
    path: String,
}

impl Door {
    async fn load(visitors: &Visitors, asking: &Asking, word: &'static str) -> Result<Self> {
        let mut reader = visitors.database.read().await?;
        let shell = Shell::load(&mut reader, asking, Spot::Nowhere).await?;
        let none = String::new();
        Ok(Self { v: asking.voice(), shell, word, email: none.clone(), problem: none, path: String::new() })
    }

    fn heading(&self) -> String {
        self.v.t(&format!("visitors-door-{}", self.word))
    }

    fn more(&self) -> String {
        self.v.t(&format!("visitors-door-{}-more", self.word))
    }
}

#[derive(Template)]
#[template(path = "receipt/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    secret: String,
    email: String,
    pieces: Vec<Piece>,
    shows_all: bool,
    /// The piece whose text was wrong, with what was typed and what was wrong about it.
    faulty: Option<(Uuid, String, String)>,
}

impl Show {
    async fn load(visitors: &Visitors, asking: &Asking, secret: String) -> Result<Self> {
        let mut reader = visitors.database.read().await?;
        let receipt = open::find(&mut reader, &secret, asking.now).await?;
        let pieces = pieces::all(visitors, &mut reader, &receipt, asking.locale).await?;
        let shell = Shell::load(&mut reader, asking, Spot::Nowhere).await?;
        let (email, shows_all) = (receipt.visitor.email.unwrap_or_default(), receipt.about.is_none());
        // Who holds the link of one piece need not be who owns the address.
        let email = if shows_all { email } else { String::new() };
        Ok(Self { v: asking.voice(), shell, secret, email, pieces, shows_all, faulty: None })
    }

    fn standing(&self, piece: &Piece) -> String {
        self.v.t(&format!("visitors-standing-{}", piece.standing.word()))
    }

    /// Whether something waits for an answer to the mail that was just sent.
    fn waits_for_mail(&self) -> bool {
        self.pieces.iter().any(|it| it.standing == Standing::Unconfirmed)
    }

    fn is_there(&self, piece: &Piece) -> bool {
        piece.standing != Standing::Withdrawn
    }

    fn text<'a>(&'a self, piece: &'a Piece) -> &'a str {
        match &self.faulty {
            Some((id, text, _)) if *id == piece.id => text,
            _ => &piece.text,
        }
    }

    fn problem(&self, piece: &Piece) -> Option<&str> {
        self.faulty.as_ref().filter(|it| it.0 == piece.id).map(|it| it.2.as_str())
    }
}

async fn door(State(visitors): State<Visitors>, Anyone(asking): Anyone) -> Answer {
    Ok(Html(Door::load(&visitors, &asking, "ask").await?).into_response())
}

#[derive(Deserialize)]
struct For {
    #[serde(default)]
    email: String,
}

async fn ask_for_link(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Form(given): Form<For>,
) -> Answer {
    visitors.doors.count(asking.address)?;
    match ask::ask(&visitors, &given.email, asking.locale).await {
        Ok(()) => Ok(Html(Door::load(&visitors, &asking, "sent").await?).into_response()),
        Err(Error::Invalid { message, .. }) => {
            let mut page = Door::load(&visitors, &asking, "ask").await?;
            (page.email, page.problem) = (given.email, page.v.say(&message));
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

async fn show(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
) -> Answer {
    Ok(Html(Show::load(&visitors, &asking, secret).await?).into_response())
}

/// One piece, and what is to become of it.
#[derive(Deserialize)]
struct One {
    kind: String,
    id: Uuid,
    #[serde(default)]
    text: String,
    #[serde(default)]
    follows: String,
}

/// Whose receipt this is, and who keeps the piece.
///
/// Errors: `NotFound` for a link that leads nowhere any more, or to another piece.
async fn held(
    visitors: &Visitors,
    from: &mut impl Reads,
    asking: &Asking,
    secret: &str,
    kind: &str,
    id: Uuid,
) -> Result<(Uuid, Arc<dyn Receipts>)> {
    let receipt = open::find(from, secret, asking.now).await?;
    Ok((receipt.visitor.id, pieces::keeper(visitors, &receipt, kind, id)?))
}

async fn change(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
    Form(one): Form<One>,
) -> Answer {
    visitors.doors.count(asking.address)?;
    let mut tx = visitors.database.begin().await?;
    let (visitor, keeper) = held(&visitors, &mut tx, &asking, &secret, &one.kind, one.id).await?;
    match keeper.change(&mut tx, visitor, one.id, &one.text).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Invalid { message, .. }) => {
            drop(tx);
            let mut page = Show::load(&visitors, &asking, secret).await?;
            page.faulty = Some((one.id, one.text, page.v.say(&message)));
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(&format!("/receipts/{secret}")))
}

async fn withdraw(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
    Form(one): Form<One>,
) -> Answer {
    let mut tx = visitors.database.begin().await?;
    let (visitor, keeper) = held(&visitors, &mut tx, &asking, &secret, &one.kind, one.id).await?;
    keeper.withdraw(&mut tx, visitor, one.id).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/receipts/{secret}")))
}

async fn follow(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
    Form(one): Form<One>,
) -> Answer {
    let mut tx = visitors.database.begin().await?;
    let (visitor, keeper) = held(&visitors, &mut tx, &asking, &secret, &one.kind, one.id).await?;
    keeper.follow(&mut tx, visitor, one.id, !one.follows.is_empty()).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/receipts/{secret}")))
}

async fn export(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
) -> Answer {
    let mut reader = visitors.database.read().await?;
    let receipt = open::find(&mut reader, &secret, asking.now).await?;
    let all = pieces::all(&visitors, &mut reader, &receipt, asking.locale).await?;
    let items = all.iter().map(|it| {
        json!({
            "kind": it.kind, "id": it.id,
            "about": { "title": it.title, "url": visitors.gate.absolute(&it.url) },
            "name": it.name, "text": it.text, "at": api::time(it.at), "state": it.standing.word(),
            "reason": it.reason, "follows": it.follows,
        })
    });
    let email = receipt.visitor.email.filter(|_| receipt.about.is_none());
    let body = json!({ "email": email, "items": items.collect::<Vec<_>>() });
    let name = (CONTENT_DISPOSITION, "attachment; filename=\"my-texts.json\"");
    Ok(([name], api::Json(body)).into_response())
}

async fn erase_all(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
) -> Answer {
    erase::erase(&visitors, &secret).await?;
    Ok(Html(Door::load(&visitors, &asking, "erased").await?).into_response())
}

async fn show_stop(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path((secret, kind, id)): Path<(String, String, Uuid)>,
) -> Answer {
    let mut reader = visitors.database.read().await?;
    held(&visitors, &mut reader, &asking, &secret, &kind, id).await?;
    drop(reader);
    let mut page = Door::load(&visitors, &asking, "stop").await?;
    let about = ThingId { kind: kind.into(), id };
    page.path = open::stop_path(&format!("/receipts/{secret}"), &about);
    Ok(Html(page).into_response())
}

/// Also pressed by a mail program, which signs nobody in (RFC 8058).
async fn stop(
    State(visitors): State<Visitors>,
    Anyone(asking): Anyone,
    Path((secret, kind, id)): Path<(String, String, Uuid)>,
) -> Answer {
    let mut tx = visitors.database.begin().await?;
    let (visitor, keeper) = held(&visitors, &mut tx, &asking, &secret, &kind, id).await?;
    keeper.follow(&mut tx, visitor, id, false).await?;
    tx.commit().await?;
    Ok(Html(Door::load(&visitors, &asking, "stopped").await?).into_response())
}
