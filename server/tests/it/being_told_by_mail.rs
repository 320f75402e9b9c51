//! Ben wants a mail at once: he gets one per thing, and its link stops them.

use axum::http::Method;

use crate::asking::Ask;
use crate::house::{House, all, on_each_engine};

/// All mails that were sent, oldest first.
fn mails(house: &House) -> Vec<String> {
    let outbox = house.open.options.data.join("outbox");
    let Ok(files) = std::fs::read_dir(outbox) else { return Vec::new() };
    let mut paths: Vec<_> = files.map(|it| it.unwrap().path()).collect();
    paths.sort();
    let text = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).replace("=\r\n", "");
    paths.into_iter().map(text).collect()
}

async fn form(house: &House, path: &str, body: &str) -> u16 {
    let kind = "application/x-www-form-urlencoded";
    let (who, method, body) = (Some(&house.ben), Method::POST, body.as_bytes().to_vec());
    house.ask(Ask { who, method, path, kind, if_match: None, body }).await.0
}

/// Everything that follows from a comment by Ana that calls Ben.
async fn call(house: &House, words: &str) {
    assert_eq!(house.comment(&house.ana, &house.policy, words).await.0, 201);
    house.dispatcher.catch_up().await;
    for _ in 0..2 {
        house.jobs.catch_up().await;
    }
}

#[tokio::test]
async fn a_mail_comes_once_and_its_link_stops_them() {
    on_each_engine(all, async |house| {
        assert_eq!(form(&house, "/notifications/choices", "mail=at_once").await, 303);
        call(&house, "By ship? @Ben Roth").await;
        house.jobs.catch_up().await;
        let sent = mails(&house);
        assert_eq!(sent.len(), 1, "{sent:?}");
        assert!(sent[0].contains("ben@example.org") && sent[0].contains("By ship?"), "{}", sent[0]);
        assert!(sent[0].contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{}", sent[0]);

        let start = sent[0].find("/notifications/stop/").unwrap();
        let stop: String =
            sent[0][start..].chars().take_while(|it| !it.is_whitespace() && *it != '>').collect();
        let (status, page) = house.page(None, &stop).await;
        assert!(status == 200 && page.contains("<form"), "a mail scanner stops nothing: {page}");
        let forged = format!("{}x", &stop[..stop.len() - 1]);
        assert_eq!(house.page(None, &forged).await.0, 404);
        assert_eq!(form(&house, &stop, "").await, 303);
        call(&house, "Or by balloon, @Ben Roth").await;
        assert_eq!(mails(&house).len(), 1, "stopped");
    })
    .await;
}
