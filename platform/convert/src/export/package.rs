//! The zip file that an office file is.

use crate::failure::{Failure, unexpected};
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

pub(super) struct Package {
    zip: zip::ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    pub fn new() -> Self {
        Self { zip: zip::ZipWriter::new(Cursor::new(Vec::new())) }
    }

    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(name, bytes, CompressionMethod::Deflated)
    }

    /// Pictures are packed already, and the first entry of an ODF file must be readable as it lies there.
    pub fn add_stored(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(name, bytes, CompressionMethod::Stored)
    }

    fn put(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), Failure> {
        let options = SimpleFileOptions::default().compression_method(method);
        self.zip.start_file(name, options).map_err(unexpected)?;
        self.zip.write_all(bytes).map_err(unexpected)
    }

    pub fn finish(self) -> Result<Vec<u8>, Failure> {
        Ok(self.zip.finish().map_err(unexpected)?.into_inner())
    }
}
