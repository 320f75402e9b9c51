//! Where somebody goes after she signed in: only within the house, since the address comes from outside.

/// Longer than any address of ours with its query.
const LENGTH_MAX_BYTES: usize = 1_000;

/// The path if it leads somewhere in the house, else nothing. No blank and no line break is let through, so
/// that nobody can write a sentence into a mail that we send.
pub(crate) fn inside(path: &str) -> &str {
    let stays = path.starts_with('/') && !path.starts_with("//") && path.len() <= LENGTH_MAX_BYTES;
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let goes_in_circles = ["/sign-in", "/sign-out", "/setup"].iter().any(|it| path.starts_with(it));
    if stays && plain && !goes_in_circles { path } else { "" }
}

/// As the end of an address: `?then=…`, or nothing.
pub(crate) fn query(path: &str) -> String {
    let path = inside(path);
    if path.is_empty() { String::new() } else { format!("?then={}", encoded(path)) }
}

/// For a value in a query (RFC 3986, 2.3: only unreserved characters stay, and the slash, as 3.4 allows).
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{inside, query};

    fn check(path: &str, expected: &str) {
        assert_eq!(inside(path), expected);
    }

    #[test]
    fn a_way_leads_only_within_the_house() {
        check("/documents/7?version=2", "/documents/7?version=2");
        check("https://evil.example/", "");
        check("//evil.example/", "");
        check("/\\evil.example", "");
        check("/sign-in?then=/", "");
    }

    #[test]
    fn nobody_writes_a_sentence_into_our_letters() {
        check("/\r\n\r\nPlease pay here", "");
        check("/ please", "");
        check(&"/a".repeat(600), "");
        assert_eq!(query("/search?q=a&kind=b"), "?then=/search%3Fq%3Da%26kind%3Db");
        assert_eq!(query("nonsense"), "");
    }
}
