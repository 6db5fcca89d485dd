//! Kinds of emails to people who register, and to whom a place is offered.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const USUAL: EmailKind =
    EmailKind { programs: &["lab", "course", "webinar", "event"], to: Audience::Registrants, ..EmailKind::USUAL };
const NAME: &[Field] = &[Field::new("name")];
const WITH_PAY: &[Field] = &[Field::new("name"), Field::maybe("pay_link")];

/// Proves an address, so nobody else reads it; and nothing stands in it that a stranger typed.
pub static ASKED: EmailKind = EmailKind { key: "register-asked", at: (Moment::Registering, 1), ..USUAL };
pub static HELD: EmailKind =
    EmailKind { key: "register-held", at: (Moment::Registering, 2), fields: WITH_PAY, ..USUAL };
pub static WAITING: EmailKind =
    EmailKind { key: "register-waiting", at: (Moment::Registering, 3), fields: NAME, ..USUAL };
pub static OPENED: EmailKind =
    EmailKind { key: "register-opened", at: (Moment::Registering, 4), fields: WITH_PAY, ..USUAL };
pub static AGAIN: EmailKind = EmailKind { key: "register-again", at: (Moment::Registering, 5), ..USUAL };
pub static AGAIN_WAITING: EmailKind =
    EmailKind { key: "register-again-waiting", at: (Moment::Registering, 6), ..USUAL };

const OFFER: EmailKind = EmailKind { to: Audience::Others, fields: &[Field::needed("registrant")], ..USUAL };

/// Someone offers their place. It goes from one person to another, so nobody else reads it.
pub static PLACE: EmailKind = EmailKind { key: "place", at: (Moment::Registering, 7), ..OFFER };
/// The same to someone who is registered already.
pub static PLACE_THERE: EmailKind = EmailKind { key: "place-there", at: (Moment::Registering, 8), ..OFFER };
