//! Importing in the browser, first step: a file, and what is in it.

use askama::Template;
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::Response;

use crate::applications::headings::{self, Heading};
use crate::applications::model::{Kind, ListedFile};
use crate::applications::waiting::{self, Upload};
use crate::applications::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::once;
use weft_media::table::{self, ENCODINGS, Fault, Wanted};
use weft_people::pages::{ClientAddress, address};
use weft_programs::InSeason;
use weft_web::parts::Parts;
use weft_web::{Error, Form, Page, Result, download, html, see, unaccepted, upload};

/// Nothing was chosen to upload.
const NO_FILE: &str = "fault-no-file";

#[derive(Template)]
#[template(path = "applications/templates/import.html")]
struct Ask {
    page: Page,
    s: InSeason,
    fault: Option<Fault>,
    kind: Kind,
    kinds: &'static [Kind],
    sheet: String,
    encoding: String,
    encodings: [&'static str; 4],
    /// Earlier files of the season, the newest first.
    files: Vec<ListedFile>,
}

impl Ask {
    fn new(s: InSeason, fault: Option<Fault>, files: Vec<ListedFile>, wants: Wants) -> Self {
        let Wants { kind, sheet, encoding, .. } = wants;
        let kind = Kind::parse(&kind).unwrap_or(Kind::Applications);
        let (kinds, encodings) = (Kind::ALL, ENCODINGS);
        Self { page: s.page.clone(), s, fault, kind, kinds, sheet, encoding, encodings, files }
    }

    /// What came of a file.
    fn outcome(&self, f: &ListedFile) -> String {
        let (t, day) = (self.page.t, |at| self.page.t.date(at, &self.s.season.zone));
        match (f.undone_at, f.is_done, f.added.zip(f.updated)) {
            (Some(at), ..) => t.a2("imports-undone", "date", day(at), "n", f.undone.unwrap_or_default()),
            (None, false, _) => t.t("imports-waiting"),
            (None, true, Some((new, changed))) => t.a2("imports-did", "new", new, "changed", changed),
            (None, true, None) => t.a2("import-rows", "n", f.row_count, "rows", t.count(f.row_count as usize)),
        }
    }

    fn is_chosen(&self, encoding: &str) -> bool {
        self.encoding == encoding
    }

    #[expect(clippy::trivially_copy_pass_by_ref, clippy::unused_self, reason = "a template calls it")]
    fn headings(&self, kind: &Kind) -> &'static [Heading] {
        headings::of(*kind)
    }

    fn is_special(&self) -> bool {
        !self.sheet.is_empty() || !self.encoding.is_empty()
    }
}

#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub struct Wants {
    kind: String,
    sheet: String,
    encoding: String,
    example: String,
}

pub async fn ask(State(kernel): State<Kernel>, s: InSeason, Query(wants): Query<Wants>) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let kind = Kind::parse(&wants.kind).unwrap_or(Kind::Applications);
    if !wants.example.is_empty() && kind != Kind::Applications {
        return Ok(download::csv(&format!("{kind}.csv"), &headings::example(kind, s.page.t)));
    }
    let files = store::files_of(&mut kernel.db.read().await?, &permit).await?;
    html(&Ask::new(s, None, files, wants))
}

/// Reads a file and keeps its rows aside; its columns come next.
pub async fn take(
    State(kernel): State<Kernel>,
    s: InSeason,
    client: Option<Extension<ClientAddress>>,
    parts: Parts,
) -> Result<Response> {
    let permit = rules::may_fill_pool(&s).ok_or(Error::NotFound)?;
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let received = upload::receive(&kernel, &address(client.as_ref()), "file", parts).await?;
    let bytes = upload::bytes(received.file.as_ref()).await?;
    let form = &received.form;
    let press = Form::once_with_file(
        form.value(once::FIELD),
        &bytes,
        &kernel,
        Some(&actor),
        &s.page,
        &s.season.path("imports/{}"),
    );
    let given = |name: &str| Some(form.value(name).to_owned()).filter(|v| !v.is_empty());
    let kind = Kind::parse(form.value("kind")).unwrap_or(Kind::Applications);
    let wanted = Wanted { encoding: given("encoding"), sheet: given("sheet") };
    let read = if received.is_chosen || !bytes.is_empty() {
        table::open_as(&kernel.readers, bytes.clone(), wanted).await
    } else {
        Err(Fault::of(NO_FILE))
    };
    let table = match read {
        Ok(table) => table,
        Err(fault) => {
            let files = store::files_of(&mut kernel.db.read().await?, &permit).await?;
            let said = |name: &str| form.value(name).to_owned();
            let (sheet, encoding) = (said("sheet"), said("encoding"));
            let wants = Wants { kind: kind.to_string(), sheet, encoding, ..Wants::default() };
            return unaccepted(&Ask::new(s, Some(fault), files, wants));
        }
    };
    let name = received.file.as_ref().map_or("", |f| &f.name);
    let upload = Upload { name, kind, bytes };
    let id = waiting::stage(&press, &permit, &actor, upload, table).await?;
    Ok(see(&s.season.path(&format!("imports/{id}"))))
}
