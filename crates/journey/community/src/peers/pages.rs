//! The list of those who want to be found, and the words between them.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::rules::BeFound;
use super::store::{Peer, PeerSeason, Word};
use super::{Answer, acts, rules, store};
use weft_kernel::Kernel;
use weft_kernel::collate;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::plain::norm_words;
use weft_people::Actor;
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, html, see, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/peers", show),
        post("/peers", save),
        post("/peers/removal", leave),
        post("/peers/{id}/word", say),
        post("/peers/words/{id}", answer),
    ]
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "peers/templates/peers.html")]
struct Peers {
    page: Page,
    form: Form,
    asked: Asked,
    own: Option<Peer>,
    areas: Vec<String>,
    seasons: Vec<PeerSeason>,
    others: Vec<Peer>,
    words: Vec<Word>,
    count: i64,
    zone: String,
    /// To whom a word could not go out.
    wrong: Option<Id>,
}

async fn permit(conn: &mut Conn, actor: &Actor) -> Result<BeFound> {
    rules::may_be_found(conn, actor).await?.ok_or(Error::NotFound)
}

async fn load(kernel: &Kernel, page: Page, actor: &Actor, asked: Asked, form: Option<Form>) -> Result<Peers> {
    let mut conn = kernel.db.read().await?;
    let of = permit(&mut conn, actor).await?;
    let own = store::own(&mut conn, &of).await?;
    let mut others = match rules::may_find(&mut conn, &of).await? {
        Some(find) => store::others(&mut conn, &find).await?,
        None => Vec::new(),
    };
    let standing = others.len() as i64 + 1;
    let said = |p: &Peer| format!("{} {} {} {}", p.name, p.place, p.issues, p.talk);
    others.retain(|p| collate::finds_words(&asked.q, &said(p)));
    if let Some(own) = &own {
        // Those with most in common come first: issues, then the place.
        let shared = |p: &Peer| {
            p.issues().iter().filter(|i| own.issues().contains(i)).count() * 2
                + usize::from(norm_words(&p.place) == norm_words(&own.place))
        };
        others.sort_by_key(|p| std::cmp::Reverse(shared(p)));
    }
    let mut areas = store::issue_areas(&mut conn, &of).await?;
    let seasons = store::seasons(&mut conn, of.person()).await?;
    let form = form.unwrap_or_else(|| {
        let mut form = Form::default();
        if let Some(own) = &own {
            form.set("place", own.place.as_str());
            form.set("talk", own.talk.as_str());
            for issue in own.issues() {
                form.add("issue", issue);
            }
        }
        // Someone new to the list finds what the program chose checked; an offer that anyone may join is for them to
        // check.
        for season in
            seasons.iter().filter(|s| if own.is_some() { s.is_chosen } else { !s.is_open || seasons.len() == 1 })
        {
            form.add("season", season.id.as_str());
        }
        form
    });
    for kept in form.values("issue").filter(|v| !v.is_empty()) {
        if !areas.iter().any(|a| a == kept) {
            areas.push(kept.to_owned());
        }
    }
    Ok(Peers {
        count: if own.is_some() { standing } else { store::count(&mut conn, &of).await? },
        words: store::words(&mut conn, &of).await?,
        zone: actor.zone().to_owned(),
        wrong: None,
        page,
        form,
        asked,
        own,
        areas,
        seasons,
        others,
    })
}

impl Peers {
    /// Whether there is no place left beside a person where what went wrong could stand.
    fn is_lost(&self) -> bool {
        self.wrong.as_ref().is_some_and(|id| self.others.iter().all(|p| p.id != *id))
    }

    fn is_wrong(&self, peer: &Peer) -> bool {
        self.wrong.as_ref() == Some(&peer.id)
    }

    /// What waits for an answer of hers.
    fn open(&self) -> usize {
        self.words.iter().filter(|w| !w.is_mine && w.answer.is_none()).count()
    }
}

async fn show(State(kernel): State<Kernel>, page: Page, actor: Actor, Query(asked): Query<Asked>) -> Result<Response> {
    html(&load(&kernel, page, &actor, asked, None).await?)
}

async fn save(State(kernel): State<Kernel>, page: Page, actor: Actor, mut form: Form) -> Result<Response> {
    let of = permit(&mut kernel.db.read().await?, &actor).await?;
    let (place, talk) = (form.required("place"), form.required("talk"));
    for (name, text, most) in [("place", &place, 120), ("talk", &talk, 1_000)] {
        if text.chars().count() > most {
            form.reject_with(name, "wrong-longer-than", most.to_string());
        }
    }
    let issues: Vec<String> =
        form.values("issue").filter(|v| !v.is_empty()).take(20).map(|v| v.chars().take(120).collect()).collect();
    let own = store::seasons(&mut kernel.db.read().await?, of.person()).await?;
    let seasons: Vec<Id> = own.into_iter().map(|s| s.id).filter(|id| form.is_checked("season", id.as_str())).collect();
    if seasons.is_empty() {
        form.reject("season", "wrong-peers-seasons");
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, page, &actor, Asked::default(), Some(form)).await?);
    }
    acts::be_found(&kernel, &of, &place, &issues.join("\n"), &talk, &seasons).await?;
    Ok(see("/peers"))
}

async fn leave(State(kernel): State<Kernel>, actor: Actor) -> Result<Response> {
    let of = permit(&mut kernel.db.read().await?, &actor).await?;
    acts::leave(&kernel, &of).await?;
    Ok(see("/peers"))
}

#[derive(Deserialize)]
struct At {
    id: String,
}

async fn say(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Actor,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let of = permit(&mut conn, &actor).await?;
    let find = rules::may_find(&mut conn, &of).await?.ok_or(Error::NotFound)?;
    drop(conn);
    let to = Id::stored(at.id);
    let text = form.required("word");
    if text.chars().count() > acts::LONGEST {
        form.reject_with("word", "wrong-longer-than", acts::LONGEST.to_string());
    }
    if form.is_accepted() {
        let press = form.once(&kernel, Some(&actor.person_id), &page, "/peers#words");
        match acts::say(&press, &find, &actor.name, &to, &text).await?.fault() {
            None => return Ok(see("/peers#words")),
            Some(key) => form.reject("word", key),
        }
    }
    let typed = form.value("word").to_owned();
    let wrong = form.wrong.clone();
    let mut page = load(&kernel, page, &actor, Asked::default(), None).await?;
    page.form.set("word", typed);
    page.form.wrong = wrong;
    page.wrong = Some(to);
    unaccepted(&page)
}

async fn answer(State(kernel): State<Kernel>, actor: Actor, Path(at): Path<At>, form: Form) -> Result<Response> {
    let of = permit(&mut kernel.db.read().await?, &actor).await?;
    let said = Answer::parse(form.value("answer")).ok_or(Error::BadRequest)?;
    acts::answer(&kernel, &of, &actor.name, &Id::stored(at.id), said).await?;
    Ok(see("/peers#words"))
}
