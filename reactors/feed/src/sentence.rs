//! A sentence in pieces, so that a page can make a link of the title and print the name in bold.

use feature::Told;
use kernel::Locale;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Words(String),
    Actor(String),
    Title(String),
}

/// Where a name has to stand; no text of ours has such a character.
const NAME: &str = "\u{0}";
const TITLE: &str = "{title}";

/// `nobody` stands for the name of somebody who was erased, and of whoever has none.
pub(crate) fn pieces(told: &Told, locale: Locale, actor: &str, nobody: &str, title: &str) -> Vec<Piece> {
    let actor = if actor.is_empty() { nobody } else { actor };
    let pattern = told.around(locale, NAME);
    let mut pieces = Vec::new();
    for (index, part) in pattern.split(NAME).enumerate() {
        if index > 0 {
            pieces.push(Piece::Actor(actor.to_owned()));
        }
        for (index, words) in part.split(TITLE).enumerate() {
            if index > 0 {
                pieces.push(Piece::Title(title.to_owned()));
            }
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
        }
    }
    pieces
}

/// For a page on which the words themselves stand below: of "Ana writes: the title" only "Ana writes", and
/// instead of any other title `this`.
pub(crate) fn leave_out_the_title(pieces: &mut Vec<Piece>, this: &str) {
    if let [.., Piece::Words(words), Piece::Title(_)] = pieces.as_mut_slice()
        && let Some(shorter) = words.strip_suffix(": ")
    {
        *words = shorter.to_owned();
        pieces.pop();
    }
    for piece in pieces {
        if let Piece::Title(title) = piece {
            *title = this.to_owned();
        }
    }
}

/// The whole of it as plain text, for the ear.
pub(crate) fn plain(pieces: &[Piece]) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Words(text) | Piece::Actor(text) | Piece::Title(text) => text.clone(),
    };
    pieces.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces, plain};
    use feature::{Loudness, Told};
    use kernel::Locale;
    use kernel::activity::Verb;

    const RESTORED: Told = Told {
        kind: "version",
        verb: Verb::new("restored"),
        de: "{actor} hat eine frühere Fassung von {title} zurückgeholt",
        en: "{actor} brought back an earlier version of {title}",
        loudness: Loudness::Told,
    };

    fn check(locale: Locale, actor: &str, title: &str, expected: &str) {
        let pieces = pieces(&RESTORED, locale, actor, "Jemand", title);
        assert_eq!(plain(&pieces), expected);
        assert_eq!(pieces.iter().filter(|it| matches!(it, Piece::Title(text) if text == title)).count(), 1);
    }

    #[test]
    fn a_sentence_is_the_same_in_pieces() {
        check(Locale::De, "Ana Berg", "Plan", "Ana Berg hat eine frühere Fassung von Plan zurückgeholt");
        check(Locale::En, "Ana Berg", "Plan", "Ana Berg brought back an earlier version of Plan");
    }

    #[test]
    fn a_title_behind_a_colon_can_be_left_out() {
        let words = |text: &str| Piece::Words(text.to_owned());
        let (ana, plan) = (Piece::Actor("Ana".to_owned()), Piece::Title("Plan".to_owned()));
        let mut pieces = vec![ana.clone(), words(" writes: "), plan.clone()];
        super::leave_out_the_title(&mut pieces, "this");
        assert_eq!(pieces, [ana.clone(), words(" writes")]);
        let mut whole = vec![ana, words(" wrote about "), plan];
        super::leave_out_the_title(&mut whole, "this");
        assert_eq!(plain(&whole), "Ana wrote about this");
    }

    #[test]
    fn who_was_erased_is_somebody() {
        check(Locale::De, "", "Plan", "Jemand hat eine frühere Fassung von Plan zurückgeholt");
    }

    #[test]
    fn what_people_typed_is_never_taken_for_a_place_in_the_sentence() {
        check(Locale::En, "{title}", "{actor}", "{title} brought back an earlier version of {actor}");
    }
}
