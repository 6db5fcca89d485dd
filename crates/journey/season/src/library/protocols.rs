//! Protocols of a peer consult: steps with minutes, and what the client and the others do in each. A card of this kind
//! has a step on each line of its prompts. The five to begin with are told in our own words; each names where its idea
//! is from (domain 2.3).

use serde::{Deserialize, Serialize};

use super::model::{Card, Draft};
use weft_kernel::i18n::Words;

/// Most steps of a protocol, and most minutes of one step.
pub const MOST_STEPS: usize = 12;
pub const LONGEST_STEP: i64 = 60;

/// One step of a protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub minutes: i64,
    pub name: Words,
    /// What the client does.
    pub client: Words,
    /// What everyone else does.
    pub others: Words,
}

/// What is wrong with the steps as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This line, counted from 1, isn't minutes, name, client and others.
    Line(usize),
    /// More than [`MOST_STEPS`].
    Many,
    /// The two languages don't have the same minutes line by line.
    Apart,
}

/// Reads steps in one language: on each line minutes, name, what the client does, what the others do, with `|` between.
fn read(text: &str) -> Result<Vec<(i64, [String; 3])>, Fault> {
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    let step = |(i, line): (usize, &str)| {
        let wrong = Fault::Line(i + 1);
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [minutes, rest @ ..] = parts.as_slice() else { return Err(wrong) };
        let [name, client, others] = rest else { return Err(wrong) };
        let minutes = minutes.parse().ok().filter(|m| (1..=LONGEST_STEP).contains(m));
        match minutes {
            Some(m) if !rest.iter().any(|s| s.is_empty()) => Ok((m, [name, client, others].map(|s| (*s).to_owned()))),
            _ => Err(wrong),
        }
    };
    let steps = lines.enumerate().map(step).collect::<Result<Vec<_>, _>>()?;
    if steps.len() > MOST_STEPS { Err(Fault::Many) } else { Ok(steps) }
}

/// Reads the steps of a protocol from what was typed in both languages. What stands in one language alone is said to
/// everyone.
///
/// # Errors
/// What is wrong, with the language it is wrong in: `en` or `es`.
pub fn steps(typed: &Words) -> Result<Vec<Step>, (&'static str, Fault)> {
    let en = read(&typed.en).map_err(|f| ("en", f))?;
    let es = read(&typed.es).map_err(|f| ("es", f))?;
    let minutes = |of: &[(i64, [String; 3])]| of.iter().map(|(m, _)| *m).collect::<Vec<_>>();
    if !en.is_empty() && !es.is_empty() && minutes(&en) != minutes(&es) {
        return Err(("es", Fault::Apart));
    }
    let n = en.len().max(es.len());
    let step = |i: usize| {
        let at = |k: usize| Words {
            en: en.get(i).map(|(_, w)| w[k].clone()).unwrap_or_default(),
            es: es.get(i).map(|(_, w)| w[k].clone()).unwrap_or_default(),
        };
        let minutes = en.get(i).or_else(|| es.get(i)).map_or(1, |(m, _)| *m);
        Step { minutes, name: at(0), client: at(1), others: at(2) }
    };
    Ok((0..n).map(step).collect())
}

impl Card {
    pub fn is_protocol(&self) -> bool {
        self.kind == "protocol"
    }

    /// The steps of a protocol; none of any other card.
    pub fn steps(&self) -> Vec<Step> {
        if !self.is_protocol() {
            return Vec::new();
        }
        steps(&Words { en: self.prompts_en.clone(), es: self.prompts_es.clone() }).unwrap_or_default()
    }
}

/// The name, the origin, its address, the license, words for whom it is, and the steps; all but the second to fourth in
/// both languages.
struct Told {
    name: [&'static str; 2],
    origin: &'static str,
    source: &'static str,
    text: [&'static str; 2],
    steps: [&'static str; 2],
}

const TROIKA: Told = Told {
    name: ["Troika", "Troika"],
    origin: "The idea is Troika Consulting of Liberating Structures (Henri Lipmanowicz and Keith McCandless), which is \
             under CC BY-SA 4.0. These words were written for Weft.",
    source: "https://www.liberatingstructures.com/8-troika-consulting/",
    text: [
        "For three people and one question, in ten minutes. Take turns: when it ends, the next one is the client.\n\nThe \
         client hears two people think about their question without having to answer.",
        "Para tres personas y una pregunta, en diez minutos. Túrnense: al terminar, otra persona es cliente.\n\nLa \
         persona cliente oye a dos personas pensar sobre su pregunta sin tener que contestar.",
    ],
    steps: [
        "1 | Think | Find the one thing you want help with. | Arrive. You’ll listen first.\n\
         2 | Share | Say what is on your mind, and what you want help with. | Listen. Don’t interrupt.\n\
         1 | Questions | Answer briefly. | Ask what you need to understand. No advice yet.\n\
         4 | Talk | Camera off or back turned. Listen and take notes. Don’t answer. | Talk with each other about the \
         question: what you notice, what you would try.\n\
         2 | What helped | Come back. Say what was most useful to you. | Listen. Nothing needs to be defended.",
        "1 | Pensar | Elija la única cosa en la que quiere ayuda. | Llegue con calma. Primero va a escuchar.\n\
         2 | Contar | Diga qué le ocupa y en qué quiere ayuda. | Escuche sin interrumpir.\n\
         1 | Preguntas | Conteste en pocas palabras. | Pregunte lo que necesite para entender. Todavía sin consejos.\n\
         4 | Conversar | Con la cámara apagada o de espaldas, escuche y tome notas. No conteste. | Conversen entre \
         ustedes sobre la pregunta: qué notan, qué intentarían.\n\
         2 | Lo que sirvió | Vuelva. Diga qué le sirvió más. | Escuche. No hay nada que defender.",
    ],
};

const SIX: Told = Told {
    name: ["Troika for six", "Troika para seis"],
    origin: TROIKA.origin,
    source: TROIKA.source,
    text: [
        "The troika for a larger group: four to six people and one question, in a quarter of an hour.",
        "La troika para un grupo más grande: de cuatro a seis personas y una pregunta, en un cuarto de hora.",
    ],
    steps: [
        "1 | Think | Find the one thing you want help with. | Arrive. You’ll listen first.\n\
         4 | Share and clarify | Tell what is going on and what you want help with. Answer questions briefly. | Listen, \
         then ask what you need to understand. No advice yet.\n\
         7 | Talk | Camera off or back turned. Listen and take notes. Don’t answer. | Talk with each other. Make sure \
         that everyone has spoken once before anyone speaks again.\n\
         3 | What helped | Come back. Say what was most useful to you. | Listen. Nothing needs to be defended.",
        "1 | Pensar | Elija la única cosa en la que quiere ayuda. | Llegue con calma. Primero va a escuchar.\n\
         4 | Contar y aclarar | Cuente qué pasa y en qué quiere ayuda. Conteste las preguntas en pocas palabras. | \
         Escuche y después pregunte lo que necesite para entender. Todavía sin consejos.\n\
         7 | Conversar | Con la cámara apagada o de espaldas, escuche y tome notas. No conteste. | Conversen entre \
         ustedes. Que cada persona hable una vez antes de que alguien repita.\n\
         3 | Lo que sirvió | Vuelva. Diga qué le sirvió más. | Escuche. No hay nada que defender.",
    ],
};

const CONSULTANCY: Told = Told {
    name: ["Consultancy", "Consultoría"],
    origin: "The idea is the Consultancy protocol as schools and networks of teachers have passed it on since the 1990s. \
             These words were written for Weft.",
    source: "",
    text: [
        "For a dilemma that has no quick answer. Four to eight people, fifty minutes.\n\nThe questions in the middle are \
         the heart of it: they often change what is asked.",
        "Para un dilema sin respuesta rápida. De cuatro a ocho personas, cincuenta minutos.\n\nLas preguntas de en medio \
         son lo principal: a menudo cambian lo que se pregunta.",
    ],
    steps: [
        "10 | The dilemma | Tell what is going on, what you have tried, and end with your question. | Listen. Write down \
         what you’d like to ask.\n\
         5 | Facts | Answer in a sentence or two. | Ask for facts that you need. No advice in a question.\n\
         10 | Deeper questions | Think aloud. At the end, say your question again as you see it now. | Ask what could \
         help them see it differently: why, what if, what do you fear.\n\
         15 | Talk | Camera off, listen, and take notes. Don’t answer. | Talk with each other: what did we hear, what is \
         missing, what might we think about, what would we do?\n\
         5 | Response | Say what you take along. You don’t have to answer every point. | Listen.\n\
         5 | Looking back | Say how it was for you. | Say how it was to work like this. Leave the dilemma alone.",
        "10 | El dilema | Cuente qué pasa y qué ha intentado, y termine con su pregunta. | Escuche. Anote lo que quiera \
         preguntar.\n\
         5 | Datos | Conteste en una o dos frases. | Pida los datos que necesite. Sin consejos disfrazados de pregunta.\n\
         10 | Preguntas de fondo | Piense en voz alta. Al final, diga otra vez su pregunta como la ve ahora. | Pregunte \
         lo que ayude a verlo de otro modo: por qué, qué pasaría si, qué teme.\n\
         15 | Conversar | Con la cámara apagada, escuche y tome notas. No conteste. | Conversen entre ustedes: ¿qué \
         oímos, qué falta, en qué podríamos pensar, qué haríamos?\n\
         5 | Respuesta | Diga qué se lleva. No tiene que contestar a todo. | Escuche.\n\
         5 | Mirar atrás | Diga cómo le fue. | Diga cómo fue trabajar así. Deje en paz el dilema.",
    ],
};

const SHORT: Told = Told {
    name: ["Short consultancy", "Consultoría breve"],
    origin: "A shorter form of the Consultancy protocol of schools and networks of teachers. These words were written \
             for Weft.",
    source: "",
    text: [
        "Four to six people and one question, in twenty minutes. The one to begin with for a home team in a session.",
        "De cuatro a seis personas y una pregunta, en veinte minutos. Buena para empezar en un equipo base durante una \
         sesión.",
    ],
    steps: [
        "5 | The dilemma | Tell what is going on, and end with your question. | Listen. Don’t interrupt.\n\
         3 | Questions | Answer briefly. | Ask what you need to understand. No advice yet.\n\
         9 | Talk | Camera off, listen, and take notes. Don’t answer. | Talk with each other about the question: what did \
         we hear, what would we try?\n\
         3 | What I take along | Come back. Say what you heard, and one thing you’ll do. | Listen. Thank each other.",
        "5 | El dilema | Cuente qué pasa y termine con su pregunta. | Escuche sin interrumpir.\n\
         3 | Preguntas | Conteste en pocas palabras. | Pregunte lo que necesite para entender. Todavía sin consejos.\n\
         9 | Conversar | Con la cámara apagada, escuche y tome notas. No conteste. | Conversen entre ustedes sobre la \
         pregunta: ¿qué oímos, qué intentaríamos?\n\
         3 | Lo que me llevo | Vuelva. Diga qué oyó y una cosa que va a hacer. | Escuche. Dense las gracias.",
    ],
};

const ASSIST: Told = Told {
    name: ["Peer assist", "Asistencia entre pares"],
    origin: "The idea is the peer assist that was first used at BP in the 1990s and passed on by knowledge-sharing \
             networks since. These words were written for Weft.",
    source: "",
    text: [
        "Before you begin something: others who have done something like it say what they’d do. Five to eight people, \
         forty minutes.",
        "Antes de empezar algo: quienes ya hicieron algo parecido dicen qué harían. De cinco a ocho personas, cuarenta \
         minutos.",
    ],
    steps: [
        "5 | What lies ahead | Say what you are about to do, and where you want help. | Listen.\n\
         10 | Questions | Answer. Say so when you don’t know. | Ask about the place, the people, what was tried.\n\
         15 | Experience | Listen and take notes. Ask back where something is unclear. | Tell what you did yourselves in \
         something like it, and what came of it.\n\
         5 | One piece each | Listen. | Each names the one thing they would do first.\n\
         5 | Summary | Say what you’ll do differently, and by when. | Listen. Say if you can help after today.",
        "5 | Lo que viene | Diga qué está por hacer y en qué quiere ayuda. | Escuche.\n\
         10 | Preguntas | Conteste. Si no sabe, dígalo. | Pregunte por el lugar, las personas, lo que ya se intentó.\n\
         15 | Experiencia | Escuche y tome notas. Pregunte si algo no queda claro. | Cuenten qué hicieron ustedes en algo \
         parecido y qué resultó.\n\
         5 | Una cosa cada quien | Escuche. | Cada quien nombra lo primero que haría.\n\
         5 | Resumen | Diga qué va a hacer distinto y para cuándo. | Escuche. Diga si puede ayudar después de hoy.",
    ],
};

/// The five to begin with.
pub fn starter() -> Vec<Draft> {
    let both = |of: [&str; 2]| Words { en: of[0].into(), es: of[1].into() };
    let draft = |told: &Told| {
        let prompts = both(told.steps);
        Draft {
            kind: "protocol".into(),
            title: both(told.name),
            text: both(told.text),
            minutes: steps(&prompts).ok().map(|all| all.iter().map(|s| s.minutes).sum()),
            prompts,
            origin: told.origin.into(),
            source_url: told.source.into(),
            licence: "cc0".into(),
            ..Draft::default()
        }
    };
    [&SHORT, &TROIKA, &SIX, &CONSULTANCY, &ASSIST].map(draft).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(en: &str, es: &str) -> Words {
        Words { en: en.into(), es: es.into() }
    }

    #[test]
    fn the_five_have_the_minutes_that_their_sources_name() {
        let minutes: Vec<Option<i64>> = starter().iter().map(|d| d.minutes).collect();
        assert_eq!(minutes, [20, 10, 15, 50, 40].map(Some));
        for draft in starter() {
            let all = steps(&draft.prompts).expect("steps that can be read");
            let whole = |w: &Words| !w.en.is_empty() && !w.es.is_empty() && w.en != w.es;
            assert!(all.iter().all(|s| whole(&s.name) && whole(&s.client) && whole(&s.others)), "{:?}", draft.title);
        }
    }

    #[test]
    fn what_is_wrong_with_a_line_is_found_with_its_language() {
        let fine = "5 | Share | Tell | Listen\n\n 3 | Talk | Listen | Talk ";
        let all = steps(&words(fine, "")).expect("steps");
        assert_eq!((all.len(), all[1].minutes, all[1].others.en.as_str()), (2, 3, "Talk"));
        // What stands in one language alone is said to everyone.
        assert_eq!(all[0].name.said(&weft_kernel::i18n::Tr(weft_kernel::i18n::Lang::Es)), "Share");
        for wrong in
            ["5 | Share | Tell", "x | a | b | c", "0 | a | b | c", "61 | a | b | c", "5 | | b | c", "5|a|b|c|d"]
        {
            assert_eq!(steps(&words(fine, &format!("1 | a | b | c\n{wrong}"))), Err(("es", Fault::Line(2))), "{wrong}");
        }
        assert_eq!(steps(&words(fine, "5 | a | b | c\n4 | a | b | c")), Err(("es", Fault::Apart)));
        assert_eq!(steps(&words(&"1 | a | b | c\n".repeat(13), "")), Err(("en", Fault::Many)));
        assert_eq!(steps(&words(" \n", "")), Ok(Vec::new()));
    }

    proptest::proptest! {
        #[test]
        fn no_typed_text_makes_more_than_it_says(text in "[0-9a-c| \\n]{0,80}") {
            let filled = text.lines().filter(|l| !l.trim().is_empty()).count();
            if let Ok(all) = steps(&words(&text, "")) {
                proptest::prop_assert_eq!(all.len(), filled);
                proptest::prop_assert!(all.iter().all(|s| (1..=LONGEST_STEP).contains(&s.minutes)));
            }
        }
    }
}
