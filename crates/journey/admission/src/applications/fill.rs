//! Filling the pool: applications are gathered and written many at a time, each table after the one it
//! points to. Fifty thousand rows take seconds, and memory holds no more than a batch.

use std::collections::{BTreeMap, HashMap};

use super::duplicates::Like;
use super::model::{Options, Parsed, Sender};
use super::parse;
use super::rules::FillPool;
use super::store::{self, Holder};
use super::undoing::{self, Made};
use weft_kernel::Kernel;
use weft_kernel::args;
use weft_kernel::collate::Keys;
use weft_kernel::db::dialect::Bulk;
use weft_kernel::db::{Tx, Value};
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_people::model::{NewPerson, norm_email};
use weft_people::{address, needs, store as people};
use weft_programs::Role;
use weft_web::Result;

const PERSON: Bulk = Bulk {
    table: "person",
    columns: &[
        "id",
        "given_name",
        "family_name",
        "display_name",
        "sort_key",
        "search_key",
        "pronunciation",
        "pronouns",
        "language",
        "is_demo",
        "created_at",
    ],
    after: "",
};
const CONTACT: Bulk = Bulk {
    table: "contact_point",
    columns: &["id", "person_id", "kind", "value", "norm", "is_primary", "since", "is_apart"],
    after: "",
};
const AFFILIATION: Bulk =
    Bulk { table: "affiliation", columns: &["id", "person_id", "organization_name", "title"], after: "" };
const APPLICATION: Bulk = Bulk {
    table: "application",
    columns: &[
        "id",
        "season_id",
        "person_id",
        "external_id",
        "submitted_at",
        "language",
        "answer_format",
        "city",
        "state",
        "region",
        "setting",
        "scope",
        "body_type",
        "organization",
        "organization_norm",
        "collaborative",
        "role_title",
        "role_level",
        "years_in_role",
        "years_in_field",
        "primary_issue_area",
        "other_issue_areas",
        "health_focus",
        "answers",
        "late_reason",
        "content_hash",
        "search_key",
        "duplicate_of",
        "imported_at",
        "is_own",
        "proved_at",
        "resembles",
    ],
    after: "",
};
const IDENTITY: Bulk = Bulk {
    table: "identity_answer",
    columns: &["id", "person_id", "field", "label", "value", "at"],
    // What a person has said herself is never overwritten by a file.
    after: "ON CONFLICT (person_id, field) DO NOTHING",
};
const NEED: Bulk = Bulk {
    table: "access_need",
    columns: &["id", "person_id", "season_id", "value", "at", "told_to"],
    after: "ON CONFLICT (person_id, season_id) DO UPDATE SET value = excluded.value, at = excluded.at, \
            told_to = excluded.told_to, kept_from = NULL, read_at = NULL",
};
const ELIGIBILITY: Bulk =
    Bulk { table: "eligibility", columns: &["id", "application_id", "is_eligible", "reason", "at"], after: "" };
const PRIORITY: Bulk = Bulk { table: "priority", columns: &["id", "application_id", "priority", "at"], after: "" };
const MADE: Bulk =
    Bulk { table: "import_made", columns: &["import_id", "what", "row_id", "application_id", "mark"], after: "" };
const ROLE: Bulk = Bulk {
    table: "role",
    columns: &["id", "person_id", "season_id", "role", "since"],
    after: "ON CONFLICT (person_id, season_id, role) WHERE until IS NULL DO NOTHING",
};

type Rows = Vec<Vec<Value>>;

/// Rows that wait to be written together.
#[derive(Default)]
struct Waiting {
    people: Rows,
    contacts: Rows,
    affiliations: Rows,
    applications: Rows,
    /// By person and field: the last word of a person with two rows in one batch stands.
    identity: BTreeMap<(String, String), Vec<Value>>,
    needs: BTreeMap<String, Vec<Value>>,
    eligibility: Rows,
    priority: Rows,
    roles: BTreeMap<String, Vec<Value>>,
    /// What an import can be undone by.
    made: Rows,
}

/// Who holds an address, as a file may know it.
#[derive(Clone, Debug)]
struct Held {
    person: Id,
    /// They are known in this program, so its team may put an application beside their name.
    is_known: bool,
    /// They have shown that the address is theirs: what a file says of them is not written over what they say.
    is_proved: bool,
}

/// Gathers new applications and writes them in batches.
pub struct Batch<'k> {
    kernel: &'k Kernel,
    permit: &'k FillPool,
    options: &'k Options,
    sender: Sender,
    /// Who holds which address now, this import's new people included.
    by_email: HashMap<String, Held>,
    waiting: Waiting,
    /// Rows whose access need or self-description was left out, because their person has a record of their own.
    pub left_out: usize,
}

const BATCH: usize = 500;

impl<'k> Batch<'k> {
    pub(super) fn new(
        kernel: &'k Kernel,
        permit: &'k FillPool,
        options: &'k Options,
        sender: Sender,
        holders: Vec<Holder>,
    ) -> Self {
        let held = |h: Holder| (h.norm, Held { person: h.person_id, is_known: h.is_known, is_proved: h.is_proved });
        let by_email = holders.into_iter().map(held).collect();
        Self { kernel, permit, options, sender, by_email, waiting: Waiting::default(), left_out: 0 }
    }

    /// Adds an application, and what it is like.
    pub async fn add(&mut self, tx: &mut Tx, p: &Parsed, like: &Like) -> Result<()> {
        let (id, now, season) = (self.kernel.id(), self.kernel.now(), self.permit.season());
        let Held { person, is_proved, .. } = self.person(tx, p, &id).await?;
        self.note(Made::Application, &id, &id, undoing::mark(&p.content_hash, &person));
        let mut row = args![&id, season, &person, &p.external_id, p.submitted_at.unwrap_or(now)];
        row.extend(store::fields(p));
        let proved_at = self.sender.is_proved().then_some(now);
        row.extend(args![like.second(), now, self.sender.is_own(), proved_at, like.maybe()]);
        self.waiting.applications.push(row);
        // A file does not speak for someone who has a record of their own.
        let speaks = self.sender.is_own() || !is_proved;
        if !speaks && (!p.identity.is_empty() || p.access_need.is_some()) {
            self.left_out += 1;
        }
        for said in p.identity.iter().filter(|_| speaks) {
            let (key, row) = (said.key(season), self.kernel.id());
            self.note(Made::Identity, &row, &id, String::new());
            self.waiting
                .identity
                .insert((person.to_string(), key.clone()), args![row, &person, key, said.label(), &said.value, now]);
        }
        if let Some(need) = p.access_need.as_ref().filter(|_| speaks) {
            let row = self.kernel.id();
            self.note(Made::Need, &row, &id, now.0.to_string());
            self.waiting.needs.insert(person.to_string(), args![row, &person, season, need, now]);
        }
        // Eligibility is a record of its own: `eligible`, or the reason why not; nothing while it is undecided.
        if let Some(text) = p.text("eligibility")
            && let Some(is_eligible) = parse::is_eligible(&text)
        {
            let (reason, row) = ((!is_eligible).then_some(text), self.kernel.id());
            self.note(Made::Eligibility, &row, &id, String::new());
            self.waiting.eligibility.push(args![row, &id, is_eligible, reason, now]);
        }
        if let Some(priority) = p.text("priority") {
            self.waiting.priority.push(args![self.kernel.id(), &id, priority, now]);
        }
        let role = self.kernel.id();
        self.note(Made::Role, &role, &id, String::new());
        self.waiting.roles.insert(person.to_string(), args![role, &person, season, Role::Applicant, now]);
        if self.waiting.applications.len() >= BATCH { self.flush(tx).await } else { Ok(()) }
    }

    /// Notes a row that came with an application, where the import of its file may be undone.
    fn note(&mut self, what: Made, row: &Id, application: &Id, mark: String) {
        if let Some(file) = &self.options.file {
            self.waiting.made.push(args![file, what, row, application, mark]);
        }
    }

    /// An application that was here before, and that this import has changed.
    pub fn changed(&mut self, application: &Id) {
        self.note(Made::Changed, application, application, String::new());
    }

    /// The person whose application this is. A visitor's is their own only once the address was proved; a file leads to
    /// people whom the program knows. Everyone else's stands apart until they use a link that was sent to them.
    async fn person(&mut self, tx: &mut Tx, p: &Parsed, application: &Id) -> Result<Held> {
        let email = norm_email(&p.email);
        if self.sender.is_own() {
            let new = NewPerson {
                given_name: p.first_name.clone(),
                family_name: p.last_name.clone(),
                pronunciation: p.text("name_pronunciation"),
                pronouns: p.text("pronouns"),
                lang: Lang::parse(&p.language).unwrap_or_default(),
                email: p.email.clone(),
                phone: None,
                is_demo: self.options.is_demo,
            };
            let person = match &self.sender {
                Sender::Proved(address) => address::holder_or_new(self.kernel, tx, address, &new).await?,
                _ => address::insert_visitor(self.kernel, tx, &new).await?,
            };
            if people::is_new(tx, &person).await? {
                self.particulars(p, &person);
            }
            return Ok(Held { person, is_known: true, is_proved: self.sender.is_proved() });
        }
        let is_held = match self.by_email.get(&email) {
            Some(held) if held.is_known => return Ok(held.clone()),
            other => other.is_some(),
        };
        let (id, now) = (self.kernel.id(), self.kernel.now());
        let new =
            NewPerson { given_name: p.first_name.clone(), family_name: p.last_name.clone(), ..NewPerson::default() };
        let shown = new.display_name();
        let keys = Keys::of(&shown);
        self.waiting.people.push(args![
            &id,
            &new.given_name,
            &new.family_name,
            shown,
            keys.sort,
            keys.search,
            p.text("name_pronunciation"),
            p.text("pronouns"),
            &p.language,
            self.options.is_demo,
            now,
        ]);
        self.note(Made::Person, &id, application, String::new());
        self.waiting.contacts.push(args![self.kernel.id(), &id, "email", &email, &email, true, now, is_held]);
        self.particulars(p, &id);
        let held = Held { person: id, is_known: true, is_proved: false };
        self.by_email.insert(email, held.clone());
        Ok(held)
    }

    /// Phone and work of a new person.
    fn particulars(&mut self, p: &Parsed, id: &Id) {
        let now = self.kernel.now();
        if let Some(phone) = &p.phone {
            self.waiting.contacts.push(args![
                self.kernel.id(),
                id,
                "phone",
                phone,
                norm_email(phone),
                true,
                now,
                false
            ]);
        }
        if let (Some(organization), Some(title)) = (p.text("organization"), p.text("role_title")) {
            self.waiting.affiliations.push(args![self.kernel.id(), id, organization, title]);
        }
    }

    /// Writes what waits, people before what points to them.
    pub async fn flush(&mut self, tx: &mut Tx) -> Result<()> {
        let mut w = std::mem::take(&mut self.waiting);
        // Told to whoever is named at this moment, or to nobody.
        let contact =
            if w.needs.is_empty() { None } else { needs::contact(tx, self.permit.season()).await?.map(|(id, _)| id) };
        w.needs.values_mut().for_each(|row| row.push(contact.clone().into()));
        PERSON.insert(tx, w.people).await?;
        CONTACT.insert(tx, w.contacts).await?;
        AFFILIATION.insert(tx, w.affiliations).await?;
        APPLICATION.insert(tx, w.applications).await?;
        IDENTITY.insert(tx, w.identity.into_values().collect()).await?;
        NEED.insert(tx, w.needs.into_values().collect()).await?;
        ELIGIBILITY.insert(tx, w.eligibility).await?;
        PRIORITY.insert(tx, w.priority).await?;
        ROLE.insert(tx, w.roles.into_values().collect()).await?;
        MADE.insert(tx, w.made).await?;
        Ok(())
    }
}
