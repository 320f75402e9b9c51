//! The text format of courses: what authors write, and what it becomes. No I/O.
//!
//! A course is a folder of plain texts: `course.toml` with the plan, and per language and chapter a
//! [`talk`] (what the presenter says), the [`questions`] of its game, its [`task`] and a summary. Everything
//! that is wrong is told with file and line, all at once, and nothing is taken.

pub mod course;
pub mod fault;
pub mod lines;
pub mod manifest;
pub mod markers;
pub mod question;
pub mod questions;
pub mod talk;
pub mod task;

#[cfg(test)]
mod tests;

pub use course::{Chapter, ChapterText, Course, Files, questions_of};
pub use fault::Faults;
pub use manifest::Manifest;
pub use question::{Choice, Kind, Question, Target};
pub use talk::{Reply, Scene, Slide};
pub use task::{Check, Practice, Predicate, Task};
