//! The parts of a Word file that are nearly the same in each: styles, lists, relations.

use super::xml;
use std::fmt::Write;

pub(super) const HEADINGS: [&str; 6] =
    ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"];

/// The number of the one list with bullets, and of the first of those that count.
pub(super) const LIST_BULLETS: usize = 1;
pub(super) const LIST_NUMBERS: usize = 2;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";

pub(super) const RULE: &str = "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" \
    w:color=\"999999\"/></w:pBdr></w:pPr></w:p>";

pub(super) const TABLE: &str = "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" \
    w:type=\"pct\"/></w:tblPr>";

pub(super) fn content_types() -> String {
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{main}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{main}.styles+xml\"/>\
         <Override PartName=\"/word/numbering.xml\" ContentType=\"{main}.numbering+xml\"/>\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    )
}

pub(super) fn package_relations() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"main\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/></Relationships>"
    )
}

pub(super) fn relations(links: &[String], media: &[(String, String)]) -> String {
    let mut part = format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"styles\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"numbering\" Type=\"{OFFICE}/numbering\" Target=\"numbering.xml\"/>"
    );
    for (index, address) in links.iter().enumerate() {
        let _ = write!(
            part,
            "<Relationship Id=\"link{index}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" \
                TargetMode=\"External\"/>",
            xml(address)
        );
    }
    for (index, (name, _)) in media.iter().enumerate() {
        let _ = write!(
            part,
            "<Relationship Id=\"image{index}\" Type=\"{OFFICE}/image\" Target=\"media/{name}\"/>"
        );
    }
    part + "</Relationships>"
}

pub(super) fn document(body: &str) -> String {
    format!(
        "{DECLARATION}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{OFFICE}\" \
         xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" xmlns:a=\"{DRAWING}/main\" \
         xmlns:pic=\"{DRAWING}/picture\">\
         <w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" \
         w:right=\"1418\" \
         w:bottom=\"1134\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>\
         </w:body>\
         </w:document>"
    )
}

pub(super) fn properties(title: &str, language: &str) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language>\
         </cp:coreProperties>",
        xml(title),
        xml(language)
    )
}

pub(super) fn styles(language: &str) -> String {
    let language = if language.starts_with("en") { "en-GB" } else { "de-DE" };
    let mut part = format!(
        "{DECLARATION}<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/>\
         <w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>\
         <w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal \
         Table\"/></w:style>"
    );
    part.push_str(&paragraph_style("Title", "Title", "<w:spacing w:after=\"240\"/>", "<w:sz w:val=\"48\"/>"));
    for (index, id) in HEADINGS.iter().enumerate() {
        let place = format!(
            "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"{index}\"/>"
        );
        let look = format!("<w:b/><w:sz w:val=\"{}\"/>", [36, 30, 26, 24, 22, 22][index]);
        part.push_str(&paragraph_style(id, &format!("heading {}", index + 1), &place, &look));
    }
    part.push_str(&paragraph_style("ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>", ""));
    part.push_str(&paragraph_style("Quote", "Quote", "<w:ind w:left=\"567\" w:right=\"567\"/>", "<w:i/>"));
    let mono = "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:noProof/><w:sz \
        w:val=\"20\"/>";
    let ground = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/><w:spacing w:line=\"240\" \
        w:lineRule=\"auto\"/>";
    part.push_str(&paragraph_style("Code", "Code", ground, mono));
    let _ = write!(
        part,
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"CodeWords\"><w:name w:val=\"Code \
            Words\"/>\
         <w:rPr>{mono}</w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr>\
         <w:color w:val=\"0B57A4\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
    );
    part.push_str(
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>\
        <w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>",
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(part, "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"999999\"/>");
    }
    part + "</w:tblBorders></w:tblPr></w:style></w:styles>"
}

fn paragraph_style(id: &str, name: &str, place: &str, look: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn \
            w:val=\"Normal\"/>\
         <w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{place}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )
}

/// One kind of list with bullets, one that counts, and for each list that counts a number of its own.
pub(super) fn numbering(lists: &[usize]) -> String {
    let mut part = format!("{DECLARATION}<w:numbering xmlns:w=\"{WORD}\">");
    for (kind, is_counted) in [(0, false), (1, true)] {
        let _ = write!(
            part,
            "<w:abstractNum w:abstractNumId=\"{kind}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
        );
        for level in 0..9 {
            let (format, sign) = match (is_counted, level % 3) {
                (true, 0) => ("decimal", format!("%{}.", level + 1)),
                (true, 1) => ("lowerLetter", format!("%{})", level + 1)),
                (true, _) => ("lowerRoman", format!("%{}.", level + 1)),
                (false, 0) => ("bullet", "•".to_owned()),
                (false, 1) => ("bullet", "◦".to_owned()),
                (false, _) => ("bullet", "▪".to_owned()),
            };
            let _ = write!(
                part,
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
                 <w:lvlText w:val=\"{sign}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" \
                 w:hanging=\"360\"/></w:pPr></w:lvl>",
                (level + 1) * 360
            );
        }
        part.push_str("</w:abstractNum>");
    }
    let _ = write!(part, "<w:num w:numId=\"{LIST_BULLETS}\"><w:abstractNumId w:val=\"0\"/></w:num>");
    for (index, start) in lists.iter().enumerate() {
        let _ = write!(part, "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/>", LIST_NUMBERS + index);
        for level in 0..9 {
            let _ = write!(
                part,
                "<w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>"
            );
        }
        part.push_str("</w:num>");
    }
    part + "</w:numbering>"
}

/// A picture in the line; measures in English Metric Units. `description` is escaped.
pub(super) fn drawing(number: usize, width: u64, height: u64, description: &str) -> String {
    let id = number + 1;
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{id}\" name=\"image{id}\" \
         descr=\"{description}\"/>\
         <a:graphic><a:graphicData uri=\"{DRAWING}/picture\"><pic:pic><pic:nvPicPr>\
         <pic:cNvPr id=\"{id}\" name=\"image{id}\" descr=\"{description}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"image{number}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
         </wp:inline></w:drawing></w:r>"
    )
}
