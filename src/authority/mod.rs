//! What the scholar knows: persons and places with their identifiers, and
//! forms that are names or are none.
//!
//! An [`Authority`] comes from a table, [`NameRules`] from a list of lines.
//! Both find their forms in a text word by word, in time that does not depend
//! on how many forms there are.

mod columns;
mod forms;
mod parts;
mod rules;
mod table;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::diagnostic::Diagnostic;
use crate::entity::Idno;
use crate::token::fold;

pub(crate) use forms::{Forms, Hit};
pub(crate) use parts::natural;
pub use rules::{NameKind, NameRules};

/// What an entry of an authority file is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EntryKind {
    /// Somebody.
    #[default]
    Person,
    /// A place.
    Place,
}

/// A row of an authority file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The scholar's identifier, which becomes the `xml:id` if it can be one.
    pub id: String,
    /// The name, as `André Gide` or `Gide, André`.
    pub name: String,
    /// Other forms of the name.
    pub variants: Vec<String>,
    /// What it is about.
    pub kind: EntryKind,
    /// Identifiers elsewhere.
    pub idnos: Vec<Idno>,
    /// The year of birth, or since when the place has the name.
    pub from: Option<i16>,
    /// The year of death, or until when the place had the name.
    pub to: Option<i16>,
    /// The line of its table that it begins in.
    pub line: u32,
}

/// Persons and places that a scholar knows, with their identifiers.
///
/// Cheap to clone: many conversions share one.
///
/// ```
/// use rubricate::{Options, authority::Authority, convert};
///
/// let table = "id,name,variants,wikidata,from,to\n\
///              gide,André Gide,A. G.,Q47484,1869,1951\n";
/// let options = Options { authority: Authority::from_csv(table).unwrap(), ..Options::default() };
/// let edition = convert("I saw Gide again.\n".as_bytes(), &options).unwrap();
/// assert!(edition.tei.contains(r##"<persName ref="#gide" key="gide""##));
/// assert!(edition.tei.contains(r#"<idno type="wikidata">https://www.wikidata.org/entity/Q47484</idno>"#));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Authority(Arc<Entries>);

#[derive(Clone, Debug, Default)]
struct Entries {
    list: Vec<Entry>,
    /// All forms of the names, by their words.
    forms: Forms,
    /// The entries of persons by the last word of their surname.
    by_surname: FxHashMap<String, Vec<u32>>,
    /// The entry that has an identifier.
    by_id: FxHashMap<String, u32>,
}

impl Authority {
    /// Reads a table of persons and places: comma-separated values with a
    /// header row, in any order of columns. Semicolons and tabs do as well.
    ///
    /// | column | |
    /// |---|---|
    /// | `id` | what the edition calls it; needed |
    /// | `name` | the name, as `André Gide` or `Gide, André`; needed |
    /// | `variants` | other forms, separated by a bar or a semicolon |
    /// | `type` | `person` (if it is empty) or `place` |
    /// | `wikidata` `viaf` `gnd` `geonames` | identifiers or addresses there |
    /// | `from` `to` | years of birth and death |
    ///
    /// ```
    /// use rubricate::authority::Authority;
    ///
    /// let authority = Authority::from_csv("name;id;type\nParis;paris;place\n").unwrap();
    /// assert_eq!(authority.entries()[0].id, "paris");
    ///
    /// let problems = Authority::from_csv("id,name,wikidat\n").unwrap_err();
    /// assert_eq!(problems[0].message, "there is no column `wikidat`");
    /// assert_eq!(problems[0].help.as_deref(), Some("did you mean `wikidata`?"));
    /// ```
    ///
    /// # Errors
    ///
    /// All that is wrong with the table, each with its place in it.
    pub fn from_csv(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut authority = Self::default();
        authority.add_csv(text)?;
        Ok(authority)
    }

    /// Adds another table.
    ///
    /// # Errors
    ///
    /// As [`from_csv`](Self::from_csv); nothing is added then. An identifier
    /// that an earlier table has is an error, too.
    pub fn add_csv(&mut self, text: &str) -> Result<(), Vec<Diagnostic>> {
        let known = |id: &str| self.0.by_id.contains_key(id);
        let entries = table::read(text, known)?;
        let inner = Arc::make_mut(&mut self.0);
        for entry in entries {
            inner.add(entry);
        }
        Ok(())
    }

    /// The entries in the order of the tables.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.0.list
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.list.is_empty()
    }

    pub(crate) fn entry(&self, index: u32) -> &Entry {
        &self.0.list[index as usize]
    }

    pub(crate) fn forms(&self) -> &Forms {
        &self.0.forms
    }

    /// The persons whose surname ends with a word in small ASCII letters.
    pub(crate) fn with_surname(&self, word: &str) -> &[u32] {
        self.0.by_surname.get(word).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Entries {
    fn add(&mut self, entry: Entry) {
        let index = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        for form in entry.all_forms() {
            for form in parts::written(&form, entry.kind) {
                self.forms.insert(form, index);
            }
            if let (EntryKind::Person, Some(word)) = (entry.kind, parts::surname(&form)) {
                let of_surname = self.by_surname.entry(fold(word)).or_default();
                if of_surname.last() != Some(&index) {
                    of_surname.push(index);
                }
            }
        }
        self.by_id.insert(entry.id.clone(), index);
        self.list.push(entry);
    }
}

impl Entry {
    /// The name and its variants, in the order in which they are spoken.
    pub(crate) fn all_forms(&self) -> Vec<String> {
        let all = std::iter::once(&self.name).chain(&self.variants);
        all.map(|form| natural(form, self.kind)).collect()
    }

    /// Whether somebody could be spoken of in a year: nobody is before birth.
    pub(crate) fn may_be_known_in(&self, year: Option<i16>) -> bool {
        let (Some(from), Some(year)) = (self.from, year) else { return true };
        from <= year
    }

    /// Whether it was there in a year, as far as the years are known.
    pub(crate) fn was_there_in(&self, year: Option<i16>) -> bool {
        let Some(year) = year else { return true };
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
}
