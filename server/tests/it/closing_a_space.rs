//! An owner closes a space: it is gone for everybody, with all in it, until an owner opens it again.

use access::{Level, Visibility, people, spaces};
use axum::http::Method;
use kernel::Error;
use serde_json::{Value, json};

use crate::house::{House, Somebody, all, on_each_engine};

async fn close(house: &House, who: &Somebody) -> u16 {
    house.send(who, Method::DELETE, &format!("/api/v1/spaces/{}", house.travel.uuid()), Value::Null).await.0
}

async fn reopen(house: &House, who: &Somebody) -> u16 {
    let path = format!("/api/v1/spaces/{}/reopen", house.travel.uuid());
    house.post(who, &path, Value::Null).await.0
}

#[tokio::test]
async fn what_lies_in_a_closed_space_is_gone_until_it_is_opened_again() {
    on_each_engine(all, async |house| {
        let said = json!({ "about": house.policy.to_string(), "body": "Bicycles, please." });
        assert_eq!(house.post(&house.ana, "/api/v1/comments", said).await.0, 201);
        house.dispatcher.catch_up().await;
        let space = format!("/api/v1/spaces/{}", house.travel.uuid());
        let document = format!("/api/v1/documents/{}", house.policy.id);
        let comments = format!("/api/v1/comments?about={}", house.policy);

        assert_eq!(close(&house, &house.ana).await, 403, "a writer may not");
        assert_eq!(close(&house, &house.cem).await, 404, "an admin who is not in it does not know of it");
        assert_eq!(close(&house, &house.dana).await, 204);
        assert_eq!(close(&house, &house.dana).await, 404, "it is closed already");
        house.dispatcher.catch_up().await;
        for who in [&house.dana, &house.ana, &house.cem] {
            for path in [&space, &document, &comments] {
                assert_eq!(house.get(who, path).await.0, 404, "{path}");
            }
            let found = house.get(who, "/api/v1/search?q=bicycle").await.1;
            assert_eq!(found["items"], json!([]), "{found}");
        }
        let page = house.page(Some(&house.cem), "/spaces").await.1;
        assert!(!page.contains("take-over"), "it is not without an owner");

        assert_eq!(reopen(&house, &house.ana).await, 404, "she was no owner");
        assert!(house.page(Some(&house.dana), "/spaces").await.1.contains("/reopen"));
        assert_eq!(reopen(&house, &house.dana).await, 204);
        house.dispatcher.catch_up().await;
        assert_eq!(house.get(&house.ana, &document).await.0, 200);
        assert_eq!(house.get(&house.cem, &document).await.0, 404);
        assert_eq!(house.get(&house.ana, &comments).await.1["items"].as_array().unwrap().len(), 1);
        let found = house.get(&house.ben, "/api/v1/search?q=bicycle").await.1;
        assert!(!found["items"].as_array().unwrap().is_empty(), "{found}");
    })
    .await;
}

#[tokio::test]
async fn whoever_it_cannot_hold_any_more_stays_out_when_it_opens_again() {
    on_each_engine(all, async |house| {
        let mut tx = house.database.begin().await.unwrap();
        let dana = &house.dana.person;
        let canteen = spaces::open(&mut tx, dana, "Canteen", Visibility::Internal).await.unwrap();
        spaces::admit(&mut tx, dana, canteen, &house.ben.person, Level::Writer).await.unwrap();
        spaces::close(&mut tx, dana, canteen).await.unwrap();
        let role = access::CompanyRole::Guest;
        people::become_role(&mut tx, &house.cem.person, house.ben.person.id, role).await.unwrap();
        let late = spaces::admit(&mut tx, &house.ana.person, canteen, &house.ana.person, Level::Writer).await;
        assert!(matches!(late, Err(Error::NotFound)), "nobody joins a closed space");
        spaces::reopen(&mut tx, dana, canteen).await.unwrap();
        tx.commit().await.unwrap();
        let members = format!("/api/v1/spaces/{}/members", canteen.uuid());
        let (_, members) = house.get(&house.dana, &members).await;
        assert_eq!(members["items"].as_array().unwrap().len(), 1, "{members}");
    })
    .await;
}
