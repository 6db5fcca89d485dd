//! The run of show: blocks with minutes and owners, what a good session holds, and the mix of content, reflection and
//! application.

use super::model::{BLOCKS, Meeting, Segment};
use super::rules::{PlanGatherings, RunGathering, SeeGatherings};
use super::store::agenda as store;
pub use super::store::agenda::{of_season, target};
use weft_kernel::db::{Conn, Result, Tx};
use weft_kernel::i18n::Tr;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};

/// A block as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    pub kind: String,
    pub title: Words,
    pub minutes: i64,
    pub owner: String,
    pub materials: String,
    pub cue: String,
}

/// The blocks of all parts of a gathering, in order.
pub async fn blocks(conn: &mut Conn, _: &SeeGatherings, gathering: &Id) -> Result<Vec<Segment>> {
    store::blocks(conn, gathering).await
}

/// What anyone may read of a run of show: names and minutes, not who does what and how.
pub async fn of_public(conn: &mut Conn, gathering: &Id) -> Result<Vec<Segment>> {
    let mut all = store::blocks(conn, gathering).await?;
    for block in &mut all {
        block.owner.clear();
        block.materials.clear();
        block.cue.clear();
    }
    Ok(all)
}

/// The mix that a season wants, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub content: i64,
    pub reflection: i64,
    pub application: i64,
}

impl Target {
    pub fn words(&self, t: &Tr) -> String {
        t.args(
            "mix-target",
            &[
                ("content", self.content.into()),
                ("reflection", self.reflection.into()),
                ("application", self.application.into()),
            ],
        )
    }
}

pub async fn set_target(kernel: &Kernel, permit: &PlanGatherings, actor: &Id, target: Target) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::set_target(&mut tx, permit, target).await?;
    let event = events::Event {
        actor: Some(actor),
        verb: "mix.set",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await
}

/// Copies all blocks of a gathering to a new one.
pub(super) async fn copy(kernel: &Kernel, conn: &mut Conn, from: &Id, to: &Id) -> Result<()> {
    for s in store::blocks(conn, from).await? {
        let block = Block {
            kind: s.kind.clone(),
            title: s.title(),
            minutes: s.minutes,
            owner: String::new(),
            materials: s.materials.clone(),
            cue: s.cue.clone(),
        };
        store::insert(kernel, conn, to, s.part, s.position as usize, &block).await?;
    }
    Ok(())
}

/// What is to be done with a block.
pub enum Edit {
    Add(i64, Block),
    /// Begins a part anew with these.
    Fill(i64, Vec<Block>),
    Save(Id, Block),
    Up(Id),
    Down(Id),
    Remove(Id),
}

/// Changes a run of show. Returns false where the block is gone by now: then nothing is changed.
pub async fn edit(
    kernel: &Kernel,
    permit: &RunGathering,
    actor: &Id,
    gathering: &Id,
    edit: &Edit,
) -> weft_web::Result<bool> {
    let mut tx = kernel.begin_once().await?;
    store::hold(&mut tx, gathering).await?;
    let all = store::blocks(&mut tx, gathering).await?;
    let find = |id: &Id| all.iter().find(|s| s.id == *id);
    if let Edit::Save(id, _) | Edit::Up(id) | Edit::Down(id) | Edit::Remove(id) = edit
        && find(id).is_none()
    {
        return Ok(false);
    }
    match edit {
        Edit::Add(part, block) => {
            let position = all.iter().filter(|s| s.part == *part).map(|s| s.position + 1).max().unwrap_or(0);
            store::insert(kernel, &mut tx, gathering, *part, position as usize, block).await?;
        }
        Edit::Fill(part, blocks) => {
            store::clear(&mut tx, gathering, *part).await?;
            for (i, block) in blocks.iter().enumerate() {
                store::insert(kernel, &mut tx, gathering, *part, i, block).await?;
            }
        }
        Edit::Save(id, block) => {
            store::update(&mut tx, gathering, id, block).await?;
        }
        Edit::Up(id) | Edit::Down(id) => {
            if let Some(s) = find(id) {
                let is_up = matches!(edit, Edit::Up(_));
                let mut beside = all.iter().filter(|o| {
                    o.part == s.part && if is_up { o.position < s.position } else { o.position > s.position }
                });
                let other = if is_up { beside.next_back() } else { beside.next() };
                if let Some(other) = other {
                    swap(&mut tx, gathering, s, other).await?;
                }
            }
        }
        Edit::Remove(id) => {
            store::remove(&mut tx, gathering, id).await?;
        }
    }
    let event = events::Event {
        actor: Some(actor),
        verb: "agenda.changed",
        subject: gathering,
        season: Some(permit.season()),
        detail: None,
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(true)
}

async fn swap(tx: &mut Tx, gathering: &Id, a: &Segment, b: &Segment) -> Result<()> {
    // Positions are unique: one steps aside while they change.
    for (id, position) in [(&a.id, -1), (&b.id, a.position), (&a.id, b.position)] {
        store::set_position(tx, gathering, id, position).await?;
    }
    Ok(())
}

/// What may be wrong with a part's run of show, as keys with a number.
pub fn faults(meeting: &Meeting, part: i64, blocks: &[&Segment]) -> Vec<(&'static str, i64)> {
    let mut out = Vec::new();
    let slot = meeting.sittings.iter().filter(|s| s.part == part).map(|s| s.minutes).max().unwrap_or(0);
    let sum: i64 = blocks.iter().map(|b| b.minutes).sum();
    if sum > slot {
        out.push(("agenda-too-long", sum - slot));
    } else if sum < slot {
        out.push(("agenda-too-short", slot - sum));
    }
    if meeting.gathering.kind == "session" {
        let has = |kind: &str| blocks.iter().any(|b| b.kind == kind);
        // Grounding and celebration open a session, in whichever order (R39).
        let opens = blocks.iter().take(2).filter(|b| b.kind == "grounding" || b.kind == "celebration").count();
        if opens < 2 {
            out.push(("agenda-opening", 0));
        }
        // The five parts of a session (R38), and time that is nobody's (R40).
        for (kind, key) in [
            ("home-team", "agenda-no-home-team"),
            ("content", "agenda-no-content"),
            ("commitments", "agenda-no-commitments"),
            ("consult", "agenda-no-consult"),
            ("reflection", "agenda-no-reflection"),
        ] {
            if !has(kind) {
                out.push((key, 0));
            }
        }
        if !has("informal") && meeting.gathering.open_before + meeting.gathering.open_after == 0 {
            out.push(("agenda-no-informal", 0));
        }
    }
    out
}

/// Minutes of content, reflection and application, and of everything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mix {
    pub content: i64,
    pub reflection: i64,
    pub application: i64,
    pub rest: i64,
}

impl Mix {
    pub fn add(&mut self, kind: &str, minutes: i64) {
        match kind {
            "content" => self.content += minutes,
            "reflection" | "grounding" => self.reflection += minutes,
            "application" | "consult" | "commitments" | "home-team" => self.application += minutes,
            _ => self.rest += minutes,
        }
    }

    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a Segment>) -> Self {
        let mut mix = Self::default();
        for b in blocks {
            mix.add(&b.kind, b.minutes);
        }
        mix
    }

    /// The three in words, for those who do not see the bar.
    pub fn words(&self, t: &Tr) -> String {
        let [content, reflection, application] = self.shares();
        t.args(
            "mix-words",
            &[("content", content.into()), ("reflection", reflection.into()), ("application", application.into())],
        )
    }

    /// Each of the three in words.
    pub fn lines(&self, t: &Tr) -> [String; 3] {
        let [content, reflection, application] = self.shares();
        let line = |key: &str, share: i64, minutes: i64| t.a2(key, "share", share, "minutes", minutes);
        [
            line("mix-content", content, self.content),
            line("mix-reflection", reflection, self.reflection),
            line("mix-application", application, self.application),
        ]
    }

    /// Where each of the three begins on a bar of a hundred, and how long it is.
    pub fn bars(&self) -> [(i64, i64); 3] {
        let [content, reflection, application] = self.shares();
        [(0, content), (content, reflection), (content + reflection, application)]
    }

    pub fn whole(&self) -> i64 {
        self.content + self.reflection + self.application
    }

    /// Shares of the three in whole percent, which sum to 100; zeros when there is nothing.
    pub fn shares(&self) -> [i64; 3] {
        let whole = self.whole();
        if whole == 0 {
            return [0; 3];
        }
        let parts = [self.content, self.reflection, self.application];
        let mut shares = parts.map(|m| m * 100 / whole);
        // The largest remainders get what rounding down has left.
        let mut order = [0, 1, 2];
        order.sort_by_key(|i| std::cmp::Reverse(parts[*i] * 100 % whole));
        let left = 100 - shares.iter().sum::<i64>();
        for i in order.into_iter().take(left as usize) {
            shares[i] += 1;
        }
        shares
    }
}

/// Blocks of so many minutes: of a session its five parts, grounding and celebration first; of what strangers come to,
/// such as a webinar, nothing that needs a team. Shorter ones keep the order and, in steps of five minutes, the
/// proportions; while blocks would be shorter than seven and a half minutes on average, one of `LESS` is left out.
pub fn template(kind: &str, minutes: i64, title: impl Fn(&str) -> Words) -> Vec<Block> {
    const SESSION: &[(&str, i64)] = &[
        ("grounding", 10),
        ("celebration", 10),
        ("content", 40),
        ("reflection", 20),
        ("break", 10),
        ("home-team", 30),
        ("consult", 30),
        ("commitments", 15),
        ("informal", 15),
    ];
    const OPEN: &[(&str, i64)] =
        &[("welcome", 10), ("content", 40), ("reflection", 10), ("questions", 20), ("commitments", 10)];
    // What can be left out, the first to go first.
    const LESS: &[&str] = &[
        "break",
        "informal",
        "celebration",
        "consult",
        "home-team",
        "reflection",
        "commitments",
        "questions",
        "content",
    ];
    // No block is shorter, and all but the last are a multiple of it.
    const STEP: i64 = 5;
    let mut parts = if matches!(kind, "webinar" | "event-session") { OPEN } else { SESSION }.to_vec();
    let steps = (minutes / STEP).max(1);
    for less in LESS {
        if 2 * steps < 3 * parts.len() as i64 {
            parts.retain(|(kind, _)| kind != less);
        }
    }
    let whole: i64 = parts.iter().map(|(_, share)| share).sum();
    let mut given = vec![1_i64; parts.len()];
    for _ in parts.len() as i64..steps {
        // To whichever is furthest from its share, the earlier of two.
        let lacks = |i: &usize| (steps * parts[*i].1 - given[*i] * whole, std::cmp::Reverse(*i));
        if let Some(next) = (0..parts.len()).max_by_key(lacks) {
            given[next] += 1;
        }
    }
    let rest = minutes - steps * STEP;
    let last = parts.len() - 1;
    parts
        .into_iter()
        .zip(given)
        .enumerate()
        .map(|(i, ((kind, _), steps))| Block {
            kind: kind.into(),
            title: title(kind),
            minutes: steps * STEP + if i == last { rest } else { 0 },
            ..Block::default()
        })
        .collect()
}

/// When a block begins in the first sitting of its part.
pub fn begins(t: Tr, meeting: &Meeting, blocks: &[Segment], block: &Segment) -> String {
    let Some(s) = meeting.sittings.iter().find(|s| s.part == block.part) else { return String::new() };
    let before: i64 =
        blocks.iter().filter(|b| b.part == block.part && b.position < block.position).map(|b| b.minutes).sum();
    super::when::time(t, s.starts_at.plus_seconds(before * 60), &s.zone)
}

/// Whether a block kind is one of ours.
pub fn is_kind(kind: &str) -> bool {
    BLOCKS.contains(&kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_template_fills_its_slot_and_opens_with_grounding(minutes in 9_i64..600) {
            let blocks = template("session", minutes, |_| Words::default());
            proptest::prop_assert_eq!(blocks.iter().map(|b| b.minutes).sum::<i64>(), minutes);
            proptest::prop_assert!(blocks.iter().all(|b| b.minutes >= 5));
            proptest::prop_assert_eq!(blocks[0].kind.as_str(), "grounding");
        }

        #[test]
        fn shares_sum_to_a_hundred(content in 0_i64..500, reflection in 0_i64..500, application in 0_i64..500) {
            let mix = Mix { content, reflection, application, rest: 7 };
            let sum: i64 = mix.shares().iter().sum();
            proptest::prop_assert_eq!(sum, if mix.whole() == 0 { 0 } else { 100 });
        }
    }

    #[test]
    fn what_strangers_come_to_has_no_home_teams() {
        for kind in ["webinar", "event-session"] {
            let blocks = template(kind, 90, |_| Words::default());
            assert_eq!(blocks.iter().map(|b| b.minutes).sum::<i64>(), 90);
            assert!(!blocks.iter().any(|b| ["home-team", "consult"].contains(&b.kind.as_str())));
        }
    }

    #[test]
    fn a_short_session_leaves_out_what_does_not_fit() {
        let of = |minutes| -> Vec<(String, i64)> {
            template("session", minutes, |_| Words::default()).into_iter().map(|b| (b.kind, b.minutes)).collect()
        };
        let hour = of(60);
        assert!(hour.len() == 8 && !hour.iter().any(|(kind, _)| kind == "break"), "{hour:?}");
        assert!(hour.iter().all(|(_, m)| *m >= 5) && hour.iter().map(|(_, m)| m).sum::<i64>() == 60, "{hour:?}");
        let half = of(33);
        let kinds: Vec<&str> = half.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, ["grounding", "content", "reflection", "commitments"]);
        assert_eq!(of(9), [("grounding".to_owned(), 9)]);
    }

    #[test]
    fn three_hours_are_the_template_as_it_stands() {
        let minutes: Vec<i64> = template("session", 180, |_| Words::default()).iter().map(|b| b.minutes).collect();
        assert_eq!(minutes, [10, 10, 40, 20, 10, 30, 30, 15, 15]);
    }
}
