//! Whom the server asks. Gives each job to a child, waits no longer than it may, and tells the log only its
//! kind.

use crate::child::perform;
use crate::export::Target;
use crate::failure::{Failure, unexpected};
use crate::formats::Loss;
use crate::job::{ANSWER, Answer, BYTES, Given, Job, Order, Words, Written};
use crate::limits::{
    ANSWER_MAX_BYTES, AVATAR_MAX_PIXELS, CHILDREN_MAX, CONVERSION_MAX, DRAWN_PAGES_MAX, EXPORT_PICTURES_MAX,
    PAGE_MAX_PIXELS, PLACE_WAIT_MAX, READING_WAIT_MAX, THUMBNAIL_MAX_PIXELS,
};
use crate::media_type::{Family, family};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tokio::sync::Semaphore;

#[derive(Clone, Debug)]
pub struct Converter {
    place: Place,
    scratch: PathBuf,
    pub(crate) permits: Arc<Semaphore>,
    /// For who looks, and for a file that is read.
    pub(crate) patience: (Duration, Duration),
}

#[derive(Clone, Debug)]
enum Place {
    /// The program that is run for each job.
    Child(PathBuf),
    /// This process, without any limit.
    Here,
}

/// What one file gave.
#[derive(Clone, Debug)]
pub struct Reading {
    /// At most 4 MiB, without control characters but tab and line break.
    pub text: Status<String>,
    /// A fragment without scripts, styles and remote loads; its pictures are `data:` addresses.
    pub html: Option<String>,
    /// PNG or WebP, at most 640 pixels on its longer side, without metadata.
    pub thumbnail: Status<Vec<u8>>,
    /// Pages of a PDF, slides of a presentation.
    pub pages: Option<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Status<T> {
    Done(T),
    /// This kind has none, or it is locked with a password.
    None,
    /// Broken, too large or too slow.
    Failed,
}

/// A file as a page, and what of it a page cannot hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Imported {
    pub doc: richtext::Node,
    pub losses: Vec<Loss>,
}

impl Converter {
    /// `program` is this very executable, run as `program convert-child`; `scratch` a folder for temporary
    /// files.
    pub fn new(program: PathBuf, scratch: PathBuf) -> Self {
        Self::at(Place::Child(program), scratch)
    }

    /// Converts in this process, without limits. For tests, where there is no program to run.
    pub fn in_process(scratch: PathBuf) -> Self {
        Self::at(Place::Here, scratch)
    }

    fn at(place: Place, scratch: PathBuf) -> Self {
        let patience = (PLACE_WAIT_MAX, READING_WAIT_MAX);
        Self { place, scratch, permits: Arc::new(Semaphore::new(CHILDREN_MAX)), patience }
    }

    /// How many pages of a file may be asked of [`Converter::picture`]; a file may have fewer. `known` is
    /// what was found when it was read: without it only the first page of a PDF is drawn.
    pub fn pages_max(media_type: &str, known: Option<u32>) -> u32 {
        let drawn = u32::try_from(DRAWN_PAGES_MAX).unwrap_or(1);
        match family(media_type) {
            Family::Pdf => known.unwrap_or(1),
            Family::Image => 1,
            Family::Audio | Family::Video | Family::Archive | Family::Other => 0,
            _ => known.unwrap_or(drawn).min(drawn),
        }
    }

    /// Text, readable HTML and a thumbnail. Text and thumbnail are made by two children, so that one may fail
    /// without the other.
    ///
    /// Errors: only `Busy`; what is wrong with the file stands in the [`Reading`].
    pub async fn read(&self, path: &Path, media_type: &str, name: &str) -> Result<Reading, Failure> {
        let file = Given::new(path, media_type, name);
        let text = self.run_within(self.patience.1, Job::Text { file: file.clone() });
        let picture = Job::Picture { file, page: 1, side: THUMBNAIL_MAX_PIXELS };
        let (text, thumbnail) = tokio::join!(text, self.run_within(self.patience.1, picture));
        if [text.as_ref().err(), thumbnail.as_ref().err()].contains(&Some(&Failure::Busy)) {
            return Err(Failure::Busy);
        }
        let (text, html, pages) = match text.map(|(answer, _)| answer) {
            Ok(Answer::Text(Words { text, html, pages })) => {
                (text.map_or(Status::None, Status::Done), html, pages)
            }
            Ok(Answer::Failed(failure)) | Err(failure) => (Status::of(failure), None, None),
            Ok(_) => (Status::None, None, None),
        };
        let thumbnail = match thumbnail {
            Ok((Answer::Bytes, bytes)) => Status::Done(bytes),
            Ok((Answer::Failed(failure), _)) | Err(failure) => Status::of(failure),
            Ok(_) => Status::None,
        };
        Ok(Reading { text, html, thumbnail, pages })
    }

    /// Page `page`, counted from one, as PNG or WebP of at most 1600 pixels, or `None` if there is none.
    ///
    /// Errors: those of the file, and `Busy`.
    pub async fn picture(
        &self,
        path: &Path,
        media_type: &str,
        page: u32,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let file = Given::new(path, media_type, "");
        match self.run(Job::Picture { file, page, side: PAGE_MAX_PIXELS }).await? {
            (Answer::Bytes, bytes) => Ok(Some(bytes)),
            (Answer::Failed(failure), _) => Err(failure),
            _ => Ok(None),
        }
    }

    /// A Markdown, text, Word, ODT or HTML file as a page. Errors: `Unsupported` for another kind, `Busy`,
    /// and those of the file itself.
    pub async fn to_page(&self, path: &Path, media_type: &str, name: &str) -> Result<Imported, Failure> {
        match self.run(Job::Page { file: Given::new(path, media_type, name) }).await?.0 {
            Answer::Page(imported) => Ok(imported),
            Answer::Failed(failure) => Err(failure),
            _ => Err(Failure::Unexpected),
        }
    }

    /// A page as a file. `images` are the bytes of its pictures by the `src` that the page uses; a picture
    /// without bytes is left out and its description written instead. `language` is `de` or `en`.
    pub async fn export(
        &self,
        doc: &richtext::Node,
        title: &str,
        language: &str,
        images: HashMap<String, Vec<u8>>,
        target: Target,
    ) -> Result<Vec<u8>, Failure> {
        let kept = tempfile::tempdir_in(&self.scratch).map_err(unexpected)?;
        let mut put = Vec::new();
        for (number, (src, bytes)) in images.into_iter().take(EXPORT_PICTURES_MAX).enumerate() {
            let path = kept.path().join(number.to_string());
            tokio::fs::write(&path, bytes).await.map_err(unexpected)?;
            put.push((src, path));
        }
        let page = Written {
            doc: doc.clone(),
            title: title.to_owned(),
            language: language.to_owned(),
            images: put,
            target,
        };
        self.file(Job::Export { page }).await
    }

    /// A portrait: upright, its middle square, `side` pixels wide, without metadata; WebP.
    pub async fn avatar(&self, bytes: Vec<u8>, side: u32) -> Result<Vec<u8>, Failure> {
        let kept = tempfile::tempdir_in(&self.scratch).map_err(unexpected)?;
        let path = kept.path().join("portrait");
        tokio::fs::write(&path, bytes).await.map_err(unexpected)?;
        self.file(Job::Avatar { path, side: side.clamp(1, AVATAR_MAX_PIXELS) }).await
    }

    async fn file(&self, job: Job) -> Result<Vec<u8>, Failure> {
        match self.run(job).await? {
            (Answer::Bytes, bytes) => Ok(bytes),
            (Answer::Failed(failure), _) => Err(failure),
            _ => Err(Failure::Unexpected),
        }
    }

    async fn run(&self, job: Job) -> Result<(Answer, Vec<u8>), Failure> {
        self.run_within(self.patience.0, job).await
    }

    /// Those who wait get their places in the order in which they came.
    async fn run_within(&self, patience: Duration, job: Job) -> Result<(Answer, Vec<u8>), Failure> {
        let free = tokio::time::timeout(patience, self.permits.acquire()).await;
        let _permit = free.map_err(|_| Failure::Busy)?.map_err(unexpected)?;
        let folder = tempfile::tempdir_in(&self.scratch).map_err(unexpected)?;
        let about = job.about().to_owned();
        let answer = match &self.place {
            Place::Child(program) => in_child(program, &folder, job).await,
            Place::Here => in_this_process(&folder, job).await,
        };
        if let Err(failure) = &answer {
            tracing::warn!(kind = %failure, about, "a conversion ended without an answer");
        }
        let answer = answer?;
        let bytes = match answer {
            Answer::Bytes => small(&folder.path().join(BYTES)).await?,
            _ => Vec::new(),
        };
        Ok((answer, bytes))
    }
}

impl<T> Status<T> {
    fn of(failure: Failure) -> Self {
        match failure {
            Failure::Protected | Failure::Unsupported => Self::None,
            _ => Self::Failed,
        }
    }
}

/// What the child says on standard error is for nobody: it is about somebody's file, and looks like our own
/// fault.
async fn in_child(program: &Path, folder: &TempDir, job: Job) -> Result<Answer, Failure> {
    let order = Order { folder: folder.path().to_owned(), job };
    let json = serde_json::to_vec(&order).map_err(unexpected)?;
    let mut child = Command::new(program)
        .arg("convert-child")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(unexpected)?;
    let input = child.stdin.take();
    let talk = async {
        if let Some(mut input) = input {
            // A child that dies before it has heard everything says so by its exit code.
            let _ = input.write_all(&json).await;
        }
        child.wait().await
    };
    let ended = tokio::time::timeout(CONVERSION_MAX, talk).await;
    match ended {
        Err(_) => {
            let _ = child.kill().await;
            Err(Failure::TooSlow)
        }
        Ok(Err(_)) => Err(Failure::Unexpected),
        Ok(Ok(status)) if status.success() => {
            let json = small(&folder.path().join(ANSWER)).await?;
            serde_json::from_slice(&json).map_err(unexpected)
        }
        Ok(Ok(status)) => Err(cause(status)),
    }
}

/// Signals are how the limits of the system end a process; a panic ends it with exit code 1.
fn cause(status: ExitStatus) -> Failure {
    const ABORTED: i32 = 6;
    const KILLED: i32 = 9;
    const OUT_OF_PROCESSOR_TIME: i32 = 24;
    match (status.signal(), status.code()) {
        (Some(OUT_OF_PROCESSOR_TIME), _) => Failure::TooSlow,
        (Some(ABORTED | KILLED), _) => Failure::TooLarge,
        (_, Some(2 | 3)) => Failure::Unexpected,
        _ => Failure::Broken,
    }
}

async fn in_this_process(folder: &TempDir, job: Job) -> Result<Answer, Failure> {
    let folder = folder.path().to_owned();
    let work = tokio::task::spawn_blocking(move || perform(&job, &folder));
    work.await.map_err(|_| Failure::Broken)
}

async fn small(path: &Path) -> Result<Vec<u8>, Failure> {
    let size = tokio::fs::metadata(path).await.map_err(unexpected)?.len();
    if size > ANSWER_MAX_BYTES {
        return Err(Failure::TooLarge);
    }
    tokio::fs::read(path).await.map_err(unexpected)
}
