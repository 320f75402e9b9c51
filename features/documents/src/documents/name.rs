//! Names that come with files. They are shown and given back, and never become a path on our disk.

use kernel::{Error, Result, Words, limits};
use unicode_normalization::UnicodeNormalization;

/// The name of a file as it was sent: its last part, composed (macOS sends `u` and two dots), trimmed.
///
/// Errors: `Invalid` on the field `file`.
pub(crate) fn file_name(sent: &str) -> Result<String> {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or(sent);
    let name: String = last.nfc().collect();
    let name = kernel::line::optional("file", &name, limits::FILE_NAME_MAX_BYTES)?;
    if name.len() > limits::FILE_NAME_MAX_BYTES {
        let words = Words::new("documents-name-long").with("max", limits::FILE_NAME_MAX_BYTES);
        return Err(Error::invalid("file", words));
    }
    let says_nothing = name.chars().all(|it| it == '.' || it.is_whitespace());
    if says_nothing { Err(Error::invalid("file", "documents-name-missing")) } else { Ok(name) }
}

/// What somebody typed as a title.
///
/// Errors: `Invalid` on the field `title`.
pub(crate) fn title(typed: &str) -> Result<String> {
    let title: String = typed.nfc().collect();
    kernel::line::parse("title", &title, limits::TITLE_LENGTH_MAX_CHARS)
}

/// The title of a file to which nobody gave one. A name may be longer than a title.
pub(crate) fn title_of(file_name: &str) -> String {
    if file_name.chars().count() <= limits::TITLE_LENGTH_MAX_CHARS {
        return file_name.to_owned();
    }
    let beginning: String = file_name.chars().take(limits::TITLE_LENGTH_MAX_CHARS - 1).collect();
    format!("{beginning}…")
}

/// A name without its ending: the title of a page that is made of a file.
pub(crate) fn stem(title: &str) -> &str {
    match title.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && (1..=5).contains(&ending.len()) => stem,
        _ => title,
    }
}

/// The folders of a path such as `Fotos/Messe/a.jpg`, whose last part is the file itself.
///
/// Errors: `Invalid` on the field `path`.
pub(crate) fn folders(path: &str) -> Result<Vec<String>> {
    let mut parts: Vec<&str> = path.split('/').filter(|it| !it.is_empty()).collect();
    parts.pop();
    if parts.len() > limits::FOLDER_DEPTH_MAX {
        let words = Words::new("documents-folders-deep").with("max", limits::FOLDER_DEPTH_MAX);
        return Err(Error::invalid("path", words));
    }
    parts.into_iter().map(|it| folder("path", it)).collect()
}

/// The name of a folder.
///
/// Errors: `Invalid` on `field`.
pub(crate) fn folder(field: &'static str, typed: &str) -> Result<String> {
    let name: String = typed.nfc().collect();
    let name = kernel::line::parse(field, &name, limits::NAME_LENGTH_MAX_CHARS)?;
    let leads_elsewhere = name.chars().all(|it| it == '.') || name.contains(['/', '\\']);
    if leads_elsewhere { Err(Error::invalid(field, "documents-folder-name-wrong")) } else { Ok(name) }
}
