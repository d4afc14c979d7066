//! Forms of names by their words.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::token::{Shape, Words, fold, tokenize};

/// Forms of names, each of which belongs to something, by their words in small
/// ASCII letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forms {
    words: FxHashMap<String, u32>,
    /// From a node and a word to the next node; node 0 is the beginning.
    edges: FxHashMap<(u32, u32), u32>,
    /// The forms that end at a node.
    ends: FxHashMap<u32, Vec<End>>,
    nodes: u32,
}

#[derive(Clone, Debug)]
struct End {
    owner: u32,
    form: Box<str>,
}

/// How much a form in the text is like the one that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grade {
    /// Accents differ.
    Folded,
    /// Only capitals differ.
    Cased,
    /// The same letters.
    Exact,
}

/// A known form in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Its words.
    pub words: Range<usize>,
    /// How much it is like the known form.
    pub grade: Grade,
    /// To whom it belongs, as far as it is as much like theirs as this.
    pub owners: Vec<u32>,
}

/// No more owners of a form are looked at: who shares a name with so many is
/// not known by it.
const MOST: usize = 64;

/// No name has more words.
const LONGEST: usize = 64;

impl Forms {
    /// Adds a form of `owner`.
    pub(crate) fn insert(&mut self, form: &str, owner: u32) {
        let tokens = tokenize(form);
        if tokens.is_empty() || tokens.len() > LONGEST {
            return;
        }
        let mut node = 0;
        for token in tokens {
            let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let word = *self.words.entry(fold(token.span.of(form))).or_insert(next);
            node = *self.edges.entry((node, word)).or_insert_with(|| {
                self.nodes += 1;
                self.nodes
            });
        }
        let ends = self.ends.entry(node).or_default();
        if !ends.iter().rev().take(MOST).any(|end| end.owner == owner && *end.form == *form) {
            ends.push(End { owner, form: form.into() });
        }
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.nodes == 0
    }

    /// The longest known form that begins with word `at` and ends before word
    /// `limit`.
    pub(crate) fn longest(&self, words: Words<'_>, at: usize, limit: usize) -> Option<Hit> {
        let mut node = 0;
        let mut best = None;
        for end in at..limit.min(at + LONGEST) {
            if end > at && !is_joined(words, end) {
                break;
            }
            let Some(word) = self.words.get(&fold(&words.form(end))) else { break };
            let Some(next) = self.edges.get(&(node, *word)) else { break };
            node = *next;
            best = self.hit(words, at..end + 1, node).or(best);
        }
        best
    }

    /// The form that `range` is as a whole.
    pub(crate) fn whole(&self, words: Words<'_>, range: Range<usize>) -> Option<Hit> {
        let node = range.clone().try_fold(0, |node, at| {
            let word = self.words.get(&fold(&words.form(at)))?;
            self.edges.get(&(node, *word)).copied()
        })?;
        self.hit(words, range, node)
    }

    fn hit(&self, words: Words<'_>, range: Range<usize>, node: u32) -> Option<Hit> {
        let ends = self.ends.get(&node)?.iter().take(MOST);
        let graded: Vec<(Grade, u32)> = ends
            .filter_map(|end| Some((grade(words, range.clone(), &end.form)?, end.owner)))
            .collect();
        let best = graded.iter().map(|(grade, _)| *grade).max()?;
        let mut owners: Vec<u32> =
            graded.iter().filter(|(grade, _)| *grade == best).map(|(_, owner)| *owner).collect();
        owners.dedup();
        Some(Hit { words: range, grade: best, owners })
    }
}

/// Whether only a space, a stop after a short word, or nothing parts a word
/// from the one before.
fn is_joined(words: Words<'_>, at: usize) -> bool {
    match words.before(at) {
        " " | "\n" | "" => true,
        "." | ". " | ".\n" => words.raw(at - 1).chars().count() <= 4,
        ", " => true,
        _ => false,
    }
}

/// How much the words are like a form with the same letters; not at all if it
/// has a capital where they have none.
fn grade(words: Words<'_>, range: Range<usize>, form: &str) -> Option<Grade> {
    let tokens = tokenize(form);
    let known = Words { text: form, tokens: &tokens };
    let mut grade = Grade::Exact;
    for (number, at) in range.clone().enumerate() {
        let (here, there) = (words.form(at), known.raw(number));
        if *here != *there {
            let capital = there.starts_with(char::is_uppercase);
            let letters = known.shape(number) == Some(Shape::Upper);
            let small = if letters {
                here.contains(char::is_lowercase)
            } else {
                !here.starts_with(char::is_uppercase)
            };
            if capital && small {
                return None;
            }
            let same = here.to_lowercase() == there.to_lowercase();
            grade = grade.min(if same { Grade::Cased } else { Grade::Folded });
        }
        // A comma of the text must be one of the name.
        if number > 0 && words.before(at) == ", " && known.before(number) != ", " {
            return None;
        }
    }
    // One letter is only a name with its stop.
    let last = range.end - 1;
    let stops = words.after(last).starts_with('.');
    let letter = words.shape(last) == Some(Shape::Initial);
    (!letter || stops || (range.len() > 1 && !form.ends_with('.'))).then_some(grade)
}

#[cfg(test)]
mod tests {
    use super::{Forms, Grade};
    use crate::token::{Words, tokenize};

    /// Whose form the text begins with, of how many words and how much alike.
    #[track_caller]
    fn check(forms: &[&str], text: &str, expected: Option<(&[u32], usize, Grade)>) {
        let mut known = Forms::default();
        for (owner, form) in (0..).zip(forms) {
            known.insert(form, owner);
        }
        let tokens = tokenize(text);
        let found = known.longest(Words { text, tokens: &tokens }, 0, tokens.len());
        let found = found.map(|hit| (hit.owners, hit.words.len(), hit.grade));
        let expected = expected.map(|(owners, length, grade)| (owners.to_vec(), length, grade));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_longest() {
        let forms = ["Victor", "Victor Serge", "Victor Hugo"];
        check(&forms, "Victor Serge came", Some((&[1], 2, Grade::Exact)));
        check(&forms, "Victor came", Some((&[0], 1, Grade::Exact)));
        check(&forms, "Hugo came", None);
        check(&forms, "Victor; Serge came", Some((&[0], 1, Grade::Exact)));
    }

    #[test]
    fn capitals_and_accents() {
        check(&["Véra"], "VÉRA", Some((&[0], 1, Grade::Cased)));
        check(&["Véra"], "Vera", Some((&[0], 1, Grade::Folded)));
        check(&["Vera", "Véra"], "Véra", Some((&[1], 1, Grade::Exact)));
        check(&["Vera", "Vera"], "Vera", Some((&[0, 1], 1, Grade::Exact)));
        check(&["Smith"], "smith", None);
        check(&["US"], "Us", None);
        check(&["the old man"], "The old man", Some((&[0], 3, Grade::Cased)));
    }

    #[test]
    fn initials_and_stops() {
        check(&["A. G."], "A.G. said", Some((&[0], 2, Grade::Exact)));
        check(&["A."], "A man", None);
        check(&["A."], "A. said", Some((&[0], 1, Grade::Exact)));
        check(&["St. Petersburg"], "St. Petersburg", Some((&[0], 2, Grade::Exact)));
        check(&["Jan Smith"], "Jan, Smith", None);
        check(&["Paris, Texas"], "Paris, Texas", Some((&[0], 2, Grade::Exact)));
    }

    #[test]
    fn line_ends() {
        check(&["Beethoven"], "Bee-\nthoven", Some((&[0], 1, Grade::Exact)));
        check(&["Victor Serge"], "Victor\nSerge", Some((&[0], 2, Grade::Exact)));
    }
}
