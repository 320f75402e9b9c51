//! The frames of y-websocket's protocol (y-protocols, lib0) that the journeys need.

use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{Doc, ReadTxn, StateVector, Transact, WriteTxn, XmlElementPrelim, XmlFragment, XmlTextPrelim};

/// A variable-length unsigned integer as lib0 writes it.
fn number(mut value: u64, out: &mut Vec<u8>) {
    while value > 127 {
        out.push(u8::try_from(value & 127).unwrap() | 128);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap());
}

fn read_number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().enumerate().take(9) {
        value |= u64::from(byte & 127) << (7 * index);
        if byte & 128 == 0 {
            return Some((value, &bytes[index + 1..]));
        }
    }
    None
}

/// Sync step 1: what I have, so that the room answers with what I lack.
pub fn step_1(doc: &Doc) -> Vec<u8> {
    let vector = doc.transact().state_vector().encode_v1();
    let mut frame = vec![0, 0];
    number(vector.len() as u64, &mut frame);
    frame.extend(vector);
    frame
}

/// What the room has, as it says to whoever comes in.
pub fn has(frame: &[u8]) -> Option<StateVector> {
    let (length, rest) = read_number(frame.strip_prefix(&[0, 0])?)?;
    StateVector::decode_v1(rest.get(..usize::try_from(length).ok()?)?).ok()
}

pub fn update(update: &[u8]) -> Vec<u8> {
    let mut frame = vec![0, 2];
    number(update.len() as u64, &mut frame);
    frame.extend(update);
    frame
}

/// The update inside a sync frame of step 2 or of an update.
pub fn received(frame: &[u8]) -> Option<&[u8]> {
    let rest = frame.strip_prefix(&[0, 1]).or_else(|| frame.strip_prefix(&[0, 2]))?;
    let (length, rest) = read_number(rest)?;
    rest.get(..usize::try_from(length).ok()?)
}

/// Message 100 without a body: tell me what is kept.
pub fn ask_for_receipts() -> Vec<u8> {
    vec![100]
}

/// How many of my updates are kept.
pub fn receipt(frame: &[u8]) -> Option<u64> {
    read_number(frame.strip_prefix(&[100])?).map(|(kept, _)| kept)
}

/// One more paragraph by a client of its own, as an update.
pub fn paragraph(text: &str) -> Vec<u8> {
    let doc = Doc::new();
    let mut txn = doc.transact_mut();
    let fragment = txn.get_or_insert_xml_fragment("default");
    let paragraph = fragment.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
    paragraph.push_back(&mut txn, XmlTextPrelim::new(text));
    txn.encode_state_as_update_v1(&StateVector::default())
}
