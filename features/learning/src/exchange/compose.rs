//! A course around questions that came alone: a plan, a short talk, and a chapter for each game that is
//! needed to play them.

use kernel::Locale;

use crate::script::{Files, Kind, Question};

/// Questions of one round of such a course.
const DEALT: usize = 10;

fn game(kind: Kind) -> &'static str {
    match kind {
        Kind::Single | Kind::Multiple | Kind::Mark => "schiessbude",
        Kind::Order => "reihenfolge",
        Kind::Sort => "postverteiler",
        Kind::Pairs => "aktenpaare",
        Kind::Cloze | Kind::Talk => "kundengespraech",
    }
}

/// The files of a course with these questions.
pub(crate) fn compose(key: &str, title: &str, questions: Vec<Question>, locale: Locale) -> Files {
    let mut parts: Vec<(&'static str, Vec<Question>)> = Vec::new();
    for question in questions {
        let game = game(question.kind);
        match parts.iter_mut().find(|(it, _)| *it == game) {
            Some((_, part)) => part.push(question),
            None => parts.push((game, vec![question])),
        }
    }
    let language = locale.code();
    let mut plan =
        format!("key = \"{key}\"\nversion = \"1\"\nlicence = \"\"\nlanguages = [\"{language}\"]\n");
    let mut files = Files::new();
    for (game, part) in parts {
        let deal = part.len().min(DEALT);
        plan.push_str(&format!("\n[[chapter]]\nkey = \"{game}\"\ngame = \"{game}\"\ndeal = {deal}\n"));
        let talk = locale.t("learning-imported-talk");
        files.insert(
            format!("{language}/{game}/talk.txt"),
            format!("# {title}\n\nFrank (bright, wave): {talk}\n"),
        );
        files.insert(format!("{language}/{game}/questions.txt"), written(&part, locale));
    }
    files.insert(format!("{language}/course.md"), format!("# {title}\n"));
    files.insert("course.toml".to_owned(), plan);
    files
}

/// The questions in the format of courses.
fn written(questions: &[Question], locale: Locale) -> String {
    let mut text = String::new();
    for (number, question) in (1..).zip(questions) {
        text.push_str(&format!("[{}] q{number}\nprompt: {}\n", question.kind.word(), question.prompt));
        if let Some(says) = &question.says {
            text.push_str(&format!("says: {says}\n"));
        }
        for (at, option) in question.options.iter().enumerate() {
            let why = match option.why.as_str() {
                "" if question.kind == Kind::Pairs || !option.right => locale.t("learning-imported-why"),
                why => why.to_owned(),
            };
            let line = match question.kind {
                Kind::Pairs => {
                    let target = question.targets.get(at).map_or("", |it| it.text.as_str());
                    format!("= {} | {target}\n", option.text.replace('|', "/"))
                }
                _ => format!("{} {}\n", if option.right { '+' } else { '-' }, option.text),
            };
            text.push_str(&line);
            if !why.is_empty() {
                text.push_str(&format!("  {why}\n"));
            }
        }
        if let Some(done) = &question.done {
            text.push_str(&format!("done: {done}\n"));
        }
        text.push('\n');
    }
    text
}
