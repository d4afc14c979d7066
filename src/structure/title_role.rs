//! What the lines of a title block are.

/// What a line of the title block says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleRole {
    /// The title of a page before the title page, which has it again.
    HalfTitle,
    /// The series in which it was published.
    Series,
    /// Who wrote it.
    Author,
    /// The title.
    Title,
    /// What explains the title.
    Subtitle,
    /// When it was written or what time it covers.
    Date,
    /// Where it was published.
    Imprint,
    /// The place in it.
    Place,
    /// The publisher in it.
    Publisher,
    /// The year in it.
    Published,
    /// Which edition it is.
    Edition,
    /// Who printed it, and whose rights it says they are.
    Notice,
    /// Who else had a part in it.
    Byline,
}
