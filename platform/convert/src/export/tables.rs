//! A table as a grid: office files want each place of it named, also those that a larger cell covers.

use super::number;
use richtext::Node;

/// Wider tables are cut; no paper shows them.
const COLUMNS_MAX: usize = 60;

pub(super) struct Grid<'a> {
    pub columns: usize,
    pub rows: Vec<Row<'a>>,
}

pub(super) struct Row<'a> {
    pub places: Vec<Place<'a>>,
    /// All its cells are headings, so that it is repeated on each page.
    pub is_header: bool,
}

pub(super) enum Place<'a> {
    Cell {
        node: &'a Node,
        columns: usize,
        rows: usize,
    },
    /// Covered by a cell that began in a row above; so many columns of it.
    Below {
        columns: usize,
    },
}

pub(super) fn grid(table: &Node) -> Grid<'_> {
    // For each column how many rows below it is still covered, and how wide the covering cell is.
    let mut covered: Vec<(usize, usize)> = vec![(0, 0); COLUMNS_MAX];
    let mut columns = 1;
    let mut rows = Vec::new();
    for row in table.content.iter().filter(|row| row.kind == "tableRow") {
        let mut places = Vec::new();
        let mut column = 0;
        let mut cells = row.content.iter();
        loop {
            while let Some((left, width)) = covered.get_mut(column).filter(|(left, _)| *left > 0) {
                *left -= 1;
                let width = (*width).max(1);
                places.push(Place::Below { columns: width });
                column += width;
            }
            let Some(node) = cells.next().filter(|_| column < COLUMNS_MAX) else { break };
            let width = number(node, "colspan").unwrap_or(1).clamp(1, COLUMNS_MAX - column);
            let height = number(node, "rowspan").unwrap_or(1).clamp(1, 1000);
            covered[column] = (height - 1, width);
            places.push(Place::Cell { node, columns: width, rows: height });
            column += width;
        }
        columns = columns.max(column);
        let is_header = !row.content.is_empty() && row.content.iter().all(|cell| cell.kind == "tableHeader");
        rows.push(Row { places, is_header });
    }
    Grid { columns, rows }
}
