//! What holds for every document, not only for those that somebody thought of.

use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::{HOSTILE, check_harmless};
use crate::build::{block, mark, text};
use crate::node::Node;
use crate::{from_html, from_markdown, talk, to_html, to_markdown};

/// Texts made of what means something in Markdown.
fn signs() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        prop::sample::select(vec![
            "*",
            "**",
            "_",
            "__",
            "~~",
            "`",
            "``",
            "[",
            "](/x)",
            "](javascript:x)",
            "![",
            "<u>",
            "</u>",
            "<br>",
            "<b>",
            "\\",
            "\n",
            "\n\n",
            "  \n",
            "# ",
            "## ",
            "> ",
            "- ",
            "* ",
            "1. ",
            "3) ",
            "- [ ] ",
            "- [x] ",
            "    ",
            "  ",
            "```\n",
            "~~~",
            "---\n",
            "===\n",
            "| a |\n|---|\n",
            "|",
            "&amp;",
            "&#32;",
            "&nbsp;",
            "!",
            "\"",
            "a",
            "b",
            "ß",
            "€",
            "\u{a0}",
            "\t",
            "http://a.b",
            "@",
            ".",
            "0",
            "+",
            ":",
        ])
        .prop_map(str::to_owned),
        "[a-c ]{1,4}",
    ];
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

fn hostile() -> impl Strategy<Value = String> {
    prop::sample::select(HOSTILE.to_vec()).prop_map(str::to_owned)
}

fn words() -> impl Strategy<Value = String> + Clone {
    "[a-z*_`~<>&#\\[\\]!|. äß-]{1,12}"
}

fn marked_text() -> impl Strategy<Value = Node> + Clone {
    let kinds = prop::sample::subsequence(vec!["bold", "italic", "strike", "underline", "code"], 0..3);
    (words(), kinds).prop_map(|(words, kinds)| text(&words, &kinds.into_iter().map(mark).collect::<Vec<_>>()))
}

pub(crate) fn docs() -> impl Strategy<Value = Node> {
    let line = prop::collection::vec(marked_text(), 1..5);
    let leaf = prop_oneof![
        line.clone().prop_map(|line| block("paragraph", line)),
        (line, 1..6_u64).prop_map(|(line, level)| block("heading", line).with("level", level)),
        words().prop_map(|words| block("codeBlock", vec![text(&words, &[])]).with("language", "rust")),
    ];
    let blocks = leaf.prop_recursive(3, 24, 4, |inner| {
        let many = prop::collection::vec(inner, 1..4);
        prop_oneof![
            many.clone().prop_map(|blocks| block("blockquote", blocks)),
            many.clone().prop_map(|blocks| block(
                "bulletList",
                vec![block("listItem", crate::build::paragraph_first(blocks))]
            )),
            (many, any::<bool>()).prop_map(|(blocks, done)| block(
                "taskList",
                vec![block("taskItem", blocks).with("checked", done)]
            )),
        ]
    });
    prop::collection::vec(blocks, 1..5).prop_map(|blocks| block("doc", blocks))
}

proptest! {
    #[test]
    fn what_was_read_can_be_written(markdown in signs()) {
        let doc = from_markdown(&markdown);
        let written = to_markdown(&doc);
        prop_assert_eq!(from_markdown(&written), doc, "written as {:?}", written);
    }

    #[test]
    fn whatever_is_written_is_written_the_same_again(doc in docs()) {
        let first = from_markdown(&to_markdown(&doc));
        let written = to_markdown(&first);
        prop_assert_eq!(from_markdown(&written), first, "written as {:?}", written);
    }

    #[test]
    fn no_text_can_run(parts in prop::collection::vec(prop_oneof![hostile(), signs()], 1..6)) {
        let text = parts.concat();
        check_harmless(&to_html(&from_markdown(&text)));
        check_harmless(&to_html(&from_html(&text)));
        check_harmless(&talk::render(&text, &|_| Some(text.clone())));
    }

    #[test]
    fn every_text_can_be_read(text in any::<String>()) {
        prop_assert!(!from_markdown(&text).content.is_empty());
        prop_assert!(!from_html(&text).content.is_empty());
        prop_assert_eq!(talk::resolve(&text, &[]), text);
    }
}
