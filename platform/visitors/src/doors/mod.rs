mod pass;
mod work;

pub use pass::{Doors, Refusal, WORK_HEADER, answer};
pub use work::Challenge;
