# Citas: cuándo se puede hablar con alguien del equipo, reservar, cambiar, cancelar.
place-appointments = Citas
appointments-lead = Hable a solas con alguien del equipo.
appointments-staff-lead = Las personas del grupo pueden reservar una cita con usted. Usted decide cuándo y cómo.
appointments-ahead = Próximas
appointments-ahead-none = No tiene citas próximas.
appointments-over =
    { $n ->
        [one] 1 cita pasada o cancelada
       *[other] { $n } citas pasadas o canceladas
    }
appointments-offer = Cuándo pueden hablar con usted
appointments-offer-none = Todavía nadie puede reservar una cita con usted. Indique su horario y las personas del grupo verán cuándo tiene tiempo.
appointments-offer-open = Pueden reservar { $n } minutos con usted.
appointments-offer-closed = Por ahora no acepta citas nuevas. Las que ya están reservadas se mantienen.
appointments-calendar = Su calendario en { $host } también bloquea horas.
appointments-calendar-none = ¿Usa otro calendario? Conéctelo para que nadie reserve encima.
appointments-hosts = Con quién puede hablar
appointments-hosts-none = En este momento nadie acepta citas nuevas.
appointments-see-times = Ver horas libres
appointments-private = Solo las dos personas que se reúnen pueden ver una cita.
appointments-mine = Sus citas
appointment-title = Cita
appointment-with = Cita con { $name }
appointment-someone = alguien que ya no está
appointment-open = Ver detalles
appointment-when = Cuándo
appointment-place = Cómo se reúnen
appointment-place-is = Cómo se reúnen: { $place }
appointment-theirs = Para { $name }: { $hours }
appointment-note = De qué quiere hablar
appointment-note-theirs = De qué quiere hablar { $name }
appointment-note-kept = Solo ustedes dos pueden leerlo. Se borra { $n } días después de la cita.
appointment-movable = Puede elegir otra hora hasta: { $when }.
appointment-note-inside = Para leer de qué quiere hablar, inicie sesión.
appointment-move = Elegir otra hora
appointment-cancel = Cancelar esta cita
appointment-cancel-text = Enviaremos un correo a { $name } y quitaremos la cita de los dos calendarios. No se puede deshacer.
appointment-cancel-late = Es menos tiempo del que { $name } pidió, y quizá no pueda aprovechar la hora. Aun así, cancelar es mejor que no llegar.
appointment-cancel-act = Cancelar la cita
appointment-message = Mensaje para { $name }
appointment-canceled = cancelada
appointment-canceled-you = Usted canceló esta cita.
appointment-canceled-by = { $name } canceló esta cita.
appointment-left = Esta cita se canceló porque una de las dos personas ya no participa en esta edición.
appointment-wrote = { $name } escribió: «{ $text }»
appointment-another = Reservar otra hora
times-title = Reservar una cita con { $name }
times-move-title = Elegir otra hora con { $name }
times-move-from = Ahora: { $when }
times-in-zone = Las horas están en { $zone }.
times-zone-change = Cambiar su zona horaria
times-host-zone = Para { $name }: { $zone }. Su hora aparece debajo de la de usted.
times-theirs = allá: { $time }
times-none = { $name } no tiene otras horas libres en los días que se pueden reservar.
times-closed = { $name } no acepta citas nuevas por ahora. No se reservó nada.
times-none-week = No hay horas libres esta semana.
times-weeks = Otras semanas
times-earlier = Horas anteriores
times-later = Horas siguientes
times-note = ¿De qué le gustaría hablar?
times-note-hint = Opcional, hasta 500 caracteres. Solo { $name } y usted pueden leerlo.
times-policy-none = Puede elegir otra hora o cancelar hasta que empiece.
times-policy-hours =
    { $n ->
        [one] Puede elegir otra hora hasta 1 hora antes, y cancelar hasta que empiece.
       *[other] Puede elegir otra hora hasta { $n } horas antes, y cancelar hasta que empiece.
    }
times-policy-days =
    { $n ->
        [one] Puede elegir otra hora hasta 24 horas antes, y cancelar hasta que empiece.
       *[other] Puede elegir otra hora hasta { $n } días antes, y cancelar hasta que empiece.
    }
times-book = Reservar la cita
times-move = Cambiar la cita
times-moved-often = Ya cambió esta cita { $n } veces. Cancélela y reserve otra, o quédese con esta hora.
times-too-late = Ya es tarde para elegir otra hora. Todavía puede cancelar y contarle a { $name } por qué.
wrong-time-none = Elija una hora.
wrong-time-taken = Esa hora se acaba de ocupar. Elija otra.
wrong-time-enough =
    { $arg ->
        [1] Ya tiene una cita próxima con esta persona. Después de ella podrá reservar otra.
       *[other] Ya tiene { $arg } citas próximas con esta persona. Después de una de ellas podrá reservar otra.
    }
wrong-time-often = Desde ayer reservó { $arg } veces con esta persona. Inténtelo mañana.
wrong-time-gone = Por ahora aquí no se aceptan citas nuevas. No se reservó nada.
wrong-time-fixed = Esta cita ya no se puede cambiar.
hours-title = Su horario
hours-lead = Indique cuándo pueden hablar con usted las personas del grupo. Solo ven las horas que usted tiene libres.
hours-set = Indicar su horario
hours-change = Cambiar su horario
hours-open = Pueden reservar citas conmigo
hours-minutes = ¿Cuánto dura una cita?
hours-place = ¿Cómo se reúnen?
hours-place-hint = Un enlace de video o un número de teléfono. Solo lo ve quien reserva.
hours-about = ¿De qué pueden hablar con usted?
hours-about-hint = Opcional. Una o dos frases.
hours-zone = Su zona horaria
hours-zone-hint = Estas horas siguen su reloj, también cuando cambia la hora.
hours-week = Cada semana
hours-week-hint = Desde y hasta. El segundo par es para después de una pausa. Deje vacío el día en que no puede.
hours-from = desde
hours-to = hasta
hours-from2 = desde, después de una pausa
hours-to2 = hasta, después de una pausa
hours-days = Días sueltos
hours-days-hint = Un feriado, o un día con otro horario. Una fecha sin horas es un día libre. Para quitar una fila, borre su fecha y sus horas.
hours-day = Fecha
hours-day-n = Fila { $n }
hours-limits = Límites, anticipación y pausas
hours-none = Ninguna
hours-no-limit = Sin límite
hours-until-start = Hasta que empiece
hours-before =
    { $n ->
        [one] 1 hora antes
       *[other] { $n } horas antes
    }
hours-days-before =
    { $n ->
        [one] 1 día antes
       *[other] { $n } días antes
    }
hours-days-ahead = { $n } días
hours-notice = ¿Hasta cuándo pueden reservar?
hours-notice-hint = La anticipación mínima que usted necesita.
hours-horizon = ¿Con cuánta anticipación pueden reservar?
hours-pause = Pausa antes y después
hours-pause-hint = Nadie puede reservar ese tiempo alrededor de sus otras citas.
hours-step = ¿Cada cuánto puede empezar una cita?
hours-step-hint = Se cuenta desde el comienzo de su horario.
hours-per-day = Máximo en un día
hours-per-week = Máximo en una semana
hours-per-person = Máximo de citas próximas por persona
hours-per-person-hint = Cambiar una cita no cuenta.
hours-change-until = ¿Hasta cuándo pueden cambiar una cita?
hours-change-until-hint = Pueden cancelar hasta que empiece. Después de este momento leen que ya es tarde.
hours-blocked = Los encuentros, las reuniones del equipo, sus otras citas y el calendario que conecte se bloquean automáticamente.
wrong-hours-five = { $arg }: escriba las horas de cinco en cinco minutos.
wrong-hours-half = { $arg }: escriba las dos horas, desde y hasta.
wrong-hours-short = { $arg }: este horario es más corto que una cita.
wrong-hours-past = { $arg } ya pasó. Borre esta fila o escriba una fecha posterior.
wrong-hours-order = { $arg }: el final debe ser después del comienzo.
wrong-hours-meet = { $arg }: estas horas se cruzan.
wrong-hours-days = Escriba como máximo { $arg } días sueltos.
wrong-hours-no-day = Escriba una fecha en cada fila que tenga horas.
wrong-hours-place = Diga cómo se reúnen, para que se sepa adónde conectarse o llamar.
wrong-hours-empty = Indique el horario de al menos un día, o no acepte citas por ahora.
event-appointment-hours-saved = Alguien cambió el horario de sus citas
event-appointment-booked = Se reservó una cita
event-appointment-moved = Se cambió una cita
event-appointment-canceled = Se canceló una cita
did-appointment-hours-saved = Su horario quedó guardado.
did-appointment-booked = Su cita quedó reservada. Enviamos un correo a ambas personas.
did-appointment-moved = Su cita quedó cambiada. Enviamos un correo a ambas personas.
did-appointment-canceled = La cita quedó cancelada. Enviamos un correo a ambas personas.
email-field-other = El nombre de la otra persona
email-sample-other = Alex Rivera
email-appointment-booked = Cita: reservada
email-appointment-booked-when = La reciben las dos personas cuando alguien reserva una cita, con una entrada para el calendario.
email-appointment-booked-subject = Su cita con { $other }
email-appointment-booked-body =
    Hola, { $name }:

    Su cita con { $other } quedó reservada.

    { $details }
email-appointment-booked-button = Ver la cita
email-appointment-moved = Cita: cambiada
email-appointment-moved-when = La reciben las dos personas cuando se cambia una cita, con una entrada para el calendario.
email-appointment-moved-subject = Nueva hora: su cita con { $other }
email-appointment-moved-body =
    Hola, { $name }:

    Su cita con { $other } tiene una nueva hora.

    { $details }
email-appointment-moved-button = Ver la cita
email-appointment-canceled = Cita: cancelada
email-appointment-canceled-when = La reciben las dos personas cuando se cancela una cita, y la quita de sus calendarios.
email-appointment-canceled-subject = Cancelada: su cita con { $other }
email-appointment-canceled-body =
    Hola, { $name }:

    Su cita con { $other } se canceló.

    { $details }
email-appointment-canceled-button = Ver citas
email-appointment-reminder = Cita: recordatorio
email-appointment-reminder-when = La reciben las dos personas un día antes, si quieren recordatorios.
email-appointment-reminder-subject = Se acerca su cita con { $other }
email-appointment-reminder-body =
    Hola, { $name }:

    Le recordamos su cita con { $other }.

    { $details }
email-appointment-reminder-button = Ver la cita
