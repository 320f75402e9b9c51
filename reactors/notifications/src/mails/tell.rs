//! A mail tells what happened to a thing since she last looked or was last told.

use access::{Person, may, people, sessions, settings};
use async_trait::async_trait;
use database::{Tx, outbox};
use dispatch::{Outcome, Worker};
use feature::{Loudness, Told};
use kernel::activity::Activity;
use kernel::ids::{PersonId, ThingId, Uuid};
use kernel::{Error, Locale, Result, limits};
use mail::{Address, Message};

use crate::entries::store;
use crate::levels::web::stop_path;
use crate::{Parts, mails};

/// What is quoted of a comment.
const QUOTE_MAX_CHARS: usize = 600;

pub(crate) struct Telling(pub Parts);

#[async_trait]
impl Worker for Telling {
    fn kind(&self) -> &'static str {
        mails::KIND
    }

    async fn work(&self, key: &str, _: &str) -> Outcome {
        match self.tell(key).await {
            Ok(()) => Outcome::Done,
            Err(error @ Error::Away(_)) => Outcome::Again(error.to_string()),
            Err(error) => Outcome::GiveUp(error.to_string()),
        }
    }
}

impl Telling {
    /// The mail and the mark that it was told are one transaction, so nobody is told twice.
    async fn tell(&self, key: &str) -> Result<()> {
        let (person, what) =
            key.split_once('/').ok_or_else(|| Error::unexpected("a key without a person"))?;
        let person: Uuid = person.parse().map_err(Error::unexpected)?;
        let mut tx = self.0.database.begin().await?;
        let Some(person) = people::by_id(&mut tx, person.into()).await? else { return Ok(()) };
        // An account that was closed meanwhile is told nothing any more.
        let now = tx.at();
        if !sessions::stands(&mut tx, person.id, None, now).await? {
            return Ok(());
        }
        let things = match what {
            "daily" => store::all_unmailed(&mut tx, person.id).await?,
            one => {
                let thing = ThingId::parse(one)?;
                vec![(thing.kind.into_owned(), thing.id)]
            }
        };
        for (kind, id) in things {
            self.tell_of(&mut tx, &person, &ThingId { kind: kind.into(), id }).await?;
        }
        tx.commit().await
    }

    async fn tell_of(&self, tx: &mut Tx, person: &Person, about: &ThingId) -> Result<()> {
        let Some(unmailed) = store::unmailed(tx, person.id, about).await? else { return Ok(()) };
        // What she may no longer know of is not told.
        let Ok(thing) = may::read(tx, person, about).await else { return Ok(()) };
        let Some(email) = people::email_of(tx, person.id).await? else { return Ok(()) };
        let locale = match person.language {
            Some(chosen) => chosen,
            None => settings::language(tx).await?,
        };
        let history = outbox::of(tx, about, limits::LIST_LENGTH_MAX_ROWS).await?;
        let fresh = |it: &&Activity| {
            it.position > unmailed.mailed_position
                && it.position <= unmailed.position
                && it.deed.actor != person.id
        };
        let mut lines = Vec::new();
        for activity in history.iter().filter(fresh) {
            lines.extend(self.line(tx, locale, activity, &thing.title).await?);
        }
        if !lines.is_empty() {
            let message = self.message(tx, locale, person, email, &thing, &lines.join("\n\n")).await?;
            let text = serde_json::to_string(&message).map_err(Error::unexpected)?;
            let (key, at) = (format!("{}/{about}/{}", person.id.uuid(), unmailed.position), tx.at());
            dispatch::jobs::queue(tx, "mail", &key, &text, at).await?;
        }
        store::mailed(tx, person.id, about, unmailed.position).await
    }

    /// "Aylin Demir hat …" and what she wrote, if it was a comment; `None` for what nobody has to be told.
    async fn line(
        &self,
        tx: &mut Tx,
        locale: Locale,
        activity: &Activity,
        title: &str,
    ) -> Result<Option<String>> {
        let (known, object) = (self.0.known.known(), &activity.deed.object);
        let told = known.told(&object.kind, &activity.deed.verb.0);
        let is_told = |it: &Told| matches!(it.loudness, Loudness::Told | Loudness::Called);
        let Some(told) = told.filter(|it| is_told(it)) else { return Ok(None) };
        let actor = name_of(tx, activity.deed.actor).await?;
        let mut line = told.sentence(locale, &actor, title);
        if activity.deed.target.is_some()
            && let Some(contents) = known.contents(&object.kind)
            && let Some(found) = contents.contents(tx, object.id).await?
        {
            let quote: String = found.text.chars().take(QUOTE_MAX_CHARS).collect();
            for quoted in quote.lines() {
                line.push_str("\n> ");
                line.push_str(quoted);
            }
        }
        Ok(Some(line))
    }

    async fn message(
        &self,
        tx: &mut Tx,
        locale: Locale,
        person: &Person,
        email: String,
        thing: &access::Seen,
        lines: &str,
    ) -> Result<Message> {
        let key = settings::signing_key(tx).await?;
        let stop = self.0.gate.absolute(&stop_path(&key, person.id, &thing.thing()));
        let link = self.0.gate.absolute(&thing.url);
        let greeting = locale.t1("notifications-mail-greeting", "name", &person.name);
        let open = locale.t1("notifications-mail-open", "link", &link);
        let stop_words = locale.t1("notifications-mail-stop", "link", &stop);
        Ok(Message {
            to: Address { name: person.name.clone(), email },
            subject: thing.title.clone(),
            text: format!("{greeting}\n\n{lines}\n\n{open}\n\n-- \n{stop_words}\n"),
            unsubscribe: Some(stop),
            auto: true,
            ..Message::default()
        })
    }
}

async fn name_of(tx: &mut Tx, person: PersonId) -> Result<String> {
    Ok(people::by_id(tx, person).await?.map(|it| it.name).unwrap_or_default())
}
