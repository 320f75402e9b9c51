//! A whole course as a zip of plain texts.

use std::io::{Cursor, Read, Write};

use kernel::{Error, Result};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::script::Files;

const FILES_MAX: usize = 2_000;
/// Unpacked, all files together.
const UNPACKED_MAX_BYTES: u64 = 16 << 20;

pub(crate) fn pack(files: &Files) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in files {
        zip.start_file(path.as_str(), SimpleFileOptions::default()).map_err(Error::unexpected)?;
        zip.write_all(text.as_bytes()).map_err(Error::unexpected)?;
    }
    Ok(zip.finish().map_err(Error::unexpected)?.into_inner())
}

/// The texts in it. A folder that holds everything is looked through.
///
/// Errors: `Invalid` for what is no zip of texts, `TooLarge` for one that unpacks to too much.
pub(crate) fn unpack(bytes: &[u8]) -> Result<Files> {
    let unreadable = || Error::invalid("file", "learning-zip-unreadable");
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    if zip.len() > FILES_MAX {
        return Err(Error::TooLarge("learning-zip-large".into()));
    }
    let (mut files, mut total) = (Files::new(), 0_u64);
    for at in 0..zip.len() {
        let file = zip.by_index(at).map_err(|_| unreadable())?;
        if file.is_dir() {
            continue;
        }
        let path = file.name().map_err(|_| unreadable())?.replace('\\', "/");
        if path.split('/').any(|it| it.is_empty() || it == "." || it == "..") {
            return Err(unreadable());
        }
        let mut text = String::new();
        let read = file.take(UNPACKED_MAX_BYTES - total + 1).read_to_string(&mut text);
        read.map_err(|_| unreadable())?;
        total += u64::try_from(text.len()).unwrap_or(u64::MAX);
        if total > UNPACKED_MAX_BYTES {
            return Err(Error::TooLarge("learning-zip-large".into()));
        }
        files.insert(path, text);
    }
    Ok(without_folder(files))
}

fn without_folder(files: Files) -> Files {
    let root = files.keys().find_map(|it| it.strip_suffix("course.toml")).unwrap_or_default().to_owned();
    files.into_iter().filter_map(|(path, text)| Some((path.strip_prefix(&root)?.to_owned(), text))).collect()
}
