use askama::Template;
use kernel::Locale;
use kernel::clock::Time;
use page::Voice;

use super::web::{FirstSteps, greeting};

fn voice(locale: Locale) -> Voice {
    kernel::locale::install(&[crate::TEXTS]).unwrap();
    let zone = kernel::when::zone("Europe/Berlin").unwrap();
    Voice { locale, zone, now: Time::from(0) }
}

#[test]
fn the_greeting_follows_the_clock() {
    let said: Vec<_> = [3, 5, 10, 11, 17, 18, 23].into_iter().map(greeting).collect();
    let (morning, day, evening) = ("feed-good-morning", "feed-good-day", "feed-good-evening");
    assert_eq!(said, [evening, morning, morning, day, day, evening, evening]);
}

#[test]
fn an_empty_home_says_what_to_do_first() {
    let page = FirstSteps { v: voice(Locale::De), may_begin: true }.render().unwrap();
    insta::assert_snapshot!(page, @r##"
    <section class="paper pad mt-6 has-[+_#stream_.entry]:hidden" aria-labelledby="first-steps">
    <h2 id="first-steps">Noch ist es still hier</h2>
    <p class="muted small">Drei Dinge, mit denen es losgehen kann:</p>
    <ol class="first">
    <li><span class="k" aria-hidden="true">1</span><span><a
    href="/documents/new">Ein Dokument hochladen.</a>
    Alle, die es angeht, können gleich darüber sprechen.</span></li>
    <li><span class="k" aria-hidden="true">2</span><span><a href="/pages/new">Eine Seite schreiben.</a>
    Allein beginnen, zusammen weiterschreiben.</span></li>
    <li><span class="k" aria-hidden="true">3</span><span><a href="/spaces">Sich die Bereiche ansehen.</a>
    Vielleicht wartet dort schon jemand auf Sie.</span></li>
    </ol>
    </section>
    "##);
}

#[test]
fn who_is_in_no_space_is_told_to_wait_and_not_to_upload() {
    let page = FirstSteps { v: voice(Locale::En), may_begin: false }.render().unwrap();
    assert!(!page.contains("/documents/new"), "{page}");
    assert!(page.contains("brings you into a space"), "{page}");
}
