# Decisiones.
place-decisions = Decisiones
decisions-waiting = { $n ->
    [0] Nadie espera una decisión
    [one] Una persona espera una decisión
   *[other] { $n } personas esperan una decisión
}
decisions-none = Todas las personas que se postularon tienen una invitación, un lugar o una decisión.
decisions-lead = Dedicaron horas de trabajo sin paga a su solicitud. No haga rangos ni comparaciones, y cuente qué pueden hacer ahora. Envíe primero las invitaciones. Quienes tienen una invitación abierta no reciben este correo.
decisions-places = {"{"}name{"}"}, {"{"}season{"}"} y {"{"}reason{"}"} se completan para cada persona. Agregamos un enlace para conservar o borrar la solicitud.
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
decisions-second-person = Los envía otra persona que dirige el programa o quien administra el sitio. Hasta entonces, puede retener correos sueltos o cancelarlos todos.
decisions-send = { $n ->
    [one] Enviar correo
   *[other] Enviar { $n } correos
}
decisions-cancel = Cancelar estos correos
decisions-people = Quiénes reciben un correo
decisions-hold = Retener correo
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
decline-reason-seats = Recibimos muchas más solicitudes que lugares disponibles. Elegimos un grupo cuyas comunidades y cuyo trabajo se complementan.
decline-reason-seats-more = Recibimos más solicitudes que lugares disponibles. Elegimos un grupo cuyas comunidades y cuyo trabajo se complementan.
decline-reason-seats-few = Elegimos un grupo cuyas comunidades y cuyo trabajo se complementan.
decline-chosen = elegida, aún sin invitación
decline-telling = decidida, correo en espera en la bandeja de salida
decline-untold = decidida, correo descartado o no entregado
decline-alternate-telling = suplente, correo en espera en la bandeja de salida
decline-alternate-untold = suplente, correo descartado o no entregado
decisions-reasons = Qué dice {"{"}reason{"}"}
decisions-canceled-text = Este es el texto de los correos que canceló.
decisions-usual-text = Usar el texto propio de esta edición
decisions-cancel-text = Si los cancela, no se envía nada. Su texto se conserva: puede cambiarlo y preparar los correos otra vez.
decisions-nothing-chosen = { $n ->
    [one] Todavía no ha elegido a nadie. Si continúa, la persona de abajo recibe un rechazo. Elija primero la cohorte.
   *[other] Todavía no ha elegido a nadie. Si continúa, las { $n } personas de abajo reciben un rechazo. Elija primero la cohorte.
}
decisions-choose = Elegir la cohorte
decisions-in-outbox = { $n ->
    [one] Un correo espera en la bandeja de salida.
   *[other] { $n } correos esperan en la bandeja de salida.
}
decisions-held = Los correos están retenidos. Salen cuando su equipo los envía desde la bandeja de salida.
decisions-going = Esto tarda uno o dos minutos.
decisions-outbox = Ir a la bandeja de salida
decisions-unsent = { $n ->
    [one] Un correo se descartó o no se entregó
   *[other] { $n } correos se descartaron o no se entregaron
}
decline-reason-not-eligible = El programa es para un tipo de trabajo que no coincide del todo con el suyo, tal como lo describió.
decline-reason-late = Su solicitud llegó después de la fecha límite.
decline-keep-or-erase = Su solicitud es suya. La borraremos en doce meses, salvo que nos pida conservarla para la próxima convocatoria. También puede borrarla ahora.
choice-title = ¿Conservar o borrar su solicitud?
choice-lead = Si no nos dice nada, la borraremos el { $day }.
choice-keep = Conservarla para la próxima convocatoria
choice-erase = Borrarla ahora
choice-kept = La conservaremos para la próxima convocatoria. Aún puede borrarla.
choice-what = Al borrar se quitan sus respuestas, su nombre y su correo, salvo que participe aquí de otro modo. Los totales conservan datos que no le identifican, como la región.
choice-erased = Borramos su solicitud
choice-erased-text = Sus respuestas, su nombre y su correo ya no están. Gracias por postularse.
choice-others = Explorar otros programas
state-not-chosen = Esta vez no
event-decisions-staged = Se prepararon decisiones
event-decisions-cancelled = Se cancelaron decisiones preparadas
event-decisions-sent = Se enviaron decisiones
event-application-erased = Se borró una solicitud
decisions-reading = Todavía se están evaluando solicitudes. Cierre las evaluaciones y elija la cohorte antes de enviar decisiones.
decisions-nothing-yet-alone = Todavía no se envía nada. Primero revisa cada nombre. Nadie más de su equipo puede enviarlos, así que salen después de una hora.
decline-alternate = suplente
decline-undecided = sin decidir
decline-late-undecided = tardía, sin decidir
decline-alternate-told = suplente, ya avisada
decline-invited = con invitación, sin respuesta
decline-seated = tiene un lugar
decline-declined = rechazó la invitación
decline-answered = ya avisada
decline-withdrawn = retirada
decline-duplicate = probable duplicado
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
    [one] Enviar correo en una hora
   *[other] Enviar { $n } correos en una hora
}
decisions-pausing = Estos correos salen el { $at }. Todavía puede detenerlos.
decisions-stop = Detener el envío
decisions-sent-alone = Los envió una sola persona, después de una hora, porque nadie más del equipo podía.
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
    [one] Cambió la situación de una persona
   *[other] Cambió la situación de { $n } personas
}
decisions-changed-text = No recibirán este correo. Por ejemplo, retiraron su solicitud, recibieron una invitación o cambió su elegibilidad.
alternate-title = Correo a suplentes
alternate-text = Las personas suplentes reciben este correo en lugar del otro. No es una decisión final: siguen en la lista y usted aún puede invitarlas. Para enviar a alguien una decisión final, quite a esa persona de la lista de suplentes.
choice-held = Le invitamos después de nuestro correo, así que no borraremos su solicitud a los doce meses.
event-decisions-sent-alone = Una sola persona envió decisiones, después de una hora
event-decisions-pausing = Alguien programó decisiones sin otra persona, para enviarlas en una hora
event-decisions-stopped = Se detuvo el envío de decisiones
choice-erase-sure = Borrar mi solicitud
choice-erase-not = Conservar solicitud
choice-erase-ask = Esto borra su solicitud ahora. No se puede deshacer.
while-open = Aún es posible postularse hasta el { $at }. Si continúa, algunas personas reciben una decisión mientras otras todavía se postulan.
while-open-yes = Sé que la convocatoria está abierta y quiero continuar.
wrong-while-open = La convocatoria sigue abierta. Marque la casilla para continuar o espere a que cierre.
decisions-emails = Usamos el texto habitual de esta edición.
decisions-emails-link = Cambiar el texto habitual
