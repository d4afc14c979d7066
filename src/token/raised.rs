//! Letters that are raised, as in `15ᵗʰ`, `Novʳ` and `Honᵈ`.

use std::borrow::Cow;

/// A word with its raised letters as plain ones, which is how word lists have it.
pub(crate) fn lowered(word: &str) -> Cow<'_, str> {
    if word.is_ascii() || !word.contains(|c| plain(c).is_some()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().map(|c| plain(c).unwrap_or(c)).collect())
}

/// The plain letter of a raised one.
const fn plain(c: char) -> Option<char> {
    Some(match c {
        'ᵃ' => 'a',
        'ᵇ' => 'b',
        'ᶜ' => 'c',
        'ᵈ' => 'd',
        'ᵉ' => 'e',
        'ᶠ' => 'f',
        'ᵍ' => 'g',
        'ʰ' => 'h',
        'ⁱ' => 'i',
        'ʲ' => 'j',
        'ᵏ' => 'k',
        'ˡ' => 'l',
        'ᵐ' => 'm',
        'ⁿ' => 'n',
        'ᵒ' => 'o',
        'ᵖ' => 'p',
        'ʳ' => 'r',
        'ˢ' => 's',
        'ᵗ' => 't',
        'ᵘ' => 'u',
        'ᵛ' => 'v',
        'ʷ' => 'w',
        'ˣ' => 'x',
        'ʸ' => 'y',
        'ᶻ' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::lowered;

    #[test]
    fn raised_letters() {
        assert_eq!(lowered("15ᵗʰ"), "15th");
        assert_eq!(lowered("HONᵇˡᵉ"), "HONble");
        assert_eq!(lowered("été"), "été");
        assert_eq!(lowered("May"), "May");
    }
}
