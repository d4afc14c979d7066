//! What the words that dates are made of can be.

/// What a word can be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A month, from 1.
    Month(i8),
    /// A month whose name is also another common word or name.
    DoubtfulMonth(i8),
    /// A month in a language of which only whole dates are read.
    Abroad(i8),
    /// A weekday, from 1 (Monday).
    Weekday(i8),
    /// An ordinal number in words: a day of the month.
    Ordinal(i8),
    /// A cardinal number in words.
    Cardinal(i8),
    /// A part of a month or a year: `early`, `Mitte`.
    Part(Part),
    /// The same, which wants an `of`: `end`, `beginning`.
    PartOf(Part),
    /// The middle of a month: `mid-May`.
    MidMonth(i8),
    /// A length of time.
    Unit(Unit),
    /// `year`, `Jahre`, `années`: a length of time, or before a year.
    YearUnit,
    /// `ago`: counts back from the day of writing.
    Ago,
    /// The `vor` of “vor drei Tagen”.
    Back,
    /// The beginning of “il y a deux jours”.
    Il,
    /// `last`, `next`.
    Toward(Direction),
    /// `inst.`, `ult.`, `prox.`: the month of writing, the one before, the next.
    Current(i8),
    /// A season.
    InSeason(Season),
    /// The years that have these tens: `thirties`.
    Tens(i16),
    /// `century`.
    Century,
    /// A month of the French Republic, from 1.
    Republican(i8),
    /// A weekday whose abbreviation is also another common word.
    DoubtfulWeekday(i8),
    /// The first word of the name of a feast.
    Feast,
    /// Kalends, Nones or Ides.
    RomanDay,
    /// `or`.
    Or,
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

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// Where a relative date lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before the day of writing.
    Last,
    /// After it.
    Next,
    /// On either side, whichever is nearer.
    Nearest,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A day.
    Day,
    /// A week.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
}

/// Whether it is another word when written small.
pub(super) const fn wants_capital(term: Term) -> bool {
    matches!(term, Term::DoubtfulWeekday(_) | Term::Feast)
}

/// Whether a date may begin with it.
pub(super) const fn begins(term: Term) -> bool {
    !matches!(
        term,
        Term::Cardinal(_)
            | Term::Unit(Unit::Week | Unit::Fortnight | Unit::Month)
            | Term::YearUnit
            | Term::Current(_)
            | Term::The
            | Term::Of
            | Term::And
            | Term::Or
            | Term::To
            | Term::YearLeader
    )
}
