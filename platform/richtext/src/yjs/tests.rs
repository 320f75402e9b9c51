use std::panic::set_hook;

use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};
use yrs::{Doc, ReadTxn, Transact, WriteTxn};

use super::nesting::Levels;
use super::{
    FRAGMENT, Malformed, Refused, apply, apply_kept, check, doc_of, node_of, read, replace, update_of, write,
};
use crate::build::{block, mark, text};
use crate::node::Node;
use crate::tests::docs;
use crate::{from_markdown, plain_text};

/// What the smallest of editors sends: the fragment gets one paragraph with these words.
fn paragraph(client: u8, words: &str) -> Vec<u8> {
    let mut update = vec![1, 3, client, 0, 7, 1, 7];
    update.extend(b"default\x03\x09paragraph");
    update.extend([7, 0, client, 0, 6, 4, 0, client, 1, u8::try_from(words.len()).unwrap()]);
    update.extend(words.as_bytes());
    update.push(0);
    update
}

#[test]
fn an_update_of_another_editor_is_read() {
    let doc = doc_of(&[paragraph(7, "Dann die Pflanzen")]);
    assert_eq!(doc, from_markdown("Dann die Pflanzen"));
}

#[test]
fn marks_of_one_kind_on_one_text_are_read_without_their_hash() {
    let mut hashed = mark("link--Ab3+/x9=");
    hashed.attrs.insert("href".into(), "https://example.org".into());
    let doc = block("doc", vec![block("paragraph", vec![text("da", &[hashed])])]);
    assert_eq!(doc_of(&[update_of(&doc)]), from_markdown("[da](https://example.org)"));
}

#[test]
fn garbage_is_left_out() {
    let sound = update_of(&from_markdown("# Ablauf"));
    let deep = [&[1, 1, 1, 0, 8, 1, 1, 97, 1][..], &[117, 1].repeat(1_000_000), &[126, 0]].concat();
    let vast = vec![255, 255, 255, 255, 15, 255, 255, 255, 255, 15, 1, 0];
    assert_eq!(check(&deep), Err(Malformed));
    assert_eq!(check(&vast), Err(Malformed));
    assert_eq!(check(&[]), Err(Malformed));
    let doc = doc_of(&[vast, sound, deep, b"\xff\xff\xff garbage".to_vec(), vec![0, 0]]);
    assert_eq!(doc, from_markdown("# Ablauf"));
}

#[test]
fn elements_that_lie_too_deep_are_refused() {
    // Each element lies within the one before it.
    let mut update = vec![1, 0xe8, 7, 5, 0, 7, 1, 7];
    update.extend(b"default\x03\x01p");
    for clock in 0_u16..999 {
        update.extend([7, 0, 5]);
        update.extend(if clock < 128 {
            vec![clock as u8]
        } else {
            vec![(clock & 127) as u8 | 128, (clock >> 7) as u8]
        });
        update.extend(b"\x03\x01p");
    }
    update.push(0);
    assert_eq!(apply(&Doc::new(), &mut Levels::default(), &update), Err(Refused::Malformed(Malformed)));
    // Neither may one get there step by step, and none is taken before those that it builds on.
    let steps = (0_u8..120).map(|clock| {
        let place = if clock == 0 { [&[7, 1, 7][..], b"default"].concat() } else { vec![7, 0, 5, clock - 1] };
        [&[1, 1, 5, clock][..], &place, b"\x03\x01p\x00"].concat()
    });
    let steps: Vec<Vec<u8>> = steps.collect();
    assert_eq!(first_refused(steps.iter()), Some(Refused::Broken));
    assert_eq!(first_refused(steps.iter().rev()), Some(Refused::Early));
    let shallow = (0_u16..300).map(|number| update_of(&from_markdown(&format!("> {number}"))));
    assert_eq!(first_refused(shallow.collect::<Vec<_>>().iter()), None, "many are not deep");
}

fn first_refused<'a>(mut steps: impl Iterator<Item = &'a Vec<u8>>) -> Option<Refused> {
    let (shared, mut levels) = (Doc::new(), Levels::default());
    steps.find_map(|step| apply(&shared, &mut levels, step).err())
}

/// A paragraph "da" in bold, with a value of so many levels behind the word.
fn formatted(levels: usize) -> Vec<u8> {
    let value = format!("{{\"class\":{}{}}}", "[".repeat(levels - 1), "]".repeat(levels - 1));
    let mut update = vec![1, 4, 5, 0, 7, 1, 7];
    update.extend(b"default\x03\x09paragraph");
    update.extend([7, 0, 5, 0, 6]);
    update.extend(b"\x06\x00\x05\x01\x04bold");
    let length = value.len();
    if length < 128 {
        update.push(length as u8);
    } else {
        update.extend([(length & 127) as u8 | 128, (length >> 7) as u8]);
    }
    update.extend(value.as_bytes());
    update.extend(b"\x84\x05\x02\x02da\x00");
    update
}

#[test]
fn a_value_that_lies_too_deep_is_refused_and_read_without_its_depth_where_it_was_kept() {
    for (levels, taken) in [(16, true), (17, false), (126, false)] {
        assert_eq!(apply(&Doc::new(), &mut Levels::default(), &formatted(levels)).is_ok(), taken, "{levels}");
        assert_eq!(apply_kept(&Doc::new(), &mut Levels::default(), &formatted(levels)), Ok(true), "{levels}");
        let doc = doc_of(&[formatted(levels)]);
        assert_eq!(plain_text(&doc), "da", "{levels}");
        let json = serde_json::to_vec(&doc).unwrap();
        assert_eq!(serde_json::from_slice::<Node>(&json).unwrap(), doc, "a version of it can be read");
    }
}

#[test]
fn a_version_that_was_kept_with_such_a_value_can_be_read() {
    let deep = format!("{}7{}", "[".repeat(200), "]".repeat(200));
    let json = format!(
        r#"{{"type":"doc","content":[{{"type":"paragraph","attrs":{{"a]\"":{deep}}},
            "content":[{{"type":"text","text":"d]a\""}}]}}]}}"#
    );
    assert!(serde_json::from_str::<Node>(&json).is_err());
    assert_eq!(plain_text(&crate::from_json(json.as_bytes()).unwrap()), "d]a\"");
    assert!(crate::from_json(b"[[").is_err());
}

#[test]
fn restoring_keeps_what_is_equal() {
    let shared = Doc::new();
    apply(&shared, &mut Levels::default(), &update_of(&from_markdown("eins\n\nzwei\n\ndrei"))).unwrap();
    let mut txn = shared.transact_mut();
    let fragment = txn.get_or_insert_xml_fragment(FRAGMENT);
    let before = txn.state_vector();
    replace(&mut txn, &fragment, &from_markdown("eins\n\nanders\n\nund\n\ndrei"));
    assert_eq!(plain_text(&read(&txn, &fragment)), "eins\nanders\nund\ndrei");
    let edit = txn.encode_diff_v1(&before);
    drop(txn);
    assert!(edit.windows(6).any(|part| part == b"anders") && !edit.windows(4).any(|part| part == b"drei"));
    let mut txn = shared.transact_mut();
    let before = txn.state_vector();
    replace(&mut txn, &fragment, &from_markdown("eins\n\nanders\n\nund\n\ndrei"));
    assert_eq!(txn.state_vector(), before);
}

/// A document as it reads after it was written once.
fn once(doc: &Node) -> Node {
    doc_of(&[update_of(doc)])
}

proptest! {
    #[test]
    fn a_document_is_shared_and_read_as_it_was(doc in docs()) {
        let read = once(&doc);
        prop_assert_eq!(plain_text(&read), plain_text(&doc));
        prop_assert_eq!(once(&read), read);
    }

    #[test]
    fn restoring_reads_like_what_was_restored(old in docs(), new in docs()) {
        let shared = Doc::new();
        let mut txn = shared.transact_mut();
        let fragment = txn.get_or_insert_xml_fragment(FRAGMENT);
        write(&mut txn, &fragment, &old);
        replace(&mut txn, &fragment, &new);
        drop(txn);
        prop_assert_eq!(node_of(&shared), once(&new));
    }

    #[test]
    fn changed_bytes_do_no_harm(
        doc in docs(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        set_hook(Box::new(|_| {}));
        let mut update = update_of(&doc);
        for (at, byte) in changes {
            let at = at.index(update.len());
            update[at] = byte;
        }
        let shared = Doc::new();
        let _ = apply(&shared, &mut Levels::default(), &update_of(&from_markdown("da")));
        match apply(&shared, &mut Levels::default(), &update) {
            Err(Refused::Broken) => {}
            _ => prop_assert!(!node_of(&shared).content.is_empty()),
        }
    }

    #[test]
    fn random_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        set_hook(Box::new(|_| {}));
        let _ = doc_of(&[bytes.clone(), paragraph(9, "da"), bytes]);
    }
}
