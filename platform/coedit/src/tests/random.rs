//! Several people edit at random, lose their connection, and the server crashes; nothing that was called kept
//! may be lost, and in the end all must read the same.

use std::sync::Arc;

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use richtext::yjs::{self, FRAGMENT};
use tokio::runtime::Builder;
use yrs::types::Attrs;
use yrs::{Any, ReadTxn, Text, Transact, TransactionMut, WriteTxn, XmlElementPrelim, XmlFragment, XmlOut};

use super::{ANA, Client, DANA, Memory, ROOM, paragraph};
use crate::Rooms;

const WORDS: [&str; 6] = ["Kiste", "Pflanze", "ä", "🪴", "\u{301}", "ein längerer Satz"];

fn change(txn: &mut TransactionMut, random: &mut StdRng) {
    let fragment = txn.get_or_insert_xml_fragment(FRAGMENT);
    let length = fragment.len(txn);
    let at = random.random_range(0..=length);
    match (random.random_range(0..10), fragment.get(txn, at)) {
        (0..5, Some(XmlOut::Element(element))) => {
            let Some(XmlOut::Text(text)) = element.get(txn, 0) else {
                return;
            };
            let end = text.len(txn);
            let word = WORDS[random.random_range(0..WORDS.len())];
            match random.random_range(0..4) {
                0 if end > 0 => text.format(txn, 0, end, Attrs::from([("bold".into(), Any::from(true))])),
                1 if end > 0 => text.remove_range(txn, 0, end),
                2 => text.insert(txn, 0, word),
                _ => text.push(txn, word),
            }
        }
        (5..7, Some(_)) => fragment.remove_range(txn, at, random.random_range(1..=length - at)),
        (7, _) => {
            let list = fragment.insert(txn, at, XmlElementPrelim::empty("bulletList"));
            list.push_back(txn, XmlElementPrelim::empty("listItem"));
        }
        _ => paragraph(txn, WORDS[random.random_range(0..WORDS.len())]),
    }
}

/// One life of the server, which ends in a crash unless it is the last.
async fn live(log: Arc<Memory>, clients: &mut [Client], random: &mut StdRng, steps: usize) -> Rooms {
    let rooms = Rooms::new(log.clone());
    for _ in 0..steps {
        let client = random.random_range(0..clients.len());
        let client = &mut clients[client];
        match random.random_range(0..20) {
            0 => client.joined = None,
            1 | 2 if client.joined.is_none() => client.connect(&rooms).await,
            3..12 => {
                let mut own = StdRng::seed_from_u64(random.random());
                client.edit(|txn| change(txn, &mut own)).await.unwrap();
            }
            12 => tokio::time::sleep(std::time::Duration::from_secs(random.random_range(0..40))).await,
            13 => drop(log.disk.try_acquire().map(|turn| turn.forget())),
            14 | 15 if log.disk.available_permits() == 0 => log.disk.add_permits(1),
            _ => client.hear().await,
        }
        assert_eq!(client.closed(), None);
    }
    rooms
}

fn check_kept(log: &Memory, clients: &[Client]) {
    let (kept, left_out) = yjs::load(&log.rows());
    assert_eq!(left_out, 0);
    let state = kept.transact().state_vector();
    for client in clients {
        let clock = (client.kept as usize).checked_sub(1).map_or(0, |last| client.sent[last]);
        assert!(state.get(&client.doc.client_id()) >= clock, "what was called kept is lost");
    }
}

fn run(seed: u64) {
    println!("seed {seed}");
    let mut random = StdRng::seed_from_u64(seed);
    let log = Memory::new();
    let mut clients: Vec<Client> =
        (0..4).map(|number| Client::new(if number % 2 == 0 { DANA } else { ANA })).collect();
    for _ in 0..4 {
        let runtime = Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(live(log.clone(), &mut clients, &mut random, 120));
        check_kept(&log, &clients);
        clients.iter_mut().for_each(|client| (client.joined, client.kept) = (None, 0));
        drop(runtime);
        if log.disk.available_permits() == 0 {
            log.disk.add_permits(1);
        }
    }
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let rooms = Rooms::new(log.clone());
        for client in &mut clients {
            client.connect(&rooms).await;
        }
        for client in &mut clients {
            client.settle().await;
        }
        let read = rooms.read(ROOM).await.unwrap();
        for client in &clients {
            assert_eq!(yjs::node_of(&client.doc), read);
        }
        rooms.stop().await;
        assert_eq!(yjs::doc_of(&log.rows()), read);
        check_kept(&log, &clients);
    });
}

#[test]
fn nothing_kept_is_lost_and_all_read_the_same() {
    let seed: u64 = rand::random();
    (0..25).for_each(|number| run(seed.wrapping_add(number)));
}
