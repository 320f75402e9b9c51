//! Questions as GIFT, for other programs.

use crate::script::{Kind, Question};

/// What GIFT has no word for (orders, letters, marked passages) is left out.
pub(crate) fn write(questions: &[Question]) -> String {
    questions.iter().filter_map(one).collect()
}

fn one(question: &Question) -> Option<String> {
    let said = question.says.as_deref().filter(|it| *it != "___").map(escaped);
    let prompt = escaped(&question.prompt);
    let mut text = match said {
        Some(said) if question.kind == Kind::Cloze => format!("::{}::{said}", question.key),
        Some(said) => format!("::{}::{said} {prompt}", question.key),
        None => format!("::{}::{prompt}", question.key),
    };
    text.push_str(" {\n");
    let right = question.count();
    for (at, option) in question.options.iter().enumerate() {
        let words = escaped(&option.text);
        let line = match (question.kind, option.right) {
            (Kind::Single | Kind::Talk | Kind::Cloze, true) => format!("={words}"),
            (Kind::Single | Kind::Talk, false) => format!("~{words}"),
            (Kind::Multiple, true) => format!("~%{}%{words}", percent(right)),
            (Kind::Multiple, false) => format!("~%-100%{words}"),
            (Kind::Pairs, _) => format!("={words} -> {}", escaped(&question.targets.get(at)?.text)),
            (Kind::Cloze, false) => continue,
            _ => return None,
        };
        text.push_str("  ");
        text.push_str(&line);
        if !option.why.is_empty() && question.kind != Kind::Pairs {
            text.push('#');
            text.push_str(&escaped(&option.why));
        }
        text.push('\n');
    }
    text.push_str("}\n\n");
    Some(text)
}

fn percent(right: usize) -> String {
    match right {
        3 => "33.33333".to_owned(),
        6 => "16.66667".to_owned(),
        7 => "14.28571".to_owned(),
        count => (100 / count.max(1)).to_string(),
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for it in text.chars() {
        if matches!(it, '~' | '=' | '#' | '{' | '}' | ':' | '\\') {
            escaped.push('\\');
        }
        escaped.push(it);
    }
    escaped
}
