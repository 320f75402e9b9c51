//! The place in a text where the words stand, with marks.

use crate::analyser::{Analyser, Asked, fold, words};

/// What is shown before the first word that was found.
const BEFORE_MAX_BYTES: usize = 60;

/// What is shown in all.
const LENGTH_MAX_BYTES: usize = 220;

/// Words looked at; what was found only behind them is shown by the beginning of the text.
const WORDS_MAX: usize = 20_000;

/// HTML: the text escaped, each word that was asked for between `<mark>` and `</mark>`, nothing else.
pub(crate) fn snippet(analyser: &Analyser, question: &[Asked], text: &str) -> String {
    let meant = |word: &str| {
        let folded = fold(word);
        question.iter().any(|it| it.may_be(&folded) && it.is_in(&analyser.forms(word)))
    };
    let first = words(text).take(WORDS_MAX).find(|(_, word)| meant(word)).map_or(0, |(at, _)| at);
    let start = boundary(text, first.saturating_sub(BEFORE_MAX_BYTES));
    let start = if start == 0 { 0 } else { text[start..first].find(' ').map_or(first, |it| start + it + 1) };
    let end = boundary(text, start + LENGTH_MAX_BYTES);
    // Between words, unless one is longer than all that is shown.
    let whole = text[start..end].rfind(char::is_whitespace).map(|it| start + it);
    let end = whole.filter(|it| end < text.len() && *it > first).unwrap_or(end);
    let piece = &text[start..end];
    let mut html = String::new();
    if start > 0 {
        html.push_str("… ");
    }
    let mut done = 0;
    for (at, word) in words(piece).filter(|(_, word)| meant(word)) {
        html.push_str(&escaped(&piece[done..at]));
        html.push_str(&format!("<mark>{}</mark>", escaped(word)));
        done = at + word.len();
    }
    html.push_str(&escaped(&piece[done..]));
    if end < text.len() {
        html.push_str(" …");
    }
    html
}

/// The text without the title that it begins with, as most documents do, some of them twice.
pub(crate) fn after_title<'a>(text: &'a str, title: &str) -> &'a str {
    let mut rest = text.trim_start();
    while let Some(after) = rest.strip_prefix(title).filter(|_| !title.is_empty()) {
        // A longer word that only begins like it is no title.
        if after.starts_with(char::is_alphanumeric) {
            break;
        }
        rest = after.trim_start_matches(|it: char| it.is_whitespace() || ".:,;–—-|".contains(it));
    }
    rest
}

/// The next place at or before `at` where a letter begins.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{after_title, snippet};
    use crate::analyser::Analyser;

    fn check(text: &str, question: &str, expected: &str) {
        let analyser = Analyser::default();
        assert_eq!(snippet(&analyser, &analyser.question(question), text), expected);
    }

    #[test]
    fn a_text_is_shown_without_its_title() {
        assert_eq!(after_title("Lastenheft\nLastenheft: Kranich XL trägt", "Lastenheft"), "Kranich XL trägt");
        assert_eq!(after_title("Lastenhefte sind lang", "Lastenheft"), "Lastenhefte sind lang");
        assert_eq!(after_title("Lastenheft", "Lastenheft"), "");
        assert_eq!(after_title(" ohne", ""), "ohne");
    }

    #[test]
    fn words_are_marked_and_everything_else_is_harmless() {
        check(
            "Der <b>Kühlschrank</b> & mehr",
            "kuhlschranke",
            "Der &lt;b&gt;<mark>Kühlschrank</mark>&lt;/b&gt; &amp; mehr",
        );
        check("nichts davon", "anderes", "nichts davon");
        check("", "x", "");
    }

    #[test]
    fn a_long_text_is_shown_around_the_first_word() {
        let text = format!("{}Deichsel{}", "viele Wörter ".repeat(50), " und noch mehr".repeat(50));
        let analyser = Analyser::default();
        let html = snippet(&analyser, &analyser.question("Deichsel"), &text);
        assert!(
            html.starts_with("… ") && html.ends_with(" …") && html.contains("<mark>Deichsel</mark>"),
            "{html}"
        );
        assert!(html.len() < 400);
        assert!(html.contains("mehr …") || html.contains("noch …") || html.contains("und …"), "{html}");
    }

    #[test]
    fn a_text_without_blanks_is_cut_between_letters() {
        let analyser = Analyser::default();
        let html = snippet(&analyser, &analyser.question("ende"), &"ü".repeat(500));
        assert!(html.ends_with("ü …") && html.len() < 300, "{html}");
    }
}
