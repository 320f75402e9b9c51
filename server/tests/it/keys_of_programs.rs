//! A program acts for Ana with her key, but cannot make itself at home in her account.

use axum::http::Method;

use crate::asking::Ask;
use crate::house::{House, none, on_each_engine};

async fn form(house: &House, path: &str, body: &str) -> u16 {
    let kind = "application/x-www-form-urlencoded";
    let (who, method, body) = (Some(&house.ana), Method::POST, body.as_bytes().to_vec());
    house.ask(Ask { who, method, path, kind, if_match: None, body }).await.0
}

#[tokio::test]
async fn a_program_makes_no_further_keys_and_sets_no_password() {
    on_each_engine(none, async |house| {
        assert_eq!(house.get(&house.ana, "/api/v1/me").await.0, 200);
        assert_eq!(form(&house, "/account/tokens", "name=second").await, 403);
        assert_eq!(form(&house, "/account/password", "password=drei+muede+Stoerche").await, 403);
    })
    .await;
}
