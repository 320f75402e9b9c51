//! When edits are kept, told and compacted, and what happens when that fails.

use std::sync::atomic::Ordering;
use std::time::Duration;

use richtext::{from_markdown, plain_text};
use tokio::time::{Instant, sleep, timeout};
use uuid::Uuid;

use super::{ANA, BEN, Client, DANA, Memory, ROOM, member, update_of};
use crate::{Closed, Log, Rooms};

async fn seconds(count: u64) {
    sleep(Duration::from_secs(count)).await;
}

#[tokio::test(start_paused = true)]
async fn nobody_hears_of_an_edit_before_it_is_kept() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let (mut dana, mut ben) = (Client::join(&rooms, DANA).await, Client::join(&rooms, BEN).await);
    let before = dana.kept;
    let disk = log.disk.acquire().await.unwrap();
    for words in ["eins", "zwei", "drei"] {
        dana.write(words).await.unwrap();
        dana.settle().await;
        ben.settle().await;
    }
    assert_eq!((ben.text().as_str(), dana.kept), ("", before));
    drop(disk);
    dana.settle().await;
    ben.settle().await;
    assert_eq!((ben.text().as_str(), dana.kept), ("eins\nzwei\ndrei", before + 3));
    // The first went alone, the two that waited for it together.
    assert_eq!(log.appends.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn who_does_not_ask_is_not_told_what_is_kept() {
    let rooms = Rooms::new(Memory::new());
    let mut joined = rooms.join(ROOM, member(DANA)).await.unwrap();
    joined.incoming(&crate::protocol::update(&update_of("da"))).await.unwrap();
    seconds(1).await;
    while let Ok(frame) = joined.outgoing.try_recv() {
        assert_ne!(frame[0], 100);
    }
}

#[tokio::test(start_paused = true)]
async fn an_edit_is_told_after_five_seconds_of_quiet() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let (mut dana, mut ana) = (Client::join(&rooms, DANA).await, Client::join(&rooms, ANA).await);
    let start = Instant::now();
    dana.write("eins").await.unwrap();
    seconds(3).await;
    ana.settle().await;
    ana.write("zwei").await.unwrap();
    seconds(10).await;
    let told = log.told();
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].0 - start).as_secs(), 8);
    assert_eq!((told[0].1.as_slice(), told[0].2.as_str()), ([DANA, ANA].as_slice(), "eins\nzwei"));
}

#[tokio::test(start_paused = true)]
async fn who_writes_on_is_told_of_every_thirty_seconds() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let mut dana = Client::join(&rooms, DANA).await;
    let start = Instant::now();
    for _ in 0..50 {
        dana.write("und").await.unwrap();
        dana.hear().await;
        seconds(2).await;
    }
    let told: Vec<u64> = log.told().iter().map(|(at, ..)| (*at - start).as_secs()).collect();
    // Thirty seconds from the first edit that was not told yet.
    assert_eq!(told, [30, 62, 94]);
}

#[tokio::test(start_paused = true)]
async fn the_last_who_leaves_saves_the_room() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let (mut dana, ben) = (Client::join(&rooms, DANA).await, Client::join(&rooms, BEN).await);
    for number in 0..60 {
        dana.write(&number.to_string()).await.unwrap();
        dana.settle().await;
    }
    drop(dana);
    seconds(1).await;
    assert_eq!(log.told().len(), 0);
    drop(ben);
    seconds(1).await;
    assert_eq!((log.told().len(), log.rows().len()), (1, 1));
    assert_eq!(log.told()[0].1, [DANA]);
    assert!(log.text().ends_with("58\n59"));
    let again = Client::join(&rooms, BEN).await;
    assert!(again.text().ends_with("58\n59"));
}

#[tokio::test(start_paused = true)]
async fn a_long_log_is_compacted_while_people_write() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let mut dana = Client::join(&rooms, DANA).await;
    for _ in 0..700 {
        dana.write("x").await.unwrap();
        dana.settle().await;
    }
    assert!(log.rows().len() < 300);
    assert_eq!((log.text().lines().count(), dana.kept), (700, 700));
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_kept_closes_the_room_and_comes_again() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let (mut dana, mut ben) = (Client::join(&rooms, DANA).await, Client::join(&rooms, BEN).await);
    log.fails.store(true, Ordering::SeqCst);
    dana.write("verloren?").await.unwrap();
    dana.settle().await;
    ben.settle().await;
    assert_eq!((dana.closed(), ben.closed()), (Some(Closed::Reloaded), Some(Closed::Reloaded)));
    assert_eq!((ben.text().as_str(), log.text().as_str(), dana.kept), ("", "", 0));
    assert!(rooms.restore(ROOM, DANA, &from_markdown("nein")).await.is_err());
    log.fails.store(false, Ordering::SeqCst);
    dana.connect(&rooms).await;
    assert_eq!((log.text().as_str(), dana.kept), ("verloren?", 1));
}

#[tokio::test(start_paused = true)]
async fn a_log_that_panics_closes_the_room_and_comes_again() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let mut dana = Client::join(&rooms, DANA).await;
    log.panics.store(true, Ordering::SeqCst);
    dana.write("verloren?").await.unwrap();
    dana.settle().await;
    assert_eq!((dana.closed(), rooms.present().len()), (Some(Closed::Reloaded), 0));
    log.panics.store(false, Ordering::SeqCst);
    dana.connect(&rooms).await;
    assert_eq!((log.text().as_str(), dana.kept), ("verloren?", 1));
}

#[tokio::test(start_paused = true)]
async fn what_could_not_be_told_is_told_later() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let mut dana = Client::join(&rooms, DANA).await;
    dana.write("eins").await.unwrap();
    dana.settle().await;
    log.fails.store(true, Ordering::SeqCst);
    seconds(10).await;
    log.fails.store(false, Ordering::SeqCst);
    assert_eq!(log.told().len(), 0);
    seconds(60).await;
    assert_eq!((log.told().len(), log.told()[0].1.as_slice()), (1, [DANA].as_slice()));
    // A room whose edits nobody wants to hear of closes all the same.
    dana.write("zwei").await.unwrap();
    dana.settle().await;
    log.fails.store(true, Ordering::SeqCst);
    drop(dana);
    seconds(600).await;
    rooms.stop().await;
    assert_eq!(log.text(), "eins\nzwei");
}

#[tokio::test(start_paused = true)]
async fn stopping_saves_everything_and_lets_nobody_in() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let mut dana = Client::join(&rooms, DANA).await;
    dana.write("zuletzt").await.unwrap();
    timeout(Duration::from_secs(1), rooms.stop()).await.unwrap();
    assert_eq!((dana.closed(), log.text().as_str()), (Some(Closed::Stopping), "zuletzt"));
    assert_eq!(log.told().len(), 1);
    assert!(rooms.join(ROOM, member(DANA)).await.is_err());
    assert_eq!(plain_text(&rooms.read(ROOM).await.unwrap()), "zuletzt");
}

#[tokio::test(start_paused = true)]
async fn rooms_do_not_hear_of_each_other() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let other = Uuid::from_u128(2);
    log.append(other, vec![update_of("anderswo")]).await.unwrap();
    let mut dana = Client::join(&rooms, DANA).await;
    rooms.restore(other, DANA, &from_markdown("ganz anders")).await.unwrap();
    dana.settle().await;
    assert_eq!(dana.text(), "");
    assert_eq!(plain_text(&rooms.read(other).await.unwrap()), "ganz anders");
}
