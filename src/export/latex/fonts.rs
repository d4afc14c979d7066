//! Fonts for characters that Latin Modern lacks.

use std::ops::RangeInclusive;

/// Characters, and free fonts that have them. The font comes in only where the
/// document has such a character, since each costs time.
const FONTS: &[(RangeInclusive<char>, &str)] = &[
    ('\u{180}'..='\u{58F}', "Noto Serif"),
    ('\u{1C80}'..='\u{1C8F}', "Noto Serif"),
    ('\u{1D00}'..='\u{1FFF}', "Noto Serif"),
    ('\u{2100}'..='\u{218F}', "Noto Serif"),
    ('\u{2C60}'..='\u{2C7F}', "Noto Serif"),
    ('\u{2DE0}'..='\u{2E7F}', "Noto Serif"),
    ('\u{A640}'..='\u{A7FF}', "Noto Serif"),
    ('\u{AB30}'..='\u{AB6F}', "Noto Serif"),
    ('\u{530}'..='\u{58F}', "Noto Serif Armenian"),
    ('\u{590}'..='\u{5FF}', "Noto Serif Hebrew"),
    ('\u{FB1D}'..='\u{FB4F}', "Noto Serif Hebrew"),
    ('\u{600}'..='\u{6FF}', "Noto Naskh Arabic"),
    ('\u{750}'..='\u{77F}', "Noto Naskh Arabic"),
    ('\u{FB50}'..='\u{FEFC}', "Noto Naskh Arabic"),
    ('\u{700}'..='\u{74F}', "Noto Sans Syriac"),
    ('\u{900}'..='\u{97F}', "Noto Serif Devanagari"),
    ('\u{980}'..='\u{9FF}', "Noto Serif Bengali"),
    ('\u{A00}'..='\u{A7F}', "Noto Serif Gurmukhi"),
    ('\u{A80}'..='\u{AFF}', "Noto Serif Gujarati"),
    ('\u{B80}'..='\u{BFF}', "Noto Serif Tamil"),
    ('\u{C00}'..='\u{C7F}', "Noto Serif Telugu"),
    ('\u{C80}'..='\u{CFF}', "Noto Serif Kannada"),
    ('\u{D00}'..='\u{D7F}', "Noto Serif Malayalam"),
    ('\u{D80}'..='\u{DFF}', "Noto Serif Sinhala"),
    ('\u{E00}'..='\u{E7F}', "Noto Serif Thai"),
    ('\u{F00}'..='\u{FFF}', "Noto Serif Tibetan"),
    ('\u{10A0}'..='\u{10FF}', "Noto Serif Georgian"),
    ('\u{1200}'..='\u{139F}', "Noto Serif Ethiopic"),
    ('\u{1680}'..='\u{169F}', "Noto Sans Ogham"),
    ('\u{16A0}'..='\u{16FF}', "Noto Sans Runic"),
    ('\u{3E2}'..='\u{3EF}', "Noto Sans Coptic"),
    ('\u{2C80}'..='\u{2CFF}', "Noto Sans Coptic"),
    ('\u{2C00}'..='\u{2C5F}', "Noto Sans Glagolitic"),
    ('\u{2190}'..='\u{23FF}', "Noto Sans Math"),
    ('\u{23D0}'..='\u{23DF}', "Noto Sans Symbols"),
    ('\u{27C0}'..='\u{2BFF}', "Noto Sans Math"),
    ('\u{1D400}'..='\u{1D7FF}', "Noto Sans Math"),
    ('\u{2400}'..='\u{27BF}', "Noto Sans Symbols"),
    ('\u{2500}'..='\u{27BF}', "Noto Sans Symbols2"),
    ('\u{10100}'..='\u{101CF}', "Noto Sans Symbols"),
    ('\u{2E80}'..='\u{9FFF}', "Noto Serif CJK SC"),
    ('\u{AC00}'..='\u{D7AF}', "Noto Serif CJK SC"),
    ('\u{F900}'..='\u{FAFF}', "Noto Serif CJK SC"),
    ('\u{FF00}'..='\u{FFEF}', "Noto Serif CJK SC"),
    ('\u{20000}'..='\u{3FFFF}', "Noto Serif CJK SC"),
    ('\u{10000}'..='\u{100FF}', "Noto Sans Linear B"),
    ('\u{10300}'..='\u{1032F}', "Noto Sans Old Italic"),
    ('\u{10330}'..='\u{1034F}', "Noto Sans Gothic"),
    ('\u{10380}'..='\u{1039F}', "Noto Sans Ugaritic"),
    ('\u{10900}'..='\u{1091F}', "Noto Sans Phoenician"),
    ('\u{12000}'..='\u{1254F}', "Noto Sans Cuneiform"),
    ('\u{13000}'..='\u{1342F}', "Noto Sans Egyptian Hieroglyphs"),
    ('\u{1D100}'..='\u{1D1FF}', "Noto Music"),
];

/// The fonts that some texts need beside Latin Modern, each once; at the end
/// those that have a little of everything.
pub(super) fn fonts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<&'static str> {
    let mut found = vec![false; FONTS.len()];
    let mut is_wide = false;
    let mut last = 0;
    let characters = texts.into_iter().flat_map(str::chars);
    for c in characters.filter(|c| *c >= '\u{180}' && !is_usual(*c)) {
        is_wide = true;
        // No font begins or ends within sixteen characters, but for Coptic.
        let block = u32::from(c) >> 4;
        if block == last && !matches!(c, '\u{3E0}'..='\u{3EF}') {
            continue;
        }
        last = block;
        for (found, (range, _)) in found.iter_mut().zip(FONTS) {
            *found |= range.contains(&c);
        }
    }
    let mut fonts: Vec<&str> = Vec::new();
    for (_, (_, font)) in found.iter().zip(FONTS).filter(|(found, _)| **found) {
        if !fonts.contains(font) {
            fonts.push(font);
        }
    }
    if is_wide {
        fonts.extend(["FreeSerif", "DejaVu Serif"]);
    }
    fonts
}

/// Whether it is punctuation that Latin Modern has.
fn is_usual(c: char) -> bool {
    matches!(
        c,
        '‐' | '‑' | '–' | '—' | '‘'..='‚' | '“'..='„' | '†'..='•' | '…' | '‰' | '‹' | '›'
    )
}

#[cfg(test)]
mod tests {
    use super::fonts;

    #[test]
    fn only_what_is_needed() {
        assert_eq!(fonts(["“Émile” – naïve…"]), [""; 0]);
        assert_eq!(fonts(["― no"]), ["FreeSerif", "DejaVu Serif"]);
        assert_eq!(
            fonts(["λόγος", "שלום"]),
            ["Noto Serif", "Noto Serif Hebrew", "FreeSerif", "DejaVu Serif"]
        );
    }
}
