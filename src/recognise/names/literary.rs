//! Words that speak of writings, plays, songs and pictures, near what may be the title of
//! one: quotation marks also stand around nicknames, boats, mottos and strange words.

mod famous;

use std::ops::Range;

use super::vocabulary::Vocabulary;
use crate::token::{Shape, Words};
use famous::FAMOUS;

/// Whether what stands around the words `range`, or one of them, speaks of a work: “read
/// in her "Evelina"”, “"Phèdre", a tragedy”, “the "History of Liberty"”. What is not
/// `quoted` needs a word near by.
pub(super) fn is_told_of(
    words: Words<'_>,
    vocabulary: &Vocabulary,
    range: &Range<usize>,
    quoted: bool,
) -> bool {
    let within = quoted && range.clone().any(|at| is_genre(words.raw(at)));
    within
        || (quoted && is_famous(words, range))
        || before(words, vocabulary, range.start, quoted)
        || after(words, vocabulary, range.end, quoted)
}

/// Whether everybody knows a work of that name: “Pilgrim’s Progress”.
fn is_famous(words: Words<'_>, range: &Range<usize>) -> bool {
    let article = matches!(words.raw(range.start), "A" | "The") && range.len() > 1;
    let rest = range.start + usize::from(article)..range.end;
    let name = words.phrase(&rest);
    let name = if name.contains('’') { name.replace('’', "'").into() } else { name };
    FAMOUS.binary_search(&&*name).is_ok()
}

/// Whether works are called so: `History`.
pub(super) fn is_genre(word: &str) -> bool {
    GENRES.binary_search(&word).is_ok()
}

/// Whether words that stand before word `start` in its paragraph tell of a work. Other
/// titles between count nothing: “the poems "Lord Lovel" and "Barbara Allen"”.
fn before(words: Words<'_>, vocabulary: &Vocabulary, start: usize, quoted: bool) -> bool {
    const FAR: usize = 12;
    const NEAR: usize = 4;
    const FARTHEST: usize = 40;
    let mut count = 0;
    let mut outside = true;
    for at in (start.saturating_sub(FARTHEST)..start).rev() {
        let gap = words.before(at + 1);
        let marks = gap.matches(['“', '”', '"', '«', '»', '„']).count();
        // The first mark is that of the title itself.
        outside ^= marks % 2 == 1 && !(at + 1 == start && quoted);
        count += usize::from(outside);
        if words.opens(at + 1) || count > FAR || (!quoted && count > NEAR) {
            return false;
        }
        if outside && tells(words, vocabulary, at, count <= NEAR) {
            return true;
        }
    }
    false
}

/// Whether the words from word `end` on do, or the year in which it was printed: “(1596)”.
fn after(words: Words<'_>, vocabulary: &Vocabulary, end: usize, quoted: bool) -> bool {
    const FAR: usize = 8;
    const NEAR: usize = 3;
    let year = quoted
        && words.shape(end) == Some(Shape::Number)
        && words.raw(end).len() == 4
        && words.before(end).ends_with('(');
    let last = end + if quoted { FAR } else { NEAR };
    year || (end..last.min(words.tokens.len()))
        .take_while(|at| !words.opens(*at))
        .any(|at| tells(words, vocabulary, at, at < end + NEAR))
}

/// Whether word `at` tells of a work; one that may tell of something else only if it is near.
fn tells(words: Words<'_>, vocabulary: &Vocabulary, at: usize, near: bool) -> bool {
    let listed = |word: &str| {
        WORKS.binary_search(&word).is_ok() || (near && OTHERS.binary_search(&word).is_ok())
    };
    match words.shape(at) {
        Some(Shape::Lower) => listed(words.raw(at)),
        Some(Shape::Capital) if vocabulary.nouns_have_capitals => {
            listed(&words.raw(at).to_lowercase())
        }
        _ => false,
    }
}

/// Words that hardly anything but a work is spoken of with.
const WORKS: &[&str] = &[
    "abhandlung", "anthem", "aria", "article", "articles", "aufgeführt", "auflage", "aufsatz",
    "aufsätze", "auteur", "author", "authoress", "authorship", "autobiography", "ballad",
    "ballade", "ballads", "ballet", "biography", "book", "books", "brochure", "buch", "buche",
    "bücher", "canto", "cantos", "carol", "carols", "chanson", "chansons", "comedy", "composed",
    "composer", "comédie", "comédies", "conte", "contes", "contributed", "contributor",
    "discourse", "discourses", "drama", "drame", "drames", "edited", "edition", "editions",
    "editor", "entitled", "epic", "erschien", "erschienen", "erzählung", "erzählungen", "essay",
    "essays", "farce", "feuilleton", "gedicht", "gedichte", "gedichten", "gedruckt", "gelesen",
    "gesungen", "herausgeber", "hum", "hummed", "hymn", "hymns", "intitulé", "intitulée",
    "komödie", "las", "lese", "lesen", "libretto", "lied", "lieder", "lisait", "lisant",
    "literary", "livre", "livres", "lustspiel", "lyric", "lyrics", "magazine", "magazines",
    "manuscript", "melodrama", "melody", "monograph", "monthly", "märchen", "mélodrame",
    "newspaper", "newspapers", "novel", "novelist", "novelists", "novelle", "novellen", "novels",
    "ode", "odes", "oper", "opera", "operas", "operetta", "opéra", "opéras", "oratorio",
    "oratorios", "ouverture", "ouvrage", "ouvrages", "overture", "pamphlet", "pamphlets", "parody",
    "periodical", "periodicals", "poem", "poems", "poetry", "posse", "poème", "poèmes", "poésie",
    "poésies", "preface", "prologue", "préface", "published", "publisher", "publishers", "publié",
    "publiée", "quarterly", "quoted", "quotes", "quoting", "re-reading", "read", "reading",
    "readings", "reads", "recitation", "recited", "rehearsal", "rehearsals", "relu", "reprinted",
    "rereading", "reviewed", "reviewer", "revue", "roman", "romance", "romane", "romans", "sang",
    "satire", "schauspiel", "schrieb", "sequel", "serial", "sermon", "sing", "singing", "sketch",
    "sketches", "sonata", "sonate", "song", "song-book", "songs", "sonnet", "sonnets", "stanza",
    "stanzas", "stories", "story", "stück", "stücke", "sung", "symphonie", "symphony", "tale",
    "tales", "tract", "traduction", "tragedy", "tragédie", "tragédies", "translated",
    "translation", "translator", "trauerspiel", "treatise", "tune", "tunes", "vaudeville",
    "verfasser", "verfaßt", "verse", "verses", "volume", "volumes", "waltz", "wrote",
    "zeitschrift", "zeitung", "übersetzung", "œuvre", "œuvres",
];

/// Words that may be of a work as of something else.
const OTHERS: &[&str] = &[
    "account", "act", "acted", "acting", "air", "band", "blatt", "chapter", "chapters",
    "character", "characters", "chorus", "copy", "finish", "finished", "geschichte", "geschrieben",
    "gespielt", "history", "joua", "jouer", "journal", "joué", "kapitel", "lecture", "lectures",
    "lines", "lu", "music", "page", "pages", "paper", "papers", "part", "performance",
    "performances", "performed", "picture", "pictures", "piece", "pieces", "pièce", "pièces",
    "play", "played", "playing", "plays", "printed", "production", "reader", "recite", "rolle",
    "scene", "series", "statue", "tableau", "theatre", "vol", "vols", "werk", "werke", "work",
    "works", "write", "writes", "writing", "written", "écrit",
];

/// What works are called.
const GENRES: &[&str] = &[
    "Adventures", "Anecdotes", "Annals", "Ballad", "Ballads", "Biography", "Book", "Chronicle",
    "Chronicles", "Comedy", "Correspondence", "Dialogues", "Diary", "Dictionary", "Essay",
    "Essays", "Fables", "Gazette", "Gedichte", "Geschichte", "Herald", "Histoire", "History",
    "Hymn", "Idylls", "Journal", "Kritik", "Leben", "Lectures", "Letters", "Life", "Lives", "Mail",
    "Memoir", "Memoirs", "Memorials", "Monthly", "Mémoire", "Mémoires", "Narrative", "News",
    "Novels", "Observer", "Ode", "Pictures", "Poems", "Post", "Quarterly", "Recollections",
    "Reise", "Reminiscences", "Review", "Romance", "Scenes", "Sketches", "Song", "Songs",
    "Sonnets", "Stories", "Story", "Tale", "Tales", "Times", "Tragedy", "Travels", "Treatise",
    "Tribune", "Verses", "Vie", "Voyage", "Voyages",
];

#[cfg(test)]
mod tests {
    use super::{GENRES, OTHERS, WORKS};

    #[test]
    fn the_lists_are_sorted() {
        for list in [GENRES, OTHERS, WORKS] {
            assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
        }
    }
}
