//! The titles below headings that are only a number.

use super::Context;
use super::words::{has_lower, is_attributed, is_question, is_spoken};
use crate::structure::heading::plain;
use crate::structure::kind::{Head, Kind, Named};
use crate::structure::letters;

impl Context<'_> {
    /// Whether it says from whom and to whom the letter under the heading above
    /// it went: “Miss Bevil, to Miss Harcourt.”
    fn is_from_to(&self, index: usize) -> bool {
        const TO: &[&str] = &["to", "à", "au", "an", "in", "for"];
        const TITLES: &[&str] = &["Mr. ", "Mrs. ", "Dr. "];
        let text = self.text(index);
        let words: Vec<&str> = text.split_whitespace().collect();
        let names = words.windows(2).skip(1).any(|pair| {
            TO.contains(&pair[0].to_lowercase().as_str()) && pair[1].starts_with(char::is_uppercase)
        });
        let from = text.starts_with("To ") || text.starts_with("From ") || text.starts_with("À ");
        // “No. 2.”, and the date below
        let numbered = self.text(index - 1).starts_with("No") && self.input.is_dated(index + 1);
        (is_letter_head(self.text(index - 1)) || numbered)
            && (names || from)
            && words.len() <= 14
            && text.starts_with(char::is_uppercase)
            && (!text.trim_end_matches('.').contains(". ")
                || TITLES.iter().any(|title| text.contains(title)))
            && !is_spoken(text)
            && !self.input.is_dated(index)
            && index + 1 < self.input.blocks.len()
    }

    /// Whether it says where and when the letter was written whose salute stands
    /// below it.
    pub(super) fn is_place_and_date(&self, index: usize) -> bool {
        let salute = index + 1 < self.input.blocks.len() && letters::greets(self.input, index + 1);
        salute && !letters::dates(self.input, self.input.blocks[index].span).is_empty()
    }

    /// Whether it says where and when what stands below a heading with a number was
    /// written: “3. JOHN BONE.”, “Littlefield's, at Wells, 3 July, 1774.”
    pub(super) fn dates_numbered(&self, index: usize) -> bool {
        let above = index.checked_sub(1).and_then(|above| self.candidates[above]);
        above.is_some_and(|above| above.kind == Kind::Numeral && above.titled)
            && letters::is_dateline(self.input, self.input.blocks[index].span)
    }

    /// Whether it says where, and perhaps in which month, the letter was written whose
    /// heading says to whom it went: “TO ATTICUS (AT ATHENS)”, “ROME, DECEMBER”.
    fn places_letter(&self, index: usize) -> bool {
        self.addressed.contains(&(index - 1)) && {
            let line = self.input.blocks[index].span;
            letters::is_place(self.text(index)) || letters::is_dateline(self.input, line)
        }
    }

    /// After a heading that is only a number, a few words are its title.
    pub(super) fn add_titles(&self, heads: &mut [Option<Head>]) {
        /// The most characters of a title, and of one in capitals.
        const LONGEST: usize = 120;
        const LONGEST_LOUD: usize = 240;
        if self.leveled {
            return;
        }
        for index in 1..heads.len() {
            let Some(before) = heads[index - 1] else { continue };
            let wants_title = before.heading.number.is_some() && !before.heading.titled;
            let Some(heading) = self.candidates[index].filter(|_| wants_title || before.continues)
            else {
                continue;
            };
            let text = self.text(index);
            // “IV.” and “Conclusion”, “CHAPTER I” and “INTRODUCTION”
            let named = matches!(heading.kind, Kind::Named(Named::Frame | Named::Preface))
                && matches!(before.heading.kind, Kind::Numeral | Kind::Chapter)
                && wants_title
                && !heading.titled;
            let fits = (named || matches!(heading.kind, Kind::Capitals | Kind::Words))
                && (!has_lower(text)
                    || !plain(text).ends_with(['.', ',', ';', ':'])
                    || before.continues
                    || self.is_nearer_above(index))
                && text.chars().count() <= if is_long_title(text) { LONGEST_LOUD } else { LONGEST }
                && !text.ends_with([',', '-', '—'])
                && !is_spoken(text)
                && !(has_lower(text) && is_question(text))
                && !is_attributed(text)
                // Under a scene stand those who enter, or speak first.
                && !matches!(before.heading.kind, Kind::Act | Kind::Scene)
                && !(before.continues && self.names_speakers(index))
                && !text.starts_with('(')
                && !self.input.is_dated(index)
                && !letters::is_salute(text)
                && !self.is_place_and_date(index)
                && !self.places_letter(index)
                && index + 1 < heads.len();
            let second = before.continues && heading.kind != Kind::Capitals;
            let addressed = wants_title
                && (heading.kind == Kind::Letter
                    || heading.kind == Kind::Words && self.is_from_to(index));
            if fits && !second || addressed {
                heads[index] =
                    Some(Head { heading, rank: before.rank, continues: true, work: false });
            }
        }
    }
}

/// Whether words in capitals are one title, and no summary: “THE FORD--THE MILL”.
fn is_long_title(text: &str) -> bool {
    !has_lower(text) && !text.contains("--") && !text.contains('—')
}

/// The word of a heading that counts letters.
fn is_letter_head(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    let word = word.unwrap_or_default().to_lowercase();
    matches!(word.as_str(), "letter" | "lettre" | "brief" | "epistle")
}
