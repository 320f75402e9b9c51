//! The program run as `convert-child`: reads one order, limits itself, does the job, writes the answer.

use crate::failure::{Failure, unexpected};
use crate::job::{ANSWER, Answer, BYTES, Job, Order};
use crate::limits::{ANSWER_MAX_BYTES, MEMORY_MAX_BYTES, PROCESSOR_MAX_SECONDS, STACK_MAX_BYTES};
use crate::{export, formats};
use rustix::process::{Resource, Rlimit, setrlimit};
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// Reads one order from standard input and puts its answer into the folder that the order names. The exit
/// code says only whether there is an answer. It opens no connection and prints nothing but a parser's last
/// words.
pub fn child() -> ExitCode {
    let Some(order) = order() else { return ExitCode::from(2) };
    if limit_ourselves().is_err() {
        return ExitCode::from(3);
    }
    // A parser's panic is an answer like another: that this file cannot be read.
    std::panic::set_hook(Box::new(|_| {}));
    let worker = std::thread::Builder::new().stack_size(STACK_MAX_BYTES);
    let done = worker.spawn(move || {
        let answer = perform(&order.job, &order.folder);
        write_answer(&order.folder, &answer)
    });
    match done.map(std::thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn order() -> Option<Order> {
    let mut json = Vec::new();
    std::io::stdin().lock().take(ANSWER_MAX_BYTES).read_to_end(&mut json).ok()?;
    serde_json::from_slice(&json).ok()
}

fn limit_ourselves() -> rustix::io::Result<()> {
    let at_most = |count| Rlimit { current: Some(count), maximum: Some(count) };
    setrlimit(Resource::As, at_most(MEMORY_MAX_BYTES))?;
    setrlimit(Resource::Cpu, at_most(PROCESSOR_MAX_SECONDS))?;
    setrlimit(Resource::Fsize, at_most(ANSWER_MAX_BYTES))?;
    setrlimit(Resource::Core, at_most(0))?;
    // People's requests come first. Whether it is granted does not matter.
    let _ = rustix::process::nice(5);
    Ok(())
}

fn write_answer(folder: &Path, answer: &Answer) -> Result<(), Failure> {
    let json = serde_json::to_vec(answer).map_err(unexpected)?;
    std::fs::write(folder.join(ANSWER), json).map_err(unexpected)
}

/// Does the job in this very thread. Bytes are put into the folder.
pub(crate) fn perform(job: &Job, folder: &Path) -> Answer {
    let answer = match job {
        Job::Text { file } => formats::words(file).map(Answer::Text),
        Job::Picture { file, page, side } => bytes(folder, formats::picture(file, *page, *side)),
        Job::Page { file } => formats::page(file).map(Answer::Page),
        Job::Export { page } => bytes(folder, export::write(page).map(Some)),
        Job::Avatar { path, side } => bytes(folder, formats::avatar(path, *side).map(Some)),
    };
    answer.unwrap_or_else(Answer::Failed)
}

fn bytes(folder: &Path, found: Result<Option<Vec<u8>>, Failure>) -> Result<Answer, Failure> {
    match found? {
        None => Ok(Answer::Nothing),
        Some(bytes) if bytes.len() as u64 > ANSWER_MAX_BYTES => Err(Failure::TooLarge),
        Some(bytes) => {
            std::fs::write(folder.join(BYTES), bytes).map_err(unexpected)?;
            Ok(Answer::Bytes)
        }
    }
}
