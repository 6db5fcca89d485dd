//! Mail that comes back: the address is marked, nothing more is sent there, and the leads of the seasons its
//! holder takes part in are told, once. It is learnt from a mail server that refuses the address, or from a
//! delivery report that `weft admin bounced` reads.

use crate::kernel::db::Tx;
use crate::kernel::i18n::{Lang, Tr};
use crate::kernel::ids::Id;
use crate::kernel::mail::Letter;
use crate::kernel::{Kernel, events, outbox};
use crate::people::model::norm_email;
use crate::people::store as people;
use crate::{args, row, sql};

row! { struct Told { season_slug: String, season_name: String, lead_id: Id, lead_name: String, language: String } }

/// Marks an address. `false` when nobody holds it, or when it was marked before.
pub async fn mark(kernel: &Kernel, address: &str) -> crate::kernel::db::Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let marked: Vec<(Id, Id)> = tx
        .all(
            sql!("UPDATE contact_point SET bounced_at = $2 WHERE norm = $1 AND kind = 'email' AND until IS NULL AND bounced_at IS NULL RETURNING id, person_id"),
            args![norm_email(address), kernel.now()],
        )
        .await?;
    for (contact, person) in &marked {
        let event = events::Event { actor: None, verb: "address.bounced", subject: person, season: None, detail: None };
        events::record(kernel, &mut tx, event).await?;
        tell(kernel, &mut tx, contact, person).await?;
    }
    tx.commit().await?;
    Ok(!marked.is_empty())
}

async fn tell(kernel: &Kernel, tx: &mut Tx, contact: &Id, person: &Id) -> crate::kernel::db::Result<()> {
    let leads: Vec<Told> = tx
        .all(
            sql!("SELECT s.slug AS season_slug, s.name AS season_name, l.id AS lead_id, l.display_name AS lead_name, l.language AS language FROM season s JOIN role r ON r.season_id = s.id AND r.until IS NULL AND r.role IN ('program-lead', 'co-lead') JOIN person l ON l.id = r.person_id WHERE l.id <> $1 AND EXISTS (SELECT 1 FROM role h WHERE h.season_id = s.id AND h.person_id = $1 AND h.until IS NULL) ORDER BY s.slug, l.id"),
            args![person],
        )
        .await?;
    let name = people::person(tx, person).await?.map(|p| p.display_name).unwrap_or_default();
    for lead in leads {
        let Some(to) = people::address_of(tx, &lead.lead_id).await? else { continue };
        let lang = Lang::parse(&lead.language).unwrap_or_default();
        let t = Tr(lang);
        let letter = Letter {
            lang: lang.tag(),
            subject: t.a("mail-bounced-subject", "name", name.clone()),
            paragraphs: vec![t.a("mail-greeting", "name", lead.lead_name), t.a2("mail-bounced-text", "name", name.clone(), "season", lead.season_name)],
            button: Some((t.t("mail-bounced-button"), format!("{}/s/{}", kernel.config.base_url, lead.season_slug))),
        };
        outbox::enqueue(kernel, tx, &format!("bounced:{contact}:{}:{}", lead.season_slug, lead.lead_id), &letter.to(&to), None).await?;
    }
    Ok(())
}

/// The addresses that a delivery report (RFC 3464) says failed for good. Delays and successes are none.
pub fn failed_in(report: &str) -> Vec<String> {
    let unfolded = report.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let mut failed = Vec::new();
    // Each recipient has a paragraph of its own.
    for paragraph in unfolded.split("\n\n") {
        let field = |name: &str| {
            paragraph.lines().find_map(|l| {
                let (n, v) = l.split_once(':')?;
                n.trim().eq_ignore_ascii_case(name).then(|| v.trim())
            })
        };
        let (Some(recipient), Some(action)) = (field("Final-Recipient"), field("Action")) else { continue };
        let is_final = action.eq_ignore_ascii_case("failed") && field("Status").is_none_or(|s| s.starts_with('5'));
        let address = recipient.rsplit(';').next().unwrap_or_default().trim().trim_matches(['<', '>']);
        if is_final && crate::web::form::is_email(address) {
            failed.push(address.to_owned());
        }
    }
    failed
}

#[cfg(test)]
mod tests {
    use super::failed_in;

    const REPORT: &str = "From: MAILER-DAEMON\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSorry. Action: failed, they say.\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822;\r\n gone@example.org\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\nFinal-Recipient: rfc822; slow@example.org\r\nAction: delayed\r\nStatus: 4.4.1\r\n\r\nFINAL-RECIPIENT: RFC822; <also@example.org>\r\nACTION: FAILED\r\n\r\n--x--\r\n";

    #[test]
    fn only_what_failed_for_good_is_taken_from_a_report() {
        assert_eq!(failed_in(REPORT), ["gone@example.org", "also@example.org"]);
        assert!(failed_in("Action: failed\nFinal-Recipient: rfc822; not an address\n").is_empty());
        assert!(failed_in("").is_empty());
    }
}
