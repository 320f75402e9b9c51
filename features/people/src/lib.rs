//! Stand-in.
use std::sync::Arc;
use access::{CompanyRole, Person, tokens};
use database::{Database, Migration, Tx};
use feature::{Feature, Later, Loudness, Routes, Told, Who};
use kernel::Result;
use kernel::ids::PersonId;
use kernel::locale::Texts;
pub const MIGRATIONS: &[Migration] = &[];
pub const TEXTS: Texts = Texts { de: "", en: "" };
#[derive(Clone)]
pub struct Setup { pub key: String }
#[derive(Clone)]
pub struct Parts { pub database: Database, pub gate: page::Gate, pub blobs: blobs::Blobs, pub converter: convert::Converter, pub known: Later, pub setup: Setup }
const TOLD: &[Told] = &[
    Told { kind: "person", verb: access::people::CAME, de: "{actor} {title}", en: "{actor} {title}", loudness: Loudness::Silent },
];
pub fn feature(parts: Parts) -> Feature {
    let _ = Arc::new(0);
    let routes = Routes::with(parts).get("/api/v1/me", Who::Oneself, me).patch("/api/v1/me", Who::Oneself, me).done();
    Feature { told: TOLD, routes, ..Feature::named("people", TEXTS) }
}
async fn me(axum::extract::State(_): axum::extract::State<Parts>, page::SignedIn(asking): page::SignedIn) -> page::Answer {
    Ok(axum::response::IntoResponse::into_response(api::Json(serde_json::json!({"id": asking.person.id.uuid(), "name": asking.person.name, "role": asking.person.role.code()}))))
}
#[derive(Clone, Copy)]
pub enum LinkKind { SignIn }
pub async fn link(_: &mut Tx, _: PersonId, _: LinkKind, _: bool) -> Result<String> { Ok("/".into()) }
pub async fn add(database: &Database, email: &str, name: &str, role: CompanyRole, _: Option<String>) -> Result<(Person, String)> {
    let mut tx = database.begin().await?;
    let p = access::people::add(&mut tx, name, email, role).await?;
    tx.commit().await?;
    Ok((p, "/".into()))
}
pub async fn create_token(database: &Database, email: &str, name: &str) -> Result<String> {
    let mut tx = database.begin().await?;
    let p = access::people::by_email(&mut tx, email).await?.ok_or(kernel::Error::NotFound)?;
    let t = tokens::create(&mut tx, p.id, name).await?;
    tx.commit().await?;
    Ok(t)
}
