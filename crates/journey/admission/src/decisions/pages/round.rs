//! What has come of every application, the emails in both languages as each person gets them, and sending by a second
//! person, or alone after a pause.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::call;
use crate::decisions::emails::{ALTERNATE, DECISION};
use crate::decisions::model::{Addressee, Crowd, Letter, Round, Said, Standing};
use crate::decisions::rules::Decide;
use crate::decisions::{acts, rules, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Word as _;
use weft_kernel::i18n::Lang;
use weft_kernel::i18n::Words;
use weft_kernel::outbox;
use weft_programs::emails::{self, EmailKind, Emails};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "decisions/templates/round.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// How many applications there are, and how many in each standing: together they are all.
    total: usize,
    counts: Vec<(Standing, usize)>,
    waiting: usize,
    ready: Option<Round>,
    people: Vec<Addressee>,
    /// Those in the round of whom something has changed since.
    changed: Vec<Addressee>,
    /// Language, subject and paragraphs, as one person gets them.
    previews: Vec<(Lang, String, Vec<String>)>,
    is_mine: bool,
    /// Nobody else can send them.
    is_alone: bool,
    is_reading: bool,
    /// Reviews are open: only those who are out of them are written to.
    is_reviewing: bool,
    sent: Vec<Round>,
    /// Until when people can still apply, if they can.
    open_until: Option<Time>,
    after: After,
    /// The form begins with the text of emails that were canceled.
    has_canceled: bool,
    reasons: Vec<(Standing, usize, String)>,
    /// Someone is chosen, invited or seated.
    has_chosen: bool,
    /// Emails to many wait in the outbox until the team sends them.
    holds: bool,
}

/// What the last act did: how many got an email, how many were left out, how many have no address.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct After {
    sent: Option<usize>,
    left: usize,
    without: usize,
}

#[derive(Deserialize)]
pub struct At {
    external_id: String,
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Decide, form: Option<Form>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let emails = Emails::of(&mut conn, &s.season).await?;
    let all = store::standings(&mut conn, permit, kernel.now()).await?;
    let crowd = Crowd::of(&all, s.season.seats);
    let canceled = store::canceled_letter(&mut conn, permit).await?.filter(|_| !s.page.is_after("text=usual"));
    let mut rounds = store::rounds(&mut conn, permit).await?;
    let ready = rounds.iter().position(|r| r.sent_at.is_none()).map(|i| rounds.remove(i));
    let staged = match &ready {
        Some(round) => store::addressees(&mut conn, permit, &round.id).await?,
        None => Vec::new(),
    };
    let (people, changed): (Vec<Addressee>, Vec<Addressee>) = staged
        .into_iter()
        .partition(|w| all.iter().any(|a| a.application_id == w.application_id && a.reason == w.reason));
    let previews = match &ready {
        Some(r) => previews(kernel, &emails, Said { letter: &r.letter(), crowd }, &people),
        None => Vec::new(),
    };
    let is_alone = match s.actor_id() {
        Some(me) => store::others(&mut conn, permit, me).await? == 0,
        None => false,
    };
    let counts: Vec<(Standing, usize)> = Standing::ALL
        .into_iter()
        .map(|k| (k, all.iter().filter(|a| a.reason == k.name()).count()))
        .filter(|(_, n)| *n > 0)
        .collect();
    let is_reviewing = store::is_reviewing(&mut conn, permit).await?;
    let waiting = counts.iter().filter(|(k, _)| k.is_written_to_now(is_reviewing)).map(|(_, n)| n).sum();
    let default = || {
        let (declined, alternate) = (emails.text(&DECISION), emails.text(&ALTERNATE));
        let letter = canceled.clone().unwrap_or(Letter {
            subject: declined.subject,
            text: declined.body,
            alternate_subject: alternate.subject,
            alternate_text: alternate.body,
        });
        let mut form = Form::default();
        for (name, words) in [
            ("subject", letter.subject),
            ("text", letter.text),
            ("alternate_subject", letter.alternate_subject),
            ("alternate_text", letter.alternate_text),
        ] {
            form.set(&format!("{name}_en"), words.en);
            form.set(&format!("{name}_es"), words.es);
        }
        form
    };
    Ok(Show {
        page: s.page.clone(),
        has_canceled: canceled.is_some() && form.is_none(),
        form: form.unwrap_or_else(default),
        reasons: reasons(crowd, &counts, is_reviewing),
        has_chosen: !counts.iter().any(|(k, _)| *k == Standing::Seats)
            || counts.iter().any(|(k, _)| *k == Standing::Chosen)
            || store::has_cohort(&mut conn, permit).await?,
        holds: outbox::held::holds(&mut conn, &s.season.id).await?,
        total: all.len(),
        waiting,
        counts,
        is_mine: ready.as_ref().is_some_and(|r| Some(&r.staged_by) == s.actor_id()),
        is_alone,
        is_reading: is_reviewing && waiting == 0,
        is_reviewing,
        ready,
        people,
        changed,
        previews,
        sent: rounds,
        open_until: call::open_until(&mut conn, &s.season.id, kernel.now()).await?,
        after: After::default(),
        s,
    })
}

/// What `{reason}` stands for in the next emails: for how many, and its text's key.
fn reasons(crowd: Crowd, counts: &[(Standing, usize)], is_reviewing: bool) -> Vec<(Standing, usize, String)> {
    let has_reason = |k: &Standing| k.is_written_to_now(is_reviewing) && *k != Standing::Alternate;
    counts.iter().filter(|(k, _)| has_reason(k)).map(|(k, n)| (*k, *n, crowd.reason(k.name()))).collect()
}

/// Each email that the round holds in each language, to the first person who gets it in that language, or to the first
/// of all who get it.
fn previews(
    kernel: &Kernel,
    emails: &Emails,
    said: Said<'_>,
    people: &[Addressee],
) -> Vec<(Lang, String, Vec<String>)> {
    let mut out = Vec::new();
    for is_alternate in [false, true] {
        let them = || people.iter().filter(|p| (p.reason == Standing::Alternate.name()) == is_alternate);
        for lang in [Lang::En, Lang::Es] {
            let who = them().find(|p| p.language == lang.tag()).or_else(|| them().next());
            out.extend(who.map(|who| {
                let mail = acts::letter(kernel, emails, said, lang, who, "…");
                let mut paragraphs = mail.source.paragraphs;
                paragraphs.push(mail.source.signature.join("\n"));
                (lang, mail.subject, paragraphs)
            }));
        }
    }
    out
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Decide>,
    Query(after): Query<After>,
) -> Result<Response> {
    let mut show = load(&kernel, s, &permit, None).await?;
    show.after = after;
    html(&show)
}

pub async fn stage(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Decide>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let has_alternates = {
        let mut conn = kernel.db.read().await?;
        store::waiting(&mut conn, &permit, kernel.now()).await?.iter().any(|a| a.reason == Standing::Alternate.name())
    };
    let mut both = |name: &str, is_needed: bool| {
        let mut one = |lang: &str| {
            let field = format!("{name}_{lang}");
            let text = if is_needed { form.required(&field) } else { form.value(&field).to_owned() };
            text.replace("\r\n", "\n")
        };
        Words { en: one("en"), es: one("es") }
    };
    let letter = Letter {
        subject: both("subject", true),
        text: both("text", true),
        alternate_subject: both("alternate_subject", has_alternates),
        alternate_text: both("alternate_text", has_alternates),
    };
    for (kind, prefix) in [(&DECISION, ""), (&ALTERNATE, "alternate_")] {
        if has_alternates || prefix.is_empty() {
            reject_faults(&mut form, kind, prefix);
        }
    }
    if is_too_early(&kernel, &s, &mut form).await? {
        return unaccepted(&load(&kernel, s, &permit, Some(form)).await?);
    }
    acts::stage(&form.once(&kernel, Some(&actor), &s.page, &s.season.path("decisions")), &permit, &actor, &letter)
        .await?;
    Ok(see(&s.season.path("decisions")))
}

/// Says which fields of the texts are none of theirs.
fn reject_faults(form: &mut Form, kind: &'static EmailKind, prefix: &str) {
    for lang in ["en", "es"] {
        let name = |part: &str| format!("{prefix}{}_{lang}", if part == "body" { "text" } else { part });
        let value = |part: &str| form.value(&name(part)).to_owned();
        for (part, fault) in emails::faults(kind, &value("subject"), &value("body")) {
            let (key, arg) = fault.said();
            form.reject_with(&name(part), key, arg);
        }
    }
}

/// Whether emails would go out while people can still apply, and nobody has said that this is meant.
async fn is_too_early(kernel: &Kernel, s: &InSeason, form: &mut Form) -> Result<bool> {
    let open = call::open_until(&mut kernel.db.read().await?, &s.season.id, kernel.now()).await?;
    if open.is_some() && !form.is_checked("while_open", "yes") {
        form.reject("while_open", "wrong-while-open");
    }
    Ok(!form.is_accepted())
}

pub async fn send(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Decide>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    if is_too_early(&kernel, &s, &mut form).await? {
        return unaccepted(&load(&kernel, s, &permit, Some(form)).await?);
    }
    Ok(see(&match acts::send(&kernel, &permit, &actor, &s.season).await? {
        Some(done) => s
            .season
            .path(&format!("decisions?sent={}&left={}&without={}", done.answered, done.left_out, done.without_address)),
        None => s.season.path("decisions"),
    }))
}

pub async fn send_alone(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Decide>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    if is_too_early(&kernel, &s, &mut form).await? {
        return unaccepted(&load(&kernel, s, &permit, Some(form)).await?);
    }
    acts::send_alone(&kernel, &permit, &actor).await?;
    Ok(see(&s.season.path("decisions")))
}

pub async fn stop(State(kernel): State<Kernel>, May { permit, s }: May<rules::Decide>) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    acts::stop(&kernel, &permit, &actor).await?;
    Ok(see(&s.season.path("decisions")))
}

pub async fn cancel(State(kernel): State<Kernel>, May { permit, s }: May<rules::Decide>) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    acts::cancel(&kernel, &permit, &actor).await?;
    Ok(see(&s.season.path("decisions")))
}

pub async fn hold_back(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Decide>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::hold_back(&kernel, &permit, &at.external_id).await?;
    Ok(see(&format!("{}#people", s.season.path("decisions"))))
}

impl Show {
    /// Whether the reviewers' page is theirs to open.
    fn can_close(&self) -> bool {
        self.s.is(&[weft_programs::Role::Lead, weft_programs::Role::CoLead])
    }

    /// Standings that the next round writes to, or those that it does not, each with its number and where they are
    /// listed.
    fn standings(&self, written: bool) -> Vec<(Standing, usize, String)> {
        self.counts
            .iter()
            .filter(|(k, _)| k.is_written_to_now(self.is_reviewing) == written)
            .map(|(k, n)| (*k, *n, self.listed(*k)))
            .collect()
    }

    fn listed(&self, standing: Standing) -> String {
        let applications = |state: &str| self.s.season.path(&format!("applications?state={state}"));
        match standing {
            Standing::Undecided => applications("undecided"),
            Standing::LateUndecided => applications("late"),
            Standing::NotEligible | Standing::Late => applications("not-eligible"),
            Standing::Withdrawn => applications("withdrawn"),
            Standing::Duplicate => applications("duplicate"),
            Standing::Invited | Standing::Declined | Standing::Seated => self.s.season.path("invitations"),
            Standing::Chosen => self.s.season.path("selection"),
            Standing::Telling | Standing::AlternateTelling | Standing::Untold | Standing::AlternateUntold => {
                self.s.season.path("outbox")
            }
            Standing::Alternate | Standing::AlternateTold => self.s.season.path("invitations#filling"),
            Standing::NotMovedOn | Standing::InStage if self.can_close() => self.s.season.path("stages"),
            Standing::Seats | Standing::NotMovedOn | Standing::InStage | Standing::Answered => applications("eligible"),
        }
    }

    /// The round that was sent last and whose emails are not all out yet.
    fn on_its_way(&self) -> Option<&Round> {
        self.sent.first().filter(|r| r.waiting > 0)
    }

    /// In which language someone gets it.
    #[expect(clippy::unused_self, reason = "the template calls it")]
    fn language(&self, who: &Addressee) -> &'static str {
        Lang::parse(&who.language).unwrap_or_default().name()
    }

    fn has_alternates(&self) -> bool {
        self.counts.iter().any(|(k, _)| *k == Standing::Alternate)
    }

    /// How many have not been decided on.
    fn open(&self) -> usize {
        self.counts
            .iter()
            .filter(|(k, _)| matches!(k, Standing::Undecided | Standing::LateUndecided))
            .map(|(_, n)| n)
            .sum()
    }
}
