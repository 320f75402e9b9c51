//! The few icons of the public pages, drawn in place: the sprite of the house would weigh more than an
//! article.

/// Silent for the ear; the shapes are those of lucide (ISC licence). Empty for a name that is not here.
pub(crate) fn icon(name: &str) -> String {
    let shapes = match name {
        "check" => r#"<path d="M20 6 9 17l-5-5"/>"#,
        "circle-alert" => r#"<circle cx="12" cy="12" r="10"/><path d="M12 8v4"/><path d="M12 16h.01"/>"#,
        "globe" => {
            r#"<circle cx="12" cy="12" r="10"/><path d="M2 12h20"/><path
 d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"/>"#
        }
        _ => return String::new(),
    };
    format!(r#"<svg class="i" viewBox="0 0 24 24" aria-hidden="true">{shapes}</svg>"#)
}
