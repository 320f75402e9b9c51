//! What stands above a document or page wherever it is shown: where it lies, what it is called, who reads it.

use access::Seen;
use database::Reads;
use kernel::Result;
use page::{Audience, Voice};

use super::document::Document;
use crate::folders::folder::{Folder, way};
use crate::folders::store as folders;
use crate::place;

#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub document: Document,
    /// The folders in which it lies, from the top.
    pub way: Vec<Folder>,
    pub audience: Audience,
    pub may_write: bool,
    /// A colleague in an open space of which she is no member: with a click she is.
    pub may_join: bool,
}

impl Head {
    pub async fn of(from: &mut impl Reads, v: &Voice, seen: &Seen, document: Document) -> Result<Self> {
        let way = match document.folder_id {
            Some(folder) => {
                let all = folders::all(from, document.space()).await?;
                way(&all, folder).into_iter().cloned().collect()
            }
            None => Vec::new(),
        };
        let audience = Audience::of(from, v, seen).await?;
        let (may_write, may_join) = (place::may_write(seen), seen.joins.is_some());
        Ok(Self { document, way, audience, may_write, may_join })
    }
}
