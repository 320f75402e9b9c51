//! Completeness, not memory: a verb without a sentence would leave a hole in every feed.

use std::collections::HashSet;

use feature::Loudness;
use server::product;

use crate::house::{none, on_each_engine};
use crate::sources;

#[tokio::test]
async fn every_verb_has_one_sentence_per_language() {
    on_each_engine(none, async |house| {
        let mut seen = HashSet::new();
        for told in product::features(&house.open).iter().flat_map(|feature| feature.told) {
            for sentence in [told.de, told.en] {
                assert!(sentence.contains("{actor}") || told.loudness == Loudness::Silent, "{told:?}");
            }
            assert!(seen.insert((told.kind, &told.verb.0)), "told twice: {told:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_verb_in_the_code_is_told_and_recorded() {
    on_each_engine(none, async |house| {
        let features = product::features(&house.open);
        let told: Vec<_> = features.iter().flat_map(|it| it.told).map(|told| &*told.verb.0).collect();
        let sources: Vec<_> =
            sources::all().into_iter().filter(|it| !it.path.starts_with("server")).collect();
        for source in &sources {
            for verb in source.text.split("Verb::new(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(told.contains(&verb), "{}: nobody tells \"{verb}\"", source.path.display());
                let name = verb.to_uppercase();
                let mut verbs = sources.iter().filter(|it| it.is("rs") && !it.is_named("activity.rs"));
                assert!(verbs.any(|it| it.text.contains(&name)), "\"{verb}\" is never recorded");
            }
        }
    })
    .await;
}
