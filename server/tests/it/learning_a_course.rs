//! Ana goes through the first chapter: she plays, she practises, and of all that others see four numbers.

use axum::http::Method;
use kernel::Locale;
use learning::script::{Course, Files, Question};
use serde_json::{Value, json};

use crate::house::{House, Somebody, all, on_each_engine};

fn bundled() -> (Files, Course) {
    let files = learning::bundled::files();
    let course = Course::read(&files, &|game, kind| arcade::plays(game, kind.word())).unwrap();
    (files, course)
}

/// The first chapter's id.
async fn begin(house: &House, who: &Somebody) -> (String, String) {
    learning::bundled::install(&house.database, &house.open.known.known()).await.unwrap();
    let (_, courses) = house.get(who, "/api/v1/courses?language=de").await;
    let course = &courses["items"][0];
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    (text(&course["id"]), text(&course["chapters"][0]["id"]))
}

async fn catch_up(house: &House) {
    while house.dispatcher.catch_up().await > 0 {}
}

#[tokio::test]
async fn the_bundled_course_names_facts_and_buttons_that_are_there() {
    on_each_engine(all, async |house| {
        let (_, course) = bundled();
        let known = house.open.known.known();
        for chapter in &course.chapters {
            for (language, text) in &chapter.texts {
                for check in &text.task.checks {
                    let fact = check.predicate.fact.as_str();
                    assert!(fact == "placed" || known.facts(fact).is_some(), "{fact}");
                }
                let instruction = &text.task.instruction;
                for key in instruction.split("{{").skip(1).filter_map(|it| Some(it.split_once("}}")?.0)) {
                    assert!(Locale::parse(language).unwrap().has(key.trim()), "{language}: {key}");
                }
            }
        }
    })
    .await;
}

/// The option that is right, by its text.
fn right<'a>(question: &Question, item: &'a Value) -> Vec<&'a str> {
    let rights: Vec<&str> =
        question.options.iter().filter(|it| it.right).map(|it| it.text.as_str()).collect();
    let options = item["options"].as_array().unwrap().iter();
    options
        .filter(|it| rights.contains(&it["text"].as_str().unwrap()))
        .map(|it| it["id"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_round_tells_what_is_right_only_after_the_answer() {
    on_each_engine(all, async |house| {
        let (_, chapter) = begin(&house, &house.ana).await;
        let (_, course) = bundled();
        let questions = &course.chapters[0].texts["de"].questions;
        let wanted = json!({ "chapter_id": chapter, "language": "de" });
        let (status, round) = house.post(&house.ana, "/api/v1/rounds", wanted.clone()).await;
        assert_eq!(status, 201, "{round}");
        let dealt = round.to_string();
        for why in questions.iter().flat_map(|it| &it.options).map(|it| &it.why).filter(|it| !it.is_empty()) {
            assert!(!dealt.contains(why.as_str()), "the deal says: {why}");
        }
        let (_, again) = house.post(&house.ana, "/api/v1/rounds", wanted).await;
        assert_eq!(again["id"], round["id"], "what was begun goes on, on any device");

        let items = round["items"].as_array().unwrap();
        let path = format!("/api/v1/rounds/{}/answers", round["id"].as_str().unwrap());
        for (at, item) in items.iter().enumerate() {
            let question = questions.iter().find(|it| it.prompt == item["prompt"].as_str().unwrap()).unwrap();
            let right = right(question, item);
            let mut wrong = item["options"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap());
            let wrong = wrong.find(|it| !right.contains(it)).unwrap();
            let answer = json!({ "item_id": item["id"], "option_ids": [wrong] });
            let (_, verdict) = house.post(&house.ana, &path, answer).await;
            assert_eq!(verdict["correct"], false);
            assert!(!verdict["feedback"].as_str().unwrap().is_empty());
            let answer = json!({ "item_id": item["id"], "option_ids": right });
            let (_, verdict) = house.post(&house.ana, &path, answer).await;
            assert_eq!(verdict["correct"], true, "{verdict}");
            assert_eq!(verdict["passed"], at + 1 == items.len());
        }
        assert_eq!(house.post(&house.ben, &path, json!({ "item_id": items[0]["id"] })).await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn practice_colleagues_answer_and_the_task_is_seen_to_be_done() {
    on_each_engine(all, async |house| {
        let (_, chapter) = begin(&house, &house.ana).await;
        let task = format!("/api/v1/chapters/{chapter}/task");
        let (_, before) = house.get(&house.ana, &task).await;
        assert_eq!(before["passed"], false);
        assert!(before["checks"][0]["missing"].is_string(), "{before}");
        assert_eq!(house.post(&house.ana, &format!("{task}/reset"), json!({})).await.0, 204);
        let (_, documents) = house.get(&house.ana, "/api/v1/documents?limit=100").await;
        let notice = documents["items"].as_array().unwrap().iter().find(|it| it["kind"] == "page").unwrap();
        let about = format!("document/{}", notice["id"].as_str().unwrap());
        assert_eq!(
            house.get(&house.ben, &format!("/api/v1/comments?about={about}")).await.0,
            404,
            "hers alone"
        );

        let talk = format!("/api/v1/comments?about={about}");
        let (_, said) = house.get(&house.ana, &talk).await;
        let first = &said["items"][0];
        assert_eq!(first["anchor_state"], "held", "{said}");
        let reply = json!({ "about": about, "body": "A cake.", "reply_to": first["id"] });
        assert_eq!(house.post(&house.ana, "/api/v1/comments", reply).await.0, 201);
        catch_up(&house).await;
        let (_, said) = house.get(&house.ana, &talk).await;
        assert_eq!(said["items"].as_array().unwrap().len(), 3, "she is answered once: {said}");

        // The log read again from its beginning says nothing twice.
        house.dispatcher.rebuild("practice").await.unwrap();
        catch_up(&house).await;
        let (_, again) = house.get(&house.ana, &talk).await;
        assert_eq!(again["items"].as_array().unwrap().len(), 3, "{again}");

        let (_, after) = house.post(&house.ana, &format!("{task}/check"), json!({})).await;
        assert_eq!(after["passed"], true, "{after}");
        let (status, _) = house.post(&house.ben, &format!("{task}/skip"), json!({ "reason": " " })).await;
        assert_eq!(status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_superior_sees_four_numbers() {
    on_each_engine(all, async |house| {
        let (course, chapter) = begin(&house, &house.ana).await;
        let sent = json!({ "course_id": course, "everyone": true, "mandatory": true,
            "due_at": "2099-01-01T00:00:00Z" });
        assert_eq!(house.post(&house.ana, "/api/v1/assignments", sent.clone()).await.0, 403);
        let (status, made) = house.post(&house.cem, "/api/v1/assignments", sent).await;
        assert_eq!(status, 201, "{made}");
        let path = format!("/api/v1/assignments/{}/standing", made["id"].as_str().unwrap());
        let seen = format!("/api/v1/chapters/{chapter}/talk/seen");
        assert_eq!(house.send(&house.ana, Method::POST, &seen, json!({})).await.0, 204);
        // Practice colleagues are no colleagues.
        let reset = format!("/api/v1/chapters/{chapter}/task/reset");
        assert_eq!(house.post(&house.ana, &reset, json!({})).await.0, 204);
        let (_, standing) = house.get(&house.cem, &path).await;
        assert_eq!(standing, json!({ "assigned": 4, "not_started": 3, "started": 1, "passed": 0 }));
        assert_eq!(house.get(&house.ana, &path).await.0, 404);
        assert_eq!(house.get(&house.gil, &format!("/api/v1/courses/{course}")).await.0, 404);
        let export = format!("/api/v1/courses/{course}/export");
        assert_eq!(house.get(&house.ana, &export).await.0, 403, "the answers stand in it");
        assert_eq!(house.get(&house.cem, &export).await.0, 200);
    })
    .await;
}
