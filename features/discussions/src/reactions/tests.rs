use super::emoji::{Emoji, OFFERED};

fn check(text: &str, is_one: bool) {
    assert_eq!(Emoji::parse(text).is_ok(), is_one, "{text:?}");
}

#[test]
fn a_reaction_is_one_emoji() {
    for offered in OFFERED {
        check(offered, true);
    }
    for one in ["❤", "👨‍👩‍👧‍👦", "👍🏽", "🇩🇪", "3️⃣", "☕", "⭐"] {
        check(one, true);
    }
    for other in ["", " ", "a", "3", "ok", "👍👍", "👍a", "<", "\u{200d}", "\u{fe0f}", "Zalgo\u{301}", "(c)"]
    {
        check(other, false);
    }
}
