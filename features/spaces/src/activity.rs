//! What people do with spaces, how that reads, and what it shows of them. Most of it `access` records.

use access::may::JOINED;
use access::spaces::{ADMITTED, CHANGED_LEVEL, CLOSED, DISMISSED, OPENED, RENAMED, REOPENED, SHOWN};
use feature::{Loudness, Told};
use kernel::activity::Verb;
use kernel::evaluation::Evaluation;
use kernel::ids::{PersonId, SpaceId};

pub(crate) const DESCRIBED: Verb = Verb::new("described");
/// By an admin, of a space that nobody owned any more.
pub(crate) const TOOK_OVER: Verb = Verb::new("took_over");

const fn told(
    kind: &'static str,
    verb: Verb,
    loudness: Loudness,
    de: &'static str,
    en: &'static str,
) -> Told {
    Told { kind, verb, de, en, loudness }
}

const SPACE: &str = SpaceId::KIND;
/// Who came or went is not named: it is for her to tell.
const PERSON: &str = PersonId::KIND;

#[rustfmt::skip]
pub(crate) const TOLD: &[Told] = &[
    told(
        SPACE, OPENED, Loudness::Shown,
        "{actor} hat den Bereich {title} angelegt", "{actor} opened the space {title}",
    ),
    told(
        SPACE, RENAMED, Loudness::Shown,
        "{actor} hat einen Bereich umbenannt: {title}", "{actor} renamed a space: {title}",
    ),
    told(
        SPACE, DESCRIBED, Loudness::Shown,
        "{actor} hat beschrieben, worum es in {title} geht", "{actor} described what {title} is about",
    ),
    told(
        SPACE, SHOWN, Loudness::Shown,
        "{actor} hat geändert, wer in {title} mitliest", "{actor} changed who can read {title}",
    ),
    told(
        SPACE, TOOK_OVER, Loudness::Told,
        "{actor} kümmert sich jetzt um {title}, weil der Bereich niemandem mehr gehörte",
        "{actor} looks after {title} now, because nobody owned it any more",
    ),
    told(
        SPACE, CLOSED, Loudness::Silent,
        "{actor} hat den Bereich {title} geschlossen", "{actor} closed the space {title}",
    ),
    told(
        SPACE, REOPENED, Loudness::Shown,
        "{actor} hat den Bereich {title} wieder geöffnet", "{actor} opened the space {title} again",
    ),
    told(SPACE, JOINED, Loudness::Shown, "{actor} macht jetzt in {title} mit", "{actor} joined {title}"),
    told(
        PERSON, ADMITTED, Loudness::Shown,
        "{actor} hat jemanden in {title} dazugenommen", "{actor} brought somebody into {title}",
    ),
    told(
        PERSON, CHANGED_LEVEL, Loudness::Silent,
        "{actor} hat geändert, was jemand in {title} darf", "{actor} changed what somebody may do in {title}",
    ),
    told(
        PERSON, DISMISSED, Loudness::Silent,
        "{actor} hat die Mitglieder von {title} geändert", "{actor} changed the members of {title}",
    ),
];

pub(crate) const EVALUATIONS: &[Evaluation] = &[Evaluation {
    place: "features/spaces/src/members/store.rs",
    purpose: "spaces-evaluation-members-purpose",
    data: "spaces-evaluation-members-data",
    seen_by: "spaces-evaluation-members-seen-by",
    kept: "spaces-evaluation-members-kept",
}];
