# Recomendaciones: lo que se pide, a quién se nombra, lo que se escribe.
place-recommendations = Recomendaciones
recommendations-title = Recomendaciones
recommendations-ask-for = Pedir recomendaciones
recommendations-off = Esta edición no pide recomendaciones. Puede pedir a quienes se postulan que nombren hasta tres personas que conozcan su trabajo. Cada una recibe un enlace y no necesita cuenta.
recommendations-set-up = Configurar recomendaciones
recommendations-change = Cambiar configuración
recommendations-asks = Cada persona que se postula puede tener hasta { $n ->
    [one] una recomendación
   *[other] { $n } recomendaciones
  }. Fecha límite: { $day }.
recommendations-asks-required = Cada persona que se postula necesita { $n ->
    [one] una recomendación
   *[other] { $n } recomendaciones
  }. Fecha límite: { $day }.
recommendations-received = Recibidas
recommendations-open = Sin respuesta todavía
recommendations-lacking = de { $total } solicitudes tienen menos de { $n }
recommendations-missing = Faltan
recommendations-decide-nothing = Que falte una recomendación nunca hace que alguien deje de ser elegible.
recommendations-remind = Recordar a { $n ->
    [one] una persona
   *[other] { $n } personas
  }
recommendations-remind-note = Cada una recibe un correo con un enlace nuevo. No escribimos a quienes recibieron un correo en las últimas 24 horas.
recommendations-reminded = Enviado a { $n ->
    [one] una persona
   *[other] { $n } personas
  }.
recommendations-reminded-nobody = No enviamos ningún recordatorio. Todas las personas respondieron o recibieron un correo en las últimas 24 horas.
recommendations-show-missing = Mostrar { $n ->
    [one] la solicitud
   *[other] las { $n } solicitudes
  } a las que les faltan recomendaciones
recommendations-show-all = Mostrar todas las solicitudes
recommendations-nobody = Todavía no hay solicitudes.
recommendations-nobody-named = Aún no se ha nombrado a nadie para esta solicitud.
recommendations-recommenders = Quienes recomiendan
recommendations-count = Leer recomendaciones ({ $received } de { $named } recibidas)
recommendations-told-kept = Avisamos a quien recomienda que quien se postula no ve esto en este sitio.
recommendations-told-shown = Avisamos a quien recomienda que quien se postula puede leer esto.
recommendations-settings = Configuración de recomendaciones
recommendations-settings-lead = Elija cuántas recomendaciones pide, hasta cuándo y qué preguntas hace.
recommendations-most = Número de recomendaciones
recommendations-most-hint = Por solicitud. Elija «Ninguna» para dejar de pedirlas.
recommendations-none = Ninguna
recommendations-required = Pedir este número a cada persona
recommendations-required-hint = Quienes se postulan ven que las pide, y usted ve a quién le faltan. Pueden enviar la solicitud sin ellas, y nadie deja de ser elegible.
recommendations-due = Último día para las recomendaciones
recommendations-due-hint = El día en que cierra la convocatoria o después. Hasta entonces se puede nombrar a personas, también después de enviar la solicitud.
recommendations-shown = ¿Quienes se postulan pueden leer sus recomendaciones?
recommendations-shown-hint = Si no, solo ven si cada una ya llegó. Avisamos a quien recomienda antes de que escriba. Un cambio vale para las personas a quienes se pida después.
recommendations-shown-no = No
recommendations-shown-yes = Sí, una vez enviada
recommendations-intro = Nota para quienes recomiendan ({ $language })
recommendations-intro-hint = Opcional. Diga en pocas frases qué es el programa y qué le interesa saber.
recommendations-save = Guardar configuración
recommendations-questions = Preguntas para quienes recomiendan
recommendations-questions-first = Estas preguntas sirven para empezar. Guarde primero la configuración para cambiarlas.
recommendations-questions-none = No hay preguntas. Agregue al menos una para que quienes recomiendan tengan qué responder.
recommendations-question-add = Agregar pregunta
recommendations-questions-note = Los cambios valen enseguida para quienes no han enviado su recomendación. Las ya enviadas conservan sus preguntas.
recommendations-need = Pedimos { $n ->
    [one] una recomendación
   *[other] { $n } recomendaciones
  } de personas que conozcan su trabajo, a más tardar el { $day }.
recommendations-may = Puede pedir una recomendación a { $n ->
    [one] una persona que conozca
   *[other] hasta { $n } personas que conozcan
  } su trabajo, a más tardar el { $day }.
recommendations-how = Cada persona recibe un correo con un enlace y no necesita cuenta. Aquí verá si su recomendación ya llegó.
recommendations-you-read = Usted puede leer lo que escriban, y se lo decimos a esas personas.
recommendations-you-dont-read = Aquí no verá lo que escriban. La ley puede darle derecho a pedir al programa los datos que guarda sobre usted.
recommendations-so-far = { $named } nombradas, { $received } recibidas.
recommendations-after-sending = Puede enviar su solicitud ahora y nombrar a las personas después.
recommendations-open-page = Nombrar a quien le recomiende
recommendations-look = Ver sus recomendaciones
recommendations-whom = Personas que nombró
recommendations-once-a-day = Puede enviar un recordatorio por persona al día. Puede reemplazar a quien no haya respondido.
recommendations-confirm-first = Les escribiremos en cuanto usted confirme su propio correo. Abra el enlace que le enviamos.
recommendations-address-first = Les escribiremos en cuanto usted confirme su propio correo. Escríbalo en su solicitud y abra el enlace que le enviemos.
recommendations-named = Guardado. Le estamos enviando un correo.
recommendations-named-later = Guardado. Le escribiremos cuando usted confirme su propio correo.
recommendations-reminded-one = Recordatorio enviado.
recommendations-early = No enviamos ningún correo. Ya respondió, o recibió uno en las últimas 24 horas.
recommendations-removed = Se quitó. Su enlace ahora le dice que ya no hace falta la recomendación.
recommendations-answered = Ya respondió, así que no se quitó nada.
recommendations-over = El último día fue el { $day }. Ya no puede nombrar a nadie.
recommendations-mail-now = Recibirá un correo enseguida.
recommendations-mail-later = Recibirá un correo cuando usted confirme su propio correo.
recommendations-to-status = Volver a su solicitud
recommendation-is-waiting = Aún no pedida
recommendation-is-asked = Pedida
recommendation-is-opened = Abierta
recommendation-is-declined = No puede escribirla
recommendation-is-received = Recibida
recommendation-written-to = Último correo: { $at }
recommendation-came = recibida: { $at }
recommendation-read = Leer recomendación
recommendation-remind = Enviar recordatorio
recommendation-replace = Reemplazar
recommendation-replace-title = Reemplazar a { $name }
recommendation-replace-text = Su enlace deja de funcionar en cuanto usted nombre a otra persona.
recommendation-replace-act = Reemplazar y pedir
recommendation-name-title = Nombrar a quien le recomiende
recommendation-name-act = Pedir recomendación
recommender-name = Nombre de quien recomienda
recommender-email = Correo de quien recomienda
recommender-relation = Cómo le conoce
recommender-relation-hint = Por ejemplo: «Supervisa mi trabajo en el banco de alimentos». Quienes evalúan no lo ven.
recommender-language = Idioma del correo
recommender-own-name = Su nombre, como le conoce esa persona
recommender-own-name-hint = Aparece en el correo, para que sepa quién se lo pide.
wrong-recommender-twice = Ya nombró a una persona con este correo. Escriba el correo de otra persona.
wrong-recommender-own = Este es su propio correo. Escriba el de quien recomienda.
wrong-recommenders-full = Ya nombró a todas las personas que puede. Para nombrar a otra, reemplace o quite primero a quien no haya respondido.
wrong-recommenders-many = Ya nombró a 12 personas en total, que es el máximo. Pida ayuda al programa.
wrong-recommenders-closed = Ya pasó el último día para las recomendaciones.
wrong-recommendations-due = Elija el día en que cierra la convocatoria o uno posterior.
recommendation-title = Recomendación
recommendation-asks = { $name } le pide una recomendación
recommendation-lead = { $name } se postula a { $season } y dijo que usted conoce su trabajo. Responda unas pocas preguntas a más tardar el { $day }. No necesita cuenta.
recommendation-begin = Escribir recomendación
recommendation-questions = Lo que preguntamos
recommendation-who-reads = Quién lee sus respuestas
recommendation-read-by = El equipo que dirige el programa las lee con su nombre. Quienes evalúan pueden leerlas después de leer la solicitud.
recommendation-no-names = Antes de que las lean quienes evalúan, reemplazamos los nombres que conocemos. Por favor, no agregue otros.
recommendation-shown-no = { $name } no ve sus respuestas en este sitio. La ley puede darle derecho a pedir sus datos al programa, que pueden incluir las respuestas de usted.
recommendation-shown-yes = { $name } puede leer sus respuestas en cuanto usted las envíe.
recommendation-no-veto = Su recomendación es una opinión entre varias. Nunca decide por sí sola.
recommendation-for = Recomendación para { $name }
recommendation-until = Guardamos sus respuestas mientras escribe. Envíelas a más tardar el { $day }.
recommendation-sent = La envió el { $at }. Puede cambiarla hasta el { $day }.
recommendation-sent-now = Enviada. ¡Gracias! Puede cambiarla hasta el { $day }.
recommendation-changed = Tiene cambios sin enviar. El programa ve la última versión que envió.
recommendation-changes-note = Hasta que envíe los cambios, el programa ve la última versión que envió.
recommendation-incomplete = Todavía no se envió. Faltan respuestas o hay que corregir algo.
recommendation-send = Enviar recomendación
recommendation-send-changes = Enviar cambios
recommendation-send-note = Después de enviarla, puede cambiarla hasta el { $day }.
recommendation-save-gone = Ya no podemos guardar esto. Pasó el último día, o la recomendación ya no hace falta. Lo que escribió sigue aquí para que lo copie.
recommendation-cannot = No puedo escribirla
recommendation-cannot-text = No hay problema. { $name } verá que usted no puede y podrá pedírsela a otra persona.
recommendation-reason = Motivo
recommendation-reason-hint = Opcional. Solo lo lee el equipo que dirige el programa.
recommendation-reason-given = Motivo:
recommendation-decline = Avisar que no puedo
recommendation-declined = Nos avisó que no puede escribirla
recommendation-declined-text = Gracias por avisar. { $name } puede pedírsela a otra persona.
recommendation-after-all = Escribir la recomendación de todos modos
recommendation-gone = Ya no hace falta esta recomendación
recommendation-gone-text = { $name } se la pidió a otra persona o retiró la solicitud. No tiene que hacer nada más.
recommendation-over = Ya pasó el último día para las recomendaciones
recommendation-over-text = Fue el { $day }, y lo que escribió para { $name } no se envió. Si todavía quiere ayudar, escriba al programa al correo de abajo.
recommendation-thanks = Gracias por su recomendación
recommendation-over-sent = La envió el { $at }. El último día para cambiarla fue el { $day }.
recommendation-name = [nombre]
recommendation-delete = Borrar esta recomendación
recommendation-delete-text = Hágalo si se lo pide quien recomienda. Se borran sus respuestas, su nombre y su correo. No se puede deshacer.
recommendation-delete-act = Borrar recomendación
desk-recommendations = { $n ->
    [one] Una recomendación
   *[other] { $n } recomendaciones
  } (opcional)
desk-recommendations-text = Leerlas es opcional, y es mejor puntuar primero. Ninguna recomendación excluye a nadie.
desk-recommendation = Recomendación { $n }
desk-recommendations-names = Reemplazamos los nombres que conocemos por [nombre]. Puede quedar alguno.
event-recommendation-declined = Alguien avisó que no puede escribir su recomendación
event-recommendation-deleted = Se borró una recomendación
event-recommendation-sent = Llegó una recomendación
event-recommendations-changed = Configuración de recomendaciones guardada
event-recommendations-reminded = Se envió un recordatorio a quienes recomiendan
recommendations-nobody-yet = Nadie todavía
recommendations-named-lead = Se guardó. Le estamos enviando un correo.
recommendation-name-lead = Pedir una recomendación en nombre de quien se postula
recommendation-name-lead-text = Para quienes no pueden nombrar a nadie por su cuenta. Hágalo solo si se lo pidieron, porque el correo sale en su nombre.
recommender-relation-lead = Cómo conoce a quien se postula
recommender-applicant-name = Nombre de quien se postula, como le conoce quien recomienda
wrong-recommender-twice-lead = Esta solicitud ya tiene a una persona con este correo. Escriba el correo de otra persona.
wrong-recommender-own-lead = Este es el correo de quien se postula. Escriba el de quien recomienda.
wrong-recommenders-full-lead = Esta solicitud ya tiene a tantas personas como usted pide. Puede pedir más en la configuración de recomendaciones.
wrong-recommenders-many-lead = Ya se nombró a 12 personas en total para esta solicitud, que es el máximo.
recommendations-link = Dejar que la persona nombre a quienes le recomiendan
recommendations-link-text = Recibe un correo con un enlace a una página donde puede nombrar a quienes le recomiendan. No necesita cuenta.
recommendations-linked = Último enlace enviado: { $at }.
recommendations-link-act = Enviar enlace a { $email }
recommendations-link-sent = Se envió. Quien se postula recibe un correo con su enlace.
recommendations-link-nowhere = No podemos enviar un enlace porque no tenemos el correo de esta persona.
recommendations-link-early = Esta persona recibió un enlace en las últimas 24 horas. Puede enviar otro mañana.
recommendations-without-form = { $n ->
    [one] 1 persona no se postuló con el formulario de este sitio
   *[other] { $n } personas no se postularon con el formulario de este sitio
  }
recommendations-without-form-text = Su equipo importó o registró sus solicitudes, y todavía no nombran a nadie. Envíeles enlaces para que nombren a quienes les recomiendan. El envío no se puede deshacer.
recommendations-without-form-one = Si es una sola persona, abra su solicitud y elija «Pedir recomendaciones».
recommendations-links-act = { $n ->
    [one] Enviar enlace a 1 persona
   *[other] Enviar enlaces a { $n } personas
  }
recommendations-links-sent = { $n ->
    [one] Se envió el enlace a 1 persona.
   *[other] Se enviaron los enlaces a { $n } personas.
  }
recommendations-links-nobody = No queda nadie a quien enviar un enlace.
recommendations-export = Exportar recomendaciones
recommendation-export-follow-up-title = Seguimiento
recommendation-export-follow-up-text = A quién se le pidió, cuándo y si la recomendación ya llegó. Sin las respuestas.
recommendation-export-archive-title = Todo, para su archivo
recommendation-export-archive-text = Todas las recomendaciones con nombres y respuestas.
recommendation-export-number = Número de solicitud
recommendation-export-applicant = Quien se postula
recommendation-export-recommender = Quien recomienda
recommendation-export-email = Correo de quien recomienda
recommendation-export-relation = Cómo conoce a quien se postula
recommendation-export-language = Idioma
recommendation-export-status = Estado
recommendation-export-asked = Pedida
recommendation-export-reminded = Recordatorio
recommendation-export-received = Recibida
recommendation-export-shown = Quien se postula puede leerla
recommendation-export-answers = Todas las respuestas
recommendation-export-never = Estas listas nunca incluyen los motivos por los que alguien no puede recomendar. Dijimos a quienes recomiendan quién lee sus respuestas, así que no comparta el archivo con nadie más.
event-recommendation-link-sent = Alguien recibió un enlace para nombrar a quienes le recomiendan
event-recommendation-links-sent = Varias personas recibieron enlaces para nombrar a quienes les recomiendan
event-recommendations-exported = Se exportó una lista de recomendaciones
