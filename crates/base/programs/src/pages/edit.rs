//! Changing a program: what the public page says, whom to ask, the words it uses. For the owner and the
//! program's leads.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::acts::{self, ProgramPage};
use crate::model::{Contact, Program, Term};
use crate::rules::EditProgram;
use crate::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Tr;
use weft_people::Actor;
use weft_web::rows::{self, Kind, Rows};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/edit_program.html")]
struct Show {
    page: Page,
    program: Program,
    form: Form,
    lists: Lists,
}

const PURPOSES: [&str; 4] = ["learn", "join", "fund", "support"];

async fn load(kernel: &Kernel, actor: &Actor, slug: &str) -> Result<(Program, EditProgram)> {
    let mut conn = kernel.db.read().await?;
    let program = store::program_by_slug(&mut conn, slug).await?.ok_or(Error::NotFound)?;
    let roles =
        rules::effective(store::roles_in_program(&mut conn, &actor.person_id, &program.id).await?, actor.strength);
    let permit = rules::may_edit_program(&program, &roles).ok_or(Error::NotFound)?;
    Ok((program, permit))
}

pub async fn show(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
) -> Result<Response> {
    let (program, _) = load(&kernel, &actor, &slug).await?;
    let mut conn = kernel.db.read().await?;
    let hosts: Vec<String> = store::hosts(&mut conn, &program.id).await?.into_iter().map(|h| h.name).collect();
    let contacts = store::contacts(&mut conn, &program.id).await?;
    let terms = store::glossary(&mut conn, &program.id).await?;
    let next = store::next(&mut conn, &program.id).await?;
    let others = others(&mut conn, &program).await?;
    let lists = Lists::of(page.t, &others);
    let mut form = Form::of(&[
        ("name", &program.name),
        ("summary", &program.summary),
        ("summary_es", &program.summary_es),
        ("hosts", &hosts.join("\n")),
        ("funder_credit", &program.funder_credit),
        ("funder_credit_es", &program.funder_credit_es),
        ("disclaimer", &program.disclaimer),
        ("disclaimer_es", &program.disclaimer_es),
        ("support_name", &program.support_name),
        ("support_email", &program.support_email),
        ("support_phone", program.support_phone.as_deref().unwrap_or_default()),
    ]);
    lists.contacts.fill(&mut form, contacts.into_iter().map(|c| vec![c.purpose, c.name, c.title, c.email]));
    lists.terms.fill(&mut form, terms.into_iter().map(|g| vec![g.term, g.definition]));
    lists.next.fill(&mut form, next.into_iter().map(|n| vec![n.slug, n.note_en, n.note_es]));
    html(&Show { page, program, form, lists })
}

/// Programs that may come after this one: short name and name.
async fn others(conn: &mut Conn, program: &Program) -> Result<Vec<(String, String)>> {
    let all = store::programs(conn).await?;
    Ok(all.into_iter().filter(|p| p.id != program.id).map(|p| (p.slug, p.name)).collect())
}

/// The lists of the form.
struct Lists {
    contacts: Rows,
    terms: Rows,
    next: Rows,
}

impl Lists {
    fn of(t: Tr, others: &[(String, String)]) -> Self {
        let choice = |of: Vec<(String, String)>| {
            let none = (String::new(), t.t("choose-one"));
            Kind::Choice(std::iter::once(none).chain(of).collect())
        };
        let purposes = PURPOSES.iter().map(|p| ((*p).to_owned(), t.t(&format!("purpose-{p}")))).collect();
        Self {
            contacts: Rows::new("contacts", Vec::new())
                .with("contact-purpose", t.t("contact-purpose"), choice(purposes))
                .with("contact-name", t.t("name"), Kind::Line("text"))
                .with("contact-title", t.t("title-at-work"), Kind::Line("text"))
                .with("contact-email", t.t("email"), Kind::Line("email")),
            terms: Rows::new("glossary", Vec::new()).with("term", t.t("glossary-term"), Kind::Line("text")).with(
                "definition",
                t.t("glossary-definition"),
                Kind::Text,
            ),
            next: Rows::new("next", Vec::new())
                .with("next-program", t.t("pathway-program"), choice(others.to_vec()))
                .with("next-en", t.t("pathway-note-en"), Kind::Line("text"))
                .with("next-es", t.t("pathway-note-es"), Kind::Line("text")),
        }
    }

    fn contacts(&self, form: &mut Form) -> Vec<Contact> {
        let mut out = Vec::new();
        for n in self.contacts.filled(form) {
            let purpose = form.value(&format!("contact-purpose-{n}")).to_owned();
            if !PURPOSES.contains(&purpose.as_str()) {
                form.reject(&format!("contact-purpose-{n}"), "wrong-choice");
            }
            let name = form.required(&format!("contact-name-{n}"));
            let title = form.value(&format!("contact-title-{n}")).to_owned();
            let email = form.email(&format!("contact-email-{n}"));
            out.push(Contact { purpose, name, title, email });
        }
        out
    }

    fn terms(&self, form: &mut Form) -> Vec<Term> {
        let filled = self.terms.filled(form);
        filled
            .into_iter()
            .map(|n| Term {
                term: form.required(&format!("term-{n}")),
                definition: form.required(&format!("definition-{n}")),
            })
            .collect()
    }

    /// Short name of each program that comes after, with a note in two languages.
    fn next(&self, form: &mut Form, others: &[(String, String)]) -> Vec<(String, String, String)> {
        let mut out: Vec<(String, String, String)> = Vec::new();
        for n in self.next.filled(form) {
            let value = |name: &str| form.value(&format!("{name}-{n}")).to_owned();
            let (slug, en, es) = (value("next-program"), value("next-en"), value("next-es"));
            if !others.iter().any(|(known, _)| *known == slug) {
                form.reject(&format!("next-program-{n}"), "wrong-choice");
            } else if out.iter().any(|(known, ..)| *known == slug) {
                form.reject(&format!("next-program-{n}"), "wrong-next-twice");
            }
            out.push((slug, en, es));
        }
        out
    }
}

/// Who pays, and whose views these are; a disclaimer where a funder is named.
pub fn credit(form: &mut Form) -> (String, String) {
    let funder = form.value("funder_credit").to_owned();
    let disclaimer = if funder.is_empty() { form.value("disclaimer").to_owned() } else { form.required("disclaimer") };
    (funder, disclaimer)
}

pub async fn save(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let (program, permit) = load(&kernel, &actor, &slug).await?;
    let others = others(&mut kernel.db.read().await?, &program).await?;
    let lists = Lists::of(page.t, &others);
    if rows::wants_more(&form) {
        return html(&Show { page, program, form, lists });
    }
    let (funder_credit, disclaimer) = credit(&mut form);
    let changed = Program {
        name: form.name("name"),
        summary: form.required("summary"),
        summary_es: form.value("summary_es").to_owned(),
        funder_credit,
        funder_credit_es: form.value("funder_credit_es").to_owned(),
        disclaimer,
        disclaimer_es: form.value("disclaimer_es").to_owned(),
        support_name: form.required("support_name"),
        support_email: form.email("support_email"),
        support_phone: form.optional("support_phone"),
        ..program.clone()
    };
    let hosts: Vec<String> =
        form.required("hosts").lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    let contacts = lists.contacts(&mut form);
    let terms = lists.terms(&mut form);
    let next = lists.next(&mut form, &others);
    if !form.is_accepted() {
        return unaccepted(&Show { page, program, form, lists });
    }
    let said = ProgramPage { program: &changed, hosts: &hosts, contacts: &contacts, terms: &terms, next: &next };
    acts::change_program(&kernel, &permit, &actor.person_id, &said).await?;
    Ok(see(&format!("/programs/{slug}")))
}
