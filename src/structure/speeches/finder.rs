//! In which parts of a text people speak.

use rustc_hash::{FxHashMap, FxHashSet};

use super::cast::{Mark, ends, is_form};
use super::look::Look;
use super::part::Part;
use super::stage::{self, Brackets};
use super::{Section, Speeches, Turn};
use crate::segment::begins_loud;
use crate::source::Span;
use crate::structure::Input;

pub(super) struct Finder<'a, 'i> {
    pub input: &'a Input<'i>,
    /// How often each name stands there, whether it takes turns or not.
    pub counts: &'a FxHashMap<&'i str, usize>,
    /// Whether the text has acts or scenes, or is a dialogue from beginning to end.
    pub play: bool,
    /// Whether several speeches stand in one block.
    pub solid: bool,
    pub found: Speeches,
}

impl Finder<'_, '_> {
    /// Takes the speeches of a part, if they are some.
    pub(super) fn part(&mut self, part: &Part<'_, '_>) {
        let known = &part.known;
        let told = known.len() >= 2 || known.len() * 3 >= part.texts && !known.is_empty();
        if !(if self.play { told } else { self.is_dialogue(part) }) {
            return;
        }
        let look = Look::of(known, part.texts, self.solid);
        let mut sure = known.iter().map(|mark| mark.start).peekable();
        for mark in part.marks {
            // “A room in the castle. Night.” stands above the first speech of a scene.
            let early = part.set && mark.block < known[0].block && !mark.is_loud(self.input);
            let count = self.counts.get(mark.label.name).copied().unwrap_or_default();
            if sure.next_if_eq(&mark.start).is_some() || !early && look.is_that_of(mark, count) {
                self.found.turns.push(Turn {
                    block: mark.block,
                    speaker: mark.speaker(),
                    direction: mark.direction(),
                    said: mark.said(),
                });
            } else if !early && !mark.inner && mark.label.style == look.style {
                self.found.doubtful.insert(mark.start);
            }
        }
        let before = self.found.sections.last().is_some_and(|section| section.verse);
        self.found.sections.push(Section {
            blocks: part.blocks.clone(),
            first: known[0].block,
            set: part.set,
            play: self.play,
            verse: self.is_verse(known).unwrap_or(before),
        });
    }

    /// Whether most paragraphs begin with who speaks, and some ask, although no act
    /// and no scene says that it is a play.
    fn is_dialogue(&self, part: &Part<'_, '_>) -> bool {
        const SEVERAL: usize = 6;
        let known = &part.known;
        let names: FxHashSet<&str> = known.iter().map(|mark| mark.label.name).collect();
        let said = |mark: &&&Mark<'_>| {
            let block = mark.block + usize::from(mark.is_alone(self.input));
            let block = self.input.blocks.get(block).map_or(Span::default(), |block| block.span);
            Span::new(mark.said().clamp(block.start, block.end), block.end).of(self.input.text)
        };
        let asks = known.iter().filter(|mark| said(mark).contains('?')).count();
        let ended = known.iter().filter(|mark| ends(said(mark))).count();
        known.len() >= SEVERAL
            && names.len() >= 2
            && known.len() * 3 >= part.said()
            && asks * 10 >= known.len()
            && ended * 10 >= known.len() * 6
            && !is_form(known)
    }

    /// Whether what is said goes on in lines that begin with capitals; nothing if too
    /// few lines could tell.
    fn is_verse(&self, known: &[&Mark<'_>]) -> Option<bool> {
        const FEW: usize = 4;
        const LONGEST: usize = 75;
        let (mut all, mut loud) = (0, 0);
        for marks in known.chunk_by(|one, other| one.block == other.block) {
            let block = &self.input.blocks[marks[0].block];
            let mut begun = marks.iter().peekable();
            let mut said = u32::MAX;
            for line in block.line_spans(self.input.text, self.input.lines) {
                if let Some(mark) = begun.next_if(|mark| mark.start == line.start) {
                    said = mark.said();
                }
                if line.start > said {
                    let line = line.of(self.input.text);
                    all += 1;
                    loud += usize::from(begins_loud(line) && line.chars().count() <= LONGEST);
                }
            }
        }
        (all >= FEW).then_some(loud * 10 >= all * 8)
    }

    /// What was found, with the brackets that stand around directions behind names and
    /// in paragraphs of their own.
    pub(super) fn finish(mut self) -> Speeches {
        const SEVERAL: usize = 2;
        let behind = self.found.turns.iter().filter_map(|turn| turn.direction);
        let blocks = self.found.sections.iter().flat_map(|section| section.blocks.clone());
        let alone = blocks
            .map(|index| &self.input.blocks[index])
            .filter(|block| block.is_text())
            .map(|block| block.span)
            .filter(|span| stage::is_direction(span.of(self.input.text)));
        let (mut round, mut square) = (0, 0);
        for direction in behind.chain(alone) {
            let direction = direction.of(self.input.text).trim_start_matches(stage::MARKS);
            match direction.as_bytes().first() {
                Some(b'(') => round += 1,
                Some(b'[') => square += 1,
                _ => {}
            }
        }
        self.found.brackets = Brackets { round: round >= SEVERAL, square: square >= SEVERAL };
        self.found
    }
}
