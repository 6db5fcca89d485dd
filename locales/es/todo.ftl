# Pendientes: de una persona y del equipo de una edición.
todo-title = Pendientes
todo-nothing = No hay nada pendiente en este momento.
todo-agreements = Lea los acuerdos del grupo y diga si está de acuerdo.
todo-agreements-act = Leer los acuerdos
todo-pulse = Responda unas preguntas sobre cómo está, sin su nombre. Abierto hasta el { $day }.
todo-pulse-act = Responder
todo-message = { $n ->
    [one] Tiene un mensaje sin responder.
   *[other] Tiene { $n } mensajes sin responder.
}
todo-message-act = Leer mensajes
todo-space-invited = Tiene una invitación para unirse a { $name }.
todo-space-invited-act = Ver la invitación
todo-space-asked = { $n ->
    [one] Una persona pide unirse a { $name }.
   *[other] { $n } personas piden unirse a { $name }.
}
todo-space-asked-act = Responder a la solicitud
todo-choose = Elija un horario para { $name }. Empieza el { $day }.
todo-choose-act = Elegir horario
todo-answer = ¿Asistirá a { $name } el { $day }?
todo-answer-act = Responder
todo-travel = Díganos cómo viaja a { $name }. Empieza el { $day }.
todo-travel-act = Agregar mi viaje
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
todo-invitation = Tiene una invitación a participar. Responda a más tardar el { $day }.
todo-invitation-act = Responder a la invitación
todo-share-needs = { $name } está ahora a cargo del acceso. Elija si puede leer sus necesidades de acceso.
todo-share-needs-act = Elegir
todo-dates = Las fechas publicadas no coinciden.
todo-dates-act = Comparar fechas
todo-needs = { $n ->
    [one] Una persona pidió algo para { $name }, el { $day }.
   *[other] { $n } personas pidieron algo para { $name }, el { $day }.
}
todo-needs-act = Ver lo que piden
todo-attendance = Falta registrar la asistencia a { $name }, el { $day }.
todo-attendance-act = Registrar asistencia
todo-money = { $n ->
    [one] Hay un reembolso pendiente de { $name }.
   *[other] Hay { $n } reembolsos pendientes de { $name }.
}
todo-money-act = Revisar reembolsos
todo-teams = { $n ->
    [one] La cohorte tiene 1 integrante y ningún equipo base.
   *[other] La cohorte tiene { $n } integrantes y ningún equipo base.
}
todo-teams-act = Formar equipos base
todo-consent = { $n ->
    [one] Una persona no ha dicho qué puede mostrar la página pública.
   *[other] { $n } personas no han dicho qué puede mostrar la página pública.
}
todo-consent-act = Ver integrantes
todo-outstanding = { $n ->
    [one] Falta una evaluación{ $dated ->
        [yes] {". "}Se entrega el { $day }.
       *[no] {"."}
    }
   *[other] Faltan { $n } evaluaciones{ $dated ->
        [yes] {". "}Se entregan el { $day }.
       *[no] {"."}
    }
}
todo-outstanding-act = Ver quienes evalúan
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
    [one] Hay 1 solicitud, y la cohorte no tiene metas.
   *[other] Hay { $n } solicitudes, y la cohorte no tiene metas.
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
    [one] Se devolvió el correo de una persona.
   *[other] Se devolvió el correo de { $n } personas.
}
todo-returned-act = Ver correos devueltos
todo-plan = { $n ->
    [one] Hay un punto del plan por revisar.
   *[other] Hay { $n } puntos del plan por revisar.
}
todo-plan-act = Revisar el plan

# Preparar: lo que necesitan un sitio nuevo y una edición nueva.
setup-title = Prepare esta edición
setup-done = { $n } de { $of } pasos listos
setup-is-done = Listo
setup-is-skipped = No hace falta
setup-skip = No hace falta
setup-form = Publicar el formulario de solicitud o importar solicitudes
setup-form-text = Parta de nuestro borrador y cambie lo que quiera, o importe las solicitudes que ya tiene.
setup-form-act = Hacer el formulario
setup-form-also = Importar solicitudes
setup-team = Invitar a su equipo
setup-team-text = Quienes codirigen, facilitan y acompañan reciben un correo con un enlace. Dos personas deben confirmar las decisiones antes de enviarlas.
setup-team-act = Invitar personas
setup-access = Nombrar a quien organiza el acceso
setup-access-text = Solo esa persona puede leer las necesidades de acceso que la gente comunica.
setup-access-act = Elegir una persona
setup-look = Agregar su logotipo y color
setup-look-text = Opcional. Sus páginas y correos los muestran, junto con su dirección postal.
setup-look-act = Agregar logotipo y color
setup-rubric = Definir los criterios de evaluación
setup-rubric-text = Lo que se califica, con un ejemplo de calificación baja y otro de alta.
setup-rubric-act = Definir criterios
setup-reviewers = Invitar a quienes evalúan
setup-reviewers-text = Ven las solicitudes que usted les asigna, sin nombres.
setup-reviewers-act = Invitar a evaluar
setup-gatherings = Planear y publicar el primer encuentro
setup-gatherings-text = Al publicarlo, la gente ve la fecha y recibe una invitación de calendario.
setup-gatherings-act = Planear un encuentro
setup-registration = Abrir el registro
setup-registration-text = Cualquier persona con el enlace puede registrarse hasta que se ocupen los lugares.
setup-registration-act = Abrir el registro
setup-house = Prepare este sitio
setup-program = Crear su programa
setup-program-text = Su nombre, para qué es y a quién se puede preguntar.
setup-program-act = Crear programa
setup-season = Crear su primera edición
setup-season-text = Fechas, lugares y zona horaria. Los puede cambiar después.
setup-season-act = Crear edición
setup-email = Conectar el correo
setup-email-text = No hay servidor de correo, así que no se envía nada. Mientras tanto, puede leer aquí cada correo y pasar los enlaces por su cuenta. Para conectarlo, ponga smtp_url en weft.toml y vuelva a iniciar Weft.
setup-email-act = Leer los correos

todo-held-email = { $n ->
    [one] 1 correo está retenido para revisarlo.
   *[other] { $n } correos están retenidos para revisarlos.
}
todo-held-email-act = Revisar correos
todo-recommendations = { $n ->
    [one] A una solicitud le faltan recomendaciones. Fecha límite: { $day }.
   *[other] A { $n } solicitudes les faltan recomendaciones. Fecha límite: { $day }.
}
todo-recommendations-act = Ver a quién le faltan
todo-share = Elija lo que la página pública muestra de usted.
todo-share-act = Elegir
setup-public-page = Publicar la página del grupo
setup-public-page-text = No es pública hasta que la publique. Cada integrante elige lo que muestra.
setup-public-page-act = Publicar página
digest-subject = { $n ->
    [one] Tiene un pendiente
   *[other] Tiene { $n } pendientes
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
digest-open = Ver todos los pendientes
daily-email-title = Correo diario
daily-email-text = Enumera sus pendientes, por la mañana, como máximo una vez al día y solo cuando hay algo nuevo o por vencer.
daily-email-how = Enviarlo
daily-email-daily = Cada día que haya algo
daily-email-weekly = Cada semana, los lunes
daily-email-never = Nunca
daily-email-is-daily = Recibe el correo diario.
daily-email-is-weekly = Recibe el correo cada semana, los lunes.
daily-email-is-never = Ya no recibe el correo diario.
daily-email-stop = Dejar de recibir el correo
daily-email-again = Volver a recibir el correo
daily-email-weekly-act = Recibirlo cada semana
todo-close-reviews = { $n ->
    [one] La evaluación está hecha. Cierre las evaluaciones para ver los puntajes.
   *[other] Las { $n } evaluaciones están hechas. Ciérrelas para ver los puntajes.
}
todo-close-reviews-act = Cerrar las evaluaciones
todo-select = { $n ->
    [one] Las evaluaciones están cerradas y no se ha elegido a nadie. Hay 1 solicitud elegible.
   *[other] Las evaluaciones están cerradas y no se ha elegido a nadie. Hay { $n } solicitudes elegibles.
}
todo-select-act = Elegir el grupo
todo-invite = Hay un grupo elegido y todavía no se ha invitado a nadie.
todo-invite-act = Enviar invitaciones
todo-unsent-invitations = { $n ->
    [one] El correo de una invitación se descartó o no se entregó. Su lugar sigue reservado.
   *[other] Los correos de { $n } invitaciones se descartaron o no se entregaron. Sus lugares siguen reservados.
}
todo-unsent-invitations-act = Ver invitaciones
