//! Going along the log, as far as one request may.

use access::Person;
use database::{Reader, outbox};
use kernel::Result;

use super::store::{self, Row};

/// Positions that one statement looks at …
const WINDOW_POSITIONS: i64 = 2_000;

/// … and how many such statements one request may cost, for somebody who may read little of a long log.
const WINDOWS_MAX: usize = 10;

/// The next `limit` activities behind `after`, and from where to go on; `None` at the end of the log.
pub(crate) async fn follow(
    reader: &mut Reader,
    person: &Person,
    after: i64,
    limit: i64,
) -> Result<(Vec<Row>, Option<i64>)> {
    let last = outbox::last(reader).await?;
    let wanted = usize::try_from(limit).unwrap_or(0);
    let (mut found, mut reached): (Vec<Row>, _) = (Vec::new(), after.max(0));
    for _ in 0..WINDOWS_MAX {
        if reached >= last || found.len() > wanted {
            break;
        }
        let end = reached.saturating_add(WINDOW_POSITIONS).min(last);
        let left = limit + 1 - i64::try_from(found.len()).unwrap_or(limit);
        found.extend(store::between(reader, person, (reached, end), left).await?);
        reached = end;
    }
    Ok(cut(found, wanted, (reached < last).then_some(reached), |it| it.position))
}

/// Of up to `wanted + 1` rows: where to go on is the last one that is given, or else what was `reached`.
fn cut<T>(
    mut found: Vec<T>,
    wanted: usize,
    reached: Option<i64>,
    position: impl Fn(&T) -> i64,
) -> (Vec<T>, Option<i64>) {
    if found.len() <= wanted {
        return (found, reached);
    }
    found.truncate(wanted);
    let next = found.last().map(position);
    (found, next)
}

#[cfg(test)]
mod tests {
    use super::cut;

    fn check(found: &[i64], wanted: usize, reached: Option<i64>, given: &[i64], next: Option<i64>) {
        assert_eq!(cut(found.to_vec(), wanted, reached, |it| *it), (given.to_vec(), next));
    }

    #[test]
    fn one_goes_on_behind_what_was_given_and_where_nothing_was_behind_what_was_looked_at() {
        check(&[3, 5, 8], 2, None, &[3, 5], Some(5));
        check(&[3, 5], 2, None, &[3, 5], None);
        check(&[3], 2, Some(20_000), &[3], Some(20_000));
        check(&[], 2, Some(20_000), &[], Some(20_000));
        check(&[], 2, None, &[], None);
    }
}
