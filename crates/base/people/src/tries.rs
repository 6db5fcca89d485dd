//! Tries that are counted: how often digits may be guessed for one account, and what one network address may ask for.
//!
//! **Digits.** Wrong digits are counted for the account they would open, whatever browser, network or request they come
//! from. After five, the digits are off for this account: for 15 minutes, after five more for an hour, then for a day.
//! Who starts over has waited a day without a wrong try. The account's holder is told by mail each time, and the link
//! in a sign-in mail works all the while. Mailed digits are counted twice: for the address that was typed, which the
//! page speaks of, and for the person, which it never does: wherever both stand, right digits are wrong, so that nobody
//! learns which addresses are one person's.
//!
//! How often a guess succeeds: at most 15 wrong tries fit into any 24 hours (5, 15 minutes, 5, an hour, 5, a day; the
//! loop test below looks for more). A mailed code is one of 1,000,000, so guessing all day succeeds with a chance of 15
//! / 1,000,000 = 0.0015 %. An authenticator's digits are right for three steps of 30 seconds at a time: 45 / 1,000,000
//! = 0.0045 %. Both are below 0.01 %.
//!
//! **Addresses.** A room full of people comes from one address, and a machine on that address must not fill the house.
//! Three hundred asks in ten minutes let 75 people try four times each; two thousand in a day are enough for a school
//! of hundreds, and end a machine's day early. What sends mail to an address that was just typed in is held to half of
//! that, and to 400 a day.

mod store;

use super::model::norm_email;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Letter;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, db, once, secret, tally};

/// Wrong digits of one account until they are off.
const WRONG: i64 = 5;

/// For how many seconds they are then off, the first time, the second, and from the third on.
const WAITS: [i64; 3] = [900, 3_600, 86_400];

/// A day without a wrong try forgets the ones before.
const FORGIVEN_AFTER: i64 = 86_400;

/// Which digits. Each kind is counted for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// Six digits in a sign-in mail.
    Mailed,
    /// An authenticator's.
    Totp,
}

impl Digits {
    fn name(self) -> &'static str {
        match self {
            Self::Mailed => "mailed",
            Self::Totp => "totp",
        }
    }
}

/// What mailed digits are counted for, and said to be off for: the address as it was typed. One that nobody holds
/// counts like any other.
pub fn of_address(email: &str) -> String {
    secret::hash(&format!("digits:{}:{}", Digits::Mailed.name(), norm_email(email)))
}

/// What digits are counted for besides: the person, whichever of their addresses was typed. That these are off is never
/// said where it would tell that two addresses are one person's. Where nobody holds the address it stands for itself.
pub fn of_person(digits: Digits, person: Option<&Id>, address: &str) -> String {
    let who = person.map_or_else(|| format!("nobody:{address}"), ToString::to_string);
    secret::hash(&format!("digits:{}:{who}", digits.name()))
}

/// Until when the digits of an account are off, if they are.
pub async fn off_until(conn: &mut Conn, account: &str, now: Time) -> db::Result<Option<Time>> {
    store::off_until(conn, account, now).await
}

/// What came of beginning a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    Counted,
    /// The digits are off until then, and nothing was counted.
    Off(Time),
}

/// Counts a try before the digits are compared, and holds the account's row until the transaction ends, so that tries
/// at the same time come one after the other.
pub async fn begin(tx: &mut Tx, account: &str, now: Time) -> db::Result<Begun> {
    if store::count(tx, account, now, now.plus_seconds(-FORGIVEN_AFTER)).await? > 0 {
        return Ok(Begun::Counted);
    }
    Ok(Begun::Off(off_until(tx, account, now).await?.unwrap_or(now)))
}

/// Takes back the count of a try that was right; the wrong ones before it stay.
pub async fn was_right(tx: &mut Tx, account: &str) -> db::Result<()> {
    store::uncount(tx, account).await
}

/// After a wrong try: where it was the last one, the digits are off from here on. Returns for how many seconds and
/// until when.
async fn count_wrong(tx: &mut Tx, account: &str, now: Time) -> db::Result<Option<(i64, Time)>> {
    let count = store::counted(tx, account).await?;
    let Some(wait) = wait(count.wrong, count.stage) else {
        store::set_wrong_at(tx, account, now).await?;
        return Ok(None);
    };
    let until = now.plus_seconds(wait);
    store::put_off(tx, account, until, now).await?;
    Ok(Some((wait, until)))
}

/// After a wrong try, where nobody is told that digits went off.
pub async fn was_wrong_unsaid(tx: &mut Tx, account: &str, now: Time) -> db::Result<()> {
    count_wrong(tx, account, now).await.map(drop)
}

/// After a wrong try: where it was the last one, the digits are off from here on, and the account's holder is told.
/// Nobody is told of an address that nobody holds, at the same cost.
pub async fn was_wrong(
    kernel: &Kernel,
    tx: &mut Tx,
    digits: Digits,
    account: &str,
    person: Option<&Id>,
) -> db::Result<Option<Time>> {
    let now = kernel.now();
    let Some((wait, until)) = count_wrong(tx, account, now).await? else { return Ok(None) };
    let nobody = Id::stored(String::new());
    let who = store::holder(tx, person.unwrap_or(&nobody)).await?;
    let expires = now.plus_days(2);
    let lane = if who.is_some() { Lane::Urgent(expires) } else { Lane::Decoy(expires) };
    let (language, to) = who.unwrap_or_else(|| ("en".into(), "nobody@invalid".into()));
    let lang = Lang::parse(&language).unwrap_or_default();
    let t = Tr(lang);
    let (what, next) = match digits {
        Digits::Mailed => ("mail-digits-mailed", "mail-digits-mailed-next"),
        Digits::Totp => ("mail-digits-totp", "mail-digits-totp-next"),
    };
    let letter = Letter {
        lang: lang.tag(),
        subject: t.t("mail-digits-subject"),
        paragraphs: vec![t.t(what), t.a("mail-digits-off", "time", words(t, wait)), t.t(next)],
        button: None,
    };
    let key = format!("digits:{account}:{}", until.0);
    outbox::enqueue(
        kernel,
        tx,
        outbox::New { key: &key, lane, listed: Listed::ToOwners, season: None, mail: &letter.to(&to) },
    )
    .await?;
    Ok(Some(until))
}

/// For how long digits go off after this many wrong ones, or nothing while there are tries left.
fn wait(wrong: i64, stage: i64) -> Option<i64> {
    let stage = usize::try_from(stage).unwrap_or(0).min(WAITS.len() - 1);
    (wrong >= WRONG).then(|| WAITS[stage])
}

/// A wait in words: minutes, hours or a day.
pub fn words(t: Tr, seconds: i64) -> String {
    let minutes = (seconds + 59) / 60;
    if minutes < 60 { t.a("digits-minutes", "n", minutes) } else { t.a("digits-hours", "n", (minutes + 59) / 60) }
}

/// Forgets accounts whose last wrong digits are two days old.
pub async fn forget(conn: &mut Conn, now: Time) -> db::Result<()> {
    store::forget(conn, now.plus_days(-2), now).await
}

/// Forgets wrong digits that no limit looks at any more, requests for links that ran out, and keys of forms.
pub async fn sweep(kernel: &Kernel) -> db::Result<()> {
    let (mut tx, now) = (kernel.db.begin().await?, kernel.now());
    forget(&mut tx, now).await?;
    super::store::forget_requests(&mut tx, now).await?;
    once::forget(&mut tx, now).await?;
    tx.commit().await
}

/// What a network address asks for: the most within ten minutes, and within a day.
#[derive(Clone, Copy, Debug)]
pub enum Ask {
    /// A sign-in, a draft: what stays here, or goes to someone known.
    Quiet,
    /// What sends mail to whatever address was typed in.
    Mails,
}

impl Ask {
    fn most(self) -> (i64, i64) {
        match self {
            Self::Quiet => (300, 2_000),
            Self::Mails => (150, 400),
        }
    }
}

/// Counts an ask of a network address and says whether it is still within what a room full of people needs. `what` is
/// counted for itself.
pub async fn count_address(kernel: &Kernel, conn: &mut Conn, ask: Ask, what: &str, address: &str) -> db::Result<bool> {
    let key = |long: &str| secret::hash(&format!("asks:{what}:{long}:{}", tally::sender(address)));
    let (now, (short, long)) = (kernel.now(), ask.most());
    Ok(tally::add(conn, &key("minutes"), 1, short, 600, now).await?
        && tally::add(conn, &key("day"), 1, long, 86_400, now).await?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same counting as the statements above, for a loop over days.
    #[derive(Default)]
    struct Account {
        wrong: i64,
        stage: i64,
        off_until: i64,
        wrong_at: Option<i64>,
    }

    impl Account {
        /// A wrong try at a second; false while the digits are off.
        fn guess(&mut self, at: i64) -> bool {
            if at < self.off_until {
                return false;
            }
            if self.wrong_at.is_some_and(|l| at - l >= FORGIVEN_AFTER) {
                (self.wrong, self.stage) = (0, 0);
            }
            self.wrong += 1;
            self.wrong_at = Some(at);
            if let Some(wait) = wait(self.wrong, self.stage) {
                (self.wrong, self.stage, self.off_until) = (0, self.stage + 1, at + wait);
            }
            true
        }
    }

    /// Most guesses within any 24 hours.
    fn most_in_a_day(guesses: &[i64]) -> usize {
        (0..guesses.len())
            .map(|i| guesses[i..].iter().take_while(|g| **g < guesses[i] + 86_400).count())
            .max()
            .unwrap_or(0)
    }

    proptest! {
        /// However a guesser spreads tries and pauses over weeks, no day holds more than the arithmetic above says.
        #[test]
        fn no_day_holds_more_than_fifteen_guesses(
            pauses in proptest::collection::vec(
                prop_oneof![
                    Just(0_i64),
                    1..20_i64,
                    800..1_000_i64,
                    3_500..3_700_i64,
                    20_000..90_000_i64,
                    Just(86_400_i64),
                ],
                1..2_000,
            ),
        ) {
            let mut account = Account::default();
            let (mut now, mut guesses) = (0, Vec::new());
            for pause in pauses {
                now += pause;
                if account.guess(now) {
                    guesses.push(now);
                }
            }
            prop_assert!(most_in_a_day(&guesses) <= 15, "{guesses:?}");
        }
    }

    #[test]
    fn a_guesser_who_never_rests_gets_fifteen_a_day() {
        let mut account = Account::default();
        let guesses: Vec<i64> = (0..30 * 86_400).filter(|now| account.guess(*now)).collect();
        assert_eq!(most_in_a_day(&guesses), 15);
        assert!(guesses.len() <= 15 * 30);
        let chance = |per_guess: f64| most_in_a_day(&guesses) as f64 * per_guess;
        assert!(chance(1.0 / 1_000_000.0) < 0.0001 && chance(3.0 / 1_000_000.0) < 0.0001, "below 0.01 %");
    }
}
