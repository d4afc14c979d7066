//! How letters begin and end.
//!
//! Above the salute stand the letterhead or the address of who writes, place
//! and date, the address of who is written to; below the text the formula, the
//! name, and what typists and archivists add. Each line is told apart from the
//! others by what letters have of it; what is none of them is no part of it.

mod above;
mod address;
mod addressed;
mod apart;
mod below;
mod foot;
mod formulas;
mod greetings;
mod lines;
mod margin;
mod memorandum;
mod opening;
mod parts;
mod reach;
mod signatures;
mod signer;
mod stamps;
mod telegram;
mod typist;

use super::Input;
use crate::source::Span;

pub(super) use apart::letters_apart;

pub(super) use above::greets;
pub(super) use address::{is_inside_address, is_place, is_street};
pub(super) use addressed::{begins_letter, is_addressed, may_be_addressed, name_counted};
pub(super) use foot::{Signer, foot};
pub(super) use formulas::{is_closing, is_postscript};
pub(super) use greetings::{greets_within, is_salute};
pub(super) use lines::{
    dates, is_dateline, is_mark, is_sentence, is_title, is_told, tells, tells_all,
};
pub(super) use memorandum::{begins as begins_memorandum, names_memorandum};
pub(super) use opening::{dated_top, opening};
pub(super) use parts::{Foot, FootKind, FootPart, Opening, Part, PartKind};
pub(super) use reach::all;
pub(super) use signatures::Signatures;
pub(super) use signer::is_signature;
pub(super) use telegram::names_telegram;
pub(super) use typist::names_enclosure;

/// The lines of block `index`.
fn lines_of(input: &Input<'_>, index: usize) -> Vec<Span> {
    input.blocks[index].line_spans(input.text, input.lines).collect()
}
