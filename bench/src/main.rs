//! Four budgets, each as a ratio of two things measured one after the other in the same run.
//!
//! `bench` runs all; `bench space-page`, `bench durable-comment`, `bench coediting` or `bench learning` runs
//! one; `bench learning 50` with a fiftieth of its questions and learners, to try it. It needs `mitwerk`
//! built beside it, talks to loopback alone, and stops by itself after about two minutes.

mod coediting;
mod durable_comment;
mod learning;
mod load;
mod program;
mod schooling;
mod space_page;
mod statements;

type Done<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Done {
    let chosen = std::env::args().nth(1).unwrap_or_default();
    if chosen == "relay" {
        // Started by the co-editing benchmark as a process of its own, so that its processor time can be
        // told.
        return coediting::relay().await;
    }
    let all = chosen.is_empty();
    if all || chosen == "space-page" {
        space_page::run().await?;
    }
    if all || chosen == "durable-comment" {
        durable_comment::run().await?;
    }
    if all || chosen == "coediting" {
        coediting::run().await?;
    }
    if all || chosen == "learning" {
        let smaller = std::env::args().nth(2).and_then(|it| it.parse().ok()).unwrap_or(1).max(1);
        learning::run(smaller).await?;
    }
    Ok(())
}
