//! What bytes are, whatever they are called.

use super::{docx, fixture, zip_of};
use crate::{Family, family, harmless, has_macros};

fn check(name: &str, bytes: &[u8], expected: &str) {
    assert_eq!(fixture(name, bytes).media_type(), expected, "{name}");
}

#[test]
fn bytes_decide_and_not_the_name() {
    check("bild.png", b"<script>alert(1)</script>", "text/html");
    check("brief.txt", b"%PDF-1.4\n", "application/pdf");
    check("notiz.exe", "Grüße".as_bytes(), "text/plain");
    check(
        "anlage.pdf",
        &docx("", &[]),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    );
    check("zeichnung.txt", b"<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", "image/svg+xml");
    check("leer.pdf", b"", "text/plain");
}

#[test]
fn the_name_decides_between_kinds_of_text() {
    check("liste.csv", b"a;b\n1;2\n", "text/csv");
    check("lies.md", b"# Titel", "text/markdown");
    check("main.rs", b"fn main() {}", "text/x-rust");
    check("post.eml", b"Subject: Hallo\n\nText", "message/rfc822");
    check("post", b"From: a@b.de\nTo: c@d.de\nDate: heute\nSubject: x\n\nText", "message/rfc822");
    check("daten.csv", b"\xff\xfeN\0a\0m\0e\0", "text/csv");
    check("alt.md", b"Gr\xfc\xdfe", "text/markdown");
}

#[test]
fn zip_files_are_looked_into() {
    let macros =
        "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>";
    let book = zip_of(&[("[Content_Types].xml", macros), ("xl/other.xml", "<workbook/>")]);
    check("mappe.xlsx", &book, "application/vnd.ms-excel.sheet.macroenabled.12");
    let odt = zip_of(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    check("brief.zip", &odt, "application/vnd.oasis.opendocument.text");
    check("archiv.docx", &zip_of(&[("a.txt", "a")]), "application/zip");
    assert!(has_macros("application/vnd.ms-excel.sheet.macroenabled.12"));
}

#[test]
fn only_what_runs_nothing_is_harmless() {
    assert!(["image/png", "application/pdf", "text/plain"].into_iter().all(harmless));
    assert!(!["text/html", "image/svg+xml", "text/javascript", "application/xml"].into_iter().any(harmless));
    assert_eq!(family("image/svg+xml"), Family::Image);
    assert_eq!(family("application/json"), Family::Code);
}
