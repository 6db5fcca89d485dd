//! Where each column of a file goes. Known names are recognised; every other column is kept as an
//! answer unless the person who imports says otherwise.

use std::collections::BTreeMap;

/// Typed columns of an application, with other names under which exports of other products have them.
const KNOWN: &[(&str, &[&str])] = &[
    ("application_id", &["id", "applicationid", "multipleapplicationsid", "respondentid", "responseid"]),
    ("submitted_at", &["timestamp", "submitted", "submissiondate", "enddate", "fecha"]),
    ("first_name", &["firstname", "givenname", "nombre"]),
    ("last_name", &["lastname", "familyname", "surname", "apellido", "apellidos"]),
    ("name_pronunciation", &["pronunciation"]),
    ("pronouns", &["pronombres"]),
    ("email", &["emailaddress", "mail", "useremail", "correo", "correoelectronico"]),
    ("phone", &["phonenumber", "telefono"]),
    ("language", &["idioma"]),
    ("city", &["ciudad"]),
    ("state", &["estado"]),
    ("region", &[]),
    ("setting", &[]),
    ("scope", &[]),
    ("body_type", &[]),
    ("organization", &["organizationname", "employer", "organizacion"]),
    ("collaborative_name", &["collaborative"]),
    ("role_title", &["title", "jobtitle", "cargo"]),
    ("role_level", &[]),
    ("years_in_role", &[]),
    ("years_in_field", &[]),
    ("primary_issue_area", &["issuearea"]),
    ("other_issue_areas", &[]),
    ("health_focus", &["healthfocused"]),
    ("answer_format", &[]),
    ("late_reason", &[]),
    ("eligibility", &["eligible"]),
    ("priority", &["prioridad"]),
    ("race_ethnicity", &["race", "ethnicity", "raceethnicity"]),
    ("gender", &["genderidentity", "genero"]),
    ("tribal_nations", &["tribalnation", "tribe"]),
    ("access_needs", &["accessibilityneeds", "accommodations", "access"]),
];

/// Keeps a column as an answer.
pub const ANSWER: &str = "answer";
/// Leaves a column out.
pub const LEAVE_OUT: &str = "leave-out";

/// Every target a column can have, in the order the mapping page offers them.
pub fn targets() -> impl Iterator<Item = &'static str> {
    [ANSWER, LEAVE_OUT].into_iter().chain(KNOWN.iter().map(|(n, _)| *n))
}

/// Which store a target ends up in: the page says so before anything is imported.
pub fn store_of(target: &str) -> &'static str {
    match target {
        "race_ethnicity" | "gender" | "tribal_nations" => "store-identity",
        "access_needs" => "store-access",
        "email" | "phone" => "store-contact",
        ANSWER => "store-answer",
        LEAVE_OUT => "store-nowhere",
        _ => "store-application",
    }
}

fn plain(header: &str) -> String {
    weft_kernel::plain::norm(header)
}

/// The target of each column: the first column with a known name gets it, all others are answers.
pub fn recognise(headers: &[String]) -> Vec<String> {
    let mut taken = std::collections::BTreeSet::new();
    headers
        .iter()
        .map(|h| {
            let name = plain(h);
            let known = KNOWN
                .iter()
                .find(|(target, others)| name == target.replace('_', "") || others.contains(&name.as_str()));
            match known.map(|(target, _)| *target).or_else(|| about_oneself(h)) {
                Some(target) if taken.insert(target) => target.to_owned(),
                // A second column of this kind must not end up where staff read it.
                Some(target) if matches!(store_of(target), "store-identity" | "store-access") => LEAVE_OUT.to_owned(),
                _ => ANSWER.to_owned(),
            }
        })
        .collect()
}

/// Headers such as “Race/Ethnicity (select all that apply)”: short, and with a word that tells what they ask.
fn about_oneself(header: &str) -> Option<&'static str> {
    let lower = header.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    if words.len() > 9 {
        return None;
    }
    let has = |any: &[&str]| words.iter().any(|w| any.contains(w));
    if has(&["race", "ethnicity", "ethnic", "raza", "etnia", "racial"]) {
        Some("race_ethnicity")
    } else if has(&["gender", "género", "genero", "sex"]) {
        Some("gender")
    } else if has(&["tribal", "tribe", "tribes"]) {
        Some("tribal_nations")
    } else if has(&["disability", "disabilities", "discapacidad", "accommodation", "accommodations", "accessibility"]) {
        Some("access_needs")
    } else {
        None
    }
}

/// Applies a given mapping (column → target) over the recognised one. Unknown targets and columns are named in the
/// error. Of columns that are called alike, all go there: what is left out must not come in under its twin's name.
pub fn apply(headers: &[String], given: &BTreeMap<String, String>) -> Result<Vec<String>, String> {
    let mut mapping = recognise(headers);
    for (column, target) in given {
        if !headers.contains(column) {
            return Err(format!("the file has no column {column:?}"));
        }
        if !targets().any(|t| t == target) {
            return Err(format!("{target:?} is not a place a column can go"));
        }
        for (_, to) in headers.iter().zip(&mut mapping).filter(|(h, _)| *h == column) {
            to.clone_from(target);
        }
    }
    Ok(mapping)
}

/// The first target that two columns were given, which cannot be.
pub fn doubled(mapping: &[String]) -> Option<&String> {
    mapping
        .iter()
        .enumerate()
        .find(|(i, t)| *t != ANSWER && *t != LEAVE_OUT && mapping[..*i].contains(t))
        .map(|(_, t)| t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_products_are_recognised_once() {
        let headers = ["Timestamp", "Email Address", "E-Mail*", "First Name*", "Why do you apply?", "race_ethnicity"]
            .map(String::from);
        assert_eq!(recognise(&headers), ["submitted_at", "email", ANSWER, "first_name", ANSWER, "race_ethnicity"]);
    }

    #[test]
    fn a_second_column_about_oneself_never_becomes_an_answer() {
        let headers =
            ["Race", "Ethnicity", "Gender identity (optional)", "Gender", "Accommodations", "Disability", "Why?"]
                .map(String::from);
        assert_eq!(
            recognise(&headers),
            ["race_ethnicity", LEAVE_OUT, "gender", LEAVE_OUT, "access_needs", LEAVE_OUT, ANSWER]
        );
    }

    #[test]
    fn a_mapping_names_what_it_cannot_find() {
        let headers = ["a".to_owned()];
        let given = |c: &str, t: &str| BTreeMap::from([(c.to_owned(), t.to_owned())]);
        assert_eq!(apply(&headers, &given("b", "email")), Err("the file has no column \"b\"".into()));
        assert_eq!(apply(&headers, &given("a", "salary")), Err("\"salary\" is not a place a column can go".into()));
        assert_eq!(apply(&headers, &given("a", "email")), Ok(vec!["email".into()]));
        assert_eq!(
            doubled(&["email".into(), "answer".into(), "answer".into(), "email".into()]),
            Some(&"email".to_owned())
        );
    }
}
