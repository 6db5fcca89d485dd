//! Connections that are open, and for whom there is room: at a bound, whoever has waited longest without a request
//! gives way.

use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::Limits;

/// What a connection is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// The head of a request is on its way, or should be.
    Head,
    /// Between two requests.
    Idle,
    /// A request is being answered.
    Busy,
    /// More of its body is waited for.
    Body,
}

/// How a body comes: since when, and how many bytes.
#[derive(Clone, Copy)]
struct Coming {
    since: Instant,
    received: u64,
}

struct State {
    phase: Phase,
    since: Instant,
    /// Since when the other side takes nothing of what is to be sent.
    stuck: Option<Instant>,
    is_lingering: bool,
    body: Option<Coming>,
}

/// One connection.
pub(super) struct Line {
    peer: IpAddr,
    state: Mutex<State>,
    /// Told when it has to give way.
    pub(super) gives_way: Notify,
}

impl Line {
    fn new(peer: IpAddr) -> Self {
        let state = State { phase: Phase::Head, since: Instant::now(), stuck: None, is_lingering: false, body: None };
        Self { peer, state: Mutex::new(state), gives_way: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, phase: Phase) {
        let mut state = self.state();
        (state.phase, state.since) = (phase, Instant::now());
    }

    /// A request is there.
    pub(super) fn works(&self) {
        self.enter(Phase::Busy);
        self.state().body = None;
    }

    /// Whoever answers waits for more of the body.
    pub(super) fn starves(&self) {
        let mut state = self.state();
        state.phase = Phase::Body;
        state.body.get_or_insert(Coming { since: Instant::now(), received: 0 });
    }

    /// More of the body came, or its end.
    pub(super) fn receives(&self, bytes: u64) {
        let mut state = self.state();
        if state.phase == Phase::Body {
            state.phase = Phase::Busy;
        }
        if let Some(body) = &mut state.body {
            body.received += bytes;
        }
    }

    /// An answer is out.
    pub(super) fn waits(&self) {
        self.enter(Phase::Idle);
    }

    /// Bytes came.
    pub(super) fn hears(&self) {
        if self.state().phase == Phase::Idle {
            self.enter(Phase::Head);
        }
    }

    /// Whether bytes go out, or are stuck.
    pub(super) fn sends(&self, is_stuck: bool) {
        let mut state = self.state();
        match (is_stuck, state.stuck) {
            (true, None) => state.stuck = Some(Instant::now()),
            (false, Some(_)) => state.stuck = None,
            _ => {}
        }
    }

    /// The connection ends by itself: what the other side still sends may be taken, so that it reads our last words.
    pub(super) fn lingers(&self) {
        self.state().is_lingering = true;
    }

    pub(super) fn is_lingering(&self) -> bool {
        self.state().is_lingering
    }

    /// When it has waited for too long, if nothing changes.
    fn deadline(&self, limits: &Limits) -> Option<Instant> {
        let state = self.state();
        let phase = match state.phase {
            Phase::Head => Some(state.since + limits.head),
            Phase::Idle => Some(state.since + limits.idle),
            Phase::Busy | Phase::Body => None,
        };
        let stuck = state.stuck.map(|since| since + limits.stall);
        phase.into_iter().chain(stuck).min()
    }

    pub(super) fn is_overdue(&self, limits: &Limits) -> bool {
        self.deadline(limits).is_some_and(|d| d <= Instant::now())
    }

    /// When to look at it again: what it is at may change before.
    pub(super) fn next_look(&self, limits: &Limits) -> Instant {
        let soon = Instant::now() + limits.head.min(limits.stall);
        self.deadline(limits).map_or(soon, |d| d.min(soon))
    }

    /// Since when it has been waiting for a request; nothing while it works on one.
    fn waiting(&self) -> Option<Instant> {
        let state = self.state();
        matches!(state.phase, Phase::Head | Phase::Idle).then_some(state.since)
    }

    /// How many bytes a second of a body came that has had its time; nothing while none is waited for.
    fn pace(&self, patience: Duration) -> Option<u64> {
        let state = self.state();
        let body = state.body.filter(|_| state.phase == Phase::Body)?;
        let waited = body.since.elapsed();
        (waited >= patience).then(|| (body.received as f64 / waited.as_secs_f64()) as u64)
    }
}

#[derive(Default)]
struct Table {
    next: u64,
    all: BTreeMap<u64, Arc<Line>>,
    by_peer: HashMap<IpAddr, usize>,
}

impl Table {
    fn remove(&mut self, number: u64) -> Option<Arc<Line>> {
        let line = self.all.remove(&number)?;
        if let Some(count) = self.by_peer.get_mut(&line.peer) {
            *count -= 1;
            if *count == 0 {
                self.by_peer.remove(&line.peer);
            }
        }
        Some(line)
    }

    /// Ends the line that has waited longest for a request, of one address or of all; if none does, the one whose body
    /// comes slowest. False when all are at work.
    fn make_room(&mut self, of: Option<IpAddr>, patience: Duration) -> bool {
        let lines = || self.all.iter().filter(|(_, line)| of.is_none_or(|peer| line.peer == peer));
        let oldest = || lines().filter_map(|(n, line)| line.waiting().map(|since| (since, *n))).min().map(|(_, n)| n);
        let slowest =
            || lines().filter_map(|(n, line)| line.pace(patience).map(|pace| (pace, *n))).min().map(|(_, n)| n);
        let Some(line) = oldest().or_else(slowest).and_then(|n| self.remove(n)) else { return false };
        line.gives_way.notify_one();
        true
    }
}

/// All connections of a server.
#[derive(Clone, Default)]
pub(super) struct Lines(Arc<Mutex<Table>>);

/// A place among the connections, given back when it is dropped.
pub(super) struct Place {
    pub(super) line: Arc<Line>,
    number: u64,
    lines: Lines,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.lines.table().remove(self.number);
    }
}

impl Lines {
    fn table(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a place for a connection from an address; nothing when everyone is at work.
    pub(super) fn enter(&self, peer: IpAddr, limits: &Limits) -> Option<Place> {
        let peer = network(peer);
        let mut table = self.table();
        let is_crowded = limits.per_address.is_some_and(|most| table.by_peer.get(&peer).is_some_and(|n| *n >= most));
        if is_crowded && !table.make_room(Some(peer), limits.patience) {
            return None;
        }
        if table.all.len() >= limits.connections && !table.make_room(None, limits.patience) {
            return None;
        }
        let line = Arc::new(Line::new(peer));
        let number = table.next;
        table.next += 1;
        table.all.insert(number, line.clone());
        *table.by_peer.entry(peer).or_insert(0) += 1;
        Some(Place { line, number, lines: self.clone() })
    }

    /// Ends the connection that has waited longest, so that there is a descriptor again.
    pub(super) fn make_room(&self, limits: &Limits) {
        self.table().make_room(None, limits.patience);
    }
}

/// Whose connection counts together: one IPv4 address, or one network of IPv6 as a household gets it.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn at_a_bound_the_one_that_waits_longest_gives_way_and_work_is_never_cut() {
        let limits = Limits { connections: 4, per_address: Some(2), ..Limits::default() };
        let lines = Lines::default();
        let enter = |peer: &str| lines.enter(ip(peer), &limits);
        let (first, second) = (enter("192.0.2.1").expect("room"), enter("192.0.2.1").expect("room"));
        first.line.works();
        let third = enter("::ffff:192.0.2.1").expect("the second gives way");
        assert!(futures_util::FutureExt::now_or_never(second.line.gives_way.notified()).is_some());
        third.line.works();
        assert!(enter("192.0.2.1").is_none(), "both are at work");
        // Another address has room, and one household of IPv6 counts as one.
        let (_a, _b) = (enter("2001:db8::1").expect("room"), enter("2001:db8::2").expect("room"));
        assert_eq!(lines.table().by_peer.len(), 2);
        let _c = enter("2001:db8::3").expect("the first of its own gives way");
        let _d = enter("198.51.100.1").expect("at the bound of all, whoever waits longest gives way");
        assert_eq!(lines.table().all.len(), 4);
        assert!(first.line.pace(Duration::ZERO).is_none(), "its body is not waited for");
        drop((first, third));
        assert_eq!(lines.table().by_peer.get(&ip("192.0.2.1")), None);
        drop(second);
        assert_eq!(lines.table().all.len(), 2, "a place is given back once");
    }

    #[test]
    fn when_all_are_at_work_the_slowest_body_gives_way_once_it_has_had_its_time() {
        let limits = Limits { connections: 3, per_address: None, patience: Duration::ZERO, ..Limits::default() };
        let lines = Lines::default();
        let all: Vec<Place> =
            (1..=3).map(|n| lines.enter(ip(&format!("192.0.2.{n}")), &limits).expect("room")).collect();
        for place in &all {
            place.line.works();
        }
        all[0].line.starves();
        all[1].line.starves();
        all[0].line.receives(100_000);
        all[0].line.starves();
        let patient = Limits { patience: Duration::from_secs(60), ..limits.clone() };
        assert!(lines.enter(ip("192.0.2.9"), &patient).is_none(), "nobody has had their time");
        let new = lines.enter(ip("192.0.2.9"), &limits).expect("the slowest gives way");
        assert!(futures_util::FutureExt::now_or_never(all[1].line.gives_way.notified()).is_some());
        all[0].line.receives(1);
        new.line.works();
        assert!(lines.enter(ip("192.0.2.9"), &limits).is_none(), "the others are answered");
    }
}
