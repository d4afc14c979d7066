//! What the blocks below the text of a letter are, line by line.

use std::ops::Range;

use super::address::{fits_address, is_address, is_place, names_quarters};
use super::formulas::{is_closing, is_postscript};
use super::greetings::is_salute;
use super::lines::{is_dateline, is_mark, tells};
use super::lines_of;
use super::parts::{Foot, FootKind, FootPart};
use super::signer::{is_initials, is_office, is_own, is_signature, signed_name};
use super::stamps::remark_end;
use super::typist::{is_labelled_remark, is_office_mark, is_signature_told};
use crate::source::Span;
use crate::structure::Input;

/// Tells what the lines below a text are, one after the other.
pub(super) struct Reader<'a> {
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
    /// Up to which block a remark in brackets goes on.
    remark: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(input: &'a Input<'a>) -> Self {
        let (parts, remark) = (Vec::new(), 0);
        Self { input, parts, signed: false, closed: false, lines: 0, signs: false, remark }
    }

    /// Where the first line is known to be the name of who signs.
    pub(super) fn signed(input: &'a Input<'a>) -> Self {
        Self { signs: true, ..Self::new(input) }
    }

    /// Each line of the blocks from line `first` of the first block on, if all of
    /// them are known.
    pub(super) fn read(mut self, blocks: Range<usize>, first: usize) -> Option<Foot> {
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
        if self.lines > 0 {
            self.remark = self.remark.max(remark_end(self.input, index).unwrap_or_default());
        }
        let kind = match () {
            () if self.lines == 0 => return None,
            () if index < self.remark => FootKind::Trailer,
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
        // “Le Directeur,” and below it his name; “Pour le Ministre et par délégation,”
        let stops = text.ends_with(',') && self.last_is(&[FootKind::Salute]);
        if stops && (is_office(text.trim_end_matches(',')) || is_on_behalf(text)) {
            return Some(FootKind::Signed);
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

/// “Pour le Ministre et par délégation,”
fn is_on_behalf(text: &str) -> bool {
    const LONGEST: usize = 60;
    let starts = ["For the ", "Pour le ", "Pour la ", "P. le ", "Für den ", "Für die "];
    text.len() <= LONGEST && starts.iter().any(|start| text.starts_with(start))
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
