//! Two people in one form at once. The form carries a mark of each value it showed; what a person left as it was is
//! taken as it is by now, so that it undoes nobody's work. Only a field that both changed, each in another way, is
//! refused, with both values.

use super::form::Form;
use super::page::Page;
use super::rows::Rows;
use weft_kernel::secret;

/// A form that several people may have open: the name of its hidden field, its fields and lists, each with the key of
/// its label.
pub struct Shared<'a> {
    pub mark: &'static str,
    pub fields: &'a [(&'static str, &'static str)],
    pub lists: &'a [(&'a Rows, &'static str)],
}

/// The same text, however a browser breaks its lines.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// The rows of a list, a line each.
fn lines(rows: &Rows, form: &Form) -> String {
    let cells = |n: usize| {
        let values = rows.fields.iter().map(|f| plain(rows.of(form, n, f.name)));
        values.filter(|v| !v.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    rows.filled(form).into_iter().map(cells).collect::<Vec<_>>().join("\n")
}

fn take_rows(rows: &Rows, typed: &mut Form, now: &Form) {
    let mut last = 0;
    for n in rows.shown(typed) {
        last = n;
        rows.fields.iter().for_each(|f| typed.set(&format!("{}-{n}", f.name), ""));
    }
    for n in rows.shown(now).filter(|n| *n <= last || rows.filled(now).contains(n)) {
        rows.fields.iter().for_each(|f| typed.set(&format!("{}-{n}", f.name), rows.of(now, n, f.name)));
    }
}

impl Shared<'_> {
    fn now(&self, form: &Form) -> Vec<(&'static str, String)> {
        let fields = self.fields.iter().map(|(f, _)| (*f, plain(form.value(f))));
        fields.chain(self.lists.iter().map(|(l, _)| (l.name, lines(l, form)))).collect()
    }

    /// Puts the mark of what a form shows into it.
    pub fn put(&self, form: &mut Form) {
        let one = |(name, value): (&str, String)| format!("{name}={}", &secret::hash(&value)[..12]);
        let mark = self.now(form).into_iter().map(one).collect::<Vec<_>>().join(" ");
        form.set(self.mark, mark);
    }

    /// Lays what was typed over what stands there by now. Returns what others changed meanwhile and this person did
    /// not; what both changed is rejected, and a second press saves it. A form without a mark stays as it is.
    pub fn merge(&self, typed: &mut Form, now: &Form) -> Vec<&'static str> {
        let mark = typed.value(self.mark).to_owned();
        let mut kept = Vec::new();
        for ((name, mine), (_, theirs)) in self.now(typed).into_iter().zip(self.now(now)) {
            let of_name = |one: &'_ str| one.split_once('=').filter(|(n, _)| *n == name).map(|(_, v)| v.to_owned());
            let Some(shown) = mark.split(' ').find_map(of_name) else { continue };
            let is_as_shown = |value: &str| secret::hash(value).starts_with(&shown);
            if mine == theirs || is_as_shown(&theirs) {
                continue;
            }
            if !is_as_shown(&mine) {
                typed.reject_with(name, if theirs.is_empty() { "wrong-emptied" } else { "wrong-meanwhile" }, theirs);
                continue;
            }
            kept.push(name);
            match self.lists.iter().find(|(l, _)| l.name == name) {
                Some((rows, _)) => take_rows(rows, typed, now),
                None => typed.set(name, now.value(name)),
            }
        }
        if !typed.is_accepted() {
            // They have seen what the other person wrote: pressed again, their own text is meant.
            let mut seen = now.clone();
            self.put(&mut seen);
            typed.set(self.mark, seen.value(self.mark));
        }
        kept
    }

    /// The page after saving says what others changed meanwhile: where to go on.
    pub fn after(&self, path: &str, kept: &[&str]) -> String {
        if kept.is_empty() { path.to_owned() } else { format!("{path}?kept={}", kept.join(",")) }
    }

    /// What that page says; empty when nobody else changed anything.
    pub fn said(&self, page: &Page) -> String {
        let lists = self.lists.iter().map(|(l, label)| (l.name, *label));
        let all = self.fields.iter().copied().chain(lists);
        let query = page.address.split_once('?').map_or("", |(_, q)| q);
        let kept = query.split('&').find_map(|p| p.strip_prefix("kept=")).unwrap_or_default();
        let names: Vec<&str> = kept.split(',').flat_map(|k| k.split("%2C")).collect();
        let labels: Vec<String> =
            all.filter(|(name, _)| names.contains(name)).map(|(_, label)| page.t.t(label)).collect();
        if labels.is_empty() { String::new() } else { page.t.a("meanwhile-kept", "fields", labels.join("; ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Kind;

    #[test]
    fn what_one_left_alone_is_as_the_other_saved_it() {
        let list = Rows::new("goals", Vec::new()).with("goal", "Goal".into(), Kind::Line("text"));
        let shared = Shared { mark: "shown", fields: &[("seats", ""), ("text", "")], lists: &[(&list, "")] };
        let mut shown = Form::of(&[("seats", "2"), ("text", "One\nTwo"), ("goal-1", "A"), ("goal-2", "B")]);
        shared.put(&mut shown);
        let now = Form::of(&[("seats", "3"), ("text", "One\nTwo"), ("goal-1", "B")]);

        // Another field was changed: seats and goals are theirs.
        let mut mine = shown.clone();
        mine.set("text", "One\r\nThree");
        assert_eq!(shared.merge(&mut mine, &now), ["seats", "goals"]);
        assert_eq!((mine.value("seats"), mine.value("text")), ("3", "One\r\nThree"));
        assert_eq!((list.filled(&mine), list.of(&mine, 1, "goal")), (vec![1], "B"));
        assert!(mine.is_accepted());

        // The same field: both are shown, and a second press means it.
        let mut mine = shown.clone();
        mine.set("seats", "4");
        shared.merge(&mut mine, &now);
        let said: Vec<(&str, &str)> = mine.wrong.iter().map(|w| (w.key, w.arg.as_str())).collect();
        assert_eq!((said, mine.value("seats")), (vec![("wrong-meanwhile", "3")], "4"));
        mine.wrong.clear();
        assert!(shared.merge(&mut mine, &now).is_empty() && mine.is_accepted());
        assert_eq!(mine.value("seats"), "4");

        // The same change by both, and a form without a mark, are no conflict.
        let mut mine = shown.clone();
        mine.set("seats", "3");
        assert_eq!(shared.merge(&mut mine, &now), ["goals"]);
        let mut bare = Form::of(&[("seats", "9")]);
        assert!(shared.merge(&mut bare, &now).is_empty() && bare.is_accepted());
    }
}
