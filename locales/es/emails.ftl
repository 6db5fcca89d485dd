# Correos de una edición: la página de sus textos, y cada tipo con su texto inicial.
place-emails = Correos
emails-lead = Todos los correos que las personas reciben sobre esta edición. Puede editar cualquier texto, verlo como lo recibe una persona y enviarse una prueba.
emails-others = Los enlaces para iniciar sesión, los códigos y los mensajes entre personas no aparecen aquí. Sus textos no se pueden cambiar.
emails-change = Ver o editar estos correos
emails-sender-change = Editar firma y respuestas
email-sender = Firma y respuestas
email-sender-save = Guardar firma y respuestas
email-sender-saved = Guardado. Todos los correos de esta edición lo usan desde ahora.
email-signature-name = Nombre al final de cada correo
email-signature-hint = La persona que firma. Sin un nombre, los correos se firman «{ $program }».
email-signature-role = Cargo en inglés
email-signature-role-es = Cargo en español
email-reply-to = Dirección para respuestas
email-reply-to-hint = Las respuestas a los correos de esta edición llegan aquí. Use un buzón que alguien revise. Si lo deja en blanco, llegan a { $email }.
wrong-signature-long = Use { $arg } caracteres o menos.
wrong-signature-name = Escriba el nombre de la persona con este cargo, o quite el cargo.
email-moment-team = Su equipo
email-moment-applying = Solicitudes
email-moment-reviewing = Evaluaciones
email-moment-deciding = Invitaciones y decisiones
email-moment-registering = Inscripción
email-moment-gathering = Encuentros
email-moment-group = Correos a un grupo
email-behind-es = El español todavía tiene el texto inicial
email-behind-en = El inglés todavía tiene el texto inicial
email-changed-by = Editado por { $name }, { $at }
email-changed-on = Editado: { $at }
email-is-default = Texto inicial
email-written-each-time = Se escribe cada vez
email-saved = Guardado. Los correos nuevos usarán este texto.
email-save = Guardar texto
email-reset = Usar el texto inicial
email-is-reset = Los dos idiomas tienen otra vez el texto inicial. Su texto se conserva abajo.
email-each-time = Usted escribe este correo cada vez que lo envía, a partir de este texto.
email-fields = Campos que puede usar
email-fields-lead = Llenamos cada campo para cada persona. Escríbalo con sus llaves.
email-field-needed = Obligatorio.
email-field-empty = Puede estar vacío. En ese caso se omite su párrafo.
email-subject-en = Asunto en inglés
email-subject-es = Asunto en español
email-body-en = Texto en inglés
email-body-es = Texto en español
email-body-hint = Deje una línea en blanco entre párrafos. Su firma se agrega abajo.
email-button-en = Botón en inglés
email-button-es = Botón en español
email-button-hint = El enlace del botón no cambia.
email-button = Ver detalles
email-preview = Vista previa
email-preview-for = Ver como la recibe
email-preview-hint = La vista previa está en el idioma de la persona. Usa el texto de arriba, guardado o no.
email-for-me = { $name } (usted)
email-preview-act = Actualizar vista previa
email-preview-examples = El nombre es real. Los demás campos muestran ejemplos, y los enlaces no funcionan.
email-preview-reply = Las respuestas llegan a:
email-preview-no-reply = la dirección que envía los correos
email-preview-plain = Mostrar como texto simple
email-test-act = Enviarme una prueba
email-test-sent = La prueba va en camino a su correo.
email-test-subject = [Prueba] { $subject }
email-test-note = Esto es una prueba. Los campos muestran ejemplos, y el botón lleva a la página de la edición.
email-test-no-address = No tiene una dirección de correo aquí, así que no se envió ninguna prueba. Agréguela en Mi página.
email-versions = Versiones
email-version-own = texto propio ({ $languages })
email-version-now = en uso
email-version-read = Leer esta versión
email-version-use = Usar esta versión
wrong-email-subject = Escriba un asunto.
wrong-email-body = Escriba el texto del correo.
wrong-email-button = Escriba el texto del botón.
wrong-email-long = Use { $arg } caracteres o menos.
wrong-email-unknown = Este correo no tiene el campo { $arg }. Quítelo, o use uno de la lista.
wrong-email-missing = Agregue { $arg }. Las personas lo necesitan en este correo.
wrong-email-brace = Esta llave no es parte de un campo. Quítela o use un campo de la lista.
wrong-email-meanwhile = Otra persona cambió este texto mientras usted editaba. Su texto está en Versiones. Guarde otra vez para reemplazarlo.
event-email-changed = Se cambió el texto de un correo
event-email-reset = El texto de un correo volvió al inicial
event-email-sender = Se cambió la firma o la dirección para respuestas
setup-signature = Firmar sus correos
setup-signature-text = Opcional. Agregue un nombre a cada correo, una dirección para respuestas y sus propios textos.
setup-signature-act = Configurar los correos

# Qué es cada campo, con un ejemplo.
email-field-season = El programa y la edición
email-field-program = El programa
email-field-email = La dirección para respuestas
email-field-name = El nombre de la persona
email-field-number = El número de su solicitud
email-sample-number = RL-2025-014
email-field-entered = Una nota cuando su equipo escribió la solicitud por la persona
email-sample-entered = Alguien de nuestro equipo escribió sus respuestas por usted. Si algo no está bien, avísenos.
email-field-change_until = Hasta cuándo puede cambiarla, retirarla o enviarla otra vez
email-sample-change_until = vie., 3 de abr. de 2026, 5:00 p. m. (hora del Este)
email-field-submitted_at = Cuándo la envió
email-sample-submitted_at = lun., 30 de mar. de 2026, 8:14 p. m. (hora del Este)
email-field-decision_day = La fecha en que prometió una decisión
email-sample-decision_day = 15 de mayo de 2026
email-field-applicant = El nombre de quien se postula
email-sample-applicant = Alex Rivera
email-field-deadline = La fecha límite para enviar
email-sample-deadline = vie., 3 de abr. de 2026, 5:00 p. m. (hora del Este)
email-field-reviews = Cuántas solicitudes tiene por evaluar
email-sample-reviews = 4 solicitudes
email-field-due = El día de entrega de las evaluaciones
email-sample-due = 17 de abril de 2026
email-field-conflicts = Un aviso para declarar conflictos de interés, hasta que lo haga
email-sample-conflicts = Antes de empezar, díganos si tiene conflictos de interés.
email-field-answer_by = El último día para responder
email-sample-answer_by = 29 de mayo de 2026
email-field-beyond = Una nota cuando hay más invitaciones que lugares
email-sample-beyond = Algunas personas no podrán aceptar, así que podemos invitar hasta a 24 para 20 lugares. Los lugares son de quienes acepten primero.
email-field-starts_on = El primer día de la edición
email-sample-starts_on = 1 de septiembre de 2026
email-field-ends_on = El último día de la edición
email-sample-ends_on = 30 de junio de 2027
email-field-answer = Quién respondió y qué dijo
email-sample-answer = Alex Rivera aceptó su lugar.
email-field-seats = Cuántos lugares están ocupados
email-sample-seats = Hay 12 de 20 lugares ocupados.
email-field-reason = Por qué no obtuvo un lugar, en una oración
email-sample-reason = Recibimos muchas más solicitudes que lugares disponibles.
email-field-pay_link = Dónde pagar, si cuesta algo
email-sample-pay_link = https://example.org/pay
email-field-registrant = La persona que ofrece su lugar
email-sample-registrant = Alex Rivera
email-field-title = El nombre del encuentro
email-sample-title = Retiro de apertura
email-field-day = El día del encuentro
email-sample-day = mié 9 de septiembre
email-field-details = Fecha, hora y lugar
email-sample-details =
    mié 9 de septiembre, 1:00–4:00 p. m. (hora del Este)
    Dónde: Tidewater Hall
email-field-purpose = Para qué es el encuentro
email-sample-purpose = Nos conoceremos y acordaremos cómo trabajar.
email-field-times = Los horarios para elegir
email-sample-times =
    mié 9 de septiembre, 1:00–4:00 p. m. (hora del Este)
    jue 10 de septiembre, 9:00 a. m.–12:00 p. m. (hora del Este)
email-field-choose_by = El último día para elegir
email-sample-choose_by = 1 de septiembre de 2026
email-field-changes = Qué cambió
email-sample-changes = Lugar: ahora Tidewater Hall
email-field-why = Por qué se canceló
email-sample-why = Ese día se espera una tormenta.
email-field-dates = Todos los encuentros con sus fechas
email-sample-dates =
    Retiro de apertura: 9 a 11 de septiembre de 2026
    Primera sesión: 7 de octubre de 2026
email-field-role = El rol que se le ofrece
email-sample-role = Evaluación de solicitudes

# Su equipo
email-staff = Invitación a un rol
email-staff-when = Llega a quien usted invita a un rol.
email-staff-subject = Tiene una invitación a { $season }
email-staff-body =
    Hola, { $name }:

    Le invitamos a asumir el rol «{ $role }» en { $season }. Use el enlace de abajo para aceptar. Funciona durante siete días y solo para este correo.

    ¿Preguntas? Escríbanos a { $email }.
email-staff-button = Ver la invitación
email-bounced = Correo rebotado
email-bounced-when = Llega a quienes dirigen la edición cuando rebota un correo enviado a alguien de la edición.
email-field-person = La persona cuyo correo rebotó
email-sample-person = Sam Okafor
email-bounced-subject = Rebotó el correo a { $person }
email-bounced-body =
    Hola, { $name }:

    Pida otro correo electrónico a { $person }. El correo que le enviamos sobre { $season } rebotó: el servidor informa que esa dirección no existe.

    Pausamos los correos grupales a esa persona. Los enlaces para iniciar sesión se siguen enviando. Puede agregar otra dirección en su propia página. Si la dirección sí funciona, reanude los correos.
email-bounced-button = Ver correos rebotados
email-field-contact_change = Quién era antes el contacto de accesibilidad y quién es ahora
email-sample-contact_change = Maren Vale es ahora el contacto de accesibilidad de la Edición 2025. Antes era Ayo Silverthorne.
email-field-follows = Qué significa para la persona, según nuestras reglas de privacidad
email-sample-follows = No puede ver lo que se compartió antes.
email-access-contact = Contacto de accesibilidad nuevo o anterior
email-access-contact-when = Llega al contacto de accesibilidad nuevo y al anterior.
email-access-contact-subject = Nuevo contacto de accesibilidad de { $season }
email-access-contact-body =
    { $contact_change }

    { $follows }

    ¿Preguntas? Escríbanos a { $email }.
email-access-contact-button = Ver necesidades de acceso
email-access-need = Cambió el contacto de accesibilidad: necesidades
email-access-need-when = Llega a quienes nos dijeron qué les ayuda a participar, cuando cambia el contacto de accesibilidad. Nadie más ve que lo recibieron.
email-access-need-subject = Nuevo contacto de accesibilidad de { $season }
email-access-need-body =
    { $contact_change }

    { $follows }

    ¿Preguntas? Escríbanos a { $email }.
email-access-need-button = Revisar mis necesidades de acceso
email-access-sheet = Cambió el contacto de accesibilidad: viajes
email-access-sheet-when = Llega a quienes dieron datos de viaje o pidieron un reembolso, cuando cambia el contacto de accesibilidad. Nadie más ve que lo recibieron.
email-access-sheet-subject = Nuevo contacto de accesibilidad de { $season }
email-access-sheet-body =
    { $contact_change }

    { $follows }

    ¿Preguntas? Escríbanos a { $email }.
email-access-sheet-button = Ver mis encuentros
email-space-invited = Invitación a un espacio
email-space-invited-when = Llega a alguien que recibe una invitación a un espacio. No dice qué espacio es ni quiénes están en él.
email-space-invited-subject = { $season }: tiene una invitación
email-space-invited-body =
    Alguien de { $season } le invitó a un espacio creado por participantes. Inicie sesión para ver de qué se trata y responder.
email-space-invited-button = Ver mis espacios
email-space-in = Solicitud para unirse a un espacio, aceptada
email-space-in-when = Llega a quien pidió unirse a un espacio, cuando se le acepta.
email-space-in-subject = { $season }: se aceptó su solicitud
email-space-in-body =
    Ya puede unirse al espacio de { $season } que solicitó.
email-space-in-button = Ver mis espacios

# Durante la convocatoria
email-call-open = La convocatoria está abierta
email-call-open-when = Llega a toda la lista de interés cuando abre la convocatoria.
email-call-open-subject = Postúlese ahora: { $season }
email-call-open-body =
    Hola, { $name }:

    Ya abrió la convocatoria de { $season }. Puede postularse hasta { $deadline }.

    Recibe este correo porque nos pidió avisarle.

    ¿Preguntas? Escríbanos a { $email }.
email-call-open-button = Ver cómo postularse
email-call-open-after = Debajo de su firma: un enlace para darse de baja de la lista de interés.
email-draft-link = Enlace para seguir una solicitud
email-draft-link-when = Llega a quien empieza una solicitud o pide su enlace otra vez.
email-draft-link-subject = Continúe su solicitud a { $season }
email-draft-link-body =
    Usted empezó una solicitud a { $season }. Use el enlace de abajo para continuarla en cualquier dispositivo hasta que cierre la convocatoria.

    El enlace abre solo esta solicitud. Si no la empezó usted, puede ignorar este correo. Las solicitudes sin enviar se borran 90 días después de la fecha límite.

    ¿Preguntas? Escríbanos a { $email }.
email-draft-link-button = Continuar mi solicitud
email-application-confirm = Confirmar una solicitud
email-application-confirm-when = Llega a la dirección de una solicitud enviada, hasta que su titular la confirma.
email-application-confirm-subject = Confirme su correo electrónico: { $season }
email-application-confirm-body =
    Confirme su correo electrónico, por favor. Recibimos una solicitud a { $season } con esta dirección. Su número es { $number }. Cuando la confirme, recibirá una copia y le llegará nuestra decisión.

    Si no la envió, abra el enlace y elija «No fui yo». La retiraremos y no le escribiremos más sobre ella.

    ¿Preguntas? Escríbanos a { $email }.
email-application-confirm-button = Confirmar mi correo
email-application-sent = Solicitud recibida
email-application-sent-when = Llega a quien se postula cuando su solicitud se envió y su dirección está confirmada.
email-application-sent-subject = Recibimos su solicitud a { $season }
email-application-sent-body =
    Gracias por postularse a { $season }. Recibimos su solicitud. Su número es { $number }.

    { $entered }

    Puede cambiarla o retirarla hasta el { $change_until }.

    Le enviaremos nuestra decisión a más tardar el { $decision_day }, sea cual sea.

    ¿Preguntas? Escríbanos a { $email }.
email-application-sent-button = Ver mi solicitud
email-application-sent-after = Debajo de su firma: una copia de lo que envió, sin lo que cuenta de sí y de lo que necesita.
email-application-sent-entered = Alguien de nuestro equipo escribió sus respuestas por usted. Si algo no está bien, avísenos.
email-application-sent-copy = Esto es lo que envió:
email-application-sent-apart = Lo que cuenta de usted y de lo que necesita se guarda aparte. Nunca lo repetimos por correo.
email-application-changed = Cambios recibidos
email-application-changed-when = Llega a quien envía cambios a su solicitud.
email-application-changed-subject = Recibimos los cambios de su solicitud a { $season }
email-application-changed-body =
    Recibimos los cambios de su solicitud a { $season }. Su número sigue siendo { $number }.

    { $entered }

    Puede cambiarla o retirarla hasta el { $change_until }.

    Le enviaremos nuestra decisión a más tardar el { $decision_day }, sea cual sea.

    ¿Preguntas? Escríbanos a { $email }.
email-application-changed-button = Ver mi solicitud
email-application-changed-after = Debajo de su firma: una copia de lo que envió, sin lo que cuenta de sí y de lo que necesita.
email-application-sent-again = Solicitud enviada otra vez
email-application-sent-again-when = Llega a quien envía otra vez una solicitud retirada.
email-application-sent-again-subject = Recibimos otra vez su solicitud a { $season }
email-application-sent-again-body =
    Usted envió otra vez su solicitud a { $season } y la recibimos. Su número sigue siendo { $number }.

    { $entered }

    Puede cambiarla o retirarla hasta el { $change_until }.

    Le enviaremos nuestra decisión a más tardar el { $decision_day }, sea cual sea.

    ¿Preguntas? Escríbanos a { $email }.
email-application-sent-again-button = Ver mi solicitud
email-application-sent-again-after = Debajo de su firma: una copia de lo que envió, sin lo que cuenta de sí y de lo que necesita.
email-changes-deleted = Cambios no enviados
email-changes-deleted-when = Llega a quien no envió los cambios de su solicitud antes de la fecha límite.
email-changes-deleted-subject = Sus cambios no se enviaron: { $season }
email-changes-deleted-body =
    Usted empezó a cambiar su solicitud a { $season }, pero no envió los cambios antes de la fecha límite. Los borramos. Usaremos su solicitud como la envió el { $submitted_at }.

    ¿Preguntas? Escríbanos a { $email }.
email-stays-withdrawn = La solicitud sigue retirada
email-stays-withdrawn-when = Llega a quien retiró su solicitud, empezó a cambiarla y no la envió otra vez antes de la fecha límite.
email-stays-withdrawn-subject = Su solicitud sigue retirada: { $season }
email-stays-withdrawn-body =
    Su solicitud a { $season } sigue retirada. La envió el { $submitted_at }, la retiró y no la envió otra vez antes de la fecha límite.

    ¿Preguntas? Escríbanos a { $email }.
email-draft-reminder = Recordatorio para terminar una solicitud
email-draft-reminder-when = Llega a quienes tienen una solicitud sin terminar, si usted activa los recordatorios.
email-draft-reminder-subject = Todavía no ha enviado su solicitud a { $season }
email-draft-reminder-body =
    Usted empezó una solicitud a { $season } y todavía no la ha enviado. Puede enviarla hasta el { $deadline }.

    El enlace de abajo abre su borrador. No reenvíe este correo, porque el enlace muestra sus respuestas.

    ¿Preguntas? Escríbanos a { $email }.
email-draft-reminder-button = Continuar mi solicitud
email-draft-reminder-after = Debajo de su firma: un enlace para no recibir más recordatorios.
email-draft-reminder-end = ¿No quiere recordatorios? Desactívelos: { $url }
email-application-withdrawn = Solicitud retirada
email-application-withdrawn-when = Llega a quien retira su solicitud.
email-application-withdrawn-subject = Retiró su solicitud a { $season }
email-application-withdrawn-body =
    Usted retiró su solicitud a { $season }. No la evaluaremos.

    Si cambia de opinión, puede enviarla otra vez hasta el { $change_until }.

    ¿Preguntas? Escríbanos a { $email }.
email-application-withdrawn-button = Ver mi solicitud
email-acknowledgement = Compromiso de tiempo: quien emplea
email-acknowledgement-when = Llega a quien emplea cuando alguien le pide confirmar el compromiso de tiempo.
email-acknowledgement-subject = { $applicant } quiere que conozca el compromiso de tiempo de { $season }
email-acknowledgement-body =
    { $applicant } se postuló a { $season } y le pide confirmar que sabe cuánto tiempo toma. Use el enlace de abajo para verlo en un minuto.

    No es una referencia y no influye en la decisión. No tiene que responder.

    ¿Preguntas? Escríbanos a { $email }.
email-acknowledgement-button = Ver el compromiso de tiempo

# Recomendaciones
email-field-note = Su propia nota para quienes recomiendan, de la configuración de recomendaciones
email-field-message = Su mensaje, de la página donde cancela
email-sample-message = La enviamos por error. Le pedimos disculpas.
email-sample-note = Buscamos a personas que unen a otras.
email-field-recommender = El nombre de quien recomienda
email-sample-recommender = Sam Okafor
email-recommendation-ask = Solicitud de recomendación
email-recommendation-ask-when = Llega a la persona que alguien nombra para que le recomiende.
email-recommendation-ask-subject = { $applicant } le pidió una recomendación
email-recommendation-ask-body =
    Hola, { $name }:

    { $applicant } se postula a { $season } y le pide una recomendación, porque usted conoce su trabajo.

    { $note }

    Son unas pocas preguntas en una página. Envíela a más tardar el { $due }. No necesita cuenta y sus respuestas se guardan mientras escribe.

    Si no puede escribirla, díganoslo en la misma página. Si no conoce a esta persona, puede ignorar este correo.

    ¿Preguntas? Escríbanos a { $email }.
email-recommendation-ask-button = Escribir la recomendación
email-recommendation-reminder = Recordatorio a quien recomienda
email-recommendation-reminder-when = Llega a quienes no han respondido: antes del último día, o cuando usted o quien se postula envía un recordatorio.
email-recommendation-reminder-subject = Recordatorio: recomendación para { $applicant }, hasta el { $due }
email-recommendation-reminder-body =
    Hola, { $name }:

    { $applicant } se postula a { $season } y le pidió una recomendación. La fecha límite es el { $due }.

    Si no puede escribirla, díganoslo en la misma página. Si no conoce a esta persona, puede ignorar este correo.

    ¿Preguntas? Escríbanos a { $email }.
email-recommendation-reminder-button = Escribir la recomendación
email-recommendation-thanks = Recomendación recibida
email-recommendation-thanks-when = Llega a quien envía una recomendación.
email-recommendation-thanks-subject = Recibimos su recomendación para { $applicant }
email-recommendation-thanks-body =
    Hola, { $name }:

    Gracias por su recomendación de { $applicant } para { $season }. Puede cambiarla hasta el { $due }.

    ¿Preguntas? Escríbanos a { $email }.
email-recommendation-thanks-button = Cambiar recomendación
email-recommendation-declined = Alguien no puede recomendar
email-recommendation-declined-when = Llega a quien se postula cuando la persona que nombró dice que no puede escribirla. Nunca dice por qué.
email-recommendation-declined-subject = { $recommender } no puede escribir su recomendación
email-recommendation-declined-body =
    { $recommender } no puede escribir una recomendación para su solicitud a { $season }. Puede pedírsela a otra persona hasta el { $due }. Su solicitud sigue igual.

    ¿Preguntas? Escríbanos a { $email }.
email-recommendation-declined-button = Pedirla a otra persona
email-recommendation-link = Enlace para nombrar a quienes recomiendan
email-recommendation-link-when = Llega a las personas cuya solicitud se importó o la ingresó su equipo, cuando usted les envía el enlace.
email-recommendation-link-subject = Nombre a quienes le recomiendan para { $season }
email-recommendation-link-body =
    Hola, { $name }:

    Tenemos su solicitud a { $season }. Díganos quién puede recomendarle, a más tardar el { $due }. Cada persona que nombre recibe un correo con un enlace y responde unas preguntas en una página. No necesita cuenta, y usted tampoco.

    El enlace es solo para usted. Por favor no lo reenvíe.

    ¿Preguntas? Escríbanos a { $email }.
email-recommendation-link-button = Nombrar a quienes recomiendan

# Evaluaciones
email-reviews-count = { $n ->
    [one] 1 solicitud
   *[other] { $n } solicitudes
}
email-reviews-conflicts = Antes de empezar, díganos si tiene conflictos de interés.
email-reviews = Solicitudes por evaluar
email-reviews-when = Llega a quien evalúa cuando se le asignan solicitudes.
email-reviews-subject = { $reviews } por evaluar: { $season }
email-reviews-body =
    Hola, { $name }:

    Tiene { $reviews } de { $season } por evaluar.

    Termine a más tardar el { $due }, por favor.

    { $conflicts }

    ¿Preguntas? Escríbanos a { $email }.
email-reviews-button = Abrir mis evaluaciones
email-reviews-due = Evaluaciones por vencer
email-reviews-due-when = Llega una vez a quienes tienen evaluaciones sin terminar, unos días antes de la fecha límite.
email-reviews-due-subject = Evaluaciones para el { $due }: { $season }
email-reviews-due-body =
    Hola, { $name }:

    Todavía tiene { $reviews } por evaluar. Termine a más tardar el { $due }, por favor.

    ¿Preguntas? Escríbanos a { $email }.
email-reviews-due-button = Abrir mis evaluaciones

# Lugares y decisiones
email-invitation = Invitación a un lugar
email-invitation-when = Llega a cada persona a quien ofrece un lugar.
email-invitation-subject = Obtuvo un lugar en { $season }
email-invitation-body =
    Hola, { $name }:

    ¡Felicidades! Nos encantaría contar con usted en { $season }. Acepte o rechace su lugar a más tardar el { $answer_by }, por favor. Use el enlace de abajo.

    { $beyond }

    Si no puede participar, no hay problema. No tiene que decirnos por qué.

    ¿Preguntas? Escríbanos a { $email }.
email-invitation-button = Responder a la invitación
email-invitation-due = Invitación: respuesta por vencer
email-invitation-due-when = Llega una vez a quienes no han respondido, tres días antes de la fecha.
email-invitation-due-subject = Por favor responda a su invitación a { $season }
email-invitation-due-body =
    Hola, { $name }:

    Tiene una invitación a { $season } y todavía no hemos recibido su respuesta. Acepte o rechace a más tardar el { $answer_by }, por favor. Después, su lugar puede pasar a otra persona.

    ¿Preguntas? Escríbanos a { $email }.
email-invitation-due-button = Responder a la invitación
email-invitation-canceled = Invitación cancelada
email-invitation-canceled-when = Llega a la persona invitada si cancela su invitación antes de que responda.
email-invitation-canceled-subject = Se canceló su invitación a { $season }
email-invitation-canceled-body =
    Hola, { $name }:

    Lo sentimos: tuvimos que cancelar su invitación a { $season }. El enlace ya no funciona.

    { $message }

    ¿Preguntas? Escríbanos a { $email }.
email-seat = Lugar aceptado
email-seat-when = Llega a cada persona en cuanto acepta su lugar.
email-seat-subject = Su lugar en { $season } está confirmado
email-seat-body =
    Hola, { $name }:

    ¡Gracias por aceptar! Su lugar en { $season } está confirmado. La edición va del { $starts_on } al { $ends_on }.

    Recibirá una invitación de calendario para cada encuentro en otro correo. También puede ver las fechas en la página de abajo.

    ¿Preguntas? Escríbanos a { $email }.
email-seat-button = Ver las fechas
email-seat-notice = Alguien respondió a una invitación
email-seat-notice-when = Llega a quienes dirigen el programa cada vez que alguien acepta o rechaza un lugar.
email-seat-notice-subject = Respuesta a una invitación: { $answer }
email-seat-notice-body =
    Hola, { $name }:

    { $answer } { $seats }
email-seat-notice-button = Ver las invitaciones
email-seat-notice-accepted = { $name } aceptó su lugar.
email-seat-notice-declined = { $name } rechazó su lugar.
email-seats-taken = Hay { $n } de { $of } lugares ocupados.
email-alternate = Suplentes
email-alternate-when = Llega a suplentes cuando usted envía las decisiones. No es una respuesta final.
email-alternate-page = Ir a las decisiones
email-alternate-subject = Está en la lista de suplentes de { $season }
email-alternate-body =
    Hola, { $name }:

    Gracias por postularse a { $season }. Por ahora ofrecimos todos los lugares, y usted está en nuestra lista de suplentes.

    Si se abre un lugar, le escribiremos. No tiene que hacer nada ahora. También le escribiremos cuando se ocupen todos los lugares.

    Gracias por su paciencia.
email-decision = No obtuvo un lugar o no es elegible
email-decision-when = Llega a quienes no obtuvieron un lugar cuando usted envía las decisiones.
email-decision-page = Ir a las decisiones
email-decision-subject = Nuestra decisión sobre su solicitud a { $season }
email-decision-body =
    Hola, { $name }:

    Gracias por postularse a { $season }. Lamentamos que esta vez no podamos ofrecerle un lugar.

    { $reason } Esto no dice nada del valor de su trabajo.

    Si quiere saber qué notaron quienes evaluaron, escríbanos a { $email } y conversamos con gusto. Puede postularse otra vez.
email-decision-button = Conservar o borrar mi solicitud

# Registro
email-register-asked = Confirmar una inscripción
email-register-asked-when = Llega a la dirección de una inscripción nueva, hasta que la persona la confirma.
email-register-asked-subject = Confirme su inscripción: { $season }
email-register-asked-body =
    Confirme su inscripción en { $season } en el plazo de una hora, por favor. Si hay lugares disponibles, le guardamos uno hasta entonces. Después, tendrá un lugar si hay alguno disponible, o pasará a la lista de espera.

    Si no se inscribió, puede ignorar este correo. No le escribiremos más sobre esta inscripción.

    ¿Preguntas? Escríbanos a { $email }.
email-register-asked-button = Confirmar mi inscripción
email-register-held = Inscripción confirmada
email-register-held-when = Llega a cada persona que tiene un lugar.
email-register-held-subject = Inscripción confirmada: { $season }
email-register-held-body =
    Hola, { $name }:

    Su inscripción en { $season } está confirmada. Recibirá invitaciones de calendario en otros correos.

    Use el enlace de abajo para cancelar o para ceder su lugar a otra persona. Guarde este correo.

    Para pagar, vaya a { $pay_link }

    ¿Preguntas? Escríbanos a { $email }.
email-register-held-button = Ver mi inscripción
email-register-waiting = En la lista de espera
email-register-waiting-when = Llega a quien se inscribe cuando todos los lugares están ocupados.
email-register-waiting-subject = Está en la lista de espera: { $season }
email-register-waiting-body =
    Hola, { $name }:

    Todos los lugares de { $season } están ocupados, así que usted está en la lista de espera. Si se abre un lugar antes del cierre de la inscripción, es suyo y le escribiremos.

    Use el enlace de abajo para ver su posición o para dejar la lista de espera. Guarde este correo.

    ¿Preguntas? Escríbanos a { $email }.
email-register-waiting-button = Ver mi inscripción
email-register-opened = Se abrió un lugar
email-register-opened-when = Llega a la primera persona de la lista de espera cuando se abre un lugar.
email-register-opened-subject = Se abrió un lugar para usted: { $season }
email-register-opened-body =
    Hola, { $name }:

    Buenas noticias: se abrió un lugar en { $season }, y es suyo.

    Use el enlace de abajo para cancelar o para ceder su lugar a otra persona. Guarde este correo.

    Para pagar, vaya a { $pay_link }

    ¿Preguntas? Escríbanos a { $email }.
email-register-opened-button = Ver mi inscripción
email-register-again = Inscripción repetida
email-register-again-when = Llega a quien se inscribe otra vez, con su enlace.
email-register-again-subject = Su inscripción: { $season }
email-register-again-body =
    Usted ya se había inscrito en { $season }. Aquí tiene su enlace de nuevo.

    Úselo para cancelar o para ceder su lugar a otra persona. Guarde este correo.

    ¿Preguntas? Escríbanos a { $email }.
email-register-again-button = Ver mi inscripción
email-register-again-waiting = Lista de espera, repetida
email-register-again-waiting-when = Llega a quien está en la lista de espera y se inscribe otra vez, con su enlace.
email-register-again-waiting-subject = Su posición en la lista de espera: { $season }
email-register-again-waiting-body =
    Usted ya está en la lista de espera de { $season }. Aquí tiene su enlace de nuevo.

    Úselo para ver su posición o para dejar la lista de espera. Guarde este correo.

    ¿Preguntas? Escríbanos a { $email }.
email-register-again-waiting-button = Ver mi inscripción
email-place = Alguien ofrece su lugar
email-place-when = Llega a la persona a quien alguien le ofrece su lugar.
email-place-subject = { $registrant } le ofrece un lugar en { $season }
email-place-body =
    { $registrant } no puede usar su lugar en { $season } y quiere cedérselo. Use el enlace de abajo para aceptarlo o rechazarlo.

    Nada cambia si no lo acepta.

    ¿Preguntas? Escríbanos a { $email }.
email-place-button = Responder a la oferta
email-place-there = Un lugar para quien ya tiene uno
email-place-there-when = Llega a la persona a quien se ofrece un lugar si ya tiene uno.
email-place-there-subject = { $registrant } le ofrece un lugar en { $season }
email-place-there-body =
    No tiene que hacer nada. { $registrant } le ofreció su lugar en { $season }, pero usted ya tiene inscripción, así que lo conserva.

    ¿Preguntas? Escríbanos a { $email }.
email-place-there-button = Ver la oferta

# Encuentros
email-gathering = Encuentro u horario nuevo
email-gathering-when = Llega a quienes participan cuando usted publica un encuentro, con una entrada para su calendario.
email-gathering-subject = Reserve la fecha: { $title }, { $day }
email-gathering-body =
    Reserve la fecha para «{ $title }»:

    { $details }

    { $purpose }

    ¿Preguntas? Escríbanos a { $email }.
email-gathering-button = Ver detalles
email-gathering-choose = Elegir un horario
email-gathering-choose-when = Llega a quienes participan cuando un encuentro tiene varios horarios.
email-gathering-choose-subject = Elija su horario: { $title }
email-gathering-choose-body =
    «{ $title }» tiene más de un horario. Elija el que le convenga:

    { $times }

    Puede elegir hasta el final del { $choose_by }.

    ¿Preguntas? Escríbanos a { $email }.
email-gathering-choose-button = Elegir mi horario
email-gathering-opened = Se abrió un lugar en un encuentro
email-gathering-opened-when = Llega a quien está en la lista de espera de un horario cuando se abre un lugar.
email-gathering-opened-subject = Se abrió un lugar para usted: { $title }, { $day }
email-gathering-opened-body =
    Buenas noticias: se abrió un lugar en «{ $title }», y es suyo:

    { $details }

    { $purpose }

    ¿Preguntas? Escríbanos a { $email }.
email-gathering-opened-button = Ver detalles
email-gathering-changed = Cambió un encuentro
email-gathering-changed-when = Llega a quienes les afecta cuando cambia un encuentro publicado.
email-gathering-changed-subject = Cambió: { $title }, { $day }
email-gathering-changed-body =
    Esto cambió en «{ $title }»:

    { $changes }

    { $details }

    ¿Preguntas? Escríbanos a { $email }.
email-gathering-changed-button = Ver detalles
email-gathering-off = Se canceló un encuentro
email-gathering-off-when = Llega a quienes les afecta cuando usted cancela un encuentro. Se quita de su calendario.
email-gathering-off-subject = Se canceló: { $title }, { $day }
email-gathering-off-body =
    Se canceló «{ $title }».

    { $why }

    { $details }

    ¿Preguntas? Escríbanos a { $email }.
email-gathering-off-button = Ver detalles
email-gathering-left = Ya no tiene un horario
email-gathering-left-when = Llega a quien deja un horario, elige otro o se va. Se quita de su calendario.
email-gathering-left-subject = Se quitó de su calendario: { $title }, { $day }
email-gathering-left-body =
    Ya no tiene este horario de «{ $title }»:

    { $details }

    ¿Preguntas? Escríbanos a { $email }.
email-gathering-left-button = Ver detalles
email-reminder-day = Recordatorio del día anterior
email-reminder-day-when = Llega más o menos un día antes, a quienes lo quieren.
email-reminder-day-subject = Se acerca: { $title }
email-reminder-day-body =
    Se acerca «{ $title }»:

    { $details }

    ¿Preguntas? Escríbanos a { $email }.
email-reminder-day-button = Ver detalles
email-reminder-day-after = Usted elige cuándo se lo recordamos: vaya a Mi página y luego a Mi calendario.
email-reminder-hour = Recordatorio de una hora antes
email-reminder-hour-when = Llega más o menos una hora antes, a quienes lo quieren.
email-reminder-hour-subject = Empieza pronto: { $title }
email-reminder-hour-body =
    «{ $title }» empieza en menos de una hora:

    { $details }

    ¿Preguntas? Escríbanos a { $email }.
email-reminder-hour-button = Ver detalles
email-reminder-hour-after = Usted elige cuándo se lo recordamos: vaya a Mi página y luego a Mi calendario.
email-rsvp-reminder = Recordatorio para confirmar asistencia
email-rsvp-reminder-when = Llega a quienes no han respondido, cuando usted presiona el botón en la página del encuentro. Cada persona recibe como máximo uno al día.
email-rsvp-reminder-subject = ¿Podrá asistir? { $title }
email-rsvp-reminder-body =
    Todavía no nos ha dicho si podrá asistir a «{ $title }»:

    { $details }

    ¿Podrá asistir? Su respuesta nos ayuda a organizarnos, y puede cambiarla después.

    ¿Tiene preguntas? Escríbanos a { $email }.
email-rsvp-reminder-button = Responder ahora
email-rsvp-reminder-after = ¿No quiere recordatorios? Desactívelos: vaya a Mi página y luego a Mi calendario.
email-dates-confirmed = Fechas confirmadas
email-dates-confirmed-when = Llega a quienes participan cuando se aclaran fechas que se publicaron distintas.
email-dates-confirmed-subject = Fechas confirmadas: { $season }
email-dates-confirmed-body =
    Revise su calendario, por favor. Se publicaron fechas distintas de { $season }, y estas son las correctas:

    { $dates }

    ¿Preguntas? Escríbanos a { $email }.
email-dates-confirmed-button = Ver los encuentros
email-logistics = Viaje, alojamiento y comidas
email-logistics-when = Llega a quienes no han dicho qué necesitan, cuando usted les pregunta.
email-logistics-subject = Cuéntenos sus planes de viaje para { $title }
email-logistics-body =
    Díganos qué necesita para el viaje, el alojamiento y las comidas de «{ $title }». Toma unos cinco minutos.

    Solo lo ve una persona, y la página dice quién. Lo borramos 60 días después del encuentro.

    ¿Preguntas? Escríbanos a { $email }.
email-logistics-button = Agregar mis planes de viaje
email-reimbursement = Reembolso decidido
email-reimbursement-when = Llega a cada persona cuando se decide su solicitud de reembolso. No dice el monto.
email-reimbursement-subject = Su reembolso de { $title }
email-reimbursement-body =
    Ya hay una decisión sobre su solicitud de reembolso de «{ $title }». Inicie sesión para ver el resultado.

    ¿Preguntas? Escríbanos a { $email }.
email-reimbursement-button = Ver el resultado
email-group = Correos a un grupo
email-group-when = Los escribe usted. Usan la firma y la dirección para respuestas de esta página.
