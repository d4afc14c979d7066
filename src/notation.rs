//! How an element is written in a transcription.

/// How an element is written in a transcription, such as `_text()_`.
///
/// In the pattern `text()` stands for the content of the element and `@n` for
/// the value of that attribute; all else is characters. The header of the
/// edition declares each notation it uses in a `rendition`, and the elements
/// point there, so that `restore` needs no knowledge of conventions.
#[derive(Debug, PartialEq, Eq)]
pub struct Notation {
    /// The `xml:id` of its declaration.
    pub id: &'static str,
    /// The pattern.
    pub pattern: &'static str,
}

/// The characters before and after the content of an element that follows
/// `pattern`, given its attributes.
///
/// A pattern without `text()` is all before. An attribute that the element
/// lacks is empty.
///
/// ```
/// use rubricate::notation::delimiters;
///
/// let note = delimiters("[Footnote @n: text()]", |name| (name == "n").then_some("12"));
/// assert_eq!(note, ("[Footnote 12: ".to_owned(), "]".to_owned()));
/// assert_eq!(delimiters("[sic]", |_| None), ("[sic]".to_owned(), String::new()));
/// ```
#[must_use]
pub fn delimiters<'a>(
    pattern: &str,
    attribute: impl Fn(&str) -> Option<&'a str>,
) -> (String, String) {
    let (before, after) = pattern.split_once("text()").unwrap_or((pattern, ""));
    let expand = |part: &str| {
        let mut pieces = part.split('@');
        let mut expanded = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(piece.len());
            expanded.push_str(attribute(&piece[..end]).unwrap_or_default());
            expanded.push_str(&piece[end..]);
        }
        expanded
    };
    (expand(before), expand(after))
}
