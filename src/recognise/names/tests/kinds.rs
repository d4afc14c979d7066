//! Kinds of names and of what is none, each with a word that differs in one thing.

use super::check;

#[test]
fn places_that_are_named_together() {
    check("The parishes of <l>Grimpen</l>, <l>Thorsley</l>, and <l>High Barrow</l> are poor.");
    check("They sailed from <l>Quenby</l> to <l>London</l>.");
    check("We heard of Thorsley.");
    check("I wrote to <p>Thorsley</p>, <p>Henry Aldous</p> and <p>Mr. Hallam</p>.");
}

#[test]
fn a_town_that_is_a_word() {
    check("She will accompany you to <l>Reading</l> soon. Do you come by <l>Reading</l>?");
    check("Reading is good. He came by reading.");
}

#[test]
fn where_an_esquire_is_of() {
    check("The son of <p>Charles Marsden</p>, Esq. of <l>Uppercross</l>, came.");
}

#[test]
fn streets_with_a_hyphen() {
    check("The shop in <l>Fleet-street</l> and that in <l>Turnagain-lane</l> are shut.");
    check("A Tumble-down wall.");
}

#[test]
fn surnames_that_are_kinds_of_places_behind_a_forename() {
    check("Then <p>Ned Ward</p> and <p>Rachel du Port</p> came.");
    check("They went to <l>Castle Ward</l>.");
}

#[test]
fn parts_of_writings_are_no_names() {
    check("See Act IV, and in Chapter XLI we read of Part II.");
    check("CHAPTER V. How <p>Jack Sheppard</p> broke out");
    check("See Cor. xiii. and Matt. vi. and Op. 57 and Chron. ii.");
}

#[test]
fn short_forms_of_words_are_no_names() {
    check("Ain't it true? Belov'd by all, he went. Where'er thou go'st, May'st thou go.");
    check("<p>Jack</p>'d come.");
}

#[test]
fn cries_are_no_names() {
    check(
        "“Humph!” said <p>Veltry</p>. “Halloa!” <p>Veltry</p> smiled, and <p>Veltry</p> told him.",
    );
}

#[test]
fn words_in_capitals_are_no_organisations() {
    check("The <o>NRF</o> took it, ETC. SONT is a word.");
    check("A LETTER ADDRESSED TO HIM. An M.P. came.");
}

#[test]
fn italics_do_not_part_a_name_from_what_stands_around_it() {
    check("The _Greyling_ is a fish. A _Greyling_ was caught; he caught the _Greyling_.");
    check(
        "He sailed in the brig _Nancy Quaint_, and _Nancy_ sank."
            .replace("_Nancy_", "she")
            .as_str(),
    );
}

#[test]
fn long_words_are_words_too() {
    check("The Revolutionary War and Considerations of it. Administrations came.");
}

#[test]
fn a_chapter_s_number_is_no_part_of_a_name() {
    check("CHAPTER I. <p>Mrs. Rachel Lynde</p> is Surprised");
    check("Yours truly,\n<p>L. van Beethoven</p>.");
}

#[test]
fn surnames_that_are_places_or_peoples() {
    check("<p>Mr. Ford</p> came. <p>Ogden Ford</p> was dull.");
    check("He lives with <p>Connolly Norman</p>. We met the Norman.");
}

#[test]
fn the_way_to_a_place_in_hours() {
    check("We went 3 h - 20 to <l>Palilole</l>.");
    check("They gave 20 to Palilole.");
}

#[test]
fn a_name_that_is_joined_with_itself() {
    check("The suit of <p>Jarndyce</p> and <p>Jarndyce</p> goes on. We know <p>Jarndyce</p>.");
}

#[test]
fn adverbs_begin_no_names() {
    check("Unluckily <p>Harry Cox</p> was away. <p>Emily Cox</p> came.");
}

#[test]
fn several_common_words_are_no_place_where_they_stand_once() {
    check("He read much in Natural History, and they met at High Mass.");
    check("We came to <l>Port Famine</l> by the <l>Cape of Good Hope</l>.");
}

#[test]
fn initials_before_a_surname_that_is_a_kind_of_place() {
    check("Then <p>W. G. Ward</p> and <p>H. Trueman Wood</p> came.");
    check("They walked round the park of <l>F. Hill</l> on Monday.");
}

#[test]
fn saints_of_the_south_are_places() {
    check(
        "They went to <l>San Patricio</l>, and from <l>Sta. Marta</l>. We marched to <l>Vera Cruz</l>.",
    );
    check("<p>General Santa Anna</p> came. <p>Santa Anna</p> spoke.");
}

#[test]
fn titles_alone_are_nobody() {
    check("The fear of Lord Mayors and of the new Cardinal Archbishop was great.");
    check(
        "He told my <p>Lord Chancellor</p> so, and <p>Captain King</p>. We dined with <p>Lord Provost</p>.",
    );
    check(
        "He was elected Lord Mayor. <p>Henry Aldous</p>, Lord Chamberlain under him, was no Chief Baron.",
    );
    check("So am I. They wrote to <p>Santa Claus</p>.");
    check("In the hands of the Mahdi. <p>Henry Aldous</p> fled from the Mahdi.");
}

#[test]
fn letters_that_are_nobody_s() {
    check(
        "It is in MS. Documents at the <l>Hague</l>. We sailed W. by N. and saw S. and S.S.E. of us.",
    );
    check("Cable No. M.F. 288 came from the G.O.C., and he sailed in H.M.T. Arcadian, D.V., soon.");
    check("<p>R. Hallam</p>, Esq., F.S.A. In 34 degrees S., longitude 5.");
}

#[test]
fn two_spaces_behind_an_initial() {
    check("We saw <p>General J. C.  Hallam</p> there.  Then we went home.");
    check("About two P.M.  <p>Mr. Hallam</p> and <p>General Lew. Wallace</p> came.");
}

#[test]
fn the_writer_behind_a_forename_at_the_end_of_a_line() {
    check(
        "I wrote to <p>Quincy Hallam</p>. On receiving an order that day I took rail, and at <p>Quincy</p> I\n\
         wrote home.",
    );
}

#[test]
fn ships_behind_their_letters() {
    check("He sailed in H.M.S. “Menelaus” and in the S.S. _Clan Forbes_ to <l>London</l>.");
    check("He came in the S.S. Arcadian with <p>S. S. Aldous</p>.");
}

#[test]
fn surnames_that_come_first() {
    check(
        "<p>Bain, Alexander</p>, 160, 185\n\n<p>Day, Professor J.</p>, lectures, 234.\n<p>Humboldt, Alexander von</p>, 12",
    );
    check("<p>Wellington, Duke of</p>, 14\n\n<l>London</l>, Bishop of, 12");
    check("<p>Bryant, W. Cullen</p>, on Morse, 252\n\n<l>Rochester</l>, N.Y., 4");
    check(
        "“Oh, <p>Lily</p>, how good! Oh, <p>Lily</p>!” “<p>Lily</p>, 3 times.”\n\nMeanwhile, <p>Lily</p>, in all her splendour, came. <p>Lily</p> said so.",
    );
    check("Then <p>Henry Bain</p>,\n<p>Alexander Day</p> and others came.");
    check(
        "We saw\n<p>Aldous</p>, <p>Henry Hallam</p>, and 3 others. It was <p>Aldous</p>, <p>Aldous</p> said so.",
    );
}

#[test]
fn particles_are_kept() {
    check(
        "Then <p>Admiral de Robeck</p> came with <p>General d'Amade</p>. I told <p>de Robeck</p> so, \
         and <p>d'Amade</p> went; <p>de Robeck</p> said no.",
    );
    check("<p>Henry Hallam</p> wrote of de <p>Hallam</p>.");
}

#[test]
fn words_before_a_name_that_are_no_part_of_it() {
    check(
        "Even <p>Veltry</p> came. Viva <p>Veltry</p>! Young <p>Veltry</p> told <p>Mr. Veltry</p> so.",
    );
    check("We camped at <l>Milliken's Bend</l>.");
}

#[test]
fn titles_that_are_spoken_short() {
    check(
        "Den <p>Aun’ Nancy</p> tol’ <p>Mars Jeems</p> so. <p>Sis’ Becky</p> cried, en <p>Aun’ Nancy</p> sung.",
    );
    check("<p>Mlle Mars</p>. Il joua avec elle dans la pièce.");
}

#[test]
fn villages_by_name() {
    check("Nous étions au village nommé <l>Lanesdorf</l>.");
    check("It was a village named <l>Wendlemere</l>, where a man named <p>Filcher</p> lived.");
    check(
        "We live in <l>Thrums</l>. He came to <l>Thrums</l> from <l>Leeds</l>, and all in <l>Thrums</l> know. \
         At <l>Thrums</l> it rained; near <l>Thrums</l> it snowed. In <l>Thrums</l>, in <l>Thrums</l>, in <l>Thrums</l>.",
    );
}

#[test]
fn ships_with_titles_and_marks() {
    check("We went on board the Lady Nelson. The Lady Nelson anchored, but <p>Lady Anne</p> wept.");
    check("They went on board the \"White Rose\". The wreck of the \"White Rose\" lay there.");
}

#[test]
fn what_is_no_name_beside_one() {
    check("If <p>Miss Spence</p> HAD gone; <p>Sir Peter Hallam</p> Dangerously Ill.");
    check("At 12 M. <p>General Smith</p> came aboard.");
    check("I said so. “Zzzz.” “Chuck him out.” They called Good-by to him.");
    check("He breakfasted at the \"<l>Hôtel du Rhin</l>.\"");
    check("<p>Lord Grey</p> ill--<p>Tom Denman</p>'s Silk Gown--<p>Lady Westmeath</p>");
    check(
        "Die Lage war gut. Er war nicht in der Lage, und die Lage ist mit seiner Lage zu vergleichen.",
    );
}

#[test]
fn hospitals_and_letters_that_are_nobody() {
    check("She lay in General Hospital for a week, with shoes, hats &C. and B.E.F. badges.");
}

#[test]
fn sons_in_arabic() {
    check("We met <p>Khamis bin Juma</p> by the lake, and the men of <p>Thani bin Suelum</p>.");
}

#[test]
fn hotels_of_queens() {
    check("We stayed at the <l>Queens Hôtel</l> in <l>Leeds</l>.");
}

#[test]
fn numbers_of_volumes_in_an_index_are_nobody() {
    check(
        "<p>Acton, Lord</p>. II. 250\n\n<p>Addington, H. U.</p> I. 180. II. 96\n\nArduinus. II. 64\n",
    );
}

#[test]
fn a_title_alone_is_no_place() {
    check("So it was: Mlle, chez Mlle, à Mlle, in Mme, by Rt. Hon. men.");
}

#[test]
fn writers_of_whom_something_is_read_are_no_places() {
    let stands = "I met <p>Stendhal</p>. We liked <p>Stendhal</p> and saw <p>Stendhal</p> again. ";
    check(&format!("It stands in <p>Stendhal</p> so. {}", stands.repeat(3)));
}
