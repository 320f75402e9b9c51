//! "Look at your bell": from whoever wrote something for a person to her open pages in this process. A hint;
//! who misses it sees it with the next page.

use kernel::ids::PersonId;
use tokio::sync::broadcast;

#[derive(Clone)]
pub struct Nudges(broadcast::Sender<PersonId>);

impl Default for Nudges {
    fn default() -> Self {
        Self(broadcast::channel(1024).0)
    }
}

impl Nudges {
    pub fn send(&self, person: PersonId) {
        let _nobody_listens = self.0.send(person);
    }

    pub fn listen(&self) -> broadcast::Receiver<PersonId> {
        self.0.subscribe()
    }
}
