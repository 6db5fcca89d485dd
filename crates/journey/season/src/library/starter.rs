//! Cards and lists to begin with. Every word is ours; where an idea has a source, the card names it. They come as
//! drafts: a program reads, changes and publishes what it stands behind.

use super::model::Draft;
use weft_kernel::i18n::Words;

/// Skills and mindsets that leaders named (domain R71), topics of a lab (R73). Roles of an ecosystem are the program's
/// own and left empty.
pub const LISTS: [(&str, &[&str]); 2] = [
    (
        "skills",
        &[
            "Self-awareness",
            "Negotiating",
            "Relational",
            "Politically savvy, with a small p",
            "Seeing people's assets",
            "Difficult conversations",
            "Consultative",
            "Building and keeping bridges",
            "Zooming out and in",
            "Nimble and adaptive",
            "Embracing complexity",
        ],
    ),
    (
        "topics",
        &["Strengthening backbone leadership", "Sustaining momentum", "Systems change", "Leading through uncertainty"],
    ),
];

const OURS: &str = "Written for Weft";

fn words(en: &str, es: &str) -> Words {
    Words { en: en.into(), es: es.into() }
}

fn card(kind: &str, title: (&str, &str), text: (&str, &str)) -> Draft {
    Draft {
        kind: kind.into(),
        title: words(title.0, title.1),
        text: words(text.0, text.1),
        origin: OURS.into(),
        licence: "cc0".into(),
        ..Draft::default()
    }
}

fn practice(title: (&str, &str), minutes: i64, posture: &str, text: (&str, &str)) -> Draft {
    Draft { minutes: Some(minutes), posture: posture.into(), eyes: "either".into(), ..card("practice", title, text) }
}

fn worksheet(title: (&str, &str), text: (&str, &str), prompts: (&str, &str)) -> Draft {
    Draft { prompts: words(prompts.0, prompts.1), ..card("worksheet", title, text) }
}

fn tagged(draft: Draft, skills: &[&str]) -> Draft {
    Draft { tags: skills.iter().map(|s| ("skills".to_owned(), (*s).to_owned())).collect(), ..draft }
}

/// All of them, in the order in which a season may need them.
pub fn cards() -> Vec<Draft> {
    let mut all = practices();
    all.extend(papers());
    all.extend(worksheets());
    all
}

fn practices() -> Vec<Draft> {
    vec![
        tagged(
            practice(
                ("Arriving", "Llegar"),
                3,
                "any",
                (
                    "For the first minutes of a meeting, or between two of them.\n\n1. Let your body find a place that \
                    asks little of it.\n2. Look around the room. Find three things that have nothing to do with \
                    work.\n3. Feel where something carries you: a chair, the floor, a wall.\n4. Let three breaths come \
                    and go as they like.\n5. Say to yourself in one word how you are here. The word stays yours.",
                    "Para los primeros minutos de una reunión, o entre una y otra.\n\n1. Deje que su cuerpo encuentre \
                    un lugar que le pida poco.\n2. Mire a su alrededor. Encuentre tres cosas que no tengan nada que \
                    ver con el trabajo.\n3. Sienta dónde algo lo sostiene: una silla, el piso, una pared.\n4. Deje que \
                    tres respiraciones vengan y se vayan como quieran.\n5. Dígase en una palabra cómo está aquí. La \
                    palabra es suya.",
                ),
            ),
            &["Self-awareness"],
        ),
        tagged(
            Draft {
                origin: "Centering as it is widely taught in somatic work; the words were written for Weft".into(),
                ..practice(
                    ("Length, width, depth", "Largo, ancho, fondo"),
                    6,
                    "standing",
                    (
                        "Before a hard conversation.\n\n1. Length: let your feet be heavy and the top of your head \
                        light. This is your dignity; nobody gives it to you.\n2. Width: notice your left side and your \
                        right. You take up room, and others stand beside you.\n3. Depth: notice your back. Behind you \
                        are those who brought you here. Before you is what you have not seen yet.\n4. Ask: what is \
                        this conversation for? Let the answer be short.\n5. Go in.",
                        "Antes de una conversación difícil.\n\n1. Largo: deje que los pies pesen y que la coronilla \
                        sea ligera. Esta es su dignidad; nadie se la da.\n2. Ancho: note su lado izquierdo y su lado \
                        derecho. Usted ocupa espacio, y hay otras personas a su lado.\n3. Fondo: note su espalda. \
                        Detrás están quienes la trajeron hasta aquí. Delante está lo que todavía no ha visto.\n4. \
                        Pregúntese: ¿para qué es esta conversación? Que la respuesta sea corta.\n5. Entre.",
                    ),
                )
            },
            &["Self-awareness", "Difficult conversations"],
        ),
        practice(
            ("What I need now", "Lo que necesito ahora"),
            5,
            "seated",
            (
                "In the middle of a long day.\n\n1. Ask: am I hungry, thirsty, cold, tired, alone? One word is \
                enough.\n2. Ask: what would help in the next ten minutes?\n3. Ask: what would help this week, and who \
                could I tell?\n4. Do the small one now. The practice ends when you have done it.",
                "En medio de un día largo.\n\n1. Pregúntese: ¿tengo hambre, sed, frío, cansancio, estoy a solas? Basta \
                una palabra.\n2. Pregúntese: ¿qué ayudaría en los próximos diez minutos?\n3. Pregúntese: ¿qué ayudaría \
                esta semana, y a quién podría decírselo?\n4. Haga ahora lo pequeño. La práctica termina cuando lo haya \
                hecho.",
            ),
        ),
        Draft {
            care: words(
                "Pictures from the past may come that you did not call. Open your eyes, name five things you see, and \
                stop if you like.",
                "Pueden venir imágenes del pasado que usted no llamó. Abra los ojos, nombre cinco cosas que ve y \
                deténgase si quiere.",
            ),
            ..practice(
                ("A place that holds you", "Un lugar que la sostiene"),
                8,
                "any",
                (
                    "A visualization. A photograph in your hand works as well as closed eyes.\n\n1. Think of a place \
                    where you did not have to prove anything.\n2. What is the light like there? What do you hear?\n3. \
                    Where in your body do you notice that you are there?\n4. Who else is welcome in it? You \
                    decide.\n5. Take one thing from it with you: a color, a sound, a way of standing.",
                    "Una visualización. Una fotografía en la mano sirve tanto como los ojos cerrados.\n\n1. Piense en \
                    un lugar donde no tuvo que demostrar nada.\n2. ¿Cómo es la luz allí? ¿Qué oye?\n3. ¿Dónde nota en \
                    su cuerpo que está allí?\n4. ¿Quién más es bienvenido? Usted decide.\n5. Llévese una cosa: un \
                    color, un sonido, una manera de estar de pie.",
                ),
            )
        },
    ]
}

fn papers() -> Vec<Draft> {
    vec![
        tagged(
            card(
                "framework",
                ("Three levels of leading", "Tres niveles de liderar"),
                (
                    "The same person leads on three levels, often on one day.\n\n- Individual: what I drive myself, \
                    with what I know and who I am.\n- Collaborative: how we work with one another, so that trust grows \
                    and we pull in one direction.\n- Collective: leadership is many people's. I hold it lightly, and \
                    some of it works because I let go.\n\nNone is higher than another. Ask which one a moment needs, \
                    and which one you reach for when you are tired.",
                    "La misma persona lidera en tres niveles, a menudo en un mismo día.\n\n- Individual: lo que \
                    impulso yo, con lo que sé y con quien soy.\n- Colaborativo: cómo trabajamos entre todas las \
                    personas, para que crezca la confianza y tiremos hacia el mismo lado.\n- Colectivo: el liderazgo \
                    es de muchas personas. Lo sostengo con ligereza, y una parte funciona porque suelto.\n\nNinguno es \
                    más alto que otro. Pregunte cuál necesita un momento, y a cuál acude usted cuando está cansada.",
                ),
            ),
            &["Zooming out and in"],
        ),
        tagged(
            card(
                "framework",
                ("Four tasks of a backbone", "Cuatro tareas de un backbone"),
                (
                    "A backbone is dedicated staff for facilitation, coordination and project management. Four tasks \
                    keep coming back:\n\n1. Hold the big result, also when the week is loud.\n2. Bring different \
                    bodies into line, without making them the same.\n3. Move what people believe, do and run.\n4. See \
                    that people belong, and that promises are kept.\n\nThis is a mirror, not a job description: nobody \
                    does all four at once.",
                    "Un backbone es personal dedicado a facilitar, coordinar y llevar proyectos. Cuatro tareas vuelven \
                    una y otra vez:\n\n1. Sostener el gran resultado, también cuando la semana hace ruido.\n2. Poner \
                    en una misma línea a organismos distintos, sin volverlos iguales.\n3. Mover lo que la gente cree, \
                    hace y dirige.\n4. Cuidar que la gente pertenezca y que las promesas se cumplan.\n\nEs un espejo, \
                    no una descripción de puesto: nadie hace las cuatro a la vez.",
                ),
            ),
            &["Building and keeping bridges", "Consultative"],
        ),
        Draft {
            support: words(
                "- Your coach, for what stays with you afterwards.\n- Your home team, if you want company and no \
                advice.\n- 988 in the United States, by call or text, at any hour, if it becomes too much. Say what \
                you need; you need not be in danger.",
                "- Su coach, para lo que se le queda después.\n- Su equipo base, si quiere compañía y ningún \
                consejo.\n- El 988 en Estados Unidos, por llamada o mensaje, a cualquier hora, si llega a ser \
                demasiado. Diga lo que necesita; no hace falta estar en peligro.",
            ),
            care: words(
                "This module speaks of harm that families, peoples and institutions carry. You decide how close you \
                go; staying silent is taking part.",
                "Este módulo habla del daño que cargan familias, pueblos e instituciones. Usted decide qué tan cerca \
                llega; callar también es participar.",
            ),
            origin: "The thought that systems hold on to unhealed harm is from writing on healing and systems change; \
                the words were written for Weft"
                .into(),
            ..card(
                "module",
                ("When a system carries harm", "Cuando un sistema carga daño"),
                (
                    "What a place lived through goes on working in its rules, meetings and silences. A plan that does \
                    not ask about it is often stopped by it.\n\n## Together, 45 minutes\n1. Alone: think of a rule in \
                    your collaborative that nobody can explain any more. What might it once have kept safe? (10)\n2. \
                    In threes: tell as much as you want. The others listen and ask nothing. (15)\n3. All: what would a \
                    meeting look like that did not need this rule? (15)\n4. Close with a minute in which nothing has \
                    to be said. (5)",
                    "Lo que un lugar ha vivido sigue actuando en sus reglas, reuniones y silencios. Un plan que no \
                    pregunta por ello a menudo se detiene ahí.\n\n## En conjunto, 45 minutos\n1. A solas: piense en \
                    una regla de su colaborativa que ya nadie sabe explicar. ¿Qué habrá protegido alguna vez? (10)\n2. \
                    De a tres: cuente lo que quiera. Las demás personas escuchan y no preguntan nada. (15)\n3. Entre \
                    todas: ¿cómo sería una reunión que no necesitara esa regla? (15)\n4. Cierren con un minuto en el \
                    que no hay que decir nada. (5)",
                ),
            )
        },
        tagged(
            card(
                "handout",
                ("Questions that are really open", "Preguntas que de verdad están abiertas"),
                (
                    "You cannot know the answer, and you do not hope for one.\n\n- What is it like for you when this \
                    happens?\n- What do you already know about it that nobody has asked?\n- What would you do if it \
                    were allowed to be small?\n- Who else is in this story?\n- What are you keeping safe?\n\nNot open: \
                    \"Have you thought of …?\", \"Don't you think …?\", \"Why don't you …?\" These are advice with a \
                    question mark.",
                    "No puede saber la respuesta, y no espera ninguna.\n\n- ¿Cómo es para usted cuando esto pasa?\n- \
                    ¿Qué sabe ya de esto que nadie le ha preguntado?\n- ¿Qué haría si se permitiera que fuera \
                    pequeño?\n- ¿Quién más está en esta historia?\n- ¿Qué está protegiendo?\n\nNo están abiertas: «¿Ha \
                    pensado en…?», «¿No le parece que…?», «¿Por qué no…?». Son consejos con signo de interrogación.",
                ),
            ),
            &["Consultative", "Difficult conversations"],
        ),
    ]
}

fn worksheets() -> Vec<Draft> {
    vec![
        Draft {
            origin: "Be, do, have: an old thought without a single owner; the questions were written for Weft".into(),
            ..worksheet(
                ("Be, do, have", "Ser, hacer, tener"),
                (
                    "We often plan from the end: what we want to have. This sheet begins at the other side.",
                    "A menudo planeamos desde el final: lo que queremos tener. Esta hoja empieza por el otro lado.",
                ),
                (
                    "Who do I need to be, so that this becomes possible?\nWhat would someone who is like this do \
                    tomorrow?\nWhat might we then have, that I cannot make happen by doing more?",
                    "¿Quién necesito ser para que esto sea posible?\n¿Qué haría mañana alguien que es así?\n¿Qué \
                    podríamos tener entonces, que no logro haciendo más?",
                ),
            )
        },
        Draft {
            origin: "After D. W. Winnicott, Ego Distortion in Terms of True and False Self (1960), loosely; the \
                questions were written for Weft"
                .into(),
            care: words(
                "These questions may lead far back. Leave out whatever is not for today. Nothing is scored, and nobody \
                else can read it.",
                "Estas preguntas pueden llevar muy atrás. Deje fuera lo que no es para hoy. Nada se califica y nadie \
                más puede leerlo.",
            ),
            ..worksheet(
                ("The self that protects me", "La parte de mí que me protege"),
                (
                    "Most of us learned early which part of us was welcome. This sheet is for looking at it kindly.",
                    "La mayoría aprendió pronto qué parte de sí era bienvenida. Esta hoja es para mirarla con cariño.",
                ),
                (
                    "In which rooms do I perform? What do I do there that I do nowhere else?\nWhat did this once keep \
                    me safe from?\nWhere did I last lead without it? What was there?\nWhat would I like to put down \
                    this season, and what would I like to keep?",
                    "¿En qué salas actúo un papel? ¿Qué hago allí que no hago en ningún otro lugar?\n¿De qué me \
                    protegió esto alguna vez?\n¿Dónde lideré sin ello la última vez? ¿Qué había allí?\n¿Qué quisiera \
                    soltar en esta temporada, y qué quisiera conservar?",
                ),
            )
        },
        worksheet(
            ("My role, in four tasks", "Mi papel, en cuatro tareas"),
            (
                "For the four tasks of a backbone: how much of each is on your table, and what you would rather share.",
                "Para las cuatro tareas de un backbone: cuánto de cada una está en su mesa, y qué preferiría \
                compartir.",
            ),
            (
                "Holding the big result: how do I do it, and when do I lose it?\nBringing different bodies into line: \
                who can I say no to?\nMoving beliefs, actions, programs: what has moved that I had a part \
                in?\nBelonging and kept promises: who makes sure that I belong?\nWhich of the four would I hand to \
                someone, and to whom?",
                "Sostener el gran resultado: ¿cómo lo hago, y cuándo lo pierdo?\nPoner en línea a organismos \
                distintos: ¿a quién puedo decirle que no?\nMover creencias, acciones, programas: ¿qué se ha movido en \
                lo que tuve parte?\nPertenencia y promesas cumplidas: ¿quién cuida que yo pertenezca?\n¿Cuál de las \
                cuatro le daría a alguien, y a quién?",
            ),
        ),
        worksheet(
            ("Three levels, over time", "Tres niveles, a lo largo del tiempo"),
            (
                "Write it at the beginning of a season, in the middle and at the end, and read the older ones before \
                you write. It is not a score.",
                "Escríbala al comienzo de una temporada, a la mitad y al final, y lea las anteriores antes de \
                escribir. No es una calificación.",
            ),
            (
                "Individual: what did I drive myself in these weeks, and how was I while I did?\nCollaborative: what \
                did we do together that made trust grow, or shrink?\nCollective: what happened because I held it \
                lightly?\nWhich level do I want to live in more?",
                "Individual: ¿qué impulsé yo en estas semanas, y cómo estuve mientras lo hacía?\nColaborativo: ¿qué \
                hicimos en conjunto que hizo crecer la confianza, o encogerla?\nColectivo: ¿qué pasó porque lo sostuve \
                con ligereza?\n¿En qué nivel quiero vivir más?",
            ),
        ),
        Draft {
            list: "skills".into(),
            ..worksheet(
                ("Where I stand with my skills", "Dónde estoy con mis capacidades"),
                (
                    "Go through the skills as they are for you today. What you want more of may become something to \
                    bring to your coach.",
                    "Recorra las capacidades como son hoy para usted. Lo que quiera fortalecer puede ser algo para \
                    llevar a su coach.",
                ),
                (
                    "Which one would change the most for my place, if it grew?",
                    "¿Cuál cambiaría más para mi lugar, si creciera?",
                ),
            )
        },
        Draft {
            list: "ecosystem".into(),
            origin: "The thought of mapping who plays which part in a change is others' work with terms of its own; \
                the roles are your program's, the questions were written for Weft"
                .into(),
            ..worksheet(
                ("Who does what in our change", "Quién hace qué en nuestro cambio"),
                (
                    "Go through the roles: which are yours, which are others', which does nobody take?",
                    "Recorra los papeles: ¿cuáles son suyos, cuáles de otras personas, cuáles no toma nadie?",
                ),
                (
                    "What is at the center of it all, in our own words?\nWho is missing? Are the people it is about in \
                    the room?\nWhich role would I like to give away, and which have I never dared?",
                    "¿Qué está en el centro de todo, con nuestras palabras?\n¿Quién falta? ¿Está en la sala la gente \
                    de quien se trata?\n¿Qué papel quisiera dar, y cuál no me he atrevido nunca a tomar?",
                ),
            )
        },
    ]
}
