# La biblioteca y el plan de contenidos

place-library = Biblioteca
place-curriculum = Contenidos
place-library-lists = Listas
library-title = Biblioteca
library-lead = Con qué trabaja este programa. Tome lo que le sirva; de dónde viene está en cada ficha.
library-none = Todavía no hay nada.
library-begin-text = Puede comenzar con prácticas, marcos y hojas de trabajo en nuestras propias palabras. Llegan como borradores; usted lee, cambia y publica lo que respalda.
library-begin = Comenzar con estas
library-find = Una palabra
library-kind = Tipo
library-tag = Capacidad, tema o papel
library-any = Cualquiera
library-search = Buscar
library-all = Ver todas
library-found =
    { $n ->
        [0] Ninguna de { $of } fichas.
        [one] Una de { $of } fichas.
       *[other] { $n } de { $of } fichas.
    }
library-count =
    { $n ->
        [one] Una ficha.
       *[other] { $n } fichas.
    }
library-lists = Listas de la biblioteca
library-lists-lead = Con estas listas se encuentran las fichas, y algunas hojas de trabajo preguntan por ellas. Un elemento por línea, en las palabras de su programa.
list-skills = Capacidades y actitudes
list-skills-hint = Para encontrar fichas, para mirarse y para lo que se lleva a un coach.
list-topics = Temas
list-topics-hint = De qué trata un laboratorio o curso.
list-ecosystem = Papeles en un ecosistema
list-ecosystem-hint = Los de su programa. Los mapas de papeles publicados tienen dueños: pregúnteles antes de poner aquí sus papeles.
wrong-list-long = Como máximo 60 líneas de 120 caracteres cada una, por favor.
minutes-n =
    { $n ->
        [one] 1 minuto
       *[other] { $n } minutos
    }
card-kind-practice = Práctica
card-kind-framework = Marco
card-kind-module = Módulo
card-kind-handout = Material
card-kind-worksheet = Hoja de trabajo
card-kinds-practice = Prácticas
card-kinds-framework = Marcos
card-kinds-module = Módulos
card-kinds-handout = Materiales
card-kinds-worksheet = Hojas de trabajo
card-new = Escribir una ficha
card-new-lead = Queda como borrador hasta que la publique. Basta un idioma para comenzar; a quienes leen en el otro se les avisa.
card-edit = Cambiar esta ficha
card-keep = Cuidar esta ficha
card-save = Guardar esta ficha
card-draft = borrador
card-draft-long = Un borrador: solo lo ven quienes cuidan la biblioteca.
card-publish = Publicar para todas las ediciones del programa
card-withdraw = Retirarla de sus lectores
card-remove = Sacar este borrador
card-missing = Antes de que otras personas puedan leerla, necesita:
card-refused = Esta ficha todavía no está completa y queda como borrador. Abajo está lo que necesita.
card-missing-title = un título
card-missing-text = un texto
card-missing-origin = de dónde viene
card-missing-licence = las condiciones con que se pueden usar sus palabras
card-missing-permission = quién dio permiso, y para qué
card-missing-link = un enlace a donde está, pues aquí solo se nombra
card-missing-minutes = cuántos minutos dura
card-missing-prompts = preguntas, o una lista por la cual preguntar
card-missing-transcript = las palabras de la grabación, para quienes no pueden oírla
card-only-en = Por ahora solo en inglés.
card-only-es = Por ahora solo en español.
card-words = Palabras
card-kind-hint = Una práctica se hace, con un marco se piensa, un módulo se enseña, un material se lee, en una hoja de trabajo se escribe.
card-title-en = Título en inglés
card-title-es = Título en español
card-text-en = Texto en inglés
card-text-es = Texto en español
card-text-hint = Texto simple. Una línea vacía comienza un párrafo, «## » un título, «- » una lista, «1. » un paso.
card-care = Antes de comenzar:
card-care-en = Nota sobre el contenido en inglés
card-care-hint = Qué puede ser difícil y qué ayuda.
card-care-es = Nota sobre el contenido en español
card-care-hint-es = Lo mismo en español.
card-support = Si quiere compañía
card-support-en = Apoyo al lado, en inglés
card-support-hint = Personas y líneas a las que acudir, una por línea comenzando con «- ».
card-support-es = Apoyo al lado, en español
card-support-hint-es = Lo mismo en español.
card-origin = De dónde viene
card-origin-lead = Cada ficha dice de quién es el pensamiento y con qué condiciones están aquí sus palabras. Sin eso no se puede publicar.
card-origin-label = Autoría y fuente
card-origin-hint = Para lo que un grupo guarda (un canto, una oración, una práctica): de qué pueblo es y quién se lo compartió.
card-source = Ir a la fuente
card-source-label = Enlace a la fuente
card-licence = Condiciones de uso
card-permission = Permiso
card-permission-hint = Quién permitió qué, para quién y cuándo.
card-stays = Por favor, no lleve esto fuera del programa.
card-stays-label = Esto se queda dentro: se pide no llevarlo fuera, y no va en el cuaderno impreso.
card-of-practice = Para una práctica
card-minutes = Minutos
card-posture = Postura
card-eyes = Ojos
card-eyes-hint = Nunca se pide cerrarlos: a algunas personas les trae lo peor de vuelta.
card-of-worksheet = Para una hoja de trabajo
card-prompts-en = Preguntas en inglés
card-prompts-hint = Una por línea.
card-prompts-es = Preguntas en español
card-prompts-hint-es = Una por línea, en el mismo orden.
card-asks = Preguntar por una lista
card-asks-hint = Cada elemento se pregunta con cuatro respuestas para elegir, antes de las preguntas.
card-recorded = Si está grabada
card-recording-label = Enlace a la grabación
card-recording = Escuchar o ver
card-transcript = Las palabras de la grabación
card-transcript-hint = Necesarias antes de publicar una grabación.
licence-none = Elija
licence-own = Palabras propias del programa.
licence-public-domain = De dominio público.
licence-cc0 = CC0: de uso libre, también sin nombrar a nadie.
licence-cc-by = CC BY: de uso libre si se nombra a quien lo escribió.
licence-cc-by-sa = CC BY-SA: de uso libre si se nombra a quien lo escribió y los cambios siguen igual de libres.
licence-cc-by-nc = CC BY-NC: de uso libre sin ganar con ello, si se nombra a quien lo escribió.
licence-cc-by-nc-sa = CC BY-NC-SA: de uso libre sin ganar con ello, si se nombra a quien lo escribió y los cambios siguen igual de libres.
licence-permission = Se usa con permiso.
licence-linked = Los derechos son de otras personas: aquí solo se nombra, con el camino para llegar.
posture-any = Cualquier postura
posture-seated = En una silla
posture-standing = De pie, o en una silla con la espalda recta
posture-lying = Con el cuerpo acostado o apoyado
posture-moving = En movimiento
eyes-either = Ojos abiertos o cerrados
eyes-open = Ojos abiertos
asks-none = Ninguna lista
practice-opt-out = Todo esto es una invitación. Deje fuera lo que quiera, hágalo a su manera, mantenga los ojos abiertos, deténgase en cualquier momento. Nadie pregunta por qué.
timer-title = Tiempo para ella
timer-start = Comenzar
timer-pause = Pausa
timer-on = Seguir
timer-again = Otra vez
timer-left = Quedan {"{"}n{"}"} minutos
timer-last = El último minuto
timer-over = Se acabó el tiempo. Tómese el que quiera para volver.
mine-title = Escribir para usted
mine-lead = Lo que escribe aquí es suyo. Nadie más puede abrirlo: ni su equipo, ni su coach, ni quienes llevan el programa.
mine-private = Solo usted puede abrir lo que está aquí. No está en ningún informe, y puede quitarlo cuando quiera. Se guarda en el servidor de su programa para que lo vuelva a encontrar; lo que nunca debe guardarse, déjelo en papel.
mine-open = Abrir esta hoja
mine-asks = Lo que pregunta
mine-keep = Guardar esto
mine-written = Lo que escribió
mine-nothing = Todavía nada.
mine-go-on = Seguir escribiendo
mine-forget = Quitarlo
mine-forget-text = Desaparece del todo, también para usted.
mine-forget-act = Quitarlo del todo
mine-list-empty-skills = El programa todavía no tiene lista de capacidades, así que esta hoja hace solo sus propias preguntas.
mine-list-empty-ecosystem = El programa todavía no ha nombrado los papeles de su ecosistema, así que esta hoja hace solo sus propias preguntas.
said-at-ease = Me siento a gusto con ella
said-growing = Está creciendo
said-wanted = Quiero más de ella
said-not-mine = No me toca llevarla
said-mine = Mío
said-sometimes = Mío a veces
said-others = Lo toman otras personas
said-nobody = No lo toma nadie
wrong-words-long = Tiene más de 8.000 caracteres. Por favor, acórtelo o escriba una segunda hoja.
wrong-nothing-written = Todavía no hay nada en esta hoja. Escriba algo o vuelva atrás.
wrong-longer-than = Use como máximo { $arg } caracteres, por favor.
wrong-card-moved = Otra persona cambió esta ficha mientras tanto. Lo que escribió sigue aquí: mire la ficha en otra pestaña y guarde de nuevo para poner la suya en su lugar.
today-practice = Una práctica
gathering-cards = Fichas
gathering-cards-empty = Todavía no hay fichas.
gathering-cards-choose = Elegir fichas
gathering-cards-title = Fichas para este encuentro
gathering-cards-lead = Ponga un número a las fichas con que trabajan; ese es su orden. Cuando alguien ha abierto el encuentro, sus fichas se abren también sin conexión.
gathering-cards-none = La biblioteca todavía no tiene ninguna ficha publicada.
curriculum-title = Plan de contenidos
curriculum-lead = A qué quiere responder el programa, cómo y en qué encuentro.
curriculum-none = Todavía no se ha nombrado nada.
curriculum-gaps = Vacíos
curriculum-whole = Ninguno: cada necesidad tiene un enfoque, cada enfoque un encuentro, cada encuentro un enfoque.
curriculum-open-need = Ningún encuentro responde todavía a esta necesidad.
curriculum-unused = Ningún encuentro trabaja así todavía; a su necesidad responden otros enfoques.
curriculum-bare =
    { $n ->
        [one] no trabaja con ninguno de los enfoques
       *[other] no trabajan con ninguno de los enfoques
    }
curriculum-untouched =
    { $n ->
        [one] Esta capacidad no está en las fichas de ningún encuentro.
       *[other] Estas capacidades no están en las fichas de ningún encuentro.
    }
curriculum-no-gathering = La edición todavía no tiene encuentros.
curriculum-matrix = Enfoques y encuentros
curriculum-approach = Enfoque
curriculum-above = Como se marcó arriba
curriculum-skills = Capacidades
curriculum-skills-lead = Según las fichas con que trabaja cada encuentro.
curriculum-skill-none = Todavía en ningún encuentro
curriculum-lines = Necesidades y enfoques
curriculum-lines-label = Cada necesidad en una línea, con sus enfoques
curriculum-lines-hint = Necesidad: enfoque; otro enfoque. Las marcas de un enfoque se quedan mientras sus palabras sean las mismas.
wrong-curriculum = «{ $arg }» necesita dos puntos y al menos un enfoque después.
wrong-curriculum-long = Como máximo 120 enfoques de 200 caracteres cada uno, por favor.
event-card-made = Se escribió una ficha
event-card-changed = Se cambió una ficha
event-card-published = Se publicó una ficha
event-card-withdrawn = Se retiró una ficha
event-card-removed = Se quitó una ficha en borrador
event-library-lists = Se cambiaron las listas de la biblioteca
event-library-begun = Se comenzó la biblioteca
event-curriculum-changed = Se cambió el plan de contenidos
event-gathering-cards = Se eligieron las fichas de un encuentro
