# La biblioteca y el plan de contenidos

place-library = Biblioteca
place-curriculum = Contenidos
place-library-lists = Listas
library-title = Biblioteca
library-lead = Prácticas, marcos y hojas de trabajo de este programa. Cada ficha indica su fuente.
library-none = La biblioteca todavía no tiene fichas.
library-begin-text = Puede empezar con nuestras propias prácticas, marcos y hojas de trabajo. Llegan como borradores, para que usted lea, edite y publique lo que quiera.
library-begin = Agregar fichas de inicio
library-find = Buscar
library-kind = Tipo
library-tag = Habilidad, tema o rol
library-any = Todos
library-search = Buscar
library-all = Ver todas las fichas
library-found =
    { $n ->
        [0] Ninguna ficha coincide, de { $of }.
        [one] Una de { $of } fichas coincide.
       *[other] { $n } de { $of } fichas coinciden.
    }
library-count =
    { $n ->
        [one] Una ficha.
       *[other] { $n } fichas.
    }
library-lists = Listas de la biblioteca
library-lists-lead = Con estas listas se encuentran las fichas, y algunas hojas de trabajo preguntan por cada elemento. Escriba un elemento por línea, con las palabras de su programa.
list-skills = Habilidades y actitudes
list-skills-hint = Para encontrar fichas, para la autoevaluación y para prepararse para el coaching.
list-topics = Temas
list-topics-hint = De qué trata un laboratorio o un curso.
list-ecosystem = Roles en un ecosistema
list-ecosystem-hint = Use los roles de su programa. Los mapas de roles publicados tienen derechos: pida permiso antes de agregarlos.
wrong-list-long = Escriba hasta 60 renglones de 120 caracteres cada uno.
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
card-new = Agregar una ficha
card-new-lead = Queda como borrador hasta que la publique. Puede empezar en un idioma. Quienes leen en el otro ven un aviso.
card-edit = Editar ficha
card-keep = Administrar esta ficha
card-save = Guardar ficha
card-draft = borrador
card-draft-long = Este es un borrador. Solo lo ven quienes administran la biblioteca.
card-publish = Publicar en todas las ediciones
card-withdraw = Dejar de publicar la ficha
card-remove = Eliminar el borrador
card-missing = Antes de publicarla, agregue:
card-refused = Esta ficha no está completa, así que sigue como borrador. Vea abajo lo que falta.
card-missing-title = un título
card-missing-text = un texto
card-missing-origin = la fuente
card-missing-licence = las condiciones de uso
card-missing-permission = quién dio permiso y para qué
card-missing-link = un enlace, porque la ficha solo lo menciona
card-missing-minutes = cuántos minutos dura
card-missing-prompts = preguntas, o una lista por la que preguntar
card-missing-transcript = la transcripción de la grabación, para quienes no pueden oírla
card-only-en = Por ahora, solo en inglés.
card-only-es = Por ahora, solo en español.
card-words = Contenido
card-kind-hint = Una práctica se hace y con un marco se piensa. Un módulo se enseña, un material se lee y una hoja de trabajo se llena. Una consulta entre pares sigue un protocolo.
card-title-en = Título en inglés
card-title-es = Título en español
card-text-en = Texto en inglés
card-text-es = Texto en español
card-text-hint = Texto simple. Deje un renglón vacío para un párrafo nuevo. Empiece con «## » para un título, «- » para una lista o «1. » para un paso.
card-care = Antes de empezar:
card-care-en = Nota sobre el contenido en inglés
card-care-hint = Qué puede ser difícil y qué ayuda.
card-care-es = Nota sobre el contenido en español
card-care-hint-es = Lo mismo en español.
card-support = Si quiere apoyo
card-support-en = Apoyo en inglés
card-support-hint = Personas y servicios de ayuda a los que acudir. Empiece cada renglón con «- ».
card-support-es = Apoyo en español
card-support-hint-es = Lo mismo en español.
card-origin = Fuente
card-origin-lead = Cada ficha necesita su autoría y sus condiciones de uso. Sin eso no se puede publicar.
card-origin-label = Autoría y fuente
card-origin-hint = Si pertenece a un pueblo o un grupo, diga cuál y quién se lo compartió. Por ejemplo: un canto o una oración.
card-source = Ir a la fuente
card-source-label = Enlace a la fuente
card-licence = Condiciones de uso
card-permission = Permiso
card-permission-hint = Quién dio permiso, para qué y cuándo.
card-stays = Le pedimos no compartir esto fuera del programa.
card-stays-label = Mantener dentro del programa: se pide no compartirlo, y no va en el paquete impreso.
card-of-practice = Para una práctica
card-minutes = Minutos
card-posture = Postura
card-eyes = Ojos
card-eyes-hint = Nunca pedimos cerrarlos. A algunas personas les trae recuerdos dolorosos.
card-of-worksheet = Para una hoja de trabajo
card-prompts-en = Preguntas en inglés
card-prompts-hint = Una por línea.
card-prompts-es = Preguntas en español
card-prompts-hint-es = Una por línea, en el mismo orden.
card-asks = Lista por la que preguntar
card-asks-hint = Cada elemento aparece antes de las preguntas, con cuatro respuestas para elegir.
card-recorded = Grabación
card-recording-label = Enlace a la grabación
card-recording = Reproducir la grabación
card-transcript = Transcripción de la grabación
card-transcript-hint = Es obligatoria antes de publicar una grabación.
licence-none = Elija
licence-own = Escrito por el programa.
licence-public-domain = Dominio público.
licence-cc0 = CC0: uso libre. No hace falta dar crédito.
licence-cc-by = CC BY: uso libre si da crédito a quien lo escribió.
licence-cc-by-sa = CC BY-SA: uso libre si da crédito a quien lo escribió y comparte los cambios con las mismas condiciones.
licence-cc-by-nc = CC BY-NC: uso no comercial si da crédito a quien lo escribió.
licence-cc-by-nc-sa = CC BY-NC-SA: uso no comercial si da crédito a quien lo escribió y comparte los cambios con las mismas condiciones.
licence-permission = Se usa con permiso.
licence-linked = Otras personas tienen los derechos; por eso esta ficha solo enlaza.
posture-any = Cualquier postura
posture-seated = En una silla
posture-standing = De pie o en una silla con la espalda recta
posture-lying = Con el cuerpo acostado o apoyado
posture-moving = En movimiento
eyes-either = Ojos abiertos o cerrados
eyes-open = Ojos abiertos
asks-none = Ninguna lista
practice-opt-out = Todo esto es una invitación. Omita lo que quiera, hágalo a su manera, mantenga los ojos abiertos o deténgase cuando guste. Nadie le preguntará por qué.
timer-title = Temporizador
timer-start = Iniciar el tiempo
timer-pause = Pausar el tiempo
timer-on = Reanudar el tiempo
timer-again = Empezar de nuevo
timer-left = Quedan {"{"}n{"}"} minutos
timer-last = Último minuto
timer-over = Se acabó el tiempo. Tome el que necesite.
mine-title = Su hoja de trabajo privada
mine-lead = Solo usted puede abrir lo que escriba aquí. Su equipo, su coach y el personal del programa no pueden.
mine-private = Solo usted puede abrir esta página. No está en ningún informe y puede eliminarla cuando quiera. Se guarda en el servidor de su programa para que vuelva a encontrarla. Si algo nunca debe guardarse, escríbalo en papel.
mine-open = Llenar la hoja de trabajo
mine-asks = Preguntas de esta hoja
mine-keep = Guardar la hoja
mine-written = Lo que escribió
mine-nothing = Todavía no ha escrito nada.
mine-go-on = Seguir escribiendo
mine-forget = Eliminar este texto
mine-forget-text = No se puede deshacer. Usted tampoco podrá abrirlo.
mine-forget-act = Eliminar este texto
mine-list-empty-skills = El programa todavía no tiene una lista de habilidades, así que esta hoja solo tiene sus propias preguntas.
mine-list-empty-ecosystem = El programa todavía no tiene una lista de roles, así que esta hoja solo tiene sus propias preguntas.
said-at-ease = Se me da bien
said-growing = Voy mejorando
said-wanted = Quiero aprender más
said-not-mine = No me corresponde
said-mine = Es mi rol
said-sometimes = A veces es mi rol
said-others = Lo hacen otras personas
said-nobody = No lo hace nadie
wrong-words-long = Tiene más de 8,000 caracteres. Acórtelo o empiece otra hoja.
wrong-nothing-written = Esta hoja está vacía. Escriba algo antes de guardar.
wrong-longer-than = Use { $arg } caracteres o menos.
wrong-card-moved = Otra persona cambió esta ficha mientras usted la editaba. Su texto sigue aquí. Revise la ficha en otra pestaña y guarde de nuevo para reemplazar esa versión.
today-practice = Práctica para hoy
gathering-cards = Materiales
gathering-cards-empty = Todavía no hay fichas.
gathering-cards-choose = Elegir fichas
gathering-cards-title = Fichas para este encuentro
gathering-cards-lead = Numere las fichas que quiera, en orden. Quienes abran la página del encuentro también pueden leer sus fichas sin conexión.
gathering-cards-none = La biblioteca todavía no tiene fichas publicadas.
curriculum-title = Plan de contenidos
curriculum-lead = A qué necesidades responde el programa, cómo y en qué encuentro.
curriculum-none = Todavía no hay necesidades en la lista.
curriculum-gaps = Vacíos
curriculum-whole = No hay vacíos: cada necesidad tiene un enfoque, y cada enfoque y cada encuentro tienen el suyo.
curriculum-open-need = Ningún encuentro responde todavía a esta necesidad.
curriculum-unused = Ningún encuentro usa este enfoque todavía. Otros enfoques responden a su necesidad.
curriculum-bare =
    { $n ->
        [one] no usa ninguno de los enfoques
       *[other] no usan ninguno de los enfoques
    }
curriculum-untouched =
    { $n ->
        [one] Esta habilidad no está en las fichas de ningún encuentro.
       *[other] Estas habilidades no están en las fichas de ningún encuentro.
    }
curriculum-no-gathering = Esta edición todavía no tiene encuentros.
curriculum-matrix = Enfoques y encuentros
curriculum-approach = Enfoque
curriculum-above = Como se marcó arriba
curriculum-skills = Habilidades
curriculum-skills-lead = Según las fichas elegidas para cada encuentro.
curriculum-skill-none = Todavía en ningún encuentro
curriculum-lines = Necesidades y enfoques
curriculum-lines-label = Una necesidad por línea, con sus enfoques
curriculum-lines-hint = Escríbalo así: necesidad: enfoque; otro enfoque. Un enfoque conserva sus encuentros si no cambia sus palabras.
wrong-curriculum = «{ $arg }» necesita dos puntos y al menos un enfoque después.
wrong-curriculum-long = Escriba hasta 120 enfoques de 200 caracteres cada uno.
event-card-made = Se agregó una ficha
event-card-changed = Se cambió una ficha
event-card-published = Se publicó una ficha
event-card-withdrawn = Una ficha dejó de publicarse
event-card-removed = Se eliminó el borrador de una ficha
event-library-lists = Se cambiaron las listas de la biblioteca
event-library-begun = Se agregaron fichas de inicio a la biblioteca
event-curriculum-changed = Se cambió el plan de contenidos
event-gathering-cards = Se eligieron fichas para un encuentro
card-kind-protocol = Protocolo
card-kinds-protocol = Protocolos
card-missing-steps = los pasos
card-of-protocol = Para un protocolo de consulta entre pares
card-steps-lead = Escriba un paso por línea, en cuatro partes con | en medio: minutos, nombre, lo que hace la persona cliente y lo que hace el resto del grupo.
card-steps-en = Pasos en inglés
card-steps-hint = Por ejemplo: 5 | Contar | Diga en qué quiere ayuda. | Escuche sin interrumpir.
card-steps-es = Pasos en español
card-steps-hint-es = Los mismos minutos, línea por línea. Si escribe los pasos en un solo idioma, todas las personas ven esos.
wrong-step-line = Línea { $arg }: se necesitan cuatro partes, con | en medio: minutos enteros de 1 a 60, nombre, lo que hace la persona cliente y lo que hace el resto.
wrong-steps-many = Un protocolo tiene como máximo { $arg } pasos.
wrong-steps-apart = Los dos idiomas necesitan la misma cantidad de pasos, con los mismos minutos.
event-library-protocols-added = Se agregaron protocolos para consultas entre pares a la biblioteca
wrong-step-long = El renglón { $arg } es demasiado largo. Un renglón tiene como máximo 600 caracteres.
wrong-steps-hours = Todos los pasos juntos pueden durar como máximo { $arg } minutos.
