//! What stands around all public pages, and how a day is said there: never "today", because a page may be
//! read tomorrow as it was kept today.

use access::settings;
use database::Reads;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Locale, Result};
use page::{Asking, Voice, assets};

use crate::Parts;

#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub v: Voice,
    pub company: String,
    pub claim: String,
    /// Without a slash at its end.
    pub base: String,
}

impl Site {
    /// In the language of whoever asks.
    pub async fn load(parts: &Parts, from: &mut impl Reads, asking: &Asking) -> Result<Self> {
        Self::in_language(parts, from, asking, asking.locale).await
    }

    pub async fn in_language(
        parts: &Parts,
        from: &mut impl Reads,
        asking: &Asking,
        locale: Locale,
    ) -> Result<Self> {
        let (company, claim) = settings::sign(from).await?;
        Ok(Self {
            v: Voice { locale, ..asking.voice() },
            company: company.unwrap_or_else(|| "Mitwerk".to_owned()),
            claim: claim.unwrap_or_default(),
            base: parts.gate.origin.public_url().to_owned(),
        })
    }

    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    /// From a path to the whole address.
    pub fn absolute(&self, path: impl AsRef<str>) -> String {
        format!("{}{}", self.base, path.as_ref())
    }

    /// "7. Dezember 2026".
    pub fn date(&self, at: &i64) -> String {
        date(&self.v, *at)
    }

    pub fn language_name(&self, code: &str) -> &'static str {
        language_name(code)
    }
}

/// In itself: who looks for it reads it.
pub(crate) fn language_name(code: &str) -> &'static str {
    if code == "en" { "English" } else { "Deutsch" }
}

/// Year and month, such as (2026, 12).
pub(crate) fn month_of(zone: &TimeZone, at: i64) -> (i16, i8) {
    let date = day(zone, at);
    (date.year(), date.month())
}

fn day(zone: &TimeZone, at: i64) -> jiff::civil::Date {
    zone.to_datetime(Timestamp::from_microsecond(at).unwrap_or(Timestamp::UNIX_EPOCH)).date()
}

/// "Dezember 2026".
pub(crate) fn month_name(v: &Voice, (year, month): (i16, i8)) -> String {
    format!("{} {year}", v.t(&format!("blog-month-{month}")))
}

fn date(v: &Voice, at: i64) -> String {
    let date = day(&v.zone, at);
    let month = month_name(v, (date.year(), date.month()));
    match v.locale {
        Locale::De => format!("{}. {month}", date.day()),
        Locale::En => format!("{} {month}", date.day()),
    }
}
