//! All SQL about what was put aside.

use access::Person;
use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use crate::versions::version::File;

pub(crate) async fn insert(
    tx: &mut Tx,
    id: Uuid,
    document: Uuid,
    person: &Person,
    file: &File,
    until: Time,
) -> Result<()> {
    execute!(
        tx,
        "insert into put_aside (id, document_id, person_id, blob, size, media_type, file_name, until)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        [
            id,
            document,
            person.id.uuid(),
            &file.blob,
            file.size,
            &file.media_type,
            &file.file_name,
            until.micros()
        ]
    )
}

/// Errors: `NotFound` for whoever did not send it, and when its time is over.
pub(crate) async fn find(
    from: &mut impl Reads,
    document: Uuid,
    id: Uuid,
    person: &Person,
    now: Time,
) -> Result<File> {
    let found = fetch_optional!(
        from,
        File,
        "select blob, size, media_type, file_name from put_aside
         where id = $1 and document_id = $2 and person_id = $3 and until > $4",
        [id, document, person.id.uuid(), now.micros()]
    )?;
    found.ok_or(Error::NotFound)
}

/// Answers the hash of the bytes.
pub(crate) async fn forget(tx: &mut Tx, id: Uuid) -> Result<Vec<String>> {
    let blobs = fetch_all!(tx, (String,), "select blob from put_aside where id = $1 limit 1", [id])?;
    execute!(tx, "delete from put_aside where id = $1", [id])?;
    Ok(blobs.into_iter().map(|(blob,)| blob).collect())
}
