# Selección, invitaciones, la cohorte.
selection-title = { $seats ->
    [one] Elegir una cohorte de una persona
   *[other] Elegir una cohorte de { $seats } personas
  }
selection-lead = Primero defina las metas; después elija una cohorte que las cumpla todas. Cada opción guarda un acta para que cualquiera pueda comprobar cómo se eligió.
selection-open = se pueden elegir
selection-scored = tienen puntaje
selection-taken = lugares ocupados
propose = Proponer una cohorte
propose-text = Busca la cohorte con el puntaje más alto que cumple todas las metas. También demuestra que ninguna la supera. Los empates se resuelven con una regla fija, así que nadie tiene que decidir.
propose-act = Proponer una cohorte
propose-needs-scores = Antes, cada persona que se puede elegir necesita un puntaje. Importe las evaluaciones o haga un sorteo.
draw = Hacer un sorteo
draw-text = Sortea entre las cohortes que cumplen todas las metas. La persona con menos probabilidad tiene la más alta que las metas permiten. Los puntajes no cuentan.
draw-public = Texto público para el sorteo
draw-public-hint = Algo que nadie puede saber de antemano. Dígalo antes en público: por ejemplo, los números de una lotería estatal de cierto día.
draw-act = Hacer el sorteo
goals = Metas
goals-first = Primero, las metas
goals-first-text = Decida cómo debe ser la cohorte antes de elegir a nadie.
goals-none = Todavía no hay metas.
goals-count = { $n ->
    [one] Una meta
   *[other] { $n } metas
  }
goals-change = Cambiar metas
goals-title = Metas de la cohorte
goals-lead = Escriba para cada valor cuántos lugares debe tener como mínimo y como máximo. Si no hay meta, deje ambos vacíos. Entre paréntesis está el número de personas que se pueden elegir.
goals-eligible = Elegir solo a personas elegibles
goals-no-pool = Todavía no hay solicitudes, así que no hay valores para elegir. Puede cargar metas de un archivo más abajo.
goals-save = Guardar metas
goals-file = Cargar metas de un archivo
goals-file-text = Contenido del archivo de metas
goals-file-hint = Pegue un archivo de metas que guardó Weft (.toml). Reemplaza las metas de arriba. Las versiones anteriores quedan en el registro.
goals-file-take = Cargar metas
goals-fault = No pudimos cargar estas metas
goals-fault-file = Esto no es un archivo de metas: { $arg }
goals-fault-protected = «{ $arg }» es un atributo protegido. Para usarlo en las metas, alguien tiene que activar antes los atributos protegidos, con su nombre y un motivo.
goals-fault-field = Las metas no pueden usar «{ $arg }».
goals-fault-order = «{ $arg }»: el máximo no debe ser menor que el mínimo.
goals-fault-seats = «{ $arg }»: el mínimo no debe ser mayor que el número de lugares.
goals-fault-limit = El límite por organización solo puede ser 1. Cámbielo a 1 o quítelo.
at-least = Mínimo
at-most = Máximo
range = de { $min } a { $max }
mean-of = Promedio de { $field }
mean-years = Promedio de años en el cargo
mean-years-text = Los años en el cargo no indican la etapa profesional ni la edad. Si no hay meta, deje ambos vacíos.
protected-title = Atributos protegidos
protected-text = Las metas no pueden usar raza, origen étnico, género, nación tribal, edad ni discapacidad: la selección no tiene acceso a esos datos. El idioma también está desactivado. Puede activarlo aquí si las leyes locales y las condiciones de sus fondos lo permiten. Consulte antes con alguien de asesoría legal. Su nombre queda en el registro.
protected-turn-on = Permitir metas para el idioma de la solicitud
protected-reason = Motivo
protected-reason-hint = Queda en el registro junto a su nombre.
protected-on = { $who } activó los atributos protegidos: { $why }
protected-off = Los atributos protegidos están desactivados.
wrong-range = El máximo no debe ser menor que el mínimo.
wrong-mean = Escriba los años como número, por ejemplo 2.5.
left-out = No se consideran
out-withdrawn = { $n ->
    [one] retiró su solicitud
   *[other] retiraron su solicitud
  }
out-declined = { $n ->
    [one] rechazó una invitación
   *[other] rechazaron una invitación
  }
out-duplicate = { $n ->
    [one] posible duplicado
   *[other] posibles duplicados
  }
out-refused = { $n ->
    [one] ya recibió una decisión
   *[other] ya recibieron una decisión
  }
out-elsewhere = no está en la etapa actual
out-not-eligible = { $n ->
    [one] no elegible
   *[other] no elegibles
  }
out-no-number = sin años en el cargo
out-no-score = sin puntaje
runs = Opciones de cohorte
unscored-are = { $n ->
    [one] Una persona todavía no tiene puntaje:
   *[other] { $n } personas todavía no tienen puntaje:
  }
funnel-title = De la solicitud al lugar
funnel-step = Paso
funnel-applied = Se postularon
funnel-eligible = Elegibles
funnel-scored = Con puntaje
funnel-invited = Con invitación
funnel-seated = Con lugar
spread-title = Puntajes de las { $n } personas que se pueden elegir
spread-score = Puntaje
range-below = de { $min } a menos de { $max }
runs-none = Todavía no hay opciones de cohorte.
run-confirmed = confirmada
rule-propose = Propuesta
rule-draw = Sorteo
invitations-link = Ver las invitaciones
problem-no-goals = Defina primero las metas.
problem-unscored = { $n ->
    [one] Una persona no tiene puntaje, así que una propuesta no sería justa. Importe las evaluaciones o haga un sorteo.
   *[other] { $n } personas no tienen puntaje, así que una propuesta no sería justa. Importe las evaluaciones o haga un sorteo.
  }
problem-infeasible = Ninguna cohorte cumple todas las metas
problem-too-few = No hay suficientes personas para los lugares
problem-bound = Esta meta no se puede cumplir:
problem-bounds = Estas metas no se pueden cumplir a la vez. Si quita cualquiera de ellas, las demás sí:
problem-bounds-some = Estas metas no se pueden cumplir a la vez, y hay otras que tampoco:
problem-relaxations = El cambio más pequeño que funciona:
bound-at-least = { $field }, { $value }: mínimo { $n }
bound-at-most = { $field }, { $value }: máximo { $n }
bound-mean-at-least = promedio de { $field }: mínimo { $n }
bound-mean-at-most = promedio de { $field }: máximo { $n }
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
field-body-type = Tipo de organización
field-setting = Entorno
field-gender = Género
field-race-ethnicity = Raza y etnia
field-tribal-nations = Naciones tribales
field-language = Idioma
field-years-in-role = años en el cargo
field-years-in-field = años en el campo
field-years-in-role-band = Años en el cargo
run-title = { $rule ->
    [draw] Sorteo: una cohorte de { $n }
    [hand] Elección a mano: una cohorte de { $n }
   *[other] Propuesta: una cohorte de { $n }
  }
run-cost = Puntaje total: { $total }. Sin metas sería { $without }. Cumplir las metas lo reduce en { $cost }.
run-least = Entre todas las personas que se podían elegir, la probabilidad más baja fue { $least }. Con estas metas, ningún sorteo puede subirla a más de { $bound }.
run-ticket = Se sorteó el boleto { $ticket } de { $tickets }. El redondeo a boletos cambió la probabilidad de cada persona en { $rounding } como máximo.
run-seats = Lugares
run-record = Acta de la selección
run-record-text = El archivo contiene todo lo necesario para comprobar y repetir la selección: los datos, las metas y el resultado. Lleva números de solicitud, no nombres.
run-sound = comprobada
run-unsound = no se pudo comprobar
run-transcript = Descargar el acta
run-is-confirmed = Esta opción está confirmada y todas sus personas tienen invitación.
confirm-title = Confirmar e invitar
confirm-text = { $n ->
    [0] Todas las personas de esta opción ya tienen lugar, invitación o respuesta, o ya no se les puede invitar. Nadie recibe correo.
    [one] Una persona de esta opción recibe una invitación por correo. Solo se puede confirmar una vez.
   *[other] { $n } personas de esta opción reciben una invitación por correo. Quien ya tiene lugar o invitación abierta no recibe ninguna. Solo se puede confirmar una vez.
  }
confirm-barred-lock = Para invitar de todos modos a quien ya recibió una decisión, presione «¿Por qué está?» junto a su nombre y fije a esa persona.
confirm-barred = { $n ->
    [one] Una persona de esta opción ya no se puede invitar:
   *[other] { $n } personas de esta opción ya no se pueden invitar:
  }
confirm-room = { $n ->
    [0] Todos los lugares están ocupados u ofrecidos, así que por ahora no se puede invitar a nadie más.
    [one] Por ahora solo se puede invitar a una persona más.
   *[other] Por ahora solo se puede invitar a { $n } personas más.
  }
confirm-room-wants = { $n ->
    [one] Esta opción invitaría a una persona, así que no se puede confirmar.
   *[other] Esta opción invitaría a { $n } personas, así que no se puede confirmar.
  }
confirm-room-do = En la página de invitaciones puede cancelar una que siga abierta o permitir más. También puede buscar solo a tantas personas como lugares haya.
confirm-days = Días para responder
confirm-act = { $n ->
    [0] Confirmar
    [one] Confirmar y enviar una invitación
   *[other] Confirmar y enviar { $n } invitaciones
  }
gets-no-email = no recibe correo
legend-zone = Meta
health-short = salud
goals-of = { $n } de { $of } metas
legend-has = En la cohorte
legend-cost = Elija una meta para ver cuánto cuesta.
margin-about = Los puntajes tienen un margen de alrededor de ± { $n }. Una diferencia menor dice poco.
seats-none = Todavía no hay nadie en esta versión. Agregue personas de la lista de abajo o pida a Weft que proponga una cohorte.
seat-short = Agregar
free-short = Quitar
seat-breaks = Ya no se cumpliría: { $goals }
seat-breaks-more = { $n ->
    [one] Ya no se cumpliría: { $goals }, ni otra meta
   *[other] Ya no se cumpliría: { $goals }, ni otras { $n } metas
  }
seat-breaks-one-of = No se pueden cumplir todas: { $goals }
chance = probabilidad: { $p }
score-is = puntaje: { $n }
is-member = tiene lugar
others-title = { $n ->
    [one] 1 persona no elegida
   *[other] { $n } personas no elegidas
  }
others-text = Esta lista muestra la probabilidad o el puntaje de cada persona. Los puntajes describen solicitudes, no personas.
others-more = Y { $n } más. El acta incluye a todas las personas.
barred-title = { $n ->
    [one] 1 persona no cabe en ninguna cohorte que cumpla las metas
   *[other] { $n } personas no caben en ninguna cohorte que cumpla las metas
  }
barred-text = Junto a cada persona está la meta que lo impide. Cambie la meta si no era su intención.
barred-together = Varias metas a la vez.
invitations = Invitaciones
invitations-none = Todavía no se ha invitado a nadie. Primero elija una cohorte y confírmela.
invitations-next = Hay lugares libres. Decida abajo cómo llenarlos.
invited-until = Fecha límite para responder
answer = Respuesta
answer-accepted = { $n ->
    [one] aceptó
   *[other] aceptaron
  }
answer-waiting = sin respuesta
answer-declined = { $n ->
    [one] rechazó
   *[other] rechazaron
  }
answer-lapsed = { $n ->
    [one] venció
   *[other] vencieron
  }
answer-canceled = { $n ->
    [one] cancelada
   *[other] canceladas
  }
invitation-title = Su invitación
invitation-hello = { $name }, queremos ofrecerle un lugar.
invitation-lead = La edición va del { $from } al { $to }. Nos encantaría que participe.
invitation-until = Responda a más tardar el { $at }.
invitation-free = Si no puede participar, no hay problema. No tiene que decirnos por qué.
invitation-note = Mensaje para nuestro equipo
invitation-accept = Sí, acepto el lugar
invitation-decline = No, gracias
invitation-accepted = Le damos la bienvenida, { $name }.
invitation-accepted-text = Su lugar está confirmado. Empezamos el { $day }. Inicie sesión con su correo para ver su edición.
invitation-declined = Gracias por avisarnos.
invitation-declined-text = Guardamos su respuesta. No tiene que hacer nada más.
invitation-full = Todos los lugares están ocupados
invitation-full-text = Otras personas aceptaron los últimos lugares antes que usted. Nos alegra que quiera participar. Escríbanos y vemos qué se puede hacer.
invitation-canceled = Esta invitación se canceló
invitation-canceled-text = Le escribimos al respecto. Si tiene preguntas, escríbanos.
cancel-invitation = Cancelar invitación
cancel-invitation-ask = ¿Cancelar la invitación de { $name }?
cancel-invitation-link = Su enlace dirá que la invitación se canceló. Ya no se podrá aceptar.
cancel-invitation-seat = El lugar reservado queda libre para otra persona.
cancel-invitation-told = Enviaremos enseguida un correo a { $email }.
cancel-invitation-untold = Su invitación todavía no se ha enviado. La descartaremos y no recibirá ningún correo.
cancel-invitation-nowhere = No tenemos su correo. Avísele personalmente.
cancel-invitation-final = Esto no se puede deshacer. Más adelante puede elegir e invitar otra vez a esta persona, con un enlace nuevo.
cancel-invitation-message = Su mensaje
cancel-invitation-hint = Opcional. Será parte del correo: por ejemplo, qué pasó.
cancel-invitation-aside = Apartar a esta persona, para que ninguna opción de cohorte siguiente la proponga
cancel-invitation-reason = Se canceló su invitación.
cancel-invitation-email = El correo
cancel-invitation-edit = Editar este correo
cancel-invitation-not = Conservar la invitación
cancel-invitation-done = La invitación se canceló. Su lugar está libre.
cancel-invitation-late = No se canceló nada. Esta invitación ya se había respondido, vencido o cancelado.
invitation-over = Su invitación venció
invitation-over-text = Si todavía quiere el lugar, escríbanos. Le diremos si hay uno libre.
invitation-answered = Usted ya respondió
invitation-was-accepted = Aceptó el lugar. Si algo cambió, escríbanos.
invitation-was-declined = Rechazó el lugar. Si algo cambió, escríbanos.
cohort-title = { $n ->
    [0] La cohorte
    [one] { $n } integrante
   *[other] { $n } integrantes
  }
cohort-none = Todavía nadie ha aceptado un lugar.
cohort-public = Ver la página pública
cohort-csv = Descargar la lista de la cohorte (CSV)
members = Integrantes
shown-publicly = En la página pública
shown-fields = { $n } de { $of } campos
held-back-others = Otros
held-back = reservado
years-title = Años en el cargo
years-mean = promedio, n = { $n }
years-median = mediana
years-min = Menos años: { $n }.
years-max = Más años: { $n }.
years-note = Los años en el cargo no indican la etapa profesional ni la edad. El tiempo más corto y el más largo se muestran solo si al menos dos personas los comparten.
consent-title = Lo que comparto
consent-lead = La página pública de la cohorte muestra solo lo que usted elija aquí. Su lugar no depende de esto.
consent-name-first = Lo demás se muestra y se cuenta solo junto con su nombre. Si no incluye su nombre, la página no muestra nada de usted.
consent-nameless = No eligió su nombre, así que la página no muestra ni cuenta lo que eligió.
consent-legend = Mostrar en la página pública
consent-saved = Guardado.
consent-note = Puede cambiarlo en cualquier momento. Las copias que alguien ya imprimió o guardó se quedan como están.
agreed-on = aceptado el { $day }
publish-photo = Mi foto, si agrego una en Mi página
publish-name = Mi nombre
publish-pronouns = Mis pronombres
publish-organization = Mi organización
publish-collaborative = Mi colaborativa
publish-role-title = Mi cargo
publish-region = Mi región, junto a mi nombre y en los totales
publish-issue-area = Mis áreas temáticas, junto a mi nombre y en los totales
publish-role-level = Mi nivel de cargo, en los totales
publish-years-in-role = Mis años en el cargo, en el promedio y la mediana
public-lead = Del { $from } al { $to }.
public-none = Esta página todavía no muestra a nadie.
public-who = Sobre la cohorte
public-people = Personas
public-csv = Descargar estas cifras (CSV)
access-needs-lead = Solo usted puede ver lo que las personas le dijeron. Pregunte antes de compartirlo. Comparta solo lo que alguien necesita para actuar.
access-needs-none = Nadie le ha indicado necesidades de acceso.
access-needs-others =
    { $n ->
        [one] Una persona indicó sus necesidades cuando usted no tenía este rol. Le preguntamos si quiere compartirlas con usted.
       *[other] { $n } personas indicaron sus necesidades cuando usted no tenía este rol. Les preguntamos si quieren compartirlas con usted.
    }
place-invitations = Invitaciones
out-aside = { $n ->
    [one] apartada
   *[other] apartadas
  }
why-run = Volver a la opción de cohorte
why-in-link = ¿Por qué está?
why-not-link = ¿Por qué no está?
goal-cost-link = ¿Cuánto cuesta esta meta?
why-in = ¿Por qué se eligió a { $name }?
why-not = ¿Por qué no se eligió a { $name }?
why-come = Se agregarían
why-go = Se quitarían
why-application = Leer la solicitud
why-left-out = No se consideró en esta opción: { $reason }.
why-drawn = El sorteo eligió a esta persona. Su probabilidad de tener un lugar era { $chance }. Se sortearon { $seats } lugares.
why-not-drawn = El sorteo no eligió a esta persona. Su probabilidad de tener un lugar era { $chance }. Se sortearon { $seats } lugares.
with-person = Con esta persona, la mejor cohorte que cumple las metas suma { $total }. Son { $points } puntos menos.
same-with-person = Con esta persona hay una cohorte igual de buena. Una regla fija decidió entre las dos.
barred-with-person = Ninguna cohorte con esta persona cumple las metas. Lo impiden estas metas y el número de lugares:
without-person = Sin esta persona, la mejor cohorte que cumple las metas suma { $total }. Son { $points } puntos menos.
same-without-person = Sin esta persona hay una cohorte igual de buena. Una regla fija decidió entre las dos.
barred-without-person = Sin esta persona, ninguna cohorte cumple las metas. La necesitan estas metas:
without-goal = Sin esta meta, la mejor cohorte suma { $total }. La meta cuesta { $points } puntos.
same-without-goal = Esta meta no cuesta nada. Sin ella, la mejor cohorte suma lo mismo.
barred-without-goal = Sin esta meta, ninguna cohorte cumple las demás.
mark-title = Fijar o apartar
mark-text = Si fija a esta persona, todas las opciones siguientes la incluyen. Si la aparta, ninguna la incluye. El motivo queda en el registro. El acta muestra solo que usted lo hizo.
mark-reason = Motivo
mark-reason-hint = Una frase que le diría a la persona.
mark-lock = Fijar a esta persona
mark-set-aside = Apartar a esta persona
mark-lift = Deshacer esta decisión
mark-locked = fija
mark-aside = apartada
marks = Personas fijas o apartadas
event-mark-locked = Se fijó a alguien para las siguientes opciones de cohorte
event-mark-aside = Se apartó a alguien para las siguientes opciones de cohorte
event-mark-lifted = Alguien ya no está entre las personas fijas o apartadas
mark-invited = con invitación
problem-one-read = El rango de sorteo necesita al menos dos evaluaciones de una misma solicitud. Muestran cuánto difieren entre sí.
problem-stopped = La búsqueda se detuvo
draw-in-band = Sortear solo en el rango de sorteo: personas con puntajes demasiado parecidos para distinguirlos. Quienes están claramente por encima reciben un lugar. Quienes están claramente por debajo, no.
rule-hand = Elección a mano
place-composer = Composición
composer-title = Formar la cohorte
composer-lead = Elija personas y vea enseguida cómo cambian las metas. Weft puede llenar los lugares libres. Guarde lo que pruebe como versiones y compárelas.
compositions = Versiones
composition-begin = Versión nueva
composition-begin-act = Crear una versión
composition-name = Nombre
composition-name-hint = Un nombre que el equipo reconozca: «equilibrada, segundo intento».
seats-of = { $n } de { $seats } lugares
goals-met = { $n } de { $of } metas cumplidas
total-score = puntaje total { $points }
total = Puntaje total
goals-kept = Metas
pool = Solicitudes
pool-show = Mostrar
pool-show-open = Quienes se pueden elegir
pool-show-band = Rango de sorteo
pool-show-marked = Personas fijas, apartadas o con invitación
pool-show-out = No se consideran
pool-show-all = Todas las personas
names-hidden = Se muestran solo números, para que los nombres no influyan en su elección.
names-shown = Se muestran los nombres.
names-show = Mostrar nombres
names-hide = Ocultar nombres
sits = en la cohorte
seat-act = Agregar a la cohorte
free-act = Quitar de la cohorte
swap-act = Intercambiar
undo = Deshacer
redo = Rehacer
clear-seats = Vaciar todos los lugares
complete-act = Llenar los lugares libres
seats-open = { $n ->
    [one] Un lugar libre
   *[other] { $n } lugares libres
  }
moves-best = Lo que más ayudaría
moves-none = Ningún intercambio cumple más metas ni suma más puntaje.
move-for = en lugar de
move-mends = Cumple: { $goals }.
move-breaks = Deja de cumplir: { $goals }.
move-nearer = Más cerca de las metas.
move-gains = Suma { $points } puntos.
move-costs = Resta { $points } puntos.
move-same = No cambia las metas ni el puntaje total.
move-full = Todos los lugares están ocupados. Quite antes a alguien o haga un intercambio.
move-not-in-pool = No se puede elegir a esta persona.
move-sits = Esta persona ya está en esta versión.
move-sits-not = Esta persona ya no está en esta versión.
move-stays = No puede quitar aquí a esta persona: tiene un lugar, una invitación abierta o está fija.
move-nothing = No hay nada que deshacer.
move-others = Otra persona hizo un cambio después de que usted abrió esta página. Si deshace, deshará ese cambio. Revíselo antes.
move-kept = No se perdió nada. Los lugares están como se ven abajo.
meanwhile = Mientras tenía abierta esta página:
someone = alguien
composition-gone = { $n ->
    [one] Una persona de esta versión ya no se puede elegir. Su lugar está libre.
   *[other] { $n } personas de esta versión ya no se pueden elegir. Sus lugares están libres.
  }
work-propose = Buscando la mejor cohorte…
work-complete = Llenando los lugares libres…
work-draw = Preparando el sorteo…
work-steps = { $n } búsquedas hasta ahora
work-text = {"{"}n{"}"} búsquedas hasta ahora, {"{"}s{"}"} s
work-look = Actualizar esta página
work-stop = Detener la búsqueda
hand-on = Todos los lugares están llenos
hand-on-text = Guarde esta versión como opción de cohorte. Desde ahí puede enviar las invitaciones. Todavía no se invita a nadie.
hand-on-misses = Esta versión no cumple estas metas. Diga por qué la elige de todos modos. El motivo queda en el registro.
hand-on-reason = Motivo
hand-on-reason-hint = Una frase que le diría a quien pregunte.
hand-on-act = Guardar como opción de cohorte
steps = Cambios
step-begun = { $who } creó esta versión
step-seated = { $who } agregó a { $about }
step-freed = { $who } quitó a { $about }
step-swapped = { $who } intercambió { $about }
step-cleared = { $who } vació todos los lugares
step-proposed = { $who } propuso la mejor cohorte
step-completed = { $who } llenó los lugares libres
step-drawn = { $who } hizo un sorteo
versions = Versiones
versions-text = Guarde una copia con otro nombre y siga allí. Esta versión se queda como está.
version-name = Nombre de la copia
version-keep = Guardar la copia
compare = Comparar versiones
compare-a = Primera versión
compare-b = Segunda versión
compare-c = Tercera versión
compare-none = Elija al menos dos versiones para comparar.
compare-people = Quién está en cada versión
compare-common = { $n ->
    [one] Una persona está en todas estas versiones y no aparece aquí.
   *[other] { $n } personas están en todas estas versiones y no aparecen aquí.
  }
why-left-out-short = No se puede elegir: { $reason }.
stays-text = Esta persona tiene un lugar o una invitación abierta, así que conserva su lugar.
if-seated = Si agrega a esta persona
if-freed = Si quita a esta persona
partners-in = Quién podría ocupar este lugar
partners-out = El lugar de quién podría ocupar
solver-title = Respuesta exacta
solver-text = Revisa todas las cohortes posibles, no solo un intercambio.
solver-ask = Ver la respuesta exacta
event-composition-begun = Se creó una versión de la cohorte
event-composition-renamed = Se cambió el nombre de una versión de la cohorte
event-composition-moved = Se cambió una versión de la cohorte
departures = Metas que esta cohorte no cumple
pool-filter = Filtrar solicitudes
invitations-beyond = No hay suficientes lugares libres, así que no se confirmó nada. Esta opción invitaría a { $n } personas. Busque otra vez a quién invitar.
invitation-over-seats = Algunas personas no podrán aceptar, así que podemos invitar hasta a { $most } para { $seats } lugares. Los lugares son de quienes acepten primero.
filling-title = Cómo se llenan los lugares libres
filling-text = Elija una regla antes de invitar, para que sea justa con todas las personas. Si la cambia, su nombre queda en el registro.
filling-redraw = Hacer otro sorteo
filling-next = Invitar a quien mejor cumpla las metas
filling-list = Seguir una lista publicada
filling-does-redraw = Haga otro sorteo. Quienes aceptaron o no han respondido se quedan. Se usa el texto del primer sorteo y un número.
filling-does-next = Busque a quienes mejor completan la cohorte según las metas.
filling-does-list = Invite a las siguientes personas de la lista, en orden.
filling-open = { $n ->
    [one] Hay 1 lugar libre.
   *[other] Hay { $n } lugares libres.
  }
filling-beyond = { $n ->
    [one] Todos los lugares están ocupados u ofrecidos. Su regla permite invitar a 1 persona más.
   *[other] Todos los lugares están ocupados u ofrecidos. Su regla permite invitar a { $n } personas más.
  }
filling-act = Buscar a quién invitar
filling-declare = Elegir una regla
filling-declare-act = Guardar la regla
filling-rule = Cuando se libera un lugar
filling-list-label = Lista publicada
filling-list-hint = Un número de solicitud por línea, en orden. Solo para una lista publicada.
filling-over = Invitaciones adicionales
filling-over-hint = Algunas personas no podrán aceptar, así que puede invitar a más personas que lugares. La invitación lo dice. Los lugares son de quienes acepten primero. Con 0, se invita solo a tantas personas como lugares libres.
filling-over-is = { $n ->
    [one] 1 invitación adicional
   *[other] { $n } invitaciones adicionales
  }
place-list = Usted tiene el número { $n } en la lista para los lugares que se liberen.
place-chance = El sorteo no eligió su solicitud. Su probabilidad fue { $chance }.
place-redraw = Si se libera un lugar, haremos otro sorteo con todas las personas. No hay orden.
place-next = Si se libera un lugar, buscamos a quien mejor complete la cohorte. No hay orden.
event-filling-declared = Se eligió cómo llenar los lugares libres
move-behind = Alguien tiene ahora un lugar o una invitación, o se fijó, y no está en esta versión. Agregue a esta persona o llene otra vez los lugares libres.
out-undecided = elegibilidad sin decidir
out-late = { $n ->
    [one] tardía, elegibilidad sin decidir
   *[other] tardías, elegibilidad sin decidir
  }
alike-title = Valores parecidos
alike-text = Los valores se cuentan tal como están escritos. Cuente dos como uno solo si significan lo mismo.
alike-kept = Lo que escribió sigue aquí. Todavía no está guardado.
alike-merge = Contar «{ $value }» como «{ $counted }»
alike-merged = «{ $value }» se cuenta como «{ $counted }»
goals-open = { $n ->
    [one] Los números incluyen una solicitud sin decidir. No se puede elegir hasta que alguien decida.
   *[other] Los números incluyen { $n } solicitudes sin decidir. No se pueden elegir hasta que alguien decida.
}
event-values-merged = Dos valores parecidos se cuentan como uno
event-values-parted = Dos valores se cuentan otra vez por separado
place-public-page = Página pública
release-title = Página de la cohorte
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
release-when-hint = El día y la hora usan esta zona horaria: { $zone }.
release-now = Ahora
release-later = Más tarde
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
release-preview-link = Ver la página pública
release-empty = Todavía nadie ha aceptado aparecer.
wrong-release-past = Elija un día y una hora futuros, o elija Ahora.
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
publish-bio = Una breve biografía, de mi perfil
invitation-show = ¿Qué podemos compartir sobre usted?
invitation-show-hint = Nuestra página pública presenta a la cohorte. Elija lo que puede mostrar. No hay nada marcado de antemano y su lugar no depende de esto. Su cargo, organización, foto y biografía aparecen solo junto a su nombre.
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
}, pero la edición tiene { $seats }. Si no es lo que quiere, cambie las metas.
wrong-goal-number = Escriba un número entero de 0 a 2,000.
wrong-goal-seats = Hay { $arg } lugares. Escriba { $arg } o menos.
wrong-goal-seat = Hay un lugar. Escriba 1 o 0.
band-under-1 = menos de 1
band-1-to-3 = de 1 a menos de 3
band-3-and-over = 3 o más
