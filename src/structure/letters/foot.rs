//! What stands below the text of a letter: the formula, the name and the office
//! of who signed, what was added, and what typists and archivists put there.

use std::ops::Range;

use super::address::{fits_address, is_address, is_place, names_quarters};
use super::formulas::{is_closing, is_office, is_postscript, is_signature, signed_name};
use super::greetings::is_salute;
use super::lines::{is_dateline, is_mark, tells};
use super::margin::foot_at_right;
use super::signatures::Signatures;
use super::{lines_of, telegram};
use crate::segment::BlockKind;
use crate::source::Span;
use crate::structure::Input;
use crate::structure::notes::Notes;

/// What a part of the foot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::structure) enum FootKind {
    /// The formula.
    Salute,
    /// A name, or an office.
    Signed,
    /// When and where.
    Dateline,
    /// An address.
    Address,
    /// What was added, and says so.
    Postscript,
    /// A paragraph that goes on with it.
    Added,
    /// Initials of the typist, enclosures, copies, a remark of an archivist.
    Trailer,
}

impl FootKind {
    /// Whether it belongs to those who take leave.
    pub(in crate::structure) const fn is_in_closer(self) -> bool {
        !matches!(self, Self::Postscript | Self::Added | Self::Trailer)
    }
}

/// Some lines of the foot.
#[derive(Clone, Debug)]
pub(in crate::structure) struct FootPart {
    /// What they are.
    pub kind: FootKind,
    /// The lines.
    pub lines: Vec<Span>,
    /// The block, if they are all its lines.
    pub block: Option<usize>,
}

/// The foot of a letter.
#[derive(Clone, Debug)]
pub(in crate::structure) struct Foot {
    /// Its blocks.
    pub blocks: Range<usize>,
    /// The lines of the first block that are the end of the text.
    pub text: Vec<Span>,
    /// What stands in it, in order.
    pub parts: Vec<FootPart>,
}

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

/// The foot at the end of `blocks`, below some text; only notes and ornaments come
/// after it.
pub(in crate::structure) fn foot(
    input: &Input<'_>,
    notes: &Notes,
    blocks: Range<usize>,
    signer: Signer<'_>,
) -> Option<Foot> {
    let is_note = |index: &usize| notes.holds(*index);
    let is_ornament = |index: &usize| matches!(input.blocks[*index].kind, BlockKind::Ornament);
    let is_below = |index: &usize| is_note(index) || is_ornament(index);
    let below = blocks.clone().rev().take_while(is_below).count();
    let blocks = blocks.start..blocks.end - below;
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
        Reader { signs: true, ..Reader::new(input) }.read(name..blocks.end, 0)
    };
    // “HENRY JAMES.”, as below the letters before
    let by_signature = || {
        let Signer::Among(known) = signer else { return None };
        let (index, line) = known.line_in(input, free.clone())?;
        Reader { signs: true, ..Reader::new(input) }.read(index..blocks.end, line)
    };
    let by_name = || copied().or_else(by_sender);
    let marked = || marks(input, free.clone());
    let found = by_formula.or_else(by_name).or_else(dated).or_else(within);
    let known = !matches!(signer, Signer::Unknown);
    let at_right = || if known { foot_at_right(input, free.clone()) } else { None };
    let found = found.or_else(by_signature).or_else(at_right).or_else(marked)?;
    // Below an illustration alone nobody takes leave.
    let above = !found.text.is_empty() || (blocks.start..found.blocks.start).any(|at| is_text(&at));
    above.then_some(found)
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

struct Reader<'a> {
    input: &'a Input<'a>,
    parts: Vec<FootPart>,
    /// Whether somebody has signed.
    signed: bool,
    /// Whether nothing more can belong to the closer.
    closed: bool,
    /// How many lines stand in the closer.
    lines: usize,
    /// Whether the first line is known to be the name of who signs.
    signs: bool,
}

impl<'a> Reader<'a> {
    fn new(input: &'a Input<'a>) -> Self {
        Self { input, parts: Vec::new(), signed: false, closed: false, lines: 0, signs: false }
    }

    /// Each line of the blocks from line `first` of the first block on, if all of
    /// them are known.
    fn read(mut self, blocks: Range<usize>, first: usize) -> Option<Foot> {
        const MOST_IN_CLOSER: usize = 12;
        let mut text = Vec::new();
        for index in blocks.clone() {
            let mut lines = lines_of(self.input, index);
            if index == blocks.start {
                text.extend(lines.drain(..first));
            }
            if let Some(kind) = self.of_block(index, &lines) {
                self.parts.push(FootPart { kind, lines, block: Some(index) });
                continue;
            }
            for (at, line) in lines.iter().enumerate() {
                if at > 0 && is_postscript(line.of(self.input.text)) {
                    self.closed = true;
                    let (kind, lines) = (FootKind::Postscript, lines[at..].to_vec());
                    self.parts.push(FootPart { kind, lines, block: None });
                    break;
                }
                let kind = self.of_line(*line, at)?;
                self.push(kind, *line, at);
            }
        }
        self.sign_with_formula();
        self.place_above_date();
        (self.lines <= MOST_IN_CLOSER).then_some(Foot { blocks, text, parts: self.parts })
    }

    /// A place between the name and the date belongs to the date.
    fn place_above_date(&mut self) {
        for at in 2..self.parts.len() {
            let (place, date) = (&self.parts[at - 1], &self.parts[at]);
            let text = place.lines[0].of(self.input.text);
            let below_name = self.parts[at - 2].kind == FootKind::Signed;
            if date.kind == FootKind::Dateline
                && place.kind == FootKind::Signed
                && below_name
                && (is_place(text) || names_quarters(text))
            {
                self.parts[at - 1].kind = FootKind::Dateline;
            }
        }
    }

    /// The last line of the formula may hold the name: “Es grüßt Euch herzlich”,
    /// “Euer Karl”.
    fn sign_with_formula(&mut self) {
        let formula = self.parts.iter().take_while(|part| part.kind == FootKind::Salute).count();
        let Some(last) = formula.checked_sub(1).filter(|_| !self.signed) else { return };
        let last = &mut self.parts[last];
        let text = last.lines[0].of(self.input.text);
        if formula < 2 && !is_own(text) {
            return;
        }
        let name = text.split_whitespace().next_back().unwrap_or_default();
        let name = name.trim_start_matches(['[', '_', '=']);
        if name.starts_with(char::is_uppercase) && !name.ends_with(',') && text.contains(' ') {
            last.kind = FootKind::Signed;
        }
    }

    fn last_is(&self, kinds: &[FootKind]) -> bool {
        self.parts.last().is_some_and(|last| kinds.contains(&last.kind))
    }

    /// What a block is as a whole.
    fn of_block(&mut self, index: usize, lines: &[Span]) -> Option<FootKind> {
        const PARAGRAPH: usize = 1200;
        let text = self.input.blocks[index].span.of(self.input.text);
        let texts: Vec<&str> = lines.iter().map(|line| line.of(self.input.text)).collect();
        let added = self.last_is(&[FootKind::Postscript, FootKind::Added])
            && text.len() <= PARAGRAPH
            && !texts.iter().any(|text| is_office_mark(text));
        // The addressee of an official letter, or where the next is to go.
        let first = texts[0].to_lowercase();
        let label = first.ends_with(':') && (first.contains("address") || first.contains("adress"));
        let leads = texts[0].starts_with("The ") || label;
        let address = || {
            self.signed
                && !self.closed
                && lines.len() >= 2
                && signed_name(text).is_none()
                && (is_address(&texts) || leads && fits_address(&texts[1..]))
        };
        let kind = match () {
            () if self.lines == 0 => return None,
            () if is_postscript(text) => FootKind::Postscript,
            () if is_labelled_remark(text) && !is_signature_told(text) => FootKind::Trailer,
            () if added => FootKind::Added,
            () if address() => FootKind::Address,
            () => return None,
        };
        self.closed |= !kind.is_in_closer();
        Some(kind)
    }

    /// What a line is, the `at`th of its block.
    fn of_line(&self, line: Span, at: usize) -> Option<FootKind> {
        let text = line.of(self.input.text);
        // “[signature illegible]”
        if self.lines > 0 && !self.closed && is_signature_told(text) {
            return Some(FootKind::Signed);
        }
        if self.lines > 0 && (is_office_mark(text) || is_labelled_remark(text) || is_mark(text)) {
            return Some(FootKind::Trailer);
        }
        if self.closed {
            let listed = at > 0 && text.len() <= 80 && self.last_is(&[FootKind::Trailer]);
            return listed.then_some(FootKind::Trailer);
        }
        if self.signs && self.parts.is_empty() {
            return Some(FootKind::Signed);
        }
        let first = self.parts.is_empty() && signed_name(text).is_none();
        let first = first && !is_dateline(self.input, line);
        if !self.signed && (first || is_closing(text) || is_salute(text) || self.goes_on(text)) {
            return Some(FootKind::Salute);
        }
        if is_dateline(self.input, line) {
            return Some(FootKind::Dateline);
        }
        if self.signed && self.lines > 0 && at > 0 && is_addressee(text) {
            return Some(FootKind::Address);
        }
        let name = is_signature(text) || signed_name(text).is_some() || is_initials(text);
        // Right under the formula stands a name, however it is written.
        let below = at > 0
            && self.lines > 0
            && text.len() <= 60
            && text.starts_with(char::is_uppercase)
            && !tells(text);
        (name || below || self.signed && is_office(text)).then_some(FootKind::Signed)
    }

    /// Whether a line goes on with the formula above it: “your obedient
    /// servant,”.
    fn goes_on(&self, text: &str) -> bool {
        self.last_is(&[FootKind::Salute])
            && text.starts_with(char::is_lowercase)
            && text.len() <= 60
    }

    fn push(&mut self, kind: FootKind, line: Span, at: usize) {
        self.signed |= kind == FootKind::Signed;
        self.lines += usize::from(kind.is_in_closer());
        if kind == FootKind::Trailer {
            self.closed = true;
            // Those who have copies, one below the other.
            let text = line.of(self.input.text);
            let goes_on = at > 0 && !is_office_mark(text) && !is_labelled_remark(text);
            let last = self.parts.last_mut().filter(|last| goes_on && last.kind == kind);
            if let Some(last) = last {
                last.lines.push(line);
                return;
            }
        }
        self.parts.push(FootPart { kind, lines: vec![line], block: None });
    }
}

/// Whether a line is all the formula there is in German: “Dein Karl”, “Ihre treue
/// Rosa.”, “Euer [F. Engels.]”
pub(super) fn is_own(text: &str) -> bool {
    const YOURS: &[&str] = &["Dein", "Deine", "Ihr", "Ihre", "Euer", "Eure", "Eur"];
    let mut words = text.split_whitespace();
    words.next().is_some_and(|first| YOURS.contains(&first)) && words.count() <= 5
}

/// Whether a line below the name says to whom the letter goes: “To Colonel Reed”.
fn is_addressee(text: &str) -> bool {
    let name = ["To ", "An ", "À "].iter().find_map(|to| text.strip_prefix(to));
    name.is_some_and(|name| {
        (1..=6).contains(&name.split_whitespace().count())
            && name.starts_with(char::is_uppercase)
            && !tells(text)
            && !text.ends_with(['?', '!', ':'])
    })
}

/// Initials with or without stops: “M. R. M.”, “ABH”.
pub(super) fn is_initials(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (1..=4).contains(&letters)
        && text.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' ' | ','))
}

/// Whether a line is what typists put below a letter: their initials, what is
/// enclosed, who has a copy.
fn is_office_mark(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "Encl", "ENCL", "encl", "Enc.", "Enc:", "Enc ", "Enclosure", "cc:", "cc ", "cc.", "c.c.",
        "CC:", "Cc:", "C.C.", "bcc", "Copy to", "Copies to", "COPY TO", "Copie à", "Copies à",
        "Carbon copy", "Durchschlag an", "Abschrift an", "Abschriften an", "Anlage", "Anl.",
        "Beilage", "Beil.", "P.J.", "P. J.", "PJ :", "PJ:", "Pièce jointe", "Pièces jointes",
        "Annexe", "Dictated", "DICTATED", "Beglaubigt", "F.d.R.", "F. d. R.",
        "Für die Richtigkeit", "Absender:", "Abs.:", "Absender :", "Expéditeur", "Distribution:",
        "Verteiler",
    ];
    let counted = text.split_once(' ').is_some_and(|(count, rest)| {
        count.len() <= 2
            && count.bytes().all(|byte| byte.is_ascii_digit())
            && ["encl", "Encl", "Anlage", "Beilage", "enclosure", "annexe"]
                .iter()
                .any(|start| rest.starts_with(start))
    });
    text.len() <= 120 && (STARTS.iter().any(|start| text.starts_with(start)) || counted)
        || is_typist(text)
}

/// “HBA:mk”, “AL/mw”, “JEH:ABC”, “mw”
fn is_typist(text: &str) -> bool {
    const MOST: usize = 12;
    let parts: Vec<&str> = text.split([':', '/', '-']).collect();
    let initials = |part: &str| {
        let part = part.trim();
        let letters = part.chars().filter(|c| c.is_alphabetic()).count();
        (1..=4).contains(&letters)
            && part.chars().all(|c| c.is_alphabetic() || c == '.' || c == ' ')
    };
    text.len() <= MOST
        && (2..=3).contains(&parts.len())
        && (!text.contains('-') || text.chars().any(char::is_uppercase))
        && parts.iter().all(|part| initials(part))
        && (parts[0].chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
            || text.contains(['/', ':']) && parts.iter().all(|part| part.len() <= 3))
}

/// Whether a remark in brackets stands for a signature.
fn is_signature_told(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inside.is_some_and(|inside| {
        let lower = inside.to_lowercase();
        !inside.contains(['[', ']'])
            && ["signature", "unsigned", "not signed", "unterschrift", "initialled", "initialed"]
                .iter()
                .any(|word| lower.contains(word))
    })
}

/// Whether a line begins with a remark in brackets: “[Envelope:] Miss Marsh”,
/// “[handwritten at foot: Ansd. Feb 11]”.
fn is_labelled_remark(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.split_once(']'));
    signed_name(text).is_none()
        && inside.is_some_and(|(inside, rest)| {
            inside
                .split_whitespace()
                .any(|word| word.len() > 3 && word.chars().any(char::is_lowercase))
                && (rest.is_empty() || inside.ends_with(':'))
        })
}

#[cfg(test)]
mod tests {
    use super::{is_labelled_remark, is_office_mark, is_typist};

    #[test]
    fn marks_of_typists() {
        for text in [
            "HBA:mk", "AL/mw", "JEH:ABC", "MAD/jb", "E.W./r.b.", "Encl.", "2 Encls.",
            "cc: Mr. Sedgwick", "c.c. The Secretary",
        ] {
            assert!(is_office_mark(text), "{text}");
        }
        for text in
            ["Jane", "M. R. M.", "Anna Reik", "Jean-Paul", "Reading/London", "Encore une fois"]
        {
            assert!(!is_typist(text) && !is_office_mark(text), "{text}");
        }
    }

    #[test]
    fn remarks_of_archivists() {
        assert!(is_labelled_remark("[handwritten at foot: Ansd. Feb 11]"));
        assert!(is_labelled_remark("[Envelope:] Miss Lydia Calloway"));
        for text in ["[signed] Margaret", "[1] A note.", "[Jane] Marsh"] {
            assert!(!is_labelled_remark(text), "{text}");
        }
    }
}
