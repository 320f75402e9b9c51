//! A file as entries: a line, and the indented lines that belong to it.

/// Longer lines are wrong; a text goes on in the next line, indented.
pub const LINE_MAX_CHARS: usize = 400;

/// A line that begins at the left edge, with what follows indented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Counted from 1.
    pub line: usize,
    pub text: String,
    /// The indented lines after it, joined by blanks.
    pub more: String,
    pub more_line: usize,
}

impl Entry {
    /// The line and what continues it, as one text.
    pub fn joined(&self) -> String {
        if self.more.is_empty() { self.text.clone() } else { format!("{} {}", self.text, self.more) }
    }

    /// What follows `marker` at the beginning of the line, trimmed.
    pub fn after(&self, marker: &str) -> Option<&str> {
        self.text.strip_prefix(marker).map(str::trim)
    }

    /// Of `name: value` the value with what continues it.
    pub fn field(&self, name: &str) -> Option<String> {
        let value = self.text.strip_prefix(name)?.strip_prefix(':')?.trim();
        let joined = if self.more.is_empty() { value.to_owned() } else { format!("{value} {}", self.more) };
        Some(joined.trim().to_owned())
    }
}

/// The entries of a file; empty lines and those that begin with `//` are left out. Lines that are too long
/// or indented without an entry before them are answered as the second.
pub fn entries(text: &str) -> (Vec<Entry>, Vec<(usize, &'static str)>) {
    let (mut entries, mut wrong): (Vec<Entry>, _) = (Vec::new(), Vec::new());
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let number = number + 1;
        let content = line.trim();
        if content.is_empty() || content.starts_with("//") {
            continue;
        }
        if content.chars().count() > LINE_MAX_CHARS {
            wrong.push((number, "learning-script-line-long"));
        }
        if content.contains(|it: char| it.is_control() && it != '\t') {
            wrong.push((number, "learning-script-control"));
        }
        let indented = line.starts_with([' ', '\t']);
        match entries.last_mut() {
            Some(entry) if indented => {
                if entry.more.is_empty() {
                    entry.more_line = number;
                } else {
                    entry.more.push(' ');
                }
                entry.more.push_str(content);
            }
            None if indented => wrong.push((number, "learning-script-indented")),
            _ => entries.push(Entry {
                line: number,
                text: content.to_owned(),
                more: String::new(),
                more_line: number,
            }),
        }
    }
    (entries, wrong)
}
