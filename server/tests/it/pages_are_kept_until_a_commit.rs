//! A page that is asked for again and again is made once; what anybody writes is seen at once, by those who
//! may.

use axum::http::Method;
use serde_json::{Value, json};

use crate::house::{all, on_each_engine};

#[tokio::test]
async fn what_is_written_is_seen_at_once() {
    on_each_engine(all, async |house| {
        let space = format!("/spaces/{}", house.travel.uuid());
        let document = format!("/documents/{}", house.policy.id);
        for title in ["Trains", "Bicycles", "Ferries"] {
            for _ in 0..2 {
                assert_eq!(house.page(Some(&house.cem), &space).await.0, 404);
                assert_eq!(house.page(Some(&house.ben), &document).await.0, 200);
            }
            let (path, body) = (format!("/api/v1{document}"), json!({ "title": title }));
            assert_eq!(house.send(&house.ana, Method::PATCH, &path, body).await.0, 200);
            for who in [&house.dana, &house.ana, &house.ben] {
                assert!(house.page(Some(who), &document).await.1.contains(title), "{title}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn who_loses_a_space_has_no_page_of_it_left() {
    on_each_engine(all, async |house| {
        let document = format!("/documents/{}", house.policy.id);
        assert_eq!(house.page(Some(&house.ben), &document).await.0, 200);
        let member = format!("/api/v1/spaces/{}/members/{}", house.travel.uuid(), house.ben.person.id.uuid());
        assert_eq!(house.send(&house.dana, Method::DELETE, &member, Value::Null).await.0, 204);
        assert_eq!(house.page(Some(&house.ben), &document).await.0, 404);
    })
    .await;
}
