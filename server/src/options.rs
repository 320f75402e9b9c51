//! What the command line says. An option is a flag, else a variable `MITWERK_*`, else a line in
//! `mitwerk.toml`
//! in the current folder, else its default.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand};
use serde::Deserialize;

#[derive(Parser)]
#[command(name = "mitwerk", version, about = "A social workplace: documents, and the talk about them.")]
struct Cli {
    #[command(subcommand)]
    command: Words,
    #[command(flatten)]
    options: Flags,
}

#[derive(Subcommand)]
enum Words {
    /// Serves the house until it is ended.
    Serve,
    /// Serves a sample company from ./data-demo.
    Demo {
        /// Begins anew.
        #[arg(long)]
        fresh: bool,
        #[arg(long, default_value = "de", value_parser = ["de", "en"])]
        lang: String,
    },
    /// People and their accounts.
    #[command(subcommand)]
    Person(PersonWords),
    /// Keys for programs.
    #[command(subcommand)]
    Token(TokenWords),
    /// Checks the database, every file, the log and the indexes.
    Verify,
    /// Makes anew what a reactor keeps.
    Rebuild { reactor: String },
    /// Looks at the machine and the data and says what could be better.
    Doctor,
    /// Every address, and who may use it.
    Routes,
    /// Courses as folders or zips of plain texts.
    #[command(subcommand)]
    Course(CourseAction),
    #[command(hide = true, name = "needs")]
    Needs { rest: Vec<String> },
    #[command(hide = true, name = "mail")]
    Mail { rest: Vec<String> },
    #[command(hide = true, name = "backup")]
    Backup { rest: Vec<String> },
}

#[derive(Subcommand)]
enum PersonWords {
    /// Adds somebody and prints a link to sign in with.
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        #[arg(long)]
        role: String,
        /// The password is the first line of standard input.
        #[arg(long)]
        password_stdin: bool,
    },
}

/// What is to be done with a course.
#[derive(Debug, Subcommand)]
pub enum CourseAction {
    /// Looks for mistakes, each with file and line; changes nothing.
    Check {
        #[arg(required = true)]
        paths: Vec<String>,
    },
    /// Publishes a course; one with the same key goes on as this version.
    Import { path: String },
    /// Writes a published course as a zip.
    Export {
        path: String,
        #[arg(long, default_value = "social-workplace")]
        key: String,
    },
}

#[derive(Subcommand)]
enum TokenWords {
    /// Makes a token and prints it.
    Create {
        /// The e-mail address of whom the program acts for.
        #[arg(long)]
        person: String,
        #[arg(long, default_value = "")]
        name: String,
    },
}

#[derive(Args, Clone, Default)]
struct Flags {
    #[arg(long, global = true, env = "MITWERK_LISTEN", help = "Address and port [127.0.0.1:8080]")]
    listen: Option<String>,
    #[arg(long, global = true, env = "MITWERK_DATA", help = "Folder of all data [./data]")]
    data: Option<PathBuf>,
    #[arg(long, global = true, env = "MITWERK_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    #[arg(long, global = true, env = "MITWERK_SMTP_URL", hide_env_values = true)]
    smtp_url: Option<String>,
    #[arg(long, global = true, env = "MITWERK_MAIL_FROM", help = "Sender of mails")]
    mail_from: Option<String>,
    #[arg(long, global = true, env = "MITWERK_PUBLIC_URL", help = "The address people type")]
    public_url: Option<String>,
    #[arg(long, global = true, env = "MITWERK_TIME_ZONE", help = "[Europe/Berlin]")]
    time_zone: Option<String>,
    #[arg(long, global = true, env = "MITWERK_TRUSTED_PROXIES", value_delimiter = ',')]
    trusted_proxies: Option<Vec<String>>,
    #[arg(long, global = true, env = "MITWERK_LOG", help = "What is logged [info]")]
    log: Option<String>,
    #[arg(long, global = true, env = "MITWERK_TEST_CLOCK", hide = true)]
    test_clock: Option<PathBuf>,
    #[arg(long, global = true, env = "MITWERK_ALLOW_LOOPBACK_PEERS", hide = true)]
    allow_loopback_peers: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    listen: Option<String>,
    data: Option<PathBuf>,
    database_url: Option<String>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    public_url: Option<String>,
    time_zone: Option<String>,
    trusted_proxies: Option<Vec<String>>,
    log: Option<String>,
}

/// All options, settled.
#[derive(Clone, Debug)]
pub struct Options {
    pub listen: String,
    pub data: PathBuf,
    /// `None` for SQLite in the data folder.
    pub database_url: Option<String>,
    /// `None` for a folder of mails in the data folder.
    pub smtp_url: Option<String>,
    pub mail_from: String,
    /// `None` if nobody named one: then it follows from `listen`.
    pub public_url: Option<String>,
    pub time_zone: String,
    pub trusted_proxies: Vec<String>,
    pub log: String,
    pub test_clock: Option<PathBuf>,
    pub allow_loopback_peers: bool,
    /// The program whose children read files; `None` for the one that runs.
    pub program: Option<PathBuf>,
}

pub enum Action {
    Serve,
    Demo { fresh: bool, lang: String },
    AddPerson { email: String, name: String, role: String, password_stdin: bool },
    CreateToken { person: String, name: String },
    Verify,
    Rebuild { reactor: String },
    Doctor,
    Routes,
    Course(CourseAction),
    NotYet { word: &'static str },
}

pub struct Command {
    pub action: Action,
    pub options: Options,
}

/// Errors: how the program has to end: 0 after help or version, 2 after one line about what is wrong.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, ExitCode> {
    let cli = Cli::try_parse_from(args).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _broken_pipe = error.print();
            ExitCode::SUCCESS
        }
        _ => {
            let text = error.to_string();
            let lines = text.lines().map(str::trim).take_while(|it| !it.is_empty());
            let line = lines.collect::<Vec<_>>().join(" ");
            eprintln!("mitwerk: {} (see mitwerk --help)", line.trim_start_matches("error: "));
            ExitCode::from(2)
        }
    })?;
    let file = file(Path::new("mitwerk.toml")).map_err(|why| {
        eprintln!("mitwerk: {why}");
        ExitCode::from(2)
    })?;
    Ok(Command { action: action(cli.command), options: settle(cli.options, file) })
}

fn action(words: Words) -> Action {
    match words {
        Words::Serve => Action::Serve,
        Words::Demo { fresh, lang } => Action::Demo { fresh, lang },
        Words::Person(PersonWords::Add { email, name, role, password_stdin }) => {
            Action::AddPerson { email, name, role, password_stdin }
        }
        Words::Token(TokenWords::Create { person, name }) => Action::CreateToken { person, name },
        Words::Verify => Action::Verify,
        Words::Rebuild { reactor } => Action::Rebuild { reactor },
        Words::Doctor => Action::Doctor,
        Words::Routes => Action::Routes,
        Words::Course(action) => Action::Course(action),
        Words::Needs { .. } => Action::NotYet { word: "needs" },
        Words::Mail { .. } => Action::NotYet { word: "mail" },
        Words::Backup { .. } => Action::NotYet { word: "backup" },
    }
}

fn file(path: &Path) -> Result<File, String> {
    match std::fs::read_to_string(path) {
        Ok(text) => toml::from_str(&text).map_err(|error| {
            format!("mitwerk.toml cannot be read: {}", error.message().lines().next().unwrap_or_default())
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(File::default()),
        Err(error) => Err(format!("mitwerk.toml cannot be read: {error}")),
    }
}

fn settle(flags: Flags, file: File) -> Options {
    let default = |text: &str| text.to_owned();
    Options {
        listen: flags.listen.or(file.listen).unwrap_or_else(|| default("127.0.0.1:8080")),
        data: flags.data.or(file.data).unwrap_or_else(|| PathBuf::from("./data")),
        database_url: flags.database_url.or(file.database_url),
        smtp_url: flags.smtp_url.or(file.smtp_url),
        mail_from: flags
            .mail_from
            .or(file.mail_from)
            .unwrap_or_else(|| default("mitwerk@localhost.localdomain")),
        public_url: flags.public_url.or(file.public_url),
        time_zone: flags.time_zone.or(file.time_zone).unwrap_or_else(|| default("Europe/Berlin")),
        trusted_proxies: flags.trusted_proxies.or(file.trusted_proxies).unwrap_or_default(),
        log: flags.log.or(file.log).unwrap_or_else(|| default("info")),
        test_clock: flags.test_clock,
        allow_loopback_peers: flags.allow_loopback_peers,
        program: None,
    }
}

impl Options {
    /// For tests and the demo: everything in `data`, the rest as by default.
    pub fn in_folder(data: PathBuf) -> Self {
        Self { data, ..settle(Flags::default(), File::default()) }
    }

    /// Whether only this machine can reach it.
    pub fn is_loopback(&self) -> bool {
        let host = self.listen.rsplit_once(':').map_or(self.listen.as_str(), |(host, _)| host);
        host == "localhost"
            || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|it| it.is_loopback())
    }
}
