//! The order in which the options of one item were dealt. An id is a place in it, so that the same id means
//! another option in the next round.

use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};

use crate::script::{Kind, Question};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shuffle {
    /// At each place the position of the option in the question.
    pub options: Vec<usize>,
    pub targets: Vec<usize>,
}

impl Shuffle {
    /// Walls keep their order, as everywhere; steps never come in the right one.
    pub fn of(question: &Question) -> Self {
        let mut random = rand::rng();
        let mut options: Vec<usize> = (0..question.options.len()).collect();
        let mut targets: Vec<usize> = (0..question.targets.len()).collect();
        if question.kind == Kind::Cloze {
            options.clear();
        }
        // Passages stand in their text and keep their order.
        if question.kind != Kind::Mark {
            options.shuffle(&mut random);
        }
        if question.kind == Kind::Order && options.is_sorted() {
            options.rotate_left(1);
        }
        if question.kind == Kind::Pairs {
            targets.shuffle(&mut random);
        }
        Self { options, targets }
    }

    pub fn option_id(place: usize) -> String {
        format!("o{}", place + 1)
    }

    pub fn target_id(place: usize) -> String {
        format!("t{}", place + 1)
    }

    /// The position of the option with this id.
    pub fn option(&self, id: &str) -> Option<usize> {
        self.options.get(place(id, 'o')?).copied()
    }

    pub fn target(&self, id: &str) -> Option<usize> {
        self.targets.get(place(id, 't')?).copied()
    }
}

fn place(id: &str, letter: char) -> Option<usize> {
    id.strip_prefix(letter)?.parse::<usize>().ok()?.checked_sub(1)
}
