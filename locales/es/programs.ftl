# Programas, ediciones, roles.
programs = Programas
programs-none = Todavía no hay ningún programa.
program-new = Programa nuevo
program-make = Crear programa
program-name = Nombre
program-kind = Tipo
kind-cohort = Programa de cohorte
kind-lab = Laboratorio
kind-course = Curso
kind-webinar = Seminario web
kind-event = Evento
program-summary = Qué es, en inglés
program-summary-hint = Dos o tres frases sencillas para la página pública.
program-hosts = Organizaciones anfitrionas
one-per-line = Una por línea.
funder-credit = Reconocimiento a la entidad financiadora, en inglés
funder-credit-hint = Al pie de cada página e informe, por ejemplo «With support from the Example Foundation». Déjelo vacío si no hay entidad financiadora.
disclaimer = Aviso, en inglés
disclaimer-hint = Por ejemplo «Las opiniones son nuestras y no de la fundación».
support-name = Persona de apoyo
support-hint = Una persona con nombre. Aparece en el mismo lugar de cada página.
support-email = Correo de apoyo
support-phone = Teléfono de apoyo
hosted-by = a cargo de
and = y
seasons = Ediciones
seasons-none = Todavía no se ha anunciado ninguna edición.
season-starts = comienza el { $day }
season-new = Edición nueva
season-make = Crear edición
season-name = Nombre de la edición
season-name-hint = Por ejemplo «Edición 2026».
season-label = Etiqueta
season-label-hint = Un añadido corto, como «cohorte piloto». Opcional.
starts-on = Primer día
ends-on = Último día
seats = Lugares
zone = Zona horaria
zone-hint = Las fechas y los plazos de esta edición usan esta zona horaria. Primero están las de Estados Unidos; luego, las ciudades por región.
is-pilot = Esta edición es un piloto
wrong-order = El último día no puede ser anterior al primero.
wrong-zone = Elija una zona horaria de la lista o escriba una ciudad, por ejemplo Chicago.
wrong-seats-taken = Ya hay { $arg } lugares ocupados; no puede haber menos.
clone-from = Empezar con el diseño de
clone-none = nada: una edición vacía
clone-hint = Se copian los objetivos, el diseño previsto y los textos de los correos. Las listas, como las de temas, son del programa y se mantienen. El formulario y los criterios se hacen de nuevo. Nunca se copian personas, respuestas ni decisiones.
team = Equipo y asesores
contacts-title = A quién preguntar
purpose-learn = Para saber más
purpose-join = Para participar
purpose-fund = Para financiar
purpose-support = Para recibir ayuda
glossary = Palabras que usamos
rail-label = Edición
place-season = Edición
place-applications = Solicitudes
place-selection = Selección
place-cohort = Cohorte
place-teams = Equipos base
place-consent = Lo que comparto
place-roles = Equipo
place-set-up = Configuración
pilot = piloto
set-up-title = Configuración de la edición
objectives = Objetivos
eligibility-text = Quién puede postularse, en inglés
eligibility-hint = Con sus propias palabras. Se guarda aparte de la prioridad y del resultado de cada solicitud.
priority-text = Prioridades, en inglés
priority-hint = Con sus propias palabras. Pida revisión legal cuando haya dinero público.
lists-title = Listas del programa
lists-lead = Las comparten todas las ediciones del programa.
issue-areas = Áreas temáticas
issue-areas-hint = Lo que se puede elegir al solicitar. Las áreas de salud se cuentan juntas en los informes.
role-levels = Niveles de cargo
region-scheme = Regiones
region-scheme-hint = Qué estados forman cada región, con sus códigos de dos letras. Por ejemplo, South: AL AR DC.
elements = Cómo está hecha la edición
planned = { $n } previstos
lately = Actividad reciente
see = Ver
loom-title = Cronología
loom-full = Los { $members } lugares están ocupados.
loom-waiting = { $waiting ->
    [one] Una invitación espera respuesta; respuestas afirmativas: { $members }.
   *[other] { $waiting } invitaciones esperan respuesta; respuestas afirmativas: { $members }.
  }
loom-pool = { $applications } personas se presentaron para { $seats } lugares.
loom-empty = Preparemos esta edición.
loom-call = Solicitudes
loom-call-text = { $applications } solicitudes · { $withdrawn } retiradas
loom-call-link = Ver solicitudes
loom-reads = Evaluaciones
loom-reads-text = { $reads ->
    [one] cuenta una evaluación
   *[other] cuentan { $reads } evaluaciones
  }
loom-selection = Selección
loom-selection-text = { $goals ->
    [0] todavía sin metas
    [one] una versión de las metas
   *[other] { $goals } versiones de las metas
  } · { $runs ->
    [0] todavía no se ha ejecutado
    [one] ejecutada una vez
   *[other] ejecutada { $runs } veces
  }
loom-selection-link = Ir a la selección
loom-cohort = Cohorte
loom-cohort-text = { $members } de { $seats } lugares ocupados
loom-cohort-link = Ver la cohorte
loom-teams = Equipos base
loom-teams-text = { $teams ->
    [0] todavía sin formar
    [one] un equipo
   *[other] { $teams } equipos
  }
loom-season = Sesiones, del { $from } al { $to }
roles-title = Equipo
roles-lead = Dé a cada persona un rol en esta edición. Una persona puede tener varios.
roles-held = Roles actuales
roles-none = Todavía nadie tiene un rol.
role = Rol
person = Persona
name = Nombre
role-end = Terminar
role-last-lead = Cada edición necesita al menos una persona en la dirección del programa. Asigne antes el rol a otra persona.
invite-title = Invitar a alguien
invite-lead = Enviamos un enlace a esta dirección. Funciona siete días y solo para esa dirección.
invite = Enviar la invitación
invited = Invitaciones sin respuesta
invite-revoke = Retirarla
open-until = abierta hasta el { $day }
role-owner = Administración del sitio
role-program-lead = Dirección del programa
role-co-lead = Codirección
role-facilitator = Facilitación
role-coach = Coach
role-reviewer = Quien evalúa
role-evaluator = Evaluación
role-advisor = Asesoría
role-funder = Entidad financiadora
role-participant = Participante
role-applicant = Solicitante
role-registrant = Persona inscrita
role-faculty = Ponente o docente
role-support = Apoyo
role-employer-contact = Contacto del empleador
role-alum = Exparticipante
staff-title = Tiene una invitación
staff-lead = { $name }, le proponemos este rol: { $role }.
staff-for-address = Esta invitación es para { $email } y para nadie más.
staff-sign-in-first = Este correo ya tiene contraseña. Por favor entre con ella y abra este enlace otra vez.
staff-password-lead = Este rol da acceso a datos de otras personas, por eso necesita contraseña y segundo factor.
staff-take = Aceptar el rol
mail-greeting = Hola, { $name }:
mail-greeting-plain = Hola:
mail-questions = ¿Preguntas? Escriba a { $email }.
mail-staff-subject = Una invitación a { $season }
mail-staff-text = Le invitamos a asumir el rol «{ $role }» en { $season }. El enlace de abajo funciona durante siete días y solo para este correo.
mail-staff-button = Ver la invitación
home-title = Le damos la bienvenida
home-lead = Weft acompaña programas de liderazgo desde la convocatoria hasta el informe: un solo registro por persona, una selección justa que cualquiera puede comprobar y cifras que protegen a la gente.
home-programs = Ver los programas
home-my-seasons = Mis ediciones
home-no-seasons = Hoy no hay nada pendiente. Cuando un programa le invite, aparecerá aquí.
home-hello = Qué gusto verle, { $name }.
home-team = Mi equipo base
home-team-none = Los equipos base se forman al comienzo de la edición.
home-share = Lo que comparto
home-share-text = Usted decide, campo por campo, qué aparece en la página pública de la cohorte. Puede cambiarlo cuando quiera.
home-open = Abrir
home-application = Mi solicitud
home-application-text = Recibida el { $day }. { $name } le escribirá en cuanto haya una decisión.
home-outbox = { $dead ->
    [0] Correo: { $waiting } en espera, nada detenido.
   *[other] Correo: { $waiting } en espera, { $dead } sin poder entregarse.
  }
home-outbox-link = Abrir los correos enviados
home-scarce = El disco está casi lleno: queda libre el { $n }%. Libere espacio pronto. Cuando se llene, no se podrá guardar nada.
home-full = El disco está lleno. No se puede guardar nada hasta que libere espacio.
outbox-title = Correos enviados
outbox-lead = Los correos se envían en segundos. Si uno no se puede entregar, lo intentamos de nuevo durante un día y luego queda aquí.
outbox-none = No hay correos aquí.
outbox-total = { $n } en total
outbox-count-dead = { $n } sin entregar
outbox-count-held = { $n } en pausa
outbox-count-waiting = { $n } en espera
outbox-count-sending = { $n } enviándose
outbox-count-expired = { $n } vencidos
outbox-count-sent = { $n } enviados
outbox-unlisted = Los correos privados entre participantes no se muestran ni se cuentan aquí: { $waiting } en espera, { $dead } sin entregar.
outbox-resend-all = { $n ->
    [one] Enviar de nuevo 1 correo sin entregar
   *[other] Enviar de nuevo { $n } correos sin entregar
  }
outbox-urgent = Enlace para iniciar sesión o confirmación
outbox-newest = Estos son los 100 más recientes.
outbox-held = en pausa
outbox-held-since = Esta dirección rechazó correo el { $day }. Lo enviaremos cuando se quite la marca.
outbox-next-try = Próximo intento: { $at }
outbox-sending = enviándose
outbox-expired-held = Su dirección estuvo marcada hasta que fue demasiado tarde.
outbox-expired-unsent = Fue demasiado tarde antes de que llegara su turno.
returned-lift = Reanudar correos
returned-lift-all = { $n ->
    [one] Reanudar correos a 1 persona
   *[other] Reanudar correos a { $n } personas
 }
returned-how-refused = El { $day }, el servidor de correo dijo que la dirección no existe ({ $code }).
returned-how-report = El { $day }, un informe de entrega dijo que la dirección no existe ({ $code }).
returned-how-hand = Marcada por administración el { $day }.
returned-title = Correos devueltos
returned-lead = Los correos a estas direcciones fueron devueltos. Pausamos los correos grupales; los enlaces para iniciar sesión se siguen enviando. Pida otra dirección a la persona, o reanude los correos si la dirección funciona.
returned-none = Todas las direcciones funcionan.
returned-why = Motivo
returned-held = En pausa
returned-window = Los correos a { $n } direcciones fueron devueltos en poco tiempo. Si fue un error del servidor de correo, reanude los correos a todas.
returned-lifted = { $n ->
    [0] Los correos a esta dirección ya no estaban en pausa.
    [one] Se reanudaron los correos a 1 persona. Lo que estaba en pausa se está enviando.
   *[other] Se reanudaron los correos a { $n } personas. Lo que estaba en pausa se está enviando.
 }
outbox-to = Para
outbox-subject = Asunto
outbox-state = Estado
outbox-resend = Enviar de nuevo
outbox-waiting = en espera
outbox-sent = correos enviados
outbox-dead = no se pudo entregar
outbox-expired = demasiado tarde para enviarlo
program-edit = Cambiar el programa
contacts-hint = Se muestran en la página pública del programa, para que las preguntas lleguen a quien corresponde.
glossary-hint = Palabras que su programa usa a su manera. Se explican en la página pública.
owners-title = Quienes administran este sitio
owners-lead = Quienes cuidan la casa: programas, ediciones, correo. Siempre hay al menos una persona.
owner-last = Este sitio necesita al menos una persona que lo administre. Invite antes a otra.
owner-invite = Entregar o compartir
place-access-needs = Necesidades de acceso
access-contact = Quién organiza el acceso
access-contact-hint = Lee lo que se le diga desde ahora. Lo que se dijo a otra persona sigue cerrado hasta que cada quien lo comparta. Cada consulta queda registrada.
access-contact-who = Nombre
access-contact-change = Al cambiarlo, le pedimos su segundo factor. Quienes nos dijeron qué necesitan reciben un correo que dice quién era y quién es ahora.
access-contact-act = Guardar y avisar
access-saved = Guardado. Cada persona a quien esto le concierne recibe un correo.
wrong-contact-changed = Alguien lo cambió mientras usted estaba aquí. Mire quién está a cargo ahora y presione de nuevo.
access-nobody = todavía nadie
open-call = { $season } busca participantes.
open-call-until = La convocatoria está abierta hasta el { $at }.
open-call-read = Leer la convocatoria
loom-call-make = Ver la convocatoria
loom-reads-left = { $n } pendientes
loom-reads-link = Ver quienes evalúan

email-kept = El correo no está conectado: no se envía nada.
email-kept-read = Leer los correos
email-to = Para { $address }
email-not-sent = Este correo no se envió, porque no hay servidor de correo. Para hacerlo llegar, copie el enlace en un mensaje suyo.
outbox-read = Leer el correo
outbox-kept = No hay servidor de correo, así que los correos se guardan aquí. Abra uno para leerlo y pasar su enlace.
objective-title = Objetivo
objective-text = Qué significa
issue-area = Área temática
issue-area-health = Área de salud
region-states = Estados
wrong-state-twice = { $arg } está en dos regiones. Déjelo en una.
contact-purpose = Para qué
glossary-term = Palabra
glossary-definition = Qué significa aquí
choose-one = Elija una opción
program-summary-es = Qué es, en español
funder-title = Entidad financiadora
funder-credit-es = Reconocimiento a la entidad financiadora, en español
disclaimer-es = Aviso, en español
eligibility-text-es = Quién puede postularse, en español
priority-text-es = Prioridades, en español
program-made = Programa creado. Ahora cree su primera edición.
need-drafts = { $n ->
    [one] Se está escribiendo una solicitud.
   *[other] Se están escribiendo { $n } solicitudes.
}
need-reads = { $n ->
    [one] Falta una lectura.
   *[other] Faltan { $n } lecturas.
}
zone-change = ¿Cambiar la zona horaria?
zone-change-lead = Está cambiando la zona horaria de { $from } a { $to }. Todavía no se guardó nada.
zone-change-count = { $n ->
    [one] Se mueve 1 plazo
   *[other] Se mueven { $n } plazos
  }
zone-change-was = Ahora: { $at }
zone-change-will = Después: { $at }
zone-change-gatherings = Los encuentros y las oportunidades no se mueven: cada uno tiene su zona horaria. No se enviará ningún correo por este cambio.
zone-change-act = Cambiar la zona y mover los plazos
zone-change-back = Volver a la configuración
zone-moves-call-opens = Se abre la convocatoria
zone-moves-recommendations = Fecha límite de las recomendaciones
zone-moves-call-closes = Se cierra la convocatoria
zone-moves-extension = Termina el tiempo adicional de una persona
zone-moves-offer = Se cierra el registro
zone-moves-tier = Termina un precio
zone-moves-invitation = Plazo para responder una invitación
zone-moves-pulse = Se cierra la encuesta breve

# La bandeja de salida de una edición
season-outbox-title = Bandeja de salida
season-outbox-lead = Correos sobre esta edición: en espera, retenidos para revisarlos, enviados o sin entregar. Los enlaces para iniciar sesión y los correos privados entre personas nunca aparecen aquí.
season-outbox-all = en total
season-outbox-holding = Revisar antes de enviar
season-outbox-lets = Los correos a muchas personas (invitaciones, decisiones, recordatorios, cambios) salen en segundos. Puede retenerlos aquí, leerlos, editarlos y enviarlos cuando estén listos.
season-outbox-holds = Los correos a muchas personas se retienen aquí hasta que usted los envíe. Los que alguien está esperando, como una confirmación, salen de inmediato.
season-outbox-hold = Retener correos para revisarlos
season-outbox-let = Dejar de retener correos nuevos
season-outbox-send-all = { $n ->
    [one] Enviar el correo retenido
   *[other] Enviar los { $n } correos retenidos
}
season-outbox-released = { $n ->
    [0] Ya no había nada retenido.
    [one] 1 correo va en camino.
   *[other] { $n } correos van en camino.
}
outbox-count-review = { $n } por revisar
outbox-count-discarded = { $n } descartados
outbox-review = retenido para revisarlo
outbox-discarded = descartado
season-email-title = Correo para { $to }
season-email-written = Escrito
season-email-edited = Editado
season-email-until = Demasiado tarde después de
season-email-text = Texto
season-email-text-hint = Deje una línea en blanco entre párrafos. Si el texto tiene una palabra como {"{link}"}, no la quite: representa un enlace hecho para esta persona.
season-email-button = Texto del botón
season-email-button-hint = El botón lleva a una página para esta persona.
season-email-calendar = Este correo también actualiza el calendario de la persona. Esa parte no cambia.
season-email-links = Una palabra como {"{link}"} representa un enlace hecho para esta persona. Solo ella lo ve.
season-email-no-text = El texto no se muestra aquí después de enviar el correo, de que vence o de que se descarta.
season-email-send = Enviar correo
season-email-save-send = Enviar este texto
season-email-save = Guardar y seguir reteniendo
season-email-hold = Retener correo
season-email-discard = Descartar correo
season-email-keep = Conservarlo
season-email-ask = ¿Descartar este correo?
season-email-ask-text = { $to } no lo recibirá. No se puede deshacer.
season-email-tried = Se intentó enviar este correo antes de retenerlo. Puede que haya llegado.
season-email-saved = Guardado. El correo sigue retenido.
season-email-held = El correo está retenido.
season-email-released = El correo va en camino.
season-email-discarded = El correo se descartó.
season-email-late = No cambió nada: este correo ya no está en espera aquí.
wrong-link-missing = Vuelva a poner { $arg } en el texto: representa el enlace que esta persona necesita.
wrong-link-unknown = { $arg } no es un enlace de este correo. Quítelo o corríjalo.
wrong-email-gone = Este correo se envió o cambió desde que lo abrió, así que sus cambios no se guardaron. Cópielos si los necesita.
event-mail-held = Correo retenido
event-mail-released = Correo retenido enviado
event-mail-discarded = Correo descartado
event-mail-edited = Correo editado
event-mail-holding = Los correos se retienen para revisarlos
event-mail-holding-ended = Los correos ya no se retienen
# Cómo se ve un programa
look-title = Logotipo y color
look-lead = Las páginas, los correos y los impresos de su programa muestran su logotipo, su color y su dirección.
look-preview = Vista previa
look-preview-lead = Solo su equipo ve esta vista previa. Sus páginas no cambian hasta que la guarde.
look-now = Lo que todo el mundo ve ahora
look-light = Modo claro
look-dark = Modo oscuro
look-sample = Las postulaciones se abren pronto.
look-sample-link = Leer sobre el programa
look-sample-button = Postularse
look-sample-other = Hacer una pregunta
look-contrast = Contraste de los enlaces: { $links } a 1. Contraste de los botones: { $buttons } a 1.
look-publish = Guardar y mostrar a todo el mundo
look-discard = Descartar esta vista previa
look-undo = Deshacer el último cambio
look-reset = Usar la apariencia de Weft
look-change = Cambiar el logotipo y el color
look-logo = Logotipo
look-logo-hint = PNG, JPEG o WebP, hasta 5 MB. Lo mejor es un logotipo ancho con fondo transparente.
look-plate = Fondo detrás del logotipo
look-plate-hint = Se ve donde su logotipo es transparente, para que se distinga en modo claro y en modo oscuro.
look-plate-light = Blanco
look-plate-dark = Negro
look-no-logo = Quitar el logotipo
look-color = Color
look-color-hint = Lo usan los enlaces y los botones. Elija un color o escríbalo como #rrggbb. Deje el texto vacío para usar el color de Weft.
look-pick = Elegir un color
look-type = Escribir un color
look-use = Usar { $color }
look-fault = Enlaces sobre { $ground }: { $ratio } a 1. Necesitan al menos 4.5 a 1.
look-postal = Dirección postal
look-postal-hint = Opcional. Aparece al pie de sus páginas y correos. La ley de EE. UU. la pide en los correos que promueven algo.
look-try = Ver vista previa
wrong-logo-kind = Este archivo no se pudo leer como logotipo. Elija una imagen guardada como PNG, JPEG o WebP.
wrong-logo-svg = No se aceptan archivos SVG. Exporte su logotipo como PNG, de al menos 480 píxeles de ancho, y súbalo.
wrong-logo-small = Este logotipo es muy pequeño. Elija uno de al menos 32 píxeles por lado.
wrong-logo-empty = Esta imagen es totalmente transparente. Elija una que muestre su logotipo.
wrong-look-color = No reconocemos este color. Escríbalo como #rrggbb, por ejemplo #1a6b5c.
wrong-look-contrast = Este color es muy claro para leerse en páginas claras. El contraste es { $arg } a 1, y los enlaces necesitan al menos 4.5 a 1. Elija un color más oscuro.
wrong-look-postal = Esta dirección es muy larga. Use hasta { $arg } caracteres.
zone-moves-public-page = La página del grupo se hace pública
loom-registration = Inscripción
loom-registration-of = { $n } de { $of } lugares ocupados
loom-registered = { $n ->
    [0] Nadie se ha inscrito todavía
    [one] Hay una persona inscrita
   *[other] Hay { $n } personas inscritas
  }
loom-on-list = { $n ->
    [one] una persona en lista de espera
   *[other] { $n } personas en lista de espera
  }
loom-closed = la inscripción no está abierta
loom-open = La inscripción está abierta.
loom-registration-link = Ver inscripciones
season-email-stays-invitation = La invitación sigue vigente: reserva un lugar hasta su último día.
season-email-stays-decision = La decisión queda registrada, y nadie avisa a esta persona.
season-email-stays-link = Verla
role-choose = Elija un rol
wrong-invited = Esta persona ya tiene una invitación abierta a este rol. Retírela antes de enviar otra.
wrong-name-taken = Ya existe otra con este nombre o uno parecido. Elija un nombre distinto de «{ $arg }».
wrong-decision-day = La respuesta no puede ser anterior al cierre de la convocatoria. Elija ese día o uno posterior.
