//! The workbooks that are not XML: `.xls` and `.xlsb`.

use crate::failure::{Failure, broken, unexpected};
use crate::limits::{PARTS_MAX, SHEET_COLUMNS_MAX, SHEET_ROWS_MAX};
use crate::paper::{Block, Paper};
use calamine::{Data, Reader};
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<(), Failure> {
    // Each of the kinds that are tried reads the same bytes.
    let bytes: Arc<[u8]> = std::fs::read(path).map_err(unexpected)?.into();
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(cause)?;
    for name in book.sheet_names().into_iter().take(PARTS_MAX) {
        let Ok(cells) = book.worksheet_range(&name) else { continue };
        paper.end_blocks();
        paper.open("section");
        paper.say(Block::Heading(2), &name);
        paper.open("table");
        for (row, line) in cells.rows().enumerate() {
            if paper.is_full() {
                break;
            }
            write_row(row, line, paper);
        }
        paper.close("table");
        paper.close("section");
    }
    Ok(())
}

fn cause(error: calamine::Error) -> Failure {
    match error {
        calamine::Error::Xls(calamine::XlsError::Password)
        | calamine::Error::Xlsb(calamine::XlsbError::Password) => Failure::Protected,
        error => broken(error),
    }
}

fn write_row(row: usize, line: &[Data], paper: &mut Paper) {
    let used = line.iter().rposition(|cell| *cell != Data::Empty).map_or(0, |last| last + 1);
    if used == 0 {
        return;
    }
    let line = &line[..used.min(SHEET_COLUMNS_MAX)];
    if row >= SHEET_ROWS_MAX || paper.is_html_full() {
        paper.only_text(&line.iter().map(shown).collect::<Vec<_>>().join("\t"));
        return;
    }
    paper.open("tr");
    for cell in line {
        paper.open("td");
        paper.words(&shown(cell));
        paper.close("td");
    }
    paper.close("tr");
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::DateTime(date) => super::sheet::date(date.as_f64(), false),
        cell => cell.to_string(),
    }
}
