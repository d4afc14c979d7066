//! What is known of a text as a whole: from its title block, and from a file
//! beside it.

mod catalogue;
mod citation;
mod created;
mod credits;
mod language;
mod manifest;
mod sidecar;

use crate::date::{self, Anchor, CalendarDate, DateValue};
use crate::source::Span;
use crate::structure::{Structure, TitleRole};
use crate::token::{Words, tokenize};

pub use citation::{Citation, citation};
pub use credits::{Credit, Role, credits};
pub use manifest::{Manifest, ManifestRow};

/// What the header of an edition says.
///
/// Everything is as written, in plain words, with one space between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The title.
    pub title: Option<String>,
    /// What explains it.
    pub subtitles: Vec<String>,
    /// Everybody who had a part in it, the authors first.
    pub credits: Vec<Credit>,
    /// Where it is published now.
    pub place: Option<String>,
    /// When it is published now (`YYYY[-MM[-DD]]`).
    pub date: Option<String>,
    /// The licence: its address, or words.
    pub licence: Option<String>,
    /// Where it was published before.
    pub source: Option<Citation>,
    /// The same in words, if it does not say enough to be taken apart.
    pub source_words: Option<String>,
    /// Where, by whom and when the book was published that was transcribed.
    pub imprint: Imprint,
    /// When it was written, or the time it covers.
    pub covers: Option<DateValue>,
    /// The same in the words of a catalogue, if one tells it.
    pub created: Option<String>,
    /// The date on the title page.
    pub title_date: Option<DateValue>,
    /// When the transcription was last changed.
    pub last_change: Option<CalendarDate>,
    /// The language (BCP 47).
    pub language: Option<String>,
    /// An identifier of the edition, such as a DOI.
    pub identifier: Option<String>,
    /// The project the edition belongs to, in a sentence or two.
    pub project: Option<String>,
    /// Who wrote the letter.
    pub sender: Option<String>,
    /// Who received it.
    pub recipient: Option<String>,
    /// The archive or library that keeps the original.
    pub repository: Option<String>,
    /// Where it is found there.
    pub shelfmark: Option<String>,
}

/// Where, by whom and when a book was published, as its title page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// The places.
    pub places: Vec<String>,
    /// The publishers.
    pub publishers: Vec<String>,
    /// The year, as written and as a value.
    pub date: Option<(String, Option<CalendarDate>)>,
    /// Which edition it is.
    pub edition: Option<String>,
}

impl Imprint {
    /// Whether it says enough to be a description of a book.
    #[must_use]
    pub const fn is_telling(&self) -> bool {
        !self.publishers.is_empty() || !self.places.is_empty() && self.date.is_some()
    }
}

impl Metadata {
    /// The names of those who had a part of that kind.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &str> {
        let credits = self.credits.iter().filter(move |credit| credit.role == role);
        credits.map(|credit| credit.name.as_str())
    }

    /// Takes from `other` what this leaves out.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let mut credits = self.credits;
        let said: Vec<Role> = credits.iter().map(|credit| credit.role).collect();
        credits.extend(other.credits.into_iter().filter(|credit| !said.contains(&credit.role)));
        credits.sort_by_key(|credit| credit.role);
        Self {
            title: self.title.or(other.title),
            subtitles: if self.subtitles.is_empty() { other.subtitles } else { self.subtitles },
            credits,
            place: self.place.or(other.place),
            date: self.date.or(other.date),
            licence: self.licence.or(other.licence),
            source: if self.source_words.is_some() { None } else { self.source.or(other.source) },
            source_words: self.source_words.or(other.source_words),
            imprint: if self.imprint == Imprint::default() { other.imprint } else { self.imprint },
            covers: self.covers.or(other.covers),
            created: self.created.or(other.created),
            title_date: self.title_date.or(other.title_date),
            last_change: self.last_change.or(other.last_change),
            language: self.language.or(other.language),
            identifier: self.identifier.or(other.identifier),
            project: self.project.or(other.project),
            sender: self.sender.or(other.sender),
            recipient: self.recipient.or(other.recipient),
            repository: self.repository.or(other.repository),
            shelfmark: self.shelfmark.or(other.shelfmark),
        }
    }
}

/// What the transcription says of itself.
pub(crate) fn of_text(words: Words<'_>, structure: &Structure) -> Metadata {
    let plain = |span: Span| plain_words(span.of(words.text));
    let mut metadata =
        Metadata { language: Some(language::language(words).to_owned()), ..Metadata::default() };
    // The places, publishers and years of an imprint stand in it.
    let parts = |imprint: Span| {
        let part = |role: TitleRole| {
            matches!(role, TitleRole::Place | TitleRole::Publisher | TitleRole::Published)
        };
        structure.title.iter().any(|(span, role)| part(*role) && imprint.contains(*span))
    };
    // What stands below the author or the publisher belongs to no title.
    let mut titles = true;
    for (span, role) in &structure.title {
        let line = plain(*span);
        let is_title = matches!(role, TitleRole::Title | TitleRole::Subtitle);
        titles = is_title && titles || metadata.title.is_none();
        match role {
            TitleRole::Title => metadata.title = metadata.title.or(Some(line)),
            TitleRole::Subtitle if titles => metadata.subtitles.push(line),
            TitleRole::Subtitle => {}
            TitleRole::Author => {
                let name = without_stop(&line).to_owned();
                metadata.credits.push(Credit { role: Role::Author, name });
            }
            TitleRole::Place => add(&mut metadata.imprint.places, &line),
            TitleRole::Publisher => add(&mut metadata.imprint.publishers, &line),
            TitleRole::Published => {
                let date = value_of(&line).map(DateValue::start);
                let known = metadata.imprint.date.take();
                metadata.imprint.date =
                    known.or_else(|| Some((without_stop(&line).to_owned(), date)));
            }
            TitleRole::Edition => {
                let known = metadata.imprint.edition.take();
                metadata.imprint.edition = known.or(Some(line));
            }
            TitleRole::Notice | TitleRole::HalfTitle | TitleRole::Series => {}
            TitleRole::Date => {
                metadata.title_date = metadata.title_date.or_else(|| value_of(&line));
            }
            TitleRole::Byline => metadata.credits.extend(byline(&line)),
            TitleRole::Imprint if parts(*span) => {}
            TitleRole::Imprint => match citation(&line) {
                Some(found) => metadata.source = metadata.source.or(Some(found)),
                None => {
                    let above = metadata.source_words.take();
                    metadata.source_words =
                        Some(above.map_or(line.clone(), |above| format!("{above}, {line}")));
                }
            },
        }
    }
    if metadata.title.is_none() {
        let heads = structure.first_heads.iter().map(|head| plain(*head));
        metadata.title = heads
            .reduce(|title, more| format!("{title} {more}"))
            .map(|title| title.chars().take(200).collect());
    }
    metadata.last_change =
        structure.colophon.and_then(|line| value_of(line.of(words.text))).map(DateValue::end);
    metadata.covers = metadata.title_date.or_else(|| covered(structure));
    metadata.credits.sort_by_key(|credit| credit.role);
    // What the file says of itself was written to be read by program.
    catalogue::catalogue(structure.catalogue.iter().map(|block| block.of(words.text))).or(metadata)
}

/// The credits of a line, which may be no more than the author's name.
fn byline(line: &str) -> Vec<Credit> {
    let found = credits(line);
    // A line of one word is the “By” above the name.
    let works = line.to_lowercase().starts_with("author of");
    // In brackets stands what an archivist says.
    let works = works || line.starts_with('[');
    if found.is_empty() && !line.contains(':') && line.contains(' ') && !works {
        return vec![Credit { role: Role::Author, name: line.to_owned() }];
    }
    found
}

/// Adds what a line says if that is new.
fn add(known: &mut Vec<String>, line: &str) {
    let name = without_stop(line);
    if !known.iter().any(|known| known == name) {
        known.push(name.to_owned());
    }
}

/// A name or title without the stop at its end, unless that belongs to an
/// abbreviation.
fn without_stop(line: &str) -> &str {
    const ABBREVIATION: usize = 4;
    let line = line.trim_end_matches([',', ';', ':', ' ']);
    let last = line.rsplit([' ', '.']).find(|word| !word.is_empty()).unwrap_or_default();
    let stem = line.strip_suffix('.').filter(|stem| !stem.ends_with('.'));
    stem.filter(|_| last.chars().count() >= ABBREVIATION).unwrap_or(line)
}

/// The first date that the words name.
fn value_of(text: &str) -> Option<DateValue> {
    let tokens = tokenize(text);
    let words = Words { text, tokens: &tokens };
    let found = date::find(words)
        .into_iter()
        .map(|found| found.meaning)
        .find(|meaning| !meaning.needs_context());
    let meaning = found.or_else(|| {
        let inner = text.trim_matches(|c: char| !c.is_alphanumeric());
        date::heading(Words { text: inner, tokens: &tokenize(inner) })
    })?;
    Some(meaning.resolve(Anchor::default())?.value)
}

/// From the first to the last year of the dated entries.
fn covered(structure: &Structure) -> Option<DateValue> {
    let years =
        structure.dates.iter().filter_map(|(_, reading)| reading.as_ref()?.value.start().year());
    let (first, last) = years.fold(None, |range: Option<(i16, i16)>, year| {
        Some(range.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
    })?;
    let (from, to) = (CalendarDate::year_only(first)?, CalendarDate::year_only(last)?);
    Some(if first == last { DateValue::When(from) } else { DateValue::Duration { from, to } })
}

/// The words of a line without emphasis, note markers and characters that XML
/// cannot hold, with one space between them.
fn plain_words(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.trim_matches('_'));
    let marker = |word: &&str| {
        let inner = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
        !inner.is_some_and(|inner| inner.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let words: Vec<String> = words
        .filter(marker)
        .map(|word| word.chars().filter(|c| !c.is_control()).collect())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Credit, Metadata, Role};

    fn by(names: &[(Role, &str)]) -> Metadata {
        let credits = names.iter().map(|(role, name)| Credit { role: *role, name: (*name).into() });
        Metadata { credits: credits.collect(), ..Metadata::default() }
    }

    /// Who knows of any author knows of all; of the others the text tells.
    #[test]
    fn names_that_are_left_out() {
        let text = by(&[(Role::Author, "A"), (Role::Author, "B"), (Role::Translator, "C")]);
        let known = by(&[(Role::Author, "D")]);
        let names = |metadata: &Metadata| {
            metadata.credits.iter().map(|credit| credit.name.as_str()).collect::<String>()
        };
        assert_eq!(names(&Metadata::default().or(text.clone())), "ABC");
        assert_eq!(names(&known.or(text)), "DC");
    }
}
