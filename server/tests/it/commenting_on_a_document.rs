//! Ana says something about the travel policy: who is told, who reads it, and who learns nothing at all.

use serde_json::Value;

use crate::house::{House, Somebody, all, on_each_engine};

async fn told(house: &House, who: &Somebody) -> Vec<Value> {
    house.get(who, "/api/v1/notifications").await.1["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_comment_is_told_once_to_those_who_are_called_and_to_nobody_outside() {
    on_each_engine(all, async |house| {
        let (status, comment) = house.comment(&house.ana, &house.policy, "Also by ship? @Ben Roth").await;
        assert_eq!(status, 201, "{comment}");
        house.dispatcher.catch_up().await;

        let ben = told(&house, &house.ben).await;
        assert_eq!(ben.len(), 1, "{ben:?}");
        assert!(ben[0]["text"].as_str().unwrap().contains("Ana Berg"), "{ben:?}");
        for outsider in [&house.cem, &house.gil] {
            assert!(told(&house, outsider).await.is_empty());
            let path = format!("/api/v1/comments?about={}", house.policy);
            assert_eq!(house.get(outsider, &path).await.0, 404);
            assert_eq!(house.comment(outsider, &house.policy, "Hello").await.0, 404);
        }
        house.comment(&house.ana, &house.policy, "Or by balloon, @Ben Roth").await;
        house.dispatcher.catch_up().await;
        assert_eq!(told(&house, &house.ben).await.len(), 1, "one entry per thing");
        assert!(house.home(&house.ben).await.contains("Travel policy"));
        assert!(!house.home(&house.cem).await.contains("Travel policy"), "Cem is no member");
    })
    .await;
}

#[tokio::test]
async fn who_is_taken_out_reads_nothing_any_more() {
    on_each_engine(all, async |house| {
        house.comment(&house.ana, &house.policy, "By ship? @Ben Roth").await;
        house.dispatcher.catch_up().await;
        let path = format!("/api/v1/spaces/{}/members/{}", house.travel.uuid(), house.ben.person.id.uuid());
        let (status, answer) = house.send(&house.dana, axum::http::Method::DELETE, &path, Value::Null).await;
        assert!((200..300).contains(&status), "{answer}");
        assert!(told(&house, &house.ben).await.is_empty());
        let document = format!("/api/v1/documents/{}", house.policy.id);
        assert_eq!(house.get(&house.ben, &document).await.0, 404);
        let stream = house.get(&house.ben, "/api/v1/activities").await.1;
        assert!(!stream.to_string().contains(&house.policy.id.to_string()), "{stream}");
    })
    .await;
}

#[tokio::test]
async fn a_reader_reads_and_is_told_why_she_cannot_write() {
    on_each_engine(all, async |house| {
        let (status, answer) = house.comment(&house.ben, &house.policy, "By ship").await;
        assert_eq!(status, 403);
        assert!(answer["detail"].as_str().unwrap().contains("read"), "{answer}");
    })
    .await;
}

#[tokio::test]
async fn who_is_called_by_an_edit_is_told() {
    on_each_engine(all, async |house| {
        let (_, comment) = house.comment(&house.ana, &house.policy, "By ship?").await;
        house.dispatcher.catch_up().await;
        assert!(told(&house, &house.ben).await.is_empty());
        let path = format!("/api/v1/comments/{}", comment["id"].as_str().unwrap());
        let body = serde_json::json!({ "body": "By ship, @Ben Roth?" });
        assert_eq!(house.send(&house.ana, axum::http::Method::PATCH, &path, body).await.0, 200);
        house.dispatcher.catch_up().await;
        let ben = told(&house, &house.ben).await;
        assert_eq!(ben.len(), 1, "{ben:?}");
    })
    .await;
}
