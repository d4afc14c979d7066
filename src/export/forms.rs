//! The forms of a word that an editor gives beside that of the source.
//!
//! A `choice` may stand for a word or for letters in it. The form of the source
//! stands in its place; the others follow the word as a whole:
//! `d<choice><orig>v</orig><reg>u</reg></choice>rch` reads “dvrch [durch]”.
//! Where a format cannot show what was deleted, that is another form, too.

/// More forms of one word than this are listed without the letters around
/// them.
const MOST: usize = 8;

/// Words with more bytes are none, but a script without spaces, or noise.
const LONGEST: usize = 200;

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part<T> {
    /// Letters of the word that are in the text already.
    Repeated(String),
    /// What the document has, as it is written, and its characters.
    Own(T, String),
}

impl<T> Part<T> {
    /// What the document has, unless it is letters of the text.
    pub(super) fn own(&self) -> Option<&T> {
        match self {
            Self::Repeated(_) => None,
            Self::Own(written, _) => Some(written),
        }
    }

    /// Whether it has no characters.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Repeated(text) | Self::Own(_, text) => text.is_empty(),
        }
    }
}

/// A form of a word.
pub(super) type Form<T> = Vec<Part<T>>;

/// The forms of the word that is being read; `T` is what they are written as.
#[derive(Debug)]
pub(super) struct Forms<T> {
    /// The letters of the word so far, as the source has them.
    word: String,
    /// The word so far in other forms.
    others: Vec<Form<T>>,
    /// The characters of the form of a `choice` that is being read.
    read: String,
    /// Whether a form of the last `choice` ended with no letter.
    is_apart: bool,
    choices: Vec<Choice<T>>,
}

/// A `choice` that is being read.
#[derive(Debug)]
struct Choice<T> {
    others: Vec<(T, String)>,
    source: String,
    /// Forms of words within that of the source.
    inner: Vec<Form<T>>,
    /// What was known before the form that is being read.
    around: Option<(String, Vec<Form<T>>, String)>,
}

impl<T> Default for Forms<T> {
    fn default() -> Self {
        Self {
            word: String::new(),
            others: Vec::new(),
            read: String::new(),
            is_apart: false,
            choices: Vec::new(),
        }
    }
}

impl<T> Forms<T> {
    /// Whether other forms of a word wait for its end.
    pub(super) fn is_waiting(&self) -> bool {
        !self.others.is_empty()
    }

    /// The forms that waited; the word is at its end.
    pub(super) fn take(&mut self) -> Vec<Form<T>> {
        self.word.clear();
        std::mem::take(&mut self.others)
    }

    /// Whether the word that forms wait for is at its end already: the form of
    /// the source ended with no letter, or another one did and no letter of the
    /// word is read yet.
    pub(super) fn is_at_end(&self) -> bool {
        self.is_waiting() && self.word.is_empty() && self.is_apart
    }

    /// Reads characters; those that end a word only when no form waits.
    pub(super) fn read(&mut self, text: &str) {
        if !self.choices.is_empty() {
            self.read.push_str(text);
        }
        if self.others.len() <= MOST {
            self.others.iter_mut().for_each(|form| repeat(form, text));
        }
        let tail = text.char_indices().rfind(|(_, c)| !is_of_word(*c));
        if let Some((at, c)) = tail {
            self.word.clear();
            self.word.push_str(&text[at + c.len_utf8()..]);
        } else {
            self.word.push_str(text);
        }
    }

    /// A `choice` begins.
    pub(super) fn begin_choice(&mut self) {
        self.choices.push(Choice {
            others: Vec::new(),
            source: String::new(),
            inner: Vec::new(),
            around: None,
        });
    }

    /// One of its forms begins.
    pub(super) fn begin_form(&mut self) {
        let around = (
            std::mem::take(&mut self.word),
            std::mem::take(&mut self.others),
            std::mem::take(&mut self.read),
        );
        if let Some(choice) = self.choices.last_mut() {
            choice.around = Some(around);
        }
    }

    /// The form ends: what was written of it, unless it is that of the source,
    /// or a part of that.
    pub(super) fn end_form(&mut self, written: Option<T>) {
        let Some(choice) = self.choices.last_mut() else { return };
        let Some((word, others, before)) = choice.around.take() else { return };
        let read = std::mem::replace(&mut self.read, before);
        self.word = word;
        let inner = std::mem::replace(&mut self.others, others);
        match written {
            Some(written) => choice.others.push((written, read)),
            None => {
                self.read.push_str(&read);
                choice.source.push_str(&read);
                choice.inner.extend(inner);
            }
        }
    }

    /// The `choice` ends: its forms are forms of the word.
    pub(super) fn end_choice(&mut self) {
        let Some(choice) = self.choices.pop() else { return };
        let reads = choice.others.iter().map(|(_, read)| read).chain([&choice.source]);
        self.is_apart =
            reads.into_iter().any(|read| !read.ends_with(is_of_word) && !read.is_empty());
        let last = choice.others.last().map_or(choice.source.as_str(), |(_, read)| read).to_owned();
        let count = self.others.len().max(choice.others.len());
        let is_alone = count > MOST;
        // A word may have very many choices, most of them of as many forms.
        let before = if is_alone || self.others.len() == count {
            String::new()
        } else {
            self.others.first().map_or_else(|| self.prefix().to_owned(), plain)
        };
        let (known, mut given) = (self.others.len(), choice.others.into_iter());
        for at in 0..count {
            if is_alone || at >= known {
                let Some((written, read)) = given.next() else { break };
                let mut form = Vec::new();
                if !read.starts_with(char::is_whitespace) {
                    repeat(&mut form, &before);
                }
                form.push(Part::Own(written, read));
                self.others.push(form);
            } else if let Some((written, read)) = given.next() {
                self.others[at].push(Part::Own(written, read));
            } else {
                repeat(&mut self.others[at], &last);
            }
        }
        self.others.extend(choice.inner);
        match choice.source.char_indices().rfind(|(_, c)| !is_of_word(*c)) {
            Some((at, c)) => {
                self.word.clear();
                self.word.push_str(&choice.source[at + c.len_utf8()..]);
            }
            None => self.word.push_str(&choice.source),
        }
    }

    fn prefix(&self) -> &str {
        if self.word.len() <= LONGEST { &self.word } else { "" }
    }
}

/// How many bytes at the start of `text` go on with a word.
pub(super) fn going_on(text: &str) -> usize {
    text.find(|c| !is_of_word(c)).unwrap_or(text.len())
}

fn repeat<T>(form: &mut Form<T>, text: &str) {
    match form.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Repeated(last)) => last.push_str(text),
        _ => form.push(Part::Repeated(text.to_owned())),
    }
}

fn plain<T>(form: &Form<T>) -> String {
    let parts = form.iter().map(|part| match part {
        Part::Repeated(text) | Part::Own(_, text) => text.as_str(),
    });
    parts.collect()
}

/// Whether a character is part of a word: neither space nor sign, and of a
/// script that has spaces between words.
fn is_of_word(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !c.is_ascii_punctuation()
        && !matches!(c, '«' | '»' | '¡' | '¿' | '·' | '§' | '¶' | '\u{FEFF}' | '।' | '॥')
        && !matches!(c, '\u{2000}'..='\u{206F}' | '\u{2E00}'..='\u{2E7F}')
        && !matches!(c, '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
        && !matches!(c, '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
        && c < '\u{20000}'
}

#[cfg(test)]
mod tests {
    use super::{Form, Forms, Part};

    /// Reads a word, its choices between braces: the source, then the others.
    fn forms(word: &str) -> Vec<String> {
        let mut forms: Forms<()> = Forms::default();
        for (at, part) in word.split(['{', '}']).enumerate() {
            if at % 2 == 0 {
                forms.read(part);
                continue;
            }
            forms.begin_choice();
            for (at, form) in part.split('|').enumerate() {
                forms.begin_form();
                forms.read(form);
                forms.end_form((at > 0).then_some(()));
            }
            forms.end_choice();
        }
        let shown = |form: &Form<()>| {
            form.iter()
                .map(|part| match part {
                    Part::Repeated(text) => format!("({text})"),
                    Part::Own((), text) => text.clone(),
                })
                .collect()
        };
        forms.take().iter().map(shown).collect()
    }

    #[test]
    fn the_word_as_a_whole() {
        assert_eq!(forms("the {teh|the}"), ["the"]);
        assert_eq!(forms("a half{wrod|word}end"), ["(half)word(end)"]);
        assert_eq!(forms("{v|u}nter{ſ|s}"), ["u(nter)s"]);
        assert_eq!(forms("a{b|c|d}e{f|g}h"), ["(a)c(e)g(h)", "(a)d(egh)"]);
        assert_eq!(forms("a{b|c}e{f|g|h}"), ["(a)c(e)g", "(ace)h"]);
        assert_eq!(forms("a{b|c}d{e}f"), ["(a)c(def)"]);
        assert_eq!(forms("no{ne|}"), ["(no)"]);
        assert_eq!(forms("plain{s}"), [""; 0]);
    }

    #[test]
    fn a_form_with_the_space_around_it() {
        let is_at_end = |source: &str, other: &str| {
            let mut forms: Forms<()> = Forms::default();
            forms.begin_choice();
            for (form, written) in [(source, None), (other, Some(()))] {
                forms.begin_form();
                forms.read(form);
                forms.end_form(written);
            }
            forms.end_choice();
            forms.is_at_end()
        };
        assert!(is_at_end("any ", "ny"));
        assert!(is_at_end("", "went "));
        assert!(!is_at_end("", "un"));
        assert!(!is_at_end("i", "e "));
        assert_eq!(forms("walk{| away}"), [" away"]);
    }

    #[test]
    fn a_script_without_spaces() {
        assert_eq!(forms("漢{宇|字}"), ["字"]);
    }

    #[test]
    fn very_many_forms_stand_alone() {
        let many = format!("a{{b{}}}", "|c".repeat(20));
        assert_eq!(forms(&many), vec!["c"; 20]);
    }
}
