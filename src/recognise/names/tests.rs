//! Pairs of a text and the names in it: `<p>` marks a person, `<l>` a place,
//! `<o>` an organisation, `<t>` the title of a work.

mod foreign;
mod journeys;
mod kinds;
mod letters;
mod papers;
mod works;

use super::{Given, Kind, Name, names};
use crate::source::Span;
use crate::token::{Words, tokenize};

/// The names in a text without dates.
fn found(text: &str) -> Vec<Name> {
    let tokens = tokenize(text);
    let words = Words { text, tokens: &tokens };
    let whole = Span::from_range(0..text.len());
    names(words, &[whole], &Given { dates: &[], places: &[], speakers: &[] })
}

/// The text with its names marked.
fn marked(text: &str) -> String {
    let mut tags: Vec<(u32, bool, u32, String)> = Vec::new();
    for name in found(text) {
        let tag = match name.kind {
            Kind::Person => "p",
            Kind::Place => "l",
            Kind::Organisation => "o",
            Kind::Work => "t",
        };
        if !name.doubtful {
            let Span { start, end } = name.span;
            tags.push((start, true, u32::MAX - end, format!("<{tag}>")));
            tags.push((end, false, u32::MAX - start, format!("</{tag}>")));
        }
    }
    tags.sort();
    let mut marked = text.to_owned();
    for (at, _, _, tag) in tags.iter().rev() {
        marked.insert_str(*at as usize, tag);
    }
    marked
}

/// Takes the marks out, marks the text and compares.
fn check(expected: &str) {
    let mut text = expected.to_owned();
    for tag in ["p", "l", "o", "t"] {
        text = text.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "");
    }
    assert_eq!(marked(&text), expected);
}

#[test]
fn titles_and_forenames_tell_persons() {
    check(
        "We met <p>Mrs. Hallam</p> at noon. <p>Hallam</p> was kind, and <p>Hallam</p>’s sister too.",
    );
    check("It was <p>Henry Aldous</p> who came; <p>Aldous</p> smiled and <p>Aldous</p> said no.");
    check("He told <p>Mr. White</p> of it, and <p>Mr. White</p> laughed.");
    check("Dear <p>Eliza</p> I have your note. <p>Eliza</p> knew it.");
    check("They spoke of <p>Charles I</p>, and of <p>Queen Anne</p>.");
}

#[test]
fn what_stands_around_an_unknown_name_tells_its_kind() {
    check(
        "We walked to <l>Ottersham</l>. From <l>Ottersham</l> we saw the hills; we slept at <l>Ottersham</l>.",
    );
    check("“No,” said <p>Veltry</p>. <p>Veltry</p> smiled, and <p>Veltry</p> told him.");
    check(
        "We crossed the <l>Lurembe</l> at noon; on the <l>Lurembe</l> there are boats, and the <l>Lurembe</l> is deep.",
    );
}

#[test]
fn the_name_of_a_place_may_be_a_person_s() {
    check(
        "“Come,” said <p>Warwick</p>. <p>Warwick</p> smiled; <p>Warwick</p> told her. She asked <p>Warwick</p>.",
    );
    check("They drove to <l>Warwick</l> and slept in <l>Warwick</l>.");
}

#[test]
fn kinds_of_places_belong_to_their_names() {
    check("We came to <l>Kambala hill</l> and to <l>Rovuma bay</l>.");
    check("They went to <l>Downing Street</l> and to <l>Mount Kenia</l>.");
    check(
        "He walked through <p>Theresa</p>’s village."
            .replace("<p>Theresa</p>’s village", "<l><p>Theresa</p>’s village</l>")
            .as_str(),
    );
    check("He lives in <l>National Avenue</l>.");
}

#[test]
fn surnames_that_are_kinds_of_places() {
    check("Then <p>Harry Marsh</p> came, and <p>Jesse Hill</p> with him.");
}

#[test]
fn peoples_are_no_persons() {
    check("The Mabelu are tall. All the Mabelu fled, and many Mabelu died.");
    check("The English and the French fought.");
}

#[test]
fn titles_of_works() {
    check("I have read <t>Melmoth</t> twice, and the author of <t>Waverley</t> is known.");
    check("We saw <p>Shakespeare</p>’s <t>Cymbeline</t>.");
    check("She is reading <p>Southey</p>’s <t>Life of Wesley</t>.");
}

#[test]
fn small_words_end_a_name() {
    check("I saw <p>Dr. Wilson</p> Then we left.");
    check("<p>LADY HOWARD</p> TO THE <p>REV. MR. VILLARS</p>.");
}

#[test]
fn ranks_degrees_and_directions_are_no_names() {
    check("Then the Lord Chancellor rose.");
    check("I met <p>James Mortimer</p>, M.R.C.S., there.");
    check("We went N.N.W. for 3 miles.");
}

#[test]
fn first_words_of_sentences() {
    check("Perhaps <p>Mr. Barton</p> knows. Wonderful! Yesterday <p>Mr. Barton</p> came.");
    check("We saw <p>Buck Mulligan</p> there. <p>Buck Mulligan</p> laughed.");
}

#[test]
fn letters_come_from_persons_and_travellers_from_places() {
    check("I heard from <p>Talford</p>, wrote to <p>Talford</p> and dined with <p>Talford</p>.");
    check("Telegram from <l>Winnipeg</l> today.");
    check("She asked what was the capital of <l>Russia</l> and <p>Johnny</p> told her.");
}

#[test]
fn addresses() {
    check("Yours ever\n\nTo\n<p>Sir William Elford</p>\n<l>Bickleigh</l>\n<l>Plymouth</l>\n");
}

#[test]
fn what_is_worked_at_is_a_work() {
    check("I worked at <t>Fiesque</t> all day, and looked at <p>Véra</p>.");
}

#[test]
fn french() {
    check("Rencontré <p>M. Delorme</p> au marché. Nous allons à <l>Paray-le-Monial</l> demain.");
    check("Il est arrivé à <l>Digoin</l> avec <p>Mme Delorme</p>.");
}

#[test]
fn small_words_and_nouns_before_names() {
    check(
        "Das ist nicht der Weg und ich war da. Bei <p>Frau Hagedorn</p> war die Tante. Ich sah <p>Frau Hagedorn</p>. \
         Abends <p>Gustav</p> zum Nachtmahl und die Familie auch. Spaziergang <l>Lübeck</l>.",
    );
    check("Ich ging nicht in die <l>Dornbachstraße</l>, und der Regen war da und die Nacht auch.");
    check(
        "Das ist nicht der Tag und ich las die Grüße von <p>Clara Schumann</p>. Die Post war da und die Nacht auch.",
    );
    check("Hier, avec <p>Mme Delorme</p>. Pour <p>Mme Delorme</p> rien.");
}

#[test]
fn words_after_names() {
    check(
        "I met <p>Mr. Barton</p> there. So <p>Mr. Barton</p> Pays a Call, and <p>Mr. Barton</p> went.",
    );
    check("We met <p>Cecil Thunder</p>. They say <p>Cecil</p> left.");
    check("Yes, Sir. <p>John</p> came in. We saw <p>John</p> go.");
}

#[test]
fn lists_of_those_who_bear_something() {
    check(
        "We left.\n\n<p>Kanjoje</p> big bale\n<p>Likakwe</p> tool box\n<p>Dihiala</p> box\n<p>Chande</p> powder box\n<p>Kihota</p> rice\n",
    );
}

#[test]
fn places_in_titles_and_of_groups() {
    check("She read <t>Campaign in Saxony</t> twice.");
    check("The Shupan men came, and two Shupan boys with them.");
    check("We dined at <l>Bertram House</l>; it is near.");
}

#[test]
fn plays_and_minutes() {
    check(
        "Enter <p>SIR HARRY</p>.\n\n<p>SIR HARRY</p>. I never saw <p>Mr. Bellmour</p>.\n\n<p>LUCINDA</p>. O <p>Sir Harry</p>! you jest.\n",
    );
    check("Resolved, That the Secretary write to <p>Captain Donahew</p>.");
}

#[test]
fn letters_for_places() {
    check("He came to the pretty village of <l>M.</l> and stayed.");
    check("They met <p>Jules Ferry</p> at noon.");
}

#[test]
fn german() {
    check(
        "Ich ging nach <l>Mölln</l> und war zu Hause. Die Frau und der Mann sind nicht da. <p>Frau Hagedorn</p> ist die Tante.",
    );
    check(
        "Das Öl ist nicht gut und der Regen auch. Ich sah <p>Professor Mantels</p>, und die Familie ist nicht da.",
    );
}

#[test]
fn names_that_stand_once() {
    check("They spoke of art. <p>Trilisser</p> was honest and fine, and <p>Gorshenko</p> too.");
    check("We waited in the street for the cute <p>Lambourg</p> girl.");
    check("A Brindleby is of no use here.");
}

#[test]
fn families_are_no_persons() {
    check(
        "We called on <p>Mrs. Newbery</p>. We dined at the Newberys, and <p>Mrs. Newbery</p> sang.",
    );
}

#[test]
fn what_stands_beside_a_name() {
    check("I wrote to <p>B. R. Aldous</p> Esqre of that.");
    check("At home Dear <p>Eliza</p> sings; we love Poor <p>Eliza</p> so.");
    check("<p>MR. VILLARS</p> TO <p>MRS. HALLAM</p>\n<l>Berry Hill</l>, where we are.");
}

/// A text in which unknown names are places.
const JOURNEY: &str = "We went to <l>Lurembe</l>, slept at <l>Kalimo</l>, reached <l>Mosanze</l>, left \
    <l>Tirango</l> and crossed near <l>Losambo</l>, came to <l>Pemberu</l>, sailed from \
    <l>Nyandeo</l> into <l>Marumbe</l> and on to <l>Chisulo</l>. ";

#[test]
fn journeys() {
    check(&format!("{JOURNEY}We crossed the <l>R. Lamasi</l>, and <l>Loende R.</l> in rain."));
    check(&format!("{JOURNEY}He is near <l>Kokwe</l> N of here. The path goes round to E - far."));
    check(&format!(
        "{JOURNEY}\n\n1 <l>Chasai</l>\n2 <l>Lombero</l>\n3 <l>Ucherai</l>\n4 <l>Yamniro</l>\n"
    ));
    check(&format!("{JOURNEY}We saw <l>Levise</l>, a fine mountain torrent."));
    check(&format!(
        "{JOURNEY}He told <p>Kinazo</p> so. <p>Kinazo</p> said no. We slept at <l><p>Kinazo</p>’s</l>."
    ));
}

#[test]
fn titles_before_names_that_are_something_else_too() {
    check("We dined with <p>Lord Salisbury</p> and <p>Colonel Cheltenham</p> at <l>Salisbury</l>.");
    check("It was proposed by <p>Mr. Pole</p> that <p>Captain French</p> be thanked.");
    check("<l>St. Petersburg</l> is cold; he left <l>St. Louis</l> for <l>St. Helena</l>.");
}

#[test]
fn words_before_the_name() {
    check("Es ist kalt und die Post ist nicht da. Grüßt <p>Tante Frieda</p> und die Kinder.");
    check("Lettres de <p>Julien Morvan</p> à sa sœur.");
    check(
        "Das ist nicht gut und die Post ist da. <p>Leutnant Lohmann</p> ist krank. Ich sah <p>Lohmanns</p> Bruder und die Mutter.",
    );
}

#[test]
fn an_article_is_no_work() {
    check("J’ai lu <t>Le Temps</t>. Le préfet est bon et le général dort. Le temps passe.");
}

#[test]
fn rulers_and_shortened_forenames() {
    check("The reign of <p>George the Third</p> was long; <p>Pliny the Elder</p> is dead.");
    check("Signed by <p>Thos. Butler</p> and <p>Wm. Price</p>, Curate. Witnesses came.");
    check("Enter <p>Sir Jasper</p>. Then <p>Sir Jasper Mandrake</p> and <p>Sir Jasper</p>.");
}

#[test]
fn directions_end_a_sentence() {
    check("We crossed the line in 27° W. Neptune came on board.");
    check("A heavy swell from S.W. Albatrosses were about us.");
    check("The pier bore N.E. by E. Set the sail. Written by <p>E. Hallam</p>.");
}

#[test]
fn ships_and_firms() {
    check("We passed the brig Nancy at noon. Letters went by the Nancy, too.");
    check("We lived on board the Penelope. <p>Penelope Aldous</p> wrote to us.");
    check("Sold to <o>Aldous & Sons</o>, and to <o>Hallam and Co</o>.");
}

#[test]
fn where_someone_is_from() {
    check(
        "I saw <p>Thomas Butler</p>, of <l>Colthrop</l>, and <p>Mary Dobbs</p> of <l>Colthrop</l>.",
    );
    check(
        "The <p>Rajah of <l>Bhor</l></p> sent an elephant to the <p>Bishop of <l>Calcutta</l></p>.",
    );
    check("He was the <p>Duke of Wellington</p>.");
}

#[test]
fn what_is_called() {
    check(
        "We slept in a village on a height called <l>Didi</l>, and left a man called <p>Sakhu</p>.",
    );
}

#[test]
fn heads_of_places_with_of_and_offices() {
    check("They sailed from the <l>Isle of Wight</l> into the <l>Gulf of Aden</l>.");
    check("Asked of the County Surveyor, and of a Parish Councillor.");
    check("We saw <l>Cape St. John</l> and Cape Pigeons.");
    check("The Journal of the <p>Rev. Aaron Hale</p> was read.");
}

#[test]
fn town_and_families() {
    check("Papa went to <l>Town</l>. The town is far.");
    check("We saw <p>Miss Brooke</p> and called on the Brookes. <p>Miss Brooke</p> sang.");
}

#[test]
fn date_lines_of_common_words() {
    check(
        "<l>Three Mile Cross</l>, and so on.\n\n<l>Three Mile Cross</l>\nMy dear friend, we came.",
    );
    check("Left <l>Main Street</l> at noon.");
}

#[test]
fn streets_courts_and_gables() {
    check(
        "We drove down <l>Great Queen Street</l> to <l>Elm Court</l>; the <o>County Court</o> sat.",
    );
    check("The kitchen at <l>Green Gables</l> is large. We stepped over to <l>Green Gables</l>.");
    check("She went with Papa to <l>Arborfield</l>, and rode with Papa to <l>Arborfield</l>.");
    check("<l>Regent’s Park</l> is near.");
}

#[test]
fn churches_and_chairs() {
    check(
        "The dome of <l>St. Paul’s</l> is high; on <p>St. John</p>’s eve <p>Mr. Barton</p> came.",
    );
    check("It lies before Mr. Speaker and <p>Mr. Barton</p>. <l>Old Bailey</l> is near.");
    check("He is famous in Childe Harold. The boys cheered <p>Little Mac</p>.");
}

#[test]
fn what_is_said_of_places_and_persons_of_rank() {
    check("They talk of the Treaty of <l>Washington</l>.");
    check(
        "I went, but Her Ladyship came; so did <p>Sir Robert</p>, The <p>Rev. Richard Hale</p> and I.",
    );
    check("A town in the <l>County of Chester</l> Gentleman, upon the <l>River Don</l>.");
}

#[test]
fn months_that_are_forenames() {
    check("Your friend <p>May Sarton</p> came on Tuesday, and I saw <p>Will Thorne</p> too.");
    check("<p>August Derleth</p> came too, and <p>April Smith</p>. August Monday was wet.");
}

#[test]
fn what_stands_before_names_below_a_letter() {
    check("So be it.\n\nP.P.S. Tell <p>Tom</p> that it is well. See Camden.\n\nHBA:mk");
    check(
        "<p>Henry Aldous</p>\nCurator of Manuscripts\n12 <l>Cheyne Row</l>, <l>London</l>, S.W.3.",
    );
}

#[test]
fn meetings_houses_and_holidays() {
    check("The Annual General Meeting was held at the Meeting House on Bank Holiday.");
    check("<p>General Wolfe</p> came to the <l>Manor House</l>.");
}

#[test]
fn names_in_capitals() {
    check("DIARY OF <p>HELEN MARSH</p>\n\nTHE LAMPLIGHTER OF SARN\n\n<o>PELL AND SONS</o>, 1851");
}

#[test]
fn names_of_the_east() {
    check(
        "<p>Wu Ting-fang</p> dined with us, and <p>Nubar Pasha</p> came with <p>Li Hung-chang</p>.",
    );
    check("<p>Sun Yat-sen</p> came. I saw <p>Ibrahim al-Muwaylihi</p> too. He saw a tea-table.");
}

#[test]
fn words_in_capitals_throughout() {
    check(
        "GOEBEN REPORTED OFF <l>MESSINA</l>. <p>CAPTAIN KENNEDY</p> INFORMED. LEAVES <l>BERLIN</l> TONIGHT.",
    );
    check("I return the manuscript of <t>THE LAST FERRY</t>, which we read.");
}

#[test]
fn societies_firms_and_ships() {
    check(
        "He wrote to the <o>Church Missionary Society</o> and to <o>Messrs. Fletcher & Sons</o>.",
    );
    check(
        "I met <p>Mrs. Gollmer</p> and <p>Brother Townsend</p> there. I sailed for <l>Canton</l> in the Kutsang.",
    );
    check("<p>Bro. Hallam</p> spoke. He is in Co. G. Tell <p>Mrs. Doty</p> of it.");
}

#[test]
fn beginnings_of_speeches_and_requests() {
    check("<p>LORD D.</p> Nay, my Lord, it is he.\n\nTell <p>Sereno Watson</p> that it is done.");
}

#[test]
fn lands_and_families() {
    check(
        "He went to <l>Van Diemen’s Land</l>, not to the Promised Land. The Labiatae are in flower.",
    );
}
