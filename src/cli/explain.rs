//! `rubricate explain`

use rubricate::explain::explain;

use super::Outcome;
use super::arguments::{Explain, ReportFormat};
use super::files::{self, Target};
use super::progress::Progress;
use super::reading;

pub(super) fn run(arguments: &Explain) -> Outcome {
    match one(arguments) {
        Ok(()) => Outcome::Clean,
        Err(message) => {
            Progress::new(1, false).say(&format!("error: {message}"));
            Outcome::Failed
        }
    }
}

fn one(arguments: &Explain) -> Result<(), String> {
    let options = reading::options(&arguments.reading)?;
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
