//! Who wrote to whom, as the heading of a letter or the margin beside it says:
//! “R.B. to E.B.B.”, “To the Same.”, “[Sidenote: Mrs. Marsh.]”.

use std::ops::Range;

use super::{Detail, Reader};
use crate::element::Attribute::Cert;
use crate::element::Element;

/// Who is written to.
pub(super) enum Whom {
    Named(Detail),
    /// Who got the letter before.
    Same,
}

impl Reader<'_> {
    /// Who wrote, by the heading.
    pub(super) fn headed_sender(&self) -> Option<Detail> {
        let name = self.heads_with_names().find(|(head, name)| {
            leads(self.words(name.end..head.end).split(' ').next().unwrap_or_default())
        });
        name.map(|(_, name)| self.by_place(name))
    }

    /// Who is written to, by the heading or the margin.
    pub(super) fn headed_recipient(&self) -> Option<Whom> {
        let name = self.heads_with_names().find(|(head, name)| {
            let before = self.words(head.start..name.start);
            before.split(' ').rfind(|word| !is_article(word)).is_some_and(leads)
        });
        if let Some((_, name)) = name {
            return Some(Whom::Named(self.by_place(name)));
        }
        let same = self.children(Element::Head).any(|head| to_the_same(&self.words(head)));
        if same { Some(Whom::Same) } else { self.in_margin() }
    }

    fn in_margin(&self) -> Option<Whom> {
        let openers = self.children(Element::Opener);
        let mut notes = openers.flat_map(|opener| self.within(opener, Element::Argument));
        notes.find_map(|note| {
            let words = self.words(note.clone());
            let inside = words.trim().strip_prefix("[Sidenote:")?.strip_suffix(']')?;
            let inside = inside.trim().trim_end_matches('.');
            if inside.eq_ignore_ascii_case("the same") {
                return Some(Whom::Same);
            }
            let mut names = self.within(note, Element::PersName);
            let name =
                names.find(|name| self.words(name.clone()).trim_end_matches('.') == inside)?;
            Some(Whom::Named(self.by_place(name)))
        })
    }

    /// Each name in a heading, and the heading.
    fn heads_with_names(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        self.children(Element::Head).flat_map(|head| {
            self.within(head.clone(), Element::PersName).map(move |name| (head.clone(), name))
        })
    }

    /// A name whose place tells what it is, however sure it is by itself.
    pub(super) fn by_place(&self, name: Range<usize>) -> Detail {
        let mut detail = self.linked(&self.entities.persons, name, &[]);
        detail.attributes.retain(|(attribute, _)| *attribute != Cert);
        detail
    }
}

/// Whether a word leads to who is written to.
fn leads(word: &str) -> bool {
    matches!(word, "to" | "To" | "TO" | "à" | "À" | "an" | "An" | "AN")
}

fn is_article(word: &str) -> bool {
    const ARTICLES: &[&str] = &["the", "his", "her", "dem", "den", "der", "die", "le", "la"];
    ARTICLES.contains(&word.to_lowercase().as_str())
}

fn to_the_same(head: &str) -> bool {
    const SAME: &[&str] =
        &["to the same", "an denselben", "an dieselbe", "au même", "à la même", "an demselben"];
    let head = head.trim().trim_matches(['.', '_']).to_lowercase();
    SAME.iter().any(|same| head.ends_with(same))
}
