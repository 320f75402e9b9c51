//! Somebody gets an account from the command line.

use std::io::BufRead;
use std::process::ExitCode;

use access::CompanyRole;

use super::{Done, open, words};
use crate::options::Options;

/// Prints a link with which she signs in once.
pub async fn add(options: Options, email: &str, name: &str, role: &str, password_stdin: bool) -> Done {
    let (house, _) = open(options).await?;
    let role = CompanyRole::parse(role).map_err(|error| words(&error))?;
    let password = if password_stdin { Some(first_line()?) } else { None };
    let added = people::add(&house.database, email, name, role, password).await;
    let (_, path) = added.map_err(|error| words(&error))?;
    println!("{}", house.gate.absolute(&path));
    Ok(ExitCode::SUCCESS)
}

fn first_line() -> Result<String, String> {
    let mut line = String::new();
    let mut input = std::io::stdin().lock();
    input.read_line(&mut line).map_err(|error| format!("the password cannot be read: {error}"))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
