//! The languages the product speaks, and what it says in them.
//!
//! Each crate brings its texts as two Fluent files; [`install`] gathers them once at the start. A text is
//! named by a key that begins with its crate, such as `documents-upload`. What a verb has to say to a person
//! is a [`Words`]: a key and its values, put into a language only where it is shown.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::langid;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    De,
    En,
}

/// The texts of one crate: the contents of its `texts/de.ftl` and `texts/en.ftl`.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    pub de: &'static str,
    pub en: &'static str,
}

/// Something to be said: a key of a text, and what is to be put into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    key: Cow<'static, str>,
    values: Vec<(&'static str, Value)>,
}

/// What is put into a text. A number decides about singular and plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
}

impl Words {
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), values: Vec::new() }
    }

    /// The same with `value` where the text says `{ $name }`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    pub fn key(&self) -> &str {
        &self.key
    }
}

impl From<&'static str> for Words {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

/// For the log: the key alone, because a value may be personal.
impl fmt::Display for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.key)
    }
}

type Bundle = FluentBundle<FluentResource>;

struct Spoken {
    de: Bundle,
    en: Bundle,
}

static SPOKEN: OnceLock<Spoken> = OnceLock::new();

/// Gathers the texts of all crates; a second call changes nothing.
///
/// Errors: a line for each text that cannot be read or that stands there twice.
pub fn install(all: &[Texts]) -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    let de = bundle(langid!("de"), all.iter().map(|it| it.de), &mut faults);
    let en = bundle(langid!("en"), all.iter().map(|it| it.en), &mut faults);
    let _first_stays = SPOKEN.set(Spoken { de, en });
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn bundle(
    language: unic_langid::LanguageIdentifier,
    texts: impl Iterator<Item = &'static str>,
    faults: &mut Vec<String>,
) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for text in texts {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(rest, errors)| {
            faults.extend(errors.iter().map(|error| format!("{error:?}")));
            rest
        });
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{error:?}")));
        }
    }
    bundle
}

impl Locale {
    pub const ALL: [Locale; 2] = [Locale::De, Locale::En];

    /// The code of the language (ISO 639-1), for `lang` and for the database.
    pub fn code(self) -> &'static str {
        match self {
            Locale::De => "de",
            Locale::En => "en",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "de" => Some(Locale::De),
            "en" => Some(Locale::En),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header (RFC 9110, 12.5.4) that is spoken here. Browsers
    /// send
    /// them in the order of preference, so weights are not compared.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').take(16).find_map(|it| Self::parse(it.trim()))
    }

    /// The text of this key; the key itself if nobody wrote one, so that a gap is seen and breaks nothing.
    pub fn t(self, key: &str) -> String {
        self.put(key, &[])
    }

    pub fn t1(self, key: &str, name: &'static str, value: impl Into<Value>) -> String {
        self.put(key, &[(name, value.into())])
    }

    pub fn t2(
        self,
        key: &str,
        name: &'static str,
        value: impl Into<Value>,
        name2: &'static str,
        value2: impl Into<Value>,
    ) -> String {
        self.put(key, &[(name, value.into()), (name2, value2.into())])
    }

    pub fn say(self, words: &Words) -> String {
        self.put(&words.key, &words.values)
    }

    /// Whether somebody wrote a text for this key.
    pub fn has(self, key: &str) -> bool {
        self.bundle().is_some_and(|it| it.has_message(key))
    }

    fn bundle(self) -> Option<&'static Bundle> {
        let spoken = SPOKEN.get()?;
        Some(match self {
            Locale::De => &spoken.de,
            Locale::En => &spoken.en,
        })
    }

    fn put(self, key: &str, values: &[(&'static str, Value)]) -> String {
        let Some(bundle) = self.bundle() else { return key.to_owned() };
        let Some(pattern) = bundle.get_message(key).and_then(|it| it.value()) else { return key.to_owned() };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
                Value::Number(number) => args.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }
}

macro_rules! values {
    ($($number:ty),*) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }

        impl From<&$number> for Value {
            fn from(number: &$number) -> Self {
                Self::from(*number)
            }
        }
    )*};
}

values!(i32, i64, u32, u64, usize);

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&&str> for Value {
    fn from(text: &&str) -> Self {
        Self::Text((*text).to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
