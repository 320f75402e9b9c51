//! A line that somebody spoke, and by what it is known again.

use kernel::ids::Uuid;

use crate::script::Scene;

/// What one line may weigh: minutes of speech, in any of the kinds.
pub(crate) const RECORDING_MAX_BYTES: usize = 5 * 1024 * 1024;

/// A recording without its sound.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Recording {
    pub id: Uuid,
    /// As of [`words_of`].
    pub words: String,
    /// Name in the blob store.
    pub blob: String,
    pub media_type: String,
    pub size: i64,
}

impl Recording {
    /// Never the same for another sound, so a browser may keep what it got.
    pub fn url(&self) -> String {
        format!("/learn/recordings/{}", self.id)
    }
}

/// A recording belongs to the words that are spoken in it, not to a place or a label: so it stays with its
/// scene when a new version moves it, and is silent, rather than wrong, as soon as the line reads
/// differently.
pub(crate) fn words_of(scene: &Scene) -> String {
    access::digest(&format!("{}\n{}", scene.speaker, scene.line))
}
