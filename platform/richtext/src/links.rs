//! Which addresses may be followed or loaded, and how text is made harmless in HTML.

/// The address as it is written into a page, or none: only `http`, `https`, `mailto`, places on this site
/// (`/…`) and on this page (`#…`).
///
/// Browsers drop tabs and line ends from addresses and read `\` as `/`, so `java\nscript:` and `/\host` are
/// refused as a whole rather than repaired.
pub(crate) fn followed(address: &str) -> Option<String> {
    let address = cleaned(address)?;
    let lower = address.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:", "#"].iter().any(|start| lower.starts_with(start));
    (known || is_same_site(&address)).then_some(address)
}

/// The address of an image that may be loaded: only our own, because another server would learn who reads.
pub(crate) fn loaded(address: &str) -> Option<String> {
    cleaned(address).filter(|address| is_same_site(address))
}

/// The address of an image as the document keeps it; whoever shows it decides whether to load it.
pub(crate) fn kept(address: &str) -> Option<String> {
    let address = cleaned(address)?;
    let lower = address.to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    (web || is_same_site(&address)).then_some(address)
}

fn cleaned(address: &str) -> Option<String> {
    let address = address.trim();
    let strange = |letter: char| letter.is_control() || letter == '\\';
    (!address.is_empty() && !address.chars().any(strange)).then(|| address.replace(' ', "%20"))
}

fn is_same_site(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//")
}

/// Writes text so that HTML reads it as text, within an element and within a quoted attribute.
pub(crate) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
}

pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}
