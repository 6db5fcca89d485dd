//! The rules that keep the house: floors, one SQL text, languages, no script and no style in pages.

use crate::common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use common::sources::{product, sources, statements};
use weft::app::parts::PARTS;
use weft_admission::applications::erasure::EMPTIED;
use weft_kernel::db::{Db, Sql, dialect};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::part::entries;

/// Slices of a wing from the ground up, as cargo cannot say it: what stands on one line may not use each other.
const WINGS: &[(&str, &[&[&str]])] = &[
    (
        "journey/admission",
        &[
            &["applications"],
            &["call"],
            &["interest"],
            &["recommendations"],
            &["reviews"],
            &["stages"],
            &["selection"],
            &["composer"],
            &["decisions"],
            &["report"],
            &["group_emails"],
            // The next slice stands here: admission.
        ],
    ),
    (
        "journey/community",
        &[
            &["together"],
            &["support"],
            &["peers", "spaces", "pulse"],
            // The next slice stands here: community.
        ],
    ),
    (
        "journey/season",
        &[
            &["cohort"],
            &["teams"],
            &["busy"],
            &["commitments"],
            &["appointments"],
            &["polls"],
            &["library"],
            &["gatherings"],
            &["logistics", "leaving"],
            &["rooms"],
            &["packet"],
            &["consults"],
            &["conversations"],
            &["home_team"],
            &["coaching"],
            // The next slice stands here: season.
        ],
    ),
    (
        "journey/offers",
        &[
            &["registration"],
            &["opportunities"],
            // The next slice stands here: offers.
        ],
    ),
    ("app/weft", &[&["built_in"], &["app"], &["cli"]]),
];

#[test]
fn a_slice_uses_only_what_stands_below_it() {
    let mut faults = Vec::new();
    let mut looked_at = 0;
    for (path, text) in product("rs") {
        let Some((wing, floors)) = WINGS.iter().find(|(wing, _)| path.starts_with(wing)) else { continue };
        let inner = path.strip_prefix(wing).and_then(|p| p.strip_prefix("src")).expect("inside");
        let Some(own) =
            inner.components().next().and_then(|c| c.as_os_str().to_str()).map(|c| c.trim_end_matches(".rs"))
        else {
            continue;
        };
        let floor_of = |slice: &str| floors.iter().position(|f| f.contains(&slice));
        if own == "lib" || own == "main" {
            continue;
        }
        let mine = floor_of(own).unwrap_or_else(|| panic!("{own} has no floor in {wing}"));
        looked_at += 1;
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        for part in product.split("crate::").skip(1) {
            let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if floor_of(&used).is_some_and(|theirs| theirs > mine || (theirs == mine && used != own)) {
                faults.push(format!("{}: {own} uses {used}, which does not stand below it", path.display()));
            }
        }
    }
    assert!(looked_at > 100, "{looked_at} files");
    assert_eq!(faults, Vec::<String>::new(), "ARCHITECTURE.md, The tree: a slice may use what stands below it");
}

#[tokio::test]
async fn every_statement_is_prepared_on_both_engines() {
    for (engine, url) in common::engines().await {
        let house = common::House::new(url).await;
        let mut conn = house.kernel.db.read().await.expect("reads");
        let mut faults = Vec::new();
        for (file, text) in statements() {
            if let Err(error) = conn.prepare(text.clone()).await {
                faults.push(format!("{engine}, {file}: {error}\n  {text}"));
            }
        }
        assert_eq!(faults, Vec::<String>::new());
    }
}

/// Who keeps statements beside `store.rs`: slices that declare what they hold of people, and whoever is no slice.
#[test]
fn statements_stand_in_stores() {
    let mut faults = Vec::new();
    let mut looked_at = 0;
    for (path, text) in product("rs") {
        let is_slice =
            path.starts_with("journey") || path.starts_with("base/people") || path.starts_with("base/programs");
        if !is_slice || !text.contains("sql!(") {
            continue;
        }
        looked_at += 1;
        let is_store = path.components().any(|c| c.as_os_str() == "store") || path.ends_with("store.rs");
        if !is_store && !["part.rs", "declared.rs", "keeps.rs"].iter().any(|f| path.ends_with(f)) {
            faults.push(path.display().to_string());
        }
    }
    assert!(looked_at > 40, "{looked_at} files");
    assert_eq!(faults, Vec::<String>::new(), "a statement stands in the slice's store.rs, or below its store/");
}

/// Where a JSON text that cannot be read is nothing lost: it is not stored, or something else is said of it.
const READ_OR_NOTHING: [&str; 4] = [
    // What a search that is under way says of itself.
    "journey/admission/src/composer/pages/board.rs",
    // The form that files of an earlier version have.
    "journey/admission/src/applications/mapping.rs",
    // What a reader's process answers; a sealed mail that cannot be opened is refused by name.
    "base/media/src/table.rs",
    "base/kernel/src/outbox/sender.rs",
];

/// A stored value that cannot be read is an error (`kernel/stored`, `kernel/db::Json`): taken for an empty one, it
/// would be written over.
#[test]
fn no_stored_value_is_silently_empty() {
    let (mut faults, mut looked_at) = (Vec::new(), 0);
    for (path, text) in product("rs") {
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        for call in ["serde_json::from_str", "serde_json::from_slice", "Transcript::from_json"] {
            for (at, _) in product.match_indices(call) {
                looked_at += 1;
                let rest = &product[at..];
                let statement = &rest[..rest.find([';', '}']).unwrap_or(rest.len())];
                let is_silent =
                    ["unwrap_or_default", ".ok()", "unwrap_or(", "is_ok_and"].iter().any(|s| statement.contains(s));
                if is_silent && !READ_OR_NOTHING.iter().any(|known| path.ends_with(known)) {
                    faults.push(format!("{}: {statement}", path.display()));
                }
            }
        }
    }
    assert!(looked_at > 10, "{looked_at} calls");
    assert_eq!(faults, Vec::<String>::new(), "read it with `stored::read`, or its column as `Json<T>`");
}

#[tokio::test]
async fn both_engines_have_the_same_tables_and_columns() {
    let mut schemas: Vec<(&str, Vec<String>)> = Vec::new();
    for (engine, url) in common::engines().await {
        let house = common::House::new(url).await;
        schemas.push((engine, dialect::columns(&house.kernel.db).await.expect("columns")));
    }
    assert!(schemas[0].1.contains(&"person.display_name".to_owned()));
    for pair in schemas.windows(2) {
        assert_eq!(pair[0].1, pair[1].1, "{} and {}", pair[0].0, pair[1].0);
    }
}

#[tokio::test]
async fn a_newer_database_is_refused_untouched() {
    let folder = tempfile::tempdir().expect("temp dir");
    let path = folder.path().join("weft.db");
    let db = Db::open(&path.to_string_lossy()).await.expect("opens");
    let now = weft_kernel::clock::Time(0);
    db.migrate(weft::built_in::MIGRATIONS, now).await.expect("migrates");
    let mut tx = db.begin().await.expect("begins");
    tx.run(
        weft_kernel::sql!("INSERT INTO schema_version (version, name, applied_at) VALUES (999, 'later', 0)"),
        vec![],
    )
    .await
    .expect("inserts");
    tx.commit().await.expect("commits");
    let error = db.migrate(weft::built_in::MIGRATIONS, now).await.expect_err("refused").to_string();
    assert!(error.contains("schema 999, which is newer"), "{error}");
}

fn messages(lang: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for (path, text) in sources(&format!("locales/{lang}"), "ftl") {
        let mut last = String::new();
        for line in text.lines() {
            if let Some((key, value)) = line.split_once(" =")
                && key.chars().next().is_some_and(|c| c.is_ascii_lowercase())
            {
                let before = out.insert(key.to_owned(), value.to_owned());
                assert!(before.is_none(), "{}: {key} stands there twice", path.display());
                key.clone_into(&mut last);
            } else if let Some(value) = out.get_mut(&last) {
                // Choices by number stand on lines of their own.
                value.push_str(line);
            }
        }
    }
    out
}

#[test]
fn english_and_spanish_have_the_same_texts() {
    let (en, es) = (messages("en"), messages("es"));
    let keys = |m: &BTreeMap<String, String>| m.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(keys(&en).symmetric_difference(&keys(&es)).collect::<Vec<_>>(), Vec::<&String>::new());
    let same: Vec<&String> =
        en.iter().filter(|(k, v)| es[*k] == **v && v.split_whitespace().count() > 2).map(|(k, _)| k).collect();
    assert_eq!(
        same,
        ["dollars", "length-minutes", "relaxation", "report-table", "talk-entry", "weekday-date"]
            .iter()
            .collect::<Vec<_>>(),
        "left in English"
    );
}

#[test]
fn every_text_used_exists_and_every_text_is_used() {
    let known = messages("en");
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut text = String::new();
    for (_, t) in product("html").into_iter().chain(product("rs")) {
        text.push_str(&t);
    }
    for call in ["t.t(\"", "t.a(\"", "t.a2(\"", "t.args(\"", "any(\""] {
        for part in text.split(call).skip(1) {
            used.insert(part.split('"').next().unwrap_or_default().to_owned());
        }
    }
    let missing: Vec<&String> = used.iter().filter(|k| !known.contains_key(*k)).collect();
    assert_eq!(missing, Vec::<&String>::new());
    // Keys put together from a stem, such as `role-{}`, and keys kept in tables, stand in the sources as words.
    let is_used = |key: &str| {
        let stems = (0..key.len()).filter(|i| key.as_bytes()[*i] == b'-').map(|i| &key[..=i]);
        text.contains(&format!("\"{key}\""))
            || stems.into_iter().any(|s| text.contains(&format!("\"{s}{{")))
            || key.strip_suffix("-text").is_some_and(|k| text.contains(&format!("\"{k}\"")))
    };
    let unused: Vec<&String> = known.keys().filter(|k| !is_used(k)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn pages_hold_no_script_and_no_style_of_their_own() {
    for (path, text) in product("html") {
        // A script of our own, from a file, that a page does without.
        let text = text.replace("<script defer src=\"{{ page.asset(", "");
        for banned in ["<script", "<style", "style=\"", "onclick=", "|safe"] {
            let charts = banned == "|safe"
                && ["cohort/templates", "report/templates/show.html", "selection/templates/overview.html"]
                    .iter()
                    .any(|p| path.to_string_lossy().contains(p));
            assert!(!text.contains(banned) || charts, "{}: {banned}", path.display());
        }
    }
}

#[test]
fn no_file_has_two_subjects() {
    for (path, text) in product("rs") {
        let letters: usize = text.lines().map(|l| l.trim_start().chars().count() + 1).sum();
        assert!(letters <= 25_000, "{} has {letters} characters", path.display());
    }
}

/// Where an address is taken as proved: right after a token was found that was mailed to it and to no other place.
const PROVED_BY_LINK: &[&str] = &[
    "base/people/src/contacts.rs",
    "base/people/src/store/sign_in.rs",
    "base/programs/src/acts.rs",
    "base/programs/src/pages/staff_invitation.rs",
    "journey/admission/src/call/proof.rs",
    "journey/admission/src/selection/acts.rs",
    "journey/offers/src/registration/places.rs",
];

#[test]
fn an_address_is_proved_in_few_places() {
    let found: BTreeSet<String> = product("rs")
        .into_iter()
        .filter(|(path, text)| text.contains("Proved::by_link(") && !path.ends_with("people/src/address.rs"))
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), PROVED_BY_LINK);
    // Tests and the demo read no mail.
    let reads_none = |path: &Path, text: &str| text.contains("Proved::without_mail(") && !path.starts_with("app/demo");
    let without: Vec<PathBuf> =
        product("rs").into_iter().filter(|(path, text)| reads_none(path, text)).map(|(path, _)| path).collect();
    assert!(without.is_empty(), "{without:?}");
}

/// Permits that are made without a role take a `Terminal`.
#[test]
fn only_the_command_line_and_the_demo_sit_at_the_terminal() {
    let opens: BTreeSet<String> = product("rs")
        .into_iter()
        .filter(|(_, text)| text.contains("Terminal::open("))
        .map(|(path, _)| path.display().to_string())
        .collect();
    let (faces, others): (Vec<&String>, Vec<&String>) =
        opens.iter().partition(|path| path.starts_with("app/demo/") || path.starts_with("app/weft/src/cli/"));
    assert!(faces.len() > 10 && others.is_empty(), "{others:?}");
    for (path, text) in product("rs") {
        for made in text.split("fn at_the_terminal(").skip(1) {
            assert!(made.trim_start().starts_with("_: &Terminal"), "{}: made without a terminal", path.display());
        }
    }
}

/// What a link proves is the address in the token's own row: `mailed_to` is a column of tables of tokens, and nothing
/// else goes by that name.
#[test]
fn what_a_link_proves_is_read_from_its_token() {
    let tables = [
        "contact_request",
        "link_request",
        "staff_invitation",
        "draft_key",
        "invitation",
        "registration_key",
        "place_offer",
    ];
    let schema = std::fs::read_to_string(common::sources::here().join("migrations/0001_house.sql")).expect("reads");
    for table in schema.split("CREATE TABLE ").skip(1) {
        let (name, rest) = table.split_once(' ').expect("a name");
        let body: String =
            rest.split(");").next().unwrap_or_default().lines().filter(|l| !l.trim_start().starts_with("--")).collect();
        assert_eq!(body.contains("mailed_to"), tables.contains(&name), "{name}");
    }
    let mut faults = Vec::new();
    for (path, text) in product("rs") {
        for (at, _) in text.match_indices(" AS mailed_to") {
            if !text[..at].ends_with(".mailed_to") {
                faults.push(path.display().to_string());
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new(), "another column under the name of a token's address");
}

#[test]
fn what_others_send_is_parsed_in_the_readers_process_alone() {
    let mut faults = Vec::new();
    for (path, text) in product("rs") {
        let name = path.to_string_lossy().replace('\\', "/");
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        // The child, what runs in it, and the demo, which draws its own pictures.
        if ["/in_child.rs", "/in_child/clock.rs", "media/src/picture.rs", "/cli/clean_file.rs", "demo/src/pictures.rs"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            continue;
        }
        for parser in [
            "in_child::",
            "lopdf::",
            "calamine::",
            "calcard::",
            "zip::ZipArchive",
            "image::load",
            "ImageReader",
            "picture::open",
        ] {
            if product.lines().any(|l| l.contains(parser) && !l.trim_start().starts_with("//")) {
                faults.push(format!("{name}: {parser}"));
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new(), "ask kernel/reader: a file from outside may take all memory there is");
}

/// Tables with a person in them, each with the columns that say who it is: what refers to a person, or is called so.
/// Who did something for the team, as in `made_by`, is a record of the act and not of the person.
async fn tables_of_people(db: &Db) -> BTreeMap<String, Vec<String>> {
    let mut conn = db.read().await.expect("reads");
    let columns: Vec<(String, String)> = conn
        .all(
            sql!(
                "SELECT m.name, c.name
                FROM sqlite_master m
                JOIN pragma_table_info(m.name) c ON 1 = 1
                WHERE m.type = 'table'
                    AND (
                        c.name IN (
                            'person_id', 'application_id', 'email', 'norm', 'email_norm', 'mailed_to', 'recipient'
                        )
                        OR c.name IN (
                            SELECT f.\"from\"
                            FROM pragma_foreign_key_list(m.name) f
                            WHERE f.\"table\" IN ('person', 'application')
                        )
                    )
                ORDER BY m.name, c.name"
            ),
            args![],
        )
        .await
        .expect("tables");
    let mut all = BTreeMap::<String, Vec<String>>::new();
    let is_of_an_act = |column: &str| column.ends_with("_by") || matches!(column, "by_id" | "actor_id");
    for (table, column) in columns.into_iter().filter(|(_, column)| !is_of_an_act(column)) {
        all.entry(table).or_default().push(column);
    }
    all
}

/// Whether a statement speaks of a table.
fn names(statement: Sql, table: &str) -> bool {
    statement.text().split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == table)
}

#[tokio::test]
async fn a_slice_that_keeps_something_of_people_says_how_it_is_erased_and_shown() {
    let house = common::House::new(None).await;
    let all = tables_of_people(&house.kernel.db).await;
    assert!(all.len() > 30, "{all:?}");
    let keeps: Vec<_> = PARTS.iter().map(|p| (&p.keeps, p.name)).collect();
    let mut wrong = Vec::new();
    let mut reasons = BTreeSet::new();
    for (table, columns) in &all {
        let forgets = keeps.iter().flat_map(|(k, _)| k.forget).chain(EMPTIED);
        let is_forgotten = forgets.into_iter().any(|s| names(*s, table));
        let is_shown = keeps.iter().any(|(k, _)| k.own_data.iter().any(|(_, s)| names(*s, table)));
        let reason = keeps.iter().find_map(|(k, part)| k.stays.iter().find(|(t, _)| t == table).map(|_| *part));
        reasons.extend(reason.map(|_| table.as_str()));
        match (is_forgotten && is_shown, reason) {
            (false, None) => wrong.push(format!("{table} {columns:?}: erased {is_forgotten}, shown {is_shown}")),
            (true, Some(part)) => wrong.push(format!("{table}: {part} gives a reason that is not needed")),
            _ => {}
        }
    }
    let unknown = keeps.iter().flat_map(|(k, _)| k.stays).filter(|(t, _)| !reasons.contains(t));
    wrong.extend(unknown.map(|(t, _)| format!("{t}: a reason for a table that holds no person")));
    assert!(wrong.is_empty(), "say it in the slice's part.rs:\n{}", wrong.join("\n"));
}

#[test]
fn every_slice_has_its_folders_name_and_tells_of_acts_that_have_a_text() {
    let texts = messages("en");
    let mut seen = BTreeSet::new();
    for part in PARTS {
        assert!(seen.insert(part.name), "{} twice", part.name);
        for verb in part.told {
            assert!(texts.contains_key(&format!("event-{}", verb.replace('.', "-"))), "{}: {verb}", part.name);
        }
    }
    let slices = product("rs").into_iter().filter_map(|(path, _)| {
        let mut names = path.iter().map(|n| n.to_string_lossy().into_owned());
        let wing = (names.next()?, names.next()?, names.next()?);
        let (folder, is_inside) = (names.next()?, names.next().is_some());
        (wing.0 == "journey" && is_inside).then_some(folder)
    });
    for slice in slices.collect::<BTreeSet<_>>() {
        assert!(seen.contains(slice.as_str()), "{slice} stands in no list of slices: see app/parts.rs");
    }
}

/// Acts that no form of ours does, or whose page says by itself what was done: what follows alone, what is opened or
/// downloaded, signing in and out.
const SAYS_NOTHING: [&str; 29] = [
    "access-need-read",
    "access-needs-read",
    "address-bounced",
    "application-erased",
    "application-read",
    "applications-exported",
    "coaching-hours-exported",
    "cohort-exported",
    "commitment-asked",
    "consult-begun",
    "consult-ended",
    "consult-put-back",
    "draft-begun",
    "gathering-reminded",
    "invitation-made",
    "logistics-erased",
    "logistics-exported",
    "logistics-read",
    "own-data-taken",
    "recommendations-exported",
    "registration-lapsed",
    "registration-opened",
    "season-confirmed",
    "signed-in",
    "signed-in-again",
    "signed-out",
    "sitting-opened",
    // Of before spaces had conversations.
    "space-said",
    "space-unsaid",
];

/// What the list of acts says, “Someone changed the rubric”, is nothing to say to whoever did it: `did-rubric-changed`.
#[test]
fn what_a_page_says_after_an_act_belongs_to_an_act_that_has_a_text() {
    let texts = messages("en");
    let is_act = |verb: &str| texts.contains_key(&format!("event-{verb}"));
    for said in texts.keys().filter_map(|k| k.strip_prefix("did-")) {
        // The act's detail may stand behind its verb.
        let is_known = is_act(said) || said.rsplit_once('-').is_some_and(|(verb, _)| is_act(verb));
        assert!(is_known, "did-{said}: no act has that verb");
    }
    // The heading “How to join” is of an event that people come to.
    let acts = texts.keys().filter_map(|k| k.strip_prefix("event-")).filter(|verb| *verb != "join");
    let silent: Vec<&str> = acts.filter(|verb| !texts.contains_key(&format!("did-{verb}"))).collect();
    assert_eq!(silent, SAYS_NOTHING, "say in did.ftl what happened, or here why nothing is said");
}

#[test]
fn a_line_of_code_a_statement_and_a_page_is_read_without_scrolling() {
    let mut wide = Vec::new();
    for ending in ["rs", "html", "sql"] {
        for (path, text) in sources("crates", ending) {
            for (n, line) in text.lines().enumerate().filter(|(_, l)| l.chars().count() > 120) {
                wide.push(format!("{}:{}: {} wide", path.display(), n + 1, line.chars().count()));
            }
        }
    }
    assert!(wide.is_empty(), "at most 120:\n{}", wide.join("\n"));
}

#[tokio::test]
async fn whoever_sees_an_entry_of_the_rail_opens_it_and_whoever_opens_a_page_finds_it_there() {
    let house = common::House::new(None).await;
    // What opens later, or only for people who read.
    let waits = ["/reviews", "/calibration"];
    for role in Role::ALL.iter().filter(|r| !matches!(r, Role::Owner)) {
        let actor = house.someone(&format!("As {}", role.name()), Some(*role), Strength::TwoFactors).await;
        for entry in entries().iter().filter(|e| !waits.contains(&format!("/{}", e.path).as_str())) {
            let path = if entry.path.is_empty() { common::s("") } else { common::s(entry.path) };
            let page = actor.get(path.trim_end_matches('/')).await;
            let is_there = page.body.contains(&format!("href=\"{}\"", path.trim_end_matches('/')));
            // Whoever comes to a season reads there what was published of it, by a link beside its dates.
            let is_linked = entry.path == "sources" && !is_there;
            let is_right = page.status.is_success() == is_there || is_linked;
            assert!(is_right, "{}: {path} answers {}", role.name(), page.status);
            for led in page.body.split("<nav").skip(1).flat_map(|nav| {
                let nav = nav.split("</nav>").next().unwrap_or_default();
                nav.split("href=\"").skip(1).filter_map(|h| h.split('"').next())
            }) {
                if led.starts_with("/s/") && !waits.iter().any(|w| led.ends_with(w)) {
                    assert_eq!(actor.get(led).await.status.as_u16(), 200, "{}: {led}", role.name());
                }
            }
        }
    }
}
