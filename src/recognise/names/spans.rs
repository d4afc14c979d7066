//! Where names begin and end.

use super::candidate::{Candidate, ends_line};
use super::context::{Context, firm};
use super::cues::Cues;
use super::score::is_church;
use super::vocabulary::Vocabulary;
use super::{Kind, Name};
use crate::annotation::Certainty;
use crate::lexicon;
use crate::source::Span;
use crate::token::{Shape, Words};

/// The place that is called after the person it belongs to: `Theresa’s village`.
pub(super) fn possession(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> Option<Name> {
    let head = candidate.words.end + 1;
    let known = vocabulary.known(candidate.name().start);
    let owned = context.possessive
        && !context.before.any(Cues::ARTICLE)
        && is_joint(words, head)
        // “Van Diemen’s Land”
        && (candidate.name().any(|at| !vocabulary.known(at).common())
            || candidate.titles > 0
            || known.title().is_some());
    if owned_without_head(words, vocabulary, candidate, context) {
        let span = candidate.span.join(words.tokens[head - 1].span);
        return Some(place(candidate, head, span));
    }
    if is_church(words, vocabulary, candidate, context) && words.shape(head) != Some(Shape::Capital)
    {
        let span = candidate.span.join(words.tokens[head - 1].span);
        return Some(place(candidate, head, span));
    }
    let small = words.shape(head) == Some(Shape::Lower)
        && (context.after.any(Cues::SITE_AFTER) || ESTATES.contains(&words.raw(head)));
    let mut end = head + 1;
    if owned && !small {
        while is_joint(words, end) && words.shape(end) == Some(Shape::Capital) {
            end += 1;
        }
        let closes =
            words.shape(head) == Some(Shape::Capital) && vocabulary.known(end - 1).closes_place();
        // “Samuel Beckett’s Works”, “Roosevelt’s White House”, “Genlis’s The Palace”
        let other = matches!(words.raw(end - 1), "Mission" | "Union" | "Works")
            || words.raw(head) == "The"
            || (end - head > 1 && lexicon::is_place(words.span(&(head..end)).of(words.text)));
        if !closes || other {
            return None;
        }
    }
    owned.then(|| place(candidate, end, candidate.span.join(words.tokens[end - 1].span)))
}

/// Whether what stands before word `at` parts the words of a name.
fn is_joint(words: Words<'_>, at: usize) -> bool {
    let gap = words.before(at);
    gap == " " || (gap == "\n" && !ends_line(words, at))
}

/// What belongs to somebody and has his name: “Edward’s station”, but “Modane station”.
const ESTATES: &[&str] = &["ferry", "landing", "plantation", "ranch", "station"];

/// Whether a place has its name from somebody of long ago, who is not spoken of:
/// “Lincoln’s Inn”, but “Theresa’s village”, “Mrs. Pargeter’s School”.
pub(super) fn is_called_after(words: Words<'_>, candidate: &Candidate, place: &Name) -> bool {
    candidate.titles == 0
        && place.words.end > candidate.words.end + 1
        && words.shape(place.words.end - 1) == Some(Shape::Capital)
}

fn place(candidate: &Candidate, end: usize, span: Span) -> Name {
    Name {
        span,
        words: candidate.words.start..end,
        titles: candidate.titles,
        kind: Kind::Place,
        certainty: Certainty::Low,
        doubtful: false,
    }
}

/// Whether a traveller stopped at the place of someone, which has no other
/// name: “slept at Kinazombe’s”, “one day from Moero’s & back”.
fn owned_without_head(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> bool {
    let Context { before, second_before, .. } = *context;
    let led = before.any(Cues::PLACE | Cues::REACH)
        || (before.any(Cues::TO)
            && (second_before.any(Cues::MOTION | Cues::PART | Cues::SITE) || context.led_to));
    let next = candidate.words.end + 1;
    let goes_on = Cues::PLACE
        | Cues::AND
        | Cues::OF
        | Cues::ON
        | Cues::TO
        | Cues::WITH
        | Cues::VERB
        | Cues::HUMAN
        | Cues::PATH
        | Cues::ARTICLE;
    // What follows is no noun that could be his.
    let sentence = words.shape(next) == Some(Shape::Capital)
        && vocabulary.known(next).common()
        && !vocabulary.known(next).heads_place()
        // “in Park’s Travels”
        && !vocabulary.cues(next).any(Cues::GENRE | Cues::WORK | Cues::BODY);
    // “in Handel’s “Messiah””
    let gap = words.before(next);
    let writing = gap.starts_with(' ') && gap.ends_with(['“', '"', '_', '‘', '«']);
    let no_head = (gap != " " && !writing)
        || sentence
        || SMALL_WORDS.binary_search(&words.raw(next)).is_ok()
        || (words.shape(next) == Some(Shape::Lower) && vocabulary.cues(next).any(goes_on));
    vocabulary.prior > 0 && context.possessive && led && no_head
}

/// Small words that tell that no noun follows.
const SMALL_WORDS: &[&str] = &[
    "I", "after", "again", "as", "because", "before", "but", "for", "he", "here", "if", "it",
    "not", "now", "only", "she", "since", "so", "then", "there", "they", "though", "till", "today",
    "tomorrow", "until", "we", "when", "where", "which", "while", "who", "yesterday",
];

/// The name of a place, with the word that tells its kind: `Kambala hill`.
pub(super) fn place_span(words: Words<'_>, vocabulary: &Vocabulary, candidate: &Candidate) -> Span {
    if let Some(head) = candidate.head {
        return words.tokens[head].span.join(candidate.span);
    }
    let next = candidate.words.end;
    let head = words.before(next) == " "
        && words.shape(next) == Some(Shape::Lower)
        && !lexicon::is_place(candidate.span.of(words.text))
        && vocabulary.cues(next).any(Cues::SITE_AFTER);
    if head { candidate.span.join(words.tokens[next].span) } else { candidate.span }
}

/// The name of an organisation, with the partners of a firm: `Carter & Sons`.
pub(super) fn organisation_span(words: Words<'_>, candidate: &Candidate) -> Span {
    match firm(words, candidate.words.end) {
        Some(last) => candidate.span.join(words.tokens[last].span),
        None => candidate.span,
    }
}

/// The place in the title of an office: the `Bombay` of `Bishop of Bombay`.
pub(super) fn seat(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
) -> Option<Name> {
    const OFFICES: &[&str] = &[
        "Abbot", "Archbishop", "Archdeacon", "Bishop", "Consul", "Curate", "Dean", "Emir",
        "Governor", "Imam", "Mayor", "Rajah", "Rector", "Sheriff", "Sultan", "Vicar", "Viceroy",
    ];
    if candidate.words.len() != 3 || candidate.titled_work {
        return None;
    }
    let office = candidate.words.start;
    let place = office + 2..candidate.words.end;
    let known = vocabulary.known(place.start);
    let fits = OFFICES.binary_search(&words.raw(office)).is_ok()
        && words.raw(office + 1) == "of"
        && words.shape(place.start) == Some(Shape::Capital)
        && !known.common()
        && known.title().is_none();
    fits.then(|| Name {
        span: words.tokens[place.start].span,
        words: place,
        titles: 0,
        kind: Kind::Place,
        certainty: if known.place() { Certainty::Medium } else { Certainty::Low },
        doubtful: false,
    })
}

/// The title of a work, with the foreign words that go on: `Seize fusillés`.
pub(super) fn work_span(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> Span {
    let mut end = candidate.words.end;
    while end < candidate.words.end + 4
        && words.before(end) == " "
        && words.shape(end) == Some(Shape::Lower)
        && !vocabulary.known(end).common()
    {
        end += 1;
    }
    if end == candidate.words.end {
        end = of_what(words, vocabulary, candidate, context);
    }
    let span = candidate.span.join(words.tokens[end - 1].span);
    if context.in_title { words.tokens[candidate.words.start - 2].span.join(span) } else { span }
}

/// Where a title ends that common words begin, with what they are of: `Sketches
/// of the Highlanders`.
fn of_what(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    candidate: &Candidate,
    context: &Context,
) -> usize {
    let end = candidate.words.end;
    let capital = |at: usize| {
        words.before(at) == " " && matches!(words.shape(at), Some(Shape::Capital | Shape::Upper))
    };
    let led = context.owned || context.has_author() || context.before.any(Cues::READ);
    let common = candidate.name().all(|at| vocabulary.known(at).common());
    // “entitled Tracts for the Times”
    let entitled = words.raw(candidate.words.start.wrapping_sub(1)) == "entitled";
    let joint = words.raw(end) == "of" || (entitled && matches!(words.raw(end), "for" | "on"));
    if !(led || entitled) || !common || words.before(end) != " " || !joint {
        return end;
    }
    let article = matches!(words.raw(end + 1), "a" | "an" | "the") && words.after(end) == " ";
    let start = end + 1 + usize::from(article);
    let last = (start..words.tokens.len()).take_while(|at| capital(*at)).last();
    last.map_or(end, |last| last + 1)
}

/// Leaves out the places within larger ones, and the first words of titles.
pub(super) fn outermost(names: &mut Vec<Name>) {
    // “Campaign in Saxony” begins with “Campaign”.
    let title = |name: &Name, next: &Name| {
        let works = name.kind == Kind::Work && next.kind == Kind::Work;
        works && next.span.start <= name.span.start && name.span.end <= next.span.end
    };
    let mut within = names.windows(2).map(|pair| title(&pair[0], &pair[1])).collect::<Vec<bool>>();
    within.push(false);
    let mut within = within.into_iter();
    names.retain(|_| !within.next().unwrap_or_default());
    let mut last = Span::default();
    names.retain(|name| {
        if name.kind != Kind::Place {
            return true;
        }
        let within = last.start <= name.span.start && name.span.end <= last.end;
        if !within {
            last = name.span;
        }
        !within
    });
}
