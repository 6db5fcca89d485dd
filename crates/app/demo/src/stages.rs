//! The lab chooses in stages: a form for everyone, a second one for fewer, a conversation with fewer still.

use weft_admission::applications::acts as applications;
use weft_admission::applications::model::State;
use weft_admission::applications::rules::FillPool;
use weft_admission::call::changes::Submitting;
use weft_admission::call::drafts::Writing;
use weft_admission::call::model::{CallForm, KeyKind, Part};
use weft_admission::call::pages::question::blank;
use weft_admission::call::rules::MakeCall;
use weft_admission::call::{acts as call, model, stages as forms, store as call_store};
use weft_admission::reviews::conversations::{self, Agreed};
use weft_admission::reviews::model::Reading;
use weft_admission::reviews::rules::{Read, RunReading};
use weft_admission::reviews::{acts as reviews, starter, store as reads};
use weft_admission::stages::acts::{self, Plan};
use weft_admission::stages::model::Kind;
use weft_admission::stages::rules::RunStages;
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Words};
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, args, secret, sql, when};
use weft_programs::Season;
use weft_web::{Error, Result};

use super::season::ZONE;

/// The last day of the second form: after the call closes.
const DUE: &str = "2025-05-05";

fn words(en: &str, es: &str) -> Words {
    Words { en: en.into(), es: es.into() }
}

/// A page of the form that is asked in the second stage.
fn page() -> Part {
    let ask = |id: &str, label: Words, why: Words| model::Question {
        id: id.into(),
        label,
        why,
        max_words: Some(200),
        is_required: true,
        ..blank(model::Kind::Long)
    };
    Part {
        title: words("Your practice", "Su práctica"),
        lead: words(
            "Choose one thing that you do often and would like to do better.",
            "Elija algo que hace a menudo y que quiere hacer mejor.",
        ),
        stage: 2,
        questions: vec![
            ask(
                "what-to-practice",
                words("What would you like to practice?", "¿Qué le gustaría practicar?"),
                words(
                    "So that we can put people together who practice the same.",
                    "Para reunir a quienes practican lo mismo.",
                ),
            ),
            ask(
                "last-time",
                words("How did it go the last time?", "¿Cómo le fue la última vez?"),
                words("So that we begin where you are.", "Para empezar donde usted está."),
            ),
        ],
    }
}

/// Plans both later stages and publishes the form with the page of the second.
pub async fn plan(kernel: &Kernel, season: &Season, by: &Id) -> Result<()> {
    let terminal = Terminal::open();
    let permit = RunStages::at_the_terminal(&terminal, &season.id);
    let second = Plan {
        kind: Kind::Form,
        title: words("Practice plan", "Plan de práctica"),
        due_on: Some(DUE.into()),
        due_at: Some(Time::end_of_day(DUE.parse().unwrap_or_default(), ZONE)),
    };
    let third =
        Plan { kind: Kind::Conversation, title: words("Conversation", "Conversación"), due_on: None, due_at: None };
    for plan in [&second, &third] {
        acts::add(kernel, &permit, Some(by), plan).await?;
    }
    let make = MakeCall::at_the_terminal(&terminal, &season.id);
    call::change(kernel, &make, Some(by), |form: &mut CallForm| {
        form.parts.push(page());
        true
    })
    .await?;
    call::publish(kernel, &make, Some(by)).await?;
    Ok(())
}

/// What those who went on answer.
const PRACTICE: [(&str, &str); 3] = [
    (
        "Saying no to a partner who has paid for the lunch, without losing them.",
        "I said yes, and then we spent the whole hour on their agenda. Two people left early.",
    ),
    (
        "Opening a meeting when two people in the room are not on speaking terms.",
        "I gave a long introduction so that nobody else could talk. It held for ten minutes.",
    ),
    (
        "Ending on time when the most important thing comes up in the last five minutes.",
        "We went over by forty minutes. The parents had left by then.",
    ),
];

/// The applications of a season that nobody has withdrawn, as they came: id, number, address.
async fn pool(kernel: &Kernel, season: &Season) -> Result<Vec<(Id, String)>> {
    let sql = sql!("SELECT id, external_id FROM application WHERE season_id = $1 ORDER BY submitted_at, external_id");
    Ok(kernel.db.read().await?.all(sql, args![&season.id]).await?)
}

/// Four go on to the second form; three submit it within the days that follow.
pub async fn go_on(kernel: &Kernel, season: &Season, by: &Id) -> Result<()> {
    let terminal = Terminal::open();
    let fill = FillPool::at_the_terminal(&terminal, &season.id);
    applications::decide_open(kernel, &fill, Some(by), State::Undecided).await?;
    let permit = RunStages::at_the_terminal(&terminal, &season.id);
    let numbers: Vec<String> = pool(kernel, season).await?.into_iter().take(4).map(|(_, number)| number).collect();
    acts::choose(kernel, &permit, Some(by), 2, (&numbers, &[])).await?;
    let invited = acts::invite(kernel, &permit, Some(by), season, 2).await?;
    invited.map(drop).map_err(|stop| Error::Internal(format!("the demo's second stage does not open: {stop:?}")))
}

pub async fn submit(kernel: &Kernel, season: &Season) -> Result<()> {
    let form = call_store::published(&mut kernel.db.read().await?, &season.id).await?.ok_or(Error::NotFound)?.at(2..=2);
    let sql = sql!("SELECT id, email_norm FROM draft WHERE season_id = $1 AND stage = 2 ORDER BY external_id");
    let drafts: Vec<(Id, String)> = kernel.db.read().await?.all(sql, args![&season.id]).await?;
    for ((draft, norm), (practice, last)) in drafts.iter().zip(PRACTICE) {
        let mut tx = kernel.db.begin().await?;
        let token = forms::another_link(kernel, &mut tx, draft, norm).await?;
        tx.commit().await?;
        let hash = secret::hash(&token);
        let own = call_store::by_key(&mut kernel.db.read().await?, &season.id, &hash, KeyKind::Link).await?;
        let own = own.ok_or(Error::NotFound)?;
        let lang = Lang::En;
        let given = model::Answers::from([
            ("what-to-practice".to_owned(), vec![practice.to_owned()]),
            ("last-time".to_owned(), vec![last.to_owned()]),
        ]);
        let writing = Writing { season, form: &form, lang, from: "demo" };
        weft_admission::call::drafts::save(kernel, &own, &writing, |_| 0, &given).await?;
        forms::submit(kernel, &own, Submitting { season, form: &form, lang, actor: None }).await?;
    }
    Ok(())
}

/// Two go on to a conversation with the season's reviewer; the time of one is agreed.
pub async fn talk(kernel: &Kernel, season: &Season, by: &Id) -> Result<()> {
    let terminal = Terminal::open();
    let permit = RunStages::at_the_terminal(&terminal, &season.id);
    let numbers: Vec<String> = pool(kernel, season).await?.into_iter().take(2).map(|(_, number)| number).collect();
    acts::choose(kernel, &permit, Some(by), 3, (&numbers, &[])).await?;
    acts::invite(kernel, &permit, Some(by), season, 3).await?.map_err(|_| Error::NotFound)?;
    let sql = sql!("SELECT person_id FROM role WHERE season_id = $1 AND role = 'reviewer' AND until IS NULL");
    let (reviewer,): (Id,) = kernel.db.read().await?.one(sql, args![&season.id]).await?;
    let run = RunReading::at_the_terminal(&terminal, &season.id);
    reviews::save_rubric(kernel, &run, Some(by), &starter::rubric()).await?;
    let settings = Reading {
        reads_each: 1,
        most_each: 10,
        wide_gap: 1.5,
        visible: r#"["what-to-practice","last-time"]"#.into(),
        due_on: Some("2025-05-12".into()),
        remind_days: 3,
        opened_at: None,
        closed_at: None,
    };
    reviews::save_reading(kernel, &run, Some(by), &settings).await?;
    let read = Read::at_the_terminal(&terminal, &season.id, &reviewer);
    let declared = reviews::Declared { names: "", languages: &[Lang::En, Lang::Es] };
    reviews::declare_ties(kernel, &read, declared).await?;
    reviews::assign(kernel, &run, Some(by), reviews::Allowed::default()).await?;
    let one = reads::one(&mut kernel.db.read().await?, &read, 1).await?.ok_or(Error::NotFound)?;
    let local: jiff::civil::DateTime = "2025-05-08T14:00:00".parse().unwrap_or_default();
    let starts_at = when::moment(local, ZONE).map_err(|_| Error::NotFound)?;
    let agreed = Agreed { starts_at, minutes: 30, place: "https://meet.example.org/practice-talk" };
    conversations::set(kernel, &read, &one, season, agreed).await?;
    Ok(())
}
