//! Whether a sentence tells of what is to come or of what is past.

mod french;
mod words;

use super::super::term::Direction;
use super::Parser;
use crate::token::Shape;
use words::{
    AHEAD, BE, GOING, HAVE, INFINITIVES, INTENTIONS, JOINTS, LETTERS, NO_PARTICIPLES, NO_VERBS,
    PAST, PERHAPS, TITLES,
};

/// How many words before a date are looked at, and how many after it.
const BEFORE: usize = 24;
const AFTER: usize = 8;

/// What a word tells of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    /// It is to come.
    Ahead,
    /// It may come.
    Perhaps,
    /// It is past.
    Past,
}

impl Parser<'_> {
    /// Which way the sentence looks in which words `first..next` are a date: the
    /// verb of its own clause decides, before it or after it, or else one of a
    /// clause farther off; a preposition only where no verb does.
    pub(super) fn sentence_direction(self, first: usize, next: usize) -> Option<Direction> {
        let leader = first.checked_sub(1).map_or("", |before| self.words.raw(before));
        if matches!(leader, "since" | "Since" | "seit" | "Seit" | "depuis" | "Depuis") {
            return Some(Direction::Last);
        }
        // “I have yours of the 4th, and shall come”
        let word = |back: usize| first.checked_sub(back).map_or("", |at| self.words.raw(at));
        if matches!((word(2), word(1)), ("of", "the")) && is_in(LETTERS, word(3)) {
            return Some(Direction::Last);
        }
        let clause =
            |near: bool| self.before_date(first, near).or_else(|| self.after_date(next, near));
        match clause(true).or_else(|| clause(false)) {
            Some(Tense::Past) => Some(Direction::Last),
            Some(_) => Some(Direction::Next),
            None => matches!(
                leader,
                "by" | "By" | "till" | "until" | "Till" | "Until" | "bis" | "Bis" | "before"
            )
            .then_some(Direction::Next),
        }
    }

    /// What the last telling word before word `first` tells, of the same clause
    /// if it is to be `near`.
    fn before_date(self, first: usize, near: bool) -> Option<Tense> {
        let mut at = first;
        // “to come”: what stands before tells whether it is to be
        let mut infinitive = false;
        let mut perhaps = false;
        while at > first.saturating_sub(BEFORE) {
            if self.ends_sentence(at) || near && self.ends_clause(at) {
                break;
            }
            at -= 1;
            if near && JOINTS.contains(&self.words.raw(at)) {
                break;
            }
            // “am determined to see you, if possible, on Saturday”
            if infinitive && self.words.raw(at + 1) == "to" && is_in(INTENTIONS, self.words.raw(at))
            {
                return Some(Tense::Ahead);
            }
            match self.tense(at) {
                // “promised to wait on him”
                Some(Tense::Past) if infinitive || self.words.raw(at + 1) == "to" => {
                    let meant = is_in(INTENTIONS, self.words.raw(at));
                    return Some(if meant { Tense::Ahead } else { Tense::Past });
                }
                Some(Tense::Perhaps) => perhaps = true,
                Some(tense) if !self.is_infinitive(at) => return Some(tense),
                _ => {}
            }
            infinitive |= self.is_infinitive(at);
        }
        (perhaps || infinitive && near).then_some(Tense::Perhaps)
    }

    /// What the first telling word from word `next` on tells.
    fn after_date(self, next: usize, near: bool) -> Option<Tense> {
        for at in next..next + AFTER {
            if self.words.get(at).is_none()
                || self.ends_sentence(at)
                || near && self.ends_clause(at)
                || near && at > next && JOINTS.contains(&self.words.raw(at))
            {
                return None;
            }
            if let Some(tense) = self.tense(at).filter(|_| !self.is_infinitive(at)) {
                return Some(tense);
            }
        }
        None
    }

    /// Whether word `index` is a verb that tells of what is past.
    pub(super) fn is_told(self, index: usize) -> bool {
        self.tense(index) == Some(Tense::Past)
    }

    /// What word `index` tells of its time.
    fn tense(self, index: usize) -> Option<Tense> {
        let word = self.words.raw(index);
        let small = self.words.shape(index) != Some(Shape::Capital);
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        let word = word.trim_start_matches(['’', '\'']);
        if is_in(AHEAD, word) {
            let was = matches!(before, "was" | "were") || word == "won" && !self.is_negated(index);
            return Some(if was { Tense::Past } else { Tense::Ahead });
        }
        if is_in(PERHAPS, word) && small {
            // “should have gone”, “could get no food”
            let perfect = matches!(self.words.raw(index + 1), "have" | "ve");
            let failed = word == "could"
                && (index + 1..index + 4).any(|at| matches!(self.words.raw(at), "no" | "not"));
            return Some(if perfect || failed { Tense::Past } else { Tense::Perhaps });
        }
        // “Arrived on the 5th”
        let begins = || index == 0 || self.ends_sentence(index) || self.ends_line(index - 1);
        if !small && !begins() {
            return None;
        }
        let be = is_in(BE, before.trim_start_matches(['’', '\'']));
        if self.is_past(index, word, be) {
            return Some(Tense::Past);
        }
        let coming = be && (word == "to" || word.len() > 4 && word.ends_with("ing"));
        let talked = before == "of" && word.ends_with("ing") && self.is_talk(index);
        let noun = matches!(
            before,
            "the" | "a" | "his" | "her" | "my" | "our" | "your" | "their" | "of" | "die" | "der"
        );
        let going = is_in(GOING, word) && !noun && !self.is_denied(index);
        (coming || talked || going || self.is_french_future(index, word)).then_some(Tense::Ahead)
    }

    /// Whether word `index` tells of what is past; “is said” does not.
    fn is_past(self, index: usize, word: &str, be: bool) -> bool {
        let mut lower = String::new();
        let word = if word.starts_with(char::is_uppercase) {
            lower.extend(word.chars().flat_map(char::to_lowercase));
            &lower
        } else {
            word
        };
        let regular = word.len() > 4 && word.ends_with("ed") && !is_in(NO_VERBS, word);
        !be && (is_in(PAST, word) || regular) || self.is_participle(index)
    }

    /// Whether word `index` is the infinitive of “to come”, “zu kommen”.
    fn is_infinitive(self, index: usize) -> bool {
        let before = index.checked_sub(1).map_or("", |before| self.words.raw(before));
        matches!(before, "to" | "zu")
            && self.words.after(index - 1) == " "
            && (is_in(INFINITIVES, self.words.raw(index)) || is_in(GOING, self.words.raw(index)))
    }

    /// Whether word `index` is a verb of “he talks of calling”.
    fn is_talk(self, index: usize) -> bool {
        const TALK: &[&str] = &["talk", "talking", "talks", "think", "thinking", "thinks"];
        index.checked_sub(2).is_some_and(|at| TALK.contains(&self.words.raw(at)))
    }

    /// Whether word `index` is the verb of “did not come”.
    fn is_denied(self, index: usize) -> bool {
        (index.saturating_sub(2)..index).any(|at| matches!(self.words.raw(at), "did" | "didn"))
    }

    /// Whether “won” is that of “won’t”.
    fn is_negated(self, index: usize) -> bool {
        matches!(self.words.raw(index + 1), "’t" | "'t")
    }

    /// Whether word `index` is the participle of “est tombé”, “ist gefallen”.
    fn is_participle(self, index: usize) -> bool {
        let word = self.words.raw(index);
        let german = word.contains("ge")
            && word.len() >= 6
            && (word.ends_with('t') || word.ends_with("en"))
            && !is_in(NO_PARTICIPLES, word);
        let french = ["é", "ée", "és", "ées", "i", "ie", "is", "it", "u", "ue", "us", "ert"]
            .iter()
            .any(|ending| word.ends_with(ending));
        let have = |at: usize| is_in(HAVE, self.words.raw(at).trim_start_matches(['’', '\'']));
        if german {
            let near = (index.saturating_sub(AFTER)..index).chain(index + 1..index + 4);
            return near.into_iter().any(have);
        }
        french && (index.saturating_sub(3)..index).any(have) && self.is_french(index)
    }

    /// Whether a sentence ends before word `index`.
    fn ends_sentence(self, index: usize) -> bool {
        let gap = self.words.before(index);
        if gap.len() == 1 {
            return false;
        }
        let stop = gap.contains('.')
            && index.checked_sub(1).is_none_or(|before| {
                !is_in(TITLES, self.words.raw(before))
                    && self.words.shape(index) != Some(Shape::Lower)
            });
        stop || gap.contains(['!', '?', ';', ':']) || self.words.opens(index)
    }

    /// Whether a clause ends before word `index`.
    fn ends_clause(self, index: usize) -> bool {
        let gap = self.words.before(index);
        gap.len() > 1 && gap.contains([',', '—', '–', '-', '(', ')', '“', '”', '"', '&'])
    }
}

fn is_in(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::words::{
        AHEAD, BE, GOING, GOING_IN_FRENCH, HAVE, INFINITIVES, INTENTIONS, LETTERS, NO_PARTICIPLES,
        NO_VERBS, PAST, PERHAPS, TITLES,
    };
    use crate::date::{self, Direction};
    use crate::token::{Words, tokenize};

    #[test]
    fn the_lists_are_sorted() {
        for list in [
            AHEAD, BE, GOING, GOING_IN_FRENCH, HAVE, INFINITIVES, INTENTIONS, LETTERS,
            NO_PARTICIPLES, NO_VERBS, PAST, PERHAPS, TITLES,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    /// Which way the sentence of the last date of a text looks.
    fn toward(text: &str) -> Option<Direction> {
        let tokens = tokenize(text);
        let words = Words { text, tokens: &tokens };
        let last = *date::find(words).last().unwrap_or_else(|| panic!("no date in {text}"));
        date::toward(words, last.span)
    }

    #[test]
    fn what_is_to_come() {
        for text in [
            "We leave Friday.",
            "I leave on June 2nd.",
            "I shall come on Tuesday.",
            "Mr. Sedgwick sails for Cherbourg on the 12th and will not be back.",
            "Karl schreibt, daß Marie am Montag kommt.",
            "Mon frère viendrai lundi, je crois.",
            "Je pars pour la ville le 3 mai.",
            "He is to be performed on Tuesday.",
            "I had hoped that he would come on Friday.",
            "He promised to come on Monday.",
            "I promised to wait on him on Monday.",
            "She talks of calling on you before one on Wednesday.",
            "I saw him, and on Monday we leave.",
            "Send it by Friday.",
            "The box which we sent will arrive on Friday.",
            "We won’t go on Friday.",
            "Papa goes early and does not return till Sunday.",
        ] {
            assert_eq!(toward(text), Some(Direction::Next), "{text}");
        }
    }

    #[test]
    fn what_is_past() {
        for text in [
            "By Saturday night the whole of it was done.",
            "Our day on Sunday was concluded.",
            "Karl Brandt aus Tübingen ist gefallen, am 4. früh.",
            "He fell on the 4th.",
            "Henri est tombé le 8 septembre à la gare de Metz.",
            "I saw him on Monday.",
            "It should have gone on Sunday.",
            "I hope that you arrived on Monday.",
            "He won on Friday.",
            "I have not heard of him since Monday.",
            "He did not come till Sunday.",
            "We could get no food on the 15th.",
            "I shall answer your letter of the 4th.",
            "Er kam am 4. früh zurück.",
        ] {
            assert_eq!(toward(text), Some(Direction::Last), "{text}");
        }
    }

    #[test]
    fn what_does_not_tell() {
        for text in ["The gale of the 4th.", "To the mill, on Friday."] {
            assert_eq!(toward(text), None, "{text}");
        }
    }
}
