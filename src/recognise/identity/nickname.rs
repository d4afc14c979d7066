//! Short and pet forms of forenames.

/// A forename and what its bearers are called at home.
const SHORT: &[(&str, &[&str])] = &[
    ("abigail", &["abby", "nabby"]),
    ("abraham", &["abe"]),
    ("albert", &["bert", "bertie"]),
    ("alexander", &["alec", "alex", "alexr", "alick", "sacha", "sandy", "sasha"]),
    ("alfred", &["alf", "fred"]),
    ("andrew", &["andy"]),
    ("ann", &["annie", "nan", "nancy"]),
    ("anna", &["annie", "anya"]),
    ("anne", &["annie", "nan", "nancy"]),
    ("anthony", &["tony"]),
    ("antoinette", &["toinette"]),
    ("arthur", &["art"]),
    ("barbara", &["babs"]),
    ("benjamin", &["ben", "benj", "benny"]),
    ("caroline", &["caro", "carrie"]),
    ("catherine", &["cathy", "kate", "katie", "kitty"]),
    ("charles", &["charley", "charlie", "chas"]),
    ("charlotte", &["lotte", "lottie"]),
    ("christina", &["tina"]),
    ("christopher", &["kit"]),
    ("clara", &["clare"]),
    ("cornelius", &["neil"]),
    ("daniel", &["dan", "danl", "danny"]),
    ("david", &["dave", "davy"]),
    ("deborah", &["deb", "debby"]),
    ("dorothea", &["dodo", "dolly", "dora"]),
    ("dorothy", &["dolly", "dot"]),
    ("edmund", &["edmd", "ned"]),
    ("edward", &["eddie", "edw", "edwd", "ned", "ted", "teddy"]),
    ("eleanor", &["ellen", "nell", "nelly", "nora"]),
    ("elisabeth", &["bess", "beth", "betsy", "betty", "eliza", "elsie", "lisa", "lizzie", "sisi"]),
    (
        "elizabeth",
        &[
            "bess", "bessie", "bessy", "beth", "betsy", "betty", "eliza", "elsie", "lisa", "liz",
            "lizzie", "lizzy",
        ],
    ),
    ("ellen", &["nell", "nelly"]),
    ("emily", &["em", "emmy"]),
    ("esther", &["essie", "hetty"]),
    ("frances", &["fan", "fanny"]),
    ("francis", &["frank"]),
    ("francoise", &["fanchon"]),
    ("frederick", &["fred", "freddy", "fredk"]),
    ("friedrich", &["fritz"]),
    ("george", &["geo", "georgie", "georgy"]),
    ("georgiana", &["georgy"]),
    ("gregory", &["greg"]),
    ("hannah", &["nan"]),
    ("hans", &["hansi"]),
    ("harriet", &["harriette", "hatty"]),
    ("heinrich", &["heini", "heinz"]),
    ("helen", &["nell", "nelly"]),
    ("helene", &["leni"]),
    ("henrietta", &["etta", "harriet", "hetty"]),
    ("henry", &["hal", "harry"]),
    ("isabella", &["bell", "bella"]),
    ("jacob", &["jake"]),
    ("jacques", &["jacquot"]),
    ("james", &["jamie", "jas", "jem", "jemmy", "jim", "jimmy"]),
    ("jane", &["janey", "jenny"]),
    ("janet", &["jenny"]),
    ("jean", &["jeannot"]),
    ("jeanne", &["jeannette"]),
    ("jefferson", &["jeff"]),
    ("jeffrey", &["jeff"]),
    ("jeremiah", &["jerry"]),
    ("johann", &["hans"]),
    ("johanna", &["hanna"]),
    ("johannes", &["hans"]),
    ("john", &["jack", "jno", "johnny"]),
    ("jonathan", &["jon"]),
    ("joseph", &["joe", "joey", "jos", "josh", "sepp"]),
    ("josephine", &["jo", "josie"]),
    ("joshua", &["josh"]),
    ("katharina", &["kathe", "kathi"]),
    ("katharine", &["kate", "katie", "kitty"]),
    ("katherine", &["kate", "katie", "kitty"]),
    ("lawrence", &["larry", "laurie"]),
    ("letitia", &["letty"]),
    ("louisa", &["lou"]),
    ("louise", &["lou"]),
    ("lucy", &["luce"]),
    ("madeline", &["maddy"]),
    ("magdalena", &["lena", "leni"]),
    ("margaret", &["daisy", "madge", "maggie", "meg", "peg", "peggy"]),
    ("margarete", &["gretchen", "grete", "gretel"]),
    ("maria", &["mia"]),
    ("martha", &["matty", "patty"]),
    ("martin", &["marty"]),
    ("mary", &["may", "moll", "molly", "polly"]),
    ("matilda", &["tilda", "tilly"]),
    ("matthew", &["mat", "matt"]),
    ("michael", &["mick", "micky", "mike"]),
    ("nathaniel", &["nat", "nathl"]),
    ("nicholas", &["nick"]),
    ("oliver", &["noll"]),
    ("olivia", &["livy"]),
    ("patrick", &["paddy", "pat"]),
    ("penelope", &["penny"]),
    ("peter", &["pete"]),
    ("philip", &["phil", "pip"]),
    ("rebecca", &["becky"]),
    ("richard", &["dick", "dicky", "richd", "rick"]),
    ("robert", &["bob", "bobby", "rob", "robin", "robt"]),
    ("rosamond", &["rosy"]),
    ("rudolf", &["rudi"]),
    ("samuel", &["sam", "saml", "sammy"]),
    ("sarah", &["sal", "sally"]),
    ("sophia", &["sophy"]),
    ("stephen", &["steve"]),
    ("susan", &["sue", "suke", "sukey", "susie", "susy"]),
    ("susanna", &["sue", "sukey"]),
    ("theodora", &["dora"]),
    ("theodore", &["ted"]),
    ("theresa", &["tess"]),
    ("thomas", &["thos", "tom", "tommy"]),
    ("timothy", &["tim"]),
    ("walter", &["wat"]),
    ("wilhelm", &["willi"]),
    ("wilhelmina", &["mina", "minna"]),
    ("william", &["bill", "billy", "will", "willie", "willy", "wm"]),
    ("winifred", &["winnie"]),
];

/// Whether one forename, in small ASCII letters, is a short form of the other.
pub(super) fn is_short_for(one: &str, other: &str) -> bool {
    let short = |full: &str, short: &str| {
        let at = SHORT.binary_search_by_key(&full, |(full, _)| full);
        at.is_ok_and(|at| SHORT[at].1.contains(&short))
    };
    short(one, other) || short(other, one)
}

/// The forenames that a word is a short form of, or that are short for it.
pub(super) fn relatives(word: &str) -> impl Iterator<Item = &'static str> + '_ {
    SHORT.iter().flat_map(move |(full, short)| {
        let of_full: &[&str] = if *full == word { short } else { &[] };
        let of_short = short.contains(&word).then_some(*full);
        of_full.iter().copied().chain(of_short)
    })
}

#[cfg(test)]
mod tests {
    use super::{SHORT, is_short_for, relatives};

    #[test]
    fn short_forms() {
        assert!(is_short_for("lucy", "luce") && is_short_for("meg", "margaret"));
        assert!(!is_short_for("lucy", "lizzie") && !is_short_for("tom", "tim"));
        assert_eq!(relatives("deb").collect::<Vec<_>>(), ["deborah"]);
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(SHORT.is_sorted_by(|a, b| a.0 < b.0));
    }
}
