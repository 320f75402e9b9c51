//! Completeness, not memory: whatever reads who did something says why, for whom and how long.

use std::collections::BTreeSet;

use kernel::Locale;

use crate::house::{all, on_each_engine};
use crate::sources;

/// Where features and reactors join people: the only way to a name, since a name stands in `person` alone.
#[tokio::test]
async fn whatever_shows_who_did_something_is_declared_and_nothing_else_is() {
    on_each_engine(all, async |house| {
        let ours = |it: &&sources::Source| it.path.starts_with("features") || it.path.starts_with("reactors");
        let sources = sources::all();
        let showing = sources.iter().filter(ours).filter(|it| it.is("rs") && it.text.contains("join person"));
        let showing: BTreeSet<_> = showing.map(|it| it.path.to_str().unwrap().to_owned()).collect();
        let known = house.open.known.known();
        let declared: BTreeSet<_> = known.evaluations().iter().map(|it| it.place.to_owned()).collect();
        let undeclared: Vec<_> = showing.difference(&declared).collect();
        assert!(undeclared.is_empty(), "undeclared: {undeclared:?}");
        // Some count people without a name; whatever is declared reads something of people.
        for place in declared.difference(&showing) {
            let source = sources.iter().find(|it| it.path.to_str() == Some(place));
            assert!(source.is_some_and(|it| it.text.contains("person_id")), "{place} reads nobody");
        }
    })
    .await;
}

#[tokio::test]
async fn an_evaluation_says_everything_in_both_languages() {
    on_each_engine(all, async |house| {
        for it in house.open.known.known().evaluations() {
            for key in [it.purpose, it.data, it.seen_by, it.kept] {
                for locale in Locale::ALL {
                    assert!(locale.has(key) && locale.t(key).len() > 8, "{}: {key}", it.place);
                }
            }
        }
    })
    .await;
}

#[test]
fn no_list_is_chosen_or_sorted_by_who_did_something() {
    // A directory of people may be in the order of their names; what they did may not be counted by them.
    let forbidden = ["actor_id = $", "by actor", "by author", "group by person"];
    for source in
        sources::all().iter().filter(|it| it.is_named("store.rs") && !it.path.starts_with("platform"))
    {
        for words in forbidden {
            assert!(!source.text.contains(words), "{}: {words}", source.path.display());
        }
    }
}
