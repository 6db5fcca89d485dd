//! Invented names. None is meant to be anyone's.

pub const GIVEN: &[&str] = &[
    "Amara", "Belén", "Cormac", "Dalia", "Elio", "Farrah", "Gideon", "Hana", "Ines", "Jonah", "Kaya", "Leocadia", "Malik", "Noor", "Oriol",
    "Priya", "Quill", "Renata", "Soledad", "Tavi", "Uriel", "Vesna", "Wendell", "Ximena", "Yusra", "Zadie", "Anselm", "Briony", "Casimir",
    "Delphine", "Emeka", "Fidelia", "Griet", "Hollis", "Ilse", "Junia", "Kofi", "Lourdes", "Mirela", "Nayeli",
];

pub const FAMILY: &[&str] = &[
    "Ashgrove", "Brightwater", "Candlewick", "Dovrefell", "Elmendorf", "Farrowdale", "Greenhollow", "Harrowgate", "Ironwell", "Juniperra",
    "Kestrelmont", "Larkhaven", "Mossfield", "Nightingall", "Oakshade", "Pellworth", "Quarrington", "Rosendal", "Silverthorne", "Tamarindo",
    "Underhillen", "Valdeluz", "Willowmere", "Yarrowby", "Zephyrino", "Arbolada", "Brisamar", "Campoverde", "Duskwood", "Esperanzo",
];

pub const PLACES: &[&str] = &[
    "Alderbrook", "Bellmarsh", "Cinder Creek", "Duskwater", "Emberly", "Fallow Springs", "Gannet Point", "Hollowell", "Indigo Flats",
    "Juniper Bend", "Kingfisher", "Lowmoor", "Marrowstone", "Nettlefield", "Ossian", "Pinedrift", "Quillhaven", "Redcliff Hollow",
    "Saltmeadow", "Thistledown", "Umberland", "Vesper", "Wrenford", "Yewdale", "Zinnia Park",
];
