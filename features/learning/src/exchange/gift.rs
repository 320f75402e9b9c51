//! GIFT, as Moodle reads it: choice, true or false, short answer, gap, matching and numbers.
//!
//! Source: <https://docs.moodle.org/en/GIFT_format>. What no game can grade (essays, descriptions) is named
//! with its line.

use crate::script::fault::Faults;
use crate::script::{Choice, Kind, Question, Target};

/// Reads a file; what is wrong goes to `faults`, with its line.
pub(crate) fn parse(text: &str, faults: &mut Faults) -> Vec<Question> {
    let mut questions = Vec::new();
    for (line, block) in blocks(text) {
        match question(&block, line) {
            Ok(question) => questions.push(question),
            Err(key) => faults.add("", line, key),
        }
    }
    questions
}

/// Questions are parted by empty lines; those in braces part nothing. Comments and categories are left out.
fn blocks(text: &str) -> Vec<(usize, String)> {
    let (mut blocks, mut block, mut begin, mut depth) = (Vec::new(), String::new(), 0, 0_i32);
    let mut has_closed = false;
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let bare = line.trim();
        if bare.starts_with("//") || (depth == 0 && bare.starts_with("$CATEGORY:")) {
            continue;
        }
        // An empty line ends even a question whose brace was forgotten.
        if bare.is_empty() && (depth <= 0 || !has_closed) {
            if !block.is_empty() {
                blocks.push((begin, std::mem::take(&mut block)));
            }
            (depth, has_closed) = (0, false);
            continue;
        }
        if block.is_empty() {
            begin = number;
        } else {
            block.push('\n');
        }
        block.push_str(line);
        has_closed |= line.contains('}');
        depth += count(line, '{') - count(line, '}');
    }
    if !block.is_empty() {
        blocks.push((begin, block));
    }
    blocks
}

/// How often the sign stands there without a backslash before it.
fn count(line: &str, sign: char) -> i32 {
    let mut escaped = false;
    let mut found = 0;
    for it in line.chars() {
        if it == sign && !escaped {
            found += 1;
        }
        escaped = it == '\\' && !escaped;
    }
    found
}

fn question(block: &str, line: usize) -> Result<Question, &'static str> {
    let text = block.trim();
    let text = match text.strip_prefix("::").and_then(|it| it.split_once("::")) {
        Some((_title, rest)) => rest.trim(),
        None => text,
    };
    let text = without_format(text);
    let Some(begin) = find(text, '{') else {
        return Err(if find(text, '}').is_some() {
            "learning-gift-brace"
        } else {
            "learning-gift-description"
        });
    };
    let (before, rest) = text.split_at(begin);
    let rest = &rest[1..];
    let Some(end) = find(rest, '}') else { return Err("learning-gift-brace") };
    let (answers, after) = (rest[..end].trim(), rest[end + 1..].trim());
    if find(answers, '{').is_some() || find(after, '{').is_some() {
        return Err("learning-gift-brace");
    }
    let prompt = match (plain(before), plain(after)) {
        (before, after) if after.is_empty() => before,
        (before, after) => format!("{before} ___ {after}"),
    };
    let (answers, done) = match answers.split_once("####") {
        Some((answers, done)) => (answers.trim(), Some(plain(done))),
        None => (answers, None),
    };
    let mut question = answered(answers, prompt, line)?;
    question.done = done.filter(|it| !it.is_empty());
    Ok(question)
}

fn answered(answers: &str, prompt: String, line: usize) -> Result<Question, &'static str> {
    if prompt.is_empty() {
        return Err("learning-script-no-prompt");
    }
    if answers.is_empty() {
        return Err("learning-gift-essay");
    }
    if let Some(question) = truth(answers, &prompt, line) {
        return Ok(question);
    }
    if let Some(number) = answers.strip_prefix('#') {
        return numbers(number, &prompt, line);
    }
    let options = options(answers)?;
    if options.iter().any(|it| it.text.contains("->")) {
        return pairs(&options, &prompt, line);
    }
    let right = options.iter().filter(|it| it.right).count();
    if right == options.len() && options.iter().all(|it| it.equals) {
        return Ok(gap(&options, prompt, line));
    }
    if right == 0 {
        return Err("learning-gift-no-right");
    }
    let kind = if right == 1 { Kind::Single } else { Kind::Multiple };
    let mut question = Question::begin(kind, "", &prompt, line);
    question.options = options.iter().map(|it| Choice::new(&plain(&it.text), it.right, &it.why)).collect();
    Ok(question)
}

/// `T`, `FALSE#said when wrong#said when right`.
fn truth(answers: &str, prompt: &str, line: usize) -> Option<Question> {
    let mut parts = answers.split('#').map(str::trim);
    let is_true = match parts.next()?.to_uppercase().as_str() {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return None,
    };
    let (wrong, right) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let why = |it: bool| plain(if it == is_true { right } else { wrong });
    let mut question = Question::begin(Kind::Single, "", prompt, line);
    question.options = vec![Choice::new("✓", is_true, &why(true)), Choice::new("✗", !is_true, &why(false))];
    Some(question)
}

/// `2:0` or `1..3`: only exact numbers can be typed in.
fn numbers(text: &str, prompt: &str, line: usize) -> Result<Question, &'static str> {
    let text = text.split('#').next().unwrap_or_default().trim().trim_start_matches('=');
    let (value, tolerance) = text.split_once(':').unwrap_or((text, "0"));
    let exact = tolerance.trim().parse::<f64>() == Ok(0.0) && value.trim().parse::<f64>().is_ok();
    if !exact {
        return Err("learning-gift-number");
    }
    let mut question = Question::begin(Kind::Cloze, "", prompt, line);
    question.says = Some("___".to_owned());
    question.options = vec![Choice::new(value.trim(), true, "")];
    Ok(question)
}

struct Answer {
    text: String,
    right: bool,
    /// Written with `=` and not with a weight.
    equals: bool,
    why: String,
}

fn options(answers: &str) -> Result<Vec<Answer>, &'static str> {
    let mut found: Vec<(char, String)> = Vec::new();
    let mut escaped = false;
    for it in answers.chars() {
        match (it, found.last_mut()) {
            ('=' | '~', _) if !escaped => found.push((it, String::new())),
            (_, Some((_, text))) => text.push(it),
            (_, None) if it.is_whitespace() => {}
            (_, None) => return Err("learning-gift-answer"),
        }
        escaped = it == '\\' && !escaped;
    }
    let read = |(sign, text): (char, String)| {
        let (text, why) = match find(&text, '#') {
            Some(at) => (text[..at].to_owned(), plain(&text[at + 1..])),
            None => (text, String::new()),
        };
        let weighed = text.trim().strip_prefix('%').and_then(|it| it.split_once('%'));
        let (right, text) = match weighed {
            Some((weight, text)) => (weight.trim().parse::<f64>().is_ok_and(|it| it > 0.0), text.to_owned()),
            None => (sign == '=', text),
        };
        Answer { text, right, equals: sign == '=', why }
    };
    Ok(found.into_iter().map(read).collect())
}

fn pairs(options: &[Answer], prompt: &str, line: usize) -> Result<Question, &'static str> {
    let mut question = Question::begin(Kind::Pairs, "", prompt, line);
    for (at, option) in options.iter().enumerate() {
        let (left, right) = option.text.split_once("->").ok_or("learning-gift-pair")?;
        question.targets.push(Target { text: plain(right), wall: None });
        question.options.push(Choice { target: Some(at), ..Choice::new(&plain(left), true, &option.why) });
    }
    if question.options.len() < 2 || question.options.iter().any(|it| it.text.is_empty()) {
        return Err("learning-gift-pair");
    }
    Ok(question)
}

fn gap(options: &[Answer], prompt: String, line: usize) -> Question {
    let mut question = Question::begin(Kind::Cloze, "", &prompt, line);
    question.says = Some(if prompt.contains("___") { prompt } else { "___".to_owned() });
    question.options = options.iter().map(|it| Choice::new(&plain(&it.text), true, &it.why)).collect();
    question
}

/// Where the sign stands without a backslash before it.
fn find(text: &str, sign: char) -> Option<usize> {
    let mut escaped = false;
    for (at, it) in text.char_indices() {
        if it == sign && !escaped {
            return Some(at);
        }
        escaped = it == '\\' && !escaped;
    }
    None
}

fn without_format(text: &str) -> &str {
    let formats = ["[html]", "[markdown]", "[plain]", "[moodle]"];
    formats.iter().find_map(|it| text.strip_prefix(it)).unwrap_or(text).trim()
}

/// Without backslashes, tags and line breaks.
fn plain(text: &str) -> String {
    let (mut plain, mut escaped, mut tag) = (String::new(), false, false);
    let text = without_format(text.trim());
    let tagged = text.contains("</");
    for it in text.chars() {
        match it {
            '\\' if !escaped => escaped = true,
            'n' if escaped => plain.push(' '),
            '<' if tagged && !escaped => tag = true,
            '>' if tag => tag = false,
            _ if tag => {}
            _ => plain.push(it),
        }
        escaped = escaped && it == '\\';
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
