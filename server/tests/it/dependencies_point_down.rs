//! The folder of a crate is its permission. Module privacy would not stop one feature from calling another; a
//! missing line in a manifest does, and this test keeps it missing.

use crate::sources::{self, Source};

/// From the ground up: each may use those before it.
const PLATFORM: [&str; 13] = [
    "kernel", "database", "access", "feature", "dispatch", "page", "api", "richtext", "coedit", "blobs",
    "convert", "mail", "visitors",
];

#[test]
fn dependencies_point_down() {
    let manifests: Vec<_> = sources::all().into_iter().filter(|it| it.is_named("Cargo.toml")).collect();
    assert!(manifests.len() > PLATFORM.len(), "these are not all");
    let ours: Vec<_> = manifests.iter().map(|manifest| place(manifest).1).collect();

    for manifest in &manifests {
        let (folder, name) = place(manifest);
        for used in uses(manifest).iter().filter(|used| ours.contains(&used.as_str())) {
            let allowed = match folder {
                "platform" => floor(used).is_some() && floor(used) < floor(name),
                "features" | "reactors" => floor(used).is_some(),
                _ => true,
            };
            assert!(allowed, "{folder}/{name} must not use {used}");
        }
    }
}

fn floor(name: &str) -> Option<usize> {
    PLATFORM.iter().position(|it| *it == name)
}

/// Folder and crate: `features` and `documents`, or twice `server`.
fn place(manifest: &Source) -> (&str, &str) {
    let words: Vec<_> = manifest.path.iter().filter_map(|word| word.to_str()).collect();
    (words[0], words[words.len() - 2])
}

fn uses(manifest: &Source) -> Vec<String> {
    let table: toml::Table = manifest.text.parse().unwrap();
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    let tables = kinds.iter().filter_map(|kind| table.get(*kind)?.as_table());
    tables.flat_map(|uses| uses.keys().cloned()).collect()
}
