//! Cem takes what Lotte wrote below an article into the talk on the page behind it: once, and Lotte hears of
//! it.

use axum::http::Method;
use serde_json::json;

use crate::asking::Ask;
use crate::commenting_as_a_reader::{article, confirmed, mails};
use crate::house::{House, Somebody, all, on_each_engine};

/// Presses the button of moderation; answers the status.
async fn press(house: &House, who: &Somebody, id: &str, button: &str) -> u16 {
    let (path, kind) = (format!("/moderation/{id}/{button}"), "application/x-www-form-urlencoded");
    let body = b"reason=Werbung".to_vec();
    house.ask(Ask { who: Some(who), method: Method::POST, path: &path, kind, if_match: None, body }).await.0
}

#[tokio::test]
async fn colleagues_talk_about_it_once_and_its_author_hears_of_it() {
    on_each_engine(all, async |house| {
        let (article, blog) = article(&house).await;
        let (id, _) = confirmed(&house, &blog, "Und+Lasten%3F%0AMit+Hund%3F").await;
        assert_eq!(
            press(&house, &house.dana, &id, "discuss").await,
            403,
            "it waits, and she does not decide"
        );
        assert_eq!(press(&house, &house.gil, &id, "discuss").await, 403, "a guest");
        let before = mails(&house).await.len();
        assert_eq!(press(&house, &house.cem, &id, "discuss").await, 303);
        assert_eq!(press(&house, &house.cem, &id, "discuss").await, 409, "once is enough");

        let article = house.get(&house.cem, &format!("/api/v1/articles/{article}")).await.1;
        let about = article["page_id"].as_str().unwrap_or_else(|| panic!("{article}"));
        let talk = house.get(&house.cem, &format!("/api/v1/comments?about=document/{about}")).await.1;
        let said = talk["items"][0]["body"].as_str().unwrap_or_else(|| panic!("{talk}"));
        assert!(said.contains("> Und Lasten?\n> Mit Hund?") && said.contains(&blog), "{said}");
        assert_eq!(talk["items"].as_array().unwrap().len(), 1);
        let told = mails(&house).await;
        assert_eq!(told.len(), before + 1, "{told:?}");
        assert!(!told[before].contains("Hund"), "{}", told[before]);
    })
    .await;
}

#[tokio::test]
async fn a_long_comment_is_quoted_as_far_as_there_is_room() {
    on_each_engine(all, async |house| {
        let (_, blog) = article(&house).await;
        let (id, _) = confirmed(&house, &blog, &"Hund+".repeat(1_990)).await;
        assert_eq!(press(&house, &house.cem, &id, "discuss").await, 303);
    })
    .await;
}

#[tokio::test]
async fn what_waits_does_not_come_to_the_web_by_the_talk() {
    on_each_engine(all, async |house| {
        let open = json!({ "name": "Newsroom", "visibility": "public" });
        let space = house.post(&house.cem, "/api/v1/spaces", open).await.1["id"].clone();
        let body = json!({ "title": "Heute", "body": "Neues.", "language": "de", "space_id": space });
        let (status, made) = house.post(&house.cem, "/api/v1/articles", body).await;
        assert_eq!(status, 201, "{made}");
        let publish = format!("/api/v1/articles/{}/publish", made["id"].as_str().unwrap());
        assert!(house.post(&house.cem, &publish, json!({})).await.0 < 300);
        let blog = format!("/blog/{}", made["slug"].as_str().unwrap());
        let (id, _) = confirmed(&house, &blog, "Geheim").await;
        assert_eq!(press(&house, &house.cem, &id, "discuss").await, 409, "the web would read it");
        let approve = format!("/api/v1/moderation/{id}/approve");
        assert!(house.post(&house.cem, &approve, json!({})).await.0 < 300);
        assert_eq!(press(&house, &house.cem, &id, "discuss").await, 303);
    })
    .await;
}

#[tokio::test]
async fn nobody_talks_about_what_was_refused() {
    on_each_engine(all, async |house| {
        let (_, blog) = article(&house).await;
        let (id, _) = confirmed(&house, &blog, "Kaufen").await;
        assert_eq!(press(&house, &house.cem, &id, "reject").await, 303);
        assert_eq!(press(&house, &house.cem, &id, "discuss").await, 409);
    })
    .await;
}
