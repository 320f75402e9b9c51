//! Two dispatchers on one database: a lease says who runs a reactor; nothing is done twice or left undone.

use dispatch::Dispatcher;
use kernel::limits;

use crate::counting::{counted, counting};
use crate::house::{House, another_process, on_each_engine};

/// One more activity in the log.
async fn act(house: &House) {
    assert_eq!(house.comment(&house.ana, &house.policy, "By ship?").await.0, 201);
}

#[tokio::test]
async fn whoever_holds_the_lease_works_until_it_stops_working() {
    on_each_engine(counting, async |house| {
        let at_once = Dispatcher::new(another_process(&house.url, 1).await, counting(&house.open));
        let later = Dispatcher::new(another_process(&house.url, 60).await, counting(&house.open));
        house.dispatcher.catch_up().await;
        let before = counted(&house).await;

        act(&house).await;
        assert_eq!(at_once.catch_up().await, 0, "the first one still holds the lease");
        assert_eq!(later.catch_up().await, 1, "by now it has run out");
        assert_eq!(house.dispatcher.catch_up().await, 0);

        act(&house).await;
        assert_eq!(house.dispatcher.catch_up().await, 0, "the lease is another's now");
        assert_eq!(later.catch_up().await, 1);
        assert_eq!(counted(&house).await - before, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_that_begin_at_once_do_everything_once() {
    on_each_engine(counting, async |house| {
        house.dispatcher.catch_up().await;
        let before = counted(&house).await;
        let other = Dispatcher::new(another_process(&house.url, 0).await, counting(&house.open));
        for _ in 0..10 {
            act(&house).await;
            let (one, two) = tokio::join!(house.dispatcher.catch_up(), other.catch_up());
            assert_eq!(one + two, 1);
        }
        assert_eq!(counted(&house).await - before, 10);
    })
    .await;
}

/// Its bell does not ring for what another process commits; the second activity comes after it fell asleep.
#[tokio::test]
async fn what_another_process_commits_is_heard_without_a_bell() {
    on_each_engine(counting, async |house| {
        let deaf = Dispatcher::new(another_process(&house.url, 0).await, counting(&house.open));
        deaf.catch_up().await;
        let before = counted(&house).await;
        let story = async {
            for number in [1, 2] {
                act(&house).await;
                while counted(&house).await < before + number {
                    tokio::time::sleep(limits::DISPATCH_PAUSE_MIN).await;
                }
            }
        };
        let story = tokio::time::timeout(limits::DISPATCH_SWEEP_MAX * 8, story);
        tokio::select! { () = deaf.run() => {}, told = story => assert!(told.is_ok(), "not heard") }
        assert_eq!(counted(&house).await - before, 2);
    })
    .await;
}
