//! The files of the story, made by the program itself.

use std::collections::HashMap;
use std::io::{Cursor, Write};

use convert::{Converter, Target};
use image::{ImageFormat, Rgb, RgbImage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The bytes of a file of this kind.
///
/// Errors: a kind that nobody makes, or a file that could not be made.
pub(crate) async fn make(
    converter: &Converter,
    kind: &str,
    title: &str,
    lang: &str,
    body: &str,
) -> Result<Vec<u8>, String> {
    let target = match kind {
        "docx" => Target::Docx,
        "odt" => Target::Odt,
        "pdf" => Target::Pdf,
        "html" => {
            let doc = richtext::from_markdown(body);
            return Ok(richtext::html_page(&doc, title, lang).into_bytes());
        }
        "xlsx" => return sheet(body).map_err(|error| error.to_string()),
        "png" => return picture(body).map_err(|error| error.to_string()),
        "md" | "txt" | "csv" | "eml" => return Ok(body.as_bytes().to_vec()),
        other => return Err(format!("nobody makes a {other}")),
    };
    let doc = richtext::from_markdown(body);
    let made = converter.export(&doc, title, lang, HashMap::new(), target).await;
    made.map_err(|failure| format!("{title}: {failure:?}"))
}

/// The name of the only sheet: a number, which is the same in all languages.
const SHEET: &str = "1";

/// The smallest workbook that every program opens (ECMA-376): one sheet of inline texts and numbers.
fn sheet(body: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut rows = String::new();
    for line in body.lines() {
        rows.push_str("<row>");
        for cell in line.split(';').map(str::trim) {
            match cell.replace(',', ".").parse::<f64>() {
                Ok(number) => rows.push_str(&format!("<c><v>{number}</v></c>")),
                Err(_) => rows.push_str(&format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(cell))),
            }
        }
        rows.push_str("</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"{sheet_type}.sheet.main+xml\"/>\
             <Override PartName=\"/xl/worksheets/sheet1.xml\" \
             ContentType=\"{sheet_type}.worksheet+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" \
                 Type=\"{office}/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{relations}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" \
             Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"{SHEET}\" \
                 sheetId=\"1\" \
             r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 800;

/// A trailer as a child would draw it: sky, ground, a box on two wheels; the word chooses the colour of the
/// box.
fn picture(word: &str) -> image::ImageResult<Vec<u8>> {
    let seed = word.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    let tone = |shift: u32| u8::try_from(70 + (seed >> shift) % 150).unwrap_or(120);
    let coat = Rgb([tone(0), tone(8), tone(16)]);
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let wheel = |cx: u32| x.abs_diff(cx).pow(2) + y.abs_diff(600).pow(2);
        let spoke = [wheel(420), wheel(760)].into_iter().min().unwrap_or(u32::MAX);
        let in_box = (300..900).contains(&x) && (280..560).contains(&y);
        let in_bar = (900..1120).contains(&x) && (520..540).contains(&y);
        match spoke {
            0..=900 => Rgb([230, 235, 230]),
            901..=9_000 => Rgb([60, 66, 62]),
            9_001..=12_100 => Rgb([22, 33, 28]),
            _ if in_box && !((320..=880).contains(&x) && (300..=540).contains(&y)) => Rgb([22, 33, 28]),
            _ if in_box => coat,
            _ if in_bar => Rgb([80, 90, 84]),
            _ if y > 690 => Rgb([126, 148, 118]),
            _ => Rgb([214, u8::try_from(226 + y / 40).unwrap_or(240), 238]),
        }
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png)?;
    Ok(bytes.into_inner())
}
