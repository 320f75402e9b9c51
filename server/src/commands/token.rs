//! A program gets a key.

use std::process::ExitCode;

use super::{Done, open, words};
use crate::options::Options;

/// Prints the token and nothing else; it is shown this once.
pub async fn create(options: Options, person: &str, name: &str) -> Done {
    let (house, _) = open(options).await?;
    let token = people::create_token(&house.database, person, name).await.map_err(|error| words(&error))?;
    println!("{token}");
    Ok(ExitCode::SUCCESS)
}
