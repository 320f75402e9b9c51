//! A sample company: a maker of bicycle trailers in Münster, with a few weeks of history.
//!
//! The cast: the [`story`] is a text that says who is there and what happened when. The [`teller`] tells it
//! through the API, as its people would have, while the clock of the house stands where the story is. The
//! [`files`] of the story are made by the program itself.

mod articles;
mod files;
mod learning;
mod posts;
mod story;
mod teller;

use std::process::ExitCode;

use access::CompanyRole;
use kernel::clock::Clock;
use tokio::net::TcpListener;

use crate::commands::{Done, words};
use crate::house::House;
use crate::options::Options;
use crate::start;

const FOLDER: &str = "data-demo";

/// Says that the story was told to its end; without it the folder is told anew.
const TOLD: &str = "told";

/// Serves the sample company, on loopback alone, and prints where it is and how to get in.
pub async fn run(options: Options, fresh: bool, lang: &str) -> Done {
    if !options.is_loopback() {
        return Err("the demo lets everybody in who has a link: it listens on loopback alone".to_owned());
    }
    let data = if options.data.as_os_str() == "./data" { FOLDER.into() } else { options.data.clone() };
    let options = Options { data, ..options };
    let told = options.data.join(TOLD);
    if (fresh || !told.exists()) && options.data.exists() {
        std::fs::remove_dir_all(&options.data).map_err(|error| error.to_string())?;
    }
    // Taken before the story is told: a port that is in use is said at once, not after minutes.
    let listener = listen(&options.listen).await?;
    if !told.exists() {
        teller::tell(options.clone(), lang).await?;
        std::fs::write(&told, lang).map_err(|error| error.to_string())?;
    }
    let house = House::open_at(options, Clock::System).await?;
    let links = links(&house).await.map_err(|error| words(&error))?;
    start::serve_house(house, listener, |address| {
        println!("\n  Mitwerk: http://{address}\n");
        for (role, name, link) in links {
            println!("  {role:<9} {name:<22} http://{address}{link}");
        }
        println!("\n  Each link works as often as you like. End with Ctrl-C.\n");
    })
    .await?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: &str) -> Result<TcpListener, String> {
    match start::listen(address).await {
        Ok(listener) => Ok(listener),
        Err(_) if address == "127.0.0.1:8080" => start::listen("127.0.0.1:0").await,
        Err(why) => Err(why),
    }
}

/// One reusable link per role.
async fn links(house: &House) -> kernel::Result<Vec<(&'static str, String, String)>> {
    let roles = [CompanyRole::Admin, CompanyRole::Member, CompanyRole::Guest, CompanyRole::Customer];
    let mut tx = house.database.begin().await?;
    let mut links = Vec::new();
    for role in roles {
        if let Some(person) = access::people::first_of(&mut tx, role).await? {
            let link = people::link(&mut tx, person.id, people::LinkKind::SignIn, true).await?;
            links.push((role.code(), person.name, link));
        }
    }
    tx.commit().await?;
    Ok(links)
}
