# Conversaciones: lugares, temas, mensajes, y lo que llega de ellos por correo.
place-conversations = Conversaciones
talk-lead = Pregunte, comparta y siga en contacto entre encuentros.
talk-cohort = Todo el grupo
talk-team = Equipo base: { $name }
talk-space = Espacio: { $name }
talk-nowhere = Todavía no forma parte de ninguna conversación.
talk-people = { $n ->
    [one] Una persona puede leer esta conversación.
   *[other] { $n } personas pueden leer esta conversación.
  }
talk-no-staff = El equipo del programa no puede leerla.
talk-staff-since = El equipo del programa puede leer los temas iniciados desde el { $day }.
talk-staff = Qué puede leer el equipo del programa
talk-staff-in-text = Quienes dirigen o facilitan el programa no pueden leer los temas de su equipo. Si su equipo lo desea, podrán leer y escribir en los temas que se inicien a partir de ahora. No podrán leer los anteriores. Cualquier integrante del equipo puede revertirlo.
talk-staff-in = Permitir que lea los temas nuevos
talk-staff-out-text = El equipo del programa puede leer los temas iniciados desde que su equipo lo permitió. Si deja de permitirlo, ya no podrá leer ninguno. Los mensajes del equipo del programa permanecen.
talk-staff-out = Dejar de permitir que lea
talk-empty = Todavía no hay temas. Estas son algunas formas de empezar:
talk-starter-hello = Presentarse
talk-starter-hello-text = ¿Dónde trabaja y con quiénes? ¿Qué espera llevarse de este programa?
talk-starter-ask = Pedir consejo
talk-starter-ask-text = ¿En qué trabaja ahora? ¿Qué ha intentado? ¿Qué le ayudaría más?
talk-starter-share = Compartir algo útil
talk-starter-share-text = ¿Qué es, para quién es y cómo le ayudó?
talk-begin = Iniciar un tema
talk-begin-act = Publicar tema
talk-where = ¿Quién puede leerlo?
talk-where-hint = El tema no se puede mover después.
talk-choose-place = Elija quién puede leerlo
talk-topic-title = Título
talk-topic-title-hint = Por ejemplo: ¿Cómo organizan una primera reunión?
talk-message = Mensaje
talk-message-hint = Para mencionar a alguien, escriba @ y su nombre. Las direcciones web se convierten en enlaces.
talk-write = Escribir un mensaje
talk-post = Publicar mensaje
talk-add-file = Agregar una imagen o un documento
talk-file = Imagen o PDF
talk-file-hint = JPEG, PNG, WebP o PDF, hasta 10 MB. Quitamos los datos ocultos, como el lugar donde se tomó una foto.
talk-about = Descripción
talk-about-hint = Para quienes no pueden ver la imagen.
talk-file-words = Mensaje con el archivo
talk-post-file = Publicar archivo
talk-document = Documento
talk-picture-of = Imagen de { $name }
talk-last = { $name }, { $time }
talk-new-n = { $n ->
    [one] 1 nuevo
   *[other] { $n } nuevos
  }
talk-when = { $weekday } { $day } { $month }, { $time }
talk-new-here = Nuevo
talk-unread-n = { $n ->
    [one] Tiene un mensaje nuevo.
   *[other] Tiene { $n } mensajes nuevos.
  }
talk-read-all = Marcar todo como leído
talk-pinned = Fijado
talk-closed = Cerrado
talk-closed-text = Este tema está cerrado. Se puede leer, pero nadie puede agregar mensajes.
talk-late = Ya no se puede deshacer.
talk-read-by = { $n ->
    [one] Una persona puede leerlo
   *[other] { $n } personas pueden leerlo
  }
talk-read-by-team = Quienes se unan más adelante al equipo no podrán leer los temas iniciados antes de su llegada.
talk-gone = Alguien que ya no participa
talk-edited = (editado)
talk-by-email = (por correo)
talk-removed = Mensaje eliminado
talk-removed-tended = El equipo del programa eliminó este mensaje
talk-more = Opciones
talk-edit = Editar mensaje
talk-edit-title = Editar mensaje
talk-edit-hint = Las demás personas ven que lo editó. Los correos que ya enviamos no cambian.
talk-remove = Eliminar mensaje
talk-edit-cancel = No cambiarlo
talk-remove-text = Puede deshacerlo durante 15 minutos. Los correos que ya enviamos no cambian.
talk-earlier = Mensajes anteriores
talk-later = Mensajes posteriores
talk-newest = Mensajes más recientes
talk-look = Ver si hay mensajes nuevos
talk-topic = Opciones del tema
talk-rename = Guardar título
talk-pin = Fijar arriba
talk-unpin = Dejar de fijar
talk-close = Cerrar tema
talk-open = Reabrir tema
talk-state-text = Un tema cerrado se puede seguir leyendo. Puede reabrirlo en cualquier momento.
talk-search = Buscar mensajes
talk-search-act = Buscar
talk-search-title = Buscar mensajes
talk-search-hint = Buscamos en todo lo que usted puede leer en esta edición.
talk-found = { $n ->
    [0] No encontramos mensajes. Pruebe con menos palabras o con otras.
    [one] Encontramos un mensaje.
   *[other] Encontramos { $n } mensajes.
  }
talk-found-more = Se muestran los { $n } mensajes más recientes. Escriba más texto para acotar la búsqueda.
talk-settings = Correos que recibe
talk-settings-lead = Elija qué mensajes le enviamos por correo. Aquí siempre puede leer todo.
talk-how-each = Recibir cada mensaje por correo
talk-how-daily = Recibir un correo al día
talk-how-none = No recibir correos
talk-how-text = Esperamos unos minutos antes de enviarle un correo. Si antes lee aquí el mensaje, no lo enviamos. Si alguien le menciona con @, no tiene que esperar el correo diario, salvo que haya elegido no recibir correos.
talk-how-reply = Para contestar un correo sobre un tema, respóndalo. Publicamos su respuesta en ese tema.
talk-quiet = Horas sin correos
talk-quiet-text = Durante estas horas no le enviamos correos sobre conversaciones. Los recibe después. Zona horaria: { $zone }.
talk-quiet-from = Desde
talk-quiet-until = Hasta
talk-quiet-none = Deje las dos en blanco para recibir correos a cualquier hora.
talk-until = Todo lo que hay aquí se eliminará el { $day }.
talk-mine = Descargar lo que escribí
talk-mine-title = Mis mensajes
talk-untitled = Un tema
talk-mail-stop-daily = Para dejar de recibir el correo diario: { $url }
talk-plain = Los mensajes no están cifrados. Quienes administran el sitio podrían leerlos.
talk-changed = Este tema cambió.
talk-unposted = Su mensaje
talk-elsewhere = Elegir a otras personas
talk-count = { $n ->
    [one] Un mensaje
   *[other] { $n } mensajes
  }
talk-mail-no-reply = No puede contestar respondiendo a este correo. Abra la conversación para escribir.
talk-keeping = Cuánto tiempo se guardan las conversaciones
talk-keeping-lead = Cuando termina la edición, las conversaciones se guardan un tiempo y luego se eliminan. Todas las personas ven la fecha.
talk-keep = Cuándo eliminarlas
talk-keep-hint = Vale para todas las conversaciones de esta edición, incluso las que usted no puede leer.
talk-keep-days = { $day } ({ $n } días después del final)
talk-keep-counts = { $topics ->
    [0] Todavía no hay temas.
    [one] Hasta ahora hay un tema, con { $n ->
        [one] un mensaje
       *[other] { $n } mensajes
      }.
   *[other] Hasta ahora hay { $topics } temas, con { $n ->
        [one] un mensaje
       *[other] { $n } mensajes
      }.
  }
talk-mail-line = ── Escriba su respuesta encima de esta línea ──
talk-mail-said = { $name } escribió:
talk-mail-file = (Con un archivo. Puede abrirlo en el sitio.)
talk-mail-more = { $n ->
    [one] Y un mensaje más.
   *[other] Y { $n } mensajes más.
  }
talk-mail-stop = Para dejar de recibir correos de esta conversación: { $url }
talk-mail-settings = Para elegir qué le enviamos: { $url }
talk-mail-listed = Mensajes de una conversación
talk-digest-topic = { $n ->
    [one] { $topic }: un mensaje nuevo
   *[other] { $topic }: { $n } mensajes nuevos
  }
talk-a-topic = una conversación
talk-refused-stranger = Llegó de una dirección que no es una de las suyas en este sitio. Responda desde su propia dirección, o agregue antes la otra en Mi página. Si usted no lo envió, no tiene que hacer nada.
talk-refused-left = Ya no puede leer esta conversación, así que tampoco puede responder.
talk-refused-closed = El tema está cerrado.
talk-refused-empty = No encontramos ningún texto suyo. Escriba su respuesta arriba de la marca que trae el correo.
talk-refused-long = Tenía más de 8,000 caracteres.
talk-refused-files = Publicamos su texto, pero no los archivos adjuntos. Puede agregar archivos en el sitio.
talk-stop = Dejar de recibir estos correos
talk-stop-text = ¿Ya no quiere recibir correos de { $place }? Puede seguir leyendo todo en el sitio.
talk-stop-daily = ¿Ya no quiere recibir el correo diario de las conversaciones? Puede seguir leyendo todo en el sitio.
talk-stop-act = Dejar de recibir correos
talk-stopped = Ya no le enviaremos correos de { $place }.
talk-stopped-daily = Ya no le enviaremos el correo diario de las conversaciones.
talk-stop-again = Para volver a recibirlos, inicie sesión:
wrong-talk-name = Más de una persona tiene este nombre. Escriba el nombre completo. { $arg }
wrong-talk-place = Elija quién puede leerlo.
wrong-talk-closed = Este tema se cerró, así que su mensaje no se publicó. Cópielo si lo necesita.
wrong-talk-file-large = Este archivo pesa más de 10 MB. Elija uno más pequeño.
wrong-talk-quiet = Elija dos horas distintas, o deje las dos en blanco.
home-talk = Conversaciones
home-talk-n = { $n ->
    [one] Un mensaje nuevo en «{ $title }».
   *[other] { $n } mensajes nuevos en «{ $title }».
  }
home-talk-topics = { $n } mensajes nuevos en { $topics } temas.
home-talk-read = Leer mensajes
event-topic-begun = Usted inició un tema en una conversación
event-topic-pinned = Usted fijó un tema
event-topic-unpinned = Usted dejó de fijar un tema
event-topic-closed = Usted cerró un tema
event-topic-opened = Usted reabrió un tema
event-topic-renamed = Usted cambió el título de un tema
event-message-posted = Usted publicó un mensaje en una conversación
event-message-edited = Usted editó un mensaje
event-message-removed = Usted eliminó un mensaje
event-message-returned = Usted recuperó un mensaje que había eliminado
event-staff-let-in = Usted permitió que el equipo del programa lea los temas nuevos de su equipo base
event-staff-let-go = Usted dejó de permitir que el equipo del programa lea los temas de su equipo base
event-conversation-chosen = Usted cambió los correos que recibe de conversaciones
event-conversation-read = Usted marcó todas las conversaciones como leídas
event-conversation-kept = Alguien cambió cuánto tiempo se guardan las conversaciones

email-talk-new = Mensajes nuevos en una conversación
email-talk-new-when = Se envía a quienes quieren un correo por cada mensaje y a toda persona mencionada con @. Contiene los mensajes.
email-talk-new-subject = { $season }: novedades en «{ $topic }»
email-talk-new-body =
    Hola, { $name }:

    Hay algo nuevo en «{ $topic }» ({ $place }).
email-talk-new-button = Abrir la conversación
email-talk-digest = Correo diario de las conversaciones
email-talk-digest-when = Se envía una vez al día, por la mañana, a quienes lo eligieron. Contiene lo nuevo desde la última vez que leyeron.
email-talk-digest-subject = Mensajes nuevos en { $season }
email-talk-digest-body =
    Hola, { $name }:

    Esto es lo nuevo en las conversaciones de { $season }. Para contestar, abra la conversación. Las respuestas a este correo no se publican ahí.
email-talk-digest-button = Leer conversaciones
email-talk-refused = Respuesta por correo que no se publicó
email-talk-refused-when = Se envía a quien respondió por correo si su respuesta no se publicó, o solo en parte. Dice por qué y contiene lo que escribió.
email-talk-refused-subject = Su respuesta a { $topic }
email-talk-refused-body =
    Recibimos una respuesta a { $topic } en { $season }, pero hubo un problema.

    { $reason }
email-talk-refused-button = Abrir conversaciones
email-field-topic = el título del tema
email-sample-topic = ¿Cómo organizan una primera reunión?
email-field-place = quiénes pueden leerlo
email-sample-place = Todo el grupo
team-topics-none = Todavía no hay temas. Solo su equipo puede leerlos.
team-topics-all = Todas las conversaciones
