//! What happens to people's accounts, and what is shown of people.

use access::people::{CAME, CAME_BACK, LEFT};
use feature::{Loudness, Told};
use kernel::activity::Verb;
use kernel::evaluation::Evaluation;
use kernel::ids::PersonId;

/// Somebody changed what she tells about herself; the index follows.
pub(crate) const INTRODUCED: Verb = Verb::new("introduced");

const fn silent(verb: Verb, de: &'static str, en: &'static str) -> Told {
    Told { kind: PersonId::KIND, verb, de, en, loudness: Loudness::Silent }
}

pub(crate) const TOLD: &[Told] = &[
    silent(CAME, "{actor} ist neu im Haus", "{actor} is new in the house"),
    silent(LEFT, "{actor} hat ein Konto geschlossen", "{actor} closed an account"),
    silent(CAME_BACK, "{actor} hat ein Konto wieder geöffnet", "{actor} opened an account again"),
    silent(INTRODUCED, "{actor} hat das Profil geändert", "{actor} changed the profile"),
];

pub(crate) const EVALUATIONS: &[Evaluation] = &[Evaluation {
    place: "features/people/src/profiles/store.rs",
    purpose: "people-evaluation-purpose",
    data: "people-evaluation-data",
    seen_by: "people-evaluation-seen-by",
    kept: "people-evaluation-kept",
}];
