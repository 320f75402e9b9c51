//! Bytes that go out: whole or a part of them, and never as something that a browser would run.

use std::io::SeekFrom;

use axum::body::Body;
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE, RANGE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use blobs::Blobs;
use kernel::{Error, Result};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use crate::versions::version::File;

/// What is read from the disk at once.
const CHUNK_BYTES: usize = 64 * 1024;

pub(crate) struct Served<'a> {
    pub file: &'a File,
    pub etag: &'a str,
    /// To be saved even if it could be shown.
    pub download: bool,
}

/// Which bytes are wanted: from the first to before the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    All,
    Part(u64, u64),
    /// A part that is not there.
    Beyond,
}

/// Errors: `Unexpected` if the bytes are gone.
pub(crate) async fn file(blobs: &Blobs, served: &Served<'_>, asked: &HeaderMap) -> Result<Response> {
    let size = u64::try_from(served.file.size).unwrap_or(0);
    let mut headers = about(served);
    if matches(asked, IF_NONE_MATCH, served.etag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let is_current = !asked.contains_key(IF_RANGE) || matches(asked, IF_RANGE, served.etag);
    let range = asked.get(RANGE).and_then(|it| it.to_str().ok()).filter(|_| is_current);
    let (status, from, to) = match range.map_or(Wanted::All, |it| wanted(it, size)) {
        Wanted::All => (StatusCode::OK, 0, size),
        Wanted::Part(from, to) => {
            put(&mut headers, CONTENT_RANGE, &format!("bytes {from}-{}/{size}", to - 1));
            (StatusCode::PARTIAL_CONTENT, from, to)
        }
        Wanted::Beyond => {
            put(&mut headers, CONTENT_RANGE, &format!("bytes */{size}"));
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response());
        }
    };
    put(&mut headers, CONTENT_LENGTH, &(to - from).to_string());
    let mut bytes = blobs.open_blob(&served.file.blob).await.map_err(Error::unexpected)?;
    bytes.seek(SeekFrom::Start(from)).await.map_err(Error::unexpected)?;
    let stream = ReaderStream::with_capacity(bytes.take(to - from), CHUNK_BYTES);
    Ok((status, headers, Body::from_stream(stream)).into_response())
}

/// A picture that we drew ourselves, from the blob store.
///
/// Errors: `NotFound` if its bytes are gone: then it can be drawn again.
pub(crate) async fn picture(blobs: &Blobs, hash: &str, asked: &HeaderMap) -> Result<Response> {
    /// Larger than any picture we draw.
    const PICTURE_MAX_BYTES: u64 = 64 * 1024 * 1024;

    let etag = format!("\"{}\"", hash.get(..32).unwrap_or(hash));
    let mut headers = HeaderMap::new();
    put(&mut headers, ETAG, &etag);
    put(&mut headers, CACHE_CONTROL, "private, no-cache");
    put(&mut headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    if matches(asked, IF_NONE_MATCH, &etag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let bytes = blobs.read(hash, PICTURE_MAX_BYTES).await.map_err(|_| Error::NotFound)?;
    let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/webp" };
    put(&mut headers, CONTENT_TYPE, kind);
    put(&mut headers, CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'");
    Ok((headers, bytes).into_response())
}

/// A file that we made of a page, to be saved.
pub(crate) fn made(bytes: Vec<u8>, media_type: &str, name: &str) -> Response {
    let mut headers = HeaderMap::new();
    put(&mut headers, CONTENT_TYPE, media_type);
    put(&mut headers, CONTENT_DISPOSITION, &disposition("attachment", name));
    put(&mut headers, CACHE_CONTROL, "private, no-store");
    put(&mut headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(&mut headers, CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'");
    (headers, bytes).into_response()
}

/// Nothing in it may run or load anything, whatever it is and however it is opened.
fn about(served: &Served<'_>) -> HeaderMap {
    let is_shown = convert::harmless(&served.file.media_type) && !served.download;
    let way = if is_shown { "inline" } else { "attachment" };
    let mut headers = HeaderMap::new();
    put(&mut headers, CONTENT_TYPE, &served.file.media_type);
    put(&mut headers, CONTENT_DISPOSITION, &disposition(way, &served.file.file_name));
    put(&mut headers, ETAG, served.etag);
    put(&mut headers, ACCEPT_RANGES, "bytes");
    put(&mut headers, CACHE_CONTROL, "private, no-cache");
    put(&mut headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(&mut headers, CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'");
    headers
}

fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

fn matches(asked: &HeaderMap, name: HeaderName, etag: &str) -> bool {
    let values = asked.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    values.split(',').map(|it| it.trim().trim_start_matches("W/")).any(|it| it == etag)
}

/// The name in both spellings of RFC 6266: a plain one for old programs, and the true one.
pub(crate) fn disposition(way: &str, name: &str) -> String {
    let plain: String = name.chars().map(|it| if is_plain(it) { it } else { '_' }).collect();
    let mut true_name = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            true_name.push(char::from(byte));
        } else {
            true_name.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{true_name}")
}

fn is_plain(it: char) -> bool {
    it.is_ascii_alphanumeric() || "-._ ()".contains(it)
}

/// One range of bytes (RFC 9110, 14.1.2). Several at once, and what cannot be read, give the whole.
pub(crate) fn wanted(range: &str, size: u64) -> Wanted {
    let Some((first, last)) = range.trim().strip_prefix("bytes=").and_then(|it| it.split_once('-')) else {
        return Wanted::All;
    };
    let part = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(from), Ok(last)) if from <= last => (from, last.saturating_add(1).min(size)),
        (Ok(from), Err(_)) if last.trim().is_empty() => (from, size),
        (Err(_), Ok(length)) if first.trim().is_empty() => (size.saturating_sub(length), size),
        _ => return Wanted::All,
    };
    if part.0 < part.1 { Wanted::Part(part.0, part.1) } else { Wanted::Beyond }
}
