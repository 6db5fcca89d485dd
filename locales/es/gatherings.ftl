# Encuentros: cuándo, dónde, quiénes y qué pasa allí.
place-gatherings = Encuentros
place-season-plan = Plan
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
weekday-date = { $weekday }, { $date }
hours-in-zone = { $hours } ({ $zone })
length-minutes = { $m } min
length-hours = { $h } h
length-both = { $h } h { $m } min
or-between = {" o "}
and-between = {" y "}
part-of = Parte { $n } de { $of }
online = En línea
time-yours = Para usted: { $hours }
gathering-kind-retreat = Retiro
gathering-kind-session = Sesión
gathering-kind-course-part = Curso
gathering-kind-group-coaching = Coaching en grupo
gathering-kind-webinar = Seminario web
gathering-kind-event-session = Sesión de un evento
format-online = En línea
format-in-person = En persona
format-both = En persona y en línea

# La edición
gatherings-title = Encuentros
gatherings-none = Todavía no hay ningún encuentro previsto.
gatherings-none-told = Todavía no se ha anunciado nada.
gatherings-none-copy = Copiar el plan de otra edición
gatherings-sum = { $n ->
    [one] Un encuentro
   *[other] { $n } encuentros
  } del { $from } al { $to }, { $length } en total.
gatherings-in-person = { $n ->
    [0] Todos en línea.
    [one] Uno de ellos en persona.
   *[other] { $n } de ellos en persona.
  }
gathering-no-time = Todavía no hay día.
gathering-length = { $length } en compañía
gathering-answers = { $yes } sí, { $no } no, { $needs } necesitan algo
gathering-off = Cancelado
gathering-draft = Sin anunciar
sitting-or = o
sitting-yours = Su horario
sitting-waiting = En la lista
sitting-full = Completo
sitting-choose = Elija su horario
came-yes = Usted estuvo
came-no = No pudo estar: qué puede hacer
came-made-up = Recuperado
came-link = Entró en línea
came-door = En la puerta
came-hand = Anotado a mano
came-report = Del informe de la reunión
came-import = De un archivo

# Un encuentro
gathering-off-long = Este encuentro se ha cancelado.
gathering-draft-long = Solo lo ven quienes planifican la edición. No se ha avisado a nadie.
gathering-times = Horarios
sitting-pick = Hay varios horarios. Elija el que le convenga; cuentan lo mismo.
sitting-pick-until = Puede elegir y cambiar hasta el final del { $day }.
sitting-seats-of = { $taken } de { $of } lugares ocupados
sitting-taken = { $n ->
    [one] Una persona eligió este
   *[other] { $n } personas eligieron este
  }
sitting-waiting-n = { $n ->
    [one] una espera
   *[other] { $n } esperan
  }
sitting-take = Tomar este horario
sitting-wait = Ponerme en la lista
sitting-leave = Devolver mi lugar
sitting-unwait = Salir de la lista
choice-too-late = Ya pasó el día hasta el que se podía elegir. Escríbanos si su horario no le sirve.
door-closed = La puerta no está abierta ahora. Se abre 15 minutos o más antes del comienzo.
join = Entrar ahora
join-host = Abrir la reunión
join-later = La entrada se abre aquí { $n } minutos antes del comienzo.
arrive = Estoy aquí
missed-title = No pudo estar
missed-text = Pasa. Pida a su equipo base media hora: de qué se habló y qué se llevaron. Luego dígaselo a quien facilita y queda anotado como recuperado.
missed-team = Mi equipo base
changes-title = Qué cambió
changes-told = { $n ->
    [0] no hubo que avisar a nadie
    [one] se avisó a una persona
   *[other] se avisó a { $n } personas
  }
change-title = Título
change-format = Forma
change-sitting = Horario
change-time = Horario
change-place = Lugar
change-link = Enlace nuevo a la reunión
change-now = { $what }: ahora { $to }
change-no-more = { $what }: ya no { $from }
change-from-to = { $what }: era { $from }, ahora { $to }
answer-title = ¿Va a estar?
answer-yes = Sí
answer-no = No, no puedo
answer-need = Sí, y necesito algo
answer-note = Qué necesita, o algo que debamos saber
answer-note-hint = Solo lo leen quienes llevan el encuentro.
answer-save = Guardar mi respuesta
answered-yes = sí
answered-no = no
answered-need = necesita algo
answers-title = Respuestas
answers-sum = { $yes } sí, { $no } no, { $needs } necesitan algo, de { $of } personas.
gathering-acts = Planificación
gathering-publish = { $n ->
    [0] Anunciarlo
    [one] Anunciarlo a una persona
   *[other] Anunciarlo a { $n } personas
  }
gathering-discard = Borrar este borrador
gathering-cancel = Cancelarlo
gathering-cancel-reason = Por qué
gathering-cancel-hint = { $n ->
    [one] Una persona recibe el aviso, con esta frase, y desaparece de su calendario.
   *[other] { $n } personas reciben el aviso, con esta frase, y desaparece de sus calendarios.
  }
gathering-cancel-act = Cancelarlo y avisar

# Crear y cambiar
gathering-new = Encuentro nuevo
gathering-edit = Cambiar el encuentro
gathering-draft-lead = Nadie recibe aviso hasta que lo anuncie.
gathering-edit-waiting = { $n ->
    [one] Una persona está en lista de espera. Si agrega lugares, recibe uno y un correo.
   *[other] { $n } personas están en lista de espera. Si agrega lugares, los reciben por orden, con un correo.
  }
gathering-edit-told = { $n ->
    [one] Participa una persona. Si cambia un horario, un lugar, el enlace o el título, recibe una carta que dice qué era y qué es, y su calendario cambia con ello.
   *[other] Participan { $n } personas. Si cambia un horario, un lugar, el enlace o el título, cada una a quien le toca recibe una carta que dice qué era y qué es, y los calendarios cambian con ello.
  }
gathering-words = Qué es
gathering-title-en = Título en inglés
gathering-title-es = Título en español
gathering-kind = Clase
gathering-format = Forma
gathering-purpose-en = Para qué es, en inglés
gathering-purpose-es = Para qué es, en español
gathering-open-before = Minutos que la puerta está abierta antes
gathering-open-hint = Tiempo para hablar sin programa.
gathering-open-after = Minutos que la puerta sigue abierta después
gathering-open-after-hint = 0 si se cierra enseguida.
gathering-times-lead = Un día al que van todas es una parte propia: numere las partes 1, 2, … Los horarios con el mismo número de parte son alternativas, y cada persona elige uno.
gathering-times-more = Para añadir más horarios, guarde; al final siempre hay uno vacío.
gathering-choose-until = Último día para elegir
gathering-choose-until-hint = Donde hay varios horarios. Déjelo vacío para que se pueda elegir hasta que comience.
gathering-save = Guardar
gathering-save-tell = Guardar y avisar a quien le toca
sitting-add = Añadir un horario
sitting-n = Horario { $n }
sitting-day = Día
sitting-from = Desde
sitting-until = Hasta
sitting-zone-hint = Escriba una ciudad o un nombre, por ejemplo Chicago u hora del Centro.
listing-zone-hint = El plazo termina al final del día en esta zona horaria.
sitting-part = Parte
sitting-part-hint = 1 si solo hay una.
sitting-seats = Lugares
sitting-seats-hint = Déjelo vacío si alcanzan para todas.
sitting-place = Lugar
sitting-place-hint = Casa, calle, ciudad. Déjelo vacío si es en línea.
sitting-link = Enlace a la reunión
sitting-link-hint = Se llega por un botón en la página del encuentro, y quien entra cuenta como presente.
sitting-gone = Quitar este horario
wrong-title-long = Este título tiene más de 200 caracteres. Acórtelo, por favor.
wrong-clock = Escriba una hora, por ejemplo 9:00.
wrong-length = Un horario dura entre 5 minutos y 16 horas. Para varios días, ponga cada día como una parte propia.
wrong-link = Escriba el enlace entero, que comience con https://.
wrong-skipped-hour = Esa noche los relojes se saltan esta hora. Elija otra, por favor.
wrong-gathering-moved = Este encuentro cambió desde que abrió este formulario, o lo guardó dos veces. No se guardó nada. Ábralo de nuevo; lo que escribió sigue aquí para copiarlo.
wrong-part-used = Ya hay personas con lugar o que estuvieron, así que las partes conservan sus números.
wrong-no-sitting = Hay personas que conocen este encuentro, así que necesita al menos un horario. Para terminarlo, cancélelo.
wrong-capacity-taken = Hay más personas con lugar que eso. No se cambió nada.
wrong-sittings-many = { $arg } horarios es lo máximo.
wrong-shift-past = Algo quedaría en el pasado. No se movió nada.
wrong-plan-moved = El plan cambió desde que abrió esta página. Mírelo de nuevo; no se movió nada.
wrong-not-empty = Esta edición ya tiene encuentros. No se copió nada.
wrong-need = Díganos qué necesita, por favor.
wrong-note-long = Esto es demasiado largo. Acórtelo, por favor.
wrong-mix = Las tres deben sumar 100; estas suman { $arg }.
wrong-blocks-many = { $arg } bloques es lo máximo.

# El plan
plan-title = El plan de la edición
plan-lead = Qué mirar antes de que la gente cuente con ello, y cómo se reparten los minutos.
plan-checks = Por mirar
plan-checks-none = No llama la atención nada. Fechas, duraciones, lugares y palabras concuerdan.
check-no-support = No hay contacto de apoyo. La gente necesita a quién escribir.
check-in-person = { $arg ->
    [0] Nadie se encuentra en persona en esta edición. Donde casi todo es en línea, al menos dos encuentros en persona sostienen el resto.
   *[other] La gente se encuentra en persona una sola vez. Donde casi todo es en línea, un segundo encuentro en persona sostiene el resto; un encuentro de cierre lo es.
  }
check-no-time = No hay día.
check-holiday = Cae en { $arg }.
check-weekend = Cae en fin de semana.
gathering-outside = { $n ->
    [one] { $days } queda fuera de la edición, que va del { $from } al { $to }. Cambie la fecha o consérvela si es la correcta.
   *[other] Estas fechas quedan fuera de la edición, que va del { $from } al { $to }: { $days }. Cámbielas o consérvelas si son las correctas.
}
gathering-save-outside = Conservar estas fechas y guardar
shift-outside = Fuera de la edición
check-outside = Queda fuera de las fechas de la edición.
check-no-link = Comienza en menos de una semana y no tiene enlace.
check-no-place = Comienza en menos de una semana y no tiene lugar.
check-no-agenda = Todavía no tiene guion.
check-agenda-sum = Su guion no llena su tiempo.
check-one-language = Falta su título en un idioma.
check-ambiguous = «{ $arg }» significa dos cosas. Ponga un número o las fechas.
check-zone-word = «{ $arg }» es falso la mitad del año. Quítelo; los horarios llevan su zona.
check-star = «{ $arg }» lleva asterisco, pero no tiene explicación. Agréguela en «Palabras que usamos»: Configuración, luego «Cambiar el programa». O quite el asterisco.
check-clash = Es a la misma hora que { $arg }.
holiday-new-year = Año Nuevo
holiday-king = el Día de Martin Luther King Jr.
holiday-presidents = el Día de los Presidentes
holiday-memorial = el Día de los Caídos
holiday-juneteenth = Juneteenth
holiday-independence = el Día de la Independencia
holiday-labor = el Día del Trabajo
holiday-indigenous = el Día de los Pueblos Indígenas
holiday-veterans = el Día de los Veteranos
holiday-thanksgiving = Acción de Gracias
holiday-christmas = Navidad
plan-shift = Mover las fechas siguientes
plan-shift-text = Todas las fechas siguientes se mueven el mismo número de días, desde el { $day }. Las horas no cambian. Verá quién recibe un correo antes de mover nada.
plan-shift-none = No hay fechas siguientes que mover.
shift-ask = { $n ->
    [one] ¿Mover un encuentro?
   *[other] ¿Mover { $n } encuentros?
  }
shift-gathering = Encuentro
shift-from = Ahora
shift-to = Fecha nueva
shift-told = Quién recibe un correo
shift-told-n = { $people ->
    [0] Nadie
    [one] Una persona
   *[other] { $people } personas
  }{ $emails ->
    [0] .
    [one] , un correo.
   *[other] , { $emails } correos.
  }
shift-act = { $n ->
    [0] Mover las fechas
    [one] Mover las fechas y enviar un correo
   *[other] Mover las fechas y enviar { $n } correos
  }
plan-days = Días
plan-days-hint = 7 es una semana después, -7 una semana antes.
plan-shift-act = Ver antes el cambio
plan-copy = Copiar otra edición
plan-copy-text = Sus encuentros llegan como borradores, tantos días después del comienzo de la edición como allí, con sus guiones, sin lugares ni enlaces.
plan-copy-from = Edición
plan-copy-act = Copiar como borradores
mix-title = Contenido, reflexión, aplicación
mix-none = Todavía no hay guion.
mix-words = { $content } % contenido, { $reflection } % reflexión, { $application } % aplicación
mix-content = { $share } % contenido ({ $minutes } min)
mix-reflection = { $share } % reflexión ({ $minutes } min)
mix-application = { $share } % aplicación ({ $minutes } min)
mix-target = La edición quiere { $content } % contenido, { $reflection } % reflexión, { $application } % aplicación.
mix-each = Cada encuentro
mix-set = Decir qué reparto quiere la edición
mix-content-share = Contenido, por ciento
mix-reflection-share = Reflexión, por ciento
mix-application-share = Aplicación, por ciento
mix-how = Centrarse cuenta como reflexión; consulta, compromisos y equipos base cuentan como aplicación. Bienvenida, celebración, pausas, tiempo libre y preguntas no se cuentan.

# El guion
agenda-title = Guion
agenda-edit = Guion
agenda-sum = Previsto: { $sum } de { $slot }.
agenda-none = Todavía no hay nada. Comience con las cinco partes de una buena sesión, con centrarse y celebrar primero, y cambie lo que quiera.
agenda-template = Comenzar con una buena sesión
agenda-too-long = Los bloques duran { $length } más que el tiempo que hay.
agenda-too-short = Faltan { $length } por planear.
agenda-opening = Centrarse y celebrar deberían ir primero.
agenda-no-home-team = No hay tiempo en equipos base.
agenda-no-content = No hay contenido ni herramienta nueva.
agenda-no-commitments = Nadie pregunta por los compromisos.
agenda-no-consult = No hay consulta entre pares.
agenda-no-reflection = No hay tiempo para reflexionar.
agenda-no-informal = No hay tiempo para hablar sin programa, y la puerta se abre y se cierra con la sesión.
agenda-add = Añadir un bloque
agenda-change = Cambiar
agenda-up = Antes
agenda-down = Después
agenda-remove = Quitar
block-kind = Para qué es
block-minutes = Minutos
block-owner = Quién lo lleva
block-materials = Materiales
block-cue = Notas para quien lo lleva
block-cue-hint = Solo lo leen quienes llevan el encuentro.
block-grounding = Centrarse
block-celebration = Celebración
block-welcome = Bienvenida
block-informal = Tiempo libre
block-content = Contenido
block-reflection = Reflexión
block-application = Aplicación
block-home-team = Equipos base
block-consult = Consulta entre pares
block-commitments = Compromisos
block-questions = Preguntas
block-break = Pausa

# Asistencia
attendance-title = Asistencia
attendance-sum = { $here } de { $of } estuvieron{ $made ->
    [0] .
    [one] , una lo recuperó.
   *[other] , { $made } lo recuperaron.
  }
attendance-state = Estuvo
attendance-here = Estuvo
attendance-made-up = Recuperó
attendance-away = No
attendance-how = Cómo se sabe, o cómo se recuperó
attendance-how-of = Cómo lo recuperó { $name }
attendance-save = Guardar la asistencia
attendance-note = Faltar nunca cuenta en contra de nadie. Quien recuperó un encuentro tiene el mismo crédito.
meeting-report-title = Importar de Zoom
meeting-report-lead = Elija el informe de participantes de Zoom: un archivo CSV en inglés, español, portugués o francés, o el JSON de la API de Zoom. Podrá revisar cada fila antes de guardar.
meeting-report-sitting = De qué horario
meeting-report-file = Informe
meeting-report-read = Revisar informe
meeting-report-taken = Este informe ya se importó.
meeting-report-empty = No hay nadie en este informe.
meeting-report-name = En el informe
meeting-report-length = Tiempo que cuenta
meeting-report-is = Persona de esta edición
meeting-report-is-of = Quién es { $name }
meeting-report-nobody = Nadie de esta edición
meeting-report-bot = Programa de grabación
meeting-report-guest = Persona invitada
meeting-report-take = Importar asistencia
meeting-report-check = Revise el informe
meeting-report-bounds = { $day }, de { $from } a { $until } (hora de { $zone })
meeting-report-when = Los horarios de este informe son: { $report }. Esta sesión: { $planned }.
meeting-report-other-day = No hay nada que importar: este informe es de otro momento.
meeting-report-other-day-when = En el informe: { $report }. Esta sesión: { $planned }. Si se reunieron a la hora del informe, cambie primero la fecha de este encuentro.
meeting-report-other-day-there = Ir a la asistencia de { $name }, { $day }
meeting-report-partial = Zoom envió solo una parte de la lista. Obtenga también las otras páginas de la API e impórtelas una por una.
meeting-report-guessed = El archivo no indica cómo se escriben sus acentos. Revise los nombres.
meeting-report-day-first = Las fechas se leyeron con el día primero: { $text } es { $date }.
meeting-report-month-first = Las fechas se leyeron con el mes primero: { $text } es { $date }.
meeting-report-rows = { $n ->
    [one] Una fila en el archivo
   *[other] { $n } filas en el archivo
  }
meeting-report-sum-known = { $rows ->
    [one] Una fila
   *[other] { $rows } filas
  }: { $people ->
    [one] se reconoció a una persona.
   *[other] se reconoció a { $people } personas.
  }
meeting-report-sum-doubtful = { $rows ->
    [one] Una fila
   *[other] { $rows } filas
  } con dudas: indique quién es { $people ->
    [one] esta persona.
   *[other] cada una de estas { $people } personas.
  }
meeting-report-sum-unknown = { $rows ->
    [one] Una fila
   *[other] { $rows } filas
  }: { $people ->
    [one] no se reconoció un nombre.
   *[other] no se reconocieron { $people } nombres.
  }
meeting-report-sum-outside = { $rows ->
    [one] Una fila
   *[other] { $rows } filas
  }: { $people ->
    [one] una persona estuvo solo a otra hora y no cuenta.
   *[other] { $people } personas estuvieron solo a otra hora y no cuentan.
  }
meeting-report-sum-bots = { $rows ->
    [one] Una fila
   *[other] { $rows } filas
  } de { $people ->
    [one] un programa de grabación.
   *[other] { $people } programas de grabación.
  }
meeting-report-sum-left = { $rows ->
    [one] Una fila quedó fuera. El motivo está abajo.
   *[other] { $rows } filas quedaron fuera. Los motivos están abajo.
  }
meeting-report-others = También como { $names }
meeting-report-lines = { $n ->
    [one] Fila { $lines }
   *[other] Filas { $lines }
  }
meeting-report-cut = { $length } fuera de la sesión no cuentan
meeting-report-outside = No a esta hora
meeting-report-choose = Elija
meeting-report-long = El informe suma { $said }, pero la sesión duró { $lasted }. Minutos que cuentan:
meeting-report-left-out = Filas que quedaron fuera
meeting-report-line = Fila
meeting-report-line-n = Fila { $n }
meeting-report-why = Motivo
left-out-absent = Se registró y no asistió
left-out-waiting = Solo en la sala de espera
left-out-no-name = Sin nombre
left-out-no-time = Sin horarios
left-out-backwards = Sale antes de entrar
doubt-same-name = Otra fila tiene el mismo nombre. Elija a la misma persona en ambas si son una sola.
doubt-namesakes = Más de una persona de esta edición tiene este nombre.
doubt-other-row = Otra fila parece ser la misma persona. Elíjala en ambas si son una sola.
doubt-brackets = Se reconoció solo por el nombre entre paréntesis.
meeting-report-beside = Algunas de estas personas ya tienen minutos de otro informe y no se pueden comparar los horarios. ¿Qué hacemos?
meeting-report-beside-more = Sumar los minutos: fue otra parte de la reunión
meeting-report-beside-same = Dejar el número mayor: es la misma reunión
meeting-report-take-note = Los minutos cuentan desde que se abre el acceso hasta que se cierra. Dos informes de una reunión se unen por sus horarios.
meeting-report-erased = Este informe se borró. Impórtelo de nuevo.
import-last-title = Última importación de un informe
import-last = Importado { $at }. Cambió la asistencia de { $n ->
    [one] una persona
   *[other] { $n } personas
    }.
import-edited = { $n ->
    [one] Un registro se editó después de la importación y queda como está: { $names }
   *[other] { $n } registros se editaron después de la importación y quedan como están: { $names }
    }
import-undo = Deshacer esta importación
import-undone = Deshecho { $at }. La asistencia de { $n ->
    [one] una persona
   *[other] { $n } personas
    } está como antes de la importación.
attendance-imported = { $n ->
    [one] Se importó la asistencia de una persona.
   *[other] Se importó la asistencia de { $n } personas.
  }
attendance-saved = { $n ->
    [0] No hubo cambios.
    [one] Se guardó para una persona.
   *[other] Se guardó para { $n } personas.
  }
wrong-report = Este archivo no tiene una línea con las columnas de un informe de participantes, como «Nombre» y «Hora de entrada». Elija el informe de participantes de Zoom, guardado como CSV.
wrong-report-text = Este archivo no es texto. Guarde el informe como CSV.
wrong-report-many = Este informe tiene más de { $arg } personas. Divídalo en varios archivos.
wrong-report-time = Esta línea tiene una hora que no se puede leer: { $arg }. No se importó nada.
wrong-report-dates = Unas fechas tienen el día primero y otras el mes primero. Revise la línea { $arg }. No se importó nada.
wrong-report-who = Elija quién es «{ $arg }».
wrong-report-beside = Elija qué hacer con los minutos de otro informe.

# Las horas propias
certificate-title = Mis horas
certificate-none = Todavía no hay ningún encuentro anotado para usted.
certificate-text = { $name } participó en { $program }, { $season }: { $length } en total.
certificate-what = Encuentro
certificate-when = Día
certificate-length = Tiempo
certificate-made = Hecho el { $day }. Preguntas: { $contact },
certificate-print = Imprima esta página o guárdela como PDF desde la ventana de impresión de su navegador.

# Calendarios
calendar-title = En su calendario
calendar-add = Añadir este encuentro
calendar-follow = Seguirlo en mi calendario
my-calendar = Mi calendario
my-calendar-lead = Tenga todos los encuentros de sus ediciones en el calendario que ya usa, siempre como están ahora.
calendar-name = { $name }: encuentros
calendar-address = Su dirección secreta
calendar-address-none = Todavía no tiene dirección.
calendar-address-since = Su dirección funciona desde el { $day }. Solo se muestra al crearla; si la perdió, cree otra.
calendar-address-new = Esta es su dirección. Se muestra solo esta vez. La anterior ya no funciona.
calendar-step-copy = Copie la dirección.
calendar-step-add = En su calendario, busque «Suscribirse», «Desde URL» o «Añadir calendario por dirección», y péguela.
calendar-step-secret = No la pase a nadie: quien la tiene ve sus encuentros, aunque nunca un enlace a una reunión.
calendar-address-make = Crear mi dirección
calendar-address-anew = Crear otra dirección
calendar-address-end = Terminar mi dirección
my-zone = Su zona horaria
my-zone-hint = Los encuentros muestran la hora de su lugar, y la de usted al lado.
zone-say = Mostrar mis horas al lado
zone-of-season = La del programa

# Cartas
mail-gathering-yours = Para usted: { $hours }
mail-gathering-where = Dónde: { $place }
mail-gathering-online = Es en línea. Se entra por el botón de su página, un poco antes de que comience.

# Qué pasó
event-gathering-made = Se planificó un encuentro
event-gathering-changed = Se cambió un encuentro
event-gathering-published = Se anunció un encuentro
event-gathering-cancelled = Se canceló un encuentro
event-gathering-discarded = Se borró el borrador de un encuentro
event-gathering-copied = Se copiaron los encuentros de una edición
event-gathering-answered = Se respondió a un encuentro
event-sitting-chosen = Se eligió un horario
event-sitting-left = Se devolvió un horario
event-sitting-waited = Alguien se puso en la lista de un horario
event-sitting-opened = Quedó un lugar libre para alguien de la lista
event-agenda-changed = Se cambió un guion
event-mix-set = Se fijó el reparto de la edición
event-attendance-arrived = Alguien llegó
event-attendance-marked = Se anotó la asistencia
event-report-read = Se leyó el informe de una reunión
event-report-undone = Importación del informe de una reunión deshecha
event-report-taken = Se anotó el informe de una reunión
event-calendar-made = Se creó una dirección de calendario
event-calendar-ended = Se terminó una dirección de calendario
event-zone-set = Se fijó la zona horaria

# Salas: un encuentro mientras pasa
place-met = Quiénes se conocen
room-title = La sala
room-now = Ahora
room-next = Después:
room-before = Comienza a su hora: { $hours }
room-ended = Esto ha terminado. Gracias por haber estado.
room-left = quedan {"{"}n{"}"} min
room-over = {"{"}n{"}"} min de más
room-look = Mirar de nuevo
way-in-lead = Usted cuenta como presente. La reunión se abre en un momento; si no, use el botón.
way-in-room = Qué pasa ahora
console-title = Consola
console-late = Otra persona fue más rápida, o esta página era vieja. Así está ahora; nada se pulsó dos veces.
console-closed = Puede comenzar desde una hora antes y hasta algunas horas después.
console-no-agenda = Haga primero un guion; luego la consola puede llevar por él.
console-here = Quiénes están
console-present = { $n } de { $of } están anotadas como presentes.
console-follow = { $n ->
    [one] Una página sigue.
   *[other] { $n } páginas siguen.
  }
console-room = Lo que ven todas
press-begin = Iniciar la sesión
press-again = Reanudar la sesión
press-next = Siguiente bloque
press-more = Agregar dos minutos
press-back = Bloque anterior
press-end-ask = { $n ->
    [0] La página de la sala dirá que la sesión terminó. Después se puede reanudar.
    [one] Una página abierta dirá que la sesión terminó. Después se puede reanudar.
   *[other] { $n } páginas abiertas dirán que la sesión terminó. Después se puede reanudar.
  }
press-end-sure = Terminar la sesión ahora
room-lost = Se perdió la conexión, intentando de nuevo
room-lost-for-good = Se perdió la conexión. Vuelva a cargar esta página.
press-end = Terminar la sesión
drift-none = a tiempo
drift-late = { $n ->
    [one] un minuto de retraso
   *[other] { $n } minutos de retraso
  }
drift-early = { $n ->
    [one] un minuto de adelanto
   *[other] { $n } minutos de adelanto
  }
tables-title = Mesas
tables-teams = Equipos base
tables-fresh = Mesas nuevas: personas que no se conocen
tables-how = Cómo
tables-size = Personas por mesa
tables-for = { $n ->
    [one] Para la única persona que está.
   *[other] Para las { $n } que están.
  }
tables-make = Hacer mesas
tables-anew = Hacerlas de nuevo
tables-draft = Solo usted lo ve
tables-posted = En la página de todas
tables-post = Mostrar a todas
tables-repeats = { $n ->
    [0] Nadie se encuentra con alguien con quien ya se sentó.
    [one] Un par ya se conoce; no puede ser menos.
   *[other] { $n } pares ya se conocen.
  }
tables-seat = { $n ->
    [one] Sentar a quien llegó después
   *[other] Sentar a las { $n } que llegaron después
  }
tables-export = Salas para el servicio de reuniones (CSV)
table-n = Mesa { $n }
wrong-few-people = Todavía no hay dos personas para sentar.
wrong-no-teams = Nadie aquí tiene equipo base. Elija mesas nuevas.
met-title = Quiénes se conocen
met-link = Quiénes se conocen hasta ahora
met-sum = { $met } de { $pairs } pares se han sentado juntos hasta ahora, { $share } %.
met-spread = A cuántas otras personas conoce cada una
met-others = Otras conocidas
met-people = Personas
met-bar = Parte
met-others-n = { $n ->
    [0] a nadie todavía
    [one] a una
   *[other] a { $n }
  }
met-note = Solo números: a quién conoce cada una lo ve solo ella.
met-own = Con quién se ha sentado usted
met-none = Con nadie todavía: esto se llena según se hacen mesas.
met-times = { $n ->
    [one] una vez
   *[other] { $n } veces
  }, la última el { $day }
met-own-note = Solo usted ve esta lista.
event-room-moved = Un encuentro siguió adelante
event-tables-made = Se hicieron mesas
event-tables-posted = Se mostraron mesas
event-tables-changed = Se cambiaron mesas

# Hoy y el telar
today-now = Hoy nos encontramos.
today-tomorrow = Mañana nos encontramos.
today-next = Lo próximo
today-later = Después
today-need = Necesito algo, o no puedo ir
today-opens = La entrada se abre aquí: { $time }.
today-said-yes = Dijo que sí.
today-said-no = Dijo que no puede.
today-said-need = Dijo que sí, y lo que necesita lo tienen quienes llevan el encuentro.
loom-today = Hoy: { $title }.
loom-soon = { $yes ->
    [0] Todavía nadie ha respondido para { $title }, { $days ->
        [one] mañana
       *[other] en { $days } días
      }.
    [one] Una persona dijo sí a { $title }, { $days ->
        [one] mañana
       *[other] en { $days } días
      }.
   *[other] { $yes } dijeron sí a { $title }, { $days ->
        [one] mañana
       *[other] en { $days } días
      }.
  }
loom-next = Lo próximo: { $title }, { $day }.
loom-month = mes { $n } de { $of }
loom-plan = Planear encuentros
loom-there = estuvieron { $n } de { $of }
loom-console = Abrir la consola
loom-gathering = Ver el encuentro
loom-met = de los pares se han sentado juntos ({ $met } de { $pairs }).

# En compañía
place-agreements = Acuerdos
place-celebrations = Celebraciones
agreements-title = Nuestros acuerdos
agreements-none = Todavía no hay acuerdos. Se hacen entre todas, casi siempre en el primer encuentro.
agreements-version = Versión { $n }, { $day }
agreements-yes = { $n ->
    [one] una persona está de acuerdo
   *[other] { $n } personas están de acuerdo
  }
agreements-own = Está de acuerdo
agreements-agree = Estoy de acuerdo
agreements-write = Escribir una versión nueva
agreements-text = Acuerdos
agreements-hint = Uno por línea, como lo dijo el grupo. Se pregunta de nuevo a todas; las versiones anteriores se quedan.
agreements-save = Guardar como versión nueva
agreements-before = Versiones anteriores
agreements-late = Otra persona escribió una versión mientras tanto; está arriba. Lo que escribió está abajo: tome de ello lo que falte y guarde.
celebrations-title = Celebraciones
celebrations-lead = Lo que salió bien, grande o pequeño. Queda como un hilo de la edición, para quienes están en ella.
celebrations-text = Algo que celebrar
celebrations-hint = Lo pueden leer todas las personas de esta edición, con su nombre.
celebrations-tell = Contarlo a todas
celebrations-none = Todavía nada. La primera es la más difícil.
celebrations-remove = Quitarlo
wrong-celebration-long = Tiene más de 1,000 caracteres. Acórtelo, por favor.
today-celebrated = Celebrado
event-agreements-written = Se escribió una versión de los acuerdos
event-agreements-agreed = Alguien aceptó los acuerdos
event-celebration-told = Se celebró algo
event-celebration-removed = Se quitó una celebración

# Recordatorios
remind-title = Recordatorios
remind-when = Recordarme
remind-hint = Por correo, de los encuentros a los que va.
remind-day = El día antes
remind-hour = Una hora antes
remind-both = El día antes y una hora antes
remind-none = Nunca
event-gathering-reminded = Se recordó un encuentro
event-reminders-chosen = Se eligieron los recordatorios
me-calendar = Calendario, zona horaria, recordatorios
me-calendar-lead = Siga sus encuentros en el calendario que usa y diga cuándo se los recordamos.
me-calendar-open = Abrir mi calendario

# La puerta
door-title = Lista de llegada
door-sum = Están {"{"}n{"}"} de {"{"}of{"}"}.
door-waiting = Sin conexión. {"{"}n{"}"} sin enviar. Se quedan en este dispositivo y se envían cuando vuelva la conexión.
door-refused = {"{"}n{"}"} no se pudieron enviar. Vuelva a cargar esta página o inicie sesión de nuevo. No se pierde nada.
door-old = Sin conexión. Esta lista es de las {"{"}time{"}"}; no muestra lo que otras personas registren después.
door-told = Todo se envió.
door-note = Presione un nombre cuando llegue la persona. Presione otra vez para deshacerlo. Una vez abierta, esta lista funciona sin conexión durante un día en este dispositivo. Al cerrar la sesión se borra.
poster-title = Cartel de llegada
poster-code = Un código que lleva a { $address }
poster-words = Escanee, entre y pulse «Estoy aquí».

# Lo publicado
place-sources = Lo publicado
sources-title = Lo publicado
sources-lead = Las fechas están en páginas web, en diapositivas y en cartas. Anote aquí lo que dice cada texto: se nombra lo que difiere y nada se elige en silencio.
sources-told = { $n ->
    [one] Cuando nada difiera, una persona recibe un correo con las fechas confirmadas.
   *[other] Cuando nada difiera, { $n } personas reciben un correo con las fechas confirmadas.
  }
sources-here = Previsto aquí
sources-plan = { $n ->
    [one] Un encuentro
   *[other] { $n } encuentros
  } del { $from } al { $to }, { $length } en total.
sources-agree = Todo lo publicado concuerda con el plan, o se sabe que está desactualizado.
unconfirmed = Las fechas no están confirmadas: lo publicado no concuerda. Le avisamos en cuanto se aclare.
unconfirmed-public = Estas fechas aún no están confirmadas y pueden cambiar.
unconfirmed-tag = fechas por confirmar
unconfirmed-see = Ver qué difiere
source-agrees = Concuerda con el plan
source-first = Dice que el primer día es el { $source }; está previsto el { $plan }.
source-last = Dice que el último día es el { $source }; está previsto el { $plan }.
source-count = Dice que hay { $source } encuentros; están previstos { $plan }.
source-length = Dice { $source } en total; están previstas { $plan }.
source-day = Nombra el { $source }; ese día no hay nada previsto.
source-settled = Se sabe que está desactualizado desde el { $day }
source-reason = Por qué está desactualizado
source-settle = El plan es lo correcto; esto está desactualizado
source-change = Esto es lo correcto; cambiar el plan
source-add = Anotar lo que dice un texto
source-add-lead = Escriba lo que dice y deje vacío el resto.
source-name = Qué es
source-name-hint = Por ejemplo: diapositivas del seminario de enero.
source-url = Dónde está
source-says-first = Primer día
source-says-last = Último día
source-says-count = Cuántos encuentros
source-says-minutes = Minutos en total
source-says-days = Días que nombra
source-says-days-hint = Como año-mes-día, separados por espacios.
source-compare = Comparar con el plan
wrong-source-silent = Escriba al menos una cosa que diga.
event-source-added = Se anotó un texto publicado
event-source-settled = Se marcó un texto publicado como desactualizado
event-season-confirmed = Se confirmaron las fechas de la edición

# Inscripción
place-registration = Inscripción
registration-title = Inscripción
registration-lead = Puede entrar cualquier persona, una vez para toda la serie. Nada es público hasta que la abra.
registration-counts = { $taken ->
    [one] Se inscribió una persona
   *[other] Se inscribieron { $taken } personas
  }, { $waiting ->
    [0] nadie espera.
    [one] una espera.
   *[other] { $waiting } esperan.
  }
registration-is-open = La inscripción está abierta:
registration-is-closed = La inscripción está cerrada. Estuvo abierta hasta { $until }.
registration-begun = Esto ya empezó, así que nadie de la lista de espera recibe ya un lugar.
registration-let-in-text = { $n ->
    [one] La inscripción está cerrada, pero hay un lugar libre y alguien en la lista de espera.
   *[other] La inscripción está cerrada, pero { $n } personas de la lista de espera podrían tener un lugar libre.
  }
registration-let-in-act = { $n ->
    [one] Dar el lugar y avisar por correo
   *[other] Dar lugar a { $n } personas y avisar por correo
  }
registration-let-in = { $n ->
    [0] Nadie recibió un lugar.
    [one] Una persona recibió un lugar y un correo.
   *[other] { $n } personas recibieron un lugar y un correo.
  }
registration-on-list = { $name }, usted está en la lista de espera.
registration-list-closed = La inscripción ya cerró. Le escribiremos si quienes organizan le dan un lugar.
registration-list-begun = Esto ya empezó, así que nadie de la lista de espera recibe ya un lugar.
registration-leave-list = Sale de la lista de espera.
event-registration-let-in = Se dieron lugares a personas de la lista de espera
registration-who = Quiénes se inscribieron
offer-closes = Hasta
offer-closes-hint = Hasta el final de este día ({ $zone }).
offer-until = el final del { $day }, { $zone }
offer-capacity = Lugares
offer-price = Precio
offer-price-en = Sobre el precio, en inglés
offer-price-es = Sobre el precio, en español
offer-price-hint = Lo que no dice una lista de precios: ayuda con el costo, o que no cuesta nada.
offer-pay = Enlace para pagar
offer-pay-hint = Se paga en otro sitio; el enlace está junto al precio.
offer-pay-link = Pagar
offer-audience-en = Para quién, en inglés
offer-audience-es = Para quién, en español
offer-left = { $n } de { $of } libres
offer-full = Los { $n } lugares están ocupados. Hay una lista de espera.
offer-checks = Antes de abrir
offer-checks-none = Está todo.
offer-must = necesario
offer-open = Abrir la inscripción
offer-no-dates = Todavía no se ha anunciado ningún encuentro.
offer-unconfirmed = Las fechas no están confirmadas: mire Lo publicado.
offer-no-settings = Guarde primero los datos de esta página.
offer-no-price = Falta el precio en un idioma.
offer-no-audience = No dice para quién es, en los dos idiomas.
registration-end = Terminar esta inscripción
offer-no-access-contact = No hay quien se encargue del acceso. Lo que la gente escriba espera hasta que haya alguien y lo compartan. Mire Ajustes.
offer-no-capacity = Los lugares no tienen límite.
offer-late-deadline = Se puede entrar después de que haya comenzado.
open-offer = La inscripción para { $season } está abierta
open-offer-until = Hasta el final del { $day } ({ $zone }).
register-title = Inscribirse
register-wait = Ponerse en la lista
register-once = Una vez para toda la serie. No hace falta cuenta.
register-email-hint = Le enviamos las fechas para su calendario y un enlace para cambiar su inscripción.
register-language = Idioma de nuestras cartas
register-need = Qué le ayudaría a participar
register-need-hint = Subtítulos, interpretación, pausas, lo que sea. Solo lo lee { $name }, a cargo del acceso.
register-need-nobody = Subtítulos, interpretación, pausas, lo que sea. Todavía no hay nadie a cargo del acceso, así que por ahora nadie lo lee. Le preguntaremos antes de entregarlo.
register-act = Inscribirme
register-closed = La inscripción está cerrada.
register-over = Esto ya terminó.
registered = Tiene su lugar.
registered-waiting = Todos los lugares están ocupados. Está en la lista y le avisamos en cuanto haya uno libre.
registered-list = Está en la lista.
registered-mail = Le hemos escrito. La carta lleva un enlace para dejar su lugar o pasarlo.
registered-mail-waiting = Le enviamos un enlace por correo. Sirve para salir de la lista.
registration-mine = Mi inscripción
registration-held = { $name }, tiene su lugar.
registration-waits = { $name }, usted está en la lista de espera. Si se libera un lugar antes del cierre de la inscripción, es suyo y le escribimos.
registration-go = Elegir horarios y ver los encuentros
registration-pass = Ofrecer mi lugar a alguien
registration-pass-text = Le enviamos un correo. Cuando lo acepte, su lugar y sus fechas pasan a esa persona.
registration-leave = Dejarlo
registration-leave-text = Su lugar pasa a quien espera, y las fechas salen de su calendario.
registration-left = Ha dejado su lugar. Gracias por decirlo.
event-offer-saved = Se preparó la inscripción
event-offer-opened = Se abrió la inscripción
event-registration-made = Alguien se inscribió
event-registration-waited = Alguien se puso en la lista
event-registration-opened = Quedó un lugar libre para alguien de la lista
event-registration-left = Alguien dejó su lugar
event-registration-passed = Se pasó un lugar

# Salir de un grupo
place-leaving = Salidas
leaving-link = Terminar participación
leaving-title = Terminar una participación
leaving-choose = Elija
leaving-who = Integrante
leaving-day = Último día
leaving-reason = Motivo
leaving-reason-hint = Solo lo leen quienes dirigen.
leaving-free = Liberar el lugar para otra persona
leaving-next = Continuar
leaving-ask = ¿Terminar la participación de { $name }?
leaving-ask-access = Ya no podrá abrir las páginas de esta edición. La página pública deja de mostrarle.
leaving-ask-gatherings = { $n ->
    [0] No tiene encuentros por delante.
    [one] Recibe un correo que quita un encuentro de su calendario.
   *[other] Recibe correos que quitan { $n } encuentros de su calendario.
  }
leaving-ask-team = Sale del equipo { $team }.
leaving-ask-spaces = { $n ->
    [one] Sale de un espacio. Después de un día se borra lo que escribió allí.
   *[other] Sale de { $n } espacios. Después de un día se borra lo que escribió allí.
  }
leaving-ask-free = Su lugar queda libre.
leaving-ask-kept = Su lugar no se da a nadie más.
leaving-ask-stays = La asistencia anterior se conserva.
leaving-ask-undo = Puede deshacerlo durante un día.
leaving-act = Terminar participación
leaving-not = Cancelar
leaving-nobody = No hay integrantes.
leaving-gone = Quienes salieron
leaving-on = Salió el { $day }.
leaving-by = Registrado por { $name }.
leaving-undo = Deshacer
leaving-undo-until = Hasta { $at }
leaving-private = Solo quienes dirigen ven esta lista.
leaving-ended = La participación terminó.
leaving-undone = Participa de nuevo.
leaving-how = Para salir del grupo, escriba a { $name }, { $email }.
wrong-leaving-who = Elija a una persona.
wrong-leaving-future = Elija hoy o un día anterior.
wrong-leaving-late = Esto ya no se puede deshacer.
wrong-leaving-no-seat = Todos los lugares están ocupados. Agregue primero un lugar en la configuración.
event-member-left = Una persona salió del grupo
event-member-returned = Una persona volvió al grupo
