//! Two people replace the travel policy: every version stays, and who was slower loses nothing.

use axum::http::Method;
use serde_json::json;

use crate::house::{House, all, on_each_engine};

async fn versions(house: &House) -> Vec<i64> {
    let path = format!("/api/v1/documents/{}/versions", house.policy.id);
    let (_, answer) = house.get(&house.ben, &path).await;
    let mut numbers: Vec<i64> =
        answer["items"].as_array().unwrap().iter().map(|it| it["number"].as_i64().unwrap()).collect();
    numbers.sort_unstable();
    numbers
}

#[tokio::test]
async fn the_slower_of_two_is_told_where_her_bytes_are_and_nothing_is_overwritten() {
    on_each_engine(all, async |house| {
        let path = format!("/api/v1/documents/{}/content", house.policy.id);
        let tag = house.tag(&house.ana, &house.policy).await;
        assert_eq!(house.replace_if(&house.dana, &path, tag.as_deref(), b"By car.").await.0, 200);
        let (status, answer) = house.replace_if(&house.ana, &path, tag.as_deref(), b"By ship.").await;
        assert_eq!(status, 412, "{answer}");
        let aside = answer["put_aside"]["url"].as_str().unwrap().to_owned();
        assert_eq!(house.page(Some(&house.ana), &aside).await, (200, "By ship.".to_owned()));
        assert_eq!(house.page(Some(&house.dana), &aside).await.0, 404, "hers alone");
        assert_eq!(versions(&house).await, [1, 2, 3]);
        assert_eq!(house.replace_if(&house.ana, &path, None, b"x").await.0, 428);
    })
    .await;
}

#[tokio::test]
async fn restoring_adds_a_version_and_touches_none() {
    on_each_engine(all, async |house| {
        let path = format!("/api/v1/documents/{}/versions/1/restore", house.policy.id);
        let (status, answer) = house.send(&house.ana, Method::POST, &path, json!({})).await;
        assert!((200..300).contains(&status), "{answer}");
        assert_eq!(versions(&house).await, [1, 2, 3]);
        let content = format!("/api/v1/documents/{}/content", house.policy.id);
        assert_eq!(house.page(Some(&house.ben), &content).await.1, "By train.");
        let (status, answer) = house.send(&house.ben, Method::POST, &path, json!({})).await;
        assert_eq!(status, 403, "a reader restores nothing: {answer}");
        let (status, _) = house.send(&house.cem, Method::POST, &path, json!({})).await;
        assert_eq!(status, 404, "and an outsider does not learn that there is something");
    })
    .await;
}
