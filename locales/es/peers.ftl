# Pares, espacios, el pulso de una edición

place-spaces = Espacios
place-pulse = Encuesta breve
peers-title = Encontrar a alguien con quien hablar
peers-lead = Nadie debería hacer este trabajo sin compañía. Aquí puede conocer a personas con un rol como el suyo que quieren conversar.
peers-count =
    { $n ->
        [one] Por ahora usted es la única persona en la lista.
       *[other] Hay { $n } personas en la lista, contándole a usted. Primero aparecen las que más tienen en común con usted.
    }
peers-outside =
    { $n ->
        [0] Todavía no hay nadie en la lista. Solo quienes están en la lista se ven entre sí. El personal del programa no la ve.
        [one] Hay una persona en la lista. Se verán cuando usted se una. El personal del programa no ve la lista.
       *[other] Hay { $n } personas en la lista. Se verán cuando usted se una. El personal del programa no ve la lista.
    }
peers-open =
    { $n ->
        [one] Tiene un mensaje sin responder.
       *[other] Tiene { $n } mensajes sin responder.
    }
peers-find = Buscar por lugar, causa o tema
peers-nobody = Todavía no hay nadie. Quienes se unan podrán encontrarle.
peers-say = Enviar un mensaje
peers-word = Su mensaje
peers-word-hint = Lo enviamos por correo. Cada quien ve el correo de la otra persona solo si las dos dicen que sí.
peers-send = Enviar mensaje
peers-words = Mensajes
peers-to = Para { $name }
peers-from = De { $name }
peers-both = Las dos personas dijeron que sí
peers-waits = Enviado. Si no recibe respuesta, quizá no sea buen momento para esa persona.
peers-answer = Si dice que sí, cada quien verá el correo de la otra persona. Si dice que no, no se lo decimos.
peers-yes = Sí, hablemos
peers-no = Ahora no
peers-never = No recibir más mensajes de esta persona
peers-said-no = Usted respondió «Ahora no». No se lo dijimos.
peers-said-never = Usted ya no recibe mensajes de esta persona. Tampoco se ven en la lista.
peers-mine = Lo que se ve de mí
peers-stand = Unirme a la lista
peers-mine-lead = Se ven su nombre, sus pronombres si los compartió, y lo que agregue aquí. No se ve nada de su solicitud.
peers-seasons = Quién puede encontrarme
peers-seasons-hint = Le ven quienes están en la lista y participan en una edición que usted marque. Si es de un grupo elegido, también los demás grupos del programa. Usted ve a las mismas personas.
peers-season-open = (abierto a cualquiera)
wrong-peers-seasons = Marque al menos una edición para que puedan encontrarle.
peers-place = Lugar
peers-place-hint = Tan general como quiera: un pueblo, un condado o un estado.
peers-issues = En qué trabajo
peers-talk = De qué me gustaría hablar
peers-talk-hint = Por ejemplo: cómo explicar este trabajo a su junta directiva, o ser la única persona así en la sala.
peers-stand-act = Unirme a la lista
peers-leave = Quitarme de la lista
peers-leave-text = Su nombre se quita de inmediato. Los mensajes sin respuesta se eliminan.
peers-leave-act = Quitarme de la lista
wrong-too-many-words = Ya envió diez mensajes hoy, que es el límite. Intente de nuevo mañana.
mail-peer-subject = Alguien quiere hablar con usted
mail-peer = { $name } le encontró en la lista de pares y le escribió:
mail-peer-how = No compartimos su correo si usted no dice que sí. Si no responde, no se lo decimos a nadie.
mail-peer-button = Responder este mensaje
mail-peer-yes-subject = Sí, hablemos
mail-peer-yes = { $name } también quiere hablar con usted. Su correo aparece junto al mensaje que usted envió.
spaces-title = Espacios
spaces-lead = Un espacio es un grupo privado que forman personas de esta edición. El personal del programa no ve lo que hay dentro si no se le invita.
spaces-lead-staff = Los espacios son de quienes participan. Usted solo ve aquellos a los que le invitaron.
spaces-none = Todavía no hay espacios a los que unirse. Puede crear uno.
spaces-none-staff = Usted no participa en ningún espacio.
spaces-money = Espacios que piden fondos
spaces-money-lead = Cada uno de estos espacios eligió decirle esto y nada más. Revise las condiciones de sus fondos. Algunos no pueden pagar grupos que no están abiertos a todas las personas.
space-also-paid = También paga: { $by }
space-people =
    { $n ->
        [one] una persona
       *[other] { $n } personas
    }
space-ask = Pedir unirme
space-come = Unirme al espacio
space-decline = Rechazar la invitación
space-unask = Retirar mi pedido
space-make = Crear un espacio
space-make-act = Crear espacio
space-name = Nombre
space-purpose = Para quién es y por qué
space-purpose-hint = Use sus propias palabras, para que cada persona sepa si es para ella.
space-stays = Qué se queda en este espacio
space-stays-hint = Esto se lee antes de unirse.
space-stays-starter = Lo que se dice aquí se queda aquí. Preguntamos antes de contar algo fuera, aunque sea una historia sin nombres.
space-listed-label = Mostrar este espacio a otras personas de la edición, con su nombre, su propósito y cuántas personas tiene. Pueden pedir unirse.
space-money = Fondos
space-money-hint = Por ejemplo: una comida, una sala o alguien que facilite.
space-money-label = Pedir fondos al programa. Quienes lo dirigen ven el nombre del espacio y quién más paga, y nada más.
space-paid-by = Quién más paga
space-paid-by-hint = Si otro fondo paga este espacio, escriba cuál.
space-talk = Conversación
space-talk-text = Solo la pueden leer quienes están en este espacio.
space-talk-open = Abrir la conversación
space-who = Quiénes están en este espacio
space-invited = invitación enviada
space-asking = Pedidos para unirse
space-let-in = Aceptar a esta persona
space-invite = Invitar a alguien
space-invite-act = Enviar invitación
space-change = Editar este espacio
space-leave = Dejar este espacio
space-leave-text = Sus mensajes se eliminan. Cuando se va la última persona, también se elimina el espacio.
pulse-title = Encuesta breve
pulse-lead = Una encuesta corta, de vez en cuando, sobre lo que hace difícil el trabajo en este momento.
pulse-ask = ¿Cuánto pesa cada una de estas cosas en su trabajo ahora?
pulse-private = Nunca guardamos su nombre ni la hora con su respuesta. Después no podrá cambiarla ni encontrarla. Mientras la encuesta está abierta, guardamos que usted respondió, para que nadie responda dos veces. Los totales son de toda la edición. Aparecen cuando se cierra la encuesta, si respondieron al menos once personas.
pulse-together = Para que las respuestas sean anónimas, las guardamos en grupos de al menos cinco. Hasta entonces, la suya está solo en la memoria del sitio. Si el sitio se reinicia antes, le preguntaremos de nuevo. Cuando se cierra la encuesta, las respuestas que quedan se guardan si son al menos cinco. Si son menos, se eliminan.
pulse-waiting = Su respuesta se guardará junto con al menos otras cuatro. Si el sitio se reinicia antes, le preguntaremos de nuevo.
pulse-settling = Esta encuesta se acaba de cerrar. Los totales aparecen aquí en unos dos minutos.
pulse-level-none = nada
pulse-level-little = un poco
pulse-level-some = algo
pulse-level-much = mucho
pulse-level-most = más de lo que puedo manejar
pulse-words = Algo que el equipo del programa debe saber
pulse-words-hint = Opcional. Mostramos su comentario tal como lo escribió, sin su nombre. En un grupo pequeño, alguien podría reconocerle.
pulse-send = Enviar (después no se puede cambiar)
pulse-thanks = Gracias. Ya respondió.
pulse-until = Abierta hasta el { $day }.
pulse-none = No hay ninguna encuesta abierta.
pulse-open = Encuesta abierta
pulse-count = { $n ->
    [one] Ha respondido una persona
   *[other] Han respondido { $n } personas
  }. La encuesta se cierra al final del { $day }. Hasta entonces nadie ve resultados.
pulse-end = Cerrar la encuesta ahora
pulse-answered =
    { $n ->
        [one] Respondió una persona.
       *[other] Respondieron { $n } personas.
    }
pulse-much = { $n } de { $of } dicen que pesa mucho, o más de lo que pueden manejar.
pulse-kept = No se muestra, porque podría revelar lo que respondió una persona.
pulse-few = Respondieron menos de once personas, así que no se muestran resultados.
pulse-said = Con sus palabras
pulse-words-kept = Menos de cinco personas escribieron un comentario, así que no se muestran.
pulse-new = Iniciar una encuesta
pulse-too-few = { $n ->
    [0] Todavía no participa nadie en esta edición. Los resultados solo se muestran si responden al menos once personas.
    [one] Solo una persona participa en esta edición. Los resultados solo se muestran si responden al menos once, así que no vería ninguno.
   *[other] Solo { $n } personas participan en esta edición. Los resultados solo se muestran si responden al menos once, así que no vería ninguno.
  }
pulse-stressors = Sobre qué preguntar
pulse-stressors-hint = Un tema por línea, ocho como máximo. Use los mismos cada vez para ver qué cambia.
pulse-starter =
    Cambios en la política
    Financiamiento incierto
    Necesidades urgentes frente al cambio a largo plazo
    Ser la única persona que lo mantiene en marcha
pulse-days = Días que estará abierta
pulse-start = Iniciar encuesta
wrong-stressors = Escriba hasta ocho renglones de 160 caracteres cada uno.
wrong-pulse-open = Ya hay una encuesta abierta. Ciérrela antes de iniciar otra.
wrong-nothing-said = Su respuesta está vacía. Elija al menos una opción o escriba un comentario.
event-peer-stands = Usted se unió a la lista de pares
event-peer-left = Usted dejó la lista de pares
event-peer-said = Usted envió un mensaje a otra persona
event-peer-answered = Usted respondió un mensaje de otra persona
event-space-made = Usted creó un espacio
event-space-changed = Usted editó un espacio
event-space-joined = Usted se unió a un espacio o pidió unirse
event-space-invited = Usted invitó a alguien a un espacio
event-space-left = Usted dejó un espacio
event-space-said = Usted publicó un mensaje en un espacio
event-space-unsaid = Usted eliminó un mensaje en un espacio
event-pulse-opened = Se abrió una encuesta breve
event-pulse-closed = Se cerró una encuesta breve
peers-short = Conozca a personas con un rol como el suyo que quieren conversar.
wrong-word-on-its-way = Ya le envió un mensaje a esta persona. Si no recibe respuesta, quizá no sea buen momento para ella.
wrong-word-gone = Esta persona ya no está en la lista, así que su mensaje no se envió. Su texto está abajo para que lo copie.
pulse-late = Esta encuesta se cerró antes de que llegara su respuesta, así que no se contó. Su comentario está abajo para que lo copie.
