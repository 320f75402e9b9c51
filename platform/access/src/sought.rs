//! How a name is looked for: without regard to capitals, and a plain letter finds what looks like it.

use kernel::limits;

/// A letter of the plain alphabet and those that people type it for. SQLite's `lower` knows only the plain
/// ones, and PostgreSQL's depends on how the database was made.
const ALIKE: [&str; 20] = [
    "aàáâãäåāăą",
    "cçćĉċč",
    "dďđ",
    "eèéêëēĕėęě",
    "gĝğġģ",
    "hĥħ",
    "iìíîïĩīĭįı",
    "jĵ",
    "kķ",
    "lĺļľł",
    "nñńņň",
    "oòóôõöøōŏő",
    "rŕŗř",
    "sśŝşšș",
    "tţťŧț",
    "uùúûüũūŭůűų",
    "wŵ",
    "yýÿŷ",
    "zźżž",
    "ßẞ",
];

/// The beginning of a word of a name as a pattern that reads the same for SQLite's `glob` and for
/// PostgreSQL's `~`: a class of letters in brackets for each character. Empty for everything.
pub fn pattern(beginning: &str) -> String {
    let beginning = beginning.trim().chars().take(limits::NAME_LENGTH_MAX_CHARS);
    // In brackets these two mean something else, and no name has them.
    let mut pattern = String::new();
    for letter in beginning.filter(|it| !matches!(it, '^' | '\\' | '\0')) {
        pattern.push('[');
        for alike in alike(letter).chars() {
            pattern.push(alike);
        }
        pattern.push(']');
    }
    pattern
}

fn alike(letter: char) -> String {
    let small: String = letter.to_lowercase().collect();
    let small = ALIKE.iter().find(|it| it.starts_with(&small)).map_or(small, |it| (*it).to_owned());
    let one = |it: char| {
        let mut large = it.to_uppercase();
        large.next().filter(|_| large.next().is_none() && !it.is_uppercase())
    };
    let large: Vec<char> = small.chars().filter_map(one).filter(|it| !small.contains(*it)).collect();
    small.chars().chain(large).collect()
}

#[cfg(test)]
mod tests {
    use super::pattern;

    fn check(beginning: &str, expected: &str) {
        assert_eq!(pattern(beginning), expected);
    }

    #[test]
    fn a_letter_is_looked_for_small_and_large() {
        check(" öz", "[öÖ][zźżžZŹŻŽ]");
        check("ÖB", "[öÖ][bB]");
        check("", "");
    }

    #[test]
    fn what_means_something_in_a_pattern_is_only_itself() {
        check("*?[", "[*][?][[]");
        check("]-.", "[]][-][.]");
        check("a^\\\0%", "[aàáâãäåāăąAÀÁÂÃÄÅĀĂĄ][%]");
    }
}
