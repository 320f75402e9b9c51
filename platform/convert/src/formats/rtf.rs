//! RTF as plain paragraphs. Its grammar is small: groups in braces, words that begin with a backslash,
//! letters.
//!
//! Source of the rules: "Rich Text Format (RTF) Specification", version 1.9.1.

use super::text;
use crate::failure::Failure;
use crate::limits::RTF_GROUPS_MAX;
use crate::paper::{Block, Looks, Paper};
use encoding_rs::Encoding;
use std::path::Path;

/// Groups that hold no words of the text.
const SILENT: [&str; 24] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "themedata",
    "colorschememapping",
    "datastore",
    "latentstyles",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "xmlnstbl",
    "fldinst",
    "bkmkstart",
    "bkmkend",
    "filetbl",
    "revtbl",
    "mmathPr",
    "nonshppict",
    "pgptbl",
    "falt",
];

pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<(), Failure> {
    let bytes = text::bytes_of(path)?;
    if !bytes.starts_with(b"{\\rtf") {
        return Err(Failure::Broken);
    }
    let mut reader = Rtf::new(&bytes, paper);
    reader.read();
    reader.flush();
    paper.end_blocks();
    Ok(())
}

struct Rtf<'a> {
    bytes: &'a [u8],
    at: usize,
    paper: &'a mut Paper,
    encoding: &'static Encoding,
    group: Group,
    groups: Vec<Group>,
    /// Bytes in the encoding of the file that are not yet letters: some letters have two.
    pending: Vec<u8>,
    /// The first half of a letter beyond 16 bits.
    half: Option<u16>,
    /// Bytes that still stand for the last `\u`, for readers that do not know Unicode.
    replaced: usize,
    in_paragraph: bool,
}

#[derive(Clone, Default)]
struct Group {
    silent: bool,
    bold: bool,
    italic: bool,
    hidden: bool,
    /// How many bytes follow a `\u` in place of it; one unless said otherwise.
    replacements: Option<usize>,
}

impl<'a> Rtf<'a> {
    fn new(bytes: &'a [u8], paper: &'a mut Paper) -> Self {
        Self {
            bytes,
            at: 0,
            paper,
            encoding: encoding_rs::WINDOWS_1252,
            group: Group::default(),
            groups: Vec::new(),
            pending: Vec::new(),
            half: None,
            replaced: 0,
            in_paragraph: false,
        }
    }

    fn read(&mut self) {
        while let Some(byte) = self.next() {
            if self.paper.is_full() {
                break;
            }
            match byte {
                b'{' => {
                    self.flush();
                    if self.groups.len() >= RTF_GROUPS_MAX {
                        break;
                    }
                    self.groups.push(self.group.clone());
                    self.replaced = 0;
                }
                b'}' => {
                    self.flush();
                    self.group = self.groups.pop().unwrap_or_default();
                    self.replaced = 0;
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                byte => self.byte(byte),
            }
        }
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    fn control(&mut self) {
        let Some(first) = self.next() else { return };
        if first.is_ascii_alphabetic() {
            self.at -= 1;
            let (word, number) = self.word();
            self.obey(&word, number);
            return;
        }
        match first {
            b'\'' => {
                let hex = self.bytes.get(self.at..self.at + 2).and_then(|hex| std::str::from_utf8(hex).ok());
                if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
                    self.at += 2;
                    self.byte(byte);
                }
            }
            b'\\' | b'{' | b'}' => self.byte(first),
            b'~' => self.letter('\u{a0}'),
            b'_' => self.letter('\u{2011}'),
            b'-' => self.letter('\u{ad}'),
            // "Ignore the group if you do not know it": what we know is written without this sign.
            b'*' => self.group.silent = true,
            b'\r' | b'\n' => self.paragraph(),
            _ => {}
        }
    }

    fn word(&mut self) -> (String, Option<i32>) {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) && self.at - start < 32 {
            self.at += 1;
        }
        let word = String::from_utf8_lossy(&self.bytes[start..self.at]).into_owned();
        let digits = self.at;
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) && self.at - digits < 12 {
            self.at += 1;
        }
        let number =
            std::str::from_utf8(&self.bytes[digits..self.at]).ok().and_then(|text| text.parse().ok());
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        (word, number)
    }

    fn obey(&mut self, word: &str, number: Option<i32>) {
        if SILENT.contains(&word) {
            self.flush();
            self.group.silent = true;
            return;
        }
        match word {
            "par" | "sect" | "page" | "row" => self.paragraph(),
            "line" => self.line(),
            "tab" | "cell" => self.letter('\t'),
            "emdash" => self.letter('—'),
            "endash" => self.letter('–'),
            "bullet" => self.letter('•'),
            "lquote" => self.letter('‘'),
            "rquote" => self.letter('’'),
            "ldblquote" => self.letter('“'),
            "rdblquote" => self.letter('”'),
            "emspace" | "enspace" | "qmspace" => self.letter(' '),
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => {
                self.group.replacements = usize::try_from(number.unwrap_or(1)).ok().map(|count| count.min(8))
            }
            "ansicpg" => self.encoding = code_page(number.unwrap_or(1252)),
            "b" | "i" | "v" | "plain" => self.look(word, number != Some(0)),
            // Binary data follow; braces in them are no braces.
            "bin" => {
                let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
                self.at = self.at.saturating_add(length).min(self.bytes.len());
            }
            _ => {}
        }
    }

    fn look(&mut self, word: &str, on: bool) {
        self.flush();
        match word {
            "b" => self.group.bold = on,
            "i" => self.group.italic = on,
            "v" => self.group.hidden = on,
            _ => (self.group.bold, self.group.italic, self.group.hidden) = (false, false, false),
        }
    }

    fn unicode(&mut self, number: i32) {
        self.flush();
        self.replaced = 0;
        // It is a signed number of 16 bits; beyond them letters come as two halves.
        let unit = (number & 0xffff) as u16;
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        match char::decode_utf16(units).next() {
            Some(Ok(letter)) => self.letter(letter),
            _ if (0xd800..0xdc00).contains(&unit) => self.half = Some(unit),
            _ => {}
        }
        self.replaced = self.group.replacements.unwrap_or(1);
    }

    fn byte(&mut self, byte: u8) {
        if self.replaced > 0 {
            self.replaced -= 1;
        } else if !self.group.silent && !self.group.hidden {
            self.pending.push(byte);
        }
    }

    fn flush(&mut self) {
        if !self.pending.is_empty() {
            let bytes = std::mem::take(&mut self.pending);
            let words = self.encoding.decode_without_bom_handling(&bytes).0;
            self.write(&words);
        }
    }

    fn letter(&mut self, letter: char) {
        self.flush();
        if !self.group.silent && !self.group.hidden {
            self.write(letter.encode_utf8(&mut [0; 4]));
        }
    }

    fn write(&mut self, words: &str) {
        if !self.in_paragraph {
            self.paper.paragraph(Block::Plain);
            self.in_paragraph = true;
        }
        let looks = Looks { bold: self.group.bold, italic: self.group.italic, ..Looks::default() };
        self.paper.styled(words, &looks);
    }

    fn line(&mut self) {
        self.flush();
        if !self.group.silent && self.in_paragraph {
            self.paper.line();
        }
    }

    fn paragraph(&mut self) {
        self.flush();
        if !self.group.silent && self.in_paragraph {
            self.paper.end_paragraph();
            self.in_paragraph = false;
        }
    }
}

fn code_page(number: i32) -> &'static Encoding {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        65001 => "utf-8".to_owned(),
        10000 => "macintosh".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}
