//! The whole way: a job is given away, and its answer comes back.

use super::fixture;
use crate::limits::CHILDREN_MAX;
use crate::{Converter, Failure, Status, Target};
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

#[tokio::test]
async fn a_file_gives_text_html_and_a_picture() {
    let scratch = tempfile::tempdir().unwrap();
    let converter = Converter::in_process(scratch.path().to_owned());
    let file = fixture("notiz.md", b"# Umzug\n\nam 3. Mai");
    let reading = converter.read(&file.path, file.media_type(), &file.name).await.unwrap();
    assert_eq!(reading.text, Status::Done("# Umzug\n\nam 3. Mai".to_owned()));
    assert_eq!(reading.html.as_deref(), Some("<h1>Umzug</h1>\n<p>am 3. Mai</p>\n"));
    assert!(matches!(reading.thumbnail, Status::Done(png) if png.starts_with(b"\x89PNG")));
    assert_eq!(converter.picture(&file.path, file.media_type(), 2).await, Ok(None));
    let page = converter.to_page(&file.path, file.media_type(), &file.name).await.unwrap();
    let pdf = converter.export(&page.doc, "Umzug", "de", HashMap::new(), Target::Pdf).await.unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0, "nothing is left behind");
}

#[tokio::test]
async fn what_has_no_words_has_none_and_what_is_broken_failed() {
    let scratch = tempfile::tempdir().unwrap();
    let converter = Converter::in_process(scratch.path().to_owned());
    let zip = fixture("a.zip", &super::zip_of(&[("a.txt", "a")]));
    let reading = converter.read(&zip.path, zip.media_type(), &zip.name).await.unwrap();
    assert_eq!((reading.text, reading.thumbnail), (Status::None, Status::None));
    let pdf = fixture("a.pdf", b"%PDF-1.7 rubbish");
    let reading = converter.read(&pdf.path, pdf.media_type(), &pdf.name).await.unwrap();
    assert_eq!((reading.text, reading.thumbnail), (Status::Failed, Status::Failed));
}

#[tokio::test]
async fn a_child_that_dies_is_a_failure_and_no_error_of_ours() {
    let scratch = tempfile::tempdir().unwrap();
    let converter = Converter::new(PathBuf::from("/bin/false"), scratch.path().to_owned());
    let file = fixture("a.txt", b"a");
    let reading = converter.read(&file.path, file.media_type(), &file.name).await.unwrap();
    assert_eq!((reading.text, reading.thumbnail), (Status::Failed, Status::Failed));
    assert_eq!(converter.avatar(Vec::new(), 64).await, Err(Failure::Broken));
}

#[tokio::test]
async fn whoever_finds_no_place_is_told_so_and_the_file_is_not_blamed() {
    let scratch = tempfile::tempdir().unwrap();
    let mut converter = Converter::in_process(scratch.path().to_owned());
    converter.patience = (Duration::ZERO, Duration::ZERO);
    let file = fixture("notiz.md", b"# Umzug");
    let places = u32::try_from(CHILDREN_MAX).unwrap();
    let all = converter.permits.clone().acquire_many_owned(places).await.unwrap();
    assert_eq!(converter.picture(&file.path, file.media_type(), 1).await, Err(Failure::Busy));
    let read = converter.read(&file.path, file.media_type(), &file.name).await;
    assert_eq!(read.err(), Some(Failure::Busy));
    drop(all);
    assert!(matches!(converter.picture(&file.path, file.media_type(), 1).await, Ok(Some(_))));
}

#[test]
fn no_page_is_asked_for_that_cannot_be_there() {
    let check = |media_type, known, expected| assert_eq!(Converter::pages_max(media_type, known), expected);
    check("application/pdf", Some(300), 300);
    check("application/pdf", None, 1);
    check("image/png", None, 1);
    check("video/mp4", None, 0);
    check("text/markdown", None, 40);
    check("application/vnd.openxmlformats-officedocument.presentationml.presentation", Some(7), 7);
}
