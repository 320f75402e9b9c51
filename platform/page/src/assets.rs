//! The built files of `web/`: scripts, styles, fonts, icons. Named by their contents, so kept for ever.

use std::collections::HashMap;
use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use serde_json::Value;

/// In a debug build the files are read from the folder when they are asked for.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Dist;

static NAMES: OnceLock<HashMap<String, String>> = OnceLock::new();

/// The address of an entry by its name in the source, such as `app.ts`. Without a build the page comes
/// without style and script, and says everything all the same.
pub fn url(name: &str) -> String {
    let names = NAMES.get_or_init(names);
    names.get(name).map_or_else(|| format!("/assets/{name}"), |file| format!("/{file}"))
}

fn names() -> HashMap<String, String> {
    let Some(manifest) = Dist::get("manifest.json") else { return HashMap::new() };
    let Ok(Value::Object(entries)) = serde_json::from_slice(&manifest.data) else { return HashMap::new() };
    let named = entries.into_iter().filter_map(|(name, entry)| {
        let file = entry.get("file")?.as_str()?.to_owned();
        Some((name, file))
    });
    named.collect()
}

/// `GET /assets/{*path}`.
pub async fn serve(Path(path): Path<String>) -> Response {
    answer(&format!("assets/{path}"), "public, max-age=31536000, immutable")
}

/// `GET /sw.js`: has no hash in its name, because the browser asks for it by this one.
pub async fn service_worker() -> Response {
    answer("sw.js", "no-cache")
}

fn answer(path: &str, caching: &'static str) -> Response {
    let Some(file) = Dist::get(path) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = HeaderValue::from_str(file.metadata.mimetype());
    let kind = kind.unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"));
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, HeaderValue::from_static(caching))];
    (headers, file.data.into_owned()).into_response()
}
