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
merge-refused = No se unieron estos registros: uno de ellos tiene contraseña, otro rol o participa en otra temporada. Unir nunca debe trasladar eso.
merge-note = Unir pasa correos, solicitudes, roles y consentimientos al primer registro. Se puede deshacer aquí cuando quiera.
compartment-note = Las palabras sobre una misma persona y las necesidades de acceso se guardan aparte; aquí no se muestran.
import-title = Importar
import-lead = Un archivo de cualquier herramienta de formularios. Verá qué pasaría antes de que pase.
import-kind = Qué contiene
import-applications = Solicitudes
import-reviews = Lecturas (puntajes de quienes revisan)
import-events = Qué pasó con las solicitudes
import-cohort = Una cohorte decidida en otro lugar
file = Archivo
import-file-hint = CSV o XLSX, hasta 25 MB. Cualquier separador y codificación.
import-look = Revisarlo
import-preview = Antes de importar nada
import-done = Importado
import-act = Importar las filas correctas
import-all = No importar nada si alguna fila tiene errores
import-look-again = Revisar otra vez con estas columnas
import-waits = Guardamos este archivo dos semanas. Si no lo importa antes, lo borramos.
import-columns = Adónde va cada columna
import-columns-text = Los nombres conocidos se reconocen. Las demás columnas se guardan como respuestas, salvo que usted las omita. Su elección se recuerda para archivos con el mismo encabezado.
import-goes-to = Va a
import-stands-in = Se guarda
import-doubled = Dos columnas van a «{ $target }». Elija una; la otra puede guardarse como respuesta.
target-answer = una respuesta, tal como está
target-leave-out = ningún lugar: omitirla
store-identity = en el espacio de las palabras propias; el equipo nunca lo ve con nombre
store-access = para la única persona que organiza el acceso
store-contact = como forma de contactar a la persona
store-answer = como respuesta de la solicitud
store-application = como dato de la solicitud
store-nowhere = no se guarda
import-unreadable = No se puede leer este archivo
import-would = Esto pasaría:
import-did = Hecho:
import-counts = { $read } filas leídas, { $imported } importadas, { $changed } cambiadas, { $unchanged } sin cambios, { $refused } rechazadas.
import-duplicates = { $n ->
    [one] Un posible duplicado
   *[other] { $n } posibles duplicados
  }
import-duplicates-text = Se conservan, se marcan y quedan fuera de la selección.
import-duplicate = { $id } parece una segunda solicitud de { $first }.
import-faults = { $n ->
    [one] Un error
   *[other] { $n } errores
  }
import-faults-text = Las filas sin errores no se detienen por estos.
import-more-faults = Y { $n } más. Corrija estos primero y revise otra vez.
line = Línea
line-number = línea { $n }
column = Columna
value = Valor
what-to-do = Qué hacer
fault-nul = El archivo contiene un byte NUL, así que no es texto. Guárdelo de nuevo como CSV con UTF-8.
fault-csv = Esta línea no se puede leer como CSV. Revise las comillas y los separadores.
fault-quote = Unas comillas se abren y nunca se cierran. Ciérrelas, o duplíquelas dentro de la celda.
fault-columns = Más de 400 columnas. Borre las que no necesite.
fault-rows = Más de 200 000 filas. Divida el archivo.
fault-cells = Este archivo tiene más de 4 millones de celdas (filas × columnas). Divida el archivo o borre las columnas que no necesite.
fault-busy = Se están revisando muchos archivos en este momento. Espere un minuto e intente de nuevo.
fault-empty = El archivo está vacío. La primera línea debe nombrar las columnas.
fault-header-twice = Dos columnas tienen el mismo nombre. Cambie el nombre de una.
column-number = Columna { $n }
fault-row-wide = Esta fila tiene más celdas que columnas. Ponga entre comillas las celdas que contienen el separador.
fault-cell-long = Una celda tiene más de 1 000 000 de bytes. Acórtela.
fault-xlsx = No se puede leer este libro. Guárdelo de nuevo como XLSX o como CSV.
fault-xlsx-large = Este libro está dañado o ocupa más de 20 MB al abrirse. Guárdelo como CSV.
fault-id = Dé a cada fila un número de hasta 80 caracteres.
fault-id-twice = Este número está dos veces en el archivo. Conserve una de las filas.
fault-email = Escriba un correo como nombre@example.org.
fault-no-email = Ninguna columna va a «email». Elija la columna con los correos.
fault-date = Escriba fecha y hora como 2024-10-11T23:59:00-04:00, o una fecha como 2024-10-11.
fault-years = Escriba los años como un número de 0 a 80, por ejemplo 2.5.
fault-yes-no = Escriba yes (sí) o no.
fault-column-missing = Al archivo le falta esta columna.
fault-unknown-application = No existe esa solicitud en esta temporada. Importe primero las solicitudes.
fault-score = Escriba un número entero para cada criterio de una lectura que cuenta.
fault-event = Escriba «withdrawn by applicant», «late accepted» o «duplicate merged».
fault-withdrawn = Esta persona retiró su solicitud y no puede ocupar un lugar.
fault-seats = Hay más personas que lugares. Aumente los lugares en los ajustes o acorte el archivo. No se importó nada.
demo-door = Una entrada a la demostración
demo-as = Entrar como { $name }
demo-as-text = Es un personaje de la temporada sintética. El enlace se puede usar otra vez.
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
state-resembles = Posible duplicado
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
