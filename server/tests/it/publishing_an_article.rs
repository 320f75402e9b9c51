//! A page becomes an article: nobody outside knows of it before, everybody reads it after, and what is
//! written later stays inside until it is let out.

use axum::http::{HeaderMap, Method};
use kernel::clock::{Clock, Time};
use serde_json::{Value, json};

use crate::asking::Ask;
use crate::house::{House, NOW, all, on_each_engine};

const ARTICLE: &str =
    "Und wieder **was** gelernt.\n\n<script>alert(1)</script>\n\n[hier](javascript:alert(2))";

async fn begun(house: &House, title: &str, more: Value) -> Value {
    let mut body = json!({ "title": title, "body": ARTICLE, "language": "de", "tags": ["Lernen"] });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let (status, answer) = house.post(&house.cem, "/api/v1/articles", body).await;
    assert_eq!(status, 201, "{answer}");
    answer
}

async fn published(house: &House, title: &str) -> Value {
    let article = begun(house, title, json!({})).await;
    let path = format!("/api/v1/articles/{}/publish", article["id"].as_str().unwrap());
    let (status, answer) = house.post(&house.cem, &path, Value::Null).await;
    assert_eq!(status, 200, "{answer}");
    answer
}

async fn open(house: &House, path: &str) -> (u16, HeaderMap, String) {
    let ask = Ask { who: None, method: Method::GET, path, kind: "", if_match: None, body: Vec::new() };
    let (status, headers, body) = house.ask(ask).await;
    (status, headers, String::from_utf8(body).unwrap())
}

fn slug(article: &Value) -> &str {
    article["slug"].as_str().unwrap()
}

const EVERYWHERE: [&str; 4] = ["/blog", "/blog/feed.atom", "/blog/feed.json", "/sitemap.xml"];

#[tokio::test]
async fn a_draft_is_inside_and_a_published_article_is_everybodys() {
    on_each_engine(all, async |house| {
        let article = begun(&house, "Und wieder was gelernt", json!({})).await;
        assert_eq!(slug(&article), "und-wieder-was-gelernt");
        let address = format!("/blog/{}", slug(&article));
        assert_eq!(open(&house, &address).await.0, 404);
        for path in EVERYWHERE {
            assert!(!open(&house, path).await.2.contains(slug(&article)), "{path}");
        }
        let path = format!("/api/v1/articles/{}/publish", article["id"].as_str().unwrap());
        assert_eq!(house.post(&house.gil, &path, Value::Null).await.0, 404);
        assert_eq!(house.post(&house.cem, &path, Value::Null).await.0, 200);
        let (status, headers, html) = open(&house, &address).await;
        assert_eq!(status, 200);
        assert!(headers.get("set-cookie").is_none() && headers["cache-control"] == "no-cache");
        assert!(html.contains("Und wieder <strong>was</strong> gelernt"), "{html}");
        assert!(!html.contains("<script>") && !html.contains("javascript:"), "{html}");
        assert!(html.contains("lang=\"de\"") && html.contains("rel=\"canonical\""));
        assert!(!html.contains("<script src") && !html.contains("http://www."));
        for path in EVERYWHERE {
            let (status, headers, text) = open(&house, path).await;
            assert_eq!(status, 200, "{path}");
            assert!(text.contains(slug(&article)) && headers.get("set-cookie").is_none(), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_written_later_is_public_when_it_is_published_again() {
    on_each_engine(all, async |house| {
        let article = published(&house, "Kranich").await;
        let rename = format!("/api/v1/documents/{}", article["page_id"].as_str().unwrap());
        let (status, answer) =
            house.send(&house.cem, Method::PATCH, &rename, json!({ "title": "Storch" })).await;
        assert_eq!(status, 200, "{answer}");
        assert!(open(&house, "/blog/kranich").await.2.contains("<h1>Kranich</h1>"));
        let path = format!("/api/v1/articles/{}/publish", article["id"].as_str().unwrap());
        house.post(&house.cem, &path, Value::Null).await;
        assert!(open(&house, "/blog/kranich").await.2.contains("<h1>Storch</h1>"));
    })
    .await;
}

#[tokio::test]
async fn a_scheduled_article_appears_when_its_time_has_come() {
    on_each_engine(all, async |house| {
        let at = kernel::when::rfc3339(Time::from(NOW + 2 * 86_400_000_000));
        let article = begun(&house, "Morgen", json!({ "publish_at": at })).await;
        assert_eq!(article["state"], "scheduled");
        house.jobs_after(1).await.catch_up().await;
        assert_eq!(open(&house, "/blog/morgen").await.0, 404);
        house.jobs_after(3).await.catch_up().await;
        assert_eq!(open(&house, "/blog/morgen").await.0, 200);
        let path = format!("/api/v1/articles/{}", article["id"].as_str().unwrap());
        let (_, shown) = house.get(&house.cem, &path).await;
        assert_eq!(shown["published_at"].as_str().unwrap()[..10], at[..10]);
    })
    .await;
}

#[tokio::test]
async fn what_was_scheduled_and_withdrawn_stays_inside() {
    on_each_engine(all, async |house| {
        let at = kernel::when::rfc3339(Time::from(NOW + 86_400_000_000));
        let article = begun(&house, "Doch nicht", json!({ "publish_at": at })).await;
        let path = format!("/api/v1/articles/{}/withdraw", article["id"].as_str().unwrap());
        assert_eq!(house.post(&house.cem, &path, Value::Null).await.1["state"], "draft");
        house.jobs_after(3).await.catch_up().await;
        assert_eq!(open(&house, "/blog/doch-nicht").await.0, 404);
        let public = published(&house, "Schon draußen").await;
        let path = format!("/api/v1/articles/{}/withdraw", public["id"].as_str().unwrap());
        assert_eq!(house.post(&house.cem, &path, Value::Null).await.1["state"], "withdrawn");
        assert_eq!(open(&house, "/blog/schon-draussen").await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn an_old_address_leads_to_the_new_one_and_nobody_else_gets_it() {
    on_each_engine(all, async |house| {
        let article = published(&house, "Alt").await;
        let path = format!("/api/v1/articles/{}", article["id"].as_str().unwrap());
        for wrong in ["", "Neu", "a/b", "../x"] {
            let (status, answer) =
                house.send(&house.cem, Method::PATCH, &path, json!({ "slug": wrong })).await;
            assert_eq!((status, &answer["errors"][0]["field"]), (422, &json!("slug")), "{wrong}");
        }
        let (status, _) = house.send(&house.cem, Method::PATCH, &path, json!({ "slug": "neu" })).await;
        assert_eq!(status, 200);
        let (status, headers, _) = open(&house, "/blog/alt").await;
        assert_eq!((status, headers["location"].to_str().unwrap()), (301, "/blog/neu"));
        assert_eq!(open(&house, "/blog/neu").await.0, 200);
        assert_eq!(slug(&published(&house, "Alt").await), "alt-2");
        house.send(&house.cem, Method::PATCH, &path, json!({ "slug": "alt" })).await;
        assert_eq!(open(&house, "/blog/alt").await.0, 200);
        assert_eq!(open(&house, "/blog/neu").await.0, 301);
    })
    .await;
}

#[tokio::test]
async fn a_title_is_needed_and_a_guest_speaks_for_nobody() {
    on_each_engine(all, async |house| {
        for title in ["", "  ", "a\u{7}b"] {
            let (status, answer) =
                house.post(&house.cem, "/api/v1/articles", json!({ "title": title, "body": "x" })).await;
            assert_eq!((status, &answer["errors"][0]["field"]), (422, &json!("title")));
        }
        let fresh = json!({ "title": "Hallo", "body": "x" });
        assert_eq!(house.post(&house.gil, "/api/v1/articles", fresh.clone()).await.0, 403);
        // Ben reads in Travel, and does not write there.
        let there = json!({ "title": "Hallo", "body": "x", "space_id": house.travel.uuid() });
        assert_eq!(house.post(&house.ben, "/api/v1/articles", there.clone()).await.0, 403);
        assert_eq!(house.post(&house.cem, "/api/v1/articles", there.clone()).await.0, 404);
        assert_eq!(house.post(&house.ana, "/api/v1/articles", there).await.0, 201);
        // The space of the blog is open to all colleagues: whoever writes there joins it.
        assert_eq!(house.post(&house.cem, "/api/v1/articles", fresh.clone()).await.0, 201);
        assert_eq!(house.post(&house.dana, "/api/v1/articles", fresh).await.0, 201);
    })
    .await;
}

#[tokio::test]
async fn two_look_at_it_where_the_house_says_so() {
    on_each_engine(all, async |house| {
        let mut tx = house.database.begin().await.unwrap();
        access::settings::put(&mut tx, "blog.second_person", "yes").await.unwrap();
        tx.commit().await.unwrap();
        let there = json!({ "title": "Zu zweit", "body": "x", "language": "de",
            "space_id": house.travel.uuid() });
        let (_, article) = house.post(&house.ana, "/api/v1/articles", there).await;
        let path = format!("/api/v1/articles/{}/publish", article["id"].as_str().unwrap());
        for _ in 0..2 {
            let (status, answer) = house.post(&house.ana, &path, Value::Null).await;
            assert_eq!((status, &answer["state"]), (200, &json!("waiting")));
        }
        assert_eq!(open(&house, "/blog/zu-zweit").await.0, 404);
        assert_eq!(house.post(&house.ben, &path, Value::Null).await.0, 403);
        assert_eq!(house.post(&house.dana, &path, Value::Null).await.1["state"], "published");
        assert_eq!(open(&house, "/blog/zu-zweit").await.0, 200);
        assert_eq!(house.post(&house.ana, &path, Value::Null).await.0, 409, "it would vanish to wait");
        assert_eq!(open(&house, "/blog/zu-zweit").await.0, 200);
        let id = article["id"].as_str().unwrap();
        let rule = json!({ "approve": "none" });
        let path = format!("/api/v1/articles/{id}/comments");
        assert_eq!(house.send(&house.ana, Method::PUT, &path, rule).await.0, 403, "she is no editor");
    })
    .await;
}

#[tokio::test]
async fn without_an_imprint_nothing_appears_where_strangers_read() {
    on_each_engine(all, async |house| {
        let (_, _, imprint) = open(&house, "/imprint").await;
        assert!(imprint.contains("noch nicht eingetragen"), "{imprint}");
        let article = begun(&house, "Öffentlich", json!({})).await;
        let options = server::options::Options {
            public_url: Some("https://zugvogel.example".to_owned()),
            ..house.open.options.clone()
        };
        let open_house = server::house::House::open_at(options, Clock::Fixed(Time::from(NOW))).await.unwrap();
        let product = server::product::Product::assemble(&open_house).unwrap();
        let routes = product.features.into_iter().map(|it| it.routes).collect();
        let mut elsewhere = house;
        elsewhere.app = server::start::router(&open_house, routes, &product.routes);
        let path = format!("/api/v1/articles/{}/publish", article["id"].as_str().unwrap());
        let (status, answer) = elsewhere.post(&elsewhere.cem, &path, Value::Null).await;
        assert_eq!(status, 409, "{answer}");
        assert!(answer["detail"].as_str().unwrap().contains("imprint"), "{answer}");
        let (kind, body) =
            ("application/x-www-form-urlencoded", b"imprint=Zugvogel%2C+M%C3%BCnster".to_vec());
        let settings = "/articles/settings";
        let who = Some(&elsewhere.dana);
        let ask = Ask { who, method: Method::POST, path: settings, kind, if_match: None, body: body.clone() };
        assert_eq!(elsewhere.ask(ask).await.0, 403);
        let who = Some(&elsewhere.cem);
        let ask = Ask { who, method: Method::POST, path: settings, kind, if_match: None, body };
        assert_eq!(elsewhere.ask(ask).await.0, 303);
        assert_eq!(elsewhere.post(&elsewhere.cem, &path, Value::Null).await.0, 200);
        assert!(open(&elsewhere, "/imprint").await.2.contains("Zugvogel, Münster"));
        assert!(open(&elsewhere, "/blog").await.2.contains("https://zugvogel.example/blog"));
    })
    .await;
}

#[tokio::test]
async fn a_page_becomes_an_article_by_its_form_and_is_shown_to_who_holds_the_link() {
    on_each_engine(all, async |house| {
        let fresh = json!({ "space_id": house.travel.uuid(), "title": "Reise", "markdown": "# Nach *Köln*" });
        let (_, page) = house.post(&house.ana, "/api/v1/pages", fresh).await;
        let path = format!("/articles/new?page={}", page["id"].as_str().unwrap());
        let (status, form) = house.page(Some(&house.ana), &path).await;
        assert!(status == 200 && form.contains("Make an article of it"), "{form}");
        assert_eq!(house.page(Some(&house.ben), &path).await.0, 403);
        assert_eq!(house.page(Some(&house.cem), &path).await.0, 404);
        let kind = "application/x-www-form-urlencoded";
        let send = async |path: &str, body: &str| {
            let (who, body) = (Some(&house.ana), body.as_bytes().to_vec());
            let ask = Ask { who, method: Method::POST, path, kind, if_match: None, body };
            house.ask(ask).await
        };
        let (status, _, again) = send(&path, "slug=Nach K%C3%B6ln&language=de&teaser=Bleibt").await;
        let again = String::from_utf8(again).unwrap();
        assert!(status == 422 && again.contains("Bleibt") && again.contains("fault"), "{again}");
        let (status, headers, _) = send(&path, "slug=&language=de&tags=Reisen,%20Bahn").await;
        assert_eq!(status, 303);
        let place = headers["location"].to_str().unwrap().to_owned();
        let (_, shown) = house.page(Some(&house.ana), &place).await;
        let link = shown.split("value=\"").find_map(|it| it.split_once("/blog-preview/")).unwrap().1;
        let link = format!("/blog-preview/{}", link.split('"').next().unwrap());
        let (status, headers, preview) = open(&house, &link).await;
        assert!(status == 200 && preview.contains("<h2>Nach <em>Köln</em></h2>"), "{preview}");
        assert_eq!(headers["x-robots-tag"], "noindex");
        assert_eq!(open(&house, &link[..link.len() - 1]).await.0, 404);
        assert_eq!(send(&format!("{place}/publish"), "at=2030-01-01T10:00").await.0, 303);
        assert_eq!(open(&house, "/blog/reise").await.0, 404);
        assert_eq!(send(&format!("{place}/publish"), "at=morgen").await.0, 422);
        assert_eq!(send(&format!("{place}/publish"), "at=").await.0, 303);
        assert_eq!(open(&house, "/blog/reise").await.0, 200);
        assert!(house.page(Some(&house.ana), "/articles").await.1.contains("Reise"));
        assert!(!house.page(Some(&house.cem), "/articles").await.1.contains(&place));
    })
    .await;
}

#[tokio::test]
async fn lists_are_narrowed_and_translations_know_of_each_other() {
    on_each_engine(all, async |house| {
        let german = published(&house, "Die Kupplung & der Splint").await;
        let english = begun(
            &house,
            "The hitch",
            json!({ "language": "en", "translation_of": german["id"], "tags": ["Workshop 100%"] }),
        )
        .await;
        let path = format!("/api/v1/articles/{}/publish", english["id"].as_str().unwrap());
        house.post(&house.cem, &path, Value::Null).await;
        let html = open(&house, &format!("/blog/{}", slug(&german))).await.2;
        assert!(html.contains("hreflang=\"en\"") && html.contains("/blog/the-hitch"), "{html}");
        let only = async |path: &str, there: &str, gone: &str| {
            let list = open(&house, path).await.2;
            assert!(list.contains(&format!("/blog/{there}\"")), "{path}: {list}");
            assert!(!list.contains(&format!("/blog/{gone}\"")), "{path}: {list}");
        };
        let other = published(&house, "Etwas anderes").await;
        only("/blog?q=kupplung", slug(&german), slug(&other)).await;
        only("/blog?tag=workshop-100", "the-hitch", slug(&other)).await;
        only("/blog?month=2023-11", slug(&german), "nichts").await;
        let none = open(&house, "/blog?month=2022-01").await.2;
        assert!(!none.contains("<article"), "{none}");
        for odd in ["/blog?page=-3", "/blog?month=x", "/blog?q=%25%00", "/blog?tag=%2F%2F", "/blog?page=x"] {
            let status = open(&house, odd).await.0;
            assert!(status < 500, "{odd}: {status}");
        }
        let feed = open(&house, "/blog/feed.atom").await.2;
        assert!(feed.contains("Die Kupplung &amp; der Splint"), "{feed}");
        let json: Value = serde_json::from_str(&open(&house, "/blog/feed.json").await.2).unwrap();
        assert_eq!(json["items"].as_array().unwrap().len(), 3);
        assert!(json["items"][0]["content_html"].as_str().unwrap().contains("<strong>was</strong>"));
    })
    .await;
}

#[tokio::test]
async fn an_admin_opens_the_blog_and_what_lies_in_a_closed_space_is_nobodys() {
    on_each_engine(all, async |house| {
        let body = json!({ "title": "Mine", "body": "x", "language": "en" });
        assert_eq!(house.post(&house.ana, "/api/v1/articles", body.clone()).await.0, 403);
        let article = published(&house, "Storch").await;
        let address = format!("/blog/{}", slug(&article));
        let spaces = house.get(&house.cem, "/api/v1/spaces").await.1;
        let blog = spaces["items"].as_array().unwrap().iter().find(|it| it["name"] == "Blog").unwrap();
        let space = format!("/api/v1/spaces/{}", blog["id"].as_str().unwrap());
        assert_eq!(house.send(&house.cem, Method::DELETE, &space, Value::Null).await.0, 204);
        assert_eq!(open(&house, &address).await.0, 404);
        for path in EVERYWHERE {
            assert!(!open(&house, path).await.2.contains(slug(&article)), "{path}");
        }
        assert_eq!(house.post(&house.ana, "/api/v1/articles", body).await.0, 403, "no way to take it over");
        assert_eq!(house.post(&house.cem, &format!("{space}/reopen"), Value::Null).await.0, 204);
        assert_eq!(open(&house, &address).await.0, 200);
    })
    .await;
}
