//! The title block: what a transcription says of itself before its text
//! begins.

mod body;
mod imprint;
mod lines;
mod roles;
mod zone;

use super::Input;
use super::byline::{credit, is_byline, is_name};
use super::entries::DateLine;
use super::heading::plain;
use super::kind::{Head, Kind};
use super::notes::Notes;
use super::title_role::TitleRole;
use crate::element::Element;
use crate::segment::{Block, BlockKind};
use crate::source::Span;
use body::{is_of_body, is_poem, is_roll, is_table, is_turn};
use lines::{is_date, letters_of, names_document};
use roles::{Pages, pages};

pub(super) use zone::{Aside, Surroundings};

/// The front matter of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Front {
    /// The lines of the title block.
    pub title: Vec<(Span, TitleRole)>,
    /// Its blocks.
    pub title_blocks: std::ops::Range<usize>,
    /// The dedications and epigraphs among them.
    pub asides: Vec<(Aside, std::ops::Range<usize>)>,
    /// The blocks after it that are signed by an editor.
    pub headnote: std::ops::Range<usize>,
}

impl Front {
    fn take(&mut self, pages: Pages, blocks: std::ops::Range<usize>) {
        (self.title, self.asides, self.title_blocks) = (pages.lines, pages.asides, blocks);
    }
}

/// The most blocks of a title block, and characters of a line in one.
const MOST: usize = 12;
const LONGEST: u32 = 160;

/// The end of the title pages of a printed book.
pub(super) fn book(found: &Surroundings<'_>, text: &std::ops::Range<usize>) -> Option<usize> {
    let first = found.heads.get(text.start).copied().flatten();
    let marked = first.is_some_and(|head| head.heading.level.is_some());
    if marked { None } else { zone::end(found, text) }
}

/// Finds the front matter in the blocks `text`, of which the title pages of a
/// book end before block `book`.
pub(super) fn find(
    found: &Surroundings<'_>,
    lines: &[Option<DateLine>],
    text: std::ops::Range<usize>,
    book: Option<usize>,
) -> Front {
    let Surroundings { input, notes, heads, lists, openings } = *found;
    let start = text.start;
    if let Some(level) = heads.get(start).copied().flatten().and_then(|head| head.heading.level) {
        return marked_title(input, heads, level, start);
    }
    let mut front =
        Front { title_blocks: start..start, headnote: start..start, ..Front::default() };
    let above = start;
    if let Some(end) = book {
        let picture = (start..end).find(|at| input.blocks[*at].is_text()).unwrap_or(start);
        let caption = caption(input, picture..end);
        front.take(pages(input, caption.end..end, true), above..end);
        if !caption.is_empty() {
            front.asides.insert(0, (Aside::Caption, caption));
        }
        front.headnote = headnote(input, notes, heads, end..text.end);
        return front;
    }
    let start = below_frontispiece(input, &text);
    let list = lists.iter().map(|list| list.blocks.start).find(|list| *list >= start);
    let end = end_of_title(input, notes, heads, lines, start);
    let letter = openings.first().map(|opening| opening.blocks.start);
    let end = end.min(text.end).min(list.unwrap_or(text.end)).min(letter.unwrap_or(text.end));
    let letter_follows = || titles_letter(input, notes, heads, end..text.end);
    let prose = || heads[start].is_none() && titles_prose(input, lines, start);
    let minutes = || {
        let below = input.blocks.get(end).filter(|below| below.is_text());
        below.is_some_and(|below| is_roll(below.span.of(input.text)))
    };
    let speech = || end < text.end && is_turn(input, end);
    let single = || {
        heads_follow(heads, end)
            || list == Some(end)
            || letter_follows()
            || prose()
            || minutes()
            || speech()
            || names_document(input.blocks[start].span.of(input.text))
            || is_signed_title(input.blocks[start].span.of(input.text))
            || is_loud_title(input, start)
    };
    if end - start >= 2 || (end - start == 1 && single()) {
        let is_book = list == Some(end) || heads_follow(heads, end);
        front.take(pages(input, start..end, is_book), above..end);
        front.headnote = headnote(input, notes, heads, end..text.end);
    }
    front
}

/// Whether some lines are a title and whose it is: “ON WALKING”, “by R. C. Hartwell”.
fn is_signed_title(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let signed = lines.iter().skip(1).any(|line| is_byline(line));
    // The lines of a paragraph begin with small letters, too.
    let loud = |line: &&str| !line.starts_with(char::is_lowercase) || is_byline(line);
    signed && lines.iter().all(loud) && !lines[0].ends_with(['.', ',', ';', '?', '!'])
}

/// Whether a line in capitals and others below it stand above some prose: “SPEECH OF
/// THE HON. DANIEL CROFT”, “delivered at Boston, October 13, 1856”.
fn is_loud_title(input: &Input<'_>, index: usize) -> bool {
    let text = input.blocks[index].span.of(input.text);
    let first = text.lines().next().unwrap_or_default();
    let below = input.blocks.get(index + 1).filter(|below| below.is_text());
    first.len() < text.len()
        && first.split_whitespace().count() > 1
        && !first.contains(char::is_lowercase)
        && !first.ends_with([',', '.', ':', ';'])
        && below.is_some_and(|below| below.span.len() >= PROSE)
}

/// Where the title stands if pictures stand above it.
fn below_frontispiece(input: &Input<'_>, text: &std::ops::Range<usize>) -> usize {
    const MOST: usize = 3;
    let is_picture = |index: &usize| match &input.blocks[*index].kind {
        // Or the mark of the first page.
        BlockKind::Marked(found) => matches!(found.markup.element, Element::Figure | Element::Pb),
        _ => false,
    };
    let below = text.clone().take(MOST).find(|index| !is_picture(index));
    // A caption below its picture is no title.
    below.filter(|below| !names_frontispiece(input, *below)).unwrap_or(text.start)
}

fn names_frontispiece(input: &Input<'_>, index: usize) -> bool {
    input.blocks[index].span.of(input.text).to_lowercase().contains("frontispiece")
}

/// The lines below a picture that say it is the frontispiece.
fn caption(input: &Input<'_>, blocks: std::ops::Range<usize>) -> std::ops::Range<usize> {
    const MOST: usize = 3;
    let says = |at: &usize| names_frontispiece(input, *at);
    let first = blocks.start;
    let picture = first.checked_sub(1).is_none_or(|above| !input.blocks[above].is_text());
    let last = blocks.take(MOST).take_while(|at| input.blocks[*at].is_text()).find(says);
    first..last.filter(|_| picture).map_or(first, |last| last + 1)
}

/// The title of a text whose convention marks headings: the only one of the
/// highest level.
fn marked_title(input: &Input<'_>, heads: &[Option<Head>], level: u8, start: usize) -> Front {
    let higher = |head: &&Head| head.heading.level.is_some_and(|other| other <= level);
    let only = heads.iter().flatten().filter(higher).take(2).count() == 1;
    let underlined = input.blocks[start].underline > 0;
    let end = start + usize::from(only && !underlined && start + 1 < heads.len());
    let mut front = Front { headnote: end..end, ..Front::default() };
    front.take(pages(input, start..end, false), start..end);
    front
}

/// Where the short lines at the beginning end.
fn end_of_title(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    lines: &[Option<DateLine>],
    start: usize,
) -> usize {
    let belongs = |index: &usize| {
        let block = &input.blocks[*index];
        // The title of the first of several works heads that.
        let work = *index > start && heads[*index].is_some_and(|head| head.work);
        let counted = work
            || heads[*index].is_some_and(|head| {
                !head.continues && !matches!(head.heading.kind, Kind::Words | Kind::Capitals)
            }) && !(*index > start && is_date_of_title(input, *index));
        let dated = lines[*index]
            .as_ref()
            .is_some_and(|line| !(line.bare || line.own_line && *index > start));
        let text = block.span.of(input.text);
        // “My dear Dorothea (he wrote),”
        let goes_on = *index == start && block.line_count() == 1 && text.ends_with(',');
        let told = *index > start && super::letters::is_told(text) && credit(text).is_none();
        is_short(input, block)
            && !told
            && !is_marker(text)
            && !notes.holds(*index)
            && !counted
            && !dated
            && (*index == start
                || !is_of_body(input, heads, lines, *index) && !is_poem(input, heads, *index))
            && !is_turn(input, *index)
            && !super::letters::is_salute(text)
            && !goes_on
    };
    let end = (start..input.blocks.len().min(start + MOST)).find(|index| !belongs(index));
    let mut end = end.unwrap_or(start);
    // A date above a salute belongs to the letter.
    let salute = input
        .blocks
        .get(end)
        .is_some_and(|block| super::letters::is_salute(block.span.of(input.text)));
    if salute {
        let dated = |index: &usize| {
            let span = input.blocks[*index].span;
            lines[*index].is_some() || !super::letters::dates(input, span).is_empty()
        };
        end = (start + 1..end).find(dated).unwrap_or(end);
        end -= usize::from(end == start + 1 && lines[start].is_some());
    }
    // What names the file stands again above the text.
    let letters = |index: usize| letters_of(input.blocks[index].span.of(input.text));
    let counts = |index: usize| {
        heads.get(index).copied().flatten().is_some_and(|head| head.heading.kind <= Kind::Numeral)
    };
    let again = end > start + 1 && heads[start + 1].is_some() && !counts(end);
    if again && letters(start) == letters(start + 1) {
        return start + 1;
    }
    // A last line that heads the text below it belongs to that text.
    let heads_text = |index: usize| {
        heads[index].is_some()
            && credit(input.blocks[index].span.of(input.text)).is_none()
            && !is_name(input, input.blocks[index].span)
    };
    // A line in capitals is no subtitle of a title in small letters.
    let louder = |index: usize| {
        let lower = |at: usize| input.blocks[at].span.of(input.text).contains(char::is_lowercase);
        !lower(index) && lower(index - 1)
    };
    let prose = heads.get(end).is_none_or(Option::is_none);
    // The first of several headings of a kind, with the text below it.
    let first_of_several = |index: usize| {
        let kind = |head: &Option<Head>| head.map(|head| head.heading.kind);
        let others = || heads[end..].iter().filter(|head| kind(head) == kind(&heads[index]));
        heads[index].is_some() && others().take(2).count() == 2
    };
    // The first of several stories, with its first chapter below it.
    let begins_numbers = |index: usize| {
        heads.get(index).copied().flatten().is_some_and(|head| {
            head.heading.kind == Kind::Numeral && head.heading.number == Some(1)
        })
    };
    let titled = end > start + 2
        || end == start + 2 && prose && (louder(end - 1) || first_of_several(end - 1))
        || end == start + 2 && begins_numbers(end) && first_of_several(end - 1);
    if !(titled && heads_text(end - 1) && !set_off(input, end)) {
        return end;
    }
    // The heading above the first of the smaller ones is no title either.
    let mut end = end - 1;
    while end > start + 1 && heads_text(end - 1) && first_of_several(end - 1) {
        end -= 1;
    }
    end
}

/// A block of so many bytes is no line of a title.
const PROSE: u32 = 120;

/// Whether a date in the title block is no heading: it stands in parentheses,
/// or a credit follows.
fn is_date_of_title(input: &Input<'_>, index: usize) -> bool {
    let text = input.blocks[index].span.of(input.text);
    let below = input.blocks.get(index + 1).map_or("", |block| block.span.of(input.text));
    is_date(input, input.blocks[index].span)
        && (text.starts_with(['(', '[']) || credit(below).is_some())
}

/// Whether block `index` stands clearly apart from the one before it.
fn set_off(input: &Input<'_>, index: usize) -> bool {
    input.blocks.get(index).is_none_or(|block| block.blank_before >= 2 || !block.is_text())
}

fn is_short(input: &Input<'_>, block: &Block) -> bool {
    let mut lines = block.line_spans(input.text, input.lines);
    block.is_text() && block.line_count() <= 6 && lines.all(|line| line.len() <= LONGEST) && {
        if block.line_count() > 1 {
            !is_table(input, block)
        } else {
            let text = block.span.of(input.text);
            !is_sentence(text) || credit(text).is_some()
        }
    }
}

/// Whether a block is only the marker of a note.
fn is_marker(text: &str) -> bool {
    let number = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    number.is_some_and(|number| number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', ';', ',', '”']) && text.split_whitespace().count() > 12
}

/// Whether a heading of its own follows the only line there is.
fn heads_follow(heads: &[Option<Head>], end: usize) -> bool {
    let follows = |head: Head| !head.continues || head.heading.kind == Kind::Capitals;
    heads.get(end).copied().flatten().is_some_and(follows)
}

/// Whether the only line above them says what letter it is: a letter follows,
/// and nothing else.
fn titles_letter(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    text: std::ops::Range<usize>,
) -> bool {
    let opening = super::letters::opening(input, notes, text.clone());
    let told = text
        .start
        .checked_sub(1)
        .is_some_and(|above| super::letters::is_sentence(input.blocks[above].span.of(input.text)));
    opening.is_some() && !told && heads[text].iter().all(Option::is_none)
}

/// Whether the only line above the text can be nothing but its title.
fn titles_prose(input: &Input<'_>, lines: &[Option<DateLine>], start: usize) -> bool {
    const LONGEST: usize = 130;
    let text = plain(input.blocks[start].span.of(input.text));
    let below = input.blocks.get(start + 1);
    text.len() <= LONGEST
        && (!text.contains('\n') || lines[start + 1].is_some() && text.lines().count() <= 3)
        && text.starts_with(char::is_uppercase)
        && (text.contains(' ') || super::letters::is_title(text))
        && !text.ends_with(['.', ',', ';', ':', '!', '?', '-', '—', '”', '"', '’', '»'])
        && below.is_some_and(Block::is_text)
        && (lines[start + 1].is_some()
            || below.is_some_and(|below| {
                let text = below.span.of(input.text);
                let sentence = text.ends_with(['.', '!', '?', '”', '"'])
                    && text.split_whitespace().count() >= 6
                    && !super::letters::greets_within(text)
                    && !super::letters::is_salute(text);
                below.line_count() == 1 && (below.span.len() >= PROSE || sentence)
                    || is_table(input, below)
            }))
}

/// The blocks up to an ornament or heading of which the last is signed by an
/// editor.
fn headnote(
    input: &Input<'_>,
    notes: &Notes,
    heads: &[Option<Head>],
    text: std::ops::Range<usize>,
) -> std::ops::Range<usize> {
    let ends = |index: &usize| {
        heads[*index].is_some()
            || notes.holds(*index)
            || !matches!(input.blocks[*index].kind, BlockKind::Text)
    };
    let start = text.start;
    let limit = text.end.min(start + MOST);
    let end = (start..limit).find(ends).unwrap_or(limit);
    let signed =
        (start..end).rev().find(|index| is_signed(input.blocks[*index].span.of(input.text)));
    start..signed.map_or(start, |signed| signed + 1)
}

/// A paragraph that ends with “– Ed.” or the like.
fn is_signed(text: &str) -> bool {
    let end = text.trim_end_matches(['.', ']', ')', ' ', '_']);
    let last = end.rsplit(['–', '—', '-', '[', '(', '\n']).next().unwrap_or_default().trim();
    matches!(
        last,
        "Ed" | "Eds"
            | "ED"
            | "Editor"
            | "The Editor"
            | "The Editors"
            | "Translator"
            | "Trans"
            | "Tr"
            | "Red"
            | "Hrsg"
            | "NdE"
    ) && end.len() > last.len() + 1
}
