//! The Markdown of comments: bold, italic, strike, code, quotes, lists, links, and mentions of people.
//!
//! A mention is kept as `@[Name](person/ID)`: the id says who is meant, the name only how they were called
//! when it was written. What people write is shown in other people's pages, so it passes two walls: our own
//! writer, which escapes everything, and ammonia, which would take away what that let through.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use comrak::nodes::{NodeValue, Sourcepos};
use comrak::{Arena, Options, parse_document};
use uuid::Uuid;

use crate::build::{block, link, mark, text};
use crate::markdown::{label, read_tree};
use crate::node::Node;

/// Who is mentioned is told; more than this is no conversation.
const MENTIONS_MAX: usize = 50;

/// A name with a backslash before each letter.
const LABEL_LENGTH_MAX_CHARS: usize = 200;

static WALL: LazyLock<ammonia::Builder<'static>> = LazyLock::new(wall);

static WALL_WITH_PICTURES: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut wall = wall();
    wall.add_tags(["img"]).add_tag_attributes("img", ["src", "alt"]);
    wall
});

fn wall() -> ammonia::Builder<'static> {
    let tags =
        ["a", "blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre", "s", "strong", "u", "ul"];
    let mut wall = ammonia::Builder::empty();
    wall.tags(tags.into())
        .tag_attributes(HashMap::from([("a", ["href"].into()), ("ol", ["start"].into())]))
        .allowed_classes(HashMap::from([("a", ["mention"].into())]))
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("noopener nofollow"));
    wall
}

/// Writes a comment as harmless HTML. Headings are bold, an image is a link to it, a line end is one.
/// Somebody mentioned appears under the name that `name_of` answers, as a link to their page; without one,
/// the name stays that was written, and leads nowhere.
pub fn render(body: &str, name_of: &dyn Fn(Uuid) -> Option<String>) -> String {
    let mut doc = read(body);
    soften(&mut doc.content, name_of);
    WALL.clean(&crate::to_html(&doc)).to_string()
}

/// As [`render`], and pictures are shown that lie among the documents of this house; whose they are, and who
/// may see them, whoever serves them decides.
pub fn render_with_pictures(body: &str, name_of: &dyn Fn(Uuid) -> Option<String>) -> String {
    let mut doc = read(body);
    let pictures = Pictures::Ours;
    soften_but(&mut doc.content, name_of, pictures);
    WALL_WITH_PICTURES.clean(&crate::to_html(&doc)).to_string()
}

/// Who is mentioned, in the order of the text, nobody twice and at most fifty. Code mentions nobody.
pub fn mentions(body: &str) -> Vec<Uuid> {
    let mut found = Vec::new();
    let doc = read(body);
    let mut waiting: Vec<&Node> = doc.content.iter().rev().collect();
    while let Some(node) = waiting.pop() {
        if let Some(id) = person(node).filter(|id| !found.contains(id))
            && found.len() < MENTIONS_MAX
        {
            found.push(id);
        }
        waiting.extend(node.content.iter().rev());
    }
    found
}

/// Turns `@Full Name` into the form that is kept, where it is one of these people. The longest name wins,
/// upper and lower case are one, and a name ends where a word ends. Code and links stay as they are.
pub fn resolve(body: &str, people: &[(Uuid, String)]) -> String {
    let mut people: Vec<(&Uuid, &str)> = people.iter().map(|(id, name)| (id, name.trim())).collect();
    people.retain(|(_, name)| !name.is_empty());
    people.sort_by_key(|(_, name)| std::cmp::Reverse(name.chars().count()));
    let closed = closed_ranges(body);
    let mut out = String::with_capacity(body.len());
    let mut copied = 0;
    for (at, _) in body.match_indices('@') {
        let within_word = body[..at].chars().next_back().is_some_and(|before| before.is_alphanumeric());
        if at < copied || within_word || closed.iter().any(|range| range.contains(&at)) {
            continue;
        }
        let rest = &body[at + 1..];
        let named = people.iter().find_map(|(id, name)| Some((id, name, name_length(rest, name)?)));
        if let Some((id, name, length)) = named {
            out.push_str(&body[copied..at]);
            out.push_str(&format!("@[{}](person/{id})", label(name)));
            copied = at + 1 + length;
        }
    }
    out.push_str(&body[copied..]);
    out
}

/// As it was typed: `@Name` for a mention, by the name that `name_of` answers, else by the one that was
/// written.
pub fn typed(body: &str, name_of: &dyn Fn(Uuid) -> Option<String>) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, behind)) = rest.split_once("@[") {
        out.push_str(before);
        match read_mention(behind) {
            Some((label, id, behind)) => {
                out.push('@');
                out.push_str(&name_of(id).unwrap_or_else(|| label.replace('\\', "")));
                rest = behind;
            }
            None => {
                out.push_str("@[");
                rest = behind;
            }
        }
    }
    out + rest
}

/// The name, who it is, and what follows.
fn read_mention(text: &str) -> Option<(&str, Uuid, &str)> {
    let (label, behind) = text.split_once("](person/")?;
    let (id, behind) = behind.split_once(')')?;
    let is_name = !label.contains(['\n', '[']) && label.chars().count() <= LABEL_LENGTH_MAX_CHARS;
    Some((label, id.parse().ok()?, behind)).filter(|_| is_name)
}

/// The words of a comment, for notices and for search.
pub fn plain(body: &str) -> String {
    crate::plain_text(&read(body))
}

fn read(body: &str) -> Node {
    let arena = Arena::new();
    let root = parse_document(&arena, body, &options());
    for node in root.descendants() {
        let mut data = node.data_mut();
        if matches!(data.value, NodeValue::SoftBreak) {
            data.value = NodeValue::LineBreak;
        }
    }
    read_tree(root)
}

/// Which pictures are shown as what they are, and not as a link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pictures {
    None,
    Ours,
}

/// `/documents/0190…/content`: nothing else on this site is a picture that somebody put there.
fn is_ours(address: &str) -> bool {
    let id = address.strip_prefix("/documents/").and_then(|it| it.strip_suffix("/content"));
    id.is_some_and(|it| Uuid::try_parse(it).is_ok())
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options
}

fn person(node: &Node) -> Option<Uuid> {
    Uuid::try_parse(node.word("id")).ok().filter(|_| node.is("mention"))
}

/// Makes a comment of a document: no headings, no images, names as they are now.
fn soften(nodes: &mut [Node], name_of: &dyn Fn(Uuid) -> Option<String>) {
    soften_but(nodes, name_of, Pictures::None);
}

fn soften_but(nodes: &mut [Node], name_of: &dyn Fn(Uuid) -> Option<String>, pictures: Pictures) {
    for node in nodes {
        soften_but(&mut node.content, name_of, pictures);
        match node.kind.as_str() {
            "heading" => {
                for words in
                    node.content.iter_mut().filter(|child| child.text.is_some() && !child.marked("bold"))
                {
                    words.marks.insert(0, mark("bold"));
                }
                *node = block("paragraph", std::mem::take(&mut node.content));
            }
            "image" if pictures == Pictures::Ours && is_ours(node.word("src")) => {}
            "image" => {
                let words = Some(node.word("alt")).filter(|alt| !alt.is_empty()).unwrap_or(node.word("src"));
                *node = text(words, link(node.word("src")).as_slice());
            }
            "mention" => match person(node).and_then(name_of) {
                Some(name) => *node = crate::build::mention(node.word("id"), &name),
                None => *node = text(&format!("@{}", node.word("label")), &[]),
            },
            _ => {}
        }
    }
}

/// Where no name is looked for: code, links and images, as bytes of the text.
fn closed_ranges(body: &str) -> Vec<Range<usize>> {
    let arena = Arena::new();
    let root = parse_document(&arena, body, &options());
    let bytes = body.as_bytes();
    let ends_line =
        |at: &usize| bytes[*at] == b'\n' || (bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    let starts: Vec<usize> =
        std::iter::once(0).chain((0..bytes.len()).filter(ends_line).map(|at| at + 1)).collect();
    let closed = root.descendants().filter_map(|node| {
        let data = node.data();
        let is_closed = matches!(
            data.value,
            NodeValue::Code(_) | NodeValue::CodeBlock(_) | NodeValue::Link(_) | NodeValue::Image(_)
        );
        is_closed.then(|| range(data.sourcepos, &starts))
    });
    closed.collect()
}

fn range(position: Sourcepos, starts: &[usize]) -> Range<usize> {
    let at = |line: usize, column: usize| starts.get(line.saturating_sub(1)).copied().unwrap_or(0) + column;
    at(position.start.line, position.start.column.saturating_sub(1))
        ..at(position.end.line, position.end.column)
}

/// How many bytes the name takes at the start of the text, if it stands there as a whole.
fn name_length(text: &str, name: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        let (_, found) = letters.next()?;
        if found != wanted && !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    match letters.next() {
        Some((_, next)) if next.is_alphanumeric() => None,
        Some((at, _)) => Some(at),
        None => Some(text.len()),
    }
}
