# Consultas entre pares.
place-consults = Consulta entre pares
consults-lead = Traiga un reto de su trabajo. Otras personas le ayudan a pensarlo, paso a paso y con reloj. Después solo quedan el día, el equipo, quién trajo algo y el protocolo.
consult-client = Cliente:
consult-others = Las demás personas:
consult-steps = Pasos
consult-someone = Alguien que ya no está
consult-calendar = Consulta entre pares
consult-protocols = Protocolos
consult-protocols-text = Cómo va una consulta: quién hace qué y durante cuánto tiempo.
consult-protocols-none = Las consultas entre pares siguen un protocolo: pasos con minutos y lo que hace cada persona en ellos. Su biblioteca todavía no tiene ninguno. Puede agregar cinco que ya están listos y cambiarlos después.
consult-protocols-add = Agregar cinco protocolos
consult-protocols-missing = Su programa todavía no ha agregado un protocolo, y una consulta lo necesita. Pídaselo a quien dirige o facilita el programa.
consult-protocol-own = Escribir un protocolo propio
consult-protocol-n = { $name } ({ $n ->
    [one] un minuto
   *[other] { $n } minutos
})
consult-team-title = Consultas de esta edición
consult-ended-n = { $n ->
    [0] Todavía no ha habido consultas.
    [one] Hasta ahora ha habido una consulta.
   *[other] Hasta ahora ha habido { $n } consultas.
}
consult-team-text = Quién trajo qué, y qué resultó, es de quienes estuvieron. Nadie que dirija o lleve el programa puede abrir una consulta.
consult-on-now = La consulta de { $name } está en curso
consult-join = Entrar
consult-of = Consulta entre pares: { $name }
consult-ask = Traer un reto
consult-ask-lead = Bastan un título y una pregunta.
consult-ask-act = Agregar a la lista
consult-change = Cambiar el texto
consult-title = Título
consult-title-hint = Por ejemplo: Una organización aliada que dejó de venir
consult-question = Su pregunta
consult-question-hint = ¿En qué quiere ayuda? Una o dos frases.
consult-more = Algo más que convenga saber
consult-more-hint = Opcional. Usted lo contará al empezar.
consult-to = ¿Quién puede ayudar?
consult-to-team = Mi equipo base, cuando tengamos tiempo para ello
consult-to-cohort = Cualquier persona de la cohorte, a una hora que yo elijo
consult-only-cohort = Cuándo y dónde
consult-protocol = Protocolo
consult-protocol-hint = Los pasos están en la biblioteca.
consult-place-hint = El enlace de su llamada o un lugar.
consult-seats = Cuántas personas pueden venir
consult-seats-hint = De 1 a 8, sin contarle a usted.
consult-promise = Lo que escribe se guarda cifrado y, al terminar la consulta, se borra para las demás personas. Usted tiene siete días más para guardar una nota; después también se borra para usted.
consult-sealed = Un reto
consult-sealed-text = El texto no se puede abrir con la clave de este sitio.
consult-queue = En espera en su equipo base
consult-queue-text = Primero va quien fue cliente hace más tiempo o todavía no lo ha sido.
consult-queue-none = Nadie ha traído un reto todavía.
consult-no-team = No está en un equipo base. De todos modos puede ofrecer una consulta a la cohorte.
consult-first = todavía no ha sido cliente
consult-last = fue cliente por última vez el { $day }
consult-turns = A quién le tocó y cuándo
consult-turn = { $n ->
    [one] cliente una vez, el { $day }
   *[other] cliente { $n } veces, la última el { $day }
}
consult-turn-none = todavía no ha sido cliente
consult-open = Abiertas a la cohorte
consult-open-none = Nadie ha ofrecido una consulta. Cuando traiga un reto, puede elegir una hora e invitar a toda la cohorte.
consult-coming = { $n } de { $of } lugares ocupados
consult-you-come = Usted asistirá
consult-full = Sin lugares
consult-seat-take = { $n ->
    [one] Tomar el último lugar
   *[other] Tomar un lugar (quedan { $n })
}
consult-seat-text = Le llegará un correo con la cita para su calendario y el lugar de la reunión. Quienes asistan verán su nombre hasta que termine.
consult-seat-return = Al final no puedo ir
consult-seat-full = Otra persona tomó el último lugar.
consult-seat-gone = Esta consulta ya terminó o ya no se ofrece.
consult-kept = Solo para usted
consult-kept-text = Lo que trajo, hasta que se borre, y las notas que guarda.
consult-kept-note = Su nota
consult-held = Hasta ahora
consult-held-text = Esto es todo lo que queda de una consulta.
consult-held-none = Todavía ninguna.
consult-begin-title = ¿Empezamos?
consult-begin-lead = Elija cómo lo harán. Cualquier persona del equipo puede empezar cuando estén juntas.
consult-begin = Empezar ahora
consult-begin-text = Usted llevará el tiempo: pasa la página de todo el grupo al paso siguiente. Otra persona puede tomar el relevo en cualquier momento.
consult-begin-when = Puede empezarla aquí desde { $n } minutos antes.
consult-busy = Su equipo está en otra consulta. Terminen primero esa.
consult-early = Todavía no es la hora, o quien la trajo ya no está.
consult-client-gone = Quien trajo esto ya no está en su equipo.
consult-withdraw = Retirarlo
consult-withdraw-text = Se borra para todas las personas y no se puede deshacer.
consult-withdraw-open-text = { $n ->
    [0] Se borra y no se puede deshacer. Nadie ha tomado un lugar.
    [one] Se borra y no se puede deshacer. La persona que tiene un lugar recibe un correo.
   *[other] Se borra y no se puede deshacer. Las { $n } personas que tienen un lugar reciben un correo.
}
consult-withdraw-act = Borrarlo
consult-you-client = Usted es cliente
consult-you-consultant = Usted ayuda
consult-you-keep = Usted lleva el tiempo.
consult-keeps = { $name } lleva el tiempo.
consult-keeps-none = Nadie lleva el tiempo.
consult-keep-time = Yo llevo el tiempo
consult-other-keeps = Ahora otra persona lleva el tiempo. Para avanzar, tome primero el relevo.
consult-late = La página ya había avanzado. Así está ahora; no se cambió nada.
consult-left = Quedan {"{"}n{"}"}
consult-over = {"{"}n{"}"} de más
consult-next-step = Siguiente paso
consult-back-step = Deshacer: un paso atrás
consult-end = Terminar la consulta
consult-end-ask = Termina para todo el grupo. Lo que se trajo se borra para todas las personas menos { $name }. No se puede deshacer.
consult-end-sure = Terminarla
consult-brought-by = Lo trae { $name }
consult-call = Abrir la llamada
consult-ended = Esta consulta terminó
consult-ended-others = Solo quedan el día, el equipo, quién trajo algo y el protocolo. Lo que se dijo queda entre quienes estuvieron.
consult-ended-client = Nadie más puede leer ya lo que trajo. ¿Qué quiere llevarse?
consult-note = Una nota para usted
consult-note-label = Nota
consult-note-hint = Solo usted la lee. Se queda hasta que la borre.
consult-note-act = Guardar nota
consult-note-delete = Borrar nota
consult-commit = Un compromiso
consult-commit-label = ¿Qué va a hacer?
consult-commit-hint = Al principio solo usted lo ve. En su página puede agregar una fecha, un recordatorio y quién más lo ve.
consult-commit-act = Hacerlo un compromiso
consult-brought = Lo que trajo
consult-brought-until = Se borra el { $day }.
consult-again = Traerlo otra vez la próxima vez
consult-let-go = Borrarlo ahora
wrong-consult-past = Esta hora ya pasó. Elija una que esté por venir.
wrong-consult-protocol = Elija un protocolo.
wrong-consult-place = Diga dónde se reúnen: el enlace de una llamada o un lugar.
wrong-consult-begun = Ya empezó, y por eso el texto ya no se puede cambiar. No se guardó nada.
wrong-consults-many = Tiene { $arg } retos en espera. Retire uno antes de traer otro.
email-consult-entry = Una consulta entre pares en el calendario
email-consult-entry-when = Llega a quien ofrece una consulta a la cohorte y a quien toma un lugar en ella, con la cita para su calendario.
email-consult-entry-subject = Consulta entre pares con { $consult_client }
email-consult-entry-body =
    Esto es para su calendario: una consulta entre pares a la que { $consult_client } trae un reto.

    { $consult_details }
email-consult-entry-button = Ver los detalles
email-consult-off = Una consulta entre pares ya no está en el calendario
email-consult-off-when = Llega a quienes tienen un lugar cuando se retira una consulta, y a quien devuelve su lugar. La cita sale de su calendario.
email-consult-off-subject = Fuera de su calendario: consulta entre pares con { $consult_client }
email-consult-off-body =
    Esta consulta entre pares ya no está en su calendario: se retiró, o usted devolvió su lugar.

    { $consult_details }
email-consult-off-button = Ver las consultas
email-field-consult_client = Quién trae un reto
email-sample-consult_client = Jordan Rivers
email-field-consult_details = Fecha, hora y lugar de la consulta
email-sample-consult_details =
    jue., 14 de agosto de 2026, 16:00–16:20, hora del este (ET)
    Lugar: https://meet.example.org/consulta
