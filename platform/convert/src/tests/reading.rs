//! What can be read in files of each kind.

use super::{Fixture, docx, fixture, zip_of};
use crate::Loss;

fn check(file: &Fixture, expected: &[&str]) {
    let text = file.text();
    for words in expected {
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }
}

#[test]
fn text_is_read_in_every_encoding() {
    check(&fixture("a.txt", "Grüße".as_bytes()), &["Grüße"]);
    check(&fixture("a.md", b"Gr\xfc\xdfe \x96 \x93x\x94"), &["Grüße – “x”"]);
    let utf_16: Vec<u8> = "\u{feff}Müller;Köln".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&fixture("a.csv", &utf_16), &["Müller\tKöln"]);
    let without_mark: Vec<u8> = "Straße in Köln".encode_utf16().flat_map(u16::to_be_bytes).collect();
    check(&fixture("a.txt", &without_mark), &["Straße in Köln"]);
}

#[test]
fn a_word_file_keeps_headings_lists_and_tables() {
    let styles =
        "<w:styles><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>";
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt \
        w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/>\
        </w:num>\
        </w:numbering>";
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{types}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"b\" Type=\"{types}/numbering\" Target=\"numbering.xml\"/>\
         <Relationship Id=\"c\" Type=\"{types}/header\" Target=\"header1.xml\"/>\
         <Relationship Id=\"d\" Type=\"{types}/comments\" Target=\"comments.xml\"/></Relationships>"
    );
    let item = |words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>\
             <w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr><w:r><w:t>Bericht</w:t></w:r></w:p>{}{}\
         <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>fett</w:t></w:r><w:r><w:t xml:space=\"preserve\"> und \
         &lt;mehr&gt;</w:t>\
         </w:r></w:p><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Kopf</w:t></w:r></w:p>\
         </w:tc>\
         </w:tr><w:tr><w:tc><w:p><w:r><w:t>Zelle</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        item("eins"),
        item("zwei")
    );
    let file = fixture(
        "a.docx",
        &docx(
            &body,
            &[
                ("word/styles.xml", styles),
                ("word/numbering.xml", numbering),
                ("word/_rels/document.xml.rels", &relations),
                ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>Streuobst</w:t></w:r></w:p></w:hdr>"),
                (
                    "word/comments.xml",
                    "<w:comments><w:comment><w:p><w:r><w:t>Einwand</w:t></w:r></w:p></w:comment>\
                        </w:comments>",
                ),
            ],
        ),
    );
    check(&file, &["Bericht", "eins\nzwei\n", "fett und <mehr>", "Streuobst", "Einwand"]);
    let html = file.html();
    assert!(html.starts_with(
        "<h1>Bericht</h1><ol><li>eins</li><li>zwei</li></ol><p><strong>fett</strong> und &lt;mehr&gt;</p>\
            <table>"
    ));
    assert!(html.contains("<th><p>Kopf</p></th>") && html.contains("<td><p>Zelle</p></td>"), "{html}");
    let page = file.page().unwrap();
    assert_eq!(page.losses, [Loss::Comments, Loss::HeadersAndFooters]);
    let kinds: Vec<&str> = page.doc.content.iter().map(|node| node.kind.as_str()).collect();
    assert_eq!(kinds, ["heading", "orderedList", "paragraph", "table"]);
}

#[test]
fn deleted_and_hidden_words_are_not_read() {
    let body = "<w:p><w:r><w:t>bleibt</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>unsichtbar</w:t></w:r></w:p>";
    let file = fixture("a.docx", &docx(body, &[]));
    assert_eq!(file.text(), "bleibt");
    assert_eq!(file.page().unwrap().losses, [Loss::TrackedChanges]);
}

#[test]
fn a_presentation_is_read_slide_by_slide_with_its_notes() {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let list = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.\
        presentation.main+xml\"/></Types>";
    let of_show =
        format!("<R><Relationship Id=\"r1\" Type=\"{types}/slide\" Target=\"slides/slide1.xml\"/></R>");
    let of_slide = format!(
        "<R><Relationship Id=\"n\" Type=\"{types}/notesSlide\" Target=\"../notesSlides/n.xml\"/></R>"
    );
    let file = fixture(
        "a.pptx",
        &zip_of(&[
            ("[Content_Types].xml", list),
            ("ppt/presentation.xml", "<p:p><p:sldIdLst><p:sldId id=\"256\" r:id=\"r1\"/></p:sldIdLst></p:p>"),
            ("ppt/_rels/presentation.xml.rels", &of_show),
            (
                "ppt/slides/slide1.xml",
                "<p:sld><p:sp><p:ph type=\"title\"/><a:p><a:r><a:t>Kabel</a:t></a:r></a:p></p:sp>\
                 <p:sp><p:ph idx=\"1\"/><a:p><a:r><a:t>leise</a:t></a:r></a:p></p:sp></p:sld>",
            ),
            ("ppt/slides/_rels/slide1.xml.rels", &of_slide),
            (
                "ppt/notesSlides/n.xml",
                "<p:notes><p:sp><a:p><a:r><a:t>Umfrage</a:t></a:r></a:p></p:sp></p:notes>",
            ),
        ]),
    );
    let words = file.words().unwrap();
    assert_eq!(words.pages, Some(1));
    assert_eq!(
        words.html.unwrap(),
        "<section><h2>1 · Kabel</h2><ul><li>leise</li></ul><blockquote><p>Umfrage</p></blockquote></section>"
    );
}

#[test]
fn an_open_document_sheet_shows_what_its_cells_show() {
    let content = "<office:document-content><office:body><office:spreadsheet><table:table \
        table:name=\"工作表1\">\
        <table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>\
        <table:table-row><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell \
        office:value-type=\"currency\" office:value=\"531.49\"><text:p>531,49 €</text:p></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row></table:table>\
        </office:spreadsheet></office:body></office:document-content>";
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let file = fixture("a.ods", &zip_of(&[("mimetype", kind), ("content.xml", content)]));
    check(&file, &["工作表1", "531,49 €"]);
    assert!(file.html().len() < 500);
}

#[test]
fn mails_tell_who_what_and_which_files() {
    let mail = "From: Ana Ahrens <ana@example.org>\r\nTo: ben@example.org\r\nSubject: \
        =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: \
        text/plain\r\n\r\n\
        Zum Angebot.\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; \
        filename=\"angebot.pdf\"\r\n\r\nPDF\r\n--x--\r\n";
    let file = fixture("a.eml", mail.as_bytes());
    check(
        &file,
        &["Grüße", "Ana Ahrens <ana@example.org>", "ben@example.org", "Zum Angebot.", "angebot.pdf"],
    );
}

#[test]
fn rich_text_is_read_without_its_orders() {
    let source = b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\b Gr\\'fc\\'dfe\\b0  aus\\par \
        Stra\\u223?enfarm \\{1\\}\\par{\\*\\generator Wort;}}";
    assert_eq!(fixture("a.rtf", source).text(), "Grüße aus\nStraßenfarm {1}");
}

#[test]
fn foreign_html_is_read_but_neither_run_nor_loaded() {
    let source = "<html><head><title>Titel</title><script>boese()</script></head><body onload=x()>\
        <h1>Kopf</h1><p>Ein <b>Satz</b></p><img src=https://example.org/a.png><a href=javascript:x()>da</a>";
    let file = fixture("a.html", source.as_bytes());
    check(&file, &["Titel\nKopf\nEin Satz\nda"]);
    let html = file.html();
    assert!(html.contains("<h1>Kopf</h1>"));
    assert!(
        !["script", "onload", "example.org", "javascript"].into_iter().any(|bad| html.contains(bad)),
        "{html}"
    );
}

#[test]
fn a_table_of_text_finds_its_separator() {
    let file = fixture("a.csv", "Name;Ort\n\"Meyer; Söhne\";\"Bad\nSäckingen\"\n".as_bytes());
    assert_eq!(
        file.html(),
        "<table><tbody><tr><th>Name</th><th>Ort</th></tr><tr><td>Meyer; Söhne</td><td>Bad\nSäckingen</td>\
            </tr>\
         </tbody></table>"
    );
}
