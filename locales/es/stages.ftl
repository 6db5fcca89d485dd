# Etapas
place-stages = Etapas
stages-title = Etapas
stages-lead = Elija en más de un paso: primero un formulario corto y después un formulario más largo o una conversación con quienes siguen. Cada etapa tiene sus propias preguntas, criterios, fecha límite y personas que evalúan.
stage-state-over = Terminada
stage-state-now = Actual
stage-state-planned = Prevista
stage-applied = { $n ->
    [one] solicitud
   *[other] solicitudes
}
stage-chosen = elegidas, sin invitación todavía
stage-told = con invitación
stage-submitted = { $n ->
    [one] envió el formulario
   *[other] enviaron el formulario
}
stage-missing = sin enviarlo todavía
stage-out = { $n ->
    [one] se retiró o no cumple los requisitos
   *[other] se retiraron o no cumplen los requisitos
}
stage-is-form = Cada persona responde un formulario.
stage-is-conversation = Cada persona conversa con quien la evalúa, que ve su nombre y su correo.
stage-is-due = Vence el { $at }.
stage-no-due = Todavía no tiene fecha límite.
stage-choose = Elegir personas para «{ $stage }»
stage-invite = { $n ->
    [one] Invitar a 1 persona
   *[other] Invitar a { $n } personas
}
stage-questions = Editar sus preguntas
stage-change = Cambiar la etapa
stage-title-en = Nombre en inglés
stage-title-es = Nombre en español
stage-title-hint = Por ejemplo: Full application
stage-kind = Qué pasa en ella
stage-kind-form = Se responde un formulario
stage-kind-conversation = Se conversa con quien evalúa
stage-due-on = Fecha límite del formulario
stage-due-hint = Solo para formularios. Se puede enviar hasta el final de ese día. Puede ponerla más tarde.
stage-add = Agregar una etapa
stage-add-first = Hoy cada persona presenta una sola solicitud y usted elige entre todas. Si agrega una etapa, la solicitud es la primera.
stage-remove = Quitar la etapa
stage-remove-text = { $n ->
    [0] No se eligió a nadie para ella. Puede agregarla otra vez después.
    [one] La persona que eligió para ella deja de estar elegida. No se avisa a nadie.
   *[other] Las { $n } personas que eligió para ella dejan de estar elegidas. No se avisa a nadie.
}
stage-removed = Se quitó la etapa.
stage-used = Esta etapa no se puede quitar. Ya se invitó a alguien, le sigue otra etapa o una parte del formulario se pregunta en ella. Primero mueva esa parte a otra etapa.
stage-reviewers-all = En esta etapa evalúa todo el equipo de evaluación
stage-reviewers = { $n ->
    [one] En esta etapa evalúa 1 persona
   *[other] En esta etapa evalúan { $n } personas
}
stage-reviewers-hint = Marque a quienes evalúan en esta etapa. Si no marca a nadie, evalúa todo el equipo.
stage-choose-lead = { $n ->
    [one] Una persona de «{ $stage }» puede seguir. No se avisa a nadie hasta que envíe las invitaciones.
   *[other] { $n } personas de «{ $stage }» pueden seguir. No se avisa a nadie hasta que envíe las invitaciones.
}
stage-reviewing = Las evaluaciones siguen abiertas, por eso no se ven los puntajes. Ciérrelas primero para elegir por puntaje.
stage-out-withdrawn = { $n ->
    [one] se retiró
   *[other] se retiraron
}
stage-out-late = { $n ->
    [one] llegó tarde y no se ha aceptado
   *[other] llegaron tarde y no se han aceptado
}
stage-out-not-eligible = { $n ->
    [one] no cumple los requisitos
   *[other] no cumplen los requisitos
}
stage-out-duplicate = segunda solicitud
stage-out-not-submitted = { $n ->
    [one] no envió el formulario
   *[other] no enviaron el formulario
}
stage-nobody = Todavía nadie puede seguir.
stage-top = Marcar los puntajes más altos. ¿Cuántos?
stage-top-check = Marcar
stage-top-done = { $n ->
    [one] Hay 1 persona marcada.
   *[other] Hay { $n } personas marcadas.
}
stage-top-ties = Usted pidió { $wanted }. Algunas tienen el mismo puntaje que la última, así que se marcaron todas.
stage-top-save = No se guarda nada hasta que presione Guardar la elección.
stage-tag-told = Con invitación
stage-save = Guardar la elección
stage-save-note = Puede cambiarla hasta que envíe las invitaciones.
stage-chosen-done = Guardado: { $on } agregadas, { $off } quitadas.
stage-chosen-left = { $n ->
    [one] Una persona no se pudo cambiar: algo de su solicitud cambió mientras tanto.
   *[other] { $n } personas no se pudieron cambiar: algo de sus solicitudes cambió mientras tanto.
}
stage-invite-title = Invitar a «{ $stage }»
stage-invite-lead = { $n ->
    [one] Una persona recibe un correo.
   *[other] { $n } personas reciben un correo.
}
stage-invite-final = No se puede deshacer.
stage-invite-first = Con estas invitaciones, «{ $stage }» pasa a ser la etapa actual. Las evaluaciones y la selección tratan entonces de quienes están en ella. Las demás personas esperan su correo con la decisión.
stage-invite-nobody = No se eligió a nadie para esta etapa, o ya se invitó a todas las personas elegidas.
stage-invite-text = Cambiar el texto de este correo
stage-invite-people = { $n ->
    [one] Quién lo recibe: 1 persona
   *[other] Quiénes lo reciben: { $n } personas
}
stage-invited = { $n ->
    [one] Se invitó a 1 persona.
   *[other] Se invitó a { $n } personas.
}
stage-without = { $n ->
    [one] Sin correo: 1 persona. Agregue una dirección a su registro y después invítela.
   *[other] Sin correo: { $n } personas. Agregue una dirección a cada registro y después invítelas.
}
stage-back = Volver a las etapas
stage-stop-reviewing = Las evaluaciones de esta etapa siguen abiertas. Ciérrelas antes de invitar a la siguiente.
stage-stop-not-next = La etapa anterior no ha empezado, o ya empezó una posterior.
stage-stop-no-form = El formulario publicado no tiene preguntas para esta etapa. En Convocatoria, agregue una parte, pregúntela en esta etapa y publique el formulario.
stage-stop-no-date = El formulario no tiene fecha límite, o la fecha ya pasó. Primero ponga una.
event-stages-changed = Se cambiaron las etapas
event-stages-chosen = Se eligieron personas para una etapa
event-stages-invited = Se invitó a personas a una etapa
part-stage = Se pregunta en
part-stage-first = Primera etapa (al presentar la solicitud)
check-stage = La parte «{ $about }» se pregunta en una etapa que no existe.
check-later = «{ $about }» llena un campo de la solicitud. Los campos se llenan al presentarla, así que pregúntelo en la primera etapa.
fault-target-later = Los campos de la solicitud se llenan al presentarla. En una etapa posterior, guarde la respuesta como respuesta.
# Para quienes se postulan
stage-note = Este es el formulario de «{ $stage }».
stage-note-until = Este es el formulario de «{ $stage }». Envíelo hasta el { $at }.
stage-note-again = Envió «{ $stage }» el { $at }. Los cambios cuentan solo cuando lo envíe otra vez.
stage-over = La fecha límite ya pasó, así que este formulario ya no se puede enviar. Lo que escribió se guarda. Si tiene una pregunta, escríbanos.
stage-submit = Enviar
stage-submitted-done = Gracias. Tenemos sus respuestas y le enviamos una copia.
stage-submitted-lead = Enviado el { $at }. El número de su solicitud es { $id }.
stage-lead = Su solicitud { $id } pasa a esta etapa. Por favor responda algunas preguntas más.
stage-missed = Este formulario no se envió a tiempo.
stage-due = Puede enviar o cambiar sus respuestas hasta el { $at }.
stage-start = Empezar el formulario
stage-go-on = Continuar el formulario
stage-check = Revisar y enviar
stage-before = Sus respuestas anteriores
status-went-on = Pasó a «{ $stage }» el { $day }
status-went-on-text = Le enviamos un correo sobre esto.
# Pendientes
todo-stage-choose = { $n ->
    [one] Las evaluaciones de esta etapa están cerradas. Decida si la única persona sigue a la siguiente etapa.
   *[other] Las evaluaciones de esta etapa están cerradas. Elija quiénes, de { $n } personas, siguen a la siguiente etapa.
}
todo-stage-choose-act = Elegir personas
todo-stage-invite = { $n ->
    [one] Se eligió a una persona para la siguiente etapa y todavía no tiene invitación.
   *[other] Se eligió a { $n } personas para la siguiente etapa y todavía no tienen invitación.
}
todo-stage-invite-act = Enviar invitaciones
todo-stage-missing = { $n ->
    [one] Una persona no ha enviado el formulario de esta etapa. Vence el { $day }.
   *[other] { $n } personas no han enviado el formulario de esta etapa. Vence el { $day }.
}
todo-stage-missing-act = Ver las etapas
# Decisiones
decline-not-moved-on = sin paso a la siguiente etapa
decline-in-stage = todavía en el proceso
decline-reason-not-moved-on = Solo pudimos invitar al siguiente paso a algunas de las personas que se postularon.
# Correos
email-stage-form = Invitación al siguiente formulario
email-stage-form-when = Llega a cada persona que sigue a una etapa con formulario.
email-stage-form-subject = El siguiente paso de su solicitud a { $season }
email-stage-form-body =
    Hola, { $name }:

    Gracias por postularse a { $season }. Queremos conocer mejor su trabajo y le invitamos al siguiente paso: { $stage }.

    Por favor responda las preguntas hasta el { $deadline }. El enlace de abajo las abre. Sus respuestas anteriores quedan como están.

    ¿Preguntas? Escríbanos a { $email }.
email-stage-form-button = Abrir el formulario
email-stage-reminder = Recordatorio del siguiente formulario
email-stage-reminder-when = Llega una vez, tres días antes de la fecha límite del formulario de una etapa, a quienes no lo han enviado.
email-stage-reminder-subject = { $stage }: vence el { $deadline }
email-stage-reminder-body =
    Hola, { $name }:

    Todavía no recibimos sus respuestas de { $stage }. Puede enviarlas hasta el { $deadline }. El enlace de abajo abre el formulario.

    Si ya no quiere postularse, no tiene que hacer nada.

    ¿Preguntas? Escríbanos a { $email }.
email-stage-reminder-button = Abrir el formulario
email-stage-conversation = Invitación a una conversación
email-stage-conversation-when = Llega a cada persona que sigue a una etapa con conversación.
email-stage-conversation-subject = El siguiente paso de su solicitud a { $season }
email-stage-conversation-body =
    Hola, { $name }:

    Gracias por postularse a { $season }. Nos gustaría conversar con usted. Este paso se llama { $stage }.

    Alguien de nuestro equipo le escribirá para encontrar una hora.

    ¿Preguntas? Escríbanos a { $email }.
email-stage-submitted = Formulario de una etapa posterior recibido
email-stage-submitted-when = Llega a quien envía el formulario de una etapa posterior.
email-stage-submitted-subject = Recibimos sus respuestas para { $season }
email-stage-submitted-body =
    Recibimos sus respuestas de { $stage }. El número de su solicitud sigue siendo { $number }.

    Puede cambiarlas hasta el { $change_until }.

    ¿Preguntas? Escríbanos a { $email }.
email-stage-submitted-button = Ver mis respuestas
email-stage-submitted-after = Debajo de su firma: una copia de todo lo que envió.
event-application-stage-submitted = Se envió el formulario de una etapa posterior
# Conversaciones
talk-title = Conversación con { $name }
talk-time = Hora
talk-told = Guardado. { $name } recibe un correo con una entrada para su calendario.
talk-same = No cambió nada, así que no se envió ningún correo.
talk-off = Cancelada. { $name } recibe un correo.
talk-untold = Guardado. No tenemos el correo de esta persona; avísele usted.
talk-calendar = Agregar a mi calendario
talk-none = Sin hora todavía
talk-no-address = No tenemos el correo de esta persona.
talk-set = Poner una hora
talk-change = Cambiar o cancelar
talk-day = Fecha
talk-at = Empieza a las
talk-minutes = Minutos
talk-how = Cómo se reúnen
talk-how-hint = Por ejemplo: el enlace de una videollamada, un teléfono o una dirección
talk-note = Primero acuerde una hora con { $name }. Recibe un correo con la hora y cómo se reúnen.
talk-send = Guardar y enviar el correo
talk-cancel = Cancelar y avisar a { $name }
talk-entry = { $program } · { $name }
status-talk = Conversación con { $name }
wrong-talk-past = Esta hora ya pasó. Elija una posterior.
wrong-talk-how = Tiene más de 500 caracteres. Acórtelo.
wrong-stage-title = Tiene más de 80 caracteres. Acórtelo.
event-conversation-set = Una persona que evalúa puso la hora de una conversación
event-conversation-canceled = Una persona que evalúa canceló una conversación
email-conversation = Hora de una conversación
email-conversation-when = Llega a quien se postula cuando alguien que evalúa pone o cambia la hora de su conversación. Trae una entrada para su calendario.
email-conversation-subject = Nuestra conversación sobre { $season }: { $when }
email-conversation-body =
    Hola, { $name }:

    { $with } conversará con usted sobre su solicitud a { $season }.

    Cuándo: { $when }

    Cómo: { $how }

    Si esta hora no le sirve, escriba a { $email }.
email-conversation-off = Conversación cancelada
email-conversation-off-when = Llega a quien se postula cuando se cancela su conversación.
email-conversation-off-subject = Cancelada: nuestra conversación del { $when }
email-conversation-off-body =
    Hola, { $name }:

    Su conversación con { $with } del { $when } se canceló. Alguien de nuestro equipo le escribirá sobre lo que sigue.

    ¿Preguntas? Escríbanos a { $email }.
email-conversation-withdrawn = Conversación cancelada (a quien evalúa)
email-conversation-withdrawn-when = Llega a quien evalúa cuando una solicitud se retira o deja de considerarse antes de la conversación.
email-conversation-withdrawn-subject = Cancelada: su conversación del { $when }
email-conversation-withdrawn-body =
    Hola, { $name }:

    La solicitud de { $with } a { $season } se retiró o ya no se considera. Su conversación del { $when } se canceló. Le avisamos a { $with }.

    ¿Preguntas? Escríbanos a { $email }.
email-field-stage = El nombre de la etapa
email-sample-stage = Solicitud completa
email-field-with = La otra persona de la conversación
email-sample-with = Alex Rivera
email-field-when = Día y hora de la conversación
email-sample-when = mié, 15 de abril de 2026, 1:00–1:30 p. m. (hora del Este)
email-field-how = El enlace, el teléfono o el lugar
email-sample-how = https://example.org/llamada
stage-title-es-hint = Por ejemplo: Solicitud completa
stage-see = Ver quiénes pasaron a «{ $stage }»
stage-is-over = Ya se está eligiendo en una etapa posterior, así que esta lista queda como está.
talk-conflict-title = Tengo un conflicto de interés
status-talk-soon = Buscamos una hora para conversar
status-talk-soon-text = Alguien de nuestro equipo le escribirá.
call-later = Este es el primer paso. Invitamos a algunas personas a lo que sigue: { $stages }. Las demás también reciben una respuesta.
state-went-on = Con invitación a una etapa
zone-moves-stage = Vence el formulario de una etapa
stage-stop-applying = Todavía se pueden presentar solicitudes. Invite a la siguiente etapa cuando la convocatoria esté cerrada.
stage-stop-answering = El formulario de esta etapa todavía no vence y hay personas que no lo han enviado. Espere a que venza o cambie su fecha límite.
stage-devices = Los enlaces y navegadores de otros dispositivos dejan de abrir esta solicitud. Este navegador la conserva.
fault-other-stage = Esta evaluación es de otra etapa. Dé números propios a las evaluaciones de esta etapa.
stage-out-undecided = sin decidir si cumplen los requisitos
stage-change-open = Ya se invitó a personas a esta etapa. No se les avisa si cambia la fecha límite; escríbales.
wrong-stage-past = Ese día ya pasó. Elija uno posterior.
todo-stage-review = { $n ->
    [one] Hay una persona en esta etapa y sus evaluaciones no han empezado.
   *[other] Hay { $n } personas en esta etapa y sus evaluaciones no han empezado.
}
todo-stage-review-act = Preparar las evaluaciones
todo-stage-late = { $n ->
    [one] Una persona se postuló después de que empezó esta etapa. Decida si entra en ella.
   *[other] { $n } personas se postularon después de que empezó esta etapa. Decida si entran en ella.
}
todo-stage-late-act = Elegir personas
talks-title = Conversaciones
talks-lead = Escriba a cada persona para encontrar una hora y después póngala en su página.
