//! All that features told, looked up by the words of an activity.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use kernel::evaluation::Evaluation;

use crate::{Answers, Calls, Cards, Contents, Echoes, Facts, Feature, Game, Receipts, Told, Waits};

/// Cheap to clone; made once, of all features.
#[derive(Clone, Default)]
pub struct Known {
    told: Arc<HashMap<(&'static str, String), &'static Told>>,
    cards: Arc<HashMap<&'static str, Arc<dyn Cards>>>,
    contents: Arc<HashMap<&'static str, Arc<dyn Contents>>>,
    calls: Arc<HashMap<&'static str, Arc<dyn Calls>>>,
    echoes: Arc<Vec<Arc<dyn Echoes>>>,
    waits: Arc<Vec<Arc<dyn Waits>>>,
    answers: Arc<HashMap<&'static str, Arc<dyn Answers>>>,
    evaluations: Arc<Vec<&'static Evaluation>>,
    facts: Arc<Vec<Arc<dyn Facts>>>,
    games: Arc<Vec<&'static Game>>,
    receipts: Arc<Vec<Arc<dyn Receipts>>>,
}

impl Known {
    pub fn of(features: &[Feature], reactors: &[&'static [Evaluation]]) -> Self {
        let told = features.iter().flat_map(|it| it.told);
        let cards = features.iter().flat_map(|it| it.cards.iter().cloned());
        let contents = features.iter().flat_map(|it| it.contents.iter().cloned());
        let calls = features.iter().flat_map(|it| it.calls.iter().cloned());
        let answers = features.iter().flat_map(|it| it.answers.iter().cloned());
        let evaluations = features.iter().flat_map(|it| it.evaluations);
        Self {
            told: Arc::new(told.map(|it| ((it.kind, it.verb.0.to_string()), it)).collect()),
            cards: Arc::new(cards.map(|it| (it.kind(), it)).collect()),
            contents: Arc::new(contents.map(|it| (it.kind(), it)).collect()),
            calls: Arc::new(calls.map(|it| (it.kind(), it)).collect()),
            echoes: Arc::new(features.iter().flat_map(|it| it.echoes.iter().cloned()).collect()),
            waits: Arc::new(features.iter().flat_map(|it| it.waits.iter().cloned()).collect()),
            answers: Arc::new(answers.map(|it| (it.kind(), it)).collect()),
            facts: Arc::new(features.iter().flat_map(|it| it.facts.iter().cloned()).collect()),
            games: Arc::new(features.iter().flat_map(|it| it.games).collect()),
            receipts: Arc::new(features.iter().flat_map(|it| it.receipts.iter().cloned()).collect()),
            evaluations: Arc::new(evaluations.chain(reactors.iter().copied().flatten()).collect()),
        }
    }

    /// How an activity of these words reads; `None` if no feature says them any more.
    pub fn told(&self, kind: &str, verb: &str) -> Option<&'static Told> {
        self.told.iter().find(|((k, v), _)| *k == kind && v == verb).map(|(_, told)| *told)
    }

    pub fn cards(&self, kind: &str) -> Option<&Arc<dyn Cards>> {
        self.cards.get(kind)
    }

    pub fn contents(&self, kind: &str) -> Option<&Arc<dyn Contents>> {
        self.contents.get(kind)
    }

    pub fn calls(&self, kind: &str) -> Option<&Arc<dyn Calls>> {
        self.calls.get(kind)
    }

    /// All who know what came back to things.
    pub fn echoes(&self) -> &[Arc<dyn Echoes>] {
        &self.echoes
    }

    /// All who know what waits for somebody.
    pub fn waits(&self) -> &[Arc<dyn Waits>] {
        &self.waits
    }

    pub fn answers(&self, kind: &str) -> Option<&Arc<dyn Answers>> {
        self.answers.get(kind)
    }

    /// Who knows this fact.
    pub fn facts(&self, name: &str) -> Option<&Arc<dyn Facts>> {
        self.facts.iter().find(|it| it.names().contains(&name))
    }

    /// Whether the game plays questions of this kind; `None` if there is no such game.
    pub fn plays(&self, game: &str, kind: &str) -> Option<bool> {
        self.games.iter().find(|it| it.name == game).map(|it| it.kinds.contains(&kind))
    }

    /// All who keep what people without an account wrote.
    pub fn receipts(&self) -> &[Arc<dyn Receipts>] {
        &self.receipts
    }

    pub fn evaluations(&self) -> &[&'static Evaluation] {
        &self.evaluations
    }
}

/// What will be known once all features are made; handed to each of them while they are being made.
#[derive(Clone, Default)]
pub struct Later(Arc<OnceLock<Known>>);

impl Later {
    /// The first call counts.
    pub fn set(&self, known: Known) {
        let _first_counts = self.0.set(known);
    }

    /// Nothing is known until [`Later::set`].
    pub fn known(&self) -> Known {
        self.0.get().cloned().unwrap_or_default()
    }
}
