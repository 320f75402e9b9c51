//! In which language, zone and moment something is said. Every template has one, under the name `v`.

use jiff::tz::TimeZone;
use kernel::clock::Time;
use kernel::locale::Value;
use kernel::{Locale, Words, when};

#[derive(Clone, Debug)]
pub struct Voice {
    pub locale: Locale,
    pub zone: TimeZone,
    pub now: Time,
}

impl Voice {
    pub fn t(&self, key: &str) -> String {
        self.locale.t(key)
    }

    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Value>) -> String {
        self.locale.t1(key, name, value)
    }

    pub fn t2(
        &self,
        key: &str,
        name: &'static str,
        value: impl Into<Value>,
        name2: &'static str,
        value2: impl Into<Value>,
    ) -> String {
        self.locale.t2(key, name, value, name2, value2)
    }

    pub fn say(&self, words: &Words) -> String {
        self.locale.say(words)
    }

    pub fn code(&self) -> &'static str {
        self.locale.code()
    }

    /// The shortest that is clear: "10:42", "Do 15:20", "17. November". Microseconds since 1970.
    pub fn short(&self, at: &i64) -> String {
        when::short(self.locale, Time::from(*at), self.now, &self.zone)
    }

    /// "Heute", "Gestern", "Freitag", "17. November".
    pub fn day(&self, at: &i64) -> String {
        when::day(self.locale, Time::from(*at), self.now, &self.zone)
    }

    pub fn clock(&self, at: &i64) -> String {
        when::clock(Time::from(*at), &self.zone)
    }

    /// "23. November 2026, 10:42", for a tooltip.
    pub fn full(&self, at: &i64) -> String {
        when::full(self.locale, Time::from(*at), &self.zone)
    }

    /// "Montag, 23. November" of this moment.
    pub fn today(&self) -> String {
        when::long(self.locale, self.now, &self.zone)
    }

    /// For the attribute `datetime`.
    pub fn machine(&self, at: &i64) -> String {
        when::rfc3339(Time::from(*at))
    }

    /// "1,8 MB".
    pub fn size(&self, bytes: &i64) -> String {
        when::size(self.locale, u64::try_from(*bytes).unwrap_or(0))
    }
}
