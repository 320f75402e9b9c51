//! What people in a room see of each other, and what hostile ones can do.

use std::time::Duration;

use richtext::{from_markdown, plain_text};
use tokio::time::sleep;

use super::{ANA, BEN, Client, DANA, Memory, ROOM, deeper, frame, member, presence, update_of};
use crate::{Closed, Log, Rooms};

/// Somebody does something hostile; only their connection may suffer, and the room lives on.
async fn check_closes_alone(frames: &[Vec<u8>], why: Closed) {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let (mut ana, mut dana) = (Client::join(&rooms, ANA).await, Client::join(&rooms, DANA).await);
    let mut answer = Ok(());
    for frame in frames {
        answer = answer.and(ana.send(frame).await);
    }
    assert_eq!(answer, Err(why));
    assert_eq!(ana.closed(), Some(why));
    assert_eq!(ana.send(&[100]).await, Err(why));
    dana.write("weiter").await.unwrap();
    dana.settle().await;
    assert_eq!((dana.closed(), log.text().as_str()), (None, "weiter"));
}

#[tokio::test(start_paused = true)]
async fn two_write_and_a_third_reads() {
    let rooms = Rooms::new(Memory::new());
    let mut dana = Client::join(&rooms, DANA).await;
    let mut ana = Client::join(&rooms, ANA).await;
    let mut ben = Client::join(&rooms, BEN).await;
    dana.write("Kisten").await.unwrap();
    ana.settle().await;
    ana.write("Pflanzen").await.unwrap();
    for one in [&mut dana, &mut ana, &mut ben] {
        one.settle().await;
        assert_eq!(one.text(), "Kisten\nPflanzen");
    }
    let late = Client::join(&rooms, ANA).await;
    assert_eq!(late.text(), "Kisten\nPflanzen");
    assert_eq!(plain_text(&rooms.read(ROOM).await.unwrap()), "Kisten\nPflanzen");
    assert_eq!(ben.denied, 0);
}

#[tokio::test(start_paused = true)]
async fn a_reader_is_denied_and_stays() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let (mut ben, mut dana) = (Client::join(&rooms, BEN).await, Client::join(&rooms, DANA).await);
    ben.write("verboten").await.unwrap();
    ben.write("noch einmal").await.unwrap();
    ben.settle().await;
    dana.write("erlaubt").await.unwrap();
    dana.settle().await;
    ben.settle().await;
    assert_eq!((ben.denied, ben.kept, ben.closed()), (2, 0, None));
    assert_eq!((dana.text().as_str(), log.text().as_str()), ("erlaubt", "erlaubt"));
    assert!(ben.text().contains("erlaubt"));
    ben.send(&presence(7, 1, "{\"user\":{\"name\":\"Ben\"}}")).await.unwrap();
    dana.settle().await;
    assert_eq!(dana.states.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_brings_nothing_is_no_error() {
    let log = Memory::new();
    log.append(ROOM, vec![update_of("da"), update_of("und weg")]).await.unwrap();
    let rooms = Rooms::new(log.clone());
    rooms.restore(ROOM, DANA, &from_markdown("da")).await.unwrap();
    let rows = log.rows().len();
    // Both name what was deleted when they answer.
    for person in [ANA, BEN] {
        let mut client = Client::join(&rooms, person).await;
        client.connect(&rooms).await;
        client.send(&frame(&[0, 1], &[0, 0])).await.unwrap();
        client.settle().await;
        assert_eq!((client.denied, client.closed(), log.rows().len()), (0, None, rows));
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_no_frame_closes_its_connection_alone() {
    let bomb = [&[1, 1, 1, 0, 8, 1, 1, 97, 1][..], &[117, 1].repeat(500_000), &[126, 0]].concat();
    for garbage in [
        b"\xff\xff\xff garbage".to_vec(),
        vec![0, 9, 0],
        vec![0, 2, 200, 1],
        vec![5],
        frame(&[0, 2], b"garbage"),
        frame(&[0, 2], &[255, 255, 255, 255, 15, 255, 255, 255, 255, 15, 1, 0]),
        frame(&[0, 2], &bomb),
        frame(&[0, 0], &[255, 255, 255, 255, 15]),
        frame(&[1], &[1, 7, 1, 3, b'{', b'{', b'{']),
        frame(&[1], &[200, 200, 200, 1]),
        presence(7, 1, &format!("\"{}\"", "x".repeat(5000))),
        [100].repeat(1000),
    ] {
        check_closes_alone(&[garbage], Closed::Malformed).await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_too_large_closes_its_connection_alone() {
    let large = kernel::limits::COEDIT_UPDATE_MAX_BYTES + 1;
    check_closes_alone(&[frame(&[0, 2], &vec![0; large])], Closed::TooLarge).await;
    check_closes_alone(&[vec![0; large + 1000]], Closed::TooLarge).await;
}

#[tokio::test(start_paused = true)]
async fn who_brings_too_many_clients_is_closed() {
    let clients: Vec<Vec<u8>> = (0..40).map(|client| presence(client, 1, "{}")).collect();
    check_closes_alone(&clients, Closed::Malformed).await;
}

#[tokio::test(start_paused = true)]
async fn who_does_not_read_is_closed_and_nobody_waits_for_them() {
    let rooms = Rooms::new(Memory::new());
    let (mut dana, ana) = (Client::join(&rooms, DANA).await, Client::join(&rooms, ANA).await);
    let mut stalled: Vec<Client> = Vec::new();
    for client in 0..5 {
        let mut one = Client::join(&rooms, ANA).await;
        one.send(&presence(client, 1, "{}")).await.unwrap();
        stalled.push(one);
    }
    for number in 0..300 {
        dana.write(&number.to_string()).await.unwrap();
        dana.settle().await;
    }
    assert_eq!(ana.closed(), Some(Closed::Stalled));
    assert!(stalled.iter().all(|one| one.closed() == Some(Closed::Stalled)));
    assert_eq!((dana.closed(), dana.kept), (None, 300));
    assert_eq!(rooms.present(), [(ROOM, DANA)]);
}

#[tokio::test(start_paused = true)]
async fn who_is_evicted_hears_nothing_more() {
    let rooms = Rooms::new(Memory::new());
    let (mut dana, mut ana) = (Client::join(&rooms, DANA).await, Client::join(&rooms, ANA).await);
    rooms.evict(ROOM, ANA).await;
    dana.write("unter uns").await.unwrap();
    dana.settle().await;
    ana.settle().await;
    assert_eq!((ana.closed(), ana.text().as_str()), (Some(Closed::Evicted), ""));
    assert_eq!(ana.write("ich auch").await, Err(Closed::Evicted));
    assert_eq!(rooms.present(), [(ROOM, DANA)]);
}

#[tokio::test(start_paused = true)]
async fn a_restored_version_is_seen_by_those_who_are_here() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let mut dana = Client::join(&rooms, DANA).await;
    dana.write("eins").await.unwrap();
    dana.write("zwei").await.unwrap();
    dana.settle().await;
    rooms.restore(ROOM, ANA, &from_markdown("eins\n\nanders")).await.unwrap();
    dana.settle().await;
    assert_eq!((dana.text().as_str(), log.text().as_str()), ("eins\nanders", "eins\nanders"));
    let rows = log.rows().len();
    rooms.restore(ROOM, ANA, &from_markdown("eins\n\nanders")).await.unwrap();
    assert_eq!(log.rows().len(), rows);
}

#[tokio::test(start_paused = true)]
async fn a_broken_document_is_made_anew_and_its_breaker_shut_out() {
    let log = Memory::new();
    let rooms = Rooms::new(log.clone());
    let (mut ana, mut dana) = (Client::join(&rooms, ANA).await, Client::join(&rooms, DANA).await);
    dana.write("bleibt").await.unwrap();
    let mut steps = 0..100;
    let broken = loop {
        let step = steps.next().expect("it must break");
        if let Err(why) = ana.send(&deeper(step)).await {
            break (step, why);
        }
    };
    assert_eq!((broken.1, dana.closed()), (Closed::Reloaded, Some(Closed::Reloaded)));
    dana.connect(&rooms).await;
    dana.write("geht weiter").await.unwrap();
    dana.settle().await;
    assert!(dana.text().contains("bleibt") && log.text().contains("geht weiter"));
    ana.connect(&rooms).await;
    assert_eq!(ana.send(&deeper(broken.0)).await, Err(Closed::Malformed));
    dana.settle().await;
    assert_eq!(dana.closed(), None);
}

#[tokio::test(start_paused = true)]
async fn everything_can_be_done_in_a_task_of_its_own() {
    let rooms = Rooms::new(Memory::new());
    let task = tokio::spawn(async move {
        let mut joined = rooms.join(ROOM, member(DANA)).await.unwrap();
        joined.incoming(&[100]).await.unwrap();
        rooms.restore(ROOM, DANA, &from_markdown("da")).await.unwrap();
        rooms.evict(ROOM, ANA).await;
        rooms.stop().await;
        plain_text(&rooms.read(ROOM).await.unwrap())
    });
    assert_eq!(task.await.unwrap(), "da");
}

#[tokio::test(start_paused = true)]
async fn a_thousand_join_at_once() {
    let log = Memory::new();
    log.append(ROOM, vec![update_of("Hallo")]).await.unwrap();
    let rooms = Rooms::new(log);
    let joining: Vec<_> = (0..1000)
        .map(|_| {
            let rooms = rooms.clone();
            tokio::spawn(async move { rooms.join(ROOM, member(BEN)).await.unwrap() })
        })
        .collect();
    let mut joined = Vec::new();
    for one in joining {
        joined.push(one.await.unwrap());
    }
    assert_eq!(rooms.present().len(), 1000);
    drop(joined);
    sleep(Duration::from_secs(1)).await;
    assert_eq!(rooms.present(), []);
}

/// Somebody writes without a connection and goes on as soon as there is one, before she said what she wrote.
#[tokio::test(start_paused = true)]
async fn words_that_come_before_what_they_build_on_wait_for_it() {
    let rooms = Rooms::new(Memory::new());
    let mut ana = Client::join(&rooms, ANA).await;
    let mut cem = Client::join(&rooms, DANA).await;
    ana.joined = None;
    for words in ["away", "still away"] {
        ana.write(words).await.unwrap();
    }
    ana.joined = Some(rooms.join(ROOM, member(ANA)).await.unwrap());
    for words in ["back", "and on"] {
        ana.write(words).await.unwrap();
    }
    cem.settle().await;
    assert_eq!(cem.text(), "", "the words before are not there yet");
    ana.settle().await;
    cem.settle().await;
    assert_eq!(cem.text(), "away\nstill away\nback\nand on");
    assert_eq!((ana.closed(), ana.text()), (None, cem.text()));
}

#[tokio::test(start_paused = true)]
async fn nobody_fills_the_room_with_words_that_wait_for_ever() {
    let rooms = Rooms::new(Memory::new());
    let mut ana = Client::join(&rooms, ANA).await;
    let mut cem = Client::join(&rooms, DANA).await;
    ana.joined = None;
    ana.write("never sent").await.unwrap();
    ana.joined = Some(rooms.join(ROOM, member(ANA)).await.unwrap());
    let mut refused = None;
    for _ in 0..300 {
        if let Err(why) = ana.write("on").await {
            refused = Some(why);
            break;
        }
    }
    assert_eq!(refused, Some(Closed::Reloaded));
    cem.write("undisturbed").await.unwrap();
    assert_eq!(cem.closed(), None);
}
