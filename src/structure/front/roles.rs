//! What the lines of a title block say.

use std::ops::Range;

use super::TitleRole;
use super::imprint::{Kind, Line};
use super::zone::{Aside, Imprint, aside, imprints};
use crate::date;
use crate::lexicon;
use crate::source::Span;
use crate::structure::Input;
use crate::token::Shape;

/// What the lines of the title pages say, and the dedications and epigraphs
/// among them.
#[derive(Clone, Debug, Default)]
pub(super) struct Pages {
    pub lines: Vec<(Span, TitleRole)>,
    pub asides: Vec<(Aside, Range<usize>)>,
}

/// What stands in the title block; those of a book may have dedications.
pub(super) fn pages(input: &Input<'_>, blocks: Range<usize>, is_book: bool) -> Pages {
    let mut imprints = imprints(input, blocks.clone()).into_iter().peekable();
    let lines = || {
        input.blocks[blocks.clone()]
            .iter()
            .flat_map(|block| block.line_spans(input.text, input.lines))
    };
    let by_line = is_book && lines().any(|line| begins_with_by(line.of(input.text)));
    let mut reader = Reader { input, lines: Vec::new(), block: 0, above: None, by_line };
    let mut asides: Vec<(Aside, Range<usize>)> = Vec::new();
    let mut index = blocks.start;
    while index < blocks.end {
        let block = &input.blocks[index];
        if !block.is_text() {
            index += 1;
            continue;
        }
        let published = |imprint: &&Imprint| imprint.lines[0].span.start <= block.span.start;
        let free = is_book
            && reader.has(TitleRole::Title)
            && imprints.peek().is_none_or(|next| !published(&next));
        if let Some(found) = aside(input, index..blocks.end).filter(|_| free) {
            index = found.1.end;
            asides.push(found);
            continue;
        }
        for line in block.line_spans(input.text, input.lines) {
            while let Some(imprint) =
                imprints.next_if(|imprint| imprint.lines[0].span.start <= line.start)
            {
                reader.imprint(&imprint);
            }
            if reader.end() <= line.start {
                reader.line(index, line);
            }
        }
        reader.year_below_imprint(index);
        index += 1;
    }
    Pages { lines: reader.named(), asides }
}

struct Reader<'a> {
    input: &'a Input<'a>,
    lines: Vec<(Span, TitleRole)>,
    /// The block of the last line.
    block: usize,
    /// The last line.
    above: Option<Span>,
    /// Whether a word stands before the name of the author.
    by_line: bool,
}

impl Reader<'_> {
    fn has(&self, role: TitleRole) -> bool {
        self.lines.iter().any(|(_, other)| *other == role)
    }

    /// Where the last line ends that is known.
    fn end(&self) -> u32 {
        self.lines.iter().map(|(span, _)| span.end).max().unwrap_or(0)
    }

    /// A line that is none of an imprint.
    fn line(&mut self, block: usize, line: Span) {
        let same_block = std::mem::replace(&mut self.block, block) == block;
        let above = self.above.replace(line).filter(|_| !self.lines.is_empty());
        let text = |span: Span| span.of(self.input.text);
        let last = self.lines.last_mut();
        match (last, above) {
            // “THE” and “LIBERTY MINSTREL.”
            (Some((last, TitleRole::Title | TitleRole::Subtitle)), Some(above))
                if last.end == above.end
                    && !ends_with_by(text(line))
                    && (is_open(text(above)) || continues(text(line))) =>
            {
                *last = last.join(line);
                return;
            }
            // “EDITED BY” and the name, “AUTHOR OF” and more titles.
            (Some((last, TitleRole::Byline)), Some(above))
                if last.end == above.end
                    && !is_by(text(above))
                    && (ends_with_by(text(above))
                        || same_block && goes_on(text(above), text(line))) =>
            {
                *last = last.join(line);
                return;
            }
            _ => {}
        }
        let role = self.role(above, line);
        self.lines.push((line, role));
    }

    fn role(&self, above: Option<Span>, line: Span) -> TitleRole {
        let input = self.input;
        let text = line.of(input.text);
        let (titled, written) = (self.has(TitleRole::Title), self.has(TitleRole::Author));
        let by = above.is_some_and(|above| ends_with_by(above.of(input.text)));
        let only_by = above.is_some_and(|above| is_by(above.of(input.text)));
        let note = text.starts_with('[') && text.ends_with(']') && text.contains(' ');
        let named = || is_name(input, line) || only_by && could_be_name(text);
        if is_by(text) || note && !is_date(input, line) || written && ends_with_by(text) {
            TitleRole::Byline
        } else if by && named() {
            // “With drawings” “BY” is a second one.
            if written { TitleRole::Byline } else { TitleRole::Author }
        } else if is_date(input, line) {
            TitleRole::Date
        } else if let Some(role) = credit(text) {
            role
        } else if !titled && self.is_above_title(line) && is_series(text) {
            TitleRole::Series
        } else if is_name(input, line) && !self.by_line {
            if titled && written { TitleRole::Byline } else { TitleRole::Author }
        } else if titled {
            TitleRole::Subtitle
        } else {
            TitleRole::Title
        }
    }

    /// The lines of an imprint: those of one kind together, and the parts of
    /// each.
    fn imprint(&mut self, imprint: &Imprint) {
        let group = |line: &Line| match line.kind {
            Kind::Edition => TitleRole::Edition,
            Kind::Printer | Kind::Rights => TitleRole::Notice,
            _ => TitleRole::Imprint,
        };
        for lines in imprint.lines.chunk_by(|one, next| {
            group(one) == group(next)
                && one.kind != Kind::Edition
                && (group(one) == TitleRole::Imprint || one.kind == next.kind)
        }) {
            let span = lines[0].span.join(lines[lines.len() - 1].span);
            self.lines.push((span, group(&lines[0])));
            for line in lines {
                let parts = [
                    (line.place, TitleRole::Place),
                    (line.publisher, TitleRole::Publisher),
                    (line.year, TitleRole::Published),
                ];
                let mut parts: Vec<(Span, TitleRole)> =
                    parts.into_iter().filter_map(|(span, role)| Some((span?, role))).collect();
                parts.sort_by_key(|(span, _)| *span);
                self.lines.extend(parts);
            }
            self.above = Some(lines[lines.len() - 1].span);
        }
    }

    /// Place and publisher stand above the year.
    fn year_below_imprint(&mut self, block: usize) {
        let start = self.input.blocks[block].span.start;
        let first = self.lines.partition_point(|(span, _)| span.start < start);
        if let Some(((year, TitleRole::Date), above)) = self.lines[first..].split_last_mut()
            && year.of(self.input.text).split_whitespace().count() <= 2
        {
            for (_, role) in above.iter_mut().filter(|(_, role)| *role == TitleRole::Subtitle) {
                *role = TitleRole::Imprint;
            }
        }
    }

    /// Whether another line that could be a title stands below the one that names a
    /// series: no credit, no name, no date.
    fn is_above_title(&self, line: Span) -> bool {
        const NEAR: usize = 4;
        let input = self.input;
        let below = input.blocks.partition_point(|block| block.span.start <= line.start);
        let blocks = input.blocks[below - 1..].iter().take(NEAR).filter(|block| block.is_text());
        let mut lines = blocks.flat_map(|block| block.line_spans(input.text, input.lines));
        lines.by_ref().find(|other| *other == line);
        let titled = |other: Span| {
            let text = other.of(input.text);
            let counts = text.bytes().any(|byte| byte.is_ascii_digit());
            credit(text).is_none()
                && !counts
                && text.split_whitespace().count() <= 12
                && text.starts_with(char::is_uppercase)
                && !text.ends_with('.')
                && !is_name(input, other)
                && !is_by(text)
        };
        // A line in other letters, or below one that belongs to the series.
        let loud = |text: &str| !text.contains(char::is_lowercase);
        lines
            .take(NEAR)
            .find(|other| titled(*other))
            .is_some_and(|other| loud(other.of(input.text)) || !loud(line.of(input.text)))
    }

    /// A title that stands there twice is that of a half-title first.
    fn set_half_title(&mut self) {
        let input = self.input;
        let letters = |span: Span| letters_of(span.of(input.text));
        let Some(first) = self.lines.iter().position(|(_, role)| *role == TitleRole::Title) else {
            return;
        };
        let title = letters(self.lines[first].0);
        let again = (first + 1..self.lines.len()).find(|at| {
            let (span, role) = self.lines[*at];
            role == TitleRole::Subtitle && letters(span) == title
        });
        if let Some(again) = again {
            self.lines[first].1 = TitleRole::HalfTitle;
            self.lines[again].1 = TitleRole::Title;
        }
    }

    /// A name with nothing else is the title after all.
    fn named(mut self) -> Vec<(Span, TitleRole)> {
        self.set_half_title();
        if !self.has(TitleRole::Title)
            && let Some((_, role)) =
                self.lines.iter_mut().find(|(_, role)| *role == TitleRole::Author)
        {
            *role = TitleRole::Title;
        }
        self.lines
    }
}

/// Letters and digits in lower case: what two titles that are the same share.
pub(super) fn letters_of(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a line names a series of books: “Everyman’s Library”, “Collection
/// Michel Lévy”, “THE CAMELOT SERIES”.
fn is_series(text: &str) -> bool {
    const ENDS: &[&str] = &["series", "classics", "library", "bücherei", "bibliothek", "reihe"];
    const STARTS: &[&str] = &[
        "collection ", "bibliothèque ", "sammlung ", "bibliothek ", "série ", "les classiques ",
        "everyman", "bohn", "universal-bibliothek", "reclams ", "insel-bücherei",
    ];
    const MOST: usize = 6;
    let lower = text.trim_matches(['_', '=', '.', '(', ')', ' ']).to_lowercase();
    let words = || lower.split_whitespace();
    (2..=MOST).contains(&words().count())
        && !words().any(|word| matches!(word, "of" | "in" | "letters" | "poems"))
        && (words().next_back().is_some_and(|last| ENDS.contains(&last))
            || STARTS.iter().any(|start| lower.starts_with(start)))
}

/// Whether a title goes on in the next line: “THE”, “of the”, “A STORY OF”.
pub(super) fn is_open(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "a", "an", "and", "of", "the", "for", "in", "with", "to", "le", "la", "les", "de", "du",
        "des", "et", "der", "die", "das", "den", "dem", "und", "ein", "eine", "von", "van", "het",
    ];
    let last =
        line.trim_matches(['_', '=', ' ']).rsplit([' ', '\'', '’']).next().unwrap_or_default();
    WORDS.contains(&last.to_lowercase().as_str())
}

/// Whether a line in small letters goes on with the title above it: “of the”.
fn continues(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "of", "the", "and", "in", "for", "from", "to", "on", "with", "de", "des", "du", "et",
        "der", "des", "dem", "und", "aus", "zu", "in", "im", "en", "van", "uit",
    ];
    let word = line.trim_start_matches('_').split(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| WORDS.contains(&word))
}

/// Whether a line goes on with a byline above it: its words are not at an end.
fn goes_on(above: &str, line: &str) -> bool {
    above.ends_with(',')
        || line.starts_with(char::is_lowercase)
        || above.matches('"').count() % 2 == 1
}

/// Whether a line below “BY” can be a name, however it is written: “L’Abbé
/// Delaumosne”.
fn could_be_name(line: &str) -> bool {
    const MOST: usize = 7;
    let words = || line.trim_matches(['_', '=']).split_whitespace();
    (1..=MOST).contains(&words().count())
        && words().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || matches!(c, '&' | '('))
                || matches!(
                    word,
                    "de" | "von"
                        | "van"
                        | "der"
                        | "du"
                        | "la"
                        | "and"
                        | "d’"
                        | "et"
                        | "und"
                        | "of"
                        | "the"
                )
        })
}

/// A line of the word that stands over the author’s name.
fn is_by(text: &str) -> bool {
    let text = text.trim_matches(['_', '=', ':', ' ']);
    matches!(text.to_lowercase().as_str(), "by" | "par" | "von" | "door")
}

/// A line of that word, or one that begins with it: “BY JANE MARSH”.
pub(super) fn begins_with_by(text: &str) -> bool {
    let text = text.trim_start_matches(['_', '=', ' ']);
    is_by(text)
        || ["BY ", "By ", "by ", "PAR ", "Von ", "VON ", "DOOR "]
            .iter()
            .any(|by| text.starts_with(by))
}

/// A line of that word, or one that ends with it: “A TALE BY”.
pub(super) fn ends_with_by(text: &str) -> bool {
    let text = text.trim_end_matches(['_', '=', ':', ' ']);
    is_by(text)
        || [" BY", " PAR", " VON", " DOOR", " by", " By"].iter().any(|by| text.ends_with(by))
}

/// A line that says who did what, or where it was published.
pub(super) fn credit(text: &str) -> Option<TitleRole> {
    const IMPRINTS: &[&str] = &[
        "From ", "Source:", "First published", "First Published", "Published",
        "Originally published", "Printed ", "Paru dans", "Aus ", "Erschienen",
    ];
    const BYLINES: &[&str] = &[
        "Translated ", "Translated:", "Translation", "Transcribed ", "Transcribed:",
        "Transcription", "Edited ", "Annotated ", "Illustrated ", "With an introduction", "By ",
        "by ", "BY ", "HTML Markup", "Written:", "Online Version", "Copyleft", "Copyright",
        "Proofread", "Traduit ", "Übersetzt ", "Public Domain", "Produced by", "Prepared by",
        "E-text prepared", "Etext prepared", "This etext was", "This eBook was", "Credits:",
        "AUTHOR OF ", "Author of ",
    ];
    let text = text.trim_start_matches(['_', '(']);
    // “From Lenin to Stalin” is a title, “From Fourth International, 1942” is not.
    let dated = text.contains(|c: char| c.is_ascii_digit());
    let is_imprint = |start: &&&str| {
        // “From 1st July to 31st July 1916” is neither.
        let rest = text.strip_prefix(**start);
        let named = rest.is_some_and(|rest| rest.starts_with(char::is_uppercase));
        rest.is_some() && (dated && named || !matches!(**start, "From " | "Aus "))
    };
    if IMPRINTS.iter().any(|start| is_imprint(&start)) || names_pages(text) {
        Some(TitleRole::Imprint)
    } else if BYLINES.iter().any(|start| text.starts_with(start))
        || !text.contains(char::is_lowercase)
            && BYLINES.iter().any(|start| text.starts_with(&start.to_uppercase()))
        || names_author(text)
        || names_illustrator(text)
    {
        Some(TitleRole::Byline)
    } else {
        None
    }
}

/// Whether a line says who did what, or where it was published: its years are
/// not those of the text.
pub(in crate::structure) fn is_credit(text: &str) -> bool {
    credit(text).is_some() || text.contains(": ") && text.contains(", ")
}

/// Whether a line names who wrote what stands below it, or who had another
/// part in it.
pub(in crate::structure) fn is_byline(text: &str) -> bool {
    text.len() <= 80 && !text.ends_with(',') && credit(text) == Some(TitleRole::Byline)
}

/// “The Fortnightly, vol. LIII, March 1893, pp. 377–384”
fn names_pages(text: &str) -> bool {
    let volume = ["vol. ", "Vol. ", "VOL. ", "Bd. ", "tome ", "t. "];
    let pages = [", pp. ", ", p. ", ", S. ", "(pp. "];
    text.len() <= 160
        && volume.iter().any(|word| text.contains(word))
        && pages.iter().any(|word| text.contains(word))
}

/// “WITH FOUR DRAWINGS BY G. T. DUNN”
fn names_illustrator(text: &str) -> bool {
    (text.starts_with("WITH ") || text.starts_with("With "))
        && (text.contains(" BY ") || text.contains(" by "))
}

/// Whether a block says by whom what stands below it is, and nothing else: “BY JAMES
/// MASON.”, “By Darley Dale, Author of …”
pub(in crate::structure) fn is_by_author(text: &str) -> bool {
    const LONGEST: usize = 160;
    const BY: &[&str] = &["By ", "BY ", "by ", "Par ", "PAR ", "Von ", "VON "];
    let text = text.trim_matches(['_', '=', '(', ')', '[', ']', ' ']);
    let name = BY.iter().find_map(|by| text.strip_prefix(by)).unwrap_or_default();
    let first = name.split([',', '\n']).next().unwrap_or_default().trim_end_matches('.');
    let several = first.split_whitespace().count() >= 2;
    text.len() <= LONGEST
        && !name.is_empty()
        && could_be_name(first)
        && (several
            && (first.len() + 1 >= name.len()
                || !name.contains(". ")
                || credit(name[first.len()..].trim_start_matches([',', ' '])).is_some()))
}

/// Whether a word in small letters says of what kind a book is, as it stands before the
/// name of who wrote it: “Roman von”, “comédie par”.
pub(crate) fn is_genre(word: &str) -> bool {
    const GENRES: &[&str] = &[
        "comédie", "contes", "drama", "drame", "erzählung", "erzählungen", "gedichte", "komödie",
        "lustspiel", "märchen", "nouvelles", "novelle", "novellen", "poésies", "roman",
        "schauspiel", "tragédie", "tragödie", "trauerspiel",
    ];
    GENRES.contains(&word)
}

/// “par Étienne Vasseur”, “von Luise Hagedorn”, “Roman von Karl Brandt”
fn names_author(text: &str) -> bool {
    let name = ["par ", "Par ", "PAR ", "von ", "Von ", "VON "];
    let genre = text.split_once(' ').filter(|(genre, _)| is_genre(&genre.to_lowercase()));
    let text = genre.map_or(text, |(_, rest)| rest);
    let name = name.iter().find_map(|start| text.strip_prefix(start)).unwrap_or_default();
    let mut words = name.split_whitespace();
    (2..=5).contains(&words.clone().count())
        && words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
        && words.next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// A line that is only a date, perhaps in parentheses.
pub(super) fn is_date(input: &Input<'_>, line: Span) -> bool {
    let words = input.words.within(line);
    let date = date::at(input.words, words.start).map(|(_, next)| next);
    let next = input.year_range(words.start).max(date);
    next == Some(words.end)
}

/// A line that is the name of a person: capitals throughout, and the first
/// word a forename or an initial.
pub(in crate::structure) fn is_name(input: &Input<'_>, line: Span) -> bool {
    let words = input.words.within(line);
    let given = input.words.raw(words.start);
    let first = match input.words.shape(words.start) {
        // “A Novel” is no name, “A. Novel” is.
        Some(Shape::Initial) => words.len() >= 2 && input.words.after(words.start) != " ",
        Some(Shape::Capital | Shape::Upper) => lexicon::is_forename(given),
        _ => false,
    };
    let all = words.clone().all(|word| match input.words.shape(word) {
        Some(Shape::Capital | Shape::Upper | Shape::Initial) => true,
        Some(Shape::Lower) => {
            matches!(
                input.words.raw(word),
                "de" | "von" | "van" | "der" | "du" | "la" | "and" | "d’" | "zu" | "et"
            )
        }
        _ => false,
    });
    // “ORAL HISTORY INTERVIEW”: a name of three words has one that is none of the
    // language.
    let told = || {
        words.len() >= 3
            && words.clone().all(|word| lexicon::is_common(&input.words.raw(word).to_lowercase()))
    };
    let text = line.of(input.text);
    first
        && all
        && (2..=9).contains(&words.len())
        && !text.contains([':', ';', '—', '?', '!'])
        && !told()
}
