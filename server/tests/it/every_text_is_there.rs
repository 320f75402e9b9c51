//! Completeness, not memory: a key without words would be shown as a key.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::{self, Source};

/// Keys of each crate's texts, by language.
fn written() -> BTreeMap<String, [BTreeSet<String>; 2]> {
    let mut all: BTreeMap<String, [BTreeSet<String>; 2]> = BTreeMap::new();
    for source in sources::all().iter().filter(|it| it.is("ftl")) {
        let language = usize::from(source.is_named("en.ftl"));
        let folder = source.path.parent().unwrap().to_str().unwrap().to_owned();
        for line in source.text.lines() {
            let Some((key, _)) = line.split_once(" =") else { continue };
            if !key.starts_with([' ', '#', '-']) {
                let keys = &mut all.entry(folder.clone()).or_default()[language];
                assert!(keys.insert(key.to_owned()), "{}: {key} stands there twice", source.path.display());
            }
        }
    }
    all
}

#[test]
fn every_text_is_there_in_both_languages() {
    for (folder, [de, en]) in written() {
        let missing: Vec<_> = de.symmetric_difference(&en).collect();
        assert!(missing.is_empty(), "{folder}: only in one language: {missing:?}");
    }
}

/// Words in quotes that look like a key: they begin with the name of a crate that has texts.
fn used(source: &Source, crates: &BTreeSet<String>) -> Vec<String> {
    let quoted = source.text.split('"').skip(1).step_by(1);
    let plain =
        |it: &&str| it.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let keys = quoted.filter(plain).filter(|it| it.len() > 3 && !it.ends_with('-'));
    keys.filter(|it| it.split_once('-').is_some_and(|(name, _)| crates.contains(name)))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_text_that_is_used_is_written() {
    let written = written();
    let all: BTreeSet<&String> = written.values().flat_map(|[de, _]| de).collect();
    let crates: BTreeSet<String> =
        all.iter().filter_map(|it| Some(it.split_once('-')?.0.to_owned())).collect();
    let shown = |it: &&Source| (it.is("rs") || it.is("html")) && !it.path.starts_with("server/tests");
    let mut missing = Vec::new();
    for source in sources::all().iter().filter(shown) {
        for key in used(source, &crates) {
            if !all.contains(&key) {
                missing.push(format!("{}: {key}", source.path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "nobody wrote\n{}", missing.join("\n"));
}
