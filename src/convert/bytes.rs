//! What is odd about the bytes of a transcription.

use super::Options;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::reason;
use crate::source::{Source, Span, offset, other_format};
use crate::tei;

/// What is odd about the bytes.
pub(super) fn about_source(bytes: &[u8], source: &Source, options: &Options) -> Vec<Diagnostic> {
    let guessed = (options.encoding.is_none()).then(|| encoding_guessed(source)).flatten();
    [no_transcription(bytes), guessed, undecodable(source), forbidden(source.text())]
        .into_iter()
        .flatten()
        .collect()
}

fn no_transcription(bytes: &[u8]) -> Option<Diagnostic> {
    let format = other_format(bytes)?;
    let message = format!("this looks like {}, not like a plain transcription", format.name);
    let found = Diagnostic::new(Severity::Warning, Code::NotATranscription, message);
    Some(found.help(format.help))
}

fn encoding_guessed(source: &Source) -> Option<Diagnostic> {
    if source.envelope().encoding.name() != "windows-1252" {
        return None;
    }
    let message = "the bytes are not UTF-8; they were read as Windows-1252, which holds Latin-1";
    let found = Diagnostic::new(Severity::Info, Code::EncodingGuessed, message);
    Some(found.help("name another encoding with --encoding"))
}

fn undecodable(source: &Source) -> Option<Diagnostic> {
    let first = *source.undecodable().first()?;
    let encoding = source.envelope().encoding.name();
    let message = match source.undecodable().len() {
        1 => format!("a byte sequence is no character of {encoding}"),
        count => format!("{count} byte sequences are no characters of {encoding}; the first one"),
    };
    let span = Span::new(first, first + offset(char::REPLACEMENT_CHARACTER.len_utf8()));
    Some(Diagnostic::new(Severity::Warning, Code::UndecodableBytes, message).at(span))
}

fn forbidden(text: &str) -> Option<Diagnostic> {
    let mut forbidden = tei::forbidden_characters(text);
    let (at, first) = forbidden.next()?;
    let characters = reason::count(1 + forbidden.count(), "character");
    let message = format!(
        "XML cannot hold {characters} of the text; what stands for them is in processing instructions"
    );
    let span = Span::from_range(at..at + first.len_utf8());
    Some(Diagnostic::new(Severity::Info, Code::ForbiddenCharacters, message).at(span))
}
