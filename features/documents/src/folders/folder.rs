//! A folder of a space. It has no readers of its own: those of the space.

use kernel::ids::Uuid;

kernel::typed_id!(FolderId, "folder");

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Folder {
    pub id: Uuid,
    pub space_id: Uuid,
    /// `None` at the top of the space.
    pub parent_id: Option<Uuid>,
    pub name: String,
}

/// The way from the top of the space to this folder, itself at the end; a parent that is missing ends it.
pub(crate) fn way(all: &[Folder], id: Uuid) -> Vec<&Folder> {
    let mut way = Vec::new();
    let mut next = Some(id);
    while let Some(folder) = next.and_then(|id| all.iter().find(|it| it.id == id))
        && way.len() < all.len()
    {
        way.push(folder);
        next = folder.parent_id;
    }
    way.reverse();
    way
}

/// The folder with its parents, as people write it: "Fotos / Messe".
pub(crate) fn path(all: &[Folder], id: Uuid) -> String {
    way(all, id).into_iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(" / ")
}
