//! Where each column of a file goes. Known names are recognised; every other column is kept as an
//! answer unless the person who imports says otherwise.

use std::collections::BTreeMap;

use super::names::Cut;
use weft_kernel::ids::Id;
use weft_kernel::moment::{self, Order, Settled};
use weft_kernel::stored::{self, Unreadable};

/// Typed columns of an application, with other names under which exports of other products have them.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "application_id",
        &[
            "id",
            "applicationid",
            "applicationnumber",
            "numerodesolicitud",
            "multipleapplicationsid",
            "respondentid",
            "responseid",
            "submissionid",
            "entryid",
        ],
    ),
    (
        "submitted_at",
        &[
            "timestamp",
            "marcatemporal",
            "submitted",
            "submittedon",
            "submissiondate",
            "submitteddate",
            "datesubmitted",
            "submittedtime",
            "completiontime",
            "horadefinalizacion",
            "enddate",
            "created",
            "createdtime",
            "createdat",
            "fecha",
            "fechadeenvio",
        ],
    ),
    (
        "full_name",
        &[
            "name",
            "fullname",
            "yourname",
            "yourfullname",
            "applicantname",
            "submittername",
            "nombrecompleto",
            "nombreyapellido",
            "nombreyapellidos",
        ],
    ),
    ("first_name", &["firstname", "givenname", "yourfirstname", "submitterfirstname", "nombre", "nombres"]),
    ("last_name", &["lastname", "familyname", "surname", "yourlastname", "submitterlastname", "apellido", "apellidos"]),
    ("name_pronunciation", &["pronunciation"]),
    ("pronouns", &["pronombres"]),
    (
        "email",
        &[
            "emailaddress",
            "mail",
            "useremail",
            "youremail",
            "youremailaddress",
            "submitteremail",
            "correo",
            "correoelectronico",
            "direcciondecorreoelectronico",
        ],
    ),
    ("phone", &["phonenumber", "telephone", "mobile", "cellphone", "telefono", "celular"]),
    ("language", &["idioma"]),
    ("city", &["citytown", "ciudad"]),
    ("state", &["stateprovince", "estado"]),
    ("region", &[]),
    ("setting", &[]),
    ("scope", &[]),
    ("body_type", &[]),
    ("organization", &["organizationname", "company", "employer", "organizacion"]),
    ("collaborative_name", &["collaborative"]),
    ("role_title", &["title", "jobtitle", "cargo"]),
    ("role_level", &[]),
    ("years_in_role", &[]),
    ("years_in_field", &[]),
    ("primary_issue_area", &["issuearea"]),
    ("other_issue_areas", &["issueareas"]),
    ("health_focus", &["healthfocused"]),
    ("answer_format", &[]),
    ("late_reason", &[]),
    ("eligibility", &["eligible"]),
    ("priority", &["prioridad"]),
    ("race_ethnicity", &["race", "ethnicity", "raceethnicity"]),
    ("gender", &["genderidentity", "genero"]),
    ("tribal_nations", &["tribalnation", "tribe"]),
    ("access_needs", &["accessneed", "accessibilityneeds", "accommodations", "access"]),
];

/// Columns that form tools add about the computer someone used, which no program needs.
const NOT_NEEDED: [&str; 6] = ["ipaddress", "collectorid", "useragent", "customdata1", "lastmodifiedtime", "networkid"];

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
    propose(headers).into_iter().map(|p| p.target).collect()
}

/// Where a column would go, and whether its name alone says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub target: String,
    /// A person has to look at it: it is read out of what the column is called, or holds what few may see.
    pub is_guess: bool,
}

/// What the name of a column says: the target it is known for, or one that its words suggest.
fn suggested(header: &str) -> Option<(&'static str, bool)> {
    let name = plain(header);
    if NOT_NEEDED.contains(&name.as_str()) {
        return Some((LEAVE_OUT, false));
    }
    let known =
        KNOWN.iter().find(|(target, others)| name == target.replace('_', "") || others.contains(&name.as_str()));
    known
        .map(|(target, _)| (*target, false))
        .or_else(|| about_oneself(header).map(|target| (target, true)))
        .or_else(|| asked_for(header).map(|target| (target, true)))
}

/// What is proposed for each column. Columns whose name says what they are go before those that only suggest it.
pub fn propose(headers: &[String]) -> Vec<Proposal> {
    let said: Vec<_> =
        headers.iter().enumerate().map(|(i, h)| in_brackets(headers, i).or_else(|| suggested(h))).collect();
    let mut taken = std::collections::BTreeSet::new();
    let mut out: Vec<Option<Proposal>> = vec![None; headers.len()];
    // Parts of a name make a column with the full one an answer.
    let has = |target: &str| said.iter().flatten().any(|(t, is_guess)| *t == target && !is_guess);
    let is_named = has("first_name") && has("last_name");
    for guesses in [false, true] {
        for (slot, said) in out.iter_mut().zip(&said) {
            let Some((target, is_guess)) = said.filter(|(_, is_guess)| *is_guess == guesses) else { continue };
            if target == LEAVE_OUT {
                *slot = Some(Proposal { target: LEAVE_OUT.to_owned(), is_guess: false });
            } else if !(target == "full_name" && is_named) && taken.insert(target) {
                let is_guess = is_guess || target == "full_name" || store_of(target) == "store-access";
                *slot = Some(Proposal { target: target.to_owned(), is_guess });
            } else if matches!(store_of(target), "store-identity" | "store-access") {
                // A second column of this kind must not end up where staff read it.
                *slot = Some(Proposal { target: LEAVE_OUT.to_owned(), is_guess: true });
            }
        }
    }
    let answer = |header: &String| Proposal { target: ANSWER.to_owned(), is_guess: header.is_empty() };
    out.into_iter().zip(headers).map(|(slot, header)| slot.unwrap_or_else(|| answer(header))).collect()
}

/// Forms that grew have a column twice, one of them empty: the place goes to the one that has something in it.
pub fn prefer_filled(targets: &mut [String], headers: &[String], rows: &[(usize, Vec<String>)]) {
    let is_empty = |i: usize| rows.iter().all(|(_, cells)| cells.get(i).is_none_or(|c| c.trim().is_empty()));
    for i in 0..targets.len() {
        if [ANSWER, LEAVE_OUT].contains(&targets[i].as_str()) || !is_empty(i) {
            continue;
        }
        let is_same = |j: &usize| {
            let says = suggested(&headers[*j]).map(|(target, _)| target);
            targets[*j] == ANSWER && says == Some(targets[i].as_str()) && !is_empty(*j)
        };
        if let Some(j) = (0..targets.len()).find(is_same) {
            targets[j] = std::mem::replace(&mut targets[i], LEAVE_OUT.to_owned());
        }
    }
}

/// `Contact information [Email Address]`: a part of a question is known by its own name where another part of the
/// question is an address.
fn in_brackets(headers: &[String], at: usize) -> Option<(&'static str, bool)> {
    let parts = |header: &'_ str| {
        let (question, part) = header.strip_suffix(']')?.rsplit_once('[')?;
        Some((question.trim().to_owned(), part.to_owned()))
    };
    let (question, part) = parts(&headers[at])?;
    let is_contact = headers
        .iter()
        .filter_map(|h| parts(h))
        .any(|(q, part)| q == question && suggested(&part).is_some_and(|(target, _)| target == "email"));
    suggested(&part).filter(|(target, _)| is_contact && *target != LEAVE_OUT)
}

fn words(header: &str) -> Vec<String> {
    let lower = header.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Headers such as “Race/Ethnicity (select all that apply)”: short, and with a word that tells what they ask. What
/// people need to take part is asked in longer ones, too.
fn about_oneself(header: &str) -> Option<&'static str> {
    let words = words(header);
    let has = |any: &[&str]| words.iter().any(|w| any.contains(&w.as_str()));
    let needs =
        has(&["need", "needs", "support", "supports", "requirements", "necesidad", "necesidades", "apoyo", "apoyos"]);
    if words.len() <= 30
        && (has(&["accommodation", "accommodations", "accessibility", "accesibilidad", "adaptaciones", "ajustes"])
            || (has(&["access", "acceso", "dietary"]) && needs)
            || asks_what_is_needed(&words))
    {
        return Some("access_needs");
    }
    if words.len() > 9 {
        return None;
    }
    if has(&["race", "ethnicity", "ethnic", "raza", "etnia", "racial"]) {
        Some("race_ethnicity")
    } else if has(&["gender", "género", "genero", "sex"]) {
        Some("gender")
    } else if has(&["tribal", "tribe", "tribes"]) {
        Some("tribal_nations")
    } else if has(&["disability", "disabilities", "discapacidad"]) {
        Some("access_needs")
    } else {
        None
    }
}

/// “Do you need anything to take part?”, “¿Necesita algo para participar?”
fn asks_what_is_needed(words: &[String]) -> bool {
    let has = |any: &[&str]| words.iter().any(|w| any.contains(&w.as_str()));
    let needs = ["need", "needs", "require", "necesita", "necesitas", "requiere", "requieres", "hace", "falta"];
    let anything = ["anything", "what", "something", "algo", "qué", "que"];
    let takes_part = ["part", "participate", "participating", "attend", "join", "participar", "asistir"];
    words.len() <= 14 && has(&needs) && has(&anything) && has(&takes_part)
}

/// Whether an answer speaks of what someone needs to take part, by words that little else is said with.
pub fn is_like_access(answer: &str) -> bool {
    let words = words(answer);
    let has = |any: &[&str]| words.iter().any(|w| any.contains(&w.as_str()));
    let both = |a: &str, b: &str| words.windows(2).any(|w| w[0] == a && w[1].starts_with(b));
    has(&["wheelchair", "captions", "captioning", "asl", "gluten", "allergy", "allergies", "allergic", "vegan"])
        || has(&["silla", "subtítulos", "alergia", "alergias", "vegetariana", "vegetarian", "childcare"])
        || both("service", "dog")
        || both("service", "animal")
        || both("large", "print")
        || both("screen", "reader")
        || both("sign", "language")
        || both("perro", "guía")
        || both("letra", "grande")
}

/// Headers that are a short question: “What is your email address?”
fn asked_for(header: &str) -> Option<&'static str> {
    let words = words(header);
    let has = |word: &str| words.iter().any(|w| w == word);
    let both = |a: &str, b: &str| words.windows(2).any(|w| w[0] == a && w[1] == b);
    if words.len() > 9 || words.len() < 2 {
        return None;
    }
    let has_email = has("email") || both("e", "mail") || has("correo");
    let targets = [
        ("email", has_email && !has("reference") && !has("referencia")),
        ("first_name", both("first", "name") || both("given", "name")),
        ("last_name", both("last", "name") || both("family", "name")),
        ("full_name", both("full", "name") || both("your", "name") || both("nombre", "completo")),
        ("phone", (has("phone") || has("teléfono") || has("telefono")) && !has("reference")),
        ("pronouns", has("pronouns") || has("pronombres")),
        ("organization", has("your") && (has("organization") || has("employer")) && words.len() <= 5),
    ];
    targets.into_iter().find(|(_, is)| *is).map(|(target, _)| target)
}

/// Where each column of a file goes, and how what can be read in two ways is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Plan {
    pub targets: Vec<String>,
    /// Which number of its dates is the month, by the position of the column.
    #[serde(default)]
    pub orders: BTreeMap<usize, String>,
    /// Where full names are cut.
    #[serde(default)]
    pub cut: Cut,
}

impl Plan {
    pub fn of(targets: &[String]) -> Self {
        Self { targets: targets.to_vec(), ..Self::default() }
    }

    pub fn order(&self, column: usize) -> Option<Order> {
        self.orders.get(&column).and_then(|o| Order::parse(o))
    }

    /// As it is stored. Files that were read by an earlier version have a list of targets alone.
    pub fn read(what: &'static str, id: &Id, text: &str) -> Result<Self, Unreadable> {
        let earlier = || serde_json::from_str::<Vec<String>>(text).ok().map(|targets| Self::of(&targets));
        stored::read(what, id, text).or_else(|e| earlier().ok_or(e))
    }

    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("texts are always JSON")
    }

    /// The columns of dates that have no order yet, and how each is settled by what it holds.
    pub fn unsettled(&self, rows: &[(usize, Vec<String>)]) -> Vec<(usize, Settled)> {
        let open = |i: &usize| self.targets[*i] == "submitted_at" && self.order(*i).is_none();
        let texts = |i: usize| rows.iter().filter_map(move |(_, cells)| cells.get(i).map(|c| c.trim()));
        (0..self.targets.len()).filter(open).map(|i| (i, moment::settle(texts(i)))).collect()
    }

    /// Forgets an order that was said of another file and that these dates do not have.
    pub fn doubt(&mut self, rows: &[(usize, Vec<String>)]) {
        let said = std::mem::take(&mut self.orders);
        let settled = self.unsettled(rows);
        let fits = |column: usize, order: &str| match settled.iter().find(|(at, _)| *at == column) {
            Some((_, Settled::Is(is))) => is.name() == order,
            Some((_, Settled::Mixed)) => false,
            _ => true,
        };
        self.orders = said.into_iter().filter(|(column, order)| fits(*column, order)).collect();
    }

    /// Takes the order of each column that its own dates settle. Returns the columns that a person has to say it of.
    pub fn settle(&mut self, rows: &[(usize, Vec<String>)]) -> Vec<usize> {
        let mut open = Vec::new();
        for (column, settled) in self.unsettled(rows) {
            match settled {
                Settled::Is(order) => {
                    self.orders.insert(column, order.name().to_owned());
                }
                Settled::Ask | Settled::Mixed => open.push(column),
                Settled::Any => {}
            }
        }
        open
    }

    /// The same for a file that has these columns in another order; `None` if they are other columns.
    pub fn moved(&self, from: &[String], to: &[String]) -> Option<Self> {
        if from.len() != to.len() || from.len() != self.targets.len() {
            return None;
        }
        let mut plan = Self { cut: self.cut, ..Self::default() };
        let mut used = vec![false; from.len()];
        for (i, header) in to.iter().enumerate() {
            let at = (0..from.len()).find(|at| !used[*at] && from[*at] == *header)?;
            used[at] = true;
            plan.targets.push(self.targets[at].clone());
            if let Some(order) = self.orders.get(&at) {
                plan.orders.insert(i, order.clone());
            }
        }
        plan.targets.iter().all(|target| targets().any(|t| t == target)).then_some(plan)
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

/// The first target that two columns were given, which cannot be, and the second of these columns.
pub fn doubled(mapping: &[String]) -> Option<(usize, &String)> {
    let may_be_many = [ANSWER, LEAVE_OUT, super::matching::CRITERION];
    mapping.iter().enumerate().find(|(i, t)| !may_be_many.contains(&t.as_str()) && mapping[..*i].contains(t))
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
            ["race_ethnicity", LEAVE_OUT, LEAVE_OUT, "gender", "access_needs", LEAVE_OUT, ANSWER],
            "the one that is called so, and never a second one"
        );
    }

    #[test]
    fn what_people_need_to_take_part_is_known_in_plain_words() {
        for header in [
            "Do you need anything to take part?",
            "What do you need to participate fully?",
            "¿Necesita algo para asistir?",
        ] {
            assert_eq!(propose(&[header.to_owned()])[0].target, "access_needs", "{header}");
            assert!(propose(&[header.to_owned()])[0].is_guess);
        }
        for header in ["What does your community need?", "Why do you want to take part?"] {
            assert_eq!(propose(&[header.to_owned()])[0].target, ANSWER, "{header}");
        }
        assert!(is_like_access("Service dog travels with me") && !is_like_access("We run a table of nine."));
    }

    #[test]
    fn of_two_columns_for_one_place_the_filled_one_gets_it() {
        let headers = ["Email Address", "First Name", "What is your email address?", "What is your name? [First name]"]
            .map(String::from);
        let rows = vec![(2, ["", "", "one@example.org", "One"].map(String::from).to_vec())];
        let mut targets = recognise(&headers);
        assert_eq!(targets, ["email", "first_name", ANSWER, ANSWER]);
        prefer_filled(&mut targets, &headers, &rows);
        assert_eq!(targets, [LEAVE_OUT, LEAVE_OUT, "email", "first_name"]);
        let mut kept = recognise(&headers);
        prefer_filled(
            &mut kept,
            &headers,
            &[(2, ["a@example.org", "A", "b@example.org", "B"].map(String::from).to_vec())],
        );
        assert_eq!(kept, ["email", "first_name", ANSWER, ANSWER], "both are filled: nothing moves");
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
            Some((3, &"email".to_owned()))
        );
    }
}
