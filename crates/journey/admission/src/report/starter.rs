//! Two codebooks to begin with, from what applicants of the field's pilot gave as reasons and what they hoped for
//! (domain R18 and R19), in our words. Programs change them freely.

use super::model::Theme;

/// Code, English, Spanish, definition, keywords.
type Entry = (&'static str, &'static str, &'static str, &'static str, &'static str);

const REASONS: [Entry; 5] = [
    (
        "R1",
        "Skills in collective and systems change",
        "Capacidad para el cambio colectivo y de sistemas",
        "Wants to lead change across organizations and systems.",
        "systems change\ncollective impact\nhold partners\npartners compete\ncambio de sistemas\nbackbone",
    ),
    (
        "R2",
        "Equity frameworks and tools",
        "Marcos y herramientas de equidad",
        "Wants ways to put equity at the center of the work.",
        "equity\nracial justice\nequidad\njusticia racial",
    ),
    (
        "R3",
        "Peers, and less isolation and burnout",
        "Pares, y menos aislamiento y agotamiento",
        "Feels alone or tired in the role and looks for peers.",
        "alone\nonly person\nno one to ask\nevenings\npeers\nunica persona\ncolegas\nisolat\nburnout\nburned \
        out\nexhausted\nlonely\nsola\nsolo\naislad\nagotad\ncansad",
    ),
    (
        "R4",
        "Coaching and ways to sustain or grow",
        "Acompañamiento y maneras de sostener o crecer",
        "Wants coaching or strategies to sustain or scale the work.",
        "coach\nsustain\nkeep doing\nscale\nfund\ngrant\nsostener\nfinanciamiento",
    ),
    (
        "R5",
        "Technical skills",
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
        "Support and an equity focus",
        "Apoyo con enfoque de equidad",
        "Personal support and an honest look at power.",
        "equity\npower\nsupport\nequidad\npoder\napoyo",
    ),
    (
        "H3",
        "Practical tools",
        "Herramientas prácticas",
        "Tools people can use right away.",
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
        "Skills for the backbone role",
        "Capacidad para la función de columna vertebral",
        "Meetings, data, governance and money.",
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
