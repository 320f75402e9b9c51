//! Small files made by the tests themselves, and what comes of them.

mod converting;
mod exporting;
mod hostile;
mod media_types;
mod reading;

use crate::converter::Imported;
use crate::failure::Failure;
use crate::formats;
use crate::job::{Given, Words};
use std::io::Write;
use std::path::PathBuf;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// A file in a folder that is gone when the test is over.
struct Fixture {
    folder: TempDir,
    path: PathBuf,
    name: String,
}

fn fixture(name: &str, bytes: &[u8]) -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, bytes).unwrap();
    Fixture { folder, path, name: name.to_owned() }
}

impl Fixture {
    fn media_type(&self) -> &'static str {
        let bytes = std::fs::read(&self.path).unwrap();
        crate::media_type(&self.name, &bytes[..bytes.len().min(65_536)], Some(&self.path))
    }

    fn given(&self) -> Given {
        assert!(self.folder.path().exists());
        Given::new(&self.path, self.media_type(), &self.name)
    }

    fn words(&self) -> Result<Words, Failure> {
        formats::words(&self.given())
    }

    fn text(&self) -> String {
        self.words().unwrap().text.unwrap_or_default()
    }

    fn html(&self) -> String {
        self.words().unwrap().html.unwrap_or_default()
    }

    fn picture(&self, page: u32) -> Result<Option<Vec<u8>>, Failure> {
        formats::picture(&self.given(), page, 640)
    }

    fn page(&self) -> Result<Imported, Failure> {
        formats::page(&self.given())
    }
}

fn zip_of(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const WORD_TYPES: &str = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/\
    vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

/// A Word file with this body and, besides it, these parts.
fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut entries = vec![("[Content_Types].xml", WORD_TYPES), ("word/document.xml", &document)];
    entries.extend(others);
    zip_of(&entries)
}
