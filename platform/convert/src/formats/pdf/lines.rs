//! Letters on a page become lines. A PDF only says where each glyph stands, so gaps are spaces and jumps are
//! lines.

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro::kurbo::{Affine, BezPath, Point, Vec2};

/// Of the size of the letters: what is wider is a space, …
const SPACE: f64 = 0.18;
/// … what is further back or forth is a new column, …
const BACK: f64 = -1.0;
/// … and what is further up or down a new line; indices stand closer.
const LINE: f64 = 0.55;

pub(crate) struct Lines {
    text: String,
    max: usize,
    /// Where the last letter ended, how large it was, and in which direction it was written.
    last: Option<Letter>,
    /// Letters are often drawn twice, filled and outlined, or with a shadow.
    last_run: Option<(Point, String)>,
}

struct Letter {
    end: Point,
    size: f64,
    along: Vec2,
}

impl Lines {
    pub fn new(max: usize) -> Self {
        Self { text: String::new(), max, last: None, last_run: None }
    }

    pub fn finish(self) -> String {
        join_hyphenated(&self.text)
    }

    fn run(&mut self, run: &GlyphRun, transform: Affine) {
        let letters: Vec<(String, Affine, f64)> = run
            .glyphs()
            .iter()
            .filter_map(|glyph| {
                let words = words(glyph)?;
                Some((words, transform * glyph.transform(), f64::from(advance(glyph))))
            })
            .collect();
        let Some((_, first, _)) = letters.first() else { return };
        let place = *first * Point::ORIGIN;
        let all: String = letters.iter().map(|(words, ..)| words.as_str()).collect();
        if let Some((old_place, old)) = &self.last_run
            && *old == all
            && old_place.distance(place) < 1.0
        {
            return;
        }
        self.last_run = Some((place, all));
        for (words, transform, advance) in letters {
            self.letter(&words, transform, advance);
        }
    }

    fn letter(&mut self, words: &str, transform: Affine, advance: f64) {
        if self.text.len() >= self.max {
            return;
        }
        let start = transform * Point::ORIGIN;
        let along = transform * Point::new(1000.0, 0.0) - start;
        let size = transform.determinant().abs().sqrt() * 1000.0;
        let end = transform * Point::new(advance, 0.0);
        if !(size.is_finite() && start.is_finite() && end.is_finite()) || size <= 0.0 {
            return;
        }
        let along = along / along.hypot().max(f64::MIN_POSITIVE);
        self.separate(start, along, size);
        self.text.push_str(words);
        self.last = Some(Letter { end, size, along });
    }

    fn separate(&mut self, start: Point, along: Vec2, size: f64) {
        let Some(last) = &self.last else { return };
        let way = start - last.end;
        let size = size.max(last.size);
        let (forth, aside) = (way.dot(last.along), way.cross(last.along).abs());
        let turned = along.dot(last.along) < 0.9;
        if turned || aside > LINE * size || forth < BACK * size {
            if !self.text.ends_with('\n') {
                self.text.push('\n');
            }
        } else if forth > SPACE * size && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

fn words(glyph: &Glyph) -> Option<String> {
    let words = match glyph.as_unicode()? {
        BfString::Char(letter) => letter.to_string(),
        BfString::String(words) => words,
    };
    // Ligatures are one sign on paper and several letters in a word.
    Some(words.chars().map(spelled).collect())
}

fn spelled(letter: char) -> std::borrow::Cow<'static, str> {
    match letter {
        'ﬀ' => "ff".into(),
        'ﬁ' => "fi".into(),
        'ﬂ' => "fl".into(),
        'ﬃ' => "ffi".into(),
        'ﬄ' => "ffl".into(),
        '\u{a0}' | '\0' => " ".into(),
        letter => letter.to_string().into(),
    }
}

fn advance(glyph: &Glyph) -> f32 {
    match glyph {
        Glyph::Outline(glyph) => glyph.advance_width().unwrap_or(500.0),
        Glyph::Type3(glyph) => glyph.advance_width().unwrap_or(500.0),
    }
}

/// "Wieder-" at the end of a line and "eingliederung" at the beginning of the next are one word; "Ein-" and
/// "und" are not.
fn join_hyphenated(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        // Dots that lead to a page number are no words.
        let line = line.trim().trim_start_matches(". ").trim_start();
        if line.chars().all(|letter| letter == '.') {
            continue;
        }
        let divided = joined
            .strip_suffix('\n')
            .and_then(|before| before.strip_suffix(['-', '\u{ad}', '\u{2010}']))
            .filter(|before| before.ends_with(char::is_alphabetic) && continues(line))
            .map(str::len);
        if let Some(length) = divided {
            joined.truncate(length);
        }
        joined.push_str(line);
        joined.push('\n');
    }
    joined
}

fn continues(line: &str) -> bool {
    let word = line.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    word.starts_with(char::is_lowercase)
        && !matches!(word, "und" | "oder" | "bis" | "and" | "or" | "to" | "bzw")
}

impl<'a> Device<'a> for Lines {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.run(run, props.transform);
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
