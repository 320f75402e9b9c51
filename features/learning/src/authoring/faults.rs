//! What is wrong in a draft, as it stands beside the text that somebody is writing.

use kernel::Flaw;
use kernel::ids::Uuid;
use page::Voice;

/// So many other files are named; mending the first ones often mends the rest.
const FILES_MAX: usize = 6;

/// The faults of the file that is open, and where else there are some.
pub(crate) struct Faults {
    pub course: Uuid,
    pub here: Vec<Flaw>,
    /// The first one of each other file, and how many there are.
    pub elsewhere: Vec<(Flaw, usize)>,
    /// One sentence for the ear, and the head of the list.
    pub said: String,
}

impl Faults {
    pub fn of(v: &Voice, course: Uuid, path: &str, flaws: Vec<Flaw>) -> Self {
        let (mut here, others): (Vec<Flaw>, Vec<Flaw>) = flaws.into_iter().partition(|it| it.file == path);
        here.sort_by_key(|it| it.line);
        let mut elsewhere: Vec<(Flaw, usize)> = Vec::new();
        for flaw in others {
            match elsewhere.iter_mut().find(|(it, _)| it.file == flaw.file) {
                Some((_, count)) => *count += 1,
                None => elsewhere.push((flaw, 1)),
            }
        }
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let rest: usize = elsewhere.iter().map(|(_, count)| count).sum();
        let said = match (here.first(), rest) {
            (None, 0) => v.t("learning-author-checked"),
            (None, rest) => v.t1("learning-author-faults-elsewhere", "n", number(rest)),
            (Some(first), _) => {
                let count = v.t1("learning-author-faults", "n", number(here.len()));
                let line = v.t1("learning-author-line", "n", number(first.line));
                format!("{count} {line}: {}", v.say(&first.message))
            }
        };
        elsewhere.truncate(FILES_MAX);
        Self { course, here, elsewhere, said }
    }

    pub fn is_empty(&self) -> bool {
        self.here.is_empty() && self.elsewhere.is_empty()
    }

    pub fn file(&self, path: &str) -> String {
        format!("/learn/authors/{}/file?path={}", self.course, page::encoded(path))
    }
}
