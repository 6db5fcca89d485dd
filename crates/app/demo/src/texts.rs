//! Sentences the demo's applicants write with. Invented; themes after the field's own list.

pub const WHY: &[&str] = &[
    "I am the only person in {place} whose job is to hold partners together, and there is no one to ask.",
    "I came to {issue} by accident and stayed on purpose.",
    "My evenings are gone, and I would like to keep doing this work in five years.",
    "I was given the title before I was given the tools.",
    "I can get a meeting funded, but not the follow-through.",
    "Equity is on our letterhead and not yet in our budget.",
    "Two partners compete for the same grants and I sit between them.",
    "I want peers who will tell me the truth and not repeat it.",
    "Our launch grant ends next year, and the hard part has only begun.",
    "I have learned some things the hard way that may save someone else a year.",
];

pub const HOPES: &[&str] = &[
    "I hope for three tools that survive contact with our steering committee.",
    "I would like a place where I do not have to explain the role first.",
    "I want to practice the conversation I have put off since spring.",
    "I would like to rest without guilt, and to learn how others do it.",
    "I hope to share power with residents in a way that lasts longer than a pilot.",
    "I want to understand how my own story shapes what I notice and what I miss.",
];

pub const CHALLENGE: &[&str] = &[
    "A respected elder carries too much and will not put any of it down.",
    "We collect surveys and then we are too tired to read them.",
    "Our board changed, and nobody told the partners what that means.",
    "The school district and the clinic count the same children differently.",
    "I avoid conflict, and it is holding us back.",
    "We postponed the conversation about pay four meetings in a row.",
];

pub const EQUITY: &[&str] = &[
    "Our hiring panel now includes two people from the neighborhoods we serve, with a real vote.",
    "We publish what everyone earns, and it was uncomfortable, and it was right.",
    "Residents co-chair every table and are paid for their hours.",
    "We stopped one program because the people it was for told us to.",
    "I am not finished learning, and I say so in the room.",
];

pub const WHY_ES: &[&str] = &[
    "Soy la única persona en {place} que se dedica a mantener unidas a las organizaciones, y no tengo a quién \
    preguntar.",
    "Llegué a este trabajo por casualidad y me quedé por convicción.",
    "Quiero colegas que me digan la verdad y no la repitan afuera.",
    "Me dieron el cargo antes que las herramientas.",
];

pub const MORE_ES: &[&str] = &[
    "Quisiera un lugar donde no tenga que explicar primero qué hago.",
    "Las familias dirigen cada mesa y reciben pago por sus horas.",
    "Llevamos meses aplazando la conversación sobre los sueldos.",
    "Quiero aprender a descansar sin culpa y seguir en esto muchos años.",
];

pub const NEEDS: &[&str] = &[
    "Live captions, please.",
    "A step-free room, and a chair with arms.",
    "I read lips: please face me when you speak.",
    "Papers in large print, a day ahead.",
    "I nurse a baby; a quiet room nearby would help.",
];
