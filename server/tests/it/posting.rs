//! Ana tells those of a space something: who reads it, who is told, and who learns nothing at all.

use axum::http::Method;
use serde_json::{Value, json};

use crate::house::{House, Somebody, all, on_each_engine};

pub async fn post(house: &House, who: &Somebody, body: Value) -> (u16, Value) {
    house.post(who, "/api/v1/posts", body).await
}

pub fn in_travel(house: &House, body: &str) -> Value {
    json!({ "space_id": house.travel.uuid(), "body": body })
}

pub fn id(answer: &Value) -> &str {
    answer["id"].as_str().unwrap()
}

async fn told(house: &House, who: &Somebody) -> Vec<Value> {
    house.get(who, "/api/v1/notifications").await.1["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_post_reaches_those_of_the_space_and_nobody_else() {
    on_each_engine(all, async |house| {
        let body = "Who goes to the **fair**? <img src=x onerror=alert(1)> @Ben Roth";
        let (status, written) = post(&house, &house.ana, in_travel(&house, body)).await;
        assert_eq!(status, 201, "{written}");
        let html = written["body_html"].as_str().unwrap();
        assert!(html.contains("<strong>fair</strong>") && !html.contains("<img"), "{html}");
        house.dispatcher.catch_up().await;

        let (id, path) = (id(&written), format!("/api/v1/posts/{}", id(&written)));
        assert_eq!(house.get(&house.ben, &path).await.0, 200);
        let feed = house.get(&house.ben, "/api/v1/feed").await.1;
        let mine = feed["items"].as_array().unwrap().iter().filter(|it| it["about"]["id"] == id).count();
        assert_eq!(mine, 1, "{feed}");
        assert!(house.home(&house.ben).await.contains("<strong>fair</strong>"));
        let found = house.get(&house.ben, "/api/v1/search?q=fair").await.1;
        assert!(found.to_string().contains(id), "{found}");
        assert!(told(&house, &house.ben).await[0]["text"].as_str().unwrap().contains("Ana Berg writes"));

        for outsider in [&house.cem, &house.gil] {
            assert_eq!(house.get(outsider, &path).await.0, 404);
            assert_eq!(post(&house, outsider, in_travel(&house, "Hello")).await.0, 404);
            for place in ["/api/v1/feed", "/api/v1/search?q=fair", "/api/v1/activities", "/api/v1/waiting"] {
                assert!(!house.get(outsider, place).await.1.to_string().contains(id), "{place}");
            }
            assert!(told(&house, outsider).await.is_empty());
        }
        assert_eq!(post(&house, &house.ben, in_travel(&house, "Me")).await.0, 403, "Ben only reads");
    })
    .await;
}

#[tokio::test]
async fn it_is_talked_about_as_everything_and_all_of_that_is_one_entry() {
    on_each_engine(all, async |house| {
        let (_, written) = post(&house, &house.ana, in_travel(&house, "To Bremen?")).await;
        let about = kernel::ids::ThingId { kind: "post".into(), id: id(&written).parse().unwrap() };
        for number in 0..3 {
            assert_eq!(house.comment(&house.dana, &about, &format!("Yes {number}")).await.0, 201);
        }
        let reaction = json!({ "about": about.to_string(), "emoji": "🎉" });
        assert!(house.send(&house.dana, Method::PUT, "/api/v1/reactions", reaction).await.0 < 300);
        house.dispatcher.catch_up().await;
        assert_eq!(told(&house, &house.ana).await.len(), 1);
        let (status, page) = house.page(Some(&house.ben), &format!("/posts/{}", about.id)).await;
        assert_eq!(status, 200);
        assert!(page.contains("To Bremen?") && page.contains(&format!("/talk?about={about}")), "{page}");
        assert!(house.page(Some(&house.ana), &format!("/talk?about={about}")).await.1.contains("Yes 2"));
    })
    .await;
}

#[tokio::test]
async fn what_was_said_before_stays_readable_and_what_is_deleted_is_gone() {
    on_each_engine(all, async |house| {
        let (_, written) = post(&house, &house.ana, in_travel(&house, "By ship")).await;
        let (path, page) = (format!("/api/v1/posts/{}", id(&written)), format!("/posts/{}", id(&written)));
        let change = json!({ "body": "By train, @Ben Roth" });
        assert_eq!(house.send(&house.dana, Method::PATCH, &path, change.clone()).await.0, 403);
        assert_eq!(house.send(&house.ana, Method::PATCH, &path, change).await.0, 200);
        house.dispatcher.catch_up().await;
        assert!(told(&house, &house.ben).await[0]["text"].as_str().unwrap().contains("mentioned you"));
        let read = house.page(Some(&house.ben), &page).await.1;
        assert!(read.contains("By train") && read.contains("By ship"), "{read}");

        assert_eq!(house.send(&house.ben, Method::DELETE, &path, Value::Null).await.0, 403);
        assert_eq!(house.send(&house.dana, Method::DELETE, &path, Value::Null).await.0, 204, "Dana owns it");
        house.dispatcher.catch_up().await;
        assert_eq!(house.get(&house.ana, &path).await.0, 404);
        assert!(!house.home(&house.ana).await.contains("By train"));
        assert!(!house.get(&house.ana, "/api/v1/search?q=train").await.1.to_string().contains(id(&written)));
    })
    .await;
}

#[tokio::test]
async fn an_owner_pins_it_beside_the_space() {
    on_each_engine(all, async |house| {
        let (_, written) = post(&house, &house.ana, in_travel(&house, "Rules of the house")).await;
        let path = format!("/api/v1/posts/{}/pin", id(&written));
        assert_eq!(house.send(&house.ana, Method::PUT, &path, Value::Null).await.0, 403);
        assert_eq!(house.send(&house.dana, Method::PUT, &path, Value::Null).await.0, 204);
        let pinned = format!("/posts/pinned?space={}", house.travel.uuid());
        assert!(house.page(Some(&house.ben), &pinned).await.1.contains("Rules of the house"));
        assert_eq!(house.page(Some(&house.cem), &pinned).await.0, 404);
        assert_eq!(house.send(&house.dana, Method::DELETE, &path, Value::Null).await.0, 204);
        assert!(!house.page(Some(&house.ben), &pinned).await.1.contains("Rules of the house"));
    })
    .await;
}

#[tokio::test]
async fn the_whole_company_reads_what_is_told_to_all_and_guests_do_not() {
    on_each_engine(all, async |house| {
        let (status, first) = post(&house, &house.ana, json!({ "body": "Cake in the kitchen" })).await;
        assert_eq!(status, 201, "{first}");
        let (_, second) = post(&house, &house.dana, json!({ "body": "It is gone" })).await;
        assert_eq!(first["space_id"], second["space_id"], "there is one place for it");
        house.dispatcher.catch_up().await;
        assert!(house.home(&house.cem).await.contains("Cake in the kitchen"));
        let path = format!("/api/v1/posts/{}", id(&first));
        assert_eq!(house.get(&house.gil, &path).await.0, 404);
        assert_eq!(post(&house, &house.gil, json!({ "body": "Hello" })).await.0, 403);
        let composer = house.page(Some(&house.cem), "/posts/new").await.1;
        assert!(composer.contains("all 4 colleagues"), "who will read it: {composer}");
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_post_and_one_for_later_is_hidden_until_then() {
    on_each_engine(all, async |house| {
        let fresh = kernel::ids::Uuid::now_v7();
        let form = format!("id={fresh}&space={}&body=Twice&kind=post", house.travel.uuid());
        for _ in 0..2 {
            assert_eq!(send_form(&house, &house.ana, "/posts", &form).await, 303);
        }
        let list = format!("/api/v1/posts?space={}", house.travel.uuid());
        assert_eq!(house.get(&house.ana, &list).await.1["items"].as_array().unwrap().len(), 1);
        assert_eq!(send_form(&house, &house.dana, "/posts", &form).await, 409, "it is Ana's");

        let mut later = in_travel(&house, "Tomorrow it begins");
        later["publish_at"] = json!("2023-11-16T08:00:00Z");
        let (status, written) = post(&house, &house.ana, later).await;
        assert_eq!(status, 201, "{written}");
        let path = format!("/api/v1/posts/{}", id(&written));
        assert_eq!((house.get(&house.ana, &path).await.0, house.get(&house.dana, &path).await.0), (200, 404));
        assert!(house.page(Some(&house.ana), "/posts/waiting").await.1.contains("Tomorrow it begins"));
        house.jobs.catch_up_but(&["page"]).await;
        assert_eq!(house.get(&house.dana, &path).await.0, 404);
        let mut second = in_travel(&house, "And this");
        second["publish_at"] = json!("2023-11-16T08:00:00Z");
        let second = post(&house, &house.ana, second).await.1;
        let (page, api) = (format!("/posts/{}/send", id(&second)), format!("/api/v1/posts/{}", id(&second)));
        assert_eq!(send_form(&house, &house.dana, &page, "").await, 404, "Dana does not know of it");
        assert_eq!(send_form(&house, &house.ana, &page, "").await, 303);
        assert_eq!(house.get(&house.dana, &api).await.0, 200);
        house.jobs_after(3).await.catch_up_but(&["page"]).await;
        assert_eq!(house.get(&house.dana, &path).await.0, 200);
    })
    .await;
}

pub async fn send_form(house: &House, who: &Somebody, path: &str, form: &str) -> u16 {
    let kind = "application/x-www-form-urlencoded";
    let body = form.as_bytes().to_vec();
    let ask = crate::asking::Ask { who: Some(who), method: Method::POST, path, kind, if_match: None, body };
    house.ask(ask).await.0
}

#[tokio::test]
async fn odd_posts_are_refused_in_words() {
    on_each_engine(all, async |house| {
        let long = ["x".repeat(1_000_000), "@Ben Roth ".repeat(10_000)];
        let odd = ["", " ", "\u{0}", "a\u{1b}b"].into_iter().chain(long.iter().map(String::as_str));
        for body in odd {
            let (status, answer) = post(&house, &house.ana, in_travel(&house, body)).await;
            assert!((400..500).contains(&status), "{status} {answer}");
            assert!(!answer["detail"].as_str().unwrap().is_empty());
        }
        let turned = post(&house, &house.ana, in_travel(&house, "\u{202e}evil")).await.1;
        assert!(turned["id"].is_string(), "text may run from right to left: {turned}");
        let called = "@Ben Roth ".repeat(1_500);
        assert_eq!(post(&house, &house.ana, in_travel(&house, &called)).await.0, 201);
        let mut poem = in_travel(&house, "Roses");
        poem["kind"] = json!("poem");
        assert_eq!(post(&house, &house.ana, poem).await.0, 422);
        for path in ["/api/v1/posts", "/api/v1/posts?space=x", "/api/v1/posts/x", "/posts/new?space=x"] {
            assert!((400..500).contains(&house.get(&house.ana, path).await.0), "{path}");
        }
    })
    .await;
}
