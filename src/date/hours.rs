//! The parts of a day.

const PARTS: &[&str] = &[
    "abend", "abends", "aft", "afternoon", "après-midi", "dawn", "eveng", "evening", "evng",
    "forenoon", "früh", "matin", "midday", "midi", "midnight", "minuit", "mittag", "mittags",
    "morgen", "morgens", "morn", "morng", "morning", "nachmittag", "nachmittags", "nacht",
    "nachts", "night", "noon", "nuit", "soir", "vormittag", "vormittags",
];

/// Whether a word is a part of a day, of whatever case: `Evening`, `soir`, `früh`.
pub(crate) fn is_part_of_day(word: &str) -> bool {
    const LONGEST: usize = 12;
    word.len() <= LONGEST && PARTS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{PARTS, is_part_of_day};

    #[test]
    fn parts_of_a_day() {
        assert!(PARTS.is_sorted());
        assert!(PARTS.iter().all(|part| is_part_of_day(part)));
        assert!(is_part_of_day("Evening") && is_part_of_day("Früh"));
        assert!(!is_part_of_day("day") && !is_part_of_day("Sunday"));
    }
}
