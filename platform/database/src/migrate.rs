//! Bringing the tables up to date: each migration once, all of a start in one transaction.

use kernel::{Error, Result};
use sqlx::AssertSqlSafe;

use crate::query::{Conn, failed};
use crate::{Database, Tx, execute, fetch_all, fetch_optional, postgres, sqlite};

/// A step that a crate brings along. Tokens such as `$UUID` become each engine's own words, and what stands
/// between the lines `-- only sqlite` or `-- only postgres` and `-- end` is for that engine alone.
#[derive(Clone, Copy)]
pub struct Migration {
    /// Crate and file, such as `documents/0001_documents`; never renamed.
    pub name: &'static str,
    /// Never edited once it has run somewhere.
    pub sql: &'static str,
}

/// More steps than the product will ever have.
const MIGRATIONS_MAX: i64 = 10_000;

const OWN_TABLE: &str =
    "create table if not exists migration (name text primary key, sql text not null, at $TIME not null)";

#[derive(sqlx::FromRow)]
struct Ran {
    sql: String,
}

impl Database {
    /// Runs what has not run yet, in the order given. A failure leaves the tables as they were.
    ///
    /// Errors: `Unexpected` for a migration that fails, for one that was edited after it had run, and if a
    /// newer program than this one has been at work here: what it keeps we might destroy.
    pub async fn migrate(&self, migrations: impl IntoIterator<Item = Migration>) -> Result<()> {
        let migrations: Vec<Migration> = migrations.into_iter().collect();
        let mut tx = self.begin().await?;
        tx.take_turn().await?;
        run(&mut tx, OWN_TABLE).await?;
        for (name,) in
            fetch_all!(&mut tx, (String,), "select name from migration limit $1", [MIGRATIONS_MAX])?
        {
            if !migrations.iter().any(|it| it.name == name) {
                let message = format!("the data was written by a newer version of this program ({name})");
                return Err(Error::unexpected(message));
            }
        }
        for Migration { name, sql } in migrations {
            match fetch_optional!(&mut tx, Ran, "select sql from migration where name = $1", [name])? {
                Some(ran) if ran.sql == sql => continue,
                Some(_) => return Err(Error::unexpected(format!("{name} was edited after it had run"))),
                None => run(&mut tx, sql).await?,
            }
            let at = tx.at().micros();
            execute!(&mut tx, "insert into migration (name, sql, at) values ($1, $2, $3)", [name, sql, at])?;
        }
        tx.commit().await
    }
}

/// Asserted to be safe because the text comes from our own files and the tokens from our own tables.
async fn run(tx: &mut Tx, sql: &str) -> Result<()> {
    let done = match tx.writing()? {
        Conn::Lite(conn) => {
            sqlx::raw_sql(AssertSqlSafe(spell(sql, "sqlite", &sqlite::TOKENS))).execute(conn).await.map(drop)
        }
        Conn::Pg(conn) => sqlx::raw_sql(AssertSqlSafe(spell(sql, "postgres", &postgres::TOKENS)))
            .execute(conn)
            .await
            .map(drop),
    };
    done.map_err(failed)
}

fn spell(sql: &str, engine: &str, tokens: &[(&str, &str)]) -> String {
    let mut skips = false;
    let kept = sql.lines().filter(|line| {
        match line.trim().strip_prefix("-- only ") {
            Some(only) => skips = only != engine,
            None if line.trim() == "-- end" => skips = false,
            None => return !skips,
        }
        false
    });
    let sql = kept.collect::<Vec<_>>().join("\n");
    tokens.iter().fold(sql, |sql, (token, name)| sql.replace(token, name))
}

#[cfg(test)]
mod tests {
    use super::spell;

    fn check(engine: &str, expected: &str) {
        let sql = "a $T;\n-- only sqlite\nb;\n-- end\n-- only postgres\nc;\n-- end\nd;";
        assert_eq!(spell(sql, engine, &[("$T", "text")]), expected);
    }

    #[test]
    fn each_engine_gets_its_own_lines_and_words() {
        check("sqlite", "a text;\nb;\nd;");
        check("postgres", "a text;\nc;\nd;");
    }
}
