//! One line of text to Markdown: the marks of each run become nested spans.

use super::delimiters::{self, Token};
use super::escape;
use crate::build::{self, Line, block};
use crate::links;
use crate::node::Node;

/// Where the line stands: not everything can be written everywhere.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    Paragraph,
    Heading,
    Cell,
}

/// What a run of text lies in.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Span {
    Link(String),
    Bold,
    Italic,
    Strike,
    Underline,
}

pub(super) fn write(nodes: &[Node], place: Place) -> String {
    let nodes = known(nodes);
    let mut writer = Writer { place, tokens: Vec::new(), open: Vec::new() };
    for index in 0..nodes.len() {
        writer.node(&nodes, index);
    }
    writer.reach(&[]);
    delimiters::write(&writer.tokens, place)
}

/// The same line without marks that Markdown does not know, so that runs which differ in these alone are one.
fn known(nodes: &[Node]) -> Vec<Node> {
    let mut line = Line::default();
    for node in nodes {
        match node.kind.as_str() {
            "text" => {
                let known = |kind: &str| span(kind).is_some() || kind == "code";
                let marks = node.marks.iter().filter(|mark| known(&mark.kind)).cloned();
                let link = node.href().and_then(|href| build::link(&href));
                line.text(node.text.as_deref().unwrap_or_default(), &marks.chain(link).collect::<Vec<_>>());
            }
            "hardBreak" | "mention" | "image" => line.push(node.clone()),
            _ => line.text(&crate::plain::inline(node), &[]),
        }
    }
    line.finish()
}

fn span(kind: &str) -> Option<Span> {
    match kind {
        "bold" => Some(Span::Bold),
        "italic" => Some(Span::Italic),
        "strike" => Some(Span::Strike),
        "underline" => Some(Span::Underline),
        _ => None,
    }
}

fn wanted(node: &Node) -> Vec<Span> {
    let spans = node.marks.iter().filter_map(|mark| span(&mark.kind));
    node.href().map(Span::Link).into_iter().chain(spans).collect()
}

struct Writer {
    place: Place,
    tokens: Vec<Token>,
    open: Vec<Span>,
}

impl Writer {
    fn node(&mut self, nodes: &[Node], index: usize) {
        let node = &nodes[index];
        if node.is("text") {
            self.reach(&spans_by_length(nodes, index));
        } else {
            let next = nodes[index..].iter().find(|node| node.is("text")).map(wanted).unwrap_or_default();
            let stays = |span: &&Span| {
                next.contains(span) && (node.is("hardBreak") || !matches!(span, Span::Link(_)))
            };
            let stay: Vec<Span> = self.open.iter().filter(stays).cloned().collect();
            self.reach(&stay);
        }
        match node.kind.as_str() {
            "text" => self.text(node),
            "hardBreak" => self.tokens.push(Token::Break),
            "mention" => self.mention(node),
            _ => self.image(node),
        }
    }

    /// Closes what does not last, and what lies within it, and opens what is new, the longest first.
    fn reach(&mut self, spans: &[Span]) {
        let kept = self.open.iter().take_while(|span| spans.contains(span)).count();
        for span in self.open.split_off(kept).into_iter().rev() {
            self.tokens.push(match span {
                Span::Underline => Token::Raw("</u>".into()),
                Span::Link(href) => Token::Raw(format!("]({})", escape::destination(&href))),
                _ => Token::Close,
            });
        }
        for span in spans {
            if !self.open.contains(span) {
                self.tokens.push(match span {
                    Span::Underline => Token::Raw("<u>".into()),
                    Span::Link(_) => Token::Raw("[".into()),
                    other => Token::Open(other.clone()),
                });
                self.open.push(span.clone());
            }
        }
    }

    fn text(&mut self, node: &Node) {
        let words = node.text.as_deref().unwrap_or_default();
        match node.marked("code").then(|| escape::code_span(words, self.place == Place::Cell)).flatten() {
            Some(code) => self.tokens.push(Token::Raw(code)),
            None => self.tokens.extend(words.chars().map(Token::Char)),
        }
    }

    fn mention(&mut self, node: &Node) {
        let (id, label) = (node.word("id"), node.word("label"));
        if uuid::Uuid::try_parse(id).is_ok() {
            self.tokens.push(Token::Raw(format!("@[{}](person/{id})", escape::label(label))));
        } else {
            self.tokens.extend("@".chars().chain(label.chars()).map(Token::Char));
        }
    }

    fn image(&mut self, node: &Node) {
        let alt = escape::label(node.word("alt"));
        match links::kept(node.word("src")) {
            Some(address) => {
                self.tokens.push(Token::Raw(format!("![{alt}]({})", escape::destination(&address))));
            }
            None => self.tokens.extend(node.word("alt").chars().map(Token::Char)),
        }
    }
}

/// How far it is looked ahead for the end of a span; a wrong guess only costs a sign more.
const RUNS_AHEAD_MAX: usize = 50;

/// What a text lies in, that which lasts longest first, so that it lies outermost.
fn spans_by_length(nodes: &[Node], index: usize) -> Vec<Span> {
    let mut spans = wanted(&nodes[index]);
    let length = |span: &Span| {
        nodes[index..]
            .iter()
            .take(RUNS_AHEAD_MAX)
            .take_while(|node| !node.is("text") || wanted(node).contains(span))
            .count()
    };
    spans.sort_by_key(|span| std::cmp::Reverse(length(span)));
    spans
}

/// The blocks of a cell as one line; Markdown knows no blocks there.
pub(super) fn cell_line(cell: &Node) -> Vec<Node> {
    let mut line = Line::default();
    for part in &cell.content {
        if !line.is_empty() {
            line.push(block("hardBreak", Vec::new()));
        }
        if part.is_inline() {
            line.push(part.clone());
        } else if part.content.iter().all(Node::is_inline) {
            part.content.iter().for_each(|node| line.push(node.clone()));
        } else {
            for (number, words) in crate::plain_text(part).lines().enumerate() {
                if number > 0 {
                    line.push(block("hardBreak", Vec::new()));
                }
                line.text(words, &[]);
            }
        }
    }
    line.finish()
}
