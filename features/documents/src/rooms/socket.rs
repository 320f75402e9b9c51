//! The WebSocket of a page: frames of y-websocket's protocol, in and out.

use std::time::Duration;

use access::may;
use axum::extract::State;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use coedit::{Closed, Joined, Member};
use feature::{Routes, Who};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use kernel::ids::Uuid;
use kernel::{Error, limits};
use page::{Answer, Anyone, Path};
use tokio::sync::mpsc;
use tokio::time::{interval, timeout};

use super::watch::Watched;
use crate::documents::api::known;
use crate::documents::document::DocumentId;
use crate::documents::store;
use crate::{Parts, place};

/// Readers of public pages who are not signed in, all together; the rest read the page without following it.
const WEB_SOCKETS_MAX: usize = 512;

/// What a frame has beside the update in it.
const FRAME_MARGIN_BYTES: usize = 1024;

/// Frames are small as a rule; a thousand open pages with large buffers would need as much memory as a film.
const READ_BUFFER_BYTES: usize = 4096;

/// How long one frame may take to leave; who is slower than that is away.
const SEND_MAX: Duration = Duration::from_secs(20);

/// So often something is sent, so that a line that was cut is noticed.
const PING_EVERY: Duration = Duration::from_secs(25);

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/documents/{id}/sync", Who::Readers, open).done()
}

async fn open(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Answer<Response> {
    let document = DocumentId::from(id);
    let mut reader = parts.database.read().await?;
    let seen = known(may::read(&mut reader, &asking.person, &document.into()).await, &asking)?;
    if !store::of(&mut reader, &seen).await?.is_page() {
        return Err(Error::NotFound.into());
    }
    drop(reader);
    let upgrade = match upgrade {
        Ok(upgrade) => upgrade,
        Err(refusal) => return Ok(refusal.into_response()),
    };
    let person = asking.person.id.uuid();
    let open = parts.rooms.present().into_iter().filter(|(_, it)| *it == person).count();
    // Whoever is not signed in is the same person here: so this bounds all of the web together.
    let most = if asking.person.is_somebody() { limits::CONNECTIONS_PER_PERSON_MAX } else { WEB_SOCKETS_MAX };
    if open >= most {
        return Err(Error::TooOften { retry_after: Duration::from_secs(10) }.into());
    }
    let may_write = place::may_write(&seen);
    let member = Member { person, name: asking.person.name.clone(), may_write };
    let watched = Watched { parts, asking, document, may_write };
    let max = limits::COEDIT_UPDATE_MAX_BYTES + FRAME_MARGIN_BYTES;
    let upgrade = upgrade.max_message_size(max).max_frame_size(max).read_buffer_size(READ_BUFFER_BYTES);
    Ok(upgrade.on_upgrade(move |socket| serve(socket, watched, member)))
}

async fn serve(mut socket: WebSocket, watched: Watched, member: Member) {
    let joined = watched.parts.rooms.join(watched.document.uuid(), member).await;
    let mut joined = match joined {
        Ok(joined) => joined,
        Err(error) => {
            tracing::warn!(?error, "a room could not be entered");
            let _may_be_gone = timeout(SEND_MAX, socket.send(close(Closed::Reloaded))).await;
            return;
        }
    };
    let outgoing = std::mem::replace(&mut joined.outgoing, mpsc::channel(1).1);
    let (mut sink, stream) = socket.split();
    let why = tokio::select! {
        why = take_in(&mut joined, stream) => why,
        () = send_out(outgoing, &mut sink) => None,
        () = watched.until_lost() => Some(Closed::Evicted),
    };
    if let Some(why) = why.or(joined.closed()) {
        let _may_be_gone = timeout(Duration::from_secs(1), sink.send(close(why))).await;
    }
}

/// Returns when the other side closes, or has to be closed.
async fn take_in(joined: &mut Joined, mut stream: SplitStream<WebSocket>) -> Option<Closed> {
    while let Some(message) = stream.next().await {
        match message {
            Ok(Message::Binary(frame)) => {
                if let Err(why) = joined.incoming(&frame).await {
                    return Some(why);
                }
            }
            Ok(Message::Ping(_) | Message::Pong(_)) => {}
            Ok(Message::Text(_)) => return Some(Closed::Malformed),
            Ok(Message::Close(_)) | Err(_) => return None,
        }
    }
    None
}

/// Returns when the room has closed the connection, or nothing gets through.
async fn send_out(mut outgoing: mpsc::Receiver<Bytes>, sink: &mut SplitSink<WebSocket, Message>) {
    let mut ping = interval(PING_EVERY);
    loop {
        let message = tokio::select! {
            frame = outgoing.recv() => match frame {
                Some(frame) => Message::Binary(frame),
                None => return,
            },
            _ = ping.tick() => Message::Ping(Bytes::new()),
        };
        match timeout(SEND_MAX, sink.send(message)).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) | Err(_) => return,
        }
    }
}

fn close(why: Closed) -> Message {
    Message::Close(Some(CloseFrame { code: why.code(), reason: "".into() }))
}
