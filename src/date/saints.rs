//! Feasts that weekdays are counted from: “Friday next after St. Andrew”.

use super::feast::{self, Feast};

/// Names of feasts in lower case without points and apostrophes, which mean a day only
/// beside a weekday or after “the feast of”; the days, and those of the saints, are those
/// of the Book of Common Prayer and of the Sarum calendar.
const FEASTS: &[(&str, Feast)] = &[
    ("advent", Feast::From(11, 26, 6)),
    ("all hallows", Feast::Fixed(11, 1)),
    ("annunciation", Feast::Fixed(3, 25)),
    ("ascension", Feast::Easter(39)),
    ("assumption", Feast::Fixed(8, 15)),
    ("assumption of our lady", Feast::Fixed(8, 15)),
    ("conversion of st paul", Feast::Fixed(1, 25)),
    ("exaltation of the cross", Feast::Fixed(9, 14)),
    ("lent", Feast::Easter(-46)),
    ("nativity of our lady", Feast::Fixed(9, 8)),
    ("nativity of st john the baptist", Feast::Fixed(6, 24)),
    ("purification", Feast::Fixed(2, 2)),
    ("purification of our lady", Feast::Fixed(2, 2)),
    ("quasimodo", Feast::Easter(7)),
    ("simon and jude", Feast::Fixed(10, 28)),
    ("trinity", Feast::Easter(56)),
];

/// Names of saints, which people have as well.
const SAINTS: &[(&str, Feast)] = &[
    ("agnes", Feast::Fixed(1, 21)),
    ("andrew", Feast::Fixed(11, 30)),
    ("andrew the apostle", Feast::Fixed(11, 30)),
    ("barnabas", Feast::Fixed(6, 11)),
    ("bartholomew", Feast::Fixed(8, 24)),
    ("clement", Feast::Fixed(11, 23)),
    ("edmund", Feast::Fixed(11, 20)),
    ("edmund the king", Feast::Fixed(11, 20)),
    ("faith", Feast::Fixed(10, 6)),
    ("george", Feast::Fixed(4, 23)),
    ("giles", Feast::Fixed(9, 1)),
    ("gregory", Feast::Fixed(3, 12)),
    ("hilary", Feast::Fixed(1, 13)),
    ("james", Feast::Fixed(7, 25)),
    ("james the apostle", Feast::Fixed(7, 25)),
    ("john the baptist", Feast::Fixed(6, 24)),
    ("john the evangelist", Feast::Fixed(12, 27)),
    ("katherine", Feast::Fixed(11, 25)),
    ("lawrence", Feast::Fixed(8, 10)),
    ("leonard", Feast::Fixed(11, 6)),
    ("lucy", Feast::Fixed(12, 13)),
    ("luke", Feast::Fixed(10, 18)),
    ("margaret", Feast::Fixed(7, 20)),
    ("mark", Feast::Fixed(4, 25)),
    ("martin", Feast::Fixed(11, 11)),
    ("mary magdalen", Feast::Fixed(7, 22)),
    ("mary magdalene", Feast::Fixed(7, 22)),
    ("matthew", Feast::Fixed(9, 21)),
    ("matthias", Feast::Fixed(2, 24)),
    ("michael", Feast::Fixed(9, 29)),
    ("nicholas", Feast::Fixed(12, 6)),
    ("peter", Feast::Fixed(6, 29)),
    ("peter and paul", Feast::Fixed(6, 29)),
    ("stephen", Feast::Fixed(12, 26)),
    ("thomas", Feast::Fixed(12, 21)),
    ("thomas the apostle", Feast::Fixed(12, 21)),
    ("valentine", Feast::Fixed(2, 14)),
];

/// The feast with whose name these words begin beside a weekday, and how many words it
/// has: that of a saint, with or without `St`, or one that is known by itself.
pub(super) fn beside_weekday(words: &[String]) -> Option<(Feast, usize)> {
    let saint = usize::from(matches!(words.first()?.as_str(), "st" | "saint" | "seynt" | "s"));
    let rest = &words[saint..];
    let begins = |name: &str| {
        name.split(' ').enumerate().all(|(at, part)| rest.get(at).is_some_and(|word| word == part))
    };
    let longest = |names: &'static [(&str, Feast)]| {
        names.iter().filter(|(name, _)| begins(name)).max_by_key(|(name, _)| name.len())
    };
    // “the Tuesday after James came”
    let known = |name: &str| saint > 0 || name.contains(" the ");
    let found = longest(FEASTS).or_else(|| longest(SAINTS).filter(|(name, _)| known(name)));
    match found {
        Some((name, feast)) => Some((*feast, saint + name.split(' ').count())),
        None => feast::named(words).map(|(feast, count, _)| (feast, count)),
    }
}

#[cfg(test)]
mod tests {
    use super::{FEASTS, Feast, SAINTS, beside_weekday};

    #[test]
    fn the_names_are_sorted() {
        assert!([FEASTS, SAINTS].iter().all(|names| names.is_sorted_by_key(|(name, _)| *name)));
    }

    #[test]
    fn names() {
        let found =
            |text: &str| beside_weekday(&text.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(found("st andrew next"), Some((Feast::Fixed(11, 30), 2)));
        assert_eq!(found("john the baptist"), Some((Feast::Fixed(6, 24), 3)));
        assert_eq!(found("trinity"), Some((Feast::Easter(56), 1)));
        assert_eq!(found("candlemas"), Some((Feast::Fixed(2, 2), 1)));
        assert_eq!(found("james came"), None);
    }
}
