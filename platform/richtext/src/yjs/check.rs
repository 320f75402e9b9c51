//! Whether bytes are a sound update in version 1 of Yjs' encoding.
//!
//! The format: for each client its structs, then the deletions; numbers have a variable length of seven
//! bits a byte, lowest first. Checked here is what yrs takes on trust and what would cost dearly: counts
//! before memory is set aside for them, values in values before they are read by recursion, clocks before
//! they overflow, and kinds of content that no editor of ours makes.

use std::collections::HashSet;

use super::needs::Needs;
use super::nesting::{Origins, Place};

/// What an update does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// It writes something.
    pub has_structs: bool,
    /// It deletes something, or says what was deleted long ago, as every answer to a first sync step does.
    pub has_deletions: bool,
    /// By how much the document may become deeper, if it makes elements or texts.
    pub deeper: Option<usize>,
    /// What must be there before.
    pub(super) needs: Needs,
}

impl Checked {
    /// What a client says that has nothing to say.
    pub fn is_empty(&self) -> bool {
        !self.has_structs && !self.has_deletions
    }
}

/// These bytes are no update that any editor makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no sound update")]
pub struct Malformed;

/// Clocks are signed numbers of 32 bits in places.
const CLOCK_MAX: u64 = i32::MAX as u64 - 1;
/// Client ids are whole numbers that JavaScript can hold.
const CLIENT_MAX: u64 = (1 << 53) - 1;
/// Editors have one client each; a page that thousands worked on has thousands.
const CLIENTS_MAX: u64 = 100_000;
/// Attributes are words, numbers and lists of numbers.
pub(super) const VALUE_MAX_LEVELS: usize = 16;
/// What was kept earlier may hold values in JSON as deep as serde_json reads them; they are read without what
/// lies too deep in them.
const KEPT_JSON_MAX_LEVELS: usize = 128;

/// Looks through a whole update without making anything of it.
pub fn check(update: &[u8]) -> Result<Checked, Malformed> {
    look_through(update, VALUE_MAX_LEVELS)
}

/// As [`check`], for an update that was taken before.
pub(super) fn check_kept(update: &[u8]) -> Result<Checked, Malformed> {
    look_through(update, KEPT_JSON_MAX_LEVELS)
}

fn look_through(update: &[u8], json_max_levels: usize) -> Result<Checked, Malformed> {
    let mut bytes = Bytes { left: update, json_max_levels };
    let mut checked = Checked::default();
    let mut origins = Origins::default();
    let mut clients = HashSet::new();
    for _ in 0..bytes.number(CLIENTS_MAX)? {
        let structs = bytes.number(u64::MAX)?;
        let client = bytes.number(CLIENT_MAX)?;
        let mut clock = bytes.number(CLOCK_MAX)?;
        if !clients.insert(client) {
            return Err(Malformed);
        }
        let mut first = clock;
        for _ in 0..structs {
            let item = bytes.item()?;
            checked.has_structs = true;
            checked.needs.refer(item.refers);
            origins.add((client, clock), item.length, item.place, item.is_element);
            clock += item.length;
            if clock > CLOCK_MAX {
                return Err(Malformed);
            }
            if item.is_skipped {
                first = clock;
            }
        }
        checked.needs.bring(client, first..clock);
    }
    checked.has_deletions = bytes.deletions(&mut checked.needs)?;
    if !bytes.left.is_empty() {
        return Err(Malformed);
    }
    checked.needs.settle();
    checked.deeper = origins.deeper()?;
    Ok(checked)
}

struct Item {
    length: u64,
    place: Place,
    /// What stands left and right of it, and what it stands in.
    refers: [Option<(u64, u64)>; 3],
    is_element: bool,
    /// Its place is left free for what is not in this update.
    is_skipped: bool,
}

struct Bytes<'a> {
    left: &'a [u8],
    json_max_levels: usize,
}

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Result<u8, Malformed> {
        let (first, rest) = self.left.split_first().ok_or(Malformed)?;
        self.left = rest;
        Ok(*first)
    }

    fn number(&mut self, max: u64) -> Result<u64, Malformed> {
        let mut number = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return if number <= max { Ok(number) } else { Err(Malformed) };
            }
        }
        Err(Malformed)
    }

    /// A number with a sign, of which only the length matters.
    fn signed(&mut self) -> Result<(), Malformed> {
        for _ in 0..10 {
            if self.byte()? < 0x80 {
                return Ok(());
            }
        }
        Err(Malformed)
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], Malformed> {
        let length = usize::try_from(length).map_err(|_| Malformed)?;
        let (taken, rest) = self.left.split_at_checked(length).ok_or(Malformed)?;
        self.left = rest;
        Ok(taken)
    }

    fn text(&mut self) -> Result<&'a str, Malformed> {
        let length = self.number(u64::MAX)?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Malformed)
    }

    fn id(&mut self) -> Result<(u64, u64), Malformed> {
        Ok((self.number(CLIENT_MAX)?, self.number(CLOCK_MAX)?))
    }

    fn item(&mut self) -> Result<Item, Malformed> {
        let info = self.byte()?;
        if info == 0 || info == 10 {
            let length = self.number(CLOCK_MAX)?;
            let (place, refers, is_skipped) = (Place::Unknown, [None; 3], info == 10);
            let item = Item { length, place, refers, is_element: false, is_skipped };
            return if length > 0 { Ok(item) } else { Err(Malformed) };
        }
        let left = if info & 0x80 != 0 { Some(self.id()?) } else { None };
        let right = if info & 0x40 != 0 { Some(self.id()?) } else { None };
        let mut named = false;
        let place = match left.or(right) {
            Some(sibling) => Place::Beside(sibling),
            None => {
                let place = match self.number(1)? {
                    1 => self.text().map(|_| Place::Unknown)?,
                    _ => Place::Within(self.id()?),
                };
                if info & 0x20 != 0 {
                    self.text()?;
                    named = true;
                }
                place
            }
        };
        let kind = info & 0x0f;
        let length = self.content(kind)?;
        // An attribute whose value is an element would lie deeper than anybody looks.
        let is_element = kind == 7;
        let parent = if let Place::Within(id) = place { Some(id) } else { None };
        let refers = [left, right, parent];
        let item = Item { length, place, refers, is_element, is_skipped: false };
        if is_element && named { Err(Malformed) } else { Ok(item) }
    }

    /// Reads over the content and answers how many clocks it takes.
    fn content(&mut self, kind: u8) -> Result<u64, Malformed> {
        match kind {
            1 => {
                self.number(CLOCK_MAX).and_then(|length| if length > 0 { Ok(length) } else { Err(Malformed) })
            }
            3 => {
                let length = self.number(u64::MAX)?;
                self.take(length).map(|_| 1)
            }
            4 => {
                let length = self.text()?.encode_utf16().count() as u64;
                if length > 0 { Ok(length) } else { Err(Malformed) }
            }
            5 => self.json().map(|()| 1),
            6 => {
                self.text()?;
                self.json().map(|()| 1)
            }
            7 => self.element().map(|()| 1),
            8 => {
                let length = self.number(CLOCK_MAX)?;
                for _ in 0..length {
                    self.value(0)?;
                }
                if length > 0 { Ok(length) } else { Err(Malformed) }
            }
            _ => Err(Malformed),
        }
    }

    /// JSON in a text; above 127 levels serde_json refuses it by itself.
    fn json(&mut self) -> Result<(), Malformed> {
        let text = self.text()?;
        let known = text == "undefined" || serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        if known && levels(text) <= self.json_max_levels { Ok(()) } else { Err(Malformed) }
    }

    /// Of the shared types only those that a document is made of.
    fn element(&mut self) -> Result<(), Malformed> {
        match self.number(6)? {
            3 => self.text().map(drop),
            4 | 6 => Ok(()),
            _ => Err(Malformed),
        }
    }

    fn value(&mut self, depth: usize) -> Result<(), Malformed> {
        if depth > VALUE_MAX_LEVELS {
            return Err(Malformed);
        }
        match self.byte()? {
            120 | 121 | 126 | 127 => Ok(()),
            125 => self.signed(),
            124 => self.take(4).map(drop),
            122 | 123 => self.take(8).map(drop),
            119 => self.text().map(drop),
            116 => {
                let length = self.number(u64::MAX)?;
                self.take(length).map(drop)
            }
            117 => {
                for _ in 0..self.number(u64::MAX)? {
                    self.value(depth + 1)?;
                }
                Ok(())
            }
            118 => {
                for _ in 0..self.number(u64::MAX)? {
                    self.text()?;
                    self.value(depth + 1)?;
                }
                Ok(())
            }
            _ => Err(Malformed),
        }
    }

    /// Reads the deletions and answers whether there are any.
    fn deletions(&mut self, needs: &mut Needs) -> Result<bool, Malformed> {
        let clients = self.number(CLIENTS_MAX)?;
        let mut seen = HashSet::new();
        for _ in 0..clients {
            let client = self.number(CLIENT_MAX)?;
            if !seen.insert(client) {
                return Err(Malformed);
            }
            for _ in 0..self.number(u64::MAX)? {
                let clock = self.number(CLOCK_MAX)?;
                let end = clock + self.number(CLOCK_MAX)?;
                if end > CLOCK_MAX {
                    return Err(Malformed);
                }
                needs.refer([end.checked_sub(1).map(|last| (client, last)), None, None]);
            }
        }
        Ok(clients > 0)
    }
}

/// How deep lists and objects lie in each other in sound JSON.
fn levels(json: &str) -> usize {
    let (mut deepest, mut depth, mut quoted, mut escaped) = (0, 0_usize, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
