//! The Correspondence Metadata Interchange Format
//! (<https://github.com/TEI-Correspondence-SIG/CMIF>).
//!
//! CMIF is an index of letters. The edition is encoded as for everybody; its
//! header has a `correspDesc` for each letter that an index can take over as
//! it stands.

use super::{HeaderForm, Lists, TEI_ALL, Target};

pub(super) static TARGET: Target = Target {
    name: "cmif",
    description: "correspSearch, with a description of each letter",
    schema: TEI_ALL,
    tags: None,
    header: HeaderForm::Tei,
    lists: Lists::StandOff,
    letters: true,
};
