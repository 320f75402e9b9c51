//! Scratch.
use access::{CompanyRole, Level, Visibility, people, spaces, tokens};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use database::Database;
use kernel::clock::Clock;
use tower::ServiceExt;

struct H {
    app: axum::Router,
    db: Database,
    jobs: dispatch::Jobs,
    rooms: coedit::Rooms,
}

async fn house(url: &str, dir: &std::path::Path) -> H {
    let db = Database::open(url, Clock::System).await.unwrap();
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
    let parts = documents::Parts {
        database: db.clone(),
        blobs,
        converter: convert::Converter::in_process(dir.join("s")),
        rooms: rooms.clone(),
        tail: dispatch::Tail::new(db.clone()),
        known: Default::default(),
    };
    let jobs = dispatch::Jobs::new(db.clone(), documents::workers(parts.clone()));
    let f = documents::feature(parts);
    let _ = kernel::locale::install(&[
        kernel::TEXTS,
        database::TEXTS,
        access::TEXTS,
        page::TEXTS,
        api::TEXTS,
        documents::TEXTS,
    ]);
    let db2 = db.clone();
    let app = f.routes.router.layer(axum::middleware::from_fn(
        move |mut r: axum::extract::Request, n: axum::middleware::Next| {
            let db = db2.clone();
            async move {
                let t = r
                    .headers()
                    .get("authorization")
                    .and_then(|it| it.to_str().ok())
                    .map(|it| it[7..].to_owned());
                let person = match t {
                    Some(t) => tokens::find(&mut db.read().await.unwrap(), &t).await.unwrap().unwrap(),
                    None => access::Person::nobody(),
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
        },
    ));
    H { app, db, jobs, rooms }
}

async fn ask(
    h: &H,
    token: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: impl Into<Body>,
) -> (StatusCode, String, axum::http::HeaderMap) {
    let mut r = Request::builder().method(method).uri(path);
    if !token.is_empty() {
        r = r.header("authorization", format!("Bearer {token}"));
    }
    for (k, v) in headers {
        r = r.header(*k, *v);
    }
    let a = h.app.clone().oneshot(r.body(body.into()).unwrap()).await.unwrap();
    let (p, b) = a.into_parts();
    let b = to_bytes(b, 1 << 26).await.unwrap();
    (p.status, String::from_utf8_lossy(&b).into_owned(), p.headers)
}

fn form(space: &str, name: &str, content: &str, extra: &[(&str, &str)]) -> String {
    let mut s = format!("--e\r\nContent-Disposition: form-data; name=\"space_id\"\r\n\r\n{space}\r\n");
    for (k, v) in extra {
        s += &format!("--e\r\nContent-Disposition: form-data; name=\"{k}\"\r\n\r\n{v}\r\n");
    }
    s + &format!(
        "--e\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{content}\r\n--e--\r\n"
    )
}

#[tokio::test]
async fn all() {
    let dir = tempfile::tempdir().unwrap();
    go(&format!("sqlite:{}", dir.path().join("a.sqlite").display()), dir.path()).await;
    if let Ok(url) = std::env::var("SCRATCH_PG") {
        eprintln!("PG");
        let dir = tempfile::tempdir().unwrap();
        go(&url, dir.path()).await;
    }
}

async fn go(url: &str, dir: &std::path::Path) {
    let h = house(url, dir).await;
    let mut tx = h.db.begin().await.unwrap();
    let ana = people::add(&mut tx, "Ana Berg", "ana@example.org", CompanyRole::Member).await.unwrap();
    let ben = people::add(&mut tx, "Ben Roth", "ben@example.org", CompanyRole::Member).await.unwrap();
    let out = people::add(&mut tx, "Out", "out@example.org", CompanyRole::Member).await.unwrap();
    let space = spaces::open(&mut tx, &ana, "Umzug", Visibility::Private).await.unwrap();
    spaces::admit(&mut tx, &ana, space, &ben, Level::Writer).await.unwrap();
    let (a, b, o) = (
        tokens::create(&mut tx, ana.id, "t").await.unwrap(),
        tokens::create(&mut tx, ben.id, "t").await.unwrap(),
        tokens::create(&mut tx, out.id, "t").await.unwrap(),
    );
    tx.commit().await.unwrap();
    let s = space.uuid().to_string();
    let mp = ("content-type", "multipart/form-data; boundary=e");
    let (st, body, _) = ask(
        &h,
        &a,
        "POST",
        "/api/v1/documents",
        &[mp],
        form(&s, "plan.txt", "Umzug am 3. Mai", &[("title", "Plan"), ("path", "Fotos/Messe/plan.txt")]),
    )
    .await;
    println!("{st} {body}");
    assert_eq!(st, 201);
    let v: serde_json::Value = serde_json::from_str(&body).unwrap();
    let id = v["id"].as_str().unwrap().to_owned();
    for n in ["../../etc/passwd", "CON.txt", "<img src=x onerror=alert(1)>.txt", "zeile%0Aumbruch.txt"] {
        let (st, body, _) = ask(&h, &a, "POST", "/api/v1/documents", &[mp], form(&s, n, "x", &[])).await;
        println!("{n}: {st} {}", &body[..body.len().min(160)]);
    }
    println!("{:?}", ask(&h, &o, "POST", "/api/v1/documents", &[mp], form(&s, "x", "x", &[])).await.0);
    println!("{:?}", ask(&h, "", "POST", "/api/v1/documents", &[mp], form(&s, "x", "x", &[])).await.0);
    println!(
        "nonsense {:?}",
        ask(
            &h,
            &a,
            "POST",
            "/api/v1/documents",
            &[("content-type", "multipart/form-data; boundary=x")],
            "no multipart"
        )
        .await
    );
    println!("jobs {}", h.jobs.catch_up().await);
    let d = format!("/api/v1/documents/{id}");
    println!("{:?}", ask(&h, &a, "GET", &d, &[], "").await);
    println!("{:?}", ask(&h, &a, "GET", &format!("{d}/text"), &[], "").await);
    println!("preview {:?}", ask(&h, &a, "GET", &format!("{d}/preview"), &[], "").await.0);
    println!("large {:?}", ask(&h, &a, "GET", &format!("{d}/preview?size=large"), &[], "").await.0);
    println!("large {:?}", ask(&h, &a, "GET", &format!("{d}/preview?size=large"), &[], "").await.0);
    println!("{:?}", ask(&h, &a, "GET", &format!("{d}/content"), &[("range", "bytes=2-4")], "").await);
    let (_, _, hd) = ask(&h, &b, "GET", &format!("{d}/content"), &[], "").await;
    let tag = hd["etag"].to_str().unwrap().to_owned();
    println!("428 {:?}", ask(&h, &b, "PUT", &format!("{d}/content"), &[], "neu").await.0);
    println!(
        "200 {:?}",
        ask(&h, &b, "PUT", &format!("{d}/content?note=Hallo"), &[("if-match", &tag)], "neu").await.0
    );
    let (st, body, _) = ask(&h, &a, "PUT", &format!("{d}/content"), &[("if-match", &tag)], "spaet").await;
    println!("{st} {body}");
    println!("{:?}", ask(&h, &a, "GET", &format!("{d}/versions"), &[], "").await.1);
    println!("restore {:?}", ask(&h, &a, "POST", &format!("{d}/versions/1/restore"), &[], "").await);
    println!("restore {:?}", ask(&h, &a, "POST", &format!("{d}/versions/99/restore"), &[], "").await.0);
    println!(
        "patch {:?}",
        ask(
            &h,
            &a,
            "PATCH",
            &d,
            &[("content-type", "application/json")],
            r#"{"title":"Neu","folder_id":null}"#
        )
        .await
    );
    println!("delete {:?}", ask(&h, &a, "DELETE", &d, &[], "").await.0);
    println!("gone {:?}", ask(&h, &a, "GET", &d, &[], "").await.0);
    println!("undelete {:?}", ask(&h, &a, "POST", &format!("{d}/undelete"), &[], "").await.0);
    println!(
        "list {:?}",
        ask(&h, &a, "GET", &format!("/api/v1/documents?space={s}&limit=2"), &[], "").await.1
    );
    println!("list {:?}", ask(&h, &o, "GET", &format!("/api/v1/documents?space={s}"), &[], "").await.0);
    println!("list {:?}", ask(&h, &a, "GET", "/api/v1/documents", &[], "").await.0);
    let js = ("content-type", "application/json");
    let (st, body, _) = ask(
        &h,
        &a,
        "POST",
        "/api/v1/pages",
        &[js],
        format!(r##"{{"space_id":"{s}","title":"Ablauf","markdown":"# Ablauf\n\nErst die **Kisten**."}}"##),
    )
    .await;
    println!("{st} {body}");
    let v: serde_json::Value = serde_json::from_str(&body).unwrap();
    let page = format!("/api/v1/documents/{}", v["id"].as_str().unwrap());
    for k in ["md", "docx", "odt", "pdf", "html", "exe"] {
        let r = ask(&h, &a, "GET", &format!("{page}/export?as={k}"), &[], "").await;
        println!("{k} {} {} {:?}", r.0, r.1.len(), r.2.get("content-disposition"));
    }
    let pid: uuid_of::Uuid = v["id"].as_str().unwrap().parse().unwrap();
    h.rooms.restore(pid, ben.id.uuid(), &richtext::from_markdown("# Anders\n\nGanz")).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    println!("text {:?}", ask(&h, &a, "GET", &format!("{page}/text"), &[], "").await.1);
    println!("versions {:?}", ask(&h, &a, "GET", &format!("{page}/versions"), &[], "").await.1);
    println!("restore {:?}", ask(&h, &a, "POST", &format!("{page}/versions/1/restore"), &[], "").await);
    println!("turn {:?}", ask(&h, &a, "POST", &format!("{d}/page"), &[], "").await);
    println!(
        "sync {:?}",
        ask(&h, &o, "GET", &format!("/documents/{pid}/sync"), &[("sec-websocket-key", "x")], "").await.0
    );
    println!(
        "sync {:?}",
        ask(&h, "", "GET", &format!("/documents/{pid}/sync"), &[("sec-websocket-key", "x")], "").await.0
    );
    println!("delete {:?}", ask(&h, &a, "DELETE", &d, &[], "").await.0);
    for p in [
        "/documents",
        "/documents/mine",
        &format!("/documents/in?space={s}"),
        &format!("/documents/{id}"),
        &format!("/documents/{pid}"),
        "/documents/new",
        "/pages/new",
        &format!("/documents/bin?space={s}"),
        &format!("/documents/{pid}/versions"),
        &format!("/documents/{pid}/versions/1"),
    ] {
        let r = ask(&h, &a, "GET", p, &[("accept", "text/html")], "").await;
        std::fs::create_dir_all("/tmp/docpages").unwrap();
        std::fs::write(format!("/tmp/docpages/{}.html", p.replace(['/', '?'], "_")), &r.1).unwrap();
        println!("{p} {} {}", r.0, r.1.len());
    }
}
mod uuid_of {
    pub use kernel::ids::Uuid;
}
