//! What a new course and a new chapter begin with: few lines that pass the check, and say how it goes on.

use kernel::Locale;

use crate::script::Files;

const COURSE: &str = include_str!("starter/course.toml");

/// The words of a language, by the name of the file.
struct Words {
    course: &'static str,
    talk: &'static str,
    task: &'static str,
    summary: &'static str,
    choice: &'static str,
    order: &'static str,
    sort: &'static str,
    talks: &'static str,
    pairs: &'static str,
}

const DE: Words = Words {
    course: include_str!("starter/de/course.md"),
    talk: include_str!("starter/de/talk.txt"),
    task: include_str!("starter/de/task.md"),
    summary: include_str!("starter/de/summary.md"),
    choice: include_str!("starter/de/choice.txt"),
    order: include_str!("starter/de/order.txt"),
    sort: include_str!("starter/de/sort.txt"),
    talks: include_str!("starter/de/talks.txt"),
    pairs: include_str!("starter/de/pairs.txt"),
};

const EN: Words = Words {
    course: include_str!("starter/en/course.md"),
    talk: include_str!("starter/en/talk.txt"),
    task: include_str!("starter/en/task.md"),
    summary: include_str!("starter/en/summary.md"),
    choice: include_str!("starter/en/choice.txt"),
    order: include_str!("starter/en/order.txt"),
    sort: include_str!("starter/en/sort.txt"),
    talks: include_str!("starter/en/talks.txt"),
    pairs: include_str!("starter/en/pairs.txt"),
};

/// The games that a chapter can be given, in the order in which they are offered.
pub(crate) const GAMES: [&str; 6] =
    ["schiessbude", "aufzug", "reihenfolge", "postverteiler", "kundengespraech", "aktenpaare"];

fn words(locale: Locale) -> &'static Words {
    if locale == Locale::De { &DE } else { &EN }
}

fn questions(words: &Words, game: &str) -> &'static str {
    match game {
        "reihenfolge" => words.order,
        "postverteiler" => words.sort,
        "kundengespraech" => words.talks,
        "aktenpaare" => words.pairs,
        _ => words.choice,
    }
}

/// The files of a course in one language with one chapter.
pub(crate) fn course(key: &str, title: &str, locale: Locale) -> Files {
    let mut files = Files::new();
    let chapter = locale.t("learning-author-first-key");
    let plan = COURSE
        .replace("{plan}", &locale.t("learning-author-plan-note"))
        .replace("{note}", &format!("# {}", locale.t("learning-author-chapter-note")))
        .replace("{key}", key)
        .replace("{language}", locale.code())
        .replace("{chapter}", &chapter);
    files.insert("course.toml".to_owned(), plan);
    files.insert(format!("{}/course.md", locale.code()), words(locale).course.replace("{title}", title));
    add_chapter(&mut files, &[locale], &chapter, "schiessbude", title);
    files
}

/// The files of a chapter in each language. The shape is that of the first, so that the languages agree.
pub(crate) fn add_chapter(files: &mut Files, languages: &[Locale], key: &str, game: &str, title: &str) {
    let Some(first) = languages.first() else { return };
    let shape = words(*first);
    for language in languages {
        let own = words(*language);
        // Keys and labels are the same in all languages; another language begins with the words of the first.
        let folder = format!("{}/{key}", language.code());
        files.insert(format!("{folder}/talk.txt"), shape.talk.replace("{title}", title));
        files.insert(format!("{folder}/questions.txt"), questions(shape, game).to_owned());
        files.insert(format!("{folder}/task.md"), own.task.to_owned());
        files.insert(format!("{folder}/summary.md"), own.summary.replace("{title}", title));
    }
}
