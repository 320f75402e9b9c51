//! Processor time of the server per delivered update of a page that sixteen people have open, against a
//! relay of axum and yrs that keeps nothing. Each is a process of its own; the same client drives both.

use std::process::{Child, Command};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message as Frame, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::any;
use futures_util::{SinkExt, StreamExt};
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Mutex, broadcast};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Bytes, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use yrs::updates::decoder::Decode;
use yrs::{
    Doc, ReadTxn, StateVector, Transact, Update, WriteTxn, XmlElementPrelim, XmlFragment, XmlTextPrelim,
};

use crate::Done;
use crate::program::{Program, binary, free_port, processor_seconds};

const PEOPLE: usize = 16;
const UPDATES: usize = 2_000;
const PATIENCE: Duration = Duration::from_secs(60);

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// What one side cost.
struct Cost {
    delivered: usize,
    micros_each: f64,
    p99: Duration,
}

pub async fn run() -> Done {
    if !binary().exists() {
        return Err("build it first: cargo build --release".into());
    }
    let program = Program::start().await?;
    let space = program.make("/spaces", &json!({ "name": "Write", "visibility": "private" })).await?;
    let page = program.make("/pages", &json!({ "space_id": space, "title": "Page" })).await?;
    let url = format!("ws://127.0.0.1:{}/documents/{page}/sync", program.port);
    let ours = measure(&url, &program.token, program.pid()).await?;

    let port = free_port().await?;
    let mut relay = Relay(Command::new(std::env::current_exe()?).args(["relay", &port.to_string()]).spawn()?);
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let theirs = measure(&format!("ws://127.0.0.1:{port}/"), "", relay.0.id()).await?;
    relay.0.kill()?;
    println!(
        "co-editing, {PEOPLE} people, {UPDATES} updates, {} delivered: {:.1} µs of processor each, \
         p99 {:.1} ms; \
         bare axum and yrs {:.1} µs, p99 {:.1} ms; ratio {:.2} (budget 1.5)",
        ours.delivered,
        ours.micros_each,
        ours.p99.as_secs_f64() * 1000.0,
        theirs.micros_each,
        theirs.p99.as_secs_f64() * 1000.0,
        ours.micros_each / theirs.micros_each
    );
    Ok(())
}

struct Relay(Child);

impl Drop for Relay {
    fn drop(&mut self) {
        let _gone_already = self.0.kill();
        let _reaped = self.0.wait();
    }
}

async fn open(url: &str, token: &str) -> Done<Socket> {
    let mut request = url.into_client_request()?;
    if !token.is_empty() {
        request.headers_mut().insert("authorization", format!("Bearer {token}").parse()?);
    }
    Ok(connect_async(request).await?.0)
}

fn frame(kind: u8, body: &[u8]) -> Message {
    let mut bytes = vec![0, kind];
    let mut length = body.len();
    while length > 127 {
        bytes.push(u8::try_from(length & 127).unwrap_or(0) | 128);
        length >>= 7;
    }
    bytes.push(u8::try_from(length).unwrap_or(0));
    bytes.extend_from_slice(body);
    Message::Binary(Bytes::from(bytes))
}

/// One writer types, fifteen listen; each update carries when it was sent, in its words.
async fn measure(url: &str, token: &str, pid: u32) -> Done<Cost> {
    let begun = Instant::now();
    let mut listeners = Vec::new();
    for _ in 1..PEOPLE {
        let mut socket = open(url, token).await?;
        socket.send(frame(0, &[0])).await?;
        listeners.push(tokio::spawn(async move {
            let (mut seen, mut waits) = (0, Vec::with_capacity(UPDATES));
            while seen < UPDATES {
                let next = tokio::time::timeout(PATIENCE, socket.next()).await;
                let bytes = match next {
                    Ok(Some(Ok(Message::Binary(bytes)))) => bytes,
                    // Pings come at once and again and again.
                    Ok(Some(Ok(Message::Ping(_)))) => continue,
                    _ => break,
                };
                // A sync update; several words may have come in one frame.
                for at in stamps(&bytes) {
                    seen += 1;
                    waits.push(begun.elapsed().saturating_sub(at));
                }
            }
            (seen, waits)
        }));
    }
    let mut writer = open(url, token).await?;
    writer.send(frame(0, &[0])).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let before = processor_seconds(pid)?;
    let doc = Doc::new();
    for _ in 0..UPDATES {
        let update = {
            let mut txn = doc.transact_mut();
            let vector = txn.state_vector();
            let fragment = txn.get_or_insert_xml_fragment("default");
            let paragraph = fragment.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
            let words = format!("@{:012}@", begun.elapsed().as_micros());
            paragraph.push_back(&mut txn, XmlTextPrelim::new(words));
            txn.encode_diff_v1(&vector)
        };
        writer.send(frame(2, &update)).await?;
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let (mut delivered, mut waits) = (0, Vec::new());
    for listener in listeners {
        let (seen, its) = listener.await?;
        delivered += seen;
        waits.extend(its);
    }
    let spent = processor_seconds(pid)? - before;
    waits.sort_unstable();
    let p99 = waits.get(waits.len() * 99 / 100).copied().unwrap_or_default();
    if delivered < UPDATES * (PEOPLE - 1) {
        return Err(format!("only {delivered} updates were delivered").into());
    }
    Ok(Cost { delivered, micros_each: spent * 1e6 / delivered as f64, p99 })
}

/// The times between `@` signs.
fn stamps(bytes: &[u8]) -> Vec<Duration> {
    let text = String::from_utf8_lossy(bytes);
    let stamps = text.split('@').filter(|it| it.len() == 12).filter_map(|it| it.parse().ok());
    stamps.map(Duration::from_micros).collect()
}

#[derive(Clone)]
struct Room {
    doc: Arc<Mutex<Doc>>,
    all: broadcast::Sender<Bytes>,
}

/// The smallest thing that can be called a relay: it keeps the page in memory and passes frames on.
pub async fn relay() -> Done {
    let port: u16 = std::env::args().nth(2).ok_or("a port")?.parse()?;
    let room = Room { doc: Arc::default(), all: broadcast::channel(4096).0 };
    let app = Router::new().route("/", any(enter)).with_state(room);
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    Ok(axum::serve(listener, app).await?)
}

async fn enter(State(room): State<Room>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async move |socket| {
        let (mut out, mut into) = socket.split();
        let mut heard = room.all.subscribe();
        loop {
            tokio::select! {
                sent = into.next() => {
                    let Some(Ok(Frame::Binary(bytes))) = sent else { return };
                    if let Some(body) = body_of_update(&bytes)
                        && let Ok(update) = Update::decode_v1(body)
                    {
                        let doc = room.doc.lock().await;
                        let _applied = doc.transact_mut().apply_update(update);
                        let _nobody_listens = room.all.send(bytes);
                    } else {
                        let doc = room.doc.lock().await;
                        let state = doc.transact().encode_state_as_update_v1(&StateVector::default());
                        let answer = frame(1, &state).into_data();
                        drop(doc);
                        if out.send(Frame::Binary(answer)).await.is_err() {
                            return;
                        }
                    }
                }
                Ok(bytes) = heard.recv() => if out.send(Frame::Binary(bytes)).await.is_err() {
                    return;
                }
            }
        }
    })
}

fn body_of_update(frame: &[u8]) -> Option<&[u8]> {
    let rest = frame.strip_prefix(&[0, 2])?;
    let start = rest.iter().position(|it| it & 128 == 0)? + 1;
    rest.get(start..)
}
