//! What the server asks of the child, and what the child answers. Both are JSON; bytes lie beside them as
//! files.

use crate::converter::Imported;
use crate::export::Target;
use crate::failure::Failure;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Where in the folder of an order the answer stands …
pub(crate) const ANSWER: &str = "answer.json";
/// … and the picture or the file, if it is one.
pub(crate) const BYTES: &str = "bytes";

/// A job and the folder, made for it alone, in which its answer is put.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Order {
    pub folder: PathBuf,
    pub job: Job,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Job {
    Text { file: Given },
    Picture { file: Given, page: u32, side: u32 },
    Page { file: Given },
    Export { page: Written },
    Avatar { path: PathBuf, side: u32 },
}

/// A file as it was given to us. Its name helps only where bytes do not tell, for example source code.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Given {
    pub path: PathBuf,
    pub media_type: String,
    pub name: String,
}

/// A page to be written as a file, with its pictures by the address that the page uses for them.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Written {
    pub doc: richtext::Node,
    pub title: String,
    pub language: String,
    pub images: Vec<(String, PathBuf)>,
    pub target: Target,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answer {
    Text(Words),
    /// They lie in `BYTES`.
    Bytes,
    Page(Imported),
    /// This kind of file has none.
    Nothing,
    Failed(Failure),
}

/// What can be read in a file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Words {
    /// `None` where this kind of file holds no words, for example a picture.
    pub text: Option<String>,
    pub html: Option<String>,
    pub pages: Option<u32>,
}

impl Job {
    /// The kind of file it is about, for the log; never a name.
    pub fn about(&self) -> &str {
        match self {
            Self::Text { file } | Self::Picture { file, .. } | Self::Page { file } => &file.media_type,
            Self::Export { page } => page.target.word(),
            Self::Avatar { .. } => "avatar",
        }
    }
}

impl Given {
    pub fn new(path: &Path, media_type: &str, name: &str) -> Self {
        Self { path: path.to_owned(), media_type: media_type.to_owned(), name: name.to_owned() }
    }
}
