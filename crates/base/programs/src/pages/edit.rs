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
use weft_people::Actor;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/edit_program.html")]
struct Show {
    page: Page,
    program: Program,
    form: Form,
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
    let contacts: Vec<String> = store::contacts(&mut conn, &program.id)
        .await?
        .iter()
        .map(|c| format!("{} | {} | {} | {}", c.purpose, c.name, c.title, c.email))
        .collect();
    let terms: Vec<String> = store::glossary(&mut conn, &program.id)
        .await?
        .iter()
        .map(|g| format!("{}: {}", g.term, g.definition))
        .collect();
    let next: Vec<String> = store::next(&mut conn, &program.id)
        .await?
        .iter()
        .map(|n| format!("{} | {} | {}", n.slug, n.note_en, n.note_es))
        .collect();
    let form = Form::of(&[
        ("name", &program.name),
        ("summary", &program.summary),
        ("hosts", &hosts.join("\n")),
        ("funder_credit", &program.funder_credit),
        ("disclaimer", &program.disclaimer),
        ("support_name", &program.support_name),
        ("support_email", &program.support_email),
        ("support_phone", program.support_phone.as_deref().unwrap_or_default()),
        ("contacts", &contacts.join("\n")),
        ("glossary", &terms.join("\n")),
        ("next", &next.join("\n")),
    ]);
    html(&Show { page, program, form })
}

/// `purpose | name | title | address`, one per line.
fn contacts(form: &mut Form) -> Vec<Contact> {
    let text = form.value("contacts").to_owned();
    let mut out = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        match parts.as_slice() {
            [purpose, name, title, email] if PURPOSES.contains(purpose) && weft_web::form::is_email(email) => {
                let email = weft_kernel::address::typed(email).into_owned();
                out.push(Contact { purpose: (*purpose).into(), name: (*name).into(), title: (*title).into(), email });
            }
            _ => form.reject_with("contacts", "wrong-contact", line.to_owned()),
        }
    }
    out
}

pub async fn save(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(slug): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let (program, permit) = load(&kernel, &actor, &slug).await?;
    let changed = Program {
        name: form.required("name"),
        summary: form.required("summary"),
        funder_credit: form.required("funder_credit"),
        disclaimer: form.required("disclaimer"),
        support_name: form.required("support_name"),
        support_email: form.email("support_email"),
        support_phone: form.optional("support_phone"),
        ..program.clone()
    };
    let hosts: Vec<String> =
        form.required("hosts").lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    let contacts = contacts(&mut form);
    let mut terms = Vec::new();
    for line in form.value("glossary").to_owned().lines().map(str::trim).filter(|l| !l.is_empty()) {
        match line.split_once(':') {
            Some((term, definition)) if !definition.trim().is_empty() => {
                terms.push(Term { term: term.trim().into(), definition: definition.trim().into() });
            }
            _ => form.reject_with("glossary", "wrong-term", line.to_owned()),
        }
    }
    let known: Vec<String> = store::programs(&mut kernel.db.read().await?)
        .await?
        .into_iter()
        .map(|p| p.slug)
        .filter(|s| *s != program.slug)
        .collect();
    let mut next: Vec<(String, String, String)> = Vec::new();
    for line in form.value("next").to_owned().lines().map(str::trim).filter(|l| !l.is_empty()) {
        let mut parts = line.split('|').map(|p| p.trim().to_owned());
        let slug = parts.next().unwrap_or_default();
        if !known.contains(&slug) {
            form.reject_with("next", "wrong-next", slug);
            continue;
        }
        let (en, es) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if parts.next().is_some() || next.iter().any(|(known, ..)| *known == slug) {
            form.reject_with("next", "wrong-next-line", line.to_owned());
        }
        next.push((slug, en, es));
    }
    if !form.is_accepted() {
        return unaccepted(&Show { page, program, form });
    }
    let said = ProgramPage { program: &changed, hosts: &hosts, contacts: &contacts, terms: &terms, next: &next };
    acts::change_program(&kernel, &permit, &actor.person_id, &said).await?;
    Ok(see(&format!("/programs/{slug}")))
}
