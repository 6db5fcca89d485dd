# Lectura de solicitudes.
place-reading = Mis evaluaciones
place-readers = Quienes evalúan
rubric-title = Rúbrica
independent = se muestra, no cuenta
reading-closed = Las evaluaciones están cerradas
reading-closed-text = Gracias. Sus puntajes han llegado a quienes eligen.
reading-none = Todavía no hay nada que evaluar
reading-none-text = Le avisaremos por correo cuando le asignemos solicitudes. Las encontrará aquí.
reading-title = { $total ->
    [one] { $finished } de { $total } evaluada
   *[other] { $finished } de { $total } evaluadas
}
reading-due = Termine, por favor, a más tardar el { $day }.
reading-next = Evaluar la solicitud { $n }
reading-done = Ha evaluado todas las suyas. Gracias.
read-open = por leer
read-begun = empezada
read-finished = lista
read-skipped = aplazada
ties-title = ¿Tiene conflictos de interés?
ties-lead = Antes de ver nada: nombre las organizaciones, los colaborativos y las personas con quienes trabaja o ha trabajado, a quienes financia o con quienes tiene cercanía. Otra persona evalúa sus solicitudes, y usted nunca las ve.
ties-label = Organizaciones, colaborativos, personas
ties-hint = Un nombre por renglón. Si un nombre coincide con una solicitud, quienes lideran ven que coincide.
ties-hint-later = Un nombre por renglón. Lo que agregue ahora cuenta cuando se asignen solicitudes otra vez. Quienes lideran ven los nombres que coinciden. Si reconoce a alguien en su lista, abra esa solicitud y dígalo ahí.
tied-since = { $n ->
    [one] Una solicitud está
   *[other] { $n } solicitudes están
 } con alguien que después declaró un conflicto de interés o a quien se pidió recomendar a la persona solicitante. Elija «Asignar evaluaciones pendientes» para pasarlas.
ties-save = Guardar y seguir
desk-title = Solicitud { $n }
desk-final = Sus puntajes son definitivos.
desk-missing = Falta un puntaje
comment = Notas
comment-hint = Qué habla a favor y qué en contra. Cuando se cierren las evaluaciones, quienes lideran ven sus puntajes y esta nota con su nombre. Quien administra el sitio los ve sin su nombre. Quien se postuló no los ve.
read-save-next = Enviar y abrir la siguiente
read-save-later = Guardar y seguir después
read-skip = Pasar a la siguiente sin guardar un puntaje
conflict-title = Creo que sé quién es
conflict-text = Entonces debe leerla otra persona. Sus puntajes hasta aquí no cuentan.
conflict-reason = ¿De qué la conoce?
conflict-give-back = Devolverla
reading-open = Las evaluaciones están abiertas
reading-not-begun = Las evaluaciones no han empezado
whole-complete = de { $n } tienen todas sus evaluaciones
whole-short = necesitan a alguien que evalúe
whole-wide = tienen evaluaciones muy distintas
readers-title = Quienes evalúan
readers-none = Todavía nadie evalúa. Invite a quienes evalúan en
reader = Quien evalúa
reads-finished = Listas
reads-begun = Empezadas
reads-last = Última vez
of = { $n } de { $of }
reader-left = ya no evalúa
reader-no-ties = no ha declarado conflictos
reader-replace = Reasignar evaluaciones
assign = Asignar evaluaciones pendientes
assign-note = Las evaluaciones se asignan de forma pareja y al azar, nunca donde hay un conflicto de interés. Lo asignado se queda. Si dos evaluaciones son muy distintas, se asigna una tercera. Usted no ve puntajes hasta cerrar las evaluaciones.
assigned = { $n ->
    [0] No se asignaron evaluaciones.
    [one] Se asignó una evaluación.
   *[other] Se asignaron { $n } evaluaciones.
}
assigned-lacking = { $lacking } no se pudieron asignar, porque los conflictos, los idiomas o los límites no dejan a nadie ({ $language }): { $list }.
assigned-groups = Quienes evalúan forman { $n } grupos que no comparten ninguna solicitud. Los puntajes no se pueden comparar entre grupos.
assigned-no-readers = Todavía nadie evalúa. Invite primero a quienes evalúan.
assigned-no-rubric = Escriba primero la rúbrica. Dice qué se puntúa.
assigned-again = Algo cambió mientras se planificaba, así que se planificó de nuevo.
assigned-unsettled = No se asignó nada: las solicitudes o las personas que evalúan seguían cambiando. Espere un minuto e intente de nuevo.
assigned-closed = Las evaluaciones no están preparadas o están cerradas.
reading-close = Cerrar las evaluaciones
severity-title = Qué tan benévola fue cada persona
severity-lead = Por encima de 0: dio más que otras a las mismas solicitudes. Está al lado de los puntajes y no cambia ninguno.
severity = Benevolencia
rubric-none = Todavía no hay rúbrica.
rubric-make = Hacer la rúbrica
rubric-open = Abrir la rúbrica
rubric-back = Volver a quienes evalúan
rubric-lead = Con qué se juzgan las solicitudes, de 1 a 5, y qué significan los puntajes. Puede cambiar hasta que se reparta la primera lectura.
rubric-fixed = Ya se está leyendo, así que la rúbrica queda como está.
anchor-between = entre los dos puntajes de al lado
criterion-new = Un criterio más
criterion-title = Criterio, { $language }
criterion-guidance = En qué fijarse, { $language }
criterion-weight = Peso, de 1 a 10
criterion-independent = Se muestra, pero no cuenta en el promedio
anchors = Qué significan los puntajes
anchor = { $n } significa, { $language }
fault-anchors = Diga al menos qué significan 1 y 5.
fault-criterion-twice = Este criterio está dos veces.
fault-no-criterion = Al menos un criterio debe contar.
reading-how = Cómo se evalúan las solicitudes
reads-each = Evaluaciones por solicitud
most-each = Máximo por persona que evalúa
most-each-hint = Con ocho personas, 175 solicitudes y dos evaluaciones cada una, son 44.
wide-gap = Dos evaluaciones son muy distintas a partir de
wide-gap-hint = Puntos entre sus promedios. Entonces se asigna una tercera.
reading-due-on = Fecha límite de las evaluaciones
visible = Qué ven quienes evalúan
visible-hint = Nunca se muestran nombres, lugares de trabajo ni contacto. Lo que la convocatoria prometió guardar para el personal o para totales no está en esta lista.
event-rubric-changed = Se cambió la rúbrica
event-reading-changed = Se cambió cómo se evalúa
event-reads-assigned = Se asignaron evaluaciones
event-reads-returned = Se reasignaron las evaluaciones de alguien
event-reading-closed = Se cerraron las evaluaciones
event-ties-declared = Alguien que evalúa declaró sus conflictos de interés
event-conflict-declared = Alguien devolvió una solicitud por un conflicto
event-read-finished = Se terminó una evaluación
calibration-title = Calibración
calibration-lead = Unas pocas solicitudes que todas las personas leen primero, cada una por su cuenta. Después se ven los puntajes lado a lado, se habla de qué es un 3 y se sigue.
calibration-none = No se ha elegido ninguna. Con ellas, los criterios se parecen más.
calibration-open = Abrir la calibración
calibration-see = Calibración, lado a lado
calibration-set = Lo que todos leen primero
calibration-set-hint = Números de solicitud, uno por línea; lo usual son seis a ocho. Elíjalas antes de repartir las primeras lecturas.
calibration-too-late = La lectura empezó sin calibración.
calibration-wait = Verá los puntajes de los demás cuando los suyos sean definitivos.
calibration-wait-lead = Aquí verá los puntajes de una solicitud cuando todos la hayan leído.
calibration-letter = Solicitud { $letter }
calibration-wide = muy distintos
calibration-first = Lea primero estas, por favor. Las demás se abren cuando las termine.
read-waits = espera
criterion = Criterio
notes-title = Notas entre quienes evalúan
notes-text = Solo las ve quien terminó esta lectura. Su puntaje ya no cambia.
note-label = Su nota
note-add = Añadir la nota
hand-title = Asignar evaluaciones a mano
hand-label = Solicitud y quien evalúa
hand-hint = Un par por renglón con una coma en medio; quien evalúa, por correo o por nombre. También puede pegar un CSV de dos columnas.
hand-act = Asignar estas evaluaciones
wrong-reading-begun = La lectura ya empezó, así que no se cambia.
wrong-too-many = Son demasiadas; 26 como máximo.
hand-not-two = Al renglón { $arg } le falta una solicitud, una coma o quien evalúa. No se asignó nada.
hand-faults = No se asignó nada. { $arg }
hand-unsettled = No se asignó nada: las solicitudes o las personas que evalúan seguían cambiando. Espere un minuto e intente de nuevo.
hand-closed = Las evaluaciones están cerradas o todavía no hay rúbrica.
hand-no-application = Renglón { $line }: { $of } no es una solicitud por evaluar.
hand-no-reader = Renglón { $line }: { $of } no evalúa aquí.
hand-tied = Renglón { $line }: { $of } tienen un conflicto de interés.
event-calibration-set = Se eligió la calibración
event-read-noted = Alguien que evalúa dejó una nota
comment-hint-calibration = Qué habla a favor y qué en contra. Otras personas que terminaron de evaluar esta solicitud ven sus puntajes y esta nota con su nombre. También quienes lideran. Cuando se cierren las evaluaciones, quien administra el sitio los ve sin su nombre. Quien se postuló no los ve.
read-final-note = Después de enviar sus puntajes ya no puede cambiarlos.
ties-none = No tengo conflictos de interés
wrong-ties = Nombre sus conflictos de interés o marque que no tiene ninguno.
wrong-ties-both = Nombró conflictos y también marcó que no tiene ninguno. Cambie una de las dos cosas.
reads-languages = Puedo evaluar solicitudes en
near-title = ¿Son lo mismo?
near-text = Algunos nombres se parecen a los que dio. Mientras no responda, los tratamos como conflictos.
near-pair = «{ $named }» y «{ $other }»
near-same = Es lo mismo
near-other = Son distintos
near-save = Guardar respuestas
reader-replace-ask = ¿Reasignar las evaluaciones de { $name }?
reader-replace-text = { $n ->
    [0] No tiene evaluaciones abiertas.
    [one] Una evaluación abierta pasa a otras personas. Los puntajes ya puestos no cuentan. No se puede deshacer.
   *[other] { $n } evaluaciones abiertas pasan a otras personas. Los puntajes ya puestos no cuentan. No se puede deshacer.
}
reader-replace-act = { $n ->
    [one] Reasignar una evaluación
   *[other] Reasignar { $n } evaluaciones
}
reader-replace-not = Dejarlas
reader-reads = Evalúa en: { $languages }
assigned-undeclared = Sin evaluaciones para { $list }: no han declarado sus conflictos de interés.
assigned-nobody-declared = No se asignó nada: { $list } no han declarado sus conflictos de interés. Pídaselo, o marque la casilla para asignar de todos modos.
assigned-nothing-to-see = No se asignó nada: quienes evalúan no verían ninguna respuesta. Elija primero qué respuestas ven.
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
seen-hidden-text = Revise que las respuestas no nombren a nadie antes de mostrarlas.
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
outlook-short = { $language }: para { $n ->
    [one] una solicitud
   *[other] { $n } solicitudes
 } hay muy pocas personas que puedan evaluar ({ $list }). Evalúan en este idioma: { $readers }.
outlook-undeclared = No han declarado sus conflictos de interés y no reciben evaluaciones: { $list }.
allow-undeclared = Asignar también a quienes no han declarado conflictos
allow-language = Asignar también a quienes no leen el idioma
found-title = Conflictos de interés
found-text = Nombres que dieron quienes evalúan, dónde trabajan y sus propios nombres, junto a nombres de las solicitudes.
found-same = mismo nombre: no se asigna
found-open = se parece: no se asigna hasta que alguien responda
found-said-same = es lo mismo: no se asigna
found-said-other = es distinto: se puede asignar
reading-close-ask = ¿Cerrar ya las evaluaciones?
reading-close-open = { $n ->
    [one] Una evaluación no está terminada. No se puede terminar con las evaluaciones cerradas. Puede abrirlas otra vez hasta que envíe decisiones.
   *[other] { $n } evaluaciones no están terminadas. No se pueden terminar con las evaluaciones cerradas. Puede abrirlas otra vez hasta que envíe decisiones.
}
reading-close-not = Dejarlas abiertas
reading-reopen = Abrir otra vez las evaluaciones
reading-reopened = Las evaluaciones están abiertas otra vez. Los puntajes no se ven hasta que las cierre.
reading-can-reopen = Las evaluaciones están cerradas. Puede abrirlas otra vez hasta que envíe decisiones.
remind-days = Recordar a quienes evalúan, días antes
remind-days-hint = Quienes tienen evaluaciones abiertas reciben un correo. Con 0 no hay recordatorio.
event-reading-reopened = Se abrieron otra vez las evaluaciones
event-conflict-answered = Alguien dijo si dos nombres parecidos son lo mismo
hand-undeclared = Renglón { $line }: { $of } no ha declarado conflictos de interés.
hand-language = Renglón { $line }: { $of }: esta persona no lee el idioma de la solicitud.
assign-first-rubric = Podrá asignar evaluaciones cuando haya criterios para puntuar.
assign-first-rubric-act = Agregar criterios
assign-first-how = Podrá asignar evaluaciones cuando guarde cuántas recibe cada solicitud.
assign-first-how-act = Indicar cuántas evaluaciones
reading-close-short = { $n ->
    [one] Una solicitud tiene menos evaluaciones de las previstas. Puede que no tenga ninguna.
   *[other] { $n } solicitudes tienen menos evaluaciones de las previstas. Puede que algunas no tengan ninguna.
}
