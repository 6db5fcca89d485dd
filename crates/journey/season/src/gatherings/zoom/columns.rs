//! The headings of a report, in the languages that Zoom writes.

use super::people::plain;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Column {
    Attended,
    Name,
    Email,
    Join,
    Leave,
    Minutes,
    Guest,
    Waiting,
}

/// How many there are.
pub(super) const ALL: usize = 8;

/// Headings without case, accents, signs, and what stands in brackets; the first of each line are English.
const HEADINGS: [(Column, usize, &[&str]); ALL] = [
    (Column::Attended, 1, &["attended", "asistio", "participou", "compareceu", "a participe", "present", "participe"]),
    (
        Column::Name,
        4,
        &[
            "name",
            "user name",
            "participant",
            "participant name",
            "nombre",
            "nombre de usuario",
            "participante",
            "nombre del participante",
            "nome",
            "nome de usuario",
            "nome do usuario",
            "nome do participante",
            "nom",
            "nom d utilisateur",
            "nom de l utilisateur",
            "nom du participant",
        ],
    ),
    (
        Column::Email,
        4,
        &[
            "user email",
            "email",
            "email address",
            "e mail",
            "correo",
            "correo electronico",
            "correo electronico del usuario",
            "correo electronico de usuario",
            "direccion de correo electronico",
            "email del usuario",
            "e mail do usuario",
            "email do usuario",
            "e mail de usuario",
            "endereco de e mail",
            "courriel",
            "adresse e mail",
            "adresse email",
            "adresse electronique",
            "e mail de l utilisateur",
            "adresse e mail de l utilisateur",
            "email de l utilisateur",
        ],
    ),
    (
        Column::Join,
        2,
        &[
            "join time",
            "time joined",
            "hora de entrada",
            "hora de ingreso",
            "hora de union",
            "hora de acceso",
            "hora de conexion",
            "hora en que se unio",
            "hora de inicio de sesion",
            "hora para unirse",
            "horario de entrada",
            "hora de ingresso",
            "horario de ingresso",
            "hora da entrada",
            "entrou as",
            "heure d arrivee",
            "heure de connexion",
            "heure d entree",
            "heure de participation",
            "a rejoint a",
            "heure de debut de participation",
        ],
    ),
    (
        Column::Leave,
        2,
        &[
            "leave time",
            "time left",
            "hora de salida",
            "hora de desconexion",
            "hora en que salio",
            "horario de saida",
            "hora de saida",
            "hora da saida",
            "saiu as",
            "heure de depart",
            "heure de sortie",
            "heure de deconnexion",
            "a quitte a",
        ],
    ),
    (
        Column::Minutes,
        4,
        &[
            "duration",
            "total duration",
            "time in session",
            "time in meeting",
            "duracion",
            "duracion total",
            "tiempo en la sesion",
            "tiempo en sesion",
            "duracao",
            "duracao total",
            "tempo na sessao",
            "tempo em sessao",
            "duree",
            "duree totale",
            "temps en session",
            "temps passe en session",
            "duree en session",
        ],
    ),
    (
        Column::Guest,
        2,
        &[
            "guest",
            "is guest",
            "invitado",
            "es invitado",
            "invitada",
            "convidado",
            "e convidado",
            "invite",
            "est invite",
            "est un invite",
        ],
    ),
    (
        Column::Waiting,
        1,
        &[
            "in waiting room",
            "en sala de espera",
            "en la sala de espera",
            "na sala de espera",
            "em sala de espera",
            "dans la salle d attente",
            "en salle d attente",
        ],
    ),
];

/// The column that a heading names, whatever its case and its unit, and whether its words are English.
fn column(heading: &str) -> Option<(Column, bool)> {
    let bare = plain(heading.split('(').next().unwrap_or_default());
    HEADINGS
        .iter()
        .find_map(|(column, english, all)| all.iter().position(|h| *h == bare).map(|i| (*column, i < *english)))
}

pub(super) struct Header {
    columns: Vec<Option<Column>>,
    pub is_english: bool,
}

impl Header {
    /// A line that names at least a person and how long or since when they were there.
    pub fn of(row: &csv::StringRecord) -> Option<Self> {
        let found: Vec<Option<(Column, bool)>> = row.iter().map(column).collect();
        let columns: Vec<Option<Column>> = found.iter().map(|f| f.map(|(c, _)| c)).collect();
        let has = |c| columns.contains(&Some(c));
        // The line about the meeting names an address and a duration, never a name.
        let is_one = has(Column::Name) && (has(Column::Join) || has(Column::Minutes));
        is_one.then(|| Self { columns, is_english: found.iter().flatten().all(|(_, english)| *english) })
    }

    /// The cells of a row, by column.
    pub fn cells(&self, row: &csv::StringRecord) -> [String; ALL] {
        let mut cells: [String; ALL] = Default::default();
        for (column, cell) in self.columns.iter().zip(row) {
            if let Some(column) = column
                && cells[*column as usize].is_empty()
            {
                // A name may go over two lines.
                cells[*column as usize] = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            }
        }
        cells
    }
}
