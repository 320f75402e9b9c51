//! What waits for somebody in a talk: questions to her, and where she was called and has not answered.

use async_trait::async_trait;
use database::Reader;
use feature::{Looking, Waiting, Waits};
use kernel::Result;
use kernel::ids::ThingId;
use richtext::talk;

use super::store::{self, Open};
use crate::comments::comment::CommentId;

/// As much of a question as fits two lines.
const QUESTION_SHOWN_CHARS: usize = 120;

pub(crate) struct Questions;

#[async_trait]
impl Waits for Questions {
    async fn waits(&self, reader: &mut Reader, looking: &Looking<'_>, limit: i64) -> Result<Vec<Waiting>> {
        let asked = store::open_to(reader, looking.person, limit).await?;
        let since = looking.now.minus(store::CALLED_MAX).micros();
        let called = store::called(reader, looking.person, since, limit).await?;
        let asked = asked.into_iter().map(|it| waiting(looking, it, true));
        let called = called.into_iter().map(|it| waiting(looking, it, false));
        Ok(asked.chain(called).collect())
    }
}

fn waiting(looking: &Looking<'_>, open: Open, is_question: bool) -> Waiting {
    let (locale, url) = (looking.locale, format!("{}#comment-{}", open.url, open.id));
    let why = match (open.asker.as_str(), is_question) {
        ("", _) => locale.t1("discussions-somebody-waits", "space", open.space_title),
        (name, true) => locale.t2("discussions-waits-since", "name", name, "space", open.space_title),
        (name, false) => locale.t2("discussions-called-by", "name", name, "space", open.space_title),
    };
    Waiting {
        object: CommentId::from(open.id).into(),
        about: ThingId { kind: open.about_kind.into(), id: open.about_id },
        title: open.title,
        url,
        line: words(&open.body),
        why,
        act: locale.t("discussions-answer"),
        at: open.at,
        due: None,
        may_be_done: true,
    }
}

/// The question in one line.
fn words(body: &str) -> String {
    let plain = talk::plain(body);
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUESTION_SHOWN_CHARS) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line,
    }
}
