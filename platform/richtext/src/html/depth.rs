//! Keeping HTML from costing too much: the parser's time grows with the square of how deep elements lie.

use std::borrow::Cow;
use std::collections::HashMap;

/// Far deeper than people's pages, and still parsed in a moment.
const OPEN_ELEMENTS_MAX: usize = 500;

/// Elements that close by themselves, so that leaving them open nests nothing.
const CLOSED: [&str; 32] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup",
    "caption", "rp", "rt", "html", "head", "body",
];

/// The HTML itself if it is shallow, else without drawings and scripts, else without any elements.
pub(super) fn shallow(html: &str) -> Cow<'_, str> {
    if is_shallow(html) {
        return Cow::Borrowed(html);
    }
    let plain =
        ["svg", "math", "script", "style"].iter().fold(html.to_owned(), |html, name| without(&html, name));
    if is_shallow(&plain) { Cow::Owned(plain) } else { Cow::Owned(words(html)) }
}

/// Counts what is open by name. An end without a beginning counts for nothing, so the sum is never too low
/// by more than what tables and the like shut in, and these are counted themselves.
fn is_shallow(html: &str) -> bool {
    let mut open: HashMap<String, usize> = HashMap::new();
    let mut sum = 0_usize;
    for (at, _) in html.match_indices('<') {
        let (ends, rest) = match html[at + 1..].strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, &html[at + 1..]),
        };
        let name = tag_name(rest);
        if name.is_empty() || CLOSED.contains(&name.as_str()) {
            continue;
        }
        let count = open.entry(name).or_default();
        if !ends {
            *count += 1;
            sum += 1;
        } else if *count > 0 {
            *count -= 1;
            sum -= 1;
        }
        if sum > OPEN_ELEMENTS_MAX {
            return false;
        }
    }
    true
}

fn tag_name(rest: &str) -> String {
    let end = rest
        .find(|letter: char| letter.is_ascii_whitespace() || "/><".contains(letter))
        .unwrap_or(rest.len());
    let name = rest.get(..end.min(40)).unwrap_or_default();
    if name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        name.to_ascii_lowercase()
    } else {
        String::new()
    }
}

fn without(html: &str, name: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let (start, end) = (format!("<{name}"), format!("</{name}"));
    let mut out = String::new();
    let mut copied = 0;
    while let Some(at) = lower[copied..].find(&start).map(|at| copied + at) {
        out.push_str(&html[copied..at]);
        match lower[at..].find(&end) {
            Some(length) => copied = at + length + end.len(),
            None => return out,
        }
        copied += lower[copied..].find('>').map_or(lower.len() - copied, |length| length + 1);
    }
    out.push_str(&html[copied..]);
    out
}

fn words(html: &str) -> String {
    let mut out = String::new();
    let mut within = false;
    for letter in html.chars() {
        match letter {
            '<' => within = true,
            '>' if within => {
                within = false;
                out.push(' ');
            }
            other if !within => out.push(other),
            _ => {}
        }
    }
    out
}
