//! Many write at once and one reads along: whatever was committed is read, once and in order.
//!
//! On PostgreSQL this fails as soon as appending transactions no longer take turns.

use database::{Database, outbox};
use kernel::activity::{Deed, Verb};
use kernel::ids::{PersonId, ThingId, Uuid};

use crate::house::{none, on_each_engine};

const WRITERS: usize = 6;
const COMMITS_PER_WRITER: usize = 40;
const DEEDS_PER_COMMIT: usize = 3;

async fn write(database: Database) {
    for _ in 0..COMMITS_PER_WRITER {
        let mut tx = database.begin().await.unwrap();
        for _ in 0..DEEDS_PER_COMMIT {
            let object = ThingId { kind: "stone".into(), id: Uuid::now_v7() };
            tx.record(Deed { actor: PersonId::fresh(), verb: Verb::new("laid"), object, target: None });
        }
        tx.commit().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_that_follows_the_log_misses_nothing() {
    on_each_engine(none, async |house| {
        let mut reader = house.database.read().await.unwrap();
        let start = outbox::last(&mut reader).await.unwrap();
        let writers = (0..WRITERS).map(|_| tokio::spawn(write(house.database.clone())));
        let writers: Vec<_> = writers.collect();
        let mut read: Vec<i64> = Vec::new();
        loop {
            let last_look = writers.iter().all(|writer| writer.is_finished());
            let cursor = read.last().copied().unwrap_or(start);
            let more = outbox::after(&mut reader, cursor, i64::MAX).await.unwrap();
            read.extend(more.iter().map(|activity| activity.position));
            if last_look {
                break;
            }
        }
        for writer in writers {
            writer.await.unwrap();
        }
        assert!(read.is_sorted_by(|one, next| one < next), "in order, and none twice");
        assert_eq!(read.len(), WRITERS * COMMITS_PER_WRITER * DEEDS_PER_COMMIT, "none missing");
    })
    .await;
}
