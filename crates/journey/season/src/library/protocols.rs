//! Protocols of a peer consult: steps with minutes, and what the client and the others do in each. A card of this kind
//! has a step on each line of its prompts. The five to begin with are told in our own words; each names where its idea
//! is from (domain 2.3).

use serde::{Deserialize, Serialize};

use super::model::{Card, Draft};
use weft_kernel::i18n::Words;

/// Most steps of a protocol, and most minutes of one step.
pub const MOST_STEPS: usize = 12;
pub const LONGEST_STEP: i64 = 60;

/// Longest line, in characters, and most minutes of all steps together: a consult that nobody ends is over after four
/// hours.
pub const LONGEST_LINE: usize = 600;
pub const LONGEST: i64 = 180;

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
    /// This line is longer than [`LONGEST_LINE`].
    Long(usize),
    /// More than [`MOST_STEPS`].
    Many,
    /// All of them together take longer than [`LONGEST`] minutes.
    Hours,
    /// The two languages don't have the same minutes line by line.
    Apart,
}

/// Reads steps in one language: on each line minutes, name, what the client does, what the others do, with `|` between.
fn read(text: &str) -> Result<Vec<(i64, [String; 3])>, Fault> {
    let lines = (1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty());
    let step = |(n, line): (usize, &str)| {
        let wrong = Fault::Line(n);
        if line.chars().count() > LONGEST_LINE {
            return Err(Fault::Long(n));
        }
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [minutes, rest @ ..] = parts.as_slice() else { return Err(wrong) };
        let [name, client, others] = rest else { return Err(wrong) };
        let minutes = minutes.parse().ok().filter(|m| (1..=LONGEST_STEP).contains(m));
        match minutes {
            Some(m) if !rest.iter().any(|s| s.is_empty()) => Ok((m, [name, client, others].map(|s| (*s).to_owned()))),
            _ => Err(wrong),
        }
    };
    let steps = lines.map(step).collect::<Result<Vec<_>, _>>()?;
    match steps.iter().map(|(minutes, _)| minutes).sum::<i64>() {
        _ if steps.len() > MOST_STEPS => Err(Fault::Many),
        minutes if minutes > LONGEST => Err(Fault::Hours),
        _ => Ok(steps),
    }
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
        "For three people and one question, in ten minutes. Take turns: when it ends, someone else is the \
         client.\n\nThe client hears two people think about their question without having to answer.",
        "Para tres personas y una pregunta, en diez minutos. Túrnense: al terminar, otra persona es cliente.\n\nLa \
         persona cliente oye a otras dos pensar en su pregunta sin tener que responder.",
    ],
    steps: [
        "1 | Think | Decide what you want help with. | Take a breath. You’ll listen first.\n\
         2 | Share | Say what is going on and what you want help with. | Listen. Don’t interrupt.\n\
         1 | Questions | Answer briefly. | Ask only what you need to understand. No advice yet.\n\
         4 | Talk | Turn your camera off, or turn around. Listen and take notes. Don’t answer. | Talk with each other \
         about the question. What do you notice? What would you try?\n\
         2 | What helped | Come back. Say what helped you most. | Listen. You don’t have to defend anything.",
        "1 | Pensar | Decida en qué quiere ayuda. | Tome aire. Primero va a escuchar.\n\
         2 | Contar | Cuente qué pasa y en qué quiere ayuda. | Escuche sin interrumpir.\n\
         1 | Preguntas | Responda en pocas palabras. | Pregunte solo lo que necesite para entender. Todavía sin \
         consejos.\n\
         4 | Conversar | Apague la cámara o dese la vuelta. Escuche y tome notas. No responda. | Conversen entre \
         ustedes sobre la pregunta. ¿Qué notan? ¿Qué intentarían?\n\
         2 | Lo que sirvió | Vuelva. Diga qué le sirvió más. | Escuche. No hay nada que defender.",
    ],
};

const SIX: Told = Told {
    name: ["Troika for six", "Troika para seis"],
    origin: TROIKA.origin,
    source: TROIKA.source,
    text: [
        "Troika for a larger group: four to six people and one question, in fifteen minutes.",
        "Troika para un grupo más grande: de cuatro a seis personas y una pregunta, en quince minutos.",
    ],
    steps: [
        "1 | Think | Decide what you want help with. | Take a breath. You’ll listen first.\n\
         4 | Share and clarify | Say what is going on and what you want help with. Answer questions briefly. | Listen. \
         Then ask only what you need to understand. No advice yet.\n\
         7 | Talk | Turn your camera off, or turn around. Listen and take notes. Don’t answer. | Talk with each other \
         about the question. Let everyone speak once before anyone speaks again.\n\
         3 | What helped | Come back. Say what helped you most. | Listen. You don’t have to defend anything.",
        "1 | Pensar | Decida en qué quiere ayuda. | Tome aire. Primero va a escuchar.\n\
         4 | Contar y aclarar | Cuente qué pasa y en qué quiere ayuda. Responda en pocas palabras. | Escuche. Después \
         pregunte solo lo que necesite para entender. Todavía sin consejos.\n\
         7 | Conversar | Apague la cámara o dese la vuelta. Escuche y tome notas. No responda. | Conversen entre \
         ustedes sobre la pregunta. Que cada persona hable una vez antes de que alguien repita.\n\
         3 | Lo que sirvió | Vuelva. Diga qué le sirvió más. | Escuche. No hay nada que defender.",
    ],
};

const CONSULTANCY: Told = Told {
    name: ["Consultancy", "Consultoría"],
    origin: "The idea is the Consultancy protocol as schools and networks of teachers have passed it on since the \
             1990s. These words were written for Weft.",
    source: "",
    text: [
        "For a dilemma that has no quick answer. Four to eight people, fifty minutes.\n\nThe deeper questions matter \
         most: they often change the question itself.",
        "Para un dilema sin respuesta rápida. De cuatro a ocho personas, cincuenta minutos.\n\nLo más importante son \
         las preguntas de fondo: a menudo cambian la pregunta misma.",
    ],
    steps: [
        "10 | The dilemma | Tell what is going on and what you have tried. End with your question. | Listen. Write \
         down what you’d like to ask.\n\
         5 | Facts | Answer in a sentence or two. | Ask only for facts you need. Don’t hide advice in a question.\n\
         10 | Deeper questions | Think out loud. At the end, say your question again as you see it now. | Ask what may \
         help them see it differently. Why? What if? What worries you?\n\
         15 | Talk | Turn your camera off, or turn around. Listen and take notes. Don’t answer. | Talk with each \
         other. What did we hear? What is missing? What would we do?\n\
         5 | Response | Come back. Say what you take with you. You don’t have to answer every point. | Listen.\n\
         5 | Looking back | Say how this was for you. | Say how working like this was. Don’t go back to the dilemma.",
        "10 | El dilema | Cuente qué pasa y qué ha intentado. Termine con su pregunta. | Escuche. Anote lo que quiera \
         preguntar.\n\
         5 | Datos | Responda en una o dos frases. | Pida solo los datos que necesite. Sin consejos disfrazados de \
         pregunta.\n\
         10 | Preguntas de fondo | Piense en voz alta. Al final, diga otra vez su pregunta como la ve ahora. | \
         Pregunte lo que ayude a verlo de otro modo. ¿Por qué? ¿Qué pasaría si…? ¿Qué le preocupa?\n\
         15 | Conversar | Apague la cámara o dese la vuelta. Escuche y tome notas. No responda. | Conversen entre \
         ustedes. ¿Qué oímos? ¿Qué falta? ¿Qué haríamos?\n\
         5 | Respuesta | Vuelva. Diga qué se lleva. No tiene que responder a todo. | Escuche.\n\
         5 | Mirar atrás | Diga cómo le fue. | Diga cómo fue trabajar así. No vuelva al dilema.",
    ],
};

const SHORT: Told = Told {
    name: ["Short consultancy", "Consultoría breve"],
    origin: "A shorter form of the Consultancy protocol of schools and networks of teachers. These words were written \
             for Weft.",
    source: "",
    text: [
        "Four to six people and one question, in twenty minutes. A good one to start with in a home team.",
        "De cuatro a seis personas y una pregunta, en veinte minutos. Buena para empezar en un equipo base.",
    ],
    steps: [
        "5 | The dilemma | Tell what is going on. End with your question. | Listen. Don’t interrupt.\n\
         3 | Questions | Answer briefly. | Ask only what you need to understand. No advice yet.\n\
         9 | Talk | Turn your camera off, or turn around. Listen and take notes. Don’t answer. | Talk with each other \
         about the question. What did we hear? What would we try?\n\
         3 | What I take with me | Come back. Say what you heard, and one thing you’ll do. | Listen. Thank each other.",
        "5 | El dilema | Cuente qué pasa. Termine con su pregunta. | Escuche sin interrumpir.\n\
         3 | Preguntas | Responda en pocas palabras. | Pregunte solo lo que necesite para entender. Todavía sin \
         consejos.\n\
         9 | Conversar | Apague la cámara o dese la vuelta. Escuche y tome notas. No responda. | Conversen entre \
         ustedes sobre la pregunta. ¿Qué oímos? ¿Qué intentaríamos?\n\
         3 | Lo que me llevo | Vuelva. Diga qué oyó y una cosa que va a hacer. | Escuche. Dense las gracias.",
    ],
};

const ASSIST: Told = Told {
    name: ["Peer assist", "Asistencia entre pares"],
    origin: "The idea is the peer assist that was first used at BP in the 1990s and passed on by knowledge-sharing \
             networks since. These words were written for Weft.",
    source: "",
    text: [
        "For when you’re about to start something. People who have done something like it say what they would do. Five \
         to eight people, forty minutes.",
        "Para cuando está por empezar algo. Quienes ya hicieron algo parecido dicen qué harían. De cinco a ocho \
         personas, cuarenta minutos.",
    ],
    steps: [
        "5 | What’s ahead | Say what you’re about to do, and where you want help. | Listen. Don’t interrupt.\n\
         10 | Questions | Answer. If you don’t know, say so. | Ask about the place, the people, and what has been \
         tried.\n\
         15 | Experience | Listen and take notes. Ask when something isn’t clear. | Tell what you did in something \
         like this, and how it went.\n\
         5 | One thing each | Listen and take notes. | Name the one thing you would do first. Everyone gets a turn.\n\
         5 | Summary | Say what you’ll do differently, and by when. | Listen. Say if you can help after today.",
        "5 | Lo que viene | Diga qué está por hacer y en qué quiere ayuda. | Escuche sin interrumpir.\n\
         10 | Preguntas | Responda. Si no sabe, dígalo. | Pregunte por el lugar, las personas y lo que ya se intentó.\n\
         15 | Experiencia | Escuche y tome notas. Pregunte si algo no queda claro. | Cuente qué hizo usted en algo \
         parecido y qué resultó.\n\
         5 | Una cosa cada quien | Escuche y tome notas. | Diga lo primero que haría. Cada quien tiene su turno.\n\
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
        assert_eq!(steps(&words("60 | a | b | c\n".repeat(4).as_str(), "")), Err(("en", Fault::Hours)));
        assert_eq!(steps(&words(&format!("\n\n1 | a | b | {}", "c".repeat(600)), "")), Err(("en", Fault::Long(3))));
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
