//! Reading the markup of a convention within a block.

use super::pattern::{Found, inline_at, parts};
use super::{Convention, Markup, Place};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::annotation::Annotation;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::element::Element;
use crate::source::{Span, offset};

/// Adds the markup that stands within the words of a block.
pub(crate) fn annotate(
    convention: &Convention,
    text: &str,
    block: Span,
    annotations: &mut Vec<Annotation>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if convention.markup.is_empty() {
        return;
    }
    let mut at = block.start;
    while let Some(next) = next_mark(text, Span::new(at, block.end)) {
        let found = convention
            .markup
            .iter()
            .find_map(|markup| within_words(markup, text, block, next))
            .filter(|found| found.outer.start >= at);
        at = match found {
            Some(found) => {
                let end = found.outer.end;
                annotations.push(found.annotation());
                end
            }
            None => {
                diagnostics.extend(unclosed(convention, text, block, next));
                next + 1
            }
        };
    }
}

/// Takes away the pages in braces that are the markers of notes.
pub(crate) fn drop_pages_at_markers(text: &str, annotations: &mut Vec<Annotation>) {
    let braced = |found: &Annotation| found.outer.of(text).starts_with('{');
    let markers: FxHashSet<Span> = annotations
        .iter()
        .filter(|found| found.element == Element::Ref && braced(found))
        .map(|found| found.outer)
        .collect();
    if !markers.is_empty() {
        annotations.retain(|found| found.element != Element::Pb || !markers.contains(&found.outer));
    }
}

/// What to say of a mark that opens words and that nothing closes.
fn unclosed(convention: &Convention, text: &str, block: Span, at: u32) -> Option<Diagnostic> {
    let pairs = convention.markup.iter().filter(|markup| markup.place == Place::Pair);
    let mark = pairs
        .map(|markup| parts(markup).0)
        .find(|mark| opened(mark, text, block, at).is_some_and(|rest| !rest.contains(mark)))?;
    Some(nothing_closes(text, Span::new(at, at + offset(mark.len()))))
}

/// What to say of a mark before words that has no partner.
pub(super) fn nothing_closes(text: &str, mark: Span) -> Diagnostic {
    let words = mark.of(text);
    let message = format!("{words} opens words here, and nothing in the paragraph closes them");
    Diagnostic::new(Severity::Info, Code::UnbalancedDelimiter, message)
        .at(mark)
        .help("it stays text; if the transcriber forgot its partner, add it and convert again")
}

/// What notations among words begin with; a convention with another mark adds it.
pub(super) const MARKS: &[u8] = b"[{_=*";

/// The next character that a notation may begin with.
fn next_mark(text: &str, span: Span) -> Option<u32> {
    let found = span.of(text).bytes().position(|byte| MARKS.contains(&byte));
    found.map(|at| span.start + offset(at))
}

fn within_words(markup: &'static Markup, text: &str, block: Span, at: u32) -> Option<Found> {
    match markup.place {
        Place::Pair => pair(markup, text, block, at),
        Place::Inline => inline_at(markup, text, Span::new(at, block.end)),
        Place::AfterWord => after_word(markup, text, block, at),
        Place::Around | Place::Block | Place::Heading | Place::Line => None,
    }
}

/// `_words_`: opened after what is no letter, closed before what is none, and
/// with no white space inside the marks.
fn pair(markup: &'static Markup, text: &str, block: Span, at: u32) -> Option<Found> {
    let (mark, _) = parts(markup);
    let rest = opened(mark, text, block, at)?;
    let length = rest.find(mark)?;
    let after = rest[length + mark.len()..].chars().next();
    let closes = rest[..length].ends_with(is_content) && after.is_none_or(|c| !c.is_alphanumeric());
    let inner_start = at + offset(mark.len());
    let inner = Span::new(inner_start, inner_start + offset(length));
    let outer = Span::new(at, inner.end + offset(mark.len()));
    closes.then_some(Found { markup, outer, inner, values: Vec::new() })
}

/// What follows a mark that opens words: there is no letter before it and no
/// white space after it.
fn opened<'a>(mark: &str, text: &'a str, block: Span, at: u32) -> Option<&'a str> {
    let rest = Span::new(at, block.end).of(text).strip_prefix(mark)?;
    let before = Span::new(block.start, at).of(text).chars().next_back();
    let opens = before.is_none_or(|c| !c.is_alphanumeric()) && rest.starts_with(is_content);
    opens.then_some(rest)
}

fn is_content(c: char) -> bool {
    !c.is_whitespace()
}

/// `word [sic]`: the mark with the word before it.
fn after_word(markup: &'static Markup, text: &str, block: Span, at: u32) -> Option<Found> {
    let mark = parts(markup).1?;
    let (space, sign) = mark.split_at(mark.len() - mark.trim_start().len());
    if !Span::new(at, block.end).of(text).starts_with(sign) {
        return None;
    }
    let before = Span::new(block.start, at).of(text).strip_suffix(space)?;
    if markup.element == Element::Unclear && after_article(before) {
        return None;
    }
    let start = block.start + offset(before.len());
    let word_start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '’' | '\'' | '-'))
        .last()
        .map(|(at, _)| at)?;
    let inner = Span::new(block.start + offset(word_start), start);
    let outer = Span::new(inner.start, start + offset(mark.len()));
    Some(Found { markup, outer, inner, values: Vec::new() })
}

/// Whether `before` ends with a word that nobody doubts who can read its neighbours, so that
/// `[?]` stands for the next one: “the [?]”.
pub(super) fn after_article(before: &str) -> bool {
    const CERTAIN: &[&str] =
        &["a", "an", "and", "at", "by", "from", "in", "my", "of", "on", "our", "the", "to", "with"];
    let before = before.trim_end_matches(' ');
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| CERTAIN.contains(&word))
}

/// Where a name ends with a word that has a mark after it, as `Sgt. Doyle [?]`,
/// the mark belongs to the name, so that one element can hold the other.
pub(crate) fn widen_names(annotations: &mut [Annotation]) {
    let marks: FxHashMap<u32, Span> = annotations
        .iter()
        .filter(|annotation| matches!(annotation.element, Element::Unclear | Element::Sic))
        .filter(|annotation| annotation.inner.end < annotation.outer.end)
        .map(|annotation| (annotation.inner.end, annotation.outer))
        .collect();
    let names = annotations.iter_mut().filter(|annotation| {
        matches!(
            annotation.element,
            Element::PersName | Element::PlaceName | Element::OrgName | Element::Title
        )
    });
    for name in names {
        if let Some(mark) = marks.get(&name.outer.end).filter(|mark| name.outer.start < mark.start)
        {
            name.outer = name.outer.join(*mark);
            name.inner = name.inner.join(*mark);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{annotate, widen_names};
    use crate::annotation::Annotation;
    use crate::convention::named;
    use crate::element::{Attribute, Element};
    use crate::source::{Span, offset};

    /// The text with each notation in double brackets, named for its element.
    fn marked(convention: &str, text: &str) -> String {
        let mut annotations = Vec::new();
        let block = Span::new(0, offset(text.len()));
        annotate(named(convention).unwrap(), text, block, &mut annotations, &mut Vec::new());
        let mut shown = text.to_owned();
        annotations.sort_by_key(|annotation| annotation.outer.start);
        for annotation in annotations.into_iter().rev() {
            let n = annotation.attributes.get(Attribute::N).unwrap_or_default();
            let name = format!("{}{n}", annotation.element);
            let inner = annotation.inner.of(text);
            shown.replace_range(annotation.outer.range(), &format!("⟦{name}:{inner}⟧"));
        }
        shown
    }

    #[test]
    fn names_with_a_mark_after_them() {
        let text = "Sgt. Doyle [?] came";
        let mut annotations = Vec::new();
        let block = Span::new(0, offset(text.len()));
        annotate(named("typescript").unwrap(), text, block, &mut annotations, &mut Vec::new());
        annotations.push(Annotation::new(Element::PersName, Span::new(0, 10)));
        widen_names(&mut annotations);
        let name = annotations.iter().find(|found| found.element == Element::PersName);
        assert_eq!(name.map(|name| name.outer.of(text)), Some("Sgt. Doyle [?]"));
    }

    #[test]
    fn pairs() {
        let gutenberg = |text: &str| marked("gutenberg", text);
        assert_eq!(gutenberg("_3 May. Bistritz._--Left"), "⟦hi:3 May. Bistritz.⟧--Left");
        assert_eq!(gutenberg("(_i.e._ one), _two\nthree_!"), "(⟦hi:i.e.⟧ one), ⟦hi:two\nthree⟧!");
        assert_eq!(gutenberg("=bold= and 2=1+1"), "⟦hi:bold⟧ and 2=1+1");
        for text in ["snake_case_name", "_ spaced _", "_unclosed", "__", "a_b_ c", "____"] {
            assert_eq!(gutenberg(text), text);
        }
    }

    #[test]
    fn asterisks() {
        let markdown = |text: &str| marked("markdown", text);
        assert_eq!(markdown("a **bold** and *soft* word"), "a ⟦hi:bold⟧ and ⟦hi:soft⟧ word");
        for text in ["word* and *", "2 * 3 * 4", "* item", "# A *head", "**open"] {
            assert_eq!(markdown(text), text);
        }
    }

    #[test]
    fn page_marks() {
        assert_eq!(marked("gutenberg", "the {165}end {pg 12}"), "the ⟦pb165:⟧end ⟦pb12:⟧");
        assert_eq!(marked("typescript", "the [p. 3] end [p.iv]"), "the ⟦pb3:⟧ end ⟦pbiv:⟧");
        assert_eq!(marked("typescript", "see [p. 3 f.]"), "see [p. 3 f.]");
    }

    #[test]
    fn the_transcribers_brackets() {
        let typescript = |text: &str| marked("typescript", text);
        assert_eq!(typescript("a [illegible] b"), "a ⟦gap:⟧ b");
        assert_eq!(typescript("[3 words illegible]"), "⟦gap:⟧");
        assert_eq!(typescript("we recieved [sic] it"), "we ⟦sic:recieved⟧ it");
        assert_eq!(typescript("Mr. Dyer[?] came"), "Mr. ⟦unclear:Dyer⟧ came");
        assert_eq!(typescript("[barn?] and [?barn?]"), "⟦unclear:barn⟧ and ⟦unclear:barn⟧");
        for text in
            ["the [?] of", "[sic]", "end. [sic]", "[?]", "[what is it, he said?]", "word\n[sic]"]
        {
            assert_eq!(typescript(text), text);
        }
    }

    #[test]
    fn words_that_nobody_could_read() {
        let loc = |text: &str| marked("loc", text);
        assert_eq!(loc("the [?] of [ ] and [barn?]"), "the ⟦gap:⟧ of ⟦gap:⟧ and ⟦unclear:barn⟧");
        assert_eq!(loc("I [never] went [to the *]"), "I [never] went [to the *]");
    }

    #[test]
    fn nothing_in_plain_text() {
        assert_eq!(marked("plain", "_a_ [sic] {3}"), "_a_ [sic] {3}");
        let mut annotations = Vec::new();
        let text = "_a_";
        annotate(
            named("gutenberg").unwrap(),
            text,
            Span::new(0, 3),
            &mut annotations,
            &mut Vec::new(),
        );
        assert_eq!(annotations[0].element, Element::Hi);
    }
}
