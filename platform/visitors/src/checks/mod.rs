//! Looks at a text before anybody else does, and says why a person should look at it, too.
//!
//! Nothing here refuses or drops anything: a reason only holds. All of it is counted in the house.

mod bayes;
mod form;
mod learn;
mod look;
mod reason;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod words;

pub use form::{Trap, began};
pub use learn::{learn, unlearn};
pub use look::{Looked, look};
pub use reason::{Reason, Sign, from_kept, holds, to_keep};
