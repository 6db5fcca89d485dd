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
invitations-next = Para llenar los lugares libres, vuelva a la selección y ejecútela otra vez: quienes dijeron que sí se quedan, quienes declinaron quedan fuera.
invited-until = Fecha límite para responder
answer = Respuesta
answer-accepted = dijeron que sí
answer-waiting = en espera
answer-declined = dijeron que no
answer-lapsed = sin respuesta a tiempo
invitation-title = Su invitación
invitation-hello = { $name }, hay un lugar para usted.
invitation-lead = La temporada va del { $from } al { $to }. Nos alegraría contar con usted.
invitation-until = Por favor responda a más tardar el { $at }.
invitation-free = Puede decir que no con toda libertad; nadie preguntará por qué.
invitation-note = Unas palabras para nosotros, si quiere
invitation-accept = Sí, acepto el lugar
invitation-decline = No, gracias
invitation-accepted = Le damos la bienvenida, { $name }.
invitation-accepted-text = El lugar es suyo. Empezamos el { $day }. Entre con su correo para ver su temporada.
invitation-declined = Gracias por avisarnos.
invitation-declined-text = Guardamos su respuesta. No le pediremos nada más.
invitation-full = Los lugares ya están ocupados
invitation-full-text = Mientras esta invitación esperaba, se dieron todos los lugares. Su sí nos importa: escríbanos y le diremos qué es posible.
invitation-over = El plazo para responder terminó
invitation-over-text = Escríbanos si todavía quiere el lugar. Le diremos con claridad si queda alguno.
invitation-answered = Usted ya respondió
invitation-was-accepted = Dijo que sí. Si algo cambió, escríbanos.
invitation-was-declined = Dijo que no. Si algo cambió, escríbanos.
mail-invitation-subject = Un lugar para usted en { $season }
mail-invitation-text = Nos alegra ofrecerle un lugar en { $season }. Por favor responda a más tardar el { $day }; el enlace abre su invitación y nada más.
mail-invitation-free = Puede decir que no con toda libertad; nadie preguntará por qué.
mail-invitation-button = Leer y responder
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
shown-fields = { $n } de 10 campos
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
public-title = { $season }: { $n } líderes
public-lead = Del { $from } al { $to }.
public-none = La cohorte todavía no se ha anunciado.
public-who = Quiénes son
public-people = Personas
public-held-back = Algunas cifras se reservan porque no todas las personas aceptaron figurar en público, y unas pocas más para que aquellas no se puedan deducir.
public-csv = Estas cifras en CSV
access-needs-lead = Usted es la única persona que ve esto. Pregunte antes de compartir algo y comparta solo lo que alguien necesita para actuar.
access-needs-none = Nadie ha indicado ninguna necesidad.
place-invitations = Invitaciones
