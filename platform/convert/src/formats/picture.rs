//! Pictures: made small and upright, and written anew, so that nothing of what the camera noted remains.

use crate::failure::{Failure, broken, unexpected};
use crate::limits::{
    PICTURE_MAX_BYTES, PICTURE_MAX_PIXELS, PREVIEW_PICTURE_MAX_BYTES, PREVIEW_PICTURE_MAX_PIXELS,
};
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::{BufRead, Cursor, Seek};
use std::path::Path;

/// Kinds that are decoded here. Others are kept and shown nowhere.
pub(crate) fn is_drawn(media_type: &str) -> bool {
    matches!(media_type, "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/bmp" | "image/tiff")
}

/// The first frame, at most `side` pixels on its longer side, as WebP.
pub(crate) fn of_file(path: &Path, side: u32) -> Result<Option<Vec<u8>>, Failure> {
    let file = std::fs::File::open(path).map_err(unexpected)?;
    let picture = decode(ImageReader::new(std::io::BufReader::new(file)))?;
    Ok(Some(webp(&fit(picture, side)?)?))
}

/// A picture that stands in a document, small enough to be shown within its text. `None` if it is of a kind
/// that is not drawn here.
pub(crate) fn in_document(bytes: &[u8]) -> Option<Vec<u8>> {
    let picture = decode(ImageReader::new(Cursor::new(bytes))).ok()?;
    let small = webp(&fit(picture, PREVIEW_PICTURE_MAX_PIXELS).ok()?).ok()?;
    Some(small).filter(|small| small.len() <= PREVIEW_PICTURE_MAX_BYTES)
}

/// The middle square, `side` pixels wide, as WebP.
pub(crate) fn square(path: &Path, side: u32) -> Result<Vec<u8>, Failure> {
    let file = std::fs::File::open(path).map_err(unexpected)?;
    let picture = decode(ImageReader::new(std::io::BufReader::new(file)))?;
    let shorter = picture.width().min(picture.height());
    let (left, top) = ((picture.width() - shorter) / 2, (picture.height() - shorter) / 2);
    webp(&resize(&picture.crop_imm(left, top, shorter, shorter), side, side)?)
}

/// A picture for a document that is written.
pub(crate) struct Printable {
    pub bytes: Vec<u8>,
    /// `png` where it is transparent, otherwise `jpeg`.
    pub kind: &'static str,
    pub width: u32,
    pub height: u32,
}

/// At most `side` pixels on its longer side.
pub(crate) fn for_document(bytes: &[u8], side: u32) -> Result<Printable, Failure> {
    let picture = fit(decode(ImageReader::new(Cursor::new(bytes)))?, side)?;
    let (width, height) = (picture.width(), picture.height());
    let (kind, format) =
        if picture.color().has_alpha() { ("png", ImageFormat::Png) } else { ("jpeg", ImageFormat::Jpeg) };
    Ok(Printable { bytes: write(&picture, format)?, kind, width, height })
}

/// Dimensions are asked before anything is unfolded.
fn decode<R: BufRead + Seek>(reader: ImageReader<R>) -> Result<DynamicImage, Failure> {
    let mut reader = reader.with_guessed_format().map_err(broken)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(PICTURE_MAX_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PICTURE_MAX_PIXELS || decoder.total_bytes() > PICTURE_MAX_BYTES
    {
        return Err(Failure::TooLarge);
    }
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Ok(picture)
}

fn fit(picture: DynamicImage, side: u32) -> Result<DynamicImage, Failure> {
    let (width, height) = (picture.width(), picture.height());
    let longer = width.max(height);
    if longer <= side {
        return resize(&picture, width, height);
    }
    let scaled = |length: u32| {
        let exact = u64::from(length) * u64::from(side) / u64::from(longer);
        u32::try_from(exact).unwrap_or(side).max(1)
    };
    resize(&picture, scaled(width), scaled(height))
}

/// Eight bits a channel, with transparency if it had some.
fn resize(picture: &DynamicImage, width: u32, height: u32) -> Result<DynamicImage, Failure> {
    let mut small = DynamicImage::new(width, height, picture.color());
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new().resize(picture, &mut small, &options).map_err(broken)?;
    Ok(if small.color().has_alpha() {
        DynamicImage::ImageRgba8(small.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(small.into_rgb8())
    })
}

fn webp(picture: &DynamicImage) -> Result<Vec<u8>, Failure> {
    write(picture, ImageFormat::WebP)
}

fn write(picture: &DynamicImage, format: ImageFormat) -> Result<Vec<u8>, Failure> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).map_err(unexpected)?;
    Ok(bytes.into_inner())
}

/// A drawn page as PNG, which packs white ground and black letters best.
pub(crate) fn page_as_png(width: u32, height: u32, rgba: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let drawn = image::RgbaImage::from_raw(width, height, rgba).ok_or(Failure::Unexpected)?;
    write(&DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(drawn).into_rgb8()), ImageFormat::Png)
}
