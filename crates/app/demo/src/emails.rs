//! Who signs the season's emails, and one text that its team wrote itself.

use weft_kernel::Kernel;
use weft_kernel::i18n::Words;
use weft_programs::emails::{self, Sender, Text};
use weft_programs::{InSeason, rules};
use weft_web::{Error, Result};

const SEAT_EN: &str = "Hello {name},

Welcome to {season}! Your seat is yours: from {starts_on} to {ends_on} you meet people who do the work you do.

Please keep the dates of the gatherings free. They come in separate emails, for your calendar.

If you need anything to take part, such as child care, an interpreter or a quiet room, write to us at {email}.";

const SEAT_ES: &str = "Hola {name}:

¡Le damos la bienvenida a {season}! Del {starts_on} al {ends_on} conocerá a personas que trabajan en lo suyo.

Reserve, por favor, las fechas de los encuentros. Llegan en otros correos, para su calendario.

Si necesita algo para participar, como cuidado infantil, interpretación o una sala tranquila, escríbanos a {email}.";

pub async fn make(kernel: &Kernel, lead: &InSeason) -> Result<()> {
    let run = rules::may_run(&lead.season, &lead.roles).ok_or(Error::NotFound)?;
    let by = lead.actor_id();
    let sender = Sender {
        reply_to: "rooted@example.org".into(),
        signature_name: "Marisol Kestrelmont".into(),
        signature_role: "Director of Programs".into(),
        signature_role_es: "Dirección de Programas".into(),
    };
    emails::save_sender(kernel, &run, by, &sender).await?;
    let kind = emails::find(&lead.season, "seat").ok_or(Error::NotFound)?;
    let text = Text {
        subject: Words { en: "Welcome to {season}".into(), es: "Le damos la bienvenida a {season}".into() },
        body: Words { en: SEAT_EN.into(), es: SEAT_ES.into() },
        button: Words::default(),
    };
    emails::save(kernel, &run, by, kind, text, 0).await?;
    Ok(())
}
