//! Titles of works, and what is none.

use super::{Kind, check, found};
use crate::annotation::Certainty;

#[test]
fn what_a_title_is_of() {
    check("She read <t>Sketches of the Highlanders</t> with me. He liked her sketches.");
    check("He is the author of <t>Gleams of Thought</t>, a book. The gleams of thought.");
    check("A pamphlet entitled <t>Tracts for the Times</t> came. He read tracts.");
}

#[test]
fn tongues_and_peoples_are_no_works() {
    check("They did not speak French. She read French with me, and her French is good.");
    check("He saw <p>Istomine</p>'s Russians and the Duke's Aide-de-Camp.");
}

#[test]
fn a_free_hand_with_capitals_makes_no_titles() {
    let small = "We saw men and meat and a skin, the party had some corn, so strong a river. ";
    let loose = "The Men had Some Corn, the Party ate So much Meat and a Skin.";
    check(&small.repeat(3));
    check(&format!("{}{loose}", small.repeat(3)));
}

#[test]
fn small_words_of_headings_are_no_titles() {
    check("TO THE EDITOR OF THE \"OBSERVER.\" and so it went.");
    check("We thanked His Royal Highness for it.");
}

#[test]
fn works_that_are_writings() {
    check("It stands in the <t>Poetical Works</t>. The <o>Vulcan Iron Works</o> made it.");
}

#[test]
fn quotation_marks_alone_make_no_title_certain() {
    let certainty = |text: &str| {
        let works = found(text).into_iter().filter(|name| name.kind == Kind::Work);
        works.map(|name| name.certainty).next()
    };
    assert_eq!(certainty("He asked for her \"Evelina,\" and left."), None);
    assert_eq!(certainty("He asked for her book \"Evelina,\" and left."), Some(Certainty::Low));
    assert_eq!(certainty("He spoke of Byron's \"Corsair\" and left."), Some(Certainty::Medium));
}

#[test]
fn quotation_marks_are_those_of_a_title_where_words_speak_of_a_work() {
    check(
        "They called at the \"Hog's Back\" and rowed the \"Laura Virginia\" to \"Sans Souci\" again.",
    );
    check("The patients call us all \"Sistra\" and we live in the \"Queen of Huts\" by the hill.");
    check(
        "We heard the songs \"<t>Barbara Allen</t>\" and \"<t>The Miller of the Mill</t>,\" that night.",
    );
    check(
        "He had his fill of the \"<t>Queen of Huts</t>\" (1871) and of a \"<t>History of Huts</t>\".",
    );
    check(
        "He published his \"<t>Queen of Huts</t>\" in May. They had the \"<t>Queen of Huts</t>\" here.",
    );
}

#[test]
fn what_somebody_has_is_a_work_if_its_name_or_his_says_so() {
    check(
        "It is in <p>Washburn</p>'s <t>History of Leicester</t>, and in <p>Shakespeare</p>'s <t>Macbeth</t>.",
    );
    check("They took <p>Chauvel</p>'s <o>Light Cavalry</o> along.");
}

#[test]
fn works_that_everybody_knows() {
    check(
        "We heard the \"<t>Marseillaise</t>\" twice, and \"<t>The Pilgrim's Progress</t>\" was there.",
    );
    check("She had <p>Walpole</p>'s <t>Letters to Mr. Cole</t> with her.");
}

#[test]
fn titles_in_italics() {
    check("She had two novels, _<t>Pride and Sorrow</t>_ and another.");
    check("They were full of _Pride and Sorrow_ then.");
}

#[test]
fn titles_in_capitals_in_french() {
    check(
        "Il est au bureau du journal <t>LE CURIEUX</t> avec nous, et dans la rue elle ne le sait \
         pas, mais il est là pour les voir et pour le dire.",
    );
}

#[test]
fn what_begins_with_a_capital_is_no_kind_of_work() {
    check("They saw the bridge of a Roman Emperor; tea is an article Of universal use.");
}

#[test]
fn single_words_in_italics() {
    check("Then came the author of _<t>Manon</t>_ and his opera _<t>Sapho</t>_ once more.");
    check("We saw _<p>Manon</p>_ there. I met <p>Manon</p>, and <p>Manon</p> said so.");
}
