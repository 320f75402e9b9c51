//! One question, of whatever kind: the same model for all games.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One option is right.
    Single,
    /// One or more are right, and all of them are wanted.
    Multiple,
    /// All options, in the right order.
    Order,
    /// Each option belongs to one target.
    Pairs,
    /// Each option goes to a target; several may go to the same.
    Sort,
    /// The right passages of a text.
    Mark,
    /// A word that is missing in a text.
    Cloze,
    /// One sentence in a conversation: graded as [`Kind::Single`].
    Talk,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::Single,
        Self::Multiple,
        Self::Order,
        Self::Pairs,
        Self::Sort,
        Self::Mark,
        Self::Cloze,
        Self::Talk,
    ];

    /// The word in files and in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Order => "order",
            Self::Pairs => "pairs",
            Self::Sort => "sort",
            Self::Mark => "mark",
            Self::Cloze => "cloze",
            Self::Talk => "talk",
        }
    }

    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// Whether a choice among options is the answer.
    pub fn chooses(self) -> bool {
        matches!(self, Self::Single | Self::Multiple | Self::Mark | Self::Talk)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The same in all languages; unique in its chapter.
    pub key: String,
    pub kind: Kind,
    pub prompt: String,
    /// Of [`Kind::Order`] in the right order. Of [`Kind::Cloze`] what is right, and known mistakes.
    pub options: Vec<Choice>,
    /// Of pairs and sort: where the options belong.
    pub targets: Vec<Target>,
    /// Who speaks or writes.
    pub who: Option<String>,
    /// How a customer looks before the answer.
    pub mood: Option<String>,
    /// What is said, or the text with its gap or passages.
    pub says: Option<String>,
    /// Questions of one group are dealt together, in the order of the file.
    pub group: Option<String>,
    pub hint: Option<String>,
    /// The label of the scene in which it was said.
    pub see: Option<String>,
    /// Said when all is right, where the options have no words of their own for that.
    pub done: Option<String>,
    /// Where it begins in its file.
    #[serde(skip)]
    pub line: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub text: String,
    pub right: bool,
    /// What is said when it was chosen, or stands in the wrong place.
    pub why: String,
    /// Of pairs and sort: the position of its target.
    pub target: Option<usize>,
    /// Of sort: what is said for each target.
    pub whys: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub text: String,
    /// One of the four walls.
    pub wall: Option<String>,
}

impl Choice {
    pub fn new(text: &str, right: bool, why: &str) -> Self {
        let (text, why) = (text.trim().to_owned(), why.trim().to_owned());
        Self { text, right, why, target: None, whys: Vec::new() }
    }
}

impl Question {
    /// One without options yet.
    pub fn begin(kind: Kind, key: &str, prompt: &str, line: usize) -> Self {
        Self {
            key: key.to_owned(),
            kind,
            prompt: prompt.to_owned(),
            options: Vec::new(),
            targets: Vec::new(),
            who: None,
            mood: None,
            says: None,
            group: None,
            hint: None,
            see: None,
            done: None,
            line,
        }
    }

    /// How many options are right.
    pub fn count(&self) -> usize {
        match self.kind {
            Kind::Single | Kind::Talk | Kind::Cloze => 1,
            Kind::Multiple | Kind::Mark => self.options.iter().filter(|it| it.right).count(),
            Kind::Order | Kind::Pairs | Kind::Sort => self.options.len(),
        }
    }
}
