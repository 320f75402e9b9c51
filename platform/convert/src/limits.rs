//! What one conversion may use, by name, the unit last. They hold for the child, not for the server.

use std::time::Duration;

const MIB: u64 = 1024 * 1024;

/// Conversions that run at the same time: more would take the processor from the people at work.
pub(crate) const CHILDREN_MAX: usize = 2;

/// How long somebody who looks waits until a place is free …
pub(crate) const PLACE_WAIT_MAX: Duration = Duration::from_secs(10);
/// … and how long a file does that is read for nobody in particular; then it queues up again.
pub(crate) const READING_WAIT_MAX: Duration = Duration::from_secs(60);

/// From start to answer. A person who uploaded is looking at "preview is being made".
pub(crate) const CONVERSION_MAX: Duration = Duration::from_secs(20);

/// After this a reader of many pages stops and gives what it has, so that a thick book is found by its first
/// chapters.
pub(crate) const READING_MAX: Duration = Duration::from_secs(12);

/// Processor seconds of all threads together: the second fence, should the first clock not strike.
pub(crate) const PROCESSOR_MAX_SECONDS: u64 = 40;

/// Address space of the child. A page of A4 at screen size needs 30 MiB, a picture of 100 megapixels 600 MiB.
pub(crate) const MEMORY_MAX_BYTES: u64 = 1536 * MIB;

/// No answer is larger than this, and no more is written to the disk.
pub(crate) const ANSWER_MAX_BYTES: u64 = 64 * MIB;

/// A file above this is kept, but not looked into.
pub(crate) const FILE_MAX_BYTES: u64 = 256 * MIB;

/// Text files are read as a whole.
pub(crate) const TEXT_FILE_MAX_BYTES: u64 = 32 * MIB;

/// What is written on a paper deeper than this is written flat.
pub(crate) const NESTING_MAX: usize = 60;

/// The stack of the thread that converts. PDF and typst recurse.
pub(crate) const STACK_MAX_BYTES: usize = 64 * 1024 * 1024;

/// Four books; whoever looks for a word finds it in the beginning.
pub(crate) const TEXT_MAX_BYTES: usize = 4 * 1024 * 1024;

/// What a browser draws at once without becoming slow.
pub(crate) const HTML_MAX_BYTES: usize = 1024 * 1024;

/// HTML that fills a page of a preview that is drawn here, with its tags, …
pub(crate) const DRAWN_PAGE_MAX_BYTES: usize = 16 * 1024;
/// … and what is set at most to draw a later one.
pub(crate) const DRAWN_MAX_BYTES: usize = 160 * 1024;

/// Pages of a document that are drawn here; more are read in the document itself.
pub(crate) const DRAWN_PAGES_MAX: usize = 40;

/// Entries of a zip file. Office files have some hundred.
pub(crate) const ZIP_ENTRIES_MAX: usize = 20_000;

/// What one entry of a zip file may unfold to.
pub(crate) const ZIP_ENTRY_MAX_BYTES: u64 = 96 * MIB;

/// What all entries that are read may unfold to together.
pub(crate) const ZIP_TOTAL_MAX_BYTES: u64 = 200 * MIB;

/// Honest XML unfolds to ten or thirty times its size; a bomb of deflate to a thousand.
pub(crate) const ZIP_RATIO_MAX: u64 = 400;

/// Below this the ratio says nothing: an empty table is small and repeats itself.
pub(crate) const ZIP_RATIO_FREE_BYTES: u64 = 8 * MIB;

/// Rows and columns of one sheet that are shown. The text of all rows is found nevertheless.
pub(crate) const SHEET_ROWS_MAX: usize = 2_000;
pub(crate) const SHEET_COLUMNS_MAX: usize = 200;

/// Sheets, slides, notes and the like of one file.
pub(crate) const PARTS_MAX: usize = 1_000;

/// Pictures of a document that its preview shows, and the longer side of each.
pub(crate) const PREVIEW_PICTURES_MAX: usize = 12;
pub(crate) const PREVIEW_PICTURE_MAX_PIXELS: u32 = 480;
pub(crate) const PREVIEW_PICTURE_MAX_BYTES: usize = 400 * 1024;

/// Decoded before a picture is made small. Telephones make 108 megapixels at most in practice.
pub(crate) const PICTURE_MAX_PIXELS: u64 = 110_000_000;
pub(crate) const PICTURE_MAX_BYTES: u64 = 512 * MIB;

/// The longer side of what stands in lists …
pub(crate) const THUMBNAIL_MAX_PIXELS: u32 = 640;
/// … and of what is looked at.
pub(crate) const PAGE_MAX_PIXELS: u32 = 1_600;

/// The side of a portrait that may be asked for.
pub(crate) const AVATAR_MAX_PIXELS: u32 = 1_024;

/// Form fields, annotations and their levels in a PDF.
pub(crate) const PDF_FIELDS_MAX: usize = 5_000;
pub(crate) const PDF_FIELD_LEVELS_MAX: usize = 16;

/// Groups in groups of an RTF file.
pub(crate) const RTF_GROUPS_MAX: usize = 400;

/// A page that is written to a file: deeper nodes are written flat.
pub(crate) const EXPORT_LEVELS_MAX: usize = 24;
pub(crate) const EXPORT_PICTURES_MAX: usize = 500;
