//! Words that are headings by what they look like and where they stand.

use rustc_hash::{FxHashMap, FxHashSet};

use super::testimony::is_witness;
use super::words::{
    cites_page, has_lower, has_sentence_end, is_address, is_ending, is_question, is_spoken,
};
use super::{Context, is_long};
use crate::segment::{Block, BlockKind, Layout};
use crate::structure::counted::counted;
use crate::structure::heading::plain;
use crate::structure::kind::{Head, Heading, Kind};
use crate::structure::{byline, entries, letters};

impl<'a> Context<'a> {
    pub(super) fn is_in_capitals(&self, index: usize) -> bool {
        let text = self.text(index);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let initials = text.split_whitespace().all(|word| word.chars().count() <= 2);
        letters >= 3
            && !self.is_loud
            && !initials
            && text.chars().count() <= 120
            && (!text.ends_with([',', '-', '—', ';']) || self.is_begun(index))
            && !is_ending(text)
            && !is_notice(text)
            && !self.is_initialled(index)
            && self.stands_apart(index)
            && (self.is_followed_by_prose(index)
                || self.is_above_title(index)
                || self.is_followed_by_verse(index)
                || self.is_above_first(index)
                || is_address(text) && self.follows_a_sentence(index))
            && !self.speaks(index)
            && !self.signs_preface(index)
            && !self.input.is_dated(index)
            && !self.signs(index)
            && self.fits_numbers(index)
    }

    /// “M. LAMB.” right below some text: who signs it.
    pub(super) fn is_initialled(&self, index: usize) -> bool {
        let text = self.text(index);
        let mut words = text.split(' ');
        let initial = words.next().is_some_and(|first| first.len() == 2 && first.ends_with('.'));
        initial
            && text.ends_with('.')
            && words.count() <= 3
            && self.input.blocks[index].blank_before <= 1
            && self.previous(index).is_some_and(Block::is_text)
    }

    /// Whether words that end with a comma are the first line of a title that stands apart:
    /// “THE LIFE OF CAMOËNS,”, “BY WILLIAM JULIUS MICKLE.”
    fn is_begun(&self, index: usize) -> bool {
        const APART: u32 = 3;
        let below = self.candidates.get(index + 1).copied().flatten();
        self.text(index).ends_with(',')
            && self.input.blocks[index].blank_before >= APART
            && self.input.blocks[index].line_count() == 1
            && self.input.blocks.get(index + 1).is_some_and(|next| next.blank_before == 1)
            && (below.is_some_and(|below| below.kind == Kind::Capitals)
                || byline::is_byline(self.text(index + 1)))
    }

    /// Words that stand there again and again, on a line of their own or above
    /// what they say: who speaks in a play. In a text without scenes they are
    /// in capitals.
    pub(super) fn speakers(&self) -> FxHashSet<&'a str> {
        const SEVERAL: usize = 3;
        let scene = |heading: &Heading| matches!(heading.kind, Kind::Act | Kind::Scene);
        let play = self.candidates.iter().flatten().any(scene);
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        let (mut texts, mut loud) = (0, 0);
        for block in self.input.blocks.iter().filter(|block| block.is_text()) {
            texts += 1;
            let first = block.span.of(self.input.text);
            let first = memchr::memchr(b'\n', first.as_bytes()).map_or(first, |at| &first[..at]);
            if (play || !has_lower(first)) && is_speaker(first) {
                *counts.entry(speaker(first)).or_default() += 1;
                loud += 1;
            }
        }
        // A heading that comes again, such as “THE ARGUMENT”, is rare.
        counts.retain(|_, count| *count >= SEVERAL && loud * FEW >= texts);
        counts.into_keys().collect()
    }

    /// Whether it says who speaks: its words come again and again, or what is
    /// said stands right below.
    fn speaks(&self, index: usize) -> bool {
        let close = |below: &Block| below.is_text() && below.blank_before == 0;
        self.names_speakers(index)
            || !self.speakers.is_empty()
                && self.input.blocks[index].line_count() == 1
                && self.input.blocks.get(index + 1).is_some_and(close)
    }

    /// Whether it is nothing but the names of those who speak in a play: “FAUST”, or
    /// “FAUST WAGNER” where they enter.
    pub(super) fn names_speakers(&self, index: usize) -> bool {
        let text = self.text(index);
        let several = || {
            let mut names = text.split([' ', ',', '.']).filter(|name| !name.is_empty());
            names.all(|name| matches!(name, "AND" | "UND" | "ET") || self.speakers.contains(name))
        };
        self.speakers.contains(speaker(text)) || !self.speakers.is_empty() && several()
    }

    /// Whether it is the name of a person between some text and a heading with
    /// a number: who signs a preface.
    fn signs_preface(&self, index: usize) -> bool {
        let counts = |at: usize| {
            let below = self.candidates.get(at).copied().flatten();
            below.is_some_and(|below| below.kind <= Kind::Numeral && below.number.is_some())
        };
        (counts(index + 1) || counts(index + 2))
            && index >= 2
            && self.previous(index).is_some_and(|before| before.is_text() && is_long(before))
            && byline::is_name(self.input, self.input.blocks[index].span)
    }

    /// Whether it could be the signature of a letter.
    pub(super) fn signs(&self, index: usize) -> bool {
        let Some(before) = self.previous(index).filter(|before| before.is_text()) else {
            return false;
        };
        let text = before.span.of(self.input.text);
        text.ends_with(',') || text.len() < 40 && text.starts_with("Your") || takes_leave(text)
    }

    /// Whether a few words without a full stop stand where a title would.
    pub(super) fn is_title(&self, index: usize) -> bool {
        let text = plain(self.text(index));
        let block = &self.input.blocks[index];
        let set_off =
            self.previous(index).is_some_and(|before| matches!(before.kind, BlockKind::Blank));
        let fits = block.line_count() == 1
            && text.len() <= 130
            && text.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '('))
            && !text.ends_with(['.', ',', ';', ':', '—', '–', '-', '…', '!'])
            && text.split_whitespace().count() <= 18
            && !is_spoken(text)
            && !is_question(text)
            && (!text.ends_with('?') || set_off || block.blank_before >= 2)
            && !text.ends_with(".)")
            && !text.trim_end_matches(['”', '’', '"', '»', '«', '“']).ends_with('.')
            && !takes_leave(text)
            && !self.signs(index)
            && !cites_page(text)
            && !self.is_salute(index)
            && !entries::is_remark(text)
            && !self.speaks(index)
            && !self.input.is_dated(index);
        self.is_stopped_title(index)
            || fits
                && (set_off
                    || self.is_addressed(index)
                    || self.names_poem(index)
                    || (self.is_prose
                        && !has_sentence_end(text)
                        && self.stands_apart(index)
                        && self.is_followed_by_prose(index)
                        && self.follows_a_sentence(index)
                        && self.fits_numbers(index)
                        && !self.is_byline(index)))
    }

    /// Words with a full stop that are a title because the text has many like
    /// them, each above some prose: “To boil a Pike.”, “Of Patience.”
    pub(super) fn stopped_titles(&self) -> FxHashSet<usize> {
        const SEVERAL: usize = 4;
        const FEW: usize = 12;
        let mut found: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let titles = (0..self.candidates.len()).filter(|index| self.could_be_stopped(*index));
        for index in titles {
            let first = self.text(index).split(' ').next().unwrap_or_default();
            found.entry(first).or_default().push(index);
        }
        let texts = self.input.blocks.iter().filter(|block| block.is_text()).count();
        let mut titles = FxHashSet::default();
        for group in found.into_values() {
            let different: FxHashSet<&str> = group.iter().map(|index| self.text(*index)).collect();
            if different.len() >= SEVERAL && group.len() * FEW >= texts {
                titles.extend(group);
            }
        }
        titles.extend(self.alternating_titles());
        titles
    }

    /// Short lines with a full stop that alternate with paragraphs all through
    /// the text, as in a book of recipes: “Pease Soup.”, “Another way.”
    fn alternating_titles(&self) -> Vec<usize> {
        const SEVERAL: usize = 5;
        const PARAGRAPH: u32 = 100;
        let blocks = &self.input.blocks;
        let long = |at: usize| {
            let below = blocks.get(at);
            below.is_some_and(|below| below.is_text() && below.span.len() >= PARAGRAPH)
        };
        let texts = || (0..blocks.len()).filter(|at| blocks[*at].is_text());
        let titles: Vec<usize> =
            texts().filter(|at| !self.notes.holds(*at) && self.is_name_of_thing(*at)).collect();
        let above_prose = titles.iter().filter(|at| long(**at + 1)).count();
        let loud =
            |at: &usize| self.candidates[*at].is_some_and(|heading| heading.kind <= Kind::Capitals);
        let others = texts().filter(|at| !long(*at) && !loud(at)).count();
        let fits = titles.len() >= SEVERAL
            && above_prose * 10 >= titles.len() * 9
            && titles.len() * 5 >= texts().count()
            && others * 10 <= titles.len() * 12;
        if fits { titles } else { Vec::new() }
    }

    /// A few words with a full stop that tell nothing of what happened.
    fn is_name_of_thing(&self, index: usize) -> bool {
        let text = self.text(index);
        self.candidates[index].is_some_and(|heading| heading.kind == Kind::Words)
            && text.len() <= 60
            && text.ends_with('.')
            && text.split_whitespace().count() <= 9
            && text.starts_with(char::is_uppercase)
            && !text.contains(['\n', ',', ';', '!', '?', '“', '"', '—'])
            && !text.bytes().any(|byte| byte.is_ascii_digit())
            && !has_sentence_end(text)
            && !tells(text)
            && self.stands_apart(index)
    }

    fn could_be_stopped(&self, index: usize) -> bool {
        const LEADERS: &[&str] = &[
            "To", "Of", "On", "Concerning", "How", "Against", "Another", "Von", "Vom", "Ueber",
            "Über", "Wie", "De", "Du", "Des", "Pour", "Manière", "Autre",
        ];
        let words = self.candidates[index].is_some_and(|heading| heading.kind == Kind::Words);
        let text = self.text(index);
        let below = || {
            self.input.blocks.get(index + 1).is_some_and(|below| below.is_text() && is_long(below))
        };
        words
            && text.len() <= 70
            && text.ends_with('.')
            && text.split_once(' ').is_some_and(|(first, _)| LEADERS.contains(&first))
            && !text.contains(['\n', ',', ';', '!', '?'])
            && text.split_whitespace().count() <= 10
            && !has_sentence_end(text)
            && self.stands_apart(index)
            && below()
    }

    fn is_stopped_title(&self, index: usize) -> bool {
        self.stopped.contains(&index)
    }

    /// Whether it is the salute under the date line or the title of a letter.
    fn is_salute(&self, index: usize) -> bool {
        let below =
            |above: usize| self.input.is_dated(above) || letters::is_title(self.text(above));
        letters::is_salute(self.text(index)) && index.checked_sub(1).is_some_and(below)
    }

    /// Whether it names the author under a heading.
    pub(super) fn is_byline(&self, index: usize) -> bool {
        let below_heading = index.checked_sub(1).is_some_and(|before| {
            self.candidates[before].is_some_and(|heading| heading.kind <= Kind::Words)
        });
        below_heading && byline::is_name(self.input, self.input.blocks[index].span)
    }

    pub(super) fn is_followed_by_prose(&self, index: usize) -> bool {
        let loud = |at: usize| self.candidates[at].is_some_and(|at| at.kind == Kind::Capitals);
        let below = self.input.blocks.get(index + 1);
        if loud(index) && below.is_some_and(|below| is_item(below.span.of(self.input.text))) {
            return true;
        }
        let next = (index + 1..self.input.blocks.len()).find(|next| {
            self.candidates[*next].is_none_or(|heading| heading.kind >= Kind::Capitals)
                && !self.opens_letter(*next, index)
                && !(*next == index + 1 && byline::is_byline(self.text(*next)))
        });
        let Some(block) = next.map(|next| &self.input.blocks[next]) else { return false };
        // “MARRIAGES” above “1654. Oct. 2. Ric. Hale and Joane Pym.”
        let entry =
            || next == Some(index + 1) && entries::date_line(self.input, index + 1).is_some();
        if loud(index) && entry() {
            return true;
        }
        match self.input.layout {
            Layout::Wrapped => true,
            Layout::Unwrapped => {
                !block.is_text()
                    || is_long(block) && block.line_count() == 1
                    // Below a heading in capitals a sentence is enough.
                    || loud(index) && is_sentence(block.span.of(self.input.text))
                    || loud(index)
                        && next.is_some_and(|next| {
                            self.is_line_above_prose(index, next)
                                || self.is_stopped_above_lines(index, next)
                        })
            }
        }
    }

    /// Whether a line such as “To the Editor.” or the title of a book stands
    /// between words in capitals and the prose.
    fn is_line_above_prose(&self, index: usize, line: usize) -> bool {
        let prose = self.input.blocks.get(line + 1).is_some_and(|below| {
            below.is_text() && (is_long(below) || is_sentence(below.span.of(self.input.text)))
        });
        line == index + 1
            && self.input.blocks[line].line_count() == 1
            && self.candidates[line].is_some_and(|heading| heading.kind == Kind::Words)
            && !self.text(index).ends_with('.')
            && !byline::is_name(self.input, self.input.blocks[index].span)
            && !is_spoken(self.text(line))
            && prose
    }

    /// Whether one or two short lines stand between words in capitals with a full
    /// stop and the prose, as in a newspaper: “PETTY SESSIONS.”, the day, and who
    /// sat.
    fn is_stopped_above_lines(&self, index: usize, line: usize) -> bool {
        const MOST: usize = 3;
        let single = |at: &usize| {
            self.input
                .blocks
                .get(*at)
                .is_some_and(|block| block.is_text() && block.line_count() == 1)
        };
        let prose = (index + 1..=index + MOST).take_while(single).any(|at| {
            let block = &self.input.blocks[at];
            is_long(block) || is_sentence(block.span.of(self.input.text))
        });
        self.text(index).ends_with('.')
            && line <= index + MOST
            && prose
            && !byline::is_name(self.input, self.input.blocks[index].span)
    }

    /// Whether other words in capitals stand between it and the prose, as “THE
    /// ARGUMENT” under the title of a speech, or the lines of a newspaper's head.
    fn is_above_title(&self, index: usize) -> bool {
        const MOST: usize = 3;
        let is_loud = |at: usize| {
            let heading = self.candidates.get(at).copied().flatten();
            heading.is_some_and(|heading| heading.kind == Kind::Capitals) && self.stands_apart(at)
        };
        if self.is_stopped_title(index + 1) {
            return true;
        }
        let end = (index + 1..index + 1 + MOST).find(|at| !is_loud(*at));
        let last = end.map_or(index, |end| end - 1);
        last > index && (self.is_followed_by_prose(last) || self.is_followed_by_verse(last))
    }

    /// Words in capitals right below others are one heading with them, unless
    /// they come again as the heading of several parts.
    pub(super) fn join_capitals(&self, heads: &mut [Option<Head>]) {
        let loud =
            |head: Option<Head>| head.is_some_and(|head| head.heading.kind == Kind::Capitals);
        let joined: Vec<usize> =
            (1..heads.len()).filter(|at| loud(heads[at - 1]) && loud(heads[*at])).collect();
        if joined.is_empty() {
            return;
        }
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for at in (0..heads.len()).filter(|at| loud(heads[*at])) {
            *counts.entry(self.text(at)).or_default() += 1;
        }
        for at in joined
            .into_iter()
            .filter(|at| counts[self.text(*at)] == 1 && !is_witness(self.text(*at)))
        {
            if let Some(head) = &mut heads[at] {
                head.continues = true;
            }
        }
    }

    /// Whether it says to whom the letter went that begins below it.
    fn is_addressed(&self, index: usize) -> bool {
        let text = self.text(index);
        let to = ["To ", "An ", "À ", "Au ", "Aan "].iter().any(|to| text.starts_with(to))
            || text.contains(" to ") && text.split_whitespace().count() <= 8;
        let below = || (index + 1..self.input.blocks.len()).take(3);
        let salute = || below().find(|at| letters::is_salute(self.text(*at)));
        let dated = |at: usize| {
            let block = &self.input.blocks[at];
            self.input.is_dated(at)
                || block.span.len() <= 80 && !letters::dates(self.input, block.span).is_empty()
        };
        to && salute().is_some_and(|salute| (index + 1..salute).all(dated))
    }

    /// Whether it is the date line or the salute of a letter under the heading
    /// `head`.
    fn opens_letter(&self, index: usize, head: usize) -> bool {
        index <= head + 3 && (self.input.is_dated(index) || letters::is_salute(self.text(index)))
    }

    /// Whether the text before it has come to an end.
    pub(super) fn follows_a_sentence(&self, index: usize) -> bool {
        let Some(before) = self.previous(index) else { return true };
        if !before.is_text()
            || self.candidates[index - 1].is_some_and(|heading| heading.kind < Kind::Words)
        {
            return true;
        }
        // A title and a name above the first heading of all.
        if index <= 3 && !is_long(before) {
            return true;
        }
        let text = before.span.of(self.input.text);
        let text = text.trim_end_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '[' | ']' | ' ' | '–' | '—' | '_')
        });
        text.ends_with(['.', '!', '?', '”', '“', '"', '’', '\'', ')', '…', '»', '«', '‹', '›', ':'])
    }
}

/// One of so many paragraphs of a play begins with who speaks.
const FEW: usize = 5;

/// Whether a line could say who speaks.
fn is_speaker(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= LONGEST
        && line.starts_with(char::is_uppercase)
        && line.split_whitespace().count() <= 4
        && line.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && counted(line).is_none()
        && !is_address(line)
}

/// Who speaks, without the stop after the name.
fn speaker(line: &str) -> &str {
    line.trim().trim_end_matches(['.', ':', ',', ' '])
}

/// “Yours ever,” and the like, but not “Your Town”.
fn takes_leave(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let your = text.starts_with("Your ") && !text.ends_with(',');
    words <= 8 && letters::is_closing(text) && (text.ends_with(',') || words <= 3 && !your)
}

/// Whether one of the words tells what somebody did, was or said.
pub(super) fn tells(text: &str) -> bool {
    const TELLING: &[&str] = &[
        "I", "a.m", "am", "are", "came", "did", "do", "enter", "enters", "entre", "entrent", "es",
        "est", "exeunt", "exit", "had", "has", "have", "he", "ich", "il", "is", "ist", "it", "je",
        "nous", "on", "p.m", "rentre", "rentrent", "said", "she", "sie", "sort", "sortent", "they",
        "tritt", "war", "was", "we", "went", "were", "will", "wir", "you", "étaient", "était",
    ];
    text.split_whitespace().any(|word| TELLING.contains(&word.trim_end_matches(['.', ':'])))
}

/// A sentence of some length on one line.
fn is_sentence(text: &str) -> bool {
    const SHORTEST: usize = 9;
    text.ends_with(['.', '!', '?', '”', '"', '»'])
        && !text.contains('\n')
        && text.split_whitespace().take(SHORTEST).count() == SHORTEST
        && text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count() >= 4
}

/// An advertisement or an inscription: sentences in capitals.
fn is_notice(text: &str) -> bool {
    let words = text.split_whitespace().count();
    words >= 10 && text.contains(';') || words >= 14 && text.ends_with('.') && text.contains(", ")
}

/// Whether a block is an item with a number, as of a catalogue: “4. Bone, J. Sermons.
/// London, 1799.”
fn is_item(text: &str) -> bool {
    const FEWEST: usize = 4;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let words = text[digits..].strip_prefix(['.', ')']).filter(|_| (1..=3).contains(&digits));
    words.is_some_and(|words| {
        words.starts_with(' ')
            && words.contains(char::is_lowercase)
            && words.split_whitespace().count() >= FEWEST
            && text.ends_with(['.', ';', ')'])
    })
}
