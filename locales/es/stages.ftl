# Etapas
place-stages = Etapas
stages-title = Etapas
stages-lead = Elija en más de un paso. Empiece con un formulario corto e invite después a algunas personas a un formulario más largo o a una conversación. Cada etapa tiene sus propias preguntas, criterios, fecha límite y personas que evalúan.
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
stage-missing = sin enviar todavía
stage-out = { $n ->
    [one] se retiró o no es elegible
   *[other] se retiraron o no son elegibles
}
stage-is-form = Cada persona llena un formulario.
stage-is-conversation = Cada persona conversa con alguien que la evalúa y que ve su nombre y su correo.
stage-is-due = El formulario vence el { $at }.
stage-no-due = El formulario todavía no tiene fecha límite.
stage-choose = Elegir personas para «{ $stage }»
stage-invite = { $n ->
    [one] Invitar a 1 persona
   *[other] Invitar a { $n } personas
}
stage-questions = Editar preguntas
stage-change = Editar etapa
stage-title-en = Nombre en inglés
stage-title-es = Nombre en español
stage-title-hint = Por ejemplo: Full application
stage-kind = Tipo de etapa
stage-kind-form = Se llena un formulario
stage-kind-conversation = Se conversa con quien evalúa
stage-due-on = Fecha límite del formulario
stage-due-hint = Solo para formularios. Se puede enviar hasta el final de ese día. Puede establecerla más tarde.
stage-add = Agregar una etapa
stage-add-first = Ahora cada persona se postula una vez y usted elige entre todas. Si agrega una etapa, esa solicitud es la primera.
stage-remove = Quitar etapa
stage-remove-text = { $n ->
    [0] No se eligió a nadie para esta etapa. Puede agregarla otra vez después.
    [one] La persona que eligió para esta etapa deja de estar elegida. No se le avisa.
   *[other] Las { $n } personas que eligió para esta etapa dejan de estar elegidas. No se les avisa.
}
stage-removed = Etapa quitada.
stage-used = No puede quitar esta etapa. Ya se invitó a alguien, le sigue otra etapa o una sección del formulario es de ella. Si es una sección, muévala primero a otra etapa.
stage-reviewers-all = En esta etapa evalúan todas las personas del equipo de evaluación
stage-reviewers = { $n ->
    [one] En esta etapa evalúa 1 persona
   *[other] En esta etapa evalúan { $n } personas
}
stage-reviewers-hint = Marque a quienes evalúan en esta etapa. Si no marca a nadie, evalúan todas las personas.
stage-choose-lead = { $n ->
    [one] Una persona de «{ $stage }» puede pasar. No avisamos a nadie hasta que envíe las invitaciones.
   *[other] { $n } personas de «{ $stage }» pueden pasar. No avisamos a nadie hasta que envíe las invitaciones.
}
stage-reviewing = Las evaluaciones siguen abiertas, así que los puntajes no se ven. Para elegir por puntaje, ciérrelas primero.
stage-out-withdrawn = { $n ->
    [one] se retiró
   *[other] se retiraron
}
stage-out-late = { $n ->
    [one] llegó tarde y no se ha aceptado
   *[other] llegaron tarde y no se han aceptado
}
stage-out-not-eligible = { $n ->
    [one] no es elegible
   *[other] no son elegibles
}
stage-out-duplicate = segunda solicitud
stage-out-not-submitted = { $n ->
    [one] no envió el formulario
   *[other] no enviaron el formulario
}
stage-nobody = Todavía nadie puede pasar.
stage-top = Cuántos puntajes más altos marcar
stage-top-check = Marcar puntajes más altos
stage-top-done = { $n ->
    [one] 1 persona marcada.
   *[other] { $n } personas marcadas.
}
stage-top-ties = Usted pidió { $wanted }. Algunas tienen el mismo puntaje que la última, así que se marcaron todas.
stage-top-save = Para guardar, presione «Guardar elección».
stage-tag-told = Con invitación
stage-save = Guardar elección
stage-save-note = Puede cambiar su elección hasta que envíe las invitaciones.
stage-chosen-done = Guardado: { $on } agregadas, { $off } quitadas.
stage-chosen-left = { $n ->
    [one] No pudimos cambiar a una persona porque su solicitud cambió mientras tanto.
   *[other] No pudimos cambiar a { $n } personas porque sus solicitudes cambiaron mientras tanto.
}
stage-invite-title = Invitar a «{ $stage }»
stage-invite-lead = { $n ->
    [one] Una persona recibe un correo.
   *[other] { $n } personas reciben un correo.
}
stage-invite-final = No se puede deshacer.
stage-invite-first = Con estas invitaciones, «{ $stage }» pasa a ser la etapa actual. Desde entonces, las evaluaciones y la selección incluyen solo a quienes están en ella. Las demás personas esperan su correo con la decisión.
stage-invite-nobody = No hay a quién invitar. No se eligió a nadie para esta etapa, o ya invitó a todas las personas.
stage-invite-text = Editar este correo
stage-invite-people = { $n ->
    [one] Lo recibe 1 persona
   *[other] Lo reciben { $n } personas
}
stage-invited = { $n ->
    [one] Invitó a 1 persona.
   *[other] Invitó a { $n } personas.
}
stage-without = { $n ->
    [one] 1 persona no tiene correo. Agréguelo a su registro y después invítela.
   *[other] { $n } personas no tienen correo. Agréguelo a cada registro y después invítelas.
}
stage-back = Volver a las etapas
stage-stop-reviewing = Las evaluaciones de esta etapa siguen abiertas. Ciérrelas antes de invitar a la siguiente.
stage-stop-not-next = La etapa anterior no ha empezado, o ya empezó una posterior.
stage-stop-no-form = El formulario publicado no tiene preguntas para esta etapa. Agregue una sección para ella y publique los cambios.
stage-stop-no-date = El formulario no tiene fecha límite, o la fecha ya pasó. Establezca una primero.
event-stages-changed = Se cambiaron las etapas
event-stages-chosen = Se eligieron personas para una etapa
event-stages-invited = Se invitó a personas a una etapa
part-stage = Etapa
part-stage-first = Primera etapa (solicitud)
check-stage = La sección «{ $about }» es de una etapa que no existe. Elija otra etapa.
check-later = «{ $about }» llena un campo de la solicitud, y eso ocurre al postularse. Muévala a la primera etapa.
fault-target-later = Los campos de la solicitud se llenan al postularse. En una etapa posterior, elija «solo respuesta».
# Para quienes se postulan
stage-note = Este es el formulario de «{ $stage }».
stage-note-until = Este es el formulario de «{ $stage }». Envíelo a más tardar el { $at }.
stage-note-again = Envió «{ $stage }» el { $at }. Los cambios cuentan solo cuando lo envíe otra vez.
stage-over = La fecha límite ya pasó, así que no puede enviar este formulario. Guardamos lo que escribió. Si tiene una pregunta, escríbanos.
stage-submit = Enviar respuestas
stage-submitted-done = Gracias. Recibimos sus respuestas y le enviamos una copia.
stage-submitted-only = Gracias. Recibimos sus respuestas.
stage-submitted-lead = Enviado el { $at }. El número de su solicitud es { $id }.
stage-lead = Su solicitud { $id } pasa a esta etapa. Por favor responda algunas preguntas más.
stage-missed = No envió este formulario antes de la fecha límite.
stage-due = Puede enviar o cambiar sus respuestas hasta el { $at }.
stage-start = Empezar formulario
stage-go-on = Continuar formulario
stage-check = Revisar y enviar
stage-before = Sus respuestas anteriores
status-went-on = Pasó a «{ $stage }» el { $day }
status-went-on-text = Le escribimos sobre esto.
# Pendientes
todo-stage-choose = { $n ->
    [one] Las evaluaciones de esta etapa están cerradas. Decida si la única persona pasa a la siguiente etapa.
   *[other] Las evaluaciones de esta etapa están cerradas. Elija quiénes, de { $n } personas, pasan a la siguiente etapa.
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
todo-stage-missing-act = Ver quiénes faltan
# Decisiones
decline-not-moved-on = sin paso a la siguiente etapa
decline-in-stage = todavía en el proceso
decline-reason-not-moved-on = Solo pudimos invitar al siguiente paso a algunas de las personas que se postularon.
# Correos
email-stage-form = Invitación a una etapa con formulario
email-stage-form-when = Llega a cada persona que pasa a una etapa con formulario.
email-stage-form-subject = El siguiente paso de su solicitud a { $season }
email-stage-form-body =
    Hola, { $name }:

    Gracias por postularse a { $season }. Queremos conocer mejor su trabajo y le invitamos al siguiente paso: { $stage }.

    Por favor responda las preguntas hasta el { $deadline }. El enlace de abajo las abre. Sus respuestas anteriores quedan como están.

    ¿Preguntas? Escríbanos a { $email }.
email-stage-form-button = Abrir formulario
email-stage-reminder = Recordatorio para enviar el formulario de una etapa
email-stage-reminder-when = Llega una vez a quienes no han enviado el formulario de una etapa, tres días antes de la fecha límite.
email-stage-reminder-subject = { $stage }: vence el { $deadline }
email-stage-reminder-body =
    Hola, { $name }:

    Todavía no recibimos sus respuestas de { $stage }. Puede enviarlas hasta el { $deadline }. El enlace de abajo abre el formulario.

    Si ya no quiere postularse, no tiene que hacer nada.

    ¿Preguntas? Escríbanos a { $email }.
email-stage-reminder-button = Abrir formulario
email-stage-conversation = Invitación a una conversación
email-stage-conversation-when = Llega a cada persona que pasa a una etapa con conversación.
email-stage-conversation-subject = El siguiente paso de su solicitud a { $season }
email-stage-conversation-body =
    Hola, { $name }:

    Gracias por postularse a { $season }. Nos gustaría conversar con usted. Este paso se llama { $stage }.

    Alguien de nuestro equipo le escribirá para encontrar una hora.

    ¿Preguntas? Escríbanos a { $email }.
email-stage-submitted = Recibimos el formulario de una etapa posterior
email-stage-submitted-when = Llega a quien envía el formulario de una etapa posterior.
email-stage-submitted-subject = Recibimos sus respuestas para { $season }
email-stage-submitted-body =
    Recibimos sus respuestas de { $stage }. El número de su solicitud sigue siendo { $number }.

    Puede cambiarlas hasta el { $change_until }.

    ¿Preguntas? Escríbanos a { $email }.
email-stage-submitted-button = Ver mis respuestas
email-stage-submitted-after = Debajo de su firma agregamos una copia de lo que envió. Lo que cuenta de sí y de lo que necesita queda fuera.
event-application-stage-submitted = Se envió el formulario de una etapa posterior
# Conversaciones
talk-title = Conversación con { $name }
talk-time = Hora de la conversación
talk-told = Guardado. Enviamos la hora a { $name }, con una entrada para su calendario.
talk-same = No cambió nada, así que no se envió ningún correo.
talk-off = Cancelada. Escribimos a { $name }.
talk-untold = Guardado. No tenemos el correo de esta persona; avísele usted, por favor.
talk-calendar = Agregar a mi calendario
talk-none = Sin hora todavía
talk-no-address = No tenemos el correo de esta persona.
talk-set = Establecer una hora
talk-change = Cambiar o cancelar
talk-day = Fecha
talk-at = Hora de inicio
talk-minutes = Duración en minutos
talk-how = Cómo se reunirán
talk-how-hint = Por ejemplo: un enlace de videollamada, un teléfono o una dirección.
talk-note = Primero acuerde una hora con { $name }. Después le enviamos la hora y cómo se reunirán.
talk-send = Guardar y enviar correo
talk-cancel = Cancelar y avisar a { $name }
talk-entry = { $program } · { $name }
status-talk = Conversación con { $name }
wrong-talk-past = Esta hora ya pasó. Elija una posterior.
wrong-talk-how = Acorte esto a 500 caracteres o menos.
wrong-stage-title = Acorte esto a 80 caracteres o menos.
event-conversation-set = Se estableció la hora de una conversación
event-conversation-canceled = Se canceló una conversación
email-conversation = Hora de una conversación
email-conversation-when = Llega a quien se postula cuando se establece o cambia la hora de su conversación. Incluye una entrada para su calendario.
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
email-sample-how = https://example.org/reunion
stage-title-es-hint = Por ejemplo: Solicitud completa
stage-see = Ver quiénes pasaron a «{ $stage }»
stage-is-over = Ya empezó una etapa posterior, así que esta lista no se puede cambiar.
talk-conflict-title = Tengo un conflicto de interés
status-talk-soon = Sigue una conversación
status-talk-soon-text = Alguien de nuestro equipo le escribirá para acordar una hora.
call-later = Este es el primer paso. Invitaremos a algunas personas a los siguientes: { $stages }. A las demás también les escribiremos.
state-went-on = Pasó a una etapa posterior
zone-moves-stage = Vence el formulario de una etapa
stage-stop-applying = La convocatoria sigue abierta. Puede invitar a la siguiente etapa cuando cierre.
stage-stop-answering = El formulario de esta etapa todavía no vence y hay personas que no lo han enviado. Espere a que venza o cambie la fecha límite.
stage-devices = Los enlaces y navegadores de otros dispositivos dejarán de abrir esta solicitud. En este navegador sigue abierta.
fault-other-stage = Esta evaluación es de otra etapa. Dé números distintos a las evaluaciones de esta etapa.
stage-out-undecided = elegibilidad sin decidir
stage-change-open = Ya invitó a personas a esta etapa. Si cambia la fecha límite, escríbales usted. No les avisamos.
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
talks-lead = Escriba a cada persona para acordar una hora y después regístrela en su página.
