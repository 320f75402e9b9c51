//! Dana writes a course, publishes it, withdraws it. Cem is an admin; Ana and Ben learn; Gil is a guest.

use axum::http::Method;
use axum::http::header::LOCATION;
use serde_json::{Value, json};

use crate::asking::Ask;
use crate::house::{House, Somebody, all, on_each_engine};

/// As a form sends it: the status, where it leads, and the page.
async fn send(house: &House, who: &Somebody, path: &str, fields: &[(&str, &str)]) -> (u16, String, String) {
    let pairs = fields.iter().map(|(name, value)| format!("{name}={}", page::encoded(value)));
    let body = pairs.collect::<Vec<_>>().join("&").into_bytes();
    let kind = "application/x-www-form-urlencoded";
    let ask = Ask { who: Some(who), method: Method::POST, path, kind, if_match: None, body };
    let (status, headers, body) = house.ask(ask).await;
    let leads = headers.get(LOCATION).map_or("", |it| it.to_str().unwrap()).to_owned();
    (status, leads, String::from_utf8(body).unwrap())
}

/// A new course of Dana's; answers its address in the workshop and its id.
async fn begin(house: &House) -> (String, String) {
    let (status, path, _) = send(house, &house.dana, "/learn/authors", &[("title", "Coffee for all")]).await;
    assert_eq!(status, 303);
    let id = path.strip_prefix("/learn/authors/").unwrap().to_owned();
    (path, id)
}

/// What stands between the marks, without the entities that can be there.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    page.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map_or("", |(it, _)| it)
}

fn plain(text: &str) -> String {
    text.replace("&#34;", "\"").replace("&#38;", "&").replace("&#62;", ">").replace("&#60;", "<")
}

/// A round of the course's two questions by this person, whose first shot is wrong or right.
async fn shoot(house: &House, who: &Somebody, chapter: &str, first: &str) {
    let (_, round) = house.post(who, "/api/v1/rounds", json!({ "chapter_id": chapter })).await;
    let items = round["items"].as_array().unwrap();
    let item = items.iter().find(|it| it["kind"] == "single").unwrap();
    let option = item["options"].as_array().unwrap().iter().find(|it| it["text"] == first).unwrap();
    let answer = json!({ "item_id": item["id"], "option_ids": [option["id"]] });
    let path = format!("/api/v1/rounds/{}/answers", round["id"].as_str().unwrap());
    assert_eq!(house.post(who, &path, answer).await.0, 200);
}

#[tokio::test]
async fn how_questions_do_is_told_from_five_people_on() {
    on_each_engine(all, async |house| {
        let (course, id) = begin(&house).await;
        assert_eq!(publish(&house, &house.dana, &course).await.0, 303);
        let (_, read) = house.get(&house.ana, &format!("/api/v1/courses/{id}")).await;
        let chapter = read["chapters"][0]["id"].as_str().unwrap();
        let right = "Why it is not that one.";
        for (who, first) in
            [(&house.dana, right), (&house.ana, right), (&house.ben, "A mark."), (&house.cem, right)]
        {
            shoot(&house, who, chapter, first).await;
        }
        let path = format!("{course}/statistics");
        let (_, page) = house.page(Some(&house.dana), &path).await;
        assert!(page.contains("Too few answers") && !page.contains("right at the first try"), "{page}");
        let mut tx = house.database.begin().await.unwrap();
        let member = access::CompanyRole::Member;
        let person = access::people::add(&mut tx, "Eva Lind", "eva@example.org", member).await.unwrap();
        let token = access::tokens::create(&mut tx, person.id, "test").await.unwrap();
        tx.commit().await.unwrap();
        // She sees it in German: the same question in the language in which it was written.
        shoot(&house, &Somebody { person, token }, chapter, "A mark.").await;
        let (_, page) = house.page(Some(&house.dana), &path).await;
        assert!(page.contains("60 %") && page.contains("right at the first try: 3 of 5."), "{page}");
        assert!(page.contains("chosen 2 times") && page.contains("never chosen"), "{page}");
        assert!(!page.contains("Eva") && !page.contains("Ben"), "no names: {page}");
        assert_eq!(house.page(Some(&house.ana), &path).await.0, 404);
        let (_, told) = house.get(&house.dana, &format!("/api/v1/courses/{id}/statistics")).await;
        assert!(told.to_string().contains("\"wrong\":[{\"people\":2,\"text\":\"A mark.\"}]"), "{told}");
    })
    .await;
}

/// The text of a file and the tag that it is saved with.
async fn open(house: &House, who: &Somebody, course: &str, file: &str) -> (String, String) {
    let (status, page) = house.page(Some(who), &format!("{course}/file?path={file}")).await;
    assert_eq!(status, 200, "{file}");
    let base = between(&page, "name=\"base\" value=\"", "\"").to_owned();
    let text = between(&page, "<textarea", "</textarea>");
    let (_, text) = text.split_once(">\n").unwrap();
    (plain(text), base)
}

async fn save(house: &House, who: &Somebody, course: &str, (file, text, base): (&str, &str, &str)) -> u16 {
    let fields = [("path", file), ("text", text), ("base", base)];
    send(house, who, &format!("{course}/file"), &fields).await.0
}

async fn publish(house: &House, who: &Somebody, course: &str) -> (u16, String) {
    let path = format!("{course}/publish");
    let (_, page) = house.page(Some(who), &path).await;
    let base = between(&page, "name=\"base\" value=\"", "\"").to_owned();
    let (status, _, page) = send(house, who, &path, &[("base", &base)]).await;
    (status, page)
}

const QUESTIONS: &str = "en/start/questions.txt";

#[tokio::test]
async fn a_new_course_is_hers_and_can_be_published_as_it_is() {
    on_each_engine(all, async |house| {
        let (course, id) = begin(&house).await;
        let (status, page) = house.page(Some(&house.dana), &course).await;
        assert!(status == 200 && page.contains("All is well."), "{page}");
        assert_eq!(house.page(Some(&house.cem), &course).await.0, 200, "an admin");
        for other in [&house.ana, &house.gil] {
            assert!([403, 404].contains(&house.page(Some(other), &course).await.0));
            assert_eq!(house.get(other, &format!("/api/v1/courses/{id}")).await.0, 404);
        }
        assert_eq!(publish(&house, &house.dana, &course).await.0, 303);
        let (_, read) = house.get(&house.ana, &format!("/api/v1/courses/{id}")).await;
        assert_eq!(read["title"], "Coffee for all");
        assert_eq!(read["chapters"][0]["game"], "schiessbude");
        let (_, page) = house.page(Some(&house.dana), &course).await;
        assert!(page.contains("Version 1") && page.contains("Dana Kurz"), "{page}");
        for game in ["aufzug", "reihenfolge", "postverteiler", "kundengespraech", "aktenpaare"] {
            let fields = [("title", "More"), ("game", game), ("key", game)];
            assert_eq!(send(&house, &house.dana, &format!("{course}/chapters"), &fields).await.0, 303);
        }
        assert_eq!(
            send(&house, &house.dana, &format!("{course}/languages"), &[("language", "de")]).await.0,
            303
        );
        let (_, page) = house.page(Some(&house.dana), &format!("{course}/publish")).await;
        assert!(page.contains("New chapter") && !page.contains("mistake"), "{page}");
        assert_eq!(publish(&house, &house.dana, &course).await.0, 303, "each chapter begins without a fault");
        let (_, read) = house.get(&house.ana, &format!("/api/v1/courses/{id}")).await;
        assert_eq!(read["chapters"].as_array().unwrap().len(), 6);
        assert_eq!(read["languages"], json!(["en", "de"]));
    })
    .await;
}

#[tokio::test]
async fn a_draft_may_be_wrong_but_is_not_published() {
    on_each_engine(all, async |house| {
        let (course, id) = begin(&house).await;
        let (text, base) = open(&house, &house.dana, &course, QUESTIONS).await;
        let wrong = text.replace("+ Why it is not that one.", "- Why it is not that one.");
        let line = wrong.lines().position(|it| it.starts_with("[single]")).unwrap() + 1;
        let fields = [("path", QUESTIONS), ("text", wrong.as_str())];
        let (_, _, checked) = send(&house, &house.dana, &format!("{course}/check"), &fields).await;
        assert!(checked.contains(&format!("Line {line}")), "{checked}");
        let (_, still) = house.page(Some(&house.dana), &course).await;
        assert!(still.contains("All is well."), "checking saves nothing");

        assert_eq!(save(&house, &house.dana, &course, (QUESTIONS, &wrong, &base)).await, 303);
        assert_eq!(open(&house, &house.dana, &course, QUESTIONS).await.0, wrong, "it is kept as it is");
        let (status, page) = publish(&house, &house.dana, &course).await;
        assert_eq!(status, 422);
        assert!(page.contains(&format!("{QUESTIONS}, Line {line}")), "{page}");
        assert_eq!(house.get(&house.ana, &format!("/api/v1/courses/{id}")).await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn two_authors_who_save_lose_nothing() {
    on_each_engine(all, async |house| {
        let (course, _) = begin(&house).await;
        let file = "en/course.md";
        let (_, base) = open(&house, &house.dana, &course, file).await;
        assert_eq!(save(&house, &house.cem, &course, (file, "# Coffee\n\nBy Cem.", &base)).await, 303);
        let fields = [("path", file), ("text", "# Coffee\n\nBy Dana."), ("base", base.as_str())];
        let (status, _, page) = send(&house, &house.dana, &format!("{course}/file"), &fields).await;
        assert_eq!(status, 409);
        assert!(page.contains("By Cem.") && page.contains("By Dana.") && page.contains("Cem Kaya"), "{page}");
        assert!(
            open(&house, &house.dana, &course, file).await.0.contains("By Cem."),
            "nothing is overwritten"
        );
        let now = between(&page, "name=\"base\" value=\"", "\"");
        assert_eq!(save(&house, &house.dana, &course, (file, "# Coffee\n\nBy both.", now)).await, 303);
        assert!(open(&house, &house.cem, &course, file).await.0.contains("By both."));

        // What was looked at is published, or nothing.
        let stale = [("base", "0000000000000000")];
        assert_eq!(send(&house, &house.dana, &format!("{course}/publish"), &stale).await.0, 409);
    })
    .await;
}

async fn count(house: &House, who: &Somebody) -> (Value, Value) {
    let (_, learning) = house.get(who, "/api/v1/me/learning").await;
    let (_, courses) = house.get(who, "/api/v1/courses").await;
    (learning, courses)
}

#[tokio::test]
async fn a_question_is_tried_out_without_a_trace() {
    on_each_engine(all, async |house| {
        let (course, id) = begin(&house).await;
        assert_eq!(publish(&house, &house.dana, &course).await.0, 303);
        let before = count(&house, &house.dana).await;
        let (text, _) = open(&house, &house.dana, &course, QUESTIONS).await;
        let unsaved = text.replace("A mark.", "A gold star.");
        let wish = [("path", QUESTIONS), ("text", unsaved.as_str()), ("question", "wrong-answer")];
        let (status, play, _) = send(&house, &house.dana, &format!("{course}/try"), &wish).await;
        assert_eq!(status, 303);
        let (status, page) = house.page(Some(&house.dana), &play).await;
        assert!(status == 200 && page.contains("A gold star.") && page.contains("counts nowhere"), "{page}");
        assert_eq!(house.page(Some(&house.cem), &play).await.0, 404, "hers alone");
        let round = play.strip_prefix("/play/").unwrap();
        let (_, dealt) = house.get(&house.dana, &format!("/api/v1/rounds/{round}")).await;
        let item = &dealt["items"][0];
        assert!(!dealt.to_string().contains("only reasons"), "nothing tells what is right: {dealt}");
        let with = |words: &str| {
            let mut options = item["options"].as_array().unwrap().iter();
            options.find(|it| it["text"] == words).unwrap()["id"].clone()
        };
        let answers = format!("/api/v1/rounds/{round}/answers");
        let wrong = json!({ "item_id": item["id"], "option_ids": [with("A gold star.")] });
        let (_, verdict) = house.post(&house.dana, &answers, wrong).await;
        assert_eq!(verdict["feedback"], "There are no marks here, only reasons.");
        let right = json!({ "item_id": item["id"], "option_ids": [with("Why it is not that one.")] });
        let (_, verdict) = house.post(&house.dana, &answers, right).await;
        assert!(verdict["passed"] == true && verdict["scene"] == 1, "{verdict}");

        assert_eq!(count(&house, &house.dana).await, before, "no progress");
        let (_, told) = house.get(&house.dana, &format!("/api/v1/courses/{id}/statistics")).await;
        assert!(!told.to_string().contains("first_tries"), "{told}");
        let broken = text.replace("+ Why", "- Why");
        let wish = [("path", QUESTIONS), ("text", broken.as_str()), ("question", "wrong-answer")];
        let (status, _, page) = send(&house, &house.dana, &format!("{course}/try"), &wish).await;
        assert!(status == 422 && page.contains("- Why it is not that one."), "her text is still there");
        // Somebody else's mistake in the file is not in the way of this question.
        let wish = [("path", QUESTIONS), ("text", broken.as_str()), ("question", "good-question")];
        assert_eq!(send(&house, &house.dana, &format!("{course}/try"), &wish).await.0, 303);
        let (status, page) = house.page(Some(&house.dana), &format!("{course}/talk?path={QUESTIONS}")).await;
        assert!(status == 200 && page.contains("Lovely to see you"), "{page}");
        assert_eq!(house.page(Some(&house.ana), &format!("{course}/talk?path={QUESTIONS}")).await.0, 404);
        house.jobs_after(2).await.catch_up().await;
        assert_eq!(house.page(Some(&house.dana), &play).await.0, 404, "after a day it is gone");
    })
    .await;
}

async fn import(house: &House, who: &Somebody, name: &str, content: &[u8]) -> (u16, String, String) {
    let mut body =
        format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
            .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let (path, kind) = ("/learn/authors/import", "multipart/form-data; boundary=edge");
    let ask = Ask { who: Some(who), method: Method::POST, path, kind, if_match: None, body };
    let (status, headers, body) = house.ask(ask).await;
    let leads = headers.get(LOCATION).map_or("", |it| it.to_str().unwrap()).to_owned();
    (status, leads, String::from_utf8(body).unwrap())
}

#[tokio::test]
async fn a_file_with_a_mistake_is_refused_as_a_whole() {
    on_each_engine(all, async |house| {
        let gift = "Two plus two? {=Four ~Five}\n\nThree plus three? {=Six";
        let (status, _, page) = import(&house, &house.dana, "Sums.txt", gift.as_bytes()).await;
        assert!(status == 422 && page.contains("Line 3") && page.contains("Sums.txt"), "{page}");
        assert!(page.contains("There is no course of yours here yet."), "nothing was taken");
        let (status, course, _) =
            import(&house, &house.dana, "Sums.txt", b"Two plus two? {=Four ~Five}").await;
        assert_eq!(status, 303);
        let (_, page) = house.page(Some(&house.dana), &course).await;
        assert!(page.contains("Sums") && page.contains("All is well."), "{page}");
        let aiken = "Two plus two?\nA. Four\nB. Five\nANSWER: A\n";
        assert_eq!(import(&house, &house.dana, "Aiken.txt", aiken.as_bytes()).await.0, 303);
        assert_eq!(import(&house, &house.gil, "Aiken.txt", aiken.as_bytes()).await.0, 403);

        // Out and in again: it is the same course, and its draft is put aside, not lost.
        let id = course.strip_prefix("/learn/authors/").unwrap();
        let path = format!("/api/v1/courses/{id}/export?of=draft");
        let ask = Ask {
            who: Some(&house.dana),
            method: Method::GET,
            path: &path,
            kind: "",
            if_match: None,
            body: Vec::new(),
        };
        let (status, _, zip) = house.ask(ask).await;
        assert_eq!(status, 200);
        let (_, base) = open(&house, &house.dana, &course, "en/course.md").await;
        assert_eq!(save(&house, &house.dana, &course, ("en/course.md", "# Counting\n", &base)).await, 303);
        let (status, same, _) = import(&house, &house.dana, "course.zip", &zip).await;
        assert!(status == 303 && same == course);
        assert!(open(&house, &house.dana, &course, "en/course.md").await.0.contains("# Sums"));
        assert_eq!(send(&house, &house.dana, &format!("{course}/asides/1/restoration"), &[]).await.0, 303);
        assert!(open(&house, &house.dana, &course, "en/course.md").await.0.contains("# Counting"));
        assert_eq!(import(&house, &house.ben, "course.zip", &zip).await.0, 422, "it is not his");
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_course_explains_itself() {
    on_each_engine(all, async |house| {
        let (course, id) = begin(&house).await;
        assert_eq!(publish(&house, &house.dana, &course).await.0, 303);
        let (_, read) = house.get(&house.ana, &format!("/api/v1/courses/{id}")).await;
        let chapter = read["chapters"][0]["id"].as_str().unwrap().to_owned();
        let (_, round) = house.post(&house.ana, "/api/v1/rounds", json!({ "chapter_id": chapter })).await;
        let round = round["id"].as_str().unwrap();
        assert_eq!(send(&house, &house.ana, &format!("{course}/withdrawal"), &[]).await.0, 404);
        assert_eq!(send(&house, &house.dana, &format!("{course}/withdrawal"), &[]).await.0, 303);

        let (_, list) = house.page(Some(&house.ana), "/learn").await;
        assert!(list.contains("Coffee for all") && list.contains("Withdrawn"), "{list}");
        let (_, list) = house.page(Some(&house.ben), "/learn").await;
        assert!(!list.contains("Coffee for all"), "he had not begun it");
        let pages = ["talk", "game", "task"].map(|it| format!("/learn/chapters/{chapter}/{it}"));
        for path in pages.iter().chain([&format!("/learn/courses/{id}")]) {
            let (status, page) = house.page(Some(&house.ana), path).await;
            assert!(status == 200 && page.contains("This course has been withdrawn."), "{path}: {page}");
        }
        let (status, page) = house.page(Some(&house.ana), &format!("/play/{round}")).await;
        assert!(status == 409 && page.contains("This course has been withdrawn"), "{page}");
        assert_eq!(house.page(Some(&house.ana), &format!("/learn/chapters/{chapter}/summary")).await.0, 200);
        let (_, read) = house.get(&house.ana, &format!("/api/v1/courses/{id}")).await;
        assert_eq!(read["state"], "withdrawn");
        for path in ["talk", "task"] {
            let (status, said) = house.get(&house.ana, &format!("/api/v1/chapters/{chapter}/{path}")).await;
            assert!(status == 409 && said["detail"].as_str().unwrap().contains("withdrawn"), "{said}");
        }
        let (status, _) = house.post(&house.ana, "/api/v1/rounds", json!({ "chapter_id": chapter })).await;
        assert_eq!(status, 409);

        assert_eq!(send(&house, &house.dana, &format!("{course}/return"), &[]).await.0, 303);
        let (_, again) = house.post(&house.ana, "/api/v1/rounds", json!({ "chapter_id": chapter })).await;
        assert_eq!(again["id"].as_str().unwrap(), round, "she goes on where she was");
    })
    .await;
}

#[tokio::test]
async fn an_older_version_comes_back_as_a_draft() {
    on_each_engine(all, async |house| {
        let (course, id) = begin(&house).await;
        assert_eq!(publish(&house, &house.dana, &course).await.0, 303);
        let (text, base) = open(&house, &house.dana, &course, QUESTIONS).await;
        let (first, _) = text.split_once("[multiple]").unwrap();
        assert_eq!(save(&house, &house.dana, &course, (QUESTIONS, first, &base)).await, 303);
        let (_, page) = house.page(Some(&house.dana), &format!("{course}/publish")).await;
        assert!(page.contains("One question goes") && page.contains("What makes a good question?"), "{page}");
        assert_eq!(publish(&house, &house.dana, &course).await.0, 303);
        let restoration = format!("{course}/versions/1/restoration");
        assert_eq!(send(&house, &house.dana, &restoration, &[]).await.0, 303);
        assert_eq!(open(&house, &house.dana, &course, QUESTIONS).await.0, text);
        let (_, told) = house.get(&house.dana, &format!("/api/v1/courses/{id}/statistics")).await;
        assert_eq!(told["questions"].as_array().unwrap().len(), 1, "learners still have the second one");
    })
    .await;
}

#[tokio::test]
async fn what_comes_with_the_product_is_copied_not_changed() {
    on_each_engine(all, async |house| {
        learning::bundled::install(&house.database, &house.open.known.known()).await.unwrap();
        let (_, courses) = house.get(&house.cem, "/api/v1/courses").await;
        let id = courses["items"][0]["id"].as_str().unwrap().to_owned();
        let course = format!("/learn/authors/{id}");
        let (_, page) = house.page(Some(&house.cem), &course).await;
        assert!(page.contains("comes with Mitwerk"), "{page}");
        assert_eq!(house.page(Some(&house.ana), &course).await.0, 404);
        let (text, base) = open(&house, &house.cem, &course, "de/course.md").await;
        assert_eq!(save(&house, &house.cem, &course, ("de/course.md", "# Mine\n", &base)).await, 403);
        assert_eq!(open(&house, &house.cem, &course, "de/course.md").await.0, text);
        let path = format!("/api/v1/courses/{id}/export");
        let (method, kind, body) = (Method::GET, "", Vec::new());
        let ask = Ask { who: Some(&house.cem), method, path: &path, kind, if_match: None, body };
        let (_, _, zip) = house.ask(ask).await;
        let path = "/api/v1/courses/import?format=zip";
        let (method, kind) = (Method::POST, "application/zip");
        let ask = Ask { who: Some(&house.cem), method, path, kind, if_match: None, body: zip };
        assert_eq!(house.ask(ask).await.0, 409, "the next version would replace it");
        let (status, copy, _) = send(&house, &house.cem, &format!("{course}/copy"), &[]).await;
        assert_eq!(status, 303);
        let (_, page) = house.page(Some(&house.cem), &copy).await;
        assert!(page.contains("All is well.") && page.contains("(copy)"), "{page}");
        assert_eq!(publish(&house, &house.cem, &copy).await.0, 303);
        // Withdrawn by the house, it stays so when the product comes again.
        assert_eq!(send(&house, &house.cem, &format!("{course}/withdrawal"), &[]).await.0, 303);
        let (files, read) = (learning::bundled::files(), learning::script::Course::read);
        let read = read(&files, &|game, kind| arcade::plays(game, kind.word())).unwrap();
        learning::import(&house.database, &read, &files).await.unwrap();
        let (_, read) = house.get(&house.cem, &format!("/api/v1/courses/{id}")).await;
        assert_eq!(read["state"], "withdrawn");
    })
    .await;
}
