//! Two people share a browser: what it keeps of the one is cleared away before the other is let in.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request};
use tower::ServiceExt;

use crate::asking::Ask;
use crate::house::{House, none, on_each_engine};

const FORM: &str = "application/x-www-form-urlencoded";

/// Cem invites somebody; the path of the link in her letter.
async fn invited(house: &House, name: &str) -> String {
    let body = format!("name={name}&email={name}%40example.org&role=member").into_bytes();
    let (who, method, path) = (Some(&house.cem), Method::POST, "/admin/invitations");
    let (status, _, _) = house.ask(Ask { who, method, path, kind: FORM, if_match: None, body }).await;
    assert_eq!(status, 303);
    house.jobs.catch_up().await;
    let outbox = std::fs::read_dir(house.open.options.data.join("outbox")).unwrap();
    let letters = outbox.map(|it| std::fs::read(it.unwrap().path()).unwrap());
    let letters = letters.map(|it| String::from_utf8_lossy(&it).replace("=\r\n", ""));
    let address = format!("{name}@example.org");
    let letter = letters.into_iter().find(|it| it.contains(&address)).unwrap();
    let start = letter.find("/sign-in/link/").unwrap();
    letter[start..].chars().take_while(|it| it.is_ascii_alphanumeric() || "-_/".contains(*it)).collect()
}

async fn send(house: &House, path: &str, cookies: &str, body: String) -> (u16, HeaderMap) {
    let origin = format!("http://{}", house.open.options.listen);
    let request = Request::builder().method(Method::POST).uri(path);
    let request = request.header(CONTENT_TYPE, FORM).header(COOKIE, cookies);
    let request = request.header(HOST, house.open.options.listen.to_string()).header(ORIGIN, origin);
    let request = request.body(Body::from(body)).unwrap();
    let response = house.app.clone().oneshot(request).await.unwrap();
    (response.status().as_u16(), response.headers().clone())
}

fn cookies(headers: &HeaderMap) -> String {
    let all = headers.get_all(SET_COOKIE).iter().map(|it| it.to_str().unwrap());
    all.filter_map(|it| it.split(';').next()).collect::<Vec<_>>().join("; ")
}

#[tokio::test]
async fn drafts_stay_for_her_and_are_cleared_for_anybody_else() {
    on_each_engine(none, async |house| {
        let password = "password=drei+muede+Stoerche";
        let (status, first) = send(&house, &invited(&house, "eva").await, "", password.to_owned()).await;
        assert_eq!(status, 303);
        assert!(first.contains_key("clear-site-data"), "nobody knows who was here before");

        let her = cookies(&first);
        let again = format!("email=eva%40example.org&{password}");
        let (status, back) = send(&house, "/sign-in", &her, again).await;
        assert_eq!(status, 303);
        assert!(!back.contains_key("clear-site-data"), "her drafts wait for her");

        let (status, other) = send(&house, &invited(&house, "finn").await, &her, password.to_owned()).await;
        assert_eq!(status, 303);
        assert!(other["clear-site-data"].to_str().unwrap().contains("storage"), "{other:?}");
    })
    .await;
}
