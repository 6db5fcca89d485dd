//! The summary above a form that was not accepted: each line names its field, and no line stands there twice.

/// Marks a line of the summary whose text does not name the field.
const MARK: &str = " data-field";

/// Puts the label of its field before each line of a summary that does not name it. Labels are those of the page.
pub fn name_fields(page: &str) -> String {
    let mut out = String::with_capacity(page.len() + 200);
    let mut rest = page;
    while let Some(at) = rest.find(MARK) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        rest = &after[MARK.len()..];
        // `<a href="#field"` stands before the mark, and `>` after it.
        let field = before.rsplit("href=\"#").next().and_then(|f| f.split('"').next()).unwrap_or_default();
        if let (Some(label), Some(end)) = (label(page, field), rest.find('>')) {
            out.push_str(&rest[..=end]);
            out.push_str(&label);
            out.push_str(if label.ends_with(['?', '!', '.', ':']) { " " } else { ": " });
            rest = &rest[end + 1..];
        }
    }
    out.push_str(rest);
    out
}

/// What a field is called on a page: its label, or the legend of its group. As it stands there, so it is escaped.
fn label(page: &str, field: &str) -> Option<String> {
    let after = |mark: &str| page.split_once(mark).map(|(_, rest)| rest);
    let inside = if let Some(rest) = after(&format!("<label for=\"{field}\"")) {
        rest.split_once('>')?.1.split_once("</label>")?.0
    } else {
        let rest = after(&format!(" id=\"{field}\""))?;
        rest.split_once("<legend")?.1.split_once('>')?.1.split_once("</legend>")?.0
    };
    let mut text = String::new();
    for (n, part) in inside.split('<').enumerate() {
        text.push_str(if n == 0 { part } else { part.split_once('>').map_or("", |(_, t)| t) });
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_names_its_field_and_leads_to_it() {
        let page = "<ul><li><a href=\"#a\" data-field>Fill this in.</a></li><li><a href=\"#b\" data-field>Fill this \
            in.</a></li><li><a href=\"#c\">Enter a password.</a></li><li><a href=\"#d\" data-field>Choose.</a></li>\
            <li><a href=\"#e\" data-field>Lost.</a></li></ul><label for=\"a\">Program <b>name</b></label>\
            <label for=\"b\">Who reads it?</label><label for=\"c\">Password</label><fieldset id=\"d\"><legend>Days \
            </legend></fieldset>";
        let named = name_fields(page);
        for line in [
            "<a href=\"#a\">Program name: Fill this in.</a>",
            "<a href=\"#b\">Who reads it? Fill this in.</a>",
            "<a href=\"#c\">Enter a password.</a>",
            "<a href=\"#d\">Days: Choose.</a>",
            "<a href=\"#e\">Lost.</a>",
        ] {
            assert!(named.contains(line), "{line} in {named}");
        }
        assert_eq!(name_fields("nothing to do"), "nothing to do");
    }
}
