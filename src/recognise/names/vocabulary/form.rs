//! A word form, and what is known of it.

use std::borrow::Cow;

use super::Evidence;
use super::endings::{
    has_initials, is_abstract, is_adjective, is_french_place, is_german_place, is_honoured,
    is_hyphened_place, is_like_surnames, is_romanised,
};
use super::function_word::is_function_word;
use crate::lexicon::{self, Known};
use crate::recognise::names::cues::Cues;

/// Titles that are surnames, too, and no titles of sovereigns.
const RANKS: &[&str] = &["Abbot", "Baillie", "Constable", "Knight", "Pope", "Prior", "Squire"];

/// A word form.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::recognise::names) struct Type {
    /// What the lists say of it.
    pub known: Known,
    /// What it says about names beside it.
    pub cues: Cues,
    /// Whether it begins with a small letter.
    pub is_small: bool,
    /// Whether it has its capital only where a sentence begins: `The`.
    pub is_function_word: bool,
    /// Whether its ending is that of a belief or a science.
    pub is_abstract: bool,
    /// Whether its ending is that of an adjective made of a name: `Belgravian`.
    pub is_adjective: bool,
    /// Whether its ending is that of surnames: `Trubetskoy`, `Vassilenko`.
    pub is_like_surnames: bool,
    /// The type without the `s` at its end.
    pub singular: Option<u32>,
    /// Whether a title hangs on it, as in the East: `Soliman-Pacha`.
    pub is_honoured: bool,
    /// Whether it begins with initials: `CFPalmer`.
    pub has_initials: bool,
    /// Whether it is two syllables as Chinese forenames are written: `Yat-sen`.
    pub is_romanised: bool,
    /// Whether it is built like the names of French places: `Paray-le-Monial`.
    pub is_french_place: bool,
    /// Whether its ending is that of German streets and villages: `Julienstraße`.
    pub is_german_place: bool,
    /// Whether it is a word of German that an article often stands before, as before
    /// hardly anybody’s name: `die Kraft`.
    pub is_noun: bool,
    /// Whether it is a place, and in German the form of a noun, too: `Saale`.
    pub is_inflected: bool,
    /// Whether it is the genitive of a place in German: `Roms`.
    pub is_genitive_of_place: bool,
    /// Whether it is a street or the like, written with a hyphen: `Fleet-street`.
    pub is_hyphened_place: bool,
    /// Whether it is a compound of places: `Air-France`.
    pub is_of_places: bool,
    /// Whether it is a title that is a surname, too: `Prior`.
    pub is_rank_or_surname: bool,
    /// How often the text has it.
    pub count: u32,
    /// How often the text has it written small, if it has a capital.
    pub small: u32,
    /// How often it has a capital that no sentence gave it.
    pub inside: u32,
    /// How often it stood in a place that only a person can have.
    pub person: u32,
    /// How often after a preposition of place.
    pub place: u32,
    /// How often after an article.
    pub article: u32,
    /// How often after a word such as “magazine” or “author of”.
    pub work: u32,
}

impl Type {
    pub(super) fn small(form: &str) -> Self {
        let cues = Cues::of(form);
        let known = lexicon::look_up(form);
        Self { known, cues, is_small: true, count: 1, ..Self::default() }
    }

    /// Takes note that the text is French, in which `form` may be a word.
    pub(super) fn note_french(&mut self, form: &str) {
        const CLITICS: &[&str] = &[
            "ce", "elle", "elles", "en", "il", "ils", "je", "la", "le", "les", "leur", "lui",
            "moi", "nous", "on", "t-elle", "t-il", "t-on", "toi", "tu", "vous", "y",
        ];
        // “L'Angleterre”
        if let Some(rest) = lexicon::after_elision(form) {
            let listed = lexicon::look_up(rest);
            self.known = if is_listed(listed) || listed.demonym() { listed } else { self.known };
            let word = lexicon::is_french(&rest.to_lowercase());
            self.known = if word && !listed.place() { self.known.as_word() } else { self.known };
        }
        let lower = form.to_lowercase();
        // “Figurez-vous”, “Rends-le-moi”
        let lower = match lower.split_once('-') {
            Some((verb, rest))
                if rest.split('-').all(|one| CLITICS.binary_search(&one).is_ok()) =>
            {
                self.is_french_place = false;
                verb
            }
            _ => lower.as_str(),
        };
        let known = self.known;
        // “Paris” is no bet, and “Charles” no cart.
        let listed = is_listed(known);
        if lexicon::is_plain_french(lower)
            || (!listed && (lexicon::is_french(lower) || lexicon::is_french_verb(lower)))
        {
            self.known = self.known.as_word();
            self.cues = Cues::of(lower);
        }
    }

    pub(super) fn capital(form: &str) -> Self {
        let known = match lexicon::proper_case(form) {
            Cow::Borrowed(_) => lexicon::look_up(form),
            Cow::Owned(proper) => lexicon::look_up(form) | lexicon::look_up(&proper),
        };
        let known = known | lexicon::short_title(form);
        Self {
            known,
            cues: if known.common() { Cues::of(&form.to_lowercase()) } else { Cues::default() },
            is_function_word: is_function_word(form),
            is_abstract: is_abstract(form),
            is_adjective: is_adjective(form),
            is_like_surnames: is_like_surnames(form),
            is_honoured: is_honoured(form),
            has_initials: has_initials(form),
            is_rank_or_surname: RANKS.binary_search(&form).is_ok(),
            is_romanised: is_romanised(form),
            is_of_places: form.contains('-') && form.split('-').any(lexicon::is_place),
            is_french_place: is_french_place(form),
            is_hyphened_place: form.contains('-') && is_hyphened_place(form),
            is_german_place: is_german_place(form),
            count: 1,
            ..Self::default()
        }
    }

    /// Takes a title for a surname if the text calls persons by it, and rarely with
    /// an article: “Mr. Prior”, “brought Prior with him”.
    pub(super) fn note_surname(&mut self) {
        let bare = self.article * 2 < self.inside;
        if self.is_rank_or_surname && bare && self.person > 0 {
            self.known = self.known.as_surname();
        }
    }

    /// Whether nothing says that a person’s name begins with it.
    pub(in crate::recognise::names) fn is_nobody(&self) -> bool {
        let known = self.known;
        !known.forename() && !known.doubtful_forename() && known.title().is_none()
    }

    /// Whether the text has it written small, and not by a slip of the pen.
    pub(in crate::recognise::names) fn is_written_small(&self) -> bool {
        const SLIP: u32 = 5;
        self.small * SLIP > self.inside
    }

    /// Whether a word that is usually written small is a place in this text: it has its capital
    /// wherever it stands, hardly an article, and again and again it stands as places do:
    /// “in Thrums”, “left Thrums”.
    pub(in crate::recognise::names) fn is_told_a_place(&self, evidence: Evidence) -> bool {
        const OFTEN: i32 = 12;
        const SELDOM: u32 = 6;
        let known = self.known;
        let other = known.not_person() || known.demonym() || known.title().is_some();
        known.common()
            && self.small == 0
            && self.article * SELDOM <= self.inside
            && evidence.place >= OFTEN
            && evidence.person * 3 <= evidence.place
            && !other
            && !known.heads_organisation()
            && !self.is_abstract
    }

    /// Whether it is no word of another kind, as far as is known.
    pub(in crate::recognise::names) fn is_unknown(&self) -> bool {
        let known = self.known;
        !known.common() && !self.is_written_small() && !known.demonym() && !known.not_person()
    }
}

/// Whether the lists have it as a name.
pub(super) fn is_listed(known: Known) -> bool {
    known.place()
        || known.doubtful_place()
        || known.forename()
        || known.doubtful_forename()
        || known.surname()
}
