# Viaje, habitación y lo que cuesta

travel-title = Viaje, hospedaje y comida
travel-short = Díganos cuándo llega, dónde va a dormir, qué come y qué necesita.
travel-open = Llenar el formulario de viaje
travel-lead = Solo { $name } ve este formulario. Llene lo que ayude y deje vacío lo demás.
travel-erased = Lo eliminamos el { $day }, 60 días después del último día.
travel-elsewhere = Usted compartió esto con alguien que ya no lo ve. { $name } no puede verlo hasta que usted lo guarde de nuevo.
travel-nobody = Todavía no hay un contacto de accesibilidad, así que no hay nada que llenar. Quien dirige el programa puede elegir uno en Configuración.
travel-way = Llegada y regreso
travel-arrives = Llega
travel-arrives-on = Fecha de llegada
travel-arrives-how = Hora de llegada y cómo viaja
travel-arrives-hint = Por ejemplo: 6:40 p. m. en avión, con el número de vuelo. O: al mediodía en auto.
travel-departs = Se va
travel-departs-on = Fecha de regreso
travel-departs-how = Hora de regreso y cómo viaja
travel-stay = Hospedaje y comida
travel-nights = Noches
travel-room = Habitación
travel-room-hint = Por ejemplo: individual, con quién la comparte, planta baja o una cama infantil.
travel-diet = Comida
travel-diet-hint = Lo que no come y sus alergias.
travel-needs = Lo que necesita para participar
travel-access = Acceso
travel-access-hint = Por ejemplo: una rampa, subtítulos, interpretación, pausas o una persona que le acompañe.
travel-care = Cuidados
travel-care-hint = A quién cuida y qué hace falta: cuidado infantil, un lugar para amamantar o tiempo para llamar a casa.
travel-emergency = Contacto de emergencia
travel-emergency-lead = ¿A quién debemos llamar si le pasa algo? Avise a esa persona que está aquí.
travel-emergency-name = Nombre del contacto
travel-emergency-phone = Teléfono del contacto
travel-note = Algo más
travel-save = Enviar a { $name }
travel-save-again = Guardar cambios
travel-take-back = Eliminar el formulario de viaje
travel-take-back-text = Todo lo de este formulario se elimina de inmediato. Las solicitudes de reembolso se conservan hasta que se resuelvan o se elimine todo.
travel-take-back-act = Eliminar mi formulario de viaje
wrong-emergency = Escriba también un teléfono, o borre el nombre.
wrong-amount = Escriba una cantidad, por ejemplo 120 o 84.50.
wrong-decline = Escriba el motivo en una frase. La leerá quien hizo la solicitud.
money-title = Reembolso
money-lead = Pida el reembolso de lo que no puede cubrir por su cuenta. { $name } revisa cada solicitud y acuerda el pago con usted.
money-amount = Cantidad en dólares
money-amount-hint = Por ejemplo: 84.50
money-what = En qué lo gastó
money-what-hint = Una cosa a la vez: un boleto, una habitación o alguien que se quedó con su madre.
money-ask = Solicitar reembolso
money-unask = Retirar la solicitud
money-asked = solicitado
money-paid = pagado
money-declined = no aprobado
money-pay = Marcar como pagado
money-decline = No aprobar la solicitud
money-decline-act = No aprobar por este motivo
money-reason = Motivo
money-sum = { $asked } solicitados, { $paid } pagados, { $declined } no aprobados.
logistics-title = Logística
logistics-lead = Solo usted puede ver lo que escribieron las personas. Guardamos un registro de quién abre esta página.
logistics-erased-on = Todo se elimina el { $day }.
logistics-sum = { $n } de { $of } han respondido
logistics-nights =
    { $n ->
        [one] una noche
       *[other] { $n } noches
    }
logistics-csv = Descargar como CSV
logistics-ask =
    { $n ->
        [one] Escribir a la persona que no ha respondido
       *[other] Escribir a las { $n } personas que no han respondido
    }
logistics-asked =
    { $n ->
        [0] Todas las personas respondieron o ya recibieron un correo hoy.
        [one] Le escribimos a una persona. No recibirá un segundo correo hoy.
       *[other] Les escribimos a { $n } personas. No recibirán un segundo correo hoy.
    }
logistics-people = Por llegada
logistics-silent = Sin respuesta todavía
logistics-left =
    { $n ->
        [one] Un formulario de viaje se eliminó el { $day }.
       *[other] { $n } formularios de viaje se eliminaron el { $day }.
    }
logistics-left-money = Solicitado: { $asked }. Pagado: { $paid }.
packet-title = Paquete de materiales
packet-short = Horarios, lugar, agenda, acuerdos y fichas, todo junto. Imprímalo o léalo sin conexión en su teléfono.
packet-open = Ver el paquete
packet-lead = Imprima esta página o léala sin conexión: una vez abierta, se queda dos semanas en este dispositivo.
packet-where = Cuándo y dónde
packet-team = Mi equipo base
packet-agreements = Nuestros acuerdos
packet-stays = Algunas fichas son solo para el grupo y no están en este paquete.
packet-help = ¿Necesita ayuda?
packet-owner = A cargo de { $name }
packet-bring = Materiales: { $what }
event-logistics-said = Alguien llenó un formulario de viaje
event-logistics-taken-back = Alguien eliminó su formulario de viaje
event-logistics-read = El contacto de accesibilidad abrió los formularios de viaje de un encuentro
event-logistics-exported = El contacto de accesibilidad descargó los formularios de viaje de un encuentro
event-logistics-asked = Se escribió a quienes no habían llenado el formulario de viaje
event-logistics-erased = Se eliminaron los formularios de viaje de un encuentro
event-reimbursement-asked = Alguien solicitó un reembolso
event-reimbursement-taken-back = Alguien retiró una solicitud de reembolso
event-reimbursement-settled = Se resolvió una solicitud de reembolso
wrong-reader = Cambió la persona que lee esto. Revise el nuevo nombre y presione el botón otra vez.
travel-past = Los datos de viaje de este encuentro se eliminaron el { $day }. El formulario está cerrado.
