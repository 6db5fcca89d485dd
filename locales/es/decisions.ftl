# Respuestas a quienes no fueron elegidos.
place-decisions = Respuestas
decisions-waiting = { $n ->
    [0] Nadie espera respuesta
    [one] Una persona espera respuesta
   *[other] { $n } personas esperan respuesta
}
decisions-none = Todas las personas que solicitaron tienen una invitación, un lugar o una respuesta.
decisions-lead = Dieron horas de trabajo sin paga. Escríbales como a gente que volverá a encontrar: sin puestos ni comparaciones, y con lo que pueden hacer ahora. Invite primero: quien tiene una invitación abierta no está en esta lista.
decisions-places = En el texto, {"{"}name{"}"}, {"{"}season{"}"} y {"{"}reason{"}"} representan lo propio de cada persona. Se añade un enlace para conservar o borrar la solicitud.
decisions-stage = { $n ->
    [one] Preparar una respuesta
   *[other] Preparar { $n } respuestas
}
decisions-nothing-yet = Todavía no se envía nada. Otra persona ve cada nombre y las envía todas a la vez.
decisions-ready = { $n ->
    [one] Una respuesta está lista
   *[other] { $n } respuestas están listas
}
decisions-staged-by = Preparadas por { $name } el { $at }.
decisions-sent-by = Enviadas por { $name } el { $at }.
decisions-second-person = Las envía otra persona: otra persona responsable o la propietaria. Hasta entonces puede retener respuestas sueltas o deshacerlas todas.
decisions-send = { $n ->
    [one] Enviarla
   *[other] Enviar las { $n }
}
decisions-cancel = Deshacerlas
decisions-people = Quién recibe una
decisions-hold = Retener
decisions-sent = Enviadas
decisions-sent-line = { $n ->
    [one] Una respuesta
   *[other] { $n } respuestas
}
decline-seats = menos lugares que personas
decline-not-eligible = no cumple
decline-late = tardía
letter-subject = Asunto
letter-text = Texto
decline-subject = Su solicitud a {"{"}season{"}"}
decline-letter = {"{"}name{"}"}:|le agradecemos lo que nos escribió. Esta vez no podemos ofrecerle un lugar en {"{"}season{"}"}.|{"{"}reason{"}"} Esto no dice nada del valor de su trabajo, y a nadie se le dio un puesto.|Si quiere saber qué notaron quienes leyeron, escríbanos y hablamos. En nuestra página hay otras ofertas, y puede volver a solicitar cuando quiera.|Con respeto por lo que sostiene.
decline-reason-seats = Solicitaron muchas más personas que lugares hay, y elegimos un grupo cuyos lugares y tareas se complementan.
decline-reason-not-eligible = La temporada es para un tipo de trabajo que el suyo, tal como lo describió, no acaba de cumplir.
decline-reason-late = Su solicitud llegó después del cierre, cuando ya se estaba leyendo.
decline-keep-or-erase = Su solicitud es suya. La borramos dentro de doce meses, salvo que nos pida conservarla para la próxima convocatoria; también puede pedir que se borre ya.
decline-choose = Conservar o borrar mi solicitud
choice-title = ¿Qué hacemos con su solicitud?
choice-lead = Si no nos dice nada, se borra el { $day }.
choice-keep = Conservarla para la próxima convocatoria
choice-erase = Borrarla ya
choice-kept = La conservamos para la próxima convocatoria. Aún puede pedir que se borre.
choice-what = Al borrar se quita lo que escribió, su nombre y su dirección, salvo que participe aquí de otro modo. Quedan en totales datos que no llevan a nadie, como la región.
choice-erased = Está borrada
choice-erased-text = Lo que escribió, su nombre y su dirección ya no están. Gracias por haber solicitado.
choice-others = Otras ofertas
state-not-chosen = Esta vez no
event-decisions-staged = Se prepararon respuestas
event-decisions-cancelled = Se deshicieron respuestas
event-decisions-sent = Se enviaron respuestas
event-application-erased = Se borró una solicitud
decisions-reading = Todavía se están leyendo solicitudes. No se dice nada a nadie antes de cerrar la lectura y elegir la cohorte.
