//! Names in the papers of journeys, wars and offices.

use super::check;

#[test]
fn countries_act_as_persons_do() {
    check(
        "We must know whether <l>Germany</l> wanted peace. <l>Germany</l> refused it, \
         <l>Germany</l> promised it; and <l>Turkey</l>, told of it by <l>Germany</l>, refused too.",
    );
}

#[test]
fn the_fleet_is_no_place() {
    check("We steamed with the Fleet; the signals of the Fleet came from the Fleet.");
}

#[test]
fn kings_are_of_places() {
    check("He sent to the king of <l>Ludamar</l>. We came to <l>Ludamar</l> at noon.");
}

#[test]
fn african_names_begin_with_two_consonants() {
    check(
        "We came to <l>N'yanza</l>, and from <l>N'yanza</l> we went on; they slept near <l>N'yanza</l>.",
    );
}
