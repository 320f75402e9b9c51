//! Which kind of sound a file is, told by its first bytes and never by its name.

/// The media type under which it is sent; `None` for what is no sound that browsers play.
pub(crate) fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let at = |from: usize, sign: &[u8]| bytes.get(from..from + sign.len()) == Some(sign);
    let begins = |sign: &[u8]| at(0, sign);
    if begins(b"OggS") {
        return Some("audio/ogg");
    }
    if begins(b"RIFF") && at(8, b"WAVE") {
        return Some("audio/wav");
    }
    // Telephones name their recordings by several brands of the same family.
    if at(4, b"ftyp") {
        return Some("audio/mp4");
    }
    let head = bytes.get(..64).unwrap_or(bytes);
    if begins(b"\x1a\x45\xdf\xa3") && head.windows(4).any(|it| it == b"webm") {
        return Some("audio/webm");
    }
    (begins(b"ID3") || is_mp3_frame(bytes)).then_some("audio/mpeg")
}

/// Eleven bits of one, then a version that is not reserved and layer III (ISO 11172-3, 2.4.1.3).
fn is_mp3_frame(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, second, ..] if second & 0xe6 == 0xe2 && second & 0x18 != 0x08)
}

#[cfg(test)]
mod tests {
    use super::media_type;

    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(media_type(bytes), expected);
    }

    #[test]
    fn the_bytes_say_what_it_is() {
        check(b"OggS\0\x02", Some("audio/ogg"));
        check(b"RIFF\x24\0\0\0WAVEfmt ", Some("audio/wav"));
        check(b"\0\0\0\x1cftypM4A \0\0\0\0", Some("audio/mp4"));
        check(b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", Some("audio/webm"));
        check(b"ID3\x04\0", Some("audio/mpeg"));
        check(b"\xff\xfb\x90\x64", Some("audio/mpeg"));
        check(b"\xff\xf3\x40\xc0", Some("audio/mpeg"));
    }

    #[test]
    fn what_is_no_sound_is_refused() {
        check(b"", None);
        check(b"<!doctype html><script>", None);
        check(b"RIFF\x24\0\0\0WEBPVP8 ", None);
        check(b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska", None);
        check(b"\xff\xd8\xff\xe0", None);
        check(b"\xff\xfe<\0h\0", None);
    }
}
