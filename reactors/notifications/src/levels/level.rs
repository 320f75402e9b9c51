//! What somebody wants to be told. Nothing here reads or writes.

use kernel::{Error, Result};

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub(crate) enum Level {
    All,
    Concerns,
    Nothing,
}

impl Level {
    /// Errors: `Invalid` on the field `level`.
    pub fn parse(code: &str) -> Result<Self> {
        match code {
            "all" => Ok(Level::All),
            "concerns" => Ok(Level::Concerns),
            "nothing" => Ok(Level::Nothing),
            _ => Err(Error::invalid("level", "notifications-level-unknown")),
        }
    }
}

/// How somebody stands to a thing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    pub of_thing: Option<Level>,
    pub of_space: Option<Level>,
    pub involved: bool,
    /// Called by name in what just happened.
    pub called: bool,
}

impl Standing {
    /// The nearest word counts: what she said of the thing, else of its space, else whether she had to do
    /// with
    /// it.
    pub fn wants_to_know(self) -> bool {
        let level = match (self.of_thing, self.of_space) {
            (Some(level), _) => level,
            (None, Some(Level::Nothing)) => Level::Nothing,
            (None, Some(Level::All)) => Level::All,
            (None, _) if self.involved => Level::All,
            (None, _) => Level::Concerns,
        };
        match level {
            Level::All => true,
            Level::Concerns => self.called,
            Level::Nothing => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Level::{All, Concerns, Nothing};
    use super::{Level, Standing};

    fn check(of_thing: Option<Level>, of_space: Option<Level>, involved: bool, called: bool, expected: bool) {
        let standing = Standing { of_thing, of_space, involved, called };
        assert_eq!(standing.wants_to_know(), expected, "{standing:?}");
    }

    #[test]
    fn who_had_to_do_with_it_is_told_and_who_is_called_too() {
        check(None, None, true, false, true);
        check(None, None, false, true, true);
        check(None, None, false, false, false);
    }

    #[test]
    fn the_nearest_word_counts() {
        check(Some(Nothing), Some(All), true, true, false);
        check(Some(All), Some(Nothing), false, false, true);
        check(Some(Concerns), None, true, false, false);
        check(Some(Concerns), None, true, true, true);
        check(None, Some(All), false, false, true);
        check(None, Some(Nothing), true, true, false);
    }
}
