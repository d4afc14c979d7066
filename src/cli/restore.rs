//! `rubricate restore`

use rubricate::{Subject, Verdict, restore, xml_bytes};

use super::Outcome;
use super::arguments::Restore;
use super::edition;
use super::files;
use super::work::{self, Batch, Done, Input};

pub(super) fn run(arguments: &Restore) -> Outcome {
    let Restore { files, output, work } = arguments;
    let batch = Batch { files, output, extension: "txt", work };
    work::each(&batch, work::error, |input| one(input, work.quiet))
}

/// Restores one file.
fn one(input: &Input<'_>, quiet: bool) -> Result<Done, String> {
    let name = &input.name;
    let xml = match edition::tei(name, &input.bytes) {
        Ok(xml) => xml,
        Err(message) => return Ok((Outcome::Failed, message)),
    };
    let restored = match restore(&xml_bytes(&xml)) {
        Ok(restored) => restored,
        Err(diagnostic) => {
            return Ok((Outcome::Failed, Subject::new(name, &xml).show(&diagnostic)));
        }
    };
    files::write(input.target, &restored.bytes)?;
    let outcome =
        if restored.verdict == Verdict::TextEdited { Outcome::Findings } else { Outcome::Clean };
    if quiet && outcome == Outcome::Clean {
        return Ok((outcome, String::new()));
    }
    let mut shown = format!("{name}: {}\n", restored.verdict.name());
    for diagnostic in &restored.diagnostics {
        shown.push_str(&format!("  {}\n", diagnostic.message));
    }
    Ok((outcome, shown))
}
