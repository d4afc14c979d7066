//! What stands below the text of a letter: the formula, the name and the office
//! of who signed, what was added, and what typists and archivists put there.

use std::ops::Range;

use super::below::Reader;
use super::formulas::is_closing;
use super::greetings::greets_within;
use super::lines::is_dateline;
use super::margin::foot_at_right;
use super::parts::{Foot, FootKind, FootPart};
use super::signatures::Signatures;
use super::signer::{is_signature, signed_name};
use super::stamps::above_remarks;
use super::typist::{is_labelled_remark, is_office_mark};
use super::{lines_of, telegram};
use crate::element::Element;
use crate::segment::BlockKind;
use crate::structure::Input;
use crate::structure::notes::Notes;

/// The most blocks of a foot.
const MOST: usize = 14;

/// Among how many of the last blocks a paragraph may end with the formula.
const FEW: usize = 5;

/// What is known of who signs.
#[derive(Clone, Copy, Debug)]
pub(in crate::structure) enum Signer<'a> {
    /// Nothing, not even whether it is a letter.
    Unknown,
    /// Nothing but that somebody does.
    Somebody,
    /// The line above the text that says from whom it is.
    Named(&'a str),
    /// A name stands below the text, as in a telegram.
    Last,
    /// The names that stand below several letters.
    Among(&'a Signatures),
}

/// The foot at the end of `blocks`, below some text; only notes, ornaments and
/// illustrations come after it.
pub(in crate::structure) fn foot(
    input: &Input<'_>,
    notes: &Notes,
    blocks: Range<usize>,
    signer: Signer<'_>,
) -> Option<Foot> {
    let is_note = |index: &usize| notes.holds(*index);
    let is_ornament = |index: &usize| matches!(input.blocks[*index].kind, BlockKind::Ornament);
    let is_figure = |index: &usize| match &input.blocks[*index].kind {
        BlockKind::Marked(found) => found.markup.element == Element::Figure,
        _ => false,
    };
    let is_below = |index: &usize| is_note(index) || is_ornament(index) || is_figure(index);
    let below = blocks.clone().rev().take_while(is_below).count();
    let whole = blocks.start..blocks.end - below;
    let blocks = whole.start..above_remarks(input, &whole);
    let tail = blocks.end.saturating_sub(MOST).max(blocks.start + 1)..blocks.end;
    let is_text = |index: &usize| input.blocks[*index].is_text() && !is_note(index);
    let text = |index: usize| input.blocks[index].span.of(input.text);
    // Whatever stands between is no letter’s end.
    let free = tail.clone().rev().take_while(is_text).last().unwrap_or(blocks.end)..blocks.end;
    let read = |start: usize| Reader::new(input).read(start..blocks.end, 0);
    let by_formula = free.clone().filter(|index| is_closing(text(*index))).find_map(read);
    // Without a formula it may end with the signature that was copied, or with
    // the date and who wrote it.
    let copied = || free.clone().find(|index| signed_name(text(*index)).is_some()).and_then(read);
    let dated = || {
        let date = free.clone().rev().take(3).find(|index| {
            input.blocks[*index].line_count() == 1 && is_dateline(input, input.blocks[*index].span)
        })?;
        let signs = (date + 1..blocks.end).all(|index| is_signature(text(index)));
        if signs { read(date) } else { None }
    };
    // “Le comte DE RIVES.”, and in the line below “Bastia, ce 10 octobre 1781.”
    let signed_and_dated = || {
        let last = free.clone().next_back()?;
        let lines = lines_of(input, last);
        let [name, date] = lines[..] else { return None };
        let fits = is_signature(name.of(input.text)) && is_dateline(input, date);
        if fits { Reader::signed(input).read(last..blocks.end, 0) } else { None }
    };
    // The formula may stand in the last lines of a paragraph.
    let within = || {
        let near = blocks.clone().rev().take_while(is_text).take(FEW);
        near.flat_map(|index| closings_within(input, index).map(move |line| (index, line)))
            .filter_map(|(index, line)| Reader::new(input).read(index..blocks.end, line))
            .find(|foot| foot.parts.iter().any(|part| part.kind == FootKind::Signed))
    };
    // “Walter B. Ames”, below “FROM: Walter B. Ames, Field Agent”
    let by_sender = || {
        let names = |index: &usize| {
            let line = lines_of(input, *index)[0].of(input.text);
            match signer {
                Signer::Unknown | Signer::Somebody | Signer::Among(_) => false,
                Signer::Named(sender) => is_sender(line, sender),
                Signer::Last => telegram::signs(text(*index)),
            }
        };
        let name = free.clone().find(names)?;
        Reader::signed(input).read(name..blocks.end, 0)
    };
    // “HENRY JAMES.”, as below the letters before
    let by_signature = || {
        let Signer::Among(known) = signer else { return None };
        let (index, line) = known.line_in(input, free.clone())?;
        Reader::signed(input).read(index..blocks.end, line)
    };
    // “Embrasse les enfants pour moi. Ton mari qui t'aime,”, and below it “Lucien”
    let below_comma = || {
        let last = free.clone().next_back().filter(|last| *last > free.start)?;
        let name = input.blocks[last].line_count() == 1 && is_signature(text(last));
        let fits = name
            && text(last - 1).ends_with(',')
            && !is_dateline(input, input.blocks[last - 1].span);
        if fits { Reader::signed(input).read(last..blocks.end, 0) } else { None }
    };
    let by_name = || copied().or_else(by_sender);
    let marked = || marks(input, free.clone());
    let found =
        by_formula.or_else(by_name).or_else(dated).or_else(signed_and_dated).or_else(within);
    let known = !matches!(signer, Signer::Unknown);
    let at_right = || if known { foot_at_right(input, free.clone()) } else { None };
    let below_name = || if known { below_comma() } else { None };
    let with_more = || with_postscript(input, free.clone());
    let found = found.or_else(by_signature).or_else(at_right).or_else(below_name);
    let found = found.or_else(with_more).or_else(marked)?;
    // Below an illustration alone nobody takes leave.
    let above = !found.text.is_empty() || (blocks.start..found.blocks.start).any(|at| is_text(&at));
    above.then(|| with_remarks(input, found, whole.end))
}

/// A foot with the remarks below it, up to block `end`.
fn with_remarks(input: &Input<'_>, foot: Foot, end: usize) -> Foot {
    let part = |index: usize| FootPart {
        kind: FootKind::Trailer,
        lines: lines_of(input, index),
        block: Some(index),
    };
    let mut parts = foot.parts;
    parts.extend((foot.blocks.end..end).map(part));
    Foot { blocks: foot.blocks.start..foot.blocks.end.max(end), text: foot.text, parts }
}

/// The foot with a formula and a name above the last block or the last few, which say
/// something to the reader of the letter: “Bien des choses à tes parents.”
fn with_postscript(input: &Input<'_>, free: Range<usize>) -> Option<Foot> {
    const MOST_BLOCKS: usize = 3;
    let text = |index: usize| input.blocks[index].span.of(input.text);
    let remark = |index: &usize| is_labelled_remark(text(*index));
    let remarks = free.clone().rev().take_while(remark).count();
    let end = free.end - remarks;
    let added = (free.start + 1..end).rev().take(MOST_BLOCKS);
    let personal = |index: usize| {
        let single = index + 1 == end && is_line_or_two(input, index);
        if single { is_personal(text(index)) } else { speaks_to(text(index)) }
    };
    let added = added.take_while(|index| is_short(input, *index) && personal(*index));
    added.into_iter().find_map(|first| postscript_from(input, free.clone(), first, remarks))
}

/// The same with the postscript that begins with block `last`.
fn postscript_from(
    input: &Input<'_>,
    free: Range<usize>,
    last: usize,
    remarks: usize,
) -> Option<Foot> {
    let text = |index: usize| input.blocks[index].span.of(input.text);
    // A formula within a paragraph is not far above a line or two.
    let single = last + 1 + remarks == free.end && is_line_or_two(input, last);
    let read = |(index, line)| Reader::new(input).read(index..last, line);
    let tops = (free.start..last).filter(|index| is_closing(text(*index)));
    let within = |index| closings_within(input, index).map(move |line| (index, line));
    let lines = || (free.start..last).rev().take(FEW).flat_map(within);
    let whole = tops.map(|index| (index, 0)).find_map(read);
    let foot = whole.or_else(|| if single { lines().find_map(read) } else { None })?;
    let signed = foot.parts.iter().any(|part| part.kind == FootKind::Signed);
    let open = foot.parts.iter().all(|part| part.kind.is_in_closer());
    let below = (last..free.end).map(|index| {
        let kind = match () {
            () if index == last => FootKind::Postscript,
            () if index + remarks < free.end => FootKind::Added,
            () => FootKind::Trailer,
        };
        FootPart { kind, lines: lines_of(input, index), block: Some(index) }
    });
    let parts = foot.parts.into_iter().chain(below).collect();
    (signed && open).then_some(Foot { blocks: foot.blocks.start..free.end, text: foot.text, parts })
}

/// Whether a block says little.
fn is_line_or_two(input: &Input<'_>, index: usize) -> bool {
    const MOST_LINES: u32 = 2;
    const LONGEST: u32 = 200;
    let block = &input.blocks[index];
    block.line_count() <= MOST_LINES && block.span.len() <= LONGEST
}

/// Whether somebody speaks to another in a paragraph, outside quotation marks: not of
/// him, as an editor does.
fn speaks_to(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "I ", "I'", "I’", "Ich ", "Je ", "J'", "J’", "Do ", "Don", "Pray ", "Write ", "Tell ",
        "Remember ", "Excuse ", "Bring ", "Send ",
    ];
    const YOU: &[&str] = &[
        "Dein", "Deine", "Deinem", "Deinen", "Deiner", "Dich", "Dir", "Du", "Euch", "Ihnen",
        "Ihre", "Ihrem", "Ihren", "Ihrer", "dein", "deine", "dich", "dir", "du", "euch", "ta",
        "te", "tes", "toi", "ton", "tu", "vos", "votre", "vous", "you", "your", "yours",
    ];
    let outside = text.split(['"', '“', '”', '„', '«', '»']).step_by(2);
    let mut words = outside.flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
    // “Haben Sie einmal …”, where a sentence about her would begin with it.
    let sie = || {
        let mut found = text.match_indices(" Sie ");
        found.any(|(at, _)| text[..at].ends_with(|c: char| c.is_lowercase() || c == ','))
    };
    STARTS.iter().any(|start| text.starts_with(start))
        || words.any(|word| YOU.contains(&word))
        || sie()
}

/// Whether a block is no longer than what is added to a letter, and no note of an editor.
fn is_short(input: &Input<'_>, index: usize) -> bool {
    const LONGEST: u32 = 1200;
    let span = input.blocks[index].span;
    let text = span.of(input.text);
    span.len() <= LONGEST
        && !greets_within(text)
        && !["NOTE", "Note.", "Anm", "[", "("].iter().any(|at| text.starts_with(at))
}

/// Whether a short paragraph is said by one person to another.
fn is_personal(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "dein", "deine", "dich", "dir", "du", "euch", "ich", "ihr", "je", "me", "mein", "meine",
        "mich", "mir", "moi", "mon", "my", "nous", "schreib", "schreibe", "schreiben", "ta", "te",
        "tes", "toi", "ton", "tu", "us", "vos", "votre", "vous", "we", "wir", "write", "you",
        "your", "écris", "écrivez",
    ];
    text.starts_with(char::is_uppercase)
        && text.split(|c: char| !c.is_alphabetic()).any(|word| {
            word == "I" || word.len() > 1 && WORDS.contains(&word.to_lowercase().as_str())
        })
}

/// Whether a line is the name that a memorandum says it comes from.
fn is_sender(line: &str, sender: &str) -> bool {
    const SHORTEST: usize = 4;
    let Some((_, sender)) = sender.split_once(':') else { return false };
    let sender = sender.trim().to_lowercase();
    let line = line.trim_matches(['.', ',', '_', ' ', '*']).to_lowercase();
    let rest = sender.strip_prefix(line.as_str());
    line.len() >= SHORTEST && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// What typists put below a memorandum, which nobody signs.
fn marks(input: &Input<'_>, free: Range<usize>) -> Option<Foot> {
    let is_mark = |index: &usize| {
        lines_of(input, *index).iter().all(|line| is_office_mark(line.of(input.text)))
    };
    let start = free.clone().rev().take_while(is_mark).last()?;
    let part = |index: usize| FootPart {
        kind: FootKind::Trailer,
        lines: lines_of(input, index),
        block: Some(index),
    };
    let parts = (start..free.end).map(part).collect();
    Some(Foot { blocks: start..free.end, text: Vec::new(), parts })
}

/// The lines of block `index` with a formula, each below the end of a sentence.
fn closings_within(input: &Input<'_>, index: usize) -> impl Iterator<Item = usize> {
    let lines = lines_of(input, index);
    let text = |at: usize| lines[at].of(input.text);
    let ends = |at: usize| text(at).ends_with(['.', '!', '?', ',', '-', '—', '”', '"', '“']);
    let found: Vec<usize> =
        (1..lines.len()).filter(|at| is_closing(text(*at)) && ends(at - 1)).collect();
    found.into_iter()
}

/// The line of block `index`, from line `first` on, with which the foot of a
/// letter begins that somebody signs in the same block.
pub(super) fn closing_in(input: &Input<'_>, index: usize, first: usize) -> Option<usize> {
    const MOST: usize = 16;
    let lines = lines_of(input, index);
    let near = first.max(lines.len().saturating_sub(MOST))..lines.len().saturating_sub(1);
    near.filter(|at| is_closing(lines[*at].of(input.text))).find(|at| {
        let foot = Reader::new(input).read(index..index + 1, *at);
        foot.is_some_and(|foot| foot.parts.iter().any(|part| part.kind == FootKind::Signed))
    })
}
