//! A reactor that only counts. It is not idempotent, so that a second time would show.

use async_trait::async_trait;
use database::{Migration, Tx, execute, fetch_optional};
use dispatch::Reactor;
use kernel::activity::Activity;
use kernel::{Error, Result};
use server::house::House as Open;

use crate::house::House;

pub struct Counting {
    /// A verb at which it fails when it has already counted; empty for none.
    pub chokes_on: &'static str,
}

#[async_trait]
impl Reactor for Counting {
    fn name(&self) -> &'static str {
        "counting"
    }

    fn migrations(&self) -> &'static [Migration] {
        &[]
    }

    async fn react(&self, tx: &mut Tx, activity: &Activity) -> Result<()> {
        execute!(tx, "update thing set title = title || '.' where kind = 'space'", [])?;
        if activity.deed.verb.0 == self.chokes_on { Err(Error::unexpected("a bone")) } else { Ok(()) }
    }
}

pub fn counting(_: &Open) -> Vec<Box<dyn Reactor>> {
    vec![Box::new(Counting { chokes_on: "" })]
}

/// How many activities it has counted, each at each time.
pub async fn counted(house: &House) -> usize {
    let mut reader = house.database.read().await.unwrap();
    let row =
        fetch_optional!(&mut reader, (String,), "select title from thing where kind = 'space' limit 1", []);
    row.unwrap().unwrap().0.len() - "Travel".len()
}
