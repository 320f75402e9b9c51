//! Cem gives Ana two courses. The days pass: she is reminded, kindly and once a day, until she is through;
//! and who is told what of her stands in this file.

use axum::http::Method;
use dispatch::Dispatcher;
use kernel::clock::Clock;
use kernel::when;
use serde_json::{Value, json};
use server::house::House as Open;
use server::product::Product;
use server::start;

use crate::asking::Ask;
use crate::house::{House, Somebody, all, on_each_engine};

/// The same house as another process opens it at this time.
async fn at(house: &House, time: &str) -> House {
    let now = when::parse_rfc3339(time).unwrap();
    let open = Open::open_at(house.open.options.clone(), Clock::Fixed(now)).await.unwrap();
    let product = Product::assemble(&open).unwrap();
    let routes = product.features.into_iter().map(|it| it.routes).collect();
    House {
        url: house.url.clone(),
        database: open.database.clone(),
        dispatcher: Dispatcher::new(open.database.clone(), Vec::new()),
        jobs: product.jobs,
        app: start::router(&open, routes, &product.routes),
        open,
        dana: house.dana.clone(),
        ana: house.ana.clone(),
        ben: house.ben.clone(),
        cem: house.cem.clone(),
        gil: house.gil.clone(),
        travel: house.travel,
        policy: house.policy.clone(),
    }
}

/// All that was sent until now, the oldest first.
fn mails(house: &House) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(house.open.options.data.join("outbox")) else { return Vec::new() };
    let mut paths: Vec<_> = files.map(|it| it.unwrap().path()).collect();
    paths.sort();
    let text = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).replace("=\r\n", "");
    paths.into_iter().map(text).collect()
}

/// The mails that go out while a house stands at this time.
async fn mails_at(house: &House, time: &str) -> Vec<String> {
    let (now, before) = (at(house, time).await, mails(house).len());
    for _ in 0..3 {
        now.jobs.catch_up().await;
    }
    mails(house).split_off(before)
}

async fn nothing_at(house: &House, time: &str) {
    assert_eq!(mails_at(house, time).await, Vec::<String>::new(), "at {time}");
}

async fn course(house: &House, title: &str) -> Value {
    let path = format!("/api/v1/courses/import?format=gift&title={title}");
    let body = b"Who makes the coffee? { =Whoever comes first. ~The intern. }".to_vec();
    let who = Some(&house.cem);
    let ask = Ask { who, method: Method::POST, path: &path, kind: "text/plain", if_match: None, body };
    let (status, _, body) = house.ask(ask).await;
    assert_eq!(status, 201);
    serde_json::from_slice::<Value>(&body).unwrap()["course_id"].clone()
}

/// All three parts of its one chapter.
async fn pass(house: &House, who: &Somebody, course: &Value) {
    let (_, shown) = house.get(who, &format!("/api/v1/courses/{}", course.as_str().unwrap())).await;
    let chapter = shown["chapters"][0]["id"].as_str().unwrap().to_owned();
    house.post(who, &format!("/api/v1/chapters/{chapter}/talk/seen"), json!({})).await;
    let (_, round) = house.post(who, "/api/v1/rounds", json!({ "chapter_id": chapter })).await;
    let item = &round["items"][0];
    let right = item["options"].as_array().unwrap().iter().find(|it| it["text"] == "Whoever comes first.");
    let answer = json!({ "item_id": item["id"], "option_ids": [right.unwrap()["id"]] });
    let path = format!("/api/v1/rounds/{}/answers", round["id"].as_str().unwrap());
    assert_eq!(house.post(who, &path, answer).await.1["passed"], true);
    let skip = format!("/api/v1/chapters/{chapter}/task/skip");
    house.post(who, &skip, json!({ "reason": "There is none." })).await;
}

/// The page of the assignment; due on 12 December, four weeks after the beginning.
async fn assign(house: &House, course: &Value, mandatory: bool) -> String {
    let sent = json!({ "course_id": course, "person_ids": [house.ana.person.id.uuid()],
        "mandatory": mandatory, "due_at": "2023-12-12T22:59:59Z" });
    let (status, made) = house.post(&house.cem, "/api/v1/assignments", sent).await;
    assert_eq!(status, 201, "{made}");
    format!("/learn/assignments/{}", made["id"].as_str().unwrap())
}

/// Sends a form; answers the status, where it leads, and the page.
async fn form(house: &House, who: Option<&Somebody>, path: &str, body: &str) -> (u16, String, String) {
    let (method, kind) = (Method::POST, "application/x-www-form-urlencoded");
    let ask = Ask { who, method, path, kind, if_match: None, body: body.as_bytes().to_vec() };
    let (status, headers, body) = house.ask(ask).await;
    let location = headers.get("location").map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default();
    (status, location, String::from_utf8(body).unwrap())
}

#[tokio::test]
async fn she_is_reminded_once_a_day_and_no_more_when_she_is_through() {
    on_each_engine(all, async |house| {
        let (coffee, cake) = (course(&house, "Coffee").await, course(&house, "Cake").await);
        let page = assign(&house, &coffee, true).await;
        assign(&house, &cake, false).await;
        nothing_at(&house, "2023-11-15T06:59:00Z").await;

        // Two servers begin the same morning; of both courses there is one mail.
        let one = at(&house, "2023-11-15T07:01:00Z").await;
        let other = at(&house, "2023-11-15T07:01:00Z").await;
        for _ in 0..3 {
            tokio::join!(one.jobs.catch_up(), other.jobs.catch_up());
        }
        let first = mails(&house);
        assert_eq!(first.len(), 1, "{first:?}");
        for words in ["ana@example.org", "Subject: 2 courses are waiting for you", "Coffee", "Cake"] {
            assert!(first[0].contains(words), "{words} is not in {}", first[0]);
        }
        let start = first[0].find("/learn/reminders/").unwrap();
        let stop: String = first[0][start..].chars().take_while(|it| !it.is_whitespace()).collect();
        nothing_at(&house, "2023-11-15T15:00:00Z").await;

        // Half time is the 28th. The free one can be stopped, by a button and by no forged link.
        nothing_at(&house, "2023-11-27T07:01:00Z").await;
        let half = mails_at(&house, "2023-11-28T07:01:00Z").await;
        assert!(half.len() == 1 && half[0].contains("2 courses"), "{half:?}");
        assert!(half[0].contains("Half time for"), "{}", half[0]);

        // What is given to her later that day waits for the next one.
        let tea = course(&house, "Tea").await;
        let ending = assign(&at(&house, "2023-11-28T11:00:00Z").await, &tea, true).await;
        nothing_at(&house, "2023-11-28T12:00:00Z").await;
        let next = mails_at(&house, "2023-11-29T07:01:00Z").await;
        assert!(next.len() == 1 && next[0].contains("Tea") && !next[0].contains("Coffee"), "{next:?}");
        assert_eq!(form(&house, Some(&house.cem), &format!("{ending}/end"), "").await.0, 303);

        let later = at(&house, "2023-11-29T09:00:00Z").await;
        let (status, asked) = later.page(None, &stop).await;
        assert!(status == 200 && asked.contains("<form"), "a mail scanner stops nothing: {asked}");
        assert_eq!(later.page(None, &format!("{stop}x")).await.0, 404);
        assert_eq!(form(&later, None, &stop, "").await.0, 303);

        let soon = mails_at(&house, "2023-12-09T07:01:00Z").await;
        assert!(soon.len() == 1 && soon[0].contains("Coffee") && !soon[0].contains("Cake"), "{soon:?}");
        assert!(soon[0].contains("runs until 12 December"), "{}", soon[0]);
        let due = mails_at(&house, "2023-12-12T07:01:00Z").await;
        assert!(due.len() == 1 && due[0].contains("Today is the due date"), "{due:?}");
        nothing_at(&house, "2023-12-18T07:01:00Z").await;
        let late = mails_at(&house, "2023-12-19T07:01:00Z").await;
        assert!(late.len() == 1 && late[0].contains("still waiting for you"), "{late:?}");

        // Another day begins anew, and whoever is through hears nothing more.
        let now = at(&house, "2023-12-20T10:00:00Z").await;
        let (status, _, told) = form(&now, Some(&house.cem), &format!("{page}/day"), "due=2023-12-01").await;
        assert!(status == 422 && told.contains("day is over"), "{told}");
        let day = form(&now, Some(&house.cem), &format!("{page}/day"), "due=2024-01-20").await;
        assert_eq!((day.0, day.1), (303, page.clone()));
        let anew = mails_at(&house, "2023-12-21T07:01:00Z").await;
        assert!(anew.len() == 1 && anew[0].contains("until 20 January"), "{anew:?}");
        pass(&now, &house.ana, &coffee).await;
        nothing_at(&house, "2024-01-17T07:01:00Z").await;
        nothing_at(&house, "2024-01-20T07:01:00Z").await;
    })
    .await;
}

#[tokio::test]
async fn what_ended_is_not_remembered_and_a_closed_account_is_left_alone() {
    on_each_engine(all, async |house| {
        let (coffee, cake) = (course(&house, "Coffee").await, course(&house, "Cake").await);
        let sent = json!({ "course_id": coffee, "everyone": true, "mandatory": true,
            "due_at": "2023-12-12T22:59:59Z" });
        let (_, made) = house.post(&house.cem, "/api/v1/assignments", sent).await;
        let everyone = format!("/learn/assignments/{}", made["id"].as_str().unwrap());
        let alone = assign(&house, &cake, true).await;
        let ended = form(&house, Some(&house.cem), &format!("{alone}/end"), "").await;
        assert_eq!((ended.0, ended.1.as_str()), (303, "/learn/assignments"));
        let mut tx = house.database.begin().await.unwrap();
        access::people::deactivate(&mut tx, &house.cem.person, house.ben.person.id).await.unwrap();
        tx.commit().await.unwrap();
        let sent = mails_at(&house, "2023-11-15T07:01:00Z").await;
        let all = sent.join("\n");
        assert_eq!(sent.len(), 3, "dana, ana and cem: {all}");
        assert!(!all.contains("Cake") && !all.contains("ben@example.org"), "{all}");
        assert_eq!(form(&house, Some(&house.cem), &format!("{everyone}/end"), "").await.0, 303);
        let standing = everyone.replace("/learn", "/api/v1") + "/standing";
        assert_eq!(house.get(&house.cem, &standing).await.0, 404, "nobody is counted any more");
        nothing_at(&house, "2023-11-28T07:01:00Z").await;
    })
    .await;
}

#[tokio::test]
async fn names_are_seen_after_the_day_if_agreed_and_never_unnoticed() {
    on_each_engine(all, async |house| {
        let (coffee, cake) = (course(&house, "Coffee").await, course(&house, "Cake").await);
        let (mandatory, free) = (assign(&house, &coffee, true).await, assign(&house, &cake, false).await);
        let look = format!("{mandatory}/names");
        let cem = Some(&house.cem);
        assert_eq!(form(&house, Some(&house.dana), "/learn/settings", "names=yes").await.0, 403);
        let after = at(&house, "2023-12-13T09:00:00Z").await;
        assert_eq!(form(&after, cem, &look, "").await.0, 403, "not agreed");
        assert_eq!(form(&house, cem, "/learn/settings", "names=yes").await.0, 303);
        assert!(house.page(cem, "/learn/settings").await.1.contains("Cem Kaya: names are shown"));
        assert_eq!(form(&house, cem, &look, "").await.0, 403, "before the day");
        assert_eq!(form(&after, cem, &format!("{free}/names"), "").await.0, 403, "a free one");
        assert!(!after.page(cem, &mandatory).await.1.contains("Ana Berg"), "only for who asks for names");
        let (_, mine) = after.get(&house.ana, "/api/v1/me/learning").await;
        assert_eq!(mine["looks"], json!([]));

        let (status, names, _) = form(&after, cem, &look, "").await;
        assert_eq!(status, 303);
        assert!(after.page(cem, &names).await.1.contains("Ana Berg"));
        assert_eq!(after.page(Some(&house.gil), &mandatory).await.0, 403, "no guest learns here");
        for somebody in [&house.dana, &house.ana, &house.ben] {
            for path in [&mandatory, &names] {
                assert_eq!(after.page(Some(somebody), path).await.0, 404, "{path}");
            }
            assert_eq!(form(&after, Some(somebody), &look, "").await.0, 404);
            assert_eq!(form(&after, Some(somebody), &format!("{mandatory}/end"), "").await.0, 404);
        }
        let (_, mine) = after.get(&house.ana, "/api/v1/me/learning").await;
        assert_eq!(mine["looks"].as_array().unwrap().len(), 1, "going back and forth is no further look");
        assert!(after.page(Some(&house.ana), "/learn").await.1.contains("Cem Kaya, in the team photo of"));
        assert!(!after.page(Some(&house.ben), "/learn").await.1.contains("Cem Kaya"));
        let tomorrow = at(&house, "2023-12-14T09:00:00Z").await;
        assert_eq!(tomorrow.page(cem, &names).await.0, 404, "a look does not last");
        pass(&tomorrow, &house.ana, &coffee).await;
        let (_, names, _) = form(&tomorrow, cem, &look, "").await;
        assert!(!tomorrow.page(cem, &names).await.1.contains("Ana Berg"), "she is through");
    })
    .await;
}

#[tokio::test]
async fn an_owner_assigns_to_her_space_and_the_team_sees_a_number() {
    on_each_engine(all, async |house| {
        let coffee = course(&house, "Coffee").await;
        let (id, space) = (coffee.as_str().unwrap(), house.travel.uuid());
        let dana = Some(&house.dana);
        assert_eq!(house.page(Some(&house.ana), "/learn/assignments/new").await.0, 403);
        let blank = house.page(dana, "/learn/assignments/new").await.1;
        assert!(blank.contains("Travel") && !blank.contains("value=\"everyone\""), "{blank}");

        // What was filled in stays where something is wrong.
        let sent = format!("course={id}&whom=space&space={space}&mandatory=yes&due=31.2.2024");
        let (status, _, page) = form(&house, dana, "/learn/assignments", &sent).await;
        assert_eq!(status, 422);
        let chosen = format!("value=\"{space}\" selected");
        for words in ["value=\"31.2.2024\"", &chosen, "Until when? For example"] {
            assert!(page.contains(words), "{words} is not in {page}");
        }
        let everyone = format!("course={id}&whom=everyone&mandatory=no&due=2023-12-12");
        assert_eq!(form(&house, dana, "/learn/assignments", &everyone).await.0, 403);
        let sent = format!("course={id}&whom=space&space={space}&mandatory=yes&due=12.12.2023");
        let (status, page, _) = form(&house, dana, "/learn/assignments", &sent).await;
        assert_eq!(status, 303);

        // Three people are too few to be counted; with two more the team is told a number, without names.
        let seen = house.page(Some(&house.ana), "/learn").await.1;
        assert!(seen.contains("Assigned to you") && seen.contains("12 December"), "{seen}");
        assert!(!seen.contains("joined in") && !house.page(dana, &page).await.1.contains(">not started<"));
        let mut tx = house.database.begin().await.unwrap();
        for name in ["Eva Lang", "Finn Haas"] {
            let address = format!("{}@example.org", &name[..3].to_lowercase());
            let role = access::CompanyRole::Member;
            let one = access::people::add(&mut tx, name, &address, role).await.unwrap();
            let level = access::Level::Reader;
            access::spaces::admit(&mut tx, &house.dana.person, house.travel, &one, level).await.unwrap();
        }
        tx.commit().await.unwrap();
        pass(&house, &house.ben, &coffee).await;
        let seen = house.page(Some(&house.ana), "/learn").await.1;
        assert!(seen.contains("1 of 5 from “Travel” have joined in."), "{seen}");
        assert!(!seen.contains("Ben Roth"), "{seen}");
        let photo = house.page(dana, &page).await.1;
        assert!(photo.contains("1 of 5 are in.") && photo.contains("1 of 5 places are taken"), "{photo}");
        assert_eq!(house.page(Some(&house.ana), &page).await.0, 404);
        assert!(house.page(dana, "/learn/assignments").await.1.contains("Space “Travel”"));
    })
    .await;
}
