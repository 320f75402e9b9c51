//! A writer begins a page: empty, with some Markdown, or made of a file.

use access::{Person, Thing};
use async_trait::async_trait;
use database::Tx;
use feature::{Pages, Written};
use kernel::Result;
use kernel::activity::{Deed, Verb};
use kernel::ids::{SpaceId, ThingId, Uuid};
use richtext::Node;

use super::{export, snapshot, store};
use crate::activity::MADE;
use crate::documents::document::{Document, DocumentId, Kind, Status, address};
use crate::documents::{name, store as documents};
use crate::folders::make as folders;
use crate::rooms::store as rooms;
use crate::versions::store as versions;
use crate::versions::version::{File, Note, Version};
use crate::{Parts, place};

/// Makes pages for other features.
pub struct Documents {
    parts: Parts,
}

impl Documents {
    pub fn new(parts: Parts) -> Self {
        Self { parts }
    }
}

#[async_trait]
impl Pages for Documents {
    async fn make(
        &self,
        tx: &mut Tx,
        person: &Person,
        space: SpaceId,
        title: &str,
        markdown: &str,
    ) -> Result<ThingId> {
        let doc = snapshot::settled(&richtext::from_markdown(markdown));
        // The transaction is the caller's and is open already; a small file takes a few milliseconds.
        let file = snapshot::keep(&self.parts.blobs, &doc).await?;
        let wanted = Wanted { space, folder: None, title, made_of: None, verb: MADE };
        Ok(make(tx, person, &wanted, &doc, file).await?.into())
    }

    async fn read(&self, person: &Person, page: &ThingId) -> Result<Written> {
        export::written(&self.parts, person, page.id.into()).await
    }
}

/// A page and where it shall lie.
pub(crate) struct Wanted<'a> {
    pub space: SpaceId,
    pub folder: Option<Uuid>,
    pub title: &'a str,
    pub made_of: Option<&'a Document>,
    pub verb: Verb,
}

/// `file` is the snapshot of `doc`, made before the transaction was begun.
///
/// Errors: `NotFound`, `Forbidden`, `Invalid` on the field `title`.
pub(crate) async fn make(
    tx: &mut Tx,
    person: &Person,
    wanted: &Wanted<'_>,
    doc: &Node,
    file: File,
) -> Result<DocumentId> {
    let title = name::title(wanted.title)?;
    let seen = place::write(tx, person, &wanted.space.into()).await?;
    let folder = folders::path(tx, person, &seen, wanted.folder, &[]).await?;
    let id = DocumentId::fresh();
    let fresh = documents::Fresh { id, kind: Kind::Page, folder, made_of: wanted.made_of };
    documents::insert(tx, &fresh).await?;
    let (url, owner) = (address(id.uuid()), person.id);
    Thing { id: id.into(), space: wanted.space, title, url, owner }.put(tx).await?;
    let first = Version::first(id, file, person.id, tx.at(), Note::default());
    versions::insert(tx, &first, Status::Done).await?;
    store::put_text(tx, id, &richtext::plain_text(doc)).await?;
    rooms::append(tx, id.uuid(), &richtext::yjs::update_of(doc)).await?;
    tx.record(Deed { actor: person.id, verb: wanted.verb.clone(), object: id.into(), target: None });
    Ok(id)
}

/// In a transaction of its own.
///
/// Errors: as for [`make`].
pub(crate) async fn begin(
    parts: &Parts,
    person: &Person,
    wanted: &Wanted<'_>,
    doc: &Node,
) -> Result<Document> {
    place::write(&mut parts.database.read().await?, person, &wanted.space.into()).await?;
    let doc = &snapshot::settled(doc);
    let file = snapshot::keep(&parts.blobs, doc).await?;
    let mut tx = parts.database.begin().await?;
    let id = make(&mut tx, person, wanted, doc, file).await?;
    let document = documents::find(&mut tx, id).await?;
    tx.commit().await?;
    Ok(document)
}
