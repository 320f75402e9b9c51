//! A comment over HTTP by sixteen clients with all reactors on, against raw SQLite with `synchronous=FULL`
//! and one writer on the same disk.

use std::str::FromStr;
use std::time::Instant;

use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};

use crate::Done;
use crate::load::{TIME, rate};
use crate::program::Program;

const CLIENTS: usize = 16;

pub async fn run() -> Done {
    let program = Program::start().await?;
    let space = program.make("/spaces", &json!({ "name": "Talk", "visibility": "private" })).await?;
    let page = program.make("/pages", &json!({ "space_id": space, "title": "Page" })).await?;
    let body = json!({ "about": format!("document/{page}"), "body": "Quite so." }).to_string();
    let request = program.request("POST", "/api/v1/comments", &body);
    let ours = rate(program.port, CLIENTS, request, 201).await?;

    let url = format!("sqlite:{}", program.folder().join("raw.sqlite").display());
    let raw = raw(&url).await?;
    println!(
        "durable comment, {CLIENTS} clients: {ours:.0}/s, raw SQLite FULL with one writer {raw:.0}/s, ratio {:.3} \
         (budget 0.5)",
        ours / raw
    );
    Ok(())
}

async fn raw(url: &str) -> Done<f64> {
    let mut connection = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .connect()
        .await?;
    sqlx::query("create table comment (id integer primary key, body text not null)")
        .execute(&mut connection)
        .await?;
    let (begun, mut count) = (Instant::now(), 0_u32);
    while begun.elapsed() < TIME {
        sqlx::query("insert into comment (body) values ('Quite so.')").execute(&mut connection).await?;
        count += 1;
    }
    let rate = f64::from(count) / begun.elapsed().as_secs_f64();
    connection.close().await?;
    Ok(rate)
}
