//! Ana passes a course, shows it to whom she likes, and takes it back.

use axum::http::{HeaderMap, Method};
use serde_json::{Value, json};

use crate::asking::Ask;
use crate::house::{House, Somebody, all, on_each_engine};

/// A course with one question, by Cem; its id and that of its chapter.
pub async fn short_course(house: &House) -> (String, String) {
    let ask = Ask {
        who: Some(&house.cem),
        method: Method::POST,
        path: "/api/v1/courses/import?format=gift&title=Coffee%20%26%20cake",
        kind: "text/plain",
        if_match: None,
        body: b"Who makes the coffee? { =Whoever comes first. ~The intern. }".to_vec(),
    };
    let (status, _, body) = house.ask(ask).await;
    let made: Value = serde_json::from_slice(&body).unwrap_or_default();
    assert_eq!(status, 201, "{made}");
    let course = made["course_id"].as_str().unwrap().to_owned();
    let (_, shown) = house.get(&house.cem, &format!("/api/v1/courses/{course}")).await;
    (course, shown["chapters"][0]["id"].as_str().unwrap().to_owned())
}

/// All three parts of its chapter.
async fn pass(house: &House, who: &Somebody, chapter: &str) {
    let seen = format!("/api/v1/chapters/{chapter}/talk/seen");
    assert_eq!(house.post(who, &seen, json!({})).await.0, 204);
    let (_, round) = house.post(who, "/api/v1/rounds", json!({ "chapter_id": chapter })).await;
    let item = &round["items"][0];
    let right = item["options"].as_array().unwrap().iter().find(|it| it["text"] == "Whoever comes first.");
    let answer = json!({ "item_id": item["id"], "option_ids": [right.unwrap()["id"]] });
    let path = format!("/api/v1/rounds/{}/answers", round["id"].as_str().unwrap());
    assert_eq!(house.post(who, &path, answer).await.1["passed"], true);
    let skip = format!("/api/v1/chapters/{chapter}/task/skip");
    house.post(who, &skip, json!({ "reason": "There is none." })).await;
}

/// The address of her certificate, if she has one to show.
async fn shown(house: &House, who: &Somebody) -> Option<String> {
    let (_, mine) = house.get(who, "/api/v1/me/learning").await;
    mine["courses"][0]["certificate_url"].as_str().map(str::to_owned)
}

async fn fetch(house: &House, who: Option<&Somebody>, path: &str) -> (u16, HeaderMap, Vec<u8>) {
    house.ask(Ask { who, method: Method::GET, path, kind: "", if_match: None, body: Vec::new() }).await
}

async fn send(house: &House, who: &Somebody, path: &str) -> u16 {
    let kind = "application/x-www-form-urlencoded";
    let ask = Ask { who: Some(who), method: Method::POST, path, kind, if_match: None, body: Vec::new() };
    house.ask(ask).await.0
}

#[tokio::test]
async fn whoever_was_given_the_address_reads_four_things() {
    on_each_engine(all, async |house| {
        let (course, chapter) = short_course(&house).await;
        let own = format!("/learn/courses/{course}/certificate");
        assert_eq!(house.page(Some(&house.ana), &own).await.0, 404, "not passed yet");
        pass(&house, &house.ana, &chapter).await;
        let url = shown(&house, &house.ana).await.unwrap();
        let (status, headers, body) = fetch(&house, None, &url).await;
        let page = String::from_utf8(body).unwrap();
        assert_eq!(status, 200);
        assert_eq!(headers["x-robots-tag"], "noindex, nofollow");
        for words in ["Ana Berg", "Coffee &#38; cake", "Mitwerk", "14. November 2023", "geprüft: echt"] {
            assert!(page.contains(words), "{words} is not in {page}");
        }
        assert!(!page.contains("ana@example.org") && !page.contains(&house.ana.person.id.uuid().to_string()));
        assert!(!page.contains(&own), "it is not hers to look after");
        assert!(house.page(Some(&house.ana), &url).await.1.contains(&own));
        let (status, page) = house.page(None, "/certificates/nosuchcode").await;
        assert_eq!(status, 404);
        assert!(page.contains("Diesen Nachweis gibt es nicht"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn she_prints_it() {
    on_each_engine(all, async |house| {
        let (_, chapter) = short_course(&house).await;
        pass(&house, &house.ana, &chapter).await;
        let url = shown(&house, &house.ana).await.unwrap();
        let pdf = format!("{url}/pdf");
        let (status, headers, bytes) = fetch(&house, Some(&house.ana), &pdf).await;
        assert_eq!((status, headers["content-type"].to_str().unwrap()), (200, "application/pdf"));
        assert_eq!(fetch(&house, Some(&house.ben), &pdf).await.0, 404);
        assert_eq!(fetch(&house, None, &pdf).await.0, 303);

        let file = house.open.options.data.join("certificate.pdf");
        std::fs::write(&file, bytes).unwrap();
        let read = house.open.converter.read(&file, "application/pdf", "certificate.pdf").await.unwrap();
        let convert::Status::Done(text) = read.text else { panic!("{:?}", read.text) };
        let address = house.open.gate.absolute(&url);
        for words in ["Ana Berg", "Coffee & cake", "14 November 2023", address.as_str()] {
            assert!(text.contains(words), "{words} is not in {text}");
        }
        assert_eq!(read.pages, Some(1));
    })
    .await;
}

#[tokio::test]
async fn she_takes_it_back_and_gives_another_one() {
    on_each_engine(all, async |house| {
        let (course, chapter) = short_course(&house).await;
        pass(&house, &house.ana, &chapter).await;
        let url = shown(&house, &house.ana).await.unwrap();
        let own = format!("/learn/courses/{course}/certificate");
        let withdraw = format!("{own}/withdraw");
        assert_eq!(send(&house, &house.ben, &withdraw).await, 404, "he has passed nothing");
        assert_eq!(house.page(None, &url).await.0, 200);

        assert_eq!(send(&house, &house.ana, &withdraw).await, 303);
        assert_eq!(house.page(None, &url).await.0, 404);
        assert_eq!(shown(&house, &house.ana).await, None);
        assert_eq!(house.page(Some(&house.ana), &own).await.0, 200, "passed stays passed");

        assert_eq!(send(&house, &house.ana, &own).await, 303);
        let other = shown(&house, &house.ana).await.unwrap();
        assert_ne!(other, url);
        assert_eq!(house.page(None, &other).await.0, 200);
        assert_eq!(house.page(None, &url).await.0, 404);

        let mut tx = house.database.begin().await.unwrap();
        access::people::erase(&mut tx, house.ana.person.id).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(house.page(None, &other).await.0, 404, "she was erased");
    })
    .await;
}

#[tokio::test]
async fn home_offers_the_next_step_and_nothing_when_there_is_none() {
    on_each_engine(all, async |house| {
        let (course, chapter) = short_course(&house).await;
        let next = async |who: &Somebody| house.page(Some(who), "/learn/next").await;
        let (status, frame) = next(&house.ana).await;
        assert_eq!(status, 200);
        assert!(frame.contains("id=\"learn-next\"") && !frame.contains("<a "), "{frame}");
        assert!(house.home(&house.ana).await.contains("src=\"/learn/next\""));

        let seen = format!("/api/v1/chapters/{chapter}/talk/seen");
        assert_eq!(house.post(&house.ana, &seen, json!({})).await.0, 204);
        let (_, frame) = next(&house.ana).await;
        assert!(frame.contains(&format!("/learn/chapters/{chapter}/game")), "{frame}");
        let assigned = json!({ "course_id": course, "person_ids": [house.ben.person.id.uuid().to_string()],
            "mandatory": true, "due_at": "2099-01-01T00:00:00Z" });
        let (status, made) = house.post(&house.cem, "/api/v1/assignments", assigned).await;
        assert_eq!(status, 201, "{made}");
        let (_, frame) = next(&house.ben).await;
        assert!(frame.contains(&format!("/learn/chapters/{chapter}/talk")), "{frame}");
        assert!(frame.contains("1 January 2099"), "{frame}");

        pass(&house, &house.ana, &chapter).await;
        assert!(!next(&house.ana).await.1.contains("<a "));
        assert_eq!(next(&house.gil).await.0, 200, "a guest's home has the frame, too");
    })
    .await;
}
