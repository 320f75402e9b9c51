//! The smallest pieces, drawn the same everywhere. The answers are HTML: write `{{ page::icon("bell")|safe
//! }}`.

use access::Named;

use crate::assets;

/// An icon of the sprite, silent for the ear: a word stands beside it or names its button.
pub fn icon(name: &str) -> String {
    format!(
        r##"<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#{name}"/></svg>"##,
        assets::url("icons.svg")
    )
}

/// A face: the picture, or initials on one of eight grounds; a dashed ring for who comes from outside.
/// `size` is a class: `av-s`, `av-l`, or empty. Always beside a name, so the ear skips it.
pub fn avatar(person: &Named, size: &str) -> String {
    let ring = if person.is_outside() { " guest" } else { "" };
    match person.picture_url() {
        Some(url) => format!(
            r#"<img class="av {size}{ring}" src="{url}" alt="" width="40" height="40" loading="lazy">"#
        ),
        None => format!(
            r#"<span class="av {size} p{}{ring}" aria-hidden="true">{}</span>"#,
            person.ground(),
            escaped(&person.initials())
        ),
    }
}

fn escaped(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}
