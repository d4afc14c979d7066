//! Pairs of a text and whom its names are of.

use crate::{Options, convert};

/// The names that one person has, joined by `=`, persons parted by `; `, both
/// in the order of the text.
fn persons(text: &str) -> String {
    let tei = convert(text.as_bytes(), &Options::default()).unwrap().tei;
    let body = &tei[tei.find("<text").unwrap()..];
    let mut persons: Vec<(String, Vec<String>)> = Vec::new();
    for part in body.split("<persName ref=\"#").skip(1) {
        let (ids, rest) = part.split_once('"').unwrap();
        let name = rest.split_once('>').unwrap().1.split('<').next().unwrap().replace('\n', " ");
        for id in ids.split(" #") {
            match persons.iter_mut().find(|(known, _)| known == id) {
                Some((_, names)) if names.contains(&name) => {}
                Some((_, names)) => names.push(name.clone()),
                None => persons.push((id.to_owned(), vec![name.clone()])),
            }
        }
    }
    persons.into_iter().map(|(_, names)| names.join("=")).collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(persons(text), expected, "{text}");
}

#[test]
fn husband_wife_and_daughter() {
    check(
        "I saw Mr. Dickinson and Mrs. Dickinson. Then Miss Dickinson came, and Mr. Dickinson left.\n",
        "Mr. Dickinson; Mrs. Dickinson; Miss Dickinson",
    );
    // A surname alone is the man’s.
    check(
        "Mrs. Verloc spoke to Mr. Verloc. At once Verloc went out.\n",
        "Mrs. Verloc; Mr. Verloc=Verloc",
    );
}

#[test]
fn a_daughter_by_her_forename_is_not_her_father() {
    check(
        "We met Emma Woodhouse and Mr. Woodhouse. Later Emma left, and Miss Woodhouse wrote.\n",
        "Emma Woodhouse=Emma=Miss Woodhouse; Mr. Woodhouse",
    );
}

#[test]
fn the_eldest_sister_has_the_surname_alone() {
    check(
        "Miss James wrote to Miss Emily James. Then Miss James came with Miss Emily.\n",
        "Miss James; Miss Emily James=Miss Emily",
    );
}

#[test]
fn titles_change_but_do_not_contradict() {
    check(
        "We met Lieutenant Hornby. Later Captain Hornby wrote to Dr. Hornby there.\n",
        "Lieutenant Hornby=Captain Hornby; Dr. Hornby",
    );
    check(
        "I saw Sir Walter Elliot and Mr. Elliot. Then Sir Walter went.\n",
        "Sir Walter Elliot=Sir Walter; Mr. Elliot",
    );
}

#[test]
fn short_forms_of_forenames() {
    check(
        "I met Deborah Wolfe. At night Deb went to Hugh Wolfe.\n",
        "Deborah Wolfe=Deb; Hugh Wolfe",
    );
    check("I saw Thomas Scott. They say Tom Scott left.\n", "Thomas Scott=Tom Scott");
}

#[test]
fn particles() {
    check(
        "I heard Ludwig van Beethoven. They say Beethoven met General von Wrangel and Wrangel’s son.\n",
        "Ludwig van Beethoven=Beethoven; General von Wrangel=Wrangel",
    );
}

#[test]
fn genitives_without_apostrophe() {
    check("I saw Mr. Baker there. At night Bakers men came, but no other.\n", "Mr. Baker=Bakers");
}

#[test]
fn spellings() {
    check(
        "I saw Mr. Duckinfield there. Later Mr. Dukinfield called.\n",
        "Mr. Duckinfield=Mr. Dukinfield",
    );
    check("I saw Ivan Frolov and Véra Frolova.\n", "Ivan Frolov; Véra Frolova");
}

#[test]
fn initials_of_titled_persons() {
    check(
        "I saw Mrs. Dickinson and Mr. Dickinson. Then Mr. D. spoke with Mrs. D. again.\n",
        "Mrs. Dickinson=Mrs. D.; Mr. Dickinson=Mr. D.",
    );
}

#[test]
fn another_name_in_brackets() {
    check(
        "These are the journals of Victor Serge (Kibalchich), the writer. They say Serge wrote.\n",
        "Victor Serge=Kibalchich=Serge",
    );
    check("I met Véra Frolova (Paris) there.\n", "Véra Frolova");
}

#[test]
fn an_aunt_is_not_her_namesake() {
    check(
        "I saw Mary Webb. Then Aunt Mary came, and Mary sat down.\n",
        "Mary Webb=Mary; Aunt Mary",
    );
}

#[test]
fn sovereigns_have_no_surname() {
    check(
        "I saw Sir William Thomson. King William was dead, said Sir William.\n",
        "Sir William Thomson=Sir William; King William",
    );
    check(
        "I saw Captain George Darrell. They spoke of George III and of George II.\n",
        "Captain George Darrell; George III; George II",
    );
}

#[test]
fn initials_of_someone_whom_words_are_made_of() {
    check(
        "He admired L.T. and the Trotskyists. Later Trotsky wrote, and L.T. came with K.T. himself.\n",
        "L.T.=Trotsky; K.T.",
    );
    check("He admired L.T. and the communists. Later Trotsky wrote.\n", "L.T.; Trotsky");
}

#[test]
fn the_elder_and_the_younger() {
    check(
        "John Hartley, sen., and John Hartley, jun., signed. Mr. Hartley the elder left; \
         then Mr. Hartley the younger spoke.\n",
        "John Hartley=Mr. Hartley; John Hartley=Mr. Hartley",
    );
}

#[test]
fn a_duke_and_his_duchess() {
    check(
        "La duchesse de Choiseul est venue hier avec le duc de Choiseul et M. de Choiseul. \
         Le comte de Maurepas est venu, et monsieur de Maurepas dit qu’il reste.\n",
        "Choiseul; Choiseul=M. de Choiseul; Maurepas",
    );
}

#[test]
fn a_name_of_two_is_of_both() {
    check(
        "Mr. and Mrs. Newbery called. Mr. Newbery went; Mrs. Newbery stayed.\n",
        "Mr. and Mrs. Newbery=Mr. Newbery; Mr. and Mrs. Newbery=Mrs. Newbery",
    );
    check(
        "We met Mr. and Mrs. Charles Kemble. Charles Kemble spoke, and Kemble sang.\n",
        "Mr. and Mrs. Charles Kemble=Charles Kemble=Kemble; Mr. and Mrs. Charles Kemble",
    );
    check(
        "The Duke and Duchess of Arden dined with Lord and Lady Bell.\n",
        "Duke and Duchess of Arden; Duke and Duchess of Arden; Lord and Lady Bell; Lord and Lady Bell",
    );
    // The first title is that of somebody else.
    check(
        "The Captain and Mrs. Tuppen came with Sir John and Lady Bell.\n",
        "Mrs. Tuppen; Sir John; Lady Bell",
    );
}

#[test]
fn titles_in_capitals_tell_husband_and_wife() {
    check(
        "Mrs. Hallam came. We met Mrs. Hallam again.\n\nON THE DEATH OF MR. HALLAM.\n\nMRS. HALLAM wrote.\n",
        "Mrs. Hallam=MRS. HALLAM; MR. HALLAM",
    );
}

#[test]
fn a_lord_by_his_letter_is_a_lord() {
    check(
        "Lord Kelling came. Commodore Roger Keyes came with Roger Keyes and Keyes. Lord K. told \
         Keyes.\n",
        "Lord Kelling=Lord K.; Commodore Roger Keyes=Roger Keyes=Keyes",
    );
    check("Henry Rowland Hill came to see H.R.H. at once.\n", "Henry Rowland Hill");
}

#[test]
fn two_letters_of_two_persons_are_no_third() {
    let before = "André Gide met Henri Malraux. Then G. went home, and M. went away. ";
    check(
        &format!("{before}The influence of Malraux on G.M. is of a mixture.\n"),
        "André Gide=G.; Henri Malraux=M.=Malraux",
    );
    check(
        &format!("{before}Georges Martin came, and G.M. went home.\n"),
        "André Gide=G.; Henri Malraux=M.; Georges Martin=G.M.",
    );
}

#[test]
fn those_who_are_numbered() {
    check(
        "Pie VI est mort. Pie VII vint avec Philippe V et Isabelle Ire. Pie VII est là.\n",
        "Pie VI; Pie VII; Philippe V; Isabelle Ire",
    );
    check("LOUIS XIII.\n\nIl a vu Louis XIII.\n", "LOUIS XIII=Louis XIII");
}

#[test]
fn french_addresses_stand_before_forenames() {
    check(
        "Il vit Edmond Lorbac. Voici M. Edmond, dit Julie Lorbac. Edmond vint.\n",
        "Edmond Lorbac=M. Edmond=Edmond; Julie Lorbac",
    );
    check("M. DE TRÉVILLE vint. C’est M. de Tréville.\n", "M. DE TRÉVILLE=M. de Tréville");
}

#[test]
fn german_cases() {
    check(
        "Das ist nicht der Weg. Ich sah Thomas Lorbac und das Bild Thomas Lorbacs. Die Frau kam zu \
         Charlotte und nicht zu Moses. Charlotte kam auch. Sie sah Charlottens Bild.\n",
        "Thomas Lorbac=Thomas Lorbacs; Charlotte=Charlottens; Moses",
    );
}

#[test]
fn whom_the_text_is_about_is_meant_by_the_forename() {
    let about = "I saw Jane Austen there. ".repeat(6);
    let filler = "We went on and it was a good day for all of us there. ".repeat(30);
    check(
        &format!("{about}Then Jane Cooper came, and Jane sat down. {filler}Then Jane came.\n"),
        "Jane Austen=Jane; Jane Cooper=Jane",
    );
}

#[test]
fn the_father_of_an_arab_is_another() {
    check(
        "I saw Khamis bin Juma there. Later Mr. Juma and Juma came.\n",
        "Khamis bin Juma; Mr. Juma=Juma",
    );
}
