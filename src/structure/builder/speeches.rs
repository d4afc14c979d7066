//! Speeches and stage directions.

use std::ops::Range;

use super::Builder;
use crate::annotation::Annotation;
use crate::element::Element;
use crate::segment::{Block, BlockKind, begins_loud};
use crate::source::Span;
use crate::structure::heads::is_in_list;
use crate::structure::speeches::{Section, Speeches, Turn};
use crate::structure::verse::{Lineation, lineation};

impl Builder<'_> {
    /// The speech or the direction that begins with block `index`; returns the block
    /// after it.
    pub(super) fn performance(&mut self, index: usize, end: usize) -> Option<usize> {
        let section = self.found.speeches.section_at(index)?;
        let block = &self.input.blocks[index];
        if !block.is_text() || self.found.lines[index].is_some() {
            return None;
        }
        if !self.found.speeches.turns_in(index).is_empty() {
            return Some(self.speeches(index, end, section));
        }
        if !section.sets(index) && !Speeches::is_direction(self.text(block.span)) {
            return None;
        }
        self.direction(index);
        Some(index + 1)
    }

    /// The speeches that begin in block `index`; returns the block after the last.
    fn speeches(&mut self, index: usize, end: usize, section: &Section) -> usize {
        let block = &self.input.blocks[index];
        let turns = self.found.speeches.turns_in(index);
        let starts = turns.iter().map(|turn| turn.speaker.start);
        let ends: Vec<u32> = starts.skip(1).chain([block.span.end]).collect();
        let lines: Vec<Span> = block.line_spans(self.input.text, self.input.lines).collect();
        let first = turns[0].speaker.start;
        self.said(block, &clipped(&lines, block.span.start, first), section.verse);
        let alone = turns.last().is_some_and(|turn| turn.said >= block.span.end);
        let rest = index + 1..self.end_of_speech(index + 1..end, section, alone);
        for (turn, end) in turns.iter().zip(ends) {
            let last = end == block.span.end;
            let rest = if last { rest.clone() } else { rest.start..rest.start };
            let said = clipped(&lines, turn.said, end);
            self.speech(turn, block, &said, &rest, section.verse);
        }
        rest.end
    }

    /// Where the blocks end that go on with a speech: the last of them is words that
    /// nobody else says. Where the text is no play, only what is said `below` the name
    /// of who speaks is sure to be his.
    fn end_of_speech(&self, blocks: Range<usize>, section: &Section, below: bool) -> usize {
        let mut end = blocks.start;
        if !section.play && !below {
            return end;
        }
        for index in blocks.start..blocks.end.min(section.blocks.end) {
            let block = &self.input.blocks[index];
            if self.found.notes.holds(index) {
                continue;
            }
            let text = match block.kind {
                BlockKind::Ornament => return end,
                BlockKind::Blank | BlockKind::Marked(_) => continue,
                BlockKind::Text => self.text(block.span),
            };
            if !self.found.speeches.turns_in(index).is_empty()
                || is_in_list(&self.found.lists, index)
                || self.found.lines[index].is_some()
                || self.found.speeches.is_doubtful(block.span.start)
            {
                return end;
            }
            if !Speeches::is_direction(text) {
                end = index + 1;
                if !section.play {
                    return end;
                }
            }
        }
        end
    }

    /// What somebody says in the `lines` of a block and in the blocks below it.
    fn speech(
        &mut self,
        turn: &Turn,
        block: &Block,
        lines: &[Span],
        rest: &Range<usize>,
        verse: bool,
    ) {
        self.structure.readable.push(turn.speaker);
        let label = turn.direction.map_or(turn.speaker, |direction| turn.speaker.join(direction));
        let said = lines.last().map_or(label, |last| label.join(*last));
        let whole = match rest.len() {
            0 => said,
            _ => said.join(self.input.blocks[rest.end - 1].span),
        };
        if whole == turn.speaker {
            // Nobody says anything.
            self.push(Annotation::new(Element::P, whole));
            return;
        }
        self.structure.counts.speeches += 1;
        self.push(Annotation::new(Element::Sp, whole));
        self.push(Annotation::new(Element::Speaker, turn.speaker));
        if let Some(direction) = turn.direction {
            self.stage(direction);
        }
        self.said(block, lines, verse);
        self.go_on(rest.clone(), verse);
    }

    /// The blocks that go on with a speech.
    fn go_on(&mut self, blocks: Range<usize>, verse: bool) {
        let mut index = blocks.start;
        while index < blocks.end {
            let block = &self.input.blocks[index];
            if let Some(note) = self.found.notes.note_at(index) {
                index = self.note(note);
                continue;
            }
            if !block.is_text() || self.found.notes.holds(index) {
                self.block(index);
            } else if Speeches::is_direction(self.text(block.span)) {
                self.direction(index);
            } else {
                let lines: Vec<Span> =
                    block.line_spans(self.input.text, self.input.lines).collect();
                self.said(block, &lines, verse);
            }
            index += 1;
        }
    }

    /// Lines that somebody says, with the directions among them.
    fn said(&mut self, block: &Block, lines: &[Span], verse: bool) {
        let mut start = 0;
        let mut at = 0;
        while at < lines.len() {
            match self.direction_at(&lines[at..]) {
                0 => at += 1,
                count => {
                    self.words_said(block, &lines[start..at], verse);
                    self.stage(lines[at].join(lines[at + count - 1]));
                    at += count;
                    start = at;
                }
            }
        }
        self.words_said(block, &lines[start..], verse);
    }

    /// How many of the first lines are a direction.
    fn direction_at(&self, lines: &[Span]) -> usize {
        const MOST: usize = 6;
        if Speeches::enters(self.text(lines[0])) {
            let goes_on = |line: &&Span| self.text(**line).ends_with([',', ';']);
            return (1 + lines.iter().take_while(goes_on).count()).min(lines.len());
        }
        if !self.text(lines[0]).trim_start_matches(['_', '$']).starts_with(['(', '[']) {
            return 0;
        }
        let most = lines.len().min(MOST);
        let is_direction =
            |count: &usize| Speeches::is_direction(self.text(lines[0].join(lines[*count - 1])));
        (1..=most).find(is_direction).unwrap_or(0)
    }

    /// Lines of words, and the directions within them.
    fn words_said(&mut self, block: &Block, lines: &[Span], verse: bool) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let span = first.join(*last);
        let part = self.cut(block, span);
        let loud = lines.iter().skip(1).filter(|line| begins_loud(self.text(**line))).count();
        if verse && loud * 10 >= (lines.len() - 1) * 8 {
            self.verse_lines(lines);
        } else {
            // The name before the words counts for the length of their line.
            let number = self.input.lines.line(span.start);
            let line = self.input.lines.span(self.input.text, number);
            let begun = Span::new(line.start.max(block.span.start), span.end);
            match lineation(self.input, &self.cut(block, begun)) {
                Lineation::Verse => {
                    self.push(Annotation::new(Element::Lg, span));
                    self.verse_lines(lines);
                }
                lineation => {
                    self.push(Annotation::new(Element::P, span));
                    self.structure.readable.push(span);
                    if lineation == Lineation::Lines {
                        self.line_breaks(&part);
                    }
                }
            }
        }
        let directions = self.found.speeches.directions(self.input.text, span);
        let stages = directions.into_iter().map(|span| Annotation::new(Element::Stage, span));
        self.structure.annotations.extend(stages);
    }

    /// The lines of a block over which `span` reaches.
    fn cut(&self, block: &Block, span: Span) -> Block {
        let number = |at: u32| self.input.lines.line(at);
        let lines = number(span.start)..number(span.end) + 1;
        Block { span, lines, ..block.clone() }
    }

    fn verse_lines(&mut self, lines: &[Span]) {
        self.structure.readable.extend(lines);
        let lines = lines.iter().map(|line| Annotation::new(Element::L, *line));
        self.structure.annotations.extend(lines);
    }

    /// A block that is a direction.
    fn direction(&mut self, index: usize) {
        let block = &self.input.blocks[index];
        self.stage(block.span);
        if lineation(self.input, block) != Lineation::Prose {
            self.line_breaks(block);
        }
    }

    fn stage(&mut self, span: Span) {
        self.structure.readable.push(span);
        self.push(Annotation::new(Element::Stage, span));
    }
}

/// Those of some lines that stand between two offsets, the first of them clipped.
fn clipped(lines: &[Span], start: u32, end: u32) -> Vec<Span> {
    let first = lines.partition_point(|line| line.end <= start);
    let last = lines.partition_point(|line| line.start < end);
    let within = lines.get(first..last).unwrap_or_default();
    within.iter().map(|line| Span::new(line.start.max(start), line.end)).collect()
}
