//! What a reader may say, and when everybody reads it; no I/O.

use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Result, limits, line, typed_id};
use visitors::Visitor;
use visitors::checks::Reason;

typed_id!(
    /// What somebody said about an article.
    RemarkId, "remark"
);

/// Longer than anybody reads below an article.
pub(crate) const BODY_LENGTH_MAX_CHARS: usize = limits::COMMENT_LENGTH_MAX_CHARS;

/// Fits one line.
const WEBSITE_LENGTH_MAX_CHARS: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub(crate) enum State {
    /// Until the visitor answers the mail.
    Unconfirmed,
    /// Until somebody of the house has looked at it.
    Waiting,
    Shown,
    Refused,
    /// Its author took it back. The row stays while answers hang on it.
    Withdrawn,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Unconfirmed => "unconfirmed",
            State::Waiting => "waiting",
            State::Shown => "shown",
            State::Refused => "refused",
            State::Withdrawn => "withdrawn",
        }
    }

    pub fn standing(self) -> feature::Standing {
        match self {
            State::Unconfirmed => feature::Standing::Unconfirmed,
            State::Waiting => feature::Standing::Waiting,
            State::Shown => feature::Standing::Shown,
            State::Refused => feature::Standing::Refused,
            State::Withdrawn => feature::Standing::Withdrawn,
        }
    }
}

/// Which comments somebody looks at before they are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Approve {
    #[default]
    All,
    /// Only the first of each visitor.
    First,
    None,
}

impl Approve {
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "all" => Some(Approve::All),
            "first" => Some(Approve::First),
            "none" => Some(Approve::None),
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Approve::All => "all",
            Approve::First => "first",
            Approve::None => "none",
        }
    }
}

/// As it was typed, and found good.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub name: String,
    pub website: String,
    pub body: String,
    pub html: String,
}

impl Draft {
    /// Errors: `Invalid` on `name`, `website` or `body`.
    pub fn parse(name: &str, website: &str, body: &str) -> Result<Self> {
        let name = line::parse("name", name, limits::NAME_LENGTH_MAX_CHARS)?;
        let website = website_of(website)?;
        let (body, html) = text(body)?;
        Ok(Self { name, website, body, html })
    }
}

/// The text as it was typed, and as HTML that does no harm.
///
/// Errors: `Invalid` on `body`.
pub(crate) fn text(body: &str) -> Result<(String, String)> {
    let body = line::lines("body", body, BODY_LENGTH_MAX_CHARS)?;
    if body.is_empty() {
        return Err(Error::invalid("body", "kernel-line-empty"));
    }
    let html = richtext::talk::render(&body, &|_| None);
    Ok((body, html))
}

/// An address of the web; what has no scheme gets one.
fn website_of(text: &str) -> Result<String> {
    let text = line::optional("website", text, WEBSITE_LENGTH_MAX_CHARS)?;
    if text.is_empty() {
        return Ok(text);
    }
    let wrong = || Error::invalid("website", "blog-website-wrong");
    let whole = match text.split_once("://") {
        Some(("http" | "https", _)) => text,
        Some(_) => return Err(wrong()),
        None => format!("https://{text}"),
    };
    let host = whole.split_once("://").map_or("", |(_, rest)| rest).split(['/', '?', '#']).next();
    let plain = |it: char| it.is_alphanumeric() || ".-:".contains(it);
    let is_one = host.is_some_and(|it| it.contains('.') && it.chars().all(plain));
    let odd = |it: char| it.is_whitespace() || "<>\"'`\\".contains(it);
    if is_one && !whole.contains(odd) { Ok(whole) } else { Err(wrong()) }
}

/// What becomes of a comment whose author has confirmed her address.
pub(crate) fn once_confirmed(approve: Approve, visitor: &Visitor, reasons: &[Reason]) -> State {
    let looked_at = match approve {
        Approve::All => true,
        Approve::First => !visitor.is_trusted(),
        Approve::None => false,
    };
    let held = visitors::checks::holds(reasons);
    if looked_at || held { State::Waiting } else { State::Shown }
}

/// As those see it who look after the blog, and its author.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Comment {
    pub id: Uuid,
    pub article_id: Uuid,
    pub page_id: Uuid,
    pub visitor_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub reply_to: Option<Uuid>,
    pub name: String,
    pub website: String,
    pub body: String,
    pub html: String,
    pub state: State,
    pub reasons: String,
    pub follows: i64,
    pub made_at: i64,
    pub state_at: i64,
    pub decided_by: Option<Uuid>,
    pub decision: String,
    pub learnt: String,
    /// Of the article.
    pub slug: String,
    pub language: String,
    pub title: String,
}

impl Comment {
    /// Of the words that everybody would read: who decides names what she has seen.
    pub fn mark(&self) -> String {
        access::digest(&format!("{}\0{}", self.body, self.website))
    }

    pub fn thing(&self) -> ThingId {
        RemarkId::from(self.id).into()
    }

    pub fn page(&self) -> ThingId {
        ThingId { kind: "document".into(), id: self.page_id }
    }

    pub fn url(&self) -> String {
        format!("/blog/{}#comment-{}", self.slug, self.id)
    }

    pub fn why(&self) -> Vec<Reason> {
        visitors::checks::from_kept(&self.reasons)
    }
}
