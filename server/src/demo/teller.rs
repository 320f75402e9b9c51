//! Tells the story: everything happens through the API, in the order and at the times of the story.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use access::{people as accounts, settings, tokens};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, ETAG, IF_MATCH};
use axum::http::{Method, Request, Response};
use kernel::clock::{Clock, Time};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::articles::{ArticleText, Articles};
use super::files;
use super::posts::{PostText, Posts};
use super::story::{AssignmentText, DocumentText, LearnerText, Story, TalkText};
use crate::commands::words;
use crate::house::House;
use crate::options::Options;
use crate::product::Product;
use crate::start;

/// Larger than any answer the story asks for.
const ANSWER_MAX_BYTES: usize = 16 * 1024 * 1024;

/// When everybody moved in, before everything else.
const BEGAN_DAYS_AGO: i64 = 45;

pub(super) struct Teller {
    pub(super) house: House,
    product_dispatcher: dispatch::Dispatcher,
    jobs: dispatch::Jobs,
    pub(super) app: Router,
    hand: Arc<AtomicI64>,
    pub(super) now: i64,
    pub(super) lang: String,
    pub(super) tokens: HashMap<String, String>,
    names: HashMap<String, String>,
    ids: HashMap<String, String>,
    pub(super) spaces: HashMap<String, String>,
}

/// What happens at one time; the story is sorted by it.
enum Event<'a> {
    Arrives(&'a DocumentText),
    Replaced(&'a DocumentText, usize),
    Said(&'a DocumentText, &'a TalkText),
    Replied(&'a DocumentText, &'a TalkText, usize),
    Settled(&'a TalkText),
    Assigned(&'a AssignmentText),
    Learns(&'a LearnerText),
    Published(&'a ArticleText),
    Posted(&'a PostText),
    Commented(&'a PostText, usize),
}

/// Errors: where the story could not be told.
pub(crate) async fn tell(options: Options, lang: &str) -> Result<(), String> {
    let story = Story::read(lang)?;
    let now = Clock::System.now().micros();
    let hand = Arc::new(AtomicI64::new(now - BEGAN_DAYS_AGO * 86_400_000_000));
    let house = House::open_at(options, Clock::Set(Arc::clone(&hand))).await?;
    let product = Product::assemble(&house)?;
    learning::bundled::install(&house.database, &product.known).await.map_err(|error| words(&error))?;
    let routes = product.features.into_iter().map(|it| it.routes).collect();
    let app = start::router(&house, routes, &product.routes);
    let (dispatcher, jobs) = (product.dispatcher, product.jobs);
    let empty = HashMap::new;
    let mut teller = Teller {
        house,
        product_dispatcher: dispatcher,
        jobs,
        app,
        hand,
        now,
        lang: lang.to_owned(),
        tokens: empty(),
        names: empty(),
        ids: empty(),
        spaces: empty(),
    };
    println!("  {} moves in …", story.company.name);
    teller.move_in(&story).await?;
    teller.happen(&story).await?;
    teller.arrive(&story).await?;
    teller.settle().await
}

/// Micros of `12 09:40` before `now`, in whole days of UTC.
fn moment(now: i64, at: &str) -> Result<i64, String> {
    let wrong = || format!("{at} is no time of the story");
    let (days, clock) = at.split_once(' ').ok_or_else(wrong)?;
    let (hours, minutes) = clock.split_once(':').ok_or_else(wrong)?;
    let days: i64 = days.parse().map_err(|_| wrong())?;
    let minutes =
        hours.parse::<i64>().map_err(|_| wrong())? * 60 + minutes.parse::<i64>().map_err(|_| wrong())?;
    let today = now - now.rem_euclid(86_400_000_000);
    Ok((today - days * 86_400_000_000 + minutes * 60_000_000).min(now - 60_000_000))
}

impl Teller {
    async fn move_in(&mut self, story: &Story) -> Result<(), String> {
        let failed = |error: kernel::Error| words(&error);
        let mut tx = self.house.database.begin().await.map_err(failed)?;
        for (name, value) in [
            (settings::COMPANY, story.company.name.as_str()),
            (settings::CLAIM, story.company.claim.as_str()),
            (settings::LANGUAGE, self.lang.as_str()),
        ] {
            settings::put(&mut tx, name, value).await.map_err(failed)?;
        }
        for person in &story.person {
            let role = access::CompanyRole::parse(&person.role).map_err(failed)?;
            let email = format!("{}@zugvogel.example", person.key);
            let added = accounts::add(&mut tx, &person.name, &email, role).await.map_err(failed)?;
            let token = tokens::create(&mut tx, added.id, "demo").await.map_err(failed)?;
            self.tokens.insert(person.key.clone(), token);
            self.names.insert(person.key.clone(), person.name.clone());
            self.ids.insert(person.key.clone(), added.id.uuid().to_string());
        }
        tx.commit().await.map_err(failed)?;
        for person in &story.person {
            let body = json!({ "what_i_do": person.what });
            self.send(&person.key, Method::PATCH, "/me", body).await?;
        }
        for space in &story.space {
            let body = json!({ "name": space.name, "visibility": space.visibility, "about": space.about });
            let made = self.send(&space.owner, Method::POST, "/spaces", body).await?;
            let id = made["id"].as_str().unwrap_or_default().to_owned();
            let writers = space.writers.iter().map(|key| (key, "writer"));
            for (key, role) in writers.chain(space.readers.iter().map(|key| (key, "reader"))) {
                let body = json!({ "person_id": self.id(key)?, "role": role });
                self.send(&space.owner, Method::POST, &format!("/spaces/{id}/members"), body).await?;
            }
            self.spaces.insert(space.key.clone(), id);
        }
        Ok(())
    }

    async fn happen(&mut self, story: &Story) -> Result<(), String> {
        let articles = Articles::read(&self.lang)?;
        let posts = Posts::read(&self.lang)?;
        self.open_the_blog().await?;
        self.choose_the_place_for_all().await?;
        let mut events = vec![(moment(self.now, &story.assignment.at)?, Event::Assigned(&story.assignment))];
        for article in &articles.article {
            events.push((moment(self.now, &article.at)?, Event::Published(article)));
        }
        for post in &posts.post {
            events.push((moment(self.now, &post.at)?, Event::Posted(post)));
            for (number, comment) in post.talk.iter().enumerate() {
                events.push((moment(self.now, &comment.at)?, Event::Commented(post, number)));
            }
        }
        for learner in &story.learner {
            events.push((moment(self.now, &learner.at)?, Event::Learns(learner)));
        }
        for document in &story.document {
            events.push((moment(self.now, &document.at)?, Event::Arrives(document)));
            for (number, version) in document.version.iter().enumerate() {
                events.push((moment(self.now, &version.at)?, Event::Replaced(document, number)));
            }
            for talk in &document.talk {
                let mut last = moment(self.now, &talk.at)?;
                events.push((last, Event::Said(document, talk)));
                for (number, reply) in talk.reply.iter().enumerate() {
                    last = moment(self.now, &reply.at)?;
                    events.push((last, Event::Replied(document, talk, number)));
                }
                if !talk.resolved_by.is_empty() {
                    events.push((last + 60_000_000, Event::Settled(talk)));
                }
            }
        }
        events.sort_by_key(|(at, _)| *at);
        let (count, mut documents, mut talks) = (events.len(), HashMap::new(), HashMap::new());
        for (number, (at, event)) in events.into_iter().enumerate() {
            self.hand.store(at, Ordering::Relaxed);
            self.tell_one(&event, &mut documents, &mut talks).await?;
            if number % 25 == 24 {
                println!("  {} of {count} things have happened …", number + 1);
            }
        }
        Ok(())
    }

    /// Where everybody is today is said today, or it would be forgotten.
    async fn arrive(&self, story: &Story) -> Result<(), String> {
        self.hand.store(self.now, Ordering::Relaxed);
        for person in story.person.iter().filter(|it| !it.today.is_empty()) {
            let body = json!({ "today": person.today });
            self.send(&person.key, Method::PATCH, "/me", body).await?;
        }
        Ok(())
    }

    async fn tell_one(
        &self,
        event: &Event<'_>,
        documents: &mut HashMap<String, String>,
        talks: &mut HashMap<*const TalkText, String>,
    ) -> Result<(), String> {
        let id_of = |document: &DocumentText, documents: &HashMap<String, String>| {
            documents
                .get(&document.title)
                .cloned()
                .ok_or_else(|| format!("{} is told of too early", document.title))
        };
        match event {
            Event::Arrives(document) => {
                let id = self.bring(document).await?;
                documents.insert(document.title.clone(), id);
            }
            Event::Replaced(document, number) => {
                self.replace(document, *number, &id_of(document, documents)?).await?;
            }
            Event::Said(document, talk) => {
                let mut body = json!({
                    "about": format!("document/{}", id_of(document, documents)?),
                    "body": self.spoken(&talk.body),
                });
                if !talk.quote.is_empty() {
                    body["anchor"] = json!({ "quote": talk.quote });
                }
                if !talk.asks.is_empty() {
                    body["asks"] = json!(self.id(&talk.asks)?);
                }
                let said = self.send(&talk.by, Method::POST, "/comments", body).await?;
                let id = said["id"].as_str().unwrap_or_default().to_owned();
                for reaction in &talk.reactions {
                    let (key, emoji) = reaction.split_once(' ').ok_or("a reaction is a key and an emoji")?;
                    let body = json!({ "about": format!("comment/{id}"), "emoji": emoji });
                    self.send(key, Method::PUT, "/reactions", body).await?;
                }
                talks.insert(std::ptr::from_ref(*talk), id);
            }
            Event::Published(article) => {
                let id = self.publish(article, documents).await?;
                documents.insert(article.title.clone(), id);
            }
            Event::Posted(post) => self.tell_post(post, documents).await?,
            Event::Commented(post, number) => self.answer_post(post, *number, documents).await?,
            Event::Replied(document, talk, number) => {
                let reply = &talk.reply[*number];
                let body = json!({
                    "about": format!("document/{}", id_of(document, documents)?),
                    "body": self.spoken(&reply.body),
                    "reply_to": talks.get(&std::ptr::from_ref(*talk)),
                });
                self.send(&reply.by, Method::POST, "/comments", body).await?;
            }
            Event::Assigned(assignment) => self.assign(assignment).await?,
            Event::Learns(learner) => self.learn(learner).await?,
            Event::Settled(talk) => {
                let id = talks.get(&std::ptr::from_ref(*talk)).cloned().unwrap_or_default();
                let path = format!("/comments/{id}/resolve");
                self.send(&talk.resolved_by, Method::POST, &path, json!({})).await?;
            }
        }
        Ok(())
    }

    async fn bring(&self, document: &DocumentText) -> Result<String, String> {
        let space = self.spaces.get(&document.space).ok_or_else(|| format!("no space {}", document.space))?;
        if document.kind == "page" {
            let body = json!({ "space_id": space, "title": document.title, "markdown": document.body });
            let made = self.send(&document.by, Method::POST, "/pages", body).await?;
            return Ok(made["id"].as_str().unwrap_or_default().to_owned());
        }
        let content = self.content(document, &document.body).await?;
        let path = if document.folder.is_empty() {
            String::new()
        } else {
            format!("{}/{}", document.folder, document.file)
        };
        let mut body = Vec::new();
        for (name, value) in [("space_id", space.as_str()), ("title", &document.title), ("path", &path)] {
            if !value.is_empty() {
                let part =
                    format!("--story\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
                body.extend_from_slice(part.as_bytes());
            }
        }
        let head = format!(
            "--story\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n",
            document.file
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&content);
        body.extend_from_slice(b"\r\n--story--\r\n");
        let kind = "multipart/form-data; boundary=story";
        let request = self.request(&document.by, Method::POST, "/documents")?.header(CONTENT_TYPE, kind);
        let (_, made) = self.answer(request.body(Body::from(body)), &document.title).await?;
        Ok(made["id"].as_str().unwrap_or_default().to_owned())
    }

    async fn replace(&self, document: &DocumentText, number: usize, id: &str) -> Result<(), String> {
        let version = &document.version[number];
        let path = format!("/documents/{id}/content");
        let head = self.request(&document.by, Method::GET, &path)?.body(Body::empty());
        let (response, _) = self.answer(head, &document.title).await?;
        let tag = response.headers().get(ETAG).cloned().ok_or("a document without a tag")?;
        let content = self.content(document, &version.body).await?;
        let note: String = version
            .note
            .chars()
            .map(|it| if it.is_ascii_graphic() { it.to_string() } else { percent(it) })
            .collect();
        let path = format!("{path}?note={note}");
        let request = self.request(&version.by, Method::PUT, &path)?.header(IF_MATCH, tag);
        self.answer(request.body(Body::from(content)), &document.title).await.map(drop)
    }

    async fn content(&self, document: &DocumentText, body: &str) -> Result<Vec<u8>, String> {
        files::make(&self.house.converter, &document.kind, &document.title, &self.lang, body).await
    }

    /// `@key` becomes the name, as if it had been chosen from the list.
    pub(super) fn spoken(&self, body: &str) -> String {
        self.names
            .iter()
            .fold(body.to_owned(), |body, (key, name)| body.replace(&format!("@{key}"), &format!("@{name}")))
    }

    pub(super) fn id(&self, key: &str) -> Result<&str, String> {
        self.ids.get(key).map(String::as_str).ok_or_else(|| format!("nobody is called {key}"))
    }

    fn request(&self, who: &str, method: Method, path: &str) -> Result<axum::http::request::Builder, String> {
        let token = self.tokens.get(who).ok_or_else(|| format!("nobody is called {who}"))?;
        let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        Ok(request.header(AUTHORIZATION, format!("Bearer {token}")))
    }

    pub(super) async fn send(
        &self,
        who: &str,
        method: Method,
        path: &str,
        body: Value,
    ) -> Result<Value, String> {
        let request = self.request(who, method, path)?.header(CONTENT_TYPE, "application/json");
        self.answer(request.body(Body::from(body.to_string())), path).await.map(|(_, value)| value)
    }

    async fn answer(
        &self,
        request: Result<Request<Body>, axum::http::Error>,
        what: &str,
    ) -> Result<(Response<()>, Value), String> {
        let request = request.map_err(|error| error.to_string())?;
        let response = self.app.clone().oneshot(request).await.map_err(|error| error.to_string())?;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, ANSWER_MAX_BYTES).await.map_err(|error| error.to_string())?;
        if !parts.status.is_success() {
            return Err(format!("{what}: {} {}", parts.status, String::from_utf8_lossy(&bytes)));
        }
        let value = serde_json::from_slice(&bytes).unwrap_or_default();
        Ok((Response::from_parts(parts, ()), value))
    }

    /// Texts and pictures of all files, the bell up to a day ago read, and no mails about the past.
    async fn settle(&self) -> Result<(), String> {
        println!("  reading the files …");
        self.product_dispatcher.catch_up().await;
        self.jobs.catch_up_but(&["notification", "mail"]).await;
        self.product_dispatcher.catch_up().await;
        let failed = |error: kernel::Error| words(&error);
        let mut tx = self.house.database.begin().await.map_err(failed)?;
        for kind in ["notification", "mail"] {
            dispatch::jobs::forget_all(&mut tx, kind).await.map_err(failed)?;
        }
        tx.commit().await.map_err(failed)?;
        let yesterday = Time::from(self.now).minus(Duration::from_secs(2 * 86_400));
        for who in self.tokens.keys() {
            let listed = self.send(who, Method::GET, "/notifications?limit=200", Value::Null).await?;
            let items = listed["items"].as_array().cloned().unwrap_or_default();
            let old = items.iter().find(|it| {
                let at = it["at"].as_str().and_then(kernel::when::parse_rfc3339);
                at.is_some_and(|at| at < yesterday)
            });
            if let Some(entry) = old {
                let body = json!({ "up_to": entry["id"] });
                self.send(who, Method::POST, "/notifications/read", body).await?;
            }
        }
        Ok(())
    }
}

fn percent(letter: char) -> String {
    let mut buffer = [0; 4];
    letter.encode_utf8(&mut buffer).bytes().map(|byte| format!("%{byte:02X}")).collect()
}
