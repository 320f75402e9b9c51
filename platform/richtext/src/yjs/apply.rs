//! Changing a shared document so that a fault of yrs stays where it happened.

use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};

use yrs::updates::decoder::Decode;
use yrs::{Doc, ReadTxn, Transact, TransactionMut, Update, WriteTxn};

use super::check::{Checked, Malformed, check, check_kept};
use super::nesting::{self, Levels};
use super::{FRAGMENT, replace};
use crate::node::Node;

/// Why a document was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is no sound update; the document is as it was.
    #[error("the update is malformed: {0}")]
    Malformed(#[from] Malformed),
    /// It builds on something that is not there; the document is as it was.
    #[error("the update came before what it builds on")]
    Early,
    /// It looked sound, but broke the document. That must not be used or looked at any more; make another
    /// one from the updates that were sound.
    #[error("the update broke the document")]
    Broken,
}

/// Applies an update (version 1) and answers whether it brought anything that was not there yet.
///
/// A panic of yrs is caught, but the process's panic hook runs first and writes what it likes; whoever minds
/// sets another one.
///
/// Errors: [`Refused`], never for an update that brings nothing new.
pub fn apply(doc: &Doc, levels: &mut Levels, update: &[u8]) -> Result<bool, Refused> {
    let checked = check(update)?;
    apply_checked(doc, levels, update, checked)
}

/// As [`apply`], for an update that was taken before: what would be refused today must not take along what
/// somebody wrote then.
pub fn apply_kept(doc: &Doc, levels: &mut Levels, update: &[u8]) -> Result<bool, Refused> {
    let checked = check_kept(update)?;
    apply_checked(doc, levels, update, checked)
}

fn apply_checked(doc: &Doc, levels: &mut Levels, update: &[u8], checked: Checked) -> Result<bool, Refused> {
    let changed = apply_only(doc, update, &checked)?;
    let is_shallow = |deeper| catch_unwind(AssertUnwindSafe(|| levels.count(deeper, doc))).unwrap_or(false);
    if checked.deeper.is_none_or(is_shallow) { Ok(changed) } else { Err(Refused::Broken) }
}

/// Applies an update without looking afterwards how deep the document has become. Answers whether it changed.
fn apply_only(doc: &Doc, update: &[u8], checked: &Checked) -> Result<bool, Refused> {
    if checked.is_empty() {
        return Ok(false);
    }
    if !checked.needs.are_met(&doc.transact().state_vector()) {
        return Err(Refused::Early);
    }
    let decoded =
        catch_unwind(|| Update::decode_v1(update)).map_err(|_| Malformed)?.map_err(|_| Malformed)?;
    change(doc, |txn| match txn.apply_update(decoded) {
        Ok(()) => Ok(has_news(txn)),
        Err(_) => Err(Refused::Broken),
    })?
}

/// Makes the document read like `node` as an edit (see [`replace`]) and answers that edit as an update; none
/// if it reads like that already.
///
/// Errors: `Broken`.
pub fn restore(doc: &Doc, node: &Node) -> Result<Option<Vec<u8>>, Refused> {
    change(doc, |txn| {
        let fragment = txn.get_or_insert_xml_fragment(FRAGMENT);
        replace(txn, &fragment, node);
        has_news(txn).then(|| txn.encode_update_v1())
    })
}

/// The document that these updates make together, and how many were left out because they are no updates or
/// build on something that is not there.
pub fn load(updates: &[Vec<u8>]) -> (Doc, usize) {
    // Looking at the whole document after each update would take long; what was kept is sound as a rule.
    let doc = Doc::new();
    let taken = |update: &Vec<u8>| apply_only(&doc, update, &check_kept(update)?);
    let is_shallow =
        || catch_unwind(AssertUnwindSafe(|| nesting::levels_of(&doc))).is_ok_and(|it| it.is_some());
    if updates.iter().all(|update| taken(update).is_ok()) && is_shallow() {
        return (doc, 0);
    }
    load_carefully(updates)
}

fn load_carefully(updates: &[Vec<u8>]) -> (Doc, usize) {
    let mut sound: Vec<&[u8]> = Vec::new();
    let mut doc = Doc::new();
    let mut levels = Levels::default();
    let mut left: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
    // What came early is tried again as long as something was taken meanwhile.
    loop {
        let (mut early, taken) = (Vec::new(), sound.len());
        for update in left {
            match apply_kept(&doc, &mut levels, update) {
                Ok(_) => sound.push(update),
                Err(Refused::Early) => early.push(update),
                Err(Refused::Malformed(_)) => {}
                Err(Refused::Broken) => {
                    (doc, levels) = (Doc::new(), Levels::default());
                    for earlier in &sound {
                        // It was applied to the same document before.
                        let _ = apply_kept(&doc, &mut levels, earlier);
                    }
                }
            }
        }
        if early.is_empty() || sound.len() == taken {
            return (doc, updates.len() - sound.len());
        }
        left = early;
    }
}

/// Whether a transaction changed anything.
fn has_news(txn: &TransactionMut) -> bool {
    !txn.insert_set().is_empty() || !txn.delete_set().is_empty()
}

/// Runs a change and commits it. After a panic neither transaction nor document are dropped but leaked:
/// dropping commits, and a second panic within the first would end the process.
fn change<T>(doc: &Doc, act: impl FnOnce(&mut TransactionMut) -> T) -> Result<T, Refused> {
    let mut txn = ManuallyDrop::new(doc.transact_mut());
    let acted = catch_unwind(AssertUnwindSafe(|| act(&mut txn)));
    let done = acted.and_then(|done| {
        let txn = AssertUnwindSafe(txn);
        catch_unwind(move || drop(ManuallyDrop::into_inner({ txn }.0))).map(|()| done)
    });
    done.map_err(|_| {
        std::mem::forget(doc.clone());
        Refused::Broken
    })
}
