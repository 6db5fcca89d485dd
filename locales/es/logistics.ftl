# Viaje, habitación y lo que cuesta

travel-title = Viaje, habitación y comida
travel-short = Diga cuándo llega, dónde duerme, qué come y qué necesita.
travel-open = Abrir mi hoja
travel-lead = Solo { $name } lee esta hoja. Diga lo que ayude; lo demás, déjelo vacío.
travel-erased = Se borra el { $day }, sesenta días después del último día.
travel-elsewhere = Usted dijo esto a alguien que ya no está a cargo. { $name } no lo ve hasta que usted lo guarde de nuevo.
travel-nobody = Todavía no hay nadie con nombre que pueda leer estas cosas, así que no se pregunta nada. Quien dirige el programa puede nombrar a alguien en los ajustes.
travel-way = Ida y vuelta
travel-arrives = Llega
travel-arrives-on = Llega el
travel-arrives-how = A qué hora y cómo
travel-arrives-hint = Por ejemplo: 6:40 p. m., en avión, número de vuelo; o: en auto, al mediodía.
travel-departs = Se va
travel-departs-on = Se va el
travel-departs-how = A qué hora y cómo
travel-stay = Habitación y comida
travel-nights = Noches
travel-room = Habitación
travel-room-hint = Por ejemplo: a solas, con alguien que usted nombre, en planta baja, una cama para una niña o un niño.
travel-diet = Comida
travel-diet-hint = Lo que no come y lo que le haría daño.
travel-needs = Para que pueda estar
travel-access = Acceso
travel-access-hint = Lo que hace posible que participe: una rampa, subtítulos, interpretación, pausas, alguien que le acompañe.
travel-care = Cuidado
travel-care-hint = A quién cuida y qué hace falta: una niña o un niño que viene, un lugar para amamantar, una llamada a una hora fija.
travel-emergency = En una emergencia
travel-emergency-lead = ¿A quién debemos llamar si le pasa algo? Dígale que su nombre está aquí.
travel-emergency-name = Nombre de esa persona
travel-emergency-phone = Teléfono de esa persona
travel-note = Algo más
travel-save = Decírselo a { $name }
travel-save-again = Guardar esta hoja
travel-take-back = Retirar la hoja
travel-take-back-text = Todo lo de esta hoja se borra de inmediato. Lo que pidió de vuelta en dinero se queda hasta que se resuelva, o hasta que se borre todo.
travel-take-back-act = Borrar mi hoja
wrong-emergency = Dé también un número de teléfono, o deje el nombre vacío.
wrong-amount = Dé una cantidad como 120 o 84.50.
wrong-decline = Diga por qué en una frase: la lee la persona que lo pidió.
money-title = Dinero de vuelta
money-lead = Lo que pagó para estar aquí y no puede cargar. { $name } lo resuelve; cómo le llega, lo acuerdan entre las dos partes.
money-amount = Cantidad en dólares de EE. UU.
money-amount-hint = Por ejemplo 84.50
money-what = Para qué
money-what-hint = Una cosa a la vez: un boleto, una habitación, alguien que se quedó con su madre.
money-ask = Pedirlo de vuelta
money-unask = Retirar esto
money-asked = pedido
money-paid = pagado
money-declined = no se paga
money-pay = Marcar como pagado
money-decline = No pagar esto
money-decline-act = Decirlo
money-reason = Por qué
money-sum = { $asked } pedidos, { $paid } pagados, { $declined } no se pagan.
logistics-title = Logística
logistics-lead = Lo que la gente le dijo a usted y a nadie más. Que usted miró queda en el registro.
logistics-erased-on = Todo lo de aquí se borra el { $day }.
logistics-sum = { $n } de { $of } se lo han dicho
logistics-nights =
    { $n ->
        [one] una noche
       *[other] { $n } noches
    }
logistics-csv = Llevarlo como CSV
logistics-ask =
    { $n ->
        [one] Preguntar a la persona que no ha dicho nada
       *[other] Preguntar a las { $n } personas que no han dicho nada
    }
logistics-asked =
    { $n ->
        [0] No hubo que preguntar a nadie.
        [one] Una carta está en camino. Si lo vuelve a pulsar hoy, nadie recibe otra.
       *[other] { $n } cartas están en camino. Si lo vuelve a pulsar hoy, nadie recibe otra.
    }
logistics-people = Por llegada
logistics-silent = Todavía ni una palabra
logistics-left =
    { $n ->
        [one] Una hoja se borró el { $day }.
       *[other] { $n } hojas se borraron el { $day }.
    }
logistics-left-money = Pedido de vuelta: { $asked }, pagado: { $paid }.
packet-title = Cuaderno
packet-short = Horas, camino, desarrollo de los días, acuerdos y fichas en papel, o en su teléfono sin conexión.
packet-open = Abrir el cuaderno
packet-lead = Imprímalo o guarde esta página: una vez abierta, vuelve a abrirse sin conexión durante dos semanas.
packet-where = Cuándo y dónde
packet-team = Mi equipo base
packet-agreements = Nuestros acuerdos
packet-stays = Algunas fichas se quedan dentro y no están en este cuaderno.
packet-help = Si algo anda mal
packet-owner = Con { $name }
packet-bring = Tener a mano: { $what }
event-logistics-said = Alguien dijo qué necesita para un encuentro
event-logistics-taken-back = Se retiró una hoja para un encuentro
event-logistics-read = La persona nombrada leyó las hojas de un encuentro
event-logistics-exported = La persona nombrada se llevó las hojas de un encuentro
event-logistics-asked = Se preguntó a quienes no habían dicho qué necesitan
event-logistics-erased = Se borraron las hojas de un encuentro
event-reimbursement-asked = Alguien pidió dinero de vuelta
event-reimbursement-taken-back = Se retiró un pedido de dinero
event-reimbursement-settled = Se resolvió un pedido de dinero
wrong-reader = Ahora hay otra persona a cargo. Mire a quién se lo diría y pulse de nuevo.
travel-past = Lo que se dijo aquí para este encuentro se borró el { $day }, y ya no se pregunta nada.
