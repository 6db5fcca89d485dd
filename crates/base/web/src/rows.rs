//! Lists in forms: rows of the same few fields, named `field-1`, `field-2` and so on. A row in which nothing is typed
//! is none. A press of *Add rows* brings more of them, saves nothing and keeps what was typed.

use super::form::Form;

/// How a field of a row is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line; the type of its input, such as `text`, `email`, `date`.
    Line(&'static str),
    /// A few lines.
    Text,
    /// One of these: value and text. The first is empty.
    Choice(Vec<(String, String)>),
    /// Yes or nothing.
    Check,
}

/// A field that each row has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the form, before `-1`.
    pub name: &'static str,
    pub label: String,
    pub kind: Kind,
}

/// A list of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    pub name: &'static str,
    pub fields: Vec<Field>,
}

/// The field that says which list should have more rows.
pub const MORE: &str = "more";

/// Rows without words at the end of a list, and how many more a press brings.
const SPARE: usize = 2;
const STEP: usize = 5;

/// Most rows of a list.
const MOST: usize = 300;

impl Rows {
    pub fn new(name: &'static str, fields: Vec<Field>) -> Self {
        Self { name, fields }
    }

    /// Adds a field.
    #[must_use]
    pub fn with(mut self, name: &'static str, label: String, kind: Kind) -> Self {
        self.fields.push(Field { name, label, kind });
        self
    }

    /// Whether anything is typed or chosen in a row. A tick alone is nothing.
    fn is_filled(&self, form: &Form, n: usize) -> bool {
        self.fields.iter().any(|f| f.kind != Kind::Check && !form.value(&format!("{}-{n}", f.name)).is_empty())
    }

    /// Whether each choice offers something to choose.
    pub fn has_choice(&self) -> bool {
        self.fields.iter().all(|f| !matches!(&f.kind, Kind::Choice(of) if of.len() < 2))
    }

    /// Numbers of the rows in which something is typed, in order.
    pub fn filled(&self, form: &Form) -> Vec<usize> {
        (1..=MOST).filter(|n| self.is_filled(form, *n)).collect()
    }

    /// Numbers of the rows to show: the filled ones and some for more.
    pub fn shown(&self, form: &Form) -> std::ops::RangeInclusive<usize> {
        let sent = form
            .fields()
            .iter()
            .filter_map(|(name, _)| name.rsplit_once('-').filter(|(f, _)| self.fields.iter().any(|x| x.name == *f)))
            .filter_map(|(_, n)| n.parse().ok())
            .max()
            .unwrap_or(0);
        let last = self.filled(form).last().copied().unwrap_or(0);
        let asked = if self.is_asked(form) { sent + STEP } else { 0 };
        1..=(last + SPARE).max(asked).min(MOST)
    }

    /// Whether more rows of this list were asked for.
    pub fn is_asked(&self, form: &Form) -> bool {
        form.value(MORE) == self.name
    }

    /// The value of one field of each filled row.
    pub fn of<'f>(&self, form: &'f Form, n: usize, field: &str) -> &'f str {
        form.value(&format!("{field}-{n}"))
    }

    /// Puts rows into a form, each with a value for every field in order.
    pub fn fill(&self, form: &mut Form, rows: impl IntoIterator<Item = Vec<String>>) {
        for (i, row) in rows.into_iter().enumerate() {
            for (field, value) in self.fields.iter().zip(row) {
                if field.kind != Kind::Check || !value.is_empty() {
                    form.set(&format!("{}-{}", field.name, i + 1), value);
                }
            }
        }
    }
}

/// Whether a press asked for more rows of any list: then nothing is saved, and the page is shown again.
pub fn wants_more(form: &Form) -> bool {
    !form.value(MORE).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people() -> Rows {
        Rows::new("people", Vec::new())
            .with("name", "Name".into(), Kind::Line("text"))
            .with("role", "Role".into(), Kind::Choice(vec![(String::new(), String::new())]))
            .with("health", "Health".into(), Kind::Check)
    }

    #[test]
    fn a_row_counts_when_something_is_typed_and_a_gap_moves_nothing() {
        let form = Form::of(&[("name-1", "Ada"), ("health-2", "yes"), ("name-4", "Ben"), ("role-4", "coach")]);
        let rows = people();
        assert_eq!(rows.filled(&form), [1, 4]);
        assert_eq!(rows.of(&form, 4, "role"), "coach");
        assert_eq!(rows.shown(&form), 1..=6);
    }

    #[test]
    fn more_rows_come_after_those_that_were_there() {
        let mut form = Form::of(&[("name-1", "Ada"), ("name-2", ""), ("name-3", "")]);
        assert_eq!(people().shown(&form), 1..=3);
        form.set(MORE, "people");
        assert!(wants_more(&form));
        assert_eq!(people().shown(&form), 1..=8);
        form.set(MORE, "others");
        assert_eq!(people().shown(&form), 1..=3);
    }

    #[test]
    fn what_is_put_in_is_what_is_read() {
        let mut form = Form::default();
        people().fill(&mut form, [vec!["Ada".into(), "lead".into()], vec!["Ben".into(), String::new()]]);
        assert_eq!(people().filled(&form), [1, 2]);
        assert_eq!(people().of(&form, 1, "role"), "lead");
    }
}
