# Encuentros: cuándo, dónde, quiénes y qué pasa allí.
place-gatherings = Encuentros
place-season-plan = Plan de la edición
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
length-hours = { $h ->
    [one] 1 hora
   *[other] { $h } horas
  }
length-both = { $m ->
    [30] { $h }.5 horas
   *[other] { $h } h { $m } min
  }
or-between = {" o "}
and-between = {" y "}
part-of = Parte { $n } de { $of }
online = En línea
time-yours = En su hora local: { $hours }
gathering-kind-retreat = Retiro
gathering-kind-session = Sesión
gathering-kind-course-part = Sesión de curso
gathering-kind-group-coaching = Coaching grupal
gathering-kind-webinar = Seminario web
gathering-kind-event-session = Sesión de un evento
format-online = En línea
format-in-person = Presencial
format-both = Presencial y en línea

# La edición
gatherings-title = Encuentros
gatherings-none = Aquí verá los encuentros con sus fechas, horarios y lugares.
gatherings-none-told = Todavía no se ha publicado ningún encuentro.
gatherings-none-copy = Copiar los encuentros de otra edición
gatherings-sum = { $n ->
    [one] Un encuentro
   *[other] { $n } encuentros
  } del { $from } al { $to }, { $length } en total.
gatherings-in-person = { $n ->
    [0] Todos son en línea.
    [one] Uno es presencial.
   *[other] { $n } son presenciales.
  }
gathering-no-time = Todavía sin fecha
gathering-length = Duración: { $length }
gathering-answers = { $yes } sí, { $no } no, { $needs } necesitan apoyo
season-past = { $n ->
    [one] 1 encuentro anterior
   *[other] { $n } encuentros anteriores
  }
own-answer-yes = Asistirá
own-answer-no = No asistirá
own-answer-need = Asistirá y necesita apoyo
gathering-off = Cancelado
gathering-draft = Borrador
sitting-or = o
sitting-yours = Usted eligió este horario
sitting-waiting = En lista de espera
sitting-full = Lleno
sitting-choose = Elegir un horario
came-yes = Usted asistió
came-no = No asistió. Vea cómo recuperarlo
came-made-up = Recuperado
came-link = Se conectó en línea
came-door = Registró su llegada
came-hand = Anotado por el equipo
came-report = Del informe de la reunión
came-import = Importado de un archivo

# Un encuentro
gathering-off-long = Este encuentro se canceló.
gathering-draft-long = Este es un borrador. Solo lo ven quienes planean la edición. Todavía no se avisó a nadie.
gathering-times = Fechas y horarios
sitting-pick = Hay más de un horario. Elija el que más le convenga. Todos cuentan igual.
sitting-pick-until = Puede elegir o cambiar su horario hasta el { $day }.
sitting-seats-of = { $taken } de { $of } lugares ocupados
sitting-taken = { $n ->
    [one] Una persona eligió este horario
   *[other] { $n } personas eligieron este horario
  }
sitting-waiting-n = { $n } en lista de espera
sitting-take = Elegir este horario
sitting-wait = Unirme a la lista de espera
sitting-leave = Dejar mi lugar
sitting-unwait = Dejar la lista de espera
choice-too-late = Ya pasó la fecha límite para elegir. Si su horario no le sirve, escríbanos.
door-closed = Ahora no es posible registrar su llegada. El registro se abre al menos 15 minutos antes de empezar.
join = Unirse ahora
join-host = Ir a la reunión
join-later = El enlace para unirse aparecerá aquí { $n } minutos antes de empezar.
arrive = Registrar mi llegada
missed-title = Recuperar este encuentro
missed-text = No pasa nada. Pida a su equipo base 30 minutos para repasar lo que se perdió. Después, presione «Ya lo repasamos» en la página de su equipo base.
missed-team = Ir a mi equipo base
missed-ask = Su equipo base puede repasarlo con usted.
missed-support = ¿Tiene preguntas? Escriba a { $name }:
after-title = Después de este encuentro
after-text = Gracias por haber participado.
after-read = { $n ->
    [one] Hay un material para leer o practicar.
   *[other] Hay { $n } materiales para leer o practicar.
  }
after-read-act = Ver materiales
after-pulse = ¿Cómo está? Esta encuesta es breve y anónima.
gathering-now = Está en curso
gathering-soon = Empieza pronto
gathering-arrived = Su llegada quedó registrada
gathering-about = Sobre este encuentro
changes-title = Cambios
changes-told = { $n ->
    [0] no hubo que avisar a nadie
    [one] se avisó a una persona
   *[other] se avisó a { $n } personas
  }
change-title = Título
change-format = Modalidad
change-sitting = Horario
change-time = Horario
change-place = Ubicación
change-link = Nuevo enlace de la reunión
change-now = { $what }: se agregó { $to }
change-no-more = { $what }: se quitó { $from }
change-from-to = { $what }: antes { $from }, ahora { $to }
answer-title = Confirmar asistencia
answer-ask = ¿Podrá asistir?
answer-yes = Sí, asistiré
answer-no = No puedo asistir
answer-need = Sí, y necesito apoyo
answer-more = Agregar una nota o pedir apoyo
answer-note = ¿Qué necesita o qué debemos saber?
answer-note-hint = Solo lo leen quienes facilitan y quienes dirigen el programa.
answer-save = Guardar nota
answered-yes = dijo que sí
answered-no = dijo que no
answered-need = necesita apoyo
answers-title = Confirmaciones
rsvp-silent = { $n ->
    [0] Todas las personas respondieron
    [one] Una persona no ha respondido
   *[other] { $n } personas no han respondido
  }
rsvp-silent-who = Mostrar nombres
rsvp-remind-preview = Ver el recordatorio
rsvp-remind-language = Cada persona lo recibe en su idioma.
rsvp-remind-act = { $n ->
    [one] Enviar un recordatorio a una persona
   *[other] Enviar un recordatorio a { $n } personas
  }
rsvp-reminded = { $n ->
    [0] No se envió ningún correo. Hoy nadie más puede recibir un recordatorio.
    [one] Se envió a una persona.
   *[other] Se envió a { $n } personas.
  }
rsvp-not-no-address = { $n ->
    [one] Sin correo: una persona no tiene dirección de correo
   *[other] Sin correo: { $n } personas no tienen dirección de correo
  }
rsvp-not-returned = { $n ->
    [one] Sin correo: la dirección de una persona devuelve nuestros correos
   *[other] Sin correo: las direcciones de { $n } personas devuelven nuestros correos
  }
rsvp-not-off = { $n ->
    [one] Sin correo: una persona desactivó los recordatorios
   *[other] Sin correo: { $n } personas desactivaron los recordatorios
  }
rsvp-not-today = { $n ->
    [one] Una persona ya recibió un recordatorio hoy
   *[other] { $n } personas ya recibieron un recordatorio hoy
  }
answers-sum = { $yes } sí, { $no } no y { $needs } necesitan apoyo, de { $of } personas.
gathering-acts = Administrar este encuentro
gathering-publish = { $n ->
    [0] Publicar el encuentro
    [one] Publicar y avisar a una persona
   *[other] Publicar y avisar a { $n } personas
  }
gathering-discard = Eliminar el borrador
gathering-cancel = Cancelar este encuentro
gathering-cancel-reason = Motivo
gathering-cancel-hint = { $n ->
    [one] Una persona recibe un correo con este motivo. El encuentro se quita de su calendario.
   *[other] { $n } personas reciben un correo con este motivo. El encuentro se quita de sus calendarios.
  }
gathering-cancel-act = Cancelar el encuentro y avisar

# Crear y cambiar
gathering-new = Agregar un encuentro
gathering-edit = Editar el encuentro
gathering-draft-lead = No se avisa a nadie hasta que lo publique.
gathering-edit-waiting = { $n ->
    [one] Una persona está en lista de espera. Si agrega lugares, recibe uno y un correo.
   *[other] { $n } personas están en lista de espera. Si agrega lugares, se asignan por orden y cada persona recibe un correo.
  }
gathering-edit-told = { $n ->
    [one] Una persona participa en este encuentro. Si cambia un horario, la ubicación, el enlace o el título, recibe un solo correo. Su calendario también se actualiza.
   *[other] { $n } personas participan en este encuentro. Si cambia un horario, la ubicación, el enlace o el título, las personas afectadas reciben un solo correo. Sus calendarios también se actualizan.
  }
gathering-words = Detalles
gathering-title-en = Título en inglés
gathering-title-es = Título en español
gathering-kind = Tipo
gathering-format = Modalidad
gathering-purpose-en = Propósito en inglés
gathering-purpose-es = Propósito en español
gathering-open-before = Minutos para abrir antes
gathering-open-hint = Da tiempo para conversar antes de empezar.
gathering-open-after = Minutos para seguir después
gathering-open-after-hint = Escriba 0 para cerrar en cuanto termine.
gathering-times-lead = Si todo el grupo asiste a varios días, haga de cada día una parte: 1, 2, etc. Los horarios con el mismo número de parte son opciones. Cada persona elige una.
gathering-times-more = Para agregar más horarios, guarde primero. Al final siempre hay uno vacío.
gathering-choose-until = Último día para elegir horario
gathering-choose-until-hint = Para encuentros con más de un horario. Déjelo vacío para que se pueda elegir hasta que empiece.
gathering-save = Guardar borrador
gathering-save-tell = Guardar y avisar
sitting-add = Agregar un horario
sitting-n = Horario { $n }
sitting-day = Fecha
sitting-from = Empieza
sitting-until = Termina
sitting-zone-hint = Escriba una ciudad o una zona horaria, por ejemplo Chicago u hora del Centro.
listing-zone-hint = La zona horaria de la fecha límite.
sitting-part = Parte
sitting-part-hint = Escriba 1 si solo hay una.
sitting-seats = Lugares
sitting-seats-hint = Déjelo vacío si no hay límite.
sitting-place = Ubicación
sitting-place-hint = Edificio, calle y ciudad. Déjelo vacío si es en línea.
sitting-link = Enlace de la reunión
sitting-link-hint = El grupo se une con un botón en la página del encuentro. Al presionarlo, se registra la asistencia.
sitting-gone = Quitar este horario
wrong-title-long = Acorte el título a 200 caracteres o menos.
wrong-clock = Escriba una hora, por ejemplo 9:00.
wrong-length = Un horario debe durar entre 5 minutos y 16 horas. Si son varios días, haga de cada día una parte.
wrong-link = Escriba el enlace completo, que empiece con https://.
wrong-skipped-hour = Esa noche se adelanta el reloj y esa hora no existe. Elija otra.
wrong-gathering-moved = No se guardó nada. El encuentro cambió después de que abrió el formulario, o se guardó dos veces. Copie lo que escribió y abra de nuevo el formulario.
wrong-part-used = Ya hay personas con lugar o asistencia, así que no se pueden cambiar los números de parte.
wrong-no-sitting = Este encuentro ya está publicado, así que necesita al menos un horario. Para terminarlo, cancélelo.
wrong-capacity-taken = Ya hay más personas con lugar. Escriba un número mayor.
wrong-sittings-many = Puede tener hasta { $arg } horarios.
wrong-shift-past = No se movió nada porque alguna fecha quedaría en el pasado. Pruebe con otro número de días.
wrong-plan-moved = No se movió nada porque el plan cambió después de que abrió esta página. Revise el plan nuevo e intente otra vez.
wrong-not-empty = No se copió nada porque esta edición ya tiene encuentros.
wrong-need = Díganos qué necesita.
wrong-note-long = El texto es demasiado largo. Acórtelo.
wrong-mix = Los tres porcentajes deben sumar 100. Los suyos suman { $arg }.
wrong-blocks-many = Puede tener hasta { $arg } bloques.

# El plan
plan-title = Plan de la edición
plan-lead = Qué corregir antes de compartir las fechas y cómo se reparte el tiempo.
plan-checks = Por revisar
plan-checks-none = No hay problemas con las fechas, la duración, los lugares ni los textos.
check-no-support = No hay un contacto de apoyo. Las personas necesitan a quién escribir.
check-in-person = { $arg ->
    [0] Ningún encuentro es presencial. Si casi toda la edición es en línea, planee al menos dos presenciales.
   *[other] Solo un encuentro es presencial. Si casi toda la edición es en línea, agregue otro, por ejemplo uno de cierre.
  }
check-no-time = No tiene fecha.
check-holiday = Coincide con { $arg }.
check-weekend = Es en fin de semana.
gathering-outside = { $n ->
    [one] { $days } queda fuera de la edición, que va del { $from } al { $to }. Cambie la fecha, o consérvela si es correcta.
   *[other] Estas fechas quedan fuera de la edición, que va del { $from } al { $to }: { $days }. Cámbielas, o consérvelas si son correctas.
}
gathering-save-outside = Conservar estas fechas y guardar
shift-outside = Fuera de la edición
check-outside = Queda fuera de las fechas de la edición.
check-no-link = Empieza en menos de una semana y no tiene enlace.
check-no-place = Empieza en menos de una semana y no tiene ubicación.
check-no-agenda = Todavía no tiene guion.
check-agenda-sum = Su guion no coincide con el tiempo previsto.
check-one-language = Falta el título en un idioma.
check-ambiguous = «{ $arg }» puede significar dos cosas. Ponga un número o las fechas.
check-zone-word = «{ $arg }» es incorrecto la mitad del año. Quítelo. Agregamos la zona horaria por usted.
check-star = «{ $arg }» lleva un asterisco sin explicación. Agréguela al glosario: Configuración, luego «Editar programa». O quite el asterisco.
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
plan-days = Días que se mueven
plan-days-hint = Escriba 7 para una semana después o -7 para una semana antes.
plan-shift-act = Ver una vista previa
plan-copy = Copiar los encuentros de otra edición
plan-copy-text = Los encuentros se copian como borradores con su guion, pero sin lugares ni enlaces. Cada uno conserva su distancia al primer día de la edición.
plan-copy-from = Edición
plan-copy-act = Copiar como borradores
mix-title = Contenido, reflexión y aplicación
mix-none = Todavía no hay guion.
mix-words = { $content }% contenido, { $reflection }% reflexión, { $application }% aplicación
mix-content = { $share }% contenido ({ $minutes } min)
mix-reflection = { $share }% reflexión ({ $minutes } min)
mix-application = { $share }% aplicación ({ $minutes } min)
mix-target = Meta: { $content }% contenido, { $reflection }% reflexión, { $application }% aplicación.
mix-each = Por encuentro
mix-set = Fijar una meta
mix-content-share = Contenido (%)
mix-reflection-share = Reflexión (%)
mix-application-share = Aplicación (%)
mix-how = El centramiento cuenta como reflexión. La consulta entre pares, los compromisos y los equipos base cuentan como aplicación. La bienvenida, la celebración, las pausas, el tiempo informal y las preguntas no se cuentan.

# El guion
agenda-title = Agenda
agenda-edit = Guion
agenda-sum = { $sum } de { $slot } con plan.
agenda-none = Todavía no hay nada. Empiece con una sesión modelo de cinco partes, que abre con centramiento y celebración. Puede cambiar lo que quiera.
agenda-template = Empezar con la sesión modelo
agenda-too-long = Los bloques se pasan { $length } del tiempo previsto.
agenda-too-short = Faltan { $length } por planear.
agenda-opening = El centramiento y la celebración deben ir primero.
agenda-no-home-team = No hay tiempo para los equipos base.
agenda-no-content = No hay contenido ni herramientas nuevas.
agenda-no-commitments = No hay un momento para revisar los compromisos.
agenda-no-consult = No hay consulta entre pares.
agenda-no-reflection = No hay tiempo para reflexionar.
agenda-no-informal = No hay tiempo informal, y la reunión no abre antes ni sigue después.
agenda-add = Agregar bloque
agenda-change = Editar bloque
agenda-up = Subir
agenda-down = Bajar
agenda-remove = Quitar
agenda-remove-ask = También se quitan su título, sus materiales y sus notas de facilitación. No se puede deshacer.
agenda-remove-act = Quitar bloque
agenda-gone = Este bloque ya se había quitado. No se cambió nada.
agenda-gone-kept = Este bloque se quitó mientras tanto. Su texto está en Agregar bloque. Presione allí Agregar bloque para añadirlo como uno nuevo.
block-kind = Tipo
block-minutes = Minutos
block-owner = A cargo de
block-materials = Materiales
block-cue = Notas de facilitación
block-cue-hint = Solo las leen quienes facilitan y quienes dirigen el programa.
block-grounding = Centramiento
block-celebration = Celebración
block-welcome = Palabras de bienvenida
block-informal = Tiempo informal
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
attendance-sum = { $here } de { $of } asistieron{ $made ->
    [0] .
    [one] , y una persona lo recuperó.
   *[other] , y { $made } lo recuperaron.
  }
attendance-state = Asistencia
attendance-here = Presente
attendance-made-up = Recuperado
attendance-away = Ausente
attendance-how = Origen, o cómo se recuperó
attendance-how-of = Cómo lo recuperó { $name }
attendance-save = Guardar asistencia
attendance-note = Faltar a un encuentro nunca cuenta en contra de nadie. Quien lo recupera recibe el mismo crédito.
attendance-early = Puede registrar la asistencia a partir del { $at }.
meeting-report-title = Importar de Zoom
meeting-report-lead = Elija el informe de participantes de Zoom en CSV o el JSON de la API de Zoom. Puede estar en inglés, español, portugués o francés. Usted revisa cada fila antes de guardar.
meeting-report-sitting = Horario
meeting-report-file = Informe
meeting-report-read = Revisar informe
meeting-report-taken = Este informe ya se importó.
meeting-report-empty = No hay nadie en este informe.
meeting-report-name = En el informe
meeting-report-length = Tiempo que cuenta
meeting-report-is = Persona de esta edición
meeting-report-is-of = Quién es { $name }
meeting-report-nobody = Nadie de esta edición
meeting-report-bot = Bot de grabación
meeting-report-guest = Persona invitada
meeting-report-take = Importar asistencia
meeting-report-check = Revise el informe
meeting-report-bounds = { $day }, de { $from } a { $until } (hora de { $zone })
meeting-report-when = Los horarios de este informe son: { $report }. Esta sesión: { $planned }.
meeting-report-other-day = No hay nada que importar: este informe es de otro momento.
meeting-report-other-day-when = En el informe: { $report }. Esta sesión: { $planned }. Si se reunieron a la hora del informe, cambie primero la fecha de este encuentro.
meeting-report-other-day-there = Ir a la asistencia de { $name }, { $day }
meeting-report-partial = Zoom envió solo una parte de la lista. Obtenga también las otras páginas de la API e impórtelas una por una.
meeting-report-guessed = El archivo no indica cómo guarda los acentos. Revise los nombres.
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
  } por revisar: indique quién es { $people ->
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
    [one] un bot de grabación.
   *[other] { $people } bots de grabación.
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
left-out-no-time = Sin hora de entrada ni de salida
left-out-backwards = La salida es antes de la entrada
doubt-same-name = Otra fila tiene el mismo nombre. Elija a la misma persona en ambas si son una sola.
doubt-namesakes = Más de una persona de esta edición tiene este nombre.
doubt-other-row = Otra fila parece ser la misma persona. Elíjala en ambas si son una sola.
doubt-brackets = Se reconoció solo por el nombre entre paréntesis.
meeting-report-beside = Algunas personas ya tienen minutos de otro informe y no se pueden comparar los horarios. ¿Qué hacemos?
meeting-report-beside-more = Sumar los minutos: fue otra parte de la reunión
meeting-report-beside-same = Dejar el número mayor: es la misma reunión
meeting-report-take-note = Los minutos cuentan desde que se abre la reunión hasta que se cierra. Dos informes de una reunión se combinan por horario.
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
wrong-report = Este archivo no tiene las columnas de un informe de participantes, como «Nombre» y «Hora de entrada». Descargue de Zoom el informe de participantes en CSV y elíjalo aquí.
wrong-report-text = Este archivo no es texto. Guarde el informe como CSV.
wrong-report-many = Este informe tiene más de { $arg } personas. Divídalo en varios archivos.
wrong-report-time = Esta fila tiene una hora que no se puede leer: { $arg }. No se importó nada.
wrong-report-dates = Unas fechas tienen el día primero y otras el mes primero. Revise la fila { $arg }. No se importó nada.
wrong-report-who = Elija quién es «{ $arg }».
wrong-report-beside = Elija qué hacer con los minutos de otro informe.

# Las horas propias
certificate-title = Mis horas
certificate-none = Todavía no tiene asistencia registrada.
certificate-text = { $name } participó en { $program }, { $season }: { $length } en total.
certificate-what = Encuentro
certificate-when = Fecha
certificate-length = Tiempo
certificate-made = Creado el { $day }. ¿Preguntas? Escriba a { $contact },
certificate-print = Imprima esta página o guárdela como PDF desde su navegador.

# Calendarios
calendar-add = Agregar al calendario
calendar-google = Google
calendar-apple = Apple
calendar-outlook = Outlook
calendar-follow = Agregar todo a mi calendario
my-calendar = Mi calendario
my-calendar-lead = Vea sus encuentros y citas en el calendario que ya usa. Si algo cambia, se actualiza solo.
calendar-name = { $name }: encuentros
calendar-address = Su enlace privado de calendario
calendar-address-none = Todavía no tiene un enlace de calendario.
calendar-address-since = Su enlace funciona desde el { $day }. Solo lo mostramos al crearlo. Si lo perdió, cree otro.
calendar-address-new = Este es su enlace. Lo mostramos solo esta vez. Cualquier enlace anterior dejó de funcionar.
calendar-step-copy = Copie el enlace.
calendar-step-add = En su calendario, busque «Suscribirse», «Desde URL» o «Agregar calendario por dirección» y pegue el enlace.
calendar-step-secret = No lo comparta. Quien lo tenga puede ver su calendario. No lleva los enlaces de los encuentros, pero sí los de las reuniones de su equipo y las consultas.
calendar-address-make = Crear mi enlace
calendar-address-anew = Crear un enlace nuevo
calendar-address-end = Desactivar mi enlace
my-zone = Su zona horaria
my-zone-hint = Mostramos cada encuentro en su propia zona horaria, con la hora de usted debajo.
zone-say = Mostrar los horarios en mi zona horaria
zone-of-season = La misma del programa

# Correos
mail-gathering-yours = En su hora local: { $hours }
mail-gathering-where = Dónde: { $place }
mail-gathering-online = Este encuentro es en línea. Únase con el botón de su página, poco antes de empezar.

# Qué pasó
event-gathering-made = Se agregó un encuentro
event-gathering-changed = Se cambió un encuentro
event-gathering-published = Se publicó un encuentro
event-gathering-cancelled = Se canceló un encuentro
event-gathering-discarded = Se eliminó el borrador de un encuentro
event-gathering-copied = Se copiaron los encuentros de otra edición
event-gathering-answered = Alguien respondió si asistirá
event-gathering-unanswered = Alguien retiró su respuesta sobre un encuentro
event-sitting-chosen = Alguien eligió un horario
event-sitting-left = Alguien dejó su lugar
event-sitting-waited = Alguien se unió a una lista de espera
event-sitting-opened = Se abrió un lugar para alguien en lista de espera
event-agenda-changed = Se cambió un guion
event-mix-set = Se fijó una meta de contenido, reflexión y aplicación
event-attendance-arrived = Alguien registró su llegada
event-attendance-marked = Se guardó la asistencia
event-report-read = Se leyó el informe de una reunión
event-report-undone = Se deshizo la importación del informe de una reunión
event-rsvp-reminded = Se recordó a las personas que confirmen su asistencia
event-report-taken = Se importó el informe de una reunión
event-calendar-made = Se creó un enlace de calendario
event-calendar-ended = Se desactivó un enlace de calendario
event-zone-set = Se fijó la zona horaria

# Salas: un encuentro mientras pasa
place-met = Quiénes coincidieron
room-title = Agenda en vivo
room-now = Ahora
room-next = Después:
room-before = Todavía no empieza. Horario: { $hours }
room-ended = Esta sesión terminó. Gracias por participar.
room-left = quedan {"{"}n{"}"} min
room-over = {"{"}n{"}"} min de más
room-look = Actualizar esta página
room-back = Volver al encuentro
room-worksheet = Hoja de trabajo: { $name }
screen-title = Vista para proyector
screen-back = Volver a la consola
now-grounding = Póngase en calma. No hay nada que preparar.
now-celebration = Comparta algo que salió bien, grande o pequeño.
now-welcome = Salude y vea quiénes están aquí.
now-informal = Tiempo libre para conversar.
now-content = Escuche y tome notas. Puede preguntar en cualquier momento.
now-reflection = Tómese unos minutos de silencio para pensar o escribir.
now-application = Pruébelo con su propio trabajo.
now-home-team = Reúnase con su equipo base.
now-consult = Vaya a su grupo. Una persona trae una pregunta y las demás ayudan.
now-commitments = Diga qué hará antes del próximo encuentro.
now-questions = Pregunte lo que no quedó claro.
now-break = Tómese un descanso.
way-in-lead = Su llegada quedó registrada. La reunión se abre en un momento. Si no, use el botón.
way-in-room = Ir a la agenda en vivo
console-title = Consola de facilitación
console-late = No se cambió nada porque esta página no estaba al día. Ya lo está.
console-closed = Puede empezar desde una hora antes de la sesión hasta unas horas después.
console-no-agenda = Agregue un guion para que la consola guíe la sesión
console-here = Quiénes están
console-present = Llegaron { $n } de { $of } personas.
console-follow = { $n ->
    [one] La agenda en vivo está abierta en una pantalla.
   *[other] La agenda en vivo está abierta en { $n } pantallas.
  }
console-room = Ver la agenda en vivo
press-begin = Iniciar la sesión
press-again = Reanudar la sesión
press-next = Siguiente bloque
press-more = Agregar dos minutos
press-back = Deshacer: volver un bloque
press-less = Deshacer: dos minutos menos
press-end-ask = { $n ->
    [0] La agenda en vivo dirá que la sesión terminó. Después se puede reanudar.
    [one] Una página abierta dirá que la sesión terminó. Después se puede reanudar.
   *[other] { $n } páginas abiertas dirán que la sesión terminó. Después se puede reanudar.
  }
press-end-sure = Terminar la sesión ahora
room-lost = Se perdió la conexión. Intentando de nuevo…
room-lost-for-good = Se perdió la conexión. Vuelva a cargar esta página.
press-end = Más opciones
drift-none = a tiempo
drift-late = { $n ->
    [one] un minuto de retraso
   *[other] { $n } minutos de retraso
  }
drift-early = { $n ->
    [one] un minuto de adelanto
   *[other] { $n } minutos de adelanto
  }
drift-still-early = { $n ->
    [0] la sesión sigue a tiempo
    [one] la sesión sigue un minuto adelantada
   *[other] la sesión sigue { $n } minutos adelantada
  }
tables-title = Grupos
tables-teams = Equipos base
tables-fresh = Grupos nuevos: personas que no han coincidido
tables-how = Tipo de grupos
tables-size = Personas por grupo
tables-for-here = { $n ->
    [one] Se agrupará a la única persona que ya llegó.
   *[other] Se agrupará a las { $n } personas que ya llegaron.
  }
tables-for-yes = { $n ->
    [one] Nadie ha llegado todavía. Se agrupará a la única persona que dijo que sí.
   *[other] Nadie ha llegado todavía. Se agrupará a las { $n } personas que dijeron que sí.
  }
tables-for-any = { $n ->
    [one] Nadie ha llegado ni ha dicho que sí todavía. Se agrupará a la única persona que no dijo que no.
   *[other] Nadie ha llegado ni ha dicho que sí todavía. Se agrupará a las { $n } personas que no dijeron que no.
  }
tables-make = Crear grupos
tables-anew = Mezclar de nuevo
tables-draft = Solo los ve quien facilita
tables-posted = Todo el grupo puede verlos
tables-post = Mostrar los grupos
tables-repeats = { $n ->
    [0] Nadie coincide con alguien de un grupo anterior.
    [one] Dos personas ya habían coincidido. No es posible evitarlo.
   *[other] { $n } pares de personas ya habían coincidido.
  }
tables-seat = { $n ->
    [one] Agregar a la persona que llegó después
   *[other] Agregar a las { $n } personas que llegaron después
  }
tables-export = Descargar las salas para Zoom (CSV)
table-n = Grupo { $n }
wrong-few-people = Para crear grupos se necesitan al menos dos personas presentes.
wrong-no-teams = Nadie aquí tiene equipo base. Elija grupos nuevos.
turnout-title = Asistencia hasta ahora
turnout-gathering = Encuentro
turnout-came = Asistieron
turnout-none = sin registrar
turnout-of = Se cuenta a quienes participan ahora y a quienes se fueron después del encuentro.
met-title = Quiénes ya coincidieron
met-link = Ver quiénes ya coincidieron
met-sum = { $met } de { $pairs } pares de personas ya coincidieron en un grupo ({ $share }%).
met-spread = Con cuántas personas ha coincidido cada quien
met-others = Otras personas
met-people = Personas
met-bar = Parte
met-others-n = { $n ->
    [0] nadie todavía
    [one] una persona
   *[other] { $n } personas
  }
met-note = Solo ven esta página quienes dirigen o facilitan encuentros. Cada participante ve su propia lista.
met-circle = Quién ha coincidido con quién
met-circle-text = Cada número es una persona. Una línea indica que ya estuvieron en un mismo grupo. Cuanto más gruesa, más veces. Estar en el mismo equipo base cuenta una vez.
met-matrix = Cuántas veces
met-matrix-text = Cada celda dice cuántas veces dos personas han estado en un mismo grupo. 0 significa nunca.
met-too-large = Los nombres se muestran hasta con { $n } personas.
met-own = Con quién ha coincidido usted
met-none = Nadie todavía. Esta lista crece a medida que se forman grupos.
met-times = { $n ->
    [one] una vez
   *[other] { $n } veces
  }, la última el { $day }
met-own-note = Las demás personas de la cohorte no ven esta lista. El equipo del programa sabe quién está en cada grupo.
event-room-moved = Una sesión pasó al siguiente paso
event-tables-made = Se crearon grupos
event-tables-posted = Se mostraron los grupos
event-tables-changed = Se cambiaron los grupos

# Hoy y el panel
today-now = Hoy tiene un encuentro.
today-tomorrow = Mañana tiene un encuentro.
today-next = Lo próximo
today-next-none = Todavía no hay encuentros programados. Cuando se publique uno, aquí verá la fecha y el enlace.
rsvp-ask = ¿Asistirá?
rsvp-yes = Asistiré
rsvp-no = No podré asistir
today-later = Más adelante
today-need = Cambiar mi respuesta
today-opens = Aquí se abren el acceso y el registro de llegada ({ $time }).
today-said-yes = Usted dijo que asistirá.
today-said-no = Usted dijo que no puede asistir.
today-said-need = Usted dijo que asistirá. El equipo sabe lo que necesita.
today-kept-changed = Su confirmación de asistencia cambió desde entonces. No se deshizo nada.
today-kept-begun = Este encuentro ya empezó o se canceló. Su confirmación de asistencia sigue igual.
loom-today = Hoy: { $title }.
loom-soon = { $title } es { $days ->
    [one] mañana
   *[other] en { $days } días
  }. { $yes ->
    [0] Nadie ha dicho que sí todavía.
    [one] Una persona dijo que sí.
   *[other] { $yes } personas dijeron que sí.
  }
loom-next = Lo próximo: { $title }, { $day }.
loom-month = mes { $n } de { $of }
loom-plan = Planear encuentros
loom-there = asistieron { $n } de { $of }
loom-console = Ir a la consola de facilitación
loom-gathering = Ver el encuentro
loom-met = de los pares de personas ya coincidieron ({ $met } de { $pairs }).

# En compañía
place-agreements = Acuerdos
place-celebrations = Celebraciones
agreements-title = Nuestros acuerdos
agreements-none = Todavía no hay acuerdos. Los grupos suelen escribirlos juntos en el primer encuentro.
agreements-version = Versión { $n }, { $day }
agreements-yes = { $n ->
    [one] una persona los aceptó
   *[other] { $n } personas los aceptaron
  }
agreements-own = Usted los aceptó
agreements-agree = Acepto estos acuerdos
agreements-write = Escribir una versión nueva
agreements-text = Acuerdos
agreements-hint = Uno por línea, con las palabras del grupo. Cada persona debe aceptarlos de nuevo. Las versiones anteriores se conservan.
agreements-save = Guardar la versión nueva
agreements-before = Versiones anteriores
agreements-late = Otra persona guardó una versión mientras usted escribía. Está arriba, y su texto está abajo. Combine las dos y guarde.
celebrations-title = Celebraciones
celebrations-lead = Comparta lo que salió bien, grande o pequeño.
celebrations-text = Algo que celebrar
celebrations-hint = Lo pueden leer todas las personas de esta edición, con su nombre.
celebrations-tell = Compartir la celebración
celebrations-none = Todavía no hay celebraciones. Comparta la primera.
celebrations-remove = Eliminar
celebrations-remove-ask = Ya nadie la verá. No se puede deshacer.
celebrations-remove-act = Eliminar celebración
wrong-celebration-long = Acorte el texto a 1,000 caracteres o menos.
today-celebrated = Celebraciones recientes
event-agreements-written = Se guardó una nueva versión de los acuerdos
event-agreements-agreed = Alguien aceptó los acuerdos
event-celebration-told = Se compartió una celebración
event-celebration-removed = Se eliminó una celebración

# Recordatorios
remind-title = Recordatorios
remind-when = Recordarme
remind-hint = Le escribimos sobre los encuentros a los que asistirá.
remind-day = El día antes
remind-hour = Una hora antes
remind-both = El día antes y una hora antes
remind-none = No enviarme recordatorios
event-gathering-reminded = Se enviaron los recordatorios de un encuentro
event-reminders-chosen = Alguien eligió sus recordatorios
me-calendar = Calendario, zona horaria y recordatorios
me-calendar-lead = Vea sus encuentros y citas en su propio calendario y elija cuándo se los recordamos.
me-calendar-open = Configurar mi calendario

# Registro de llegada
door-title = Lista de llegada
door-early = El registro de llegada se abre el { $at }, un día antes de empezar. Abra entonces esta página otra vez. Funcionará sin conexión.
door-sum = Están {"{"}n{"}"} de {"{"}of{"}"}.
door-waiting = Sin conexión. {"{"}n{"}"} sin enviar. Se quedan en este dispositivo y se envían cuando vuelva la conexión.
door-refused = {"{"}n{"}"} no se pudieron enviar. Vuelva a cargar esta página o inicie sesión de nuevo. No se pierde nada.
door-old = Sin conexión. Esta lista es de las {"{"}time{"}"}; no muestra lo que otras personas registren después.
door-told = Todo se envió.
door-note = Presione un nombre cuando llegue la persona. Presione otra vez para deshacerlo. Una vez abierta, esta lista funciona sin conexión durante un día en este dispositivo. Al cerrar la sesión se borra.
poster-title = Cartel de llegada
poster-code = Un código que abre { $address }
poster-words = Escanee, inicie sesión y presione «Registrar mi llegada».

# Lo publicado
place-sources = Fechas publicadas
sources-title = Fechas publicadas
sources-lead = Las fechas también aparecen en páginas web, diapositivas y correos. Agregue lo que dice cada uno. Le mostramos lo que no coincide con el plan.
sources-told = { $n ->
    [one] Cuando todo coincida, una persona recibirá un correo con las fechas confirmadas.
   *[other] Cuando todo coincida, { $n } personas recibirán un correo con las fechas confirmadas.
  }
sources-here = Plan actual
sources-plan = { $n ->
    [one] Un encuentro
   *[other] { $n } encuentros
  } del { $from } al { $to }, { $length } en total.
sources-agree = Todo lo publicado coincide con el plan o está marcado como desactualizado.
unconfirmed = Estas fechas no están confirmadas porque algunas fechas publicadas no coinciden. Le avisaremos cuando sean definitivas.
unconfirmed-public = Estas fechas no están confirmadas y pueden cambiar.
unconfirmed-tag = fechas por confirmar
unconfirmed-see = Comparar las fechas publicadas
source-agrees = Coincide con el plan
source-first = Dice que el primer día es el { $source }. El plan dice el { $plan }.
source-last = Dice que el último día es el { $source }. El plan dice el { $plan }.
source-count = Dice que hay { $source } encuentros. El plan tiene { $plan }.
source-length = Dice { $source } en total. El plan tiene { $plan }.
source-day = Menciona el { $source }, pero no hay nada planeado ese día.
source-settled = Marcado como desactualizado el { $day }
source-reason = Por qué está desactualizado
source-settle = Marcar como desactualizado
source-change = Cambiar el plan
source-add = Agregar algo publicado
source-add-lead = Escriba lo que dice sobre las fechas. Deje vacío el resto.
source-name = Nombre
source-name-hint = Por ejemplo: diapositivas del seminario web de enero.
source-url = Enlace
source-says-first = Primer día
source-says-last = Último día
source-says-count = Número de encuentros
source-says-minutes = Minutos en total
source-says-days = Fechas que menciona
source-says-days-hint = Escriba cada fecha como año-mes-día. Sepárelas con espacios.
source-compare = Comparar con el plan
wrong-source-silent = Escriba al menos un dato de lo publicado.
event-source-added = Se agregó algo publicado
event-source-settled = Algo publicado se marcó como desactualizado
event-season-confirmed = Se confirmaron las fechas de la edición

# Inscripción
place-registration = Inscripción
registration-title = Inscripción
registration-lead = Cada persona se inscribe una vez para toda la serie. Nada es público hasta que abra la inscripción.
registration-counts = { $taken ->
    [one] Hay una persona inscrita
   *[other] Hay { $taken } personas inscritas
  } { $waiting ->
    [0] y nadie en lista de espera.
    [one] y una en lista de espera.
   *[other] y { $waiting } en lista de espera.
  }
registration-is-open = La inscripción está abierta:
registration-is-closed = La inscripción está cerrada. Estuvo abierta hasta el { $until }.
registration-begun = Esto ya empezó, así que nadie más de la lista de espera puede recibir un lugar.
registration-let-in-text = { $n ->
    [one] La inscripción está cerrada, pero hay un lugar libre y alguien en la lista de espera.
   *[other] La inscripción está cerrada, pero hay lugares libres para { $n } personas de la lista de espera.
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
registration-list-begun = Esto ya empezó, así que nadie más de la lista de espera puede recibir un lugar.
registration-leave-list = Dejará la lista de espera.
event-registration-let-in = Se dieron lugares a personas de la lista de espera
registration-who = Inscripciones
offer-closes = Cierre de la inscripción
offer-closes-hint = La inscripción sigue abierta hasta el final de este día ({ $zone }).
offer-until = { $day }, 11:59 p. m. ({ $zone })
offer-capacity = Lugares
offer-price = Precio
offer-price-en = Sobre el precio, en inglés
offer-price-es = Sobre el precio, en español
offer-price-hint = Lo que no dice la lista de precios, como ayuda con el costo o que es gratis.
offer-pay = Enlace para pagar
offer-pay-hint = El pago se hace en otro sitio. Este enlace aparece junto al precio.
offer-pay-link = Pagar ahora
offer-audience-en = Para quién, en inglés
offer-audience-es = Para quién, en español
offer-left = Quedan { $n } de { $of } lugares
offer-full = { $n ->
    [one] El único lugar está ocupado. Hay una lista de espera.
   *[other] Los { $n } lugares están ocupados. Hay una lista de espera.
}
offer-checks = Antes de abrir la inscripción
offer-checks-none = No falta nada.
offer-must = obligatorio
offer-open = Abrir la inscripción
offer-no-dates = Todavía no se ha publicado ningún encuentro.
offer-unconfirmed = Las fechas no están confirmadas. Vaya a Fechas publicadas.
offer-no-settings = Primero guarde los datos de esta página.
offer-no-price = Falta el texto sobre el precio en un idioma.
offer-no-audience = Diga para quién es en los dos idiomas.
registration-end = Cancelar esta inscripción
offer-no-access-contact = No hay un contacto de accesibilidad. Nadie ve lo que las personas escriban hasta que elija uno en Configuración y acepten compartirlo.
offer-no-capacity = No hay límite de lugares.
offer-late-deadline = Es posible inscribirse después de que empiece.
open-offer = La inscripción está abierta para { $season }
open-offer-until = Abierta hasta el { $day }, 11:59 p. m. ({ $zone }).
register-title = Inscribirse
register-wait = Unirse a la lista de espera
register-once = Se inscribe una sola vez para toda la serie. No necesita una cuenta.
register-email-hint = Le enviamos las fechas para su calendario y un enlace para cambiar su inscripción.
register-language = Idioma de nuestros correos
register-need = ¿Qué le ayudaría a participar?
register-need-hint = Subtítulos, interpretación, pausas o cualquier otra cosa. Solo lo ve { $name }, nuestro contacto de accesibilidad.
register-need-nobody = Subtítulos, interpretación, pausas o cualquier otra cosa. Nadie lo ve hasta que haya un contacto de accesibilidad. Le preguntaremos antes de compartirlo.
register-act = Inscribirme
register-closed = La inscripción está cerrada.
register-over = Esto ya terminó.
registered = Su inscripción está hecha.
registered-waiting = Todos los lugares están ocupados. Está en la lista de espera y le escribiremos cuando se libere uno.
registered-list = Está en la lista de espera.
registered-mail = Le enviamos un correo. Use el enlace del correo para cancelar o pasar su lugar a otra persona.
registered-mail-waiting = Le enviamos un enlace por correo. Úselo para dejar la lista de espera.
registration-mine = Mi inscripción
registration-held = { $name }, su inscripción está hecha.
registration-waits = { $name }, usted está en la lista de espera. Si se libera un lugar antes de que cierre la inscripción, es suyo y le escribimos.
registration-go = Elegir horarios y ver los encuentros
registration-pass = Ofrecer mi lugar a otra persona
registration-pass-text = Le escribimos un correo. Cuando acepte, su lugar y las fechas pasan a esa persona.
registration-leave = Cancelar mi inscripción
registration-leave-text = Su lugar pasa a la siguiente persona en lista de espera. Las fechas se quitan de su calendario.
registration-left = Su inscripción se canceló. Gracias por avisarnos.
event-offer-saved = Se guardaron los datos de la inscripción
event-offer-opened = Se abrió la inscripción
event-registration-made = Alguien se inscribió
event-registration-waited = Alguien se unió a la lista de espera
event-registration-opened = Se abrió un lugar para alguien en lista de espera
event-registration-left = Alguien canceló su inscripción
event-registration-passed = Un lugar pasó a otra persona

# Dejar una cohorte
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
    [0] No tiene próximos encuentros.
    [one] Recibe un correo que quita un encuentro de su calendario.
   *[other] Recibe correos que quitan { $n } encuentros de su calendario.
  }
leaving-ask-team = Deja el equipo base { $team }.
leaving-ask-spaces = { $n ->
    [one] Deja un espacio. Lo que escribió allí se elimina después de un día.
   *[other] Deja { $n } espacios. Lo que escribió allí se elimina después de un día.
  }
leaving-ask-free = Su lugar queda libre.
leaving-ask-kept = Su lugar queda vacío.
leaving-ask-stays = La asistencia anterior se conserva.
leaving-ask-undo = Puede deshacerlo durante un día.
leaving-act = Terminar participación
leaving-not = Conservar participación
leaving-nobody = Esta edición todavía no tiene integrantes.
leaving-gone = Quienes dejaron el grupo
leaving-on = Dejó el grupo el { $day }.
leaving-by = Registrado por { $name }.
leaving-undo = Deshacer
leaving-undo-until = Hasta { $at }
leaving-private = Solo quienes dirigen ven esta lista.
leaving-ended = La participación terminó.
leaving-undone = Participa de nuevo.
leaving-how = Para dejar el grupo, escriba a { $name }, { $email }.
wrong-leaving-who = Elija a una persona.
wrong-leaving-future = Elija hoy o un día anterior.
wrong-leaving-late = Esto ya no se puede deshacer.
wrong-leaving-no-seat = Todos los lugares están ocupados. Agregue primero un lugar en la configuración.
event-member-left = Una persona dejó el grupo
event-member-returned = Una persona volvió al grupo
