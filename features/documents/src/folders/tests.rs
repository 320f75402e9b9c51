use kernel::ids::Uuid;

use super::folder::{Folder, path, way};

fn folder(id: u128, parent: Option<u128>, name: &str) -> Folder {
    let id_of = Uuid::from_u128;
    Folder { id: id_of(id), space_id: Uuid::nil(), parent_id: parent.map(id_of), name: name.to_owned() }
}

#[test]
fn the_way_leads_from_the_top_to_the_folder() {
    let all = [folder(1, None, "Fotos"), folder(2, Some(1), "Messe"), folder(3, None, "Pläne")];
    assert_eq!(path(&all, Uuid::from_u128(2)), "Fotos / Messe");
    assert_eq!(path(&all, Uuid::from_u128(3)), "Pläne");
    assert!(way(&all, Uuid::from_u128(9)).is_empty());
}

#[test]
fn a_circle_ends() {
    let all = [folder(1, Some(2), "a"), folder(2, Some(1), "b")];
    assert_eq!(way(&all, Uuid::from_u128(1)).len(), 2);
}
