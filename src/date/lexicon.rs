//! Words that dates are made of, in English, French and German.

/// What a word can be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A month, from 1.
    Month(i8),
    /// A month whose name is also another common word or name.
    DoubtfulMonth(i8),
    /// A weekday, from 1 (Monday).
    Weekday(i8),
    /// An ordinal number in words: a day of the month.
    Ordinal(i8),
    /// A cardinal number in words.
    Cardinal(i8),
    /// A part of a month or a year.
    Part(Part),
    /// A length of time.
    Unit(Unit),
    /// `ago`, `before`: counts back from the day of writing.
    Ago,
    /// A day told from the day of writing.
    Days(i8),
    /// `between`.
    Between,
    /// `from`.
    From,
    /// `the`.
    The,
    /// `of`.
    Of,
    /// `and`, `&` is in the gap.
    And,
    /// `to`, `until`.
    To,
    /// A preposition after which a bare number of four digits is a year.
    YearLeader,
}

/// A third of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first third.
    Early,
    /// The second third.
    Middle,
    /// The last third.
    Late,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A day.
    Day,
    /// A week.
    Week,
}

/// Whether a date may begin with `word`, as far as its first letter and its
/// length tell: most words of a text are turned away here.
pub(super) fn may_begin(word: &str) -> bool {
    let first = word.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
    BEGINNINGS[usize::from(first)] & length_bit(word.len()) != 0
        && SECONDS[usize::from(first)] & second_bit(word.as_bytes()) != 0
}

/// What `word` can be in a date, in any case of letters.
pub(super) fn look_up(word: &str) -> Option<Term> {
    let first = word.as_bytes().first()?.to_ascii_lowercase();
    if LENGTHS[usize::from(first)] & length_bit(word.len()) == 0 {
        return None;
    }
    let mut buffer = [0; LONGEST];
    let lower = lower_case(word, &mut buffer)?;
    let (start, end) = RANGES[usize::from(first)];
    let terms = &TERMS[usize::from(start)..usize::from(end)];
    let at = terms.binary_search_by(|(known, _)| (*known).cmp(lower)).ok()?;
    Some(terms[at].1)
}

/// A day of the month in digits, with or without an ordinal ending: `8`,
/// `8th`, `2d`, `1er`.
pub(super) fn day_number(word: &str) -> Option<i8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let ending = &word[digits..];
    let known = matches!(
        ending,
        "" | "st"
            | "nd"
            | "rd"
            | "th"
            | "d"
            | "t"
            | "er"
            | "re"
            | "e"
            | "ten"
            | "ST"
            | "ND"
            | "RD"
            | "TH"
    );
    let day = word[..digits].parse::<i8>().ok().filter(|_| known && digits <= 2)?;
    (1..=31).contains(&day).then_some(day)
}

/// Whether `word`, a day in digits, has an ordinal ending.
pub(super) fn has_ordinal_ending(word: &str) -> bool {
    !word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year of four digits from 1000 to 2099.
pub(super) fn year_number(word: &str) -> Option<i16> {
    if word.len() != 4 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    word.parse().ok().filter(|year| (1000..2100).contains(year))
}

/// A number of two digits.
pub(super) fn two_digits(word: &str) -> Option<i16> {
    let digits = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

const LONGEST: usize = 16;

fn lower_case<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    if word.is_ascii() {
        let lower = buffer.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return std::str::from_utf8(lower).ok();
    }
    let mut length = 0;
    for lower in word.chars().flat_map(char::to_lowercase) {
        let end = length + lower.len_utf8();
        lower.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    std::str::from_utf8(&buffer[..length]).ok()
}

const fn length_bit(length: usize) -> u32 {
    if length < 32 { 1 << length } else { 0 }
}

/// For each first byte, the lengths of the words that begin with it.
static LENGTHS: [u32; 256] = lengths(false);

/// The same for the words that a date may begin with.
static BEGINNINGS: [u32; 256] = lengths(true);

/// For each first byte, where the words stand that begin with it.
static RANGES: [(u16, u16); 256] = ranges();

const fn ranges() -> [(u16, u16); 256] {
    let mut ranges = [(0, 0); 256];
    let mut at = 0_u16;
    while (at as usize) < TERMS.len() {
        let first = TERMS[at as usize].0.as_bytes()[0] as usize;
        if ranges[first].1 == 0 {
            ranges[first].0 = at;
        }
        at += 1;
        ranges[first].1 = at;
    }
    ranges
}

/// For each first byte, the second bytes of the words that a date may begin
/// with.
static SECONDS: [u32; 256] = seconds();

const fn seconds() -> [u32; 256] {
    let mut seconds = [0; 256];
    let mut at = 0;
    while at < TERMS.len() {
        let word = TERMS[at].0.as_bytes();
        if begins(TERMS[at].1) {
            seconds[word[0] as usize] |= second_bit(word);
        }
        at += 1;
    }
    seconds
}

/// The second byte, the same for small letters and capitals.
const fn second_bit(word: &[u8]) -> u32 {
    if word.len() > 1 { 1 << (word[1] & 0x1F) } else { 1 }
}

const fn lengths(beginnings: bool) -> [u32; 256] {
    let mut lengths = [0; 256];
    let mut at = 0;
    while at < TERMS.len() {
        let word = TERMS[at].0.as_bytes();
        if !beginnings || begins(TERMS[at].1) {
            lengths[word[0] as usize] |= length_bit(word.len());
        }
        at += 1;
    }
    lengths
}

const fn begins(term: Term) -> bool {
    match term {
        Month(_)
        | DoubtfulMonth(_)
        | Weekday(_)
        | Ordinal(_)
        | Term::Part(_)
        | Ago
        | Between
        | From => true,
        Cardinal(_) | Length(_) | Days(_) | The | Of | And | To | YearLeader => false,
    }
}

use Term::{
    Ago, And, Between, Cardinal, Days, DoubtfulMonth, From, Month, Of, Ordinal, The, To,
    Unit as Length, Weekday, YearLeader,
};

/// Sorted by bytes; a test sees to it.
const TERMS: &[(&str, Term)] = &[
    ("a", Cardinal(1)),
    ("about", YearLeader),
    ("acht", Cardinal(8)),
    ("after", YearLeader),
    ("ago", Ago),
    ("an", Cardinal(1)),
    ("and", And),
    ("anfang", Term::Part(Part::Early)),
    ("anno", YearLeader),
    ("année", YearLeader),
    ("aout", Month(8)),
    ("août", Month(8)),
    ("apl", Month(4)),
    ("apr", Month(4)),
    ("april", Month(4)),
    ("après", YearLeader),
    ("around", YearLeader),
    ("au", To),
    ("aug", Month(8)),
    ("augt", Month(8)),
    ("august", Month(8)),
    ("autumn", YearLeader),
    ("avant", YearLeader),
    ("avr", Month(4)),
    ("avril", Month(4)),
    ("before", YearLeader),
    ("beginn", Term::Part(Part::Early)),
    ("beginning", Term::Part(Part::Early)),
    ("between", Between),
    ("bis", To),
    ("by", YearLeader),
    ("cinq", Cardinal(5)),
    ("circa", YearLeader),
    ("commencement", Term::Part(Part::Early)),
    ("day", Length(Unit::Day)),
    ("days", Length(Unit::Day)),
    ("de", Of),
    ("dec", Month(12)),
    ("decbr", Month(12)),
    ("decemb", Month(12)),
    ("december", Month(12)),
    ("decembre", Month(12)),
    ("decr", Month(12)),
    ("dem", The),
    ("demain", Days(1)),
    ("den", The),
    ("depuis", YearLeader),
    ("der", The),
    ("des", Of),
    ("deux", Cardinal(2)),
    ("dez", Month(12)),
    ("dezember", Month(12)),
    ("dienstag", Weekday(2)),
    ("dimanche", Weekday(7)),
    ("dix", Cardinal(10)),
    ("donnerstag", Weekday(4)),
    ("drei", Cardinal(3)),
    ("during", YearLeader),
    ("début", Term::Part(Part::Early)),
    ("déc", Month(12)),
    ("décembre", Month(12)),
    ("early", Term::Part(Part::Early)),
    ("eight", Cardinal(8)),
    ("eighteenth", Ordinal(18)),
    ("eighth", Ordinal(8)),
    ("eleven", Cardinal(11)),
    ("eleventh", Ordinal(11)),
    ("en", YearLeader),
    ("end", Term::Part(Part::Late)),
    ("ende", Term::Part(Part::Late)),
    ("entre", Between),
    ("et", And),
    ("feb", Month(2)),
    ("feber", Month(2)),
    ("febr", Month(2)),
    ("februar", Month(2)),
    ("february", Month(2)),
    ("februy", Month(2)),
    ("febry", Month(2)),
    ("feby", Month(2)),
    ("fevrier", Month(2)),
    ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)),
    ("fin", Term::Part(Part::Late)),
    ("first", Ordinal(1)),
    ("five", Cardinal(5)),
    ("four", Cardinal(4)),
    ("fourteenth", Ordinal(14)),
    ("fourth", Ordinal(4)),
    ("freitag", Weekday(5)),
    ("fri", Weekday(5)),
    ("frid", Weekday(5)),
    ("friday", Weekday(5)),
    ("from", From),
    ("fév", Month(2)),
    ("févr", Month(2)),
    ("février", Month(2)),
    ("fünf", Cardinal(5)),
    ("gestern", Days(-1)),
    ("hier", Days(-1)),
    ("huit", Cardinal(8)),
    ("im", YearLeader),
    ("in", YearLeader),
    ("jahr", YearLeader),
    ("jahre", YearLeader),
    ("jan", Month(1)),
    ("janry", Month(1)),
    ("januar", Month(1)),
    ("january", Month(1)),
    ("januy", Month(1)),
    ("janv", Month(1)),
    ("janvier", Month(1)),
    ("jany", Month(1)),
    ("jeudi", Weekday(4)),
    ("jour", Length(Unit::Day)),
    ("jours", Length(Unit::Day)),
    ("juil", Month(7)),
    ("juillet", Month(7)),
    ("juin", Month(6)),
    ("jul", Month(7)),
    ("juli", Month(7)),
    ("july", Month(7)),
    ("jun", Month(6)),
    ("june", Month(6)),
    ("juni", Month(6)),
    ("jusqu’au", To),
    ("jän", Month(1)),
    ("jänner", Month(1)),
    ("late", Term::Part(Part::Late)),
    ("le", The),
    ("lundi", Weekday(1)),
    ("mai", DoubtfulMonth(5)),
    ("mar", DoubtfulMonth(3)),
    ("march", DoubtfulMonth(3)),
    ("mardi", Weekday(2)),
    ("mars", DoubtfulMonth(3)),
    ("may", DoubtfulMonth(5)),
    ("mercredi", Weekday(3)),
    ("mid", Term::Part(Part::Middle)),
    ("middle", Term::Part(Part::Middle)),
    ("milieu", Term::Part(Part::Middle)),
    ("mitte", Term::Part(Part::Middle)),
    ("mittwoch", Weekday(3)),
    ("mon", Weekday(1)),
    ("monday", Weekday(1)),
    ("montag", Weekday(1)),
    ("märz", Month(3)),
    ("nach", YearLeader),
    ("nine", Cardinal(9)),
    ("nineteenth", Ordinal(19)),
    ("ninth", Ordinal(9)),
    ("nov", Month(11)),
    ("novbr", Month(11)),
    ("november", Month(11)),
    ("novembre", Month(11)),
    ("novr", Month(11)),
    ("oct", Month(10)),
    ("octbr", Month(10)),
    ("octob", Month(10)),
    ("october", Month(10)),
    ("octobre", Month(10)),
    ("octr", Month(10)),
    ("of", Of),
    ("okt", Month(10)),
    ("oktober", Month(10)),
    ("one", Cardinal(1)),
    ("quatre", Cardinal(4)),
    ("samedi", Weekday(6)),
    ("samstag", Weekday(6)),
    ("sat", Weekday(6)),
    ("satur", Weekday(6)),
    ("saturd", Weekday(6)),
    ("saturday", Weekday(6)),
    ("sechs", Cardinal(6)),
    ("second", Ordinal(2)),
    ("seit", YearLeader),
    ("semaine", Length(Unit::Week)),
    ("semaines", Length(Unit::Week)),
    ("sep", Month(9)),
    ("sept", Month(9)),
    ("septbr", Month(9)),
    ("september", Month(9)),
    ("septembre", Month(9)),
    ("septr", Month(9)),
    ("seven", Cardinal(7)),
    ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)),
    ("since", YearLeader),
    ("six", Cardinal(6)),
    ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)),
    ("sonnabend", Weekday(6)),
    ("sonntag", Weekday(7)),
    ("spring", YearLeader),
    ("summer", YearLeader),
    ("sund", Weekday(7)),
    ("sunday", Weekday(7)),
    ("tag", Length(Unit::Day)),
    ("tage", Length(Unit::Day)),
    ("tagen", Length(Unit::Day)),
    ("ten", Cardinal(10)),
    ("tenth", Ordinal(10)),
    ("the", The),
    ("third", Ordinal(3)),
    ("thirteenth", Ordinal(13)),
    ("thirtieth", Ordinal(30)),
    ("thirty-first", Ordinal(31)),
    ("three", Cardinal(3)),
    ("through", To),
    ("thur", Weekday(4)),
    ("thurs", Weekday(4)),
    ("thursd", Weekday(4)),
    ("thursday", Weekday(4)),
    ("till", To),
    ("to", To),
    ("to-morrow", Days(1)),
    ("tomorrow", Days(1)),
    ("trois", Cardinal(3)),
    ("tues", Weekday(2)),
    ("tuesd", Weekday(2)),
    ("tuesday", Weekday(2)),
    ("twelfth", Ordinal(12)),
    ("twelve", Cardinal(12)),
    ("twentieth", Ordinal(20)),
    ("twenty-eighth", Ordinal(28)),
    ("twenty-fifth", Ordinal(25)),
    ("twenty-first", Ordinal(21)),
    ("twenty-fourth", Ordinal(24)),
    ("twenty-ninth", Ordinal(29)),
    ("twenty-second", Ordinal(22)),
    ("twenty-seventh", Ordinal(27)),
    ("twenty-sixth", Ordinal(26)),
    ("twenty-third", Ordinal(23)),
    ("two", Cardinal(2)),
    ("um", YearLeader),
    ("und", And),
    ("until", To),
    ("vendredi", Weekday(5)),
    ("vier", Cardinal(4)),
    ("von", Of),
    ("vor", YearLeader),
    ("wed", Weekday(3)),
    ("wednesd", Weekday(3)),
    ("wednesday", Weekday(3)),
    ("weds", Weekday(3)),
    ("week", Length(Unit::Week)),
    ("weeks", Length(Unit::Week)),
    ("winter", YearLeader),
    ("woche", Length(Unit::Week)),
    ("wochen", Length(Unit::Week)),
    ("year", YearLeader),
    ("years", YearLeader),
    ("yesterday", Days(-1)),
    ("zehn", Cardinal(10)),
    ("zwei", Cardinal(2)),
    ("zwischen", Between),
];

#[cfg(test)]
mod tests {
    use super::{LONGEST, TERMS, Term, day_number, look_up, year_number};

    #[test]
    fn the_table_is_sorted() {
        assert!(TERMS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(TERMS.iter().all(|(word, _)| word.len() <= LONGEST));
    }

    #[test]
    fn words() {
        assert_eq!(look_up("Septr"), Some(Term::Month(9)));
        assert_eq!(look_up("Août"), Some(Term::Month(8)));
        assert_eq!(look_up("MÄRZ"), Some(Term::Month(3)));
        assert_eq!(look_up("Twenty-fifth"), Some(Term::Ordinal(25)));
        assert_eq!(look_up("Septimus"), None);
        assert_eq!(look_up("a-very-long-compound-word"), None);
    }

    #[test]
    fn numbers() {
        assert_eq!(day_number("31st"), Some(31));
        assert_eq!(day_number("3d"), Some(3));
        assert_eq!(day_number("1er"), Some(1));
        assert_eq!(day_number("32"), None);
        assert_eq!(day_number("8vo"), None);
        assert_eq!(day_number("0"), None);
        assert_eq!(year_number("1937"), Some(1937));
        assert_eq!(year_number("0937"), None);
        assert_eq!(year_number("193"), None);
    }
}
