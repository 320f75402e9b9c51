//! What the bytes are, whatever they were called. The name decides only between kinds of text.

use crate::archive::Archive;
use std::path::Path;

const ZIP: &str = "application/zip";
const UNKNOWN: &str = "application/octet-stream";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const DOCM: &str = "application/vnd.ms-word.document.macroenabled.12";
const XLSM: &str = "application/vnd.ms-excel.sheet.macroenabled.12";
const PPTM: &str = "application/vnd.ms-powerpoint.presentation.macroenabled.12";
const XLSB: &str = "application/vnd.ms-excel.sheet.binary.macroenabled.12";

/// How much of a list of parts is looked at.
const LIST_MAX_BYTES: u64 = 1024 * 1024;

/// Office formats of OOXML: the part that makes one, and its kind without and with macros.
const OFFICE: [(&str, &str, &str, &str); 3] = [
    ("wordprocessingml", "word/document.xml", DOCX, DOCM),
    ("spreadsheetml", "xl/workbook.xml", XLSX, XLSM),
    ("presentationml", "ppt/presentation.xml", PPTX, PPTM),
];

/// Endings of source code and the like, which is shown as text but never sent as more than that.
const CODE: [(&str, &str); 41] = [
    ("rs", "text/x-rust"),
    ("py", "text/x-python"),
    ("js", "text/javascript"),
    ("mjs", "text/javascript"),
    ("cjs", "text/javascript"),
    ("ts", "text/x-typescript"),
    ("tsx", "text/x-typescript"),
    ("jsx", "text/javascript"),
    ("css", "text/css"),
    ("scss", "text/x-scss"),
    ("json", "application/json"),
    ("xml", "application/xml"),
    ("xsd", "application/xml"),
    ("xsl", "application/xml"),
    ("yaml", "application/yaml"),
    ("yml", "application/yaml"),
    ("toml", "application/toml"),
    ("sh", "application/x-sh"),
    ("bat", "text/x-batch"),
    ("ps1", "text/x-powershell"),
    ("c", "text/x-c"),
    ("h", "text/x-c"),
    ("cpp", "text/x-c++"),
    ("hpp", "text/x-c++"),
    ("cc", "text/x-c++"),
    ("cs", "text/x-csharp"),
    ("java", "text/x-java"),
    ("kt", "text/x-kotlin"),
    ("go", "text/x-go"),
    ("rb", "text/x-ruby"),
    ("php", "application/x-httpd-php"),
    ("pl", "text/x-perl"),
    ("lua", "text/x-lua"),
    ("r", "text/x-r"),
    ("swift", "text/x-swift"),
    ("scala", "text/x-scala"),
    ("sql", "application/sql"),
    ("tex", "application/x-tex"),
    ("diff", "text/x-diff"),
    ("patch", "text/x-diff"),
    ("vue", "text/x-vue"),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Pdf,
    Image,
    Text,
    Markdown,
    Code,
    Word,
    Sheet,
    Slides,
    Mail,
    Archive,
    Audio,
    Video,
    Other,
}

/// The IANA media type of a file. `head` is its beginning, up to 64 KiB; `path` lets us look into a zip file,
/// which may be an office file. What nobody knows is `application/octet-stream`.
pub fn media_type(name: &str, head: &[u8], path: Option<&Path>) -> &'static str {
    let start = head.get(..1024).unwrap_or(head);
    if contains(start, b"%PDF-") {
        return "application/pdf";
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return path.and_then(of_zip).unwrap_or(ZIP);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return of_compound(name, head);
    }
    if head.starts_with(b"{\\rtf") {
        return "text/rtf";
    }
    if is_text(head) {
        return of_text(name, head);
    }
    match infer::get(head).map(|kind| kind.mime_type()) {
        Some(kind) if !kind.starts_with("text/") => kind,
        _ => UNKNOWN,
    }
}

/// May be shown within our own page, because a browser runs nothing in it.
pub fn harmless(media_type: &str) -> bool {
    matches!(
        media_type,
        "image/png"
            | "image/jpeg"
            | "image/gif"
            | "image/webp"
            | "application/pdf"
            | "text/plain"
            | "text/csv"
            | "text/markdown"
    )
}

/// Office files that hold programs. We never run them; people should know.
pub fn has_macros(media_type: &str) -> bool {
    matches!(media_type, DOCM | XLSM | PPTM | XLSB)
}

pub fn family(media_type: &str) -> Family {
    match media_type {
        "application/pdf" => Family::Pdf,
        "text/markdown" => Family::Markdown,
        "text/plain" | "text/html" | "application/xhtml+xml" | "text/calendar" | "text/vcard" => Family::Text,
        "text/csv" | "text/tab-separated-values" => Family::Sheet,
        "text/rtf" | "application/msword" | DOCX | DOCM => Family::Word,
        XLSX | XLSM | XLSB | "application/vnd.ms-excel" => Family::Sheet,
        PPTX | PPTM | "application/vnd.ms-powerpoint" => Family::Slides,
        "application/vnd.oasis.opendocument.text" => Family::Word,
        "application/vnd.oasis.opendocument.spreadsheet" => Family::Sheet,
        "application/vnd.oasis.opendocument.presentation" => Family::Slides,
        "message/rfc822" => Family::Mail,
        ZIP
        | "application/gzip"
        | "application/x-tar"
        | "application/vnd.rar"
        | "application/x-7z-compressed"
        | "application/x-bzip2"
        | "application/x-xz"
        | "application/zstd" => Family::Archive,
        kind if CODE.iter().any(|(_, code)| *code == kind) => Family::Code,
        kind => match kind.split('/').next() {
            Some("image") => Family::Image,
            Some("audio") => Family::Audio,
            Some("video") => Family::Video,
            Some("text") => Family::Text,
            _ => Family::Other,
        },
    }
}

fn of_zip(path: &Path) -> Option<&'static str> {
    let mut archive = Archive::open(path).ok()?;
    if let Some(kind) = archive.beginning("mimetype", 200) {
        return Some(of_open_document(kind.trim()));
    }
    let list = archive.beginning("[Content_Types].xml", LIST_MAX_BYTES).unwrap_or_default();
    if list.contains("sheet.binary.macroEnabled.main") {
        return Some(XLSB);
    }
    for (word, part, plain, with_macros) in OFFICE {
        let main = [
            "document.main+xml",
            "sheet.main+xml",
            "presentation.main+xml",
            "slideshow.main+xml",
            "template.main+xml",
        ];
        let named = main.iter().any(|end| list.contains(&format!("{word}.{end}")));
        if named || archive.has(part) {
            return Some(plain);
        }
        let program = [
            ("wordprocessingml", "ms-word"),
            ("spreadsheetml", "ms-excel"),
            ("presentationml", "ms-powerpoint"),
        ];
        let program = program.iter().find(|(of, _)| *of == word).map_or("", |(_, program)| program);
        if list.contains(&format!("vnd.{program}.")) && list.contains("macroEnabled") {
            return Some(with_macros);
        }
    }
    None
}

fn of_open_document(kind: &str) -> &'static str {
    let known = [
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.presentation",
        "application/vnd.oasis.opendocument.graphics",
    ];
    // Templates differ by an ending.
    let found =
        known.into_iter().find(|known| kind == *known || kind.strip_prefix(known) == Some("-template"));
    match kind {
        "application/epub+zip" => "application/epub+zip",
        _ => found.unwrap_or(ZIP),
    }
}

/// The old office formats are files with a directory in UTF-16; locked new ones are kept in such a file, too.
fn of_compound(name: &str, head: &[u8]) -> &'static str {
    let has =
        |stream: &str| contains(head, &stream.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    if has("EncryptedPackage") {
        return "application/x-ole-storage";
    }
    if has("WordDocument") {
        return "application/msword";
    }
    if has("Workbook") {
        return "application/vnd.ms-excel";
    }
    if has("PowerPoint Document") {
        return "application/vnd.ms-powerpoint";
    }
    match ending(name).as_str() {
        "doc" | "dot" => "application/msword",
        "xls" | "xlt" => "application/vnd.ms-excel",
        "ppt" | "pps" => "application/vnd.ms-powerpoint",
        "msg" => "application/vnd.ms-outlook",
        _ => "application/x-ole-storage",
    }
}

fn of_text(name: &str, head: &[u8]) -> &'static str {
    let start = String::from_utf8_lossy(head.get(..4096).unwrap_or(head)).to_ascii_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let ending = ending(name);
    let is_source = CODE.iter().any(|(known, _)| *known == ending) && ending != "xml";
    let may_be_markup = start.starts_with('<') && !is_source && !matches!(ending.as_str(), "md" | "markdown");
    if may_be_markup && let Some(kind) = of_markup(start) {
        return kind;
    }
    match ending.as_str() {
        "md" | "markdown" => "text/markdown",
        "csv" => "text/csv",
        "tsv" | "tab" => "text/tab-separated-values",
        "html" | "htm" | "xhtml" => "text/html",
        "svg" => "image/svg+xml",
        "eml" => "message/rfc822",
        "ics" => "text/calendar",
        "vcf" => "text/vcard",
        ending => match CODE.iter().find(|(known, _)| *known == ending) {
            Some((_, kind)) => kind,
            None if is_mail(start) => "message/rfc822",
            None => "text/plain",
        },
    }
}

/// A browser would take these for HTML whatever they are called, so we do, too.
fn of_markup(start: &str) -> Option<&'static str> {
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<script",
        "<iframe",
        "<img",
        "<table",
        "<style",
        "<h1",
        "<p>",
        "<a ",
        "<div",
    ];
    if tags.iter().any(|tag| start.starts_with(tag)) || start.contains("<html") {
        Some("text/html")
    } else if start.contains("<svg") {
        Some("image/svg+xml")
    } else if start.starts_with("<?xml") {
        Some("application/xml")
    } else {
        None
    }
}

/// A mail begins with headers, of which it needs more than one.
fn is_mail(start: &str) -> bool {
    let known = [
        "from:",
        "received:",
        "return-path:",
        "message-id:",
        "delivered-to:",
        "mime-version:",
        "date:",
        "to:",
    ];
    let heads = start.lines().take_while(|line| !line.trim().is_empty());
    let found = heads.filter(|line| known.iter().any(|head| line.starts_with(head))).count();
    found >= 3
}

/// Letters and no control characters: UTF-8, UTF-16 or one byte a letter.
fn is_text(head: &[u8]) -> bool {
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return head.len().is_multiple_of(2) || head.len() >= 1024;
    }
    let is_control = |byte: u8| {
        (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b | 0x08)) || byte == 0x7f
    };
    if head.iter().any(|byte| is_control(*byte)) {
        // UTF-16 without a mark is full of nulls.
        let nulls = head.iter().filter(|byte| **byte == 0).count();
        let others = head.iter().filter(|byte| **byte != 0 && is_control(**byte)).count();
        return others == 0 && nulls * 5 >= head.len() * 2 && nulls * 5 <= head.len() * 3;
    }
    match std::str::from_utf8(head) {
        Ok(_) => true,
        // The head may end in the middle of a letter.
        Err(error) if error.error_len().is_none() => true,
        Err(_) => head.iter().filter(|byte| **byte >= 0x80).count() * 2 < head.len(),
    }
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
