//! Whatever stands behind the question mark of an address: it is an answer or a refusal, never a fault of
//! ours.

use axum::body::Body;
use axum::http::header::AUTHORIZATION;
use axum::http::{Method, Request};
use tower::ServiceExt;

use crate::house::{House, none, on_each_engine};

/// The names of all parameters that any address takes.
const NAMES: [&str; 24] = [
    "q",
    "about",
    "after",
    "limit",
    "space",
    "space_id",
    "folder",
    "folder_id",
    "kind",
    "author",
    "from",
    "to",
    "role",
    "page",
    "size",
    "version",
    "download",
    "then",
    "reset",
    "as",
    "name",
    "order",
    "before",
    "filter",
];

/// A zero character, other control characters, half of a letter, a number that is too large, and what
/// means something to patterns and to the index.
const VALUES: [&str; 5] = ["%00", "a%01%1F%7F%C3", "9223372036854775808", "-1", "%27%22%25_%5C%5B%2A%28:"];

/// Only the status, because a stream has no end.
async fn status(house: &House, path: &str) -> u16 {
    let token = format!("Bearer {}", house.dana.token);
    let request = Request::builder().uri(path).header(AUTHORIZATION, token).body(Body::empty()).unwrap();
    house.app.clone().oneshot(request).await.unwrap().status().as_u16()
}

/// The address with things of the house in its places.
fn filled(house: &House, path: &str) -> String {
    let (space, person) = (house.travel.uuid().to_string(), house.ana.person.id.uuid().to_string());
    let id = match path.contains("/spaces/") {
        true => space,
        false if path.contains("/people/") => person.clone(),
        false => house.policy.id.to_string(),
    };
    path.replace("{id}", &id).replace("{person}", &person).replace("{number}", "1")
}

#[tokio::test]
async fn no_parameter_breaks_an_address() {
    on_each_engine(none, async |house| {
        let routes: Vec<_> =
            server::product::features(&house.open).iter().flat_map(|it| it.routes.list.clone()).collect();
        for route in routes.iter().filter(|it| it.method == Method::GET) {
            let path = filled(&house, route.path);
            for (name, value) in NAMES.iter().flat_map(|name| VALUES.map(|value| (name, value))) {
                let asked = format!("{path}?{name}={value}");
                let status = status(&house, &asked).await;
                assert!(status < 500, "{asked}: {status}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_zero_character_is_refused_wherever_it_stands() {
    on_each_engine(none, async |house| {
        let members = format!("/spaces/{}/members?q=%00", house.travel.uuid());
        for path in [members.as_str(), "/people?q=a%00b", "/api/v1/search?q=%00"] {
            assert_eq!(status(&house, path).await, 422, "{path}");
        }
        assert_eq!(status(&house, "/sign-in/link/a%00b").await, 404);
        let (answer, _) = house.comment(&house.ana, &house.policy, "a\0b").await;
        assert_eq!(answer, 422);
    })
    .await;
}
