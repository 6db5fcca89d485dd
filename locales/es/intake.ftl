# Cambiar lo enviado, recordatorios de borradores y lo que el equipo hace con las solicitudes.

change-sent-title = Cambiar su solicitud
changes-until = Puede cambiarla hasta el { $at }.
changes-text = Su versión anterior cuenta hasta que envíe los cambios.
changes-begin = Cambiar solicitud
changes-note = Está cambiando una solicitud que ya envió. Su versión anterior cuenta hasta que envíe los cambios.
changes-note-until = Está cambiando una solicitud que ya envió. Su versión anterior cuenta hasta que envíe los cambios. Borramos los cambios que no envíe hasta el { $at }.
changes-open = Tiene cambios sin enviar
changes-open-text = Guardados por última vez el { $at }. Su versión anterior cuenta hasta que envíe los cambios.
changes-open-until = Borramos los cambios que no envíe hasta el { $at }.
changes-check = Revisar y enviar cambios
changes-go-on = Seguir editando
changes-submit = Enviar cambios
changes-submitted = Envió sus cambios. Quienes evalúan ven ahora su nueva versión.
changes-none = No cambió nada, así que no se envió nada.
changes-delete = Borrar cambios
changes-delete-text = Esto borra los cambios que no envió. Su solicitud queda como la envió. No se puede deshacer.
changes-deleted = Borramos sus cambios. Su solicitud está como la envió.
changes-dropped = No envió sus cambios antes de la fecha límite, así que los borramos. Usamos su solicitud como la envió.
changes-stopped = Ya enviamos una decisión sobre su solicitud, así que no puede enviar cambios.
changes-dropped-withdrawn = No envió su solicitud otra vez antes de la fecha límite, así que sigue retirada.
changes-email = Para cambiar su correo, escriba a { $email }.
tag-changed = Cambiada
status-changed = Último cambio: { $at }

send-again = Enviar solicitud otra vez
send-again-text = Puede enviarla otra vez.
send-again-until = Puede enviarla otra vez hasta el { $at }.
send-again-over = Ya no puede enviarla otra vez. La fecha límite pasó o ya enviamos una decisión.
send-again-done = Envió su solicitud otra vez.
withdraw-for-good = Después de retirarla no podrá enviarla otra vez.


event-application-changed = Alguien cambió su solicitud
event-application-sent-again = Se envió otra vez una solicitud retirada

# Recordatorios de borradores
reminders-title = Recordatorios para solicitudes sin terminar
reminders-lead = Escribimos a quienes empezaron una solicitud y no la han enviado. Cada correo trae un enlace para no recibir más.
reminders-reach = { $n ->
    [0] En este momento nadie recibiría uno.
    [one] En este momento lo recibiría 1 persona.
   *[other] En este momento lo recibirían { $n } personas.
    }
reminders-first = Primer recordatorio: { $at }
reminders-due = Esa hora ya pasó, así que lo enviaremos en cuanto active los recordatorios.
reminders-second = Último recordatorio: { $at }
reminders-not = Estas personas no lo reciben:
reminders-unproved = { $n ->
    [one] 1 borrador no tiene un correo confirmado.
   *[other] { $n } borradores no tienen un correo confirmado.
    }
reminders-refused = { $n ->
    [one] 1 persona desactivó los recordatorios.
   *[other] { $n } personas desactivaron los recordatorios.
    }
reminders-sent = { $n ->
    [one] 1 persona ya envió otra solicitud.
   *[other] { $n } personas ya enviaron otra solicitud.
    }
reminders-text = Ver el recordatorio
reminders-days = Días antes de la fecha límite para el primer recordatorio
reminders-on = Activar recordatorios
reminders-save = Guardar número de días
reminders-off = Desactivar recordatorios
reminders-are-on = Los recordatorios están activados.
reminders-are-off = Los recordatorios están desactivados.
reminders-no-date = Para activar los recordatorios, establezca una fecha límite futura.
wrong-remind-days = Escriba un número de días de 2 a 30.
reminders-end-title = ¿Desactivar los recordatorios?
reminders-end-text = { $program } no volverá a recordarle solicitudes sin terminar.
reminders-end = Desactivar recordatorios
reminders-ended-title = Los recordatorios están desactivados
reminders-ended-text = { $program } no volverá a recordarle solicitudes sin terminar. Su borrador sigue guardado.

# Después de un cambio, para el equipo
state-changed = Cambió después de una decisión o evaluación
tag-changed-since = Cambió después
changed-on = Esta solicitud se cambió el { $at }. Usted ve la última versión.
versions-see = Comparar versiones
changed-reviews = { $n ->
    [one] 1 evaluación se escribió antes del cambio. Pedimos a quien la escribió que la revise.
   *[other] { $n } evaluaciones se escribieron antes del cambio. Pedimos a quienes las escribieron que las revisen.
    }
changed-decision = La elegibilidad se decidió antes del cambio. Esa decisión cuenta hasta que alguien decida otra vez.
keep-eligible = Mantener como elegible
keep-not-eligible = Mantener como no elegible
sent-again-on = enviada otra vez el { $day }
versions-title = Versiones de la solicitud de { $name }
versions-lead = Estas versiones no incluyen las necesidades de acceso ni lo que cada persona dice de su identidad.
version-number = Versión { $n }, { $at }
version-by = Registrada por { $name }
version-same = En esta versión no cambió nada que el equipo pueda ver.
version-before = Antes
version-after = Después
desk-changed = Esta solicitud se cambió el { $at }, después de su evaluación. Revise sus puntajes y envíe su evaluación otra vez. Mientras tanto, cuenta su evaluación anterior.
read-changed = cambió después
read-save-again = Enviar evaluación otra vez
todo-changed = { $n ->
    [one] 1 solicitud cambió después de evaluarla o de decidir su elegibilidad.
   *[other] { $n } solicitudes cambiaron después de evaluarlas o de decidir su elegibilidad.
    }
todo-changed-act = Revisar cambios
todo-changed-reviews = { $n ->
    [one] 1 solicitud cambió después de que usted la evaluó.
   *[other] { $n } solicitudes cambiaron después de que usted las evaluó.
    }
todo-changed-reviews-act = Revisar cambios

# Notas, etiquetas, actos con varias solicitudes, exportaciones
contact-details = Contacto
tag = Etiqueta
tags-title = Etiquetas
tags-none = Aún no hay etiquetas.
tag-new = Etiqueta nueva
tag-add = Agregar etiqueta
tag-remove = Quitar etiqueta
lead-notes-title = Notas
note-new = Nota nueva
note-hint = Solo quienes dirigen el programa ven las notas. Quienes se postulan y quienes evalúan no las ven. Las notas se borran con la solicitud.
note-save = Guardar nota
note-saved = Nota guardada.
note-delete = Borrar nota
note-delete-text = Esto borra la nota para todo el equipo. No se puede deshacer.
note-deleted = Nota borrada.
note-by-nobody = Alguien que ya no está aquí
event-note-written = Se agregó una nota a una solicitud
event-note-deleted = Se borró una nota de una solicitud
event-tag-put = Se agregó una etiqueta
event-tag-taken = Se quitó una etiqueta
event-tag-undone = Se deshizo un cambio de etiquetas
event-applications-exported = Se exportó una lista de solicitudes
sort-by = Ordenar por:
sort-arrived = Fecha de envío
chosen-title = Varias solicitudes a la vez
chosen-which = Solicitudes
chosen-ticked = Las marcadas en esta página
chosen-everyone = { $n ->
    [one] La única solicitud
   *[other] Las { $n } solicitudes
    }
chosen-what = Acción
chosen-continue = Revisar y confirmar
chosen-one-checked = 1 marcada
chosen-many-checked = {"{"}n{"}"} marcadas
chosen-whole-page = Marcar todas las de esta página
applications-match = { $n ->
    [one] 1 solicitud
   *[other] { $n } solicitudes
    }
applications-range = Solicitudes { $lines } de { $n }
applications-range-filtered = Solicitudes { $lines } de las { $n } que cumplen el filtro
list-pages = Páginas de la lista
list-page = Página
list-previous = Anterior
list-next = Siguiente
chosen-all = { $n ->
    [one] La única solicitud que cumple el filtro
   *[other] Las { $n } que cumplen el filtro
    }
chosen-none = Primero marque al menos una solicitud.
chosen-nothing = Nada cambió. Estas solicitudes ya estaban así, o ya no se pueden cambiar.
chosen-tag-on = Agregar una etiqueta
chosen-tag-off = Quitar una etiqueta
chosen-eligible = Marcar elegibles
chosen-not-eligible = Marcar no elegibles
chosen-count = { $n ->
    [one] Esto cambia 1 solicitud.
   *[other] Esto cambia { $n } solicitudes.
    }
chosen-undo = Puede deshacerlo después.
chosen-back = Volver a la lista
chosen-list = { $n ->
    [one] Mostrar esta solicitud
   *[other] Mostrar estas { $n } solicitudes
    }
chosen-tag-on-act = { $n ->
    [one] Agregar etiqueta a 1 solicitud
   *[other] Agregar etiqueta a { $n } solicitudes
    }
chosen-tag-off-act = { $n ->
    [one] Quitar etiqueta de 1 solicitud
   *[other] Quitar etiqueta de { $n } solicitudes
    }
chosen-eligible-act = { $n ->
    [one] Marcar 1 solicitud como elegible
   *[other] Marcar { $n } solicitudes como elegibles
    }
chosen-not-eligible-act = { $n ->
    [one] Marcar 1 solicitud como no elegible
   *[other] Marcar { $n } solicitudes como no elegibles
    }
chosen-tag-on-done = { $n ->
    [one] Etiqueta agregada a 1 solicitud.
   *[other] Etiqueta agregada a { $n } solicitudes.
    }
chosen-tag-off-done = { $n ->
    [one] Etiqueta quitada de 1 solicitud.
   *[other] Etiqueta quitada de { $n } solicitudes.
    }
chosen-not-eligible-done = { $n ->
    [one] 1 solicitud marcada como no elegible.
   *[other] { $n } solicitudes marcadas como no elegibles.
    }
chosen-undone = { $n ->
    [one] Se deshizo en 1 solicitud.
   *[other] Se deshizo en { $n } solicitudes.
    }
export-title = Exportar una lista
export-count = { $n ->
    [one] La lista tiene 1 solicitud, según los filtros de la página anterior.
   *[other] La lista tiene { $n } solicitudes, según los filtros de la página anterior.
    }
export-purpose = ¿Para qué es la lista?
export-contacts-title = Lista de contacto
export-contacts-text = Nombres, correos y teléfonos.
export-scores-title = Puntajes para el comité
export-scores-text = Puntajes promedio y número de evaluaciones, cuando las evaluaciones estén cerradas. Sin nombres, salvo que usted los marque.
export-statistics-title = Estadísticas sin nombres
export-statistics-text = Sin nombres, contactos, números de solicitud, organizaciones ni respuestas. En un grupo pequeño aún se puede reconocer a alguien.
export-archive-title = Todo, para su archivo
export-archive-text = Todos los datos y todas las respuestas, con nombres.
export-columns = Columnas
export-never = Estas listas nunca incluyen las necesidades de acceso ni lo que cada persona dice de su identidad. El contacto de accesibilidad ve las necesidades en su propia página. El informe de solicitudes cuenta las identidades.
export-record = Registramos quién exportó qué columnas y cuándo. Antes le pediremos un código de su aplicación de autenticación.
export-xlsx = Descargar archivo de Excel
export-csv = Descargar archivo CSV
wrong-export-columns = Marque al menos una columna.
export-number = Número de solicitud
export-name = Nombre
export-pronouns = Pronombres
export-email = Correo
export-phone = Teléfono
export-submitted = Enviada
export-changed = Último cambio
export-language = Idioma
export-format = Cómo respondió
export-organization = Organización
export-collaborative = Colaborativo
export-role = Cargo
export-level = Nivel del cargo
export-city = Ciudad
export-state = Estado (lugar)
export-region = Región
export-setting = Entorno
export-scope = Alcance
export-body = Tipo de organización
export-years-role = Años en el cargo
export-years-field = Años en el campo
export-issue = Tema principal
export-issues = Otros temas
export-health = Enfoque en salud
export-late = Motivo del retraso
export-status = Situación
export-decision = Decisión
export-priority = Prioridad
export-reviews = Número de evaluaciones
export-score = Puntaje promedio
export-lowest = Promedio más bajo de una evaluación
export-highest = Promedio más alto de una evaluación
export-recommendations = Recomendaciones recibidas
export-tags = Etiquetas
export-answers = Todas las respuestas
letters-chosen = { $n ->
    [one] Para quien envió la solicitud que usted eligió.
   *[other] Para quienes enviaron las { $n } solicitudes que usted eligió.
    }
group-chosen = { $n ->
    [one] 1 persona elegida
   *[other] { $n } personas elegidas
    }
chosen-write = Escribir un correo
chosen-write-text = Aún no se envía nada. Primero escribe el correo y lo revisa como lo recibirá cada persona. Después lo envía.
chosen-write-act = { $n ->
    [one] Escribir correo a 1 persona
   *[other] Escribir correo a { $n } personas
    }
