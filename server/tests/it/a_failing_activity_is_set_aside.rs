//! A reactor that cannot digest one activity sets it aside and goes on with its neighbours.

use dispatch::Reactor;
use server::house::House as Open;
use server::product;

use crate::counting::{Counting, counted};
use crate::house::on_each_engine;

/// One that chokes on comments, beside all others.
fn choking(open: &Open) -> Vec<Box<dyn Reactor>> {
    let mut all = product::reactors(open);
    all.push(Box::new(Counting { chokes_on: "wrote" }));
    all
}

#[tokio::test]
async fn a_failing_activity_is_set_aside_and_its_neighbours_arrive_once() {
    on_each_engine(choking, async |house| {
        let last = database::outbox::last(&mut house.database.read().await.unwrap()).await.unwrap();
        house.comment(&house.ana, &house.policy, "By ship? @Ben Roth").await;
        house.dispatcher.catch_up().await;
        let before = usize::try_from(last).unwrap();
        assert_eq!(
            counted(&house).await,
            before,
            "what the failing one wrote is undone, the others count once"
        );
        let (_, told) = house.get(&house.ben, "/api/v1/notifications").await;
        assert_eq!(told["items"].as_array().unwrap().len(), 1, "the other reactors did not mind");

        let stuck = dispatch::store::stuck(&mut house.database.read().await.unwrap()).await.unwrap();
        let [only] = &*stuck else { panic!("{stuck:?}") };
        assert!(only.reactor == "counting" && only.error.contains("a bone"), "{only:?}");
    })
    .await;
}
