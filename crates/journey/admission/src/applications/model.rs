//! What an application is.

use weft_kernel::clock::Time;
use weft_kernel::db::{Json, Word};
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};
use weft_media::table::Fault;
use weft_web::{Error, Result};

one_of! {
    /// What is in an imported file.
    pub enum Kind in "import_reading.kind" {
        Applications = "applications",
        Reviews = "reviews",
        Events = "events",
        Cohort = "cohort",
    }
}

one_of! {
    /// What happened with an application.
    pub enum Happening in "application_event.kind" {
        Withdrawn = "withdrawn",
        LateAccepted = "late-accepted",
        DuplicateMerged = "duplicate-merged",
    }
}

/// Where an application stands before anything is chosen: exactly one of these, always. `application_state` says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Came in time, and nobody has decided whether it is eligible.
    Undecided,
    /// Came after the deadline with a reason, and nobody has decided whether it is eligible.
    Late,
    Eligible,
    NotEligible,
    Withdrawn,
    /// Somebody's second application.
    Duplicate,
}

impl State {
    pub const ALL: [Self; 6] =
        [Self::Undecided, Self::Late, Self::Eligible, Self::NotEligible, Self::Withdrawn, Self::Duplicate];

    /// Somebody of the team still has to decide.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Undecided | Self::Late)
    }
}

impl Word for State {
    fn name(self) -> &'static str {
        match self {
            Self::Undecided => "undecided",
            Self::Late => "late",
            Self::Eligible => "eligible",
            Self::NotEligible => "not-eligible",
            Self::Withdrawn => "withdrawn",
            Self::Duplicate => "duplicate",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == text)
    }
}

impl std::fmt::Display for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// One answer of an application. What belongs to what, and who sees it, goes by the id alone.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Answer {
    /// Of the question in the call's form, or of the column of an imported file.
    pub id: String,
    /// The question as it was asked: for people to read. Nothing is found by it.
    pub label: Words,
    pub text: String,
    /// Whether it was asked for the program's staff alone. Readers do not see it, whatever is checked for them later.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_kept: bool,
    /// Whether it was asked in a later stage: what a file says of the application leaves it as it is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_later: bool,
}

/// The answers of an application as they are stored, in their order. A text that cannot be read is an error: an
/// application whose answers are missing must not look like one that has none.
pub fn answers(text: &str) -> Result<Vec<Answer>> {
    serde_json::from_str(text)
        .map_err(|e| Error::Internal(format!("the answers of an application cannot be read: {e}")))
}

/// Answers as they are stored.
pub fn answers_json(answers: &[Answer]) -> String {
    serde_json::to_string(answers).expect("texts are always JSON")
}

/// What someone says of themselves: goes into a store that no page but their own reads by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutSelf {
    /// `race_ethnicity` and its like, or the id of a question of which only totals are made.
    pub field: String,
    /// The question, where it is one of the form's own.
    pub question: Option<Words>,
    pub value: String,
}

impl AboutSelf {
    /// What it is kept under: questions of two seasons may share an id, and none may take the name of a field.
    pub fn key(&self, season: &Id) -> String {
        if self.question.is_some() { format!("{season}:{}", self.field) } else { self.field.clone() }
    }

    pub fn label(&self) -> String {
        self.question.as_ref().map_or_else(String::new, Words::json)
    }
}

/// One row of a pool, read and typed.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    pub line: usize,
    pub external_id: String,
    pub submitted_at: Option<Time>,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub phone: Option<String>,
    pub language: String,
    pub years_in_role: Option<f64>,
    pub years_in_field: Option<f64>,
    pub health_focus: Option<bool>,
    /// Typed text columns by target name.
    pub texts: std::collections::BTreeMap<&'static str, String>,
    /// The identity compartment.
    pub identity: Vec<AboutSelf>,
    pub access_need: Option<String>,
    /// Its address had characters that nobody sees; they were dropped.
    pub is_cleaned: bool,
    /// Everything else, in the order of the form or file.
    pub answers: Vec<Answer>,
    pub content_hash: String,
}

impl Parsed {
    pub fn text(&self, name: &str) -> Option<String> {
        self.texts.get(name).cloned()
    }
}

/// Who brought an application, and what that proves of its address.
#[derive(Clone, Debug)]
pub enum Sender {
    /// Somebody through the call; nobody has shown that the address is theirs.
    Visitor,
    /// Somebody through the call who has used a link sent to the address.
    Proved(weft_people::address::Proved),
    /// The team: from a file, from paper, from a phone call.
    Team,
}

impl Sender {
    pub fn is_own(&self) -> bool {
        !matches!(self, Self::Team)
    }

    pub fn is_proved(&self) -> bool {
        matches!(self, Self::Proved(_))
    }
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Report {
    pub read: usize,
    pub imported: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub refused: usize,
    /// Applications that look like a person's second one: id and the id they resemble.
    pub duplicates: Vec<(String, String)>,
    /// The rows of the file in which those stand.
    #[serde(default)]
    pub rows: std::collections::BTreeMap<String, usize>,
    /// Their names, for whoever looks before the import; never stored.
    #[serde(skip)]
    pub names: std::collections::BTreeMap<String, String>,
    /// Applications whose access need or self-description was left out: their person has a record of their own.
    #[serde(default)]
    pub left_out: usize,
    /// Reviews of people who are on the team.
    #[serde(default)]
    pub joined: usize,
    /// Reviewers who are not on the team, as the file names them.
    #[serde(default)]
    pub apart: Vec<String>,
    /// Lines whose address had characters that nobody sees.
    #[serde(default)]
    pub cleaned: Vec<usize>,
    pub faults: Vec<Fault>,
    pub is_dry_run: bool,
    /// Values that were taken for one that the program knows.
    #[serde(default)]
    pub matched: Vec<Matched>,
    /// What changes of applications that are here already.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// People of whom something becomes empty.
    #[serde(default)]
    pub emptied: usize,
    /// Nothing was written, because more would become empty than was agreed to.
    #[serde(default)]
    pub is_stopped: bool,
}

/// A value of a field that differs from a known one in capitals and accents only, and in how many rows it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Matched {
    pub field: String,
    pub from: String,
    pub to: String,
    pub rows: usize,
}

/// What an import changes of one fact or answer, in people.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Change {
    /// The target of a fact, or an answer's id.
    pub field: String,
    /// What an answer is called; empty for a fact.
    pub label: Words,
    pub changed: usize,
    pub added: usize,
    pub emptied: usize,
}

row! {
    /// What is stored of an application that an import writes over.
    pub struct Facts {
        external_id: String,
        language: String,
        answer_format: Option<String>,
        city: Option<String>,
        state: Option<String>,
        region: Option<String>,
        setting: Option<String>,
        scope: Option<String>,
        body_type: Option<String>,
        organization: Option<String>,
        collaborative: Option<String>,
        role_title: Option<String>,
        role_level: Option<String>,
        years_in_role: Option<f64>,
        years_in_field: Option<f64>,
        primary_issue_area: Option<String>,
        other_issue_areas: Option<String>,
        health_focus: Option<String>,
        late_reason: Option<String>,
        answers: String,
    }
}

impl Report {
    /// Refuses a row, with everything that is wrong with it.
    pub fn refuse(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.refused += 1;
        self.faults.extend(faults);
    }

    /// Refuses every row there is.
    pub fn refuse_all(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.extend(faults);
        (self.imported, self.changed, self.unchanged, self.refused) = (0, 0, 0, self.read);
    }
}

/// How an import is run.
#[derive(Clone, Debug)]
pub struct Options {
    /// Look, but change nothing.
    pub is_dry_run: bool,
    /// Import nothing at all when any row is faulty.
    pub all_or_nothing: bool,
    /// Of how many people a fact or an answer may become empty. More, and nothing is imported.
    pub may_empty: usize,
    /// IANA zone for times without an offset.
    pub zone: String,
    pub actor: Option<Id>,
    /// The file that is imported, where the import may be undone.
    pub file: Option<Id>,
    /// Whether the people belong to a demo.
    pub is_demo: bool,
}

row! {
    /// A line of the list. Staff only.
    pub struct Listed {
        id: Id,
        external_id: String,
        display_name: String,
        region: Option<String>,
        scope: Option<String>,
        role_level: Option<String>,
        organization: Option<String>,
        primary_issue_area: Option<String>,
        stands: State,
        reads: i64,
        score: Option<f64>,
        /// What the later stage is called that it was invited to last.
        stage_title: Option<Json<Words>>,
        bounced: i64,
        is_unproved: bool,
        is_changed: bool,
        resembles: Option<String>,
        /// How many lines the whole list has.
        matching: i64,
    }
}

row! {
    pub struct Application {
        id: Id,
        person_id: Id,
        external_id: String,
        display_name: String,
        pronunciation: Option<String>,
        pronouns: Option<String>,
        submitted_at: Time,
        language: String,
        answer_format: Option<String>,
        city: Option<String>,
        state: Option<String>,
        region: Option<String>,
        setting: Option<String>,
        scope: Option<String>,
        body_type: Option<String>,
        organization: Option<String>,
        collaborative: Option<String>,
        role_title: Option<String>,
        role_level: Option<String>,
        years_in_role: Option<f64>,
        years_in_field: Option<f64>,
        primary_issue_area: Option<String>,
        other_issue_areas: Option<String>,
        health_focus: Option<String>,
        answers: String,
        late_reason: Option<String>,
        duplicate_of: Option<String>,
        resembles: Option<String>,
        is_own: bool,
        stands: State,
        proved_at: Option<Time>,
        changed_at: Option<Time>,
    }
}

impl Application {
    /// Whoever sent it has not shown that its address is theirs.
    pub fn is_unproved(&self) -> bool {
        self.is_own && self.proved_at.is_none()
    }
}

row! {
    /// `kind` is a [`Happening`], what was said of eligibility, or what came of the application.
    pub struct Happened { kind: String, reason: Option<String>, at: Time, undone_at: Option<Time> }
}

impl Happened {
    pub fn is(&self, what: Happening) -> bool {
        self.kind == what.name()
    }
}

row! {
    /// What selection knows of an applicant: no name, no contact, no identity, no answers.
    pub struct Candidate {
        id: Id,
        external_id: String,
        region: Option<String>,
        state: Option<String>,
        setting: Option<String>,
        scope: Option<String>,
        body_type: Option<String>,
        organization: Option<String>,
        organization_norm: Option<String>,
        role_level: Option<String>,
        years_in_role: Option<f64>,
        years_in_field: Option<f64>,
        primary_issue_area: Option<String>,
        health_focus: Option<String>,
        language: String,
        stands: State,
        score: Option<f64>,
        is_declined: bool,
        /// Was told that they are not chosen.
        is_refused: bool,
        is_member: bool,
    }
}

row! {
    /// One score of a review that counts.
    pub(super) struct Scored {
        read_id: Id,
        reader: String,
        mean: f64,
        comment: Option<String>,
        criterion: Option<String>,
        title: Option<String>,
        is_independent: bool,
        score: Option<i64>,
        stage: i64,
        stage_title: Option<Json<Words>>,
    }
}

row! {
    /// The reads of one application together: how many, their mean, the sum of their squares. In points.
    pub struct Spread { external_id: String, reads: i64, mean: f64, squares: f64 }
}

row! {
    pub struct MyApplication {
        season_title: String,
        submitted_at: Time,
        zone: String,
        support_name: String,
        is_open: bool,
    }
}
row! {
    pub struct Known {
        id: Id,
        person_id: Id,
        external_id: String,
        content_hash: String,
        display_name: String,
        email: Option<String>,
        phone: Option<String>,
        organization_norm: Option<String>,
        is_own: bool,
        proved_at: Option<Time>,
    }
}
row! {
    pub struct ImportFile {
        id: Id,
        name: String,
        headers: String,
        mapping: String,
        row_count: i64,
        result: Option<String>,
        kind: Kind,
        how: String,
        confirmed_at: Option<Time>,
        taken_at: Option<Time>,
        undone_at: Option<Time>,
        undone: Option<i64>,
    }
}
row! {
    /// A file as the list of imports has it.
    pub struct ListedFile {
        id: Id,
        name: String,
        kind: Kind,
        row_count: i64,
        created_at: Time,
        is_done: bool,
        added: Option<i64>,
        updated: Option<i64>,
        undone_at: Option<Time>,
        undone: Option<i64>,
    }
}
