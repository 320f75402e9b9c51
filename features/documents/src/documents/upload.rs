//! A writer puts a file into a space, and it is a document.

use access::{Person, Thing};
use blobs::Stored;
use kernel::activity::Deed;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};

use super::document::{Document, DocumentId, Kind, Status};
use super::multipart::Sent;
use super::{name, receive, store};
use crate::activity::UPLOADED;
use crate::folders::make as folders;
use crate::versions::store as versions;
use crate::versions::version::{File, Note, Version};
use crate::{Parts, place, reading};

/// A file and where it shall lie.
pub(crate) struct Coming {
    pub space: SpaceId,
    pub folder: Option<Uuid>,
    /// Folders below that one; those that are missing are made.
    pub path: Vec<String>,
    pub title: String,
    pub file_name: String,
    pub note: Note,
    pub stored: Stored,
}

impl Coming {
    /// Errors: `Invalid` on the field that is wrong or missing; `NotFound` for ids that are none.
    pub fn of(mut sent: Sent) -> Result<Self> {
        let space = space(&sent)?;
        let folder = sent.get("folder_id").map(id).transpose()?;
        let path = sent.get("path").map_or(Ok(Vec::new()), name::folders)?;
        let note = Note::parse(sent.get("note").unwrap_or_default())?;
        let title = sent.get("title").map(name::title).transpose()?;
        let (stored, file_name) = sent.take_file()?;
        let title = title.unwrap_or_else(|| name::title_of(&file_name));
        Ok(Self { space, folder, path, title, file_name, note, stored })
    }
}

fn id(text: &str) -> Result<Uuid> {
    text.trim().parse().map_err(|_| Error::NotFound)
}

fn space(sent: &Sent) -> Result<SpaceId> {
    let text = sent.get("space_id").ok_or_else(|| Error::invalid("space_id", "documents-space-missing"))?;
    id(text).map(SpaceId::from)
}

/// Asked before the bytes are taken in: so the space has to be named before them, or anybody could fill the
/// disk.
///
/// Errors: `NotFound`, `Forbidden`, `Invalid` for a form that names no space before its file.
pub(crate) async fn may_upload(parts: &Parts, person: &Person, sent: &Sent) -> Result<()> {
    let mut reader = parts.database.read().await?;
    place::write(&mut reader, person, &space(sent)?.into()).await.map(drop)
}

/// Tells it to all who read the space, and has it read by the machine.
///
/// Errors: `NotFound` for a space or folder the person may not know of, `Forbidden` if she may only read,
/// `Invalid` for folders that are too deep or too many.
pub(crate) async fn upload(parts: &Parts, person: &Person, coming: Coming) -> Result<Document> {
    let media_type = receive::media_type(parts, &coming.stored, &coming.file_name).await?;
    let size = i64::try_from(coming.stored.size).map_err(Error::unexpected)?;
    let file = File { blob: coming.stored.hash, size, media_type, file_name: coming.file_name };

    let mut tx = parts.database.begin().await?;
    let seen = place::write(&mut tx, person, &coming.space.into()).await?;
    let folder = folders::path(&mut tx, person, &seen, coming.folder, &coming.path).await?;
    let id = DocumentId::fresh();
    store::insert(&mut tx, &store::Fresh { id, kind: Kind::File, folder, made_of: None }).await?;
    let url = super::document::address(id.uuid());
    let (space, title, owner) = (coming.space, coming.title, person.id);
    Thing { id: id.into(), space, title, url, owner }.put(&mut tx).await?;
    let version = Version::first(id, file, person.id, tx.at(), coming.note);
    versions::insert(&mut tx, &version, Status::Pending).await?;
    reading::worker::queue(&mut tx, version.id).await?;
    tx.record(Deed { actor: person.id, verb: UPLOADED, object: id.into(), target: None });
    let document = store::find(&mut tx, id).await?;
    tx.commit().await?;
    Ok(document)
}
