//! The SQL of the library.

use super::model::{Card, Draft, Reflection};
use super::rules::{KeepLibrary, ReadLibrary, Reflect};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::i18n::Tr;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

/// All cards the reader may see, by kind and number.
pub async fn cards(conn: &mut Conn, permit: &ReadLibrary) -> Result<Vec<Card>> {
    conn.all(
        sql!(
            "SELECT c.*
            FROM card c
            WHERE c.program_id = $1
                AND c.removed_at IS NULL
                AND (c.published_at IS NOT NULL OR CAST($2 AS BIGINT) = 1)
            ORDER BY c.number"
        ),
        args![permit.program(), permit.sees_drafts],
    )
    .await
}

pub async fn card(conn: &mut Conn, permit: &ReadLibrary, number: i64) -> Result<Option<Card>> {
    conn.opt(
        sql!(
            "SELECT c.*
            FROM card c
            WHERE c.program_id = $1
                AND c.number = $3
                AND c.removed_at IS NULL
                AND (c.published_at IS NOT NULL OR CAST($2 AS BIGINT) = 1)"
        ),
        args![permit.program(), permit.sees_drafts, number],
    )
    .await
}

/// Published cards a gathering works with, in their order.
pub async fn of_gathering(conn: &mut Conn, gathering: &Id) -> Result<Vec<Card>> {
    conn.all(
        sql!(
            "SELECT c.*
            FROM gathering_card g
            JOIN card c ON c.id = g.card_id
            WHERE g.gathering_id = $1 AND c.published_at IS NOT NULL
            ORDER BY g.position, c.number"
        ),
        args![gathering],
    )
    .await
}

/// Puts a gathering's cards in this order; cards of another program stay out.
pub async fn set_of_gathering(conn: &mut Conn, permit: &KeepLibrary, gathering: &Id, cards: &[i64]) -> Result<()> {
    // One that is taken back for a while keeps its place.
    conn.run(
        sql!(
            "DELETE FROM gathering_card
            WHERE gathering_id = $1 AND card_id IN (SELECT c.id FROM card c WHERE c.published_at IS NOT NULL)"
        ),
        args![gathering],
    )
    .await?;
    for (position, number) in cards.iter().enumerate() {
        conn.run(
            sql!(
                "INSERT INTO gathering_card (gathering_id, card_id, position)
                SELECT CAST($2 AS TEXT), c.id, CAST($4 AS BIGINT)
                FROM card c
                WHERE c.program_id = $1 AND c.number = $3 AND c.removed_at IS NULL
                ON CONFLICT (gathering_id, card_id) DO NOTHING"
            ),
            args![permit.program(), gathering, *number, position],
        )
        .await?;
    }
    Ok(())
}

row! { pub struct Tag { card_id: Id, list: String, value: String } }

/// The tags of a program's cards.
pub async fn tags(conn: &mut Conn, permit: &ReadLibrary) -> Result<Vec<Tag>> {
    conn.all(
        sql!(
            "SELECT t.card_id AS card_id, t.list AS list, t.value AS value
            FROM card_tag t
            JOIN card c ON c.id = t.card_id
            WHERE c.program_id = $1
            ORDER BY t.list, t.value"
        ),
        args![permit.program()],
    )
    .await
}

/// Numbers follow one another: whoever writes holds the program's row.
async fn next_number(conn: &mut Conn, program: &Id) -> Result<i64> {
    conn.run(sql!("UPDATE program SET slug = slug WHERE id = $1"), args![program]).await?;
    Ok(conn
        .one::<(i64,)>(sql!("SELECT COALESCE(MAX(number), 0) + 1 FROM card WHERE program_id = $1"), args![program])
        .await?
        .0)
}

/// Holds the program, and says whether its library ever had a card that is no protocol.
pub(super) async fn has_begun(conn: &mut Conn, permit: &KeepLibrary) -> Result<bool> {
    next_number(conn, permit.program()).await?;
    let sql = sql!("SELECT COUNT(*) FROM card WHERE program_id = $1 AND kind <> 'protocol'");
    Ok(conn.one::<(i64,)>(sql, args![permit.program()]).await?.0 > 0)
}

/// Protocols of peer consults that the reader may see, the short ones first.
pub async fn protocols(conn: &mut Conn, permit: &ReadLibrary) -> Result<Vec<Card>> {
    conn.all(
        sql!(
            "SELECT c.*
            FROM card c
            WHERE c.program_id = $1
                AND c.kind = 'protocol'
                AND c.removed_at IS NULL
                AND (c.published_at IS NOT NULL OR CAST($2 AS BIGINT) = 1)
            ORDER BY c.minutes, c.number"
        ),
        args![permit.program(), permit.sees_drafts],
    )
    .await
}

pub(super) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &KeepLibrary,
    by: Option<&Id>,
    draft: &Draft,
) -> Result<(Id, i64)> {
    let (id, number) = (kernel.id(), next_number(conn, permit.program()).await?);
    conn.run(
        sql!(
            "INSERT INTO card (
                id, program_id, number, kind, title_en, title_es, text_en, text_es, posture, eyes, care_en, care_es,
                    support_en, support_es, prompts_en, prompts_es, list, origin, source_url, licence, permission,
                    stays_inside, recording_url, transcript, made_by, made_at, changed_at
            )
            VALUES (
                $1, $2, $3, $4, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, '', '', $5, $6,
                    $6
            )"
        ),
        args![&id, permit.program(), number, &draft.kind, by, kernel.now()],
    )
    .await?;
    write(conn, permit, &id, draft, kernel.now()).await?;
    Ok((id, number))
}

/// Writes a card anew, if it still is what `seen` saw.
pub(super) async fn update(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &KeepLibrary,
    number: i64,
    seen: Time,
    draft: &Draft,
) -> Result<Option<Id>> {
    let held = sql!(
        "UPDATE card
        SET changed_at = changed_at + 1
        WHERE program_id = $1 AND number = $2 AND changed_at = $3 AND removed_at IS NULL
        RETURNING id"
    );
    let Some((id,)) = conn.opt::<(Id,)>(held, args![permit.program(), number, seen]).await? else { return Ok(None) };
    write(conn, permit, &id, draft, kernel.now()).await?;
    Ok(Some(id))
}

async fn write(conn: &mut Conn, permit: &KeepLibrary, id: &Id, d: &Draft, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE card
            SET kind = $3, title_en = $4, title_es = $5, text_en = $6, text_es = $7, minutes = $8, posture = $9,
                eyes = $10, care_en = $11, care_es = $12, support_en = $13, support_es = $14, prompts_en = $15,
                prompts_es = $16, list = $17, origin = $18, source_url = $19, licence = $20, permission = $21,
                stays_inside = $22, recording_url = $23, transcript = $24,
                changed_at = CASE WHEN $25 > changed_at THEN $25 ELSE changed_at + 1 END
            WHERE program_id = $1 AND id = $2"
        ),
        args![
            permit.program(),
            id,
            &d.kind,
            &d.title.en,
            &d.title.es,
            &d.text.en,
            &d.text.es,
            d.minutes,
            &d.posture,
            &d.eyes,
            &d.care.en,
            &d.care.es,
            &d.support.en,
            &d.support.es,
            &d.prompts.en,
            &d.prompts.es,
            &d.list,
            &d.origin,
            &d.source_url,
            &d.licence,
            &d.permission,
            d.stays_inside,
            &d.recording_url,
            &d.transcript,
            now
        ],
    )
    .await?;
    conn.run(sql!("DELETE FROM card_tag WHERE card_id = $1"), args![id]).await?;
    for (list, value) in &d.tags {
        conn.run(
            sql!(
                "INSERT INTO card_tag (card_id, list, value)
                VALUES ($1, $2, $3)
                ON CONFLICT (card_id, list, value) DO NOTHING"
            ),
            args![id, list, value],
        )
        .await?;
    }
    Ok(())
}

/// Lets others read a card as it was looked through; nothing happens where it is not the same any more, or published
/// already.
pub(super) async fn publish(conn: &mut Conn, permit: &KeepLibrary, card: &Card, now: Time) -> Result<bool> {
    let sql = sql!(
        "UPDATE card
        SET published_at = $4, changed_at = changed_at + 1
        WHERE program_id = $1 AND id = $2 AND changed_at = $3 AND published_at IS NULL AND removed_at IS NULL"
    );
    Ok(conn.run(sql, args![permit.program(), &card.id, card.changed_at, now]).await? > 0)
}

/// Takes a card back from its readers; returns it where that is news.
pub(super) async fn withdraw(conn: &mut Conn, permit: &KeepLibrary, number: i64) -> Result<Option<Id>> {
    let sql = sql!(
        "UPDATE card
        SET published_at = NULL
        WHERE program_id = $1 AND number = $2 AND published_at IS NOT NULL RETURNING id"
    );
    Ok(conn.opt::<(Id,)>(sql, args![permit.program(), number]).await?.map(|(id,)| id))
}

/// Takes a draft out of the library. It stays as a row, for those who have written on it: whether anyone has is
/// nobody's to see.
pub(super) async fn remove(conn: &mut Conn, permit: &KeepLibrary, number: i64, now: Time) -> Result<Option<Id>> {
    let sql = sql!(
        "UPDATE card
        SET removed_at = $3
        WHERE program_id = $1 AND number = $2 AND published_at IS NULL AND removed_at IS NULL
        RETURNING id"
    );
    let Some((id,)) = conn.opt::<(Id,)>(sql, args![permit.program(), number, now]).await? else { return Ok(None) };
    conn.run(sql!("DELETE FROM card_tag WHERE card_id = $1"), args![&id]).await?;
    conn.run(sql!("DELETE FROM gathering_card WHERE card_id = $1"), args![&id]).await?;
    Ok(Some(id))
}

/// A card to write on: published, or one that the writer has written on before, whatever became of it since.
pub async fn to_write_on(conn: &mut Conn, own: &Reflect, number: i64) -> Result<Option<Card>> {
    conn.opt(
        sql!(
            "SELECT c.*
            FROM card c
            WHERE c.program_id = $1
                AND c.number = $2
                AND (
                    (c.published_at IS NOT NULL AND c.kind = 'worksheet')
                        OR EXISTS (SELECT 1 FROM reflection r WHERE r.card_id = c.id AND r.person_id = $3)
                )"
        ),
        args![own.program(), number, own.person()],
    )
    .await
}

/// What the reader wrote on a worksheet, the newest first.
pub async fn own_reflections(conn: &mut Conn, own: &Reflect, card: &Id) -> Result<Vec<Reflection>> {
    conn.all(
        sql!(
            "SELECT id, answers, at, changed_at
            FROM reflection
            WHERE person_id = $1 AND card_id = $2
            ORDER BY at DESC, id DESC"
        ),
        args![own.person(), card],
    )
    .await
}

pub(super) async fn insert_reflection(
    kernel: &Kernel,
    conn: &mut Conn,
    own: &Reflect,
    card: &Id,
    answers: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO reflection (id, person_id, card_id, answers, at, changed_at)
            VALUES ($1, $2, $3, $4, $5, $5)"
        ),
        args![kernel.id(), own.person(), card, answers, kernel.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn update_reflection(
    conn: &mut Conn,
    own: &Reflect,
    card: &Id,
    id: &Id,
    answers: &str,
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE reflection
                SET answers = $4, changed_at = $5
                WHERE person_id = $1 AND card_id = $2 AND id = $3"
            ),
            args![own.person(), card, id, answers, now],
        )
        .await?
        > 0)
}

pub(super) async fn remove_reflection(conn: &mut Conn, own: &Reflect, card: &Id, id: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!("DELETE FROM reflection WHERE person_id = $1 AND card_id = $2 AND id = $3"),
            args![own.person(), card, id],
        )
        .await?
        > 0)
}

row! { pub struct MyPractice { season_slug: String, number: i64, title_en: String, title_es: String, minutes: i64 } }

impl MyPractice {
    pub fn name(&self, t: &Tr) -> String {
        Words { en: self.title_en.clone(), es: self.title_es.clone() }.said(t).to_owned()
    }
}

/// The practices that someone who takes part may do, of all her seasons.
pub async fn own_practices(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<MyPractice>> {
    conn.all(
        sql!(
            "SELECT MIN(s.slug) AS season_slug, c.number AS number, c.title_en AS title_en, c.title_es AS title_es,
                c.minutes AS minutes
            FROM taking_part k
            JOIN season s ON s.id = k.season_id
            JOIN card c ON c.program_id = s.program_id
            WHERE k.person_id = $1 AND c.kind = 'practice' AND c.published_at IS NOT NULL AND c.minutes IS NOT NULL
            GROUP BY c.id, c.number, c.title_en, c.title_es, c.minutes
            ORDER BY c.number, c.id"
        ),
        args![own.person()],
    )
    .await
}
