//! Names as English letters and diaries have them.

use super::check;

#[test]
fn surnames_that_are_titles() {
    check("She spoke of <p>Alexander Pope</p> and <p>Mrs. Joanna Baillie</p>, the friend.");
    check("[Sidenote: <p>Mr. Charles Knight</p>.]");
    check("They saw <p>Edward</p> <p>Prince of Wales</p>.");
    // Where persons are called so, the bare word is one, but not with an article.
    check(
        "I dined with <p>Mr. Prior</p>, and <p>Prior</p> told him so. The Queen has thanked <p>Prior</p>. \
         I went to <p>Prior</p>’s, and this cursed Prior slept.",
    );
    check("The monks chose a Prior, and the Prior was old. We asked the Prior.");
}

#[test]
fn an_address_makes_a_surname_of_a_rank() {
    check("He was adopted by a <p>Mr. Knight</p> who left him his name.");
    check("We waited upon the Lord Chancellor.");
    check("She was made a Knight of the Bath.");
}

#[test]
fn writers_are_read_and_found_things_in() {
    check("At home--read <p>Burke</p> all day. Finished <t>Emma</t>.");
    check(
        "That art seems to me unrivalled even in <p>Shakespeare</p>, and in <p>Sophocles</p> too.",
    );
    check("He has all <p>Kean</p>'s faults & plenty of his own.");
}

#[test]
fn an_address_follows_esquire() {
    check("To the care of <p>Richard Valpy</p> Esqre <l>Red Lion Court</l>");
    check("TO <p>GEORGE MONTAGU</p>, ESQ.");
}

#[test]
fn initials_that_hang_on_the_surname() {
    check("<p>Sir Walter Elford</p>\n<l>Plymouth</l>\n<p>CFPalmer</p>\n\nThe McGregor came.");
}

#[test]
fn titles_in_quotation_marks() {
    check(
        "He was at work upon \"<t>Oliver Twist</t>,\" and sent her \"<t>Jack and Jill</t>.\" She read it.",
    );
    check(
        "Madame had adored her novel “<t>Evelina</t>,” and spoke of the “<t>Vicar of Wakefield</t>” too.",
    );
    check("I wrote some lines on '<t>Thoreau's Flute</t>,' for the magazine.");
    check("He lent me <p>Churchill</p>'s \"<t>Marlborough</t>\".");
    // What is said, who is only called so, and whom one meets outside of quotation marks.
    check("He cried \"<p>Emma</p>!\" and we named her \"<p>Fanny</p>.\"");
    check(
        "I met <p>Emma</p>. <p>Emma</p> said so; <p>Mrs. Bell</p> told <p>Emma</p> of it, and of \"<p>Emma</p>.\"",
    );
    check("We spoke of \"Honour\" and of \"The Bishop\" and of \"<p>Mr. Dry</p>\" too.");
}

#[test]
fn letters_of_ships_and_writings() {
    check("They came in the R.M.S. and read it in M.S. after the M.P. had gone.");
    check("He has met both <p>Lindbergh</p> and <p>Amy Johnson</p>.");
}

#[test]
fn letters_of_coins() {
    check("Gave <p>Roscher</p> a gun. Paid 1 R. each, and R. 24 for it.");
}
