//! A file of XML as text, and text as a file: the encoding is the declared one.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Severity};

/// The document as text: in the encoding that its byte order mark or its XML
/// declaration names, else UTF-8.
///
/// # Errors
///
/// A diagnostic if the bytes are no text of that encoding, or more than 4 GiB.
pub fn xml_text(bytes: &[u8]) -> Result<Cow<'_, str>, Diagnostic> {
    const TOO_LONG: &str = "the file is longer than 4 GiB";
    let too_long = || {
        Diagnostic::new(Severity::Error, Code::NotWellFormed, TOO_LONG)
            .help("split it at a volume or a chapter")
    };
    if u32::try_from(bytes.len()).is_err() {
        return Err(too_long());
    }
    let declared = encoding_rs::Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(|| declared_encoding(bytes))
        .unwrap_or(encoding_rs::UTF_8);
    let (text, broken) = declared.decode_with_bom_removal(bytes);
    if broken {
        let message = format!("the file is not text in {}", declared.name());
        return Err(Diagnostic::new(Severity::Error, Code::NotWellFormed, message)
            .help("an XML file without another declaration is in UTF-8"));
    }
    // Other encodings are shorter than UTF-8.
    if u32::try_from(text.len()).is_err() {
        return Err(too_long());
    }
    Ok(text)
}

/// The encoding in `<?xml … encoding="…"?>`.
fn declared_encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = std::str::from_utf8(bytes.split(|byte| *byte == b'>').next()?).ok()?;
    encoding_rs::Encoding::for_label(head[declared_label(head)?].as_bytes())
}

/// Where the name of the encoding is in the beginning of a document.
fn declared_label(head: &str) -> Option<Range<usize>> {
    let name = head.starts_with("<?xml").then(|| head.find("encoding"))??;
    let quote = name + head[name..].find(['"', '\''])?;
    let length = head[quote + 1..].find(['"', '\''])?;
    Some(quote + 1..quote + 1 + length)
}

/// A document as the bytes of a file, in the encoding that its XML declaration
/// names.
///
/// What that cannot encode becomes character references. A declaration of
/// UTF-16 is changed to UTF-8.
///
/// ```
/// let xml = "<?xml version='1.0' encoding='ISO-8859-1'?><p>é…€Ω</p>";
/// let bytes = rubricate::xml_bytes(xml);
/// assert!(bytes.windows(2).any(|pair| pair == b"\xE9\x85"));
/// assert_eq!(rubricate::xml_text(&bytes).unwrap(), xml.replace('Ω', "&#937;"));
/// ```
#[must_use]
pub fn xml_bytes(xml: &str) -> Cow<'_, [u8]> {
    match declared_encoding(xml.as_bytes()) {
        Some(encoding) if encoding.output_encoding() == encoding => encoding.encode(xml).0,
        Some(_) => {
            let label = declared_label(xml).unwrap_or_default();
            Cow::Owned(format!("{}UTF-8{}", &xml[..label.start], &xml[label.end..]).into_bytes())
        }
        None => Cow::Borrowed(xml.as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::{xml_bytes, xml_text};

    #[test]
    fn the_declared_encoding() {
        for (name, bytes) in [("windows-1252", &b"\xE9\x97"[..]), ("utf-8", "é—".as_bytes())] {
            let head = format!("<?xml version='1.0' encoding='{name}'?><p>");
            let file = [head.as_bytes(), bytes, b"</p>"].concat();
            let text = xml_text(&file).unwrap();
            assert_eq!(text, format!("{head}é—</p>"));
            assert_eq!(xml_bytes(&text).as_ref(), file);
        }
    }

    #[test]
    fn no_sixteen_bits() {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-16LE\"?><p>é</p>";
        assert_eq!(xml_bytes(xml).as_ref(), xml.replace("UTF-16LE", "UTF-8").as_bytes());
        let xml = "<?xml version=\"1.0\" encoding=\"utf-16\"?><p>é</p>";
        let bytes = xml_bytes(xml);
        assert_eq!(xml_text(&bytes).unwrap(), xml.replace("utf-16", "UTF-8"));
    }
}
