//! Names in texts that are German or French.

use super::check;

/// A text that is French by its small words.
const FRENCH: &str = "Il est dans la ville avec nous, et elle vous dit que les enfants sont sur le \
    pont pour une heure. ";

/// A text that is German by its small words.
const GERMAN: &str = "Das ist nicht der Weg und ich war da, und die Frau ist auch nicht mit uns. ";

#[test]
fn words_of_french() {
    check(&format!(
        "{FRENCH}Rien que du sable. Voyant la pluie, nous partons. Hélas ! Figurez-vous cela."
    ));
    check(&format!("{FRENCH}Le colonel <p>Grézard</p> dit non. <p>Grézard</p> passa."));
    check(&format!("{FRENCH}On loge chez le duc de Rovigo, qui vient de <l>Rouen</l>."));
    check(&format!(
        "{FRENCH}À <l>Boulak</l>, rien ; mosquée de Touloun. On quitte la <l>Suisse</l>."
    ));
}

#[test]
fn french_places_with_a_small_head() {
    check(&format!(
        "{FRENCH}J’ai une chambre <l>rue de la Mortellerie</l>, près du <l>lac d’Aydat</l>."
    ));
    check(&format!(
        "{FRENCH}Elle sort du <l>couvent de San Juan</l> et du château de <p>M. Delorme</p>."
    ));
}

#[test]
fn german_articles_genitives_and_particles() {
    check(&format!("{GERMAN}Die <p>Reisenhofer</p> spielte gut. Die Straßenbahn kam auch."));
    check(&format!("{GERMAN}Er las aus Schillers Briefen vor."));
    check(&format!(
        "{GERMAN}Ich sah die Hochzeit der <p>Prinzessin Marie</p> bei <p>Frau von Pogwisch</p>."
    ));
    check(&format!("{GERMAN}Ich hörte die Glocken von <l>St. Marien</l>."));
    check(&format!("{GERMAN}Er ist bei <l>Ypern</l> gefallen. In der Kirche war ich auch nicht."));
    check(&format!("{GERMAN}Ich ging mit <p>Karl</p> Votivkirche und dann nach Hause."));
}

#[test]
fn words_of_german() {
    check(&format!(
        "{GERMAN}Dort lag der Tod. Auch seine Kompagnie stand am Tage in Gräben und Wäldern, \
         die Adjutanten in Abständen vor den Gewehrschüssen des Orkans. Herr Leutnant, sagte der \
         Bataillons-Kommandeur zu dem Führer der Kompagnie, wir gehen von Mann zu Mann."
    ));
    check(&format!(
        "{GERMAN}Er spielte mit <p>Hubermann</p>. Eine Späherei war das, und Späherei bleibt es. \
         Die Ankunft des <p>Leutnants Wetje</p>. Ich ging nach <l>Ischl</l> und bis <l>Nußdorf</l>."
    ));
}

#[test]
fn offices_and_money() {
    check(&format!(
        "{FRENCH}Une lettre de M. le Préfet de l’Yonne à M. le Maire et à <p>M. Goisot</p>."
    ));
    check(&format!(
        "{GERMAN}Guten Morgen, Frau Försterin. Das sind 312 Mark, sagte <p>Frau Hagedorn</p>."
    ));
}

#[test]
fn what_is_said_of_a_name_after_a_comma() {
    check(
        "We saw <p>Shodeke</p>, chief of the Egbas, at noon. “<l>Trafalgar</l>, mother,” I said.",
    );
    check(&format!(
        "{FRENCH}Elle est chez la comtesse <p>Potocka</p>, et <l>rue Laffitte</l> avec le général <p>Bellavène</p>."
    ));
}

#[test]
fn german_prepositions() {
    check(&format!("{GERMAN}Abends las ich im Faust. <p>Leutnant v. Sydow</p> war auch da."));
}

#[test]
fn french_elisions() {
    check(&format!(
        "{FRENCH}L'<l>Angleterre</l> a déclaré la guerre. Victoire sur la <l>Marne</l> ! Voici <p>D'Artagnan</p>, et <p>D'Artagnan</p> parla."
    ));
}

#[test]
fn french_forms_of_address_before_what_somebody_is() {
    check(&format!(
        "{FRENCH}<p>M. Marchand</p> vint. Il vit <p>Marchand</p>, et M. le chevalier était avec MM. les \
         officiers."
    ));
}

#[test]
fn what_somebody_has_is_no_work_in_german() {
    check(&format!("{GERMAN}Das sind <p>Baggesen</p>'s Verhältnisse, und auf's Innigste."));
}

#[test]
fn new_papers_of_german() {
    check(&format!("{GERMAN}Das steht in der <o>Neuen Rheinischen Zeitung</o> und nicht da."));
    check(&format!("{GERMAN}Die Kerls von der <o>Neuen Preußischen Zeitung</o> sind da."));
}

#[test]
fn nouns_of_german_in_old_spelling() {
    check(&format!(
        "{GERMAN}Mit Hülfe der Mittheilungen sah ich die Verhältnisse, das Verständniß."
    ));
    check(&format!("{GERMAN}Das ist ein Capitel, und Unannehmlichkeiten sind Mißverständnisse."));
}

#[test]
fn genitives_of_places() {
    check(&format!(
        "{GERMAN}Das ist die Geschichte <l>Roms</l>, und nicht die <l>Frankreichs</l>."
    ));
    check(&format!("{GERMAN}Im Norden <l>Italiens</l> und <l>Deutschlands</l> war ich nicht."));
    check(&format!("{GERMAN}Das ist der Geschmack des Essens und nicht der des Bieres."));
}

#[test]
fn french_datives_rulers_and_epithets() {
    check(&format!(
        "{FRENCH}Il l’ordonna à <p>Vernay</p>. <p>Vernay</p> partit, alors <p>Vernay</p> vit la ville, et <p>Vernay</p> vint \
         avec nous. On dit que <p>Vernay</p> passa le pont, où <p>Vernay</p> vous vit."
    ));
    check(&format!("{FRENCH}On vit la reine de <l>Prusse</l> et l’empereur d’<l>Autriche</l>."));
    check(&format!("{FRENCH}C’est la ville de <p>Rhamsès le Grand</p>, dit-il."));
    check(&format!(
        "{FRENCH}\n\n    Il est avec <p>M. de\n    Vernay</p> dans la ville, et vous vit M.\n    le duc."
    ));
}

#[test]
fn german_nouns_that_stand_as_persons_do() {
    check(&format!(
        "{GERMAN}Mit Bestimmtheit sagte er das. Die Kraft war groß, seine Kraft, und Kraft ist \
         alles. Niemand und Jemand sagte, in voller Wuth und mit Hülfe der Kleider, daß <l>Rußland</l> \
         auf Inselchen liegt. Excellenz sagten das auch."
    ));
    check(&format!("{GERMAN}<p>Schmolke</p> sagte es mir, und <p>Schmolke</p> lachte."));
    check(&format!(
        "{GERMAN}Ich sah <p>Landgraf Philipp</p> mit dem <p>Sanitätsrat Lohmeyer</p> in <l>Cassel</l>."
    ));
}

#[test]
fn pages_and_letters_of_german() {
    check(&format!(
        "{GERMAN}<p>Karl</p>, <p>König von Frankreich</p> S. 74. Vgl. a. a. O. S. 86 und S. die Anmerkung. \
         Das ist z. B. wie bei <p>Goethe</p> Nr. 5."
    ));
}

#[test]
fn parts_and_majesties_abroad() {
    check(&format!(
        "{FRENCH}CHAPITRE V.\n\nLe roi S. M. est là. Ms. de Paris : il est dans le T. XII."
    ));
    check(&format!(
        "{FRENCH}Je ne sais si elle vient. Si <p>M. Morel</p> est là, et Celle de nous.\n\nBleuissent les fleurs, \
         Semaient les uns. Rends-le-moi !"
    ));
}

#[test]
fn offices_that_are_addressed_in_german() {
    check(&format!(
        "{GERMAN}Hochverehrter Herr Geheimer Rath! Herr Kamerad, sagte der <p>Großfürst Konstantin</p>."
    ));
}

#[test]
fn french_heads_articles_and_families() {
    check(
        &format!("{FRENCH}--Fuite de <p>Gustave</p>. Les <p>Mémoires</p> sont là.")
            .replace("<p>Mémoires</p>", "Mémoires"),
    );
    check(&format!("{FRENCH}On loue les récits, et les Caprices de Marianne."));
    check(&format!(
        "{FRENCH}Il parlait à <p>M. Dorval</p> et à <p>Dorval</p> de l’<l>Espagne</l>."
    ));
    check(&format!(
        "{FRENCH}Il suivit <p>Pierre</p> <p>M. de Senneval</p> chez <p>Anne d’Autriche</p>, en \
         guerre contre l’<l>Autriche</l>."
    ));
    check(&format!("{FRENCH}<p>M. Lorbac</p> vint ; <p>Lorbac</p> parla. Chez les Lorbac, rien."));
}

#[test]
fn french_addresses_before_a_particle() {
    check(&format!(
        "{FRENCH}C’est madame de <p>Chevreuse</p> et le maréchal de la <p>Morinière</p>."
    ));
    check(&format!("{FRENCH}Il est maréchal de <l>France</l>. OÙ M. LE GARDE DES SCEAUX VIENT"));
    check(&format!("{FRENCH}Le livre est par <p>EDMOND DE GONCOURT</p>."));
}

#[test]
fn german_words_that_are_no_names() {
    check(&format!("{GERMAN}Sie sind in Leiden und Freuden, im Saale und in Not und Gefahr."));
    check(&format!("{GERMAN}Zwischen Mutter und Sohn ist in Ihrer Gesellschaft nicht viel."));
    check(&format!("{GERMAN}Grüßen Sie Ihre Fräulein Tochter und Ihren Herrn Stiefbruder."));
    check(&format!(
        "{GERMAN}Da ist <p>Charlotte</p> zu <p>Eduard</p> und <p>Graf Philipp zu Wied</p> da."
    ));
}

#[test]
fn nouns_of_german_that_are_names_too() {
    check(&format!(
        "{GERMAN}Er war ernst. Um 7\u{A0}Uhr ging es bei leichtem Regen weiter, im Regen und unter einem Regen. Das war mit \
         großem Ernst gesagt, dieser Ernst gefiel mir. Er trug einen Ring, dessen Stein eine Spitze hatte."
    ));
    check(&format!(
        "{GERMAN}Ich freue mich der Besserung Ihrer Frau, lieber <p>Karl</p>. Er ist ein guter Kamerad. Ich bin froh."
    ));
    check(&format!("{GERMAN}Da starb er am Ziel seines Wirkens. Jene Zeiten sind dahin."));
}

#[test]
fn relatives_of_german() {
    check(&format!(
        "{GERMAN}Mein Freund <p>Max</p> kam, und seine Schwester <p>Hilde</p>, mit <p>Bruder Martin</p>. Das \
         wird dem geliebten Vater Unglück bringen. Es kam von meiner Mutter Seite."
    ));
    check(&format!("{GERMAN}Das ist der erste Flug, dem <p>Olga</p> beiwohnte."));
}

#[test]
fn german_adjectives_of_names() {
    check(&format!(
        "{GERMAN}<p>Herr Treibel</p> kam. Da fuhr der Kommerzienrat Treibelsche Kutscher auf die Frau von \
         Ziegenhalssche Wohnung."
    ));
}

#[test]
fn ships_and_writings_of_german() {
    check(&format!(
        "{GERMAN}Dann waren wir auf dem »Poseidon« und sahen die »Maria Theresia« und den »Gil Blas«."
    ));
    check(&format!(
        "{GERMAN}Früh schrieb ich am Medardus. Abends weiter am Medardus. Dann Medardus durchgesehen."
    ));
    check(&format!(
        "{GERMAN}Wir lagen in <l>Lemhény</l>. Man hielt bei <l>Lemhény</l> eine Parade ab."
    ));
}

#[test]
fn surnames_of_german_that_are_nouns() {
    check(&format!(
        "{GERMAN}Am Abend hörte ich eine <p>Mozart</p> Symphonie. Interessant. <p>Heller</p> erzählt mir viel. \
         Da ist <p>Herr Wassermann</p>. Ich redete mit <p>Kaufmann</p> und <p>Herrn Wassermann</p>."
    ));
    check(&format!("{GERMAN}Da kam <p>Lili</p>. Das war die Geburt <p>Lilis</p>."));
}

#[test]
fn initials_of_somebody_beside_a_forename() {
    check(&format!(
        "{GERMAN}<p>Olga</p> kam. Mit O. zu Tisch. Mit O. nach Hause. Dann kam O. noch, und O. war \
         froh. Mit O. <p>Anna</p> von der Schule geholt."
    ));
}

#[test]
fn nobles_of_german() {
    check(&format!(
        "{GERMAN}Dann kam <p>Kai Graf Mölln</p> zu mir, und <p>Otto Prinz Radziwill</p> war da. Alle Siamesen kamen."
    ));
}

#[test]
fn nouns_of_german_that_are_nobody() {
    let common =
        "Er ging mit der Frau in das Haus, und es war nicht die Zeit, die man für ihn hatte. ";
    check(&format!(
        "{}Als man am andern Tage sagte, es sei Zeit, kam er. {}",
        common.repeat(4),
        "Er zählte nun die Tage. ".repeat(40)
    ));
    check(&format!(
        "{}Eine Schlange lag da, und wir sahen Vögel, Schlangen und Fische, zahllose Schlangen.",
        common.repeat(4)
    ));
    check(&format!("{}Man sprach mit dem Herrn Veränderungen ab.", common.repeat(4)));
    check(&format!("{}Da sagte Schwiegermutter nichts. Wir zogen nach Norden.", common.repeat(4)));
    check(&format!("{}Wir sahen Morulabäume und Eland-Antilopen.", common.repeat(4)));
}

#[test]
fn places_after_du_are_nobody() {
    let common = "Il est là avec nous, et dans la rue elle ne le sait pas, mais pour les voir. ";
    check(&format!(
        "{}Il voit l'<p>Apollon du Louvre</p> et va au <l>Louvre</l>.",
        common.repeat(4)
    ));
}
