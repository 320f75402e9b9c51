//! What people in the house do, through HTTP: status and body of each answer.

use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, IF_MATCH};
use axum::http::{HeaderMap, Method, Request};
use kernel::ids::{SpaceId, ThingId, Uuid};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::house::{House, Somebody};

/// One request; `who` is nobody for the open web.
pub struct Ask<'a> {
    pub who: Option<&'a Somebody>,
    pub method: Method,
    pub path: &'a str,
    pub kind: &'a str,
    pub if_match: Option<&'a str>,
    pub body: Vec<u8>,
}

impl House {
    pub async fn ask(&self, ask: Ask<'_>) -> (u16, HeaderMap, Vec<u8>) {
        let mut request = Request::builder().method(ask.method).uri(ask.path);
        if let Some(somebody) = ask.who {
            request = request.header(AUTHORIZATION, format!("Bearer {}", somebody.token));
        }
        if !ask.kind.is_empty() {
            request = request.header(CONTENT_TYPE, ask.kind);
        }
        if let Some(tag) = ask.if_match {
            request = request.header(IF_MATCH, tag);
        }
        let response = self.app.clone().oneshot(request.body(Body::from(ask.body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 24).await.unwrap();
        (parts.status.as_u16(), parts.headers, bytes.to_vec())
    }

    pub async fn get(&self, who: &Somebody, path: &str) -> (u16, Value) {
        let ask =
            Ask { who: Some(who), method: Method::GET, path, kind: "", if_match: None, body: Vec::new() };
        let (status, _, body) = self.ask(ask).await;
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    /// A page as people see it.
    pub async fn page(&self, who: Option<&Somebody>, path: &str) -> (u16, String) {
        let ask = Ask { who, method: Method::GET, path, kind: "", if_match: None, body: Vec::new() };
        let (status, _, body) = self.ask(ask).await;
        (status, String::from_utf8(body).unwrap())
    }

    pub async fn send(&self, who: &Somebody, method: Method, path: &str, body: Value) -> (u16, Value) {
        let (kind, body) = ("application/json", body.to_string().into_bytes());
        let ask = Ask { who: Some(who), method, path, kind, if_match: None, body };
        let (status, _, body) = self.ask(ask).await;
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    pub async fn post(&self, who: &Somebody, path: &str, body: Value) -> (u16, Value) {
        self.send(who, Method::POST, path, body).await
    }

    /// Puts a file into a space; answers its id.
    pub async fn upload(&self, who: &Somebody, space: SpaceId, name: &str, content: &[u8]) -> Uuid {
        let mut body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"space_id\"\r\n\r\n{}\r\n--edge\r\n\
             Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n",
            space.uuid()
        )
        .into_bytes();
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let kind = "multipart/form-data; boundary=edge";
        let ask = Ask {
            who: Some(who),
            method: Method::POST,
            path: "/api/v1/documents",
            kind,
            if_match: None,
            body,
        };
        let (status, _, body) = self.ask(ask).await;
        assert_eq!(status, 201, "{}", String::from_utf8_lossy(&body));
        let answer: Value = serde_json::from_slice(&body).unwrap();
        answer["id"].as_str().unwrap().parse().unwrap()
    }

    /// A new version on top of the newest.
    pub async fn replace(&self, who: &Somebody, document: &ThingId, content: &[u8]) -> (u16, Value) {
        let path = format!("/api/v1/documents/{}/content", document.id);
        let tag = self.tag(who, document).await;
        self.replace_if(who, &path, tag.as_deref(), content).await
    }

    pub async fn replace_if(
        &self,
        who: &Somebody,
        path: &str,
        if_match: Option<&str>,
        content: &[u8],
    ) -> (u16, Value) {
        let (method, body) = (Method::PUT, content.to_vec());
        let (status, _, body) =
            self.ask(Ask { who: Some(who), method, path, kind: "text/plain", if_match, body }).await;
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    pub async fn tag(&self, who: &Somebody, document: &ThingId) -> Option<String> {
        let path = format!("/api/v1/documents/{}/content", document.id);
        let ask = Ask {
            who: Some(who),
            method: Method::GET,
            path: &path,
            kind: "",
            if_match: None,
            body: Vec::new(),
        };
        let (_, headers, _) = self.ask(ask).await;
        headers.get("etag").map(|it| it.to_str().unwrap().to_owned())
    }

    pub async fn comment(&self, who: &Somebody, about: &ThingId, body: &str) -> (u16, Value) {
        self.post(who, "/api/v1/comments", json!({ "about": about.to_string(), "body": body })).await
    }

    /// Who did what, in words, newest first: the home page of this person.
    pub async fn home(&self, who: &Somebody) -> String {
        self.page(Some(who), "/").await.1
    }
}
