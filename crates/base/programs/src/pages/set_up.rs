//! A season's settings, objectives and lists.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::access::{self, Naming};
use crate::acts::{self, Change, Move, Moves};
use crate::model::{HeldRole, ListItem, Objective, Season};
use crate::{InSeason, May, rules, store};
use weft_kernel::db::Conn;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, zone};
use weft_people::names::told_apart;
use weft_people::pages::proof;
use weft_web::meanwhile::Shared;
use weft_web::rows::{self, Kind, Rows};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/set_up.html")]
struct Show {
    page: Page,
    s: InSeason,
    /// The settings and the program's lists: one form, so that no button of one loses what is typed in the other.
    form: Form,
    rows: Lists,
    /// Who may be named to see access needs.
    contacts: Vec<(String, String)>,
    named: Form,
    /// What someone else changed while these settings were edited.
    meanwhile: String,
}

/// The lists of the forms.
struct Lists {
    objectives: Rows,
    areas: Rows,
    regions: Rows,
}

impl Lists {
    fn of(t: Tr) -> Self {
        let line = || Kind::Line("text");
        Self {
            objectives: Rows::new("objectives", Vec::new()).with("objective", t.t("objective-title"), line()).with(
                "objective-text",
                t.t("objective-text"),
                Kind::Text,
            ),
            areas: Rows::new("issue_area", Vec::new()).with("area", t.t("issue-area"), line()).with(
                "health",
                t.t("issue-area-health"),
                Kind::Check,
            ),
            regions: Rows::new("regions", Vec::new()).with("region", t.t("region"), line()).with(
                "states",
                t.t("region-states"),
                line(),
            ),
        }
    }
}

/// The fields of the settings, for two who edit them at once.
const FIELDS: [(&str, &str); 11] = [
    ("name", "season-name"),
    ("label", "season-label"),
    ("starts_on", "starts-on"),
    ("ends_on", "ends-on"),
    ("seats", "seats"),
    ("zone", "zone"),
    ("is_pilot", "is-pilot"),
    ("eligibility_text", "eligibility-text"),
    ("eligibility_text_es", "eligibility-text-es"),
    ("priority_text", "priority-text"),
    ("priority_text_es", "priority-text-es"),
];

const LEVELS: [(&str, &str); 1] = [("role_level", "role-levels")];

impl Lists {
    fn in_settings(&self) -> [(&Rows, &'static str); 1] {
        [(&self.objectives, "objectives")]
    }

    fn in_lists(&self) -> [(&Rows, &'static str); 2] {
        [(&self.areas, "issue-areas"), (&self.regions, "region-scheme")]
    }
}

/// The settings as a form has them.
fn settings(season: &Season, objectives: &[Objective], rows: &Lists) -> Form {
    let seats = season.seats.to_string();
    let mut form = Form::of(&[
        ("name", &season.name),
        ("label", season.label.as_deref().unwrap_or_default()),
        ("starts_on", &season.starts_on),
        ("ends_on", &season.ends_on),
        ("seats", &seats),
        ("zone", &season.zone),
        ("is_pilot", if season.is_pilot { "yes" } else { "" }),
        ("eligibility_text", &season.eligibility_text),
        ("eligibility_text_es", &season.eligibility_text_es),
        ("priority_text", &season.priority_text),
        ("priority_text_es", &season.priority_text_es),
    ]);
    rows.objectives.fill(&mut form, objectives.iter().map(|o| vec![o.title.clone(), o.text.clone()]));
    Shared { mark: "shown", fields: &FIELDS, lists: &rows.in_settings() }.put(&mut form);
    form
}

/// What a form says of the program's lists.
struct ProgramLists {
    areas: Vec<ListItem>,
    levels: Vec<ListItem>,
    /// State and region.
    regions: Vec<(String, String)>,
}

impl ProgramLists {
    fn read(form: &mut Form, rows: &Lists) -> Self {
        let mut areas = Vec::new();
        for n in rows.areas.filled(form) {
            let value = form.required(&format!("area-{n}"));
            areas.push(ListItem { value, is_health: form.is_checked(&format!("health-{n}"), "yes") });
        }
        let mut regions = Vec::new();
        for n in rows.regions.filled(form) {
            let region = form.required(&format!("region-{n}"));
            let states = form.required(&format!("states-{n}"));
            for state in states.split([' ', ',', ';']).filter(|s| !s.is_empty()) {
                let state = state.to_uppercase();
                if regions.iter().any(|(known, _)| *known == state) {
                    form.reject_with(&format!("states-{n}"), "wrong-state-twice", state.clone());
                }
                regions.push((state, region.clone()));
            }
        }
        let levels = form.value("role_level").lines().map(str::trim).filter(|l| !l.is_empty());
        let levels = levels.map(|l| ListItem { value: l.to_owned(), is_health: false }).collect();
        Self { areas, levels, regions }
    }
}

/// What another time zone moves, shown before anything is saved.
#[derive(Template)]
#[template(path = "templates/zone_change.html")]
struct ZoneChange {
    page: Page,
    s: InSeason,
    form: Form,
    from: String,
    to: String,
    moves: Vec<Move>,
    digest: String,
}

/// Dates, seats and zone, as both season forms have them.
pub fn dates(form: &mut Form) -> (String, String, i64, String) {
    let (starts_on, ends_on) = (form.date("starts_on"), form.date("ends_on"));
    if form.is_accepted() && ends_on < starts_on {
        form.reject("ends_on", "wrong-order");
    }
    let seats = form.number("seats", 1..=2_000);
    let zone = zone::typed(form.value("zone"));
    if zone.is_none() {
        form.reject("zone", "wrong-zone");
    }
    (starts_on, ends_on, seats, zone.unwrap_or_default())
}

/// The program's lists as a form has them.
async fn listed(conn: &mut Conn, program: &Id, rows: &Lists) -> Result<Form> {
    let areas = store::list(conn, program, "issue_area").await?;
    let levels: Vec<String> = store::list(conn, program, "role_level").await?.into_iter().map(|i| i.value).collect();
    let mut regions: Vec<(String, Vec<String>)> = Vec::new();
    for (region, state) in store::regions(conn, program).await? {
        match regions.last_mut() {
            Some((r, states)) if *r == region => states.push(state),
            _ => regions.push((region, vec![state])),
        }
    }
    let mut lists = Form::of(&[("role_level", &levels.join("\n"))]);
    let tick = |is: bool| if is { "yes".to_owned() } else { String::new() };
    rows.areas.fill(&mut lists, areas.into_iter().map(|i| vec![i.value, tick(i.is_health)]));
    rows.regions.fill(&mut lists, regions.into_iter().map(|(region, states)| vec![region, states.join(" ")]));
    Shared { mark: "shown-lists", fields: &LEVELS, lists: &rows.in_lists() }.put(&mut lists);
    Ok(lists)
}

async fn load(kernel: &Kernel, s: InSeason) -> Result<Show> {
    let run = rules::may_run(&s.season, &s.roles).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let season = &s.season;
    let objectives = store::objectives(&mut conn, &season.id).await?;
    let rows = Lists::of(s.page.t);
    let mut form = settings(season, &objectives, &rows);
    let named = season.access_contact_id.as_ref().map_or("", Id::as_str);
    let named = Form::of(&[("access_contact", named), ("before", named)]);
    let mut named_people: Vec<(String, String, String)> = Vec::new();
    for held in store::held_roles(&mut conn, &run).await?.into_iter().filter(HeldRole::may_arrange_access) {
        let id = held.person_id.to_string();
        if !named_people.iter().any(|(known, _, _)| *known == id) {
            named_people.push((id, held.display_name, s.page.t.t(&format!("role-{}", held.role))));
        }
    }
    let mut contacts = vec![(String::new(), s.page.t.t("access-nobody"))];
    contacts.extend(told_apart(named_people));
    let lists = listed(&mut conn, &season.program_id, &rows).await?;
    lists.fields().iter().for_each(|(name, value)| form.set(name, value.clone()));
    let (in_lists, in_settings) = (rows.in_lists(), rows.in_settings());
    let of_lists = Shared { mark: "shown-lists", fields: &LEVELS, lists: &in_lists };
    let shared = Shared { mark: "shown", fields: &FIELDS, lists: &in_settings };
    let meanwhile = [shared, of_lists].map(|f| f.said(&s.page)).concat();
    Ok(Show { page: s.page.clone(), s, form, rows, contacts, named, meanwhile })
}

pub async fn show(State(kernel): State<Kernel>, May { permit: _, s }: May<rules::RunSeason>) -> Result<Response> {
    html(&load(&kernel, s).await?)
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    form: Form,
) -> Result<Response> {
    // Whoever saves at the same moment is first once, not every time.
    for _ in 0..5 {
        if let Some(answer) = try_save(&kernel, &run, s.clone(), form.clone()).await? {
            return Ok(answer);
        }
    }
    Err(Error::Unavailable(weft_kernel::db::Trouble::Busy))
}

/// Saves over the settings as they stand. `None` when someone else saved between reading and writing.
async fn try_save(kernel: &Kernel, run: &rules::RunSeason, s: InSeason, mut form: Form) -> Result<Option<Response>> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let lists = Lists::of(s.page.t);
    let in_settings = lists.in_settings();
    let shared = Shared { mark: "shown", fields: &FIELDS, lists: &in_settings };
    let mut conn = kernel.db.read().await?;
    let season = store::season_by_slug(&mut conn, &s.season.slug).await?.ok_or(Error::NotFound)?;
    let before = store::objectives(&mut conn, &season.id).await?;
    let listed = listed(&mut conn, &season.program_id, &lists).await?;
    drop(conn);
    let in_lists = lists.in_lists();
    let of_lists = Shared { mark: "shown-lists", fields: &LEVELS, lists: &in_lists };
    let has_lists = !form.value(of_lists.mark).is_empty();
    let is_more = rows::wants_more(&form);
    let mut kept = Vec::new();
    if !is_more {
        kept = shared.merge(&mut form, &settings(&season, &before, &lists));
        kept.extend(of_lists.merge(&mut form, &listed));
    }
    let name = form.name("name");
    let (starts_on, ends_on, seats, zone) = dates(&mut form);
    let changed = Season {
        name,
        starts_on,
        ends_on,
        seats,
        zone,
        label: form.optional("label"),
        is_pilot: form.is_checked("is_pilot", "yes"),
        eligibility_text: form.value("eligibility_text").to_owned(),
        eligibility_text_es: form.value("eligibility_text_es").to_owned(),
        priority_text: form.value("priority_text").to_owned(),
        priority_text_es: form.value("priority_text_es").to_owned(),
        ..season.clone()
    };
    let filled = lists.objectives.filled(&form);
    let objectives: Vec<(String, String)> = filled
        .into_iter()
        .map(|n| (form.required(&format!("objective-{n}")), form.value(&format!("objective-text-{n}")).to_owned()))
        .collect();
    let in_program = has_lists.then(|| ProgramLists::read(&mut form, &lists));
    if is_more {
        form.wrong.clear();
        let mut show = load(kernel, s).await?;
        show.form = form;
        return html(&show).map(Some);
    }
    if form.is_accepted() && !form.is_checked("zone-back", "yes") {
        let seen = acts::Seen { season: &season, objectives: &before, moves: form.value("zone-moves") };
        match acts::change_season(kernel, run, &actor, &changed, &objectives, &seen).await? {
            Change::Saved => {
                let mut typed = form.clone();
                of_lists.put(&mut typed);
                if let Some(in_program) =
                    in_program.filter(|_| typed.value(of_lists.mark) != listed.value(of_lists.mark))
                {
                    save_lists(kernel, run, &actor, &s.season.program_id, &in_program).await?;
                }
                let here = s.season.path("set-up");
                let to = if kept.is_empty() { format!("{here}?saved=1") } else { shared.after(&here, &kept) };
                return Ok(Some(see(&to)));
            }
            Change::Meanwhile => return Ok(None),
            Change::Moves(moves) => {
                let Moves { from, all, digest } = moves;
                let to = changed.zone.clone();
                return html(&ZoneChange { page: s.page.clone(), s, form, from, to, moves: all, digest }).map(Some);
            }
            Change::TooFewSeats => {
                form.reject_with("seats", "wrong-seats-taken", season.seats_taken.to_string());
            }
        }
    }
    let mut show = load(kernel, s).await?;
    let is_back = form.is_accepted();
    show.form = form;
    if is_back { html(&show).map(Some) } else { unaccepted(&show).map(Some) }
}

/// Names who reads what people need. A grave act: it asks for the second factor again, and everyone concerned hears of
/// it.
pub async fn name_contact(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor.clone().ok_or(Error::NotFound)?;
    let chosen = form.value("access_contact").to_owned();
    let held = store::held_roles(&mut kernel.db.read().await?, &run).await?;
    let to =
        held.into_iter().filter(HeldRole::may_arrange_access).map(|h| h.person_id).find(|id| id.as_str() == chosen);
    if to.is_none() && !chosen.is_empty() {
        form.reject("access_contact", "wrong-choice");
    }
    if form.is_accepted() {
        if let Some(ask) = proof::asked(&kernel, &s.page, &actor, &form, &s.season.path("access-contact")).await? {
            return Ok(ask);
        }
        let before = Id::parse(form.value("before"));
        let fault = match access::name_contact(&kernel, &run, &actor.person_id, before.as_ref(), to.as_ref()).await? {
            Naming::Named => return Ok(see(&format!("{}?named=1#access", s.season.path("set-up")))),
            Naming::OtherBefore => "wrong-contact-changed",
        };
        form.reject("access_contact", fault);
        form.set("before", s.season.access_contact_id.as_ref().map_or("", Id::as_str));
    }
    let mut show = load(&kernel, s).await?;
    show.named = form;
    unaccepted(&show)
}

/// Saves issue areas, role levels and the region scheme of the program.
async fn save_lists(
    kernel: &Kernel,
    run: &rules::RunSeason,
    actor: &Id,
    program: &Id,
    lists: &ProgramLists,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    for (list, items) in [("issue_area", &lists.areas), ("role_level", &lists.levels)] {
        store::clear_list(&mut tx, program, list).await?;
        for (i, item) in items.iter().enumerate() {
            store::insert_list_item(kernel, &mut tx, program, list, item, i).await?;
        }
    }
    store::clear_regions(&mut tx, program).await?;
    for (state, region) in &lists.regions {
        store::set_region(&mut tx, program, state, region).await?;
    }
    let event = weft_kernel::events::Event {
        actor: Some(actor),
        verb: "season.changed",
        subject: run.season(),
        season: Some(run.season()),
        detail: Some("lists".into()),
    };
    weft_kernel::events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}
