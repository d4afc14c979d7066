//! Words that tell of what is to come or of what is past, in English, French
//! and German, each list sorted.

/// What is to come.
pub(super) const AHEAD: &[&str] = &[
    "Let", "Please", "Pray", "Shall", "Will", "bitte", "demain", "expect", "expected", "expecting",
    "expects", "hope", "hopes", "intend", "intends", "let", "ll", "möchte", "möchten", "plan",
    "please", "pray", "prochain", "prochaine", "propose", "proposes", "shall", "shan", "soll",
    "sollen", "sollst", "sollt", "soon", "to-morrow", "tomorrow", "werde", "werden", "werdet",
    "will", "wird", "wirst", "won",
];

/// What may come, or is not to be: weaker than what is told.
pub(super) const PERHAPS: &[&str] = &[
    "can", "cannot", "could", "dürfte", "kann", "könnte", "may", "might", "must", "ought", "peut",
    "peux", "should", "would", "würde", "würden",
];

/// What is of a day once it is written: “yours of the 4th”.
pub(super) const LETTERS: &[&str] = &[
    "communication", "despatch", "dispatch", "favor", "favour", "letter", "letters", "note",
    "report", "telegram", "wire", "yours",
];

/// Verbs of going and beginning in the present, which tell of what is to come
/// where a date stands with them: “We leave Friday”, “am Montag kommt”.
pub(super) const GOING: &[&str] = &[
    "abreise", "abreisen", "arrive", "arrives", "begin", "beginnen", "beginnt", "begins", "close",
    "closes", "come", "comes", "depart", "departs", "dine", "dines", "embark", "embarks", "fahre",
    "fahren", "findet", "fährt", "gehe", "gehen", "geht", "go", "goes", "komme", "kommen",
    "kommst", "kommt", "leave", "leaves", "march", "marches", "meet", "meets", "move", "moves",
    "open", "opens", "reise", "reisen", "reist", "return", "returns", "sail", "sails", "start",
    "starts",
];

/// The same in French; many are other words elsewhere.
pub(super) const GOING_IN_FRENCH: &[&str] = &[
    "allons", "arrive", "arrivent", "arrivons", "commence", "dois", "doit", "doivent", "pars",
    "part", "partent", "partons", "rentre", "rentrent", "rentrons", "revenons", "reviennent",
    "reviens", "revient", "va", "vais", "vas", "venons", "viennent", "viens", "vient", "vont",
];

/// What is past.
pub(super) const PAST: &[&str] = &[
    "ago", "ate", "avaient", "avait", "became", "been", "began", "blieb", "blieben", "bought",
    "brach", "brachte", "broke", "brought", "built", "came", "caught", "chose", "did", "didn",
    "died", "drank", "drew", "drove", "empfing", "erhielt", "erhielten", "eut", "fell", "felt",
    "fiel", "fielen", "flew", "fought", "found", "fuhr", "fuhren", "furent", "fut", "gab", "gave",
    "ging", "gingen", "gone", "got", "grew", "had", "hatte", "hatten", "heard", "held", "hielt",
    "hörte", "hörten", "kam", "kamen", "kept", "knew", "konnte", "konnten", "lag", "laid", "las",
    "last", "lay", "led", "left", "lost", "lu", "made", "met", "mußte", "mußten", "nahm", "paid",
    "ran", "read", "reçu", "rode", "rose", "sagte", "sah", "sahen", "said", "sailed", "sang",
    "sat", "saw", "schickte", "schrieb", "seen", "sent", "shot", "since", "sold", "spent", "spoke",
    "sprach", "stand", "standen", "starb", "stood", "struck", "swam", "taken", "taught", "told",
    "took", "traf", "trafen", "verließ", "verließen", "vinrent", "vint", "war", "waren", "was",
    "went", "were", "woke", "won", "wore", "wrote", "wurde", "wurden", "yesterday", "étaient",
    "était",
];

/// Words in `-ed` that are no verbs.
pub(super) const NO_VERBS: &[&str] = &[
    "beloved", "exceed", "hundred", "indeed", "kindred", "naked", "proceed", "sacred", "succeed",
    "wicked",
];

/// Before an infinitive these tell of what is to come, whenever it was said:
/// “he promised to come on Monday”.
pub(super) const INTENTIONS: &[&str] = &[
    "agree", "agreed", "appointed", "arranged", "asked", "desire", "desired", "determined",
    "hoped", "intended", "invited", "meant", "ordered", "promised", "proposed", "resolved", "want",
    "wanted", "wants", "wish", "wished", "wishes",
];

/// Verbs that often stand in the infinitive with a date: “too happy to call on
/// Thursday”.
pub(super) const INFINITIVES: &[&str] = &[
    "be", "call", "dine", "finish", "have", "hear", "land", "repeat", "see", "send", "spend",
    "stay", "visit", "write",
];

/// Forms of “to be” in the present.
pub(super) const BE: &[&str] = &["am", "are", "be", "is", "m", "re"];

/// Forms that make a perfect of a participle.
pub(super) const HAVE: &[&str] = &[
    "a", "ai", "as", "avez", "avons", "bin", "bist", "es", "est", "habe", "haben", "habt", "has",
    "hast", "hat", "have", "ist", "ont", "seid", "sind", "sommes", "sont", "suis", "ve", "êtes",
];

/// German words in `ge-` that are no participles.
pub(super) const NO_PARTICIPLES: &[&str] = &[
    "geben", "gebt", "gegen", "gehen", "geht", "geistlichen", "genannten", "gesamt", "gesamten",
    "gestern", "gesund", "gesunden", "getrost", "gewiß",
];

/// Titles whose stop ends no sentence.
pub(super) const TITLES: &[&str] = &[
    "Capt", "Col", "Dr", "Gen", "Hr", "Lieut", "Lt", "M", "MM", "Messrs", "Mlle", "Mme", "Mr",
    "Mrs", "Mssrs", "Prof", "Rev", "Sgt", "St",
];

/// Where another clause begins.
pub(super) const JOINTS: &[&str] = &[
    "aber", "als", "and", "because", "but", "car", "denn", "et", "mais", "quand", "und", "weil",
    "when", "which", "while", "who",
];
