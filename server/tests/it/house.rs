//! A house to test in: a fresh one with five people, one space, and one document with two versions.
//!
//! Dana owns the private space *Travel*, Ana may write in it, Ben may read, Cem is a colleague but no member,
//! Gil is a guest without a space.

use std::path::{Path, PathBuf};

use access::{CompanyRole, Level, Person, Visibility, people, spaces, tokens};
use axum::Router;
use database::Database;
use dispatch::{Dispatcher, Jobs, Reactor};
use kernel::clock::{Clock, Time};
use kernel::ids::{SpaceId, ThingId, Uuid};
use server::house::House as Open;
use server::options::Options;
use server::product::{self, Product};
use server::start;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// When everything in the house happens.
pub const NOW: i64 = 1_700_000_000_000_000;

/// A person with the key of a program that acts for her.
#[derive(Clone)]
pub struct Somebody {
    pub person: Person,
    pub token: String,
}

pub struct House {
    pub url: String,
    pub open: Open,
    pub database: Database,
    pub dispatcher: Dispatcher,
    pub jobs: Jobs,
    pub dana: Somebody,
    pub ana: Somebody,
    pub ben: Somebody,
    pub cem: Somebody,
    pub gil: Somebody,
    pub travel: SpaceId,
    pub policy: ThingId,
    pub app: Router,
}

/// Which reactors run in the house of a test: those of the product, or its own.
pub type Reactors = fn(&Open) -> Vec<Box<dyn Reactor>>;

pub fn all(open: &Open) -> Vec<Box<dyn Reactor>> {
    product::reactors(open)
}

pub fn none(_: &Open) -> Vec<Box<dyn Reactor>> {
    Vec::new()
}

/// Runs the journey on each engine that is at hand, each time in a new house.
pub async fn on_each_engine(reactors: Reactors, journey: impl AsyncFn(House)) {
    on_each_engine_with(|_| env!("CARGO_BIN_EXE_mitwerk").into(), reactors, journey).await;
}

/// The same with another program for its children, made in the folder of the house.
pub async fn on_each_engine_with(
    program: fn(&Path) -> PathBuf,
    reactors: Reactors,
    journey: impl AsyncFn(House),
) {
    let folder = tempfile::tempdir().unwrap();
    eprintln!("on SQLite");
    let here = options(folder.path(), None, program(folder.path()));
    journey(House::open(here, reactors).await).await;

    let Some(url) = fresh_schema().await else { return };
    eprintln!("on PostgreSQL");
    let folder = tempfile::tempdir().unwrap();
    let here = options(folder.path(), Some(url), program(folder.path()));
    journey(House::open(here, reactors).await).await;
}

/// An empty place in the PostgreSQL of `MITWERK_TEST_POSTGRES_URL`; `None` if that names none.
pub async fn fresh_schema() -> Option<String> {
    let server = std::env::var("MITWERK_TEST_POSTGRES_URL").ok()?;
    let schema = format!("house_{}", Uuid::now_v7().simple());
    let mut admin = PgConnection::connect(&server).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("create schema {schema}"))).execute(&mut admin).await.unwrap();
    Some(format!("{server}?options[search_path]={schema}"))
}

fn options(folder: &Path, database_url: Option<String>, program: PathBuf) -> Options {
    Options { database_url, program: Some(program), ..Options::in_folder(folder.join("data")) }
}

/// The house as another process would open it, `later` by so many seconds.
pub async fn another_process(url: &str, later: i64) -> Database {
    Database::open(url, Clock::Fixed(Time::from(NOW + later * 1_000_000))).await.unwrap()
}

impl House {
    async fn open(options: Options, reactors: Reactors) -> House {
        let url = options
            .database_url
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", options.data.join("mitwerk.sqlite").display()));
        let open = Open::open_at(options, Clock::Fixed(Time::from(NOW))).await.unwrap();
        let database = open.database.clone();
        let product = Product::assemble(&open).unwrap();
        let routes = product.features.into_iter().map(|it| it.routes).collect();
        let app = start::router(&open, routes, &product.routes);
        let [dana, ana, ben, cem, gil] = settle(&database).await.unwrap();
        let travel = furnish(&database, &dana, &ana, &ben).await.unwrap();
        let dispatcher = Dispatcher::new(database.clone(), reactors(&open));
        let policy = ThingId { kind: "document".into(), id: Uuid::nil() };
        let jobs = product.jobs;
        let mut house =
            House { url, open, database, dispatcher, jobs, dana, ana, ben, cem, gil, travel, policy, app };
        house.policy = house.write_the_policy().await;
        house
    }

    /// The work of the house as it is due so many days later.
    pub async fn jobs_after(&self, days: i64) -> Jobs {
        let clock = Clock::Fixed(Time::from(NOW + days * 86_400_000_000));
        let open = Open::open_at(self.open.options.clone(), clock).await.unwrap();
        Product::assemble(&open).unwrap().jobs
    }

    /// The travel policy with two versions, by Ana.
    async fn write_the_policy(&self) -> ThingId {
        let id = self.upload(&self.ana, self.travel, "Travel policy.txt", b"By train.").await;
        let policy = ThingId { kind: "document".into(), id };
        let (status, answer) = self.replace(&self.ana, &policy, b"By train or bicycle.").await;
        assert_eq!(status, 200, "{answer}");
        policy
    }
}

async fn settle(database: &Database) -> kernel::Result<[Somebody; 5]> {
    let people = [
        ("Dana Kurz", CompanyRole::Member),
        ("Ana Berg", CompanyRole::Member),
        ("Ben Roth", CompanyRole::Member),
        ("Cem Kaya", CompanyRole::Admin),
        ("Gil Moor", CompanyRole::Guest),
    ];
    let mut tx = database.begin().await?;
    let mut settled = Vec::new();
    for (name, role) in people {
        let first = name.split(' ').next().unwrap().to_lowercase();
        let mut person = people::add(&mut tx, name, &format!("{first}@example.org"), role).await?;
        people::speaks(&mut tx, person.id, Some(kernel::Locale::En)).await?;
        person.language = Some(kernel::Locale::En);
        let token = tokens::create(&mut tx, person.id, "test").await?;
        settled.push(Somebody { person, token });
    }
    tx.commit().await?;
    Ok(settled.try_into().map_err(|_| ()).unwrap())
}

async fn furnish(
    database: &Database,
    dana: &Somebody,
    ana: &Somebody,
    ben: &Somebody,
) -> kernel::Result<SpaceId> {
    let mut tx = database.begin().await?;
    let travel = spaces::open(&mut tx, &dana.person, "Travel", Visibility::Private).await?;
    spaces::admit(&mut tx, &dana.person, travel, &ana.person, Level::Writer).await?;
    spaces::admit(&mut tx, &dana.person, travel, &ben.person, Level::Reader).await?;
    tx.commit().await?;
    Ok(travel)
}
