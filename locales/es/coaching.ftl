# Coaching: a coach for each member, the agreement, sessions, a change of coach. The program reads counts.
# "Coach" has no article of one gender: "su coach", "cada coach", "quién es coach". A pair is "proceso" or "coaching".
place-coaching = Coaching
place-coaching-program = Programa de coaching
coaching-lead = Su programa ofrece coaching individual. Usted decide en qué trabajar.
coaching-none-yet = Todavía no tiene coach. Le enviaremos un correo cuando tenga. ¿Preguntas? Escriba a { $name }.
coaching-wishes = Coaches de su programa
coaching-wishes-lead = Díganos con quién le gustaría trabajar. Ni coaches ni el programa ven sus respuestas. Solo cuentan cuando Weft propone coaches. Si hay solo una o dos personas coach, el programa podría adivinarlas por la propuesta.
coaching-wish-like = Me gustaría trabajar con esta persona
coaching-wish-none = Sin preferencia
coaching-wish-avoid = Prefiero que no
coaching-wishes-act = Guardar mis respuestas
coaching-with = Coaching con { $name }
coaching-left-of =
    { $n ->
        [one] Queda 1 de { $of } sesiones
       *[other] Quedan { $n } de { $of } sesiones
    }
coaching-left-n =
    { $n ->
        [one] Queda 1 sesión
       *[other] Quedan { $n } sesiones
    }
coaching-is-over = Este coaching terminó. Todavía pueden decir qué pasó con las sesiones anteriores.
coaching-agreement = Acuerdo de coaching
coaching-agreement-lead = Por favor, léalo antes de la primera sesión. Firman ustedes dos y también el programa.
coaching-agree = Leí este acuerdo y lo acepto.
coaching-sign = Firmar como { $name }
coaching-you-signed = Usted ya firmó el acuerdo.
coaching-waits-for = Falta la firma de: { $names }. Después se podrán reservar sesiones.
coaching-side-program = el programa
coaching-signed-member = Integrante
coaching-signed-coach = Coach
coaching-signed-program = Programa
coaching-book = Reservar una sesión
coaching-to = Ir a coaching
coaching-no-hours = { $name } todavía no indicó su horario. Podrá reservar cuando lo haga.
coaching-sessions-over = Sesiones pasadas y canceladas
coaching-held = Se realizó.
coaching-missed = No se realizó. Cuenta como usada.
coaching-missed-back = No se realizó. La sesión se devolvió.
coaching-unsaid = ¿Se realizó esta sesión?
coaching-unsaid-coach = Su coach todavía no dijo si se realizó.
coaching-you-said = Su respuesta: { $what }
coaching-say-held = Se realizó
coaching-say-not = No se realizó
coaching-otherwise = ¿No fue así?
coaching-otherwise-text = Si dice otra cosa, enviamos un correo a usted y a { $name } para que lo aclaren.
coaching-differs = Usted y { $name } dieron respuestas distintas. Por favor, conversen. Cada quien puede cambiar su respuesta. Después de { $n } días, el programa recibe la fecha y lo resuelve.
coaching-settled-held = El programa contó esta sesión como realizada.
coaching-settled-back = El programa devolvió esta sesión.
coaching-canceled-free = Cancelada. No cuenta.
coaching-canceled-late = Cancelada tarde. Cuenta como usada.
coaching-give-back = Devolver la sesión
coaching-about = Sobre su coach
coaching-lines = Cómo se cuentan sus sesiones
coaching-lines-lead = Cada línea se agrega cuando pasa algo y se queda. Si se mueve una sesión, aquí también cambia su fecha. El programa solo lee los totales.
coaching-line-day = Fecha
coaching-line-what = Qué ocurrió
coaching-line-change = Sesiones
coaching-line-left = Quedan
coaching-line-granted = Sesiones que recibe cada integrante
coaching-line-extra = Más sesiones del programa: { $reason }
coaching-line-booked = Se reservó para { $when }
coaching-line-returned = Se devolvió: { $when }
coaching-line-late = Se canceló tarde: { $when }
coaching-line-held = Se realizó: { $when }
coaching-line-missed = No se realizó: { $when }
coaching-who-sees = Quién ve qué
coaching-program-sees = El programa ve quién es coach de quién y que el acuerdo está firmado. También ve cuántas sesiones se reservaron, se realizaron, no se realizaron o se cancelaron tarde, y cuántas quedan.
coaching-program-not = Si sus respuestas sobre una sesión difieren durante una semana, también ve la fecha. Nunca ve de qué hablan, ni por qué se movió una sesión o hubo un cambio de coach.
coaching-agreement-read = Leer el acuerdo que firmó
coaching-change = Cambiar de coach
coaching-end = Terminar este coaching
coaching-change-text = A veces no es la persona indicada. No necesita dar un motivo, y no le decimos a nadie quién de ustedes lo pidió. No se puede deshacer.
coaching-change-none = No hay sesiones reservadas. El programa asignará a otra persona como coach.
coaching-change-n =
    { $n ->
        [one] Se cancela y se devuelve 1 sesión reservada.
       *[other] Se cancelan y se devuelven { $n } sesiones reservadas.
    }
coaching-change-act = Terminar el coaching y pedir cambio de coach
coaching-end-act = Terminar el coaching con { $name }
coaching-coach-lead = Las personas que acompaña, sus sesiones y lo que leen de usted.
coaching-people = Personas que acompaña
coaching-people-none = Todavía no acompaña a nadie. Le enviaremos un correo cuando le asignen a alguien.
coaching-before =
    { $n ->
        [one] 1 proceso de coaching anterior
       *[other] { $n } procesos de coaching anteriores
    }
coaching-next = Próxima sesión: { $when }
coaching-next-none = No hay ninguna sesión reservada.
coaching-to-report =
    { $n ->
        [one] 1 sesión por reportar
       *[other] { $n } sesiones por reportar
    }
coaching-waits = El acuerdo no está completo: { $what }
coaching-waits-you = falta su firma.
coaching-waits-member = falta la firma de la otra persona.
coaching-waits-program = falta la firma del programa.
coaching-profile = Su perfil de coach
coaching-profile-none = Preséntese, para que el programa le pueda asignar personas.
coaching-profile-write = Escribir su perfil
coaching-profile-change = Cambiar su perfil
coaching-profile-lead = Lo leen las personas del grupo, antes y después de tener coach. El programa lo lee cuando asigna coaches.
coaching-credential = Certificación
coaching-credential-no = No indicada
coaching-credential-none = No indicó ninguna certificación.
coaching-credential-hint = Si tiene una certificación, diga quién la otorga. Le avisamos 60 días antes de que venza, si para entonces la edición sigue en curso.
coaching-credential-ends = Esta certificación vence el { $day }.
coaching-credential-over = Esta certificación venció el { $day }.
coaching-body = Institución que la otorga
coaching-level = Nivel
coaching-number = Número
coaching-expires = Vence el
coaching-expires-hint = Deje el campo vacío si no vence.
coaching-languages = Idiomas
coaching-lang-en = Inglés
coaching-lang-es = Español
coaching-lang-other = Otros idiomas
coaching-approach = ¿Cómo trabaja como coach?
coaching-approach-hint = Hasta 1,000 caracteres. ¿Qué se puede esperar de una primera sesión?
coaching-most = ¿A cuántas personas puede acompañar a la vez?
coaching-most-hint = Escriba 0 si no acepta a nadie más. Sigue con las personas que ya acompaña.
coaching-hours-open = Las personas a quienes acompaña pueden reservar sesiones en este horario de todos modos. Marque esto si también acepta otras citas, por ejemplo, una primera conversación.
coaching-late-hint = Una sesión de coaching que se cancela después de este plazo cuenta como usada.
coaching-hours-closed = Las personas a quienes acompaña aún pueden reservar sesiones.
coaching-hours-none = Todavía no indicó su horario, así que nadie puede reservar una sesión.
coaching-program-lead = Asigne coach a cada integrante, firme por el programa y vea cuántas sesiones se usan. Lo que se conversa queda entre cada integrante y su coach.
coaching-begin = Empezar el coaching
coaching-begin-terms = Diga cuántas sesiones tiene cada integrante y revise el acuerdo.
coaching-begin-coaches = Invite a coaches al equipo. Pida que escriban su perfil e indiquen su horario.
coaching-begin-pairs = Asigne coach a cada integrante. Weft puede hacer una propuesta.
coaching-terms = Sesiones y acuerdo
coaching-terms-set = Definir sesiones y acuerdo
coaching-terms-change = Cambiar sesiones y acuerdo
coaching-terms-are =
    { $n ->
        [one] Cada persona recibe 1 sesión de { $minutes } minutos con su primer coach.
       *[other] Cada persona recibe { $n } sesiones de { $minutes } minutos con su primer coach.
    }
coaching-sessions = ¿Cuántas sesiones tiene cada integrante?
coaching-sessions-hint = Se dan cuando alguien tiene coach por primera vez. Si cambia el número, vale para quienes tengan coach después.
coaching-minutes = ¿Cuánto dura una sesión?
coaching-agreement-write = Cada integrante, su coach y el programa lo firman antes de la primera sesión. Pida una revisión legal de su versión.
coaching-agreement-version = Versión { $n }, del { $day }. Si cambia el texto, los acuerdos sin ninguna firma pasan a la nueva versión. Los demás quedan como están.
coaching-text-en = Acuerdo en inglés
coaching-text-es = Acuerdo en español
coaching-sign-n =
    { $n ->
        [one] 1 acuerdo espera la firma del programa
       *[other] { $n } acuerdos esperan la firma del programa
    }
coaching-sign-read = Leer la versión { $n } del acuerdo
coaching-sign-program = Firme por el programa. Se pueden reservar sesiones cuando hay tres firmas.
coaching-sign-act =
    { $n ->
        [one] Firmar 1 acuerdo
       *[other] Firmar { $n } acuerdos
    }
coaching-questions = Sesiones por resolver
coaching-questions-lead = Desde hace una semana o más, las dos personas dieron respuestas distintas, o su coach no respondió. Hable con ambas y decida. No se puede deshacer.
coaching-settle-held = Contar como realizada
coaching-settle-back = Devolver la sesión
coaching-question-gone = No se cambió nada. Esa sesión ya está resuelta, o las dos personas ya coinciden.
coaching-without =
    { $n ->
        [one] 1 integrante sin coach
       *[other] { $n } integrantes sin coach
    }
coaching-no-coaches = Todavía nadie del equipo es coach. Invite a coaches en la página «Equipo».
coaching-no-profiles = Todavía no hay perfiles de coach. Pida a cada coach que abra «Coaching».
coaching-no-room = Ya no hay coaches con lugar para otra persona. Pida que aumenten su límite o invite a más coaches.
coaching-pair-lead = Elija coach para cada persona o pida una propuesta. La propuesta considera inglés y español, lo que prefieren las personas y a cuántas acepta cada coach.
coaching-propose = Proponer coaches
coaching-proposed =
    { $n ->
        [0] Esto es una propuesta. Todavía no se guardó nada. Cambie lo que quiera.
        [one] Esto es una propuesta. Todavía no se guardó nada. Para 1 persona no se propuso coach.
       *[other] Esto es una propuesta. Todavía no se guardó nada. Para { $n } personas no se propuso coach.
    }
coaching-pair-later = Más adelante
coaching-pair-room =
    { $n ->
        [one] { $name } (lugar para 1)
       *[other] { $name } (lugar para { $n })
    }
coaching-pair-told = Cada integrante y cada coach recibe un correo. Pueden leer y firmar el acuerdo enseguida.
coaching-pair-act = Guardar estas asignaciones
coaching-counts = Sesiones
coaching-counts-lead = «Dadas» es la suma de las columnas que siguen. No aparecen quienes dejaron el programa ni quienes nunca tuvieron coach. Las horas de coaches cuentan todas las sesiones.
coaching-col-name = Integrante
coaching-col-coach = Coach
coaching-col-granted = Dadas
coaching-col-held = Realizadas
coaching-col-missed = No realizadas
coaching-col-late = Canceladas tarde
coaching-col-waiting = Sin reportar
coaching-col-booked = Reservadas
coaching-col-left = Quedan
coaching-no-coach = Sin coach por ahora
coaching-is-signed = Firmado
coaching-signed-of = { $n } de 3 firmas
coaching-sum = Total
coaching-changes = Coaches anteriores
coaching-hours-csv = Descargar horas por coach y mes (CSV)
coaching-hours-coach = Coach
coaching-hours-month = Mes
coaching-hours-held = Sesiones realizadas
coaching-hours-hours = Horas realizadas
coaching-hours-missed = No realizadas
coaching-hours-late = Canceladas tarde
coaching-hours-waiting = Sin reportar
coaching-coaches = Coaches
coaching-load = { $n } de { $of } personas
coaching-coach-no-hours = Todavía no indicó su horario, así que nadie puede reservar.
coaching-coach-no-profile = Todavía sin perfil.
coaching-extra-given = Sesiones adicionales
coaching-more = Dar más sesiones
coaching-more-n = ¿Cuántas más?
coaching-more-reason = Motivo
coaching-more-reason-hint = { $name } lee este texto.
coaching-more-act = Dar sesiones
coaching-part = Terminar este coaching
coaching-part-text = { $name } y { $coach } reciben un correo. Después, { $name } espera a otra persona como coach. No se puede deshacer.
coaching-part-act = Terminar el coaching
coaching-mine = Su coaching
coaching-cancel-host = { $name } recupera la sesión.
coaching-cancel-late = Ya es tarde, así que esta sesión cuenta como usada. Su coach se la puede devolver.
coaching-cancel-free = Usted recupera la sesión.
coaching-differ-until = Por favor, conversen. Después de { $n } días, el programa recibe la fecha y lo resuelve.
coaching-mail-free = Esta sesión de coaching se devolvió y no cuenta.
coaching-mail-late = Fue tarde, así que esta sesión de coaching cuenta como usada. Su coach puede devolverla.
coaching-mail-late-host = Fue tarde, así que esta sesión de coaching cuenta como usada. Puede devolverla en la página de este coaching.
appointment-coaching-ended = Esta sesión se canceló porque el coaching terminó. No cuenta.
times-coaching-title = Reservar una sesión con { $name }
times-coaching-left =
    { $n ->
        [one] Le queda 1 sesión. Al reservar, la usa.
       *[other] Le quedan { $n } sesiones. Al reservar, usa una.
    }
times-coaching-late = Si cancela cuando ya no puede elegir otra hora, la sesión cuenta como usada.
wrong-coaching-none = Ya usó todas sus sesiones. Si necesita más, pídalas al programa.
wrong-coaching-version = El acuerdo cambió mientras lo leía. Esta es la nueva versión.
wrong-coaching-agree = Para firmar, confirme que leyó el acuerdo.
wrong-coaching-early = Esta sesión todavía no empieza, o se canceló.
wrong-coaching-settled = Esta sesión ya está resuelta. Se devolvió, el programa decidió o pasaron más de 30 días.
wrong-coaching-body = Diga quién otorga la certificación o borre los otros campos.
wrong-coaching-language = Elija al menos un idioma.
wrong-coaching-no-pair = Elija coach para al menos una persona.
wrong-coaching-other = { $arg } ya tiene coach: otra persona acaba de asignarlo. No se asignó a nadie. Elija de nuevo.
wrong-coaching-full = { $arg } no tiene lugar para tantas personas, o no puede acompañar a alguien que usted eligió. No se asignó a nadie. Elija de nuevo.
todo-coaching-sign = Lea y firme su acuerdo de coaching con { $name }.
todo-coaching-sign-act = Leer el acuerdo
todo-coaching-report =
    { $n ->
        [one] Diga si se realizó una sesión de coaching.
       *[other] Diga si se realizaron { $n } sesiones de coaching.
    }
todo-coaching-report-act = Reportar sesiones
todo-coaching-differ =
    { $n ->
        [one] Hay respuestas distintas sobre una sesión de coaching.
       *[other] Hay respuestas distintas sobre { $n } sesiones de coaching.
    }
todo-coaching-differ-act = Ver las respuestas
todo-coaching-profile = Escriba su perfil de coach para que le asignen personas.
todo-coaching-profile-act = Escribir perfil
todo-coaching-hours = Indique su horario para que se puedan reservar sesiones de coaching.
todo-coaching-hours-act = Indicar horario
todo-coaching-pair =
    { $n ->
        [one] 1 integrante no tiene coach.
       *[other] { $n } integrantes no tienen coach.
    }
todo-coaching-pair-act = Elegir coaches
todo-coaching-sign-program =
    { $n ->
        [one] 1 acuerdo de coaching espera la firma del programa.
       *[other] { $n } acuerdos de coaching esperan la firma del programa.
    }
todo-coaching-sign-program-act = Firmar acuerdos
todo-coaching-settle =
    { $n ->
        [one] Hay 1 sesión de coaching por resolver.
       *[other] Hay { $n } sesiones de coaching por resolver.
    }
todo-coaching-settle-act = Resolver sesiones
todo-coaching-certificate = La certificación de coach de { $name } vence el { $day }.
todo-coaching-certificate-act = Ver coaches
event-coaching-set-up = Alguien cambió cómo funciona el coaching
event-coaching-introduced = Alguien cambió su perfil de coach
event-coaching-wished = Alguien dijo qué coaches prefiere
event-coaching-paired = Se asignó coach a alguien
event-coaching-signed = Se firmó un acuerdo de coaching
event-coaching-extra = El programa dio más sesiones de coaching
event-coaching-said-held = Alguien reportó una sesión de coaching
event-coaching-said-missed = Alguien reportó que una sesión de coaching no se realizó
event-coaching-given-back = Alguien devolvió una sesión como coach
event-coaching-settled = El programa resolvió una sesión de coaching
event-coaching-hours-exported = Alguien descargó las horas de coaches
event-coaching-ended = Terminó un proceso de coaching
did-coaching-set-up = Sesiones y acuerdo guardados.
did-coaching-introduced = Su perfil quedó guardado.
did-coaching-wished = Guardamos sus respuestas.
did-coaching-paired = Asignaciones guardadas. Enviamos un correo a cada integrante y a cada coach.
did-coaching-signed = Acuerdo firmado.
did-coaching-extra = Sesiones agregadas.
did-coaching-said-held = Guardamos su respuesta.
did-coaching-said-missed = Guardamos su respuesta.
did-coaching-given-back = Sesión devuelta.
did-coaching-settled = Sesión resuelta.
did-coaching-ended = El coaching terminó. Enviamos un correo a ambas personas.
coaching-focus = En qué trabaja
coaching-focus-ask = ¿En qué quiere trabajar?
coaching-focus-hint = Opcional. Usted decide y puede cambiarlo cuando quiera. Solo usted y su coach pueden leerlo.
coaching-focus-none = Todavía no hay nada escrito aquí.
coaching-notes = Notas que comparten
coaching-note-new = Nota nueva
coaching-note-hint = Usted y { $name } pueden leerla. Cada quien puede borrar lo que escribió.
coaching-note-add = Agregar nota
coaching-note-lost = Esta nota ya no se puede leer: se reemplazó la clave del sitio.
coaching-note-delete = Borrar
coaching-notes-until = Lo que escribieron se borra el { $day }. Hasta entonces pueden leerlo y borrarlo.
coaching-notes-kept = Lo que ustedes escriben está cifrado. Se borra { $n } días después de que termina el coaching. Pueden borrar su parte antes.
coaching-own = Sus notas propias
coaching-own-lead = Solo usted puede abrirlas, con su frase de contraseña. El programa no puede, y tampoco quienes administran este sitio.
coaching-own-go = Ir a sus notas
coaching-own-none = Primero elija una frase de contraseña. Protege las notas que escribe para sí.
coaching-own-new = Nota nueva
coaching-own-new-hint = Se cifra al guardarla. Para escribir no necesita su frase de contraseña.
coaching-own-save = Cifrar y guardar
coaching-own-empty = No ha escrito notas sobre este coaching.
coaching-own-n =
    { $n ->
        [one] 1 nota
       *[other] { $n } notas
    }
coaching-own-read = Abrir notas
coaching-own-unread =
    { $n ->
        [one] 1 nota no se puede abrir. Se cifró con una frase que usted descartó.
       *[other] { $n } notas no se pueden abrir. Se cifraron con una frase que usted descartó.
    }
coaching-lock = Frase de contraseña de sus notas
coaching-lock-lead = Las notas que escribe para sí como coach se cifran con una frase que solo usted conoce.
coaching-lock-make = Elegir una frase
coaching-lock-change = Cambiar la frase
coaching-lock-lost = Nadie puede restablecerla. Si pierde la frase y el código de recuperación, sus notas se pierden.
coaching-passphrase = Frase de contraseña
coaching-passphrase-hint = El código de recuperación también sirve.
coaching-passphrase-now = Su frase actual
coaching-passphrase-new = Frase nueva
coaching-passphrase-new-hint = Al menos 12 caracteres. Sirven unas palabras que no tengan relación entre sí.
coaching-passphrase-repeat = La misma frase otra vez
coaching-recovery = Su código de recuperación
coaching-recovery-text = Abre sus notas si olvida la frase. Anótelo y guárdelo en un lugar seguro.
coaching-recovery-once = Solo lo verá ahora. Un código anterior ya no sirve.
coaching-recovery-done = Ya lo anoté
coaching-lose = Perdí la frase y el código de recuperación
coaching-lose-text =
    { $n ->
        [0] La frase se descarta y usted puede elegir otra.
        [one] La frase se descarta junto con la nota que protege. No se puede deshacer.
       *[other] La frase se descarta junto con las { $n } notas que protege. No se puede deshacer.
    }
coaching-lose-sure = Sí, descartarlas
coaching-lose-act = Descartar y empezar de nuevo
wrong-coaching-over = Este coaching terminó, así que no se guardó nada. Copie lo que escribió si lo necesita.
wrong-coaching-lock = Ya no tiene una frase de contraseña, así que no se guardó nada. Copie lo que escribió y elija una.
wrong-coaching-note = Primero escriba algo.
wrong-coaching-passphrase-empty = Escriba su frase de contraseña o su código de recuperación.
wrong-coaching-passphrase-none = Su frase ya está definida. Escríbala aquí para cambiarla o para recibir otro código de recuperación.
wrong-coaching-passphrase = Esa no es su frase de contraseña ni su código de recuperación.
wrong-coaching-tries = Demasiadas frases incorrectas. Intente de nuevo en { $arg }.
wrong-coaching-short = Use al menos { $arg } caracteres.
wrong-coaching-repeat = No coinciden. Escriba la misma frase otra vez.
wrong-coaching-sure = Confirme que quiere descartar sus notas.
event-coaching-focus-saved = Alguien escribió en qué trabaja
event-coaching-note-written = Alguien escribió una nota compartida
event-coaching-note-deleted = Alguien borró una nota compartida
event-coaching-lock-made = Coach: se eligió una frase para sus notas
event-coaching-lock-changed = Coach: se cambió la frase de sus notas
event-coaching-lock-lost = Coach: se descartó una frase con sus notas
event-coaching-own-note-written = Coach: se escribió una nota propia
event-coaching-own-note-deleted = Coach: se borró una nota propia
did-coaching-focus-saved = Guardado. Solo ustedes dos pueden leerlo.
did-coaching-note-written = La nota está agregada.
did-coaching-note-deleted = La nota está borrada.
did-coaching-lock-made = Su frase está lista.
did-coaching-lock-changed = Su frase cambió.
did-coaching-lock-lost = La frase se descartó. Puede elegir otra.
did-coaching-own-note-written = La nota está cifrada y guardada.
did-coaching-own-note-deleted = La nota está borrada.
email-field-coach_expires = El día en que vence la certificación
email-sample-coach_expires = 30 de mayo de 2025
email-coaching-paired = Coaching: su coach
email-coaching-paired-when = Lo recibe cada integrante cuando tiene coach.
email-coaching-paired-subject = Su coach es { $other }
email-coaching-paired-body =
    Hola, { $name }:

    { $other } es su coach. Por favor, lea y firme el acuerdo de coaching. Cuando estén todas las firmas, podrá reservar su primera sesión.

    Usted decide en qué trabajar. El programa nunca ve de qué hablan.
email-coaching-paired-button = Leer el acuerdo
email-coaching-new-member = Coaching: persona nueva, para coaches
email-coaching-new-member-when = Lo recibe cada coach cuando le asignan a alguien.
email-coaching-new-member-subject = Usted es coach de { $other }
email-coaching-new-member-body =
    Hola, { $name }:

    Ahora usted es coach de { $other }. Por favor, lea y firme el acuerdo de coaching. Cuando estén todas las firmas, { $other } podrá reservar una primera sesión.
email-coaching-new-member-button = Leer el acuerdo
email-coaching-ended = Coaching: terminado
email-coaching-ended-when = Lo recibe cada integrante cuando termina el coaching con su coach.
email-coaching-ended-subject = Su coaching con { $other } terminó
email-coaching-ended-body =
    Hola, { $name }:

    Su coaching con { $other } terminó. Las sesiones que tenía reservadas se cancelaron, y usted las recupera.

    El programa le asignará a otra persona como coach. No tiene que hacer nada.
email-coaching-ended-button = Ir a coaching
email-coaching-over = Coaching: terminado, para coaches
email-coaching-over-when = Lo recibe cada coach cuando termina el coaching con alguien.
email-coaching-over-subject = Su coaching con { $other } terminó
email-coaching-over-body =
    Hola, { $name }:

    Su coaching con { $other } terminó. Las sesiones previstas se cancelaron.

    Esto pasa por muchos motivos, y nadie tiene que explicarlos. Gracias por su trabajo.
email-coaching-over-button = Ver su coaching
email-coaching-differ = Coaching: respuestas distintas
email-coaching-differ-when = Lo reciben las dos personas cuando dan respuestas distintas sobre una sesión.
email-coaching-differ-subject = ¿Se realizó esta sesión?
email-coaching-differ-body =
    Hola, { $name }:

    Usted y { $other } dieron respuestas distintas sobre esta sesión.

    { $details }
email-coaching-differ-button = Ver la sesión
email-coaching-certificate = Coaching: una certificación vence
email-coaching-certificate-when = Lo recibe cada coach 60 días antes de que venza su certificación.
email-coaching-certificate-subject = Su certificación de coach vence pronto
email-coaching-certificate-body =
    Hola, { $name }:

    Su certificación de coach vence el { $coach_expires }. Cuando la renueve, escriba la nueva fecha, por favor.
email-coaching-certificate-button = Actualizar su perfil
coaching-agreement-usual =
    Qué es el coaching
    El coaching es una conversación en la que usted decide en qué trabajar. Su coach escucha, pregunta y piensa con usted. No es terapia ni asesoría legal, médica o financiera.

    Qué queda entre ustedes
    Lo que conversan queda entre usted y su coach. El programa no pregunta, y su coach no cuenta. Esto sigue igual cuando el coaching termina.

    Excepciones
    Es posible que su coach tenga que hablar si alguien corre peligro. También si lo exige un tribunal o una ley. Si se puede, primero habla con usted. Ante un tribunal, el coaching no tiene la protección de una consulta legal o médica.

    Qué ve el programa
    El programa paga el coaching. Ve quién es su coach y que este acuerdo está firmado. Ve cuántas sesiones se reservaron, se realizaron, no se realizaron o se cancelaron tarde, y cuántas quedan. Si sus respuestas sobre una sesión difieren durante una semana, ve la fecha. Ve cuándo alguien cambia de coach, pero no por qué. Pueden contarle más al programa si ambas personas están de acuerdo.

    Qué se escribe
    Ustedes pueden escribir notas que comparten, y su coach puede tener notas propias. El programa no puede leerlas. Se borran 90 días después de que termina el coaching. Un tribunal podría pedirlas: escriban solo lo necesario.

    Sesiones
    Puede cambiar o cancelar una sesión hasta la hora que se indica al reservar. Una sesión que se cancela después, o a la que no asiste, cuenta como usada. Su coach puede devolverla. Si cancela su coach, usted recupera la sesión.

    Cambio de coach
    Cualquiera de ustedes puede terminar este coaching en cualquier momento, sin dar un motivo. Usted conserva las sesiones que le quedan.
coaching-photo = Foto
coaching-photo-show = Mostrar mi foto en mi perfil de coach
coaching-photo-none = Todavía no agregó una foto.
coaching-photo-add = Agregar o cambiar su foto
coaching-feedback = Opinión sobre el coaching
coaching-feedback-lead = Diga al programa en qué le ayuda el coaching, sin contar de qué habló. Usted decide qué comparte.
coaching-feedback-go = Dar mi opinión
coaching-feedback-later = Podrá dar su opinión después de la primera sesión.
coaching-feedback-none = Por ahora no hay nada que responder.
coaching-program-themes = Si usted comparte temas en la página «Opinión sobre el coaching», ve cuántas personas eligieron cada uno. Nunca ve quiénes.
coaching-ask = ¿Cómo va el coaching?
coaching-ask-private = Nunca guardamos su nombre ni la hora con su respuesta. No podrá cambiarla ni encontrarla después. Mientras esté abierto, guardamos que usted respondió, para que nadie responda dos veces. Su coach no ve nada. El programa ve totales de todo el grupo, no de cada coach.
coaching-ask-together = Para que las respuestas sean anónimas, las guardamos en grupos de cinco o más. Hasta entonces, la suya está solo en la memoria del sitio. Si el sitio se reinicia antes, le preguntaremos otra vez. Si responden menos de cinco personas, no se guarda nada.
coaching-ask-useful = ¿Qué tan útil es el coaching para usted?
coaching-ask-useful-low = nada útil
coaching-ask-useful-high = muy útil
coaching-ask-honest = ¿Con cuánta confianza puede hablar con sinceridad con su coach?
coaching-ask-honest-low = ninguna
coaching-ask-honest-high = mucha
coaching-ask-words = Algo que el programa debería saber
coaching-ask-words-hint = Opcional. El programa lee los comentarios solo si escribieron al menos cinco personas. Por favor, no escriba nombres.
coaching-ask-send = Enviar (no podrá cambiarlo después)
coaching-ask-until = Abierto hasta el { $day }.
coaching-ask-thanks = Gracias. Ya respondió.
coaching-ask-waits = Su respuesta se guardará junto con al menos otras cuatro. Si el sitio se reinicia antes, le preguntaremos otra vez.
coaching-ask-late = Esto cerró antes de que llegara su respuesta, así que no pudimos contarla. Su comentario está abajo para que pueda copiarlo.
coaching-themes = Temas
coaching-themes-lead = ¿De qué trató su coaching, en general? Elija lo que quiere que sepa el programa. No se guarda nada hasta que lo comparta.
coaching-themes-ask = Mi coaching trató de
coaching-themes-who = El programa ve cuántas personas eligieron cada tema, a partir de { $n } personas, y nunca quiénes. Un número menor que { $few } aparece como «menos de { $few }». Su coach no lo ve. Los números cambian solo cuando { $n } personas han compartido o dejado de compartir. Así nadie puede saber qué eligió usted.
coaching-themes-share = Compartir con el programa
coaching-themes-again = Compartir estos en su lugar
coaching-themes-stop = Dejar de compartir
coaching-themes-shared = Usted comparte estos temas. Puede cambiarlos o dejar de compartirlos cuando quiera.
coaching-heard = Lo que dicen quienes reciben coaching
coaching-heard-lead = Los temas que cada quien decide compartir y cómo les va con el coaching. Usted ve números de todo el grupo y nunca quién dijo qué.
coaching-heard-go = Ver temas y opiniones
coaching-heard-none = Los temas aparecen aquí cuando los comparten al menos { $n } personas.
coaching-heard-themes = De { $n } personas que compartieron temas. Los números cambian cuando { $few } personas han compartido o dejado de compartir. Así nadie sabe qué eligió una persona.
coaching-heard-theme = Tema
coaching-heard-people = Personas
coaching-heard-gone = Ya no está en la lista
coaching-heard-floor = Si menos de { $n } personas eligieron un tema, o casi todas, no se muestra el número exacto.
coaching-heard-n = { $n } de { $of }
coaching-heard-few = Menos de { $n } de { $of }
coaching-heard-most = { $n } o más de { $of }
coaching-heard-kept = Muy pocas respuestas para mostrarlas
coaching-heard-open = Hay preguntas abiertas
coaching-heard-count =
    { $n ->
        [one] 1 respuesta hasta ahora. Abierto hasta el { $day }.
       *[other] { $n } respuestas hasta ahora. Abierto hasta el { $day }.
    }
coaching-heard-end = Cerrar ahora
coaching-heard-of = Se preguntó el { $day }
coaching-heard-settling = Acaba de cerrar. Los resultados aparecen aquí en unos dos minutos.
coaching-heard-answered =
    { $n ->
        [one] Respondió 1 persona.
       *[other] Respondieron { $n } personas.
    }
coaching-heard-useful = Dicen que el coaching les es útil (4 o 5 de 5)
coaching-heard-honest = Hablan con confianza (4 o 5 de 5)
coaching-heard-words = Comentarios
coaching-heard-words-kept = Menos de cinco personas escribieron un comentario, así que no se muestran.
coaching-heard-too-few = Respondieron menos de { $n } personas, así que no se muestra nada.
coaching-heard-ask = Preguntar cómo va el coaching
coaching-heard-ask-lead = Quienes ya tuvieron una sesión reciben dos preguntas breves y un espacio para comentar, sin su nombre. Puede preguntar { $n } veces por edición. Buenos momentos: después de la segunda sesión, después de la cuarta y al final.
coaching-heard-had = Personas con dos sesiones o más: { $two }. Con cuatro o más: { $four }.
coaching-heard-days = ¿Durante cuántos días?
coaching-heard-ask-act = Preguntar al grupo
coaching-themes-list = Lista de temas
coaching-themes-list-lead = Cada quien puede decir de qué trató su coaching al elegir de una lista. Aquí hay una para empezar.
coaching-themes-list-change = Si cambia el nombre de un tema, es un tema nuevo. Quienes compartieron el anterior compartieron el nombre anterior.
coaching-themes-en = Temas en inglés
coaching-themes-es = Temas en español
coaching-themes-hint = Uno en cada línea.
coaching-themes-hint-es = Uno en cada línea, en el mismo orden.
coaching-themes-offer = Ofrecer estos temas
coaching-themes-usual =
    Límites y carga de trabajo
    Conflictos en la red de organizaciones
    Poder y equidad
    Cómo ceder el liderazgo
    Entidades que financian y junta directiva
    Mi propio bienestar
wrong-coaching-no-theme = Elija al menos un tema.
wrong-coaching-themes-none = Escriba al menos un tema.
wrong-coaching-themes-many = Escriba { $arg } temas como máximo.
wrong-coaching-theme-long = Este tema es muy largo. Use hasta 80 caracteres: «{ $arg }…»
wrong-coaching-theme-twice = Este tema está dos veces en la lista: «{ $arg }»
wrong-coaching-themes-lines = Las dos listas necesitan el mismo número de líneas.
wrong-coaching-ask-open = Ya hay preguntas abiertas. Espere a que cierren o ciérrelas.
wrong-coaching-ask-enough = Ya preguntó { $arg } veces en esta edición.
todo-coaching-feedback = Diga cómo va el coaching. Es breve y anónimo, y cierra { $day }.
todo-coaching-feedback-act = Dar mi opinión
event-coaching-themes-set = Alguien cambió los temas de coaching
event-coaching-round-opened = Se preguntó cómo va el coaching
event-coaching-round-closed = Se cerraron las preguntas sobre el coaching
did-coaching-themes-set = La lista de temas quedó guardada.
did-coaching-round-opened = Ya se puede responder. Las preguntas están en la página de inicio de cada quien.
did-coaching-round-closed = Cerrado. Los resultados aparecen en unos dos minutos.
setup-coaching-themes = Ofrecer temas de coaching
setup-coaching-themes-text = Así cada quien puede decir de qué trató su coaching, sin su nombre.
setup-coaching-themes-act = Elegir temas
coaching-hours-kind = Tipo
coaching-hours-single = Individual
coaching-hours-group = Grupal
coaching-groups = Coaching grupal
coaching-groups-lead = Coach y varias personas se reúnen juntas. Cada quien acepta qué queda en el grupo antes de ver cómo se reúnen. No usa ninguna de sus propias sesiones.
coaching-groups-go = Organizar grupos
coaching-groups-over =
    { $n ->
        [one] 1 grupo terminó
       *[other] { $n } grupos terminaron
    }
coaching-group-in = { $n } de { $of } lugares ocupados
coaching-group-accepted = { $n } de { $of } aceptaron el texto
coaching-group-sum-held =
    { $n ->
        [one] 1 sesión realizada, { $came } asistencias en total
       *[other] { $n } sesiones realizadas, { $came } asistencias en total
    }
coaching-group-sum-ahead =
    { $n ->
        [0] Ninguna prevista
        [one] 1 prevista
       *[other] { $n } previstas
    }
coaching-group-sum-waiting =
    { $n ->
        [one] 1 sin reportar
       *[other] { $n } sin reportar
    }
coaching-group-new = Crear un grupo
coaching-group-name = Nombre del grupo
coaching-group-name-hint = Lo usan los correos y las personas del grupo.
coaching-group-choose = Elija coach
coaching-group-seats = ¿Cuántas personas como máximo?
coaching-group-team = Un equipo base
coaching-group-no-team = Ningún equipo base
coaching-group-who = Integrantes
coaching-group-make = Crear grupo
coaching-group-add = Agregar a alguien
coaching-group-add-act = Agregar al grupo
coaching-group-remove = Quitar del grupo
coaching-group-end = Terminar este grupo
coaching-group-end-text = Cada persona recibe un correo y se cancelan las sesiones previstas. No se puede deshacer.
coaching-group-end-act = Terminar grupo
coaching-group-text = Qué queda en el grupo
coaching-group-text-lead = Por favor, lea y acepte esto primero. Después verá cómo se reúne el grupo.
coaching-group-text-read = Leer el texto
coaching-group-text-first = Cada persona de un grupo acepta este texto. Revíselo y guárdelo antes de crear un grupo.
coaching-group-text-version = Esta es la versión { $n }. Si la cambia, cada quien la acepta de nuevo antes de ver cómo se reúne su grupo.
coaching-group-text-en = Texto en inglés
coaching-group-text-es = Texto en español
coaching-group-accept = Aceptar este texto
coaching-group-lead = Coaching grupal con { $name }.
coaching-group-lead-coach = Un grupo que usted acompaña. Aquí planea las sesiones y dice después cuántas personas asistieron.
coaching-group-over = Este grupo terminó.
coaching-group-ahead = Sesiones
coaching-group-none = Todavía no hay ninguna sesión prevista.
coaching-group-place-later = Verá cómo se reúnen cuando acepte el texto.
coaching-group-plan = Planear una sesión
coaching-group-plan-lead = Cada persona del grupo recibe un correo con una entrada para su calendario. Cómo se reúnen está solo en esta página.
coaching-group-day = Fecha
coaching-group-from = Empieza a las
coaching-group-zone = Zona horaria
coaching-group-minutes = Minutos
coaching-group-place = ¿Cómo se reúnen?
coaching-group-place-hint = Un enlace o una dirección. Solo lo ven quienes aceptaron el texto.
coaching-group-plan-act = Planear sesión
coaching-group-cancel = Cancelar sesión
coaching-group-canceled = Cancelada.
coaching-group-held = Se realizó.
coaching-group-not-held = No se realizó.
coaching-group-unsaid = Sin reportar.
coaching-group-came =
    { $n ->
        [one] Se realizó. Asistió 1 persona.
       *[other] Se realizó. Asistieron { $n } personas.
    }
coaching-group-how-many = ¿Cuántas personas asistieron?
coaching-group-people = En este grupo
coaching-group-empty = Ahora no hay nadie en este grupo.
coaching-group-not-accepted = no ha aceptado el texto
coaching-group-sees = Las personas del grupo y su coach ven quiénes lo forman. El programa también lo ve. Además ve cuántas aceptaron el texto, cuántas sesiones se realizaron y cuántas personas asistieron. Nunca ve quiénes asistieron ni de qué hablan.
coaching-group-leave = Dejar este grupo
coaching-group-leave-text = Lo deja de inmediato, y las sesiones desaparecen de su calendario. Su coach recibe un correo. No necesita dar un motivo. Solo el programa puede agregarle de nuevo.
coaching-group-leave-act = Dejar el grupo
coaching-group-calendar = reunión de grupo
coaching-group-text-usual =
    Qué queda aquí
    Lo que alguien dice en este grupo queda en este grupo. Puede hablar de lo suyo donde quiera. No cuente quién dijo qué ni quiénes están aquí.

    Qué informa su coach
    Su coach dice al programa que se realizó una sesión y cuántas personas asistieron. No dice quiénes ni de qué se habló.

    Excepciones
    Es posible que su coach tenga que hablar si alguien corre peligro. También si lo exige un tribunal o una ley. Si se puede, primero habla con usted.

    No se graba
    Nadie graba una sesión, toma fotos de ella ni usa programas que toman notas.

    Dejar el grupo
    Puede dejar el grupo en cualquier momento, sin dar un motivo. Lo que escuchó sigue quedando aquí.
wrong-coaching-group-agree = Para ver cómo se reúne el grupo, confirme que leyó esto y lo acepta.
wrong-coaching-group-coach = Elija coach con perfil.
wrong-coaching-group-people = Elija al menos a dos integrantes.
wrong-coaching-group-full = No hay suficientes lugares, o alguien que eligió no puede estar en este grupo. No se cambió nada.
wrong-coaching-group-past = Elija una fecha y hora futuras.
wrong-coaching-group-far = Elija una fecha dentro de un año.
wrong-coaching-group-many = Ya hay { $arg } sesiones previstas.
todo-coaching-group = Lea qué queda en el grupo «{ $name }».
todo-coaching-group-act = Leer y aceptar
event-coaching-group-text = Alguien cambió el texto de los grupos de coaching
event-coaching-group-made = Se creó un grupo de coaching
event-coaching-group-added = Se agregó a alguien a un grupo de coaching
event-coaching-group-left = Alguien dejó un grupo de coaching
event-coaching-group-accepted = Alguien aceptó el texto de un grupo de coaching
event-coaching-group-planned = Se planeó una sesión de un grupo de coaching
event-coaching-group-canceled = Se canceló una sesión de un grupo de coaching
event-coaching-group-reported = Se reportó una sesión de un grupo de coaching
event-coaching-group-ended = Terminó un grupo de coaching
did-coaching-group-text = El texto quedó guardado.
did-coaching-group-made = El grupo está creado. Enviamos un correo a cada persona.
did-coaching-group-added = Ya está en el grupo.
did-coaching-group-left = Listo. Las sesiones del grupo también salen del calendario.
did-coaching-group-accepted = Aceptado. Abajo está cómo se reúne el grupo.
did-coaching-group-planned = La sesión está prevista. Enviamos un correo a cada persona del grupo.
did-coaching-group-canceled = La sesión está cancelada. Enviamos un correo a cada persona del grupo.
did-coaching-group-reported = Guardamos su respuesta.
did-coaching-group-ended = El grupo terminó. Enviamos un correo a cada persona.
email-field-group = Nombre del grupo de coaching
email-sample-group = Grupo de los martes
email-coaching-group = Grupo de coaching: creado
email-coaching-group-when = Lo recibe cada persona de un grupo de coaching cuando se crea o cuando la agregan. También su coach.
email-coaching-group-subject = Usted está en el grupo «{ $group }»
email-coaching-group-body =
    Hola, { $name }:

    Usted está en el grupo «{ $group }». Por favor, lea qué queda en el grupo. Después, su página muestra cómo se reúnen.
email-coaching-group-button = Ver el grupo
email-coaching-group-session = Grupo de coaching: sesión
email-coaching-group-session-when = Lo reciben las personas de un grupo de coaching cuando se planea una sesión, con una entrada para el calendario.
email-coaching-group-session-subject = «{ $group }» se reúne
email-coaching-group-session-body =
    Hola, { $name }:

    «{ $group }» se reúne:

    { $details }

    Cómo se reúnen está en su página.
email-coaching-group-session-button = Ver el grupo
email-coaching-group-off = Grupo de coaching: sesión cancelada
email-coaching-group-off-when = Lo reciben las personas de un grupo de coaching cuando se cancela una sesión, o quien deja el grupo.
email-coaching-group-off-subject = Fuera de su calendario: «{ $group }»
email-coaching-group-off-body =
    Hola, { $name }:

    Esta reunión de «{ $group }» ya no está en su calendario:

    { $details }
email-coaching-group-off-button = Ir al sitio
email-coaching-group-out = Grupo de coaching: fuera del grupo
email-coaching-group-out-when = Lo recibe quien ya no está en un grupo de coaching.
email-coaching-group-out-subject = Usted ya no está en «{ $group }»
email-coaching-group-out-body =
    Hola, { $name }:

    Usted ya no está en el grupo «{ $group }». Lo que escuchó allí queda allí.
email-coaching-group-out-button = Ir al sitio
email-coaching-group-less = Grupo de coaching: alguien lo dejó, para coaches
email-coaching-group-less-when = Lo recibe cada coach cuando alguien ya no está en su grupo.
email-coaching-group-less-subject = Alguien ya no está en «{ $group }»
email-coaching-group-less-body =
    Hola, { $name }:

    Alguien ya no está en su grupo «{ $group }». La página muestra quiénes están ahora.
email-coaching-group-less-button = Ver el grupo
email-coaching-group-ended = Grupo de coaching: terminado
email-coaching-group-ended-when = Lo reciben las personas de un grupo de coaching y su coach cuando termina.
email-coaching-group-ended-subject = «{ $group }» terminó
email-coaching-group-ended-body =
    Hola, { $name }:

    El grupo «{ $group }» terminó. Las reuniones previstas se cancelaron. Lo que se dijo allí queda allí.
email-coaching-group-ended-button = Ir al sitio
coaching-talks = Primeras conversaciones
coaching-talks-of = ¿Se puede hablar con coaches antes de la asignación?
coaching-talks-hint = Una conversación breve ayuda a decir con quién les gustaría trabajar. No usa ninguna de sus sesiones, y usted solo ve cuántas se reservaron.
coaching-talks-n =
    { $n ->
        [0] No
        [one] Sí, con 1 coach
       *[other] Sí, con hasta { $n } coaches
    }
coaching-talk-minutes = Minutos de una primera conversación
coaching-talks-booked =
    { $n ->
        [one] 1 primera conversación reservada
       *[other] { $n } primeras conversaciones reservadas
    }
coaching-talk-booked = Su primera conversación:
coaching-talk-book = Reservar una primera conversación breve con { $name }
wrong-coaching-talk-again = Ya tiene una primera conversación con esta persona.
wrong-coaching-talk-enough = Ya reservó todas las primeras conversaciones posibles ({ $arg }). Cancele una para elegir a otra persona.
