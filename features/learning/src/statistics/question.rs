//! What can be said about one question. No I/O.

use serde::Serialize;

/// With fewer people than this nothing is said: an author could guess who it was.
pub(crate) const PEOPLE_MIN: i64 = 5;

/// The 95 % quantile of the normal distribution on both sides.
const Z: f64 = 1.96;

/// First tries alone, one per person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Share {
    pub people: i64,
    pub right: f64,
    /// Wilson's interval at 95 %.
    pub from: f64,
    pub to: f64,
}

/// `None` for too few.
pub(crate) fn share(right: i64, people: i64) -> Option<Share> {
    if people < PEOPLE_MIN {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "a house has fewer people than an f64 can count")]
    let (n, p) = (people as f64, right as f64 / people as f64);
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let below = 1.0 + Z * Z / n;
    Some(Share { people, right: p, from: (middle - half) / below, to: (middle + half) / below })
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn four_people_are_too_few() {
        assert_eq!(share(4, 4), None);
    }

    #[test]
    fn the_interval_holds_the_share_and_stays_between_none_and_all() {
        for (right, people) in [(0, 5), (5, 5), (3, 7), (60, 100)] {
            let share = share(right, people).unwrap();
            assert!(share.from <= share.right + 1e-9 && share.right <= share.to + 1e-9, "{share:?}");
            assert!(share.from >= -1e-9 && share.to <= 1.0 + 1e-9, "{share:?}");
        }
    }
}
