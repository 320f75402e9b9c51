//! What lay in the bin for thirty days is gone for good: its rows, and the bytes that nothing else needs.

use std::time::{Duration, SystemTime};

use axum::http::Method;
use serde_json::Value;

use crate::house::{House, all, on_each_engine};

/// As if these bytes had arrived long ago.
fn make_old(house: &House, hash: &str) {
    let path = house.open.blobs.path(hash).unwrap();
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(3 * 3600)).unwrap();
}

fn is_kept(house: &House, hash: &str) -> bool {
    house.open.blobs.path(hash).unwrap().exists()
}

async fn hash_of(house: &House, document: &str) -> String {
    house.get(&house.ana, document).await.1["sha256"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_bin_is_emptied_after_thirty_days_and_not_before() {
    on_each_engine(all, async |house| {
        let document = format!("/api/v1/documents/{}", house.policy.id);
        let twin = house.upload(&house.ana, house.travel, "The same.txt", b"By train.").await;
        let shared = hash_of(&house, &format!("/api/v1/documents/{twin}")).await;
        let alone = hash_of(&house, &document).await;
        for hash in [&shared, &alone] {
            make_old(&house, hash);
        }
        assert_eq!(house.send(&house.ana, Method::DELETE, &document, Value::Null).await.0, 204);

        house.jobs_after(29).await.catch_up().await;
        assert!(is_kept(&house, &alone), "there is a day left");
        assert_eq!(house.post(&house.ana, &format!("{document}/undelete"), Value::Null).await.0, 200);
        house.jobs_after(31).await.catch_up().await;
        assert_eq!(house.get(&house.ana, &document).await.0, 200, "it was taken out again");

        assert_eq!(house.send(&house.ana, Method::DELETE, &document, Value::Null).await.0, 204);
        house.jobs_after(31).await.catch_up().await;
        assert_eq!(house.get(&house.ana, &document).await.0, 404);
        assert_eq!(house.post(&house.ana, &format!("{document}/undelete"), Value::Null).await.0, 404);
        assert!(!is_kept(&house, &alone), "nothing needs these bytes any more");
        assert!(is_kept(&house, &shared), "another document is made of these");
        let other = format!("/api/v1/documents/{twin}/content");
        assert_eq!(house.page(Some(&house.ana), &other).await, (200, "By train.".to_owned()));
    })
    .await;
}
