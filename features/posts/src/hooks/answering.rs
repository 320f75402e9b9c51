//! Which comment is the answer to a question, for whoever shows the talk.

use access::Person;
use async_trait::async_trait;
use database::Reader;
use feature::{Answering, Answers};
use kernel::Result;
use kernel::ids::Uuid;

use crate::posts::find;
use crate::posts::post::PostId;

pub(crate) struct Questions;

#[async_trait]
impl Answers for Questions {
    fn kind(&self) -> &'static str {
        PostId::KIND
    }

    async fn answering(&self, reader: &mut Reader, asking: &Person, id: Uuid) -> Result<Option<Answering>> {
        let (post, seen) = find::read(reader, asking, id).await?;
        if !post.is_question() {
            return Ok(None);
        }
        let may = post.must_be_answerable_by(asking, &seen).is_ok();
        let mark = may.then(|| format!("{}/answer", post.url()));
        Ok(Some(Answering { comment: post.answer_id, mark }))
    }
}
