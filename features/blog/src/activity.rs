//! What people do with articles, and how that reads. Each is about the page behind the article: who reads the
//! page is told.

use feature::{Loudness, Told};
use kernel::activity::Verb;
use kernel::evaluation::Evaluation;

use crate::articles::article::ArticleId;
use crate::comments::comment::RemarkId;

/// A page became an article.
pub(crate) const TURNED: Verb = Verb::new("turned");
/// Its address, teaser or tags were changed.
pub(crate) const ARRANGED: Verb = Verb::new("arranged");
/// It waits for somebody else to let it out.
pub(crate) const PROPOSED: Verb = Verb::new("proposed");
/// It will be public at a time that somebody set.
pub(crate) const SCHEDULED: Verb = Verb::new("scheduled");
pub(crate) const PUBLISHED: Verb = Verb::new("published");
pub(crate) const WITHDREW: Verb = Verb::new("withdrew");

/// A reader's comment waits to be looked at.
pub(crate) const RECEIVED: Verb = Verb::new("received");
/// It is read by everybody, without anybody's doing.
pub(crate) const SHOWN: Verb = Verb::new("shown");
pub(crate) const APPROVED: Verb = Verb::new("approved");
pub(crate) const REFUSED: Verb = Verb::new("refused");
/// A decision was taken back.
pub(crate) const RECONSIDERED: Verb = Verb::new("reconsidered");
/// A colleague answers readers.
pub(crate) const ANSWERED: Verb = Verb::new("answered");
pub(crate) const REPORTED: Verb = Verb::new("reported");
/// A colleague took it into the talk on the page.
pub(crate) const DISCUSSED: Verb = Verb::new("discussed");
/// Its author wrote it anew, or took it back.
pub(crate) const CHANGED: Verb = Verb::new("changed");
pub(crate) const TOOK_BACK: Verb = Verb::new("took_back");

/// Who looks after comments sees who decided about them.
pub(crate) const EVALUATIONS: &[Evaluation] = &[Evaluation {
    place: "features/blog/src/moderation/store.rs",
    purpose: "blog-comments-evaluation-purpose",
    data: "blog-comments-evaluation-data",
    seen_by: "blog-comments-evaluation-seen-by",
    kept: "blog-comments-evaluation-kept",
}];

const fn said(verb: Verb, loudness: Loudness, de: &'static str, en: &'static str) -> Told {
    Told { kind: RemarkId::KIND, verb, de, en, loudness }
}

const fn told(verb: Verb, loudness: Loudness, de: &'static str, en: &'static str) -> Told {
    Told { kind: ArticleId::KIND, verb, de, en, loudness }
}

#[rustfmt::skip]
pub(crate) const TOLD: &[Told] = &[
    told(
        TURNED, Loudness::Shown,
        "{actor} macht aus {title} einen Artikel", "{actor} is making an article of {title}",
    ),
    told(
        ARRANGED, Loudness::Silent,
        "{actor} hat den Artikel {title} vorbereitet", "{actor} prepared the article {title}",
    ),
    told(
        PROPOSED, Loudness::Told,
        "{actor} möchte {title} veröffentlichen und bittet um ein zweites Paar Augen",
        "{actor} would like to publish {title} and asks for a second pair of eyes",
    ),
    told(
        SCHEDULED, Loudness::Shown,
        "{actor} hat festgelegt, wann {title} im Blog erscheint",
        "{actor} set when {title} appears in the blog",
    ),
    told(
        PUBLISHED, Loudness::Told,
        "{actor} hat {title} im Blog veröffentlicht", "{actor} published {title} in the blog",
    ),
    told(
        WITHDREW, Loudness::Told,
        "{actor} hat {title} aus dem Blog genommen", "{actor} took {title} out of the blog",
    ),
    said(
        RECEIVED, Loudness::Told,
        "{actor} hat {title} kommentiert und wartet darauf, gelesen zu werden",
        "{actor} commented on {title} and waits to be read",
    ),
    said(
        SHOWN, Loudness::Told,
        "{actor} hat {title} im Blog kommentiert", "{actor} commented on {title} in the blog",
    ),
    said(
        APPROVED, Loudness::Shown,
        "{actor} hat einen Kommentar unter {title} freigegeben", "{actor} let a comment on {title} through",
    ),
    said(
        REFUSED, Loudness::Silent,
        "{actor} hat einen Kommentar unter {title} abgelehnt", "{actor} refused a comment on {title}",
    ),
    said(
        RECONSIDERED, Loudness::Silent,
        "{actor} überlegt es sich mit einem Kommentar unter {title} noch einmal",
        "{actor} thinks again about a comment on {title}",
    ),
    said(
        ANSWERED, Loudness::Shown,
        "{actor} hat unter {title} auf der Seite für alle geantwortet",
        "{actor} answered on the public page of {title}",
    ),
    said(
        REPORTED, Loudness::Told,
        "{actor} hat einen Kommentar unter {title} gemeldet", "{actor} reported a comment on {title}",
    ),
    said(
        DISCUSSED, Loudness::Shown,
        "{actor} bespricht mit Ihnen, was eine Leserin oder ein Leser zu {title} sagt",
        "{actor} talks with you about what a reader says on {title}",
    ),
    said(
        CHANGED, Loudness::Silent,
        "Ein Kommentar unter {title} wurde geändert", "A comment on {title} was changed",
    ),
    said(
        TOOK_BACK, Loudness::Silent,
        "Ein Kommentar unter {title} wurde zurückgezogen", "A comment on {title} was taken back",
    ),
];
