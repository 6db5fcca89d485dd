//! What this slice is to the rest of the house.

use super::{emails, model, pages, places, rules};
use weft_kernel::db::OneOf;
use weft_kernel::i18n::Lang;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::setup::Step;
use weft_web::chore;

pub const PART: Part = Part {
    name: "registration",
    routes: pages::routes,
    entries: &[Entry::new((Group::Gatherings, 5), "registration", "place-registration", |s| {
        rules::may_run(s).is_some()
    })],
    keeps: Keeps {
        forget: &[
            sql!(
                "DELETE FROM registration_key
                WHERE registration_id IN (SELECT id FROM registration WHERE person_id = $1)"
            ),
            sql!(
                "DELETE FROM place_offer
                WHERE registration_id IN (SELECT id FROM registration WHERE person_id = $1)"
            ),
            sql!(
                "DELETE FROM place_offer
                WHERE LOWER(mailed_to) IN (
                    SELECT norm
                    FROM contact_point
                    WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
                )"
            ),
            sql!("UPDATE registration SET state = 'left' WHERE person_id = $1"),
        ],
        join: &[
            sql!(
                "UPDATE registration
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM registration o
                        WHERE o.person_id = $2 AND o.season_id = registration.season_id
                    )"
            ),
            sql!(
                "UPDATE offer
                SET taken = taken - 1
                WHERE CAST($2 AS TEXT) <> ''
                    AND season_id IN (
                        SELECT r.season_id
                        FROM registration r
                        WHERE r.person_id = $1 AND r.state = 'held'
                    )"
            ),
            sql!("UPDATE registration SET state = 'left' WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        ],
        took_part: &[sql!("SELECT COUNT(*) FROM registration WHERE person_id = $1")],
        own_data: &[
            (
                "registrations",
                sql!(
                    "SELECT s.name AS season, r.state AS state, r.at AS at, r.confirmed_at AS confirmed_at
                    FROM registration r
                    JOIN season s ON s.id = r.season_id
                    WHERE r.person_id = $1
                    ORDER BY r.at"
                ),
            ),
            (
                "places_offered_to_me",
                sql!(
                    "SELECT s.name AS season, o.given_name AS given_name, o.family_name AS family_name, o.at AS at,
                        o.ended_at AS ended_at
                    FROM place_offer o
                    JOIN registration r ON r.id = o.registration_id
                    JOIN season s ON s.id = r.season_id
                    WHERE LOWER(o.mailed_to) IN (
                        SELECT norm
                        FROM contact_point
                        WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                    )
                    ORDER BY o.at"
                ),
            ),
        ],
        stays: &[("registration_key", "keys of links, which go with the registration")],
    },
    often: &[chore!("seats that were held", places::lapse)],
    told: &["offer.opened", "offer.saved", "registration.let-in", "registration.opened"],
    one_of: &[model::State::SET, OneOf { columns: &["place_offer.language"], words: Lang::NAMES }],
    setup: SETUP,
    emails: &[
        &emails::ASKED,
        &emails::HELD,
        &emails::WAITING,
        &emails::OPENED,
        &emails::AGAIN,
        &emails::AGAIN_WAITING,
        &emails::PLACE,
        &emails::PLACE_THERE,
    ],
    ..Part::EMPTY
};

const SETUP: &[Step] = &[Step {
    at: 8,
    name: "registration",
    kinds: &["lab", "course", "webinar", "event"],
    path: "registration",
    also: "",
    is_pressed: false,
    is_seen: |s| rules::may_run(s).is_some(),
    done: sql!("SELECT COUNT(*) FROM offer o WHERE o.season_id = $1 AND o.opened_at IS NOT NULL"),
}];
