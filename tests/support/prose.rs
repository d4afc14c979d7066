//! Paragraphs for transcriptions whose words do not matter.

/// Each of more than a hundred and fifty characters, so that nobody takes it
/// for anything but prose.
const ENGLISH: &[&str] = &[
    "The road to the mill was under water that winter, and nobody came up to the house for eleven days together but the boy with the bread, who was paid double for it and said that he had earned it.",
    "She had been told to wait in the little parlour, and there she sat with her hands in her lap until the light was gone from the window and the clock had struck the half hour twice.",
    "When the accounts were made up it was found that the expense had been greater than anybody supposed, although every item of it had been approved at the time and set down in the book.",
    "There is nothing in the whole of that country more pleasant than the walk along the river in the first days of spring, before the cattle are let out and the boats have come up from the sea.",
];
const FRENCH: &[&str] = &[
    "La maison était au bout du chemin, derrière les peupliers, et l’on n’y arrivait en hiver qu’avec de la boue jusqu’aux genoux ; le facteur lui-même ne montait plus que deux fois par semaine.",
    "Il y avait dans cette chambre une table, deux chaises de paille et une armoire que personne n’avait ouverte depuis la mort de la vieille dame, dont on ne parlait jamais devant les enfants.",
    "On se mit en route avant le jour, par un froid sec, et l’on marcha sans rien dire jusqu’au pont, où les hommes attendaient déjà avec des lanternes et une échelle que la rivière avait apportée.",
];
const GERMAN: &[&str] = &[
    "Das Haus lag am Ende des Weges, hinter den Pappeln, und im Winter kam man nur mit nassen Füßen hin; der Briefträger selbst stieg nur noch zweimal in der Woche hinauf und klagte jedes Mal darüber.",
    "In der Stube standen ein Tisch, zwei Stühle und ein Schrank, den seit dem Tode der alten Frau niemand mehr geöffnet hatte, und von dem man vor den Kindern nicht sprach, obwohl sie danach fragten.",
    "Sie brachen vor Tage auf, bei trockener Kälte, und gingen schweigend bis zur Brücke, wo die Männer schon mit Laternen warteten und mit einer Leiter, die der Fluß in der Nacht angeschwemmt hatte.",
];

/// The text with `{en}`, `{fr}`, `{de}` and, wrapped, `{EN}`, `{FR}`, `{DE}` filled in.
pub(crate) fn expand(text: &str) -> String {
    let mut expanded = text.to_owned();
    for (mark, paragraphs) in [("{en}", ENGLISH), ("{fr}", FRENCH), ("{de}", GERMAN)] {
        let mut used = paragraphs.iter().cycle();
        while let (Some(at), Some(paragraph)) = (expanded.find(mark), used.next()) {
            expanded.replace_range(at..at + mark.len(), paragraph);
        }
        let mark = mark.to_uppercase();
        while let (Some(at), Some(paragraph)) = (expanded.find(&mark), used.next()) {
            expanded.replace_range(at..at + mark.len(), &wrapped(paragraph));
        }
    }
    expanded
}

/// The same in lines of at most 66 characters.
fn wrapped(paragraph: &str) -> String {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        let line = lines.last_mut().unwrap();
        if line.chars().count() + word.chars().count() > 65 {
            lines.push(word.to_owned());
        } else {
            line.extend((!line.is_empty()).then_some(' '));
            line.push_str(word);
        }
    }
    lines.join("\n")
}
