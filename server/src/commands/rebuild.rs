//! What a reactor keeps is made anew from the log.

use std::process::ExitCode;

use super::{Done, open, words};
use crate::options::Options;

pub async fn run(options: Options, reactor: &str) -> Done {
    let (_, product) = open(options).await?;
    match product.dispatcher.rebuild(reactor).await {
        Ok(true) => {
            println!("{reactor} is made anew");
            Ok(ExitCode::SUCCESS)
        }
        Ok(false) => Err(format!("there is no reactor {reactor}; there are {}", product.dispatcher.names())),
        Err(error) => Err(words(&error)),
    }
}
