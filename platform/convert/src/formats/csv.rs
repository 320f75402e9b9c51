//! Tables as text: the separator is the one that divides the first lines most evenly.

use super::text;
use crate::failure::Failure;
use crate::limits::{SHEET_COLUMNS_MAX, SHEET_ROWS_MAX};
use crate::paper::Paper;
use std::path::Path;

pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<(), Failure> {
    let source = text::of_file(path)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&source))
        .from_reader(source.as_bytes());
    paper.open("table");
    for (row, record) in reader.records().flatten().enumerate() {
        if paper.is_full() {
            break;
        }
        if row >= SHEET_ROWS_MAX || paper.is_html_full() {
            paper.only_text(&record.iter().collect::<Vec<_>>().join("\t"));
            continue;
        }
        let tag = if row == 0 { "th" } else { "td" };
        paper.open("tr");
        for cell in record.iter().take(SHEET_COLUMNS_MAX) {
            paper.open(tag);
            paper.words(cell);
            paper.close(tag);
        }
        paper.close("tr");
    }
    paper.close("table");
    Ok(())
}

fn separator(source: &str) -> u8 {
    let lines: Vec<&str> = source.lines().filter(|line| !line.trim().is_empty()).take(10).collect();
    let score = |separator: &u8| {
        let counts = lines.iter().map(|line| outside_quotes(line, *separator));
        // A letter that stands in every line divides it; one that stands often in some is a part of the
        // words.
        (counts.clone().min().unwrap_or(0), counts.sum::<usize>())
    };
    [b',', b'\t', b'|', b';'].into_iter().max_by_key(score).unwrap_or(b',')
}

fn outside_quotes(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    let mut found = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            byte if byte == separator && !quoted => found += 1,
            _ => {}
        }
    }
    found
}
