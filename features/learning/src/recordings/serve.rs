//! A recording on its way to who may hear it: whole or a part of it, as browsers ask for sound.

use axum::extract::State;
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, RANGE,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use kernel::Error;
use kernel::ids::Uuid;
use page::{Answer, Path, SignedIn};

use super::recording::RECORDING_MAX_BYTES;
use super::store;
use crate::Parts;
use crate::courses::api::readable;

/// Another sound has another address, so a browser may keep it for as long as it likes.
pub(crate) async fn serve(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    asked: HeaderMap,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let (recording, course) = store::find(&mut reader, id).await?.ok_or(Error::NotFound)?;
    readable(&mut reader, &asking, course, asking.locale).await?;
    drop(reader);
    let bytes = parts.blobs.read(&recording.blob, RECORDING_MAX_BYTES as u64).await;
    // A file that is gone is told as such, and the browser reads the line with its own voice.
    let bytes = bytes.map_err(|_| Error::NotFound)?;
    let headers = [
        (CONTENT_TYPE, recording.media_type),
        (ACCEPT_RANGES, "bytes".to_owned()),
        (CACHE_CONTROL, "private, max-age=31536000, immutable".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned()),
    ];
    let range = asked.get(RANGE).and_then(|it| it.to_str().ok());
    match range.map_or(Wanted::All, |it| wanted(it, bytes.len())) {
        Wanted::All => Ok((headers, bytes).into_response()),
        Wanted::Part(from, to) => {
            let said = [(CONTENT_RANGE, format!("bytes {from}-{}/{}", to - 1, bytes.len()))];
            let part = bytes.get(from..to).unwrap_or_default().to_vec();
            Ok((StatusCode::PARTIAL_CONTENT, headers, said, part).into_response())
        }
        Wanted::Beyond => {
            let said = [(CONTENT_RANGE, format!("bytes */{}", bytes.len()))];
            Ok((StatusCode::RANGE_NOT_SATISFIABLE, headers, said).into_response())
        }
    }
}

/// Which bytes: from the first to before the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    All,
    Part(usize, usize),
    Beyond,
}

/// One range of bytes (RFC 9110, 14.1.2). Several at once, and what cannot be read, give the whole.
fn wanted(range: &str, size: usize) -> Wanted {
    let Some((first, last)) = range.trim().strip_prefix("bytes=").and_then(|it| it.split_once('-')) else {
        return Wanted::All;
    };
    let (from, to) = match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(from), Ok(last)) if from <= last => (from, last.saturating_add(1).min(size)),
        (Ok(from), Err(_)) if last.is_empty() => (from, size),
        (Err(_), Ok(length)) if first.is_empty() => (size.saturating_sub(length), size),
        _ => return Wanted::All,
    };
    if from < to { Wanted::Part(from, to) } else { Wanted::Beyond }
}

#[cfg(test)]
mod tests {
    use super::{Wanted, wanted};

    fn check(range: &str, expected: Wanted) {
        assert_eq!(wanted(range, 10), expected, "{range}");
    }

    #[test]
    fn a_part_is_what_was_asked_for_and_is_there() {
        check("bytes=0-", Wanted::Part(0, 10));
        check("bytes=2-4", Wanted::Part(2, 5));
        check("bytes=8-99", Wanted::Part(8, 10));
        check("bytes=-3", Wanted::Part(7, 10));
        check("bytes=10-", Wanted::Beyond);
        check("bytes=-0", Wanted::Beyond);
    }

    #[test]
    fn what_cannot_be_read_gives_the_whole() {
        for range in ["", "lines=1-2", "bytes=4-2", "bytes=0-1,3-4", "bytes=a-b"] {
            check(range, Wanted::All);
        }
    }
}
