# Reuniones del equipo: encontrar un horario, responder y la reunión que resulta.
place-times = Reuniones del equipo
polls-lead = Encuentre un horario en que su equipo base pueda reunirse entre un encuentro y otro.
polls-none = Nadie ha propuesto horarios todavía.
polls-no-team = Aquí podrá buscar horarios cuando haya equipos base.
polls-coming = Próximas reuniones
polls-open = En busca de un horario
polls-behind = Anteriores
poll-untitled = Reunión del equipo
poll-yours = En su hora local: { $hours }
poll-make = Encontrar un horario
poll-make-lead = Proponga algunos horarios. Su equipo dice cuáles le sirven y alguien del equipo elige.
poll-make-act = Preguntar al equipo
poll-make-told = { $n ->
    [0] No hay nadie más en el equipo, así que no se envía ningún correo.
    [one] Una persona recibe un correo con estos horarios.
   *[other] { $n } personas reciben un correo con estos horarios.
  }
poll-make-told-all = Todo el equipo recibe un correo con estos horarios.
poll-more = Agregar más horarios
poll-team = Equipo base
poll-team-choose = Elija un equipo
poll-team-of = { $n ->
    [one] { $name } (una persona)
   *[other] { $name } ({ $n } personas)
  }
poll-title = ¿De qué trata la reunión?
poll-title-hint = Por ejemplo: reunión de marzo
poll-minutes = ¿Cuántos minutos dura?
poll-minutes-hint = De 15 a 240, de 5 en 5.
poll-answer-by = Último día para responder
poll-place = ¿Dónde o cómo se reunirán?
poll-place-hint = Opcional. Una dirección, un teléfono o un enlace. Todo el equipo lo ve, también en su calendario.
poll-times = Horarios para elegir
poll-zone-hint = Los horarios de abajo están en esta zona horaria. Cada persona los ve también en la suya.
poll-time-n = Horario { $n }
poll-day = Día
poll-from = Empieza a las
poll-times-hint = Deje vacías las filas que no necesite. Puede proponer hasta 20 horarios.
poll-by = lo propone { $name }
poll-is-settled = El equipo se reúne
poll-is-met = Se realizó
poll-is-over = No se eligió horario
poll-is-canceled = Cancelada
poll-answered-of = Han respondido { $n } de { $of } personas.
poll-answer-by-said = Responda a más tardar el { $day }.
poll-you-answered = Usted ya respondió
poll-last-was = Último día propuesto: { $day }
poll-chosen-by = { $name } eligió este horario.
poll-canceled-by = { $name } canceló esta reunión.
poll-cancel = Cancelar esta reunión
poll-cancel-text = { $n ->
    [one] Una persona recibe un correo y la reunión se quita de su calendario. No se puede deshacer.
   *[other] { $n } personas reciben un correo y la reunión se quita de sus calendarios. No se puede deshacer.
  }
poll-cancel-act = Cancelar la reunión
poll-over-text = Todos los horarios propuestos ya pasaron y nadie eligió uno. Pregunte de nuevo con otros horarios.
poll-answer = ¿Cuándo puede reunirse?
poll-answer-hint = Elija una respuesta para cada horario. Su equipo la ve con su nombre. Puede cambiarla hasta que se elija un horario.
poll-answer-act = Guardar mis respuestas
poll-answer-change = Cambiar mis respuestas
poll-say-yes = Sí
poll-say-if-needed = Si hace falta
poll-say-no = No
poll-results = Lo que dijo el equipo
poll-results-behind = Ver lo que dijo el equipo
poll-silent = Sin respuesta todavía: { $names }.
poll-remind-text = { $n ->
    [one] Una persona recibe un correo. Recibe como máximo un recordatorio al día.
   *[other] { $n } personas reciben un correo. Cada una recibe como máximo un recordatorio al día.
  }
poll-remind-act = Recordar a quienes no han respondido
poll-reminded-none = No se envió ningún correo. Nadie más puede recibir un recordatorio hoy.
poll-time = Horario
poll-choose = Elegir este horario
poll-choose-text = { $n ->
    [one] El mejor horario va primero. Cuando elija uno, una persona recibe un correo con una entrada para su calendario.
   *[other] El mejor horario va primero. Cuando elija uno, { $n } personas reciben un correo con una entrada para su calendario.
  }
poll-move = Elegir otro horario
poll-move-text = { $n ->
    [one] Si elige otro horario, una persona recibe un correo y la reunión cambia en su calendario.
   *[other] Si elige otro horario, { $n } personas reciben un correo y la reunión cambia en sus calendarios.
  }
poll-move-act = Mover aquí
poll-chosen = Elegido
poll-passed = Ya pasó
poll-hopeless = Quienes respondieron dijeron que no
poll-delete = Eliminar esta encuesta
poll-delete-text = { $n ->
    [0] Se eliminan los horarios propuestos. No se envía ningún correo, y el enlace que enviamos deja de funcionar. No se puede deshacer.
    [one] Se eliminan los horarios propuestos y las respuestas de una persona. No se envía ningún correo, y el enlace que enviamos deja de funcionar. No se puede deshacer.
   *[other] Se eliminan los horarios propuestos y las respuestas de { $n } personas. No se envía ningún correo, y el enlace que enviamos deja de funcionar. No se puede deshacer.
  }
poll-delete-act = Eliminar la encuesta
poll-late = No se cambió nada. Ya se había elegido un horario: { $time }.
poll-late-canceled = No se cambió nada. Esta reunión ya estaba cancelada.
poll-late-often = El horario de esta reunión ya se eligió { $n } veces. No se cambió nada. Cancélela y haga una encuesta nueva.
poll-late-past = No se cambió nada. El horario ya pasó o alguien cambió algo antes.
wrong-poll-half = Horario { $arg }: escriba el día y la hora.
wrong-poll-far = Horario { $arg }: escriba un día dentro de dos años.
wrong-poll-by-late = El último día para responder es posterior a todos los horarios. Escriba un día anterior.
wrong-poll-past = El horario { $arg } ya pasó. Elija uno posterior.
wrong-poll-by-past = El último día para responder ya pasó. Elija hoy o un día posterior.
wrong-poll-minutes = Escriba los minutos de 5 en 5, por ejemplo 45.
wrong-poll-times = Proponga al menos un horario: escriba el día y la hora de inicio.
wrong-poll-answer = Elija Sí, Si hace falta o No para { $arg }.
wrong-polls-many = Un equipo puede tener { $arg } encuestas abiertas. Primero elija un horario en una de ellas o elimine una.
email-team-poll = Un equipo base busca un horario
email-team-poll-when = Llega a todo el equipo base cuando alguien pregunta cuándo pueden reunirse.
email-team-poll-subject = ¿Cuándo puede reunirse? { $meeting }
email-team-poll-body =
    { $asker } pregunta a su equipo base cuándo puede reunirse para «{ $meeting }»:

    { $meeting_times }

    Responda a más tardar el { $poll_answer_by }.
email-team-poll-button = Decir cuándo puedo
email-team-poll-reminder = Recordatorio para decir cuándo pueden reunirse
email-team-poll-reminder-when = Llega a quienes no han respondido en un equipo base, cuando alguien se lo recuerda. Cada persona recibe como máximo uno al día.
email-team-poll-reminder-subject = Responda, por favor: ¿cuándo puede reunirse? { $meeting }
email-team-poll-reminder-body =
    Su equipo base todavía necesita su respuesta para «{ $meeting }». ¿Cuáles de estos horarios le sirven?

    { $meeting_times }

    Responda a más tardar el { $poll_answer_by }.
email-team-poll-reminder-button = Decir cuándo puedo
email-team-poll-reminder-after = ¿No quiere recordatorios? Desactívelos: vaya a Mi página y luego a Mi calendario.
email-team-meeting = Un equipo base se reúne
email-team-meeting-when = Llega a todo el equipo base cuando se elige un horario, con una entrada para su calendario.
email-team-meeting-subject = Su equipo se reúne: { $meeting }
email-team-meeting-body =
    Su equipo base se reúne para «{ $meeting }»:

    { $meeting_details }
email-team-meeting-button = Ver detalles
email-team-meeting-changed = Una reunión del equipo tiene otro horario
email-team-meeting-changed-when = Llega a todo el equipo base cuando se elige otro horario. La reunión cambia en sus calendarios.
email-team-meeting-changed-subject = Nuevo horario: { $meeting }
email-team-meeting-changed-body =
    La reunión «{ $meeting }» de su equipo base tiene otro horario:

    { $meeting_details }
email-team-meeting-changed-button = Ver detalles
email-team-meeting-off = Se canceló una reunión del equipo
email-team-meeting-off-when = Llega a todo el equipo base cuando se cancela su reunión. Se quita de sus calendarios.
email-team-meeting-off-subject = Se canceló: { $meeting }
email-team-meeting-off-body =
    Se canceló la reunión «{ $meeting }» de su equipo base:

    { $meeting_details }
email-team-meeting-off-button = Ver detalles
email-field-meeting = De qué trata la reunión del equipo
email-sample-meeting = Reunión de marzo
email-field-asker = Quién propone los horarios
email-sample-asker = Jordan Rivers
email-field-meeting_times = Los horarios para elegir
email-sample-meeting_times =
    mié, 9 sep 2026, 4:00–5:00 p. m. (hora del Este)
    jue, 10 sep 2026, 12:00–1:00 p. m. (hora del Este)
email-field-poll_answer_by = El último día para responder
email-sample-poll_answer_by = 1 de septiembre de 2026
email-field-meeting_details = Fecha, hora y lugar de la reunión del equipo
email-sample-meeting_details =
    mié, 9 sep 2026, 4:00–5:00 p. m. (hora del Este)
    Dónde: Biblioteca Tidewater
event-poll-made = Usted preguntó a un equipo base cuándo puede reunirse
event-poll-answered = Usted dijo cuándo puede reunirse
event-poll-settled = Usted eligió un horario para una reunión del equipo
event-poll-moved = Usted movió una reunión del equipo
event-poll-canceled = Usted canceló una reunión del equipo
event-poll-reminded = Usted recordó a un equipo base que diga cuándo puede reunirse
event-poll-deleted = Usted eliminó una encuesta de horarios
