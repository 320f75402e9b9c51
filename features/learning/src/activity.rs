//! What people do when they learn, and how that reads. All of it is silent: what somebody learns stands in
//! no feed, and the objects are no things that anybody else could reach.

use feature::{Loudness, Told};
use kernel::activity::Verb;
use kernel::evaluation::Evaluation;

use crate::assignments::assign::ASSIGNED;
use crate::assignments::assignment::AssignmentId;
use crate::assignments::change::{ENDED, PUT_OFF};
use crate::assignments::settings::{AGREED, RuleId, TOOK_BACK};
use crate::authoring::publish::{BROUGHT_BACK, WITHDREW};
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
    silent(CourseId::KIND, WITHDREW, "{actor} hat einen Kurs zurückgezogen", "{actor} withdrew a course"),
    silent(
        CourseId::KIND,
        BROUGHT_BACK,
        "{actor} hat einen Kurs zurückgeholt",
        "{actor} brought a course back",
    ),
    silent(CourseId::KIND, advance::PASSED, "{actor} hat einen Kurs bestanden", "{actor} passed a course"),
    silent(ChapterId::KIND, SAW, "{actor} hat einen Vortrag gehört", "{actor} listened to a talk"),
    silent(RoundId::KIND, BEGAN, "{actor} hat ein Spiel begonnen", "{actor} began a game"),
    silent(RoundId::KIND, PASSED, "{actor} hat ein Spiel geschafft", "{actor} got through a game"),
    silent(ChapterId::KIND, DID, "{actor} hat eine Aufgabe erledigt", "{actor} did a task"),
    silent(ChapterId::KIND, SKIPPED, "{actor} hat eine Aufgabe ausgelassen", "{actor} left a task out"),
    silent(AssignmentId::KIND, ASSIGNED, "{actor} hat einen Kurs zugewiesen", "{actor} assigned a course"),
    silent(
        AssignmentId::KIND,
        PUT_OFF,
        "{actor} hat einer Zuweisung einen anderen Stichtag gegeben",
        "{actor} gave an assignment another due date",
    ),
    silent(AssignmentId::KIND, ENDED, "{actor} hat eine Zuweisung beendet", "{actor} ended an assignment"),
    silent(
        RuleId::KIND,
        AGREED,
        "{actor} hat eingestellt, dass nach dem Stichtag eines Pflichtkurses Namen gezeigt werden",
        "{actor} set that names are shown after the due date of a mandatory course",
    ),
    silent(
        RuleId::KIND,
        TOOK_BACK,
        "{actor} hat eingestellt, dass keine Namen mehr gezeigt werden",
        "{actor} set that names are no longer shown",
    ),
];

pub(crate) const EVALUATIONS: &[Evaluation] = &[
    Evaluation {
        place: "features/learning/src/certificates/store.rs",
        purpose: "learning-certificate-purpose",
        data: "learning-certificate-data",
        seen_by: "learning-certificate-seen-by",
        kept: "learning-certificate-kept",
    },
    Evaluation {
        place: "features/learning/src/assignments/store.rs",
        purpose: "learning-standing-purpose",
        data: "learning-standing-data",
        seen_by: "learning-standing-seen-by",
        kept: "learning-standing-kept",
    },
    Evaluation {
        place: "features/learning/src/reminders/store.rs",
        purpose: "learning-reminder-purpose",
        data: "learning-reminder-data",
        seen_by: "learning-reminder-seen-by",
        kept: "learning-reminder-kept",
    },
    Evaluation {
        place: "features/learning/src/statistics/store.rs",
        purpose: "learning-statistics-purpose",
        data: "learning-statistics-data",
        seen_by: "learning-statistics-seen-by",
        kept: "learning-statistics-kept",
    },
];
