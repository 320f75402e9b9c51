//! A zip file that cannot unfold to more than it may, and the parts of an office file in it.

use crate::failure::{Failure, broken, unexpected};
use crate::limits::{
    ZIP_ENTRIES_MAX, ZIP_ENTRY_MAX_BYTES, ZIP_RATIO_FREE_BYTES, ZIP_RATIO_MAX, ZIP_TOTAL_MAX_BYTES,
};
use crate::xml::{Piece, Xml, decode};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

pub(crate) struct Archive {
    zip: zip::ZipArchive<BufReader<File>>,
    /// Bytes that may still be unfolded.
    left: u64,
}

/// What one part of an OOXML file calls another, by the id it uses.
pub(crate) type Relations = HashMap<String, Relation>;

#[derive(Clone, Debug)]
pub(crate) struct Relation {
    /// The last word of its type: `slide`, `notesSlide`, `hyperlink` …
    pub kind: String,
    /// The name of the part, or the address if it is outside.
    pub target: String,
    pub outside: bool,
}

impl Archive {
    /// Errors: `Broken` if it is no zip file, `TooLarge` if it has too many entries.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let file = File::open(path).map_err(unexpected)?;
        let zip = zip::ZipArchive::new(BufReader::new(file)).map_err(broken)?;
        if zip.len() > ZIP_ENTRIES_MAX {
            return Err(Failure::TooLarge);
        }
        Ok(Self { zip, left: ZIP_TOTAL_MAX_BYTES })
    }

    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().flatten().map(|name| name.into_owned()).collect()
    }

    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The bytes of an entry, or `None` if there is no such entry. What the directory says about its size is
    /// not believed; what comes out is counted.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let entry = self.zip.by_index(index).map_err(broken)?;
        let packed = entry.compressed_size().max(1);
        let by_ratio = packed.saturating_mul(ZIP_RATIO_MAX).max(ZIP_RATIO_FREE_BYTES);
        let most = self.left.min(ZIP_ENTRY_MAX_BYTES).min(by_ratio);
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(broken)?;
        let size = bytes.len() as u64;
        if size > most {
            return Err(Failure::TooLarge);
        }
        self.left -= size;
        Ok(Some(bytes))
    }

    /// The beginning of a small entry, for a look that costs nothing.
    pub fn beginning(&mut self, name: &str, max: u64) -> Option<String> {
        let entry = self.zip.by_name(name).ok()?;
        let mut bytes = Vec::new();
        entry.take(max).read_to_end(&mut bytes).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    pub fn text(&mut self, name: &str) -> Result<Option<String>, Failure> {
        self.bytes(name)?.map(|bytes| decode(&bytes)).transpose()
    }

    /// A part without which the file can be read all the same.
    pub fn optional_text(&mut self, name: &str) -> Option<String> {
        self.text(name).ok().flatten()
    }

    /// The relations of a part; none if it has none.
    pub fn relations(&mut self, part: &str) -> Relations {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(text) = self.optional_text(&format!("{folder}{slash}_rels/{name}.rels")) else {
            return Relations::new();
        };
        let mut found = Relations::new();
        for piece in Xml::new(&text) {
            let Piece::Open(tag) = piece else { continue };
            let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target")) else { continue };
            let outside = tag.get("TargetMode").as_deref() == Some("External");
            let kind = tag.get("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = if outside { target } else { resolve(folder, &target) };
            found.insert(id, Relation { kind, target, outside });
        }
        found
    }

    /// The part that the package names as its document, or the usual one. Errors: `Broken` if there is
    /// neither, or if the list of parts declares entities.
    pub fn main_part(&mut self, usual: &str) -> Result<String, Failure> {
        self.text("[Content_Types].xml")?;
        let named = self.relations("").into_values().find(|relation| relation.kind == "officeDocument");
        let part = named.map(|relation| relation.target).filter(|part| self.has(part));
        let part = part.unwrap_or_else(|| usual.to_owned());
        if self.has(&part) { Ok(part) } else { Err(Failure::Broken) }
    }
}

/// `../media/a.png` seen from `ppt/slides` is `ppt/media/a.png`. It is only ever looked up in the zip itself.
fn resolve(folder: &str, target: &str) -> String {
    let mut way: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        way.extend(folder.split('/').filter(|step| !step.is_empty()));
    }
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => drop(way.pop()),
            step => way.push(step),
        }
    }
    way.join("/")
}
