//! What the two of an appointment are told, each in their language and zone, with an entry for their calendar.

use super::emails::{BOOKED, CANCELED, MOVED, REMINDER};
use super::model::Appointment;
use super::store::{self, Ahead, Party};
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ical;
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, mail, secret};
use weft_programs::Season;
use weft_programs::emails::{EmailKind, Emails, Fill};
use weft_web::Result;

/// What happened.
#[derive(Clone, Copy)]
pub enum What<'a> {
    Booked,
    Moved,
    /// By whom, with what they wrote to the other; or because one of the two left.
    Canceled(Option<(&'a Id, &'a str)>),
    /// It is within a day.
    Near,
}

impl What<'_> {
    fn kind(self) -> &'static EmailKind {
        match self {
            Self::Booked => &BOOKED,
            Self::Moved => &MOVED,
            Self::Canceled(_) => &CANCELED,
            Self::Near => &REMINDER,
        }
    }
}

/// An entry of a calendar. How to meet stays out of it: calendars are read by others.
pub fn entry(kernel: &Kernel, t: Tr, a: &Ahead) -> ical::Event {
    let page = format!("{}{}", kernel.config.base_url, a.path());
    let title = match &a.other {
        Some(name) => t.a("appointment-with", "name", name.clone()),
        None => t.t("appointment-title"),
    };
    ical::Event {
        uid: format!("{}@weft", a.id),
        sequence: a.sequence,
        starts: weft_kernel::when::wall(a.starts_at, &a.zone),
        zone: a.zone.clone(),
        minutes: a.minutes,
        summary: format!("{title} · {}", a.program_name),
        description: page.clone(),
        location: String::new(),
        url: page,
        is_cancelled: a.canceled_at.is_some(),
        is_tentative: false,
        parties: None,
    }
}

/// Writes to both what happened. `a` is as it is now.
pub async fn tell(kernel: &Kernel, tx: &mut Tx, season: &Season, a: &Appointment, what: What<'_>) -> Result<()> {
    let emails = Emails::of(tx, season).await?;
    let parties = store::parties(tx, &a.id).await?;
    for who in &parties {
        let other = parties.iter().find(|p| p.person_id != who.person_id);
        let Some(address) = &who.email else { continue };
        if matches!(what, What::Near) && !who.wants_reminders {
            continue;
        }
        write(kernel, tx, (&emails, a, what), (who, address, other)).await?;
    }
    Ok(())
}

async fn write(
    kernel: &Kernel,
    tx: &mut Tx,
    (emails, a, what): (&Emails, &Appointment, What<'_>),
    (who, address, other): (&Party, &String, Option<&Party>),
) -> Result<()> {
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let season = &emails.season;
    let zone = a.read_in(&who.person_id, who.zone.as_deref(), &season.zone);
    let of_season = format!("{}{}", kernel.config.base_url, season.path("appointments"));
    let page = format!("{of_season}/{}", a.id);
    // The guest's own way in needs no sign-in; where it is off, they can book another.
    let link = match what {
        What::Canceled(_) => of_season.clone(),
        _ if a.is_hosted_by(&who.person_id) => page.clone(),
        _ => {
            let token = secret::token(&kernel.rng);
            store::insert_key(tx, &a.id, &secret::hash(&token), kernel.now()).await?;
            format!("{}/appointment/{token}", kernel.config.base_url)
        }
    };
    let other_name = other.map_or_else(|| t.t("appointment-someone"), |p| mail::named(&p.display_name));
    let mut details = a.when(t, zone);
    if let Some(there) = a.elsewhere(t, &who.person_id, zone) {
        details.push('\n');
        details.push_str(&t.a2("appointment-theirs", "name", other_name.clone(), "hours", there));
    }
    if !a.place.is_empty() && !matches!(what, What::Canceled(_)) {
        details.push('\n');
        details.push_str(&t.a("appointment-place-is", "place", a.place.clone()));
    }
    let mut more = Vec::new();
    if let What::Canceled(Some((by, words))) = what
        && *by != who.person_id
        && !words.is_empty()
    {
        more.push(t.a2("appointment-wrote", "name", other_name.clone(), "text", words.to_owned()));
    }
    match what {
        What::Canceled(Some(_)) if a.is_coaching() && a.is_late() => {
            let key = if a.is_hosted_by(&who.person_id) { "coaching-mail-late-host" } else { "coaching-mail-late" };
            more.push(t.t(key));
        }
        What::Canceled(Some(_)) if a.is_coaching() => more.push(t.t("coaching-mail-free")),
        What::Canceled(None) if a.is_coaching() => more.push(t.t("appointment-coaching-ended")),
        What::Canceled(None) => more.push(t.a("appointment-left", "name", other_name.clone())),
        _ => {}
    }
    let values = vec![("name", who.given_name.clone()), ("other", other_name.clone()), ("details", details)];
    let fill = Fill { values, more, link: Some(link), ..Fill::default() };
    let written = emails.write(what.kind(), t.0, fill).to(address);
    let calendar = if matches!(what, What::Near) {
        None
    } else {
        let ahead = Ahead::of(a, &who.person_id, season);
        let event = ical::Event { location: a.place.clone(), ..entry(kernel, t, &ahead) };
        Some(mail::invitation(kernel, event, &season.program_name, (&who.display_name, address)))
    };
    let new = outbox::New {
        key: &format!("{}:{}:{}:{}", what.kind().key, a.id, a.sequence, who.person_id),
        // Of no use once it has begun.
        lane: Lane::Personal(Some(a.starts_at)),
        listed: Listed::ToNobody,
        season: None,
        mail: &mail::Mail { calendar, ..written },
    };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}
