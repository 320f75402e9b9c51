use axum::http::header::IF_MATCH;
use axum::http::{HeaderMap, HeaderValue};
use kernel::Error;
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::condition::Condition;
use super::name;
use super::serve::{Wanted, disposition, wanted};

fn check_name(sent: &str, expected: Result<&str, &str>) {
    let found = name::file_name(sent).map_err(|error| match error {
        Error::Invalid { field, .. } => field.to_owned(),
        other => other.to_string(),
    });
    assert_eq!(found.as_deref().map_err(String::as_str), expected, "{sent:?}");
}

#[test]
fn a_name_is_the_last_part_composed_and_trimmed() {
    check_name("Prüfbericht für Größe 12.txt", Ok("Prüfbericht für Größe 12.txt"));
    check_name("U\u{308}bergabe.txt", Ok("Übergabe.txt"));
    check_name("../../etc/passwd", Ok("passwd"));
    check_name(r"C:\fakepath\Plan.pdf", Ok("Plan.pdf"));
    check_name("CON.txt", Ok("CON.txt"));
    check_name("  📎 Anlage.txt ", Ok("📎 Anlage.txt"));
}

#[test]
fn a_name_that_says_nothing_or_breaks_a_line_is_refused() {
    for sent in ["", "..", " . ", "a/", "zeile\numbruch.txt", "\u{202e}fdp.exe", &"ä".repeat(128)] {
        check_name(sent, Err("file"));
    }
    check_name(&"a".repeat(255), Ok(&"a".repeat(255)));
}

#[test]
fn a_title_is_made_of_the_name() {
    assert_eq!(name::title_of("Plan.pdf"), "Plan.pdf");
    assert_eq!(name::title_of(&"a".repeat(250)).chars().count(), 200);
    assert_eq!(name::stem("Plan v2.docx"), "Plan v2");
    assert_eq!(name::stem(".profile"), ".profile");
    assert_eq!(name::stem("Kap. 3 Einleitung"), "Kap. 3 Einleitung");
}

#[test]
fn folders_come_from_the_path_without_the_file() {
    assert_eq!(name::folders("Fotos/Messe/a.jpg").unwrap(), ["Fotos", "Messe"]);
    assert!(name::folders("a.jpg").unwrap().is_empty());
    assert!(name::folders("../a.jpg").is_err());
    assert!(name::folders(&"x/".repeat(13)).is_ok_and(|it| it.len() == 12));
    assert!(name::folders(&"x/".repeat(14)).is_err());
}

fn check_range(range: &str, expected: Wanted) {
    assert_eq!(wanted(range, 20), expected, "{range}");
}

#[test]
fn one_range_is_answered_and_anything_else_is_the_whole() {
    check_range("bytes=5-14", Wanted::Part(5, 15));
    check_range("bytes=5-", Wanted::Part(5, 20));
    check_range("bytes=-5", Wanted::Part(15, 20));
    check_range("bytes=-50", Wanted::Part(0, 20));
    check_range("bytes=0-999", Wanted::Part(0, 20));
    check_range("bytes=20-", Wanted::Beyond);
    check_range("bytes=-0", Wanted::Beyond);
    for nonsense in ["bytes=", "bytes=9-5", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b", "bytes=-"] {
        check_range(nonsense, Wanted::All);
    }
}

#[test]
fn a_name_goes_out_in_both_spellings() {
    assert_eq!(
        disposition("attachment", "Größe \"1\".txt"),
        "attachment; filename=\"Gr__e _1_.txt\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.txt"
    );
}

#[test]
fn a_condition_means_one_version_or_any() {
    let of = |value: &'static str| {
        let mut headers = HeaderMap::new();
        headers.insert(IF_MATCH, HeaderValue::from_static(value));
        Condition::required(&headers).unwrap()
    };
    assert!(of("\"1-ab\"").allows("\"1-ab\""));
    assert!(of("\"0-x\", \"1-ab\"").allows("\"1-ab\""));
    assert!(of("*").allows("\"1-ab\""));
    assert!(!of("W/\"1-ab\"").allows("\"1-ab\""));
    assert!(!of("\"2-ab\"").allows("\"1-ab\""));
    assert!(matches!(Condition::required(&HeaderMap::new()), Err(Error::Unconditional)));
}

proptest! {
    #[test]
    fn no_name_becomes_a_path_or_a_header_of_its_own(sent in "\\PC{0,40}") {
        if let Ok(name) = name::file_name(&sent) {
            prop_assert!(!name.contains(['/', '\\', '\n', '\r', '\0']));
            let header = disposition("attachment", &name);
            prop_assert!(HeaderValue::from_str(&header).is_ok());
            prop_assert_eq!(header.matches('"').count(), 2);
        }
    }

    #[test]
    fn a_range_lies_within_the_file(range in "bytes=[0-9]{0,3}-[0-9]{0,3}", size in 0_u64..100) {
        if let Wanted::Part(from, to) = wanted(&range, size) {
            prop_assert!(from < to && to <= size);
        }
    }
}
