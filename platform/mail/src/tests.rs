use std::path::Path;
use std::sync::Arc;

use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use crate::{Address, Mailer, Message, SendError, is_address};

fn house() -> Address {
    Address::new("Mitwerk der Müller & Söhne", "mitwerk@example.org")
}

fn message() -> Message {
    Message {
        to: Address::new("Jörg Weiß", "joerg@example.org"),
        subject: "Neues im Raum „Umzug nach Köln“".to_owned(),
        text: "Guten Tag,\n\nAnna hat etwas geschrieben.\n".to_owned(),
        ..Message::default()
    }
}

async fn sent(message: &Message) -> (TempDir, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    Mailer::to_folder(folder.path().join("data/outbox"), house()).send(message).await.unwrap();
    let letter = only_file(&folder.path().join("data/outbox"));
    (folder, letter)
}

fn only_file(folder: &Path) -> Vec<u8> {
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [file] = &files[..] else { panic!("{files:?}") };
    assert_eq!(file.extension().unwrap(), "eml");
    std::fs::read(file).unwrap()
}

/// The names of all header fields, in lower case.
fn fields(letter: &[u8]) -> Vec<String> {
    let text = String::from_utf8(letter.to_vec()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    lines.map(|line| line.split(':').next().unwrap().to_ascii_lowercase()).collect()
}

#[tokio::test]
async fn a_letter_says_what_it_was_told_with_its_umlauts() {
    let (_folder, letter) = sent(&message()).await;
    assert!(letter.is_ascii());
    let read = MessageParser::default().parse(&letter).unwrap();
    assert_eq!(read.subject(), Some("Neues im Raum „Umzug nach Köln“"));
    assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), message().text);
    let to = read.to().unwrap().first().unwrap();
    assert_eq!((to.name(), to.address()), (Some("Jörg Weiß"), Some("joerg@example.org")));
    let from = read.from().unwrap().first().unwrap();
    assert_eq!(
        (from.name(), from.address()),
        (Some("Mitwerk der Müller & Söhne"), Some("mitwerk@example.org"))
    );
    assert!(read.message_id().unwrap().ends_with("@example.org"));
    assert!(read.date().is_some());
    let expected = ["from", "to", "subject", "message-id", "content-type", "mime-version", "date"];
    assert!(fields(&letter).iter().all(|name| expected.contains(&&**name) || name.starts_with("content-")));
}

#[tokio::test]
async fn html_comes_beside_the_text() {
    let html = "<!doctype html><p>Anna hat <b>etwas</b> geschrieben – schön!</p>".to_owned();
    let (_folder, letter) = sent(&Message { html: Some(html.clone()), ..message() }).await;
    let read = MessageParser::default().parse(&letter).unwrap();
    let kind = read.content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("multipart", Some("alternative")));
    assert_eq!(read.body_html(0).unwrap(), html);
    assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), message().text);
}

#[tokio::test]
async fn it_can_be_stopped_and_says_that_a_program_wrote_it() {
    let stop = format!("https://mitwerk.example.org/mail/stop/{}", "a".repeat(300));
    let asked = Message {
        unsubscribe: Some(stop.clone()),
        message_id: Some("<talk-2@example.org>".to_owned()),
        in_reply_to: Some("<talk-1@example.org>".to_owned()),
        auto: true,
        ..message()
    };
    let (_folder, letter) = sent(&asked).await;
    let text = String::from_utf8(letter).unwrap();
    for line in [
        format!("List-Unsubscribe: <{stop}>"),
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned(),
        "Auto-Submitted: auto-generated".to_owned(),
        "Message-ID: <talk-2@example.org>".to_owned(),
        "In-Reply-To: <talk-1@example.org>".to_owned(),
        "References: <talk-1@example.org>".to_owned(),
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
}

#[tokio::test]
async fn no_text_begins_another_field() {
    let attack = "Hallo\r\nBcc: cem@example.org\r\n\r\nNeuer Inhalt\u{2028}\u{202e}x";
    let crafted =
        Message { to: Address::new(attack, "joerg@example.org"), subject: attack.to_owned(), ..message() };
    let (_folder, letter) = sent(&crafted).await;
    assert!(!fields(&letter).contains(&"bcc".to_owned()));
    let read = MessageParser::default().parse(&letter).unwrap();
    assert_eq!(read.subject(), Some("Hallo Bcc: cem@example.org Neuer Inhalt x"));
    assert_eq!(read.to().unwrap().iter().count(), 1);

    let refused = [
        Message { to: Address::new("", "joerg@example.org\r\nBcc: cem@example.org"), ..message() },
        Message { message_id: Some("<a@b>\r\nBcc: cem@example.org".to_owned()), ..message() },
        Message { in_reply_to: Some("<a@b>,<c@d>".to_owned()), ..message() },
        Message {
            unsubscribe: Some("https://example.org/>\r\nBcc: cem@example.org".to_owned()),
            ..message()
        },
        Message { unsubscribe: Some("javascript:alert(1)".to_owned()), ..message() },
        Message { to: Address::default(), ..message() },
    ];
    let folder = tempfile::tempdir().unwrap();
    let mailer = Mailer::to_folder(folder.path().join("outbox"), house());
    for message in refused {
        let error = mailer.send(&message).await.unwrap_err();
        assert!(matches!(error, SendError::Refused(_)) && !error.to_string().contains('@'), "{error}");
    }
    assert!(!folder.path().join("outbox").exists());
}

#[test]
fn an_address_has_one_at_and_a_domain() {
    for good in [
        "a@example.org",
        "anna.ahrens+mitwerk@mail.example.org",
        "root@localhost",
        "o'neil@xn--grn-hoa.example",
    ] {
        assert!(is_address(good), "{good}");
        assert!(good.parse::<lettre::Address>().is_ok(), "{good}");
    }
    let long = format!("{}@example.org", "a".repeat(65));
    for bad in [
        "",
        "a",
        "@",
        "a@",
        "@example.org",
        "a@b@example.org",
        "a@example",
        "a b@example.org",
        "a@example.org ",
        "a@-example.org",
        "a@example..org",
        ".a@example.org",
        "a.@example.org",
        "a@example.org\n",
        "ä@example.org",
        "\"a\"@example.org",
        "a@[127.0.0.1]",
        "a@exa_mple.org",
        "<a@example.org>",
        &long,
    ] {
        assert!(!is_address(bad), "{bad}");
    }
    assert!(!is_address(&format!("a@{}.org", "b.".repeat(130))));
}

#[test]
fn what_is_printed_for_the_log_holds_no_address() {
    assert_eq!(format!("{:?}", house()), "Address(…)");
}

#[tokio::test]
async fn an_outbox_that_cannot_be_written_is_to_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("outbox"), b"a file").unwrap();
    let error = Mailer::to_folder(folder.path().join("outbox"), house()).send(&message()).await.unwrap_err();
    assert!(matches!(error, SendError::Retry(_)), "{error}");
}

#[tokio::test]
async fn letters_lie_in_the_order_of_sending() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = Mailer::to_folder(folder.path().to_owned(), house());
    for number in 0..5 {
        mailer.send(&Message { subject: format!("Nr. {number}"), ..message() }).await.unwrap();
    }
    let mut files: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for (number, file) in files.iter().enumerate() {
        assert!(std::fs::read_to_string(file).unwrap().contains(&format!("Subject: Nr. {number}\r\n")));
    }
}

/// A mail server that answers `RCPT` with this line, and everything else friendly. Gives the letter it took.
async fn sent_to_a_server(answer_to_rcpt: &'static str) -> (Result<(), SendError>, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(async move {
        let (socket, _) = listener.accept().await.unwrap();
        let (reader, mut writer) = socket.into_split();
        let (mut lines, mut letter, mut in_letter) = (BufReader::new(reader).lines(), String::new(), false);
        writer.write_all(b"220 ready\r\n").await.unwrap();
        while let Ok(Some(line)) = lines.next_line().await {
            let answer = match (in_letter, line.split([' ', ':']).next().unwrap()) {
                (true, ".") => "250 taken",
                (true, _) => {
                    letter.push_str(&line);
                    letter.push('\n');
                    continue;
                }
                (false, "RCPT") => answer_to_rcpt,
                (false, "DATA") => "354 go on",
                (false, "QUIT") => "221 bye",
                (false, _) => "250 fine",
            };
            in_letter = answer.starts_with("354");
            writer.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
        }
        letter
    });
    let mailer = Arc::new(Mailer::smtp(&url, house()).unwrap());
    let outcome = mailer.send(&message()).await;
    drop(mailer);
    (outcome, server.await.unwrap())
}

#[tokio::test]
async fn a_mail_server_gets_the_letter() {
    let (outcome, letter) = sent_to_a_server("250 fine").await;
    assert_eq!(outcome, Ok(()));
    assert!(letter.contains("To: ") && letter.contains("joerg@example.org"), "{letter}");
}

#[tokio::test]
async fn a_refusal_names_no_address() {
    let (outcome, letter) = sent_to_a_server("550 5.1.1 <joerg@example.org>: user unknown").await;
    assert_eq!(outcome, Err(SendError::Refused("the mail server answered 550".to_owned())));
    assert_eq!(letter, "");
}

#[tokio::test]
async fn a_full_mailbox_is_to_be_tried_again() {
    let (outcome, _) = sent_to_a_server("452 4.2.2 joerg@example.org is over quota").await;
    assert_eq!(outcome, Err(SendError::Retry("the mail server answered 452".to_owned())));
}

#[tokio::test]
async fn who_may_not_sign_in_there_tries_again_when_it_is_mended() {
    let (outcome, _) = sent_to_a_server("530 5.7.0 authentication required").await;
    assert_eq!(outcome, Err(SendError::Retry("the mail server answered 530".to_owned())));
}

#[tokio::test]
async fn a_server_that_is_away_is_to_be_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = Mailer::smtp(&url, house()).unwrap().send(&message()).await.unwrap_err();
    assert!(matches!(error, SendError::Retry(_)), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_typed_the_fields_are_ours(
        name in any::<String>(),
        subject in any::<String>(),
        text in any::<String>(),
    ) {
        let plain = message().letter(&house()).unwrap().formatted();
        let typed = Message { to: Address::new(name, "joerg@example.org"), subject, text, ..message() };
        let letter = typed.letter(&house()).unwrap().formatted();
        let names = |letter: &[u8]| {
            let mut names = fields(letter);
            names.retain(|name| name != "content-transfer-encoding");
            names
        };
        prop_assert_eq!(names(&letter), names(&plain));
        prop_assert!(letter.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
    }

    #[test]
    fn every_address_we_take_is_one_for_the_mail_server(text in "[a-z.+@\\-0-9 ]{0,20}@[a-z.\\-]{0,12}") {
        prop_assert!(!is_address(&text) || text.parse::<lettre::Address>().is_ok(), "{text}");
    }
}
