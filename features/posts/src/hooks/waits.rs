//! What waits for somebody in posts: announcements to be read, and questions that call her by name.

use async_trait::async_trait;
use database::Reader;
use feature::{Looking, Waiting, Waits};
use kernel::clock::Time;
use kernel::ids::ThingId;
use kernel::{Result, when};

use crate::posts::post::PostId;
use crate::posts::store::{self, Asked};
use crate::reading::store::{self as reading, Unread};

pub(crate) struct Waiters;

#[async_trait]
impl Waits for Waiters {
    async fn waits(&self, reader: &mut Reader, looking: &Looking<'_>, limit: i64) -> Result<Vec<Waiting>> {
        let unread = reading::unread(reader, looking.person, limit).await?;
        let since = looking.now.minus(store::ASKED_MAX).micros();
        let asked = store::asked(reader, looking.person, since, limit).await?;
        let unread = unread.into_iter().map(|it| to_read(looking, it));
        Ok(unread.chain(asked.into_iter().map(|it| to_answer(looking, it))).collect())
    }
}

fn to_read(looking: &Looking<'_>, unread: Unread) -> Waiting {
    let (locale, thing) = (looking.locale, ThingId::from(PostId::from(unread.id)));
    let until = unread.read_by.map(|it| when::full(locale, Time::from(it), looking.zone));
    let why = match until {
        Some(time) => locale.t2("posts-waits-read-by", "space", unread.space_title, "time", time),
        None => locale.t2("posts-waits-read", "space", unread.space_title, "name", unread.author),
    };
    Waiting {
        object: thing.clone(),
        about: thing,
        title: unread.title,
        url: unread.url,
        line: String::new(),
        why,
        act: locale.t("posts-act-read"),
        at: unread.at,
        due: unread.read_by,
        may_be_done: false,
    }
}

fn to_answer(looking: &Looking<'_>, asked: Asked) -> Waiting {
    let (locale, thing) = (looking.locale, ThingId::from(PostId::from(asked.id)));
    Waiting {
        object: thing.clone(),
        about: thing,
        title: asked.title,
        url: asked.url,
        line: String::new(),
        why: locale.t2("posts-waits-answer", "space", asked.space_title, "name", asked.author),
        act: locale.t("posts-act-answer"),
        at: asked.at,
        due: None,
        may_be_done: true,
    }
}
