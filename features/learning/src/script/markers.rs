//! The fixed words of the format: who speaks, how they look, who reads.

pub const MOODS: &[&str] = &["bright", "calm", "puzzled", "worried", "sly", "dry", "cross"];

pub const FRANKS_POSES: &[&str] = &["wave", "point", "think", "shrug", "cheer", "whisper"];

pub const UTES_POSES: &[&str] = &["mug", "arms", "finger"];

/// The four walls, from the fewest readers to the most.
pub const WALLS: &[&str] = &["members", "company", "customer", "web"];

/// How a customer looks before the answer, from cross to content.
pub const CUSTOMERS_MOODS: &[&str] = &["angry", "sceptical", "neutral", "friendly", "glad"];

/// Who can speak in a talk: the word in the file, the whole name, the poses.
pub const SPEAKERS: &[(&str, &str, &[&str])] =
    &[("Frank", "Frank Mertens", FRANKS_POSES), ("Ute", "Kollegin Ute", UTES_POSES)];
