//! The whole way: a job is given away, and its answer comes back.

use super::fixture;
use crate::{Converter, Failure, Status, Target};
use std::collections::HashMap;
use std::path::PathBuf;

#[tokio::test]
async fn a_file_gives_text_html_and_a_picture() {
    let scratch = tempfile::tempdir().unwrap();
    let converter = Converter::in_process(scratch.path().to_owned());
    let file = fixture("notiz.md", b"# Umzug\n\nam 3. Mai");
    let reading = converter.read(&file.path, file.media_type(), &file.name).await;
    assert_eq!(reading.text, Status::Done("# Umzug\n\nam 3. Mai".to_owned()));
    assert_eq!(reading.html.as_deref(), Some("<h1>Umzug</h1>\n<p>am 3. Mai</p>\n"));
    assert!(matches!(reading.thumbnail, Status::Done(png) if png.starts_with(b"\x89PNG")));
    assert!(converter.picture(&file.path, file.media_type(), 2).await.is_none());
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
    let reading = converter.read(&zip.path, zip.media_type(), &zip.name).await;
    assert_eq!((reading.text, reading.thumbnail), (Status::None, Status::None));
    let pdf = fixture("a.pdf", b"%PDF-1.7 rubbish");
    let reading = converter.read(&pdf.path, pdf.media_type(), &pdf.name).await;
    assert_eq!((reading.text, reading.thumbnail), (Status::Failed, Status::Failed));
}

#[tokio::test]
async fn a_child_that_dies_is_a_failure_and_no_error_of_ours() {
    let scratch = tempfile::tempdir().unwrap();
    let converter = Converter::new(PathBuf::from("/bin/false"), scratch.path().to_owned());
    let file = fixture("a.txt", b"a");
    let reading = converter.read(&file.path, file.media_type(), &file.name).await;
    assert_eq!((reading.text, reading.thumbnail), (Status::Failed, Status::Failed));
    assert_eq!(converter.avatar(Vec::new(), 64).await, Err(Failure::Broken));
}
