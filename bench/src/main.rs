//! Three budgets, each as a ratio of two things measured one after the other in the same run.
//!
//! `bench` runs all; `bench space-page`, `bench durable-comment` or `bench coediting` runs one. It needs
//! `target/release/mitwerk`, talks to loopback alone, and stops by itself after about a minute.

mod coediting;
mod durable_comment;
mod load;
mod program;
mod space_page;

type Done<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Done {
    let chosen = std::env::args().nth(1).unwrap_or_default();
    if chosen == "relay" {
        // Started by the co-editing benchmark as a process of its own, so that its processor time can be told.
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
    Ok(())
}
