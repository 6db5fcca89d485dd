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
program-summary = Descripción, en inglés
program-summary-hint = Dos o tres oraciones sencillas para la página pública.
program-hosts = Organizaciones anfitrionas
one-per-line = Una por línea.
funder-credit = Reconocimiento a la entidad financiadora, en inglés
funder-credit-hint = Aparece al pie de cada página e informe, por ejemplo «Con el apoyo de la Fundación Ejemplo». Déjelo en blanco si no hay entidad financiadora.
disclaimer = Aviso, en inglés
disclaimer-hint = Por ejemplo, «Las opiniones son nuestras y no de la fundación».
support-name = Contacto de apoyo
support-hint = La persona a quien pedir ayuda. Su nombre aparece en cada página.
support-email = Correo de apoyo
support-phone = Teléfono de apoyo
hosted-by = a cargo de
and = y
seasons = Ediciones
seasons-none = Todavía no hay ediciones.
season-starts = empieza el { $day }
season-new = Edición nueva
season-make = Crear edición
season-name = Nombre de la edición
season-name-hint = Por ejemplo, «Edición 2026».
season-label = Etiqueta
season-label-hint = Una nota corta, como «cohorte piloto». Opcional.
starts-on = Primer día
ends-on = Último día
seats = Lugares
zone = Zona horaria
zone-hint = Las fechas y los plazos de esta edición usan esta zona horaria. Primero están las de Estados Unidos; luego, las ciudades por región.
is-pilot = Esta edición es un piloto
wrong-order = Elija un último día que no sea anterior al primero.
wrong-zone = Elija una zona horaria de la lista o escriba una ciudad, por ejemplo Chicago.
wrong-seats-taken = Ya hay { $arg } lugares ocupados. Escriba { $arg } o más.
clone-from = Copiar el diseño de
clone-none = Ninguna: empezar con una edición vacía
clone-hint = Se copian los objetivos, el diseño previsto y los textos de los correos. Las listas del programa, como las áreas temáticas, se mantienen. El formulario y los criterios se crean de nuevo. Nunca copiamos personas, solicitudes ni decisiones.
team = Equipo y asesoría
contacts-title = Contactos
purpose-learn = Para saber más
purpose-join = Para participar
purpose-fund = Para financiar este programa
purpose-support = Para recibir ayuda
glossary = Glosario
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
eligibility-hint = Con sus propias palabras. La elegibilidad es aparte de las prioridades y las decisiones.
priority-text = Prioridades, en inglés
priority-hint = Con sus propias palabras. Si hay fondos públicos, pida una revisión legal.
lists-title = Listas del programa
lists-lead = Todas las ediciones de este programa comparten estas listas.
issue-areas = Áreas temáticas
issue-areas-hint = Quienes se postulan eligen entre estas. Los informes cuentan las áreas de salud en conjunto.
role-levels = Niveles de cargo
region-scheme = Regiones
region-scheme-hint = Escriba los estados de cada región con sus códigos de dos letras. Por ejemplo, South: AL AR DC.
elements = Componentes del programa
planned = { $n } previstos
lately = Actividad reciente
see = Ver detalles
loom-title = Cronología de la edición
loom-full = { $members ->
    [one] El único lugar está ocupado.
   *[other] Los { $members } lugares están ocupados.
}
loom-waiting = { $waiting ->
    [one] { $members } personas aceptaron. Queda una invitación abierta.
   *[other] { $members } personas aceptaron. Quedan { $waiting } invitaciones abiertas.
  }
loom-pool = { $applications } personas se postularon para { $seats } lugares.
loom-empty = Preparemos esta edición.
loom-call = Solicitudes
loom-call-text = { $applications } solicitudes · { $withdrawn } retiradas
loom-call-link = Ver solicitudes
loom-reads = Evaluaciones
loom-reads-text = { $reads ->
    [one] 1 evaluación terminada
   *[other] { $reads } evaluaciones terminadas
  }
loom-selection = Selección
loom-selection-text = { $goals ->
    [0] todavía sin metas
   *[other] metas definidas
  } · { $runs ->
    [0] todavía sin opciones de cohorte
    [one] 1 opción de cohorte
   *[other] { $runs } opciones de cohorte
  }
loom-selection-link = Ir a la selección
loom-cohort = Cohorte
loom-cohort-text = { $members } de { $seats } lugares ocupados
loom-cohort-link = Ver la cohorte
loom-teams = Equipos base
loom-teams-text = { $teams ->
    [0] todavía sin formar
    [one] 1 equipo
   *[other] { $teams } equipos
  }
loom-season = Sesiones: del { $from } al { $to }
roles-title = Equipo
roles-lead = Asigne roles en esta edición. Una persona puede tener más de uno.
roles-held = Roles actuales
roles-none = Todavía nadie tiene un rol.
role = Rol
person = Persona
name = Nombre
role-end = Terminar rol
role-last-lead = Cada edición necesita al menos una persona en la dirección del programa. Asigne antes el rol a otra persona.
invite-title = Invitar a alguien
invite-lead = Enviaremos un enlace a esta dirección. Funciona siete días y solo para esta dirección.
invite-lead-unsent = El enlace funciona siete días y solo para esta dirección.
invite = Enviar invitación
invited = Invitaciones pendientes
invite-revoke = Cancelar invitación
open-until = vence el { $day }
role-owner = Administración del sitio
role-program-lead = Dirección del programa
role-co-lead = Codirección
role-facilitator = Facilitación
role-coach = Coach
role-reviewer = Evaluación de solicitudes
role-evaluator = Evaluación del programa
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
staff-lead = { $name }, le invitamos a asumir este rol: { $role }.
staff-for-address = Esta invitación es solo para { $email }.
staff-sign-in-first = Este correo ya tiene contraseña. Inicie sesión con ella y abra este enlace otra vez.
staff-password-lead = Este rol puede ver datos de otras personas, así que necesita una contraseña e inicio de sesión en dos pasos.
staff-take = Aceptar el rol
mail-greeting = Hola, { $name }:
mail-greeting-plain = Hola:
mail-questions = ¿Preguntas? Escríbanos a { $email }.
mail-staff-subject = Tiene una invitación a { $season }
mail-staff-text = Le invitamos a asumir el rol «{ $role }» en { $season }. El enlace de abajo funciona durante siete días y solo para este correo.
mail-staff-button = Ver la invitación
home-title = Le damos la bienvenida
home-lead = Lleve su programa de liderazgo en un solo lugar, desde las solicitudes hasta el informe final. Un registro por persona, una selección justa que cualquiera puede comprobar e informes que protegen la privacidad.
home-programs = Ver programas
home-my-seasons = Mis ediciones
home-no-seasons = Todavía no participa en ninguna edición. Cuando un programa le invite, aparecerá aquí.
home-hello = Qué gusto verle, { $name }.
home-team = Mi equipo base
home-team-none = Los equipos base se forman al comienzo de la edición.
home-open = Abrir
home-application = Mi solicitud
home-application-text = La recibimos el { $day }. { $name } le escribirá cuando haya una decisión.
home-outbox = { $dead ->
    [0] { $waiting } por enviar. Ninguno falló.
   *[other] { $waiting } por enviar. { $dead } no se pudieron entregar.
  }
home-outbox-link = Ver los correos enviados
home-scarce = El disco está casi lleno: queda libre el { $n }%. Libere espacio pronto. Cuando se llene, no se podrá guardar nada.
home-full = El disco está lleno. No se puede guardar nada hasta que libere espacio.
outbox-title = Correos enviados
outbox-title-unsent = Correos sin enviar
outbox-lead = Los correos se envían en segundos. Si uno no se puede entregar, lo seguimos intentando durante un día. Después aparece aquí como no entregado.
outbox-none = No hay correos aquí.
outbox-total = { $n } en total
outbox-count-dead = { $n } sin entregar
outbox-count-held = { $n } en pausa
outbox-count-waiting = { $n } en espera
outbox-count-sending = { $n } enviándose
outbox-count-expired = { $n } vencidos
outbox-count-unsent = { $n } sin enviar
outbox-count-sent = { $n } enviados
outbox-unlisted = Los correos privados entre participantes no se muestran ni se cuentan aquí: { $waiting } en espera, { $dead } sin entregar.
outbox-resend-all = { $n ->
    [one] Enviar de nuevo 1 correo sin entregar
   *[other] Enviar de nuevo { $n } correos sin entregar
  }
outbox-urgent = Enlace para iniciar sesión o confirmación
outbox-newest = Se muestran los 100 más recientes.
outbox-held = en pausa
outbox-held-since = El correo a esta dirección rebotó el { $day }. Este se enviará cuando usted reanude los correos.
outbox-next-try = Próximo intento: { $at }
outbox-sending = enviándose
outbox-expired-held = Los correos a esta dirección estuvieron en pausa hasta que este venció.
outbox-expired-unsent = Venció antes de que se pudiera enviar.
returned-lift = Reanudar correos
returned-lift-all = { $n ->
    [one] Reanudar correos a 1 persona
   *[other] Reanudar correos a { $n } personas
 }
returned-how-refused = El { $day }, el servidor de correo informó que esta dirección no existe ({ $code }).
returned-how-report = El { $day }, un informe de entrega indicó que esta dirección no existe ({ $code }).
returned-how-hand = Administración del sitio marcó esta dirección el { $day }.
returned-title = Correos rebotados
returned-lead = Los correos a estas direcciones rebotaron. Pausamos los correos grupales, pero los enlaces para iniciar sesión se siguen enviando. Pida otra dirección a cada persona, o reanude los correos si la dirección funciona.
returned-none = No hay correos rebotados.
returned-why = Motivo
returned-held = En pausa
returned-window = Los correos a { $n } direcciones rebotaron en poco tiempo. Si la causa fue el servidor de correo, reanude los correos a todas.
returned-lifted = { $n ->
    [0] Los correos a esta dirección ya se habían reanudado.
    [one] Se reanudaron los correos a 1 persona. Se están enviando los que estaban en pausa.
   *[other] Se reanudaron los correos a { $n } personas. Se están enviando los que estaban en pausa.
 }
outbox-to = Para
outbox-subject = Asunto
outbox-state = Estado
outbox-resend = Enviar de nuevo
outbox-waiting = en espera
outbox-sent = enviado
outbox-unsent = sin enviar: no había servidor de correo
outbox-send-now = Enviar ahora
outbox-unsent-text = { $n ->
    [one] Un correo se escribió antes de conectar un servidor de correo. Nunca se envió y, por su fecha, todavía tiene sentido.
   *[other] { $n } correos se escribieron antes de conectar un servidor de correo. Nunca se enviaron y, por sus fechas, todavía tienen sentido.
  }
outbox-unsent-send = { $n ->
    [one] Enviar este correo
   *[other] Enviar estos { $n } correos
  }
outbox-dead = no entregado
outbox-expired = vencido
program-edit = Editar programa
contacts-hint = Aparecen en la página pública del programa, para que las preguntas lleguen a quien corresponde.
glossary-hint = Términos que su programa usa a su manera. La página pública los explica.
owners-title = Administración del sitio
owners-lead = Quienes administran el sitio se encargan de los programas, las ediciones y el correo. Siempre hay al menos una persona.
owner-last = Este sitio necesita al menos una persona que lo administre. Invite antes a alguien más.
owner-invite = Invitar a alguien más
place-access-needs = Necesidades de acceso
access-contact = Contacto de accesibilidad
access-contact-hint = Desde ahora puede leer las necesidades de acceso nuevas. Las anteriores siguen privadas hasta que cada persona las comparta. Registramos cada vez que alguien las lee.
access-contact-who = Nombre
access-contact-change = Para cambiarlo, confirme con su aplicación de autenticación. Quienes nos dijeron qué necesitan reciben un correo con los dos nombres.
access-contact-act = Guardar y avisar
access-saved = Guardado. Cada persona a quien le afecta recibe un correo.
wrong-contact-changed = Otra persona cambió el contacto de accesibilidad mientras usted estaba en esta página. Revise el nombre y guarde otra vez.
access-nobody = todavía nadie
program-design = Qué incluye el programa
open-call = { $season } recibe solicitudes.
open-call-until = La convocatoria cierra el { $at }.
open-call-read = Ver detalles y postularse
loom-call-make = Ver el formulario de solicitud
loom-reads-left = { $n } pendientes
loom-reads-link = Ver quiénes evalúan

email-kept = El correo no está configurado, así que no se envía nada.
email-kept-read = Leer los correos sin enviar
email-to = Para { $address }
email-not-sent = Este correo no se envió porque no hay un servidor de correo conectado. Puede copiar el enlace y enviarlo por su cuenta.
outbox-read = Leer el correo
outbox-kept = No hay un servidor de correo conectado, así que los correos se guardan aquí. Abra uno para leerlo y copiar su enlace.
objective-title = Objetivo
objective-text = Qué significa
issue-area = Área temática
issue-area-health = Área de salud
region-states = Estados
wrong-state-twice = { $arg } está en dos regiones. Déjelo en una.
contact-purpose = Motivo de contacto
glossary-term = Término
glossary-definition = Significado
choose-one = Elija una opción
program-summary-es = Descripción, en español
funder-title = Entidad financiadora
funder-credit-es = Reconocimiento a la entidad financiadora, en español
disclaimer-es = Aviso, en español
eligibility-text-es = Quién puede postularse, en español
priority-text-es = Prioridades, en español
program-made = Programa creado. Ahora cree su primera edición.
need-drafts = { $n ->
    [one] Hay una solicitud en curso.
   *[other] Hay { $n } solicitudes en curso.
}
need-reads = { $n ->
    [one] Falta una evaluación.
   *[other] Faltan { $n } evaluaciones.
}
zone-change = ¿Cambiar la zona horaria?
zone-change-lead = Está cambiando la zona horaria de { $from } a { $to }. Todavía no se guardó nada.
zone-change-count = { $n ->
    [one] Cambia 1 plazo
   *[other] Cambian { $n } plazos
  }
zone-change-was = Ahora: { $at }
zone-change-will = Nuevo: { $at }
zone-change-gatherings = Los encuentros y las oportunidades no cambian: cada uno tiene su propia zona horaria. Nadie recibe un correo por esto.
zone-change-act = Cambiar la zona horaria y los plazos
zone-change-back = Volver a la configuración
zone-moves-call-opens = Se abre la convocatoria
zone-moves-recommendations = Fecha límite de las recomendaciones
zone-moves-call-closes = Se cierra la convocatoria
zone-moves-extension = Termina el tiempo adicional de una persona
zone-moves-offer = Se cierra el registro
zone-moves-tier = Termina una tarifa
zone-moves-invitation = Plazo para responder a una invitación
zone-moves-pulse = Se cierra la encuesta breve

# La bandeja de salida de una edición
season-outbox-title = Bandeja de salida
season-outbox-lead = Correos de esta edición: en espera, retenidos, enviados o sin entregar. Los enlaces para iniciar sesión y los correos privados entre personas nunca aparecen aquí.
season-outbox-all = en total
season-outbox-holding = Revisar antes de enviar
season-outbox-lets = Los correos a grupos se envían en segundos. Si prefiere, puede retenerlos aquí para leerlos y editarlos antes.
season-outbox-holds = Los correos a grupos se quedan aquí hasta que usted los envíe. Los que alguien está esperando, como una confirmación, se envían de inmediato.
season-outbox-hold = Retener correos para revisarlos
season-outbox-let = Dejar de retener correos
season-outbox-send-all = { $n ->
    [one] Enviar el correo retenido
   *[other] Enviar los { $n } correos retenidos
}
season-outbox-released = { $n ->
    [0] No había correos retenidos.
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
season-email-until = Vence
season-email-text = Texto
season-email-text-hint = Deje una línea en blanco entre párrafos. No quite los marcadores como {"{link}"}: cada uno se convierte en un enlace para esta persona.
season-email-button = Texto del botón
season-email-button-hint = El botón lleva a una página para esta persona.
season-email-calendar = Este correo también actualiza el calendario de la persona. Esa parte no cambia.
season-email-links = Un marcador como {"{link}"} se convierte en un enlace para esta persona. Nadie más lo ve.
season-email-no-text = El texto no se muestra después de que un correo se envía, vence o se descarta.
season-email-send = Enviar correo
season-email-save-send = Guardar y enviar
season-email-save = Guardar y seguir reteniendo
season-email-hold = Retener correo
season-email-discard = Descartar correo
season-email-keep = Conservar correo
season-email-ask = ¿Descartar este correo?
season-email-ask-text = { $to } no lo recibirá. No se puede deshacer.
season-email-tried = Intentamos enviar este correo antes de retenerlo. Es posible que se haya entregado.
season-email-saved = Guardado. El correo sigue retenido.
season-email-held = El correo está retenido.
season-email-released = El correo va en camino.
season-email-discarded = El correo se descartó.
season-email-late = No cambió nada: este correo ya no está en espera aquí.
wrong-link-missing = Vuelva a poner { $arg } en el texto. Se convierte en el enlace que esta persona necesita.
wrong-link-unknown = { $arg } no es un marcador de este correo. Quítelo o corríjalo.
wrong-email-gone = Este correo se envió o cambió después de que usted lo abrió, así que sus cambios no se guardaron. Cópielos si los necesita.
event-mail-held = Correo retenido
event-mail-released = Correo retenido enviado
event-mail-discarded = Correo descartado
event-mail-edited = Correo editado
event-mail-holding = Se activó la revisión de correos
event-mail-holding-ended = Se desactivó la revisión de correos
# Cómo se ve un programa
look-title = Logotipo y color
look-lead = Las páginas, los correos y los impresos de su programa muestran su logotipo, su color y su dirección.
look-preview = Vista previa
look-preview-lead = Solo su equipo ve esta vista previa. Sus páginas no cambian hasta que la guarde.
look-now = Lo que todo el mundo ve ahora
look-light = Modo claro
look-dark = Modo oscuro
look-sample = Las postulaciones se abren pronto.
look-sample-link = Conocer el programa
look-sample-button = Postularse
look-sample-other = Hacer una pregunta
look-contrast = Contraste de los enlaces: { $links } a 1. Contraste de los botones: { $buttons } a 1.
look-publish = Guardar y mostrar a todo el mundo
look-discard = Descartar esta vista previa
look-undo = Deshacer el último cambio
look-reset = Usar la apariencia estándar de Weft
look-change = Cambiar el logotipo y el color
look-logo = Logotipo
look-logo-hint = PNG, JPEG o WebP, hasta 5 MB. Lo mejor es un logotipo ancho con fondo transparente.
look-plate = Fondo detrás del logotipo
look-plate-hint = Se ve a través de las partes transparentes de su logotipo, para que se distinga en modo claro y oscuro.
look-plate-light = Blanco
look-plate-dark = Negro
look-no-logo = Quitar el logotipo
look-color = Color
look-color-hint = Los enlaces y botones usan este color. Elija uno o escríbalo como #rrggbb. Deje el texto en blanco para usar el color de Weft.
look-pick = Elegir un color
look-type = Escribir un color
look-use = Usar { $color }
look-fault = Enlaces sobre { $ground }: { $ratio } a 1. Necesitan al menos 4.5 a 1.
look-postal = Dirección postal
look-postal-hint = Opcional. Aparece al pie de sus páginas y correos. La ley de EE. UU. la pide en los correos promocionales.
look-try = Ver vista previa
wrong-logo-kind = No pudimos leer este archivo como logotipo. Elija una imagen PNG, JPEG o WebP.
wrong-logo-svg = No aceptamos archivos SVG. Exporte su logotipo como PNG de al menos 480 píxeles de ancho y súbalo.
wrong-logo-small = Este logotipo es muy pequeño. Elija uno de al menos 32 píxeles por lado.
wrong-logo-empty = Esta imagen es totalmente transparente. Elija una que muestre su logotipo.
wrong-look-color = Escriba el color como #rrggbb, por ejemplo #1a6b5c.
wrong-look-contrast = Este color es muy claro para los enlaces en páginas claras. Su contraste es { $arg } a 1, y los enlaces necesitan al menos 4.5 a 1. Elija un color más oscuro.
wrong-look-postal = Esta dirección es muy larga. Use { $arg } caracteres o menos.
zone-moves-public-page = La página de la cohorte se hace pública
loom-registration = Inscripción
loom-registration-of = { $n } de { $of } lugares ocupados
loom-registered = { $n ->
    [0] Nadie se ha inscrito todavía
    [one] Hay una persona inscrita
   *[other] Hay { $n } personas inscritas
  }
loom-on-list = { $n ->
    [one] 1 persona en lista de espera
   *[other] { $n } personas en lista de espera
  }
loom-closed = la inscripción no está abierta
loom-open = La inscripción está abierta.
loom-registration-link = Ver inscripciones
timeline-behind = Hecho hasta ahora: { $n }
timeline-opens = abre el { $day }
timeline-closes = cierra el { $day }
timeline-closed = cerró el { $day }
timeline-no-form = todavía no ha abierto
timeline-waiting = { $n ->
    [one] 1 invitación abierta
   *[other] { $n } invitaciones abiertas
  }
timeline-unanswered = todavía sin respuestas
timeline-left = { $n ->
    [one] una persona se fue después
   *[other] { $n } personas se fueron después
  }
timeline-invitations = Ver invitaciones
timeline-teams = Ver equipos base
timeline-teams-form = Formar equipos base
times = { $n } veces
season-email-stays-invitation = La invitación sigue abierta y reserva un lugar hasta que venza.
season-email-stays-decision = La decisión queda registrada, pero esta persona no recibirá aviso.
season-email-stays-link = Ver la lista
role-choose = Elija un rol
wrong-invited = Esta persona ya tiene una invitación abierta a este rol. Cancélela antes de enviar otra.
wrong-name-taken = El nombre «{ $arg }» ya se usa, o uno muy parecido. Elija otro nombre.
wrong-decision-day = La fecha de las decisiones no puede ser anterior al cierre de la convocatoria. Elija ese día o uno posterior.
