//! A question as a page shows it, and what a page sends back.

use crate::call::checks;
use crate::call::model::{Audience, Kind, Question, shown};
use weft_kernel::i18n::Tr;
use weft_kernel::secret;
use weft_web::Form;

/// Ready for a template: everything in the reader's language.
pub struct Field {
    pub id: String,
    pub name: String,
    pub kind: &'static str,
    pub label: String,
    pub help: String,
    pub why: String,
    pub who: String,
    pub is_required: bool,
    pub value: String,
    pub second: String,
    /// What stands there, in words; for answers that have no field.
    pub shown: String,
    /// Looked at, not filled in.
    pub is_preview: bool,
    /// Value, text, and whether it is chosen; for a ranking the place it has.
    pub options: Vec<(String, String, String)>,
    pub own_words: bool,
    pub own: String,
    pub max_words: String,
    pub min: i64,
    pub max: i64,
    pub error: String,
    /// What another page or device has saved meanwhile.
    pub theirs: String,
    pub autocomplete: &'static str,
    /// What the answer was when the page was made: an answer that comes back the same was not touched.
    pub was: String,
}

/// Tells answers apart, without carrying them.
pub fn mark_of(values: &[String]) -> String {
    secret::hash(&values.join("\u{1f}"))[..12].to_owned()
}

pub fn name(q: &Question) -> String {
    format!("q-{}", q.id)
}

/// Who reads an answer, as a key of the reader's language.
pub fn who(q: &Question) -> &'static str {
    match (q.goes_to.as_str(), q.audience) {
        ("access_needs", _) => "who-access",
        ("race_ethnicity" | "gender" | "tribal_nations", _) | (_, Audience::Aggregate) => "who-aggregate",
        (_, Audience::Staff) => "who-staff",
        (_, Audience::Reviewers) => "who-reviewers",
    }
}

/// Who reads what someone needs: the one person named for it, by name.
pub fn who_access(t: Tr, name: Option<&str>) -> String {
    name.map_or_else(|| t.t("who-access-nobody"), |name| t.a("who-access-named", "name", name.to_owned()))
}

impl Field {
    pub fn of(t: Tr, q: &Question, values: &[String], states: &[String]) -> Self {
        let ends = q.ends();
        let value = values.first().cloned().unwrap_or_default();
        let is_option = |v: &String| q.options.iter().any(|o| o.id == *v);
        let own = if q.own_words {
            values.iter().find(|v| !v.is_empty() && !is_option(v)).cloned().unwrap_or_default()
        } else {
            String::new()
        };
        let options = match q.kind {
            Kind::Place => {
                let mut all = vec![(String::new(), t.t("choose"), String::new())];
                all.extend(states.iter().map(|s| (s.clone(), s.clone(), String::new())));
                all.push(("other".into(), t.t("place-elsewhere"), String::new()));
                all
            }
            Kind::Scale => (ends.0..=ends.1)
                .map(|n| {
                    (n.to_string(), n.to_string(), if value == n.to_string() { "yes".into() } else { String::new() })
                })
                .collect(),
            Kind::Ranking => q
                .options
                .iter()
                .map(|o| {
                    (
                        o.id.clone(),
                        o.of(t.0).to_owned(),
                        values.iter().position(|v| *v == o.id).map_or_else(String::new, |i| (i + 1).to_string()),
                    )
                })
                .collect(),
            _ => q
                .options
                .iter()
                .map(|o| {
                    (
                        o.id.clone(),
                        o.of(t.0).to_owned(),
                        if values.contains(&o.id) { "yes".into() } else { String::new() },
                    )
                })
                .collect(),
        };
        let autocomplete = match q.goes_to.as_str() {
            "first_name" => "given-name",
            "last_name" => "family-name",
            "email" => "email",
            "phone" => "tel",
            "organization" => "organization",
            "role_title" => "organization-title",
            _ => "off",
        };
        Self {
            id: q.id.clone(),
            name: name(q),
            kind: q.kind.name(),
            label: q.label.of(t.0).to_owned(),
            help: q.help.of(t.0).to_owned(),
            why: q.why.of(t.0).to_owned(),
            who: t.t(who(q)),
            is_required: q.is_required,
            shown: shown(t, q, values),
            is_preview: false,
            second: values.get(1).cloned().unwrap_or_default(),
            value,
            options,
            own_words: q.own_words,
            own,
            max_words: q.max_words.map_or_else(String::new, |n| n.to_string()),
            min: ends.0,
            max: ends.1,
            error: String::new(),
            theirs: String::new(),
            autocomplete,
            was: mark_of(values),
        }
    }

    /// Answered in one's own words, and by no option.
    pub fn is_own_alone(&self) -> bool {
        !self.own.is_empty() && self.options.iter().all(|(.., chosen)| chosen.is_empty())
    }

    pub fn is_wrong(&self) -> bool {
        !self.error.is_empty()
    }
}

/// The values a page has sent for a question; `None` where the page did not have its field. Boxes that nobody ticked
/// are not sent at all, so a question of that kind is always given.
pub fn given(form: &Form, q: &Question) -> Option<Vec<String>> {
    // Files are sent from a page of their own.
    if matches!(q.kind, Kind::File | Kind::Recording) {
        return None;
    }
    let name = name(q);
    let is_sent = form
        .fields()
        .iter()
        .any(|(n, _)| n.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')));
    if !is_sent
        && matches!(
            q.kind,
            Kind::Short | Kind::Long | Kind::Number | Kind::Date | Kind::Email | Kind::Place | Kind::Ranking
        )
    {
        return None;
    }
    let text = |n: &str| form.value(n).replace("\r\n", "\n");
    let mut values: Vec<String> = match q.kind {
        Kind::Place => vec![text(&name), text(&format!("{name}-state"))],
        Kind::Choices => form.values(&name).map(str::to_owned).collect(),
        Kind::Ranking => {
            let mut placed: Vec<(usize, &str)> = Vec::new();
            for (i, o) in q.options.iter().enumerate() {
                let place = form
                    .value(&format!("{name}-{i}"))
                    .parse::<usize>()
                    .ok()
                    .filter(|p| (1..=q.options.len()).contains(p));
                // Two of one place: the second is left to be placed again.
                if let Some(place) = place.filter(|p| !placed.iter().any(|(other, _)| other == p)) {
                    placed.push((place, &o.id));
                }
            }
            placed.sort_unstable();
            placed.into_iter().map(|(_, o)| o.to_owned()).collect()
        }
        _ => vec![text(&name)],
    };
    if q.own_words {
        let own = text(&format!("{name}-own"));
        if !own.is_empty() {
            // An option that was chosen too is kept beside it: the page asks which one counts.
            values.retain(|v| !v.is_empty());
            values.push(own);
        }
    }
    Some(if values.iter().all(String::is_empty) { Vec::new() } else { values })
}

/// What is wrong with an answer, in the reader's language; empty when nothing is.
pub fn fault(t: Tr, q: &Question, values: &[String]) -> String {
    if values.iter().any(|v| v.chars().count() > 20_000) {
        return t.t("wrong-too-long");
    }
    checks::fault(q, values).map_or_else(String::new, |(key, arg)| t.a(key, "arg", arg))
}

/// What another page has saved, beside what was typed here.
pub fn theirs(t: Tr, q: &Question, values: &[String]) -> String {
    let text = shown(t, q, values);
    if text.is_empty() { t.t("conflict-emptied") } else { text }
}
