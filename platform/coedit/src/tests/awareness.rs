//! Who is present.

use super::{ANA, BEN, Client, DANA, Memory, presence};
use crate::Rooms;
use crate::awareness::Awareness;

/// What `presence` says, without the frame around it.
fn said(client: u64, clock: u64, state: &str) -> Vec<u8> {
    let frame = presence(client, clock, state);
    frame[2..].to_vec()
}

fn check_told(client: &mut Client, expected: &[Vec<u8>]) {
    assert_eq!(std::mem::take(&mut client.states), expected);
}

#[tokio::test(start_paused = true)]
async fn who_is_present_is_told_to_all_and_gone_when_they_leave() {
    let rooms = Rooms::new(Memory::new());
    let (mut dana, mut ana) = (Client::join(&rooms, DANA).await, Client::join(&rooms, ANA).await);
    dana.send(&presence(7, 3, "{\"cursor\":1}")).await.unwrap();
    for one in [&mut dana, &mut ana] {
        one.settle().await;
        check_told(one, &[presence(7, 3, "{\"cursor\":1}")]);
    }
    let mut ben = Client::join(&rooms, BEN).await;
    check_told(&mut ben, &[presence(7, 3, "{\"cursor\":1}")]);
    ben.send(&[3]).await.unwrap();
    ben.settle().await;
    check_told(&mut ben, &[presence(7, 3, "{\"cursor\":1}")]);
    drop(dana);
    ana.settle().await;
    check_told(&mut ana, &[presence(7, 4, "null")]);
}

#[test]
fn nobody_speaks_for_another() {
    let mut present = Awareness::default();
    assert_eq!(present.hear(1, "Dana", &said(7, 1, "{}")).unwrap().news, Some(said(7, 1, "{}")));
    assert_eq!(present.hear(2, "Ana", &said(7, 9, "{\"x\":1}")), Ok(Default::default()));
    assert_eq!(present.hear(2, "Ana", &said(7, 9, "null")), Ok(Default::default()));
    assert_eq!(present.all(), Some(said(7, 1, "{}")));
}

#[test]
fn everybody_bears_their_own_name() {
    let mut present = Awareness::default();
    let heard = present.hear(1, "Ana", &said(7, 1, "{\"user\":{\"color\":\"#123\",\"name\":\"Dana\"}}"));
    assert_eq!(heard.unwrap().news, Some(said(7, 1, "{\"user\":{\"color\":\"#123\",\"name\":\"Ana\"}}")));
}

#[test]
fn an_echo_does_not_bring_back_who_has_left() {
    let mut present = Awareness::default();
    present.hear(1, "Dana", &said(7, 5, "{}")).unwrap();
    assert_eq!(present.leave(1), Some(said(7, 6, "null")));
    let echo = present.hear(2, "Ana", &said(7, 5, "{}")).unwrap();
    assert_eq!((echo.news, present.all()), (None, None));
    // They themselves are told where their clock stands, and come back with a later one.
    assert_eq!(present.hear(3, "Dana", &said(7, 5, "{}")).unwrap().correction, Some(said(7, 6, "null")));
    assert_eq!(present.hear(3, "Dana", &said(7, 7, "{}")).unwrap().news, Some(said(7, 7, "{}")));
}

#[test]
fn who_has_left_is_forgotten_in_the_end() {
    let mut present = Awareness::default();
    for client in 0..10_000 {
        present.hear(client, "Ana", &said(client, 1, "{}")).unwrap();
        present.leave(client);
    }
    assert!(format!("{:?}", present.hear(1, "Ana", &said(5, 1, "{}"))).contains("news: Some"));
}
