//! What people do when they learn, and how that reads. All of it is silent: what somebody learns stands in
//! no feed, and the objects are no things that anybody else could reach.

use feature::{Loudness, Told};
use kernel::activity::Verb;
use kernel::evaluation::Evaluation;

use crate::assignments::assign::ASSIGNED;
use crate::assignments::assignment::AssignmentId;
use crate::courses::course::{ChapterId, CourseId};
use crate::courses::publish::PUBLISHED;
use crate::progress::advance;
use crate::rounds::answer::{BEGAN, PASSED};
use crate::rounds::deal::RoundId;
use crate::talks::see::SAW;
use crate::tasks::check::DID;
use crate::tasks::skip::SKIPPED;

const fn silent(kind: &'static str, verb: Verb, de: &'static str, en: &'static str) -> Told {
    Told { kind, verb, de, en, loudness: Loudness::Silent }
}

pub(crate) const TOLD: &[Told] = &[
    silent(CourseId::KIND, PUBLISHED, "{actor} hat einen Kurs veröffentlicht", "{actor} published a course"),
    silent(CourseId::KIND, advance::PASSED, "{actor} hat einen Kurs bestanden", "{actor} passed a course"),
    silent(ChapterId::KIND, SAW, "{actor} hat einen Vortrag gehört", "{actor} listened to a talk"),
    silent(RoundId::KIND, BEGAN, "{actor} hat ein Spiel begonnen", "{actor} began a game"),
    silent(RoundId::KIND, PASSED, "{actor} hat ein Spiel geschafft", "{actor} got through a game"),
    silent(ChapterId::KIND, DID, "{actor} hat eine Aufgabe erledigt", "{actor} did a task"),
    silent(ChapterId::KIND, SKIPPED, "{actor} hat eine Aufgabe ausgelassen", "{actor} left a task out"),
    silent(AssignmentId::KIND, ASSIGNED, "{actor} hat einen Kurs zugewiesen", "{actor} assigned a course"),
];

pub(crate) const EVALUATIONS: &[Evaluation] = &[
    Evaluation {
        place: "features/learning/src/assignments/store.rs",
        purpose: "learning-standing-purpose",
        data: "learning-standing-data",
        seen_by: "learning-standing-seen-by",
        kept: "learning-standing-kept",
    },
    Evaluation {
        place: "features/learning/src/statistics/store.rs",
        purpose: "learning-statistics-purpose",
        data: "learning-statistics-data",
        seen_by: "learning-statistics-seen-by",
        kept: "learning-statistics-kept",
    },
];
