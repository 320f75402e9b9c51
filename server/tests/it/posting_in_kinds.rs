//! Questions and their answers, polls, announcements that are to be read, and what waits for somebody.

use serde_json::{Value, json};

use crate::house::{House, Somebody, all, on_each_engine};
use crate::posting::{id, in_travel, post};

async fn waiting(house: &House, who: &Somebody) -> String {
    house.get(who, "/api/v1/waiting").await.1.to_string()
}

fn of_kind(house: &House, kind: &str, body: &str) -> Value {
    let mut sent = in_travel(house, body);
    sent["kind"] = json!(kind);
    sent
}

#[tokio::test]
async fn who_asked_says_which_comment_is_the_answer() {
    on_each_engine(all, async |house| {
        let (_, asked) =
            post(&house, &house.ana, of_kind(&house, "question", "Which train? @Dana Kurz")).await;
        let about = kernel::ids::ThingId { kind: "post".into(), id: id(&asked).parse().unwrap() };
        assert!(waiting(&house, &house.dana).await.contains(id(&asked)), "Dana is asked by name");
        let comment = house.comment(&house.dana, &about, "The one at eight").await.1;
        let elsewhere = house.comment(&house.dana, &house.policy, "Elsewhere").await.1;
        let path = format!("/api/v1/posts/{}/answer", id(&asked));
        let mark = |comment: &Value| json!({ "comment_id": comment["id"] });
        assert_eq!(house.post(&house.ben, &path, mark(&comment)).await.0, 403, "Ben did not ask");
        assert_eq!(house.post(&house.ana, &path, mark(&elsewhere)).await.0, 422);
        let (status, answered) = house.post(&house.ana, &path, mark(&comment)).await;
        assert_eq!((status, &answered["answer_id"]), (200, &comment["id"]));
        assert!(!waiting(&house, &house.dana).await.contains(id(&asked)));
        let talk = house.page(Some(&house.ben), &format!("/talk?about={about}")).await.1;
        assert!(talk.contains("The answer") && !talk.contains("This is the answer"), "{talk}");
        let (_, plain) = post(&house, &house.ana, in_travel(&house, "No question")).await;
        let path = format!("/api/v1/posts/{}/answer", id(&plain));
        assert_eq!(house.post(&house.ana, &path, json!({ "comment_id": null })).await.0, 422);
    })
    .await;
}

fn votes(answer: &Value) -> Vec<Value> {
    answer["poll"]["options"].as_array().unwrap().iter().map(|it| it["votes"].clone()).collect()
}

fn poll(house: &House, more: Value) -> Value {
    let mut sent = in_travel(house, "When?");
    sent["poll"] = json!({ "options": ["Monday", "Tuesday"] });
    sent["poll"].as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    sent
}

#[tokio::test]
async fn a_changed_vote_counts_once_and_is_shown_to_who_has_voted() {
    on_each_engine(all, async |house| {
        let (status, asked) = post(&house, &house.ana, poll(&house, json!({}))).await;
        assert_eq!(status, 201, "{asked}");
        let option = |number: usize| asked["poll"]["options"][number]["id"].clone();
        let (path, page) = (format!("/api/v1/posts/{}/votes", id(&asked)), format!("/posts/{}", id(&asked)));
        for number in [0, 1] {
            let chosen = json!({ "option_ids": [option(number)] });
            assert_eq!(house.post(&house.ben, &path, chosen).await.0, 200, "a reader may vote");
        }
        let read = house.get(&house.ben, &format!("/api/v1/posts/{}", id(&asked))).await.1;
        assert_eq!(votes(&read), [json!(0), json!(1)]);
        let unread = house.get(&house.ana, &format!("/api/v1/posts/{}", id(&asked))).await.1;
        assert_eq!(votes(&unread), [Value::Null, Value::Null], "Ana has not voted");
        assert!(house.page(Some(&house.ben), &page).await.1.contains("Your vote"));
        for odd in [json!([option(0), option(1)]), json!([house.travel.uuid()])] {
            assert_eq!(house.post(&house.ben, &path, json!({ "option_ids": odd })).await.0, 422);
        }
        assert_eq!(house.post(&house.cem, &path, json!({ "option_ids": [option(0)] })).await.0, 404);
        let log = house.get(&house.ana, "/api/v1/activities").await.1;
        let voted = log["items"].as_array().unwrap().iter().filter(|it| it["verb"] == "voted");
        assert!(voted.clone().count() > 0, "{log}");
        assert!(voted.into_iter().all(|it| it["actor"]["name"] == ""), "the log does not say who: {log}");
        let taken_back = house.post(&house.ben, &path, json!({ "option_ids": [] })).await;
        assert_eq!((taken_back.0, votes(&taken_back.1)), (200, vec![Value::Null, Value::Null]));
    })
    .await;
}

#[tokio::test]
async fn names_stand_beside_votes_only_where_it_was_said_before() {
    on_each_engine(all, async |house| {
        for (named, is_shown) in [(true, true), (false, false)] {
            let more = json!({ "named": named, "multiple": true });
            let (_, asked) = post(&house, &house.ana, poll(&house, more)).await;
            let path = format!("/api/v1/posts/{}/votes", id(&asked));
            let option = |number: usize| asked["poll"]["options"][number]["id"].clone();
            house.post(&house.ben, &path, json!({ "option_ids": [option(0), option(1)] })).await;
            let (_, seen) = house.post(&house.dana, &path, json!({ "option_ids": [option(1)] })).await;
            assert_eq!(votes(&seen), [json!(1), json!(2)]);
            assert_eq!(seen.to_string().contains("Ben Roth"), is_shown, "{seen}");
        }
    })
    .await;
}

#[tokio::test]
async fn when_a_poll_is_over_nobody_votes_and_all_see_the_result() {
    on_each_engine(all, async |house| {
        let past = json!({ "closes_at": "2023-11-14T00:00:00Z" });
        assert_eq!(post(&house, &house.ana, poll(&house, past)).await.0, 422);
        let soon = json!({ "closes_at": "2023-11-15T00:00:00Z" });
        let (_, asked) = post(&house, &house.ana, poll(&house, soon)).await;
        let mut tx = house.database.begin().await.unwrap();
        end(&mut tx, id(&asked)).await;
        tx.commit().await.unwrap();
        let path = format!("/api/v1/posts/{}", id(&asked));
        let read = house.get(&house.ben, &path).await.1;
        assert_eq!((votes(&read), &read["poll"]["closed"]), (vec![json!(0), json!(0)], &json!(true)));
        let chosen = json!({ "option_ids": [asked["poll"]["options"][0]["id"]] });
        let (status, answer) = house.post(&house.ben, &format!("{path}/votes"), chosen).await;
        assert_eq!(status, 409, "{answer}");
        assert!(house.page(Some(&house.ben), &format!("/posts/{}", id(&asked))).await.1.contains("closed"));
    })
    .await;
}

/// The clock of a house stands still; so the end comes to the poll.
async fn end(tx: &mut database::Tx, post: &str) {
    let post: kernel::ids::Uuid = post.parse().unwrap();
    let before = crate::house::NOW - 1;
    let sql = database::execute!(tx, "update poll set closes_at = $2 where post_id = $1", [post, before]);
    sql.unwrap();
}

#[tokio::test]
async fn odd_polls_are_refused_in_words() {
    on_each_engine(all, async |house| {
        let odd = [json!([]), json!(["x"]), json!(["same", "Same"]), json!(vec!["x"; 500]), json!(["", "y"])];
        for options in odd {
            let (status, answer) =
                post(&house, &house.ana, poll(&house, json!({ "options": options }))).await;
            assert_eq!(status, 422, "{answer}");
        }
        let mut both = poll(&house, json!({}));
        both["kind"] = json!("announcement");
        assert_eq!(post(&house, &house.ana, both).await.0, 422);
    })
    .await;
}

#[tokio::test]
async fn a_must_read_waits_until_it_is_confirmed_and_only_its_author_knows_how_it_stands() {
    on_each_engine(all, async |house| {
        let mut sent = of_kind(&house, "announcement", "New rule: by train");
        sent["read_by"] = json!("2023-11-16T00:00:00Z");
        let (status, must) = post(&house, &house.ana, sent).await;
        assert_eq!(status, 201, "{must}");
        house.dispatcher.catch_up().await;
        let told = house.get(&house.ben, "/api/v1/notifications").await.1;
        assert!(told.to_string().contains(id(&must)), "all who should read it are told: {told}");
        assert!(waiting(&house, &house.ben).await.contains(id(&must)));
        assert!(!waiting(&house, &house.ana).await.contains(id(&must)), "she wrote it");
        let path = format!("/api/v1/posts/{}", id(&must));
        let aside = json!({ "object": format!("post/{}", id(&must)), "until": "2023-11-15T06:00:00Z" });
        assert_eq!(house.post(&house.ben, "/api/v1/waiting/aside", aside).await.0, 204);
        assert!(!waiting(&house, &house.ben).await.contains(id(&must)), "put off until tomorrow");

        assert_eq!(house.post(&house.ben, &format!("{path}/read"), Value::Null).await.0, 200);
        assert_eq!(house.post(&house.ben, &format!("{path}/read"), Value::Null).await.0, 200, "again");
        let ben = house.get(&house.ben, &path).await.1["announcement"].clone();
        assert_eq!((&ben["confirmed"], &ben["count"]), (&json!(true), &Value::Null));
        let ana = house.get(&house.ana, &path).await.1["announcement"].clone();
        assert_eq!((&ana["count"], &ana["of"], &ana["missing"]), (&json!(1), &json!(2), &Value::Null));
        let mut tx = house.database.begin().await.unwrap();
        let (post, before): (kernel::ids::Uuid, i64) = (id(&must).parse().unwrap(), crate::house::NOW - 1);
        let over = database::execute!(&mut tx, "update post set read_by = $2 where id = $1", [post, before]);
        over.unwrap();
        tx.commit().await.unwrap();
        let ana = house.get(&house.ana, &path).await.1["announcement"].clone();
        assert_eq!(ana["missing"], json!(["Dana Kurz"]), "names only after its date");
        assert_eq!(house.get(&house.dana, &path).await.1["announcement"]["missing"], Value::Null);
        assert_eq!(house.post(&house.cem, &format!("{path}/read"), Value::Null).await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn nobody_learns_who_has_not_read_what_nobody_could_read_yet() {
    on_each_engine(all, async |house| {
        for (read_by, publish_at) in
            [("2023-11-14T00:00:00Z", Value::Null), ("2023-11-16T00:00:00Z", json!("2023-11-16T00:00:00Z"))]
        {
            let mut sent = of_kind(&house, "announcement", "Read this");
            (sent["read_by"], sent["publish_at"]) = (json!(read_by), publish_at);
            let (status, answer) = post(&house, &house.ana, sent).await;
            assert!(status == 422 && answer["errors"][0]["field"] == "read_by", "{answer}");
        }
    })
    .await;
}

#[tokio::test]
async fn where_somebody_was_called_waits_until_she_answers_or_is_done_with_it() {
    on_each_engine(all, async |house| {
        let comment = house.comment(&house.ana, &house.policy, "By ship? @Dana Kurz").await.1;
        assert!(waiting(&house, &house.dana).await.contains("By ship?"));
        assert!(house.page(Some(&house.dana), "/waiting").await.1.contains("By ship?"));
        house.comment(&house.dana, &house.policy, "Never").await;
        assert!(!waiting(&house, &house.dana).await.contains("By ship?"), "she has answered");
        let (about, asks) = (house.policy.to_string(), house.dana.person.id.uuid());
        let asked = json!({ "about": about, "body": "Sure?", "asks": asks });
        let asked = house.post(&house.ana, "/api/v1/comments", asked).await.1;
        assert!(waiting(&house, &house.dana).await.contains("Sure?"));
        let done = json!({ "object": format!("comment/{}", asked["id"].as_str().unwrap()) });
        assert_eq!(house.post(&house.dana, "/api/v1/waiting/aside", done).await.0, 204);
        assert!(!waiting(&house, &house.dana).await.contains("Sure?"));
        assert!(comment["id"].is_string());
    })
    .await;
}

#[tokio::test]
async fn praise_names_somebody() {
    on_each_engine(all, async |house| {
        assert_eq!(post(&house, &house.ana, of_kind(&house, "praise", "Well done")).await.0, 422);
        let (status, praised) =
            post(&house, &house.ana, of_kind(&house, "praise", "Well done, @Ben Roth")).await;
        assert_eq!(status, 201, "{praised}");
        house.dispatcher.catch_up().await;
        assert!(house.get(&house.ben, "/api/v1/notifications").await.1.to_string().contains(id(&praised)));
    })
    .await;
}
