# Evaluaciones.
place-reading = Mis evaluaciones
place-readers = Quienes evalúan
rubric-title = Rúbrica
independent = no cuenta
reading-closed = Las evaluaciones están cerradas
reading-closed-text = Gracias. El equipo del programa ya tiene sus puntajes.
reading-none = Todavía no hay nada que evaluar
reading-none-text = Le escribiremos cuando le asignemos solicitudes. Las encontrará aquí.
reading-title = { $total ->
    [one] { $finished } de { $total } evaluada
   *[other] { $finished } de { $total } evaluadas
}
reading-due = Termine a más tardar el { $day }.
reading-next = Evaluar la solicitud { $n }
reading-own-mean = { $n ->
    [one] Su promedio es { $mean }, en una evaluación.
   *[other] Su promedio es { $mean }, en { $n } evaluaciones.
  }
reading-parts = Partes de su lista
reading-part-all = Todas
reading-part-left = Por hacer
reading-part-begun = En curso
reading-part-skipped = Omitidas
reading-part-done = Terminadas
ties-yours = { $n ->
    [0] Sus conflictos de interés: ninguno
    [one] Sus conflictos de interés: un nombre
   *[other] Sus conflictos de interés: { $n } nombres
  }
desk-answers = Respuestas
desk-mean = Promedio: { $mean } ({ $n } de { $of } criterios)
reading-done = Ya evaluó todas sus solicitudes. Gracias.
read-open = sin empezar
read-begun = en curso
read-finished = terminada
read-skipped = omitida
ties-title = ¿Tiene conflictos de interés?
ties-lead = Antes de ver solicitudes, diga con quién trabaja, a quién financia y a quién conoce de cerca, ahora o antes. Incluya organizaciones y colaborativos. Otra persona verá sus solicitudes, y usted no.
ties-label = Organizaciones, colaborativos y personas
ties-hint = Un nombre por línea. Si un nombre coincide con una solicitud, quienes dirigen el programa lo ven.
ties-hint-later = Un nombre por línea. Lo que agregue cuenta la próxima vez que se asignen solicitudes. Quienes dirigen el programa ven los nombres que coinciden. Si reconoce a alguien en su lista, abra esa solicitud y díganoslo ahí.
tied-since = { $n ->
    [one] Una solicitud tiene un conflicto de interés con quien la evalúa.
   *[other] { $n } solicitudes tienen un conflicto de interés con quien las evalúa.
 } Lo declaró después, o se le pidió una recomendación. Elija «Asignar evaluaciones pendientes» para darlas a otra persona.
ties-save = Guardar y continuar
desk-title = Solicitud { $n }
desk-final = Envió esta evaluación. Sus puntajes son definitivos.
desk-missing = Puntúe todos los criterios
comment = Notas
comment-hint = Puntos fuertes y dudas. Al cerrar las evaluaciones, quienes dirigen el programa ven sus puntajes y notas con su nombre. Quien administra el sitio los ve sin él. Quien se postuló nunca los ve.
read-save-next = Enviar evaluación y pasar a la siguiente
read-save-later = Guardar borrador
read-skip = Omitir por ahora
conflict-title = Creo que conozco a esta persona
conflict-text = Otra persona debe evaluar esta solicitud. Los puntajes que ya puso no contarán.
conflict-reason = ¿De dónde conoce a esta persona?
conflict-give-back = Devolver solicitud
reading-open = Las evaluaciones están abiertas
reading-not-begun = Las evaluaciones no han empezado
whole-complete = de { $n } solicitudes tienen todas sus evaluaciones
whole-short = necesitan a alguien que evalúe
whole-under-way = se están evaluando
whole-wide = { $n ->
    [one] En una de las { $of } solicitudes los puntajes son muy distintos. Recibe una evaluación más.
   *[other] En { $n } de las { $of } solicitudes los puntajes son muy distintos. Cada una recibe una evaluación más.
  }
readers-title = Quienes evalúan
readers-none = Todavía nadie evalúa. Envíe invitaciones en
reader = Quien evalúa
reads-finished = Terminadas
reads-begun = En curso
reads-last = Última actividad
of = { $n } de { $of }
reader-left = ya no evalúa
reader-no-ties = no ha declarado conflictos
reader-replace = Reasignar evaluaciones
assign = Asignar evaluaciones pendientes
assign-note = Asignamos las evaluaciones de forma pareja y al azar, nunca donde hay un conflicto de interés. Lo ya asignado se queda. Si dos evaluaciones son muy distintas, asignamos una tercera. Usted no ve puntajes hasta cerrar las evaluaciones.
assigned = { $n ->
    [0] No se asignaron evaluaciones.
    [one] Se asignó una evaluación.
   *[other] Se asignaron { $n } evaluaciones.
}
assigned-lacking = { $lacking } no se pudieron asignar ({ $language }): { $list }. Por conflictos, idiomas o límites, no queda quien las evalúe.
assigned-groups = Quienes evalúan forman { $n } grupos que no comparten solicitudes. Los puntajes no se pueden comparar entre grupos.
assigned-no-readers = Todavía nadie evalúa. Primero envíe invitaciones.
assigned-no-rubric = Escriba primero la rúbrica. Sirve para puntuar.
assigned-again = Algo cambió mientras asignábamos, así que empezamos de nuevo.
assigned-unsettled = No se asignó nada porque las solicitudes o las personas que evalúan seguían cambiando. Espere un minuto e intente de nuevo.
assigned-closed = Las evaluaciones están cerradas o todavía no están preparadas.
reading-close = Cerrar evaluaciones
severity-title = Generosidad al puntuar
severity-lead = Por encima de 0: dio puntajes más altos que otras personas a las mismas solicitudes. Esto no cambia ningún puntaje.
severity = Generosidad
rubric-none = Todavía no hay rúbrica.
rubric-make = Crear rúbrica
rubric-open = Ver rúbrica
rubric-back = Volver a quienes evalúan
rubric-lead = Quienes evalúan puntúan cada criterio de 1 a 5. Puede cambiar la rúbrica hasta que asigne la primera evaluación.
rubric-fixed = Ya hay evaluaciones asignadas, así que la rúbrica no se puede cambiar.
anchor-between = entre los puntajes de arriba y de abajo
criterion-new = Criterio nuevo
criterion-title = Criterio ({ $language })
criterion-guidance = En qué fijarse ({ $language })
criterion-weight = Peso, de 1 a 10
criterion-independent = Mostrarlo, pero no contarlo en el promedio
anchors = Qué significan los puntajes
anchor = Qué significa { $n } ({ $language })
fault-anchors = Explique al menos qué significan 1 y 5.
fault-criterion-twice = Este criterio aparece dos veces. Quite uno.
fault-no-criterion = Al menos un criterio debe contar en el promedio.
reading-how = Cómo se evalúan las solicitudes
reads-each = Evaluaciones por solicitud
most-each = Máximo por persona que evalúa
most-each-hint = Por ejemplo: 175 solicitudes con dos evaluaciones cada una, entre ocho personas, son 44 por persona.
wide-gap = Diferencia entre dos evaluaciones, en puntos
wide-gap-hint = Si los promedios de dos evaluaciones difieren en esto o más, asignamos una tercera.
reading-due-on = Fecha límite de las evaluaciones
visible = Qué ven quienes evalúan
visible-hint = Quienes evalúan nunca ven nombres, lugares de trabajo ni contactos. Las respuestas que solo ve el personal o que solo cuentan en totales no están en esta lista.
event-rubric-changed = Se cambió la rúbrica
event-reading-changed = Se cambió la configuración de las evaluaciones
event-reads-assigned = Se asignaron evaluaciones
event-reads-returned = Se reasignaron las evaluaciones de alguien
event-reading-closed = Se cerraron las evaluaciones
event-ties-declared = Alguien que evalúa declaró sus conflictos de interés
event-conflict-declared = Alguien devolvió una solicitud por un conflicto
event-read-finished = Se envió una evaluación
calibration-title = Calibración
calibration-lead = Primero, cada quien evalúa solo unas pocas solicitudes. Luego comparan los puntajes, acuerdan qué significa cada uno y siguen con las demás.
calibration-none = No ha elegido ninguna solicitud. Los puntajes se parecen más si todas las personas empiezan con las mismas.
calibration-open = Ver calibración
calibration-see = Comparar puntajes de calibración
calibration-set = Solicitudes que todas las personas evalúan primero
calibration-set-hint = Números de solicitud, uno por línea. Lo usual son seis a ocho. Elíjalas antes de asignar las primeras evaluaciones.
calibration-too-late = Las evaluaciones empezaron sin calibración, así que ya no se puede agregar.
calibration-wait = Verá los puntajes de otras personas cuando envíe los suyos.
calibration-wait-lead = Verá aquí los puntajes de una solicitud cuando todas las personas la hayan evaluado.
calibration-letter = Solicitud { $letter }
calibration-wide = muy distintos
calibration-first = Evalúe primero las solicitudes de calibración. Las demás se abren cuando las termine.
read-waits = se abre después
criterion = Criterio
notes-title = Notas entre quienes evalúan
notes-text = Solo ven estas notas quienes enviaron una evaluación de esta solicitud. Sus puntajes ya no pueden cambiar.
note-label = Su nota
note-add = Agregar nota
hand-title = Asignar evaluaciones a mano
hand-label = Solicitudes y quienes evalúan
hand-hint = Una solicitud y una persona por línea, con una coma en medio. Use el correo o el nombre de la persona. También puede pegar un CSV de dos columnas.
hand-act = Asignar estas evaluaciones
wrong-reading-begun = Las evaluaciones ya empezaron, así que no puede cambiar estas solicitudes.
wrong-too-many = Escriba 26 solicitudes como máximo.
hand-not-two = Línea { $arg }: falta una solicitud, una coma o quien evalúa. No se asignó nada.
hand-faults = No se asignó nada. { $arg }
hand-unsettled = No se asignó nada porque las solicitudes o las personas que evalúan seguían cambiando. Espere un minuto e intente de nuevo.
hand-closed = Las evaluaciones están cerradas o todavía no hay rúbrica.
hand-no-application = Línea { $line }: { $of } no es una solicitud por evaluar.
hand-no-reader = Línea { $line }: { $of } no evalúa aquí.
hand-tied = Línea { $line }: { $of } tienen un conflicto de interés.
event-calibration-set = Se eligieron las solicitudes de calibración
event-read-noted = Alguien que evalúa dejó una nota
comment-hint-calibration = Puntos fuertes y dudas. Quienes terminaron de evaluar esta solicitud y quienes dirigen el programa ven sus puntajes y notas con su nombre. Al cerrar las evaluaciones, quien administra el sitio los ve sin él. Quien se postuló nunca los ve.
read-final-note = Después de enviar sus puntajes no podrá cambiarlos.
ties-none = No tengo conflictos de interés
wrong-ties = Nombre sus conflictos de interés o marque que no tiene ninguno.
wrong-ties-both = Nombró conflictos y también marcó que no tiene ninguno. Cambie una de las dos cosas.
reads-languages = Puedo evaluar solicitudes en
near-title = ¿Son lo mismo?
near-text = Algunos nombres se parecen a los que indicó. Mientras no responda, los tratamos como conflictos.
near-pair = «{ $named }» y «{ $other }»
near-same = Es lo mismo
near-other = Son distintos
near-save = Guardar respuestas
reader-replace-ask = ¿Reasignar las evaluaciones de { $name }?
reader-replace-text = { $n ->
    [0] No tiene evaluaciones abiertas.
    [one] Una evaluación abierta pasa a otras personas. Los puntajes que ya tiene no contarán. No se puede deshacer.
   *[other] { $n } evaluaciones abiertas pasan a otras personas. Los puntajes que ya tienen no contarán. No se puede deshacer.
}
reader-replace-act = { $n ->
    [one] Reasignar una evaluación
   *[other] Reasignar { $n } evaluaciones
}
reader-replace-not = Conservar sus evaluaciones
reader-reads = Evalúa en: { $languages }
assigned-undeclared = { $n ->
    [one] No se asignaron evaluaciones a { $list }. No ha declarado sus conflictos de interés.
   *[other] No se asignaron evaluaciones a { $list }. No han declarado sus conflictos de interés.
}
assigned-nobody-declared = { $n ->
    [one] No se asignó nada. { $list } no ha declarado sus conflictos de interés. Pídaselo o marque la casilla para asignar de todos modos.
   *[other] No se asignó nada. { $list } no han declarado sus conflictos de interés. Pídaselo o marque la casilla para asignar de todos modos.
}
assigned-nothing-to-see = Quienes evalúan no verían ninguna respuesta, así que todavía no puede asignar evaluaciones. Elija primero qué respuestas ven.
nobody = nadie
and-more = y { $n } más
outlook-title = { $n ->
    [0] No hay evaluaciones por asignar
    [one] Una evaluación por asignar
   *[other] { $n } evaluaciones por asignar
}
seen-title = Qué verán quienes evalúan
seen-in = { $n } de { $of } solicitudes tienen texto
seen-blank = { $n ->
    [one] Una solicitud no tiene nada que puedan ver quienes evalúan.
   *[other] { $n } solicitudes no tienen nada que puedan ver quienes evalúan.
}
seen-hidden = { $n ->
    [one] Una pregunta con respuestas no se muestra a quienes evalúan
   *[other] { $n } preguntas con respuestas no se muestran a quienes evalúan
}
seen-hidden-text = Antes de mostrar respuestas, revise que no nombren a nadie.
seen-show = Mostrar a quienes evalúan
seen-show-all = Mostrar las { $n } a quienes evalúan
outlook-undecided = { $n ->
    [one] Una de estas solicitudes está sin decidir. Se evalúa de todos modos.
   *[other] { $n } de estas solicitudes están sin decidir. Se evalúan de todos modos.
}
outlook-late = { $n ->
    [one] Una de estas solicitudes es tardía y está sin decidir. Se evalúa de todos modos.
   *[other] { $n } de estas solicitudes son tardías y están sin decidir. Se evalúan de todos modos.
}
outlook-short = { $language }: { $n ->
    [one] una solicitud tiene
   *[other] { $n } solicitudes tienen
 } muy pocas personas que puedan evaluarla ({ $list }). Evalúan en este idioma: { $readers }.
outlook-undeclared = Estas personas no han declarado sus conflictos de interés, así que no reciben evaluaciones: { $list }.
allow-undeclared = Asignar también a quienes no han declarado conflictos
allow-language = Asignar también a quienes no leen el idioma de la solicitud
found-title = Conflictos de interés
found-text = Comparamos los nombres que indicaron quienes evalúan, sus lugares de trabajo y sus propios nombres con los de las solicitudes.
found-same = mismo nombre: no se asigna
found-open = nombre parecido: no se asigna hasta que alguien responda
found-said-same = es lo mismo: no se asigna
found-said-other = es distinto: se puede asignar
reading-close-ask = ¿Cerrar ya las evaluaciones?
reading-close-open = { $n ->
    [one] Una evaluación no está lista. No se podrá terminar después de cerrar. Puede reabrir las evaluaciones hasta que envíe decisiones.
   *[other] { $n } evaluaciones no están listas. No se podrán terminar después de cerrar. Puede reabrir todo hasta que envíe decisiones.
}
reading-close-not = Dejar abiertas las evaluaciones
reading-reopen = Reabrir evaluaciones
reading-reopened = Las evaluaciones están abiertas otra vez. Los puntajes no se ven hasta que las cierre.
reading-can-reopen = Puede reabrir las evaluaciones hasta que envíe decisiones.
remind-days = Días antes de la fecha límite para enviar un recordatorio
remind-days-hint = Quienes tienen evaluaciones sin terminar reciben un correo. Escriba 0 si no quiere recordatorio.
event-reading-reopened = Se reabrieron las evaluaciones
event-conflict-answered = Alguien dijo si dos nombres parecidos son lo mismo
hand-undeclared = Línea { $line }: { $of } no ha declarado conflictos de interés.
hand-language = Línea { $line }: { $of }: esta persona no lee el idioma de la solicitud.
assign-first-rubric = Antes de asignar evaluaciones hacen falta criterios para puntuar.
assign-first-rubric-act = Agregar criterios
assign-first-how = Antes de asignar evaluaciones, indique cuántas recibe cada solicitud.
assign-first-how-act = Indicar número de evaluaciones
reading-close-short = { $n ->
    [one] Una solicitud tiene menos evaluaciones de las previstas. Puede que no tenga ninguna.
   *[other] { $n } solicitudes tienen menos evaluaciones de las previstas. Puede que algunas no tengan ninguna.
}
