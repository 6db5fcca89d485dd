//! Two codebooks to begin with, from what applicants of the field's pilot gave as reasons and what they hoped for
//! (domain R18 and R19), in our words. Programs change them freely.

use super::model::Theme;

/// Code, English, Spanish, definition, keywords.
type Entry = (&'static str, &'static str, &'static str, &'static str, &'static str);

const REASONS: [Entry; 5] = [
    (
        "R1",
        "Skill in collective and systems change",
        "Capacidad para el cambio colectivo y de sistemas",
        "Wants to lead change across organizations and systems.",
        "systems change\ncollective impact\nhold partners\npartners compete\ncambio de sistemas\nbackbone",
    ),
    (
        "R2",
        "Equity frameworks and tools",
        "Marcos y herramientas de equidad",
        "Wants ways of working that put equity at the center.",
        "equity\nracial justice\nequidad\njusticia racial",
    ),
    (
        "R3",
        "Peers who know this; less isolation and burnout",
        "Pares que lo conocen; menos aislamiento y agotamiento",
        "Is alone in the role, or tired, and looks for others like it.",
        "alone\nonly person\nno one to ask\nevenings\npeers\nunica persona\ncolegas\nisolat\nburnout\nburned \
        out\nexhausted\nlonely\nsola\nsolo\naislad\nagotad\ncansad",
    ),
    (
        "R4",
        "Coaching, and how to keep going or grow",
        "Acompañamiento, y cómo sostener o crecer",
        "Wants coaching or strategies to sustain or scale the work.",
        "coach\nsustain\nkeep doing\nscale\nfund\ngrant\nsostener\nfinanciamiento",
    ),
    (
        "R5",
        "Technical skill",
        "Capacidad técnica",
        "Data, evaluation, facilitation, governance.",
        "data\ntools\nherramientas\nevaluation\nfacilitat\ngovernance\ndatos\nevaluación\nfacilitación\ngobernanza",
    ),
];

const HOPES: [Entry; 5] = [
    (
        "H1",
        "Relationships and learning among peers",
        "Relaciones y aprendizaje entre pares",
        "People to learn with, during and after.",
        "peer\nrelationship\ncommunity of\npares\nrelacion",
    ),
    (
        "H2",
        "Support joined with analysis of equity",
        "Apoyo unido al análisis de equidad",
        "Care for the person and a clear look at power, together.",
        "equity\npower\nsupport\nequidad\npoder\napoyo",
    ),
    (
        "H3",
        "Pragmatic tools",
        "Herramientas prácticas",
        "Something to use on Monday.",
        "tool\npractical\ntemplate\nherramienta\npráctic",
    ),
    (
        "H4",
        "A trauma-informed way of working",
        "Una forma de trabajar que reconoce el trauma",
        "Healing, rest, and safety as part of the work.",
        "trauma\nheal\nrest\nsomatic\nsanar\nsanación\ndescans",
    ),
    (
        "H5",
        "Skill for the backbone role",
        "Capacidad para la función de columna vertebral",
        "Meetings, data, governance, money: the craft of the role.",
        "facilitat\nmeeting\ndata\ngovernance\nreunion\ndatos",
    ),
];

/// A codebook by name: `reasons` or `hopes`.
pub fn codebook(name: &str, question: &str) -> Option<Vec<Theme>> {
    let entries = match name {
        "reasons" => &REASONS,
        "hopes" => &HOPES,
        _ => return None,
    };
    let theme = |(place, (code, en, es, definition, keywords)): (i64, &Entry)| Theme {
        question: question.to_owned(),
        code: (*code).to_owned(),
        label_en: (*en).to_owned(),
        label_es: (*es).to_owned(),
        definition: (*definition).to_owned(),
        keywords: (*keywords).to_owned(),
        place,
    };
    Some((1..).zip(entries).map(theme).collect())
}
