//! Mails to a mail server.
//!
//! `smtps://` is encrypted from the first byte. `smtp://` is encrypted as `?tls=required` or
//! `?tls=opportunistic` says. Without that: always, when there is a password to protect; not at all to this
//! very machine, whose mail server often has a certificate that nobody signed; otherwise if the server offers
//! it.

use std::time::Duration;

use kernel::{Error, Result};
use lettre::transport::smtp::{self, AsyncSmtpTransport};
use lettre::{AsyncTransport, Tokio1Executor};

use crate::mailer::SendError;

/// How long the server may be silent. Its greeting may take a while where it looks up who is calling.
const SILENCE_MAX: Duration = Duration::from_secs(30);

/// All commands of one mail together, however slowly the server answers each.
const SENDING_MAX: Duration = Duration::from_secs(120);

/// Permanent by their number, but about us and not about the mail: who runs the program can mend them (RFC
/// 4954).
const ABOUT_SIGNING_IN: [u16; 4] = [530, 534, 535, 538];

#[derive(Clone)]
pub(crate) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Smtp {
    pub(crate) fn new(url: &str) -> Result<Self> {
        let wrong = || Error::invalid("smtp_url", "mail-url-wrong");
        let server = Server::parse(url).ok_or_else(wrong)?;
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&server.url())
            .map_err(|_| wrong())?
            .timeout(Some(SILENCE_MAX));
        if let Some(port) = server.usual_port() {
            builder = builder.port(port);
        }
        Ok(Self { transport: builder.build() })
    }

    pub(crate) async fn send(&self, letter: lettre::Message) -> Result<(), SendError> {
        match tokio::time::timeout(SENDING_MAX, self.transport.send(letter)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(told(&error)),
            Err(_) => Err(SendError::Retry("the mail server takes too long".to_owned())),
        }
    }
}

/// In our own words: what the server says in its answer holds addresses more often than not.
fn told(error: &smtp::Error) -> SendError {
    match error.status().map(u16::from) {
        Some(code) if error.is_permanent() && !ABOUT_SIGNING_IN.contains(&code) => {
            SendError::Refused(format!("the mail server answered {code}"))
        }
        Some(code) => SendError::Retry(format!("the mail server answered {code}")),
        None if error.is_tls() => SendError::Retry("the mail server's encryption failed".to_owned()),
        None if error.is_timeout() => SendError::Retry("the mail server does not answer".to_owned()),
        None => SendError::Retry("the mail server cannot be reached or broke off".to_owned()),
    }
}

/// What has to be known of the URL before it is handed on.
struct Server<'a> {
    text: &'a str,
    encrypted: bool,
    told_when: bool,
    has_password: bool,
    has_port: bool,
    is_this_machine: bool,
}

impl<'a> Server<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (who, place) = rest[..end].rsplit_once('@').unwrap_or(("", &rest[..end]));
        let (host, port) = match place.strip_prefix('[') {
            Some(rest) => rest.split_once(']')?,
            None => place.split_at(place.find(':').unwrap_or(place.len())),
        };
        (matches!(scheme, "smtp" | "smtps") && !host.is_empty()).then(|| Self {
            text,
            encrypted: scheme == "smtps",
            told_when: rest[end..].contains("tls="),
            has_password: who.contains(':'),
            has_port: port.len() > 1,
            is_this_machine: host == "localhost" || host == "::1" || host.starts_with("127."),
        })
    }

    fn url(&self) -> String {
        if self.encrypted || self.told_when || (self.is_this_machine && !self.has_password) {
            return self.text.to_owned();
        }
        let when = if self.has_password && !self.is_this_machine { "required" } else { "opportunistic" };
        let joint = if self.text.contains('?') { '&' } else { '?' };
        format!("{}{joint}tls={when}", self.text)
    }

    /// 25, unless there is a password or the URL says more: then its own rules hold.
    fn usual_port(&self) -> Option<u16> {
        (!self.encrypted && !self.told_when && !self.has_port && !self.has_password).then_some(25)
    }
}

#[cfg(test)]
mod tests {
    use super::{Server, Smtp};

    fn check(url: &str, expected: &str, port: Option<u16>) {
        let server = Server::parse(url).unwrap();
        assert_eq!((server.url().as_str(), server.usual_port()), (expected, port));
        assert!(Smtp::new(url).is_ok(), "{url}");
    }

    #[test]
    fn it_is_encrypted_whenever_it_can_be() {
        check("smtps://mail.example.org", "smtps://mail.example.org", None);
        check("smtp://mail.example.org", "smtp://mail.example.org?tls=opportunistic", Some(25));
        check("smtp://mail.example.org:2525", "smtp://mail.example.org:2525?tls=opportunistic", None);
        check("smtp://a:b@mail.example.org", "smtp://a:b@mail.example.org?tls=required", None);
        check("smtp://a:b@mail.example.org/me?x=1", "smtp://a:b@mail.example.org/me?x=1&tls=required", None);
        check("smtp://mail.example.org?tls=required", "smtp://mail.example.org?tls=required", None);
    }

    #[test]
    fn to_this_machine_it_goes_as_it_is() {
        check("smtp://localhost", "smtp://localhost", Some(25));
        check("smtp://127.0.0.1:1025", "smtp://127.0.0.1:1025", None);
        check("smtp://[::1]:1025", "smtp://[::1]:1025", None);
    }

    #[test]
    fn what_is_no_address_of_a_server_is_refused_without_repeating_it() {
        for url in
            ["", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://geheim@", "smtp://[::1"]
        {
            let error = Smtp::new(url).err().unwrap().to_string();
            assert_eq!(error, "invalid smtp_url: mail-url-wrong", "{url}");
        }
    }
}
