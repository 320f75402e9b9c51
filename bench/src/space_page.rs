//! What is new in a space of fifty entries, as it is shown first (twenty of them), against a bare axum server
//! that sends the same bytes.

use axum::Router;
use axum::routing::get;
use serde_json::json;
use tokio::net::TcpListener;

use crate::load::rate;
use crate::program::Program;
use crate::{Done, program};

const CLIENTS: usize = 16;
const ENTRIES: usize = 50;

pub async fn run() -> Done {
    let program = Program::start().await?;
    let space = program.make("/spaces", &json!({ "name": "Fifty", "visibility": "internal" })).await?;
    for number in 0..ENTRIES {
        let page = json!({ "space_id": space, "title": format!("Page {number}"), "markdown": "Some words." });
        program.make("/pages", &page).await?;
    }
    // The feed is written a moment after the pages.
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let path = format!("/feed/of?space={space}");
    let bytes = program.ask("GET", &path, "").await?;
    let ours = rate(program.port, CLIENTS, program.request("GET", &path, ""), 200).await?;

    let port = program::free_port().await?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let size = bytes.len();
    let bare = Router::new().route("/", get(async move || bytes.clone()));
    let server = tokio::spawn(async move { axum::serve(listener, bare).await });
    let request = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n").into_bytes();
    let theirs = rate(port, CLIENTS, request, 200).await?;
    server.abort();
    println!(
        "space page, {ENTRIES} entries, {size} bytes: {ours:.0}/s, bare axum {theirs:.0}/s, \
         ratio {:.3} (budget 0.333)",
        ours / theirs
    );
    Ok(())
}
