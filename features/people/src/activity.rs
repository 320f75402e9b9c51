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

/// Both lists are read in one file: the one everybody sees, and the one of the administration.
const PLACE: &str = "features/people/src/profiles/store.rs";

pub(crate) const EVALUATIONS: &[Evaluation] = &[
    Evaluation {
        place: PLACE,
        purpose: "people-evaluation-purpose",
        data: "people-evaluation-data",
        seen_by: "people-evaluation-seen-by",
        kept: "people-evaluation-kept",
    },
    Evaluation {
        place: PLACE,
        purpose: "people-evaluation-accounts-purpose",
        data: "people-evaluation-accounts-data",
        seen_by: "people-evaluation-accounts-seen-by",
        kept: "people-evaluation-accounts-kept",
    },
];
