//! Lists are answered in pages: `{"items": […], "next": …}`, asked for with `?after=&limit=`.

use kernel::{Error, Result, Words, limits};
use serde::{Deserialize, Serialize};

/// What follows the question mark of a list. Flatten it or take it beside other parameters.
#[derive(Debug, Default, Deserialize)]
pub struct Listing {
    after: Option<String>,
    limit: Option<String>,
}

impl Listing {
    /// How many are wanted, 1 to [`limits::LIST_LENGTH_MAX_ROWS`]. Ask the store for one more, to know
    /// whether something follows.
    ///
    /// Errors: `Invalid` on the field `limit`.
    pub fn limit(&self) -> Result<i64> {
        let Some(text) = &self.limit else { return Ok(limits::PAGE_LENGTH_ROWS) };
        let wrong = || {
            Error::invalid("limit", Words::new("api-limit-wrong").with("max", limits::LIST_LENGTH_MAX_ROWS))
        };
        let limit: i64 = text.parse().map_err(|_| wrong())?;
        if (1..=limits::LIST_LENGTH_MAX_ROWS).contains(&limit) { Ok(limit) } else { Err(wrong()) }
    }

    /// The cursor, or `None` for the beginning.
    ///
    /// Errors: `Invalid` on the field `after` for what is no `T`.
    pub fn after<T: std::str::FromStr>(&self) -> Result<Option<T>> {
        let Some(text) = self.after.as_deref().filter(|it| !it.is_empty()) else { return Ok(None) };
        text.parse().map(Some).map_err(|_| Error::invalid("after", "api-after-wrong"))
    }
}

#[derive(Debug, Serialize)]
pub struct List<T> {
    pub items: Vec<T>,
    pub next: Option<String>,
}

impl<T> List<T> {
    /// Of up to `limit + 1` rows: cuts the last one off and makes the cursor of the one before it.
    pub fn cut(mut items: Vec<T>, limit: i64, cursor: impl Fn(&T) -> String) -> Self {
        let limit = usize::try_from(limit).unwrap_or(0);
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(cursor);
        Self { items, next }
    }

    /// A list that is short by its nature and comes whole.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }
}
