//! Text in whatever encoding: UTF-8, UTF-16 with or without its mark, and otherwise Windows-1252, which every
//! byte is.

use crate::failure::{Failure, unexpected};
use crate::limits::{TEXT_FILE_MAX_BYTES, TEXT_MAX_BYTES};
use crate::paper::{Block, Paper, is_kept};
use richtext::Node;
use std::io::Read;
use std::path::Path;

/// The whole file as text. Errors: `TooLarge`.
pub(crate) fn of_file(path: &Path) -> Result<String, Failure> {
    Ok(decode(&bytes_of(path)?))
}

pub(crate) fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    let file = std::fs::File::open(path).map_err(unexpected)?;
    let mut bytes = Vec::new();
    file.take(TEXT_FILE_MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unexpected)?;
    if bytes.len() as u64 > TEXT_FILE_MAX_BYTES { Err(Failure::TooLarge) } else { Ok(bytes) }
}

pub(crate) fn decode(bytes: &[u8]) -> String {
    let text = if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
    } else if let Some(encoding) = utf_16(bytes) {
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    } else {
        match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        }
    };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().all(is_kept) { text } else { text.chars().filter(|letter| is_kept(*letter)).collect() }
}

/// European text in UTF-16 has a null in every second place.
fn utf_16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..1024).unwrap_or(bytes);
    if head.len() < 4 {
        return None;
    }
    let nulls = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (nulls(0), nulls(1), head.len() / 2);
    if odd * 10 > half * 7 && even * 10 < half {
        Some(encoding_rs::UTF_16LE)
    } else if even * 10 > half * 7 && odd * 10 < half {
        Some(encoding_rs::UTF_16BE)
    } else {
        None
    }
}

pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<(), Failure> {
    let text = of_file(path)?;
    paper.paragraph(Block::Code);
    for (number, line) in text.lines().enumerate() {
        if paper.is_full() {
            break;
        }
        if number > 0 {
            paper.line();
        }
        paper.words(line);
    }
    paper.end_blocks();
    Ok(())
}

/// Paragraphs are what an empty line separates; a single line break is one in the page, too.
pub(crate) fn as_page(text: &str) -> Node {
    let kind = |kind: &str| Node { kind: kind.to_owned(), ..Node::default() };
    let kept = &text[..text.floor_char_boundary(TEXT_MAX_BYTES)];
    let mut doc = kind("doc");
    for block in kept.split("\n\n") {
        let mut paragraph = kind("paragraph");
        for line in block.trim_matches('\n').split('\n') {
            if !paragraph.content.is_empty() {
                paragraph.content.push(kind("hardBreak"));
            }
            if !line.trim().is_empty() {
                paragraph.content.push(Node { text: Some(line.trim_end().to_owned()), ..kind("text") });
            }
        }
        if paragraph.content.iter().any(|node| node.text.is_some()) {
            doc.content.push(paragraph);
        }
    }
    if doc.content.is_empty() {
        doc.content.push(kind("paragraph"));
    }
    doc
}
