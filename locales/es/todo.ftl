# Pendientes: de una persona y del equipo de una edición.
todo-title = Pendientes
todo-nothing = No hay nada pendiente en este momento.
for-you = Para usted
for-you-none = No tiene nada pendiente. Aquí aparecerán encuestas, mensajes, formularios y encuentros por confirmar.
for-you-more = Ver detalles
todo-more = Mostrar { $n } más
todo-in-days = { $n ->
    [0] Hoy
    [one] Mañana
   *[other] En { $n } días
  }
todo-unanswered = { $n ->
    [one] 1 persona no ha respondido para { $name }, el { $day }.
   *[other] { $n } personas no han respondido para { $name }, el { $day }.
  }
todo-unanswered-act = Enviar recordatorio
todo-commitment = ¿Cómo va «{ $name }»?
todo-commitment-act = Contar cómo va
todo-witness-asked = { $name } le pide que sea testigo de un compromiso.
todo-witness-asked-act = Leer y responder
todo-witness-missed = { $name } no ha contado cómo va. Vea lo que acordaron.
todo-witness-missed-act = Ver compromiso
todo-poll = { $dated ->
    [yes] Su equipo busca un horario para «{ $name }». Diga cuándo puede a más tardar el { $day }.
   *[no] Su equipo busca un horario para «{ $name }». Diga cuándo puede.
  }
todo-poll-act = Decir cuándo puede
todo-calendar = No podemos leer su calendario, así que otras personas pueden reservar encima de eventos nuevos.
todo-calendar-act = Revisar calendario
todo-agreements = Lea los acuerdos del grupo y díganos si está de acuerdo.
todo-agreements-act = Leer los acuerdos
todo-pulse = Cuéntenos cómo está. La encuesta es breve y anónima, y cierra el { $day }.
todo-pulse-act = Responder la encuesta
todo-message = { $n ->
    [one] Tiene un mensaje sin responder.
   *[other] Tiene { $n } mensajes sin responder.
}
todo-message-act = Responder mensajes
todo-space-invited = Tiene una invitación para unirse a { $name }.
todo-space-invited-act = Ver la invitación
todo-space-asked = { $n ->
    [one] Una persona pidió unirse a { $name }.
   *[other] { $n } personas pidieron unirse a { $name }.
}
todo-space-asked-act = Revisar solicitudes
todo-choose = Elija un horario para { $name }. Empieza el { $day }.
todo-choose-act = Elegir horario
todo-answer = ¿Asistirá a { $name } el { $day }?
todo-answer-act = Confirmar asistencia
todo-travel = Cuéntenos sus planes de viaje para { $name }. Empieza el { $day }.
todo-travel-act = Agregar planes de viaje
todo-reviews = { $n ->
    [one] Tiene 1 solicitud por evaluar{ $dated ->
        [yes] {", "}a más tardar el { $day }.
       *[no] {"."}
    }
   *[other] Tiene { $n } solicitudes por evaluar{ $dated ->
        [yes] {", "}a más tardar el { $day }.
       *[no] {"."}
    }
}
todo-reviews-act = Evaluar solicitudes
todo-invitation = Tiene una invitación para unirse al grupo. Responda a más tardar el { $day }.
todo-invitation-act = Responder a la invitación
todo-share-needs = { $name } es ahora el contacto de accesibilidad. Elija si quiere compartirle sus necesidades de acceso.
todo-share-needs-act = Elegir quién las ve
todo-dates = Algunas fechas publicadas no coinciden.
todo-dates-act = Comparar fechas
todo-needs = { $n ->
    [one] Una persona pidió algo para { $name }, el { $day }.
   *[other] { $n } personas pidieron algo para { $name }, el { $day }.
}
todo-needs-act = Revisar lo que piden
todo-attendance = Falta registrar la asistencia a { $name } del { $day }.
todo-attendance-act = Registrar asistencia
todo-money = { $n ->
    [one] Hay una solicitud de reembolso de { $name } por revisar.
   *[other] Hay { $n } solicitudes de reembolso de { $name } por revisar.
}
todo-money-act = Revisar reembolsos
todo-teams = { $n ->
    [one] La cohorte tiene 1 integrante y todavía no tiene equipos base.
   *[other] La cohorte tiene { $n } integrantes y todavía no tiene equipos base.
}
todo-teams-act = Formar equipos base
todo-consent = { $n ->
    [one] Una persona no ha elegido qué compartir en la página pública.
   *[other] { $n } personas no han elegido qué compartir en la página pública.
}
todo-consent-act = Ver integrantes
todo-outstanding = { $n ->
    [one] Falta terminar una evaluación{ $dated ->
        [yes] {". "}Fecha límite: { $day }.
       *[no] {"."}
    }
   *[other] Falta terminar { $n } evaluaciones{ $dated ->
        [yes] {". "}Fecha límite: { $day }.
       *[no] {"."}
    }
}
todo-outstanding-act = Ver quiénes evalúan
todo-drafts = { $n ->
    [one] Una persona empezó su solicitud y no la ha enviado. La convocatoria cierra el { $day }.
   *[other] { $n } personas empezaron su solicitud y no la han enviado. La convocatoria cierra el { $day }.
}
todo-undecided = { $n ->
    [one] Falta decidir la elegibilidad de una solicitud.
   *[other] Falta decidir la elegibilidad de { $n } solicitudes.
}
todo-undecided-act = Decidir la elegibilidad
todo-late = { $n ->
    [one] Falta decidir la elegibilidad de una solicitud tardía.
   *[other] Falta decidir la elegibilidad de { $n } solicitudes tardías.
}
todo-late-act = Decidir la elegibilidad
todo-goals = { $n ->
    [one] Tiene 1 solicitud, pero la cohorte todavía no tiene metas.
   *[other] Tiene { $n } solicitudes, pero la cohorte todavía no tiene metas.
}
todo-goals-act = Definir metas
todo-waiting = { $n ->
    [one] Una persona no ha respondido a su invitación. Vence el { $day }.
   *[other] { $n } personas no han respondido a su invitación. La primera vence el { $day }.
}
todo-waiting-act = Ver invitaciones
todo-lapsed = { $n ->
    [one] Una invitación venció sin respuesta.
   *[other] { $n } invitaciones vencieron sin respuesta.
}
todo-lapsed-act = Ver invitaciones
todo-decisions = { $n ->
    [one] Una decisión está lista para enviarse. Debe confirmarla otra persona.
   *[other] { $n } decisiones están listas para enviarse. Debe confirmarlas otra persona.
}
todo-decisions-act = Revisar decisiones
todo-returned = { $n ->
    [one] Rebotó el correo de una persona.
   *[other] Rebotó el correo de { $n } personas.
}
todo-returned-act = Ver correos rebotados
todo-plan = { $n ->
    [one] Hay un punto del plan por revisar.
   *[other] Hay { $n } puntos del plan por revisar.
}
todo-plan-act = Revisar el plan

# Preparar: lo que necesitan un sitio nuevo y una edición nueva.
setup-title = Prepare esta edición
setup-done = { $n } de { $of } pasos listos
setup-behind = Pasos listos ({ $n })
setup-is-done = Listo
setup-is-skipped = No hace falta
setup-skip = No hace falta
setup-form = Publicar el formulario de solicitud o importar solicitudes
setup-form-text = Parta de nuestro borrador y cambie lo que quiera, o importe las solicitudes que ya tiene.
setup-form-act = Crear el formulario
setup-form-also = Importar solicitudes
setup-team = Invitar a su equipo
setup-team-text = Reciben un correo con un enlace. Dos personas deben confirmar las decisiones antes de enviarlas.
setup-team-act = Invitar al equipo
setup-access = Elegir un contacto de accesibilidad
setup-access-text = Solo esta persona puede leer las necesidades de acceso que se comunican.
setup-access-act = Elegir un contacto
setup-look = Agregar su logotipo y color
setup-look-text = Opcional. Sus páginas y correos los muestran, junto con su dirección postal.
setup-look-act = Agregar logotipo y color
setup-rubric = Definir los criterios de evaluación
setup-rubric-text = Lo que se califica, con ejemplos de un puntaje bajo y uno alto.
setup-rubric-act = Definir criterios
setup-reviewers = Invitar a quienes evalúan
setup-reviewers-text = Solo ven las solicitudes que usted les asigna, sin nombres.
setup-reviewers-act = Invitar a evaluar
setup-gatherings = Planear y publicar el primer encuentro
setup-gatherings-text = Cuando lo publique, las personas verán la fecha y recibirán una invitación de calendario.
setup-gatherings-act = Planear un encuentro
setup-registration = Abrir el registro
setup-registration-text = Cualquier persona con el enlace puede registrarse hasta que se ocupen los lugares.
setup-registration-act = Abrir el registro
setup-house = Prepare este sitio
setup-program = Crear su programa
setup-program-text = Su nombre, su propósito y a quién contactar.
setup-program-act = Crear programa
setup-season = Crear su primera edición
setup-season-text = Fechas, lugares y zona horaria. Los puede cambiar después.
setup-season-act = Crear edición
setup-email = Conectar el correo
setup-email-text = Este sitio todavía no puede enviar correos. Hasta que conecte un servidor de correo, puede leer aquí cada correo y compartir su enlace. Para conectarlo, defina smtp_url en weft.toml y reinicie Weft.
setup-email-act = Leer los correos sin enviar

todo-held-email = { $n ->
    [one] 1 correo espera su revisión.
   *[other] { $n } correos esperan su revisión.
}
todo-held-email-act = Revisar correos
todo-recommendations = { $n ->
    [one] A una solicitud le faltan recomendaciones. Fecha límite: { $day }.
   *[other] A { $n } solicitudes les faltan recomendaciones. Fecha límite: { $day }.
}
todo-recommendations-act = Ver a quién le faltan
todo-share = Elija qué muestra de usted la página pública.
todo-share-act = Elegir qué compartir
setup-public-page = Publicar la página de la cohorte
setup-public-page-text = No es pública hasta que la publique. Cada integrante elige lo que muestra.
setup-public-page-act = Publicar página
digest-subject = { $n ->
    [one] Su lista de pendientes: 1
   *[other] Su lista de pendientes: { $n }
}
digest-own = Pendientes:
digest-team = Para el equipo de { $season } ({ $url }):
digest-more = { $n ->
    [one] y uno más
   *[other] y { $n } más
}
digest-private = { $n ->
    [one] • Tiene un pendiente privado. Inicie sesión para verlo.
   *[other] • Tiene { $n } pendientes privados. Inicie sesión para verlos.
}
digest-stop = Recibe este correo como máximo una vez al día, y solo cuando hay algo nuevo o por vencer. Para dejar de recibirlo, abra este enlace: { $url }
digest-open = Ver mis pendientes
daily-email-title = Correo diario
daily-email-text = Su lista de pendientes, por la mañana. Solo la recibe cuando hay algo nuevo o por vencer.
daily-email-how = Frecuencia
daily-email-daily = Diario
daily-email-weekly = Semanal, los lunes
daily-email-never = Nunca
daily-email-is-daily = Recibe el correo diario.
daily-email-is-weekly = Recibe este correo los lunes.
daily-email-is-never = Ya no recibe el correo diario.
daily-email-stop = Dejar de recibir el correo diario
daily-email-again = Volver a recibir el correo diario
daily-email-weekly-act = Recibirlo cada semana
todo-close-reviews = { $n ->
    [one] La evaluación está hecha. Cierre las evaluaciones para ver los puntajes.
   *[other] Las { $n } evaluaciones están hechas. Ciérrelas para ver los puntajes.
}
todo-close-reviews-act = Cerrar las evaluaciones
todo-assign-more = { $n ->
    [one] Todo lo asignado está evaluado, pero una solicitud todavía necesita a alguien que la evalúe.
   *[other] Todo lo asignado está evaluado, pero { $n } solicitudes todavía necesitan a alguien que las evalúe.
}
todo-assign-more-act = Asignar evaluaciones
todo-select = { $n ->
    [one] Las evaluaciones están cerradas. Elija la cohorte entre 1 solicitud elegible.
   *[other] Las evaluaciones están cerradas. Elija la cohorte entre { $n } solicitudes elegibles.
}
todo-select-act = Elegir la cohorte
todo-invite = La cohorte ya está elegida, pero todavía no se ha invitado a nadie.
todo-invite-act = Enviar invitaciones
todo-unsent-invitations = { $n ->
    [one] El correo de una invitación se descartó o no se pudo entregar. Su lugar sigue reservado.
   *[other] Los correos de { $n } invitaciones se descartaron o no se pudieron entregar. Sus lugares siguen reservados.
}
todo-unsent-invitations-act = Ver invitaciones
todo-mentioned = { $n ->
    [one] Alguien le mencionó en «{ $name }».
   *[other] Le mencionaron { $n } veces en «{ $name }».
  }
todo-mentioned-act = Leer mensaje
