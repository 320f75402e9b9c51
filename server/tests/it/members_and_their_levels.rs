//! Who is in a space, what she may do there, and what she may become in the house while she is in it.

use access::{CompanyRole, Level, Visibility, people, spaces};
use axum::http::Method;
use kernel::ids::SpaceId;
use serde_json::json;

use crate::asking::Ask;
use crate::house::{House, Somebody, none, on_each_engine};

/// What happened to members, oldest first.
async fn told(house: &House) -> Vec<String> {
    let mut reader = house.database.read().await.unwrap();
    let log = database::outbox::after(&mut reader, 0, 1_000).await.unwrap();
    let of_members = |it: &&str| ["admitted", "changed_level", "dismissed"].contains(it);
    log.iter().map(|it| &*it.deed.verb.0).filter(of_members).map(str::to_owned).collect()
}

async fn admit(house: &House, space: SpaceId, whom: &Somebody, role: &str) -> u16 {
    let path = format!("/api/v1/spaces/{}/members", space.uuid());
    let body = json!({ "person_id": whom.person.id.uuid(), "role": role });
    house.post(&house.dana, &path, body).await.0
}

/// Cem, who is an admin, makes somebody a guest.
async fn become_guest(house: &House, whom: &Somebody) -> u16 {
    let path = format!("/admin/people/{}/role", whom.person.id.uuid());
    let (who, kind) = (Some(&house.cem), "application/x-www-form-urlencoded");
    let (method, body) = (Method::POST, b"role=guest".to_vec());
    house.ask(Ask { who, method, path: &path, kind, if_match: None, body }).await.0
}

#[tokio::test]
async fn a_new_level_is_told_as_what_it_is_and_none_is_not_told() {
    on_each_engine(none, async |house| {
        let before = told(&house).await.len();
        for role in ["writer", "writer", "reader", "writer"] {
            assert_eq!(admit(&house, house.travel, &house.cem, role).await, 201);
        }
        assert_eq!(told(&house).await[before..], ["admitted", "changed_level", "changed_level"]);
    })
    .await;
}

#[tokio::test]
async fn one_space_of_many_that_cannot_hold_a_guest_is_found() {
    on_each_engine(none, async |house| {
        let mut tx = house.database.begin().await.unwrap();
        for number in 0..=kernel::limits::LIST_LENGTH_MAX_ROWS {
            let name = format!("Project {number}");
            spaces::open(&mut tx, &house.ana.person, &name, Visibility::Private).await.unwrap();
        }
        spaces::open(&mut tx, &house.ana.person, "Zoo", Visibility::Internal).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(become_guest(&house, &house.ana).await, 422);
        assert_eq!(become_guest(&house, &house.ben).await, 303);
    })
    .await;
}

/// Two who do not know of each other: Dana takes Ben into a space for colleagues while Cem makes him a guest.
#[tokio::test]
async fn nobody_becomes_a_guest_and_a_member_among_colleagues_at_once() {
    on_each_engine(none, async |house| {
        for _ in 0..10 {
            let mut tx = house.database.begin().await.unwrap();
            let canteen =
                spaces::open(&mut tx, &house.dana.person, "Canteen", Visibility::Internal).await.unwrap();
            people::become_role(&mut tx, &house.cem.person, house.ben.person.id, CompanyRole::Member)
                .await
                .unwrap();
            tx.commit().await.unwrap();
            tokio::join!(admit(&house, canteen, &house.ben, "reader"), become_guest(&house, &house.ben));
            let mut tx = house.database.begin().await.unwrap();
            let ben = people::by_id(&mut tx, house.ben.person.id).await.unwrap().unwrap();
            assert!(spaces::misplaced(&mut tx, ben.id, ben.role).await.unwrap().is_none());
            spaces::dismiss(&mut tx, &house.dana.person, canteen, ben.id).await.unwrap();
            tx.commit().await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn a_name_is_found_without_its_capitals_and_dots() {
    on_each_engine(none, async |house| {
        let mut tx = house.database.begin().await.unwrap();
        let oezlem = people::add(&mut tx, "Özlem Ünal-Şahin", "oezlem@example.org", CompanyRole::Member);
        let oezlem = oezlem.await.unwrap();
        tx.commit().await.unwrap();
        for q in ["%C3%B6z", "%C3%96Z", "oz", "%C3%BCnal", "UNAL", "sahin"] {
            let path = format!("/people/names?q={q}");
            let (_, found) = house.get(&house.dana, &path).await;
            assert_eq!(found["items"][0]["id"], oezlem.id.uuid().to_string(), "{q}: {found}");
            let members = format!("/spaces/{}/members?q={q}", house.travel.uuid());
            let page = house.page(Some(&house.dana), &members).await.1;
            assert!(page.contains("Özlem"), "{q}: {page}");
        }
        let mut tx = house.database.begin().await.unwrap();
        spaces::admit(&mut tx, &house.dana.person, house.travel, &oezlem, Level::Reader).await.unwrap();
        tx.commit().await.unwrap();
        for (q, found) in [("%C3%B6z", 1), ("oz", 1), ("zlem", 0), ("*", 0), ("%5B", 0), (".", 0)] {
            let path = format!("/people/names?q={q}&about={}", house.policy);
            let (_, answer) = house.get(&house.dana, &path).await;
            assert_eq!(answer["items"].as_array().unwrap().len(), found, "{q}: {answer}");
        }
    })
    .await;
}
