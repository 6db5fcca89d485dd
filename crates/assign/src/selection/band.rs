//! Between clear accepts and clear declines lie people whose scores cannot be told apart: among them a lottery is
//! fairer than the third decimal. Several science funders draw in such a band; here the draw also keeps to the goals,
//! which the clear accepts already use up in part.

use std::collections::BTreeMap;

use super::{Error, Input, LeftOut};

/// Who is surely in, surely out, and between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Band {
    pub accepts: Vec<String>,
    pub lottery: Vec<String>,
    pub declines: Vec<String>,
}

/// Sorts people by score and margin, both in the score's units. A person is a clear accept when fewer than `seats`
/// others could be better than her, a clear decline when at least `seats` others surely are.
///
/// # Errors
/// [`Error::Unscored`] when a person has no score.
pub fn band(input: &Input, margin: &BTreeMap<String, i64>) -> Result<Band, Error> {
    let spans: Vec<(&str, i64, i64)> = input
        .people
        .iter()
        .filter_map(|p| {
            let by = margin.get(&p.id).copied().unwrap_or(0).abs();
            p.score.map(|s| (p.id.as_str(), s.saturating_sub(by), s.saturating_add(by)))
        })
        .collect();
    if spans.len() < input.people.len() {
        return Err(Error::Unscored(input.people.len() - spans.len()));
    }
    let seats = input.seats as usize;
    let mut out = Band::default();
    for (id, low, high) in &spans {
        let maybe = spans.iter().filter(|(other, _, h)| other != id && h >= low).count();
        let surely = spans.iter().filter(|(other, l, _)| other != id && l > high).count();
        let list = if maybe < seats {
            &mut out.accepts
        } else if surely >= seats {
            &mut out.declines
        } else {
            &mut out.lottery
        };
        list.push((*id).to_owned());
    }
    Ok(out)
}

impl Band {
    /// The input of the draw: accepts fixed, declines left out.
    #[must_use]
    pub fn apply(&self, input: &Input) -> Input {
        let mut input = input.clone();
        // Who must be chosen stays, whatever her score.
        let is_out = |id: &String| self.declines.contains(id) && !input.fixed.contains(id);
        let out: Vec<String> = input.people.iter().map(|p| p.id.clone()).filter(is_out).collect();
        input.people.retain(|p| !out.contains(&p.id));
        input.left_out.extend(out.iter().map(|id| LeftOut { id: id.clone(), reason: "clear decline".into() }));
        input.fixed.extend(self.accepts.iter().cloned());
        input.fixed.sort();
        input.fixed.dedup();
        // Whom the score has not told apart, the draw does not either.
        for p in &mut input.people {
            p.score = None;
        }
        input.canonical()
    }
}
