//! What is new, as one person sees it: on the start page, part by part, and in her feed reader.

use axum::http::Method;
use serde_json::Value;

use crate::asking::Ask;
use crate::house::{House, Somebody, all, on_each_engine};
use crate::posting::{id, in_travel, post, send_form};

#[tokio::test]
async fn a_post_is_shown_whole_with_what_others_said_to_it() {
    on_each_engine(all, async |house| {
        let (_, written) = post(&house, &house.ana, in_travel(&house, "To **Bremen**?")).await;
        let about = kernel::ids::ThingId { kind: "post".into(), id: id(&written).parse().unwrap() };
        house.comment(&house.dana, &about, "Yes").await;
        house.comment(&house.dana, &about, "By train").await;
        house.dispatcher.catch_up().await;
        let home = house.home(&house.ben).await;
        assert!(home.contains("<strong>Bremen</strong>") && home.contains("2 comments"), "{home}");
        assert!(home.contains("Posted by Ana Berg") && home.contains("this post"), "{home}");
        let of_space = format!("/feed/of?space={}", house.travel.uuid());
        assert!(house.page(Some(&house.ben), &of_space).await.1.contains("<strong>Bremen</strong>"));
    })
    .await;
}

#[tokio::test]
async fn posts_and_documents_can_be_seen_alone() {
    on_each_engine(all, async |house| {
        post(&house, &house.ana, in_travel(&house, "A word of mine")).await;
        house.dispatcher.catch_up().await;
        let shown = async |only: &str| {
            let page = house.page(Some(&house.ben), &format!("/?only={only}")).await.1;
            (page.contains("A word of mine"), page.contains("uploaded"))
        };
        assert_eq!(shown("").await, (true, true));
        assert_eq!(shown("posts").await, (true, false));
        assert_eq!(shown("documents").await, (false, true));
        assert_eq!(shown("nonsense").await, (true, true));
    })
    .await;
}

#[tokio::test]
async fn more_goes_on_where_the_first_part_ended() {
    on_each_engine(all, async |house| {
        for number in 0..25 {
            post(&house, &house.ana, in_travel(&house, &format!("Word {number:02}."))).await;
        }
        house.dispatcher.catch_up().await;
        let first = house.home(&house.ben).await;
        assert!(first.contains("Word 24.") && !first.contains("Word 04."), "twenty at first");
        let more = first.split("/feed/more?before=").nth(1).unwrap().split('"').next().unwrap();
        let next = house.page(Some(&house.ben), &format!("/feed/more?before={more}")).await.1;
        assert!(next.contains("Word 04.") && !next.contains("Word 05."), "{next}");
        let list = house.get(&house.ben, "/api/v1/feed?limit=10").await.1;
        let after = list["next"].as_str().unwrap();
        let rest = house.get(&house.ben, &format!("/api/v1/feed?limit=10&after={after}")).await.1;
        assert!(rest.to_string().contains("Word 14.") && !rest.to_string().contains("Word 15."), "{rest}");
    })
    .await;
}

async fn atom(house: &House, path: &str) -> (u16, String) {
    house.page(None, path).await
}

/// Makes an address and answers its path.
async fn made(house: &House, who: &Somebody, form: &str) -> String {
    let ask = Ask {
        who: Some(who),
        method: Method::POST,
        path: "/feed/addresses",
        kind: "application/x-www-form-urlencoded",
        if_match: None,
        body: form.as_bytes().to_vec(),
    };
    let page = String::from_utf8(house.ask(ask).await.2).unwrap();
    let secret = page.split("/feed/atom/").nth(1).unwrap_or_default().split('"').next().unwrap();
    format!("/feed/atom/{secret}")
}

#[tokio::test]
async fn a_feed_reader_sees_what_she_sees_until_the_address_is_taken_back() {
    on_each_engine(all, async |house| {
        post(&house, &house.ana, in_travel(&house, "Bread & <b>butter</b>")).await;
        house.dispatcher.catch_up().await;
        let space = format!("space={}", house.travel.uuid());
        for form in ["", space.as_str()] {
            let path = made(&house, &house.ben, form).await;
            let (status, feed) = atom(&house, &path).await;
            assert_eq!(status, 200, "{feed}");
            assert!(feed.contains("Ana Berg writes: Bread &#38; &#60;b&#62;butter"), "{feed}");
        }
        assert_eq!(send_form(&house, &house.cem, "/feed/addresses", &space).await, 404);
        let path = made(&house, &house.ben, &space).await;
        let page = house.page(Some(&house.ben), "/feed/addresses").await.1;
        assert!(!page.contains(&path), "it is shown once");
        let dismissed =
            format!("/api/v1/spaces/{}/members/{}", house.travel.uuid(), house.ben.person.id.uuid());
        house.send(&house.dana, Method::DELETE, &dismissed, Value::Null).await;
        assert_eq!(atom(&house, &path).await.0, 404, "she is no member any more");
        let revoke = page.split("/feed/addresses/").nth(1).unwrap().split('"').next().unwrap();
        let all = made(&house, &house.ana, "").await;
        assert_eq!(send_form(&house, &house.ana, &format!("/feed/addresses/{revoke}"), "").await, 303);
        assert_eq!(atom(&house, &all).await.0, 200, "it was not Ana's");
        let page = house.page(Some(&house.ana), "/feed/addresses").await.1;
        let revoke = page.split("/feed/addresses/").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(send_form(&house, &house.ana, &format!("/feed/addresses/{revoke}"), "").await, 303);
        assert_eq!(atom(&house, &all).await.0, 404);
    })
    .await;
}

#[tokio::test]
async fn a_picture_of_the_space_is_shown_and_one_from_elsewhere_is_a_link() {
    on_each_engine(all, async |house| {
        let picture = house.upload(&house.ana, house.travel, "ship.png", b"\x89PNG\r\n\x1a\n").await;
        let body = format!("Look: ![ship](/documents/{picture}/content) ![spy](https://spy.example/x.png)");
        let (_, written) = post(&house, &house.ana, in_travel(&house, &body)).await;
        let html = written["body_html"].as_str().unwrap();
        assert!(html.contains(&format!("<img src=\"/documents/{picture}/content\" alt=\"ship\"")), "{html}");
        assert!(!html.contains("src=\"https"), "{html}");
    })
    .await;
}
