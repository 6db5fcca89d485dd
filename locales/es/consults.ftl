# Consultas entre pares.
place-consults = Consulta entre pares
consults-lead = Traiga un reto de su trabajo. Otras personas le ayudan a pensarlo, paso a paso y con reloj. Después solo se guardan el día, el equipo, quién lo trajo y el protocolo.
consult-client = Cliente:
consult-others = El resto del grupo:
consult-steps = Pasos
consult-someone = Alguien que ya no está
consult-calendar = Consulta entre pares
consult-protocols = Protocolos
consult-protocols-text = Cómo va una consulta: quién hace qué y durante cuánto tiempo.
consult-protocols-none = Una consulta entre pares sigue un protocolo. Dice cuáles son los pasos, cuánto dura cada uno y qué hace cada persona. Su biblioteca todavía no tiene ninguno. Puede agregar cinco que ya están listos. Se publican de inmediato y puede editarlos.
consult-protocols-add = Agregar cinco protocolos
consult-protocols-missing = Su programa todavía no tiene un protocolo. Sin uno no se puede hacer una consulta. Pídalo a quien dirige o facilita el programa.
consult-protocol-own = Escribir un protocolo propio
consult-protocol-n = { $name } ({ $n ->
    [one] 1 minuto
   *[other] { $n } minutos
})
consult-team-title = Consultas de esta edición
consult-ended-n = { $n ->
    [0] Todavía no ha habido consultas.
    [one] Hasta ahora ha habido una consulta.
   *[other] Hasta ahora ha habido { $n } consultas.
}
consult-team-text = Este número es todo lo que usted puede ver. Lo que se trae y se dice queda entre quienes participan. Nadie que dirija, facilite o administre el programa puede abrir una consulta.
consult-on-now = La consulta de { $name } está en curso
consult-join = Unirse a la consulta
consult-of = Consulta entre pares: { $name }
consult-ask = Traer un reto
consult-ask-lead = Bastan un título y una pregunta.
consult-ask-act = Traer este reto
consult-change = Editar el reto
consult-title = Título
consult-title-hint = Por ejemplo: Una organización aliada que dejó de venir
consult-question = Su pregunta
consult-question-hint = ¿En qué quiere ayuda? Una o dos frases.
consult-more = Algo más que convenga saber
consult-more-hint = Opcional. Usted lo contará cuando empiece la consulta. Si está abierta a la cohorte, solo leen esto quienes tienen un lugar.
consult-to = ¿Quién puede ayudar?
consult-to-team = Mi equipo base, la próxima vez que tengamos tiempo
consult-to-cohort = Cualquier persona de la cohorte, a la hora que yo elija
consult-only-cohort = Cuándo y dónde, para la cohorte
consult-protocol = Protocolo
consult-protocol-hint = Puede leer los pasos en la biblioteca.
consult-place-hint = El enlace de una videollamada o una dirección. Solo lo ven quienes tienen un lugar.
consult-seats = Cuántas personas pueden venir
consult-seats-hint = De 1 a 8, además de usted.
consult-promise = El reto se guarda cifrado. Al terminar la consulta se borra para el resto del grupo. Siete días después también se borra para quien lo trajo.
consult-sealed = Un reto
consult-sealed-text = Este texto ya no se puede leer: se reemplazó la clave del sitio.
consult-queue = En espera en su equipo base
consult-queue-text = Primero van quienes todavía no han sido cliente y después quienes lo fueron hace más tiempo.
consult-queue-none = No hay retos en espera.
consult-no-team = Usted no está en un equipo base. De todos modos puede ofrecer una consulta a la cohorte.
consult-first = todavía no ha sido cliente
consult-last = fue cliente por última vez el { $day }
consult-turns = A quién le ha tocado y cuándo
consult-turn = { $n ->
    [one] cliente una vez, el { $day }
   *[other] cliente { $n } veces, la última el { $day }
}
consult-turn-none = todavía no ha sido cliente
consult-open = Abiertas a la cohorte
consult-open-none = Ahora no hay consultas abiertas. Cuando traiga un reto, puede elegir una hora e invitar a toda la cohorte.
consult-coming = { $n } de { $of } lugares ocupados
consult-you-come = Tiene un lugar
consult-full = Sin lugares
consult-seat-take = { $n ->
    [one] Tomar el último lugar
   *[other] Tomar un lugar (quedan { $n })
}
consult-seat-text = Recibirá un correo con una entrada para su calendario que dice dónde se reúnen. Quienes asistan verán su nombre hasta que termine.
consult-seat-return = Al final no puedo ir
consult-seat-full = Otra persona acaba de tomar el último lugar.
consult-seat-gone = Esta consulta ya terminó o ya no se ofrece.
consult-kept = Solo para usted
consult-kept-text = Lo que trajo, hasta que se borre, y sus notas. Nadie más puede leerlas.
consult-kept-note = Su nota
consult-held = Consultas anteriores
consult-held-text = No se guarda nada más, salvo la nota de quien fue cliente.
consult-held-none = Todavía ninguna.
consult-begin-title = ¿Empezamos?
consult-begin-lead = Elija un protocolo. Cuando el equipo esté reunido, puede empezar cualquiera de ustedes.
consult-begin = Empezar ahora
consult-begin-text = Usted llevará el tiempo: pasa la página de todo el grupo al paso siguiente. Otra persona puede tomar el relevo en cualquier momento.
consult-begin-when = Aquí puede empezar desde { $n } minutos antes de la hora.
consult-busy = Su equipo está en otra consulta. Cuando termine, podrán empezar esta.
consult-early = Es demasiado pronto para empezar, o quien trajo esto ya no está.
consult-client-gone = Quien trajo esto ya no está en ese equipo, o dejó la cohorte.
consult-withdraw = Borrar este reto
consult-withdraw-text = Se borra para todo el equipo. No se puede deshacer.
consult-withdraw-open-text = { $n ->
    [0] Todavía nadie ha tomado un lugar. Se borra y se quita de su calendario. No se puede deshacer.
    [one] La única persona que tiene un lugar recibe un correo. Se borra y se quita de los dos calendarios. No se puede deshacer.
   *[other] Las { $n } personas que tienen un lugar reciben un correo. Se borra y se quita de todos los calendarios. No se puede deshacer.
}
consult-withdraw-act = Borrar el reto
consult-you-client = Usted es cliente
consult-you-consultant = Usted ayuda
consult-you-keep = Usted lleva el tiempo.
consult-keeps = { $name } lleva el tiempo.
consult-keeps-none = Nadie lleva el tiempo ahora.
consult-keep-time = Yo llevo el tiempo
consult-other-keeps = Ahora otra persona lleva el tiempo. Para avanzar, presione primero «Yo llevo el tiempo».
consult-late = Su página no estaba al día, así que no se cambió nada. Ahora muestra el paso actual.
consult-left = Quedan {"{"}n{"}"}
consult-over = {"{"}n{"}"} de retraso
consult-next-step = Siguiente paso
consult-back-step = Deshacer: un paso atrás
consult-end = Terminar la consulta
consult-end-ask = Termina para todo el grupo. El reto se borra para todas las personas menos { $name }. No se puede deshacer.
consult-end-sure = Terminar para todo el grupo
consult-brought-by = Lo trae { $name }
consult-call = Unirse a la llamada
consult-ended = Esta consulta terminó
consult-ended-others = Lo que se dijo queda entre quienes estuvieron. Solo se guardan el día, el equipo, quién trajo el reto y el protocolo.
consult-ended-client = Nadie más puede leer ya lo que trajo. ¿Qué quiere llevarse?
consult-note = Una nota para usted
consult-note-label = Nota
consult-note-hint = Nadie más puede leerla. Se guarda hasta que usted la borre.
consult-note-act = Guardar nota
consult-note-delete = Borrar nota
consult-commit = Un compromiso
consult-commit-label = ¿Qué va a hacer?
consult-commit-hint = Al principio solo usted puede verlo. En su página puede agregar una fecha, un recordatorio y quién más puede verlo.
consult-commit-act = Hacer un compromiso
consult-brought = Lo que trajo
consult-brought-until = Se borra el { $day }.
consult-again = Traerlo otra vez a mi equipo
consult-let-go = Borrarlo ahora
wrong-consult-past = Esta hora ya pasó. Elija una posterior.
wrong-consult-protocol = Elija un protocolo.
wrong-consult-place = Diga dónde se reúnen: el enlace de una videollamada o una dirección.
wrong-consult-begun = Ya empezó, así que no se puede cambiar. No se guardó nada.
wrong-consults-many = Tiene { $arg } retos en espera. Borre uno antes de traer otro.
email-consult-entry = Consulta entre pares: entrada para el calendario
email-consult-entry-when = La recibe quien ofrece una consulta a la cohorte o toma un lugar en una. Lleva una entrada para el calendario.
email-consult-entry-subject = Consulta entre pares: { $consult_client }
email-consult-entry-body =
    Aquí tiene una consulta entre pares para su calendario. { $consult_client } trae un reto y quienes asisten ayudan.

    { $consult_details }
email-consult-entry-button = Ver los detalles
email-consult-off = Se canceló una consulta entre pares
email-consult-off-when = La reciben todas las personas de una consulta abierta cuando se borra. Quita la consulta de sus calendarios.
email-consult-off-subject = Cancelada: consulta entre pares con { $consult_client }
email-consult-off-body =
    Esta consulta entre pares se canceló y ya no está en su calendario.

    { $consult_details }
email-consult-off-button = Ver las consultas
email-field-consult_client = Quién trae un reto
email-sample-consult_client = Jordan Rivers
email-field-consult_details = Fecha, hora y lugar de la consulta
email-sample-consult_details =
    vie, 14 ago 2026, 4:00–4:20 p. m. (hora del Este)
    Dónde: https://meet.example.org/consult
event-consult-asked = Usted trajo un reto para una consulta entre pares
event-consult-changed = Usted cambió un reto para una consulta entre pares
event-consult-withdrawn = Se borró un reto para una consulta entre pares
event-consult-begun = Empezó una consulta entre pares
event-consult-ended = Terminó una consulta entre pares
event-consult-seat-taken = Alguien tomó un lugar en una consulta entre pares
event-consult-seat-returned = Alguien devolvió un lugar en una consulta entre pares
event-consult-note-kept = Usted cambió su nota sobre una consulta entre pares
event-consult-words-deleted = Usted borró lo que trajo a una consulta entre pares
consult-erased-text = Lo que se trajo se borró junto con la cuenta de la persona.
consult-not-yet = Todavía no: volver a la lista
consult-delete-ask = No se puede deshacer.
consult-again-hint = Si lo trae otra vez, vuelve a la lista de su equipo, donde lo pueden leer.
consult-has-begun = En curso
consult-has-begun-text = Ya empezó. Todavía puede unirse.
consult-yours-on = Su consulta está en curso
wrong-consult-far = Elija un día dentro del próximo año.
email-consult-returned = Devolvió un lugar en una consulta entre pares
email-consult-returned-when = La recibe quien devuelve su lugar en una consulta. La quita de su calendario.
email-consult-returned-subject = Fuera de su calendario: consulta entre pares con { $consult_client }
email-consult-returned-button = Ver las consultas
event-consult-put-back = Una consulta entre pares volvió a la lista
event-consult-note-deleted = Usted borró su nota sobre una consulta entre pares
email-consult-returned-body =
    Usted devolvió su lugar, y esta consulta entre pares ya no está en su calendario.

    { $consult_details }
