//! Proof of work: a riddle that a machine solves in a second or two, and that ten thousand mails cost a day.
//! No pictures, no third party; it holds nothing about whoever solves it.

use std::time::Duration;

use access::{digest, fresh_secret, same, seal};
use kernel::Result;
use kernel::clock::Time;
use page::Tries;
use sha2::{Digest, Sha256};

/// Leading zero bits that a solution has: about 130,000 digests.
const BITS: u32 = 17;

/// How long a riddle may be answered.
const CHALLENGE_MAX: Duration = Duration::from_secs(600);

/// To be answered with a number: the SHA-256 of `text:number` must begin with `bits` zero bits.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Challenge {
    pub text: String,
    pub bits: u32,
}

impl Challenge {
    /// As it stands in a header.
    pub fn in_header(&self) -> String {
        format!("{};bits={}", self.text, self.bits)
    }
}

pub(crate) struct Work {
    key: String,
    /// A solution counts once.
    spent: Tries,
}

impl Work {
    pub fn new() -> Self {
        // Without randomness nobody could sign in either; then no riddle can be answered.
        Self { key: fresh_secret().unwrap_or_default(), spent: Tries::new(1, CHALLENGE_MAX * 2) }
    }

    pub fn challenge(&self, now: Time) -> Result<Challenge> {
        let begun = format!("{}.{}", now.micros(), fresh_secret()?);
        Ok(Challenge { text: format!("{begun}.{}", seal(&self.key, &begun)), bits: BITS })
    }

    /// `answer` is `text:number`. True once for each riddle of ours that is not too old.
    pub fn is_solved(&self, answer: &str, now: Time) -> bool {
        let Some((text, number)) = answer.rsplit_once(':') else { return false };
        let Some((begun, seal_of_it)) = text.rsplit_once('.') else { return false };
        let at = begun.split_once('.').and_then(|(at, _)| at.parse::<i64>().ok()).map(Time::from);
        let fresh = at.is_some_and(|at| at <= now && at.plus(CHALLENGE_MAX) > now);
        let ours = !self.key.is_empty() && same(seal_of_it, &seal(&self.key, begun));
        let number_is_one = number.len() <= 20 && number.bytes().all(|it| it.is_ascii_digit());
        let solved = number_is_one && leading_zeros(answer) >= BITS;
        fresh && ours && solved && self.spent.count(&digest(text)).is_ok()
    }
}

fn leading_zeros(text: &str) -> u32 {
    let hash = Sha256::digest(text.as_bytes());
    let empty = hash.iter().take_while(|it| **it == 0).count();
    let next = hash.get(empty).map_or(0, |it| it.leading_zeros());
    u32::try_from(empty).unwrap_or(0) * 8 + next
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use kernel::clock::Time;

    use super::{CHALLENGE_MAX, Challenge, Work, leading_zeros};

    fn solve(challenge: &Challenge) -> String {
        let answers = (0_u64..).map(|it| format!("{}:{it}", challenge.text));
        answers.into_iter().find(|it| leading_zeros(it) >= challenge.bits).unwrap()
    }

    const NOW: i64 = 1_700_000_000_000_000;

    #[test]
    fn a_riddle_is_answered_once() {
        let (work, now) = (Work::new(), Time::from(NOW));
        let answer = solve(&work.challenge(now).unwrap());
        assert!(work.is_solved(&answer, now));
        assert!(!work.is_solved(&answer, now), "spent");
    }

    #[test]
    fn forged_old_and_foreign_answers_count_for_nothing() {
        let (work, now) = (Work::new(), Time::from(NOW));
        let answer = solve(&work.challenge(now).unwrap());
        let later = now.plus(CHALLENGE_MAX + Duration::from_secs(1));
        assert!(!work.is_solved(&answer, later), "too old");
        assert!(!work.is_solved(&answer.replacen("17", "18", 1), now), "another time");
        assert!(!Work::new().is_solved(&answer, now), "of another house");
        let wrong = format!("{}1", answer.rsplit_once(':').unwrap().0);
        for odd in ["", ":", "a.b:1", wrong.as_str()] {
            assert!(!work.is_solved(odd, now), "{odd}");
        }
        assert!(work.is_solved(&answer, now));
    }
}
