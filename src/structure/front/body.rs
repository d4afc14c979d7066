//! Short lines that begin the text below a title, or are its first words.

use super::PROSE;
use super::zone::is_stanza;
use crate::date::{self, Meaning, Written};
use crate::segment::{Block, turn_label};
use crate::source::Span;
use crate::structure::Input;
use crate::structure::byline::credit;
use crate::structure::entries::{DateLine, speaker_of};
use crate::structure::heads;
use crate::structure::kind::{Head, Kind as HeadKind};
use crate::structure::letters;

/// Whether a short line is no part of a title: the date of the first of
/// several entries, a remark in brackets, a paragraph with a number.
pub(super) fn is_of_body(
    input: &Input<'_>,
    heads: &[Option<Head>],
    lines: &[Option<DateLine>],
    index: usize,
) -> bool {
    let own_line = |line: &DateLine| line.own_line && (!line.bare || line.names_day());
    let is_entry = |at: usize| lines.get(at).and_then(Option::as_ref).is_some_and(own_line);
    let text = input.blocks[index].span.of(input.text);
    let prose = input.blocks.get(index + 1).is_some_and(|below| below.span.len() >= PROSE);
    let placed = lines[index].as_ref().is_some_and(|line| !line.places.is_empty());
    let others = lines[index + 1..].iter().flatten().filter(|line| own_line(line)).take(2).count();
    let below = input.blocks.get(index + 1).map_or("", |below| below.span.of(input.text));
    let told =
        below.contains(char::is_lowercase) && below.ends_with('.') && credit(below).is_none();
    let opens = is_entry(index)
        && (prose
            || is_entry(index + 2) && heads[index + 1].is_none()
            || told && others == 2
            || is_roll(below) && others > 0
            || placed && addresses(input, index + 1))
        && (placed || others > 0);
    // A line right above its paragraph heads that.
    let next = input.blocks.get(index + 1);
    let close =
        text.ends_with('.') && next.is_some_and(|next| next.is_text() && next.blank_before == 0);
    let page = text.starts_with("p. ") && text.len() <= 8;
    let item = item_number(text).is_some_and(|number| {
        item_number(below) == Some(number + 1)
            || number > 1
                && item_number(input.blocks[index - 1].span.of(input.text)) == Some(number - 1)
    });
    let remark = text.starts_with('[') && text.contains(": ") && prose;
    let counted = text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(". ")
        && text.split_whitespace().count() > 8;
    let annals = lines[index].as_ref().is_some_and(DateLine::names_year);
    // The letter above the first words of a dictionary, and these.
    let letter = text.trim_end_matches('.').len() == 1 && is_lemma(below);
    let lemma = letter || is_lemma(text);
    let examined = heads::is_examination(text) || heads::swears(text);
    // “The meeting was called to order at 7:30 P.M. by the Chairman.”
    // The first year of an account.
    let account = heads[index].is_some_and(|head| head.heading.kind == HeadKind::Year)
        && input
            .blocks
            .get(index + 1)
            .is_some_and(|below| below.is_text() && is_table(input, below));
    let sentence = letters::tells_all(text) && credit(text).is_none() || assembles(text);
    opens
        || account
        || examined
        || sentence
        || annals
        || close
        || remark
        || counted
        || page
        || item
        || lemma
        || is_roll(text)
}

/// “The House met at Four o’clock.”
fn assembles(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "The House met", "The Council met", "The Committee met", "The Court met", "The Board met",
        "The Senate met", "The Assembly met", "The Commission met", "The Convention met",
        "La séance est ouverte", "La séance s’ouvre", "Die Sitzung wird", "Die Sitzung ist",
    ];
    text.ends_with('.') && STARTS.iter().any(|start| text.starts_with(start))
}

/// Whether a word stands there and which part of speech it is, as in a dictionary:
/// “BECK, s. A stream.”, “Adle, _v._ To earn.”
fn is_lemma(text: &str) -> bool {
    const PARTS: &[&str] = &[
        "a.", "adj.", "adv.", "conj.", "f.", "int.", "interj.", "m.", "n.", "prep.", "pron.", "s.",
        "sb.", "subst.", "v.", "v.a.", "v.i.", "v.n.", "v.t.", "vb.",
    ];
    let Some((lemma, rest)) = text.split_once(", ") else { return false };
    let part = rest.split_whitespace().next().unwrap_or_default().trim_matches('_');
    PARTS.contains(&part)
        && lemma.split_whitespace().count() <= 3
        && rest.split_whitespace().count() > 1
        && !lemma.contains('.')
}

/// Whether a block is the address of who is written to.
fn addresses(input: &Input<'_>, index: usize) -> bool {
    input.blocks.get(index).filter(|block| block.is_text()).is_some_and(|block| {
        let lines: Vec<&str> = block.span.of(input.text).lines().map(str::trim).collect();
        letters::is_inside_address(&lines)
    })
}

/// Whether somebody speaks in it who speaks again below, “PS: When were you
/// born?”, or asks what is answered there.
pub(super) fn is_turn(input: &Input<'_>, index: usize) -> bool {
    const LONGEST: usize = 30;
    const NEAR: usize = 12;
    let text = input.blocks[index].span.of(input.text);
    let mut below = input.blocks[index + 1..].iter().map(|block| block.span.of(input.text));
    if let Some(label) = turn_label(text) {
        return below.next().and_then(turn_label).is_some_and(|next| next != label);
    }
    // “Mr. STOKES. When did you come?”
    if let Some(name) = speaker_of(text).filter(|name| name.ends_with('.') && *name != text) {
        return text.ends_with(['.', '?', '!'])
            && below.take(NEAR).any(|below| below.starts_with(name));
    }
    let Some((name, _)) = text.split_once(':').filter(|(name, _)| name.len() <= LONGEST) else {
        return false;
    };
    text.ends_with(['.', '?', '!'])
        && name.starts_with(char::is_uppercase)
        && below.take(NEAR).any(|below| below.starts_with(&text[..=name.len()]))
}

/// Whether some lines are the rows of a table: “1.   William Hodgson      34”.
fn has_rows(text: &str) -> bool {
    const FEW: usize = 3;
    text.lines().filter(|line| line.trim().contains("   ")).take(FEW).count() == FEW
}

/// Whether some lines are the items of a list: “1. John, bap. 1711.”
fn has_items(text: &str) -> bool {
    text.lines().filter(|line| item_number(line.trim()).is_some()).take(2).count() == 2
}

/// Whether the lines of a block are those of a list, a table or an account.
pub(super) fn is_table(input: &Input<'_>, block: &Block) -> bool {
    let text = block.span.of(input.text);
    has_items(text) || has_rows(text) || has_days(input, block)
}

/// Whether some lines of a block begin with days of months, as in an account: “Jan 3 Paid
/// Mr Marsh”.
fn has_days(input: &Input<'_>, block: &Block) -> bool {
    const FEW: usize = 2;
    let starts_with_day = |line: &Span| {
        let first = input.words.at(line.start);
        let same = input.words.get(first).is_some_and(|word| word.span.start <= line.start + 1);
        let found = date::at(input.words, first).filter(|_| same);
        found.is_some_and(|(dates, _)| {
            let day = |date: Written| date.month.is_some() && date.day.is_some();
            let end = dates[0].span.end;
            matches!(dates[0].meaning, Meaning::Date(date) if day(date)) && end + 3 < line.end
        })
    };
    block.line_spans(input.text, input.lines).filter(starts_with_day).take(FEW).count() == FEW
}

/// The number of an item: “2. Mr. Lathrop reported on the roof.”
fn item_number(text: &str) -> Option<u32> {
    let (number, words) = text.split_once(['.', ')'])?;
    let told = words.starts_with(' ') && words.contains(char::is_lowercase) && text.ends_with('.');
    number.parse().ok().filter(|_| told && number.len() <= 2)
}

/// Whether a line says who was there, as minutes do above what was said.
pub(super) fn is_roll(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "present", "those present", "also present", "members present", "in attendance", "absent",
        "apologies", "apologies for absence", "in the chair", "chairman", "anwesend", "anwesende",
        "entschuldigt", "abwesend", "vorsitz", "vorsitzender", "présents", "étaient présents",
        "sont présents", "absents", "excusés", "président",
    ];
    let first = text.lines().next().unwrap_or_default();
    let label = text.split_once(':').map(|(label, _)| label);
    // “Present”, and the names in the next lines.
    let label = label.unwrap_or(if first.len() < text.len() { first } else { "" });
    WORDS.contains(&label.trim().to_lowercase().as_str())
}

/// Whether a poem begins there and another below it: the title of each stands right
/// above a stanza.
pub(super) fn is_poem(input: &Input<'_>, heads: &[Option<Head>], index: usize) -> bool {
    const NEAR: usize = 24;
    let titled = |at: usize| {
        heads[at].is_some() && at + 1 < heads.len() && is_stanza(input, at + 1) && {
            let text = input.blocks[at + 1].span.of(input.text);
            !text.starts_with(['“', '"', '«', '„']) && !heads::is_attributed(text)
        }
    };
    titled(index) && (index + 2..heads.len().min(index + NEAR)).any(titled)
}
