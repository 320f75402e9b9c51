//! What people wrote into a PDF: values of form fields, captions of buttons, notes on its margin.

use crate::limits::{PDF_FIELD_LEVELS_MAX, PDF_FIELDS_MAX};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object};

pub(crate) fn of(pdf: &Pdf) -> Vec<String> {
    let mut said = Said { found: Vec::new(), looked: 0 };
    let form = pdf.xref().get::<Dict>(pdf.xref().root_id()).and_then(|root| root.get::<Dict>("AcroForm"));
    if let Some(fields) = form.and_then(|form| form.get::<Array>("Fields")) {
        for field in fields.iter::<Dict>() {
            said.field(&field, 0);
        }
    }
    for page in pdf.pages().iter() {
        for note in page.raw().get::<Array>("Annots").iter().flat_map(|notes| notes.iter::<Dict>()) {
            said.note(&note);
        }
    }
    said.found
}

struct Said {
    found: Vec<String>,
    looked: usize,
}

impl Said {
    fn is_enough(&mut self) -> bool {
        self.looked += 1;
        self.looked > PDF_FIELDS_MAX
    }

    fn field(&mut self, field: &Dict, level: usize) {
        if level > PDF_FIELD_LEVELS_MAX || self.is_enough() {
            return;
        }
        self.value(field);
        self.caption(field);
        if let Some(kids) = field.get::<Array>("Kids") {
            for kid in kids.iter::<Dict>() {
                self.field(&kid, level + 1);
            }
        }
    }

    fn note(&mut self, note: &Dict) {
        if self.is_enough() {
            return;
        }
        // What a link says of itself is its address, or what a program made of it.
        let is_link = note.get::<Name>("Subtype").is_some_and(|kind| kind.as_str() == "Link");
        if !is_link && let Some(Object::String(words)) = note.get::<Object>("Contents") {
            self.add(words.as_bytes());
        }
        self.value(note);
        self.caption(note);
    }

    fn value(&mut self, field: &Dict) {
        match field.get::<Object>("V") {
            Some(Object::String(words)) => self.add(words.as_bytes()),
            Some(Object::Array(choices)) => {
                for choice in choices.iter::<Object>() {
                    if let Object::String(words) = choice {
                        self.add(words.as_bytes());
                    }
                }
            }
            _ => {}
        }
    }

    fn caption(&mut self, field: &Dict) {
        if let Some(Object::String(words)) = field.get::<Dict>("MK").and_then(|look| look.get::<Object>("CA"))
        {
            self.add(words.as_bytes());
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        let words = decode(bytes);
        let words = words.trim();
        if !words.is_empty() && !self.found.iter().any(|found| found == words) {
            self.found.push(words.to_owned());
        }
    }
}

/// UTF-16 or UTF-8 with its mark, otherwise PDFDocEncoding, which differs from Windows-1252 in signs alone.
fn decode(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
