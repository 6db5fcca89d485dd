# Respuestas a quienes no fueron elegidos.
place-decisions = Decisiones
decisions-waiting = { $n ->
    [0] Nadie espera una decisión
    [one] Una persona espera una decisión
   *[other] { $n } personas esperan una decisión
}
decisions-none = Todas las personas que se postularon tienen una invitación, un lugar o una decisión.
decisions-lead = Dieron horas de trabajo sin paga. Escríbales como a gente que volverá a ver: sin rangos ni comparaciones, y con lo que pueden hacer ahora. Envíe primero las invitaciones. Quienes tienen una invitación abierta no reciben este correo.
decisions-places = En el texto, {"{"}name{"}"}, {"{"}season{"}"} y {"{"}reason{"}"} se completan para cada persona. Se agrega un enlace para conservar o borrar la solicitud.
decisions-stage = { $n ->
    [one] Preparar un correo
   *[other] Preparar { $n } correos
}
decisions-nothing-yet = Todavía no se envía nada. Otra persona revisa cada nombre y los envía todos a la vez.
decisions-ready = { $n ->
    [0] No hay correos listos
    [one] Un correo está listo
   *[other] { $n } correos están listos
}
decisions-staged-by = Preparados por { $name } el { $at }.
decisions-sent-by = Enviados por { $name } el { $at }.
decisions-second-person = Los envía otra persona: alguien más que lidera o quien administra el sitio. Hasta entonces puede retener correos sueltos o cancelarlos todos.
decisions-send = { $n ->
    [one] Enviarlo
   *[other] Enviar los { $n }
}
decisions-cancel = Cancelar estos correos
decisions-people = Quién recibe uno
decisions-hold = Retener
decisions-sent = Enviados
decisions-sent-line = { $n ->
    [one] Un correo
   *[other] { $n } correos
}
decline-seats = elegible, sin lugar
decline-not-eligible = no elegible
decline-late = tardía y no elegible
letter-subject = Asunto
letter-text = Texto
decline-reason-seats = Recibimos muchas más solicitudes que lugares disponibles, y elegimos un grupo cuyos lugares y tareas se complementan.
decline-reason-seats-more = Recibimos más solicitudes que lugares disponibles, y elegimos un grupo cuyos lugares y tareas se complementan.
decline-reason-seats-few = Elegimos un grupo cuyos lugares y tareas se complementan.
decline-chosen = elegida, aún sin invitación
decline-telling = decidida, correo en espera en la bandeja de salida
decline-untold = decidida, correo descartado o no entregado
decline-alternate-telling = en lista de espera, correo en la bandeja de salida
decline-alternate-untold = en lista de espera, correo descartado o no entregado
decisions-reasons = Qué dice {"{"}reason{"}"}
decisions-canceled-text = Este es el texto de los correos que canceló.
decisions-usual-text = Usar el texto propio de esta edición
decisions-cancel-text = Si los cancela, no se envía nada. Su texto se conserva: puede cambiarlo y preparar los correos otra vez.
decisions-nothing-chosen = { $n ->
    [one] Todavía no se eligió a nadie. Si continúa, la única persona de abajo recibe un rechazo. Elija primero el grupo.
   *[other] Todavía no se eligió a nadie. Si continúa, las { $n } personas de abajo reciben un rechazo. Elija primero el grupo.
}
decisions-choose = Elegir el grupo
decisions-in-outbox = { $n ->
    [one] Un correo espera en la bandeja de salida.
   *[other] { $n } correos esperan en la bandeja de salida.
}
decisions-held = Los correos están retenidos: salen cuando su equipo los envía desde ahí.
decisions-going = Esto tarda uno o dos minutos.
decisions-outbox = Abrir la bandeja de salida
decisions-unsent = { $n ->
    [one] Un correo se descartó o no se entregó
   *[other] { $n } correos se descartaron o no se entregaron
}
decline-reason-not-eligible = La edición es para un tipo de trabajo que el suyo, tal como lo describió, no acaba de cumplir.
decline-reason-late = Su solicitud llegó después de la fecha límite.
decline-keep-or-erase = Su solicitud es suya. La borramos dentro de doce meses, salvo que nos pida conservarla para la próxima convocatoria; también puede pedir que se borre ya.
choice-title = ¿Conservar o borrar su solicitud?
choice-lead = Si no nos dice nada, se borra el { $day }.
choice-keep = Conservarla para la próxima convocatoria
choice-erase = Borrarla ya
choice-kept = La conservamos para la próxima convocatoria. Aún puede pedir que se borre.
choice-what = Al borrar se quita lo que escribió, su nombre y su dirección, salvo que participe aquí de otro modo. Quedan en totales datos que no llevan a nadie, como la región.
choice-erased = Está borrada
choice-erased-text = Lo que escribió, su nombre y su dirección ya no están. Gracias por haber solicitado.
choice-others = Otras ofertas
state-not-chosen = Esta vez no
event-decisions-staged = Se prepararon decisiones
event-decisions-cancelled = Se cancelaron decisiones preparadas
event-decisions-sent = Se enviaron decisiones
event-application-erased = Se borró una solicitud
decisions-reading = Todavía se están evaluando solicitudes. Cierre las evaluaciones y elija la cohorte antes de enviar decisiones.
decisions-nothing-yet-alone = Todavía no se envía nada. Primero ve cada nombre. Nadie más de su equipo puede enviarlos, así que salen tras una pausa de una hora.
decline-alternate = suplente
decline-undecided = sin decidir
decline-late-undecided = tardía, sin decidir
decline-alternate-told = suplente, ya avisada
decline-invited = con invitación, sin respuesta
decline-seated = tiene un lugar
decline-declined = rechazó la invitación
decline-answered = ya avisada
decline-withdrawn = retirada
decline-duplicate = posible duplicado
decisions-all = { $n ->
    [one] Una solicitud en total
   *[other] { $n } solicitudes en total
}
decisions-written-to = { $n ->
    [one] Una persona recibe un correo
   *[other] { $n } personas reciben un correo
}
decisions-not-written-to = { $n ->
    [one] Una persona no recibe correo por ahora
   *[other] { $n } personas no reciben correo por ahora
}
decisions-open = { $n ->
    [one] Una solicitud está sin decidir. Esa persona no recibe correo hasta que usted decida.
   *[other] { $n } solicitudes están sin decidir. Esas personas no reciben correo hasta que usted decida.
}
decisions-final = Una vez enviados, los correos no se pueden deshacer.
decisions-alone = Nadie más de su equipo puede enviar estos correos, así que puede hacerlo usted. Salen una hora después de presionar el botón. Hasta entonces, usted o quien administra el sitio pueden detenerlos. Quedará registrado que los envió sin otra persona.
decisions-send-alone = { $n ->
    [one] Enviarlo en una hora
   *[other] Enviar los { $n } en una hora
}
decisions-pausing = Estos correos salen el { $at }. Todavía puede detenerlos.
decisions-stop = Detener el envío
decisions-sent-alone = Los envió una sola persona, tras una pausa de una hora: nadie más del equipo podía enviarlos.
decisions-sent-to = { $n ->
    [0] No se envió nada.
    [one] Enviado a una persona.
   *[other] Enviado a { $n } personas.
}
decisions-left-out = { $n ->
    [one] Una persona no recibió correo porque algo cambió. Vuelve a estar en la lista.
   *[other] { $n } personas no recibieron correo porque algo cambió. Vuelven a estar en la lista.
}
decisions-without-address = { $n ->
    [one] No tenemos el correo de una de ellas. Avísele de otra manera.
   *[other] No tenemos el correo de { $n } de ellas. Avíseles de otra manera.
}
decisions-changed = { $n ->
    [one] Algo cambió en una persona
   *[other] Algo cambió en { $n } personas
}
decisions-changed-text = No reciben este correo. Por ejemplo, retiraron su solicitud, recibieron una invitación o cambió su elegibilidad.
alternate-title = Correo a suplentes
alternate-text = Las personas suplentes reciben este correo en lugar del otro. No es una decisión final: siguen en la lista y pueden recibir una invitación. Quite a alguien de la lista de suplentes para enviarle una decisión final.
choice-held = Recibió una invitación después de nuestro correo, así que su solicitud no se borra a los doce meses.
event-decisions-sent-alone = Una sola persona envió decisiones, tras una pausa de una hora
event-decisions-pausing = Alguien pidió enviar decisiones sin otra persona; empezó la pausa de una hora
event-decisions-stopped = Se detuvo el envío de decisiones
choice-erase-sure = Borrar mi solicitud
choice-erase-not = Volver
choice-erase-ask = Su solicitud se borra ahora. No se puede deshacer.
while-open = Todavía hay quien puede postularse, hasta { $at }. Si continúa, algunas personas reciben respuesta mientras otras se postulan.
while-open-yes = Sé que la convocatoria está abierta y quiero continuar.
wrong-while-open = La convocatoria sigue abierta. Marque la casilla si quiere continuar, o espere a que cierre.
decisions-emails = Usted empieza con el texto propio de esta edición.
decisions-emails-link = Cambiar el texto con el que empieza
