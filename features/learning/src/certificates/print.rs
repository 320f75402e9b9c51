//! The certificate as a PDF, to be hung up or sent along.

use std::collections::HashMap;

use convert::{Failure, Target};
use kernel::{Error, Result, limits};
use page::Voice;
use richtext::Node;
use serde_json::{Value, json};

use crate::Parts;

/// What is printed, in the reader's language.
pub(crate) struct Print<'a> {
    pub v: &'a Voice,
    pub name: &'a str,
    pub course: &'a str,
    pub company: &'a str,
    pub date: &'a str,
    /// The whole address at which it can be checked.
    pub address: &'a str,
}

/// Errors: `Busy`.
pub(crate) async fn print(parts: &Parts, it: &Print<'_>) -> Result<Vec<u8>> {
    let title = it.v.t2("learning-certificate-of", "name", it.name, "course", it.course);
    let page = page(it)?;
    let made = parts.converter.export(&page, &title, it.v.code(), HashMap::new(), Target::Framed).await;
    made.map_err(|failure| match failure {
        Failure::Busy => Error::Busy { retry_after: limits::BUSY_RETRY_AFTER },
        other => Error::unexpected(other),
    })
}

fn page(it: &Print<'_>) -> Result<Node> {
    let passed = it.v.t2("learning-certificate-passed", "company", it.company, "date", it.date);
    let checked = it.v.t("learning-certificate-check-at");
    let link = json!([{ "type": "link", "attrs": { "href": it.address } }]);
    let nodes = [
        heading(1, &it.v.t("learning-certificate")),
        heading(2, it.name),
        paragraph(&[text(&it.v.t("learning-certificate-has"))]),
        heading(3, it.course),
        paragraph(&[text(&passed)]),
        paragraph(&[
            text(&checked),
            json!({ "type": "hardBreak" }),
            json!({ "type": "text", "text": it.address, "marks": link }),
        ]),
    ];
    serde_json::from_value(json!({ "type": "doc", "content": nodes })).map_err(Error::unexpected)
}

fn heading(level: u8, words: &str) -> Value {
    json!({ "type": "heading", "attrs": { "level": level }, "content": [text(words)] })
}

fn paragraph(content: &[Value]) -> Value {
    json!({ "type": "paragraph", "content": content })
}

fn text(words: &str) -> Value {
    json!({ "type": "text", "text": words })
}
