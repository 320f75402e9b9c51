//! Lotte reads the blog and has no account: she comments, confirms, is answered, and erases it all. Cem is an
//! admin and looks after the comments, Dana is a colleague like others.

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, Method, Request};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::house::{House, NOW, all, on_each_engine};

const FORM: &str = "application/x-www-form-urlencoded";

/// All mails that were sent, oldest first, as people read them.
pub async fn mails(house: &House) -> Vec<String> {
    house.jobs.catch_up_but(&["visitors"]).await;
    let Ok(files) = std::fs::read_dir(house.open.options.data.join("outbox")) else { return Vec::new() };
    let mut paths: Vec<_> = files.map(|it| it.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| readable(&std::fs::read(path).unwrap())).collect()
}

/// Quoted-printable (RFC 2045, 6.7) undone.
fn readable(mail: &[u8]) -> String {
    let text = String::from_utf8_lossy(mail).replace("=\r\n", "");
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'=').and_then(|it| std::str::from_utf8(it).ok());
        match code.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            Some(byte) => (out.push(byte), rest = &after[2..]).1,
            None => (out.push(*first), rest = after).1,
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The path that follows `start` in a mail.
fn link(mail: &str, start: &str) -> String {
    let at = mail.find(start).unwrap_or_else(|| panic!("no {start} in {mail}"));
    mail[at..].chars().take_while(|it| !it.is_whitespace() && *it != '>').collect()
}

/// From the open web, from this address.
async fn web(
    house: &House,
    method: Method,
    path: &str,
    kind: &str,
    body: String,
) -> (u16, HeaderMap, String) {
    from(house, "198.51.100.1", method, path, kind, body).await
}

async fn from(
    house: &House,
    address: &str,
    method: Method,
    path: &str,
    kind: &str,
    body: String,
) -> (u16, HeaderMap, String) {
    let mut request = Request::builder().method(method).uri(path);
    if !kind.is_empty() {
        request = request.header(CONTENT_TYPE, kind);
    }
    let mut request = request.body(Body::from(body)).unwrap();
    let peer: std::net::SocketAddr = format!("{address}:4000").parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    let response = house.app.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, 1 << 24).await.unwrap();
    (parts.status.as_u16(), parts.headers, String::from_utf8_lossy(&bytes).into_owned())
}

async fn get(house: &House, path: &str) -> (u16, String) {
    let (status, _, body) = web(house, Method::GET, path, "", String::new()).await;
    (status, body)
}

/// Posts a form; answers the status, where it leads, and the page.
async fn form(house: &House, path: &str, body: &str) -> (u16, String, String) {
    let (status, headers, page) = web(house, Method::POST, path, FORM, body.to_owned()).await;
    let there = headers.get(LOCATION).map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default();
    (status, there, page)
}

/// An article that everybody reads; its id and its address.
pub async fn article(house: &House) -> (String, String) {
    let body = json!({ "title": "Und wieder was gelernt", "body": "Heute.", "language": "de" });
    let (status, made) = house.post(&house.cem, "/api/v1/articles", body).await;
    assert_eq!(status, 201, "{made}");
    let id = made["id"].as_str().unwrap().to_owned();
    let (status, answer) = house.post(&house.cem, &format!("/api/v1/articles/{id}/publish"), json!({})).await;
    assert!((200..300).contains(&status), "{answer}");
    (id, format!("/blog/{}", made["slug"].as_str().unwrap()))
}

async fn queue(house: &House) -> Vec<Value> {
    let (status, answer) = house.get(&house.cem, "/api/v1/moderation").await;
    assert_eq!(status, 200, "{answer}");
    answer["items"].as_array().unwrap().clone()
}

/// Lotte writes and confirms; answers the id of her comment and her receipt.
pub async fn confirmed(house: &House, blog: &str, words: &str) -> (String, String) {
    let body = format!("name=Lotte+Leserin&email=Lotte%40leser.example&body={words}&follows=1");
    let (status, there, page) = form(house, &format!("{blog}/comments"), &body).await;
    assert!(status == 303 && there.starts_with("/receipts/"), "{status} {there} {page}");
    let asks = link(mails(house).await.last().unwrap(), "/visitors/confirm/");
    let (status, receipt, page) = form(house, &asks, "").await;
    assert_eq!(status, 303, "{page}");
    let waiting = queue(house).await;
    (waiting.last().unwrap()["id"].as_str().unwrap().to_owned(), receipt)
}

#[tokio::test]
async fn a_comment_waits_for_its_address_and_for_somebody_who_reads_it() {
    on_each_engine(all, async |house| {
        let (_, blog) = article(&house).await;
        let (_, page) = get(&house, &blog).await;
        for words in [
            "Schreiben Sie einen Kommentar",
            "Ihre E-Mail-Adresse wird nicht veröffentlicht.",
            "Erforderliche Felder sind mit * markiert.",
        ] {
            assert!(page.contains(words), "{words}");
        }
        let comments = format!("{blog}/comments");
        let body = "name=&email=lotte%40leser.example&body=Ein+langer+Text&website=lotte.example";
        let (status, _, page) = form(&house, &comments, body).await;
        assert_eq!(status, 422);
        for kept in ["Ein langer Text", "lotte@leser.example", "lotte.example"] {
            assert!(page.contains(kept), "{kept} is lost");
        }

        let body = "name=Lotte+Leserin&email=lotte%40leser.example&body=Wiesenschaumkraut+**wie**+schön";
        assert_eq!(form(&house, &comments, body).await.0, 303);
        let sent = mails(&house).await;
        assert_eq!(sent.len(), 1);
        let letter = &sent[0];
        assert!(!letter.contains("Lotte") && !letter.contains("Wiesenschaumkraut"), "{letter}");
        let order =
            ["jemand etwas geschrieben", "/visitors/confirm/", "Das war ich nicht", "/visitors/not-me/"];
        let places: Vec<_> = order.iter().map(|it| letter.find(it).unwrap()).collect();
        assert!(places.is_sorted(), "{places:?}");

        let asks = link(letter, "/visitors/confirm/");
        let (status, page) = get(&house, &asks).await;
        assert!(status == 200 && page.contains(&format!("action=\"{asks}\"")), "{page}");
        assert!(queue(&house).await.is_empty(), "looking confirms nothing");
        assert_eq!(form(&house, &asks, "").await.0, 303);
        assert_eq!(form(&house, &asks, "").await.0, 404, "used");
        let forged = format!("{}x", &asks[..asks.len() - 1]);
        assert_eq!(form(&house, &forged, "").await.0, 404);

        let waiting = queue(&house).await;
        assert_eq!(waiting[0]["name"], "Lotte Leserin");
        assert!(!get(&house, &blog).await.1.contains("Lotte Leserin"));
        let id = waiting[0]["id"].as_str().unwrap();
        let path = format!("/api/v1/moderation/{id}/approve");
        assert_eq!(house.post(&house.dana, &path, json!({ "reason": "" })).await.0, 403);
        assert_eq!(house.get(&house.dana, "/api/v1/moderation").await.0, 403);
        let seen = |mark: &Value| json!({ "reason": "", "seen": mark });
        let other = seen(&json!("other words"));
        assert_eq!(house.post(&house.cem, &path, other).await.0, 409, "changed since it was read");
        assert_eq!(house.post(&house.cem, &path, seen(&waiting[0]["seen"])).await.0, 204);
        let (_, page) = get(&house, &blog).await;
        assert!(page.contains("Lotte Leserin") && page.contains("<strong>wie</strong>"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn an_address_gets_three_mails_a_day_and_can_say_that_it_was_not_her() {
    on_each_engine(all, async |house| {
        let (id, _) = article(&house).await;
        let path = format!("/api/v1/articles/{id}/comments");
        for n in 0..6 {
            let body =
                json!({ "name": "Quick", "email": "quick@leser.example", "body": format!("Noch {n}") });
            let (status, _, answer) =
                web(&house, Method::POST, &path, "application/json", body.to_string()).await;
            assert_eq!(status, 201, "{answer}");
            assert!(answer.contains("/receipts/"), "{answer}");
        }
        let sent = mails(&house).await;
        assert_eq!(sent.len(), 3);
        let other = link(&sent[0], "/visitors/not-me/");
        assert_eq!(get(&house, &other).await.0, 200);
        assert_eq!(form(&house, &other, "").await.0, 200);
        let asks = link(&sent[1], "/visitors/confirm/");
        assert_eq!(form(&house, &asks, "").await.0, 404, "what was disowned cannot be confirmed");
        assert!(queue(&house).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn her_address_is_nowhere_and_she_erases_everything() {
    on_each_engine(all, async |house| {
        let (article, blog) = article(&house).await;
        let (id, receipt) = confirmed(&house, &blog, "Guter+Beitrag").await;
        assert_eq!(
            house.post(&house.cem, &format!("/api/v1/moderation/{id}/approve"), json!({})).await.0,
            204
        );
        house.dispatcher.catch_up().await;
        let (status, page) = get(&house, &receipt).await;
        assert!(status == 200 && page.contains("Guter Beitrag"), "{page}");

        let mut everywhere = get(&house, &blog).await.1;
        for path in [
            "/blog",
            "/blog/feed.atom",
            "/blog/feed.json",
            "/sitemap.xml",
            &format!("/api/v1/articles/{article}"),
            &format!("/api/v1/articles/{article}/comments"),
            &format!("/api/v1/comments?about=article/{article}"),
        ] {
            everywhere += &get(&house, path).await.1;
        }
        for path in [
            "/api/v1/moderation",
            "/api/v1/moderation?state=decided",
            "/api/v1/activities",
            "/api/v1/search?q=lotte",
            "/api/v1/notifications",
        ] {
            everywhere += &house.get(&house.cem, path).await.1.to_string();
        }
        everywhere += &house.page(Some(&house.cem), "/moderation?tab=decided").await.1;
        everywhere += &house.home(&house.dana).await;
        assert!(everywhere.contains("Guter Beitrag"));
        assert!(!everywhere.to_lowercase().contains("lotte@leser"), "her address is shown");

        let change = format!("kind=remark&id={id}&text=Besserer+Beitrag");
        assert_eq!(form(&house, &format!("{receipt}/change"), &change).await.0, 303);
        assert!(!get(&house, &blog).await.1.contains("Beitrag"), "a change is looked at again");
        let (_, exported) = get(&house, &format!("{receipt}/export")).await;
        assert!(exported.contains("Besserer Beitrag") && exported.contains("lotte@leser.example"));
        let foreign = format!("kind=remark&id={}&text=x", kernel::ids::Uuid::now_v7());
        assert_eq!(form(&house, &format!("{receipt}/change"), &foreign).await.0, 404);

        assert_eq!(form(&house, &format!("{receipt}/erase"), "").await.0, 200);
        assert_eq!(get(&house, &receipt).await.0, 404);
        assert!(queue(&house).await.is_empty());
        let (_, exported) = get(&house, &format!("{receipt}/export")).await;
        assert!(!exported.contains("Beitrag"));
    })
    .await;
}

#[tokio::test]
async fn an_answer_reaches_her_by_mail_and_one_click_stops_that() {
    on_each_engine(all, async |house| {
        let (article, blog) = article(&house).await;
        let (id, _) = confirmed(&house, &blog, "Geht+das+auch+am+Storch%3F").await;
        assert_eq!(
            house.post(&house.cem, &format!("/api/v1/moderation/{id}/approve"), json!({})).await.0,
            204
        );
        let path = format!("/api/v1/articles/{article}/comments");
        let answer = json!({ "body": "Ja, ab Baujahr 2017.", "reply_to": id });
        assert_eq!(house.post(&house.cem, &path, answer.clone()).await.0, 201);
        let sent = mails(&house).await;
        let letter = sent.last().unwrap();
        assert!(letter.contains("Baujahr 2017") && letter.contains("List-Unsubscribe=One-Click"), "{letter}");
        let at = letter.find("/stop/remark/").unwrap();
        let start = letter[..at].rfind("/receipts/").unwrap();
        let stop = link(&letter[start..], "/receipts/");
        assert_eq!(get(&house, &stop).await.0, 200);
        assert_eq!(form(&house, &stop, "List-Unsubscribe=One-Click").await.0, 200);
        assert_eq!(house.post(&house.cem, &path, answer).await.0, 201);
        assert_eq!(mails(&house).await.len(), sent.len(), "stopped");
        assert!(get(&house, &blog).await.1.contains("Baujahr 2017"));
    })
    .await;
}

#[tokio::test]
async fn what_is_reported_is_decided_and_both_hear_why() {
    on_each_engine(all, async |house| {
        let (_, blog) = article(&house).await;
        let (id, _) = confirmed(&house, &blog, "Frech").await;
        let decide = |what: &str| format!("/api/v1/moderation/{id}/{what}");
        assert_eq!(house.post(&house.cem, &decide("approve"), json!({})).await.0, 204);
        let report = format!("/api/v1/comments/{id}/report");
        let body = json!({ "reason": "", "law": "" }).to_string();
        assert_eq!(web(&house, Method::POST, &report, "application/json", body).await.0, 422);
        let body = json!({ "reason": "Beleidigt mich", "email": "lotte@leser.example" }).to_string();
        assert_eq!(web(&house, Method::POST, &report, "application/json", body).await.0, 201);
        let (_, page) = get(&house, &format!("/comments/{id}/report")).await;
        assert!(page.contains("<form"), "{page}");
        let reported = queue(&house).await;
        assert_eq!(reported[0]["reports"][0]["reason"], "Beleidigt mich");

        let before = mails(&house).await.len();
        let no_words = json!({ "reason": "", "spam": false });
        assert_eq!(house.post(&house.cem, &decide("reject"), no_words).await.0, 422);
        let why = json!({ "reason": "Bitte freundlich bleiben." });
        assert_eq!(house.post(&house.cem, &decide("reject"), why).await.0, 204);
        let sent = mails(&house).await;
        assert_eq!(sent.len(), before + 2, "author and reporter");
        assert!(sent[before..].iter().all(|it| it.contains("Bitte freundlich bleiben.")), "{sent:?}");
        assert!(!get(&house, &blog).await.1.contains("Frech"));
        assert!(queue(&house).await.is_empty());
        assert_eq!(house.post(&house.cem, &decide("undo"), json!({})).await.0, 204);
        assert_eq!(queue(&house).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_flood_is_stopped_and_nothing_of_it_is_lost() {
    on_each_engine(all, async |house| {
        let (id, blog) = article(&house).await;
        let path = format!("/api/v1/articles/{id}/comments");
        let send = async |n: usize, host: &str| {
            let email = format!("flood{n}@leser.example");
            let body = json!({ "name": "Flut", "email": email, "body": format!("Nummer {n}") }).to_string();
            from(&house, host, Method::POST, &path, "application/json", body).await
        };
        let mut taken = 0;
        for n in 0..14 {
            let (status, headers, answer) = send(n, "203.0.113.5").await;
            if status == 201 {
                taken += 1;
            } else {
                assert_eq!(status, 429, "{answer}");
                assert!(headers.contains_key("retry-after") && headers.contains_key("proof-of-work"));
                let answer: Value = serde_json::from_str(&answer).unwrap();
                assert!(answer["challenge"]["bits"].as_i64().unwrap() > 0, "{answer}");
            }
        }
        assert_eq!(taken, 10);
        assert_eq!(send(99, "192.0.2.77").await.0, 201, "somebody else is not stopped");

        let body = "name=Flut&email=slow%40leser.example&body=Mein+Text".to_owned();
        let comments = format!("{blog}/comments");
        let (status, _, page) =
            from(&house, "203.0.113.5", Method::POST, &comments, FORM, body.clone()).await;
        assert!(status == 429 && page.contains("Mein Text") && page.contains("name=\"way\""), "{status}");
        let slow = format!("{body}&way=mail");
        assert_eq!(from(&house, "203.0.113.5", Method::POST, &comments, FORM, slow).await.0, 303);
        let asked = mails(&house).await;
        assert_eq!(asked.len(), 12, "eleven by program and the slow one");
        for letter in &asked {
            assert_eq!(form(&house, &link(letter, "/visitors/confirm/"), "").await.0, 303);
        }
        let waiting = queue(&house).await;
        assert_eq!(waiting.len(), 12, "nothing is lost");
        assert!(waiting.iter().any(|it| it["reasons"].to_string().contains("flood")));
    })
    .await;
}

#[tokio::test]
async fn what_was_held_is_emptied_after_thirty_days() {
    on_each_engine(all, async |house| {
        let (_, blog) = article(&house).await;
        let (_, receipt) = confirmed(&house, &blog, "Wartet").await;
        assert!(get(&house, &receipt).await.1.contains("Wartet"));
        assert_eq!(queue(&house).await.len(), 1);
        house.jobs_after(29).await.catch_up().await;
        assert_eq!(queue(&house).await.len(), 1, "not yet");
        house.jobs_after(31).await.catch_up().await;
        assert!(queue(&house).await.is_empty(), "at {NOW}");
    })
    .await;
}
