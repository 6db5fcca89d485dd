//! Charts, drawn on the server as SVG beside a table of the same numbers.

use askama::Template;

use weft_kernel::i18n::Tr;

/// One bar: a label and a count, or no count where it is held back.
#[derive(Clone, Debug)]
pub struct Bar {
    pub label: String,
    pub count: Option<i64>,
}

/// Horizontal bars. The SVG is decoration for those who see it; the table says the same in words.
#[derive(Template)]
#[template(path = "templates/bars.html")]
pub struct Bars<'a> {
    pub t: Tr,
    pub id: &'a str,
    pub title: String,
    pub column: String,
    pub bars: &'a [Bar],
    /// How many people there are in all: a bar of that many fills the width.
    pub of: i64,
    /// Said instead of a number that is held back.
    pub held_back: String,
}

impl Bars<'_> {
    /// Length of a bar, of 600 units for everyone.
    fn length(&self, bar: &Bar) -> i64 {
        bar.count.map_or(0, |c| (c * 600 / self.of.max(1)).clamp(0, 600))
    }
}
