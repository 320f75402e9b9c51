//! What belongs to no feature: whether the process lives, the built files, the description of the API.

use access::people;
use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use database::Database;
use feature::{Route, Routes, Who};
use kernel::Error;
use page::{Anyone, Problem, see_other};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::house::House;

/// These stand before the gate: they ask nobody who they are.
pub fn before_the_gate(house: &House) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .route("/assets/{*path}", get(page::assets::serve))
        .route("/sw.js", get(page::assets::service_worker))
        .with_state(house.clone())
}

async fn ready(State(house): State<House>) -> Response {
    let database = house.database.read().await.is_ok();
    let blobs = tokio::fs::try_exists(house.options.data.join("blobs")).await.unwrap_or(false);
    if database && blobs {
        return "ready\n".into_response();
    }
    (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
}

#[derive(Clone)]
struct Described {
    house: House,
    document: Arc<String>,
}

/// `all` is every route of every feature.
pub fn routes(house: &House, all: &[Route]) -> Routes {
    let mut listed = all.to_vec();
    let own = [
        ("/api/v1/openapi.json", Who::Everybody),
        ("/metrics", Who::Admins),
        ("/healthz", Who::Everybody),
        ("/readyz", Who::Everybody),
        ("/assets/{*path}", Who::Everybody),
        ("/sw.js", Who::Everybody),
    ];
    listed.extend(own.map(|(path, who)| Route { method: axum::http::Method::GET, path, who }));
    let document = Arc::new(api::openapi(&listed).to_string());
    let state = Described { house: house.clone(), document };
    let mut routes = Routes::with(state)
        .get("/api/v1/openapi.json", Who::Everybody, describe)
        .get("/metrics", Who::Admins, metrics)
        .done();
    routes.list = listed.split_off(all.len());
    routes
}

async fn describe(State(state): State<Described>) -> Response {
    ([(CONTENT_TYPE, "application/json")], state.document.to_string()).into_response()
}

/// For whoever sits at the machine, and for admins.
async fn metrics(
    State(state): State<Described>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Anyone(asking): Anyone,
) -> page::Answer {
    let at_the_machine = peer.ip().is_loopback() && asking.address.is_loopback();
    if !at_the_machine {
        asking.person.must_be_admin()?;
    }
    let mut reader = state.house.database.read().await?;
    let last = database::outbox::last(&mut reader).await?;
    let mut text = format!("# TYPE mitwerk_activities_total counter\nmitwerk_activities_total {last}\n");
    text.push_str("# TYPE mitwerk_reactor_position gauge\n");
    for (name, position) in dispatch::store::cursors(&mut reader).await? {
        text.push_str(&format!("mitwerk_reactor_position{{reactor=\"{name}\"}} {position}\n"));
    }
    let stuck = dispatch::store::stuck(&mut reader).await?.len();
    let given_up = dispatch::jobs::given_up(&mut reader).await?.len();
    text.push_str(&format!("# TYPE mitwerk_stuck gauge\nmitwerk_stuck {stuck}\n"));
    text.push_str(&format!("# TYPE mitwerk_jobs_given_up gauge\nmitwerk_jobs_given_up {given_up}\n"));
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}

pub async fn nothing_here() -> Problem {
    Problem(Error::NotFound)
}

/// An address that exists, with a method that it does not have.
pub async fn not_that_way() -> Response {
    let mut response = Problem(Error::NotFound).into_response();
    *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    response
}

/// Until somebody has an account, every page leads to the setup.
#[derive(Clone)]
pub struct Empty {
    database: Database,
    /// Once there is somebody, there always is.
    settled: Arc<AtomicBool>,
}

impl Empty {
    pub fn new(database: Database) -> Self {
        Self { database, settled: Arc::default() }
    }
}

pub async fn lead_to_setup(State(empty): State<Empty>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let elsewhere = path == "/" || path == "/sign-in";
    if elsewhere && !empty.settled.load(Ordering::Relaxed) {
        let nobody = match empty.database.read().await {
            Ok(mut reader) => people::is_empty(&mut reader).await.unwrap_or(false),
            Err(_) => false,
        };
        if nobody {
            return see_other("/setup");
        }
        empty.settled.store(true, Ordering::Relaxed);
    }
    next.run(request).await
}

/// A handler broke; its place is in the log.
pub fn fault() -> Problem {
    Problem(Error::unexpected("a handler broke"))
}
