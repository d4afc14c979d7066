//! Why a block is a heading, an entry, a note or a paragraph.

use super::entries::DateLine;
use super::heading::heading;
use super::kind::{Heading, Kind, Named};
use super::letters::PartKind;
use super::notes::{Notes, Region};
use super::speeches::Speeches;
use super::title_role::TitleRole;
use super::{Input, builder, found};
use crate::reason::{Layer, Reason, count};
use crate::segment::BlockKind;
use crate::source::Span;

/// The most characters of what is looked at as a heading.
const SHORT: u32 = 220;

/// What the passes that find the structure say of the block at an offset, and
/// of the note marker there.
pub(crate) fn why(input: &Input<'_>, at: u32) -> Vec<Reason> {
    let index = input.blocks.partition_point(|block| block.span.end <= at);
    if input.blocks.get(index).is_none_or(|block| block.span.start > at) {
        let span = Span::empty(at);
        return vec![Reason::new(Layer::Structure, span, "white space between blocks")];
    }
    let found = found(input);
    let mut reasons = vec![of_block(input, &found, index)];
    let begins = |index: &usize| found.heads[*index].is_some() || found.lines[*index].is_some();
    if let Some(start) = (found.text.start..index).rfind(begins).filter(|_| !begins(&index)) {
        let says = "the division around it begins above, with";
        let mut reason = of_block(input, &found, start);
        reason.says[0] = format!("{says} {}", reason.says[0]);
        reasons.push(reason);
    }
    reasons.extend(of_marker(input, &found.notes, at));
    reasons
}

/// What is said of a block.
fn of_block(input: &Input<'_>, found: &builder::Found, index: usize) -> Reason {
    let block = &input.blocks[index];
    Reason { layer: Layer::Structure, span: block.span, says: clauses(input, found, index) }
}

fn clauses(input: &Input<'_>, found: &builder::Found, index: usize) -> Vec<String> {
    let block = &input.blocks[index];
    let lines = match block.line_count() {
        1 => format!("a block of one line, line {}", block.lines.start),
        _ => format!("a block, lines {} to {}", block.lines.start, block.lines.end - 1),
    };
    let blank = count(block.blank_before as usize, "blank line");
    let indent = match block.indent {
        0 => String::new(),
        columns => format!(", indented by {}", count(columns as usize, "column")),
    };
    let mut says = vec![format!("{lines}, with {blank} before it{indent}")];
    if !found.text.contains(&index) {
        says.push("a part of the licence, which is not read".to_owned());
        return says;
    }
    for (_, role) in found.front.title.iter().filter(|(line, _)| block.span.contains(*line)) {
        says.push(format!("a line of the title block: {}", role_words(*role)));
    }
    for opening in &found.openings {
        let here = opening.parts.iter().filter(|part| part.block == index);
        says.extend(here.map(|part| format!("above a letter: {}", part_words(part.kind))));
    }
    if let Some(list) = found.lists.iter().find(|list| list.blocks.contains(&index)) {
        let (first, last) = (&input.blocks[list.blocks.start], &input.blocks[list.blocks.end - 1]);
        says.push(format!(
            "in a list of headings, such as a table of contents: lines {} to {}",
            first.lines.start,
            last.lines.end - 1
        ));
    }
    if found.front.headnote.contains(&index) {
        says.push("above the text and signed by an editor: a preface".to_owned());
    }
    let kind = match &block.kind {
        BlockKind::Text => None,
        BlockKind::Ornament => Some("a row of signs without words: an ornament"),
        BlockKind::Blank => Some("white space that XML takes for text"),
        BlockKind::Marked(_) => Some("a notation of the convention that stands alone"),
    };
    if let Some(kind) = kind {
        says.push(kind.to_owned());
        return says;
    }
    match (found.notes.holds(index), &found.heads[index], &found.lines[index]) {
        (true, ..) => of_note(input, &found.notes, index, &mut says),
        (_, Some(head), line) => {
            says.push(format!("a heading: {}", heading_words(head.heading)));
            says.push(format!("its rank among the headings is {}, 0 the largest", head.rank));
            if head.continues {
                says.push("it goes on with the heading before it".to_owned());
            }
            if let Some(line) = line {
                of_date_line(input, line, &mut says);
            }
        }
        (_, None, Some(line)) => of_date_line(input, line, &mut says),
        (_, None, None) if of_speech(input, &found.speeches, index, &mut says) => {}
        (_, None, None) => of_no_head(input, index, &mut says),
    }
    says
}

/// Says of a block that somebody speaks in it, or that it is a direction, if so.
fn of_speech(input: &Input<'_>, speeches: &Speeches, index: usize, says: &mut Vec<String>) -> bool {
    let Some(section) = speeches.section_at(index) else { return false };
    let text = input.blocks[index].span.of(input.text);
    if let Some(turn) = speeches.turns_in(index).first() {
        let name = turn.speaker.of(input.text);
        says.push(format!("it begins with who speaks, “{name}”: names take turns here"));
        if section.play {
            says.push("the text is a play or a dialogue: what follows is his, too".to_owned());
        }
        return true;
    }
    if Speeches::is_direction(text) {
        says.push("a direction among speeches".to_owned());
    } else if section.sets(index) {
        says.push("it stands below a scene and above the first speech: a direction".to_owned());
    } else {
        if section.play {
            says.push("it goes on with the speech above it, if one does".to_owned());
        }
        return false;
    }
    true
}

fn of_no_head(input: &Input<'_>, index: usize, says: &mut Vec<String>) {
    let block = &input.blocks[index];
    let like = heading(block.span.of(input.text))
        .filter(|_| block.is_text() && block.line_count() <= 3 && block.span.len() <= SHORT);
    says.push(match like {
        Some(like) if like.kind != Kind::Words => {
            format!("no heading, though its words are like {}: it does not stand like one or is out of order", heading_words(like))
        }
        _ => "no heading, no date line and no note: a paragraph or what its lines look like".to_owned(),
    });
}

fn of_date_line(input: &Input<'_>, line: &DateLine, says: &mut Vec<String>) {
    let list = |spans: &mut dyn Iterator<Item = Span>| {
        let shown: Vec<String> =
            spans.map(|span| format!("“{}”", span.of(input.text).replace('\n', " "))).collect();
        shown.join(", ")
    };
    let dates = list(&mut line.dates.iter().map(|date| date.span));
    let how =
        if line.own_line { "stands on a line of its own" } else { "is run into the paragraph" };
    says.push(format!("it begins with a date line that {how}: {dates}"));
    if !line.places.is_empty() {
        says.push(format!("places in the date line: {}", list(&mut line.places.iter().copied())));
    }
    if line.bare {
        says.push("the date is only a number, so it counts where others like it stand".to_owned());
    }
}

fn of_note(input: &Input<'_>, notes: &Notes, index: usize, says: &mut Vec<String>) {
    let holds = |region: &&Region| region.blocks.contains(&index);
    if let Some(region) = notes.regions.iter().find(holds) {
        let first = input.blocks[region.blocks.start].lines.start;
        let last = input.blocks[region.blocks.end - 1].lines.end - 1;
        let headed =
            if region.headed { "under a heading of their own" } else { "without a heading" };
        says.push(format!("among the notes in lines {first} to {last}, {headed}"));
    }
    let Some(index) = notes.note_at(index) else { return };
    let note = &notes.all[index];
    says.push(format!("the note called “{}”, written {}", note.name, note.notation.pattern));
    let marker = notes.markers.iter().find(|marker| marker.note == index);
    says.push(match marker.map(|marker| marker.span) {
        Some(span) => format!(
            "its marker “{}” stands in line {}",
            span.of(input.text),
            input.lines.line(span.start)
        ),
        None => "no marker in the text refers to it".to_owned(),
    });
}

fn of_marker(input: &Input<'_>, notes: &Notes, at: u32) -> Option<Reason> {
    let marker =
        notes.markers.iter().find(|marker| marker.span.start <= at && at < marker.span.end)?;
    let note = &notes.all[marker.note];
    let line = input.lines.line(note.outer.start);
    let says = format!("the marker of the note “{}” in line {line}", note.name);
    Some(Reason::new(Layer::Structure, marker.span, says))
}

fn role_words(role: TitleRole) -> &'static str {
    match role {
        TitleRole::HalfTitle => "the half-title",
        TitleRole::Series => "the series",
        TitleRole::Author => "the author",
        TitleRole::Title => "the title",
        TitleRole::Subtitle => "the subtitle",
        TitleRole::Date => "a date",
        TitleRole::Imprint => "where it was published",
        TitleRole::Place => "the place of publication",
        TitleRole::Publisher => "the publisher",
        TitleRole::Published => "the year of publication",
        TitleRole::Edition => "which edition it is",
        TitleRole::Notice => "who printed it, or whose rights they are",
        TitleRole::Byline => "who had a part in it",
    }
}

fn part_words(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Address => "a letterhead or an address",
        PartKind::Dateline => "when and where it was written",
        PartKind::Argument => "what it is about, or what is said of it",
        PartKind::Byline => "who writes",
        PartKind::Salute => "the greeting",
        PartKind::Page => "the beginning of a page",
    }
}

fn heading_words(heading: Heading) -> String {
    let kind = match heading.kind {
        Kind::Volume => "the word for a volume",
        Kind::Book => "the word for a book",
        Kind::Part => "the word for a part",
        Kind::Act => "the word for an act",
        Kind::Year => "a year",
        Kind::Month => "a month",
        Kind::Chapter => "the word for a chapter",
        Kind::Scene => "the word for a scene",
        Kind::Section => "the word for a section",
        Kind::Named(named) => named_words(named),
        Kind::Numeral => "a number",
        Kind::Decimal(_) => "a number of several parts",
        Kind::Capitals => "words in capitals",
        Kind::Letter => "who writes to whom",
        Kind::Words => "words that stand alone",
    };
    let number = heading.number.map_or(String::new(), |number| format!(" {number}"));
    let title = if heading.titled { " and a title" } else { "" };
    format!("{kind}{number}{title}")
}

fn named_words(named: Named) -> &'static str {
    match named {
        Named::Preface => "the word for a preface",
        Named::Dedication => "the word for a dedication",
        Named::Contents => "the word for a table of contents",
        Named::Illustrations => "the word for a list of illustrations",
        Named::Cast => "the word for the persons of a play",
        Named::Frame => "the word for a prologue, an epilogue or the like",
        Named::Appendix => "the word for an appendix",
        Named::Notes => "the word for notes",
        Named::Acknowledgements => "the word for thanks",
        Named::Bibliography => "the word for a bibliography",
        Named::Glossary => "the word for a glossary",
        Named::Editorial => "the word for a transcriber’s remarks",
        Named::Index => "the word for an index",
        Named::Document => "what one of several documents is",
    }
}
