# Solicitudes e importación.
applications-title = { $n ->
    [0] Todavía no hay solicitudes
    [one] Una solicitud
   *[other] { $n } solicitudes
  }
applications-none = Cuando cierre la convocatoria, traiga las solicitudes en un solo archivo. Verá qué pasaría antes de que pase.
filter = Mostrar
filter-q = Nombre, número u organización
filter-any = cualquiera
filter-none = Nadie coincide. Amplíe la búsqueda.
earlier = Anteriores
later = Siguientes
region = Región
scope = Alcance
state = Estado
reads = Evaluaciones
state-eligible = Cumple los requisitos
state-not-eligible = No cumple los requisitos
state-withdrawn = Retirada
state-duplicate = Posible duplicado
state-duplicate-merged = Duplicado unido
state-late-accepted = Tardía, aceptada
state-invited = Con invitación
state-accepted = Aceptó
state-declined = Declinó
facts = Datos
fact-role = Cargo
fact-level = Nivel del cargo
fact-collaborative = Colaborativa
fact-body = Tipo de entidad
fact-place = Lugar
fact-setting = Entorno
fact-years-role = En este cargo
fact-years-field = En el campo
fact-issue = Área temática
fact-issues = Otras áreas temáticas
fact-health = Enfoque en salud
fact-format = Respondió por
fact-priority = Prioridad
fact-late = Por qué tarde
years = { $n ->
    [one] { $n } año
   *[other] { $n } años
  }
submitted = enviada el { $at }
happened = Qué ha pasado
duplicate-note = Parece una segunda solicitud de la misma persona. Se conserva y queda fuera de la selección. La primera es
merge-people = Es la misma persona: unir los registros
part-people = Son dos personas: mantenerlas separadas
merge-refused = No se unieron estos registros: uno de ellos tiene contraseña, otro rol o participa en otra edición. Unir nunca debe trasladar eso.
merge-note = Unir pasa correos, solicitudes, roles y consentimientos al primer registro. Se puede deshacer aquí cuando quiera.
compartment-note = Las palabras sobre una misma persona y las necesidades de acceso se guardan aparte; aquí no se muestran.
import-title = Importar
import-lead = Suba un archivo de cualquier herramienta de formularios. Usted elige adónde va cada columna y ve cada problema antes de importar.
import-kind = Qué contiene el archivo
import-applications = Solicitudes
import-reviews = Evaluaciones (puntajes)
import-events = Cambios en solicitudes (retirada, tardía, duplicada)
import-cohort = Una cohorte elegida en otro sistema
file = Archivo
import-file-hint = CSV o Excel (.xlsx), hasta 25 MB.
import-look = Subir archivo
import-reading = Usar otra hoja u otra codificación
import-sheet = Hoja
import-sheet-hint = El nombre en su pestaña. Déjelo en blanco para usar la primera hoja visible.
import-encoding = Codificación de caracteres
import-encoding-auto = Detectar automáticamente
import-columns = Asignar las columnas
import-columns-lead = Todavía no se ha importado nada. Revise adónde va cada columna y continúe para ver qué pasaría con cada fila.
import-file = Su archivo
import-size = { $rows ->
    [one] 1 fila
   *[other] { $rows } filas
  }, { $columns ->
    [one] 1 columna.
   *[other] { $columns } columnas.
  }
import-sheet-read = Leímos la hoja «{ $sheet }».
import-encoding-read = Caracteres: { $encoding }.
import-encoding-guess = Caracteres: creemos que el archivo está en { $encoding }. Si ve letras equivocadas, elija otra codificación más abajo.
import-delimiter-read = Las columnas están separadas por { $delimiter }.
delimiter-comma = comas
delimiter-semicolon = puntos y comas
delimiter-tab = tabuladores
import-two-lines = Dos líneas de encabezado se unieron en una.
import-damaged = { $n ->
    [one] 1 fila tiene un carácter que no se puede leer. Se muestra como �, y la fila no se importará hasta que lo corrija.
   *[other] { $n } filas tienen caracteres que no se pueden leer. Se muestran como �, y esas filas no se importarán hasta que los corrija.
  }
import-saved = Se usa la asignación del { $date }.
import-waits = Guardamos este archivo dos semanas. Si no lo importa antes, lo borramos.
import-another = Subir otro archivo
import-open = { $n ->
    [0] Ninguna columna necesita una decisión
    [one] 1 columna necesita una decisión
   *[other] { $n } columnas necesitan una decisión
  }
import-lacking = Falta una columna
import-no-email = Elija la columna con los correos electrónicos. Cada solicitud necesita uno.
import-no-name = Ninguna columna tiene nombres. Mientras no los den, las personas aparecen con la primera parte de su correo.
import-others = { $n ->
    [one] 1 columna más
   *[other] { $n } columnas más
  }
import-columns-text = Guardamos cada columna como respuesta si no elige otra cosa. Recordamos lo que elija para el próximo archivo con las mismas columnas.
import-where = Adónde va
import-goes-to = «{ $column }» va a
import-kept = Se guarda: { $store }.
import-dates = ¿Cómo están escritas estas fechas?
import-cut = ¿Cómo se divide el nombre completo en nombre | apellido?
month-first = Primero el mes
day-first = Primero el día
dates-read = Las fechas se leen así:
date-unread = no se puede leer
cut-before-last = La última palabra es el apellido
cut-after-first = Solo la primera palabra es el nombre
wrong-date-order = Elija cómo están escritas las fechas de esta columna.
why-dates = Estas fechas se pueden leer de dos maneras. Elija la correcta.
why-dates-mixed = Algunas fechas solo tienen sentido con el mes primero, otras con el día primero. Elija una; las filas que no encajen no se importarán.
why-name = Parecen nombres completos. Revise cómo se dividen.
why-access = Parecen necesidades de acceso. Solo las verá quien se encarga de ellas.
why-identity = Parece una pregunta sobre identidad. El equipo nunca ve estas respuestas con nombre.
why-second = Parece otra columna sobre acceso o identidad. La dejamos fuera para que el equipo no la lea con nombre.
why-no-name = Esta columna no tiene nombre en el archivo.
why-guess = Lo dedujimos del nombre de la columna. Revise si es correcto.
why-addresses = Esta columna tiene correos electrónicos.
why-no-addresses = Ninguno de los primeros valores de esta columna es un correo electrónico.
import-doubled = Dos columnas van a «{ $arg }». Deje una y elija «una respuesta» para la otra.
import-columns-act = Continuar y revisar filas
import-columns-change = Cambiar columnas
target-answer = una respuesta
target-leave-out = ningún lugar (no se importa)
target-full-name = nombre completo (se divide)
store-identity = como identidad; el equipo nunca la ve con nombre
store-access = como necesidad de acceso; solo la ve quien se encarga de ellas
store-contact = como información de contacto
store-answer = como respuesta de la solicitud
store-application = como dato de la solicitud
store-nowhere = en ningún lugar
import-unreadable = No se puede leer este archivo
import-check = Revisar antes de importar
import-first = Las primeras filas, como se importarán
import-name = Nombre
import-email = Correo
import-sent = Enviada
import-act = { $n ->
    [one] Importar 1 fila
   *[other] Importar { $n } filas
  }
import-all = No importar nada si alguna fila no se puede importar
import-nothing = No hay nada que importar.
import-changes = Qué cambia para quienes ya están aquí
import-changes-text = Cantidad de personas. Al importar, lo que tenemos ahora se reemplaza por lo que dice el archivo. No se puede deshacer.
import-change-what = Dato o respuesta
import-change-emptied = Queda vacío
import-change-changed = Cambia
import-change-added = Se agrega
import-emptied = { $n ->
    [one] Para 1 persona, algo que tenemos ahora queda vacío. Revise si cada columna va adonde fue la última vez.
   *[other] Para { $n } personas, algo que tenemos ahora queda vacío. Revise si cada columna va adonde fue la última vez.
 }
import-may-empty = { $n ->
    [one] Importar de todos modos. Entiendo que 1 persona pierde lo que queda vacío.
   *[other] Importar de todos modos. Entiendo que { $n } personas pierden lo que queda vacío.
 }
wrong-may-empty = Algo que tenemos ahora quedaría vacío. Cambie las columnas o marque “Importar de todos modos”. No se importó nada.
why-access-maybe = Algunas de estas respuestas parecen necesidades de acceso. Si lo son, elija esa opción: así solo las ve la persona que se encarga del acceso.
why-fresh = El archivo anterior no tenía una columna con este nombre. Revise adónde va.
import-done = Importación terminada
import-rows = { $n ->
    [one] 1 fila en el archivo.
   *[other] { $n } filas en el archivo.
  }
import-would = Si importa ahora: { $imported } nuevas, { $changed } actualizadas, { $unchanged } omitidas porque ya están o se repiten, { $refused } sin importar.
import-did = { $imported } nuevas, { $changed } actualizadas, { $unchanged } omitidas porque ya están o se repiten, { $refused } sin importar.
import-duplicates = { $n ->
    [one] 1 posible duplicado
   *[other] { $n } posibles duplicados
  }
import-duplicates-text = Se guardan, se marcan y no entran en la selección.
import-duplicate = { $id } parece otra solicitud de la persona de { $first }.
import-joined = { $n ->
    [one] 1 evaluación es de alguien del equipo, según su correo.
   *[other] { $n } evaluaciones son de personas del equipo, según su correo.
  }
import-apart = { $n ->
    [one] 1 persona que evalúa no está en el equipo y queda con el nombre del archivo: { $names }.
   *[other] { $n } personas que evalúan no están en el equipo y quedan con el nombre del archivo: { $names }.
  }
import-cleaned = { $n ->
    [one] Quitamos caracteres invisibles de 1 correo (fila { $lines }).
   *[other] Quitamos caracteres invisibles de { $n } correos (filas { $lines }).
  }
import-faults = { $n ->
    [one] 1 fila no se puede importar
   *[other] { $n } filas no se pueden importar
  }
import-faults-text = Las demás filas se pueden importar sin estas. Descárguelas, corríjalas y suba el archivo corregido: lo que ya está se omite.
import-refused-act = Descargar estas filas (CSV)
refused-line = Fila en el primer archivo
refused-why = Qué corregir
import-more-faults = Y { $n } más. Corrija primero estas y suba el archivo otra vez.
line = Fila
line-number = fila { $n }
column = Columna
value = Valor
what-to-do = Qué hacer
fault-nul = Este archivo no es texto simple. Guárdelo otra vez como CSV con UTF-8.
fault-csv = Esta fila no se puede leer como CSV. Revise sus comillas y separadores.
fault-quote = Las comillas de una celda de esta fila no coinciden. Ciérrelas o escríbalas dos veces dentro de la celda.
fault-columns = Más de 400 columnas. Borre las que no necesite.
fault-rows = Más de 200,000 filas. Divida el archivo.
fault-cells = El archivo tiene más de 4 millones de celdas (filas × columnas). Divídalo o borre columnas que no necesite.
fault-busy = Se están revisando muchos archivos. Espere un minuto e intente otra vez.
fault-empty = El archivo está vacío. La primera fila debe nombrar las columnas.
fault-sheet = El libro no tiene una hoja visible con ese nombre. Revise el nombre en su pestaña.
fault-damaged = Aquí hay un carácter que no se puede leer (se ve como �). Escríbalo otra vez o exporte el archivo como UTF-8.
fault-header-twice = Dos columnas tienen el mismo nombre. Cambie uno.
fault-row-wide = Esta fila tiene más celdas que columnas. Ponga entre comillas las celdas que contienen el separador.
fault-cell-long = Una celda tiene más de 1,000,000 de bytes. Acórtela.
fault-xlsx = No se puede leer este libro. Guárdelo otra vez como XLSX o como CSV.
fault-xlsx-large = Este libro está dañado o descomprimido supera 20 MB. Guárdelo como CSV.
fault-id = Escriba un identificador de hasta 80 caracteres, sin / \ ? # ni %.
fault-id-twice = Este identificador está dos veces en el archivo, en filas distintas. Deje una de las filas.
fault-first = La primera es la fila { $n }.
fault-email = Escriba un correo electrónico, como nombre@example.org.
fault-no-email = Ninguna columna tiene correos electrónicos. Elija una en «Asignar las columnas».
fault-name = Escriba al menos el nombre o el apellido.
fault-date = Escriba una fecha como 2024-10-11 o fecha y hora como 2024-10-11 23:59.
fault-date-order = Esta fecha se puede leer de dos maneras. Elija si va primero el mes o el día.
fault-date-other = Esa fecha no existe con el orden elegido para la columna. Corríjala o cambie el orden.
fault-number = Escriba un número entero.
fault-years = Escriba los años como número de 0 a 80, por ejemplo 2.5.
fault-yes-no = Escriba sí o no.
fault-column-missing = El archivo no tiene una columna con este nombre. Agréguela.
fault-unknown-application = Esta edición no tiene una solicitud con este número. Importe primero las solicitudes, o use el correo de la persona.
fault-unknown-email = No sabemos de quién es: ninguna solicitud de esta edición tiene este correo, o lo tiene más de una. Escriba el número de solicitud.
fault-no-application = El archivo necesita una columna con el número de solicitud o con el correo de la persona. Agregue una de las dos.
fault-day-order = Esta fecha se puede leer de dos maneras, o no existe. Escríbala así: 2024-10-11.
fault-score = Escriba un número entero de 0 a 100 para cada criterio.
fault-reviewed-here = Esta persona ya tiene una evaluación de esta solicitud. Borre esta fila.
fault-event = Escriba “withdrawn by applicant”, “late accepted” o “duplicate merged”.
fault-withdrawn = Esta persona se retiró y no puede tener un lugar.
fault-seats = Hay más personas que lugares. Aumente los lugares en la configuración o acorte el archivo. No se importó nada.
column-number = Columna { $n }
demo-door = Una entrada a la demostración
demo-as = Entrar como { $name }
demo-as-text = Es un personaje de la edición sintética. El enlace se puede usar otra vez.
eligibility-title = Elegibilidad
eligibility-lead = La elegibilidad, la prioridad y la decisión final son tres registros distintos. Las decisiones anteriores se conservan.
eligibility-reason = Motivo
eligibility-reason-hint = Obligatorio si no es elegible. Queda registrado.
eligibility-yes = Marcar como elegible
eligibility-no = Marcar como no elegible
event-eligibility-given = Una solicitud se marcó como elegible
event-eligibility-refused = Una solicitud se marcó como no elegible
state-undecided = Sin decidir
state-late = Tardía, sin decidir
state-resembles = Se parece a otra
state-alternate = Avisada de que es suplente
eligibility-to-decide = Elegibilidad por decidir
eligibility-to-decide-text = No se avisa a nadie mientras su elegibilidad esté sin decidir.
eligibility-open-undecided = { $n ->
    [one] Una solicitud está sin decidir.
   *[other] { $n } solicitudes están sin decidir.
}
eligibility-open-late = { $n ->
    [one] Una solicitud tardía está sin decidir.
   *[other] { $n } solicitudes tardías están sin decidir.
}
eligibility-all-undecided = { $n ->
    [one] Marcarla como elegible
   *[other] Marcar las { $n } como elegibles
}
eligibility-all-late = { $n ->
    [one] Marcar la tardía como elegible
   *[other] Marcar las { $n } tardías como elegibles
}
eligibility-marked = { $n ->
    [one] Una solicitud es ahora elegible.
   *[other] { $n } solicitudes son ahora elegibles.
}
eligibility-undone = { $n ->
    [0] No se deshizo nada. Estas personas ya recibieron una decisión.
    [one] Se deshizo en una solicitud.
   *[other] Se deshizo en { $n } solicitudes.
}
eligibility-undone-one = Deshecho. Vuelve a contar la decisión anterior, si la había.
admission-saved = Guardado.
eligibility-undo = Deshacer esta decisión
eligibility-decide = Decidir la elegibilidad
undone-on = deshecho el { $day }
event-eligibility-undone = Se deshizo una decisión sobre la elegibilidad
reviewer-number = Evaluación { $n }
reviews-mean = promedio { $mean } de { $n }
headings-title = Columnas de otros archivos
headings-lead = En un archivo de solicitudes usted indica adónde va cada columna. Los demás archivos necesitan estas columnas, en cualquier orden. Si las suyas se llaman de otra manera, indica cuál es cuál después de subir el archivo.
headings-scores = Agregue una columna más por cada criterio, con puntajes de 0 a 100.
headings-example = Descargar un ejemplo (CSV)
heading-application = Número de solicitud
heading-application-text = Como aparece en la lista de solicitudes. Puede omitirlo si el archivo tiene correos.
heading-email = Correo
heading-email-text = El correo de quien se postuló. Con él se encuentra la solicitud si no hay número.
heading-joined = Fecha de ingreso
heading-joined-text = Opcional: una fecha. Sin ella, el día de la importación.
heading-from = Forma de selección
heading-from-text = Opcional: quién o cómo seleccionó a esta persona.
heading-participant = Número de participante
heading-participant-text = Opcional: un número propio.
heading-at = Fecha
heading-at-text = Cuándo ocurrió.
heading-event = Qué ocurrió
heading-event-text = En inglés: “withdrawn by applicant” (retirada), “late accepted” (tardía, aceptada) o “duplicate merged” (duplicada).
heading-reason = Motivo
heading-reason-text = Opcional.
heading-reviewer = Quien evalúa
heading-reviewer-text = Un correo o un nombre. Con el correo de alguien del equipo, la evaluación es suya.
heading-submitted = Fecha de envío
heading-submitted-text = Opcional: una fecha.
heading-comment = Comentario
heading-comment-text = Opcional.
heading-review = Número de evaluación
heading-review-text = Opcional. Sin él, cada quien tiene una evaluación por solicitud.
import-undone-title = Importación deshecha
unimport-title = Deshacer
unimport-hint = Después de importar, puede deshacerlo para las solicitudes con las que nadie haya trabajado todavía. Las actualizaciones no se pueden deshacer.
unimport-kind = Este tipo de importación no se puede deshacer en un solo paso.
unimport-earlier = Esta importación no se puede deshacer. Se hizo con una versión anterior.
unimport-nothing = Esta importación no se puede deshacer: no se puede eliminar nada de lo que agregó.
unimport-would = { $n ->
    [one] Al deshacer se elimina 1 solicitud que esta importación agregó, con sus respuestas, su autodescripción y sus necesidades de acceso.
   *[other] Al deshacer se eliminan { $n } solicitudes que esta importación agregó, con sus respuestas, autodescripciones y necesidades de acceso.
 }
unimport-people = { $n ->
    [one] También se elimina el registro de 1 persona que está aquí solo por esta importación.
   *[other] También se eliminan los registros de { $n } personas que están aquí solo por esta importación.
 }
unimport-final = Para recuperarlas, importe el archivo otra vez.
unimport-stays = { $n ->
    [one] 1 solicitud queda como está
   *[other] { $n } solicitudes quedan como están
 }
unimport-why = Por qué se queda
unimport-more = Y { $n } más.
unimport-act = { $n ->
    [one] Deshacer la importación y eliminar 1 solicitud
   *[other] Deshacer la importación y eliminar { $n } solicitudes
 }
unimport-done = { $n ->
    [one] Se deshizo: { $at }. Se eliminó 1 solicitud.
   *[other] Se deshizo: { $at }. Se eliminaron { $n } solicitudes.
 }
stays-updated = Ya estaba aquí y esta importación la actualizó. Las actualizaciones no se pueden deshacer.
stays-decided = Se usó en una selección, o alguien registró una decisión sobre ella.
stays-reviewed = Se asignó a alguien para evaluarla, o ya se evaluó.
stays-noted = Tiene una nota o una etiqueta.
stays-emailed = Se envió un correo a esta persona.
stays-answered = Esta persona agregó archivos, cambios o personas que la recomiendan.
stays-needs = Las necesidades de acceso de esta persona ya estaban aquí, o cambiaron después.
stays-changed = La solicitud o el registro de esta persona cambió después de la importación.
stays-duplicate = Otra solicitud de la misma persona se queda.
imports-title = Importaciones recientes
imports-did = { $new } nuevas, { $changed } actualizadas
imports-waiting = aún no importado
imports-undone = { $n ->
    [one] deshecha el { $date }, 1 solicitud eliminada
   *[other] deshecha el { $date }, { $n } solicitudes eliminadas
 }
imports-tag-undone = Deshecha
event-applications-unimported = Se deshizo una importación de solicitudes
import-other-sheet = Usar otra hoja de este libro
import-other-encoding = Leerlo con otra codificación de caracteres
import-read-hint = Leemos el archivo otra vez. No hace falta subirlo de nuevo, y usted vuelve a asignar las columnas.
import-read-again = Leer el archivo otra vez
import-unread-again = El archivo no se puede leer así. Queda como se leyó antes.
import-columns-text-other = Omitimos las columnas que este tipo de archivo no necesita. Recordamos lo que elija para el próximo archivo con las mismas columnas.
import-doubled-other = Dos columnas van a “{ $arg }”. Deje una y omita la otra.
target-criterion = puntuaciones de un criterio
why-unknown = No conocemos esta columna. Se omite, a menos que elija adónde va.
why-guess-other = Lo dedujimos del nombre de la columna o de sus valores. Revise que sea correcto.
lacking-application = Elija la columna con el número de solicitud o con el correo de la persona.
lacking-reviewer = Elija la columna que dice quién evaluó.
lacking-at = Elija la columna con la fecha de cada novedad.
lacking-event = Elija la columna que dice qué pasó.
