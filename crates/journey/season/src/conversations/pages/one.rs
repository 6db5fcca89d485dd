//! One topic: its messages a page at a time, what can be done with them, and the line on which pages follow.

use askama::Template;
use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, Query, State as Shared};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::start::unclear;
use super::{At, bounded, path, title, topic};
use crate::conversations::acts::{self, Draft, Said};
use crate::conversations::model::{Kind, LONGEST, LONGEST_ABOUT, Message, PAGE, Piece, Reader, Topic, UNDO_MINUTES};
use crate::conversations::rules::{self, Talk};
use crate::conversations::store::writing::State;
use crate::conversations::{files, store};
use crate::rooms;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_media::answer::Media;
use weft_people::pages::{ClientAddress, address};
use weft_programs::{InSeason, May, following};
use weft_web::parts::Parts;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted, upload};

/// How messages are shown, on a page and by themselves.
struct Shown {
    path: String,
    zone: String,
    me: Id,
    /// Whether any message may be removed, by whoever looks after the cohort's.
    may_tend: bool,
    now: Time,
}

impl Shown {
    fn is_own(&self, m: &Message) -> bool {
        m.is_of(&self.me)
    }

    fn may_remove(&self, m: &Message) -> bool {
        self.may_tend || self.is_own(m)
    }

    /// Whether whoever removed it can put it back still.
    fn may_put_back(&self, m: &Message) -> bool {
        let is_recent = m.removed_at.is_some_and(|at| at.plus_seconds(60 * UNDO_MINUTES) > self.now);
        is_recent && m.remover_id.as_ref() == Some(&self.me)
    }
}

#[derive(Template)]
#[template(path = "conversations/templates/one.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    topic: Topic,
    messages: Vec<Message>,
    readers: Vec<Reader>,
    shown: Shown,
    /// The number of the last message on this page.
    to: i64,
}

impl Show {
    fn earlier(&self) -> Option<i64> {
        Some(self.to - PAGE).filter(|n| *n > 0)
    }

    fn later(&self) -> Option<i64> {
        (self.to < self.topic.messages).then(|| (self.to + PAGE).min(self.topic.messages))
    }

    /// Where what is new begins; nothing where all of it is, or none.
    fn is_first_new(&self, m: &Message) -> bool {
        self.topic.seen > 0 && m.n == self.topic.seen + 1
    }

    fn may_write(&self) -> bool {
        !self.topic.is_closed()
    }

    /// In the cohort pinning and closing is for those who look after it.
    fn may_change(&self) -> bool {
        self.shown.may_tend || self.topic.kind != Kind::Cohort
    }

    fn may_rename(&self) -> bool {
        self.topic.is_of(&self.shown.me) || self.shown.may_tend
    }

    fn names(&self) -> String {
        self.readers.iter().map(|r| r.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// What was typed before the topic was closed.
    fn unposted(&self) -> &str {
        let text = self.form.value("text");
        if text.is_empty() { self.form.value("words") } else { text }
    }

    fn has_file(&self) -> bool {
        self.form.fields().iter().any(|(n, _)| n == "with")
    }
}

#[derive(Deserialize, Default)]
pub struct Part {
    /// The number of the last message to show, or `end`.
    to: Option<String>,
    after: Option<i64>,
}

impl Part {
    fn to(&self) -> Option<i64> {
        match self.to.as_deref()? {
            "end" => Some(i64::MAX),
            n => n.parse().ok(),
        }
    }
}

fn shown(kernel: &Kernel, s: &InSeason, permit: &Talk, topic: &Topic) -> Shown {
    Shown {
        path: path(s, &topic.id),
        zone: s.zone(),
        me: permit.person().clone(),
        may_tend: rules::may_tend(s).is_some() && topic.kind == Kind::Cohort,
        now: kernel.now(),
    }
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Talk, at: &At, to: Option<i64>, form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let topic = topic(&mut conn, permit, at).await?;
    // Where more is new than a page holds, it begins with the first of it.
    let first = (topic.messages - topic.seen > PAGE).then(|| topic.seen + PAGE);
    let to = to.or(first).unwrap_or(topic.messages).clamp(PAGE.min(topic.messages), topic.messages);
    let messages = store::messages(&mut conn, permit, &topic, to).await?;
    let readers = store::readers(&mut conn, permit, &topic).await?;
    drop(conn);
    // Looking is reading, as far as this page goes, where nothing was skipped before it.
    if to - PAGE <= topic.seen {
        acts::read(kernel, permit, &topic, to).await?;
    }
    Ok(Show { page: s.page.clone(), shown: shown(kernel, &s, permit, &topic), s, form, topic, messages, readers, to })
}

pub async fn show(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
    Query(part): Query<Part>,
) -> Result<Response> {
    html(&load(&kernel, s, &permit, &at, part.to(), Form::default()).await?)
}

/// Where a form was sent that was not accepted, asked for again: the topic.
pub async fn back(May { s, .. }: May<Talk>, Path(at): Path<At>) -> Response {
    see(&path(&s, &at.topic()))
}

fn message_path(s: &InSeason, topic: &Id, n: i64) -> String {
    format!("{}#m{n}", path(s, topic))
}

/// What a refused form leads to: the page as it is now, with what was typed.
async fn refused(kernel: &Kernel, s: InSeason, permit: &Talk, at: &At, form: Form) -> Result<Response> {
    unaccepted(&load(kernel, s, permit, at, Some(i64::MAX), form).await?)
}

pub async fn say(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let text = bounded(&mut form, "text", LONGEST);
    let mut conn = kernel.db.read().await?;
    let found = topic(&mut conn, &permit, &at).await?;
    let readers = store::readers(&mut conn, &permit, &found).await?;
    drop(conn);
    unclear(&mut form, "text", &acts::meant_by(&text, &readers, permit.person()));
    if !form.is_accepted() {
        return refused(&kernel, s, &permit, &at, form).await;
    }
    let to = format!("{}?to=end#end", path(&s, &found.id));
    let press = form.once(&kernel, Some(permit.person()), &s.page, &to);
    match acts::say(&press, &permit, &found.id, Draft { text: &text, file: None }).await? {
        Said::Done(_) | Said::Already => Ok(see(&to)),
        Said::Closed => {
            form.reject("text", "wrong-talk-closed");
            refused(&kernel, s, &permit, &at, form).await
        }
    }
}

/// A message with a picture or a document.
pub async fn send_file(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
    client: Option<Extension<ClientAddress>>,
    parts: Parts,
) -> Result<Response> {
    let found = topic(&mut kernel.db.read().await?, &permit, &at).await?;
    let received = upload::receive(&kernel, &address(client.as_ref()), "file", parts).await?;
    let mut form = received.form;
    form.set("with", "file");
    let text = form.value("words").trim().to_owned();
    let about = form.value("about").trim().to_owned();
    for (field, words, most) in [("words", &text, LONGEST), ("about", &about, LONGEST_ABOUT)] {
        if words.chars().count() > most {
            form.reject_with(field, "wrong-longer-than", most.to_string());
        }
    }
    let readers = store::readers(&mut kernel.db.read().await?, &permit, &found).await?;
    unclear(&mut form, "words", &acts::meant_by(&text, &readers, permit.person()));
    let Some(file) = received.file else {
        form.reject("file", if received.is_chosen { "wrong-file-broken" } else { "wrong-file-none" });
        return refused(&kernel, s, &permit, &at, form).await;
    };
    if !form.is_accepted() {
        // The file has to be chosen again; what was typed is kept.
        return refused(&kernel, s, &permit, &at, form).await;
    }
    let cleaned = match files::clean(&kernel, &file, &about).await? {
        Ok(cleaned) => cleaned,
        Err(why) => {
            form.reject("file", why);
            return refused(&kernel, s, &permit, &at, form).await;
        }
    };
    let to = format!("{}?to=end#end", path(&s, &found.id));
    // Pressed again, the same file in the same form is one message.
    let content = weft_web::upload::bytes(Some(&file)).await?;
    let key = form.value("form-key").to_owned();
    let press = Form::once_with_file(&key, &content, &kernel, Some(permit.person()), &s.page, &to);
    let draft = Draft { text: &text, file: Some(&cleaned) };
    match acts::say(&press, &permit, &found.id, draft).await {
        Ok(Said::Done(_)) => Ok(see(&to)),
        Ok(Said::Already | Said::Closed) => {
            files::discard(&kernel, &cleaned).await?;
            form.reject("words", "wrong-talk-closed");
            refused(&kernel, s, &permit, &at, form).await
        }
        Err(e) => {
            files::discard(&kernel, &cleaned).await?;
            Err(e)
        }
    }
}

/// A file as what it is, alone in its sandbox: a picture in the page, a document as a download.
pub async fn file(
    Shared(kernel): Shared<Kernel>,
    May { permit, .. }: May<Talk>,
    Path(at): Path<At>,
) -> Result<Response> {
    let id = Id::stored(at.file.clone());
    let found = store::file(&mut kernel.db.read().await?, &permit, &at.topic(), &id).await?.ok_or(Error::NotFound)?;
    let media = Media::of_mime(&found.media).ok_or(Error::NotFound)?;
    let shown = if media == Media::Pdf { "attachment" } else { "inline" };
    let mut response = Body::from_stream(files::open(&kernel, &found.id).await?).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media.mime()));
    let policy = "sandbox; default-src 'none'; img-src 'self'; style-src 'none'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    let disposition = format!("{shown}; filename=\"file.{}\"", media.extension());
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_str(&disposition).map_err(|e| Error::Internal(e.to_string()))?,
    );
    // It never changes; whoever may not read it any more asks for nothing new.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    Ok(response)
}

#[derive(Template)]
#[template(path = "conversations/templates/news.html")]
struct News {
    page: Page,
    messages: Vec<Message>,
    shown: Shown,
}

/// What came after a message, for a page that follows.
pub async fn news(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
    Query(part): Query<Part>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let found = topic(&mut conn, &permit, &at).await?;
    let messages = store::news(&mut conn, &permit, &found, part.after.unwrap_or(found.messages)).await?;
    drop(conn);
    if let Some(last) = messages.last().filter(|_| part.after.is_some_and(|n| n <= found.seen)) {
        acts::read(&kernel, &permit, &found, last.n).await?;
    }
    html(&News { page: s.page.clone(), messages, shown: shown(&kernel, &s, &permit, &found) })
}

/// Says that something is new, and nothing of what it is.
pub async fn live(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let found = topic(&mut conn, &permit, &at).await?;
    let who = following::who(&s).ok_or(Error::NotFound)?;
    // Listening begins before looking, so that nothing falls between.
    let listener = kernel.live.follow(&acts::live(&found.id), who, kernel.config.live_lines.get() as usize);
    let first = acts::now(&mut conn, &permit, &found.id).await?.ok_or(Error::NotFound)?;
    drop(conn);
    Ok(rooms::line(listener, first, s.page.t.0))
}

#[derive(Template)]
#[template(path = "conversations/templates/edit.html")]
struct Edit {
    page: Page,
    s: InSeason,
    form: Form,
    topic: Topic,
    n: i64,
}

impl Edit {
    fn path(&self) -> String {
        path(&self.s, &self.topic.id)
    }
}

/// One's own message of a path, as it is kept.
async fn own(kernel: &Kernel, permit: &Talk, at: &At) -> Result<(Topic, Message)> {
    let mut conn = kernel.db.read().await?;
    let found = topic(&mut conn, permit, at).await?;
    let n = at.n()?;
    let all = store::messages(&mut conn, permit, &found, n).await?;
    let own = all.into_iter().find(|m| m.n == n && m.is_of(permit.person()) && !m.is_removed());
    Ok((found, own.ok_or(Error::NotFound)?))
}

pub async fn edit(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
) -> Result<Response> {
    let (topic, message) = own(&kernel, &permit, &at).await?;
    html(&Edit { page: s.page.clone(), s, form: Form::of(&[("text", &message.text)]), topic, n: message.n })
}

pub async fn change(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let (topic, message) = own(&kernel, &permit, &at).await?;
    // What comes with a file needs no words.
    let text = if message.file_id.is_some() && form.value("text").trim().is_empty() {
        String::new()
    } else {
        bounded(&mut form, "text", LONGEST)
    };
    let readers = store::readers(&mut kernel.db.read().await?, &permit, &topic).await?;
    unclear(&mut form, "text", &acts::meant_by(&text, &readers, permit.person()));
    if !form.is_accepted() {
        return unaccepted(&Edit { page: s.page.clone(), s, form, topic, n: message.n });
    }
    let to = message_path(&s, &topic.id, message.n);
    if text != message.text && !acts::edit(&kernel, &permit, &topic, message.n, &text).await? {
        return Err(Error::NotFound);
    }
    Ok(see(&to))
}

pub async fn remove(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
) -> Result<Response> {
    let tend = rules::may_tend(&s);
    let n = at.n()?;
    acts::remove(&kernel, &permit, tend.as_ref(), &at.topic(), n).await?;
    let found = topic(&mut kernel.db.read().await?, &permit, &at).await?;
    Ok(see(&at_message(&s, &found, n)))
}

/// The page that a message stands on, at the message.
fn at_message(s: &InSeason, topic: &Topic, n: i64) -> String {
    if n > topic.messages - PAGE {
        return message_path(s, &topic.id, n);
    }
    format!("{}?to={}#m{n}", path(s, &topic.id), n.saturating_add(PAGE / 2))
}

pub async fn put_back(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
) -> Result<Response> {
    let found = topic(&mut kernel.db.read().await?, &permit, &at).await?;
    let n = at.n()?;
    let is_done = acts::put_back(&kernel, &permit, &found.id, n).await?;
    let to = at_message(&s, &found, n);
    Ok(see(&if is_done { to } else { format!("{}?late=1", path(&s, &found.id)) }))
}

pub async fn set_state(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let state = State::parse(form.value("state")).ok_or(Error::NotFound)?;
    let found = topic(&mut kernel.db.read().await?, &permit, &at).await?;
    let tend = rules::may_tend(&s);
    acts::set_state(&kernel, &permit, tend.as_ref(), &found.id, state).await?;
    Ok(see(&path(&s, &found.id)))
}

pub async fn rename(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let title = title(&mut form);
    if !form.is_accepted() {
        return refused(&kernel, s, &permit, &at, form).await;
    }
    let found = topic(&mut kernel.db.read().await?, &permit, &at).await?;
    let tend = rules::may_tend(&s);
    acts::rename(&kernel, &permit, tend.as_ref(), &found.id, &title).await?;
    Ok(see(&path(&s, &found.id)))
}
