# Pares, espacios, el pulso de una edición

place-spaces = Espacios
place-pulse = Pulso
peers-title = Encontrar a alguien como yo
peers-lead = Nadie debería hacer esto a solas. Aquí están personas que sostienen un lugar y quisieran hablar con alguien que también lo hace.
peers-count =
    { $n ->
        [one] Por ahora solo está usted.
       *[other] Aquí hay { $n } personas, y usted entre ellas. Primero vienen las que más tienen en común.
    }
peers-outside =
    { $n ->
        [0] Todavía no hay nadie. A quien está la ven quienes también están, y nadie más: no quienes llevan programas.
        [one] Aquí hay una persona. Se verán cuando usted también esté; quienes llevan programas no ven a ninguna.
       *[other] Aquí hay { $n } personas. Las verá cuando usted también esté; quienes llevan programas no ven a nadie.
    }
peers-open =
    { $n ->
        [one] Una palabra espera su respuesta.
       *[other] { $n } palabras esperan su respuesta.
    }
peers-find = Una palabra: un lugar, un tema, una preocupación
peers-nobody = Todavía nadie. Quien venga sabrá de usted.
peers-say = Decir una palabra
peers-word = Lo que quisiera decir
peers-word-hint = Va por correo a través de esta casa. Su dirección se da solo si las dos personas dicen que sí.
peers-send = Enviarla
peers-words = Palabras
peers-to = Para { $name }
peers-from = De { $name }
peers-both = Las dos personas dijeron que sí
peers-waits = En camino. Si no hay respuesta, no era el momento.
peers-answer = Con un sí, cada quien ve la dirección de la otra persona. Con un no, no se avisa a nadie.
peers-yes = Sí, hablemos
peers-no = Ahora no
peers-never = No, y no otra vez
peers-said-no = Usted lo dejó estar.
peers-said-never = Usted cerró este camino; aquí ninguna de las dos personas ve a la otra.
peers-mine = Lo que otras personas leen de mí
peers-stand = Estar aquí
peers-mine-lead = Su nombre, sus pronombres si los dio, y esto. Nada de su solicitud.
peers-seasons = Quién puede encontrarme
peers-seasons-hint = Quienes participan en lo que usted marque y también están en esta lista. De un grupo elegido, también las personas de los demás grupos del programa. Usted encuentra a las mismas personas.
peers-season-open = (abierto a cualquiera)
wrong-peers-seasons = Marque al menos una edición cuya gente pueda encontrarle.
peers-place = Lugar
peers-place-hint = Tan aproximado como quiera: un pueblo, un condado, un estado.
peers-issues = En qué trabaja
peers-talk = De qué quisiera hablar
peers-talk-hint = Por ejemplo: cómo le explica a su junta qué es este trabajo; ser la única persona así en la sala.
peers-stand-act = Estar aquí
peers-leave = Ya no estar aquí
peers-leave-text = Sale de la lista de inmediato, y con usted las palabras que nadie ha respondido.
peers-leave-act = Sacarme
wrong-too-many-words = Ya son diez palabras en un día. Espere a mañana: pocas que se leen valen más.
mail-peer-subject = Alguien quisiera hablar con usted
mail-peer = { $name } leyó su nombre entre quienes quieren que se les encuentre, y escribe:
mail-peer-how = Su dirección se queda con nosotros hasta que diga que sí. Si no dice nada, no se avisa a nadie.
mail-peer-button = Leer y responder
mail-peer-yes-subject = Sí, hablemos
mail-peer-yes = { $name } también quisiera hablar con usted. La dirección está en la página de sus palabras.
spaces-title = Espacios
spaces-lead = Un espacio lo hacen personas de la edición para sí mismas: para estar entre quienes comparten lo que no hace falta explicar. Quienes llevan la edición no ven nada, a menos que los inviten.
spaces-lead-staff = Los espacios son de quienes participan. Usted ve aquellos a los que le invitaron.
spaces-none = No hay ningún espacio anunciado y usted no está en ninguno. Puede hacer uno.
spaces-none-staff = Usted no está en ningún espacio.
spaces-money = Espacios que piden dinero
spaces-money-lead = Quisieron que usted supiera esto y nada más. Algunos fondos no pueden pagar espacios que son solo para algunas personas; deciden las condiciones del suyo.
space-also-paid = También lo paga: { $by }
space-people =
    { $n ->
        [one] una persona
       *[other] { $n } personas
    }
space-ask = Pedir entrar
space-come = Entrar
space-decline = No aceptar
space-unask = Ya no pedir
space-make = Hacer un espacio
space-make-act = Hacerlo
space-name = Nombre
space-purpose = Para quién y para qué
space-purpose-hint = Con sus palabras. Quien lo lea debe saber si le toca.
space-stays = Lo que se queda dentro
space-stays-hint = Quien entra lee esto primero.
space-stays-starter = Lo que se dice aquí se queda aquí. Preguntamos antes de llevar algo fuera, también una historia sin nombre.
space-listed-label = Otras personas que participan en la edición ven lo que está arriba y cuántas hay dentro, y pueden pedir entrar
space-money = Dinero
space-money-hint = Una comida, una sala, alguien que sostenga el círculo.
space-money-label = Este espacio pide dinero al programa; entonces quienes lo dirigen ven su nombre y quién más paga, y nada más
space-paid-by = Lo paga alguien más
space-paid-by-hint = Si lo paga un fondo propio, nómbrelo aquí.
space-words = Entre nosotras y nosotros
space-word = Decir algo
space-word-hint = Lo leen quienes están en este espacio.
space-say = Decirlo
space-unsay = Retirar esto
space-who = Quiénes están
space-invited = con invitación
space-asking = Piden entrar
space-let-in = Dejar entrar
space-invite = Invitar a alguien
space-invite-act = Invitar
space-change = Cambiar lo que dice
space-leave = Salir de este espacio
space-leave-text = Lo que dijo se va con usted. Cuando sale la última persona, el espacio desaparece.
pulse-title = Pulso
pulse-lead = De vez en cuando: lo que pesa ahora sobre el trabajo, fuera de cada quien.
pulse-ask = ¿Cuánto pesa esto sobre su trabajo en estos días?
pulse-private = Su nombre y la hora nunca se guardan con su respuesta. Después no podrá cambiarla ni encontrarla. Mientras el pulso está abierto, guardamos que usted respondió, para que nadie responda dos veces. Los totales son de toda la edición. Se muestran cuando cierra el pulso, si respondieron al menos once personas.
pulse-together = Para que las respuestas sean anónimas, las guardamos en grupos de al menos cinco. Hasta entonces, la suya está solo en la memoria del sitio. Si el sitio se reinicia antes, le preguntaremos de nuevo. Cuando cierra el pulso, las respuestas que quedan se guardan si son al menos cinco. Si son menos, se borran.
pulse-waiting = Su respuesta se guardará junto con al menos otras cuatro. Si el sitio se reinicia antes, le preguntaremos de nuevo.
pulse-settling = Este pulso acaba de cerrar. Los totales aparecen aquí en unos dos minutos.
pulse-level-none = nada
pulse-level-little = un poco
pulse-level-some = algo
pulse-level-much = mucho
pulse-level-most = más de lo que puedo cargar
pulse-words = Una cosa que deberían saber quienes llevan la edición
pulse-words-hint = Si quiere. Se muestra palabra por palabra, entre las demás; en un círculo pequeño la gente puede reconocer su voz.
pulse-send = Enviar, sin vuelta atrás
pulse-thanks = Ya respondió. Gracias.
pulse-until = Abierto hasta el final del { $day }.
pulse-none = Ahora mismo no se pregunta nada.
pulse-open = Abierto ahora
pulse-count = Han respondido { $n }. Termina con el { $day }; hasta entonces nadie ve nada.
pulse-end = Terminarlo ahora
pulse-answered =
    { $n ->
        [one] respondió una persona
       *[other] respondieron { $n } personas
    }
pulse-much = { $n } de { $of } dicen que pesa mucho, o más de lo que pueden cargar.
pulse-kept = No se muestra: diría demasiado de muy pocas personas.
pulse-few = Respondieron menos de once personas, así que no se muestra nada.
pulse-said = Con sus palabras
pulse-words-kept = Escribieron algo menos de cinco personas, así que no se muestran palabras.
pulse-new = Preguntar cómo va
pulse-stressors = Lo que puede pesar
pulse-stressors-hint = Uno por línea, ocho como máximo. Con las mismas líneas otra vez se ve cómo se mueve.
pulse-starter =
    Cambios en la política
    Financiamiento incierto
    Necesidades urgentes frente al cambio a largo plazo
    Ser la única persona que lo sostiene
pulse-days = Días que está abierto
pulse-start = Preguntar
wrong-stressors = Como máximo ocho líneas de 160 caracteres cada una, por favor.
wrong-pulse-open = Ya hay un pulso abierto. Tiene que terminar antes de que comience el siguiente.
wrong-nothing-said = Todavía no hay nada marcado ni escrito.
event-peer-stands = Usted se puso entre quienes quieren que se les encuentre
event-peer-left = Usted salió de esa lista
event-peer-said = Usted dijo una palabra a alguien
event-peer-answered = Usted respondió a una palabra
event-space-made = Usted hizo un espacio
event-space-changed = Usted cambió un espacio
event-space-joined = Usted entró en un espacio, o lo pidió
event-space-invited = Usted invitó a alguien a un espacio
event-space-left = Usted salió de un espacio
event-space-said = Usted dijo algo en un espacio
event-space-unsaid = Usted retiró algo en un espacio
event-pulse-opened = Se abrió un pulso
event-pulse-closed = Se terminó un pulso
peers-short = Personas que también sostienen un lugar y quisieran hablar.
wrong-word-on-its-way = Ya hay una palabra suya en camino a esta persona. Si no hay respuesta, no era el momento.
wrong-word-gone = Esta persona ya no está aquí. Su palabra no se envió; está abajo para que la copie.
pulse-late = Este pulso terminó antes de que llegara su respuesta, así que no se tomó. Lo que escribió está abajo para que lo copie.
