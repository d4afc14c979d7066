//! What an entry of a word list says, as bits.
//!
//! The build script, which makes one map of the lists, compiles this file too.

pub(crate) const FORENAME: u32 = 1;
pub(crate) const DOUBTFUL_FORENAME: u32 = 1 << 1;
pub(crate) const MALE: u32 = 1 << 2;
pub(crate) const FEMALE: u32 = 1 << 3;
pub(crate) const SURNAME: u32 = 1 << 4;
pub(crate) const COUNTRY: u32 = 1 << 5;
pub(crate) const PLACE: u32 = 1 << 6;
pub(crate) const DOUBTFUL_PLACE: u32 = 1 << 7;
pub(crate) const DEMONYM: u32 = 1 << 8;
pub(crate) const ADDRESS: u32 = 1 << 9;
pub(crate) const KIN: u32 = 1 << 10;
pub(crate) const OTHER_TITLE: u32 = 1 << 11;
pub(crate) const SUFFIX: u32 = 1 << 12;
pub(crate) const PLACE_HEAD_BEFORE: u32 = 1 << 13;
pub(crate) const PLACE_HEAD_AFTER: u32 = 1 << 14;
pub(crate) const ORGANISATION_HEAD_BEFORE: u32 = 1 << 15;
pub(crate) const ORGANISATION_HEAD_AFTER: u32 = 1 << 16;
pub(crate) const NOT_PERSON: u32 = 1 << 17;
pub(crate) const COMMON: u32 = 1 << 18;
