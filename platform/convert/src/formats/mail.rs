//! A mail as a file (`.eml`): subject, people, body, and the names of what was attached.

use super::{html, text};
use crate::failure::Failure;
use crate::limits::PARTS_MAX;
use crate::paper::{Block, Looks, Paper};
use mail_parser::{Address, Message, MessageParser, MimeHeaders, PartType};
use std::path::Path;

pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<(), Failure> {
    let bytes = text::bytes_of(path)?;
    let message = MessageParser::default().parse(&bytes).ok_or(Failure::Broken)?;
    head(&message, paper);
    body(&message, paper);
    let attached = message.attachments().filter_map(MimeHeaders::attachment_name);
    for name in attached.take(PARTS_MAX) {
        paper.say(Block::Item { level: 0, numbered: false }, name);
    }
    paper.end_blocks();
    Ok(())
}

fn head(message: &Message, paper: &mut Paper) {
    if let Some(subject) = message.subject() {
        paper.say(Block::Heading(2), subject);
    }
    if let Some(from) = message.from() {
        paper.paragraph(Block::Plain);
        paper.styled(&people(from), &Looks { bold: true, ..Looks::default() });
        paper.end_paragraph();
    }
    for address in [message.to(), message.cc()].into_iter().flatten() {
        paper.say(Block::Plain, &format!("→ {}", people(address)));
    }
    if let Some(date) = message.date() {
        paper.say(
            Block::Plain,
            &format!(
                "{:04}-{:02}-{:02} {:02}:{:02}",
                date.year, date.month, date.day, date.hour, date.minute
            ),
        );
    }
}

fn people(address: &Address) -> String {
    let one = |person: &mail_parser::Addr| match (person.name(), person.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.or(address).unwrap_or_default().to_owned(),
    };
    address.iter().take(PARTS_MAX).map(one).collect::<Vec<_>>().join(", ")
}

/// The parts that a mail program would show, HTML where there is no text.
fn body(message: &Message, paper: &mut Paper) {
    for part in message.text_bodies().take(PARTS_MAX) {
        match &part.body {
            PartType::Html(source) => {
                paper.end_blocks();
                paper.only_text(&html::as_text(source));
                paper.only_html(&html::clean_without_pictures(source));
            }
            PartType::Text(words) => {
                for block in words.replace("\r\n", "\n").split("\n\n") {
                    paragraph(block.trim_matches('\n'), paper);
                }
            }
            _ => {}
        }
    }
}

fn paragraph(block: &str, paper: &mut Paper) {
    if block.trim().is_empty() {
        return;
    }
    paper.paragraph(Block::Plain);
    for (number, line) in block.lines().enumerate() {
        if number > 0 {
            paper.line();
        }
        paper.words(line);
    }
    paper.end_paragraph();
}
