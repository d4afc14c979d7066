//! The words that are cues, by what they say.

use super::Cues;

pub(super) const LISTS: &[(Cues, &[&str])] = &[
    (
        Cues::PLACE,
        &[
            "in", "at", "near", "into", "from", "towards", "toward", "à", "nach", "outside", "via",
            "beyond", "aus", "en",
        ],
    ),
    (
        Cues::AIM,
        &[
            "look", "looked", "looking", "looks", "worked", "work", "working", "laughed",
            "laughing", "laugh", "smiled", "smiling", "glanced", "glancing", "glance", "stared",
            "staring", "gazed", "gazing", "pointed", "shouted", "angry", "aimed", "nodded",
            "winked", "frowned", "glared", "peeped", "hinted", "surprised", "astonished", "vexed",
        ],
    ),
    (
        Cues::SHIP,
        &[
            "bark", "barque", "brick", "brig", "brigantine", "clipper", "corvette", "cruiser",
            "cutter", "dampfer", "destroyer", "dhow", "fregatte", "frigate", "frégate", "goélette",
            "gunboat", "ironclad", "ketch", "lugger", "navire", "packet", "paquebot", "schiff",
            "schooner", "ship", "sloop", "steamer", "steamship", "transport", "trawler", "tug",
            "vapeur", "vessel", "whaler", "yacht",
        ],
    ),
    (
        Cues::RANK,
        &[
            "abbé", "amiral", "archiduc", "baron", "baronne", "capitaine", "caporal", "cardinal",
            "chevalier", "colonel", "commandant", "comte", "comtesse", "curé", "docteur", "duc",
            "duchesse", "emir", "empereur", "général", "king", "lieutenant", "madame", "maréchal",
            "maréchale", "marquis", "marquise", "monsieur", "parson", "pasteur", "prince",
            "princesse", "queen", "rajah", "reine", "roi", "sergent", "sheikh", "squire", "sultan",
            "vicomte", "vicomtesse",
        ],
    ),
    (Cues::WITH_ARTICLE, &["im", "ins"]),
    (
        Cues::LOCATED,
        &[
            "dicht", "dorf", "gefallen", "gefecht", "hinten", "lag", "lagen", "lager", "liegen",
            "liegt", "nahe", "nördlich", "schlacht", "stellung", "südlich", "verwundet", "vorn",
            "vorne", "westlich", "östlich",
        ],
    ),
    (Cues::PLURAL, &["are", "inhabit"]),
    (Cues::BOARD, &["aboard", "board", "bord"]),
    (Cues::LABOUR, &["work", "worked", "working"]),
    (
        Cues::FLOW,
        &[
            "flows", "flowed", "flowing", "rises", "rising", "falls", "joins", "runs", "fließt",
            "coule",
        ],
    ),
    (Cues::A, &["a", "an", "un", "une", "ein", "eine", "einen", "einem", "einer"]),
    (
        Cues::TRIBE,
        &[
            "people", "peoples", "tribe", "tribes", "language", "dialect", "warriors", "chiefs",
            "women",
        ],
    ),
    (Cues::GROUP, &["men", "boys", "raids", "slaves"]),
    (Cues::ALIAS, &["as", "called", "named", "nicknamed", "alias", "dit", "genannt"]),
    (
        Cues::FATE,
        &[
            "assassination", "murder", "murders", "family", "brothers", "sisters", "children",
            "girl", "girls", "widow", "twins",
        ],
    ),
    (
        Cues::GENRE,
        &[
            "life", "lives", "memoirs", "memoir", "history", "letters", "anecdotes", "works",
            "poems", "travels", "journal", "lectures", "translation", "story", "tale", "tales",
            "adventures", "journey", "journeys", "tour", "voyage", "voyages", "campaign",
            "campaigns", "residence", "account", "narrative", "description", "sketches",
            "recollections", "death", "tragedy", "biography", "age", "vie", "histoire", "leben",
            "geschichte",
        ],
    ),
    (Cues::FROM, &["from"]),
    (Cues::AT, &["at"]),
    (
        Cues::PATH,
        &[
            "through", "across", "along", "above", "below", "round", "around", "throughout",
            "within", "past", "off", "between", "down", "up",
        ],
    ),
    (Cues::WITH, &["with", "by", "mit", "avec", "par", "chez", "bei"]),
    (
        Cues::REACH,
        &[
            "reached", "reach", "reaching", "crossed", "cross", "crossing", "entered", "enter",
            "entering", "visited", "visiting", "left", "leave", "leaving", "passed", "quitted",
            "approached", "approaching", "invaded", "besieged", "quitter", "quitta", "traversé",
            "erreichte",
        ],
    ),
    (
        Cues::PART,
        &[
            "banks", "bank", "source", "sources", "mouth", "end", "side", "north", "south", "east",
            "west", "head", "foot", "edge", "outskirts", "inhabitants", "people", "part", "parts",
            "coast", "shore", "shores", "streets", "miles", "plains", "siege", "neighbourhood",
            "neighborhood", "neighbours", "environs", "vicinity", "suburb", "suburbs", "gates",
            "centre", "center", "confluence", "top", "base", "summit", "slope", "slopes",
            "frontier", "borders", "border", "capital", "market", "walls", "natives", "waters",
            "visit", "treaty", "battle", "capture", "bombardment", "evacuation", "garrison",
            "citizens", "merchants", "burgesses", "mayor", "magistrates", "university",
            "cathedral", "gaol", "assizes", "bishop", "archbishop", "rector", "vicar", "curate",
            "schoolmaster", "postmaster", "nord", "sud", "rives", "bords", "habitants",
        ],
    ),
    (
        Cues::SITE_AFTER,
        &[
            "hill", "hills", "mountain", "mountains", "mt", "mts", "lake", "bay", "village", "vil",
            "vill", "island", "islands", "islet", "valley", "range", "country", "harbour",
            "harbor", "promontory", "lane", "park", "forest", "wood", "woods", "heath", "bridge",
            "castle", "abbey", "rapids", "falls", "desert", "plateau", "meadow", "meadows", "farm",
            "green", "river", "street", "house", "hall", "copse", "fields", "mill", "garden",
            "gardens",
        ],
    ),
    (
        Cues::SITE,
        &[
            "river", "hill", "hills", "mountain", "mountains", "mount", "mt", "mts", "lake", "bay",
            "village", "vil", "vill", "town", "city", "island", "islands", "islet", "valley",
            "range", "district", "province", "county", "parish", "country", "harbour", "harbor",
            "port", "promontory", "cape", "street", "lane", "road", "square", "park", "forest",
            "wood", "woods", "common", "heath", "station", "bridge", "castle", "abbey", "hamlet",
            "borough", "kingdom", "state", "rivulet", "stream", "streamlet", "torrent", "peak",
            "creek", "falls", "rapids", "desert", "plain", "plateau", "meadow", "meadows", "farm",
            "settlement", "towns", "cities", "villages", "counties", "parishes", "districts",
            "provinces", "rivers", "lakes", "rivière", "fleuve", "ville", "île", "lac", "quartier",
            "rue", "archipelago", "brook", "burgh", "canal", "canton", "cataract", "colony",
            "diocese", "duchy", "fort", "fortress", "glacier", "glen", "gorge", "gulf", "isle",
            "isles", "isthmus", "moor", "oasis", "peninsula", "principality", "priory", "seaport",
            "suburb", "suburbs", "territory", "township", "volcano", "waterfall",
        ],
    ),
    (
        Cues::PEOPLE,
        &[
            "are", "were", "have", "people", "peoples", "tribe", "tribes", "themselves", "women",
            "language", "dialect", "chiefs", "themselves", "warriors", "slaves",
        ],
    ),
    (
        Cues::SEVERAL,
        &[
            "many", "these", "those", "several", "most", "all", "few", "among", "amongst", "some",
            "both", "other", "two", "three", "against",
        ],
    ),
    (
        Cues::READ,
        &[
            "read", "reading", "reads", "reread", "re-read", "finished", "perused", "perusing",
            "lu", "relu", "lisant", "lis", "lese", "gelesen",
        ],
    ),
    (
        Cues::TO_WHOM,
        &[
            "told", "tell", "asked", "ask", "thanked", "married", "marry", "kissed", "dear",
            "dearest", "beloved", "poor", "informed", "assured", "begged", "advised", "met",
            "helped", "thank", "loved", "pitied", "obeyed", "cher", "chère", "liebe", "lieber",
            "lieben", "traf", "besuchte", "liebte", "bat", "grüßte", "rencontré", "rencontrai",
            "épousa", "aimait",
        ],
    ),
    (
        Cues::LETTER,
        &[
            "heard", "letter", "letters", "note", "notes", "wrote", "written", "write", "writing",
            "received", "spoke", "speak", "speaking", "said", "says", "say", "talked", "talk",
            "talking", "gave", "married", "love", "compliments", "regards", "remembrance",
            "introduced", "message", "telegram", "parcel", "present", "visit", "kind", "belonged",
            "lettre", "écrit", "brief", "schrieb",
        ],
    ),
    (
        Cues::BODY,
        &[
            "house", "garden", "gardens", "hall", "castle", "eyes", "eye", "face", "hand", "hands",
            "head", "heart", "voice", "lips", "arm", "arms", "hair", "wife", "husband", "mother",
            "father", "brother", "brothers", "sister", "sisters", "son", "sons", "daughter",
            "daughters", "aunt", "uncle", "cousin", "niece", "nephew", "friend", "friends",
            "letter", "letters", "opinion", "mind", "men", "manner", "manners", "death",
            "feelings", "temper", "conduct", "looks", "marriage", "birthday", "illness", "health",
            "room", "horse", "servant", "maid", "dress", "character", "works", "poems", "novel",
            "book",
        ],
    ),
    (
        Cues::HUMAN,
        &[
            "who", "whose", "whom", "himself", "herself", "thinks", "thought", "knew", "knows",
            "felt", "feels", "smiled", "laughed", "told", "tells", "asked", "asks", "gave",
            "gives", "brought", "took", "sat", "spoke", "speaks", "wished", "wishes", "loved",
            "loves", "looked", "wrote", "writes", "dined", "came", "called", "says", "said",
            "believed", "believes", "seemed", "began", "went", "heard", "saw", "read", "died",
            "married", "promised", "refused", "wants", "wanted", "declared", "understood",
            "remembered", "stood", "turned", "got", "held", "walked", "rode", "drank", "ate",
            "slept", "complains", "complained", "likes", "liked", "qui", "dit", "sagte", "meinte",
            "schrieb", "denkt", "las", "kam", "ging", "erzählt", "erzählte", "sprach", "spricht",
            "schreibt", "lachte", "antwortete", "rief", "meint", "sagt", "liest", "spielte",
            "besuchte", "starb", "heiratete", "glaubt", "weiß", "répondit", "demanda", "écrivit",
            "vint", "alla", "partit", "arriva", "mourut", "épousa", "parla", "raconta", "raconte",
            "pense", "croit", "écrit", "revient", "vient", "viendra", "travaille", "dîne", "parle",
            "tousse", "demande", "pleure", "joue", "chante", "kommt", "geht", "reist", "wohnt",
            "singt", "weint", "führt", "lächelt", "fragt",
        ],
    ),
    (Cues::CHEZ, &["bei", "chez"]),
    (Cues::WITHIN, &["in", "into", "near", "aus", "en"]),
    (Cues::OF, &["of"]),
    (Cues::ON, &["on"]),
    (Cues::TO, &["to"]),
    (Cues::THE, &["the"]),
    (Cues::AND, &["and", "or", "et", "und"]),
    (Cues::AUTHOR, &["author", "editor", "édition"]),
    (
        Cues::MOTION,
        &[
            "went", "go", "goes", "going", "gone", "came", "come", "coming", "returned", "return",
            "walked", "rode", "drove", "sailed", "journey", "trip", "road", "way", "back",
            "travelled", "arrived", "got", "sent", "set", "march", "marched", "moved", "on",
            "down", "up", "over", "reached", "left", "invitations", "delegation", "miles", "days",
            "hours", "mile", "day", "hour", "hrs", "h", "m", "passage", "voyage", "expedition",
            "ran", "proceeded", "ride", "drive", "removed", "bound", "started", "start", "travel",
            "travelling", "carried", "brought", "near", "close", "next", "allé", "arrivé",
        ],
    ),
    (
        Cues::ARTICLE,
        &[
            "the", "this", "these", "those", "a", "an", "every", "each", "any", "no", "some",
            "all", "la", "le", "les", "une", "un", "die", "das", "der", "den", "dem", "des", "ein",
            "eine", "its",
        ],
    ),
    (
        Cues::SPEECH,
        &[
            "said", "says", "replied", "cried", "asked", "answered", "exclaimed", "observed",
            "remarked", "whispered", "murmured", "continued", "returned", "added", "thought",
            "muttered", "shouted", "laughed", "sighed", "nodded", "smiled", "resumed", "repeated",
            "interrupted", "responded", "declared", "begged", "told", "wrote", "writes", "sagte",
            "meinte", "rief", "fragte", "antwortete", "erwiderte", "erzählte", "répondit",
            "demanda", "reprit", "répliqua", "ajouta", "murmura", "écria",
        ],
    ),
    (
        Cues::KIN,
        &[
            "sister", "brother", "wife", "husband", "son", "daughter", "cousin", "uncle", "aunt",
            "friend", "nephew", "niece", "sister-in-law", "brother-in-law", "father-in-law",
            "mother-in-law", "poet", "musician", "seaman", "painter", "actor", "writer",
            "novelist", "philosopher", "servant", "maid", "comrade", "named", "chief", "headman",
            "sœur", "frère", "dear", "little", "poor", "old", "young", "schwester", "bruder",
            "sohn", "tochter", "freund", "freundin", "onkel", "tante", "neffe", "nichte",
            "dichter", "maler", "schauspieler", "namens", "farmer", "gardener", "blacksmith",
            "carpenter", "butcher", "baker", "miller", "shepherd", "gunner", "pastor", "teacher",
            "catechist", "missionary", "sergeant", "corporal", "constable", "surgeon", "lawyer",
            "banker", "captain", "colonel", "general", "docteur", "abbé", "curé", "veuve",
            "maréchal", "général", "capitaine", "duc", "marquis", "lord", "reine", "révérend",
            "nommé", "nommée", "domestique", "kamerad", "feldwebel", "leutnant", "kaufmann", "ami",
            "amie", "oncle", "cousine", "fils", "fille", "neveu", "nièce", "mari", "femme",
            "poète", "peintre", "architect", "attorney", "bailiff", "bookseller", "botanist",
            "carrier", "coachman", "cobbler", "engraver", "gamekeeper", "geologist", "grocer",
            "historian", "innkeeper", "mason", "naturalist", "printer", "schoolmaster", "sculptor",
            "sexton", "steward", "tailor",
        ],
    ),
    (
        Cues::VERB,
        &[
            "is", "was", "has", "had", "will", "would", "could", "should", "did", "does", "can",
            "may", "might", "must", "came", "went", "took", "made", "gave", "knew", "saw", "felt",
            "looked", "stood", "sat", "turned", "began", "seemed", "who", "himself", "herself",
            "arranged", "entered", "spoke", "believes", "believed", "feels", "fears", "followed",
            "never", "also", "hat", "ist", "war", "est", "était", "a",
        ],
    ),
    (
        Cues::AFFAIR,
        &[
            "assassination", "affair", "case", "trial", "family", "murder", "papers", "brothers",
            "sisters", "children", "household", "estate", "murders", "girl", "girls", "widow",
            "twins",
        ],
    ),
    (
        Cues::WORK,
        &[
            "pamphlet", "magazine", "novel", "book", "poem", "play", "opera", "article", "journal",
            "newspaper", "review", "tragedy", "comedy", "drama", "paper", "novels", "books",
            "entitled", "periodical", "roman", "revue",
        ],
    ),
];
