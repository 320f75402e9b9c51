//! Pages as files, and those files as pages again.

use super::fixture;
use crate::export::{self, Target};
use crate::job::Written;
use image::{DynamicImage, ImageFormat, RgbImage};
use richtext::Node;

const PAGE: &str = "# Übersicht\n\nEin **fetter** und *schräger* Satz mit \"Zeichen\" \\\\ #let [1] \\<a> \
    $x$.\n\n\
    - erstens\n- zweitens\n  1. darunter\n\n1. eins\n2. zwei\n\n- [x] erledigt\n- [ ] offen\n\n\
    > Zitat\n\n```\nlet x = 1;\n```\n\n| Kopf | Wert |\n|---|---|\n| Zeile | 3 € \
    |\n\n---\n\n[Verweis](https://example.org/?a=1&b=2)\n";

fn export(doc: &Node, target: Target, images: Vec<(String, std::path::PathBuf)>) -> Vec<u8> {
    let page = Written {
        doc: doc.clone(),
        title: "Der Titel".to_owned(),
        language: "de".to_owned(),
        images,
        target,
    };
    export::write(&page).unwrap()
}

fn kinds(doc: &Node) -> Vec<&str> {
    doc.content.iter().map(|node| node.kind.as_str()).collect()
}

fn check_returns(target: Target, ending: &str) {
    let doc = richtext::from_markdown(PAGE);
    let file = fixture(ending, &export(&doc, target, Vec::new()));
    assert_eq!(file.media_type(), target.media_type());
    let text = file.text();
    for words in [
        "Der Titel",
        "Übersicht",
        "fetter",
        "zweitens",
        "darunter",
        "☑ erledigt",
        "let x = 1;",
        "3 €",
        "#let [1]",
    ] {
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }
    let back = file.page().unwrap();
    let kinds = kinds(&back.doc);
    for kind in ["heading", "paragraph", "bulletList", "orderedList", "blockquote", "codeBlock", "table"] {
        assert!(kinds.contains(&kind), "{kind} is not in {kinds:?}");
    }
    assert_eq!(back.losses, []);
    let html = richtext::to_html(&back.doc);
    assert!(html.contains("<strong>fetter</strong>"), "{html}");
    assert!(html.contains("https://example.org/?a=1&amp;b=2"), "{html}");
}

#[test]
fn a_word_file_comes_back_as_the_page_it_was() {
    check_returns(Target::Docx, "a.docx");
}

#[test]
fn an_open_document_comes_back_as_the_page_it_was() {
    check_returns(Target::Odt, "a.odt");
}

#[test]
fn a_pdf_holds_all_words_and_no_orders() {
    let doc = richtext::from_markdown(PAGE);
    let file = fixture("a.pdf", &export(&doc, Target::Pdf, Vec::new()));
    let text = file.text();
    for words in ["Der Titel", "Übersicht", "fetter", "schräger", "zweitens", "\\ #let [1] <a> $x$.", "3 €"]
    {
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }
    assert!(file.picture(1).unwrap().unwrap().starts_with(b"\x89PNG"));
    assert_eq!(file.picture(99).unwrap(), None);
}

#[test]
fn a_framed_sheet_is_one_page_across() {
    let doc = richtext::from_markdown("# Nachweis\n\n## Änne Groß\n\nhat bestanden.");
    let file = fixture("a.pdf", &export(&doc, Target::Framed, Vec::new()));
    let text = file.text();
    for words in ["Nachweis", "Änne Groß", "hat bestanden."] {
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }
    let picture = image::load_from_memory(&file.picture(1).unwrap().unwrap()).unwrap();
    assert!(picture.width() > picture.height());
    assert_eq!(file.picture(2).unwrap(), None);
}

#[test]
fn pictures_are_taken_along_and_missing_ones_described() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bild");
    DynamicImage::ImageRgb8(RgbImage::new(3000, 20)).save_with_format(&path, ImageFormat::Png).unwrap();
    let doc = richtext::from_html(
        "<p><img src=\"https://example.org/da.png\" alt=\"Foto\"><img src=\"https://example.org/fehlt.png\" \
            alt=\"Skizze\"></p>",
    );
    for target in [Target::Docx, Target::Odt, Target::Pdf] {
        let images = vec![("https://example.org/da.png".to_owned(), path.clone())];
        let file = fixture(target.word(), &export(&doc, target, images));
        assert!(file.text().contains("Skizze"), "{target:?}");
    }
}

#[test]
fn cells_that_span_keep_their_place() {
    let doc = richtext::from_html(
        "<table><tr><th colspan=2>Kopf</th></tr><tr><td rowspan=2>links</td><td>oben</td></tr><tr>\
            <td>unten</td></tr></table>",
    );
    for target in [Target::Docx, Target::Odt, Target::Pdf] {
        let file = fixture(target.word(), &export(&doc, target, Vec::new()));
        let text = file.text();
        assert!(["Kopf", "links", "oben", "unten"].into_iter().all(|words| text.contains(words)), "{text}");
    }
}

#[test]
fn an_empty_page_is_a_file_too() {
    for target in [Target::Docx, Target::Odt, Target::Pdf] {
        let doc = Node { kind: "doc".to_owned(), ..Node::default() };
        assert!(!export(&doc, target, Vec::new()).is_empty());
    }
}
