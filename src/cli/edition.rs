//! An edition as it is given: TEI, or JSON that `export` made of it.

use std::borrow::Cow;

use rubricate::export::to_tei;
use rubricate::{Subject, xml_text};

use super::arguments::ReportFormat;
use super::work;

/// The TEI in the file called `name`, or what to say of it in a report.
///
/// # Errors
///
/// A message if the file is not text, or JSON of another kind.
pub(super) fn tei<'b>(
    name: &str,
    bytes: &'b [u8],
    format: ReportFormat,
) -> Result<Cow<'b, str>, String> {
    let text = xml_text(bytes)
        .map_err(|diagnostic| work::refusal(format, &Subject::new(name, ""), &diagnostic))?;
    if !text.trim_start().starts_with('{') {
        return Ok(text);
    }
    to_tei(&text).map(Cow::Owned).map_err(|error| match format {
        ReportFormat::Text => {
            format!("error: {name}: {error}\n  help: `rubricate export --to json` shows the form\n")
        }
        ReportFormat::Json => work::failure(format, name, &error.to_string()),
    })
}
