mod awareness;
mod keeping;
mod random;
mod rooms;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use kernel::Error;
use richtext::yjs::{self, FRAGMENT};
use richtext::{Node, from_markdown, plain_text};
use tokio::sync::Semaphore;
use tokio::time::Instant;
use uuid::Uuid;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{Doc, ReadTxn, StateVector, Text, Transact, TransactionMut, Update, WriteTxn, XmlElementPrelim};
use yrs::{XmlFragment, XmlTextPrelim};

use crate::protocol::{Reader, put_block, put_number};
use crate::{Closed, Joined, Log, Member, Rooms};

const ROOM: Uuid = Uuid::from_u128(1);
const DANA: Uuid = Uuid::from_u128(10);
const ANA: Uuid = Uuid::from_u128(11);
const BEN: Uuid = Uuid::from_u128(12);

/// A log that keeps its rows in memory, so that they survive the rooms but not the test.
struct Memory {
    rows: Mutex<HashMap<Uuid, Vec<Vec<u8>>>>,
    told: Mutex<Vec<(Instant, Vec<Uuid>, String)>>,
    appends: AtomicUsize,
    fails: AtomicBool,
    panics: AtomicBool,
    /// Each append takes a permit; a test that takes them all holds the disk.
    disk: Semaphore,
}

impl Memory {
    fn new() -> Arc<Self> {
        Arc::new(Self {
            rows: Mutex::default(),
            told: Mutex::default(),
            appends: AtomicUsize::new(0),
            fails: AtomicBool::new(false),
            panics: AtomicBool::new(false),
            disk: Semaphore::new(1),
        })
    }

    fn rows(&self) -> Vec<Vec<u8>> {
        self.rows.lock().unwrap().get(&ROOM).cloned().unwrap_or_default()
    }

    fn text(&self) -> String {
        plain_text(&yjs::doc_of(&self.rows()))
    }

    fn told(&self) -> Vec<(Instant, Vec<Uuid>, String)> {
        self.told.lock().unwrap().clone()
    }
}

#[async_trait]
impl Log for Memory {
    async fn load(&self, room: Uuid) -> kernel::Result<Vec<Vec<u8>>> {
        tokio::task::yield_now().await;
        Ok(self.rows.lock().unwrap().get(&room).cloned().unwrap_or_default())
    }

    async fn append(&self, room: Uuid, updates: Vec<Vec<u8>>) -> kernel::Result<i64> {
        let _turn = self.disk.acquire().await.map_err(Error::unexpected)?;
        assert!(!self.panics.load(Ordering::SeqCst), "as wished");
        if self.fails.load(Ordering::SeqCst) {
            return Err(Error::Full);
        }
        self.appends.fetch_add(1, Ordering::SeqCst);
        let mut rows = self.rows.lock().unwrap();
        let rows = rows.entry(room).or_default();
        rows.extend(updates);
        Ok(rows.len() as i64)
    }

    async fn compact(&self, room: Uuid, snapshot: Vec<u8>) -> kernel::Result<()> {
        self.rows.lock().unwrap().insert(room, vec![snapshot]);
        Ok(())
    }

    async fn edited(&self, _: Uuid, by: Vec<Uuid>, doc: Node, snapshot: Vec<u8>) -> kernel::Result<()> {
        if self.fails.load(Ordering::SeqCst) {
            return Err(Error::Full);
        }
        assert_eq!(yjs::doc_of(&[snapshot]), doc);
        self.told.lock().unwrap().push((Instant::now(), by, plain_text(&doc)));
        Ok(())
    }
}

fn member(person: Uuid) -> Member {
    Member { person, name: format!("Person {}", person.as_u128()), may_write: person != BEN }
}

/// A client as y-websocket is one.
struct Client {
    doc: Doc,
    person: Uuid,
    joined: Option<Joined>,
    denied: usize,
    kept: u64,
    /// The own clock after each update that was sent on this connection.
    sent: Vec<u32>,
    states: Vec<Vec<u8>>,
}

impl Client {
    fn new(person: Uuid) -> Self {
        let doc = Doc::new();
        Self { doc, person, joined: None, denied: 0, kept: 0, sent: Vec::new(), states: Vec::new() }
    }

    async fn join(rooms: &Rooms, person: Uuid) -> Self {
        let mut client = Self::new(person);
        client.connect(rooms).await;
        client
    }

    async fn connect(&mut self, rooms: &Rooms) {
        (self.kept, self.sent) = (0, Vec::new());
        self.joined = Some(rooms.join(ROOM, member(self.person)).await.unwrap());
        self.send(&[100]).await.unwrap();
        let state = self.doc.transact().state_vector().encode_v1();
        self.send(&frame(&[0, 0], &state)).await.unwrap();
        self.settle().await;
    }

    async fn send(&mut self, frame: &[u8]) -> Result<(), Closed> {
        match &mut self.joined {
            Some(joined) => joined.incoming(frame).await,
            None => Ok(()),
        }
    }

    /// Lets everybody do what they have to do, and hears what comes of it.
    async fn settle(&mut self) {
        for _ in 0..8 {
            for _ in 0..8 {
                tokio::task::yield_now().await;
            }
            self.hear().await;
        }
    }

    async fn hear(&mut self) {
        while let Some(frame) = self.joined.as_mut().and_then(|joined| joined.outgoing.try_recv().ok()) {
            let mut reader = Reader(&frame);
            match (reader.number().unwrap(), reader.number().unwrap()) {
                (0, 0) => {
                    let state = StateVector::decode_v1(reader.block().unwrap()).unwrap();
                    let update = self.doc.transact().encode_state_as_update_v1(&state);
                    self.sent.push(self.clock());
                    let _ = self.send(&crate::protocol::answer(&update)).await;
                }
                (0, 1 | 2) => self.apply(reader.block().unwrap()),
                (1, _) => self.states.push(frame.to_vec()),
                (2, 0) => self.denied += 1,
                (100, count) => self.kept = count,
                other => panic!("{other:?}"),
            }
        }
    }

    fn apply(&self, update: &[u8]) {
        self.doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
    }

    fn clock(&self) -> u32 {
        self.doc.transact().state_vector().get(&self.doc.client_id())
    }

    /// Changes the document, as an editor does, and says so.
    async fn edit(&mut self, act: impl FnOnce(&mut TransactionMut)) -> Result<(), Closed> {
        let mut txn = self.doc.transact_mut();
        act(&mut txn);
        let update = txn.encode_update_v1();
        drop(txn);
        if self.joined.is_some() {
            self.sent.push(self.clock());
        }
        self.send(&crate::protocol::update(&update)).await
    }

    async fn write(&mut self, words: &str) -> Result<(), Closed> {
        self.edit(|txn| paragraph(txn, words)).await
    }

    fn text(&self) -> String {
        plain_text(&yjs::node_of(&self.doc))
    }

    fn closed(&self) -> Option<Closed> {
        self.joined.as_ref().and_then(Joined::closed)
    }
}

fn paragraph(txn: &mut TransactionMut, words: &str) {
    let fragment = txn.get_or_insert_xml_fragment(FRAGMENT);
    let element = fragment.push_back(txn, XmlElementPrelim::empty("paragraph"));
    let text = element.push_back(txn, XmlTextPrelim::new(""));
    text.push(txn, words);
}

fn frame(numbers: &[u64], block: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    numbers.iter().for_each(|number| put_number(&mut out, *number));
    put_block(&mut out, block);
    out
}

/// What a client says of itself.
fn presence(client: u64, clock: u64, state: &str) -> Vec<u8> {
    let mut states = Vec::new();
    [1, client, clock].iter().for_each(|number| put_number(&mut states, *number));
    put_block(&mut states, state.as_bytes());
    frame(&[1], &states)
}

fn update_of(markdown: &str) -> Vec<u8> {
    yjs::update_of(&from_markdown(markdown))
}

/// A step of many that each put an element into the one before: sound alone, but too deep in the end.
fn deeper(clock: u8) -> Vec<u8> {
    let place = if clock == 0 { [&[7, 1, 7][..], b"default"].concat() } else { vec![7, 0, 5, clock - 1] };
    crate::protocol::update(&[&[1, 1, 5, clock][..], &place, b"\x03\x01p\x00"].concat()).to_vec()
}
