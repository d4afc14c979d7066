//! Names in the books of travellers and in local histories.

use super::check;

#[test]
fn who_tells_is_no_initial() {
    check("“Why?” said I. Then he laughed. “No,” said I.");
    check("It was shown to <p>I. Tucker</p> then.");
}

#[test]
fn letters_of_a_state_after_its_town() {
    check("We lost <l>Port Royal</l>, S. C., and came to <l>Newbern</l>, N. C., at night.");
    check(
        "They met at <l>Tarpley</l>, Va., and then in <l>Washington</l>, DC: he lived in <l>Quenby</l>, Mo., then.",
    );
    check("We saw <p>Henry Aldous</p>, Va., and <p>Mrs. Tarpley</p>, Miss. Hallam and more.");
}

#[test]
fn the_species_of_a_genus() {
    check("The little Midas ursulus and a Salmo farius were seen.");
    check("Then <p>Julius</p> came, and the little <p>Julius</p> smiled.");
}

#[test]
fn ships_in_italics() {
    check("The convoy of the _Charlotte_, and the _Lady Penrhyn_ with it, sailed.");
    check(
        "They went to _<l>Scarborough</l>_ and the _<l>Thames</l>_ and saw _<p>Lady Penrhyn</p>_.",
    );
}

#[test]
fn places_that_have_the_name_of_one_whom_nobody_speaks_of() {
    check("He had chambers in <l>Furnival’s Inn</l> and went to <l>Sackett’s Harbor</l>.");
    check(
        "They read <p>Samuel Beckett</p>’s Works. A visit to <l><p>Mrs. Pargeter</p>’s School</l>.",
    );
}

#[test]
fn the_second_word_of_a_cape() {
    check("They rounded <l>Cape Horn</l>. We left the Cape in May. The Cape is fine.");
    check("It burned in the Great Fire. The Great came.");
}

#[test]
fn what_a_traveller_names() {
    check(
        "This creek, which I have named <l>Tennant Creek</l>, after <p>John Tennant</p>, is dry. \
         <l>Tennant Creek</l> flows.",
    );
    check("I was named <p>Beldo</p>, and <p>Beldo</p> smiled.");
}

#[test]
fn towns_where_somebody_has_their_name_too() {
    check(
        "It is by <p>John Paris</p>. He came from <l>Paris</l>. He lived in <l>Paris</l>, at \
         <l>Paris</l> and near <l>Paris</l>. We are back from <l>Paris</l>! All <l>Paris</l> knew it.",
    );
}

#[test]
fn peoples_are_no_places() {
    check("They lived in Hindu villages and in Aryan houses; in Hindu towns, in Hindu homes.");
    check("The Eesa, Ishak, and Bursuk tribes are near. The Eesa came. He met the Ishak.");
    check("A Ganda man came. The Gandas fled, and the Gandas returned to the Gandas.");
}

#[test]
fn passes_of_the_alps() {
    check(
        "We crossed the <l>Col du Lion</l> to the <l>Aiguille Verte</l> and the <l>Dent Blanche</l>.",
    );
    check("Then <p>Col. de Lancey</p> smiled.");
}

#[test]
fn names_in_notes_that_are_set_in() {
    check(
        "\n        [The memorial of <p>Mr Aldous</p>, and what he said to <p>Lord\n          Liverpool</p> of it, \
         and to the gentlemen of the <l>Isle of\n          Wight</l>.]",
    );
    check("\n          <p>Henry Aldous</p>\n          <p>Tom Hallam</p>");
}

#[test]
fn names_in_capitals_are_those_of_the_text() {
    check(
        "SIEGE OF <l>VERA CRUZ</l>. They came from <l>Vera Cruz</l> and marched to <l>Vera Cruz</l>; \
         he was in <l>Vera Cruz</l>, and at <l>Vera Cruz</l> he died.",
    );
}

#[test]
fn those_who_live_in_a_place_are_none() {
    check(
        "We met New Yorkers, North Americans and other South American people of <l>New York</l>.",
    );
}

#[test]
fn numbers_and_letters_after_titles_of_parts() {
    check(
        "See Vol. I. of this edition, and chapter V. Then <p>Louis Botha</p>, P.C., LL.D., came.",
    );
    check("He went with <p>Mrs. J. P. C.</p> Yours truly.");
}

#[test]
fn places_over_the_end_of_a_line() {
    check("They sent a column of the enemy at once to recapture <l>Harper's\nFerry</l> again.");
    check("They sent a column of the enemy at once to tell <p>Harper</p>'s\nfriends.");
}

#[test]
fn where_one_goes_as_far_as() {
    check("He went as far as <l>Soberton</l>.");
    check("It is as good as Soberton.");
    check("It is in the village of <l>Toongabbie</l>. The letter of Tooneybee.");
}

#[test]
fn what_belongs_to_settlers() {
    check("We camped at <l><p>Edward</p>'s station</l> and at <l><p>Hankinson</p>'s ferry</l>.");
    check("The <l>Modane</l> station is near. They came to <l>Modane</l>.");
}

#[test]
fn those_of_whom_it_is_told_who_they_are() {
    check(
        "They fled. <p>Khambiri</p> was a very bad chief. The next chief was <p>Motuna</p>, and his name is <p>Chimuna</p>.",
    );
    check(
        "<p>Kalane</p> name of the man who came. <p>Moika</p> wife of <p>Moamba</p> came. Food is the chief thing.",
    );
}

#[test]
fn what_is_described_in_the_book_of_somebody() {
    check(
        "We came to <l>Sego</l> and went to <l>Samee</l>, in <l>Badoo</l>, near <l>Tambico</l>, at \
         <l>Jullifunda</l>, from <l>Madina</l> and in <l>Kayee</l>, near <l>Bray</l>, at <l>Tabba</l>. \
         We slept at <l><p>Isaaco</p>'s</l>. It is mentioned in <p>Isaaco</p>'s Travels.",
    );
}

#[test]
fn districts_likenesses_and_old_verbs() {
    check(
        "He lives at 305 <l>Park Lane</l>, W., and saw a thin, Quixote-looking man.\\n\\nFeedeth the lily beside her.",
    );
    check("The lamasery of <l>Tansan</l> is rich.");
}
