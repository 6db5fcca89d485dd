# Solicitudes e importación.
applications-title = { $n ->
    [0] Todavía no hay solicitudes
    [one] Una solicitud
   *[other] { $n } solicitudes
  }
applications-none = Cuando cierre la convocatoria, importe aquí las solicitudes desde un archivo. Usted revisa cada cambio antes de que lo hagamos.
filter = Aplicar filtros
filter-q = Nombre, número u organización
filter-any = cualquiera
filter-none = Nadie coincide con estos filtros. Quite un filtro e intente de nuevo.
earlier = Anteriores
later = Siguientes
region = Región
scope = Alcance
state = Estado de la solicitud
reads = Evaluaciones
state-eligible = Elegible
state-not-eligible = No elegible
state-withdrawn = Retirada
state-duplicate = Probable duplicado
state-duplicate-merged = Duplicado unido
state-late-accepted = Tardía, aceptada
state-invited = Con invitación
state-accepted = Aceptó
state-declined = Declinó
facts = Datos
fact-role = Cargo
fact-level = Nivel del cargo
fact-collaborative = Colaborativo
fact-body = Tipo de organización
fact-place = Lugar
fact-setting = Entorno
fact-years-role = Años en este cargo
fact-years-field = Años en el campo
fact-issue = Tema principal
fact-issues = Otros temas
fact-health = Enfoque en salud
fact-format = Cómo respondió
fact-priority = Prioridad
fact-late = Motivo del retraso
years = { $n ->
    [one] { $n } año
   *[other] { $n } años
  }
submitted = enviada el { $at }
happened = Historial
duplicate-note = Parece una segunda solicitud de la misma persona. La conservamos y queda fuera de la selección. La primera es
merged-note = Es una segunda solicitud de la misma persona. Sus dos registros están unidos. La conservamos y queda fuera de la selección. La primera es
unmerge-people = Deshacer la unión (dos personas)
merge-people = Unir registros (misma persona)
part-people = Mantener separados (dos personas)
merge-refused = No pudimos unir estos registros. Uno tiene contraseña, otro rol o participa en otra edición, y eso no se puede trasladar.
merge-note = Al unir, los correos, las solicitudes, los roles y los consentimientos pasan al primer registro. Puede deshacerlo aquí cuando quiera.
compartment-note = Esta página no muestra las necesidades de acceso ni lo que cada persona dice de su identidad. Se guardan aparte.
import-title = Importar un archivo
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
import-encoding-guess = Caracteres: creemos que el archivo está en { $encoding }. Si el texto se ve mal, elija otra codificación más abajo.
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
dates-read = Leeremos las fechas así:
date-unread = no se puede leer
cut-before-last = Lo último es el apellido
cut-after-first = Solo lo primero es el nombre
wrong-date-order = Elija cómo están escritas las fechas de esta columna.
why-dates = Estas fechas se pueden leer de dos maneras. Elija la correcta.
why-dates-mixed = Algunas fechas solo tienen sentido con el mes primero, otras con el día primero. Elija una; las filas que no encajen no se importarán.
why-name = Parecen nombres completos. Revise cómo se dividen.
why-access = Parecen necesidades de acceso. Solo las verá el contacto de accesibilidad.
why-identity = Parece una pregunta sobre identidad. El equipo nunca ve estas respuestas con nombre.
why-second = Parece otra columna sobre acceso o identidad. La omitimos para que el equipo no la vea con nombre.
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
store-access = como necesidad de acceso; solo la ve el contacto de accesibilidad
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
   *[other] Importar { $rows } filas
  }
import-all = No importar nada si alguna fila no se puede importar
import-nothing = No hay nada que importar.
import-changes = Qué cambia para quienes ya están aquí
import-changes-text = Son cantidades de personas. Al importar, lo que tenemos ahora se reemplaza por lo que dice el archivo. No se puede deshacer.
import-change-what = Dato o respuesta
import-change-emptied = Queda vacío
import-change-changed = Cambia
import-change-added = Se agrega
import-emptied = { $n ->
    [one] Para 1 persona, algo que tenemos ahora queda vacío. Revise que cada columna vaya adonde fue la última vez.
   *[other] Para { $n } personas, algo que tenemos ahora queda vacío. Revise que cada columna vaya adonde fue la última vez.
 }
import-may-empty = { $n ->
    [one] Importar de todos modos. Entiendo que 1 persona pierde algo que tenemos ahora.
   *[other] Importar de todos modos. Entiendo que { $n } personas pierden algo que tenemos ahora.
 }
wrong-may-empty = Algo que tenemos ahora quedaría vacío, así que no se importó nada. Cambie las columnas o marque «Importar de todos modos».
why-access-maybe = Algunas de estas respuestas parecen necesidades de acceso. Si lo son, elija esa opción: así solo las ve el contacto de accesibilidad.
why-fresh = El archivo anterior no tenía una columna con este nombre. Revise adónde va.
import-done = Importación terminada
import-rows = { $n ->
    [one] 1 fila en el archivo.
   *[other] { $rows } filas en el archivo.
  }
import-would = Si importa ahora: { $imported } nuevas, { $changed } actualizadas, { $unchanged } omitidas porque ya están o se repiten, { $refused } sin importar.
import-did = { $imported } nuevas, { $changed } actualizadas, { $unchanged } omitidas porque ya están o se repiten, { $refused } sin importar.
import-duplicates = { $n ->
    [one] 1 posible duplicado
   *[other] { $n } posibles duplicados
  }
import-duplicates-text = Los guardamos, los marcamos y los dejamos fuera de la selección.
import-duplicate = { $who } parece otra solicitud de { $first }.
import-duplicate-row = { $name } ({ $id }, fila { $n })
import-duplicate-here = { $name } ({ $id }, ya registrada)
import-matched = Valores que relacionamos con los suyos
import-matched-text = Solo cambian mayúsculas, acentos o signos frente a sus propios valores. Suponemos que son lo mismo.
import-matched-value = { $n ->
    [one] { $field }: «{ $from }» pasa a «{ $to }» en 1 fila.
   *[other] { $field }: «{ $from }» pasa a «{ $to }» en { $n } filas.
  }
import-joined = { $n ->
    [one] 1 evaluación es de alguien del equipo, según su correo.
   *[other] { $n } evaluaciones son de personas del equipo, según su correo.
  }
import-apart = { $n ->
    [one] 1 persona que evalúa no está en el equipo. Conservamos el nombre del archivo: { $names }.
   *[other] { $n } personas que evalúan no están en el equipo. Conservamos los nombres del archivo: { $names }.
  }
import-cleaned = { $n ->
    [one] Quitamos caracteres invisibles de 1 correo (fila { $lines }).
   *[other] Quitamos caracteres invisibles de { $n } correos (filas { $lines }).
  }
import-faults = { $n ->
    [one] 1 fila no se puede importar
   *[other] { $n } filas no se pueden importar
  }
import-faults-text = Puede importar las demás filas sin estas. Descárguelas, corríjalas y suba el archivo corregido. Omitimos las filas que ya están.
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
fault-no-file = Elija un archivo.
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
fault-unknown-application = Ninguna solicitud de esta edición tiene este número. Importe primero las solicitudes o use el correo de la persona.
fault-unknown-email = No sabemos de quién es esta solicitud. Ninguna solicitud de esta edición tiene este correo, o lo tiene más de una. Escriba el número de solicitud.
fault-no-application = El archivo necesita una columna con números de solicitud o una con correos. Agregue una de las dos.
fault-day-order = Esta fecha se puede leer de dos maneras, o no existe. Escríbala así: 2024-10-11.
fault-score = Escriba un número entero de 0 a 100 para cada criterio.
fault-reviewed-here = Esta persona ya tiene una evaluación de esta solicitud. Borre esta fila.
fault-event = Escriba «withdrawn by applicant», «late accepted» o «duplicate merged».
fault-withdrawn = Esta persona se retiró y no puede tener un lugar.
fault-seats = Hay más personas que lugares. Aumente los lugares en la configuración o acorte el archivo. No se importó nada.
column-number = Columna { $n }
demo-door = Iniciar sesión en la demostración
demo-as = Iniciar sesión como { $name }
demo-as-text = Es una persona inventada de la demostración. Puede usar el enlace otra vez.
eligibility-title = Elegibilidad
eligibility-lead = La elegibilidad, la prioridad y la decisión final son tres registros distintos. Conservamos las decisiones anteriores.
eligibility-reason = Motivo
eligibility-reason-hint = Obligatorio si marca la solicitud como no elegible. Queda registrado.
eligibility-yes = Marcar como elegible
eligibility-no = Marcar como no elegible
event-eligibility-given = Una solicitud se marcó como elegible
event-eligibility-refused = Una solicitud se marcó como no elegible
state-undecided = Sin decidir
state-late = Tardía, sin decidir
state-resembles = Posible duplicado
state-alternate = Sabe que es suplente
eligibility-to-decide = Elegibilidad por decidir
eligibility-to-decide-text = No avisamos de la decisión a nadie mientras su elegibilidad esté sin decidir.
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
eligibility-undone-one = Deshecho. Si había una decisión anterior, vuelve a contar.
admission-saved = Guardado.
eligibility-undo = Deshacer decisión
eligibility-decide = Decidir la elegibilidad
undone-on = deshecho el { $day }
event-eligibility-undone = Se deshizo una decisión sobre la elegibilidad
reviewer-number = Evaluación { $n }
reviews-mean = promedio { $mean } de { $n }
headings-title = Columnas de otros archivos
headings-lead = En un archivo de solicitudes usted asigna las columnas. Los demás archivos necesitan estas columnas, en cualquier orden. Si las suyas tienen otros nombres, asígnelas después de subir el archivo.
headings-scores = Agregue una columna más por cada criterio, con puntajes de 0 a 100.
headings-example = Descargar un ejemplo (CSV)
heading-application = Número de solicitud
heading-application-text = Como aparece en la lista de solicitudes. Puede omitirlo si el archivo tiene correos.
heading-email = Correo
heading-email-text = El correo de quien se postuló. Lo usamos para encontrar la solicitud si no hay número.
heading-joined = Fecha de ingreso
heading-joined-text = Opcional: una fecha. Si está vacía, usamos el día de la importación.
heading-from = Forma de selección
heading-from-text = Opcional: quién o cómo seleccionó a esta persona.
heading-participant = Número de participante
heading-participant-text = Opcional: el número que usted da a esta persona.
heading-at = Fecha
heading-at-text = Cuándo ocurrió.
heading-event = Qué ocurrió
heading-event-text = En inglés: «withdrawn by applicant» (retirada), «late accepted» (tardía, aceptada) o «duplicate merged» (duplicada).
heading-reason = Motivo
heading-reason-text = Opcional.
heading-reviewer = Quien evalúa
heading-reviewer-text = Un correo o un nombre. Si es el correo de alguien del equipo, la evaluación es suya.
heading-submitted = Fecha de envío
heading-submitted-text = Opcional: una fecha.
heading-comment = Comentario
heading-comment-text = Opcional.
heading-review = Número de evaluación
heading-review-text = Opcional. Sin él, cada quien tiene una evaluación por solicitud.
import-undone-title = Importación deshecha
unimport-title = Deshacer esta importación
unimport-hint = Después de importar, puede deshacerlo para las solicitudes con las que nadie haya trabajado. Las actualizaciones no se pueden deshacer.
unimport-kind = Este tipo de importación no se puede deshacer en un solo paso.
unimport-earlier = Esta importación no se puede deshacer. Se hizo con una versión anterior de este sitio.
unimport-nothing = Esta importación no se puede deshacer. No se puede borrar nada de lo que agregó.
unimport-would = { $n ->
    [one] Al deshacer se borra 1 solicitud de esta importación. Se borra con sus respuestas, su identidad y sus necesidades de acceso.
   *[other] Al deshacer se borran { $n } solicitudes de esta importación. Se borran con sus respuestas, identidades y necesidades de acceso.
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
stays-decided = Es parte de una selección, o alguien registró una decisión sobre ella.
stays-reviewed = Está asignada para evaluarse, o alguien ya la evaluó.
stays-noted = Tiene una nota o una etiqueta.
stays-emailed = Enviamos un correo a esta persona.
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
import-other-encoding = Usar otra codificación de caracteres
import-read-hint = Leemos el mismo archivo otra vez. Usted vuelve a asignar las columnas, pero no hace falta subirlo.
import-read-again = Leer archivo otra vez
import-unread-again = No podemos leer el archivo así; nada cambió
import-columns-text-other = Omitimos las columnas que este tipo de archivo no necesita. Recordamos lo que elija para el próximo archivo con las mismas columnas.
import-doubled-other = Dos columnas van a «{ $arg }». Deje una y omita la otra.
target-criterion = puntajes de un criterio
why-unknown = No conocemos esta columna. La omitimos, a menos que elija adónde va.
why-guess-other = Lo dedujimos del nombre de la columna o de sus valores. Revise que sea correcto.
lacking-application = Elija la columna con los números de solicitud o la de correos.
lacking-reviewer = Elija la columna con los nombres de quienes evaluaron.
lacking-at = Elija la columna con la fecha de cada cambio.
lacking-event = Elija la columna que dice qué pasó.
