//! Completeness, not memory: no address without a rule, and none twice.

use std::collections::BTreeSet;

use feature::Who;

use crate::house::{all, on_each_engine};

/// Where people without an account may write: `visitors::Doors` limit it, and nothing of it is shown at once.
const FOR_VISITORS: [&str; 2] = ["/api/v1/articles/{id}/comments", "/api/v1/comments/{id}/report"];

#[tokio::test]
async fn no_address_stands_twice_and_few_are_for_everybody() {
    on_each_engine(all, async |house| {
        let product = server::product::features(&house.open);
        let routes: Vec<_> = product.iter().flat_map(|it| it.routes.list.clone()).collect();
        let distinct: BTreeSet<_> = routes.iter().map(|it| (it.method.to_string(), it.path)).collect();
        assert_eq!(distinct.len(), routes.len());
        assert!(routes.len() > 60, "these are not all");
        let ours = |it: &&feature::Route| it.path.starts_with("/api/") && !FOR_VISITORS.contains(&it.path);
        for route in routes.iter().filter(ours).filter(|it| it.who == Who::Everybody) {
            assert!(["GET", "HEAD"].contains(&route.method.as_str()), "{route:?} lets everybody write");
        }
    })
    .await;
}

/// Whoever is not signed in is sent away or to the sign-in page from every address that is not for everybody.
#[tokio::test]
async fn nobody_reads_what_is_for_somebody() {
    on_each_engine(all, async |house| {
        for route in server::product::features(&house.open).iter().flat_map(|it| it.routes.list.clone()) {
            let open = [Who::Everybody, Who::LinkHolders, Who::Readers].contains(&route.who);
            if open || route.method != axum::http::Method::GET || route.path.contains('{') {
                continue;
            }
            let (status, _) = house.page(None, route.path).await;
            assert!([303, 401, 403, 404].contains(&status), "{}: {status}", route.path);
        }
    })
    .await;
}
