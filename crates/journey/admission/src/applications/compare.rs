//! What a file would change of applications that are here already: how many people each fact changes for, and for how
//! many it becomes empty. Shown before an import, which empties nothing that nobody has agreed to.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Answer, Change, Facts, Parsed, answers};
use weft_kernel::i18n::Words;
use weft_web::Result;

/// Facts by the name of the target that fills them; what is empty is not in it.
type Said = Vec<(&'static str, String)>;

fn number(n: Option<f64>) -> Option<String> {
    n.map(|n| n.to_string())
}

fn said(all: [(&'static str, Option<String>); 18]) -> Said {
    all.into_iter().filter_map(|(name, text)| Some((name, text.filter(|t| !t.is_empty())?))).collect()
}

fn before(f: &Facts) -> Said {
    said([
        ("language", Some(f.language.clone())),
        ("answer_format", f.answer_format.clone()),
        ("city", f.city.clone()),
        ("state", f.state.clone()),
        ("region", f.region.clone()),
        ("setting", f.setting.clone()),
        ("scope", f.scope.clone()),
        ("body_type", f.body_type.clone()),
        ("organization", f.organization.clone()),
        ("collaborative_name", f.collaborative.clone()),
        ("role_title", f.role_title.clone()),
        ("role_level", f.role_level.clone()),
        ("years_in_role", number(f.years_in_role)),
        ("years_in_field", number(f.years_in_field)),
        ("primary_issue_area", f.primary_issue_area.clone()),
        ("other_issue_areas", f.other_issue_areas.clone()),
        ("health_focus", f.health_focus.clone()),
        ("late_reason", f.late_reason.clone()),
    ])
}

fn after(p: &Parsed) -> Said {
    let text = |name: &'static str| (name, p.text(name));
    said([
        ("language", Some(p.language.clone())),
        text("answer_format"),
        text("city"),
        text("state"),
        text("region"),
        text("setting"),
        text("scope"),
        text("body_type"),
        text("organization"),
        text("collaborative_name"),
        text("role_title"),
        text("role_level"),
        ("years_in_role", number(p.years_in_role)),
        ("years_in_field", number(p.years_in_field)),
        text("primary_issue_area"),
        text("other_issue_areas"),
        ("health_focus", p.health_focus.map(|is| if is { "yes" } else { "no" }.to_owned())),
        text("late_reason"),
    ])
}

/// Answers that say something, by their id.
fn by_id(all: &[Answer]) -> BTreeMap<&str, &Answer> {
    all.iter().filter(|a| !a.text.is_empty()).map(|a| (a.id.as_str(), a)).collect()
}

/// Counts changes, row by row.
#[derive(Default)]
pub struct Tally {
    changes: BTreeMap<String, Change>,
    people: usize,
}

impl Tally {
    fn count(&mut self, key: &str, label: &Words, (old, new): (Option<&String>, Option<&String>)) -> bool {
        if old == new {
            return false;
        }
        let change = self.changes.entry(key.to_owned()).or_insert_with(|| Change {
            field: key.to_owned(),
            label: label.clone(),
            ..Change::default()
        });
        match (old, new) {
            (None, _) => change.added += 1,
            (_, None) => change.emptied += 1,
            _ => change.changed += 1,
        }
        new.is_none()
    }

    /// Compares an application with the row that would be written over it.
    pub fn row(&mut self, stored: &Facts, new: &Parsed) -> Result<()> {
        let (old, now) = (before(stored), after(new));
        let of = |all: &Said, name: &str| all.iter().find(|(n, _)| *n == name).map(|(_, text)| text.clone());
        let names: BTreeSet<&str> = old.iter().chain(&now).map(|(name, _)| *name).collect();
        let mut loses = false;
        for name in names {
            let (old, now) = (of(&old, name), of(&now, name));
            loses |= self.count(name, &Words::default(), (old.as_ref(), now.as_ref()));
        }
        let mut stored = answers(&stored.answers)?;
        stored.retain(|a| !a.is_later);
        let (old, now) = (by_id(&stored), by_id(&new.answers));
        let ids: BTreeSet<&str> = old.keys().chain(now.keys()).copied().collect();
        for id in ids {
            let (was, is) = (old.get(id), now.get(id));
            let label = is.or(was).map(|a| a.label.clone()).unwrap_or_default();
            // A column that nobody has seen before has an id of its own each time: it is told by its name.
            let key = if was.is_none() { format!("answer:{}", label.en) } else { format!("answer:{id}") };
            loses |= self.count(&key, &label, (was.map(|a| &a.text), is.map(|a| &a.text)));
        }
        self.people += usize::from(loses);
        Ok(())
    }

    /// What changes, what becomes empty for most people first; and how many people something becomes empty for.
    pub fn end(self) -> (Vec<Change>, usize) {
        let mut all: Vec<Change> = self.changes.into_values().collect();
        all.sort_by_key(|c| std::cmp::Reverse((c.emptied, c.changed, c.added)));
        (all, self.people)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(scope: Option<&str>, answers: &str) -> Facts {
        Facts {
            external_id: "A1".into(),
            language: "en".into(),
            answer_format: None,
            city: None,
            state: None,
            region: None,
            setting: None,
            scope: scope.map(str::to_owned),
            body_type: None,
            organization: None,
            collaborative: None,
            role_title: None,
            role_level: None,
            years_in_role: Some(2.5),
            years_in_field: None,
            primary_issue_area: None,
            other_issue_areas: None,
            health_focus: Some("yes".into()),
            late_reason: None,
            answers: answers.into(),
        }
    }

    fn row(scope: Option<&'static str>, years: f64) -> Parsed {
        let mut p = Parsed { language: "en".into(), years_in_role: Some(years), ..Parsed::default() };
        p.health_focus = Some(true);
        p.texts.extend(scope.map(|s| ("scope", s.to_owned())));
        p
    }

    #[test]
    fn each_fact_that_changes_is_counted_and_what_becomes_empty_apart() {
        let mut tally = Tally::default();
        tally.row(&facts(Some("national"), "[]"), &row(None, 2.5)).expect("reads");
        tally.row(&facts(Some("national"), "[]"), &row(Some("statewide"), 3.0)).expect("reads");
        tally.row(&facts(None, "[]"), &row(Some("statewide"), 2.5)).expect("reads");
        let (changes, people) = tally.end();
        let told: Vec<_> = changes.iter().map(|c| (c.field.as_str(), c.changed, c.added, c.emptied)).collect();
        assert_eq!(told, [("scope", 1, 1, 1), ("years_in_role", 1, 0, 0)]);
        assert_eq!(people, 1);
    }

    #[test]
    fn the_same_row_changes_nothing() {
        let mut tally = Tally::default();
        tally.row(&facts(Some("national"), "[]"), &row(Some("national"), 2.5)).expect("reads");
        assert_eq!(tally.end(), (Vec::new(), 0));
    }
}
