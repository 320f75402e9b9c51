//! Why a text is held, in a form that can be kept, and in words.

use kernel::Words;
use serde::{Deserialize, Serialize};

/// Above this many reasons nobody reads on.
const REASONS_MAX: usize = 12;

/// One thing that was noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub sign: Sign,
    /// How much it says, from 1 to 3.
    pub weight: i64,
    /// What was counted: links, seconds, the same text.
    #[serde(default)]
    pub n: i64,
    /// The words that decided, strongest first.
    #[serde(default)]
    pub words: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    /// A field that nobody sees was filled in.
    Hidden,
    /// Filled in faster than people type.
    Fast,
    Links,
    /// The same text came before.
    Again,
    /// It reads like what was refused before.
    Words,
    /// It came in beyond the limit, the slow way.
    Flood,
}

impl Sign {
    /// It is about the way in which a text came, and stays whatever the text says later.
    pub fn is_of_the_way(self) -> bool {
        matches!(self, Self::Hidden | Self::Fast | Self::Flood)
    }
}

impl Reason {
    pub fn new(sign: Sign, weight: i64, n: i64) -> Self {
        Self { sign, weight, n, words: Vec::new() }
    }

    pub fn says(&self) -> Words {
        let words = match self.sign {
            Sign::Hidden => Words::new("visitors-reason-hidden"),
            Sign::Fast => Words::new("visitors-reason-fast"),
            Sign::Links => Words::new("visitors-reason-links"),
            Sign::Again => Words::new("visitors-reason-again"),
            Sign::Words => Words::new("visitors-reason-words"),
            Sign::Flood => Words::new("visitors-reason-flood"),
        };
        words.with("n", self.n).with("words", self.words.join(", "))
    }

    /// The name of the icon that goes with it.
    pub fn icon(&self) -> &'static str {
        match self.sign {
            Sign::Hidden => "eye-off",
            Sign::Fast => "timer",
            Sign::Links => "link",
            Sign::Again => "copy",
            Sign::Words => "type",
            Sign::Flood => "hourglass",
        }
    }
}

/// Whether a person has to look, even where everything else would be let through.
pub fn holds(reasons: &[Reason]) -> bool {
    !reasons.is_empty()
}

/// As JSON, for a column.
pub fn to_keep(reasons: &[Reason]) -> String {
    let few: Vec<&Reason> = reasons.iter().take(REASONS_MAX).collect();
    serde_json::to_string(&few).unwrap_or_else(|_| "[]".to_owned())
}

/// What [`to_keep`] made; nothing for what it did not make.
pub fn from_kept(text: &str) -> Vec<Reason> {
    serde_json::from_str(text).unwrap_or_default()
}
