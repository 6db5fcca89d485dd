# Selección, invitaciones, la cohorte.
selection-title = Elegir { $seats }, con transparencia
selection-lead = Primero las metas, después una cohorte que las cumple todas. Cada ejecución deja un acta con la que cualquiera puede repetirla.
selection-open = pueden ser elegidas
selection-scored = de ellas tienen puntaje
selection-taken = lugares ocupados
propose = Proponer una cohorte
propose-text = La cohorte con el puntaje total más alto que cumple todas las metas: hallada con exactitud y demostrada como la mejor. Los empates los decide un resumen criptográfico de los datos, así que nadie elige.
propose-act = Proponer
propose-needs-scores = Hace falta un puntaje para cada persona que puede ser elegida. Importe las lecturas o haga el sorteo.
draw = Hacer el sorteo
draw-text = Un sorteo entre cohortes que cumplen todas las metas, en el que la probabilidad de la persona menos favorecida es la más alta posible. Los puntajes no cuentan.
draw-public = Texto público para la semilla
draw-public-hint = Algo que nadie podía saber antes, anunciado de antemano: por ejemplo los números de una lotería estatal de cierto día.
draw-act = Sortear
goals = Metas
goals-first = Primero las metas
goals-first-text = Diga cómo debe componerse la cohorte antes de elegir a nadie.
goals-none = Todavía ninguna.
goals-count = { $n ->
    [one] Una meta
   *[other] { $n } metas
  }
goals-change = Cambiar las metas
goals-title = De qué se compone la cohorte
goals-lead = Para cada valor, cuántos lugares como mínimo y como máximo. Deje ambos vacíos si no hay meta. Entre paréntesis: cuántas personas pueden ser elegidas.
goals-eligible = Solo personas que cumplen los requisitos
goals-no-pool = Todavía no hay solicitudes, así que no hay valores para elegir. Puede tomar las metas de un archivo, más abajo.
goals-save = Guardar las metas
goals-file = Tomar metas de un archivo
goals-file-text = Texto de un archivo de metas
goals-file-hint = TOML en la forma weft-goals-1. Sustituye las metas de arriba como versión nueva; las anteriores quedan en el registro.
goals-file-take = Tomar estas metas
goals-fault = No se tomaron estas metas
goals-fault-file = No es un archivo de metas: { $arg }
goals-fault-protected = «{ $arg }» es un atributo protegido. Solo se puede usar después de que una persona identificada por su nombre active los atributos protegidos y dé una razón.
goals-fault-field = Las metas no pueden nombrar «{ $arg }» aquí.
goals-fault-order = La meta «{ $arg }» pide un mínimo mayor que el máximo.
goals-fault-limit = Como máximo una por organización, o sin límite: todavía no se conoce nada intermedio.
at-least = Mínimo
at-most = Máximo
range = de { $min } a { $max }
mean-of = Media de { $field }
mean-years = Media de años en el cargo
mean-years-text = El tiempo en el cargo no es la etapa profesional ni la edad. Déjelo vacío si no hay meta.
protected-title = Atributos protegidos
protected-text = La raza, el origen étnico, el género, la nación tribal, el idioma, la edad y la discapacidad no se ofrecen como metas. Si las leyes locales y las condiciones de sus fondos lo permiten, aquí se puede activar el idioma; eso queda registrado con su nombre. Pida antes una revisión legal. Los demás atributos se guardan donde la selección no puede leerlos.
protected-turn-on = Activo: idioma de la solicitud
protected-reason = Razón
protected-reason-hint = Queda junto a su nombre en el registro.
protected-on = { $who } activó los atributos protegidos: { $why }
protected-off = Aquí no se usan atributos protegidos.
wrong-range = El máximo no puede ser menor que el mínimo.
wrong-mean = Por favor escriba los años como número, por ejemplo 2.5.
left-out = Quedan fuera, y por qué
out-withdrawn = retiraron su solicitud
out-declined = declinaron una invitación
out-duplicate = posibles duplicados
out-not-eligible = no cumplen los requisitos
out-no-number = sin años en el cargo
out-no-score = sin puntaje
runs = Propuestas y sorteos
runs-none = Todavía no se ha ejecutado nada.
run-confirmed = confirmada
rule-propose = Propuesta
rule-draw = Sorteo
invitations-link = Invitaciones y respuestas
problem-no-goals = Defina primero las metas.
problem-unscored = { $n ->
    [one] Una persona no tiene puntaje, así que una propuesta no sería justa. Importe las lecturas o haga el sorteo.
   *[other] { $n } personas no tienen puntaje, así que una propuesta no sería justa. Importe las lecturas o haga el sorteo.
  }
problem-infeasible = Ninguna cohorte cumple todas las metas
problem-too-few = No hay suficientes personas para los lugares
problem-bounds = Estas no pueden cumplirse juntas; sin cualquiera de ellas, las demás sí:
problem-relaxations = El cambio más pequeño que ayuda:
bound-at-least = { $field }, { $value }: mínimo { $n }
bound-at-most = { $field }, { $value }: máximo { $n }
bound-mean-at-least = media de { $field }, mínimo { $n }
bound-mean-at-most = media de { $field }, máximo { $n }
bound-one-per = Como máximo una persona por organización
relaxation = { $bound } → { $to }
standing = { $n }, meta de { $min } a { $max }
standing-exact = { $n }, meta { $min }
exactly = exactamente { $n }
kept = se cumple
broken = no se cumple
field-region = Región
field-scope = Alcance
health-focus-yes = Trabaja en salud
health-focus-no = Trabaja en otros temas
field-health-focus = Enfoque en salud
field-primary-issue-area = Área temática
field-issue-areas = Áreas temáticas
field-role-level = Nivel del cargo
field-body-type = Tipo de entidad
field-setting = Entorno
field-language = Idioma
field-years-in-role = años en el cargo
field-years-in-field = años en el campo
field-years-in-role-band = Años en el cargo
run-title = { $rule ->
    [draw] Un sorteo de { $n }
    [hand] Elegidas a mano: { $n }
   *[other] Una propuesta de { $n }
  }
run-cost = Puntaje total { $total }. Sin ninguna meta sería { $without }: el equilibrio cuesta { $cost } puntos, a la vista de quien pregunte.
run-least = De todas las personas que pueden ser elegidas, la menos favorecida tuvo una probabilidad de { $least }. Ningún sorteo con estas metas puede dar más de { $bound }.
run-ticket = Salió el boleto { $ticket } de { $tickets }. Redondear las probabilidades a boletos no cambió la de nadie en más de { $rounding }.
run-seats = Lugares
run-record = El acta
run-record-text = El acta contiene los datos, el resultado y todo lo necesario para repetirlo, con números en lugar de nombres.
run-sound = comprobada: es correcta
run-unsound = comprobada: no es correcta
run-transcript = Descargar el acta
run-is-confirmed = Esta ejecución está confirmada; las invitaciones ya salieron.
confirm-title = Confirmar e invitar
confirm-text = Cada persona de esta lista sin lugar ni invitación recibe una por correo. Esto ocurre una sola vez.
confirm-days = Días para responder
confirm-act = Confirmar y enviar invitaciones
chance = probabilidad { $p }
score-is = puntaje { $n }
is-member = tiene lugar
others-title = { $n ->
    [one] Una persona no elegida
   *[other] { $n } personas no elegidas
  }
others-text = Con su probabilidad o su puntaje. Estar aquí no dice nada del valor de una persona.
others-more = Y { $n } más; el acta las contiene todas.
barred-title = { $n ->
    [one] Una persona que ninguna cohorte así puede incluir
   *[other] { $n } personas que ninguna cohorte así puede incluir
  }
barred-text = Con la meta que lo impide. Cámbiela si no es lo que quería.
barred-together = Varias metas juntas.
invitations = Invitaciones
invitations-none = Todavía no se ha invitado a nadie. Confirme primero una propuesta o un sorteo.
invitations-next = Algunos lugares no están ocupados ni prometidos. Declare abajo cómo se llenan.
invited-until = Fecha límite para responder
answer = Respuesta
answer-accepted = respuestas afirmativas
answer-waiting = en espera
answer-declined = dijeron que no
answer-lapsed = sin respuesta a tiempo
answer-canceled = cancelada
invitation-title = Su invitación
invitation-hello = { $name }, hay un lugar para usted.
invitation-lead = La edición va del { $from } al { $to }. Nos alegraría contar con usted.
invitation-until = Por favor responda a más tardar el { $at }.
invitation-free = Puede decir que no con toda libertad; nadie preguntará por qué.
invitation-note = Unas palabras para nosotros, si quiere
invitation-accept = Sí, acepto el lugar
invitation-decline = No, gracias
invitation-accepted = Le damos la bienvenida, { $name }.
invitation-accepted-text = El lugar es suyo. Empezamos el { $day }. Entre con su correo para ver su edición.
invitation-declined = Gracias por avisarnos.
invitation-declined-text = Guardamos su respuesta. No le pediremos nada más.
invitation-full = Los lugares ya están ocupados
invitation-full-text = Mientras esta invitación esperaba, se dieron todos los lugares. Su sí nos importa: escríbanos y le diremos qué es posible.
invitation-canceled = Esta invitación se canceló
invitation-canceled-text = Le escribimos al respecto. Si tiene preguntas, escríbanos.
cancel-invitation = Cancelar invitación
cancel-invitation-ask = ¿Cancelar la invitación de { $name }?
cancel-invitation-link = Su enlace dirá que la invitación se canceló. Ya no se podrá aceptar.
cancel-invitation-seat = El lugar reservado queda libre para otra persona.
cancel-invitation-told = Enviamos enseguida un correo a { $email }.
cancel-invitation-untold = Su invitación todavía no se envió. La descartamos y no recibe ningún correo.
cancel-invitation-nowhere = No tenemos su correo. Avísele personalmente.
cancel-invitation-final = Esto no se puede deshacer. Más adelante se puede volver a elegir e invitar a esta persona, con un enlace nuevo.
cancel-invitation-message = Su mensaje
cancel-invitation-hint = Opcional. Será parte del correo: por ejemplo, qué pasó.
cancel-invitation-email = El correo
cancel-invitation-edit = Editar el texto de este correo
cancel-invitation-not = Conservar la invitación
cancel-invitation-done = La invitación se canceló. Su lugar está libre.
cancel-invitation-late = No se canceló nada: esta invitación ya se respondió, venció o se canceló antes.
invitation-over = El plazo para responder terminó
invitation-over-text = Escríbanos si todavía quiere el lugar. Le diremos con claridad si queda alguno.
invitation-answered = Usted ya respondió
invitation-was-accepted = Dijo que sí. Si algo cambió, escríbanos.
invitation-was-declined = Dijo que no. Si algo cambió, escríbanos.
cohort-title = { $n ->
    [0] La cohorte
    [one] { $n } integrante
   *[other] { $n } integrantes
  }
cohort-none = Todavía nadie ha ocupado un lugar.
cohort-public = La página pública
cohort-csv = Lista en CSV
members = Integrantes
shown-publicly = A la vista del público
shown-fields = { $n } de { $of } campos
held-back-others = Otros
held-back = reservado
years-title = Años en el cargo
years-mean = media, n = { $n }
years-median = mediana
years-min = El menor: { $n }.
years-max = El mayor: { $n }.
years-note = El tiempo en el cargo no dice nada de la etapa profesional ni de la edad. El menor y el mayor solo se muestran cuando al menos dos personas los comparten.
consent-title = Lo que comparto
consent-lead = La página pública de la cohorte muestra de usted lo que elija aquí y nada más. Nunca es condición para su lugar.
consent-name-first = Lo demás se muestra y se cuenta solo junto con su nombre. Si no incluye su nombre, la página no muestra nada de usted.
consent-nameless = No eligió su nombre, así que la página no muestra ni cuenta lo que eligió.
consent-legend = Mostrar en la página pública
consent-saved = Guardado.
consent-note = Puede retirar cualquier cosa cuando quiera. Las copias impresas no se pueden recuperar.
agreed-on = aceptado el { $day }
publish-photo = Mi foto, si añado una en mi página
publish-name = Mi nombre
publish-pronouns = Mis pronombres
publish-organization = Mi organización
publish-collaborative = Mi colaborativa
publish-role-title = Mi cargo
publish-region = Mi región, en los totales y junto a mi nombre
publish-issue-area = Mis áreas temáticas, en los totales y junto a mi nombre
publish-role-level = Mi nivel de cargo, en los totales
publish-years-in-role = Mis años en el cargo, en la media y la mediana
public-lead = Del { $from } al { $to }.
public-none = Todavía no se muestra nada de nadie.
public-who = Quiénes son
public-people = Personas
public-csv = Estas cifras en CSV
access-needs-lead = Usted es la única persona que lee lo que le dijeron. Pregunte antes de compartir algo y comparta solo lo que alguien necesita para actuar.
access-needs-none = Nadie le ha indicado necesidades de acceso.
access-needs-others =
    { $n ->
        [one] Una persona se lo dijo a alguien más, o todavía a nadie. Se le preguntó si quiere compartirlo con usted.
       *[other] { $n } personas se lo dijeron a alguien más, o todavía a nadie. Se les preguntó si quieren compartirlo con usted.
    }
place-invitations = Invitaciones
out-aside = apartadas
why-run = Volver a la ejecución
why-in-link = ¿Por qué sí?
why-not-link = ¿Por qué no?
goal-cost-link = ¿Cuánto costó?
why-in = ¿Por qué tiene un lugar { $name }?
why-not = ¿Por qué no tiene un lugar { $name }?
why-come = Quién entraría
why-go = Quién saldría
why-application = Leer la solicitud
why-left-out = No se podía elegir en esta ejecución: { $reason }.
why-drawn = Así cayó la suerte. La probabilidad de un lugar era { $chance }; se sortearon { $seats } lugares.
why-not-drawn = La suerte cayó en otras personas. La probabilidad de un lugar era { $chance }; se sortearon { $seats } lugares.
with-person = Con esta persona, la mejor cohorte con las mismas metas suma { $total }: { $points } puntos menos.
same-with-person = Con esta persona hay una cohorte igual de buena. Entre ellas decidió la suerte.
barred-with-person = Ninguna cohorte cumple las metas con esta persona. Lo impiden estas metas, junto con los lugares:
without-person = Sin esta persona, la mejor cohorte con las mismas metas suma { $total }: { $points } puntos menos.
same-without-person = Sin esta persona hay una cohorte igual de buena. Entre ellas decidió la suerte.
barred-without-person = Sin esta persona ninguna cohorte cumple las metas. La necesitan estas metas:
without-goal = Sin esta meta, la mejor cohorte suma { $total }: la meta cuesta { $points } puntos.
same-without-goal = Esta meta no cuesta nada: sin ella la mejor cohorte no es mejor.
barred-without-goal = Sin esta meta tampoco hay cohorte.
mark-title = Para la próxima ejecución
mark-text = Asegúrela para que toda ejecución posterior la elija, o apártela para que ninguna lo haga. El motivo queda registrado; la transcripción muestra que se hizo.
mark-reason = Motivo
mark-reason-hint = Una frase que le diría a la persona.
mark-lock = Asegurar
mark-set-aside = Apartar
mark-lift = Deshacerlo
mark-locked = asegurada
mark-aside = apartada
marks = Aseguradas y apartadas
event-mark-locked = Se aseguró a alguien para la próxima ejecución
event-mark-aside = Se apartó a alguien
event-mark-lifted = Se deshizo una marca
mark-invited = invitada
problem-one-read = La franja necesita al menos dos lecturas de alguna solicitud, para saber cuánto difieren las lecturas.
problem-stopped = La búsqueda se detuvo
draw-in-band = Solo entre quienes no se distinguen por su puntaje; las aceptaciones claras reciben su lugar, los rechazos claros no
rule-hand = A mano
place-composer = Composición
composer-title = Formar el grupo
composer-lead = Asigne lugares, vea enseguida qué pasa con las metas, deje que el programa ayude y guarde lo que probó como versiones para comparar.
compositions = Versiones
composition-begin = Una versión nueva
composition-begin-act = Empezar
composition-name = Nombre
composition-name-hint = Para que usted y los demás la reconozcan: «equilibrada, segundo intento».
seats-of = { $n } de { $seats } lugares
goals-met = { $n } de { $of } metas cumplidas
total-score = puntaje total { $points }
total = Puntaje total
goals-kept = Objetivos
pool = Solicitudes
pool-show = Mostrar
pool-show-open = Quienes pueden ser elegidos
pool-show-band = Franja de sorteo
pool-show-marked = Asegurados, apartados, invitados
pool-show-out = Fuera de la elección
pool-show-all = Todas las personas
names-hidden = Solo números, para que los nombres no decidan.
names-shown = Se muestran los nombres.
names-show = Mostrar nombres
names-hide = Ocultar nombres
sits = con lugar
seat-act = Dar lugar
free-act = Liberar
swap-act = Cambiar
undo = Deshacer
redo = Rehacer
clear-seats = Liberar todos los lugares
complete-act = Llenar los lugares libres
seats-open = { $n ->
    [one] Un lugar libre
   *[other] { $n } lugares libres
  }
moves-best = Lo que más ayudaría
moves-none = Ningún cambio cumple mejor las metas ni suma más puntaje.
move-for = por
move-mends = Cumple: { $goals }.
move-breaks = Incumple: { $goals }.
move-nearer = Más cerca de las metas.
move-gains = { $points } puntos más.
move-costs = { $points } puntos menos.
move-same = No cambia ningún objetivo ni el total.
move-full = Todos los lugares están ocupados. Libere uno primero, o haga un cambio.
move-not-in-pool = Esta persona no puede ser elegida.
move-sits = Esta persona ya tiene lugar.
move-sits-not = Esta persona ya no tiene lugar.
move-stays = Este lugar está prometido o asegurado y no se puede liberar aquí.
move-nothing = Aquí no hay nada que deshacer.
move-others = Otra persona hizo un cambio desde que usted abrió esta página; deshacer desharía el suyo. Mírelo primero.
move-kept = No se perdió nada: los lugares están como se ve abajo.
meanwhile = Mientras tanto:
someone = alguien
composition-gone = { $n ->
    [one] Una persona que estaba aquí ya no puede ser elegida; su lugar está libre.
   *[other] { $n } personas que estaban aquí ya no pueden ser elegidas; sus lugares están libres.
  }
work-propose = Buscando el mejor grupo …
work-complete = Llenando los lugares libres …
work-draw = Preparando el sorteo …
work-steps = { $n } búsquedas hasta ahora
work-text = {"{"}n{"}"} búsquedas hasta ahora, {"{"}s{"}"} s
work-look = Mirar de nuevo
work-stop = Detener
hand-on = ¿Todo listo?
hand-on-text = Esto lleva al registro, desde donde se envían las invitaciones. Todavía no se invita a nadie.
hand-on-misses = Estas metas no se cumplen. Diga por qué es a propósito; queda en el registro.
hand-on-reason = Motivo
hand-on-reason-hint = Una frase que le diría a quien pregunte.
hand-on-act = Seguir al registro
steps = Lo que se hizo
step-begun = { $who } empezó
step-seated = { $who } dio lugar a { $about }
step-freed = { $who } liberó el lugar de { $about }
step-swapped = { $who } cambió { $about }
step-cleared = { $who } liberó todos los lugares
step-proposed = { $who } pidió una propuesta
step-completed = { $who } pidió llenar los lugares libres
step-drawn = { $who } hizo el sorteo
versions = Versiones
versions-text = Guarde esto como está, con su propio nombre, y siga con una copia.
version-name = Nombre de la copia
version-keep = Guardar una copia
compare = Comparar versiones
compare-a = Primera
compare-b = Segunda
compare-c = Tercera
compare-none = Todavía no hay dos versiones que comparar.
compare-people = Quién tiene lugar en cuál
compare-common = { $n ->
    [one] Una persona tiene lugar en todas; estas no:
   *[other] { $n } personas tienen lugar en todas; estas no:
  }
why-left-out-short = No puede ser elegida: { $reason }.
stays-text = Esta persona tiene un lugar o una invitación que espera respuesta, así que el lugar se queda.
if-seated = Con esta persona
if-freed = Sin esta persona
partners-in = Quién podría tomar este lugar
partners-out = De quién podría ser este lugar
solver-title = Lo que dice el cálculo exacto
solver-text = La respuesta exacta mira todos los grupos posibles, no un solo cambio.
solver-ask = Preguntar
event-composition-begun = Se empezó una versión del grupo
event-composition-renamed = Se cambió el nombre de una versión
event-composition-moved = Se cambió una versión del grupo
departures = Objetivos que este grupo no cumple
pool-filter = Filtrar
invitations-beyond = Esta ejecución no se confirmó: invitaría a { $n } personas y no hay tantos lugares libres. Busque de nuevo a quién invitar.
invitation-over-seats = Sabemos que algunas personas dirán que no, así que invitamos hasta a { $most } para { $seats } lugares. Los lugares son de quienes digan que sí primero.
filling-title = Cómo se llenan los lugares libres
filling-text = Declárelo antes de invitar, para que después nadie elija. Cada cambio queda registrado con su nombre.
filling-redraw = Sortear de nuevo
filling-next = La mejor opción siguiente para las metas
filling-list = Una lista publicada, en orden
filling-does-redraw = Se repite el sorteo: quienes dijeron que sí o no han respondido se quedan, y la semilla es el texto del primer sorteo con un contador.
filling-does-next = Se busca quién completa mejor el grupo según las metas.
filling-does-list = Se invita a las siguientes personas de la lista, en orden.
filling-open = { $n ->
    [one] Un lugar no está ocupado ni prometido.
   *[other] { $n } lugares no están ocupados ni prometidos.
  }
filling-beyond = { $n ->
    [one] Se puede invitar a una persona más que lugares, como se declaró.
   *[other] Se puede invitar a { $n } personas más que lugares, como se declaró.
  }
filling-act = Buscar a quién invitar ahora
filling-declare = Declararlo o cambiarlo
filling-declare-act = Declarar
filling-rule = Lugares libres
filling-list-label = La lista
filling-list-hint = Números de solicitud, uno por línea, el primero arriba. Solo para una lista publicada.
filling-over = Más que los lugares
filling-over-hint = Cuántas invitaciones puede haber además de los lugares, porque algunas personas dirán que no. Se le dice a cada persona invitada. Nadie recibe un lugar que no existe: con 0, no sale ninguna invitación sin lugar.
filling-over-is = { $n ->
    [one] una invitación más que lugares
   *[other] { $n } invitaciones más que lugares
  }
place-list = Usted es el número { $n } de la lista para lugares que se liberen.
place-chance = Se hizo un sorteo y salieron otras personas. Su probabilidad fue { $chance }.
place-redraw = Si se libera un lugar, se sortea de nuevo entre todas las personas; no hay orden.
place-next = Si se libera un lugar, buscamos quién completa mejor el grupo. No hay un orden de espera.
event-filling-declared = Se declaró cómo se llenan los lugares libres
move-behind = Alguien tiene ya un lugar, una invitación o una marca y no está en esta versión. Dele lugar, o llene de nuevo los lugares libres.
out-undecided = elegibilidad sin decidir
out-late = tardías, elegibilidad sin decidir
alike-title = Valores parecidos
alike-text = Los valores se cuentan tal como están escritos. Cuente dos como uno solo si significan lo mismo.
alike-merge = Contar «{ $value }» como «{ $counted }»
alike-merged = «{ $value }» se cuenta como «{ $counted }»
goals-open = { $n ->
    [one] Los números incluyen una solicitud sin decidir. No se puede elegir hasta que alguien decida.
   *[other] Los números incluyen { $n } solicitudes sin decidir. No se pueden elegir hasta que alguien decida.
}
event-values-merged = Dos valores parecidos se cuentan como uno
event-values-parted = Dos valores se cuentan otra vez por separado
place-public-page = Página pública
release-title = Página del grupo
release-is-not = La página no es pública. Solo pueden verla quienes participan y el equipo.
release-will-be = La página será pública el { $at }. Hasta entonces solo pueden verla quienes participan y el equipo.
release-is-out = La página es pública desde el { $at }.
release-shown = { $n ->
    [one] de { $of } integrantes aparece con su nombre
   *[other] de { $of } integrantes aparecen con su nombre
}
release-unnamed = { $n ->
    [one] respondió y no aparece con su nombre
   *[other] respondieron y no aparecen con su nombre
}
release-unasked = { $n ->
    [one] aún no responde
   *[other] aún no responden
}
release-unasked-text = Estas personas no han dicho qué puede mostrar la página. Hasta que lo digan, no muestra nada de ellas. Su página de inicio se lo pregunta.
release-when = Cuándo publicar
release-when-hint = El día y la hora son de { $zone }.
release-now = Ahora
release-later = En este día y hora
release-day = Día
release-time = Hora
release-sure = { $n ->
    [0] Nadie aparece con su nombre. Cualquier persona con el enlace puede leer la página.
    [one] Una persona aparece con su nombre. Cualquier persona con el enlace puede leer la página, y las copias no se pueden recuperar.
   *[other] { $n } personas aparecen con su nombre. Cualquier persona con el enlace puede leer la página, y las copias no se pueden recuperar.
}
release-act = Publicar página
release-change = Cambiar día y hora
release-down = Retirar página
release-stop = Cancelar la publicación
release-down-text = Si retira la página, solo podrán verla quienes participan y el equipo. Puede publicarla de nuevo.
release-preview = Lo que ve el público
release-preview-link = Abrir la página como la ve el público
release-empty = Nadie ha aceptado mostrar nada todavía.
wrong-release-past = Elija un día y una hora que aún no pasen, o elija Ahora.
public-preview = Esta es una vista previa. La página no es pública: solo pueden verla quienes participan y el equipo.
public-preview-until = Esta es una vista previa. La página será pública el { $at }. Hasta entonces solo pueden verla quienes participan y el equipo.
public-by-choice = { $n ->
    [one] Cada integrante elige lo que se muestra aquí. Todas las cifras se refieren a la única persona nombrada en esta página.
   *[other] Cada integrante elige lo que se muestra aquí. Todas las cifras se refieren a las { $n } personas nombradas en esta página.
}
public-table = { $field }: { $n } de { $of } personas nombradas
cohort-public-preview = Ver la página pública antes de publicarla
cohort-not-public = La página pública aún no está publicada.
cohort-team = Equipo base: { $team }
publish-bio = Un texto breve sobre mí, de mi perfil
invitation-show = ¿Qué podemos mostrar de usted?
invitation-show-hint = Nuestra página pública presenta al grupo. Elija lo que puede mostrar. No hay nada elegido de antemano y su lugar no depende de esto. Su cargo, organización, foto y texto aparecen solo junto a su nombre.
invitation-shows-nothing = La página pública no mostrará nada de usted.
invitation-shows = { $n ->
    [one] Usted aceptó que la página pública muestre:
   *[other] Usted aceptó que la página pública muestre estas { $n } cosas:
}
invitation-shows-change = Puede cambiarlo en cualquier momento en «Lo que comparto».
answer-unsent = correo en espera en la bandeja de salida
answer-discarded = correo descartado o no entregado
invitations-discarded = { $n ->
    [one] Una persona no sabe que tiene una invitación: su correo se descartó o no se entregó. El lugar queda reservado hasta el día indicado. Avísele por otro medio o espere a que venza la invitación e invite a otra persona.
   *[other] { $n } personas no saben que tienen una invitación: sus correos se descartaron o no se entregaron. Los lugares quedan reservados hasta los días indicados. Avíseles por otro medio o espere a que venzan las invitaciones e invite a otras personas.
}
selection-other-seats = Sus metas son para { $n ->
    [one] 1 lugar
   *[other] { $n } lugares
}; la edición tiene { $seats }. Cambie las metas si no es lo que quiere.
wrong-goal-number = “{ $arg }”: escriba un número entero de 0 a 2,000.
wrong-goal-range = “{ $arg }”: el máximo no debe ser menor que el mínimo.
band-under-1 = menos de 1
band-1-to-3 = de 1 a menos de 3
band-3-and-over = 3 o más
