# Correos de una edición: la página de sus textos, y cada tipo con su texto inicial.
place-emails = Correos
emails-lead = Todos los correos que la gente recibe sobre esta edición. Cambie cualquier texto, véalo como lo recibe una persona y envíese una prueba.
emails-others = Los enlaces para iniciar sesión, los códigos y los mensajes entre personas no aparecen aquí. Sus textos no se cambian.
emails-change = Leer o cambiar estos correos
emails-sender-change = Cambiar firma y respuestas
email-sender = Firma y respuestas
email-sender-save = Guardar firma y respuestas
email-sender-saved = Guardado. Desde ahora lo llevan todos los correos de esta edición.
email-signature-name = Nombre al final de cada correo
email-signature-hint = La persona que firma. Sin un nombre, los correos van firmados «{ $program }».
email-signature-role = Cargo en inglés
email-signature-role-es = Cargo en español
email-reply-to = Dirección para respuestas
email-reply-to-hint = Cuando alguien responde a un correo de esta edición, su respuesta llega aquí. Use un buzón que alguien lea. Si lo deja vacío, las respuestas llegan a { $email }.
wrong-signature-long = Use { $arg } caracteres como máximo.
wrong-signature-name = Escriba el nombre de la persona con este cargo, o quite el cargo.
email-moment-team = Su equipo
email-moment-applying = Durante la convocatoria
email-moment-reviewing = Evaluaciones
email-moment-deciding = Lugares y decisiones
email-moment-registering = Registro
email-moment-gathering = Encuentros
email-moment-group = Correos a un grupo
email-behind-es = El español sigue con el texto inicial
email-behind-en = El inglés sigue con el texto inicial
email-changed-by = Lo cambió { $name }, { $at }
email-changed-on = Se cambió: { $at }
email-is-default = Texto inicial
email-written-each-time = Se escribe cada vez
email-saved = Guardado. Los correos que salgan desde ahora llevan este texto.
email-save = Guardar texto
email-reset = Usar el texto inicial
email-is-reset = Volvió el texto inicial en los dos idiomas. Su texto se conserva abajo.
email-each-time = Este correo lo escribe usted cada vez que lo envía. El texto de aquí es con el que empieza.
email-fields = Campos que puede usar
email-fields-lead = Un campo se llena para cada persona. Escríbalo con sus llaves.
email-field-needed = Obligatorio.
email-field-empty = A veces está vacío. Entonces se omite su párrafo.
email-subject-en = Asunto en inglés
email-subject-es = Asunto en español
email-body-en = Texto en inglés
email-body-es = Texto en español
email-body-hint = Deje una línea vacía entre párrafos. Su firma se agrega al final.
email-button-en = Botón en inglés
email-button-es = Botón en español
email-button-hint = El enlace del botón no cambia.
email-button = Abrir la página
email-preview = Vista previa
email-preview-for = Mostrar como lo recibe esta persona
email-preview-hint = La vista previa está en el idioma de la persona. Usa el texto de arriba, guardado o no.
email-for-me = { $name } (usted)
email-preview-act = Actualizar vista previa
email-preview-examples = El nombre es real. Los demás campos muestran ejemplos, y los enlaces no funcionan.
email-preview-reply = Las respuestas llegan a:
email-preview-no-reply = la dirección que envía los correos
email-preview-plain = Mostrar como texto simple
email-test-act = Enviarme una prueba
email-test-sent = La prueba va en camino a su propia dirección.
email-test-subject = [Prueba] { $subject }
email-test-note = Esto es una prueba. Los campos muestran ejemplos, y el botón lleva a la página de la edición.
email-test-no-address = No tiene una dirección de correo aquí, así que no se envió ninguna prueba. Agréguela en Mi página.
email-versions = Versiones
email-version-own = texto propio ({ $languages })
email-version-now = en uso
email-version-read = Leer esta versión
email-version-use = Usar esta versión
wrong-email-subject = Escriba un asunto.
wrong-email-body = Escriba un texto.
wrong-email-button = Escriba qué dice el botón.
wrong-email-long = Use { $arg } caracteres como máximo.
wrong-email-unknown = Este correo no tiene el campo { $arg }. Quítelo, o use uno de la lista.
wrong-email-missing = Agregue { $arg }. La gente lo necesita en este correo.
wrong-email-brace = Aquí hay una llave que no es de ningún campo. Quítela, o escriba un campo de la lista.
wrong-email-meanwhile = Otra persona cambió este texto mientras usted escribía. Su texto está en Versiones. Guarde otra vez para reemplazarlo.
event-email-changed = Se cambió el texto de un correo
event-email-reset = Un correo tiene otra vez su texto inicial
event-email-sender = Se cambió la firma o la dirección para respuestas
setup-signature = Firmar sus correos
setup-signature-text = Opcional. Un nombre al final de cada correo, una dirección para respuestas y sus propios textos.
setup-signature-act = Preparar los correos

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
email-field-decision_day = El día hasta el que prometió una respuesta
email-sample-decision_day = 15 de mayo de 2026
email-field-applicant = El nombre de quien se postula
email-sample-applicant = Alex Rivera
email-field-deadline = El último momento para enviar
email-sample-deadline = vie 3 de abril de 2026, 5:00 p. m. (hora del Este)
email-field-reviews = Cuántas solicitudes tiene por evaluar
email-sample-reviews = 4 solicitudes
email-field-due = El día de entrega de las evaluaciones
email-sample-due = 17 de abril de 2026
email-field-conflicts = Un aviso para declarar conflictos de interés, hasta que lo haga
email-sample-conflicts = Antes de empezar, díganos si tiene conflictos de interés.
email-field-answer_by = El último día para responder
email-sample-answer_by = 29 de mayo de 2026
email-field-beyond = Una nota cuando hay más invitaciones que lugares
email-sample-beyond = Sabemos que algunas personas dirán que no, así que invitamos hasta a 24 para 20 lugares. Los lugares son de quienes digan que sí primero.
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
email-field-details = Día, hora y sitio
email-sample-details =
    mié 9 de septiembre, 1:00–4:00 p. m. (hora del Este)
    Dónde: Tidewater Hall
email-field-purpose = Para qué es el encuentro
email-sample-purpose = Nos conocemos y acordamos cómo trabajar.
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
email-sample-role = Evaluación

# Su equipo
email-staff = Invitación a un rol
email-staff-when = Llega a quien usted invita a un rol.
email-staff-subject = Una invitación a { $season }
email-staff-body =
    Hola { $name }:

    Le invitamos a asumir el rol «{ $role }» en { $season }. El enlace de abajo funciona durante siete días y solo para este correo.

    ¿Preguntas? Escriba a { $email }.
email-staff-button = Ver la invitación
email-bounced = Correo devuelto
email-bounced-when = Llega a quienes dirigen la edición cuando vuelve un correo enviado a alguien de la edición.
email-field-person = La persona cuyo correo fue devuelto
email-sample-person = Sam Okafor
email-bounced-subject = El correo a { $person } fue devuelto
email-bounced-body =
    Hola { $name }:

    El correo a { $person }, que participa en { $season }, fue devuelto: su servidor dice que la dirección no existe.

    Los correos grupales para esa persona están en pausa. Los enlaces para iniciar sesión se siguen enviando. Pídale otra dirección; puede agregarla en su propia página. Si fue un error del servidor, quite la marca.
email-bounced-button = Ver correos devueltos
email-field-contact_change = Quién organizaba el acceso antes y quién lo hace ahora
email-sample-contact_change = Ahora Maren Vale organiza el acceso de Edición 2025. Antes lo hacía Ayo Silverthorne.
email-field-follows = Qué significa para la persona, según nuestras reglas de privacidad
email-sample-follows = No se entregó nada de lo que se dijo antes.
email-access-contact = Usted organiza el acceso, o ya no
email-access-contact-when = Llega a la persona que ahora organiza el acceso y a la que lo hacía antes.
email-access-contact-subject = Cambió quién organiza el acceso de { $season }
email-access-contact-body =
    { $contact_change }

    { $follows }

    ¿Preguntas? Escriba a { $email }.
email-access-contact-button = Abrir necesidades de acceso
email-access-need = Otra persona organiza el acceso: necesidades
email-access-need-when = Llega a quienes nos dijeron qué les ayuda a participar, cuando otra persona organiza el acceso. Nadie más ve que lo recibieron.
email-access-need-subject = Cambió quién organiza el acceso de { $season }
email-access-need-body =
    { $contact_change }

    { $follows }

    ¿Preguntas? Escriba a { $email }.
email-access-need-button = Revisar mis necesidades de acceso
email-access-sheet = Otra persona organiza el acceso: hojas de viaje
email-access-sheet-when = Llega a quienes llenaron una hoja de viaje o pidieron un reembolso, cuando otra persona organiza el acceso. Nadie más ve que lo recibieron.
email-access-sheet-subject = Cambió quién organiza el acceso de { $season }
email-access-sheet-body =
    { $contact_change }

    { $follows }

    ¿Preguntas? Escriba a { $email }.
email-access-sheet-button = Abrir mis encuentros
email-space-invited = Invitación a un espacio
email-space-invited-when = Llega a alguien a quien otra persona de la edición invita a un espacio. No dice qué espacio es ni quién está en él.
email-space-invited-subject = { $season }: una invitación
email-space-invited-body =
    Alguien de { $season } le invita a un espacio que unas personas hicieron para sí mismas. Inicie sesión para leer para qué es.
email-space-invited-button = Abrir mis espacios
email-space-in = Entrada a un espacio
email-space-in-when = Llega a quien pidió unirse a un espacio, cuando ya puede entrar.
email-space-in-subject = { $season }: ya puede entrar a un espacio
email-space-in-body =
    Ya puede entrar al espacio de { $season } al que pidió unirse.
email-space-in-button = Abrir mis espacios

# Durante la convocatoria
email-call-open = La convocatoria está abierta
email-call-open-when = Llega a toda la lista de interés cuando abre la convocatoria.
email-call-open-subject = La convocatoria está abierta: { $season }
email-call-open-body =
    Hola { $name }:

    Usted nos pidió aviso. Puede postularse a { $season } hasta { $deadline }.

    ¿Preguntas? Escriba a { $email }.
email-call-open-button = Leer cómo postularse
email-call-open-after = Debajo de su firma: un enlace para salir de la lista de interés.
email-draft-link = Enlace para seguir una solicitud
email-draft-link-when = Llega a quien empieza una solicitud o pide su enlace otra vez.
email-draft-link-subject = Su solicitud a { $season }
email-draft-link-body =
    Empezó una solicitud a { $season }. Con este enlace puede seguirla en cualquier dispositivo hasta que cierre la convocatoria.

    El enlace abre solo esta solicitud. Si no empezó ninguna, no haga caso de este correo. Los borradores se borran al cerrar la convocatoria.

    ¿Preguntas? Escriba a { $email }.
email-draft-link-button = Seguir con mi solicitud
email-application-confirm = Confirmar una solicitud
email-application-confirm-when = Llega a la dirección de una solicitud enviada, hasta que su titular la confirma.
email-application-confirm-subject = Confirme su solicitud a { $season }
email-application-confirm-body =
    Recibimos una solicitud a { $season } con su correo electrónico. Su número es { $number }. Si la envió usted, confirme su dirección. Así recibirá una copia y nuestra respuesta le llegará.

    Si no la envió, abra el enlace y elija «No la envié yo». La retiraremos y no le escribiremos más sobre ella.

    ¿Preguntas? Escriba a { $email }.
email-application-confirm-button = Confirmar mi correo
email-application-sent = Solicitud recibida
email-application-sent-when = Llega a quien se postula cuando su solicitud se envió y su dirección está confirmada.
email-application-sent-subject = Recibimos su solicitud a { $season }
email-application-sent-body =
    Gracias por postularse a { $season }. Recibimos su solicitud. Su número es { $number }.

    { $entered }

    Puede cambiarla o retirarla hasta el { $change_until }.

    Le responderemos a más tardar el { $decision_day }, sea cual sea la respuesta.

    ¿Preguntas? Escriba a { $email }.
email-application-sent-button = Ver mi solicitud
email-application-sent-after = Debajo de su firma: una copia de todo lo que envió.
email-application-sent-entered = Alguien de nuestro equipo escribió sus respuestas por usted. Si algo no está bien, avísenos.
email-application-sent-copy = Esto es lo que envió:
email-application-changed = Cambios recibidos
email-application-changed-when = Llega a quien envía cambios a su solicitud.
email-application-changed-subject = Recibimos los cambios de su solicitud a { $season }
email-application-changed-body =
    Recibimos los cambios de su solicitud a { $season }. Su número sigue siendo { $number }.

    { $entered }

    Puede cambiarla o retirarla hasta el { $change_until }.

    Le responderemos a más tardar el { $decision_day }, sea cual sea la respuesta.

    ¿Preguntas? Escriba a { $email }.
email-application-changed-button = Ver mi solicitud
email-application-changed-after = Debajo de su firma: una copia de todo lo que envió.
email-application-sent-again = Solicitud enviada otra vez
email-application-sent-again-when = Llega a quien envía otra vez una solicitud retirada.
email-application-sent-again-subject = Recibimos otra vez su solicitud a { $season }
email-application-sent-again-body =
    Recibimos otra vez su solicitud a { $season }. Su número sigue siendo { $number }.

    { $entered }

    Puede cambiarla o retirarla hasta el { $change_until }.

    Le responderemos a más tardar el { $decision_day }, sea cual sea la respuesta.

    ¿Preguntas? Escriba a { $email }.
email-application-sent-again-button = Ver mi solicitud
email-application-sent-again-after = Debajo de su firma: una copia de todo lo que envió.
email-changes-deleted = Cambios no enviados
email-changes-deleted-when = Llega a quien no envió los cambios de su solicitud antes de la fecha límite.
email-changes-deleted-subject = Sus cambios no se enviaron: { $season }
email-changes-deleted-body =
    Empezó a cambiar su solicitud a { $season }, pero no envió los cambios antes de la fecha límite. Los borramos. Su solicitud cuenta como la envió el { $submitted_at }.

    ¿Preguntas? Escriba a { $email }.
email-stays-withdrawn = La solicitud sigue retirada
email-stays-withdrawn-when = Llega a quien retiró su solicitud, empezó a cambiarla y no la envió otra vez antes de la fecha límite.
email-stays-withdrawn-subject = Su solicitud sigue retirada: { $season }
email-stays-withdrawn-body =
    Retiró su solicitud a { $season }, que envió el { $submitted_at }, y no la envió otra vez antes de la fecha límite. Sigue retirada.

    ¿Preguntas? Escriba a { $email }.
email-draft-reminder = Recordatorio para terminar una solicitud
email-draft-reminder-when = Llega a quienes tienen una solicitud sin terminar, si usted activa los recordatorios.
email-draft-reminder-subject = Su solicitud a { $season } aún no está enviada
email-draft-reminder-body =
    Empezó una solicitud a { $season } y no la ha enviado. Puede enviarla hasta el { $deadline }.

    El botón de abajo abre su borrador. No reenvíe este correo: el enlace abre sus respuestas.

    ¿Preguntas? Escriba a { $email }.
email-draft-reminder-button = Continuar mi solicitud
email-draft-reminder-after = Debajo de su firma: un enlace para no recibir más recordatorios.
email-draft-reminder-end = ¿No quiere recordatorios? Desactívelos: { $url }
email-application-withdrawn = Solicitud retirada
email-application-withdrawn-when = Llega a quien retira su solicitud.
email-application-withdrawn-subject = Retiró su solicitud a { $season }
email-application-withdrawn-body =
    Retiró su solicitud a { $season }. Nadie la va a evaluar.

    Si cambia de opinión, puede enviarla otra vez hasta el { $change_until }.

    ¿Preguntas? Escriba a { $email }.
email-application-withdrawn-button = Ver mi solicitud
email-acknowledgement = Pregunta a quien emplea
email-acknowledgement-when = Llega a quien emplea cuando alguien que se postula pide confirmar que sabe del tiempo.
email-acknowledgement-subject = { $applicant } pregunta: ¿sabe cuánto tiempo toma { $season }?
email-acknowledgement-body =
    { $applicant } se postuló a { $season } y pregunta si usted sabe cuánto tiempo toma. La página de este enlace lo muestra en un minuto.

    No es una referencia y no influye en la decisión. No tiene que responder.

    ¿Preguntas? Escriba a { $email }.
email-acknowledgement-button = Ver cuánto tiempo toma

# Recomendaciones
email-field-note = Su propia nota para quienes recomiendan, de la configuración de recomendaciones
email-field-message = Su mensaje, de la página donde cancela
email-sample-message = La enviamos por error. Le pedimos disculpas.
email-sample-note = Buscamos a personas que unen a otras.
email-field-recommender = El nombre de quien recomienda
email-sample-recommender = Sam Okafor
email-recommendation-ask = Pedido de una recomendación
email-recommendation-ask-when = Llega a la persona que alguien nombra para que le recomiende.
email-recommendation-ask-subject = { $applicant } le pide una recomendación
email-recommendation-ask-body =
    Hola { $name }:

    { $applicant } se postula a { $season } y dijo que usted conoce su trabajo. Le pide una recomendación.

    { $note }

    Son unas pocas preguntas en una página. Envíela a más tardar el { $due }. No necesita cuenta y sus respuestas se guardan mientras escribe.

    Si no puede escribirla, dígalo en la misma página. Si no conoce a esta persona, puede ignorar este correo.

    ¿Preguntas? Escriba a { $email }.
email-recommendation-ask-button = Abrir la recomendación
email-recommendation-reminder = Recordatorio a quien recomienda
email-recommendation-reminder-when = Llega a quienes no han respondido: antes del último día, o cuando usted o quien se postula envía un recordatorio.
email-recommendation-reminder-subject = Recordatorio: recomendación para { $applicant }, hasta el { $due }
email-recommendation-reminder-body =
    Hola { $name }:

    { $applicant } se postula a { $season } y le pidió una recomendación. La fecha límite es el { $due }.

    Si no puede escribirla, dígalo en la misma página. Si no conoce a esta persona, puede ignorar este correo.

    ¿Preguntas? Escriba a { $email }.
email-recommendation-reminder-button = Abrir la recomendación
email-recommendation-thanks = Recomendación recibida
email-recommendation-thanks-when = Llega a quien envía una recomendación.
email-recommendation-thanks-subject = Recibimos su recomendación para { $applicant }
email-recommendation-thanks-body =
    Hola { $name }:

    Gracias por su recomendación de { $applicant } para { $season }. Puede cambiarla hasta el { $due }.

    ¿Preguntas? Escriba a { $email }.
email-recommendation-thanks-button = Cambiar recomendación
email-recommendation-declined = Alguien no puede recomendar
email-recommendation-declined-when = Llega a quien se postula cuando la persona que nombró dice que no puede escribirla. Nunca dice por qué.
email-recommendation-declined-subject = { $recommender } no puede escribir su recomendación
email-recommendation-declined-body =
    { $recommender } no puede escribir una recomendación para su solicitud a { $season }. Puede pedírsela a otra persona hasta el { $due }. Su solicitud sigue igual.

    ¿Preguntas? Escriba a { $email }.
email-recommendation-declined-button = Nombrar a otra persona
email-recommendation-link = Enlace para nombrar a quienes recomiendan
email-recommendation-link-when = Llega a las personas cuya solicitud se importó o la ingresó su equipo, cuando usted les envía el enlace.
email-recommendation-link-subject = Nombre a quienes le recomiendan para { $season }
email-recommendation-link-body =
    Hola { $name }:

    Tenemos su solicitud a { $season }. Díganos quién puede recomendarle, a más tardar el { $due }. Cada persona que nombre recibe un correo con un enlace y responde unas preguntas en una página. No necesita cuenta, y usted tampoco.

    El enlace es solo para usted. Por favor no lo reenvíe.

    ¿Preguntas? Escriba a { $email }.
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
    Hola { $name }:

    Tiene { $reviews } de { $season } por evaluar.

    Termine, por favor, a más tardar el { $due }.

    { $conflicts }

    ¿Preguntas? Escriba a { $email }.
email-reviews-button = Abrir mis evaluaciones
email-reviews-due = Evaluaciones por vencer
email-reviews-due-when = Llega una vez a quienes tienen evaluaciones abiertas, unos días antes de la fecha.
email-reviews-due-subject = Evaluaciones para el { $due }: { $season }
email-reviews-due-body =
    Hola { $name }:

    Todavía tiene { $reviews } por evaluar. Termine, por favor, a más tardar el { $due }.

    ¿Preguntas? Escriba a { $email }.
email-reviews-due-button = Abrir mis evaluaciones

# Lugares y decisiones
email-invitation = Invitación a un lugar
email-invitation-when = Llega a cada persona a quien ofrece un lugar.
email-invitation-subject = Un lugar para usted en { $season }
email-invitation-body =
    Hola { $name }:

    Nos alegra ofrecerle un lugar en { $season }. Por favor responda a más tardar el { $answer_by }. El enlace de abajo abre su invitación.

    { $beyond }

    Puede decir que no con toda libertad; nadie preguntará por qué.

    ¿Preguntas? Escriba a { $email }.
email-invitation-button = Leer y responder
email-invitation-due = Invitación: respuesta por vencer
email-invitation-due-when = Llega una vez a quienes no han respondido, tres días antes de la fecha.
email-invitation-due-subject = Responda, por favor, a su invitación a { $season }
email-invitation-due-body =
    Hola { $name }:

    Tiene una invitación a { $season }. Díganos, por favor, a más tardar el { $answer_by } si acepta. Después, su lugar puede pasar a otra persona.

    ¿Preguntas? Escriba a { $email }.
email-invitation-due-button = Leer y responder
email-invitation-canceled = Invitación cancelada
email-invitation-canceled-when = Llega a la persona invitada si cancela su invitación antes de que responda.
email-invitation-canceled-subject = Se canceló su invitación a { $season }
email-invitation-canceled-body =
    Hola { $name }:

    Le enviamos una invitación a { $season }. Lo sentimos: tuvimos que cancelarla y su enlace ya no funciona.

    { $message }

    ¿Preguntas? Escriba a { $email }.
email-seat = Lugar aceptado
email-seat-when = Llega a cada persona en cuanto acepta su lugar.
email-seat-subject = Tiene un lugar en { $season }
email-seat-body =
    Hola { $name }:

    Gracias por aceptar. Tiene un lugar en { $season }. Va del { $starts_on } al { $ends_on }.

    Recibirá las fechas de los encuentros en otros correos, para su calendario. También puede verlas en la página de abajo.

    ¿Preguntas? Escriba a { $email }.
email-seat-button = Ver las fechas
email-seat-notice = Alguien respondió a una invitación
email-seat-notice-when = Llega a quienes dirigen el programa cada vez que alguien acepta o rechaza un lugar.
email-seat-notice-subject = Respuesta a una invitación: { $answer }
email-seat-notice-body =
    Hola { $name }:

    { $answer } { $seats }
email-seat-notice-button = Ver las invitaciones
email-seat-notice-accepted = { $name } aceptó su lugar.
email-seat-notice-declined = { $name } rechazó su lugar.
email-seats-taken = Hay { $n } de { $of } lugares ocupados.
email-alternate = Suplentes
email-alternate-when = Llega a suplentes cuando usted envía las decisiones. No es una respuesta final.
email-alternate-page = Ir a las decisiones
email-alternate-subject = Su solicitud a { $season }
email-alternate-body =
    Hola { $name }:

    Le agradecemos su solicitud. Ya ofrecimos todos los lugares de { $season }, y usted está en nuestra lista de suplentes.

    Si se abre un lugar, le escribiremos. No tiene que hacer nada ahora. También le escribiremos cuando se ocupen todos los lugares.

    Gracias por su paciencia.

    ¿Preguntas? Escriba a { $email }.
email-decision = Sin lugar o no elegible
email-decision-when = Llega a quienes no obtuvieron un lugar cuando usted envía las decisiones.
email-decision-page = Ir a las decisiones
email-decision-subject = Su solicitud a { $season }
email-decision-body =
    Hola { $name }:

    Le agradecemos su solicitud a { $season }. Esta vez no podemos ofrecerle un lugar.

    { $reason } Esto no dice nada del valor de su trabajo.

    Si quiere saber qué notaron quienes evaluaron, escríbanos a { $email } y hablamos. Puede postularse otra vez.

    Con aprecio
email-decision-button = Conservar o borrar mi solicitud

# Registro
email-register-asked = Confirmar un registro
email-register-asked-when = Llega a la dirección de un registro nuevo, hasta que su titular lo confirma.
email-register-asked-subject = Confirme su inscripción: { $season }
email-register-asked-body =
    Recibimos una inscripción en { $season } con su correo electrónico. Confírmela en el plazo de una hora, por favor. Si hay lugares libres, le guardamos uno hasta entonces. Más tarde tendrá un lugar si hay alguno libre, o pasará a la lista de espera.

    Si no se inscribió, no hace falta que haga nada. No le enviaremos nada más sobre esta inscripción.

    ¿Preguntas? Escriba a { $email }.
email-register-asked-button = Confirmar mi inscripción
email-register-held = Con lugar
email-register-held-when = Llega a cada persona que tiene un lugar.
email-register-held-subject = Tiene su lugar: { $season }
email-register-held-body =
    Hola { $name }:

    Tiene su lugar en { $season }. Recibirá las fechas en otros correos, para su calendario.

    Con el enlace de abajo puede dejar su lugar o pasarlo. Guarde este correo.

    Para pagar, vaya a { $pay_link }

    ¿Preguntas? Escriba a { $email }.
email-register-held-button = Mi inscripción
email-register-waiting = En la lista de espera
email-register-waiting-when = Llega a quien se inscribe cuando todos los lugares están ocupados.
email-register-waiting-subject = Está en la lista de espera: { $season }
email-register-waiting-body =
    Hola { $name }:

    Todos los lugares de { $season } están ocupados. Usted está en la lista de espera. Si se libera un lugar antes del cierre de la inscripción, es suyo y le escribimos.

    Con el enlace de abajo puede ver su situación o salir de la lista de espera. Guarde este correo.

    ¿Preguntas? Escriba a { $email }.
email-register-waiting-button = Mi inscripción
email-register-opened = Se abrió un lugar
email-register-opened-when = Llega a la primera persona de la lista de espera cuando se abre un lugar.
email-register-opened-subject = Hay un lugar libre, y es suyo: { $season }
email-register-opened-body =
    Hola { $name }:

    Quedó libre un lugar en { $season }, y es suyo.

    Con el enlace de abajo puede dejar su lugar o pasarlo. Guarde este correo.

    Para pagar, vaya a { $pay_link }

    ¿Preguntas? Escriba a { $email }.
email-register-opened-button = Mi inscripción
email-register-again = Inscripción repetida
email-register-again-when = Llega a quien se inscribe otra vez, con su enlace.
email-register-again-subject = Su inscripción: { $season }
email-register-again-body =
    Ya se había inscrito en { $season }. Aquí tiene su enlace de nuevo.

    Con él puede dejar su lugar o pasarlo. Guarde este correo.

    ¿Preguntas? Escriba a { $email }.
email-register-again-button = Mi inscripción
email-register-again-waiting = Lista de espera, repetida
email-register-again-waiting-when = Llega a quien está en la lista de espera y se inscribe otra vez, con su enlace.
email-register-again-waiting-subject = Su sitio en la lista de espera: { $season }
email-register-again-waiting-body =
    Ya está en la lista de espera de { $season }. Aquí tiene su enlace de nuevo.

    Con él puede ver su situación o salir de la lista de espera. Guarde este correo.

    ¿Preguntas? Escriba a { $email }.
email-register-again-waiting-button = Mi inscripción
email-place = Alguien ofrece su lugar
email-place-when = Llega a la persona a quien alguien ofrece su lugar.
email-place-subject = { $registrant } le ofrece un lugar en { $season }
email-place-body =
    { $registrant } no puede usar su lugar en { $season } y se lo ofrece. Abra el enlace para aceptarlo o decir que no.

    Nada cambia si no lo acepta.

    ¿Preguntas? Escriba a { $email }.
email-place-button = Ver el ofrecimiento
email-place-there = Un lugar para quien ya tiene uno
email-place-there-when = Llega a la persona a quien se ofrece un lugar si ya tiene uno.
email-place-there-subject = { $registrant } le ofrece un lugar en { $season }
email-place-there-body =
    { $registrant } le ofrece su lugar en { $season }. Usted ya tiene inscripción, así que no hace falta que haga nada. { $registrant } conserva el lugar.

    ¿Preguntas? Escriba a { $email }.
email-place-there-button = Ver el ofrecimiento

# Encuentros
email-gathering = Encuentro u horario nuevo
email-gathering-when = Llega a quienes participan cuando usted publica un encuentro, con una entrada para su calendario.
email-gathering-subject = Nueva fecha: { $title }, { $day }
email-gathering-body =
    Tiene lugar «{ $title }»:

    { $details }

    { $purpose }

    ¿Preguntas? Escriba a { $email }.
email-gathering-button = Ver el encuentro
email-gathering-choose = Elegir un horario
email-gathering-choose-when = Llega a quienes participan cuando un encuentro tiene varios horarios.
email-gathering-choose-subject = Elija su horario: { $title }
email-gathering-choose-body =
    Hay varios horarios para «{ $title }». Elija el que le convenga:

    { $times }

    Puede elegir hasta el final del { $choose_by }.

    ¿Preguntas? Escriba a { $email }.
email-gathering-choose-button = Elegir mi horario
email-gathering-opened = Se abrió un lugar en un encuentro
email-gathering-opened-when = Llega a quien está en la lista de espera de un horario cuando se abre un lugar.
email-gathering-opened-subject = Tiene un lugar: { $title }, { $day }
email-gathering-opened-body =
    Quedó un lugar libre en «{ $title }», y es suyo:

    { $details }

    { $purpose }

    ¿Preguntas? Escriba a { $email }.
email-gathering-opened-button = Ver el encuentro
email-gathering-changed = Cambió un encuentro
email-gathering-changed-when = Llega a quienes tienen que saberlo cuando cambia un encuentro publicado.
email-gathering-changed-subject = Cambió: { $title }, { $day }
email-gathering-changed-body =
    Algo de «{ $title }» ha cambiado:

    { $changes }

    { $details }

    ¿Preguntas? Escriba a { $email }.
email-gathering-changed-button = Ver el encuentro
email-gathering-off = Se canceló un encuentro
email-gathering-off-when = Llega a quienes tienen que saberlo cuando usted cancela un encuentro. Sale de su calendario.
email-gathering-off-subject = Cancelado: { $title }, { $day }
email-gathering-off-body =
    «{ $title }» se ha cancelado.

    { $why }

    { $details }

    ¿Preguntas? Escriba a { $email }.
email-gathering-off-button = Ver el encuentro
email-gathering-left = Un horario ya no es suyo
email-gathering-left-when = Llega a quien deja un horario, elige otro o se va. Sale de su calendario.
email-gathering-left-subject = Ya no está en su calendario: { $title }, { $day }
email-gathering-left-body =
    Este horario de «{ $title }» ya no es suyo:

    { $details }

    ¿Preguntas? Escriba a { $email }.
email-gathering-left-button = Ver el encuentro
email-reminder-day = Recordatorio del día anterior
email-reminder-day-when = Llega cerca de un día antes, a quienes lo quieren.
email-reminder-day-subject = Mañana u hoy: { $title }
email-reminder-day-body =
    Se acerca «{ $title }»:

    { $details }

    ¿Preguntas? Escriba a { $email }.
email-reminder-day-button = Ver el encuentro
email-reminder-day-after = Usted decide cuándo se lo recordamos: vaya a Mi página y luego a Mi calendario.
email-reminder-hour = Recordatorio de una hora antes
email-reminder-hour-when = Llega cerca de una hora antes, a quienes lo quieren.
email-reminder-hour-subject = En una hora: { $title }
email-reminder-hour-body =
    «{ $title }» comienza dentro de una hora:

    { $details }

    ¿Preguntas? Escriba a { $email }.
email-reminder-hour-button = Ver el encuentro
email-reminder-hour-after = Usted decide cuándo se lo recordamos: vaya a Mi página y luego a Mi calendario.
email-dates-confirmed = Fechas confirmadas
email-dates-confirmed-when = Llega a quienes participan cuando se aclaran fechas que se publicaron distintas.
email-dates-confirmed-subject = Las fechas están confirmadas: { $season }
email-dates-confirmed-body =
    Las fechas de { $season } se publicaron de maneras distintas. Ahora están confirmadas:

    { $dates }

    ¿Preguntas? Escriba a { $email }.
email-dates-confirmed-button = Ver los encuentros
email-logistics = Viaje, habitación y comida
email-logistics-when = Llega a quienes no han dicho qué necesitan, cuando usted les pregunta.
email-logistics-subject = Antes de { $title }: viaje, habitación y comida
email-logistics-body =
    Usted participa en «{ $title }». Díganos, por favor, qué necesita para el viaje, la habitación y la comida. Son cinco minutos.

    Lo lee una persona, cuyo nombre está en la página. Se borra sesenta días después.

    ¿Preguntas? Escriba a { $email }.
email-logistics-button = Decir lo que necesito
email-reimbursement = Reembolso resuelto
email-reimbursement-when = Llega a cada persona cuando se resuelve su solicitud de reembolso. No dice el monto.
email-reimbursement-subject = Su reembolso de { $title }
email-reimbursement-body =
    Se resolvió su solicitud de reembolso de «{ $title }». Puede leer el resultado en su página.

    ¿Preguntas? Escriba a { $email }.
email-reimbursement-button = Ver el resultado
email-group = Correos a un grupo
email-group-when = Los escribe usted. Llevan la firma y la dirección para respuestas de esta página.
