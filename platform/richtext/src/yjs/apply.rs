//! Applying an update that came from outside.

use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};

use yrs::updates::decoder::Decode;
use yrs::{Doc, Transact, Update};

use super::check::{Checked, Malformed, check};
use super::nesting;

/// Why an update was not applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is no sound update; the document is as it was.
    #[error("the update is malformed: {0}")]
    Malformed(#[from] Malformed),
    /// It looked sound, but broke the document. That must not be used or looked at any more; make another one
    /// from the updates that were sound.
    #[error("the update broke the document")]
    Broken,
}

/// Applies an update (version 1) to a document, as far as it is sound.
///
/// A panic of yrs is caught, but the process's panic hook runs first and writes what it likes; whoever minds
/// sets another one. After a panic neither transaction nor document are dropped but leaked: dropping commits,
/// and a second panic within the first would end the process.
///
/// Errors: [`Refused`], never for an update that brings nothing new.
pub fn apply(doc: &Doc, update: &[u8]) -> Result<Checked, Refused> {
    let checked = check(update)?;
    if checked.is_empty {
        return Ok(checked);
    }
    let decoded =
        catch_unwind(|| Update::decode_v1(update)).map_err(|_| Malformed)?.map_err(|_| Malformed)?;
    let mut txn = ManuallyDrop::new(doc.transact_mut());
    let applied = catch_unwind(AssertUnwindSafe(|| txn.apply_update(decoded)));
    if !matches!(applied, Ok(Ok(()))) {
        std::mem::forget(doc.clone());
        return Err(Refused::Broken);
    }
    let committed = catch_unwind(AssertUnwindSafe(|| drop(ManuallyDrop::into_inner(txn))));
    let sound = committed.is_ok() && (!checked.makes_elements || nesting::is_shallow(doc));
    if sound {
        Ok(checked)
    } else {
        std::mem::forget(doc.clone());
        Err(Refused::Broken)
    }
}
