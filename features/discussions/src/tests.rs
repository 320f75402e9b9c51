//! Journeys through the whole feature: Dana owns the space, Ana may write, Ben may read, Cem is no member.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use access::{CompanyRole, Level, Person, Thing, Visibility, people, spaces};
use async_trait::async_trait;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use database::{Database, Tx};
use dispatch::Reactor;
use feature::{Contents, Found, Known, Later, Looking, Waits};
use kernel::activity::{Deed, Verb};
use kernel::clock::Clock;
use kernel::ids::{ThingId, Uuid};
use kernel::{Locale, Result, locale};
use page::{Asking, By};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tower::ServiceExt;

use crate::questions::waits::Questions;
use crate::{Anchors, Parts, feature};

/// A document is a text and its version; the test writes it.
#[derive(Clone, Default)]
struct Texts(Arc<Mutex<HashMap<Uuid, (String, i64)>>>);

#[async_trait]
impl Contents for Texts {
    fn kind(&self) -> &'static str {
        "document"
    }

    async fn contents(&self, _: &mut Tx, id: Uuid) -> Result<Option<Found>> {
        let found = self.0.lock().unwrap().get(&id).cloned();
        Ok(found.map(|(text, version)| Found { text, version, ..Found::default() }))
    }
}

struct House {
    parts: Parts,
    texts: Texts,
    dana: Person,
    ana: Person,
    ben: Person,
    cem: Person,
    policy: ThingId,
}

async fn on_each_engine(journey: impl AsyncFn(House)) {
    let folder = tempfile::tempdir().unwrap();
    journey(House::open(&format!("sqlite:{}", folder.path().join("test.sqlite").display())).await).await;
    let Ok(server) = std::env::var("MITWERK_TEST_POSTGRES_URL") else { return };
    let schema = format!("talk_{}", Uuid::now_v7().simple());
    let mut admin = PgConnection::connect(&server).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("create schema {schema}"))).execute(&mut admin).await.unwrap();
    journey(House::open(&format!("{server}?options[search_path]={schema}")).await).await;
}

impl House {
    /// What waits for somebody, in one line each.
    async fn waiting(&self, person: &Person) -> Vec<String> {
        let zone = kernel::when::zone("Europe/Berlin").unwrap();
        let now = self.parts.database.now();
        let looking = Looking { person, locale: Locale::De, zone: &zone, now };
        let mut reader = self.parts.database.read().await.unwrap();
        let found = Questions.waits(&mut reader, &looking, 10).await.unwrap();
        found.into_iter().map(|it| it.line).collect()
    }

    async fn open(url: &str) -> Self {
        let database = Database::open(url, Clock::System).await.unwrap();
        let own = [database::outbox::MIGRATIONS, access::MIGRATIONS, dispatch::MIGRATIONS, crate::MIGRATIONS];
        database.migrate(own.concat()).await.unwrap();
        let _again = locale::install(&[kernel::TEXTS, access::TEXTS, page::TEXTS, crate::TEXTS]);
        let mut tx = database.begin().await.unwrap();
        let mut everybody = Vec::new();
        for name in ["Dana Kurz", "Ana Berg", "Ben Roth", "Cem Kaya"] {
            let address = format!("{}@example.org", &name[..3]);
            everybody.push(people::add(&mut tx, name, &address, CompanyRole::Member).await.unwrap());
        }
        let [dana, ana, ben, cem] = <[Person; 4]>::try_from(everybody).unwrap();
        let space = spaces::open(&mut tx, &dana, "Travel", Visibility::Private).await.unwrap();
        spaces::admit(&mut tx, &dana, space, &ana, Level::Writer).await.unwrap();
        spaces::admit(&mut tx, &dana, space, &ben, Level::Reader).await.unwrap();
        let policy = ThingId { kind: "document".into(), id: Uuid::now_v7() };
        let (title, url) = ("Travel policy".to_owned(), "/documents/policy".to_owned());
        Thing { id: policy.clone(), space, title, url, owner: dana.id }.put(&mut tx).await.unwrap();
        tx.commit().await.unwrap();

        let (texts, later) = (Texts::default(), Later::default());
        let parts = Parts { database, known: later.clone() };
        let mut documents = feature::Feature::named("documents", crate::TEXTS);
        documents.contents = vec![Arc::new(texts.clone())];
        later.set(Known::of(&[documents, feature(parts.clone())], &[]));
        let house = House { parts, texts, dana, ana, ben, cem, policy };
        house.text("By train. The night train leaves at 21:30, also on Sundays. Or by bicycle.", 1);
        house
    }

    fn text(&self, text: &str, version: i64) {
        self.texts.0.lock().unwrap().insert(self.policy.id, (text.to_owned(), version));
    }

    async fn changes(&self, text: &str, version: i64) {
        self.text(text, version);
        let mut tx = self.parts.database.begin().await.unwrap();
        let (verb, object) = (Verb::new("replaced"), self.policy.clone());
        tx.record(Deed { actor: self.dana.id, verb, object, target: None });
        tx.commit().await.unwrap();
        let mut reader = self.parts.database.read().await.unwrap();
        let log = database::outbox::after(&mut reader, 0, 1_000).await.unwrap();
        drop(reader);
        let mut tx = self.parts.database.begin().await.unwrap();
        let anchors = Anchors { known: self.parts.known.clone() };
        anchors.react(&mut tx, log.last().unwrap()).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn send(&self, who: &Person, request: Request<Body>) -> (u16, String) {
        let asking = Asking {
            person: who.clone(),
            by: By::Token,
            locale: Locale::De,
            zone: kernel::when::zone("Europe/Berlin").unwrap(),
            now: self.parts.database.now(),
            address: [127, 0, 0, 1].into(),
            toast: None,
        };
        let app = feature(self.parts.clone()).routes.router.layer(axum::Extension(asking));
        let response = app.oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let location = response.headers().get("location").map(|it| it.to_str().unwrap().to_owned());
        let bytes = to_bytes(response.into_body(), 1 << 22).await.unwrap();
        (status, location.unwrap_or_else(|| String::from_utf8(bytes.to_vec()).unwrap()))
    }

    async fn api(&self, who: &Person, method: Method, path: &str, body: Value) -> (u16, Value) {
        let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        let request = request.header("content-type", "application/json").body(body.to_string().into());
        let (status, text) = self.send(who, request.unwrap()).await;
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    async fn say(&self, who: &Person, body: Value) -> (u16, Value) {
        let mut sent = json!({ "about": self.policy.to_string(), "body": "Also by ship?" });
        sent.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
        self.api(who, Method::POST, "/comments", sent).await
    }

    async fn get(&self, who: &Person, path: &str) -> (u16, Value) {
        self.api(who, Method::GET, path, Value::Null).await
    }

    async fn talk(&self, who: &Person) -> Vec<Value> {
        let (status, list) = self.get(who, &format!("/comments?about={}", self.policy)).await;
        assert_eq!(status, 200, "{list}");
        list["items"].as_array().unwrap().clone()
    }

    /// A part of a page, as Turbo asks for it.
    async fn frame(&self, who: &Person, name: &str, path: &str) -> (u16, String) {
        let request = Request::builder().uri(path).header("turbo-frame", name).body(Body::empty());
        self.send(who, request.unwrap()).await
    }

    async fn post(&self, who: &Person, path: &str, form: &str, stream: bool) -> (u16, String) {
        let accept = if stream { "text/vnd.turbo-stream.html, text/html" } else { "text/html" };
        let request = Request::builder().method(Method::POST).uri(path).header("accept", accept);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.send(who, request.body(form.to_owned().into()).unwrap()).await
    }
}

fn id(comment: &Value) -> String {
    comment["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn who_may_write_talks_and_who_may_read_listens() {
    on_each_engine(async |house| {
        let (status, first) = house.say(&house.ana, json!({ "body": "**Also** @ben roth?" })).await;
        assert_eq!(status, 201, "{first}");
        let mention = format!("@[Ben Roth](person/{})", house.ben.id.uuid());
        assert_eq!(first["body"], format!("**Also** {mention}?"));
        assert!(first["body_html"].as_str().unwrap().contains("<strong>Also</strong>"), "{first}");
        let (_, reply) = house.say(&house.dana, json!({ "reply_to": id(&first) })).await;
        let (_, deeper) = house.say(&house.ana, json!({ "reply_to": id(&reply) })).await;
        assert_eq!(deeper["reply_to"], first["id"], "one level deep");

        assert_eq!(house.say(&house.ben, json!({})).await.0, 403);
        assert_eq!(house.say(&house.cem, json!({})).await.0, 404);
        assert_eq!(house.say(&house.ana, json!({ "body": " " })).await.0, 422);
        assert_eq!(house.say(&house.ana, json!({ "about": 5 })).await.0, 422);
        assert_eq!(house.say(&house.ana, json!({ "about": "document/none" })).await.0, 404);
        assert_eq!(house.say(&house.ana, json!({ "reply_to": Uuid::now_v7() })).await.0, 422);
        assert_eq!(house.get(&house.cem, &format!("/comments/{}", id(&first))).await.0, 404);

        let names: Vec<_> =
            house.talk(&house.ben).await.iter().map(|it| it["author"]["name"].clone()).collect();
        assert_eq!(names, ["Ana Berg", "Dana Kurz", "Ana Berg"]);
        let path = format!("/comments?about={}&limit=2", house.policy);
        let (_, page) = house.get(&house.ben, &path).await;
        let rest = format!("{path}&after={}", page["next"].as_str().unwrap());
        let (_, rest) = house.get(&house.ben, &rest).await;
        assert_eq!(
            (rest["items"][0]["id"].clone(), rest["next"].clone()),
            (deeper["id"].clone(), Value::Null)
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_said_is_changed_by_its_author_and_leaves_a_trace() {
    on_each_engine(async |house| {
        let (_, said) = house.say(&house.ana, json!({})).await;
        let path = format!("/comments/{}", id(&said));
        let better = json!({ "body": "By <b>boat</b>?" });
        assert_eq!(house.api(&house.dana, Method::PATCH, &path, better.clone()).await.0, 403);
        let (status, edited) = house.api(&house.ana, Method::PATCH, &path, better).await;
        assert_eq!((status, edited["edited_at"].is_string()), (200, true), "{edited}");
        let (_, frame) = house.frame(&house.ben, "talk", &format!("/talk?about={}", house.policy)).await;
        assert!(frame.contains("bearbeitet") && frame.contains("Also by ship?"), "{frame}");
        assert!(!frame.contains("<b>boat"), "{frame}");

        let (_, reply) = house.say(&house.dana, json!({ "reply_to": id(&said) })).await;
        assert_eq!(house.api(&house.ben, Method::DELETE, &path, Value::Null).await.0, 403);
        assert_eq!(house.api(&house.dana, Method::DELETE, &path, Value::Null).await.0, 204, "an owner may");
        let talk = house.talk(&house.ben).await;
        assert_eq!((talk[0]["body"].clone(), talk[0]["removed"].clone()), (json!(""), json!(true)));
        assert_eq!(talk[1]["id"], reply["id"]);
        let (_, frame) = house.frame(&house.ben, "talk", &format!("/talk?about={}", house.policy)).await;
        assert!(frame.contains("Kommentar entfernt") && !frame.contains("boat"), "{frame}");
    })
    .await;
}

#[tokio::test]
async fn a_passage_is_found_in_the_next_version_or_said_to_be_gone() {
    on_each_engine(async |house| {
        let quote = "The night train leaves at 21:30";
        let anchor = json!({ "quote": quote, "prefix": "By train. ", "suffix": ", also on" });
        let (_, said) = house.say(&house.ana, json!({ "anchor": anchor })).await;
        let state = async || {
            let said = house.talk(&house.ben).await.remove(0);
            (said["anchor_state"].as_str().unwrap().to_owned(), said["anchor_version"].as_i64().unwrap())
        };
        assert_eq!(said["anchor_state"], "held");
        assert_eq!(state().await, ("held".to_owned(), 1));
        house.changes("Hello. By train. The night train leaves at 21:30, also on Sundays.", 2).await;
        assert_eq!(state().await, ("held".to_owned(), 2));
        house.changes("Hello. By train. The night train leaves at 22:15, also on Sundays.", 3).await;
        assert_eq!(state().await, ("moved".to_owned(), 3));
        let (_, frame) = house.frame(&house.ana, "talk", &format!("/talk?about={}", house.policy)).await;
        assert!(frame.contains("Stelle in Fassung 3 geändert"), "{frame}");
        assert!(frame.contains("data-anchor-quote=\"The night train leaves at 22:15\""), "{frame}");
        house.changes("Something else altogether.", 4).await;
        assert_eq!(state().await, ("lost".to_owned(), 4));
        let (_, frame) = house.frame(&house.ana, "talk", &format!("/talk?about={}", house.policy)).await;
        assert!(frame.contains("Stelle nicht mehr da") && !frame.contains("data-anchor-quote"), "{frame}");
        house.changes("By train. The night train leaves at 21:30, also on Sundays.", 5).await;
        assert_eq!(state().await, ("held".to_owned(), 5));
    })
    .await;
}

#[tokio::test]
async fn a_question_waits_until_it_is_answered_or_settled() {
    on_each_engine(async |house| {
        let waiting = async || house.waiting(&house.dana).await;
        assert!(waiting().await.is_empty());
        let asks = |who: &Person| json!({ "body": "By ship?", "asks": who.id.uuid() });
        assert_eq!(house.say(&house.ana, asks(&house.cem)).await.0, 422, "he does not read it");
        assert_eq!(house.say(&house.ana, asks(&house.ana)).await.0, 422);
        let (_, question) = house.say(&house.ana, asks(&house.dana)).await;
        assert_eq!(waiting().await, ["By ship?"]);
        let (_, frame) = house.frame(&house.ben, "talk", &format!("/talk?about={}", house.policy)).await;
        assert!(frame.contains("wartet auf Dana Kurz"), "{frame}");
        house.say(&house.dana, json!({ "reply_to": id(&question) })).await;
        assert!(waiting().await.is_empty());
        let (_, second) = house.say(&house.ana, asks(&house.dana)).await;
        assert_eq!(second["waiting"], true);
        let path = format!("/comments/{}", id(&second));
        let (_, settled) = house.api(&house.ana, Method::POST, &format!("{path}/resolve"), Value::Null).await;
        assert_eq!((settled["resolved"].clone(), settled["waiting"].clone()), (json!(true), json!(false)));
        assert!(waiting().await.is_empty());
        let (_, open) = house.api(&house.ana, Method::POST, &format!("{path}/reopen"), Value::Null).await;
        assert_eq!(open["resolved"], false);
    })
    .await;
}

#[tokio::test]
async fn one_emoji_of_each_person_counts_once() {
    on_each_engine(async |house| {
        let (_, said) = house.say(&house.ana, json!({})).await;
        let about = format!("comment/{}", id(&said));
        let thumb = json!({ "about": about, "emoji": "👍" });
        for who in [&house.ana, &house.dana, &house.dana] {
            assert_eq!(house.api(who, Method::PUT, "/reactions", thumb.clone()).await.0, 200);
        }
        assert_eq!(house.api(&house.ben, Method::PUT, "/reactions", thumb.clone()).await.0, 403);
        assert_eq!(house.api(&house.cem, Method::PUT, "/reactions", thumb.clone()).await.0, 404);
        let word = json!({ "about": about, "emoji": "ok" });
        assert_eq!(house.api(&house.ana, Method::PUT, "/reactions", word).await.0, 422);
        let reactions = house.talk(&house.ben).await[0]["reactions"].clone();
        let both = json!([{ "emoji": "👍", "count": 2, "mine": false, "names": ["Ana Berg", "Dana Kurz"] }]);
        assert_eq!(reactions, both);
        house.api(&house.ana, Method::DELETE, "/reactions", thumb).await;
        let form = format!("about={about}&emoji=%F0%9F%91%8D");
        let (status, stream) = house.post(&house.dana, "/reactions", &form, true).await;
        assert!(status == 200 && stream.contains("turbo-stream"), "{stream}");
        assert_eq!(house.talk(&house.ben).await[0]["reactions"], json!([]));
        let of_thing = json!({ "about": house.policy.to_string(), "emoji": "🎉" });
        assert_eq!(house.api(&house.ana, Method::PUT, "/reactions", of_thing).await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn the_page_works_with_and_without_a_script() {
    on_each_engine(async |house| {
        let form =
            format!("about={}&body=By+ship&quote=night+train&prefix=The&suffix=leaves&page=2", house.policy);
        let (status, place) = house.post(&house.ana, "/comments", &form, false).await;
        let first = house.talk(&house.ana).await.remove(0);
        assert_eq!((status, place), (303, format!("/documents/policy#comment-{}", id(&first))));
        assert_eq!(first["anchor"]["page"], 2);
        let (status, stream) = house.post(&house.ana, "/comments", &form, true).await;
        assert!(status == 200 && stream.contains("target=\"talk-entries\""), "{stream}");
        assert!(stream.contains("data-anchor-number=\"2\""), "{stream}");
        let reply = format!("/comments/{}/reply", id(&first));
        let (status, stream) = house.post(&house.dana, &reply, "body=Why", true).await;
        assert!(status == 200 && stream.contains(&format!("target=\"comment-{}\"", id(&first))), "{stream}");
        let empty = format!("about={}&body=+&quote=night+train", house.policy);
        let (status, stream) = house.post(&house.ana, "/comments", &empty, true).await;
        assert!(status == 422 && stream.contains("talk-fault"), "{stream}");
        let (status, page) = house.post(&house.ana, "/comments", &empty, false).await;
        assert!(status == 422 && page.contains("value=\"night train\""), "{page}");
        for frame in ["edit-x", ""] {
            let path = format!("/comments/{}/edit", id(&first));
            let (status, shown) = house.frame(&house.ana, frame, &path).await;
            assert!(status == 200 && shown.contains("By ship"), "{shown}");
            assert_eq!(house.frame(&house.dana, frame, &path).await.0, 403);
        }
        let talk = format!("/talk?about={}", house.policy);
        let (_, listening) = house.frame(&house.ben, "talk", &talk).await;
        assert!(
            listening.contains("kann Dana Kurz Sie dazunehmen") && !listening.contains("<form"),
            "{listening}"
        );
        assert_eq!(house.frame(&house.cem, "talk", &talk).await.0, 404);
        let (_, writing) = house.frame(&house.ana, "talk", &talk).await;
        let key = format!("data-autosave-key-value=\"{}/comment/{}\"", house.ana.id.uuid(), house.policy);
        assert!(writing.contains(&key) && writing.contains("3 Menschen"), "{writing}");
    })
    .await;
}
