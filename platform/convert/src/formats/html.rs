//! HTML, foreign or ours: cleaned, so that it runs nothing and loads nothing, and read as text.

use super::text;
use crate::failure::Failure;
use crate::limits::{HTML_MAX_BYTES, TEXT_MAX_BYTES};
use crate::paper::Paper;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use scraper::node::Node;
use std::borrow::Cow;
use std::path::Path;

const BREAKING: [&str; 26] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "dd",
    "div",
    "dt",
    "figcaption",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "p",
    "pre",
    "section",
    "title",
    "tr",
];

pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<(), Failure> {
    let source = of_file(path)?;
    paper.only_text(&as_text(&source));
    let kept = &source[..source.floor_char_boundary(HTML_MAX_BYTES)];
    paper.only_html(&clean_without_pictures(kept));
    Ok(())
}

/// HTML may say its encoding inside itself.
pub(crate) fn of_file(path: &Path) -> Result<String, Failure> {
    let bytes = text::bytes_of(path)?;
    if encoding_rs::Encoding::for_bom(&bytes).is_none()
        && std::str::from_utf8(&bytes).is_err()
        && let Some(encoding) = declared(&bytes)
    {
        return Ok(encoding
            .decode(&bytes)
            .0
            .chars()
            .filter(|letter| crate::paper::is_kept(*letter))
            .collect());
    }
    Ok(text::decode(&bytes))
}

fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'']).split(['"', '\'', '>', ' ', ';', '/']).next()?;
    encoding_rs::Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

/// The words of a document in the order in which they stand, a line for each block, a tab between cells.
pub(crate) fn as_text(source: &str) -> String {
    let document = scraper::Html::parse_document(source);
    let mut found = String::new();
    let mut node = document.tree.root();
    loop {
        let is_silent = enter(node.value(), &mut found);
        if let Some(child) = node.first_child().filter(|_| !is_silent) {
            node = child;
            continue;
        }
        loop {
            leave(node.value(), &mut found);
            if let Some(sibling) = node.next_sibling() {
                node = sibling;
                break;
            }
            match node.parent() {
                Some(parent) if found.len() < TEXT_MAX_BYTES => node = parent,
                _ => return found.trim().to_owned(),
            }
        }
    }
}

/// Whether nobody reads what is in it, such as a script.
fn enter(node: &Node, found: &mut String) -> bool {
    match node {
        Node::Text(words) => add(found, words),
        Node::Element(element) if BREAKING.contains(&element.name()) => end_line(found),
        Node::Element(element) => {
            return matches!(element.name(), "script" | "style" | "template" | "noscript" | "svg");
        }
        _ => {}
    }
    false
}

fn leave(node: &Node, found: &mut String) {
    match node {
        Node::Element(element) if matches!(element.name(), "td" | "th") => found.push('\t'),
        Node::Element(element) if BREAKING.contains(&element.name()) => end_line(found),
        _ => {}
    }
}

/// White space in HTML is one space, however long.
fn add(found: &mut String, words: &str) {
    if words.starts_with(char::is_whitespace) && !found.ends_with(char::is_whitespace) && !found.is_empty() {
        found.push(' ');
    }
    let mut first = true;
    for word in words.split_whitespace() {
        if !first {
            found.push(' ');
        }
        first = false;
        found.push_str(word);
    }
    if words.ends_with(char::is_whitespace) && !first {
        found.push(' ');
    }
}

fn end_line(found: &mut String) {
    let kept = found.trim_end_matches([' ', '\t']).len();
    found.truncate(kept);
    if !found.is_empty() && !found.ends_with('\n') {
        found.push('\n');
    }
}

/// What a page may show: words and their order. No styles, no scripts, no frames, no forms; links only to the
/// outside, and pictures only from the paper itself.
pub(crate) fn clean(html: &str) -> String {
    cleaner()
        // Tasks have boxes that nobody can tick here.
        .add_tags(["input"])
        .add_tag_attributes("input", ["type", "disabled", "checked"])
        .set_tag_attribute_value("input", "type", "checkbox")
        .set_tag_attribute_value("input", "disabled", "")
        .attribute_filter(harmless)
        .clean(html)
        .to_string()
}

/// For what others wrote.
pub(crate) fn clean_without_pictures(html: &str) -> String {
    cleaner().rm_tags(["img"]).attribute_filter(harmless).clean(html).to_string()
}

fn cleaner() -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    builder
        .add_tags(["section"])
        .add_clean_content_tags(["title", "template", "noscript", "textarea", "select"]);
    builder
}

fn harmless<'v>(tag: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| value.starts_with(prefix));
    let kept = match (tag, attribute) {
        ("a", "href") => starts(&["https://", "http://", "mailto:", "tel:"]),
        ("img", "src") => starts(&["/picture/"]),
        (_, "cite" | "href" | "src") => false,
        _ => true,
    };
    kept.then_some(Cow::Borrowed(value))
}

/// The pictures of a paper written into its HTML, as far as there is room.
pub(crate) fn with_pictures(html: String, pictures: &[Vec<u8>]) -> String {
    let mut html = html;
    for (number, picture) in pictures.iter().enumerate() {
        let address = format!("src=\"/picture/{number}\"");
        let kind = if picture.starts_with(b"\x89PNG") { "png" } else { "webp" };
        if html.len() + picture.len() * 4 / 3 < 2 * HTML_MAX_BYTES {
            let data = format!("src=\"data:image/{kind};base64,{}\"", BASE64_STANDARD.encode(picture));
            html = html.replacen(&address, &data, 1);
        } else {
            html = html.replacen(&address, "", 1);
        }
    }
    html
}
