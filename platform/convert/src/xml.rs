//! XML of office files as a stream of pieces: names without their prefix, no entities but the five of XML
//! itself.
//!
//! Entities that a file declares are never looked up. OOXML forbids them and ODF does not need them, so a
//! part that declares one is refused before it is read.

use crate::failure::Failure;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use std::borrow::Cow;

pub(crate) struct Xml<'a> {
    reader: quick_xml::Reader<&'a [u8]>,
    /// It ended in the middle, because it is not well-formed there.
    pub broken: bool,
}

pub(crate) enum Piece<'a> {
    Open(Tag<'a>),
    Close(End<'a>),
    Words(Cow<'a, str>),
}

pub(crate) struct Tag<'a>(BytesStart<'a>);
pub(crate) struct End<'a>(BytesEnd<'a>);

/// The bytes of a part as text, whatever encoding they are in. `Broken` if it declares entities.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Failure> {
    let (text, _, _) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes),
        None => declared(bytes).decode(bytes),
    };
    if text.contains("<!ENTITY") {
        return Err(Failure::Broken);
    }
    Ok(text.into_owned())
}

fn declared(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let head = String::from_utf8_lossy(bytes.get(..200).unwrap_or(bytes)).into_owned();
    let label = head.split_once("encoding=").and_then(|(_, rest)| rest.get(1..)?.split(['"', '\'']).next());
    let found = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    // Whoever could read "encoding" byte by byte does not read UTF-16.
    found.filter(|encoding| encoding.is_ascii_compatible()).unwrap_or(encoding_rs::UTF_8)
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut reader = quick_xml::Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { reader, broken: false }
    }
}

impl<'a> Iterator for Xml<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            match self.reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) => return Some(Piece::Open(Tag(tag))),
                Ok(Event::End(end)) => return Some(Piece::Close(End(end))),
                Ok(Event::Text(text)) => return Some(Piece::Words(text.into_inner())),
                Ok(Event::CData(text)) => return Some(Piece::Words(text.into_inner())),
                Ok(Event::GeneralRef(name)) => {
                    if let Some(letter) = letter(&name.into_inner()) {
                        return Some(Piece::Words(Cow::Owned(letter.to_string())));
                    }
                }
                Ok(Event::Eof) => return None,
                Ok(_) => {}
                Err(_) => {
                    self.broken = true;
                    return None;
                }
            }
        }
    }
}

fn letter(entity: &str) -> Option<char> {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    match entity {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => match entity.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            decimal => number(decimal, 10),
        },
    }
}

impl Tag<'_> {
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// The name with its prefix, where two elements differ by nothing else.
    pub fn full_name(&self) -> &str {
        self.0.name().0
    }

    /// An attribute by its name without prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        self.find(|key| local(key) == name)
    }

    /// An attribute that has a prefix: in `<p:sldId id="256" r:id="rId2"/>` the second.
    pub fn get_prefixed(&self, name: &str) -> Option<String> {
        self.find(|key| key.contains(':') && local(key) == name)
    }

    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }

    /// OOXML says "on" by leaving the value out.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }

    fn find(&self, wanted: impl Fn(&str) -> bool) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| wanted(attribute.key.0))?;
        Some(unescape(&found.value))
    }
}

impl End<'_> {
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn unescape(raw: &str) -> String {
    let mut clear = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        clear.push_str(before);
        match after.split_once(';') {
            Some((entity, behind)) if entity.len() < 12 => {
                clear.extend(letter(entity));
                rest = behind;
            }
            _ => {
                clear.push('&');
                rest = after;
            }
        }
    }
    clear.push_str(rest);
    clear
}
