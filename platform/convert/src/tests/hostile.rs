//! Files that mean harm: they give nothing, quickly.

use super::{Fixture, docx, fixture, zip_of};
use crate::Failure;
use crate::formats;
use image::{DynamicImage, ImageFormat, RgbImage};
use std::io::Cursor;

fn check(file: &Fixture, expected: Failure) {
    assert_eq!(file.words().err(), Some(expected));
}

#[test]
fn declared_entities_are_refused() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><w:document><w:body><w:p><w:r>\
        <w:t>&b;</w:t>\
        </w:r></w:p></w:body></w:document>";
    check(&fixture("a.docx", &zip_of(&[("word/document.xml", laughs)])), Failure::Broken);
    let file = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><office:body><text:p>&a;</text:p>\
        </office:body>";
    let odt = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", file)];
    check(&fixture("a.odt", &zip_of(&odt)), Failure::Broken);
}

#[test]
fn unknown_entities_are_nothing() {
    let file = fixture("a.docx", &docx("<w:p><w:r><w:t>a&x;b&#228;</w:t></w:r></w:p>", &[]));
    assert_eq!(file.text(), "abä");
}

#[test]
fn what_unfolds_a_thousandfold_is_refused() {
    let body = " ".repeat(40 << 20);
    check(&fixture("a.docx", &docx(&body, &[])), Failure::TooLarge);
}

#[test]
fn depth_costs_nothing() {
    let body =
        format!("{}<w:p><w:r><w:t>tief</w:t></w:r></w:p>", "<w:sdt><w:tbl><w:tr><w:tc>".repeat(20_000));
    let file = fixture("a.docx", &docx(&body, &[]));
    assert_eq!(file.text(), "tief");
}

#[test]
fn pictures_of_too_many_pixels_are_not_decoded() {
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::new(1, 1)).write_to(&mut png, ImageFormat::Png).unwrap();
    let mut png = png.into_inner();
    // Width and height in the header, and its checksum.
    png[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let sum = checksum(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(fixture("a.png", &png).picture(1), Err(Failure::TooLarge));
}

/// CRC-32 as in the PNG specification, annex D.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 },
        )
    };
    !bytes.iter().fold(!0, step)
}

#[test]
fn pictures_are_shown_upright_and_say_nothing_of_their_camera() {
    let mut jpeg = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::new(40, 20)).write_to(&mut jpeg, ImageFormat::Jpeg).unwrap();
    let jpeg = jpeg.into_inner();
    // One EXIF entry: orientation 6, turned a quarter to the right.
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let mut file = jpeg[..2].to_vec();
    file.extend([0xff, 0xe1, length[0], length[1]]);
    file.append(&mut exif);
    file.extend(&jpeg[2..]);
    let shown = fixture("a.jpg", &file).picture(1).unwrap().unwrap();
    let picture = image::load_from_memory(&shown).unwrap();
    assert_eq!((picture.width(), picture.height()), (20, 40));
    assert!(!shown.windows(4).any(|bytes| bytes == b"Exif" || bytes == b"EXIF"));
    let portrait = formats::avatar(&fixture("a.jpg", &file).path, 64).unwrap();
    let portrait = image::load_from_memory(&portrait).unwrap();
    assert_eq!((portrait.width(), portrait.height()), (64, 64));
}

#[test]
fn rubbish_is_broken_and_not_a_panic() {
    check(&fixture("a.pdf", b"%PDF-1.7\nrubbish"), Failure::Broken);
    check(&fixture("a.docx", &zip_of(&[("word/document.xml", "\u{0}\u{1}<<<")])), Failure::Broken);
    assert!(fixture("a.rtf", b"{\\rtf1 {{{{\\u\\'").words().is_ok());
    assert!(fixture("a.eml", b"From: x\nTo: y\nDate: z\n").words().is_ok());
}
