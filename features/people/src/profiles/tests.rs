use access::{CompanyRole, Named};
use askama::Template;
use jiff::tz::TimeZone;
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Locale, locale};
use page::{Shell, Spot, Voice};

use super::profile::{Group, Today, Word};
use super::store::{Shown, Wanted};
use super::web::{Row, ShowList, first_letter};

#[test]
fn where_somebody_is_today_is_forgotten_tomorrow() {
    assert_eq!(Today::on("home", 7, 7), Today::Home);
    assert_eq!(Today::on("home", 7, 8), Today::Untold);
    assert_eq!(Today::on("on the moon", 7, 7), Today::Untold);
}

#[test]
fn what_can_be_said_can_be_read_again() {
    for today in Today::ALL {
        assert_eq!(Today::parse(today.code()).unwrap(), today);
    }
    for group in Group::ALL {
        assert_eq!(Group::parse(group.code()).unwrap(), group);
    }
    assert!(Today::parse("asleep").is_err());
    assert!(Group::parse("boss").is_err());
}

#[test]
fn a_word_that_is_none_is_refused() {
    assert!(Word::parse("a\nb").is_err());
    assert!(Word::parse(&"a".repeat(101)).is_err());
    assert_eq!(Word::parse("").unwrap(), Word::default());
}

fn row(id: u128, name: &str, role: CompanyRole, what_i_do: &str) -> Row {
    let person = Named { id: Uuid::from_u128(id), name: name.to_owned(), picture: None, role };
    let (today, what_i_do) = (String::new(), what_i_do.to_owned());
    let shown = Shown { person, what_i_do, today, today_day: 0 };
    Row { shown, today: Today::Untold, letter: first_letter(name) }
}

/// The list between its tags, as Ana sees it.
fn drawn(rows: Vec<Row>) -> String {
    let _installed = locale::install(&[crate::TEXTS, page::TEXTS]);
    let v = Voice { locale: Locale::De, zone: TimeZone::UTC, now: Time::from(0) };
    let shell = Shell {
        v: v.clone(),
        company: "Zugvogel".to_owned(),
        claim: String::new(),
        places: Vec::new(),
        person: row(1, "Ana Berg", CompanyRole::Member, "").shown.person,
        is_somebody: true,
        is_admin: false,
        is_colleague: true,
        spot: Spot::People,
        toast: None,
    };
    let (query, wanted, me) = (String::new(), Wanted::default(), Uuid::from_u128(1));
    let page = ShowList { v, shell, query, wanted, rows, me, mine: Today::Untold, next: None };
    let text = page.render().unwrap();
    let from = text.find("<ul class=\"leute\"").unwrap_or(text.len());
    text[from..].split_once("</ul>").map_or_else(String::new, |(list, _)| list.to_owned())
}

#[test]
fn who_comes_from_outside_is_named_as_such_and_no_text_becomes_markup() {
    let list = drawn(vec![
        row(2, "Bernd <b>Meyer", CompanyRole::Guest, "Einkauf bei Meyer & Co"),
        row(3, "Özlem Kaya", CompanyRole::Member, ""),
    ]);
    insta::assert_snapshot!(list.replace("><", ">\n<"), @r#"
    <ul class="leute" aria-label="Menschen">
    <li>
    <span class="bst" aria-hidden="true">B</span>
    <span class="av  p3 guest" aria-hidden="true">B</span>
    <span>
    <a href="/people/00000000-0000-0000-0000-000000000002">Bernd &#60;b&#62;Meyer</a>
    <br>
    <span class="muted small">Gast</span>
    </span>
    <span class="fr line-clamp-2">Einkauf bei Meyer &#38; Co</span>
    <span class="heute">
    </span>
    </li>
    <li>
    <span class="bst" aria-hidden="true">O</span>
    <span class="av  p4" aria-hidden="true">ÖK</span>
    <span>
    <a href="/people/00000000-0000-0000-0000-000000000003">Özlem Kaya</a>
    </span>
    <span class="fr line-clamp-2">
    </span>
    <span class="heute">
    </span>
    </li>
    "#);
}

#[test]
fn where_nobody_is_found_there_is_no_list() {
    assert_eq!(drawn(Vec::new()), "");
}
