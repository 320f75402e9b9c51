//! Ana has something to say in a space that is open to her, and later it is shown to others than before.

use access::{Level, Visibility, spaces};
use axum::http::Method;
use kernel::ids::{SpaceId, ThingId};
use serde_json::json;

use crate::house::{House, all, none, on_each_engine};

/// Dana's canteen with its menu.
async fn open_canteen(house: &House, visibility: Visibility) -> (SpaceId, ThingId) {
    let mut tx = house.database.begin().await.unwrap();
    let canteen = spaces::open(&mut tx, &house.dana.person, "Canteen", visibility).await.unwrap();
    tx.commit().await.unwrap();
    let page = json!({ "space_id": canteen.uuid(), "title": "Menu", "markdown": "Soup." });
    let (status, made) = house.post(&house.dana, "/api/v1/pages", page).await;
    assert_eq!(status, 201, "{made}");
    (canteen, ThingId { kind: "document".into(), id: made["id"].as_str().unwrap().parse().unwrap() })
}

async fn show_to(house: &House, space: SpaceId, visibility: Visibility) -> kernel::Result<()> {
    let mut tx = house.database.begin().await?;
    spaces::show_to(&mut tx, &house.dana.person, space, visibility).await?;
    tx.commit().await
}

/// How often somebody joined the canteen, as Ben is told.
async fn joined(house: &House) -> usize {
    let (_, told) = house.get(&house.ben, "/api/v1/activities?limit=200").await;
    told["items"].as_array().unwrap().iter().filter(|it| it["verb"] == "joined").count()
}

#[tokio::test]
async fn the_first_word_of_a_colleague_makes_her_a_member_and_is_told_once() {
    on_each_engine(all, async |house| {
        let (_, menu) = open_canteen(&house, Visibility::Internal).await;
        let talk = format!("/talk?about={menu}");
        let joining = "With your first word you become a member";
        assert!(house.page(Some(&house.ana), &talk).await.1.contains(joining));
        for word in ["Soup", "Please"] {
            assert_eq!(house.comment(&house.ana, &menu, word).await.0, 201);
        }
        assert!(!house.page(Some(&house.ana), &talk).await.1.contains(joining), "she is one by now");
        assert_eq!(joined(&house).await, 1, "Ben is no member, but a colleague");
        assert_eq!(house.comment(&house.gil, &menu, "Soup").await.0, 404, "a guest is not");
        let nothing = format!("/talk?about=document/{}", kernel::ids::Uuid::nil());
        let (there, not_there) = (house.page(None, &talk).await, house.page(None, &nothing).await);
        assert_eq!(there.0, not_there.0, "whoever is not signed in does not learn that it is there");
        assert!(!there.1.contains("Soup"), "{}", there.1);
    })
    .await;
}

#[tokio::test]
async fn a_space_that_is_shown_to_others_takes_along_all_that_lies_in_it() {
    on_each_engine(all, async |house| {
        let (canteen, menu) = open_canteen(&house, Visibility::Internal).await;
        house.comment(&house.ana, &menu, "Soup").await;
        let path = format!("/api/v1/comments?about={menu}");
        for (visibility, ben, outside) in [
            (Visibility::Public, true, true),
            (Visibility::Customers, false, false),
            (Visibility::Internal, true, false),
            (Visibility::Private, false, false),
        ] {
            show_to(&house, canteen, visibility).await.unwrap();
            for (who, reads) in [(&house.ana, true), (&house.ben, ben), (&house.gil, outside)] {
                let (status, _) = house.get(who, &path).await;
                let expected = if reads { 200 } else { 404 };
                assert_eq!(status, expected, "{} {visibility:?}", who.person.name);
            }
            assert_eq!(house.page(None, &path).await.0 == 200, outside, "the web {visibility:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_web_reads_what_is_public_and_writes_nothing() {
    on_each_engine(all, async |house| {
        let (_, menu) = open_canteen(&house, Visibility::Public).await;
        house.comment(&house.ana, &menu, "Soup again").await;
        let (status, talk) = house.page(None, &format!("/talk?about={menu}")).await;
        assert!(status == 200 && talk.contains("Soup again"), "{status} {talk}");
        assert!(!talk.contains("action=\"/comments\""), "{talk}");
        let body = json!({ "about": menu.to_string(), "body": "Salad" });
        let (status, _) = house.send(&house.gil, Method::POST, "/api/v1/comments", body).await;
        assert_eq!(status, 403, "a guest who is no member reads");
    })
    .await;
}

/// On PostgreSQL this fails if whom a space can hold is asked before the member or the visibility is written.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_space_does_not_become_the_companys_while_a_guest_is_admitted() {
    on_each_engine(none, async |house| {
        for _ in 0..20 {
            let (canteen, _) = open_canteen(&house, Visibility::Private).await;
            let admit = async {
                let mut tx = house.database.begin().await?;
                spaces::admit(&mut tx, &house.dana.person, canteen, &house.gil.person, Level::Reader).await?;
                tx.commit().await
            };
            let (admitted, shown) = tokio::join!(admit, show_to(&house, canteen, Visibility::Internal));
            assert!(admitted.is_ok() != shown.is_ok(), "{admitted:?} {shown:?}");
        }
    })
    .await;
}
