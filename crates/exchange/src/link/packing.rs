//! Deflate (RFC 1951) with a dictionary: the words that every scenario is made of need not be told.

use alloc::vec;
use alloc::vec::Vec;

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// FROZEN: links of version 1 cannot be read without exactly these bytes.
const DICTIONARY: &[u8] = include_bytes!("../../link/dictionary-1.txt");

/// Whether the dictionary holds this id, which then costs next to nothing.
pub(super) fn knows(id: &str) -> bool {
    DICTIONARY.windows(id.len()).any(|window| window == id.as_bytes())
}

/// Packs `bytes`, which may be unpacked again by [`unpack`].
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    // Level 9, no header.
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(9, 0, 0));
    // What the dictionary packs to is known on the other side. A flush ends on a whole byte, and what follows
    // refers back to what went before.
    feed(&mut compressor, DICTIONARY, TDEFLFlush::Sync);
    feed(&mut compressor, bytes, TDEFLFlush::Finish)
}

fn feed(compressor: &mut CompressorOxide, bytes: &[u8], flush: TDEFLFlush) -> Vec<u8> {
    let mut packed = Vec::new();
    let (status, _) = compress_to_output(compressor, bytes, flush, |out: &[u8]| {
        packed.extend_from_slice(out);
        true
    });
    debug_assert!(matches!(status, TDEFLStatus::Okay | TDEFLStatus::Done));
    packed
}

/// Unpacks at most `limit` bytes.
///
/// # Errors
/// When the bytes are not whole, are not what [`pack`] makes, or unpack to more; in words.
pub(super) fn unpack(packed: &[u8], limit: usize) -> Result<Vec<u8>, &'static str> {
    const DAMAGED: &str = "the link was cut short or changed on its way";
    let start = DICTIONARY.len();
    let mut room = start.saturating_add(packed.len().saturating_mul(8).clamp(1024, limit));
    loop {
        let mut out = vec![0; room];
        if let Some(place) = out.get_mut(..start) {
            place.copy_from_slice(DICTIONARY);
        }
        let mut state = DecompressorOxide::new();
        let (status, read, written) =
            decompress(&mut state, packed, &mut out, start, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
        match status {
            TINFLStatus::Done if read == packed.len() => {
                out.truncate(start.saturating_add(written));
                return Ok(out.split_off(start));
            }
            TINFLStatus::HasMoreOutput if room < start.saturating_add(limit) => {
                room = room.saturating_mul(4).min(start.saturating_add(limit));
            }
            TINFLStatus::HasMoreOutput => return Err("the link unfolds to more than this page reads"),
            _ => return Err(DAMAGED),
        }
    }
}
