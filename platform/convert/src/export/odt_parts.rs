//! The parts of an ODT file that are nearly the same in each: styles, meta data, the list of files.

use super::{Look, Target, xml};
use std::fmt::Write;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
    office:version=\"1.3\"";

/// One style for each way in which bold, italic, underline, strike and code go together.
const LOOKS: [(&str, &str); 5] = [
    ("B", "fo:font-weight=\"bold\""),
    ("I", "fo:font-style=\"italic\""),
    ("U", "style:text-underline-style=\"solid\" style:text-underline-width=\"auto\""),
    ("S", "style:text-line-through-style=\"solid\""),
    ("C", "style:font-name=\"Courier New\""),
];

/// The style of a span, or `None` for plain words.
pub(super) fn span(look: &Look) -> Option<String> {
    let on = [look.bold, look.italic, look.underline, look.strike, look.code];
    let name: String = LOOKS.iter().zip(on).filter(|(_, on)| *on).map(|((sign, _), _)| *sign).collect();
    if name.is_empty() { None } else { Some(format!("Words_{name}")) }
}

fn spans() -> String {
    let mut part = String::new();
    for combination in 1_usize..32 {
        let chosen: Vec<_> = (0..5).filter(|bit| combination >> bit & 1 == 1).map(|bit| LOOKS[bit]).collect();
        let name: String = chosen.iter().map(|(sign, _)| *sign).collect();
        let looks: Vec<&str> = chosen.iter().map(|(_, look)| *look).collect();
        let _ = write!(
            part,
            "<style:style style:name=\"Words_{name}\" style:family=\"text\"><style:text-properties {}/>\
                </style:style>",
            looks.join(" ")
        );
    }
    part
}

fn lists() -> String {
    let mut part = String::new();
    for (name, is_counted) in [("Bullets", false), ("Numbers", true)] {
        let _ = write!(part, "<text:list-style style:name=\"{name}\">");
        for level in 1..=9 {
            let sign = if is_counted {
                let format = ["1", "a", "i"][(level - 1) % 3];
                format!(
                    "list-level-style-number text:level=\"{level}\" style:num-format=\"{format}\" \
                        style:num-suffix=\".\""
                )
            } else {
                let bullet = ["•", "◦", "▪"][(level - 1) % 3];
                format!("list-level-style-bullet text:level=\"{level}\" text:bullet-char=\"{bullet}\"")
            };
            let end = if is_counted { "list-level-style-number" } else { "list-level-style-bullet" };
            let indent = 0.63 * (level as f64);
            let _ = write!(
                part,
                "<text:{sign}><style:list-level-properties \
                 text:list-level-position-and-space-mode=\"label-alignment\">\
                 <style:list-level-label-alignment \
                 text:label-followed-by=\"listtab\" fo:text-indent=\"-0.63cm\" \
                 fo:margin-left=\"{indent:.2}cm\"/>\
                 </style:list-level-properties></text:{end}>"
            );
        }
        part.push_str("</text:list-style>");
    }
    part
}

pub(super) fn content(body: &str) -> String {
    format!(
        "{DECLARATION}<office:document-content {NAMES}><office:font-face-decls>\
         <style:font-face style:name=\"Courier New\" svg:font-family=\"'Courier New'\" \
         style:font-pitch=\"fixed\"/>\
         </office:font-face-decls><office:automatic-styles>{}{}\
         <style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties \
         fo:border=\"0.5pt solid #999999\" fo:padding=\"0.1cm\"/></style:style></office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>",
        spans(),
        lists()
    )
}

pub(super) fn styles(language: &str) -> String {
    let (language, country) = if language.starts_with("en") { ("en", "GB") } else { ("de", "DE") };
    let mut part = format!(
        "{DECLARATION}<office:document-styles {NAMES}><office:styles>\
         <style:default-style style:family=\"paragraph\"><style:paragraph-properties \
         fo:margin-bottom=\"0.2cm\"/>\
         <style:text-properties fo:font-size=\"11pt\" fo:language=\"{language}\" fo:country=\"{country}\"/>\
         </style:default-style><style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
    );
    let mut add = |name: &str, shown: &str, paragraph: &str, words: &str| {
        let _ = write!(
            part,
            "<style:style style:name=\"{name}\" style:display-name=\"{shown}\" style:family=\"paragraph\" \
             style:parent-style-name=\"Standard\"><style:paragraph-properties {paragraph}/>\
             <style:text-properties {words}/></style:style>"
        );
    };
    add("Text_20_body", "Text body", "", "");
    add("Title", "Title", "fo:margin-bottom=\"0.5cm\"", "fo:font-size=\"24pt\" fo:font-weight=\"bold\"");
    for (index, size) in [18, 15, 13, 12, 11, 11].iter().enumerate() {
        let level = index + 1;
        add(
            &format!("Heading_20_{level}"),
            &format!("Heading {level}"),
            "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.15cm\" fo:keep-with-next=\"always\"",
            &format!("fo:font-size=\"{size}pt\" fo:font-weight=\"bold\""),
        );
    }
    add("List_20_Contents", "List Contents", "fo:margin-bottom=\"0.1cm\"", "");
    add(
        "Quotations",
        "Quotations",
        "fo:margin-left=\"1cm\" fo:margin-right=\"1cm\"",
        "fo:font-style=\"italic\"",
    );
    add(
        "Preformatted_20_Text",
        "Preformatted Text",
        "",
        "style:font-name=\"Courier New\" fo:font-size=\"10pt\"",
    );
    add(
        "Horizontal_20_Line",
        "Horizontal Line",
        "fo:border-bottom=\"0.5pt solid #999999\"",
        "fo:font-size=\"6pt\"",
    );
    add("Table_20_Contents", "Table Contents", "", "");
    add("Table_20_Heading", "Table Heading", "", "fo:font-weight=\"bold\"");
    part + "</office:styles></office:document-styles>"
}

pub(super) fn meta(title: &str, language: &str) -> String {
    format!(
        "{DECLARATION}<office:document-meta {NAMES}><office:meta><dc:title>{}</dc:title>\
            <dc:language>{}</dc:language>\
         </office:meta></office:document-meta>",
        xml(title),
        xml(language)
    )
}

pub(super) fn manifest(media: &[(String, String)]) -> String {
    let mut part = format!(
        "{DECLARATION}<manifest:manifest \
            xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\">"
    );
    let mut add = |path: &str, kind: &str| {
        let _ = write!(
            part,
            "<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>"
        );
    };
    add("/", Target::Odt.media_type());
    for name in ["content.xml", "styles.xml", "meta.xml"] {
        add(name, "text/xml");
    }
    for (name, _) in media {
        add(&format!("Pictures/{name}"), if name.ends_with("png") { "image/png" } else { "image/jpeg" });
    }
    part + "</manifest:manifest>"
}
