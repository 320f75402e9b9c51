//! The team picture: places before the gate, taken as people pass. A place belongs to nobody; which one is
//! taken next is drawn once for the assignment, so that nobody ever moves.

use kernel::ids::Uuid;

use super::assignment::Standing;

/// More people share the places.
const PLACES_MAX: i64 = 25;
/// From how many places on there is a second and a third row.
const ONE_ROW_MAX: i64 = 8;
const TWO_ROWS_MAX: i64 = 16;

/// Pixels of the drawing.
const SPACING: i64 = 78;
const CENTRE: i64 = 369;
const LONGEST_ROW: i64 = 9;

/// Where feet are, and how much of the body is seen below the shoulders.
const BACK: (i64, i64) = (226, 166);
const MIDDLE: (i64, i64) = (304, 88);
const FRONT: (i64, i64) = (388, 4);

const COATS: [&str; 8] =
    ["#0b5d47", "#5b6660", "#c99a1e", "#8a5a2f", "#3f4f8a", "#b0441c", "#2f5fa3", "#7a3b6a"];
const SKINS: [&str; 6] = ["#e0a97e", "#f3d3b8", "#f0c8a4", "#9a6340", "#c98a5e", "#7d4d30"];
const HAIRS: [&str; 7] = ["#3a2314", "#6b4423", "#8f8f8a", "#93361c", "#b98a3d", "#1c1c1c", "#d8d3c8"];
/// Curls, a cap, a bun, long, a beard, short: as the template draws them.
const CUTS: u64 = 6;
/// An open collar, braces, a round neck.
const COLLARS: u64 = 3;

pub(crate) struct Place {
    pub x: i64,
    pub y: i64,
    pub foot: i64,
    pub is_taken: bool,
    pub coat: &'static str,
    pub skin: &'static str,
    pub hair: &'static str,
    pub cut: u64,
    pub collar: u64,
}

pub(crate) struct Photo {
    /// The back row first, so that the front covers it.
    pub places: Vec<Place>,
    pub taken: usize,
}

impl Photo {
    /// Of too few people only a full picture is shown: each place would be somebody.
    pub fn of(assignment: Uuid, standing: &Standing) -> Self {
        let count = standing.assigned.clamp(1, PLACES_MAX);
        let taken = match standing {
            it if it.is_complete() => count,
            it if !it.is_counted() => 0,
            it => (it.passed * count / it.assigned).max(it.passed.min(1)),
        };
        let seed = assignment.as_u128() as u64;
        let mut order: Vec<i64> = (0..count).collect();
        order.sort_by_key(|place| drawn(seed, *place, 0));
        let taken_places = order.get(..usize::try_from(taken).unwrap_or(0)).unwrap_or_default();
        let places = spots(count).into_iter().zip(0..).map(|((x, (y, foot)), number)| Place {
            x,
            y,
            foot,
            is_taken: taken_places.contains(&number),
            coat: one_of(&COATS, drawn(seed, number, 1)),
            skin: one_of(&SKINS, drawn(seed, number, 2)),
            hair: one_of(&HAIRS, drawn(seed, number, 3)),
            cut: drawn(seed, number, 4) % CUTS,
            collar: drawn(seed, number, 5) % COLLARS,
        });
        Self { places: places.collect(), taken: taken_places.len() }
    }
}

/// Three rows as for a photograph, the middle one the longest.
fn spots(count: i64) -> Vec<(i64, (i64, i64))> {
    let rows = if count <= ONE_ROW_MAX {
        vec![(count, MIDDLE)]
    } else if count <= TWO_ROWS_MAX {
        vec![(count - count / 2, MIDDLE), (count / 2, FRONT)]
    } else {
        vec![(count / 3, BACK), (count - 2 * (count / 3), MIDDLE), (count / 3, FRONT)]
    };
    let mut spots = Vec::new();
    for (length, height) in &rows {
        // Nobody stands right behind somebody.
        let aligned = *height == MIDDLE && rows.iter().any(|it| it.1 == FRONT && (it.0 - length) % 2 == 0);
        let shift = if aligned && *length < LONGEST_ROW { SPACING / 2 } else { 0 };
        let first = CENTRE - (length - 1) * SPACING / 2 - shift;
        spots.extend((0..*length).map(|it| (first + it * SPACING, *height)));
    }
    spots
}

fn one_of(all: &[&'static str], drawn: u64) -> &'static str {
    let index = usize::try_from(drawn % all.len() as u64).unwrap_or(0);
    all.get(index).copied().unwrap_or_default()
}

/// A number that is always the same for this place and looks like chance (splitmix64, by Sebastiano Vigna).
fn drawn(seed: u64, place: i64, what: u64) -> u64 {
    let mut it = seed
        .wrapping_add((place.unsigned_abs() + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_add(what.wrapping_mul(0xd1b5_4a32_d192_ed03));
    it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}
