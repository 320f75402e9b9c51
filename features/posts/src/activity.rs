//! What people do with posts, how that reads, and what it shows of them.

use feature::{Loudness, Told};
use kernel::activity::Verb;
use kernel::evaluation::Evaluation;

use crate::posts::post::PostId;

pub(crate) const POSTED: Verb = Verb::new("posted");
/// Instead of [`POSTED`], for a question, …
pub(crate) const WONDERED: Verb = Verb::new("wondered");
/// … for a poll, …
pub(crate) const POLLED: Verb = Verb::new("polled");
/// … for an announcement that everybody is to read, …
pub(crate) const ANNOUNCED: Verb = Verb::new("announced");
/// … and for praise.
pub(crate) const PRAISED: Verb = Verb::new("praised");
pub(crate) const EDITED: Verb = Verb::new("edited");
/// In what she had written before.
pub(crate) const MENTIONED: Verb = Verb::new("mentioned");
pub(crate) const REMOVED: Verb = Verb::new("removed");
pub(crate) const PINNED: Verb = Verb::new("pinned");
pub(crate) const UNPINNED: Verb = Verb::new("unpinned");
/// A comment was marked as the answer, or no longer is.
pub(crate) const ANSWERED: Verb = Verb::new("answered");
pub(crate) const UNANSWERED: Verb = Verb::new("unanswered");
/// Told by nobody in particular: the log would say who took part, and when.
pub(crate) const VOTED: Verb = Verb::new("voted");
/// Told by nobody in particular, for the same reason.
pub(crate) const CONFIRMED: Verb = Verb::new("confirmed");

const fn told(verb: Verb, loudness: Loudness, de: &'static str, en: &'static str) -> Told {
    Told { kind: PostId::KIND, verb, de, en, loudness }
}

/// Sentences about something new end with a colon and the title: a stream that shows the words themselves
/// leaves both out.
pub(crate) const TOLD: &[Told] = &[
    told(POSTED, Loudness::Told, "{actor} schreibt: {title}", "{actor} writes: {title}"),
    told(WONDERED, Loudness::Told, "{actor} fragt: {title}", "{actor} asks: {title}"),
    told(
        POLLED,
        Loudness::Told,
        "{actor} möchte Ihre Stimme: {title}",
        "{actor} would like your vote: {title}",
    ),
    told(
        ANNOUNCED,
        Loudness::Told,
        "{actor} bittet alle, das zu lesen: {title}",
        "{actor} asks everybody to read this: {title}",
    ),
    told(PRAISED, Loudness::Told, "{actor} sagt Danke: {title}", "{actor} says thank you: {title}"),
    told(EDITED, Loudness::Silent, "{actor} hat „{title}“ geändert", "{actor} changed “{title}”"),
    told(
        MENTIONED,
        Loudness::Called,
        "{actor} hat Sie in „{title}“ erwähnt",
        "{actor} mentioned you in “{title}”",
    ),
    told(REMOVED, Loudness::Shown, "{actor} hat „{title}“ gelöscht", "{actor} deleted “{title}”"),
    told(PINNED, Loudness::Silent, "{actor} hat „{title}“ angeheftet", "{actor} pinned “{title}”"),
    told(UNPINNED, Loudness::Silent, "{actor} hat „{title}“ abgenommen", "{actor} unpinned “{title}”"),
    told(
        ANSWERED,
        Loudness::Told,
        "{actor} hat die Antwort gefunden: {title}",
        "{actor} found the answer: {title}",
    ),
    told(
        UNANSWERED,
        Loudness::Silent,
        "{actor} sucht wieder eine Antwort auf „{title}“",
        "{actor} is looking for an answer to “{title}” again",
    ),
    told(VOTED, Loudness::Silent, "Bei „{title}“ wurde abgestimmt", "There was a vote on “{title}”"),
    told(CONFIRMED, Loudness::Silent, "„{title}“ wurde gelesen", "“{title}” was read"),
];

const fn evaluation(
    place: &'static str,
    purpose: &'static str,
    data: &'static str,
    seen_by: &'static str,
    kept: &'static str,
) -> Evaluation {
    Evaluation { place, purpose, data, seen_by, kept }
}

pub(crate) const EVALUATIONS: &[Evaluation] = &[
    evaluation(
        "features/posts/src/posts/store.rs",
        "posts-evaluation-posts-purpose",
        "posts-evaluation-posts-data",
        "posts-evaluation-posts-seen-by",
        "posts-evaluation-posts-kept",
    ),
    evaluation(
        "features/posts/src/polls/store.rs",
        "posts-evaluation-polls-purpose",
        "posts-evaluation-polls-data",
        "posts-evaluation-polls-seen-by",
        "posts-evaluation-polls-kept",
    ),
    evaluation(
        "features/posts/src/reading/store.rs",
        "posts-evaluation-reading-purpose",
        "posts-evaluation-reading-data",
        "posts-evaluation-reading-seen-by",
        "posts-evaluation-reading-kept",
    ),
];
