//! Everything that is open while the program runs. Cheap to clone: a clone is the same house.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use access::settings;
use blobs::Blobs;
use convert::Converter;
use database::Database;
use dispatch::{Nudges, Tail};
use feature::Later;
use kernel::clock::{Clock, Time};
use kernel::when;
use mail::{Address, Mailer};
use page::Gate;
use tokio::sync::watch;

use crate::options::Options;
use crate::product;

#[derive(Clone)]
pub struct House {
    pub options: Options,
    pub database: Database,
    pub blobs: Blobs,
    pub converter: Converter,
    pub mailer: Mailer,
    pub rooms: coedit::Rooms,
    pub tail: Tail,
    pub nudges: Nudges,
    pub known: Later,
    pub gate: Gate,
    pub setup_key: String,
    /// How often somebody without an account may write.
    pub doors: visitors::Doors,
    pub stopping: Arc<watch::Sender<bool>>,
}

/// Where the sender of mails stands in the mails.
const MAIL_NAME: &str = "Mitwerk";

impl House {
    /// Opens it in the folder of the options, and makes what is missing there. The tables are brought up to
    /// date.
    ///
    /// Errors: one line for whoever started the program.
    pub async fn open(options: Options) -> Result<Self, String> {
        let clock = clock(&options)?;
        Self::open_at(options, clock).await
    }

    /// As [`House::open`], with a clock of one's own.
    pub async fn open_at(options: Options, clock: Clock) -> Result<Self, String> {
        let zone = when::zone(&options.time_zone)
            .ok_or_else(|| format!("--time-zone: there is no {}", options.time_zone))?;
        if let Some(url) = &options.database_url {
            // Asked before anything is made: a wrong address leaves no folder behind.
            Database::open(url, clock.clone()).await.map_err(|error| cause("the database", &error))?;
        }
        private_folder(&options.data)
            .map_err(|error| format!("the folder {} cannot be used: {error}", options.data.display()))?;
        let url = match &options.database_url {
            Some(url) => url.clone(),
            None => format!("sqlite:{}", options.data.join("mitwerk.sqlite").display()),
        };
        let database = Database::open(&url, clock).await.map_err(|error| cause("the database", &error))?;
        database.migrate(product::migrations()).await.map_err(|error| cause("the database", &error))?;

        let blobs =
            Blobs::open(options.data.join("blobs")).await.map_err(|error| cause("the files", &error))?;
        let program = match &options.program {
            Some(program) => program.clone(),
            None => std::env::current_exe().map_err(|error| error.to_string())?,
        };
        let scratch = options.data.join("scratch");
        std::fs::create_dir_all(&scratch)
            .map_err(|error| format!("the folder {} cannot be used: {error}", scratch.display()))?;
        let converter = Converter::new(program, scratch);
        let public_url = public_url(&options, &database).await?;
        let gate = Gate::new(database.clone(), zone, &public_url, &options.trusted_proxies)?;
        let rooms = coedit::Rooms::new(documents::room_log(database.clone(), blobs.clone()));
        let setup_key = access::fresh_secret().map_err(|error| error.to_string())?;
        Ok(Self {
            mailer: mailer(&options)?,
            tail: Tail::new(database.clone()),
            nudges: Nudges::default(),
            known: Later::default(),
            doors: visitors::Doors::default(),
            stopping: Arc::new(watch::channel(false).0),
            options,
            database,
            blobs,
            converter,
            rooms,
            gate,
            setup_key,
        })
    }
}

/// The company's data are for whoever runs the program, and for no other account of the machine.
fn private_folder(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// The cause of a failure in one line. An address of a database is left out: it may hold a password.
fn cause(what: &str, error: &kernel::Error) -> String {
    let mut deepest: &dyn std::error::Error = error;
    while let Some(source) = deepest.source() {
        deepest = source;
    }
    let text = deepest.to_string().lines().next().unwrap_or_default().to_owned();
    format!("{what} cannot be used: {text}")
}

/// Named by an option, else by the last start, else made of where it listens.
async fn public_url(options: &Options, database: &Database) -> Result<String, String> {
    let failed = |error: kernel::Error| cause("the database", &error);
    if let Some(url) = &options.public_url {
        return Ok(url.clone());
    }
    let mut reader = database.read().await.map_err(failed)?;
    let known = settings::get(&mut reader, settings::PUBLIC_URL).await.map_err(failed)?;
    Ok(known.unwrap_or_else(|| format!("http://{}", options.listen)))
}

fn mailer(options: &Options) -> Result<Mailer, String> {
    let from = Address { name: MAIL_NAME.to_owned(), email: options.mail_from.clone() };
    match &options.smtp_url {
        Some(url) => Mailer::smtp(url, from)
            .map_err(|_| "--smtp-url wants smtp://user:password@host:port or smtps://…".to_owned()),
        None => Ok(Mailer::to_folder(options.data.join("outbox"), from)),
    }
}

fn clock(options: &Options) -> Result<Clock, String> {
    let Some(path) = &options.test_clock else { return Ok(Clock::System) };
    if !options.is_loopback() {
        return Err("--test-clock works only where nobody else can reach the server".to_owned());
    }
    let first = read_clock(path).ok_or_else(|| format!("--test-clock: {} holds no time", path.display()))?;
    let hand = Arc::new(AtomicI64::new(first));
    tracing::warn!("the time comes from a file: this is for tests alone");
    let (path, moved) = (path.clone(), Arc::clone(&hand));
    std::thread::spawn(move || {
        while Arc::strong_count(&moved) > 1 {
            if let Some(time) = read_clock(&path) {
                moved.store(time, Ordering::Relaxed);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    Ok(Clock::Set(hand))
}

fn read_clock(path: &Path) -> Option<i64> {
    let text = std::fs::read_to_string(path).ok()?;
    when::parse_rfc3339(text.trim()).map(Time::micros)
}
