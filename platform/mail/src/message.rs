//! What is to be said, and the letter made of it.

use kernel::ids::Uuid;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, MultiPart};
use serde::{Deserialize, Serialize};

use crate::address::{Address, is_address};
use crate::mailer::SendError;

/// Longer ones are cut: nobody reads on, and some mail servers refuse them.
const SUBJECT_LENGTH_MAX_CHARS: usize = 250;

/// As for a subject.
const NAME_LENGTH_MAX_CHARS: usize = 200;

/// A header line has at most 998 bytes (RFC 5322, section 2.1.1), and a link cannot be folded.
const HEADER_TEXT_LENGTH_MAX_BYTES: usize = 900;

/// One mail to one person.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Message {
    pub to: Address,
    pub subject: String,
    /// Always there, and complete without the HTML.
    pub text: String,
    /// A whole document, saying the same.
    pub html: Option<String>,
    /// `http` or `https` link that stops such mails when it is posted to without signing in (RFC 8058).
    pub unsubscribe: Option<String>,
    /// `<left@right>`, one for ever; one is made if there is none.
    pub message_id: Option<String>,
    /// The `message_id` of the mail that this one belongs to, so that mail programs show them together.
    pub in_reply_to: Option<String>,
    /// Written by the program and not by a person, so that no "I am on holiday" comes back (RFC 3834).
    pub auto: bool,
}

/// For `Message { to, subject, text, ..Default::default() }`; sending to nobody is refused.
impl Default for Address {
    fn default() -> Self {
        Self::new("", "")
    }
}

impl Message {
    /// Errors: `Refused` if an address, a message id or the link is not what it should be; nothing of it is
    /// ever sent in a shape that its reader could take for something else.
    pub(crate) fn letter(&self, from: &Address) -> Result<lettre::Message, SendError> {
        let id = match &self.message_id {
            Some(id) => message_id(id)?,
            None => fresh_message_id(from),
        };
        let mut letter = lettre::Message::builder()
            .from(mailbox(from)?)
            .to(mailbox(&self.to)?)
            .subject(one_line(&self.subject, SUBJECT_LENGTH_MAX_CHARS))
            .message_id(Some(id));
        if let Some(id) = &self.in_reply_to {
            let id = message_id(id)?;
            letter = letter.in_reply_to(id.clone()).references(id);
        }
        if let Some(link) = &self.unsubscribe {
            letter = field(letter, "List-Unsubscribe", format!("<{}>", web_link(link)?));
            letter = field(letter, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned());
        }
        if self.auto {
            letter = field(letter, "Auto-Submitted", "auto-generated".to_owned());
            // Exchange heeds only its own word for the same.
            letter = field(letter, "X-Auto-Response-Suppress", "All".to_owned());
        }
        let made = match &self.html {
            Some(html) => {
                letter.multipart(MultiPart::alternative_plain_html(self.text.clone(), html.clone()))
            }
            None => letter.header(ContentType::TEXT_PLAIN).body(self.text.clone()),
        };
        made.map_err(|_| SendError::Refused("the mail could not be put together".to_owned()))
    }
}

fn field(letter: MessageBuilder, name: &'static str, value: String) -> MessageBuilder {
    letter.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), value))
}

fn mailbox(address: &Address) -> Result<Mailbox, SendError> {
    let refused = || SendError::Refused("an address is none".to_owned());
    let email = if is_address(&address.email) { address.email.parse() } else { return Err(refused()) };
    let name = one_line(&address.name, NAME_LENGTH_MAX_CHARS);
    Ok(Mailbox::new(Some(name).filter(|name| !name.is_empty()), email.map_err(|_| refused())?))
}

/// Line breaks and other control characters become spaces, so that the text stays one field.
fn one_line(text: &str, max_chars: usize) -> String {
    let clean: String = text.chars().map(|char| if is_unsafe(char) { ' ' } else { char }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(max_chars).collect()
}

/// Also what turns the direction of writing, which lets a name look like another one.
fn is_unsafe(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn message_id(id: &str) -> Result<String, SendError> {
    let inner = id.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
    match inner.split_once('@') {
        Some((left, right))
            if is_plain(left) && is_plain(right) && id.len() <= HEADER_TEXT_LENGTH_MAX_BYTES =>
        {
            Ok(id.to_owned())
        }
        _ => Err(SendError::Refused("a message id is none".to_owned())),
    }
}

/// Ends in the domain of the sender and not in the name of the machine, which is nobody's business.
fn fresh_message_id(from: &Address) -> String {
    let domain = from.email.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    format!("<{}@{domain}>", Uuid::now_v7())
}

fn web_link(link: &str) -> Result<&str, SendError> {
    let is_web = link.starts_with("https://") || link.starts_with("http://");
    match is_web && is_plain(link) && link.len() <= HEADER_TEXT_LENGTH_MAX_BYTES {
        true => Ok(link),
        false => Err(SendError::Refused("the link to unsubscribe is none".to_owned())),
    }
}

/// Visible ASCII without the brackets that would end it.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'<' && byte != b'>')
}
