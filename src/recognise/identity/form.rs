//! The parts of a person’s name.

use std::ops::Range;

use super::generation::{self, Generation};
use super::title::{self, Rank, Sex};
use crate::lexicon::{self, Gender, proper_case, proper_title};
use crate::roman;
use crate::token::{Shape, Words, fold, tokenize};

/// A name taken apart; all parts in small ASCII letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    /// Forenames and initials, in order.
    pub given: Vec<String>,
    /// The surname, with the particles before it; for a single word, that word.
    pub surname: String,
    /// Whether it is one word, which could be a forename as well.
    pub single: bool,
    /// Whether it consists of initials alone.
    pub initials: bool,
    /// What the title or the forename tells.
    pub sex: Option<Sex>,
    /// Whether a title stands before it.
    pub titled: bool,
    /// Whether the title is one of German address, which nobody has who is
    /// called by the forename: `Frau Paula Hagedorn`.
    pub formal: bool,
    /// Whether the title is one of French address, which stands before forenames as before
    /// surnames, and the word is a forename, too: `M. Edmond`.
    pub given_too: bool,
    /// What kind of title.
    pub rank: Option<Rank>,
    /// Whether its single word can be a forename.
    pub forename: bool,
    /// Whether it is that of a sovereign or a saint, who have no surname: `King
    /// William`, `George III`.
    pub sovereign: bool,
    /// Which of two of the name it says that it means.
    pub generation: Option<Generation>,
}

impl Form {
    /// Takes a name apart that stands alone.
    pub(super) fn of_name(name: &str) -> Self {
        let tokens = tokenize(name);
        let words = Words { text: name, tokens: &tokens };
        let is_title = |at: &usize| lexicon::look_up(words.raw(*at)).title().is_some();
        let titles = (0..tokens.len()).take_while(is_title).count();
        if tokens.is_empty() {
            return Self::default();
        }
        Self::of(words, 0..tokens.len(), titles.min(tokens.len() - 1))
    }

    /// Takes the words of a name apart, of which the first `titles` are titles.
    pub(super) fn of(words: Words<'_>, range: Range<usize>, titles: usize) -> Self {
        let mut name: Vec<usize> = (range.start + titles..range.end).collect();
        let behind = surname_last(words, &mut name);
        // “Buck Mulligan”, “Mit Mz”: no forename begins these.
        while name.len() > 1
            && (words.shape(name[0]) != Some(Shape::Lower)
                || matches!(words.raw(name[0]), "of" | "the"))
            && (is_epithet(words.raw(name[0])) || is_word_before_forename(words, name[0], name[1]))
        {
            name.remove(0);
        }
        let generation = generation::of(words, &range);
        let titles = (range.start..range.start + titles).chain(behind).collect::<Vec<usize>>();
        let mut form = Self { titled: !titles.is_empty(), generation, ..Self::default() };
        let mut before_forenames = false;
        for at in titles.iter().copied() {
            let title = proper_title(words.raw(at));
            form.sex = title::sex(&title).or(form.sex);
            form.rank = title::rank(&title).or(form.rank);
            before_forenames |= title::is_before_forenames(&title);
            form.sovereign |= title::is_sovereign(&title);
            form.formal |= matches!(title.as_ref(), "Frau" | "Herr" | "Herrn" | "Hr" | "Hrn");
        }
        let all_initials = name.iter().all(|at| is_initials(words, *at));
        let mut parts: Vec<String> =
            name.iter().map(|at| fold(&proper_case(&words.form(*at)))).collect();
        if all_initials && !(form.titled && parts.len() == 1) {
            form.given = parts.concat().chars().map(String::from).collect();
            (form.initials, form.single) = (true, titles.is_empty());
            return form;
        }
        // “George III” is called so, while that of “Henry Smith III” is a suffix.
        if let [forename, number] = parts.as_slice()
            && is_numbered(words, name[0], name[1])
        {
            parts = vec![format!("{forename} {number}")];
            form.sovereign = true;
        }
        // “Gustav der III.”
        if let [forename, article, number] = parts.as_slice()
            && matches!(article.as_str(), "dem" | "den" | "der" | "des")
            && roman::numeral(&number.to_uppercase()).is_some()
        {
            parts = vec![format!("{forename} {number}")];
            form.sovereign = true;
        }
        // A suffix is no surname.
        while name.len() > 1
            && parts.len() > 1
            && lexicon::look_up(words.raw(name[parts.len() - 1])).suffix()
        {
            parts.pop();
        }
        let particle = name.iter().take(parts.len()).position(|at| is_particle(words, *at));
        let surname_at = particle.map_or(parts.len() - 1, |at| at.min(parts.len() - 1));
        form.surname = parts.split_off(surname_at).join(" ");
        form.single = parts.is_empty();
        form.sovereign &= form.single;
        let first = name.first().map(|at| lexicon::look_up(&proper_case(&words.form(*at))));
        let first = first.unwrap_or_default();
        let sure = first.forename() && !first.surname();
        form.forename = form.single && (before_forenames || sure);
        let french = titles.last().is_some_and(|at| {
            let title = proper_title(words.raw(*at));
            FRENCH.binary_search(&&*title).is_ok()
        });
        form.given_too = form.single && french && (first.forename() || first.doubtful_forename());
        if !form.single || form.forename {
            form.sex = form.sex.or(first.gender().map(|gender| match gender {
                Gender::Male => Sex::Man,
                Gender::Female => Sex::Woman,
            }));
        }
        // Doctors of old were men.
        if form.single && form.rank == Some(Rank::Doctor) {
            form.sex = form.sex.or(Some(Sex::Man));
        }
        form.given = parts;
        form
    }

    /// The form of somebody who has another title before the same name, as husband
    /// and wife have.
    pub(super) fn with_title(mut self, title: &str) -> Self {
        let title = proper_title(title);
        (self.sex, self.rank) = (title::sex(&title), title::rank(&title));
        if self.single && self.rank == Some(Rank::Doctor) {
            self.sex = self.sex.or(Some(Sex::Man));
        }
        self
    }

    /// The form of who has a title of nobility in small letters: a surname, which
    /// a man and his wife share.
    pub(super) fn ennobled(mut self, sex: Option<Sex>) -> Self {
        if sex.is_some() && self.single && !self.initials {
            (self.sex, self.titled) = (sex, true);
        }
        self
    }
}

/// Puts the surname of “Day, Professor J.” last, after the particles of “Humboldt, Alexander
/// von”; the titles between, which are no part of the name any more.
fn surname_last(words: Words<'_>, name: &mut Vec<usize>) -> Vec<usize> {
    let comma = (1..name.len()).find(|at| words.before(name[*at]) == ", ");
    let Some(comma) = comma else { return Vec::new() };
    let rest = name.split_off(comma);
    let surname = std::mem::take(name);
    let is_title = |at: &usize| lexicon::look_up(words.raw(*at)).title().is_some();
    let (titles, given): (Vec<usize>, Vec<usize>) = rest.into_iter().partition(is_title);
    name.extend(given);
    name.extend(surname);
    titles
}

/// Whether a word before a name is one of the language and no forename.
fn is_epithet(word: &str) -> bool {
    let known = lexicon::look_up(word);
    let name = known.forename() || known.doubtful_forename() || known.surname();
    let small = word.to_lowercase();
    let of_language =
        || known.common() || lexicon::is_german(&small) || lexicon::is_plain_french(&small);
    !name && word.chars().count() > 1 && of_language()
}

/// What stands before forenames as before surnames in French.
const FRENCH: &[&str] =
    &["M", "Madame", "Mademoiselle", "Maître", "Mlle", "Mme", "Monseigneur", "Monsieur"];

/// Whether the word at `number` counts those who are called by the one before it:
/// `George III`, `Philippe V`, `Napoléon Ier`, `Rhamsès II`.
fn is_numbered(words: Words<'_>, name: usize, number: usize) -> bool {
    let known = lexicon::look_up(&proper_case(words.raw(name)));
    let forename = known.forename() || known.doubtful_forename();
    let count = words.raw(number);
    match words.shape(number) {
        Some(Shape::Upper) => {
            (forename || !known.surname()) && roman::numeral(&count.to_uppercase()).is_some()
        }
        Some(Shape::Initial) => {
            forename && matches!(count, "I" | "V" | "X") && !words.after(number).starts_with('.')
        }
        _ => matches!(count, "Ier" | "Ire"),
    }
}

/// Whether it is a particle, as headings have it in capitals, too: `M. DE TRÉVILLE`.
fn is_particle(words: Words<'_>, at: usize) -> bool {
    words.shape(at) == Some(Shape::Lower)
        || (words.shape(at) == Some(Shape::Upper)
            && matches!(words.raw(at), "DE" | "DES" | "DU" | "VAN" | "VON"))
}

/// Whether a word of German that is a surname, too, stands before a forename: “Mühsam
/// Hanno”, “Freund Jean Hoffstede”.
fn is_word_before_forename(words: Words<'_>, first: usize, next: usize) -> bool {
    let (known, after) = (lexicon::look_up(words.raw(first)), lexicon::look_up(words.raw(next)));
    let forename = known.forename() || known.doubtful_forename();
    !forename
        && after.forename()
        && !after.surname()
        && words.shape(first) == Some(Shape::Capital)
        && lexicon::is_plain_german(&words.raw(first).to_lowercase())
}

/// The word with a capital at its beginning.
pub(super) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Letters that stand for names: `A.`, `AG`.
fn is_initials(words: Words<'_>, at: usize) -> bool {
    match words.shape(at) {
        Some(Shape::Initial) => true,
        Some(Shape::Upper) => words.raw(at).chars().count() <= 3,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn parts() {
        let parts = |name| {
            let form = Form::of_name(name);
            format!("{}|{}", form.given.join(" "), form.surname)
        };
        assert_eq!(parts("Véra Vladimirovna Frolova"), "vera vladimirovna|frolova");
        assert_eq!(parts("General von Wrangel"), "|von wrangel");
        assert_eq!(parts("Mr. van der Meer"), "|van der meer");
        assert_eq!(parts("Charles Dickens Jr."), "charles|dickens");
        assert_eq!(parts("J.R. Bloch"), "j r|bloch");
        assert_eq!(parts("George III"), "|george iii");
        assert_eq!(parts("Day, Professor J."), "j|day");
        assert_eq!(parts("Humboldt, Alexander von"), "alexander|von humboldt");
        // A word of the language is no forename.
        assert_eq!(parts("Mit Salten"), "|salten");
        assert_eq!(parts("Honest Walton"), "|walton");
        assert_eq!(parts("Will Walton"), "will|walton");
    }
}
