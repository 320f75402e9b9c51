//! What one person sees of what happened, made ready for the page.

use std::collections::HashMap;

use access::Named;
use askama::Template;
use database::Reader;
use feature::{Drawn, Echo, Known, Looking};
use kernel::card::Card;
use kernel::ids::Uuid;
use kernel::{Result, limits};
use page::{Asking, Audience, Voice};

use super::store::{self, Entry, Part};
use crate::sentence::{self, Piece};

/// Shown at once; older ones are asked for.
const SHOWN_ROWS: i64 = 20;

/// What is wanted: at home or of one space, from the top, or what is older than a position.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wish {
    pub space: Option<Uuid>,
    /// Only things of this kind, at home.
    pub only: Option<Only>,
    pub before: Option<i64>,
    /// Everything down to here, for a page that shows as much already.
    pub from: Option<i64>,
}

/// What somebody wants to see alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Only {
    Posts,
    Documents,
}

impl Only {
    /// `None` for all.
    pub fn of(word: &str) -> Option<Self> {
        [Only::Posts, Only::Documents].into_iter().find(|it| it.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            Only::Posts => "posts",
            Only::Documents => "documents",
        }
    }

    /// The word in `thing.kind`.
    fn kind(self) -> &'static str {
        match self {
            Only::Posts => "post",
            Only::Documents => "document",
        }
    }
}

impl Wish {
    fn part(self) -> Part {
        let limit = if self.from.is_some() { limits::LIST_LENGTH_MAX_ROWS } else { SHOWN_ROWS + 1 };
        Part { from: self.from.unwrap_or(0), before: self.before.unwrap_or(i64::MAX), limit }
    }

    /// Where the same is found again, with one more word of the query.
    fn address(self, word: &str, position: i64) -> String {
        match (self.space, self.only) {
            (Some(space), _) => format!("/feed/of?space={space}&{word}={position}"),
            (None, Some(only)) => format!("/feed/more?only={}&{word}={position}", only.word()),
            (None, None) => format!("/feed/more?{word}={position}"),
        }
    }
}

/// One entry as it is drawn.
pub(crate) struct Line {
    pub entry: Entry,
    /// The day, where another one begins.
    pub day: Option<String>,
    pub pieces: Vec<Piece>,
    /// The sentence for the ear.
    pub label: String,
    pub card: Card,
    /// The thing itself, where there is more to it than a card.
    pub drawn: Option<Drawn>,
    /// What others said to it.
    pub echo: Echo,
    pub audience: Audience,
}

impl Line {
    pub fn is_space(&self) -> bool {
        self.entry.thing_kind == kernel::ids::SpaceId::KIND
    }

    pub fn actor(&self) -> &Named {
        &self.entry.actor
    }

    /// Whoever wrote it, where the sentence is about somebody else.
    pub fn by(&self) -> Option<&Named> {
        self.drawn.as_ref().map(|it| &it.by).filter(|it| it.id != self.entry.actor.id || !self.is_itself())
    }

    /// Whether the thing itself is what is new; else something was done to it.
    fn is_itself(&self) -> bool {
        self.entry.object_kind == self.entry.thing_kind
    }
}

/// A part of the stream, whole or as the next piece of one that is open.
#[derive(Template)]
#[template(path = "entries/_stream.html")]
pub(crate) struct Stream {
    pub v: Voice,
    pub lines: Vec<Line>,
    pub me: Uuid,
    pub space: Option<Uuid>,
    pub only: Option<Only>,
    /// Where the first part is fetched again when something happened; `None` for older parts, which stay.
    pub again: Option<String>,
    pub older: Option<Older>,
    /// The heading of a day: 2 at home, 3 inside the page of a space.
    pub level: u8,
}

pub(crate) struct Older {
    pub position: i64,
    pub url: String,
}

/// Whoever asks for a space has found out before that the reader may see it.
pub(crate) async fn load(reader: &mut Reader, known: &Known, asking: &Asking, wish: Wish) -> Result<Stream> {
    let v = asking.voice();
    let (person, part) = (&asking.person, wish.part());
    let mut entries = match (wish.space, wish.only) {
        (Some(space), _) => store::newest_of(reader, person, space, part).await?,
        (None, Some(only)) => store::newest_of_kind(reader, person, only.kind(), part).await?,
        (None, None) => store::newest(reader, person, part).await?,
    };
    let shown = usize::try_from(SHOWN_ROWS).unwrap_or(0);
    let has_more = wish.from.is_none() && entries.len() > shown;
    if has_more {
        entries.truncate(shown);
    }
    let mut day = match wish.before {
        Some(before) => store::at(reader, before).await?.map(|at| v.day(&at)),
        None => None,
    };
    let last = entries.last().map(|it| it.position);
    let mut cards = cards(reader, known, asking, &entries).await?;
    let lines = entries.into_iter().filter_map(|entry| line(known, &v, &mut cards, entry, &mut day));
    let lines = lines.collect();
    let older = last.filter(|_| has_more);
    let older = older.map(|position| Older { position, url: wish.address("before", position) });
    let lower = last.or(wish.from).unwrap_or(0);
    let again = wish.before.is_none().then(|| wish.address("from", lower));
    let level = if wish.space.is_some() { 3 } else { 2 };
    let me = person.id.uuid();
    Ok(Stream { v, lines, me, space: wish.space, only: wish.only, again, older, level })
}

/// What is shown of one thing beside its sentence.
#[derive(Default)]
struct Seen {
    card: Option<Card>,
    drawn: Option<Drawn>,
    echo: Echo,
}

type Cards = HashMap<(String, Uuid), Seen>;

/// Of all things at once, a question per kind.
async fn cards(reader: &mut Reader, known: &Known, asking: &Asking, entries: &[Entry]) -> Result<Cards> {
    let mut ids: HashMap<&str, Vec<Uuid>> = HashMap::new();
    for entry in entries {
        ids.entry(&entry.thing_kind).or_default().push(entry.thing_id);
    }
    let mut cards = Cards::new();
    for (kind, ids) in ids {
        let Some(maker) = known.cards(kind) else { continue };
        let (person, locale, zone) = (&asking.person, asking.locale, &asking.zone);
        let looking = Looking { person, locale, zone, now: asking.now };
        let mut of_kind: HashMap<Uuid, Seen> = HashMap::new();
        for (id, drawn) in maker.drawn(reader, &looking, &ids).await? {
            of_kind.entry(id).or_default().drawn = Some(drawn);
        }
        let plain: Vec<Uuid> = ids.iter().copied().filter(|it| !of_kind.contains_key(it)).collect();
        if !plain.is_empty() {
            for (id, card) in maker.cards(reader, person, locale, &plain).await? {
                of_kind.entry(id).or_default().card = Some(card);
            }
        }
        for echoes in known.echoes() {
            for (id, echo) in echoes.echoes(reader, kind, &ids).await? {
                of_kind.entry(id).or_default().echo = echo;
            }
        }
        cards.extend(of_kind.into_iter().map(|(id, seen)| ((kind.to_owned(), id), seen)));
    }
    Ok(cards)
}

/// `None` for what no feature tells any more.
fn line(known: &Known, v: &Voice, cards: &mut Cards, entry: Entry, day: &mut Option<String>) -> Option<Line> {
    let told = known.told(&entry.object_kind, &entry.verb)?;
    let nobody = v.t("feed-somebody");
    let mut pieces = sentence::pieces(told, v.locale, &entry.actor.name, &nobody, &entry.title);
    let seen = cards.remove(&(entry.thing_kind.clone(), entry.thing_id)).unwrap_or_default();
    let Seen { card, drawn, echo } = seen;
    let card = card.unwrap_or_else(|| Card { icon: "file", ..Card::default() });
    let audience = Audience::short(v, entry.visibility, &entry.space_title);
    let today = v.day(&entry.at);
    let is_new = day.as_ref() != Some(&today);
    *day = Some(today.clone());
    let label = sentence::plain(&pieces);
    if drawn.is_some() {
        sentence::leave_out_the_title(&mut pieces, &v.t("feed-this"));
    }
    Some(Line { day: is_new.then_some(today), label, pieces, card, drawn, echo, audience, entry })
}
