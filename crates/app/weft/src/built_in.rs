//! What is built into the program: texts, files of pages, migrations. It stands here, above everything that uses it, so
//! that a changed text compiles this crate alone.

use std::borrow::Cow;

use rust_embed::RustEmbed;
use weft_kernel::db::Migration;
use weft_kernel::i18n::{self, Lang, Source};
use weft_web::assets;

/// Every migration. Once released, a text never changes.
pub const MIGRATIONS: &[Migration] = &[
    (1, "house", include_str!("../migrations/0001_house.sql")),
    (4, "undecided", include_str!("../migrations/0004_undecided.sql")),
    // The next migration stands here.
];

static TEXTS: [Source; 2] = [
    (
        Lang::En,
        &[
            include_str!("../../../../locales/en/web.ftl"),
            include_str!("../../../../locales/en/people.ftl"),
            include_str!("../../../../locales/en/programs.ftl"),
            include_str!("../../../../locales/en/applications.ftl"),
            include_str!("../../../../locales/en/call.ftl"),
            include_str!("../../../../locales/en/proof.ftl"),
            include_str!("../../../../locales/en/reading.ftl"),
            include_str!("../../../../locales/en/decisions.ftl"),
            include_str!("../../../../locales/en/report.ftl"),
            include_str!("../../../../locales/en/selection.ftl"),
            include_str!("../../../../locales/en/teams.ftl"),
            include_str!("../../../../locales/en/gatherings.ftl"),
            include_str!("../../../../locales/en/library.ftl"),
            include_str!("../../../../locales/en/logistics.ftl"),
            include_str!("../../../../locales/en/opportunities.ftl"),
            include_str!("../../../../locales/en/peers.ftl"),
        ],
    ),
    (
        Lang::Es,
        &[
            include_str!("../../../../locales/es/web.ftl"),
            include_str!("../../../../locales/es/people.ftl"),
            include_str!("../../../../locales/es/programs.ftl"),
            include_str!("../../../../locales/es/applications.ftl"),
            include_str!("../../../../locales/es/call.ftl"),
            include_str!("../../../../locales/es/proof.ftl"),
            include_str!("../../../../locales/es/reading.ftl"),
            include_str!("../../../../locales/es/decisions.ftl"),
            include_str!("../../../../locales/es/report.ftl"),
            include_str!("../../../../locales/es/selection.ftl"),
            include_str!("../../../../locales/es/teams.ftl"),
            include_str!("../../../../locales/es/gatherings.ftl"),
            include_str!("../../../../locales/es/library.ftl"),
            include_str!("../../../../locales/es/logistics.ftl"),
            include_str!("../../../../locales/es/opportunities.ftl"),
            include_str!("../../../../locales/es/peers.ftl"),
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
