//! Looks at the machine and the data, and says what could be better.

use std::process::ExitCode;

use super::{Done, open, words};
use crate::options::Options;

pub async fn run(options: Options) -> Done {
    let (house, product) = open(options).await?;
    let mut reader = house.database.read().await.map_err(|error| words(&error))?;
    let failed = |error: kernel::Error| words(&error);
    let mut advice = Vec::new();
    if access::people::is_empty(&mut reader).await.map_err(failed)? {
        advice.push("nobody has an account yet: start the server and open /setup".to_owned());
    }
    if house.options.smtp_url.is_none() {
        advice.push("mails go into a folder and to nobody: name a mail server with --smtp-url".to_owned());
    }
    if !house.gate.origin.is_https() && !house.options.is_loopback() {
        advice.push("people reach it without encryption: put a proxy with https before it".to_owned());
    }
    for given_up in dispatch::jobs::given_up(&mut reader).await.map_err(failed)? {
        advice.push(format!("a job of the kind {} was given up: {}", given_up.kind, given_up.failure));
    }
    for stuck in dispatch::store::stuck(&mut reader).await.map_err(failed)? {
        advice.push(format!("{} could not digest activity {}", stuck.reactor, stuck.position));
    }
    let last = database::outbox::last(&mut reader).await.map_err(failed)?;
    let cursors = dispatch::store::cursors(&mut reader).await.map_err(failed)?;
    println!("{} features, {} addresses, {last} activities", product.features.len(), product.routes.len());
    for (name, position) in cursors {
        println!("{name}: {} behind", last - position);
    }
    for line in &advice {
        println!("- {line}");
    }
    if advice.is_empty() {
        println!("nothing to do");
    }
    Ok(ExitCode::SUCCESS)
}
