//! What stands below an article: the place of the comments.

use database::Reader;
use kernel::Result;
use page::Voice;

use crate::Parts;
use crate::articles::article::Public;
use crate::comments::below::{self, Typed};

/// HTML for the end of the article's page, in its language; empty if there is nothing to say.
pub(crate) async fn below(_: &Parts, reader: &mut Reader, v: &Voice, article: &Public) -> Result<String> {
    below::below(reader, v, article, Typed::default()).await
}
