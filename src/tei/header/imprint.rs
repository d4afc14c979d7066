//! Where, by whom and when the book was published that was transcribed.

use crate::element::Attribute::When;
use crate::element::Element;
use crate::metadata::Imprint;
use crate::tei::markup::Markup;

/// Writes the places, the publishers and the date, in that order.
pub(super) fn write_imprint(imprint: &Imprint, markup: &mut Markup<'_>) {
    for place in &imprint.places {
        markup.leaf(Element::PubPlace, &[], place);
    }
    for publisher in &imprint.publishers {
        markup.leaf(Element::Publisher, &[], publisher);
    }
    match &imprint.date {
        Some((written, Some(date))) => {
            markup.leaf(Element::Date, &[(When, &date.to_string())], written);
        }
        Some((written, None)) => markup.leaf(Element::Date, &[], written),
        None => {}
    }
}
