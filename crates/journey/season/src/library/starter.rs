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
                    "For the first minutes of a meeting, or between two of them.\n\n1. Find a position that is easy \
                    on your body.\n2. Look around the room. Find three things that have nothing to do with work.\n3. \
                    Notice what supports you: a chair, the floor, a wall.\n4. Let three breaths come and go as they \
                    like.\n5. Find one word for how you are right now. You can keep it to yourself.",
                    "Para los primeros minutos de una reunión, o entre una y otra.\n\n1. Busque una postura cómoda \
                    para su cuerpo.\n2. Mire a su alrededor. Encuentre tres cosas que no tengan nada que ver con el \
                    trabajo.\n3. Note en qué se apoya: una silla, el piso, una pared.\n4. Deje que tres respiraciones \
                    vengan y se vayan como quieran.\n5. Busque una palabra para cómo está ahora. No tiene que decirla.",
                ),
            ),
            &["Self-awareness"],
        ),
        tagged(
            Draft {
                origin: "Centering as it is widely taught in somatic work; the text was written for Weft".into(),
                ..practice(
                    ("Length, width, depth", "Largo, ancho, fondo"),
                    6,
                    "standing",
                    (
                        "Before a hard conversation.\n\n1. Length: let your feet be heavy and the top of your head \
                        light. This is your dignity. No one has to give it to you.\n2. Width: notice your left side \
                        and your right. You take up space, and there are others beside you.\n3. Depth: notice your \
                        back. Behind you are the people who brought you here. Ahead is what you have not seen \
                        yet.\n4. Ask: what is this conversation for? Let the answer be short.\n5. Go in.",
                        "Antes de una conversación difícil.\n\n1. Largo: deje que los pies pesen y que la coronilla \
                        sea ligera. Esta es su dignidad; nadie se la da.\n2. Ancho: note su lado izquierdo y su lado \
                        derecho. Usted ocupa espacio, y hay otras personas a su lado.\n3. Fondo: note su espalda. \
                        Detrás están las personas que le ayudaron a llegar aquí. Delante está lo que todavía no ha \
                        visto.\n4. Pregúntese: ¿para qué es esta conversación? Que la respuesta sea corta.\n5. Entre.",
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
                "In the middle of a long day.\n\n1. Ask: am I hungry, thirsty, cold, tired, or lonely? One word is \
                enough.\n2. Ask: what would help in the next ten minutes?\n3. Ask: what would help this week, and who \
                could I tell?\n4. Do the small one now. The practice ends when you have done it.",
                "En medio de un día largo.\n\n1. Pregúntese: ¿tengo hambre, sed, frío, cansancio, estoy a solas? \
                Basta una palabra.\n2. Pregúntese: ¿qué ayudaría en los próximos diez minutos?\n3. Pregúntese: ¿qué \
                ayudaría esta semana, y a quién podría decírselo?\n4. Haga ahora lo pequeño. La práctica termina \
                cuando lo haya hecho.",
            ),
        ),
        Draft {
            care: words(
                "Images from the past may come up. Open your eyes, name five things you see, and stop if you like.",
                "Pueden venir imágenes del pasado. Abra los ojos, nombre cinco cosas que ve y deténgase si quiere.",
            ),
            ..practice(
                ("A place that feels safe", "Un lugar seguro"),
                8,
                "any",
                (
                    "A visualization. A photograph in your hand works as well as closed eyes.\n\n1. Think of a place \
                    where you did not have to prove anything.\n2. What is the light like? What do you hear?\n3. Where \
                    in your body do you notice that you are there?\n4. Who else is welcome there? You decide.\n5. \
                    Take one thing from it with you: a color, a sound, a way of standing.",
                    "Una visualización. Una fotografía en la mano sirve tanto como los ojos cerrados.\n\n1. Piense en \
                    un lugar donde no tuvo que demostrar nada.\n2. ¿Cómo es la luz allí? ¿Qué oye?\n3. ¿Dónde nota en \
                    su cuerpo que está allí?\n4. ¿A quién más recibiría allí? Usted decide.\n5. Llévese una cosa: un \
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
                    with what I know and who I am.\n- Collaborative: how we work with one another, so that trust \
                    grows and we pull in one direction.\n- Collective: many people share leadership. I don't control \
                    it, and some of it works because I let go.\n\nNo level is better than another. Ask which one this \
                    moment needs, and which one you use when you are tired.",
                    "La misma persona lidera en tres niveles, a menudo en un mismo día.\n\n- Individual: lo que \
                    impulso yo, con lo que sé y con quien soy.\n- Colaborativo: cómo trabajamos entre todas las \
                    personas, para que crezca la confianza y tiremos hacia el mismo lado.\n- Colectivo: el liderazgo \
                    es de muchas personas. No lo controlo, y una parte funciona porque suelto.\n\nNinguno es más alto \
                    que otro. Pregunte cuál necesita un momento, y a cuál acude usted cuando siente cansancio.",
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
                    keep coming back:\n\n1. Keep the big goal in view, even in a busy week.\n2. Align different \
                    organizations without making them the same.\n3. Move what people believe, do and run.\n4. Make \
                    sure people belong and promises are kept.\n\nUse this to reflect. It is not a job description: no \
                    one does all four at once.",
                    "Un backbone es personal dedicado a facilitar, coordinar y llevar proyectos. Cuatro tareas \
                    vuelven una y otra vez:\n\n1. Tener presente la gran meta, también en una semana difícil.\n2. \
                    Poner de acuerdo a organizaciones distintas, sin volverlas iguales.\n3. Mover lo que la gente \
                    cree, hace y dirige.\n4. Cuidar que la gente pertenezca y que las promesas se cumplan.\n\nSirve \
                    para reflexionar. No es una descripción de puesto: nadie hace las cuatro a la vez.",
                ),
            ),
            &["Building and keeping bridges", "Consultative"],
        ),
        Draft {
            support: words(
                "- Your coach, for what stays with you afterward.\n- Your home team, if you want company without \
                advice.\n- 988 in the United States, by call or text, at any hour, if it becomes too much. Say what \
                you need. You don't have to be in danger.",
                "- Su coach, para lo que se le queda después.\n- Su equipo base, si quiere compañía sin consejos.\n- \
                El 988 en Estados Unidos, por llamada o mensaje, a cualquier hora, si llega a ser demasiado. Diga lo \
                que necesita; no hace falta estar en peligro.",
            ),
            care: words(
                "This module speaks of harm that families, peoples and institutions carry. You decide how close you \
                go. Staying silent is a way to take part.",
                "Este módulo habla del daño que cargan familias, pueblos e instituciones. Usted decide qué tan cerca \
                llega; callar también es participar.",
            ),
            origin: "The thought that systems hold on to unhealed harm is from writing on healing and systems change; \
                the text was written for Weft"
                .into(),
            ..card(
                "module",
                ("When a system carries harm", "Cuando un sistema carga daño"),
                (
                    "What a community has lived through still shapes its rules, meetings, and silences. A plan that \
                    ignores this often gets stuck on it.\n\n## Together, 45 minutes\n1. Alone: think of a rule in \
                    your collaborative that no one can explain anymore. What might it have protected once? (10)\n2. \
                    In threes: tell as much as you want. The others listen and don't ask questions. (15)\n3. All: \
                    what would a meeting look like that did not need this rule? (15)\n4. Close with a minute of \
                    silence. (5)",
                    "Lo que una comunidad ha vivido sigue presente en sus reglas, reuniones y silencios. Un plan que \
                    lo ignora a menudo se atora ahí.\n\n## En conjunto, 45 minutos\n1. A solas: piense en una regla \
                    de su colaborativa que ya nadie sabe explicar. ¿Qué habrá protegido alguna vez? (10)\n2. En \
                    grupos de tres: cuente lo que quiera. Las demás personas escuchan y no preguntan nada. (15)\n3. \
                    Todo el grupo: ¿cómo sería una reunión que no necesitara esa regla? (15)\n4. Cierren con un \
                    minuto de silencio. (5)",
                ),
            )
        },
        tagged(
            card(
                "handout",
                ("Questions that are really open", "Preguntas que de verdad están abiertas"),
                (
                    "An open question has no answer that you know or hope for.\n\n- What is it like for you when this \
                    happens?\n- What do you know about this that no one has asked you?\n- What would you do if it \
                    could be small?\n- Who else is in this story?\n- What are you protecting?\n\nNot open: \"Have you \
                    thought of …?\", \"Don't you think …?\", \"Why don't you …?\" These are advice with a question \
                    mark.",
                    "Una pregunta abierta no tiene una respuesta que usted sepa o espere.\n\n- ¿Cómo es para usted \
                    cuando esto pasa?\n- ¿Qué sabe ya de esto que nadie le ha preguntado?\n- ¿Qué haría si se \
                    permitiera que fuera pequeño?\n- ¿Quién más está en esta historia?\n- ¿Qué está \
                    protegiendo?\n\nNo están abiertas: «¿Ha pensado en…?», «¿No le parece que…?», «¿Por qué no…?». \
                    Son consejos con signo de interrogación.",
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
                    "We often plan from the end: what we want to have. This worksheet starts from the other end.",
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
                "These questions may bring up old memories. Skip anything you don't want to answer today. Nothing is \
                scored, and no one else can read it.",
                "Estas preguntas pueden traer recuerdos. Omita lo que no quiera responder hoy. Nada se califica y \
                nadie más puede leerlo.",
            ),
            ..worksheet(
                ("The self that protects me", "La parte de mí que me protege"),
                (
                    "Most of us learned early which part of us was welcome. This sheet is for looking at it kindly.",
                    "La mayoría aprendió pronto qué parte de sí era bienvenida. Esta hoja es para mirarla con cariño.",
                ),
                (
                    "Where do I put on a performance? What do I do there that I do nowhere else?\nWhat did this \
                    protect me from?\nWhen did I last lead without it? What was that like?\nWhat would I like to let \
                    go of this season, and what would I like to keep?",
                    "¿Dónde actúo un papel? ¿Qué hago allí que no hago en ningún otro lugar?\n¿De qué me protegió \
                    esto alguna vez?\n¿Cuándo fue la última vez que lideré sin eso? ¿Cómo fue?\n¿Qué quisiera soltar \
                    en esta edición, y qué quisiera conservar?",
                ),
            )
        },
        worksheet(
            ("My role, in four tasks", "Mi rol, en cuatro tareas"),
            (
                "For the four tasks of a backbone: how much of each is yours, and what you would rather share.",
                "Para las cuatro tareas de un backbone: cuánto de cada una le toca, y qué preferiría compartir.",
            ),
            (
                "Keeping the big goal in view: how do I do it, and when do I lose it?\nAligning different \
                organizations: who can I say no to?\nMoving beliefs, actions, programs: what has changed that I had a \
                part in?\nBelonging and kept promises: who makes sure that I belong?\nWhich of the four would I give \
                to someone else, and who would that be?",
                "Tener presente la gran meta: ¿cómo lo hago, y cuándo la pierdo?\nPoner de acuerdo a organizaciones \
                distintas: ¿a quién puedo decirle que no?\nMover creencias, acciones, programas: ¿qué ha cambiado en \
                lo que participé?\nPertenencia y promesas cumplidas: ¿quién cuida que yo pertenezca?\n¿Cuál de las \
                cuatro le daría a alguien, y a quién?",
            ),
        ),
        worksheet(
            ("Three levels, over time", "Tres niveles, a lo largo del tiempo"),
            (
                "Write it at the beginning of a season, in the middle and at the end, and read the older ones before \
                you write. It is not a score.",
                "Escríbala al comienzo de una edición, a la mitad y al final, y lea las anteriores antes de escribir. \
                No es una calificación.",
            ),
            (
                "Individual: what did I move forward in these weeks, and how was I while I did it?\nCollaborative: \
                what did we do together that made trust grow, or shrink?\nCollective: what happened because I let \
                go?\nWhich level do I want to spend more time in?",
                "Individual: ¿qué impulsé yo en estas semanas, y cómo estuve mientras lo hacía?\nColaborativo: ¿qué \
                hicimos en conjunto que hizo crecer la confianza, o encogerla?\nColectivo: ¿qué pasó porque solté el \
                control?\n¿En qué nivel quiero estar más tiempo?",
            ),
        ),
        Draft {
            list: "skills".into(),
            ..worksheet(
                ("Where I stand with my skills", "Dónde estoy con mis habilidades"),
                (
                    "Go through each skill as it is for you today. You can bring what you want to work on to your \
                    coach.",
                    "Recorra las habilidades como son hoy para usted. Lo que quiera fortalecer puede ser algo para \
                    llevar a su coach.",
                ),
                (
                    "Which one would help my community most if I got better at it?",
                    "¿Cuál ayudaría más a mi comunidad si yo mejorara?",
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
                    "Go through the roles. Which are yours, which belong to others, and which does no one take?",
                    "Recorra los roles. ¿Cuáles son suyos, cuáles de otras personas y cuáles no toma nadie?",
                ),
                (
                    "What is at the center of it all, in our own words?\nWho is missing? Are the people it is about \
                    in the room?\nWhich role would I like to give away, and which have I never dared to take?",
                    "¿Qué está en el centro de todo, con nuestras palabras?\n¿Quién falta? ¿Está en la sala la gente \
                    de quien se trata?\n¿Qué rol quisiera dar, y cuál nunca me he atrevido a tomar?",
                ),
            )
        },
    ]
}
