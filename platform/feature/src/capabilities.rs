//! What one feature can do for another inside the other's transaction.
//!
//! For everything that may come later, a reactor is the right place. A capability is for what must be there
//! when the answer is given and must not be there when it fails: an idea that becomes a page.

use std::sync::Arc;

use access::Person;
use async_trait::async_trait;
use database::Tx;
use kernel::Result;
use kernel::ids::{SpaceId, ThingId};

/// All that is on offer; `server/product.rs` fills it in. One that nobody offers does not compile.
#[derive(Clone)]
pub struct Capabilities {
    pub pages: Arc<dyn Pages>,
}

/// Offered by whoever keeps documents. Boxed futures and no generics, so that it can be a `dyn`.
#[async_trait]
pub trait Pages: Send + Sync {
    /// Makes a page with this Markdown in `space` and tells it; it begins and ends nothing, for the
    /// transaction is the caller's. It asks everything that its own verb asks.
    ///
    /// Errors: `NotFound` for a space the person may not know of, `Forbidden` if she may only read there,
    /// `Invalid` on the field `title`. Then the caller gives up, too: with `?` nothing is kept.
    async fn make(
        &self,
        tx: &mut Tx,
        person: &Person,
        space: SpaceId,
        title: &str,
        markdown: &str,
    ) -> Result<ThingId>;
}
