use kernel::{Locale, locale};

use super::difference::{How, difference};
use super::{draft, starter};
use crate::script::{Course, Files};

fn small() -> Files {
    let _first_stays = locale::install(&[kernel::TEXTS, crate::TEXTS]);
    starter::course("coffee", "Coffee for all", Locale::De)
}

fn read(files: &Files) -> Course {
    Course::read(files, &|_, _| Some(true)).unwrap()
}

#[test]
fn only_names_of_course_files_are_paths() {
    for good in ["course.toml", "de/course.md", "de/anfang/packliste.md", " en/start/talk.txt "] {
        assert!(draft::path(good).is_ok(), "{good}");
    }
    let odd = ["", "../course.toml", "de//talk.txt", "/etc/talk.txt", "de/a/b/c.txt", "x.exe", "de/.md"];
    for bad in odd.into_iter().chain(["de/ä.md", "de/a b.md", "de\\talk.txt"]) {
        assert!(draft::path(bad).is_err(), "{bad}");
    }
}

#[test]
fn keys_are_plain_and_no_two_are_alike() {
    assert_eq!(draft::slug("Größe & Übermut: ein Kurs für alle"), "groesse-uebermut-ein-kurs");
    assert!(draft::key("???").starts_with("course-"));
    let title = "Donaudampfschifffahrtsgesellschaftskapitänsmütze";
    assert!(draft::key(title).len() <= 40);
    assert_ne!(draft::key(title), draft::key(title));
}

#[test]
fn a_copy_has_another_key_and_the_same_comments() {
    let copy = draft::with_key(small(), "tea", "Kopie");
    assert_eq!(read(&copy).manifest.key, "tea");
    assert_eq!(copy["course.toml"].lines().next(), small()["course.toml"].lines().next());
    assert!(copy["de/course.md"].starts_with("# Coffee for all (Kopie)\n"));
    // The key of a chapter is another one.
    assert_eq!(read(&copy).chapters[0].plan.key, read(&small()).chapters[0].plan.key);
}

#[test]
fn chapters_and_languages_come_without_a_fault() {
    let mut files = draft::with_language(small(), Locale::En).unwrap();
    assert!(draft::with_language(files.clone(), Locale::En).is_err(), "it is there");
    for game in starter::GAMES {
        files = draft::with_chapter(files, game, game, "More").unwrap();
    }
    assert_eq!(read(&files).chapters.len(), 7);
    assert!(draft::with_chapter(files.clone(), "aufzug", "aufzug", "Twice").is_err());
    assert!(draft::with_chapter(files, "new", "nonsense", "Unknown").is_err());
}

#[test]
fn the_difference_names_questions_and_parts() {
    let (old, mut files) = (read(&small()), small());
    assert_eq!(difference(Some(&old), &old), []);
    assert_eq!(difference(None, &old)[0].how, How::New);
    let questions = files.get_mut("de/anfang/questions.txt").unwrap();
    // A comment more moves all lines and changes nothing.
    *questions = format!("// Noch eine Notiz.\n{questions}");
    assert_eq!(difference(Some(&old), &read(&files)), []);
    let questions = files.get_mut("de/anfang/questions.txt").unwrap();
    *questions = questions.replace("Eine Note.", "Eine Drei minus.").replace("gute-frage", "bessere-frage");
    let changes = difference(Some(&old), &read(&files));
    let [change] = changes.as_slice() else { panic!("{changes:?}") };
    assert_eq!((change.added.len(), change.gone.len(), change.changed.len()), (1, 1, 1));
    assert!(change.parts.is_empty());
    let files = draft::with_chapter(small(), "zwei", "aufzug", "Zwei").unwrap();
    let (more, less) = (difference(Some(&old), &read(&files)), difference(Some(&read(&files)), &old));
    assert_eq!((more[0].how, less[0].how), (How::New, How::Gone));
}
