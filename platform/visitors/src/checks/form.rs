//! What a form says about whoever filled it in: a field that nobody sees, and when it was begun.

use std::time::Duration;

use access::{same, seal, settings};
use database::Reads;
use kernel::Result;
use kernel::clock::Time;

use super::reason::{Reason, Sign};

/// Nobody types a sentence faster.
const TYPING_MIN: Duration = Duration::from_secs(4);

/// For the hidden field `began` of a form: when it was given out, sealed.
pub async fn began(from: &mut impl Reads, now: Time) -> Result<String> {
    let key = settings::get(from, settings::SIGNING_KEY).await?.unwrap_or_default();
    Ok(format!("{}.{}", now.micros(), sealed(&key, now.micros())))
}

/// What came back. A program of the API has neither field.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trap<'a> {
    /// The field that nobody sees.
    pub hidden: &'a str,
    pub began: &'a str,
}

impl Trap<'_> {
    /// What it says. A time that is missing, forged or of an older key says nothing: it only ever holds.
    pub(crate) async fn look(&self, from: &mut impl Reads, now: Time) -> Result<Vec<Reason>> {
        let key = settings::get(from, settings::SIGNING_KEY).await?.unwrap_or_default();
        Ok(self.reasons(&key, now))
    }

    pub(crate) fn reasons(&self, key: &str, now: Time) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if !self.hidden.trim().is_empty() {
            reasons.push(Reason::new(Sign::Hidden, 3, 0));
        }
        let given = self.began.split_once('.').and_then(|(at, seal)| Some((at.parse::<i64>().ok()?, seal)));
        if let Some((at, seal)) = given
            && same(seal, &sealed(key, at))
            && Time::from(at).plus(TYPING_MIN) > now
        {
            let seconds = now.micros().saturating_sub(at).max(0) / 1_000_000;
            reasons.push(Reason::new(Sign::Fast, 2, seconds));
        }
        reasons
    }
}

pub(crate) fn sealed(key: &str, at: i64) -> String {
    seal(key, &format!("form/{at}"))
}
