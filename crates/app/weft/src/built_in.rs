//! What is built into the program: texts, files of pages, migrations. It stands here, above everything that uses it, so
//! that a changed text compiles this crate alone.

use std::borrow::Cow;

use rust_embed::RustEmbed;
use weft_admission::applications;
use weft_kernel::clock::Time;
use weft_kernel::db::{Db, MigrateError, Migrated, Migration};
use weft_kernel::i18n::{self, Lang, Source};
use weft_people::names;
use weft_web::assets;

/// Every migration. Once released, a text never changes.
pub const MIGRATIONS: &[Migration] = &[
    (1, "house", include_str!("../migrations/0001_house.sql")),
    (2, "imports", include_str!("../migrations/0002_imports.sql")),
    (3, "staying", include_str!("../migrations/0003_staying.sql")),
    (4, "undecided", include_str!("../migrations/0004_undecided.sql")),
    (5, "names and times", include_str!("../migrations/0005_names_and_times.sql")),
    (6, "first season", include_str!("../migrations/0006_first_season.sql")),
    (7, "emails", include_str!("../migrations/0007_emails.sql")),
    (8, "intake", include_str!("../migrations/0008_intake.sql")),
    (9, "recommendations", include_str!("../migrations/0009_recommendations.sql")),
    (10, "public page and digest", include_str!("../migrations/0010_public_page_and_digest.sql")),
    (11, "looks and undo", include_str!("../migrations/0011_looks_and_undo.sql")),
    (12, "kept forms", include_str!("../migrations/0012_kept_forms.sql")),
    (13, "held email", include_str!("../migrations/0013_held_email.sql")),
    (14, "stages", include_str!("../migrations/0014_stages.sql")),
    (15, "imports", include_str!("../migrations/0015_imports.sql")),
    (16, "edges", include_str!("../migrations/0016_edges.sql")),
    (17, "lists", include_str!("../migrations/0017_lists.sql")),
    (18, "unsent_email", include_str!("../migrations/0018_unsent_email.sql")),
    (19, "guests", include_str!("../migrations/0019_guests.sql")),
    (20, "commitments", include_str!("../migrations/0020_commitments.sql")),
    (21, "busy", include_str!("../migrations/0021_busy.sql")),
    (22, "polls", include_str!("../migrations/0022_polls.sql")),
    (23, "appointments", include_str!("../migrations/0023_appointments.sql")),
    (24, "coaching", include_str!("../migrations/0024_coaching.sql")),
    (25, "consults", include_str!("../migrations/0025_consults.sql")),
    (26, "support", include_str!("../migrations/0026_support.sql")),
    (27, "home_team", include_str!("../migrations/0027_home_team.sql")),
    (28, "coaching more", include_str!("../migrations/0028_coaching_more.sql")),
    (29, "conversations", include_str!("../migrations/0029_conversations.sql")),
    // The next migration stands here.
];

/// Brings a database to this program's schema, and what is kept beside its rows with it.
pub async fn migrate(db: &Db, now: Time) -> Result<Migrated, MigrateError> {
    let done = db.migrate(MIGRATIONS, now).await?;
    if names::are_old(db).await? {
        names::fill(db).await?;
        applications::fill_keys(db).await?;
        names::are_new(db).await?;
    }
    Ok(done)
}

static TEXTS: [Source; 2] = [
    (
        Lang::En,
        &[
            include_str!("../../../../locales/en/coaching.ftl"),
            include_str!("../../../../locales/en/consults.ftl"),
            include_str!("../../../../locales/en/conversations.ftl"),
            include_str!("../../../../locales/en/support.ftl"),
            include_str!("../../../../locales/en/web.ftl"),
            include_str!("../../../../locales/en/people.ftl"),
            include_str!("../../../../locales/en/programs.ftl"),
            include_str!("../../../../locales/en/emails.ftl"),
            include_str!("../../../../locales/en/applications.ftl"),
            include_str!("../../../../locales/en/call.ftl"),
            include_str!("../../../../locales/en/intake.ftl"),
            include_str!("../../../../locales/en/recommendations.ftl"),
            include_str!("../../../../locales/en/proof.ftl"),
            include_str!("../../../../locales/en/reviews.ftl"),
            include_str!("../../../../locales/en/stages.ftl"),
            include_str!("../../../../locales/en/decisions.ftl"),
            include_str!("../../../../locales/en/report.ftl"),
            include_str!("../../../../locales/en/selection.ftl"),
            include_str!("../../../../locales/en/teams.ftl"),
            include_str!("../../../../locales/en/home_team.ftl"),
            include_str!("../../../../locales/en/busy.ftl"),
            include_str!("../../../../locales/en/commitments.ftl"),
            include_str!("../../../../locales/en/appointments.ftl"),
            include_str!("../../../../locales/en/polls.ftl"),
            include_str!("../../../../locales/en/gatherings.ftl"),
            include_str!("../../../../locales/en/library.ftl"),
            include_str!("../../../../locales/en/logistics.ftl"),
            include_str!("../../../../locales/en/opportunities.ftl"),
            include_str!("../../../../locales/en/peers.ftl"),
            include_str!("../../../../locales/en/todo.ftl"),
            include_str!("../../../../locales/en/did.ftl"),
        ],
    ),
    (
        Lang::Es,
        &[
            include_str!("../../../../locales/es/coaching.ftl"),
            include_str!("../../../../locales/es/consults.ftl"),
            include_str!("../../../../locales/es/conversations.ftl"),
            include_str!("../../../../locales/es/support.ftl"),
            include_str!("../../../../locales/es/web.ftl"),
            include_str!("../../../../locales/es/people.ftl"),
            include_str!("../../../../locales/es/programs.ftl"),
            include_str!("../../../../locales/es/emails.ftl"),
            include_str!("../../../../locales/es/applications.ftl"),
            include_str!("../../../../locales/es/call.ftl"),
            include_str!("../../../../locales/es/intake.ftl"),
            include_str!("../../../../locales/es/recommendations.ftl"),
            include_str!("../../../../locales/es/proof.ftl"),
            include_str!("../../../../locales/es/reviews.ftl"),
            include_str!("../../../../locales/es/stages.ftl"),
            include_str!("../../../../locales/es/decisions.ftl"),
            include_str!("../../../../locales/es/report.ftl"),
            include_str!("../../../../locales/es/selection.ftl"),
            include_str!("../../../../locales/es/teams.ftl"),
            include_str!("../../../../locales/es/home_team.ftl"),
            include_str!("../../../../locales/es/busy.ftl"),
            include_str!("../../../../locales/es/commitments.ftl"),
            include_str!("../../../../locales/es/appointments.ftl"),
            include_str!("../../../../locales/es/polls.ftl"),
            include_str!("../../../../locales/es/gatherings.ftl"),
            include_str!("../../../../locales/es/library.ftl"),
            include_str!("../../../../locales/es/logistics.ftl"),
            include_str!("../../../../locales/es/opportunities.ftl"),
            include_str!("../../../../locales/es/peers.ftl"),
            include_str!("../../../../locales/es/todo.ftl"),
            include_str!("../../../../locales/es/did.ftl"),
        ],
    ),
];

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../../assets"]
struct Assets;

/// Hands texts and files to the floors that speak and show. Said twice, done once.
pub fn install() {
    i18n::install(&TEXTS);
    assets::install(Assets::iter().map(Cow::into_owned).collect(), |name| Assets::get(name).map(|f| f.data));
}
