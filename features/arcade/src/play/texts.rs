//! The sentences of a game for the browser, which draws it.

use std::collections::BTreeMap;

use kernel::Locale;

/// Every key of the stage and of this game, without `arcade-`, with its text.
pub(crate) fn of(game: &str, locale: Locale) -> BTreeMap<String, String> {
    let mine = format!("arcade-{game}-");
    let keys = crate::TEXTS.de.lines().filter_map(|line| Some(line.split_once(" = ")?.0));
    let keys = keys.filter(|it| {
        it.starts_with("arcade-stage-") || it.starts_with("arcade-list-") || it.starts_with(&mine)
    });
    keys.map(|key| (key.trim_start_matches("arcade-").to_owned(), locale.t(key))).collect()
}
