//! Every slice of the house. What a slice is to the others stands in its own `part.rs`.

use super::{apart, loom, outbox, own};
use weft_admission::{
    applications, call, composer, decisions, group_emails, interest, recommendations, report, reviews, selection,
    stages,
};
use weft_community::{peers, pulse, spaces, together};
use weft_kernel::db::OneOf;
use weft_kernel::i18n::Lang;
use weft_kernel::{events, keeps, outbox as outbox_of, sql};
use weft_offers::{opportunities, registration};
use weft_people as people;
use weft_programs::part::{self, Part};
use weft_programs::todo::ForPerson;
use weft_season::{
    appointments, busy, cohort, commitments, gatherings, leaving, library, logistics, packet, polls, rooms, teams,
};
use weft_web::{assets, chore, route::get};

/// The start page, the season's thread, the outbox, one's own data, health.
const TOP: Part = Part {
    name: "app",
    routes: top,
    one_of: &[outbox_of::State::SET, outbox_of::MARKED],
    seldom: &[chore!("recipients of old emails", outbox_of::forget_recipients)],
    ..Part::EMPTY
};

fn top() -> Vec<weft_web::Route> {
    let mut all = vec![
        get("/", super::home::show),
        get("/s/{season}", loom::show),
        get("/healthz", super::health::alive),
        get("/readyz", super::health::ready),
    ];
    all.extend(outbox::routes());
    all.extend(apart::routes());
    all.extend(own::routes());
    all.extend(assets::routes());
    all
}

/// People know no season, so what they are to the house is said here.
const PEOPLE: Part = Part {
    name: "people",
    routes: people::routes,
    keeps: people::KEEPS,
    seldom: &[
        chore!("tries and keys of forms", people::tries::sweep),
        chore!("forms kept after a sign-in ended", people::kept::sweep),
        chore!("photos that were taken back", people::photo::sweep),
    ],
    one_of: &[
        people::Strength::SET,
        people::ContactKind::SET,
        people::digest::Choice::SET,
        OneOf { columns: &["person.language"], words: Lang::NAMES },
    ],
    told: &["people.merged", "people.unmerged", "mail.resent"],
    for_person: &[ForPerson {
        key: "todo-share-needs",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/me' AS path, CAST(1 AS BIGINT) AS n, c.display_name AS name_en, '' AS name_es,
                m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM access_need n
            JOIN season s ON s.id = n.season_id
            JOIN program m ON m.id = s.program_id
            JOIN person c ON c.id = s.access_contact_id
            WHERE n.person_id = $1
                AND n.at <= $2
                AND COALESCE(n.told_to, '') <> c.id
                AND COALESCE(n.kept_from, '') <> c.id
            ORDER BY s.slug"
        ),
    }],
    private_todos: &["todo-share-needs"],
    ..Part::EMPTY
};

const DEMO: Part = Part { name: "demo", routes: weft_demo::routes, ..Part::EMPTY };

/// In the order of a program's journey.
pub const PARTS: &[&Part] = &[
    &TOP,
    &PEOPLE,
    &weft_programs::PART,
    &interest::PART,
    &call::PART,
    &applications::PART,
    &recommendations::PART,
    &reviews::PART,
    &stages::PART,
    &selection::PART,
    &composer::PART,
    &decisions::PART,
    &report::PART,
    &group_emails::PART,
    &cohort::PART,
    &teams::PART,
    &busy::PART,
    &commitments::PART,
    &appointments::PART,
    &polls::PART,
    &library::PART,
    &gatherings::PART,
    &rooms::PART,
    &logistics::PART,
    &leaving::PART,
    &packet::PART,
    &together::PART,
    &peers::PART,
    &spaces::PART,
    &pulse::PART,
    &registration::PART,
    &opportunities::PART,
    &weft_season::coaching::PART,
    &weft_season::consults::PART,
    &weft_season::conversations::PART,
    &weft_season::home_team::PART,
    &weft_community::support::PART,
    &DEMO,
];

/// Hands down what slices declare to the floors that erase, join, tell and draw the rail.
pub fn install() {
    keeps::install(PARTS.iter().map(|p| &p.keeps));
    events::install(PARTS.iter().flat_map(|p| p.told).copied());
    part::install(PARTS);
}
