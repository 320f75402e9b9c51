//! A page set by typst: as a tagged PDF for people, and as the ground of previews.

use super::typesetting::source;
use crate::failure::{Failure, unexpected};
use richtext::Node;
use std::collections::HashMap;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// What it is set on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sheet {
    /// A4 with page numbers, to be printed.
    Paper,
    /// A4 for a preview.
    Preview,
    /// A4 across, for tables.
    Wide,
    /// A slide for a presentation.
    Slide,
    /// A4 across with a frame, everything in the middle.
    Framed,
}

/// `images` are the bytes of pictures by the `src` that the page uses. `shown` is a title above the text, or
/// empty, `title` how the file calls itself.
pub(crate) fn set(
    doc: &Node,
    (shown, title): (&str, &str),
    language: &str,
    images: &HashMap<String, Vec<u8>>,
    sheet: Sheet,
) -> Result<Vec<u8>, Failure> {
    let (text, used) = source(doc, (shown, title), language, images, sheet);
    let files = used.into_iter().filter_map(|(name, src)| {
        let bytes = images.get(&src)?.clone();
        Some((file_id(&name)?, Bytes::new(bytes)))
    });
    let main = file_id("/main.typ").ok_or(Failure::Unexpected)?;
    let desk = Desk {
        library: LazyHash::new(Library::default()),
        main: Source::new(main, text),
        files: files.collect(),
    };
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(unexpected)?;
    typst_pdf::pdf(&document, &PdfOptions::default()).map_err(unexpected)
}

fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// All that typst can see: its fonts, one text, some pictures. No disk, no network, no clock.
struct Desk {
    library: LazyHash<Library>,
    main: Source,
    files: HashMap<FileId, Bytes>,
}

static FONTS: LazyLock<(LazyHash<FontBook>, Vec<Font>)> = LazyLock::new(|| {
    let fonts: Vec<Font> = typst_assets::fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    (LazyHash::new(FontBook::from_fonts(&fonts)), fonts)
});

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.0
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.1.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
