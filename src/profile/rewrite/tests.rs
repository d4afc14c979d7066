use crate::annotation::Annotation;
use crate::element::{Attribute, Element};
use crate::internalize::{Event, internalize};
use crate::profile::{Profile, apply};
use crate::source::Span;

/// The text with the tags that a profile wants; what is no text stands
/// between double brackets.
fn tagged(profile: Profile, text: &str, annotations: Vec<Annotation>) -> String {
    let nested = apply(profile, text, internalize(text, annotations));
    let hidden = |start, end| match Span::new(start, end) {
        span if span.is_empty() => String::new(),
        span => format!("⟦{}⟧", span.of(text)),
    };
    let mut shown = String::new();
    for event in nested.events {
        match event {
            Event::Text(span) => shown += span.of(text),
            Event::Delimiter(span) => shown += &hidden(span.start, span.end),
            Event::Start(index) => {
                let Annotation { element, outer, inner, ref attributes, .. } =
                    nested.annotations[index];
                let values = attributes.iter().map(|(name, value)| format!(" {name}={value}"));
                let values: String = values.collect();
                let before = hidden(outer.start, inner.start);
                shown.extend([before, format!("<{element}{values}>")]);
            }
            Event::End(index) => {
                let Annotation { element, outer, inner, .. } = nested.annotations[index];
                shown.extend([hidden(inner.end, outer.end), format!("</{element}>")]);
            }
        }
    }
    shown
}

fn over(element: Element, start: u32, end: u32) -> Annotation {
    Annotation::new(element, Span::new(start, end))
}

#[test]
fn brackets_of_a_note_go_into_its_paragraphs() {
    let note = over(Element::Note, 0, 14).around(Span::new(2, 13));
    let note = note.with(Attribute::XmlId, "n1");
    let paragraphs = [over(Element::P, 3, 6), over(Element::P, 8, 12)];
    let annotations = [vec![over(Element::Div, 0, 14), note], paragraphs.to_vec()].concat();
    assert_eq!(
        tagged(Profile::Eltec, "1[ One\n\nTwo! ]", annotations),
        "<div type=chapter><p xml:id=n1>1[ One</p>\n\n<p>Two! ]</p></div>"
    );
}

#[test]
fn brackets_of_a_note_without_paragraphs_stay_out_of_the_text() {
    let note = over(Element::Note, 0, 4).around(Span::new(2, 3));
    let annotations = vec![over(Element::Div, 0, 8), note, over(Element::P, 5, 8)];
    assert_eq!(
        tagged(Profile::Eltec, "1[ ]\nEnd", annotations),
        "<div type=chapter>⟦1[⟧ ⟦]⟧\n<p>End</p></div>"
    );
}

/// A no-break space is no space to a schema.
#[test]
fn words_of_a_note_around_its_paragraphs_go_into_them() {
    let note = over(Element::Note, 0, 9);
    let paragraphs = vec![over(Element::P, 2, 3), over(Element::P, 6, 7)];
    let annotations = [vec![over(Element::Div, 0, 10), note], paragraphs].concat();
    assert_eq!(
        tagged(Profile::Eltec, "\u{A0}a\u{A0} b\u{A0}\n", annotations),
        "<div type=chapter><p>\u{A0}a\u{A0} </p><p>b\u{A0}</p>\n</div>"
    );
}

#[test]
fn pointers_reach_something() {
    let mark = over(Element::Ref, 0, 1).with(Attribute::Target, "#n1");
    let annotations = vec![over(Element::P, 0, 4), mark];
    assert_eq!(tagged(Profile::Eltec, "1 ab", annotations), "<p><ref>1</ref> ab</p>");
}

#[test]
fn attributes_follow_the_table() {
    let table = |element, attributes: &[(Attribute, &'static str)]| {
        let mut annotation = over(element, 0, 2);
        for (name, value) in attributes {
            annotation.attributes.set(*name, *value);
        }
        tagged(Profile::Dtabf, "ab", vec![annotation])
    };
    assert_eq!(
        table(Element::Div, &[(Attribute::Type, "entry"), (Attribute::N, "1937-05-08")]),
        "<div type=diaryEntry>ab</div>"
    );
    assert_eq!(
        table(Element::Div, &[(Attribute::Type, "part"), (Attribute::N, "2")]),
        "<div n=2>ab</div>"
    );
    assert_eq!(
        table(Element::Title, &[(Attribute::Cert, "high")]),
        "<name type=artificialWork>ab</name>"
    );
}

#[test]
fn pages_are_counted() {
    let pages = vec![over(Element::P, 0, 2), over(Element::Pb, 0, 0), over(Element::Pb, 1, 1)];
    assert_eq!(
        tagged(Profile::Dtabf, "ab", pages),
        "<p><pb facs=#f0001></pb>a<pb facs=#f0002></pb>b</p>"
    );
}
