//! The demo's calls, made and answered by the same acts that people use.

use std::convert::Infallible;

use futures_util::stream;

use super::people::{FAMILY, GIVEN, PLACES};
use super::season::ZONE;
use super::{pool, recommendations, texts};
use weft_admission::call::model::{Answers, CallForm, KeyKind, Kind};
use weft_admission::call::rules::MakeCall;
use weft_admission::call::uploads::{self, Expected, Kept};
use weft_admission::call::{acts, changes, drafts, proof, starter, store};
use weft_kernel::clock::Time;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::rng::Rng;
use weft_kernel::terminal::Terminal;
use weft_kernel::{Kernel, secret};
use weft_programs::{Season, store as programs};
use weft_web::{Error, Result};

fn day_end(text: &str) -> Time {
    Time::end_of_day(text.parse().unwrap_or_default(), ZONE)
}

/// Makes a season's call with the form to begin with, and publishes it.
pub async fn publish(
    kernel: &Kernel,
    season: &Season,
    by: &Id,
    opens_after: &str,
    closes: &str,
    decision: &str,
) -> Result<CallForm> {
    let permit = MakeCall::at_the_terminal(&Terminal::open(), &season.id);
    let mut conn = kernel.db.read().await?;
    let areas: Vec<String> =
        programs::list(&mut conn, &season.program_id, "issue_area").await?.into_iter().map(|i| i.value).collect();
    let levels: Vec<String> = programs::list(&mut conn, &season.program_id, "role_level")
        .await?
        .into_iter()
        .map(|i| i.value)
        .filter(|v| v != "other")
        .collect();
    let terms: Vec<String> =
        programs::glossary(&mut conn, &season.program_id).await?.into_iter().map(|t| t.term.to_lowercase()).collect();
    drop(conn);
    let mut form = starter::form_with(&areas, &levels, &terms);
    for offer in form.parts.iter_mut().flat_map(|p| &mut p.questions).flat_map(|q| &mut q.options) {
        if let Some((_, es)) = pool::ISSUES_ES.iter().find(|(en, _)| *en == offer.words.en) {
            offer.words.es = (*es).to_owned();
        }
    }
    acts::begin(kernel, &permit, Some(by), &form).await?;
    acts::save_dates(kernel, &permit, Some(by), day_end(opens_after).plus_seconds(1), day_end(closes), Some(decision))
        .await?;
    acts::publish(kernel, &permit, Some(by)).await?;
    Ok(form)
}

/// What an invented person answers. `until` is the part she has come to.
fn answers(form: &CallForm, rng: &Rng, n: usize, until: usize) -> (Lang, Answers) {
    let pick = |list: &[&'static str]| list[rng.below(list.len() as u64) as usize];
    let is_spanish = n % 5 == 3;
    let lang = if is_spanish { Lang::Es } else { Lang::En };
    let place = pick(PLACES);
    let (issue, ..) = pool::ISSUES[n % pool::ISSUES.len()];
    let say = |list: &[&'static str]| pick(list).replace("{place}", place).replace("{issue}", issue);
    let mut out = Answers::new();
    for q in form.parts.iter().take(until).flat_map(|p| &p.questions) {
        let value = match q.goes_to.as_str() {
            "first_name" => GIVEN[(n * 7 + 3) % GIVEN.len()].to_owned(),
            "last_name" => FAMILY[(n * 11 + 5) % FAMILY.len()].to_owned(),
            "email" => format!("applying{n}@example.org"),
            "pronouns" if n.is_multiple_of(2) => "she/her".into(),
            "collaborative_name" => format!("{place} Together"),
            "organization" => format!("{place} Commons"),
            "years_in_role" => ["1.5", "2", "3", "4.5", "7"][n % 5].into(),
            "access_needs" if n % 4 == 1 => "Live captions, please.".into(),
            _ => match q.kind {
                Kind::Place => {
                    out.insert(q.id.clone(), vec![place.into(), ["GA", "NC", "OH", "CA", "NY", "CO"][n % 6].into()]);
                    continue;
                }
                Kind::Choice => q.options[n % q.options.len()].id.clone(),
                Kind::Long if q.goes_to == "answer" && is_spanish => {
                    format!("{} {}", say(texts::WHY_ES), say(texts::WHY_ES))
                }
                Kind::Long if q.goes_to == "answer" => format!(
                    "{} {}",
                    say(if q.id == "why-apply" { texts::HOPES } else { texts::WHY }),
                    say(texts::CHALLENGE)
                ),
                Kind::Statement => "yes".into(),
                _ => continue,
            },
        };
        out.insert(q.id.clone(), vec![value]);
    }
    (lang, out)
}

/// Three seconds of three notes, as a WAV file: nobody's voice.
fn chime() -> Vec<u8> {
    const RATE: u32 = 8_000;
    let note = |at: u32| [392.0, 523.25, 659.25][(at / RATE).min(2) as usize];
    let sample = |at: u32| -> i16 {
        let (second, since) = (f64::from(at) / f64::from(RATE), f64::from(at % RATE) / f64::from(RATE));
        ((second * note(at) * std::f64::consts::TAU).sin() * (-3.0 * since).exp() * 9_000.0) as i16
    };
    let data: Vec<u8> = (0..3 * RATE).flat_map(|at| sample(at).to_le_bytes()).collect();
    let format = [&[1, 0, 1, 0][..], &RATE.to_le_bytes(), &(RATE * 2).to_le_bytes(), &[2, 0, 16, 0]].concat();
    let chunk =
        |kind: &[u8; 4], content: &[u8]| [kind.as_slice(), &(content.len() as u32).to_le_bytes(), content].concat();
    let body = [chunk(b"fmt ", &format), chunk(b"data", &data)].concat();
    [b"RIFF".as_slice(), &(body.len() as u32 + 4).to_le_bytes(), b"WAVE", &body].concat()
}

/// People apply: the first `sent` of `all` send, the others are somewhere in the middle. `from` keeps their addresses
/// apart from those of other calls.
pub async fn apply(
    kernel: &Kernel,
    season: &Season,
    form: &CallForm,
    from: usize,
    all: usize,
    sent: usize,
) -> Result<()> {
    let rng = Rng::fixed(2026 + from as u64);
    for n in 0..all {
        let parts = form.parts.len();
        let (lang, given) = answers(form, &rng, from + n, if n < sent { parts } else { 1 + n % (parts - 1) });
        let token = secret::token(&kernel.rng);
        drafts::begin(kernel, &season.id, lang, "demo", &token).await?;
        let own = store::by_key(&mut kernel.db.read().await?, &season.id, &secret::hash(&token), KeyKind::Browser)
            .await?
            .ok_or(Error::NotFound)?;
        drafts::save(kernel, &own, &drafts::Writing { season, form, lang, from: &format!("demo {n}") }, |_| 0, &given)
            .await?;
        let speaks = uploads::question(form, "in-your-voice").filter(|_| n == 2);
        if let Some(q) = speaks {
            // The kernel tells time by the act; a chime stands for a voice.
            let chime = chime();
            let not_taken = || Error::Internal("the demo's recording was not taken".into());
            let Expected::Arriving(arriving) = uploads::expect(kernel, &own, q, chime.len() as i64, "demo").await?
            else {
                return Err(not_taken());
            };
            let body = stream::iter([Ok::<_, Infallible>(chime.into())]);
            if arriving.take(season, q, body).await? != Kept::Now {
                return Err(not_taken());
            }
        }
        if n < sent {
            let sending = drafts::Sending { season, form, lang, actor: None, late_reason: None };
            drafts::submit(kernel, &own, sending).await?;
            // Most use the link that came by mail; some have not looked yet.
            if n % 5 != 3 {
                let own =
                    store::by_key(&mut kernel.db.read().await?, &season.id, &secret::hash(&token), KeyKind::Browser)
                        .await?
                        .ok_or(Error::NotFound)?;
                proof::confirm_at_the_terminal(&Terminal::open(), kernel, season, &own).await?;
            }
            let own = store::by_key(&mut kernel.db.read().await?, &season.id, &secret::hash(&token), KeyKind::Browser)
                .await?
                .ok_or(Error::NotFound)?;
            recommendations::ask(kernel, season, &own, n, GIVEN[((from + n) * 7 + 3) % GIVEN.len()]).await?;
            // In the first call one has changed theirs, and another has begun to.
            if from == 0 && n < 2 {
                change(kernel, season, form, (&token, lang), n == 0).await?;
            }
        }
    }
    Ok(())
}

/// Someone writes more about why they apply, a while after they sent it; `is_done` where they submit that.
async fn change(
    kernel: &Kernel,
    season: &Season,
    form: &CallForm,
    (token, lang): (&str, Lang),
    is_done: bool,
) -> Result<()> {
    let mut conn = kernel.db.read().await?;
    let own = store::by_key(&mut conn, &season.id, &secret::hash(token), KeyKind::Browser).await?;
    let own = own.ok_or(Error::NotFound)?;
    let call = store::call(&mut conn, &season.id).await?.ok_or(Error::NotFound)?;
    drop(conn);
    changes::begin(kernel, &own, &call, None).await?;
    let begun = store::changes(&mut kernel.db.read().await?, &own).await?.ok_or(Error::NotFound)?;
    let more = "We started meeting with the county last week, and I want to bring what I learn here into that room.";
    let given = Answers::from([("why-apply".to_owned(), vec![more.to_owned()])]);
    drafts::save(kernel, &begun, &drafts::Writing { season, form, lang, from: "demo" }, |_| 0, &given).await?;
    if is_done {
        changes::submit(kernel, &own, changes::Submitting { season, form, lang, actor: None }).await?;
    }
    Ok(())
}

/// Someone applies after the deadline, with a reason.
pub async fn apply_late(kernel: &Kernel, season: &Season, form: &CallForm, n: usize) -> Result<()> {
    let (lang, given) = answers(form, &Rng::fixed(4053), n, form.parts.len());
    let token = secret::token(&kernel.rng);
    drafts::begin(kernel, &season.id, lang, "demo", &token).await?;
    let own = store::by_key(&mut kernel.db.read().await?, &season.id, &secret::hash(&token), KeyKind::Browser)
        .await?
        .ok_or(Error::NotFound)?;
    let writing = drafts::Writing { season, form, lang, from: &format!("demo {n}") };
    drafts::save(kernel, &own, &writing, |_| 0, &given).await?;
    let late_reason = Some("We had no power from Thursday to Sunday after the storm.");
    drafts::submit(kernel, &own, drafts::Sending { season, form, lang, actor: None, late_reason }).await?;
    Ok(())
}
