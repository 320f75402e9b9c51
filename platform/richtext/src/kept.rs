//! A document that was kept as JSON is read again, also one in which somebody put values that lie too deep.

use crate::node::Node;

/// serde_json reads 127 levels; a document of ours has about eighty, and what lies deeper is in a value.
const LEVELS_MAX: usize = 120;

/// The document in this JSON. Lists and objects below 120 levels are read as nothing.
///
/// Errors: for what is no document.
pub fn from_json(json: &[u8]) -> Result<Node, serde_json::Error> {
    serde_json::from_slice(json).or_else(|_| serde_json::from_slice(&shortened(json)))
}

fn shortened(json: &[u8]) -> Vec<u8> {
    let mut short = Vec::with_capacity(json.len());
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in json {
        let mut is_kept = depth <= LEVELS_MAX;
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                if depth == LEVELS_MAX + 1 {
                    short.extend(b"null");
                }
                is_kept = depth <= LEVELS_MAX;
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if is_kept {
            short.push(*byte);
        }
    }
    short
}
