//! The program is killed while eight people write; whatever was acknowledged is there afterwards.
//!
//! Five times in `bin/test`, fifty in `bin/prove`. The seed decides after how many acknowledged writes it
//! dies.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::http::Method;
use kernel::ids::Uuid;
use serde_json::{Value, json};
use tokio::sync::Mutex;

use crate::program::{Pen, Program, ask, form, somebody};
use crate::yjs;

/// Something that the program said it has.
#[derive(Clone, Debug)]
enum Acknowledged {
    File { id: String, content: Vec<u8> },
    Comment { id: String, body: String },
    Words { text: String },
}

struct Story {
    port: u16,
    token: String,
    space: String,
    page: String,
    acknowledged: Mutex<Vec<Acknowledged>>,
    count: AtomicUsize,
}

impl Story {
    async fn acknowledge(&self, it: Acknowledged) {
        self.acknowledged.lock().await.push(it);
        self.count.fetch_add(1, Ordering::SeqCst);
    }

    /// Puts files into the space until the program is gone.
    async fn upload(&self) {
        loop {
            let content = Uuid::now_v7().to_string().repeat(200).into_bytes();
            let (kind, body) = form(&self.space, "note.txt", &content);
            let asked = ask(self.port, Method::POST, "/api/v1/documents", &self.token, &kind, body).await;
            let Ok((201, answer)) = asked else { return };
            let Ok(answer) = serde_json::from_slice::<Value>(&answer) else { return };
            let id = answer["id"].as_str().unwrap().to_owned();
            self.acknowledge(Acknowledged::File { id, content }).await;
        }
    }

    async fn comment(&self) {
        loop {
            let body = Uuid::now_v7().to_string();
            let sent = json!({ "about": format!("document/{}", self.page), "body": body }).to_string();
            let kind = "application/json";
            let asked =
                ask(self.port, Method::POST, "/api/v1/comments", &self.token, kind, sent.into_bytes()).await;
            let Ok((201, answer)) = asked else { return };
            let Ok(answer) = serde_json::from_slice::<Value>(&answer) else { return };
            let id = answer["id"].as_str().unwrap().to_owned();
            self.acknowledge(Acknowledged::Comment { id, body }).await;
        }
    }

    /// Writes paragraphs into the page; each counts when the room says that it is kept.
    async fn write(&self) {
        let Ok(mut pen) = Pen::open(self.port, &self.page, &self.token).await else { return };
        if pen.send(yjs::ask_for_receipts()).await.is_err() {
            return;
        }
        for sent in 1_u64.. {
            let text = format!("w{}", Uuid::now_v7().simple());
            if pen.send(yjs::update(&yjs::paragraph(&text))).await.is_err() {
                return;
            }
            loop {
                let Some(frame) = pen.next().await else { return };
                if yjs::receipt(&frame).is_some_and(|kept| kept >= sent) {
                    break;
                }
            }
            self.acknowledge(Acknowledged::Words { text }).await;
        }
    }
}

/// Everything acknowledged, looked for in a program that was started anew.
async fn check(program: &Program, token: &str, page: &str, all: &[Acknowledged]) {
    let path = format!("/api/v1/documents/{page}/export?as=md");
    let (_, text) = program.try_ask(Method::GET, &path, token, "", Vec::new()).await.unwrap();
    let text = String::from_utf8(text).unwrap();
    for it in all {
        match it {
            Acknowledged::File { id, content } => {
                let path = format!("/api/v1/documents/{id}/content");
                let (status, found) =
                    program.try_ask(Method::GET, &path, token, "", Vec::new()).await.unwrap();
                assert!(status == 200 && found == *content, "the file {id} is not what was acknowledged");
            }
            Acknowledged::Comment { id, body } => {
                let found = program.json(Method::GET, &format!("/comments/{id}"), token, &Value::Null).await;
                assert_eq!(found["body"], *body);
            }
            Acknowledged::Words { text: words } => assert!(text.contains(words), "{words} was acknowledged"),
        }
    }
}

async fn run(database_url: Option<String>, rounds: usize, mut seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let url = database_url.as_deref();
    let token = somebody(folder.path(), url, "Ana Berg");
    let mut all: Vec<Acknowledged> = Vec::new();
    let mut program = Program::start(folder.path(), url).await;
    let space = json!({ "name": "Storm", "visibility": "private" });
    let space =
        program.json(Method::POST, "/spaces", &token, &space).await["id"].as_str().unwrap().to_owned();
    let page = json!({ "space_id": space, "title": "Log", "markdown": "Begin." });
    let page = program.json(Method::POST, "/pages", &token, &page).await["id"].as_str().unwrap().to_owned();
    for round in 0..rounds {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let dies_after = 20 + usize::try_from(seed >> 33).unwrap() % 60;
        let story = Arc::new(Story {
            port: program.port,
            token: token.clone(),
            space: space.clone(),
            page: page.clone(),
            acknowledged: Mutex::default(),
            count: AtomicUsize::new(0),
        });
        let writers: Vec<_> = (0..8)
            .map(|number| {
                let story = Arc::clone(&story);
                tokio::spawn(async move {
                    match number {
                        0..3 => story.upload().await,
                        3..6 => story.comment().await,
                        _ => story.write().await,
                    }
                })
            })
            .collect();
        while story.count.load(Ordering::SeqCst) < dies_after {
            assert!(writers.iter().any(|it| !it.is_finished()), "nobody writes any more");
            tokio::task::yield_now().await;
        }
        program.kill();
        for writer in writers {
            writer.await.unwrap();
        }
        all.extend(story.acknowledged.lock().await.iter().cloned());
        program = Program::start(folder.path(), url).await;
        check(&program, &token, &page, &all).await;
        eprintln!("round {round}: {} acknowledged writes are there", all.len());
    }
    program.kill();
    let verified = crate::program::command(folder.path(), url).arg("verify").output().unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_write_is_lost_when_the_program_is_killed() {
    let long = std::env::var("MITWERK_PROVE").is_ok();
    let seed: u64 = std::env::var("MITWERK_SEED").ok().and_then(|it| it.parse().ok()).unwrap_or(2_026);
    eprintln!("seed {seed}");
    run(None, if long { 50 } else { 5 }, seed).await;
    if let Some(url) = crate::house::fresh_schema().await {
        run(Some(url), if long { 10 } else { 2 }, seed).await;
    }
}
