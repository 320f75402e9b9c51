//! The sentences of a game for the browser, which draws it.

use std::collections::BTreeMap;

use feature::games::Deal;
use kernel::Locale;

/// Every key of the stage and of this game, without `arcade-`, with its text.
pub(crate) fn of(deal: &Deal, locale: Locale) -> BTreeMap<String, String> {
    let mine = format!("arcade-{}-", deal.game);
    let keys = crate::TEXTS.de.lines().filter_map(|line| Some(line.split_once(" = ")?.0));
    let keys = keys.filter(|it| {
        it.starts_with("arcade-stage-") || it.starts_with("arcade-list-") || it.starts_with(&mine)
    });
    let texts = keys.map(|key| (key.trim_start_matches("arcade-").to_owned(), locale.t(key)));
    let mut texts: BTreeMap<String, String> = texts.collect();
    if deal.trial.is_some() {
        // There is no task behind a trial, and no next round.
        texts.insert("stage-end-task".to_owned(), locale.t("arcade-trial-back"));
        texts.insert("stage-end-again".to_owned(), locale.t("learning-author-workshop"));
    }
    texts
}
