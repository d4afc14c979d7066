//! `rubricate explain`

use rubricate::explain::explain;

use super::Outcome;
use super::arguments::{Explain, ReportFormat};
use super::files::{self, Target};
use super::reading::Known;

pub(super) fn run(arguments: &Explain) -> Outcome {
    match one(arguments) {
        Ok(()) => Outcome::Clean,
        Err(message) => super::failed(&message),
    }
}

fn one(arguments: &Explain) -> Result<(), String> {
    let known = Known::read(&arguments.reading)?;
    let row = known.manifest.as_ref().and_then(|manifest| manifest.row_of(&arguments.file));
    let options = known.options(row);
    let bytes = files::read(&arguments.file)?;
    let name = files::shown(&arguments.file);
    let place = arguments.at;
    let explanation = explain(&bytes, place, &options)
        .map_err(|error| format!("{name}:{}:{}: {error}", place.line, place.column))?;
    let shown = match arguments.format {
        ReportFormat::Text => explanation.show(&name),
        ReportFormat::Json => {
            let json = serde_json::to_string_pretty(&explanation.spell(&name));
            format!("{}\n", json.unwrap_or_default())
        }
    };
    files::write(&Target::Standard, shown.as_bytes())
}
