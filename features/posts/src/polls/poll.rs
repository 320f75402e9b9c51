//! What a poll is: what can be chosen, how many of it, until when, and who sees what came of it. No I/O.

use std::collections::HashSet;

use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result, Words, line};

/// As many as anybody reads before she chooses.
pub(crate) const OPTIONS_MAX: usize = 20;

/// One line beside its bar.
pub(crate) const OPTION_LENGTH_MAX_CHARS: usize = 120;

/// A poll as it is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Ballot {
    pub options: Vec<String>,
    pub multiple: bool,
    pub named: bool,
    pub closes_at: Option<Time>,
}

impl Ballot {
    /// Errors: `Invalid` on the field `poll.options` for fewer than two, too many, two that read alike, or
    /// one that is empty, too long or holds control characters; on `poll.closes_at` for a time that is over.
    pub fn parse<'a>(
        options: impl IntoIterator<Item = &'a str>,
        multiple: bool,
        named: bool,
        closes_at: Option<Time>,
        now: Time,
    ) -> Result<Self> {
        let (mut parsed, mut known) = (Vec::new(), HashSet::new());
        for text in options {
            let option = line::parse("poll.options", text, OPTION_LENGTH_MAX_CHARS)?;
            if !known.insert(option.to_lowercase()) {
                let words = Words::new("posts-poll-alike").with("option", option.as_str());
                return Err(Error::invalid("poll.options", words));
            }
            parsed.push(option);
            if parsed.len() > OPTIONS_MAX {
                let words = Words::new("posts-poll-many").with("max", OPTIONS_MAX);
                return Err(Error::invalid("poll.options", words));
            }
        }
        if parsed.len() < 2 {
            return Err(Error::invalid("poll.options", "posts-poll-few"));
        }
        if closes_at.is_some_and(|it| it <= now) {
            return Err(Error::invalid("poll.closes_at", "posts-poll-over-already"));
        }
        Ok(Self { options: parsed, multiple, named, closes_at })
    }
}

/// One thing to choose, with how often it was chosen.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub id: Uuid,
    pub text: String,
    pub votes: i64,
    pub mine: bool,
    /// Who chose it, by name; only where votes are named.
    pub names: Vec<String>,
}

/// A poll as one person sees it.
#[derive(Clone, Debug)]
pub(crate) struct Poll {
    pub multiple: bool,
    pub named: bool,
    pub closes_at: Option<i64>,
    pub choices: Vec<Choice>,
    /// How many people took part.
    pub voters: i64,
}

impl Poll {
    pub fn is_closed(&self, now: Time) -> bool {
        self.closes_at.is_some_and(|it| it <= now.micros())
    }

    pub fn has_voted(&self) -> bool {
        self.choices.iter().any(|it| it.mine)
    }

    /// Who sees how it stands chooses with the crowd: shown only after the own vote, and when it is over.
    pub fn shows_results(&self, now: Time) -> bool {
        self.has_voted() || self.is_closed(now)
    }

    /// Of a hundred who took part.
    pub fn share(&self, choice: &Choice) -> i64 {
        if self.voters == 0 { 0 } else { choice.votes * 100 / self.voters }
    }

    /// The vote as it is kept; empty to take it back.
    ///
    /// Errors: `Conflict` when it is over; `Invalid` on the field `option_ids` for what is not to be chosen
    /// here, and for several where one is to be chosen.
    pub fn choose(&self, option_ids: &[Uuid], now: Time) -> Result<Vec<Uuid>> {
        if self.is_closed(now) {
            return Err(Error::conflict("posts-poll-closed"));
        }
        let mut chosen: Vec<Uuid> = Vec::new();
        for id in option_ids {
            if !self.choices.iter().any(|it| it.id == *id) {
                return Err(Error::invalid("option_ids", "posts-poll-unknown"));
            }
            if !chosen.contains(id) {
                chosen.push(*id);
            }
        }
        if chosen.len() > 1 && !self.multiple {
            return Err(Error::invalid("option_ids", "posts-poll-single"));
        }
        Ok(chosen)
    }
}
