//! Scratch.
use access::{CompanyRole, Level, Visibility, people, spaces, tokens};
use database::Database;
use kernel::clock::Clock;

#[tokio::test(flavor = "multi_thread")]
#[ignore]
async fn serve() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let db =
        Database::open(&format!("sqlite:{}", dir.join("a.sqlite").display()), Clock::System).await.unwrap();
    let m = [
        database::outbox::MIGRATIONS,
        access::MIGRATIONS,
        dispatch::MIGRATIONS,
        api::MIGRATIONS,
        documents::MIGRATIONS,
    ]
    .concat();
    db.migrate(m).await.unwrap();
    let blobs = blobs::Blobs::open(dir.join("blobs")).await.unwrap();
    std::fs::create_dir_all(dir.join("s")).unwrap();
    let rooms = coedit::Rooms::new(documents::room_log(db.clone(), blobs.clone()));
    let tail = dispatch::Tail::new(db.clone());
    let parts = documents::Parts {
        database: db.clone(),
        blobs,
        converter: convert::Converter::in_process(dir.join("s")),
        rooms: rooms.clone(),
        tail: tail.clone(),
        known: Default::default(),
    };
    let jobs = dispatch::Jobs::new(db.clone(), documents::workers(parts.clone()));
    tokio::spawn(async move { jobs.run().await });
    tokio::spawn(async move { tail.run().await });
    let f = documents::feature(parts);
    kernel::locale::install(&[
        kernel::TEXTS,
        database::TEXTS,
        access::TEXTS,
        page::TEXTS,
        api::TEXTS,
        documents::TEXTS,
    ])
    .unwrap();
    let mut tx = db.begin().await.unwrap();
    access::settings::put(&mut tx, access::settings::COMPANY, "Zugvogel").await.unwrap();
    let ana = people::add(&mut tx, "Petra Lohmann", "ana@example.org", CompanyRole::Member).await.unwrap();
    let ben = people::add(&mut tx, "Aylin Demir", "ben@example.org", CompanyRole::Member).await.unwrap();
    let space = spaces::open(&mut tx, &ana, "Entwicklung Storch 3", Visibility::Private).await.unwrap();
    let empty = spaces::open(&mut tx, &ana, "Versand und Lager", Visibility::Internal).await.unwrap();
    spaces::admit(&mut tx, &ana, space, &ben, Level::Writer).await.unwrap();
    let t = tokens::create(&mut tx, ana.id, "t").await.unwrap();
    let t2 = tokens::create(&mut tx, ben.id, "t").await.unwrap();
    tx.commit().await.unwrap();
    std::fs::write(
        "/tmp/doc-serve.json",
        serde_json::json!({"space": space.uuid(), "empty": empty.uuid(), "token": t, "token2": t2})
            .to_string(),
    )
    .unwrap();
    let db2 = db.clone();
    let app = f
        .routes
        .router
        .layer(axum::middleware::from_fn(move |mut r: axum::extract::Request, n: axum::middleware::Next| {
            let (db, ana, ben) = (db2.clone(), ana.clone(), ben.clone());
            async move {
                let second =
                    r.headers().get("cookie").is_some_and(|it| it.to_str().unwrap().contains("second"));
                let t = r
                    .headers()
                    .get("authorization")
                    .and_then(|it| it.to_str().ok())
                    .map(|it| it[7..].to_owned());
                let person = match t {
                    Some(t) => tokens::find(&mut db.read().await.unwrap(), &t).await.unwrap().unwrap(),
                    None if second => ben,
                    None => ana,
                };
                r.extensions_mut().insert(page::Asking {
                    by: page::By::Token,
                    person,
                    locale: kernel::Locale::De,
                    zone: kernel::when::zone("Europe/Berlin").unwrap(),
                    now: db.now(),
                    address: "127.0.0.1".parse().unwrap(),
                    toast: None,
                });
                n.run(r).await
            }
        }))
        .merge(
            axum::Router::new()
                .route("/assets/{*path}", axum::routing::get(page::assets::serve))
                .route("/sw.js", axum::routing::get(page::assets::service_worker)),
        )
        .layer(axum::middleware::from_fn(page::secure));
    let l = tokio::net::TcpListener::bind("127.0.0.1:18431").await.unwrap();
    tokio::select! { _ = async { axum::serve(l, app).await } => {}, _ = tokio::time::sleep(std::time::Duration::from_secs(3000)) => {} }
}
